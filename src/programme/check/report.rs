//! Collects what is wrong where, within bounds, and turns offsets into lines and columns at the end.

use std::fmt::Write as _;

use super::{Problem, Severity};
use crate::programme::fault::Fault;

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
    fault: Fault,
    /// Where the same thing stands first, in bytes.
    first: Option<usize>,
}

impl Report {
    pub(super) fn error(&mut self, at: usize, fault: Fault) {
        self.add(at, Severity::Error, fault, None);
    }

    pub(super) fn warning(&mut self, at: usize, fault: Fault) {
        self.add(at, Severity::Warning, fault, None);
    }

    /// A warning about something that stands for the second time.
    pub(super) fn warning_again(&mut self, at: usize, fault: Fault, first: usize) {
        self.add(at, Severity::Warning, fault, Some(first));
    }

    /// An error about something that stands for the second time.
    pub(super) fn repeated(&mut self, at: usize, fault: Fault, first: usize) {
        self.add(at, Severity::Error, fault, Some(first));
    }

    /// A warning about a place that was read before, with its path.
    pub(super) fn warning_at(&mut self, path: String, at: usize, fault: Fault) {
        if self.has_room_for(Severity::Warning) {
            self.found.push(Entry { at, severity: Severity::Warning, path, fault, first: None });
        }
    }

    fn add(&mut self, at: usize, severity: Severity, fault: Fault, first: Option<usize>) {
        if self.has_room_for(severity) {
            let path = self.path();
            self.found.push(Entry { at, severity, path, fault, first });
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
            let (line, column, fault) = (last.line, last.column, Fault::More(self.left_out));
            problems.push(Problem { line, column, path: "$".into(), fault, first: None, severity });
        }
        problems
    }
}

impl Entry {
    fn problem(self, places: &Places) -> Problem {
        let (line, column) = places.get(self.at);
        let first = self.first.map(|first| places.get(first));
        Problem { line, column, path: self.path, fault: self.fault, first, severity: self.severity }
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
