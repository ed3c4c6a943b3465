//! What a terminal drew, cell by cell.

use yixin::text::WidthPolicy;

/// The pixels of each cell, row by row, but for those at its edges: a neighbour's glyph may reach there.
#[derive(PartialEq)]
pub(crate) struct Picture {
    pub(crate) columns: usize,
    /// Pixels of a cell's line.
    pub(crate) width: usize,
    pub(crate) cells: Vec<Vec<u32>>,
}

impl Picture {
    /// The rows and columns, from 0, where a screen of text has a character and the picture no ink, or the other way
    /// round.
    pub(crate) fn unlike(&self, text: &str, policy: WidthPolicy) -> Vec<(usize, usize)> {
        let mut wrong = Vec::new();
        for (y, line) in text.lines().enumerate() {
            let mut x = 0;
            for (at, c) in line.char_indices() {
                let end = policy.columns(&line[..at + c.len_utf8()]);
                let cells = &self.row(y)[x..end];
                // A blank may be underlined.
                let line = if c.is_whitespace() { self.width } else { cells[0].len() };
                let plain = c.is_whitespace() || c == '█';
                if plain != cells.iter().all(|cell| cell.chunks(line).all(is_plain)) {
                    wrong.push((y, x));
                }
                x = end;
            }
        }
        wrong
    }

    /// The cells of some rows that another picture has otherwise: rows and columns.
    pub(crate) fn other(&self, other: &Self, rows: &[usize]) -> Vec<(usize, usize)> {
        let cells = rows.iter().flat_map(|y| (0..self.columns).map(move |x| (*y, x)));
        cells.filter(|(y, x)| self.row(*y)[*x] != other.row(*y)[*x]).collect()
    }

    fn row(&self, row: usize) -> &[Vec<u32>] {
        &self.cells[row * self.columns..][..self.columns]
    }
}

/// Whether some pixels are all of one colour.
fn is_plain(pixels: &[u32]) -> bool {
    pixels.iter().all(|pixel| *pixel == pixels[0])
}
