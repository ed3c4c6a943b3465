//! The numbers that entries have in an index.

use super::fields::{Entry, Target};
use crate::programme::{Initiative, Programme, Ref};

/// Every entry of a programme has a number: first the regions, then initiatives, partners, topics, zones.
///
/// An entry's head is the slot of that number, its body the slot of that number above [`Numbers::bound`].
#[derive(Debug)]
pub(super) struct Numbers {
    entries: Vec<Entry>,
    pub(super) initiatives: u32,
    partners: u32,
    topics: u32,
    zones: u32,
}

impl Numbers {
    pub(super) fn of(programme: &Programme) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        entries.extend(programme.region_refs().map(|r| Entry::Target(Target::Region(r))));
        let initiatives = entries.len() as u32;
        entries.extend(programme.initiative_refs().map(|i| Entry::Target(Target::Initiative(i))));
        let partners = entries.len() as u32;
        entries.extend(programme.partner_refs().map(|p| Entry::Target(Target::Partner(p))));
        let topics = entries.len() as u32;
        entries.extend(programme.topic_refs().map(Entry::Topic));
        let zones = entries.len() as u32;
        entries.extend(programme.zone_refs().map(Entry::Zone));
        Self { entries, initiatives, partners, topics, zones }
    }

    /// Above every number, and a multiple of 64, so that a set of slots splits in two.
    pub(super) fn bound(&self) -> u32 {
        (self.entries.len() as u32).next_multiple_of(64)
    }

    pub(super) fn each(&self) -> impl Iterator<Item = (u32, Entry)> {
        (0..).zip(self.entries.iter().copied())
    }

    pub(super) fn entry(&self, number: u32) -> Entry {
        self.entries[number as usize]
    }

    pub(super) fn of_initiative(&self, initiative: Ref<Initiative>) -> u32 {
        self.initiatives + initiative.index() as u32
    }

    pub(super) fn number(&self, entry: Entry) -> u32 {
        match entry {
            Entry::Target(Target::Region(r)) => r.index() as u32,
            Entry::Target(Target::Initiative(i)) => self.of_initiative(i),
            Entry::Target(Target::Partner(p)) => self.partners + p.index() as u32,
            Entry::Topic(t) => self.topics + t.index() as u32,
            Entry::Zone(z) => self.zones + z.index() as u32,
        }
    }
}
