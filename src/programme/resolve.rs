//! From ids to references: an entry as it stands in a file to the one in a [`Programme`](super::Programme).

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::Language;
use super::load::{Stop, ensure};
use super::model::{Cite, Initiative, Overview, Partner, Place, Ref, Region, Source, Topic, Zone};
use super::{file, rules};

/// The entries of one list by id.
pub(super) struct Ids<'a, T>(HashMap<&'a str, Ref<T>, RandomState>);

impl<'a, T> Ids<'a, T> {
    pub(super) fn of(ids: impl Iterator<Item = &'a str>) -> Result<Self, Stop> {
        let mut by_id = HashMap::default();
        for (index, id) in ids.enumerate() {
            ensure(by_id.insert(id, Ref::new(index)).is_none())?;
        }
        Ok(Self(by_id))
    }

    fn find(&self, id: &str) -> Result<Ref<T>, Stop> {
        self.0.get(id).copied().ok_or(Stop::Wrong)
    }

    /// Follows a list of references that has none twice.
    fn find_all(&self, ids: &[String]) -> Result<Box<[Ref<T>]>, Stop> {
        let found = ids.iter().map(|id| self.find(id)).collect::<Result<Box<[_]>, _>>()?;
        distinct(&found)?;
        Ok(found)
    }
}

/// Refuses a list that has something twice.
fn distinct<T: Copy + Ord>(list: &[T]) -> Result<(), Stop> {
    if list.len() < 2 {
        return Ok(());
    }
    let mut sorted = list.to_vec();
    sorted.sort_unstable();
    ensure(sorted.windows(2).all(|pair| pair[0] != pair[1]))
}

/// What cites are turned with: the sources, and each paragraph's name once.
pub(super) struct Sources<'a> {
    ids: Ids<'a, Source>,
    paragraphs: HashSet<Arc<str>, RandomState>,
}

impl<'a> Sources<'a> {
    pub(super) fn of(sources: &'a [Source]) -> Result<Self, Stop> {
        let ids = Ids::of(sources.iter().map(|s| &*s.id))?;
        ensure(sources.iter().all(|source| rules::is_time(&source.published)))?;
        Ok(Self { ids, paragraphs: HashSet::default() })
    }

    fn cites(&mut self, cites: Vec<file::Cite>) -> Result<Box<[Cite]>, Stop> {
        let resolve = |c: file::Cite| {
            let source = self.ids.find(&c.source)?;
            ensure(rules::is_paragraph(&c.paragraph))?;
            Ok(Cite { source, paragraph: self.paragraph(&c.paragraph), restored: c.restored })
        };
        cites.into_iter().map(resolve).collect()
    }

    fn paragraph(&mut self, name: &str) -> Arc<str> {
        if let Some(known) = self.paragraphs.get(name) {
            return known.clone();
        }
        let name: Arc<str> = name.into();
        self.paragraphs.insert(name.clone());
        name
    }

    pub(super) fn overview(&mut self, o: file::Overview) -> Result<Overview, Stop> {
        Ok(Overview {
            cites: self.cites(o.cites)?,
            title: o.title,
            summary: o.summary,
            issuer: o.issuer,
            issued: o.issued,
            aims: o.aims.into(),
        })
    }

    pub(super) fn zone(&mut self, z: file::Zone) -> Result<Zone, Stop> {
        let cites = self.cites(z.cites)?;
        Ok(Zone { id: z.id.into(), name: z.name, short: z.short, role: z.role, cites })
    }

    pub(super) fn region(&mut self, r: file::Region, zones: &Ids<Zone>) -> Result<Region, Stop> {
        ensure(rules::is_code(&r.code))?;
        Ok(Region {
            zone: zones.find(&r.zone)?,
            cites: self.cites(r.cites)?,
            id: r.id.into(),
            code: r.code.into(),
            name: r.name,
            short: r.short,
            profile: r.profile,
            tile: r.tile,
        })
    }
}

/// The partners, and the places where they have their seats, each once: the same zh-Hans is the same place.
pub(super) fn partners(partners: Vec<file::Partner>) -> (Vec<Partner>, Vec<Place>) {
    let mut places: Vec<Place> = Vec::new();
    let mut known: HashMap<Box<str>, Ref<Place>, RandomState> = HashMap::default();
    let turned = partners.into_iter().map(|p| {
        let place = p.place.map(|name| {
            *known.entry(name.get(Language::ZhHans).into()).or_insert_with(|| {
                places.push(Place { name });
                Ref::new(places.len() - 1)
            })
        });
        Partner { id: p.id.into(), name: p.name, place, kind: p.kind.into() }
    });
    let turned = turned.collect();
    (turned, places)
}

/// What an initiative refers to.
pub(super) struct Targets<'a> {
    pub(super) sources: Sources<'a>,
    pub(super) regions: Ids<'a, Region>,
    pub(super) topics: Ids<'a, Topic>,
    pub(super) partners: Ids<'a, Partner>,
}

impl Targets<'_> {
    pub(super) fn initiative(&mut self, i: file::Initiative) -> Result<Initiative, Stop> {
        ensure(!i.regions.is_empty())?;
        distinct(&i.stages)?;
        Ok(Initiative {
            regions: self.regions.find_all(&i.regions)?,
            topic: self.topics.find(&i.topic)?,
            partners: self.partners.find_all(&i.partners)?,
            cites: self.sources.cites(i.cites)?,
            id: i.id.into(),
            title: i.title,
            summary: i.summary,
            measures: i.measures.into(),
            stages: i.stages.into(),
            people: i.people.into(),
            figures: i.figures.into(),
        })
    }
}
