//! From the state to cells. Pure: a view only reads, `render(app, theme, area, buf)` everywhere, a file a pane.

mod about;
mod detail;
mod footer;
mod frame;
mod glyphs;
mod header;
mod help;
mod hit;
mod initiatives;
mod layout;
mod page;
mod plain;
mod put;
mod regions;
mod screen;
mod search;
mod theme;

pub use glyphs::Glyphs;
pub use hit::{Pointer, hit};
pub use screen::lines;
pub use theme::{Role, Theme};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::state::Views;
use crate::app::{App, Overlay};
use layout::Layout;

/// Draws the whole screen; the windows that the scrolling parts came to are for [`App::settle`].
pub fn render(app: &App, theme: &Theme, area: Rect, buf: &mut Buffer) -> Views {
    let mut views = Views { caret: None, ..app.views };
    let Some(layout) = Layout::of(app, area) else {
        put::centred(area, app.words().too_small, theme, buf);
        return views;
    };
    header::render(app, theme, layout.header, buf);
    if app.overlay != Overlay::Search {
        footer::render(app, theme, layout.footer, buf);
    }
    if app.overlay == Overlay::Plain {
        views.overlay = plain::render(app, theme, layout.body, buf);
        return views;
    }
    frame::render(&layout.frames(), theme, buf);
    match app.overlay {
        Overlay::Help => views.overlay = help::render(app, theme, layout.body, buf),
        Overlay::Search => search::render(app, theme, &layout, &mut views, buf),
        Overlay::About => views.overlay = about::render(app, theme, layout.body, buf),
        Overlay::None | Overlay::Plain => {
            if let Some(pane) = layout.regions {
                views.regions = regions::render(app, theme, pane, buf);
            }
            if let Some(pane) = layout.initiatives {
                views.initiatives = initiatives::render(app, theme, pane, buf);
            }
            if let Some(pane) = layout.detail {
                views.detail = detail::render(app, theme, pane, buf);
            }
        }
    }
    views
}
