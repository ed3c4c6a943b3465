//! The panel of facets, each value with the number of initiatives that one would see with it.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::laid::Laid;
use super::layout::inside;
use super::{Role, frame};
use crate::app::panel::{facets, selected, values};
use crate::app::{Action, App, Viewport};
use crate::programme::Choice;
use crate::text::Medium;

/// Columns that a facet needs to stand beside the others.
const FACET: u16 = 18;

/// The facets that show: as many as have room beside each other, the selected one among them.
fn shown(app: &App, pane: Rect) -> Viewport {
    let (facet, _) = selected(app).unwrap_or_default();
    let room = usize::from(inside(pane).width / FACET).max(1);
    Viewport::default().follow(facet, facets(app).len(), room)
}

/// Where the facets stand, each with the window of its values.
fn columns(app: &App, pane: Rect) -> Vec<(usize, Rect, Viewport)> {
    let area = inside(pane);
    let (facet, value) = selected(app).unwrap_or_default();
    let shown = shown(app, pane).range();
    let width = area.width / shown.len().max(1) as u16;
    let column = |(place, at): (usize, usize)| {
        let column = Rect { x: area.x + place as u16 * width, width: width.saturating_sub(1), ..area };
        let rows = usize::from(area.height.saturating_sub(1));
        let of = values(app, at).len();
        let follow = if at == facet { value } else { 0 };
        (at, column, Viewport::default().follow(follow, of, rows))
    };
    shown.enumerate().map(column).collect()
}

pub(crate) fn lay(app: &App, _: &Medium, pane: Rect, laid: &mut Laid) {
    for (facet, column, window) in columns(app, pane) {
        for (value, line) in window.range().zip(column.rows().skip(1)) {
            laid.spot(line, Action::PickValue(facet as u16, value as u16));
            if selected(app) == Some((facet, value)) {
                laid.cursor = Some(line.as_position());
            }
        }
    }
}

pub(crate) fn paint(app: &App, _: &Laid, pane: Rect, canvas: &mut Canvas<'_>) {
    let words = app.words();
    let left = app.matching().initiatives().len();
    let title = [words.filter, " ", canvas.medium.glyphs.dot, " ", &words.count(left)].concat();
    frame::title(pane, &title, Role::Key, canvas);
    frame::position(pane, shown(app, pane), words.filter, canvas);
    for (facet, column, window) in columns(app, pane) {
        let position = window.position().unwrap_or_default();
        let room = column.width.saturating_sub(position.len() as u16 + 2);
        canvas.text((column.x + 1, column.y), room, words.facet(facets(app)[facet]), Role::Heading);
        canvas.right((column.right(), column.y), column.width, &position, Role::Frame);
        let values = values(app, facet);
        for (at, line) in window.range().zip(column.rows().skip(1)) {
            value(app, values[at], selected(app) == Some((facet, at)), line, canvas);
        }
    }
}

/// A value: whether it is marked, its name, and how many initiatives it would leave.
fn value(app: &App, choice: Choice, here: bool, line: Rect, canvas: &mut Canvas<'_>) {
    let count = app.matching().count(choice);
    let marked = app.filter().contains(choice);
    let role = match (here, count) {
        (true, _) => Role::Selected,
        (false, 0) => Role::Dim,
        (false, _) if marked => Role::Heading,
        (false, _) => Role::Text,
    };
    canvas.buf.set_style(line, role.style());
    let number = if count == 0 { canvas.medium.glyphs.zero.into() } else { count.to_string() };
    let room = line.width.saturating_sub(number.len() as u16 + 2);
    let name = app.words().choice(app.programme(), choice, app.language());
    let text = [if marked { "[x] " } else { "[ ] " }, name].concat();
    canvas.text((line.x + 1, line.y), room, &text, role);
    canvas.right((line.right(), line.y), line.width, &number, role);
}
