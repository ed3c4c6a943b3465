//! Every error of a dataset at once, each where it stands: what [`parse`](super::parse) refuses, and what
//! it can't know to be wrong.

pub(crate) mod article;
mod ids;
mod json;
mod numbers;
mod record;
mod report;
mod shape;
mod string;
mod text;
mod walk;

use std::fmt;

use super::{Programme, load::read};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The dataset still loads.
    Warning,
    /// The dataset doesn't load; or it holds characters that are shown as placeholders only.
    Error,
}

/// Something wrong in a dataset.
///
/// Shown as `line:column: path: what is wrong; what would be right`, to stand behind the file's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// From 1.
    pub line: usize,
    /// In characters (code points), from 1.
    pub column: usize,
    /// Like `initiatives[3].title.en`; `$` is the whole dataset.
    pub path: String,
    pub message: String,
    pub severity: Severity,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, path, message, severity } = self;
        let severity = match severity {
            Severity::Warning => "warning: ",
            Severity::Error => "",
        };
        write!(f, "{line}:{column}: {path}: {severity}{message}")
    }
}

/// Everything that is wrong in the bytes of a dataset, in the order of the file.
///
/// Needs no more memory than the file itself, beyond some megabytes; of more than 10,000 problems the rest is
/// counted in a last one. A slip of syntax that leaves no doubt is reported and passed over; another ends
/// the check.
pub fn check(bytes: &[u8]) -> Vec<Problem> {
    walk::check(bytes)
}

/// Reads a dataset like [`parse`](super::parse).
///
/// # Errors
/// The first error in the order of the file, where it stands, for people to correct.
pub fn load(bytes: &[u8]) -> Result<Programme, Problem> {
    read(bytes).map_err(|error| {
        let first = check(bytes).into_iter().find(|problem| problem.severity == Severity::Error);
        let unplaced = || Problem {
            line: 1,
            column: 1,
            path: "$".into(),
            message: error.to_string(),
            severity: Severity::Error,
        };
        first.unwrap_or_else(unplaced)
    })
}
