//! The lines around the panes, joined where panes meet, and what stands on them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put::{put, put_cut};
use super::{Role, Theme};
use crate::app::Viewport;

const UP: u8 = 1;
const RIGHT: u8 = 2;
const DOWN: u8 = 4;
const LEFT: u8 = 8;

/// Draws a frame around each rectangle; lines that fall together are joined.
pub(crate) fn render(panes: &[Rect], theme: &Theme, buf: &mut Buffer) {
    let whole = panes.iter().copied().reduce(Rect::union).unwrap_or_default();
    for (y, x) in whole.rows().flat_map(|row| row.columns()).map(|cell| (cell.y, cell.x)) {
        let sides = panes.iter().fold(0, |sides, &pane| sides | sides_of(pane, x, y));
        if sides != 0 {
            put((x, y), 1, theme.glyphs.lines[usize::from(sides)], theme.style(Role::Frame), theme, buf);
        }
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

/// Writes a pane's title on its upper line, told apart where the keys act on it.
pub(crate) fn title(pane: Rect, text: &str, focused: bool, theme: &Theme, buf: &mut Buffer) {
    let role = if focused { Role::FocusedTitle } else { Role::Heading };
    let room = pane.width.saturating_sub(4);
    let style = theme.style(role);
    let (x, y) = (pane.x + 1, pane.y);
    let start = put((x, y), 1, " ", style, theme, buf);
    let used = put_cut((x + start, y), room.saturating_sub(start), text, style, theme, buf);
    put((x + start + used, y), 1, " ", style, theme, buf);
}

/// Writes where a scrolled window stands on a pane's lower line: `1-9/14`.
pub(crate) fn position(pane: Rect, view: Viewport, theme: &Theme, buf: &mut Buffer) {
    if view.overflows() && view.rows > 0 {
        let shown = view.range();
        mark(pane, &format!("{}-{}/{}", shown.start + 1, shown.end, view.total), theme, buf);
    }
}

/// Writes a mark in ASCII at the right of a pane's lower line, where it has room.
pub(crate) fn mark(pane: Rect, text: &str, theme: &Theme, buf: &mut Buffer) {
    let text = [" ", text, " "].concat();
    let width = u16::try_from(text.len()).unwrap_or(u16::MAX);
    if width.saturating_add(2) <= pane.width {
        let at = (pane.right() - 1 - width, pane.bottom() - 1);
        put(at, width, &text, theme.style(Role::Frame), theme, buf);
    }
}
