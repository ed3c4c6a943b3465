//! The fields of an entry as what can be compared across editions, and how two editions of one differ.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use foldhash::fast::RandomState;
use serde::Serialize;

use super::{Entry, Programme, Record};
use crate::programme::{Cite, Figure, Language, Person, Source, Stage, Text};

/// A value of a field, or one of the values of a list. Two are equal where a reader sees the same, in every language.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(untagged)]
pub enum Item<'a> {
    Word(&'a str),
    Tile(&'a [u8; 2]),
    Text(&'a Text),
    /// What the entry refers to.
    Name(#[serde(serialize_with = "id")] Named<'a>),
    /// Where a partner has its seat: by its zh-Hans.
    Place(&'a Text),
    Stage(Stage),
    Person(&'a Person),
    Figure(&'a Figure),
    Cite(#[serde(serialize_with = "cite")] Cited<'a>),
}

/// Something referred to: its id, and its name.
type Named<'a> = (&'a str, &'a Text);

fn id<S: serde::Serializer>((id, _): &Named<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    id.serialize(serializer)
}

/// A paragraph of a source.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'a> {
    pub source: &'a Source,
    pub paragraph: &'a str,
    pub restored: bool,
}

fn cite<S: serde::Serializer>(cite: &Cited<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let &Cited { source, paragraph, restored } = cite;
    crate::programme::file::Cite { source: source.id.to_string(), paragraph: paragraph.into(), restored }
        .serialize(serializer)
}

impl<'a> Item<'a> {
    /// What makes it equal to another one of the same field.
    fn parts(&self) -> [&'a [u8]; 7] {
        let text = |text: &'a Text| Language::ALL.map(|language| text.get(language).as_bytes());
        match *self {
            Self::Word(word) => filled([word.as_bytes()]),
            Self::Tile(tile) => filled([tile]),
            Self::Name((id, _)) => filled([id.as_bytes()]),
            Self::Place(name) => filled([name.get(Language::ZhHans).as_bytes()]),
            Self::Stage(stage) => filled([stage.id().as_bytes()]),
            Self::Text(said) => filled(text(said)),
            Self::Person(person) => {
                let ([a, b, c], [d, e, f]) = (text(&person.name), text(&person.role));
                filled([a, b, c, d, e, f])
            }
            Self::Figure(figure) => {
                let ([a, b, c], [d, e, f]) = (text(&figure.unit), text(&figure.label));
                [figure.value.as_bytes(), a, b, c, d, e, f]
            }
            Self::Cite(Cited { source, paragraph, restored }) => {
                filled([source.id.as_bytes(), paragraph.as_bytes(), if restored { b"!" } else { b"" }])
            }
        }
    }
}

/// So many parts, and empty ones after them.
fn filled<const N: usize>(parts: [&[u8]; N]) -> [&[u8]; 7] {
    let mut all: [&[u8]; 7] = [b""; 7];
    all[..N].copy_from_slice(&parts);
    all
}

impl PartialEq for Item<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            // At one go: nearly every text of two editions is the same.
            (Self::Text(a), Self::Text(b)) if a == b => true,
            _ => self.parts() == other.parts(),
        }
    }
}

impl Eq for Item<'_> {}

impl Hash for Item<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts().hash(state);
    }
}

/// A field that differs between two editions, by its name in a dataset.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    pub field: &'static str,
    /// Whether the field is a list, whose order is no matter; else each side has one value at most.
    pub list: bool,
    /// What the field doesn't have any more.
    pub gone: Vec<Item<'a>>,
    /// What it didn't have before.
    pub new: Vec<Item<'a>>,
}

/// A field of an entry: its name in a dataset, whether it is a list, its values.
type Field<'a> = (&'static str, bool, Vec<Item<'a>>);

/// Some of the fields of an entry: a bit each, in their order.
pub(super) type Fields = u16;

/// The fields in which two editions of an entry differ.
pub(super) fn differing(old: (&Programme, Entry), new: (&Programme, Entry)) -> Fields {
    let pairs = fields(old.0, old.1).into_iter().zip(fields(new.0, new.1));
    let same = |a: &[Item<'_>], b: &[Item<'_>]| a == b || a.len() == b.len() && less(a, b).is_empty();
    let differing = pairs.enumerate().filter(|(_, ((.., before), (.., after)))| !same(before, after));
    differing.fold(0, |all, (place, _)| all | 1 << place)
}

/// What differs between two editions of an entry in those fields.
pub(super) fn changes<'a>(
    differing: Fields,
    old: (&'a Programme, Entry),
    new: (&'a Programme, Entry),
) -> Vec<Change<'a>> {
    let pairs = fields(old.0, old.1).into_iter().zip(fields(new.0, new.1));
    let differing = pairs.enumerate().filter(|(place, _)| differing & 1 << place != 0);
    let changes = differing.map(|(_, pair)| pair).map(|((field, list, before), (.., after))| {
        let (gone, new) = if list { (less(&before, &after), less(&after, &before)) } else { (before, after) };
        Change { field, list, gone, new }
    });
    changes.collect()
}

/// What a list has more than another one, in its order; something that stands twice is counted twice.
fn less<'a>(list: &[Item<'a>], other: &[Item<'a>]) -> Vec<Item<'a>> {
    let mut left: HashMap<&Item<'a>, usize, RandomState> = HashMap::default();
    other.iter().for_each(|item| *left.entry(item).or_default() += 1);
    let more = list.iter().filter(|item| match left.get_mut(item) {
        Some(count @ 1..) => {
            *count -= 1;
            false
        }
        _ => true,
    });
    more.copied().collect()
}

/// What an entry says, in the order of the dataset's form, without its id.
pub(super) fn fields(programme: &Programme, entry: Entry) -> Vec<Field<'_>> {
    match entry {
        Entry::Record(record) => of_record(programme, record),
        Entry::Source(source) => {
            let source = &programme[source];
            vec![
                text("title", &source.title),
                text("publisher", &source.publisher),
                text("author", &source.author),
                text("editor", &source.editor),
                word("published", &source.published),
                text("note", &source.note),
            ]
        }
    }
}

fn of_record(programme: &Programme, record: Record) -> Vec<Field<'_>> {
    match record {
        Record::Programme => {
            let overview = &programme.overview;
            vec![
                text("title", &overview.title),
                text("summary", &overview.summary),
                text("issuer", &overview.issuer),
                text("issued", &overview.issued),
                list("aims", &overview.aims, Item::Text),
                cites(programme, &overview.cites),
            ]
        }
        Record::Zone(zone) => {
            let zone = &programme[zone];
            vec![
                text("name", &zone.name),
                text("short", &zone.short),
                text("role", &zone.role),
                cites(programme, &zone.cites),
            ]
        }
        Record::Region(region) => {
            let region = &programme[region];
            vec![
                word("code", &region.code),
                text("name", &region.name),
                text("short", &region.short),
                one("zone", named(programme, region.zone)),
                text("profile", &region.profile),
                ("tile", false, region.tile.iter().map(Item::Tile).collect()),
                cites(programme, &region.cites),
            ]
        }
        Record::Initiative(initiative) => {
            let initiative = &programme[initiative];
            vec![
                list("regions", &initiative.regions, |&region| named(programme, region)),
                text("title", &initiative.title),
                text("summary", &initiative.summary),
                list("measures", &initiative.measures, Item::Text),
                list("stages", &initiative.stages, |&stage| Item::Stage(stage)),
                one("topic", named(programme, initiative.topic)),
                list("partners", &initiative.partners, |&partner| named(programme, partner)),
                list("people", &initiative.people, Item::Person),
                list("figures", &initiative.figures, Item::Figure),
                cites(programme, &initiative.cites),
            ]
        }
        Record::Partner(partner) => {
            let partner = &programme[partner];
            let place = partner.place.map(|place| Item::Place(&programme[place].name));
            vec![
                text("name", &partner.name),
                ("place", false, place.into_iter().collect()),
                word("kind", &partner.kind),
            ]
        }
        Record::Topic(_) | Record::Place(_) => vec![text("name", programme.name(record))],
    }
}

fn one<'a>(name: &'static str, item: Item<'a>) -> Field<'a> {
    (name, false, vec![item])
}

fn text<'a>(name: &'static str, text: &'a Text) -> Field<'a> {
    one(name, Item::Text(text))
}

fn word<'a>(name: &'static str, word: &'a str) -> Field<'a> {
    one(name, Item::Word(word))
}

fn list<'a, T>(name: &'static str, values: &'a [T], item: impl Fn(&'a T) -> Item<'a>) -> Field<'a> {
    (name, true, values.iter().map(item).collect())
}

fn cites<'a>(programme: &'a Programme, cites: &'a [Cite]) -> Field<'a> {
    list("cites", cites, |cite| {
        let &Cite { source, ref paragraph, restored } = cite;
        Item::Cite(Cited { source: &programme[source], paragraph, restored })
    })
}

fn named<'a>(programme: &'a Programme, record: impl Into<Record>) -> Item<'a> {
    let record = record.into();
    Item::Name((programme.id(record), programme.name(record)))
}
