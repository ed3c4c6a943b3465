//! The painter: a ratatui backend that knows what the terminal shows and sends the least that changes it.
//!
//! Widths are `text::WidthPolicy`'s; what the terminal can do is `capability.rs`'. It reads nothing.

mod decimal;
mod grid;
mod pen;
mod row;
mod rows;
mod scroll;
mod wire;

use std::io;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::Capability;
use crate::text::WidthPolicy;
use grid::Grid;
use rows::Rows;
use scroll::Shift;
use wire::Wire;

/// A [`Backend`] over any writer, for a viewport of the whole screen.
///
/// A cell holds one grapheme cluster. One of two columns stands in its first cell, as
/// `CellDiffOption::ForcedWidth(2)`, and its second cell holds the empty symbol. `draw` only notes cells down;
/// `flush` sends what differs from the screen in one write, and nothing if nothing does. Only a VT100's sequences
/// are used, and what the [`Capability`] promises beyond.
#[derive(Debug)]
pub struct Painter<W> {
    out: W,
    size: Size,
    capability: Capability,
    /// What the terminal shows.
    shown: Grid,
    /// What it shall show.
    next: Grid,
    /// Whether `shown` is not to be trusted, all of it or one row.
    lost: bool,
    lost_row: Option<usize>,
    /// Whether the terminal may still hold wide glyphs as they stood before it, or what we know of it, changed.
    relaid: bool,
    wire: Wire,
    /// Whether the terminal shows the cursor, if that is known.
    cursor_shown: Option<bool>,
    /// Where it shall be after the next frame; `None` is hidden, wherever drawing ends.
    cursor: Option<Cursor>,
}

/// Where the cursor stands after a frame. Hidden, too, it leads screen readers and magnifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// From 0.
    pub position: Position,
    pub visible: bool,
}

impl<W: io::Write> Painter<W> {
    pub fn new(out: W, columns: u16, rows: u16, capability: &Capability) -> Self {
        Self {
            out,
            size: Size::new(columns, rows),
            capability: capability.clone(),
            shown: Grid::new(columns, rows),
            next: Grid::new(columns, rows),
            lost: true,
            lost_row: None,
            relaid: false,
            wire: Wire::new(columns, capability),
            cursor_shown: None,
            cursor: None,
        }
    }

    pub fn get_ref(&self) -> &W {
        &self.out
    }

    pub fn get_mut(&mut self) -> &mut W {
        &mut self.out
    }

    /// Columns and rows.
    pub(super) fn dimensions(&self) -> (u16, u16) {
        (self.size.width, self.size.height)
    }

    /// The columns that it takes ambiguous characters to have.
    pub(super) fn width(&self) -> WidthPolicy {
        self.capability.width
    }

    /// The terminal has another size; what it shows now is unknown.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.size = Size::new(columns, rows);
        self.next = Grid::new(columns, rows);
        self.shown = Grid::new(columns, rows);
        self.wire = Wire::new(columns, &self.capability);
        self.relaid = true;
        self.forget();
    }

    /// The terminal can do something else than was assumed. Cells drawn before that are dropped: draw all again.
    pub fn adapt(&mut self, capability: &Capability) {
        self.capability = capability.clone();
        self.resize(self.size.width, self.size.height);
    }

    /// Somebody else wrote on the terminal: the next frame paints everything.
    pub fn forget(&mut self) {
        self.lost = true;
        self.cursor_shown = None;
        self.wire.forget();
    }

    /// Writes each question at the beginning of a row, asks where the cursor went (CPR), and puts the row right
    /// again, all in one write that ends with a request for device attributes.
    ///
    /// It begins with the end of a string (ST): in a terminal of another charset a byte of a character before may have
    /// begun one (0x90 is DCS), which would take the questions in.
    ///
    /// False if the screen is too small. The row is not the first one: the answer would read as Shift-F3.
    pub(super) fn ask(&mut self, questions: &[&[u8]]) -> io::Result<bool> {
        let used = |y: &usize| self.next.row(*y).iter().filter(|glyph| !glyph.is_blank()).count();
        let Some(y) = (1..self.next.rows()).min_by_key(used).filter(|_| self.next.columns >= 8) else {
            return Ok(false);
        };
        self.wire.bytes.clear();
        self.wire.bytes.extend_from_slice(b"\x1b\\");
        for question in questions {
            self.wire.absolute(y, 0);
            self.wire.bytes.extend_from_slice(question);
            self.wire.bytes.extend_from_slice(b"\x1b[6n");
        }
        self.wire.forget_cursor();
        self.lost_row = Some(y);
        self.encode(None, usize::MAX);
        self.wire.bytes.extend_from_slice(b"\x1b[c");
        self.send()?;
        Ok(true)
    }

    /// Sends what differs from the screen in one write, and asks behind it where the cursor is (CPR), which is then
    /// in row 2 and that column, from 1. The bytes of what was painted; where that is nothing, nothing is asked.
    ///
    /// Where that is more than `most` bytes it ends with the row that makes them full: [`Painter::is_behind`].
    pub(super) fn show(&mut self, question: Option<u16>, most: usize) -> io::Result<usize> {
        self.wire.bytes.clear();
        let painted = self.encode(question, most);
        self.send()?;
        Ok(painted)
    }

    /// Whether the screen shows only a part of the frame.
    pub(super) fn is_behind(&self) -> bool {
        self.shown != self.next
    }

    /// Appends what turns the screen shown into the next one, and the question; the bytes of the former.
    fn encode(&mut self, question: Option<u16>, most: usize) -> usize {
        if self.lost {
            self.wire.erase_screen(std::mem::take(&mut self.relaid));
            self.shown.clear();
            (self.lost, self.lost_row) = (false, None);
        }
        self.paint(most);
        let painted = self.wire.bytes.len();
        if let Some(column) = question.filter(|_| painted > 0) {
            // The answer for row 1 would read as F3 with a modifier.
            self.wire.absolute(1, usize::from(column) - 1);
            self.wire.bytes.extend_from_slice(b"\x1b[6n");
        }
        self.place_cursor();
        painted
    }

    /// Paints in the shortest way, by scrolling or not; where that is more than `most` bytes, a part.
    fn paint(&mut self, most: usize) {
        let (lost, here) = (self.lost_row.take(), self.here());
        let shift = scroll::find(&self.shown, &self.next).filter(|_| lost.is_none());
        let mut shortest = Rows::new(&self.shown, &self.next, lost).shortest(&self.wire, here);
        if let Some(Shift { top, bottom, by }) = shift {
            let (mut wire, mut shown) = (self.wire.clone(), self.shown.clone());
            wire.scroll(top, bottom, by);
            shown.scroll(top, bottom, by);
            let scrolled = Rows::new(&shown, &self.next, lost).shortest(&wire, here);
            if scrolled.bytes.len() < shortest.bytes.len() {
                shortest = scrolled;
            }
        }
        if shortest.bytes.len() > most {
            self.paint_part(most);
        } else {
            self.wire = shortest;
            self.shown.copy(&self.next);
        }
    }

    /// Paints the row where the reader is and the one with the mark of where that was, then the others until so many
    /// bytes are full.
    fn paint_part(&mut self, most: usize) {
        for y in [self.here(), self.wire.row()].into_iter().flatten() {
            self.paint_row(y);
        }
        for y in 0..self.next.rows() {
            if self.wire.bytes.len() < most {
                self.paint_row(y);
            }
        }
    }

    fn paint_row(&mut self, y: usize) {
        if self.shown.row(y) != self.next.row(y) {
            row::paint(&mut self.wire, y, self.shown.row(y), self.next.row(y), false);
            self.shown.row_mut(y).copy_from_slice(self.next.row(y));
        }
    }

    /// The row where the cursor is to stand.
    fn here(&self) -> Option<usize> {
        self.cursor.map(|cursor| usize::from(cursor.position.y)).filter(|&y| y < self.next.rows())
    }

    /// Where the cursor shall be after the next frame.
    pub fn place(&mut self, cursor: Option<Cursor>) {
        self.cursor = cursor;
    }

    fn place_cursor(&mut self) {
        if let Some(Cursor { position, .. }) = self.cursor {
            let (x, y) = (usize::from(position.x), usize::from(position.y));
            if x < self.next.columns && y < self.next.rows() {
                self.wire.move_to(y, x, self.next.row(y));
            }
        }
        let visible = self.cursor.is_some_and(|cursor| cursor.visible);
        if self.cursor_shown != Some(visible) {
            let sequence = if visible { b"\x1b[?25h" } else { b"\x1b[?25l" };
            self.wire.bytes.extend_from_slice(sequence);
            self.cursor_shown = Some(visible);
        }
    }

    fn send(&mut self) -> io::Result<()> {
        if self.wire.bytes.is_empty() {
            return Ok(());
        }
        let sent = self.out.write_all(&self.wire.bytes).and_then(|()| self.out.flush());
        self.wire.bytes.clear();
        if sent.is_err() {
            self.forget();
        }
        sent
    }
}

impl<W: io::Write> Backend for Painter<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        for (x, y, cell) in content {
            self.next.put(x.into(), y.into(), cell, &self.capability);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor = Some(Cursor { position: self.get_cursor_position()?, visible: true });
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.map_or(Position::ORIGIN, |cursor| cursor.position))
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        self.cursor = self.cursor.map(|cursor| Cursor { position, ..cursor });
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.next.clear();
        self.forget();
        Ok(())
    }

    /// Clears all: a viewport of the whole screen asks for nothing less.
    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        self.clear()
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.show(None, usize::MAX).map(drop)
    }
}
