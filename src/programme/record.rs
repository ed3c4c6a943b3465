//! Whatever the programme has something to say about, as one type: what is found, shown, linked, counted.

use serde::{Deserialize, Serialize};

use super::model::{Initiative, Partner, Place, Programme, Ref, Region, Topic, Zone};
use super::{Language, Text};

/// An entry of a programme, or the programme as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Record {
    Programme,
    Zone(Ref<Zone>),
    Region(Ref<Region>),
    Initiative(Ref<Initiative>),
    Partner(Ref<Partner>),
    Topic(Ref<Topic>),
    Place(Ref<Place>),
}

/// What sort of record one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    Programme,
    Zone,
    Region,
    Initiative,
    Partner,
    Topic,
    Place,
}

impl Kind {
    /// In the order in which a word that names several is taken for one of them.
    pub const ALL: [Self; 7] = [
        Self::Region,
        Self::Zone,
        Self::Initiative,
        Self::Partner,
        Self::Topic,
        Self::Place,
        Self::Programme,
    ];

    /// The word of the command line and its output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Zone => "zone",
            Self::Region => "region",
            Self::Initiative => "initiative",
            Self::Partner => "partner",
            Self::Topic => "topic",
            Self::Place => "place",
        }
    }

    /// The record of a kind at that place in its list.
    pub(super) fn record(self, index: usize) -> Record {
        match self {
            Self::Programme => Record::Programme,
            Self::Zone => Record::Zone(Ref::new(index)),
            Self::Region => Record::Region(Ref::new(index)),
            Self::Initiative => Record::Initiative(Ref::new(index)),
            Self::Partner => Record::Partner(Ref::new(index)),
            Self::Topic => Record::Topic(Ref::new(index)),
            Self::Place => Record::Place(Ref::new(index)),
        }
    }
}

impl Record {
    /// Its place in its list.
    pub(super) fn index(self) -> usize {
        match self {
            Self::Programme => 0,
            Self::Zone(z) => z.index(),
            Self::Region(r) => r.index(),
            Self::Initiative(i) => i.index(),
            Self::Partner(p) => p.index(),
            Self::Topic(t) => t.index(),
            Self::Place(p) => p.index(),
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::Programme => Kind::Programme,
            Self::Zone(_) => Kind::Zone,
            Self::Region(_) => Kind::Region,
            Self::Initiative(_) => Kind::Initiative,
            Self::Partner(_) => Kind::Partner,
            Self::Topic(_) => Kind::Topic,
            Self::Place(_) => Kind::Place,
        }
    }
}

macro_rules! records {
    ($($entry:ident),*) => {$(
        impl From<Ref<$entry>> for Record {
            fn from(entry: Ref<$entry>) -> Self {
                Self::$entry(entry)
            }
        }
    )*};
}
records!(Zone, Region, Initiative, Partner, Topic, Place);

impl Programme {
    /// The id of a record. A place has none in the dataset: its name in zh-Hans stands for it.
    pub fn id(&self, record: Record) -> &str {
        match record {
            Record::Programme => "programme",
            Record::Zone(z) => &self[z].id,
            Record::Region(r) => &self[r].id,
            Record::Initiative(i) => &self[i].id,
            Record::Partner(p) => &self[p].id,
            Record::Topic(t) => &self[t].id,
            Record::Place(p) => self[p].name.get(Language::ZhHans),
        }
    }

    /// The whole name of a record, or its title.
    pub fn name(&self, record: Record) -> &Text {
        match record {
            Record::Programme => &self.overview.title,
            Record::Zone(z) => &self[z].name,
            Record::Region(r) => &self[r].name,
            Record::Initiative(i) => &self[i].title,
            Record::Partner(p) => &self[p].name,
            Record::Topic(t) => &self[t].name,
            Record::Place(p) => &self[p].name,
        }
    }

    /// The short name of a record that has one, else its name.
    pub fn short(&self, record: Record) -> &Text {
        match record {
            Record::Zone(z) => &self[z].short,
            Record::Region(r) => &self[r].short,
            _ => self.name(record),
        }
    }

    /// How many records of a kind there are.
    pub fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Programme => 1,
            Kind::Zone => self.zones.len(),
            Kind::Region => self.regions.len(),
            Kind::Initiative => self.initiatives.len(),
            Kind::Partner => self.partners.len(),
            Kind::Topic => self.topics.len(),
            Kind::Place => self.places.len(),
        }
    }

    /// All records of a kind, in the file's order.
    pub fn records(&self, kind: Kind) -> impl Iterator<Item = Record> + use<> {
        (0..self.count(kind)).map(move |index| kind.record(index))
    }

    /// The record of a kind that has an id.
    pub fn find(&self, kind: Kind, id: &str) -> Option<Record> {
        self.records(kind).find(|&record| self.id(record) == id)
    }

    /// The record of this programme that has the kind and id of one in another edition of it.
    pub fn counterpart(&self, other: &Self, record: Record) -> Option<Record> {
        self.find(record.kind(), other.id(record))
    }

    /// The initiatives that have to do with a record, in the file's order; each once.
    pub fn initiatives_of(&self, record: impl Into<Record>) -> &[Ref<Initiative>] {
        match record.into() {
            Record::Programme => &self.inverse.all,
            Record::Zone(z) => self.inverse.by_zone.get(z.index()),
            Record::Region(r) => self.inverse.by_region.get(r.index()),
            Record::Initiative(i) => &self.inverse.all[i.index()..=i.index()],
            Record::Partner(p) => self.inverse.by_partner.get(p.index()),
            Record::Topic(t) => self.inverse.by_topic.get(t.index()),
            Record::Place(p) => self.inverse.by_place.get(p.index()),
        }
    }

    /// The regions that a record's initiatives are of, in the file's order: of a region itself, of a zone its own.
    pub fn regions_with(&self, record: Record) -> Vec<Ref<Region>> {
        match record {
            Record::Zone(zone) => self.regions_of(zone).to_vec(),
            Record::Region(region) => vec![region],
            Record::Initiative(initiative) => self[initiative].regions.to_vec(),
            _ => {
                let of = self.initiatives_of(record).iter().flat_map(|&i| &self[i].regions);
                let mut regions: Vec<_> = of.copied().collect();
                regions.sort_unstable();
                regions.dedup();
                regions
            }
        }
    }
}
