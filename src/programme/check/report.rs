//! Collects what is wrong where, within bounds, and turns offsets into lines and columns at the end.

use std::fmt::{self, Display, Write as _};

use super::{Problem, Severity};

/// More problems than this are only counted: a hostile file has one every few bytes.
const MAX_PROBLEMS: usize = 10_000;

/// A step of a path into a dataset.
#[derive(Clone, Copy)]
pub(super) enum Step {
    Field(&'static str),
    Index(usize),
}

/// The problems found so far, and the path at which the reader is.
#[derive(Default)]
pub(super) struct Report {
    pub path: Vec<Step>,
    found: Vec<Entry>,
    left_out: usize,
    left_out_error: bool,
}

struct Entry {
    at: usize,
    severity: Severity,
    path: String,
    message: String,
    /// Where the same thing stands first, in bytes, for the message to say.
    first: Option<usize>,
}

impl Report {
    pub(super) fn error(&mut self, at: usize, message: impl Display) {
        self.add(at, Severity::Error, message, None);
    }

    pub(super) fn warning(&mut self, at: usize, message: impl Display) {
        self.add(at, Severity::Warning, message, None);
    }

    /// An error about something that stands for the second time.
    pub(super) fn repeated(&mut self, at: usize, message: impl Display, first: usize) {
        self.add(at, Severity::Error, message, Some(first));
    }

    /// A warning about a place that was read before, with its path.
    pub(super) fn warning_at(&mut self, path: String, at: usize, message: impl Display) {
        if self.has_room_for(Severity::Warning) {
            let message = message.to_string();
            self.found.push(Entry { at, severity: Severity::Warning, path, message, first: None });
        }
    }

    fn add(&mut self, at: usize, severity: Severity, message: impl Display, first: Option<usize>) {
        if self.has_room_for(severity) {
            let (path, message) = (self.path(), message.to_string());
            self.found.push(Entry { at, severity, path, message, first });
        }
    }

    fn has_room_for(&mut self, severity: Severity) -> bool {
        let full = self.is_full();
        self.left_out += usize::from(full);
        self.left_out_error |= full && severity == Severity::Error;
        !full
    }

    /// Whether problems are only counted from here on.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= MAX_PROBLEMS
    }

    /// The path at which the reader is, like `initiatives[3].title.en`; the whole dataset is `$`.
    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.path {
            // Writing to a String can't fail.
            let _ = match step {
                Step::Field(name) if path.is_empty() => write!(path, "{name}"),
                Step::Field(name) => write!(path, ".{name}"),
                Step::Index(index) => write!(path, "[{index}]"),
            };
        }
        if path.is_empty() { "$".into() } else { path }
    }

    /// Everything in the order of the file.
    pub(super) fn finish(mut self, bytes: &[u8]) -> Vec<Problem> {
        self.found.sort_by_key(|entry| entry.at);
        let places = Places::of(bytes, self.found.iter().flat_map(|e| [Some(e.at), e.first]).flatten());
        let mut problems: Vec<_> = self.found.into_iter().map(|entry| entry.problem(&places)).collect();
        if let Some(last) = problems.last()
            && self.left_out > 0
        {
            let severity = if self.left_out_error { Severity::Error } else { Severity::Warning };
            let message = format!("{} more problems are not listed; correct these first", self.left_out);
            problems.push(Problem { path: "$".into(), message, severity, ..*last });
        }
        problems
    }
}

impl Entry {
    fn problem(self, places: &Places) -> Problem {
        let (line, column) = places.get(self.at);
        let mut message = self.message;
        if let Some(first) = self.first {
            let (line, column) = places.get(first);
            // Writing to a String can't fail.
            let _ = write!(message, ", first on line {line}, column {column}");
        }
        Problem { line, column, path: self.path, message, severity: self.severity }
    }
}

/// The line and column of some offsets of a file.
struct Places(Vec<(usize, (usize, usize))>);

impl Places {
    /// One pass over the file, for the offsets are many and the lines may be millions.
    fn of(bytes: &[u8], offsets: impl Iterator<Item = usize>) -> Self {
        let mut offsets: Vec<_> = offsets.collect();
        offsets.sort_unstable();
        offsets.dedup();
        let (mut from, mut line, mut column) = (0, 1, 1);
        let place = |offset: usize| {
            for &b in &bytes[from..offset.min(bytes.len())] {
                (line, column) = match b {
                    b'\n' => (line + 1, 1),
                    // Continuation bytes begin no character.
                    0x80..0xc0 => (line, column),
                    _ => (line, column + 1),
                };
            }
            from = offset;
            (offset, (line, column))
        };
        Self(offsets.into_iter().map(place).collect())
    }

    fn get(&self, offset: usize) -> (usize, usize) {
        self.0.binary_search_by_key(&offset, |&(o, _)| o).map_or((1, 1), |found| self.0[found].1)
    }
}

/// A piece of the file for a message: in quotes, cut, and safe to show.
pub(super) struct Quote<'a>(pub &'a str);

impl Display for Quote<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cut = self.0.char_indices().nth(40).map_or(self.0.len(), |(end, _)| end);
        let dots = if cut < self.0.len() { "..." } else { "" };
        write!(f, "'{}{dots}'", crate::text::clean(&self.0[..cut]))
    }
}
