//! The lines around the panes, joined where panes meet, and what stands on them.

use ratatui::layout::Rect;

use super::Role;
use super::canvas::Canvas;
use crate::app::Viewport;

const UP: u8 = 1;
const RIGHT: u8 = 2;
const DOWN: u8 = 4;
const LEFT: u8 = 8;

/// Draws a frame around each rectangle; lines that fall together are joined.
pub(crate) fn paint(panes: &[Rect], canvas: &mut Canvas<'_>) {
    panes.iter().for_each(|&pane| paint_one(pane, panes, Role::Frame, canvas));
}

/// Draws the frame of one rectangle in a role, joined to those of others.
pub(crate) fn paint_one(pane: Rect, panes: &[Rect], role: Role, canvas: &mut Canvas<'_>) {
    let (right, bottom) = (pane.right().saturating_sub(1), pane.bottom().saturating_sub(1));
    let across = (pane.x..=right).flat_map(|x| [(x, pane.y), (x, bottom)]);
    let down = (pane.y..=bottom).flat_map(|y| [(pane.x, y), (right, y)]);
    for (x, y) in across.chain(down) {
        let sides = panes.iter().fold(0, |sides, &pane| sides | sides_of(pane, x, y));
        canvas.glyph((x, y), canvas.medium.glyphs.lines[usize::from(sides)], role);
    }
}

/// To which sides the frame of a pane joins a cell: none where the cell isn't on the frame.
fn sides_of(pane: Rect, x: u16, y: u16) -> u8 {
    let (left, right) = (pane.x, pane.right() - 1);
    let (top, bottom) = (pane.y, pane.bottom() - 1);
    let side = |on: bool, side: u8| if on { side } else { 0 };
    let mut sides = 0;
    if (y == top || y == bottom) && (left..=right).contains(&x) {
        sides |= side(x > left, LEFT) | side(x < right, RIGHT);
    }
    if (x == left || x == right) && (top..=bottom).contains(&y) {
        sides |= side(y > top, UP) | side(y < bottom, DOWN);
    }
    sides
}

/// Writes a pane's title on its upper line, told apart where the keys act on it; a page shows by that alone that it
/// has them.
pub(crate) fn title(pane: Rect, text: &str, role: Role, canvas: &mut Canvas<'_>) {
    let text = [" ", text, " "].concat();
    canvas.text((pane.x + 1, pane.y), pane.width.saturating_sub(2), &text, role);
}

/// Writes where a scrolled text stands, at the right of its pane's upper line: `1-9/14`. The title goes before it.
pub(crate) fn position(pane: Rect, view: Viewport, label: &str, canvas: &mut Canvas<'_>) {
    if let Some(position) = view.position() {
        let text = format!(" {label} {position} ");
        let width = canvas.columns(&text);
        let right = pane.right() - 1;
        let line = canvas.medium.glyphs.lines[usize::from(RIGHT | LEFT)];
        let free = |x| canvas.buf.cell((x, pane.y)).is_some_and(|cell| cell.symbol() == line);
        if width + 2 < pane.width && (right - width - 1..right).all(free) {
            canvas.right((right, pane.y), width, &text, Role::Frame);
        }
    }
}
