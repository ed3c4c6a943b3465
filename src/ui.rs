//! From the state to cells, in two steps that only read it: [`lay`] works out where everything stands, [`paint`] draws
//! it. A view is a file with a function for each.

mod canvas;
mod flow;
mod footer;
mod frame;
mod header;
mod help;
mod initiatives;
mod laid;
mod layout;
mod list;
mod map;
mod matrix;
mod page;
mod panel;
mod partners;
mod reader;
mod regions;
mod screen;
mod search;
mod theme;

pub use flow::{Flow, Row, Span, flow};
pub use laid::{Laid, Pointer};
pub use screen::lines;
pub use theme::Role;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, Focus, Overlay, View};
use crate::search::Query;
use crate::text::{Glyphs, Medium, WidthPolicy};
use canvas::Canvas;
use layout::Layout;

/// Works out where everything stands; what is costly is taken over from the screen before where it is still true.
pub fn lay(app: &App, medium: &Medium, area: Rect, before: Laid) -> Laid {
    let mut laid = Laid {
        layout: Layout::of(app, area),
        windows: *app.windows(),
        flow: before.flow,
        heights: before.heights,
        ..Laid::default()
    };
    let Some(layout) = laid.layout else { return laid };
    header::lay(app, medium, layout.header, &mut laid);
    footer::lay(app, medium, layout.footer, &mut laid);
    match app.overlay() {
        Some(Overlay::Help(window)) => help::lay(app, medium, layout.body, window, &mut laid),
        Some(Overlay::Search(window)) => search::lay(app, medium, &layout, window, &mut laid),
        Some(Overlay::Filter { .. }) => panel::lay(app, medium, layout.body, &mut laid),
        Some(Overlay::Reader(window)) => reader::lay(app, medium, layout.body, window, &mut laid),
        Some(Overlay::Briefing(window)) => reader::lay_briefing(app, medium, layout.body, window, &mut laid),
        None => lay_panes(app, medium, &layout, &mut laid),
    }
    laid
}

fn lay_panes(app: &App, medium: &Medium, layout: &Layout, laid: &mut Laid) {
    if let Some(pane) = layout.pane(Focus::Regions) {
        regions::lay(app, pane, laid);
    }
    if let Some(pane) = layout.pane(Focus::Initiatives) {
        initiatives::lay(app, medium, pane, laid);
    }
    if let Some(pane) = layout.pane(Focus::Main) {
        match app.view() {
            View::Map => map::lay(app, medium, pane, laid),
            View::Matrix => matrix::lay(app, medium, pane, laid),
            View::Partners | View::List => partners::lay(app, pane, laid),
        }
    }
    if let Some(pane) = layout.pane(Focus::Page) {
        page::lay(app, medium, pane, laid);
    }
    // Where nothing is selected, the reader is at the beginning of what the keys act on; of a pane without rows that is
    // its title.
    let pane = layout.pane(app.focus()).unwrap_or(layout.body);
    let text = layout::text_area(pane);
    laid.cursor.get_or_insert(if text.is_empty() { pane.as_position() } else { text.as_position() });
}

/// Draws a screen that was laid out.
pub fn paint(app: &App, medium: &Medium, laid: &Laid, buf: &mut Buffer) {
    let area = buf.area;
    let canvas = &mut Canvas { buf, medium, query: &app.finder().query };
    let Some(layout) = laid.layout else { return canvas.centred(area, app.words().too_small) };
    header::paint(app, laid, layout.header, canvas);
    match app.overlay() {
        Some(Overlay::Reader(_)) => reader::paint(app, laid, layout.body, canvas),
        Some(Overlay::Briefing(_)) => reader::paint_briefing(app, laid, layout.body, canvas),
        Some(over) => {
            frame::paint(&[layout.body], canvas);
            match over {
                Overlay::Help(_) => help::paint(app, laid, layout.body, canvas),
                Overlay::Filter { .. } => panel::paint(app, laid, layout.body, canvas),
                _ => search::paint(app, laid, layout.body, canvas),
            }
        }
        None => {
            frame::paint(layout.panes(), canvas);
            paint_panes(app, laid, &layout, canvas);
        }
    }
    match app.overlay() {
        Some(Overlay::Search(_)) => search::paint_input(app, laid, layout.footer, canvas),
        _ => footer::paint(app, laid, &layout, canvas),
    }
}

/// Draws what is said while there is nothing else to show.
pub fn paint_waiting(said: &str, buf: &mut Buffer) {
    let area = buf.area;
    let medium = Medium { policy: WidthPolicy::Narrow, glyphs: Glyphs::ASCII };
    Canvas { buf, medium: &medium, query: &Query::default() }.centred(area, said);
}

fn paint_panes(app: &App, laid: &Laid, layout: &Layout, canvas: &mut Canvas<'_>) {
    if let Some(pane) = layout.pane(Focus::Regions) {
        regions::paint(app, laid, pane, canvas);
    }
    if let Some(pane) = layout.pane(Focus::Initiatives) {
        initiatives::paint(app, laid, pane, canvas);
    }
    if let Some(pane) = layout.pane(Focus::Main) {
        match app.view() {
            View::Map => map::paint(app, laid, pane, canvas),
            View::Matrix => matrix::paint(app, laid, pane, canvas),
            View::Partners | View::List => partners::paint(app, laid, pane, canvas),
        }
    }
    if let Some(pane) = layout.pane(Focus::Page) {
        page::paint(app, laid, pane, canvas);
    }
}
