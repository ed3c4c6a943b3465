//! The numbers that entries have in an index.

use crate::programme::{Initiative, Kind, Programme, Record, Ref};

/// Every entry of a programme has a number: first the regions, then initiatives, partners, topics, zones.
///
/// An entry's head is the slot of that number, its body the slot of that number above [`Numbers::bound`].
#[derive(Debug)]
pub(super) struct Numbers {
    entries: Vec<Record>,
    pub(super) initiatives: u32,
    partners: u32,
    topics: u32,
    zones: u32,
}

impl Numbers {
    pub(super) fn of(programme: &Programme) -> Self {
        let mut entries: Vec<Record> = Vec::new();
        entries.extend(programme.records(Kind::Region));
        let initiatives = entries.len() as u32;
        entries.extend(programme.records(Kind::Initiative));
        let partners = entries.len() as u32;
        entries.extend(programme.records(Kind::Partner));
        let topics = entries.len() as u32;
        entries.extend(programme.records(Kind::Topic));
        let zones = entries.len() as u32;
        entries.extend(programme.records(Kind::Zone));
        Self { entries, initiatives, partners, topics, zones }
    }

    /// Above every number, and a multiple of 64, so that a set of slots splits in two.
    pub(super) fn bound(&self) -> u32 {
        (self.entries.len() as u32).next_multiple_of(64)
    }

    pub(super) fn each(&self) -> impl Iterator<Item = (u32, Record)> {
        (0..).zip(self.entries.iter().copied())
    }

    pub(super) fn entry(&self, number: u32) -> Record {
        self.entries[number as usize]
    }

    pub(super) fn of_initiative(&self, initiative: Ref<Initiative>) -> u32 {
        self.initiatives + initiative.index() as u32
    }

    pub(super) fn number(&self, entry: Record) -> u32 {
        match entry {
            Record::Region(r) => r.index() as u32,
            Record::Initiative(i) => self.of_initiative(i),
            Record::Partner(p) => self.partners + p.index() as u32,
            Record::Topic(t) => self.topics + t.index() as u32,
            Record::Zone(z) => self.zones + z.index() as u32,
            Record::Programme | Record::Place(_) => u32::MAX,
        }
    }
}
