//! A comparison as JSON, such that a script can make the new edition out of the old one.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{Change, Changed, Diff, Entry, Programme, Record, Section};
use crate::programme::Written;

/// A comparison and the editions that it is of; written entry by entry, whatever their number.
///
/// An object that has for each section `removed` (ids), `added` (entries in the dataset's form) and `changed`: ids,
/// each with its `fields`, of which a value is `{"old": …, "new": …}` (`null` where there is none) and a list is
/// `{"removed": […], "added": […]}`. The `programme` has its `fields` only, and `renamed` lists pairs of ids. A place
/// is named by its zh-Hans and stands in the dataset wherever a partner has its seat there.
#[derive(Clone, Copy, Debug)]
pub struct Json<'a> {
    pub diff: &'a Diff,
    pub old: &'a Programme,
    pub new: &'a Programme,
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for section in Section::ALL {
            if section == Section::Programme {
                let changes = self.diff.changes(self.old, self.new, Record::Programme);
                map.serialize_entry(section.id(), &Fields(&changes))?;
            } else {
                map.serialize_entry(section.id(), &Listed(*self, section))?;
            }
        }
        let ids = |(gone, came): &(Entry, Entry)| Renamed { old: gone.id(self.old), new: came.id(self.new) };
        map.serialize_entry("renamed", &self.diff.renamed().iter().map(ids).collect::<Vec<_>>())?;
        map.end()
    }
}

#[derive(Serialize)]
struct Renamed<'a> {
    old: &'a str,
    new: &'a str,
}

/// What became of a section.
struct Listed<'a>(Json<'a>, Section);

impl Serialize for Listed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let &Self(Json { diff, old, new }, section) = self;
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("removed", &Sequence(|| diff.gone(section).map(|entry| entry.id(old))))?;
        let added = || diff.told(section, Changed::New).map(|entry| Added(new, entry));
        map.serialize_entry("added", &Sequence(added))?;
        let changed = || {
            diff.told(section, Changed::Changed)
                .map(|entry| ChangedEntry { id: entry.id(new), fields: diff.changes(old, new, entry) })
        };
        map.serialize_entry("changed", &Sequence(changed))?;
        map.end()
    }
}

/// A list that is made while it is written.
struct Sequence<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Sequence<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0())
    }
}

/// An entry in the dataset's form.
struct Added<'a>(&'a Programme, Entry);

impl Serialize for Added<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.1 {
            Entry::Record(record) => Written(self.0, record).serialize(serializer),
            Entry::Source(source) => self.0[source].serialize(serializer),
        }
    }
}

#[derive(Serialize)]
struct ChangedEntry<'a> {
    id: &'a str,
    #[serde(serialize_with = "fields")]
    fields: Vec<Change<'a>>,
}

fn fields<S: Serializer>(changes: &[Change<'_>], serializer: S) -> Result<S::Ok, S::Error> {
    Fields(changes).serialize(serializer)
}

/// Changes by the names of their fields.
struct Fields<'a>(&'a [Change<'a>]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|change| (change.field, change)))
    }
}

impl Serialize for Change<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        if self.list {
            map.serialize_entry("removed", &self.gone)?;
            map.serialize_entry("added", &self.new)?;
        } else {
            map.serialize_entry("old", &self.gone.first())?;
            map.serialize_entry("new", &self.new.first())?;
        }
        map.end()
    }
}
