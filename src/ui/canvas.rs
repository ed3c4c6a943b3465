//! Text into cells, by the width policy: the only place that writes a cell.

use std::num::NonZeroU16;

use std::ops::Range;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Role;
use crate::search::{Query, highlights};
use crate::text::{Medium, truncate, wrap};

/// A column and a row of the screen, from 0.
pub(crate) type At = (u16, u16);

/// The cells that a view draws on, and what all drawing asks for.
pub(crate) struct Canvas<'a> {
    pub(crate) buf: &'a mut Buffer,
    pub(crate) medium: &'a Medium,
    /// What is marked wherever it stands.
    pub(crate) query: &'a Query,
}

impl Canvas<'_> {
    /// Writes a text as it is at a place, at most so many columns, and returns the columns that it took.
    ///
    /// A cluster of two columns stands in its first cell and leaves the second one empty (`""`); the painter
    /// relies on that, for ratatui's own measure knows no policy.
    pub(crate) fn put(&mut self, (x, y): At, columns: u16, text: &str, style: Style) -> u16 {
        let mut used = 0;
        for (cluster, width) in self.medium.policy.clusters(text) {
            let width = width as u16;
            if used + width > columns {
                break;
            }
            if width == 0 {
                continue;
            }
            if let Some(cell) = self.buf.cell_mut((x + used, y)) {
                cell.set_symbol(cluster).set_style(style);
                cell.diff_option = match NonZeroU16::new(width) {
                    Some(forced) if width > 1 => CellDiffOption::ForcedWidth(forced),
                    _ => CellDiffOption::None,
                };
            }
            if width == 2
                && let Some(cell) = self.buf.cell_mut((x + used + 1, y))
            {
                cell.set_symbol("").set_style(style);
            }
            used += width;
        }
        used
    }

    /// Writes a drawing character of one column.
    pub(crate) fn glyph(&mut self, at: At, glyph: &str, role: Role) {
        if let Some(cell) = self.buf.cell_mut(at) {
            cell.set_symbol(glyph).set_style(role.style());
            cell.diff_option = CellDiffOption::None;
        }
    }

    /// Writes a text in a role, cut with an ellipsis to so many columns, and returns the columns that it took.
    pub(crate) fn text(&mut self, at: At, columns: u16, text: &str, role: Role) -> u16 {
        let shown = self.medium.text(text);
        let cut = truncate(&shown, columns.into(), self.medium.policy, self.medium.glyphs.ellipsis);
        self.put(at, columns, &cut, role.style())
    }

    /// Writes a text as [`text`](Self::text) does, with what the query finds in it marked.
    pub(crate) fn marked(&mut self, at: At, columns: u16, text: &str, role: Role) -> u16 {
        let shown = self.medium.text(text);
        self.marked_part(at, columns, &shown, 0..shown.len(), role)
    }

    /// The same of a part of a text as shown, which may begin or end within a match.
    pub(crate) fn marked_part(
        &mut self,
        at: At,
        columns: u16,
        text: &str,
        part: Range<usize>,
        role: Role,
    ) -> u16 {
        let used = self.text(at, columns, &text[part.clone()], role);
        let mark = if role == Role::Selected { Role::MatchOnBar } else { Role::Match };
        for found in highlights(text, self.query) {
            let (from, to) = (found.start.max(part.start), found.end.min(part.end));
            if from >= to {
                continue;
            }
            let start = self.medium.policy.columns(&text[part.start..from]) as u16;
            let width = self.medium.policy.columns(&text[from..to]) as u16;
            // Where the text was cut, the ellipsis isn't part of the match, but tells that there is one.
            let x = at.0 + start.min(used);
            let marked = Rect { x, y: at.1, width: width.min(used.saturating_sub(start)), height: 1 };
            self.buf.set_style(marked, mark.style());
        }
        used
    }

    /// Writes a text that ends before a column, cut to `columns`.
    pub(crate) fn right(&mut self, (right, y): At, columns: u16, text: &str, role: Role) {
        let width = u16::try_from(self.medium.columns(text)).unwrap_or(u16::MAX).min(columns);
        self.text((right.saturating_sub(width), y), width, text, role);
    }

    /// Writes a text in the middle of an area, wrapped.
    pub(crate) fn centred(&mut self, area: Rect, text: &str) {
        let text = self.medium.text(text);
        let lines = wrap(&text, area.width.into(), self.medium.policy);
        let top = usize::from(area.height).saturating_sub(lines.len()) / 2;
        for (line, row) in lines.iter().zip(area.rows().skip(top)) {
            let width = self.medium.policy.columns(line) as u16;
            let x = row.x + row.width.saturating_sub(width) / 2;
            self.put((x, row.y), row.width, line, Role::Text.style());
        }
    }

    /// Columns of a text as shown.
    pub(crate) fn columns(&self, text: &str) -> u16 {
        u16::try_from(self.medium.columns(text)).unwrap_or(u16::MAX)
    }
}
