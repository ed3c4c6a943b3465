//! Every word and sentence that the program says, a struct a language: a missing one does not compile.

mod cites;
mod commands;
mod en;
mod help;
mod keys;
mod zh_hans;
mod zh_hant;

pub use cites::citations;
pub use commands::Commands;
pub use help::Help;
pub use keys::{Hints, KeyHelp};

use crate::programme::{Language, Stage};
use crate::search::Field;

/// What is said in one language: here what several parts of the program say, nested what one of them does.
pub struct Words {
    /// The language's name in itself, short: 简体.
    pub language: &'static str,
    /// The tab of all zones.
    pub all: &'static str,
    pub regions: &'static str,
    pub initiatives: &'static str,
    pub detail: &'static str,
    pub about: &'static str,
    pub help: &'static str,
    pub search: &'static str,
    /// Over the keys of the input line, in help.
    pub input: &'static str,
    /// Said while nothing is typed.
    pub search_prompt: &'static str,
    /// Before the query that found nothing.
    pub not_found: &'static str,
    /// Before what may have been meant.
    pub nearest: &'static str,
    /// Said where the zone filter gave way to a hit.
    pub widened: &'static str,
    pub copied: &'static str,
    pub reloaded: &'static str,
    /// Before the reason.
    pub not_reloaded: &'static str,
    /// Before the names of the other regions of a shared initiative.
    pub shared_with: &'static str,
    pub role: &'static str,
    pub profile: &'static str,
    pub summary: &'static str,
    pub measures: &'static str,
    pub figures: &'static str,
    pub people: &'static str,
    pub partners: &'static str,
    pub source: &'static str,
    pub restored: &'static str,
    pub issuer: &'static str,
    pub issued: &'static str,
    pub aims: &'static str,
    pub zones: &'static str,
    pub topic: &'static str,
    pub place: &'static str,
    /// Between the items of a list in running text.
    pub list_separator: &'static str,
    /// Between a label and what it labels.
    pub colon: &'static str,
    /// Around an aside.
    pub parentheses: [&'static str; 2],
    /// Between a number and its unit.
    pub before_unit: &'static str,
    /// Said in an empty region list.
    pub no_regions: &'static str,
    pub no_initiatives: &'static str,
    /// Said where the screen has no room.
    pub too_small: &'static str,
    /// 引 育 用 留, in the chain's order.
    pub stages: [&'static str; 4],
    /// Whether a stage is one character, so that a list has room for all four.
    pub stages_in_lists: bool,
    pub keys: KeyHelp,
    pub hints: Hints,
    pub commands: Commands,
    pub usage: Help,
}

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::ZhHans => &zh_hans::WORDS,
            Language::ZhHant => &zh_hant::WORDS,
            Language::En => &en::WORDS,
        }
    }

    /// What a match of the search stood in; empty for a name or a title.
    pub fn field(&self, field: Field) -> &'static str {
        match field {
            Field::Name | Field::Title => "",
            Field::Person => self.people,
            Field::Region => self.regions,
            Field::Zone => self.zones,
            Field::Topic => self.topic,
            Field::Partner => self.partners,
            Field::Summary => self.summary,
            Field::Profile => self.profile,
            Field::Measure => self.measures,
            Field::Figure => self.figures,
            Field::Role => self.role,
            Field::Place => self.place,
        }
    }

    /// A stage of 引育用留.
    pub fn stage(&self, stage: Stage) -> &'static str {
        self.stages[stage as usize]
    }
}

impl Words {
    /// A name and what it is set beside: `名（地）`, `Name (place)`.
    pub fn in_parentheses(&self, name: &str, aside: &str) -> String {
        let [open, close] = self.parentheses;
        [name, open, aside, close].concat()
    }

    /// A figure in running text: `31个：对接落地项目`, `31 projects: …`.
    pub fn figure(&self, value: &str, unit: &str, label: &str) -> String {
        [value, self.before_unit, unit, self.colon, label].concat()
    }
}
