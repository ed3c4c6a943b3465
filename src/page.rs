//! What there is to say of a record, composed once: blocks with roles, links and cites.
//!
//! A page knows no columns and no colours. The panes, the reader, `y`, `show`, `brief`, the overview and the tour
//! lay it out; none of them knows a field of the dataset.

mod brief;
pub mod change;
mod compose;
mod digest;
mod document;
mod docx;
mod escape;
mod html;
mod initiative;
mod markdown;
mod since;
mod sources;
mod whole;

pub use brief::{Brief, brief};
pub use compose::Scope;
pub use docx::docx;
pub use escape::{escape, marked};
pub use html::html;
pub use markdown::markdown;
pub use since::{MARKS, brief_since, mark};

use std::borrow::Cow;

use crate::programme::{Cite, Initiative, Record, Ref};
use change::Mark;

/// What there is to say of a record, in one language.
#[derive(Clone, Debug)]
pub struct Page<'p> {
    pub of: Record,
    pub blocks: Vec<Block<'p>>,
}

/// A piece of a page, with the paragraphs that it rests on.
#[derive(Clone, Debug)]
pub struct Block<'p> {
    pub kind: Kind<'p>,
    pub runs: Vec<Run<'p>>,
    pub cites: &'p [Cite],
}

/// What a block is to its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind<'p> {
    /// What the page is about; its first block.
    Title,
    Heading,
    /// A label with its value; several stand together.
    Fact,
    /// A fact whose runs behind the label are links of the chain 引育用留.
    Chain,
    Paragraph,
    /// How many of the most that there are: a label, a number and a bar.
    Bar {
        count: usize,
        most: usize,
    },
    /// An item of a list.
    Item,
    /// An item that says how much of what: the number with its unit, a colon, what it counts.
    Figure,
    /// What changed in a field: a label, and the pieces of its line.
    Change,
    /// Initiatives under the block's text as their heading: a list that may be too long to lay out at once.
    Initiatives {
        list: Cow<'p, [Ref<Initiative>]>,
        regions: bool,
    },
}

/// Where the paragraphs stand that a text rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cites {
    /// At the end of the page, as it has them.
    AtEnd,
    /// Behind each block.
    AfterEach,
}

/// A text in one role, which may lead to another record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'p> {
    pub text: Cow<'p, str>,
    pub role: Role,
    pub link: Option<Record>,
}

/// What a run is to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Text,
    /// What belongs to the zone at that place, from 0.
    Zone(usize),
    /// What a piece of a change is to it.
    Changed(Mark),
}

impl<'p> Run<'p> {
    pub(crate) fn text(text: impl Into<Cow<'p, str>>) -> Self {
        Self { text: text.into(), role: Role::Text, link: None }
    }

    fn to(record: impl Into<Record>, text: impl Into<Cow<'p, str>>) -> Self {
        Self { link: Some(record.into()), ..Self::text(text) }
    }
}

impl Block<'_> {
    /// The block's text on one line; the links of a chain are joined by `arrow`.
    pub fn line(&self, arrow: &str) -> String {
        let joined = |runs: &[Run<'_>], by: &str| {
            let texts: Vec<&str> = runs.iter().map(|run| &*run.text).collect();
            texts.join(by)
        };
        match (&self.kind, &*self.runs) {
            (Kind::Chain, [label, chain @ ..]) => [&*label.text, &joined(chain, arrow)].concat(),
            (_, runs) => joined(runs, ""),
        }
    }
}
