//! The bytes of a frame: where the cursor is, which pen is set, and the shortest way to the next.

use crate::terminal::{Capability, Charset};

use super::decimal::{digits, number};
use super::grid::Glyph;
use super::pen::Pen;

/// A frame under way, and what is known of the terminal's state after it.
#[derive(Clone, Debug)]
pub(super) struct Wire {
    pub(super) bytes: Vec<u8>,
    /// Where the cursor is, from 0. After a glyph in the last column the column is unknown, after one that
    /// terminals disagree on both are.
    row: Option<usize>,
    column: Option<usize>,
    pen: Option<Pen>,
    columns: usize,
    charset: Charset,
    ech: bool,
    attributes_off: bool,
}

/// What a frame that goes on depends on: where the cursor is, and the pen.
pub(super) type State = (Option<usize>, Option<usize>, Option<Pen>);

impl Wire {
    pub(super) fn new(columns: u16, capability: &Capability) -> Self {
        Self {
            bytes: Vec::new(),
            row: None,
            column: None,
            pen: None,
            columns: columns.into(),
            charset: capability.charset.clone(),
            ech: capability.ech,
            attributes_off: capability.attributes_off,
        }
    }

    /// From here on nothing is known of the terminal.
    pub(super) fn forget(&mut self) {
        self.forget_cursor();
        self.pen = None;
    }

    pub(super) fn forget_cursor(&mut self) {
        (self.row, self.column) = (None, None);
    }

    pub(super) fn state(&self) -> State {
        (self.row, self.column, self.pen)
    }

    /// Writes what was written before in the same state, and led to that one.
    pub(super) fn append(&mut self, bytes: &[u8], to: State) {
        self.bytes.extend_from_slice(bytes);
        (self.row, self.column, self.pen) = to;
    }

    /// Where the cursor is, if that is known.
    pub(super) fn row(&self) -> Option<usize> {
        self.row
    }

    /// Clears the screen and leaves the cursor at its beginning. In mlterm made smaller, each ED leaves half of the wide
    /// glyphs of a row: `wide` repeats it until none can be left.
    pub(super) fn erase_screen(&mut self, wide: bool) {
        self.set_pen(Pen::PLAIN);
        self.bytes.extend_from_slice(b"\x1b[H");
        let times = if wide { self.columns.max(2).ilog2() } else { 1 };
        self.bytes.extend_from_slice(&b"\x1b[J".repeat(times as usize));
        (self.row, self.column) = (Some(0), Some(0));
    }

    /// EL: blank from the cursor on. The pen's background would show in terminals that have bce.
    pub(super) fn erase_tail(&mut self) {
        self.set_pen_for_erasing();
        self.bytes.extend_from_slice(b"\x1b[K");
    }

    /// ECH: so many blank cells from the cursor on; it stays where it is.
    pub(super) fn erase(&mut self, cells: usize) {
        self.set_pen_for_erasing();
        self.sequence(cells, b'X');
    }

    /// Whether ECH for so many cells, and a move across them if text follows, beats spaces.
    pub(super) fn prefers_erasing(&self, cells: usize, text_follows: bool) -> bool {
        let sequence = sequence_len(cells);
        self.ech && cells > if text_follows { 2 * sequence } else { sequence }
    }

    fn set_pen_for_erasing(&mut self) {
        if !self.pen.is_some_and(|pen| pen.blanks_like(Pen::PLAIN)) {
            self.set_pen(Pen::PLAIN);
        }
    }

    fn set_pen(&mut self, pen: Pen) {
        if self.pen != Some(pen) {
            Pen::change(self.pen, pen, self.attributes_off, &mut self.bytes);
            self.pen = Some(pen);
        }
    }

    /// Prints blanks where the cursor is, as many as a glyph is wide and in its pen.
    pub(super) fn blank(&mut self, glyph: &Glyph) {
        for _ in 0..glyph.columns {
            self.print(&Glyph { pen: glyph.pen, ..Glyph::BLANK });
        }
    }

    /// Prints a glyph where the cursor is.
    pub(super) fn print(&mut self, glyph: &Glyph) {
        if !self.pen.is_some_and(|pen| glyph.suits(pen)) {
            self.set_pen(glyph.pen);
        }
        self.charset.encode(glyph.text.as_str(), glyph.columns.into(), &mut self.bytes);
        self.column = self.column.map(|x| x + usize::from(glyph.columns)).filter(|&x| x < self.columns);
        if !glyph.sure {
            self.forget_cursor();
        }
    }

    /// Moves the cursor. `row` is what row `y` shows up to `x`, for printing it again may be the shortest way.
    pub(super) fn move_to(&mut self, y: usize, x: usize, row: &[Glyph]) {
        if (self.row, self.column) == (Some(y), Some(x)) {
            return;
        }
        match self.shortest(y, x, row) {
            Some((from_start, horizontal)) => {
                let dy = y as isize - self.row.unwrap_or(y) as isize;
                self.vertical(dy);
                if from_start {
                    self.bytes.push(b'\r');
                    self.column = Some(0);
                }
                self.horizontal(x, horizontal, row);
            }
            None => self.absolute(y, x),
        }
        (self.row, self.column) = (Some(y), Some(x));
    }

    /// The best relative move, if it is shorter than CUP: whether by a carriage return, and the step from there.
    fn shortest(&self, y: usize, x: usize, row: &[Glyph]) -> Option<(bool, Step)> {
        let dy = y as isize - self.row? as isize;
        let here = self.column.map(|from| (self.step(from, x, row), false));
        let start = (self.step(0, x, row), true);
        let ((step, cost), from_start) = here
            .into_iter()
            .chain([start])
            .min_by_key(|((_, cost), from_start)| cost + usize::from(*from_start))?;
        let relative = vertical_len(dy) + cost + usize::from(from_start);
        (relative <= absolute_len(y, x)).then_some((from_start, step))
    }

    /// The shortest way along a row, and its bytes.
    fn step(&self, from: usize, x: usize, row: &[Glyph]) -> (Step, usize) {
        if x <= from {
            let n = from - x;
            return if n <= sequence_len(n) { (Step::Backspace, n) } else { (Step::Left, sequence_len(n)) };
        }
        let right = sequence_len(x - from);
        match self.reprint_len(&row[from..x], right) {
            Some(cost) => (Step::Reprint, cost),
            None => (Step::Right, right),
        }
    }

    /// Bytes for printing these cells again, if that works with this pen and is no more than `limit`.
    fn reprint_len(&self, cells: &[Glyph], limit: usize) -> Option<usize> {
        let pen = self.pen?;
        let mut cost = 0;
        for (n, glyph) in cells.iter().enumerate() {
            let cut = n == 0 && glyph.columns == 0 || n + usize::from(glyph.columns) > cells.len();
            cost += if self.charset == Charset::Utf8 { glyph.text.len() } else { glyph.columns.into() };
            if cut || !glyph.sure || cost > limit || glyph.columns > 0 && !glyph.suits(pen) {
                return None;
            }
        }
        Some(cost)
    }

    fn vertical(&mut self, dy: isize) {
        let n = dy.unsigned_abs();
        match dy {
            0 => {}
            // RI
            -1 => self.bytes.extend_from_slice(b"\x1bM"),
            ..0 => self.sequence(n, b'A'),
            _ if n <= sequence_len(n) => self.bytes.resize(self.bytes.len() + n, b'\n'),
            _ => self.sequence(n, b'B'),
        }
    }

    fn horizontal(&mut self, x: usize, step: Step, row: &[Glyph]) {
        let from = self.column.unwrap_or(0);
        match step {
            Step::Backspace => self.bytes.resize(self.bytes.len() + from - x, 0x08),
            Step::Left => self.sequence(from - x, b'D'),
            Step::Right => self.sequence(x - from, b'C'),
            Step::Reprint => row[from..x].iter().for_each(|glyph| self.print(glyph)),
        }
    }

    /// CUP, without the parameters that are 1.
    pub(super) fn absolute(&mut self, y: usize, x: usize) {
        self.bytes.extend_from_slice(b"\x1b[");
        if y > 0 {
            number(y + 1, &mut self.bytes);
        }
        if x > 0 {
            self.bytes.push(b';');
            number(x + 1, &mut self.bytes);
        }
        self.bytes.push(b'H');
        (self.row, self.column) = (Some(y), Some(x));
    }

    /// Rows `top..bottom` move up by `by`, or down if it is negative: DECSTBM, then LF or RI at the margin, for
    /// the Linux console has no SU and SD.
    pub(super) fn scroll(&mut self, top: usize, bottom: usize, by: isize) {
        self.set_pen_for_erasing();
        self.bytes.extend_from_slice(b"\x1b[");
        number(top + 1, &mut self.bytes);
        self.bytes.push(b';');
        number(bottom, &mut self.bytes);
        self.bytes.push(b'r');
        let (margin, line): (_, &[u8]) = if by > 0 { (bottom - 1, b"\n") } else { (top, b"\x1bM") };
        self.absolute(margin, 0);
        self.bytes.extend(line.repeat(by.unsigned_abs()));
        self.bytes.extend_from_slice(b"\x1b[r");
        self.forget_cursor();
    }

    /// A CSI sequence with one count, which is left out if it is 1.
    fn sequence(&mut self, n: usize, last: u8) {
        self.bytes.extend_from_slice(b"\x1b[");
        if n > 1 {
            number(n, &mut self.bytes);
        }
        self.bytes.push(last);
    }
}

/// A way along a row.
#[derive(Clone, Copy)]
enum Step {
    Backspace,
    Left,
    Right,
    Reprint,
}

fn vertical_len(dy: isize) -> usize {
    match dy {
        -1 => 2,
        ..0 => sequence_len(dy.unsigned_abs()),
        _ => sequence_len(dy.unsigned_abs()).min(dy.unsigned_abs()),
    }
}

fn absolute_len(y: usize, x: usize) -> usize {
    let row = if y > 0 { digits(y + 1) } else { 0 };
    3 + row + if x > 0 { 1 + digits(x + 1) } else { 0 }
}

fn sequence_len(n: usize) -> usize {
    3 + if n > 1 { digits(n) } else { 0 }
}
