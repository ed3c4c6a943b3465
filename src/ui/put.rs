//! Text into cells, by the width policy: the only place that writes a cell.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::{Role, Theme};
use crate::search::{Query, highlights};
use crate::text::{truncate, wrap};

/// Writes a text as it is at a place, at most so many columns, and returns the columns that it took.
///
/// A cluster of two columns stands in its first cell and leaves the second one empty (`""`); the painter
/// relies on that, for ratatui's own measure knows no policy.
pub(crate) fn put(
    at: (u16, u16),
    columns: u16,
    text: &str,
    style: Style,
    theme: &Theme,
    buf: &mut Buffer,
) -> u16 {
    let (x, y) = at;
    let mut used = 0;
    for cluster in text.graphemes(true) {
        let width = theme.policy.grapheme(cluster) as u16;
        if used + width > columns {
            break;
        }
        if width == 0 {
            continue;
        }
        if let Some(cell) = buf.cell_mut((x + used, y)) {
            cell.set_symbol(cluster).set_style(style);
            cell.diff_option = match NonZeroU16::new(width) {
                Some(forced) if width > 1 => CellDiffOption::ForcedWidth(forced),
                _ => CellDiffOption::None,
            };
        }
        if width == 2
            && let Some(cell) = buf.cell_mut((x + used + 1, y))
        {
            cell.set_symbol("").set_style(style);
        }
        used += width;
    }
    used
}

/// Writes a text as this terminal can show it, cut with an ellipsis to so many columns, and returns the columns that it took.
pub(crate) fn put_cut(
    at: (u16, u16),
    columns: u16,
    text: &str,
    style: Style,
    theme: &Theme,
    buf: &mut Buffer,
) -> u16 {
    let shown = theme.text(text);
    let cut = truncate(&shown, columns.into(), theme.policy, theme.glyphs.ellipsis);
    put(at, columns, &cut, style, theme, buf)
}

/// Writes a text as [`put_cut`] does, with what a query finds in it marked.
pub(crate) fn put_marked(
    at: (u16, u16),
    columns: u16,
    text: &str,
    query: &Query,
    style: Style,
    theme: &Theme,
    buf: &mut Buffer,
) -> u16 {
    let shown = theme.text(text);
    let used = put_cut(at, columns, &shown, style, theme, buf);
    for range in highlights(&shown, query) {
        let start = theme.policy.columns(&shown[..range.start]) as u16;
        let width = theme.policy.columns(&shown[range]) as u16;
        // Where the text was cut, the ellipsis isn't part of the match, but tells that there is one.
        let marked = Rect {
            x: at.0 + start.min(used),
            y: at.1,
            width: width.min(used.saturating_sub(start)),
            height: 1,
        };
        buf.set_style(marked, theme.style(Role::Match));
    }
    used
}

/// Writes a text that ends before the column `right`, cut to `columns`.
pub(crate) fn put_right(
    at: (u16, u16),
    columns: u16,
    text: &str,
    style: Style,
    theme: &Theme,
    buf: &mut Buffer,
) {
    let (right, y) = at;
    let width = u16::try_from(theme.columns(text)).unwrap_or(u16::MAX).min(columns);
    put_cut((right - width, y), width, text, style, theme, buf);
}

/// Writes a text in the middle of an area, wrapped.
pub(crate) fn centred(area: Rect, text: &str, theme: &Theme, buf: &mut Buffer) {
    let text = theme.text(text);
    let lines = wrap(&text, area.width.into(), theme.policy);
    let top = usize::from(area.height).saturating_sub(lines.len()) / 2;
    for (line, row) in lines.iter().zip(area.rows().skip(top)) {
        let width = theme.policy.columns(line) as u16;
        let x = row.x + row.width.saturating_sub(width) / 2;
        put((x, row.y), row.width, line, theme.style(Role::Text), theme, buf);
    }
}
