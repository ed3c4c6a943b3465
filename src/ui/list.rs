//! What the rows of all lists have in common: the marker, and the bar where the keys act on the row.

use ratatui::layout::Rect;

use super::Role;
use super::canvas::Canvas;
use crate::app::App;
use crate::page::mark;
use crate::programme::Record;

/// How a row of a list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bar {
    pub(crate) selected: bool,
    /// Whether the keys act on its list.
    pub(crate) focused: bool,
}

/// The role of a row's text.
pub(crate) fn row_role(bar: Bar) -> Role {
    match (bar.selected, bar.focused) {
        (true, true) => Role::Selected,
        (true, false) => Role::Remembered,
        (false, _) => Role::Text,
    }
}

/// A record's name as a list has it, behind its mark.
pub(crate) fn marked_name(app: &App, record: impl Into<Record>, name: &str) -> String {
    [mark(app.programme(), record), name].concat()
}

impl Bar {
    /// Draws the ground of a row, of one line or more.
    pub(crate) fn paint(self, lines: Rect, canvas: &mut Canvas<'_>) {
        if !self.selected {
            return;
        }
        let role = row_role(self);
        if self.focused {
            canvas.buf.set_style(lines, role.style());
        }
        canvas.put((lines.x, lines.y), lines.width.min(1), canvas.medium.glyphs.marker, role.style());
    }
}
