//! From the bytes of a dataset to a [`Programme`]: parses, resolves every reference, or says what is wrong.

use std::collections::HashMap;
use std::fmt;

use super::check::article;
use super::model::{Cite, Initiative, Overview, Programme, Ref, Region, Source, Zone};
use super::read::Object;
use super::{file, rules};

/// The dataset that is built into the program.
pub(super) const EMBEDDED: &str = include_str!("../../data/programme.json");

/// Why bytes are no dataset: one line, without the file's name.
#[derive(Debug, PartialEq, Eq)]
pub struct LoadError(String);

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for LoadError {}

/// The dataset that is built into the program.
///
/// # Errors
/// None that a released program can have: the tests load it.
pub fn embedded() -> Result<Programme, LoadError> {
    parse(EMBEDDED.as_bytes())
}

/// Reads a dataset from the bytes of a JSON file in UTF-8.
///
/// # Errors
/// The first thing that is wrong: the JSON's form with line and column, or a reference and what it misses.
pub fn parse(bytes: &[u8]) -> Result<Programme, LoadError> {
    let dataset = serde_json::from_slice(bytes);
    let Object(dataset): Object<file::Dataset> = dataset.map_err(|e| LoadError(e.to_string()))?;
    resolve(dataset)
}

/// The entries of one list by id.
struct Ids<T> {
    list: &'static str,
    by_id: HashMap<Box<str>, Ref<T>>,
}

impl<T> Ids<T> {
    fn of<'a>(list: &'static str, ids: impl Iterator<Item = &'a str>) -> Result<Self, LoadError> {
        let mut by_id = HashMap::new();
        for (index, id) in ids.enumerate() {
            if by_id.insert(id.into(), Ref::new(index)).is_some() {
                return Err(LoadError(format!("{list}[{index}].id: “{id}” stands twice")));
            }
        }
        Ok(Self { list, by_id })
    }

    /// Follows a reference; `path` names where it stands.
    fn find(&self, id: &str, path: impl Fn() -> String) -> Result<Ref<T>, LoadError> {
        let found = self.by_id.get(id).copied();
        found.ok_or_else(|| LoadError(format!("{}: no entry “{id}” in {}", path(), self.list)))
    }

    /// Follows a list of references that has so many at least, and none twice.
    fn find_all(
        &self,
        ids: &[String],
        least: usize,
        path: impl Fn() -> String,
    ) -> Result<Vec<Ref<T>>, LoadError> {
        let found = ids.iter().map(|id| self.find(id, &path)).collect::<Result<Vec<_>, _>>()?;
        if found.len() < least {
            return Err(LoadError(format!("{}: the list is empty", path())));
        }
        distinct(found, path)
    }
}

/// Refuses a list that has something twice.
fn distinct<T: Copy + Ord>(list: Vec<T>, path: impl Fn() -> String) -> Result<Vec<T>, LoadError> {
    let mut sorted = list.clone();
    sorted.sort_unstable();
    if sorted.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(LoadError(format!("{}: something stands in the list twice", path())));
    }
    Ok(list)
}

fn resolve(dataset: file::Dataset) -> Result<Programme, LoadError> {
    if dataset.format != file::FORMAT {
        let found = dataset.format;
        return Err(LoadError(format!("format: {found} is unknown, this program reads {}", file::FORMAT)));
    }
    let sources = Ids::of("sources", dataset.sources.iter().map(|s| &*s.id))?;
    for (index, source) in dataset.sources.iter().enumerate() {
        let path = || format!("sources[{index}].published");
        good(rules::is_time(&source.published), "a time of RFC 3339", &source.published, path)?;
    }
    let zone_ids = Ids::of("zones", dataset.zones.iter().map(|z| z.id.as_str()))?;
    let region_ids = Ids::of("regions", dataset.regions.iter().map(|r| r.id.as_str()))?;
    let topics = Ids::of("topics", dataset.topics.iter().map(|t| &*t.id))?;
    let partners = Ids::of("partners", dataset.partners.iter().map(|p| &*p.id))?;
    Ids::<Initiative>::of("initiatives", dataset.initiatives.iter().map(|i| i.id.as_str()))?;

    let overview = overview(dataset.programme, &sources)?;
    let zones = each("zones", dataset.zones, |at, z| zone(z, at, &sources))?;
    let regions = each("regions", dataset.regions, |at, r| region(r, at, &zone_ids, &sources))?;
    let initiatives = each("initiatives", dataset.initiatives, |at, i| {
        Ok(Initiative {
            regions: region_ids.find_all(&i.regions, 1, || format!("{at}.regions"))?,
            topic: topics.find(&i.topic, || format!("{at}.topic"))?,
            partners: partners.find_all(&i.partners, 0, || format!("{at}.partners"))?,
            cites: cites(i.cites, at, &sources)?,
            id: i.id.into(),
            title: i.title,
            summary: i.summary,
            measures: i.measures,
            stages: distinct(i.stages, || format!("{at}.stages"))?,
            people: i.people,
            figures: i.figures,
        })
    })?;

    let mut by_region = vec![Vec::new(); regions.len()];
    for (index, initiative) in initiatives.iter().enumerate() {
        for region in &initiative.regions {
            by_region[region.index()].push(Ref::new(index));
        }
    }
    let mut by_zone = vec![Vec::new(); zones.len()];
    for (index, region) in regions.iter().enumerate() {
        by_zone[region.zone.index()].push(Ref::new(index));
    }
    Ok(Programme {
        overview,
        sources: dataset.sources,
        zones,
        regions,
        topics: dataset.topics,
        partners: dataset.partners,
        initiatives,
        by_region,
        by_zone,
    })
}

/// Turns a list's entries, each told its path for errors.
fn each<A, B>(
    list: &str,
    entries: Vec<A>,
    turn: impl Fn(&dyn fmt::Display, A) -> Result<B, LoadError>,
) -> Result<Vec<B>, LoadError> {
    entries
        .into_iter()
        .enumerate()
        .map(|(index, entry)| turn(&format_args!("{list}[{index}]"), entry))
        .collect()
}

fn overview(o: file::Overview, sources: &Ids<Source>) -> Result<Overview, LoadError> {
    let cites = cites(o.cites, &"programme", sources)?;
    Ok(Overview {
        title: o.title,
        summary: o.summary,
        issuer: o.issuer,
        issued: o.issued,
        aims: o.aims,
        cites,
    })
}

fn zone(z: file::Zone, at: &dyn fmt::Display, sources: &Ids<Source>) -> Result<Zone, LoadError> {
    let cites = cites(z.cites, at, sources)?;
    Ok(Zone { id: z.id.into(), name: z.name, short: z.short, role: z.role, cites })
}

fn region(
    r: file::Region,
    at: &dyn fmt::Display,
    zones: &Ids<Zone>,
    sources: &Ids<Source>,
) -> Result<Region, LoadError> {
    good(rules::is_code(&r.code), "a code of six digits", &r.code, || format!("{at}.code"))?;
    Ok(Region {
        zone: zones.find(&r.zone, || format!("{at}.zone"))?,
        cites: cites(r.cites, at, sources)?,
        id: r.id.into(),
        code: r.code.into(),
        name: r.name,
        short: r.short,
        profile: r.profile,
        tile: r.tile,
    })
}

fn cites(
    cites: Vec<file::Cite>,
    at: &dyn fmt::Display,
    sources: &Ids<Source>,
) -> Result<Vec<Cite>, LoadError> {
    let turn = |c: file::Cite| {
        let source = sources.find(&c.source, || format!("{at}.cites"))?;
        let there = rules::is_paragraph(&c.paragraph) && article::may_have(&c.source, &c.paragraph);
        good(there, "a paragraph of the source", &c.paragraph, || format!("{at}.cites"))?;
        Ok(Cite { source, paragraph: c.paragraph.into(), restored: c.restored })
    };
    cites.into_iter().map(turn).collect()
}

fn good(is: bool, what: &str, value: &str, path: impl Fn() -> String) -> Result<(), LoadError> {
    if is { Ok(()) } else { Err(LoadError(format!("{}: “{value}” is not {what}", path()))) }
}
