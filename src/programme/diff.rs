//! Two editions of a programme compared: what is new, gone and changed, by id and not by place in the file.

mod entry;
mod field;
mod json;
mod limit;
mod renamed;
mod since;

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::{Kind, Programme, Record};
pub use entry::{Entry, Section};
use field::Fields;
pub use field::{Change, Cited, Item};
pub use json::Json;
pub use limit::entries_of;
pub use since::Since;

/// What became of an entry of the new edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Changed {
    New,
    Changed,
    Same,
}

impl Changed {
    pub const ALL: [Self; 3] = [Self::New, Self::Changed, Self::Same];

    /// The word of the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Same => "same",
        }
    }
}

/// What differs between two editions; small, for it holds places in their lists and none of their texts.
#[derive(Clone, Debug)]
pub struct Diff {
    sections: [Table; Section::ALL.len()],
    renamed: Vec<(Entry, Entry)>,
}

/// What became of one list.
#[derive(Clone, Debug, Default)]
struct Table {
    /// For each entry of the new edition, the place of the old one that has its id.
    before: Vec<Option<u32>>,
    changed: Vec<Changed>,
    /// In what it differs from what has its id.
    fields: Vec<Fields>,
    /// The places in the old edition of what the new one doesn't have.
    gone: Vec<u32>,
}

impl Table {
    fn of(section: Section, old: &Programme, new: &Programme) -> Self {
        let mut ids: HashMap<&str, u32, RandomState> =
            section.entries(old).map(|entry| entry.id(old)).zip(0..).collect();
        let before: Vec<_> = section.entries(new).map(|entry| ids.remove(entry.id(new))).collect();
        let mut gone: Vec<u32> = ids.into_values().collect();
        gone.sort_unstable();
        let differing = |(before, entry): (&Option<u32>, _)| match before {
            None => 0,
            Some(place) => field::differing((old, section.entry(*place as usize)), (new, entry)),
        };
        let fields: Vec<_> = before.iter().zip(section.entries(new)).map(differing).collect();
        let changed = before.iter().zip(&fields).map(|(before, fields)| match (before, fields) {
            (None, _) => Changed::New,
            (Some(_), 0) => Changed::Same,
            (Some(_), _) => Changed::Changed,
        });
        Self { changed: changed.collect(), fields, before, gone }
    }
}

impl Diff {
    /// Compares two editions.
    pub fn of(old: &Programme, new: &Programme) -> Self {
        let sections = Section::ALL.map(|section| Table::of(section, old, new));
        let mut diff = Self { sections, renamed: Vec::new() };
        diff.renamed = renamed::pairs(&diff, old, new);
        diff
    }

    /// Whether nothing is new, gone or changed.
    pub fn is_empty(&self) -> bool {
        Section::ALL.into_iter().all(|section| {
            self.gone(section).next().is_none()
                && self
                    .told(section, Changed::New)
                    .chain(self.told(section, Changed::Changed))
                    .next()
                    .is_none()
        })
    }

    /// What became of an entry of the new edition.
    pub fn changed(&self, entry: impl Into<Entry>) -> Changed {
        let entry = entry.into();
        self.table(entry.section()).changed[entry.index()]
    }

    /// The entry of the old edition that has this one's id.
    pub fn before(&self, entry: impl Into<Entry>) -> Option<Entry> {
        let entry = entry.into();
        let place = self.table(entry.section()).before[entry.index()]?;
        Some(entry.section().entry(place as usize))
    }

    /// The entries of the new edition that this became of, in its order.
    pub fn told(&self, section: Section, changed: Changed) -> impl Iterator<Item = Entry> {
        let all = self.table(section).changed.iter().enumerate();
        all.filter(move |(_, is)| **is == changed).map(move |(place, _)| section.entry(place))
    }

    /// The entries of the old edition that the new one doesn't have, in its order.
    pub fn gone(&self, section: impl Into<Section>) -> impl Iterator<Item = Entry> {
        let section = section.into();
        self.table(section).gone.iter().map(move |&place| section.entry(place as usize))
    }

    /// What is gone and what is new in its place, as far as name and regions tell; both are told as such, too.
    pub fn renamed(&self) -> &[(Entry, Entry)] {
        &self.renamed
    }

    /// The fields of an entry of the new edition that differ from those before; none for what is new.
    pub fn changes<'a>(
        &self,
        old: &'a Programme,
        new: &'a Programme,
        entry: impl Into<Entry>,
    ) -> Vec<Change<'a>> {
        let entry = entry.into();
        match self.before(entry) {
            Some(before) if self.changed(entry) == Changed::Changed => {
                let fields = self.table(entry.section()).fields[entry.index()];
                field::changes(fields, (old, before), (new, entry))
            }
            _ => Vec::new(),
        }
    }

    fn table(&self, section: Section) -> &Table {
        &self.sections[section as usize]
    }
}

#[cfg(test)]
mod tests;
