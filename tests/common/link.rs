//! A slow line with a deep buffer between a program and its terminal, as ssh over a mountain link: it takes at once what
//! the program writes, brings it later, and the terminal's answers and the keys come as late.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "shared by test binaries that each use a part"
)]

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crate::pty::Pty;

/// What a line is like.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Bytes a second.
    pub rate: u32,
    /// From one end to the other and back.
    pub round_trip: Duration,
    /// Of a hundred answers of the terminal's, how many never come.
    pub lost: u32,
}

/// What a held key came to.
#[derive(Debug)]
pub struct Held {
    /// From the last key to the last byte that it made the screen change by.
    pub behind: Duration,
    /// The longest time in which nothing was shown, from the first frame to the last.
    pub stall: Duration,
    /// Frames, or parts of one, that were shown while the key was held; how many of them moved the cursor, which stands
    /// where the reader is; bytes of all of them.
    pub frames: usize,
    pub steps: usize,
    pub bytes: usize,
    /// The most selections in the list of regions that a frame, or a part of one, left on the screen.
    pub marks: usize,
}

/// Bytes that the line brings in one piece.
const PIECE: usize = 32;

pub struct Link {
    pub pty: Pty,
    pub line: Line,
    /// What is on its way, and when it arrives; whether it ends a frame.
    down: VecDeque<(Instant, Vec<u8>, bool)>,
    up: VecDeque<(Instant, Vec<u8>)>,
    /// When the line has sent all that it took.
    empty: Instant,
    /// What may be the beginning of a question.
    begun: Vec<u8>,
    asked: u32,
    shown: Vec<Shown>,
}

/// A piece that was shown.
struct Shown {
    when: Instant,
    bytes: usize,
    /// Where it ended a frame: the cursor after that, and the selections in the list of regions.
    cursor: Option<(u16, u16)>,
    marks: usize,
}

impl Link {
    pub fn new(pty: Pty, line: Line) -> Self {
        let (down, up, begun, shown) = Default::default();
        Self { pty, line, down, up, empty: Instant::now(), begun, asked: 0, shown }
    }

    /// Presses keys, which arrive later.
    pub fn send(&mut self, keys: impl AsRef<[u8]>) {
        self.up.push_back((Instant::now() + self.line.round_trip / 2, keys.as_ref().to_vec()));
    }

    /// Lets the line work until then.
    pub fn run(&mut self, end: Instant) {
        loop {
            let now = Instant::now();
            let due = self.up.partition_point(|(when, _)| *when <= now);
            for (_, keys) in self.up.drain(..due) {
                self.pty.send(keys);
            }
            let due = self.down.partition_point(|(when, ..)| *when <= now);
            for (_, bytes, ends) in self.down.drain(..due).collect::<Vec<_>>() {
                self.arrive(&bytes);
                let screen = self.pty.emulator.screen();
                let cursor = ends.then(|| screen.cursor_position());
                let mark = |row: &u16| screen.cell(*row, 1).is_some_and(|cell| cell.contents() == "▶");
                let marks = if ends { (0..24).filter(mark).count() } else { 0 };
                self.shown.push(Shown { when: now, bytes: bytes.len(), cursor, marks });
            }
            if now >= end {
                return;
            }
            let next = self.up.front().map(|(when, _)| *when);
            let next = next.into_iter().chain(self.down.front().map(|(when, _, _)| *when)).chain([end]).min();
            if let Some(bytes) = self.pty.receive(next.unwrap()) {
                self.take(&bytes);
            }
        }
    }

    /// Lets it work until nothing has been under way for that long.
    pub fn settle(&mut self, quiet: Duration) {
        let mut before = usize::MAX;
        while before != self.shown.len() || !self.down.is_empty() || !self.up.is_empty() {
            before = self.shown.len();
            self.run(Instant::now() + quiet);
        }
    }

    /// Holds a key so long, 30 times a second, ten times down and ten times up in turn, and lets all of it be shown.
    pub fn hold(&mut self, time: Duration) -> Held {
        self.shown.clear();
        let (start, count) = (Instant::now(), (time.as_millis() * 30 / 1000) as u32);
        for n in 0..count {
            self.send(if n / 10 % 2 == 0 { "j" } else { "k" });
            self.run(start + time * (n + 1) / count);
        }
        let last = start + time * (count - 1) / count;
        self.settle(self.line.round_trip + Duration::from_millis(2000));
        let held = self.shown.iter().filter(|shown| shown.when <= last);
        let cursors: Vec<_> = held.filter_map(|shown| shown.cursor).collect();
        Held {
            behind: self.shown.last().unwrap().when.saturating_duration_since(last),
            stall: self.shown.windows(2).map(|pair| pair[1].when - pair[0].when).max().unwrap_or_default(),
            frames: cursors.len(),
            steps: cursors.windows(2).filter(|pair| pair[0] != pair[1]).count(),
            bytes: self.shown.iter().map(|shown| shown.bytes).sum(),
            marks: self.shown.iter().map(|shown| shown.marks).max().unwrap_or_default(),
        }
    }

    /// Takes a frame that the program wrote.
    fn take(&mut self, bytes: &[u8]) {
        let pieces = bytes.len().div_ceil(PIECE);
        for (n, piece) in bytes.chunks(PIECE).enumerate() {
            let time = Duration::from_secs(1) * piece.len() as u32 / self.line.rate;
            self.empty = self.empty.max(Instant::now()) + time;
            self.down.push_back((self.empty + self.line.round_trip / 2, piece.to_vec(), n + 1 == pieces));
        }
    }

    /// Shows what has arrived, and answers what it asks.
    fn arrive(&mut self, bytes: &[u8]) {
        self.begun.extend_from_slice(bytes);
        for question in [&b"\x1b[6n"[..], b"\x1b[c"] {
            while let Some(at) = crate::pty::find(&self.begun, question) {
                let before: Vec<u8> = self.begun.drain(..at + question.len()).collect();
                self.pty.show(&before);
                self.answer(question);
            }
        }
        // A question may be cut.
        let cut = self.begun.iter().rposition(|b| *b == 0x1b).filter(|at| self.begun.len() - at < 4);
        let whole: Vec<u8> = self.begun.drain(..cut.unwrap_or(self.begun.len())).collect();
        self.pty.show(&whole);
    }

    fn answer(&mut self, question: &[u8]) {
        self.asked += 1;
        if self.asked * 37 % 100 < self.line.lost {
            return;
        }
        let (row, column) = self.pty.emulator.screen().cursor_position();
        match question {
            b"\x1b[c" => self.send("\x1b[?62;22c"),
            _ => self.send(format!("\x1b[{};{}R", row + 1, column + 1)),
        }
    }
}
