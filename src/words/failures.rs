//! Why a command ends without what was asked for, as values, and the sentence for each in three languages: a
//! missing one does not compile.

mod en;
mod usage;
mod zh_hans;
mod zh_hant;

use std::fmt;
use std::io;

use super::faults;
use crate::programme::{Kind, Language, Refusal, Text};
use crate::terminal::{NoKeyboard, Unfit};
use crate::text::nearest;
pub use usage::{Usage, Wanted};

/// Why a command ends without what was asked for.
#[derive(Debug)]
pub enum Failure {
    /// The dataset of that name.
    Dataset {
        name: String,
        refusal: Refusal,
    },
    Unknown {
        sought: Sought,
        word: String,
        offer: Offer,
    },
    /// A name in a script of keys.
    Key(String),
    Writing(io::Error),
    Terminal(io::Error),
    /// Neither standard input nor a controlling terminal takes keys.
    NoKeyboard,
    Unfit(Unfit),
    TourWithoutTerminal,
    DocumentOnTerminal,
    Usage(Usage),
    Other(io::Error),
    /// What a worker panicked with: a fault of the program.
    Worker(anyhow::Error),
}

/// What a word of the command line should have named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    Kind(Kind),
    /// Any record.
    Entry,
    Stage,
    /// What became of something since an earlier edition.
    Change,
}

/// What could be meant instead: ids, the same in every language, or names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    Near(Vec<Text>),
    /// The first ones, and whether there are more.
    Known(Vec<Text>, bool),
}

impl Offer {
    /// The nearest words, or where none is near, the first ones.
    pub fn of<'a>(word: &str, known: impl Iterator<Item = &'a str> + Clone) -> Self {
        let text = |word: &str| Text::new(word, "", "");
        let near: Vec<_> = nearest(word, known.clone()).map(text).collect();
        if near.is_empty() { Self::first(known.map(text)) } else { Self::near(near) }
    }

    /// The first of those that are near, each once.
    pub fn near(all: Vec<Text>) -> Self {
        const NEAR: usize = 3;
        let mut near: Vec<Text> = Vec::new();
        for one in all {
            if near.len() < NEAR && !near.contains(&one) {
                near.push(one);
            }
        }
        Self::Near(near)
    }

    /// The first of all.
    pub fn first(mut known: impl Iterator<Item = Text>) -> Self {
        const SHOWN: usize = 12;
        let shown = known.by_ref().take(SHOWN).collect();
        Self::Known(shown, known.next().is_some())
    }
}

/// Some words in a language.
fn joined(words: &[Text], language: Language, by: &str) -> String {
    words.iter().map(|word| word.get(language)).collect::<Vec<_>>().join(by)
}

impl Failure {
    /// The sentence, in one line; not cleaned of what acts on a terminal.
    pub fn say(&self, language: Language) -> String {
        match self {
            Self::Dataset { name, refusal: Refusal::Broken(problem) } => {
                [name, ":", &faults::problem(language, problem)].concat()
            }
            _ => wording(language).failure(self),
        }
    }

    /// Why the terminal wasn't taken over.
    pub fn of_terminal(error: io::Error) -> Self {
        let no_keyboard = error.get_ref().is_some_and(|error| error.is::<NoKeyboard>());
        if no_keyboard { Self::NoKeyboard } else { Self::Terminal(error) }
    }

    /// What the process exits with: 2 for a mistake in the command line.
    pub fn code(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::DocumentOnTerminal => 2,
            Self::Unknown { sought, .. } => {
                if *sought == Sought::Entry {
                    1
                } else {
                    2
                }
            }
            _ => 1,
        }
    }

    /// Whether the reader of the output has gone away, which is no failure.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Writing(error) | Self::Other(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::En))
    }
}

impl std::error::Error for Failure {}

impl From<Unfit> for Failure {
    fn from(unfit: Unfit) -> Self {
        Self::Unfit(unfit)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Other(error)
    }
}

/// The sentences of a language.
trait Wording {
    fn failure(&self, failure: &Failure) -> String;
    fn usage(&self, usage: &Usage) -> String;
}

fn wording(language: Language) -> &'static dyn Wording {
    match language {
        Language::ZhHans => &zh_hans::ZhHans,
        Language::ZhHant => &zh_hant::ZhHant,
        Language::En => &en::En,
    }
}
