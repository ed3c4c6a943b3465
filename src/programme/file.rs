//! The dataset as it stands in a file: references are ids, nothing is resolved yet.
//!
//! The JSON Schema is generated from these types, and JSON output is written through them.
//! What refers to nothing (a source, a topic, a person) has one type for both forms.

use serde::{Deserialize, Serialize};

use super::model::{self, Figure, Person, Programme, Source, Stage, Topic};
use super::{Text, read};

/// The version of the form that this program reads.
pub const FORMAT: u32 = 1;

/// A whole dataset.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// The version of this form: 1.
    #[cfg_attr(test, schemars(range(min = 1, max = 1)))]
    pub format: u32,
    #[serde(deserialize_with = "read::object")]
    pub programme: Overview,
    #[serde(deserialize_with = "read::objects")]
    pub sources: Vec<Source>,
    #[serde(deserialize_with = "read::objects")]
    pub zones: Vec<Zone>,
    #[serde(deserialize_with = "read::objects")]
    pub regions: Vec<Region>,
    #[serde(deserialize_with = "read::objects")]
    pub topics: Vec<Topic>,
    #[serde(deserialize_with = "read::objects")]
    pub partners: Vec<Partner>,
    #[serde(deserialize_with = "read::objects")]
    pub initiatives: Vec<Initiative>,
}

/// The programme as a whole.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Overview {
    pub title: Text,
    pub summary: Text,
    pub issuer: Text,
    pub issued: Text,
    pub aims: Vec<Text>,
    #[serde(deserialize_with = "read::objects")]
    pub cites: Vec<Cite>,
}

/// A paragraph of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cite {
    /// The id of a source.
    #[serde(deserialize_with = "read::word")]
    pub source: String,
    /// The paragraph as numbered in the source: `¶4`, or `C1` for a caption.
    #[cfg_attr(test, schemars(regex(pattern = r"^(¶|C)[1-9][0-9]*$")))]
    #[serde(deserialize_with = "read::word")]
    pub paragraph: String,
    /// Whether the passage was broken in the copy received, and restored.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub restored: bool,
}

/// A zone type.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Zone {
    #[cfg_attr(test, schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
    #[serde(deserialize_with = "read::id")]
    pub id: String,
    pub name: Text,
    pub short: Text,
    pub role: Text,
    #[serde(deserialize_with = "read::objects")]
    pub cites: Vec<Cite>,
}

/// A prefecture or city.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Region {
    #[cfg_attr(test, schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
    #[serde(deserialize_with = "read::id")]
    pub id: String,
    /// GB/T 2260, six digits.
    #[cfg_attr(test, schemars(regex(pattern = r"^[0-9]{6}$")))]
    #[serde(deserialize_with = "read::word")]
    pub code: String,
    pub name: Text,
    pub short: Text,
    /// The id of a zone.
    #[serde(deserialize_with = "read::word")]
    pub zone: String,
    pub profile: Text,
    /// Column and row on a schematic map.
    #[cfg_attr(test, schemars(with = "[u8; 2]"))]
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "read::some")]
    pub tile: Option<[u8; 2]>,
    #[serde(deserialize_with = "read::objects")]
    pub cites: Vec<Cite>,
}

/// Whom a region worked with.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Partner {
    #[cfg_attr(test, schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
    #[serde(deserialize_with = "read::id")]
    pub id: String,
    pub name: Text,
    /// Its seat on the level of a province, where that is known; not the scene of the work.
    #[cfg_attr(test, schemars(with = "Text"))]
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "read::some")]
    pub place: Option<Text>,
    /// In one word: government, hospital, university, institute, company, school, programme, team.
    #[serde(deserialize_with = "read::word")]
    pub kind: String,
}

/// Something that one or more regions did.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    #[cfg_attr(test, schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
    #[serde(deserialize_with = "read::id")]
    pub id: String,
    /// Ids of regions.
    #[cfg_attr(test, schemars(length(min = 1)))]
    #[serde(deserialize_with = "read::words")]
    pub regions: Vec<String>,
    pub title: Text,
    pub summary: Text,
    pub measures: Vec<Text>,
    pub stages: Vec<Stage>,
    /// The id of a topic.
    #[serde(deserialize_with = "read::word")]
    pub topic: String,
    /// Ids of partners.
    #[serde(deserialize_with = "read::words")]
    pub partners: Vec<String>,
    #[serde(deserialize_with = "read::objects")]
    pub people: Vec<Person>,
    #[serde(deserialize_with = "read::objects")]
    pub figures: Vec<Figure>,
    #[serde(deserialize_with = "read::objects")]
    pub cites: Vec<Cite>,
}

impl Cite {
    fn of(programme: &Programme, cite: &model::Cite) -> Self {
        let source = programme[cite.source].id.to_string();
        Self { source, paragraph: cite.paragraph.to_string(), restored: cite.restored }
    }
}

fn cites(programme: &Programme, cites: &[model::Cite]) -> Vec<Cite> {
    cites.iter().map(|c| Cite::of(programme, c)).collect()
}

impl Overview {
    /// The programme as a whole as it would stand in a file.
    pub fn of(programme: &Programme) -> Self {
        let overview = &programme.overview;
        Self {
            title: overview.title.clone(),
            summary: overview.summary.clone(),
            issuer: overview.issuer.clone(),
            issued: overview.issued.clone(),
            aims: overview.aims.to_vec(),
            cites: cites(programme, &overview.cites),
        }
    }
}

impl Zone {
    /// The zone as it would stand in a file.
    pub fn of(programme: &Programme, zone: &model::Zone) -> Self {
        Self {
            id: zone.id.to_string(),
            name: zone.name.clone(),
            short: zone.short.clone(),
            role: zone.role.clone(),
            cites: cites(programme, &zone.cites),
        }
    }
}

impl Region {
    /// The region as it would stand in a file.
    pub fn of(programme: &Programme, region: &model::Region) -> Self {
        Self {
            id: region.id.to_string(),
            code: region.code.to_string(),
            name: region.name.clone(),
            short: region.short.clone(),
            zone: programme[region.zone].id.to_string(),
            profile: region.profile.clone(),
            tile: region.tile,
            cites: cites(programme, &region.cites),
        }
    }
}

impl Partner {
    /// The partner as it would stand in a file.
    pub fn of(programme: &Programme, partner: &model::Partner) -> Self {
        Self {
            id: partner.id.to_string(),
            name: partner.name.clone(),
            place: partner.place.map(|place| programme[place].name.clone()),
            kind: partner.kind.to_string(),
        }
    }
}

impl Initiative {
    /// The initiative as it would stand in a file.
    pub fn of(programme: &Programme, initiative: &model::Initiative) -> Self {
        Self {
            id: initiative.id.to_string(),
            regions: initiative.regions.iter().map(|&r| programme[r].id.to_string()).collect(),
            title: initiative.title.clone(),
            summary: initiative.summary.clone(),
            measures: initiative.measures.to_vec(),
            stages: initiative.stages.to_vec(),
            topic: programme[initiative.topic].id.to_string(),
            partners: initiative.partners.iter().map(|&p| programme[p].id.to_string()).collect(),
            people: initiative.people.to_vec(),
            figures: initiative.figures.to_vec(),
            cites: cites(programme, &initiative.cites),
        }
    }
}
