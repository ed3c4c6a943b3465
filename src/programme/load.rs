//! From the bytes of a dataset to a [`Programme`], in parts: memory holds a buffer and the programme, never the file.
//!
//! Only whether it is one is told here; what is wrong and where is `check`'s business, so that it is said once.

use std::io::{self, Read};

use serde::de::DeserializeOwned;

use super::file;
use super::inverse::{Counts, Inverse};
use super::map::tiles;
use super::model::{Initiative, Partner, Programme, Source, Topic};
use super::read::Object;
use super::resolve::{Ids, Sources, Targets, partners};
use super::stream::Stream;
use super::values::Values;

/// The dataset that is built into the program.
pub(super) const EMBEDDED: &str = include_str!("../../data/programme.json");

/// Told how many bytes have been read, some hundred kilobytes after the last time; `false` gives it up.
pub type Progress<'a> = &'a (dyn Fn(u64) -> bool + Sync);

/// Why reading ended.
#[derive(Debug)]
pub(super) enum Stop {
    Unreadable(io::Error),
    GivenUp,
    /// It is no dataset.
    Wrong,
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(error)
    }
}

/// Refuses a dataset unless something is so.
pub(super) fn ensure(is: bool) -> Result<(), Stop> {
    if is { Ok(()) } else { Err(Stop::Wrong) }
}

/// Reads a dataset. Initiatives that stand before what they refer to, which this program never writes, wait for it.
pub(super) fn load(input: impl Read, progress: Progress) -> Result<Programme, Stop> {
    let mut stream = Stream::new(input, progress);
    let mut parts = Parts::default();
    stream.byte_order_mark()?;
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
    fn field(&mut self, stream: &mut Stream<'_, impl Read>, name: &str) -> Result<(), Stop> {
        match name {
            "format" => set_once(&mut self.format, stream.value()?),
            "programme" => set_once(&mut self.programme, stream.value()?),
            "sources" => set_once(&mut self.sources, list(stream, Ok)?),
            "zones" => set_once(&mut self.zones, list(stream, Ok)?),
            "regions" => set_once(&mut self.regions, list(stream, Ok)?),
            "topics" => set_once(&mut self.topics, list(stream, Ok)?),
            "partners" => set_once(&mut self.partners, list(stream, Ok)?),
            "initiatives" => {
                let read = match self.targets() {
                    Ok(mut targets) => Initiatives::Resolved(list(stream, |i| targets.initiative(i))?),
                    Err(_) => Initiatives::Waiting(list(stream, Ok)?),
                };
                set_once(&mut self.initiatives, read)
            }
            _ => Err(Stop::Wrong),
        }
    }

    /// What initiatives refer to; an error where some of it hasn't been read.
    fn targets(&self) -> Result<Targets<'_>, Stop> {
        let regions = required(self.regions.as_ref())?.iter().map(|r| &*r.id);
        let topics = required(self.topics.as_ref())?.iter().map(|t| &*t.id);
        let partners = required(self.partners.as_ref())?.iter().map(|p| &*p.id);
        Ok(Targets {
            sources: Sources::of(required(self.sources.as_ref())?)?,
            regions: Ids::of(regions)?,
            topics: Ids::of(topics)?,
            partners: Ids::of(partners)?,
        })
    }

    fn programme(mut self) -> Result<Programme, Stop> {
        ensure(self.format == Some(file::FORMAT))?;
        let initiatives = match required(self.initiatives.take())? {
            Initiatives::Resolved(initiatives) => initiatives,
            Initiatives::Waiting(waiting) => {
                let mut targets = self.targets()?;
                each(waiting, |i| targets.initiative(i))?
            }
        };
        Ids::<Initiative>::of(initiatives.iter().map(|i| &*i.id))?;
        Ids::<Partner>::of(self.partners.iter().flatten().map(|p| &*p.id))?;
        self.with(initiatives)
    }

    /// Resolves what is left.
    fn with(self, initiatives: Vec<Initiative>) -> Result<Programme, Stop> {
        let sources = required(self.sources)?;
        let zones = required(self.zones)?;
        let mut cited = Sources::of(&sources)?;
        let Object(overview) = required(self.programme)?;
        let overview = cited.overview(overview)?;
        let zone_ids: Vec<_> = zones.iter().map(|z| z.id.clone()).collect();
        let zone_ids = Ids::of(zone_ids.iter().map(String::as_str))?;
        let zones = each(zones, |z| cited.zone(z))?;
        let regions = each(required(self.regions)?, |r| cited.region(r, &zone_ids))?;
        let topics = required(self.topics)?;
        let (partners, places) = partners(required(self.partners)?);
        let counts = Counts { zones: zones.len(), topics: topics.len(), places: places.len() };
        let inverse = Inverse::of(&counts, &regions, &partners, &initiatives);
        let tiles = tiles(&regions);
        let values = Values::of(&counts, &regions, &partners, &initiatives);
        Ok(Programme {
            overview,
            sources,
            zones,
            regions,
            topics,
            partners,
            initiatives,
            places,
            tiles,
            inverse,
            values,
            since: None,
        })
    }
}

/// Reads a list of objects and resolves each.
fn list<T: DeserializeOwned, U>(
    stream: &mut Stream<'_, impl Read>,
    mut resolve: impl FnMut(T) -> Result<U, Stop>,
) -> Result<Vec<U>, Stop> {
    let mut list = Vec::new();
    stream.array(|stream| {
        let Object(value) = stream.value()?;
        list.push(resolve(value)?);
        Ok(())
    })?;
    Ok(list)
}

fn each<T, U>(entries: Vec<T>, resolve: impl FnMut(T) -> Result<U, Stop>) -> Result<Vec<U>, Stop> {
    entries.into_iter().map(resolve).collect()
}

fn required<T>(part: Option<T>) -> Result<T, Stop> {
    part.ok_or(Stop::Wrong)
}

fn set_once<T>(part: &mut Option<T>, value: T) -> Result<(), Stop> {
    ensure(part.replace(value).is_none())
}
