//! What a screen shows, cell by cell; no glyph in it is ever half.

use ratatui::buffer::{Cell, CellDiffOption};

use crate::terminal::Capability;
use crate::text::{WidthPolicy, hidden};

use super::pen::Pen;

/// One grapheme cluster, in place: comparing cells is most of the painter's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Symbol {
    bytes: [u8; 15],
    len: u8,
}

impl Symbol {
    pub(super) const EMPTY: Self = Self { bytes: [0; 15], len: 0 };
    const SPACE: Self = Self::ascii(b" ");

    const fn ascii<const N: usize>(text: &[u8; N]) -> Self {
        let mut symbol = Self { len: N as u8, ..Self::EMPTY };
        let mut n = 0;
        while n < N {
            symbol.bytes[n] = text[n];
            n += 1;
        }
        symbol
    }

    /// A cluster that doesn't fit loses its last characters: combining ones, or of an emoji of several.
    fn new(text: &str) -> Self {
        let end = (0..=15).rev().find(|&n| text.is_char_boundary(n)).unwrap_or(0);
        let fit = if end < text.len() { text[..end].trim_end_matches('\u{200d}') } else { text };
        let mut symbol = Self { len: fit.len() as u8, ..Self::EMPTY };
        symbol.bytes[..fit.len()].copy_from_slice(fit.as_bytes());
        symbol
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len()]).unwrap_or_default()
    }

    /// A number that differs for most clusters: their first eight bytes.
    pub(super) fn key(&self) -> u64 {
        self.bytes.first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }

    /// Bytes.
    pub(super) fn len(&self) -> usize {
        self.len.into()
    }
}

/// One cell's share of a glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    /// Empty in the second cell of a wide one.
    pub(super) text: Symbol,
    /// Columns from here on: 0 in the second cell of a wide glyph.
    pub(super) columns: u8,
    /// Whether every terminal is known to give it so many columns.
    pub(super) sure: bool,
    /// Whether it takes two columns by the policy alone, so that its picture may fill only the first.
    pub(super) stretched: bool,
    pub(super) pen: Pen,
}

impl Glyph {
    pub(super) const BLANK: Self =
        Self { text: Symbol::SPACE, columns: 1, sure: true, stretched: false, pen: Pen::PLAIN };

    /// What a cell of ratatui's asks for. No control of it gets further than this.
    fn new(cell: &Cell, capability: &Capability) -> Self {
        let pen = Pen::new(cell.style(), capability);
        let symbol = cell.symbol();
        if symbol == " " || symbol.is_empty() {
            return Self { pen: pen.on_blank(), ..Self::BLANK };
        }
        let columns = match cell.diff_option {
            CellDiffOption::ForcedWidth(n) => usize::from(n.get()),
            _ => capability.width.grapheme(symbol),
        };
        let columns = columns.clamp(1, 2);
        if hidden(symbol).next().is_some() {
            let text = if columns == 2 { Symbol::ascii(b"??") } else { Symbol::ascii(b"?") };
            return Self { text, columns: columns as u8, sure: true, stretched: false, pen };
        }
        Self {
            text: Symbol::new(symbol),
            columns: columns as u8,
            sure: is_sure(symbol, columns, capability),
            stretched: columns == 2 && WidthPolicy::Narrow.grapheme(symbol) < 2,
            pen,
        }
    }

    /// Whether it is what an erased cell shows.
    pub(super) fn is_blank(&self) -> bool {
        self.text == Symbol::SPACE && self.pen == Pen::PLAIN
    }

    /// Whether it looks right if it is printed with this pen.
    pub(super) fn suits(&self, pen: Pen) -> bool {
        self.pen == pen || self.text == Symbol::SPACE && pen.blanks_like(self.pen)
    }
}

/// Whether terminals agree on this cluster's columns. They don't on emoji, private use, and anything combined;
/// an old Linux console draws `⌚` in one column.
fn is_sure(symbol: &str, columns: usize, capability: &Capability) -> bool {
    let mut chars = symbol.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return false };
    match c {
        ' '..='~' => true,
        '\u{e000}'..='\u{f8ff}' | '\u{1f000}'..='\u{1ffff}' | '\u{f0000}'.. => false,
        '\u{a1}'..'\u{2e80}' if columns == 2 && capability.width == WidthPolicy::Narrow => false,
        _ => capability.charset.is_sure_of(c),
    }
}

/// Rows of cells.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Grid {
    pub(super) columns: usize,
    cells: Vec<Glyph>,
}

impl Grid {
    pub(super) fn new(columns: u16, rows: u16) -> Self {
        let (columns, rows) = (usize::from(columns), usize::from(rows));
        Self { columns, cells: vec![Glyph::BLANK; columns * rows] }
    }

    pub(super) fn rows(&self) -> usize {
        self.cells.len() / self.columns.max(1)
    }

    pub(super) fn row(&self, y: usize) -> &[Glyph] {
        &self.cells[y * self.columns..][..self.columns]
    }

    pub(super) fn row_mut(&mut self, y: usize) -> &mut [Glyph] {
        &mut self.cells[y * self.columns..][..self.columns]
    }

    /// Takes over the cells of one that is as large.
    pub(super) fn copy(&mut self, other: &Self) {
        self.cells.copy_from_slice(&other.cells);
    }

    pub(super) fn clear(&mut self) {
        self.cells.fill(Glyph::BLANK);
    }

    /// Rows `top..bottom` move up by `by` (down if negative); blank rows come in.
    pub(super) fn scroll(&mut self, top: usize, bottom: usize, by: isize) {
        let part = &mut self.cells[top * self.columns..bottom * self.columns];
        let cells = by.unsigned_abs() * self.columns;
        if by > 0 {
            part.rotate_left(cells);
            let kept = part.len() - cells;
            part[kept..].fill(Glyph::BLANK);
        } else {
            part.rotate_right(cells);
            part[..cells].fill(Glyph::BLANK);
        }
    }

    /// Puts a cell of ratatui's in its place. A wide glyph that loses a half to it becomes blank; ratatui's own
    /// diff may leave that half out (its issues 2585 and 2738).
    pub(super) fn put(&mut self, x: usize, y: usize, cell: &Cell, capability: &Capability) {
        if x >= self.columns || y >= self.rows() {
            return;
        }
        let row = self.row_mut(y);
        if cell.symbol().is_empty() && x > 0 && row[x - 1].columns == 2 {
            return;
        }
        let mut glyph = Glyph::new(cell, capability);
        if x + usize::from(glyph.columns) > row.len() {
            glyph = Glyph { pen: glyph.pen.on_blank(), ..Glyph::BLANK };
        }
        let end = x + usize::from(glyph.columns);
        if x > 0 && row[x].columns == 0 {
            row[x - 1] = Glyph { pen: row[x - 1].pen.on_blank(), ..Glyph::BLANK };
        }
        if end < row.len() && row[end].columns == 0 {
            row[end] = Glyph { pen: row[end].pen.on_blank(), ..Glyph::BLANK };
        }
        if glyph.columns == 2 {
            row[x + 1] = Glyph { text: Symbol::EMPTY, columns: 0, stretched: false, ..glyph };
        }
        row[x] = glyph;
    }
}
