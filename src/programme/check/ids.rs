//! The ids of a dataset, collected in a first reading, so that references may stand before what they mean.
//!
//! An id is kept as its offset, four bytes, so that the ids take no more memory than the file.

use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;

use super::json::{Found, Reader, Stop};
use super::report::Report;
use super::string::Str;
use crate::programme::fault::{Entries, Instead, Quote};
use crate::text::nearest;

/// The ids of each list: the offsets at which each of them stands first.
pub(super) struct Ids<'a> {
    bytes: &'a [u8],
    lists: [HashTable<u32>; Entries::ALL.len()],
    hasher: RandomState,
    /// How many ids may still be compared in search of the nearest one: a hostile file asks for it too often.
    comparisons: usize,
}

impl<'a> Ids<'a> {
    pub(super) fn of(bytes: &'a [u8], progress: &'a dyn Fn(u64)) -> Self {
        let (lists, hasher) = Default::default();
        let mut ids = Self { bytes, lists, hasher, comparisons: 500_000 };
        // What is wrong is reported in the second reading; here reading just ends.
        let _ = ids.collect(&mut Reader::new(bytes, Report::default(), progress));
        ids
    }

    fn collect(&mut self, reader: &mut Reader<'a>) -> Result<(), Stop> {
        reader.byte_order_mark();
        each_field(reader, |reader, name| {
            let entries = Entries::ALL.into_iter().find(|e| e.field() == name);
            let Some(entries) = entries else { return reader.skip() };
            if reader.found()? != Found::Array {
                return reader.skip();
            }
            reader.open();
            let mut first = true;
            while reader.item(std::mem::take(&mut first))? {
                self.entry(reader, entries)?;
            }
            Ok(())
        })
    }

    fn entry(&mut self, reader: &mut Reader<'a>, entries: Entries) -> Result<(), Stop> {
        each_field(reader, |reader, name| {
            if name != "id" || reader.found()? != Found::String {
                return reader.skip();
            }
            let id = reader.string()?;
            if let Ok(at) = u32::try_from(id.at) {
                self.insert(entries, at);
            }
            Ok(())
        })
    }

    fn insert(&mut self, entries: Entries, at: u32) {
        let (bytes, hasher) = (self.bytes, &self.hasher);
        let text = |at: &u32| Str::at(bytes, *at as usize).text();
        let id = text(&at);
        let same = |known: &u32| text(known) == id;
        self.lists[entries as usize]
            .entry(hasher.hash_one(&id), same, |at| hasher.hash_one(text(at)))
            .or_insert(at);
    }

    /// Where the id stands first, in bytes.
    pub(super) fn find(&self, entries: Entries, id: &str) -> Option<u32> {
        let same = |&at: &u32| *self.text(at) == *id;
        self.lists[entries as usize].find(self.hasher.hash_one(id), same).copied()
    }

    /// What would be right where there is no such id: the nearest one, or some.
    pub(super) fn instead(&mut self, entries: Entries, id: &str) -> Instead {
        let list = &self.lists[entries as usize];
        if let Some(other) = Entries::ALL.into_iter().find(|&other| self.find(other, id).is_some()) {
            return Instead::Other(other);
        }
        if list.is_empty() {
            return Instead::NoneThere;
        }
        self.comparisons = self.comparisons.saturating_sub(list.len());
        if self.comparisons == 0 {
            return Instead::SeeList;
        }
        let mut known: Vec<_> = list.iter().copied().collect();
        known.sort_unstable();
        match nearest(id, known.iter().map(|&at| self.text(at))).next() {
            Some(near) => Instead::Near(Quote::of(&near)),
            None => self.some(&known),
        }
    }

    fn some(&self, known: &[u32]) -> Instead {
        const SHOWN: usize = 8;
        let shown = known.iter().take(SHOWN).map(|&at| Quote::of(&self.text(at)));
        Instead::Known(shown.collect(), known.len() > SHOWN)
    }

    /// The id that stands at that offset.
    pub(super) fn text(&self, at: u32) -> std::borrow::Cow<'a, str> {
        Str::at(self.bytes, at as usize).text()
    }
}

/// Goes through an object's fields; another value is left out.
fn each_field<'a>(
    reader: &mut Reader<'a>,
    mut field: impl FnMut(&mut Reader<'a>, &str) -> Result<(), Stop>,
) -> Result<(), Stop> {
    if reader.found()? != Found::Object {
        return reader.skip();
    }
    reader.open();
    let mut first = true;
    while let Some(key) = reader.key(std::mem::take(&mut first))? {
        field(reader, &key.text())?;
    }
    Ok(())
}
