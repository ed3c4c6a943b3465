//! From the bytes of a dataset to a [`Programme`]: parses, resolves every reference, or says what is wrong.

use std::fmt;
use std::io::Read;

use serde::de::DeserializeOwned;

use super::file;
use super::inverse::{Counts, Inverse};
use super::model::{Initiative, Partner, Programme, Source, Topic};
use super::read::Object;
use super::resolve::{Ids, Sources, Targets, partners};
use super::stream::Stream;

/// The dataset that is built into the program.
pub(super) const EMBEDDED: &str = include_str!("../../data/programme.json");

/// Why bytes are no dataset: one line, without the file's name.
#[derive(Debug, PartialEq, Eq)]
pub struct LoadError(pub(super) String);

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for LoadError {}

impl From<serde_json::Error> for LoadError {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

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
    read(bytes).map_err(|error| {
        // Reading in parts knows no lines.
        let whole: Result<Object<file::Dataset>, _> = serde_json::from_slice(bytes);
        whole.err().map_or(error, LoadError::from)
    })
}

/// Reads a dataset in parts: memory holds a buffer and the programme, and never the file.
///
/// That is where initiatives come after what they refer to, as this program writes them; others wait for it.
///
/// # Errors
/// Something that is wrong, or the input can't be read; the whole file in [`load`](super::load) says where.
pub fn read(input: impl Read) -> Result<Programme, LoadError> {
    let mut stream = Stream::new(input);
    let mut parts = Parts::default();
    stream.object(|stream, name| parts.field(stream, name))?;
    stream.end()?;
    parts.programme()
}

/// The fields of a dataset that have been read.
#[derive(Default)]
struct Parts {
    format: Option<u32>,
    programme: Option<Object<file::Overview>>,
    sources: Option<Vec<Source>>,
    zones: Option<Vec<file::Zone>>,
    regions: Option<Vec<file::Region>>,
    topics: Option<Vec<Topic>>,
    partners: Option<Vec<file::Partner>>,
    initiatives: Option<Initiatives>,
}

enum Initiatives {
    Resolved(Vec<Initiative>),
    Waiting(Vec<file::Initiative>),
}

impl Parts {
    fn field(&mut self, stream: &mut Stream<impl Read>, name: &str) -> Result<(), LoadError> {
        match name {
            "format" => once(name, &mut self.format, stream.value()?),
            "programme" => once(name, &mut self.programme, stream.value()?),
            "sources" => once(name, &mut self.sources, list(stream, |_, s| Ok(s))?),
            "zones" => once(name, &mut self.zones, list(stream, |_, z| Ok(z))?),
            "regions" => once(name, &mut self.regions, list(stream, |_, r| Ok(r))?),
            "topics" => once(name, &mut self.topics, list(stream, |_, t| Ok(t))?),
            "partners" => once(name, &mut self.partners, list(stream, |_, p| Ok(p))?),
            "initiatives" => {
                let read = match self.targets() {
                    Ok(mut targets) => Initiatives::Resolved(list(stream, |n, i| targets.initiative(n, i))?),
                    Err(_) => Initiatives::Waiting(list(stream, |_, i| Ok(i))?),
                };
                once(name, &mut self.initiatives, read)
            }
            _ => Err(LoadError(format!("unknown field '{}'", crate::text::clean(name)))),
        }
    }

    /// What initiatives refer to; an error where some of it hasn't been read.
    fn targets(&self) -> Result<Targets<'_>, LoadError> {
        let regions = there("regions", self.regions.as_ref())?.iter().map(|r| &*r.id);
        let topics = there("topics", self.topics.as_ref())?.iter().map(|t| &*t.id);
        let partners = there("partners", self.partners.as_ref())?.iter().map(|p| &*p.id);
        Ok(Targets {
            sources: Sources::of(there("sources", self.sources.as_ref())?)?,
            regions: Ids::of("regions", regions)?,
            topics: Ids::of("topics", topics)?,
            partners: Ids::of("partners", partners)?,
        })
    }

    fn programme(mut self) -> Result<Programme, LoadError> {
        let format = there("format", self.format)?;
        if format != file::FORMAT {
            let known = file::FORMAT;
            return Err(LoadError(format!("format: {format} is unknown, this program reads {known}")));
        }
        let initiatives = match there("initiatives", self.initiatives.take())? {
            Initiatives::Resolved(initiatives) => initiatives,
            Initiatives::Waiting(waiting) => {
                let mut targets = self.targets()?;
                each(waiting, |n, i| targets.initiative(n, i))?
            }
        };
        Ids::<Initiative>::of("initiatives", initiatives.iter().map(|i| &*i.id))?;
        Ids::<Partner>::of("partners", self.partners.iter().flatten().map(|p| &*p.id))?;
        self.with(initiatives)
    }

    /// Resolves what is left.
    fn with(self, initiatives: Vec<Initiative>) -> Result<Programme, LoadError> {
        let sources = there("sources", self.sources)?;
        let zones = there("zones", self.zones)?;
        let mut cited = Sources::of(&sources)?;
        let Object(overview) = there("programme", self.programme)?;
        let overview = cited.overview(overview)?;
        let zone_ids: Vec<_> = zones.iter().map(|z| z.id.clone()).collect();
        let zone_ids = Ids::of("zones", zone_ids.iter().map(String::as_str))?;
        let zones = each(zones, |n, z| cited.zone(n, z))?;
        let regions = each(there("regions", self.regions)?, |n, r| cited.region(n, r, &zone_ids))?;
        let topics = there("topics", self.topics)?;
        let (partners, places) = partners(there("partners", self.partners)?);
        let counts = Counts { zones: zones.len(), topics: topics.len(), places: places.len() };
        let inverse = Inverse::of(&counts, &regions, &partners, &initiatives);
        Ok(Programme { overview, sources, zones, regions, topics, partners, initiatives, places, inverse })
    }
}

/// Reads a list of objects and turns each.
fn list<T: DeserializeOwned, U>(
    stream: &mut Stream<impl Read>,
    mut turn: impl FnMut(usize, T) -> Result<U, LoadError>,
) -> Result<Vec<U>, LoadError> {
    let mut list = Vec::new();
    stream.array(|stream| {
        let Object(value) = stream.value()?;
        list.push(turn(list.len(), value)?);
        Ok(())
    })?;
    Ok(list)
}

/// Turns a list's entries, each told its place.
fn each<T, U>(
    entries: Vec<T>,
    mut turn: impl FnMut(usize, T) -> Result<U, LoadError>,
) -> Result<Vec<U>, LoadError> {
    entries.into_iter().enumerate().map(|(index, entry)| turn(index, entry)).collect()
}

fn there<T>(name: &str, part: Option<T>) -> Result<T, LoadError> {
    part.ok_or_else(|| LoadError(format!("missing field '{name}'")))
}

fn once<T>(name: &str, part: &mut Option<T>, value: T) -> Result<(), LoadError> {
    match part.replace(value) {
        None => Ok(()),
        Some(_) => Err(LoadError(format!("duplicate field '{name}'"))),
    }
}
