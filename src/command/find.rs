//! Entries by what a user writes: an id, or a name in any language; else the nearest ids.

use std::fmt;

use anyhow::{Result, anyhow, bail};

use crate::programme::{
    Initiative, Kind, Language, Partner, Programme, Record, Ref, Region, Stage, Topic, Zone,
};
use crate::words::Words;

/// How alike a wrong word and an id must be for the id to be offered (Jaro-Winkler, 0 to 1).
const ALIKE: f64 = 0.75;
/// How many ids an error offers or lists.
const OFFERED: usize = 3;

pub(crate) fn stage(word: &str) -> Result<Stage> {
    let named = |stage: &Stage| {
        let words = Language::ALL.map(|language| Words::of(language).stage(*stage));
        stage.id().eq_ignore_ascii_case(word) || words.contains(&word)
    };
    let found = Stage::ALL.into_iter().find(named);
    found.ok_or_else(|| unknown("stage", word, Stage::ALL.iter().map(|s| s.id())).into())
}

/// The record of a kind by its id or a name, or by the beginning of a name that no other has.
///
/// # Errors
/// An unknown word: a mistake in the command line.
pub(crate) fn of_kind(programme: &Programme, kind: Kind, word: &str) -> Result<Record> {
    let unknown = || unknown(kind.id(), word, programme.records(kind).map(|r| programme.id(r))).into();
    named(programme, kind, word).ok_or_else(unknown)
}

macro_rules! of_each_kind {
    ($($name:ident: $entry:ident),*) => {$(
        pub(crate) fn $name(programme: &Programme, word: &str) -> Result<Ref<$entry>> {
            match of_kind(programme, Kind::$entry, word)? {
                Record::$entry(found) => Ok(found),
                _ => bail!(word.to_owned()),
            }
        }
    )*};
}
of_each_kind!(zone: Zone, region: Region, initiative: Initiative, partner: Partner, topic: Topic);

/// The record of that id or name; where several have it, a region goes before a zone, and so on.
///
/// # Errors
/// Nothing found, which is no mistake in the command line.
pub(crate) fn record(programme: &Programme, word: &str) -> Result<Record> {
    let found = Kind::ALL.into_iter().find_map(|kind| named(programme, kind, word));
    found.ok_or_else(|| {
        let records = Kind::ALL.into_iter().flat_map(|kind| programme.records(kind));
        let Unknown(what) = unknown("entry", word, records.map(|record| programme.id(record)));
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

fn named(programme: &Programme, kind: Kind, word: &str) -> Option<Record> {
    let any = |record: Record, is: &dyn Fn(&str) -> bool| {
        let names = [programme.name(record), programme.short(record)];
        names.iter().any(|name| Language::ALL.iter().any(|&language| is(name.get(language))))
    };
    let is = |&record: &Record| {
        programme.id(record).eq_ignore_ascii_case(word) || any(record, &|name| name == word)
    };
    let begins = |record: &Record| any(*record, &|name| name.starts_with(word));
    let mut begun = programme.records(kind).filter(begins);
    let only = || begun.next().filter(|_| begun.next().is_none() && !word.is_empty());
    programme.records(kind).find(is).or_else(only)
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
