//! Entries by what a user writes: an id, or a name in any language; else the nearest ids.

use std::fmt;

use anyhow::{Result, anyhow};

use crate::programme::{Initiative, Language, Partner, Programme, Ref, Region, Stage, Text, Topic, Zone};
use crate::words::Words;

/// How alike a wrong word and an id must be for the id to be offered (Jaro-Winkler, 0 to 1).
const ALIKE: f64 = 0.75;
/// How many ids an error offers or lists.
const OFFERED: usize = 3;

pub(crate) fn zone(programme: &Programme, word: &str) -> Result<Ref<Zone>> {
    let entries =
        programme.zone_refs().map(|z| (z, &*programme[z].id, [&programme[z].name, &programme[z].short]));
    find("zone", word, entries.collect())
}

pub(crate) fn region(programme: &Programme, word: &str) -> Result<Ref<Region>> {
    let entries =
        programme.region_refs().map(|r| (r, &*programme[r].id, [&programme[r].name, &programme[r].short]));
    find("region", word, entries.collect())
}

pub(crate) fn topic(programme: &Programme, word: &str) -> Result<Ref<Topic>> {
    let entries = programme.topic_refs().map(|t| (t, &*programme[t].id, [&programme[t].name; 2]));
    find("topic", word, entries.collect())
}

pub(crate) fn partner(programme: &Programme, word: &str) -> Result<Ref<Partner>> {
    let entries = programme.partner_refs().map(|p| (p, &*programme[p].id, [&programme[p].name; 2]));
    find("partner", word, entries.collect())
}

pub(crate) fn initiative(programme: &Programme, word: &str) -> Result<Ref<Initiative>> {
    let entries = programme.initiative_refs().map(|i| (i, &*programme[i].id, [&programme[i].title; 2]));
    find("initiative", word, entries.collect())
}

pub(crate) fn stage(word: &str) -> Result<Stage> {
    let named = |stage: &Stage| {
        let words = Language::ALL.map(|language| Words::of(language).stage(*stage));
        stage.id().eq_ignore_ascii_case(word) || words.contains(&word)
    };
    let found = Stage::ALL.into_iter().find(named);
    found.ok_or_else(|| unknown("stage", word, Stage::ALL.iter().map(|s| s.id())).into())
}

/// Any entry of the dataset that can be shown.
#[derive(Clone, Copy)]
pub(crate) enum Entry {
    Region(Ref<Region>),
    Zone(Ref<Zone>),
    Initiative(Ref<Initiative>),
    Partner(Ref<Partner>),
    Topic(Ref<Topic>),
}

/// The entry of that id or name; where several have it, a region goes before a zone, and so on.
///
/// # Errors
/// Nothing found, which is no mistake in the command line.
pub(crate) fn entry(programme: &Programme, word: &str) -> Result<Entry> {
    let found = region(programme, word)
        .map(Entry::Region)
        .or_else(|_| zone(programme, word).map(Entry::Zone))
        .or_else(|_| initiative(programme, word).map(Entry::Initiative))
        .or_else(|_| partner(programme, word).map(Entry::Partner))
        .or_else(|_| topic(programme, word).map(Entry::Topic));
    found.map_err(|_| {
        let ids = programme.regions.iter().map(|r| &*r.id).chain(programme.zones.iter().map(|z| &*z.id));
        let ids = ids.chain(programme.initiatives.iter().map(|i| &*i.id));
        let ids = ids.chain(programme.partners.iter().map(|p| &*p.id));
        let Unknown(what) = unknown("entry", word, ids.chain(programme.topics.iter().map(|t| &*t.id)));
        anyhow!(what)
    })
}

/// A value that the dataset doesn't have: a mistake in the command line, not in the program's work.
#[derive(Debug)]
pub struct Unknown(String);

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unknown {}

fn unknown<'a>(kind: &str, word: &str, ids: impl Iterator<Item = &'a str>) -> Unknown {
    let word = crate::text::clean(word);
    Unknown(format!("no {kind} '{word}'; {}", offer(&word, ids)))
}

/// A reference, its id, and its names.
type Named<'a, T> = (Ref<T>, &'a str, [&'a Text; 2]);

fn find<T>(kind: &str, word: &str, entries: Vec<Named<'_, T>>) -> Result<Ref<T>> {
    let names = |names: [&Text; 2], is: &dyn Fn(&str) -> bool| {
        names.iter().any(|name| Language::ALL.iter().any(|&language| is(name.get(language))))
    };
    let exact = entries
        .iter()
        .find(|(_, id, texts)| id.eq_ignore_ascii_case(word) || names(*texts, &|name| name == word));
    let mut begun = entries.iter().filter(|(.., texts)| names(*texts, &|name| name.starts_with(word)));
    let only = begun.next().filter(|_| begun.next().is_none() && !word.is_empty());
    let ids = || entries.iter().map(|(_, id, _)| *id);
    exact.or(only).map(|(entry, ..)| *entry).ok_or_else(|| unknown(kind, word, ids()).into())
}

/// The nearest ids, or where none is near, the first ones.
pub(crate) fn offer<'a>(word: &str, ids: impl Iterator<Item = &'a str>) -> String {
    let word = word.to_lowercase();
    let mut near: Vec<_> = ids.map(|id| (strsim::jaro_winkler(&word, id), id)).collect();
    if near.iter().any(|(alike, _)| *alike >= ALIKE) {
        near.retain(|(alike, _)| *alike >= ALIKE);
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        near.truncate(OFFERED);
        return format!("did you mean {}?", join(&near));
    }
    let more = if near.len() > 12 { ", ..." } else { "" };
    near.truncate(12);
    format!("there are {}{more}", join(&near))
}

fn join(ids: &[(f64, &str)]) -> String {
    ids.iter().map(|(_, id)| *id).collect::<Vec<_>>().join(", ")
}
