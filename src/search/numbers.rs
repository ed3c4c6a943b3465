//! The numbers that records have in an index.

use crate::programme::{Kind, Programme, Record};

/// Every record of a programme has a number, those of a kind in a row.
///
/// A record's head is the slot of that number, its body the slot of that number above [`Numbers::bound`].
#[derive(Debug)]
pub(super) struct Numbers {
    records: Vec<Record>,
    /// Where each kind begins.
    starts: [u32; Kind::ALL.len()],
}

impl Numbers {
    pub(super) fn of(programme: &Programme) -> Self {
        let mut numbers = Self { records: Vec::new(), starts: [0; Kind::ALL.len()] };
        for kind in Kind::ALL {
            numbers.starts[kind as usize] = numbers.records.len() as u32;
            numbers.records.extend(programme.records(kind));
        }
        numbers
    }

    /// Above every number, and a multiple of 64, so that a set of slots splits in two.
    pub(super) fn bound(&self) -> u32 {
        (self.records.len() as u32).next_multiple_of(64)
    }

    pub(super) fn each(&self) -> impl Iterator<Item = (u32, Record)> {
        (0..).zip(self.records.iter().copied())
    }

    pub(super) fn record(&self, number: u32) -> Record {
        self.records[number as usize]
    }

    pub(super) fn number(&self, record: impl Into<Record>) -> u32 {
        let record = record.into();
        let place = match record {
            Record::Programme => 0,
            Record::Zone(r) => r.index(),
            Record::Region(r) => r.index(),
            Record::Initiative(r) => r.index(),
            Record::Partner(r) => r.index(),
            Record::Topic(r) => r.index(),
            Record::Place(r) => r.index(),
        };
        self.starts[record.kind() as usize] + place as u32
    }
}
