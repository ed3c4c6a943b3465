//! Every error of a dataset at once, each where it stands: what [`open`](super::open()) refuses, and what
//! it can't know to be wrong.

mod article;
mod encoding;
mod ids;
mod json;
mod numbers;
mod record;
mod report;
mod shape;
mod string;
mod text;
mod tiles;
mod walk;

use super::fault::Fault;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The dataset still loads.
    Warning,
    /// To be corrected before the dataset is handed on. Nearly all mean that it doesn't load.
    Error,
}

/// Something wrong in a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// From 1.
    pub line: usize,
    /// In characters (code points), from 1.
    pub column: usize,
    /// Like `initiatives[3].title.en`; `$` is the whole dataset.
    pub path: String,
    pub fault: Fault,
    /// The line and column where the same thing stands first.
    pub first: Option<(usize, usize)>,
    pub severity: Severity,
}

impl Problem {
    /// Whether the dataset doesn't load for it. Characters that can't be shown become placeholders, and a
    /// paragraph that an article doesn't have is known to a check only.
    pub fn refuses(&self) -> bool {
        self.severity == Severity::Error && !matches!(self.fault, Fault::Unsafe(_) | Fault::NoParagraph(_))
    }
}

/// Everything that is wrong in the bytes of a dataset, in the order of the file.
///
/// Needs no more memory than the file itself, beyond some megabytes; of more than 10,000 problems the rest is
/// counted in a last one. A slip of syntax that leaves no doubt is reported and passed over; another ends
/// the check.
pub fn check(bytes: &[u8]) -> Vec<Problem> {
    check_telling(bytes, &|_| ())
}

/// The same, telling how far it is, in bytes.
pub fn check_telling(bytes: &[u8], progress: &dyn Fn(u64)) -> Vec<Problem> {
    walk::check(bytes, progress)
}
