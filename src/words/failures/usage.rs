//! Mistakes in the command line.

use super::Offer;

/// What is wrong with the arguments. Options are named as in help: `--limit <N>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Usage {
    Command {
        word: String,
        near: Option<String>,
    },
    /// An option that there isn't, or something that stands where nothing belongs.
    Argument {
        word: String,
        near: Option<String>,
    },
    /// One of the known values belongs there.
    Choice {
        option: String,
        value: String,
        known: Vec<String>,
    },
    Value {
        option: String,
        value: String,
        wanted: Wanted,
    },
    NoValue {
        option: String,
        offer: Option<Offer>,
    },
    ValueTooMany {
        option: String,
        value: String,
    },
    Conflict {
        option: String,
        other: String,
    },
    Twice {
        option: String,
    },
    /// An argument is missing; where it is an id, some that there are.
    Missing {
        what: String,
        offer: Option<Offer>,
    },
    /// What became of things is asked for, but not since when.
    ChangesSinceWhen,
    /// Options of the browser before a command.
    BrowserOptions,
    NotUtf8,
    /// Nothing more is known of it.
    Unclear,
}

/// What a value is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Columns and rows.
    Size,
    /// A number from the first to the second.
    Number(u64, u64),
}

impl std::fmt::Display for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Wanted {}
