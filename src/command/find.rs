//! Entries by what a user writes: an id, or a name in any language; else the nearest ids.

use super::Result;
use crate::programme::{
    Initiative, Kind, Language, Partner, Programme, Record, Ref, Region, Stage, Topic, Zone,
};
use crate::words::{Failure, Offer, Sought, Words};

pub(crate) fn stage(word: &str) -> Result<Stage> {
    let named = |stage: &Stage| {
        let words = Language::ALL.map(|language| Words::of(language).stage(*stage));
        stage.id().eq_ignore_ascii_case(word) || words.contains(&word)
    };
    let found = Stage::ALL.into_iter().find(named);
    found.ok_or_else(|| unknown(Sought::Stage, word, Stage::ALL.iter().map(|s| s.id())))
}

/// The record of a kind by its id or a name, or by the beginning of a name that no other has.
///
/// # Errors
/// An unknown word: a mistake in the command line.
pub(crate) fn of_kind(programme: &Programme, kind: Kind, word: &str) -> Result<Record> {
    named(programme, kind, word).ok_or_else(|| not_found(programme, kind, word))
}

macro_rules! of_each_kind {
    ($($name:ident: $entry:ident),*) => {$(
        pub(crate) fn $name(programme: &Programme, word: &str) -> Result<Ref<$entry>> {
            match of_kind(programme, Kind::$entry, word)? {
                Record::$entry(found) => Ok(found),
                // Never so: a record of that kind was asked for.
                _ => Err(not_found(programme, Kind::$entry, word)),
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
        unknown(Sought::Entry, word, records.map(|record| programme.id(record)))
    })
}

fn not_found(programme: &Programme, kind: Kind, word: &str) -> Failure {
    unknown(Sought::Kind(kind), word, programme.records(kind).map(|record| programme.id(record)))
}

fn unknown<'a>(sought: Sought, word: &str, ids: impl Iterator<Item = &'a str>) -> Failure {
    Failure::Unknown { sought, word: word.into(), offer: Offer::of(word, ids) }
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
