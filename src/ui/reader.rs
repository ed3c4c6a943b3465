//! The page alone, and the briefing that `y` copies: no frames, so that a terminal's own selection takes clean text.

use ratatui::layout::Rect;

use super::Role;
use super::canvas::Canvas;

use super::laid::Laid;
use super::page::{flow_of, lay_links, paint_rows};
use crate::app::{App, Viewport};
use crate::page::{Cites, markdown};

use crate::text::{Medium, wrap};

/// Columns of text that read comfortably.
const MEASURE: u16 = 76;

fn text_area(body: Rect) -> Rect {
    Rect { width: body.width.min(MEASURE), ..body }
}

pub(crate) fn lay(app: &App, medium: &Medium, body: Rect, window: Viewport, laid: &mut Laid) {
    let area = text_area(body);
    let Some(flow) = flow_of(app, medium, area.width, 0, laid) else { return };
    let window = window.over(flow.rows.len(), area.height.into());
    laid.over = Some(window);
    lay_links(app, medium, &flow, window, area, laid);
    laid.cursor.get_or_insert(area.as_position());
}

pub(crate) fn paint(app: &App, laid: &Laid, body: Rect, canvas: &mut Canvas<'_>) {
    if let (Some(flow), Some(window)) = (laid.flow.get(), laid.over) {
        paint_rows(app, flow, window, text_area(body), canvas);
    }
}

/// The lines of the briefing, as wide as the screen: what is copied from it by hand has few breaks.
fn lines(app: &App, medium: &Medium, columns: u16) -> Vec<String> {
    let text = markdown(&app.scope(), &app.briefing(), Cites::AfterEach);
    let text = medium.text(&text);
    let wrapped = |line| {
        let lines = wrap(line, columns.into(), medium.policy);
        if lines.is_empty() { vec![""] } else { lines }
    };
    text.lines().flat_map(wrapped).map(String::from).collect()
}

pub(crate) fn lay_briefing(app: &App, medium: &Medium, body: Rect, window: Viewport, laid: &mut Laid) {
    let total = lines(app, medium, body.width).len();
    laid.over = Some(window.over(total, body.height.into()));
    laid.cursor = Some(body.as_position());
}

pub(crate) fn paint_briefing(app: &App, laid: &Laid, body: Rect, canvas: &mut Canvas<'_>) {
    let lines = lines(app, canvas.medium, body.width);
    let window = laid.over.unwrap_or_default();
    for (line, row) in lines[window.range()].iter().zip(body.rows()) {
        canvas.put((row.x, row.y), row.width, line, Role::Text.style());
    }
}
