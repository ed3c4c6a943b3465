//! The programme with every reference resolved: what the rest of the program reads.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Index;
use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::diff::Since;
use super::inverse::Inverse;
use super::values::Values;
use super::{Text, read};

/// A reference to an entry of one [`Programme`]; only loading makes one, so it never dangles.
pub struct Ref<T>(u32, PhantomData<fn() -> T>);

impl<T> Ref<T> {
    pub(super) fn new(index: usize) -> Self {
        // A dataset of four thousand million entries doesn't fit into memory.
        Self(u32::try_from(index).unwrap_or(u32::MAX), PhantomData)
    }

    /// The entry's place in its list, from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ref<T> {}
impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Ref<T> {}
impl<T> PartialOrd for Ref<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Ref<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for Ref<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// The whole programme. Made by [`parse`](super::parse); entries are reached by [`Ref`].
#[derive(Debug)]
pub struct Programme {
    pub overview: Overview,
    pub sources: Vec<Source>,
    pub zones: Vec<Zone>,
    pub regions: Vec<Region>,
    pub topics: Vec<Topic>,
    pub partners: Vec<Partner>,
    pub initiatives: Vec<Initiative>,
    /// Where partners have their seats, each once, in the order of the partners.
    pub places: Vec<Place>,
    /// Column and row of each region on the map, from 0, each on a place of its own.
    pub tiles: Box<[(u16, u16)]>,
    pub(super) inverse: Inverse,
    pub(super) values: Values,
    /// The earlier edition that it is compared with.
    pub(super) since: Option<Since>,
}

impl Programme {
    /// The regions of a zone, in the file's order.
    pub fn regions_of(&self, zone: Ref<Zone>) -> &[Ref<Region>] {
        self.inverse.regions_by_zone.get(zone.index())
    }

    /// The partners that have their seat at a place, in the file's order.
    pub fn partners_of(&self, place: Ref<Place>) -> &[Ref<Partner>] {
        self.inverse.partners_by_place.get(place.index())
    }

    /// All zones in the file's order.
    pub fn zone_refs(&self) -> impl ExactSizeIterator<Item = Ref<Zone>> + use<> {
        (0..self.zones.len()).map(Ref::new)
    }

    /// All regions in the file's order.
    pub fn region_refs(&self) -> impl ExactSizeIterator<Item = Ref<Region>> + use<> {
        (0..self.regions.len()).map(Ref::new)
    }

    /// All topics in the file's order.
    pub fn topic_refs(&self) -> impl ExactSizeIterator<Item = Ref<Topic>> + use<> {
        (0..self.topics.len()).map(Ref::new)
    }

    /// All partners in the file's order.
    pub fn partner_refs(&self) -> impl ExactSizeIterator<Item = Ref<Partner>> + use<> {
        (0..self.partners.len()).map(Ref::new)
    }

    /// All places in the order of the partners.
    pub fn place_refs(&self) -> impl ExactSizeIterator<Item = Ref<Place>> + use<> {
        (0..self.places.len()).map(Ref::new)
    }

    /// All initiatives in the file's order.
    pub fn initiative_refs(&self) -> impl ExactSizeIterator<Item = Ref<Initiative>> + use<> {
        (0..self.initiatives.len()).map(Ref::new)
    }
}

macro_rules! reach {
    ($($entry:ty: $list:ident),*) => {$(
        impl Index<Ref<$entry>> for Programme {
            type Output = $entry;

            fn index(&self, entry: Ref<$entry>) -> &$entry {
                &self.$list[entry.index()]
            }
        }
    )*};
}
reach!(
    Source: sources, Zone: zones, Region: regions, Topic: topics, Partner: partners, Place: places,
    Initiative: initiatives
);

/// The programme as a whole: its plan, who issued it, when, for which aims.
#[derive(Clone, Debug)]
pub struct Overview {
    pub title: Text,
    pub summary: Text,
    pub issuer: Text,
    pub issued: Text,
    pub aims: Box<[Text]>,
    pub cites: Box<[Cite]>,
}

/// A paragraph of a source.
#[derive(Clone, Debug)]
pub struct Cite {
    pub source: Ref<Source>,
    /// As numbered in the source: `¶4`, or `C1` for a caption; shared, for the same few are cited over and over.
    pub paragraph: Arc<str>,
    /// The passage was broken in the copy received, and restored; whatever shows the source says so.
    pub restored: bool,
}

/// A zone type: the innovation centre, the industry cluster, the specialty hub.
#[derive(Clone, Debug)]
pub struct Zone {
    pub id: Box<str>,
    pub name: Text,
    pub short: Text,
    pub role: Text,
    pub cites: Box<[Cite]>,
}

/// A prefecture or city.
#[derive(Clone, Debug)]
pub struct Region {
    pub id: Box<str>,
    /// GB/T 2260.
    pub code: Box<str>,
    pub name: Text,
    pub short: Text,
    pub zone: Ref<Zone>,
    pub profile: Text,
    /// Column and row on a schematic map.
    pub tile: Option<[u8; 2]>,
    pub cites: Box<[Cite]>,
}

/// Something that one or more regions did.
#[derive(Clone, Debug)]
pub struct Initiative {
    pub id: Box<str>,
    pub regions: Box<[Ref<Region>]>,
    pub title: Text,
    pub summary: Text,
    pub measures: Box<[Text]>,
    pub stages: Box<[Stage]>,
    pub topic: Ref<Topic>,
    pub partners: Box<[Ref<Partner>]>,
    pub people: Box<[Person]>,
    pub figures: Box<[Figure]>,
    pub cites: Box<[Cite]>,
}

/// What the dataset is written from.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    #[cfg_attr(test, schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
    #[serde(deserialize_with = "read::id")]
    pub id: Box<str>,
    pub title: Text,
    pub publisher: Text,
    pub author: Text,
    pub editor: Text,
    /// RFC 3339.
    #[cfg_attr(test, schemars(extend("format" = "date-time")))]
    #[serde(deserialize_with = "read::word")]
    pub published: Box<str>,
    pub note: Text,
}

/// What an initiative is about.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Topic {
    #[cfg_attr(test, schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
    #[serde(deserialize_with = "read::id")]
    pub id: Box<str>,
    pub name: Text,
}

/// Whom a region worked with.
#[derive(Clone, Debug)]
pub struct Partner {
    pub id: Box<str>,
    pub name: Text,
    /// Its seat, where it is known.
    pub place: Option<Ref<Place>>,
    /// In one word: government, hospital, university, institute, company, school, programme, team.
    pub kind: Box<str>,
}

/// Where partners have their seat, on the level of a province; partners name it by the same zh-Hans.
#[derive(Clone, Debug)]
pub struct Place {
    pub name: Text,
}

/// Somebody who is named.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub name: Text,
    pub role: Text,
}

/// A number, what it counts and what it is about: `31`, `个`, `对接落地项目`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// As the source has it, so that "more than 50" stays one: `50+`.
    #[serde(deserialize_with = "read::word")]
    pub value: Box<str>,
    pub unit: Text,
    pub label: Text,
}

/// A link of the chain 引育用留.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// 引: bring talent in.
    Attract,
    /// 育: train it.
    Develop,
    /// 用: put it to work.
    Deploy,
    /// 留: keep it.
    Retain,
}

impl Stage {
    /// In the chain's order.
    pub const ALL: [Self; 4] = [Self::Attract, Self::Develop, Self::Deploy, Self::Retain];

    /// The word of the dataset and the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Attract => "attract",
            Self::Develop => "develop",
            Self::Deploy => "deploy",
            Self::Retain => "retain",
        }
    }
}

/// A word only: a derived one would take `{"attract": null}` too.
impl<'de> Deserialize<'de> for Stage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read::Word(id) = read::Word::deserialize(deserializer)?;
        let stage = Self::ALL.into_iter().find(|stage| stage.id() == id);
        stage.ok_or_else(|| D::Error::unknown_variant(&id, &["attract", "develop", "deploy", "retain"]))
    }
}
