//! Entries by what a user writes: an id, or a name in any language; else the nearest ids.

use super::Result;
use crate::programme::{
    Changed, Initiative, Kind, Language, Partner, Place, Programme, Record, Ref, Region, Stage, Text, Topic,
    Zone,
};
use crate::text::{Spelling, fold, nearest};
use crate::words::{Failure, Offer, Sought, Words};

pub(crate) fn stage(word: &str) -> Result<Stage> {
    let named = |stage: &Stage| {
        let words = Language::ALL.map(|language| Words::of(language).stage(*stage));
        stage.id().eq_ignore_ascii_case(word) || words.contains(&word)
    };
    let found = Stage::ALL.into_iter().find(named);
    found.ok_or_else(|| {
        let offer = Offer::of(word, Stage::ALL.iter().map(|stage| stage.id()));
        Failure::Unknown { sought: Sought::Stage, word: word.into(), offer }
    })
}

pub(crate) fn changed(word: &str) -> Result<Changed> {
    let named = |changed: &Changed| {
        let words = Language::ALL.map(|language| Words::of(language).diff.state(*changed));
        changed.id().eq_ignore_ascii_case(word) || words.contains(&word)
    };
    let found = Changed::ALL.into_iter().find(named);
    found.ok_or_else(|| {
        let offer = Offer::of(word, Changed::ALL.iter().map(|changed| changed.id()));
        Failure::Unknown { sought: Sought::Change, word: word.into(), offer }
    })
}

/// The record of a kind.
///
/// # Errors
/// An unknown word: a mistake in the command line.
fn of_kind(programme: &Programme, kind: Kind, word: &str) -> Result<Record> {
    WAYS.into_iter()
        .find_map(|way| way(programme, kind, word))
        .ok_or_else(|| not_found(programme, kind, word))
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
of_each_kind!(
    zone: Zone, region: Region, initiative: Initiative, partner: Partner, topic: Topic, place: Place
);

/// The record of that id or name; where several have it, a region goes before a zone, and so on.
///
/// # Errors
/// Nothing found, which is no mistake in the command line.
pub(crate) fn record(programme: &Programme, word: &str) -> Result<Record> {
    let of_any = |way: Way| Kind::ALL.into_iter().find_map(|kind| way(programme, kind, word));
    WAYS.into_iter().find_map(of_any).ok_or_else(|| {
        let offer = offer(programme, &Kind::ALL, word);
        Failure::Unknown { sought: Sought::Entry, word: word.into(), offer }
    })
}

fn not_found(programme: &Programme, kind: Kind, word: &str) -> Failure {
    Failure::Unknown { sought: Sought::Kind(kind), word: word.into(), offer: offer(programme, &[kind], word) }
}

/// What could be meant by a word: those that have it in their names or that it spells, else those whose ids are like
/// it, of places the names.
fn offer(programme: &Programme, kinds: &[Kind], word: &str) -> Offer {
    let records = || kinds.iter().flat_map(|&kind| programme.records(kind));
    let spelled = kinds.iter().flat_map(|&kind| spelled(programme, kind, word));
    let part = records().filter(|&record| has(programme, record, word));
    let near: Vec<_> = spelled.chain(part).map(|record| called(programme, record)).collect();
    if !near.is_empty() {
        return Offer::near(near);
    }
    let candidates = records().flat_map(|record| {
        let names = matches!(record, Record::Place(_)).then(|| names(programme, record));
        let id = names.is_none().then(|| programme.id(record));
        id.into_iter().chain(names.into_iter().flatten()).map(move |name| Candidate { name, record })
    });
    let near: Vec<_> = nearest(word, candidates).map(|near| called(programme, near.record)).collect();
    if near.is_empty() {
        Offer::first(records().map(|record| called(programme, record)))
    } else {
        Offer::near(near)
    }
}

/// A record by one of the words that it goes by.
struct Candidate<'p> {
    name: &'p str,
    record: Record,
}

impl AsRef<str> for Candidate<'_> {
    fn as_ref(&self) -> &str {
        self.name
    }
}

/// What to write for a record: its id, which is the same in every language, or a place's name.
pub(crate) fn called(programme: &Programme, record: Record) -> Text {
    match record {
        Record::Place(place) => programme[place].name.clone(),
        _ => Text::new(programme.id(record), "", ""),
    }
}

/// Whether a word of more than a character stands in the id or a name of a record.
fn has(programme: &Programme, record: Record, word: &str) -> bool {
    let folded = |text: &str| text.chars().map(fold).collect::<String>();
    let word = folded(word);
    let has = |name: &str| folded(name).contains(&word);
    word.chars().nth(1).is_some() && (has(programme.id(record)) || names(programme, record).any(has))
}

/// How a word can mean a record of a kind.
type Way = fn(&Programme, Kind, &str) -> Option<Record>;

/// The surest way first.
const WAYS: [Way; 3] = [named, spelled_alone, begun_alone];

fn names(programme: &Programme, record: Record) -> impl Iterator<Item = &str> {
    let (name, short) = (programme.name(record), programme.short(record));
    Language::ALL.into_iter().flat_map(|language| [name.get(language), short.get(language)])
}

/// By its id or a name, in either script and any case.
fn named(programme: &Programme, kind: Kind, word: &str) -> Option<Record> {
    let same = |name: &str| name.chars().map(fold).eq(word.chars().map(fold));
    programme.records(kind).find(|&record| same(programme.id(record)) || names(programme, record).any(same))
}

/// The places that a word spells in pinyin; other kinds have ids in letters.
fn spelled(programme: &Programme, kind: Kind, word: &str) -> impl Iterator<Item = Record> {
    let folded: Vec<char> = word.chars().map(fold).collect();
    let spelling = Spelling::of(&folded).filter(|_| kind == Kind::Place);
    let spells = move |name: &str| spelling.as_ref().is_some_and(|spelling| spelling.spells(name));
    programme.records(kind).filter(move |&record| names(programme, record).any(&spells))
}

fn spelled_alone(programme: &Programme, kind: Kind, word: &str) -> Option<Record> {
    only(spelled(programme, kind, word))
}

/// By the beginning of a name that no other of the kind has.
fn begun_alone(programme: &Programme, kind: Kind, word: &str) -> Option<Record> {
    let begins = |&record: &Record| names(programme, record).any(|name| name.starts_with(word));
    only(programme.records(kind).filter(begins)).filter(|_| !word.is_empty())
}

fn only<T>(mut found: impl Iterator<Item = T>) -> Option<T> {
    found.next().filter(|_| found.next().is_none())
}
