//! Every word and sentence that the program says, a struct a language: a missing one does not compile.

mod commands;
mod diff;
mod doctor;
mod en;
mod failures;
mod faults;
mod help;
mod keys;
mod zh_hans;
mod zh_hant;

pub use commands::Commands;
pub use diff::Difference;
pub use doctor::finding;
pub use failures::{Failure, Offer, Sought, Usage, Wanted};
pub use faults::{message, problem};
pub use help::{Help, Sections};
pub use keys::{Hints, KeyHelp};

use crate::programme::{Choice, Facet, Kind, Language, Programme, Stage};
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
    /// The same where the terminal may not take it: what to do if nothing arrived.
    pub sent: &'static str,
    /// Said where it opened at the place that was kept, and how to leave that.
    pub recalled: &'static str,
    /// While the dataset is read again: what gives it up.
    pub rereading: &'static str,
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
    pub no_partners: &'static str,
    /// Said where the screen has no room.
    pub too_small: &'static str,
    /// 引 育 用 留, in the chain's order.
    pub stages: [&'static str; 4],
    /// Whether a stage is one character, so that a list has room for all four.
    pub stages_in_lists: bool,
    /// The views, in their order.
    pub views: [&'static str; 4],
    /// What each kind of record is called, in the order of `Kind`.
    pub kinds: [&'static str; 7],
    /// What the numbers behind names count.
    pub count_of: &'static str,
    /// Before the rows of a text that show.
    pub lines: &'static str,
    pub filter: &'static str,
    /// Before which hit of how many.
    pub hit: &'static str,
    /// Before how many hits the filter hides.
    pub hidden: &'static str,
    /// After it: which key takes the filter off.
    pub hidden_key: &'static str,
    /// Said while the index is being built.
    pub search_waits: &'static str,
    pub nothing_to_copy: &'static str,
    /// Before what a worker said.
    pub work_failed: &'static str,
    /// What `w` has come to.
    pub widths: [&'static str; 4],
    /// Said at the end of help.
    pub columns_look_wrong: &'static str,
    /// The four arrow keys where arrows can't be drawn.
    pub arrows: &'static str,
    /// Over what the marks in lists stand for, in help.
    pub marks: &'static str,
    pub mark_shared: &'static str,
    /// The stages in lists, each as wide as the others.
    pub stage_marks: [&'static str; 4],
    /// Said where there is no region at all.
    pub no_regions_left: &'static str,
    pub no_regions_at_all: &'static str,
    /// Behind how many initiatives.
    pub initiatives_counted: &'static str,
    /// Over the places of partners.
    pub partners_from: &'static str,
    /// Under the matrix.
    pub counted_once: &'static str,
    /// The total of a table, the row of all regions, and a table's rows by its columns.
    pub total: &'static str,
    pub all_regions: &'static str,
    pub by_facet: [&'static str; 3],
    /// Where a partner's seat is not known.
    pub no_place: &'static str,
    /// Said while a dataset is being read.
    pub reading: &'static str,
    /// The same while one is being checked.
    pub checking: &'static str,
    pub keys: KeyHelp,
    pub hints: Hints,
    pub commands: Commands,
    pub diff: Difference,
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
            Field::Aim => self.aims,
            Field::Issuer => self.issuer,
        }
    }

    /// What a kind of record is called.
    pub fn kind(&self, kind: Kind) -> &'static str {
        self.kinds[kind as usize]
    }

    /// A choice of a filter: the name of what it asks for.
    pub fn choice<'p>(&self, programme: &'p Programme, choice: Choice, language: Language) -> &'p str {
        match (choice, choice.record()) {
            (Choice::Stage(stage), _) => self.stage(stage),
            (Choice::Since(changed), _) => self.diff.state(changed),
            (_, Some(record)) => programme.short(record).get(language),
            (_, None) => "",
        }
    }

    /// What is said while something is done with a dataset: how far it is, in megabytes.
    pub fn so_far(&self, doing: &str, bytes: u64, size: Option<u64>) -> String {
        const MEGABYTE: u64 = 1_000_000;
        let read = bytes / MEGABYTE;
        match size {
            Some(size) if size > 0 => {
                format!("{doing} {read}/{} MB ({}%)", size / MEGABYTE, bytes.min(size) * 100 / size)
            }
            _ => format!("{doing} {read} MB"),
        }
    }

    /// So many initiatives: `13项举措`, `13 initiatives`.
    pub fn count(&self, initiatives: usize) -> String {
        format!("{initiatives}{}{}", self.before_unit, self.initiatives_counted)
    }

    /// What a facet of the filter asks for.
    pub fn facet(&self, facet: Facet) -> &'static str {
        match facet {
            Facet::Zone => self.commands.zone,
            Facet::Region => self.kind(Kind::Region),
            Facet::Topic => self.topic,
            Facet::Stage => self.commands.chain,
            Facet::Partner => self.kind(Kind::Partner),
            Facet::Place => self.by_facet[2],
            Facet::Since => self.diff.since,
        }
    }

    /// A stage of 引育用留.
    pub fn stage(&self, stage: Stage) -> &'static str {
        self.stages[stage as usize]
    }
}

impl Words {
    /// A name and what it is set beside, if anything: `名（地）`, `Name (place)`.
    pub fn in_parentheses(&self, name: &str, aside: &str) -> String {
        if aside.is_empty() {
            return name.into();
        }
        let [open, close] = self.parentheses;
        [name, open, aside, close].concat()
    }

    /// So much of something: `31个`, `31 projects`.
    pub fn amount(&self, value: &str, unit: &str) -> String {
        [value, self.before_unit, unit].concat()
    }

    /// A figure in running text: `31个：对接落地项目`, `31 projects: …`.
    pub fn figure(&self, value: &str, unit: &str, label: &str) -> String {
        [&*self.amount(value, unit), self.colon, label].concat()
    }
}
