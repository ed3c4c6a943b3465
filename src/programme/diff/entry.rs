//! What a comparison tells of: every record, and the sources, which no page is about.

use super::{Kind, Programme, Record};
use crate::programme::{Ref, Source, Text};

/// A list of a dataset, or what stands in its place; in the order in which differences are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    Programme,
    Zones,
    Regions,
    Initiatives,
    Topics,
    Partners,
    /// The seats of the partners; in the file, a text of each of them.
    Places,
    Sources,
}

impl Section {
    pub const ALL: [Self; 8] = [
        Self::Programme,
        Self::Zones,
        Self::Regions,
        Self::Initiatives,
        Self::Topics,
        Self::Partners,
        Self::Places,
        Self::Sources,
    ];

    /// Its name in a dataset.
    pub fn id(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Zones => "zones",
            Self::Regions => "regions",
            Self::Initiatives => "initiatives",
            Self::Topics => "topics",
            Self::Partners => "partners",
            Self::Places => "places",
            Self::Sources => "sources",
        }
    }

    /// The kind of its records; `None` for sources.
    fn kind(self) -> Option<Kind> {
        Some(match self {
            Self::Programme => Kind::Programme,
            Self::Zones => Kind::Zone,
            Self::Regions => Kind::Region,
            Self::Initiatives => Kind::Initiative,
            Self::Topics => Kind::Topic,
            Self::Partners => Kind::Partner,
            Self::Places => Kind::Place,
            Self::Sources => return None,
        })
    }

    pub(super) fn entry(self, index: usize) -> Entry {
        self.kind().map_or_else(|| Entry::Source(Ref::new(index)), |kind| Entry::Record(kind.record(index)))
    }

    /// All entries of an edition, in its order.
    pub fn entries(self, programme: &Programme) -> impl ExactSizeIterator<Item = Entry> + use<> {
        let count = self.kind().map_or(programme.sources.len(), |kind| programme.count(kind));
        (0..count).map(move |index| self.entry(index))
    }
}

impl From<Kind> for Section {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Programme => Self::Programme,
            Kind::Zone => Self::Zones,
            Kind::Region => Self::Regions,
            Kind::Initiative => Self::Initiatives,
            Kind::Topic => Self::Topics,
            Kind::Partner => Self::Partners,
            Kind::Place => Self::Places,
        }
    }
}

/// An entry of one edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    Record(Record),
    Source(Ref<Source>),
}

impl<T: Into<Record>> From<T> for Entry {
    fn from(record: T) -> Self {
        Self::Record(record.into())
    }
}

impl Entry {
    pub fn section(self) -> Section {
        match self {
            Self::Record(record) => record.kind().into(),
            Self::Source(_) => Section::Sources,
        }
    }

    /// Its id in the edition that it is of; a place's is its name in zh-Hans.
    pub fn id(self, programme: &Programme) -> &str {
        match self {
            Self::Record(record) => programme.id(record),
            Self::Source(source) => &programme[source].id,
        }
    }

    /// Its name or title in the edition that it is of.
    pub fn name(self, programme: &Programme) -> &Text {
        match self {
            Self::Record(record) => programme.name(record),
            Self::Source(source) => &programme[source].title,
        }
    }

    /// Its place in its list.
    pub(super) fn index(self) -> usize {
        match self {
            Self::Record(record) => record.index(),
            Self::Source(source) => source.index(),
        }
    }
}
