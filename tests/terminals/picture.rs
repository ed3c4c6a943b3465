//! What a terminal drew, cell by cell.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
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

    /// The rows and columns of characters whose ground is the paper's and whose style is reversed, or the other way
    /// round, or whose colour isn't seen.
    pub(crate) fn unlike_styles(&self, styled: &Buffer) -> Vec<(usize, usize)> {
        let paper = self.paper();
        let is_wrong = |cell: &[u32], style: &Cell| {
            // No glyph fills the lines at its top and its foot.
            let edges = cell[..self.width].iter().chain(&cell[cell.len() - self.width..]);
            let reversed = 2 * edges.filter(|pixel| **pixel == paper).count() < self.width;
            let plain = matches!(style.fg, Color::Reset) || cell.iter().any(|pixel| is_tinted(*pixel));
            reversed != style.modifier.contains(Modifier::REVERSED) || !plain
        };
        let places = styled.area.positions().map(|at| (usize::from(at.y), usize::from(at.x), &styled[at]));
        let written = places.filter(|(_, _, cell)| {
            !matches!(cell.symbol(), "█" | "" | " ") && !cell.modifier.contains(Modifier::DIM)
        });
        written.filter(|(y, x, style)| is_wrong(&self.row(*y)[*x], style)).map(|(y, x, _)| (y, x)).collect()
    }

    /// The colour that most of it has.
    fn paper(&self) -> u32 {
        let mut pixels: Vec<u32> = self.cells.iter().map(|cell| cell[0]).collect();
        pixels.sort_unstable();
        pixels.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).unwrap()[0]
    }

    /// The cells of some rows that another picture has otherwise: rows and columns.
    pub(crate) fn other(&self, other: &Self, rows: &[usize]) -> Vec<(usize, usize)> {
        let cells = rows.iter().flat_map(|y| (0..self.columns).map(move |x| (*y, x)));
        cells.filter(|(y, x)| self.row(*y)[*x] != other.row(*y)[*x]).collect()
    }

    pub(crate) fn row(&self, row: usize) -> &[Vec<u32>] {
        &self.cells[row * self.columns..][..self.columns]
    }
}

/// Whether a pixel is of a colour and not grey.
fn is_tinted(pixel: u32) -> bool {
    let channels = [16, 8, 0].map(|shift| pixel >> shift & 0xff);
    channels.iter().max().zip(channels.iter().min()).is_some_and(|(most, least)| most - least > 0x20)
}

/// Whether some pixels are all of one colour.
fn is_plain(pixels: &[u32]) -> bool {
    pixels.iter().all(|pixel| *pixel == pixels[0])
}
