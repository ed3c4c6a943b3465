//! From ids to references: an entry as it stands in a file to the one in a [`Programme`](super::Programme).

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::Language;
use super::LoadError;
use super::check::article;
use super::model::{Cite, Initiative, Overview, Partner, Place, Ref, Region, Source, Topic, Zone};
use super::{file, rules};

/// The entries of one list by id.
pub(super) struct Ids<'a, T> {
    list: &'static str,
    by_id: HashMap<&'a str, Ref<T>, RandomState>,
}

impl<'a, T> Ids<'a, T> {
    pub(super) fn of(list: &'static str, ids: impl Iterator<Item = &'a str>) -> Result<Self, LoadError> {
        let mut by_id = HashMap::default();
        for (index, id) in ids.enumerate() {
            if by_id.insert(id, Ref::new(index)).is_some() {
                return Err(LoadError(format!("{list}[{index}].id: “{id}” stands twice")));
            }
        }
        Ok(Self { list, by_id })
    }

    /// Follows a reference; `at` names where it stands.
    fn find(&self, id: &str, at: impl fmt::Display) -> Result<Ref<T>, LoadError> {
        let found = self.by_id.get(id).copied();
        found.ok_or_else(|| LoadError(format!("{at}: no entry “{id}” in {}", self.list)))
    }

    /// Follows a list of references that has so many at least, and none twice.
    fn find_all(
        &self,
        ids: &[String],
        least: usize,
        at: impl fmt::Display,
    ) -> Result<Box<[Ref<T>]>, LoadError> {
        let found = ids.iter().map(|id| self.find(id, &at)).collect::<Result<Box<[_]>, _>>()?;
        if found.len() < least {
            return Err(LoadError(format!("{at}: the list is empty")));
        }
        distinct(&found, at)?;
        Ok(found)
    }
}

/// Refuses a list that has something twice.
fn distinct<T: Copy + Ord>(list: &[T], at: impl fmt::Display) -> Result<(), LoadError> {
    if list.len() < 2 {
        return Ok(());
    }
    let mut sorted = list.to_vec();
    sorted.sort_unstable();
    if sorted.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(LoadError(format!("{at}: something stands in the list twice")));
    }
    Ok(())
}

/// What cites are turned with: the sources, and each paragraph's name once.
pub(super) struct Sources<'a> {
    ids: Ids<'a, Source>,
    paragraphs: HashSet<Arc<str>, RandomState>,
}

impl<'a> Sources<'a> {
    pub(super) fn of(sources: &'a [Source]) -> Result<Self, LoadError> {
        let ids = Ids::of("sources", sources.iter().map(|s| &*s.id))?;
        for (index, source) in sources.iter().enumerate() {
            let at = format_args!("sources[{index}].published");
            good(rules::is_time(&source.published), "a time of RFC 3339", &source.published, at)?;
        }
        Ok(Self { ids, paragraphs: HashSet::default() })
    }

    fn cites(&mut self, cites: Vec<file::Cite>, at: impl fmt::Display) -> Result<Box<[Cite]>, LoadError> {
        let turn = |c: file::Cite| {
            let source = self.ids.find(&c.source, format_args!("{at}.cites"))?;
            let there = rules::is_paragraph(&c.paragraph) && article::may_have(&c.source, &c.paragraph);
            good(there, "a paragraph of the source", &c.paragraph, format_args!("{at}.cites"))?;
            Ok(Cite { source, paragraph: self.paragraph(&c.paragraph), restored: c.restored })
        };
        cites.into_iter().map(turn).collect()
    }

    fn paragraph(&mut self, name: &str) -> Arc<str> {
        if let Some(known) = self.paragraphs.get(name) {
            return known.clone();
        }
        let name: Arc<str> = name.into();
        self.paragraphs.insert(name.clone());
        name
    }

    pub(super) fn overview(&mut self, o: file::Overview) -> Result<Overview, LoadError> {
        Ok(Overview {
            cites: self.cites(o.cites, "programme")?,
            title: o.title,
            summary: o.summary,
            issuer: o.issuer,
            issued: o.issued,
            aims: o.aims.into(),
        })
    }

    pub(super) fn zone(&mut self, index: usize, z: file::Zone) -> Result<Zone, LoadError> {
        let cites = self.cites(z.cites, format_args!("zones[{index}]"))?;
        Ok(Zone { id: z.id.into(), name: z.name, short: z.short, role: z.role, cites })
    }

    pub(super) fn region(
        &mut self,
        index: usize,
        r: file::Region,
        zones: &Ids<Zone>,
    ) -> Result<Region, LoadError> {
        let at = format!("regions[{index}]");
        good(rules::is_code(&r.code), "a code of six digits", &r.code, format_args!("{at}.code"))?;
        Ok(Region {
            zone: zones.find(&r.zone, format_args!("{at}.zone"))?,
            cites: self.cites(r.cites, at)?,
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
    pub(super) fn initiative(&mut self, index: usize, i: file::Initiative) -> Result<Initiative, LoadError> {
        let at = format_args!("initiatives[{index}]");
        distinct(&i.stages, format_args!("{at}.stages"))?;
        Ok(Initiative {
            regions: self.regions.find_all(&i.regions, 1, format_args!("{at}.regions"))?,
            topic: self.topics.find(&i.topic, format_args!("{at}.topic"))?,
            partners: self.partners.find_all(&i.partners, 0, format_args!("{at}.partners"))?,
            cites: self.sources.cites(i.cites, at)?,
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

fn good(is: bool, what: &str, value: &str, at: impl fmt::Display) -> Result<(), LoadError> {
    if is { Ok(()) } else { Err(LoadError(format!("{at}: “{value}” is not {what}"))) }
}
