//! The ids of a dataset, collected in a first reading, so that references may stand before what they mean.
//!
//! An id is kept as its offset, four bytes: it is never longer in memory than in the file.

use super::json::{Found, Reader, Stop, Str};
use super::report::{Report, quote};
use super::shape::Entries;

/// The ids of each list, sorted by what they say, then by offset.
pub(super) struct Ids<'a> {
    bytes: &'a [u8],
    lists: [Vec<u32>; Entries::ALL.len()],
    /// How many ids may still be compared in search of the nearest one: a hostile file asks for it too often.
    comparisons: usize,
}

impl<'a> Ids<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        let mut ids = Self { bytes, lists: Default::default(), comparisons: 500_000 };
        // What is wrong is reported in the second reading; here reading just ends.
        let _ = ids.collect(&mut Reader::new(bytes, Report::default()));
        for list in &mut ids.lists {
            list.sort_unstable_by_key(|&at| (Str::at(bytes, at as usize).text(), at));
        }
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
            self.lists[entries as usize].extend(u32::try_from(id.at));
            Ok(())
        })
    }

    /// Where the id stands first, in bytes.
    pub(super) fn find(&self, entries: Entries, id: &str) -> Option<u32> {
        let list = &self.lists[entries as usize];
        let at = list.partition_point(|&at| *self.text(at) < *id);
        list.get(at).filter(|&&at| *self.text(at) == *id).copied()
    }

    /// What would be right where there is no such id: the nearest one, or some.
    pub(super) fn instead(&mut self, entries: Entries, id: &str) -> String {
        let list = &self.lists[entries as usize];
        if let Some(other) = Entries::ALL.into_iter().find(|&other| self.find(other, id).is_some()) {
            return format!("that is the id of a {}", other.one());
        }
        if list.is_empty() {
            return format!("the list '{}' is empty", entries.field());
        }
        self.comparisons = self.comparisons.saturating_sub(list.len());
        if self.comparisons == 0 {
            return format!("see the list '{}'", entries.field());
        }
        match crate::text::nearest(id, list.iter().map(|&at| self.text(at))) {
            Some(near) => format!("did you mean {}?", quote(&near)),
            None => self.some(entries),
        }
    }

    fn some(&self, entries: Entries) -> String {
        const SHOWN: usize = 8;
        let list = &self.lists[entries as usize];
        let shown: Vec<_> = list.iter().take(SHOWN).map(|&at| quote(&self.text(at))).collect();
        let dots = if list.len() > SHOWN { ", ..." } else { "" };
        format!("known: {}{dots}", shown.join(", "))
    }

    fn text(&self, at: u32) -> std::borrow::Cow<'a, str> {
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
