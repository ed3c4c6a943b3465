//! Which texts of a record are searched, and what each is to it.

use crate::programme::{Initiative, Language, Overview, Programme, Record, Text};

/// What a text is to the record that is found by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    Name,
    Title,
    Person,
    Region,
    Zone,
    Topic,
    Partner,
    Summary,
    Profile,
    Measure,
    Figure,
    Role,
    Place,
    Aim,
    Issuer,
}

impl Field {
    /// The word for it in output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Title => "title",
            Self::Person => "person",
            Self::Region => "region",
            Self::Zone => "zone",
            Self::Topic => "topic",
            Self::Partner => "partner",
            Self::Summary => "summary",
            Self::Profile => "profile",
            Self::Measure => "measure",
            Self::Figure => "figure",
            Self::Role => "role",
            Self::Place => "place",
            Self::Aim => "aim",
            Self::Issuer => "issuer",
        }
    }
}

/// A text in one language, as it stands in the programme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'p> {
    pub(super) field: Field,
    /// Which one of the field's texts, from 0.
    pub(super) nth: usize,
    pub(super) language: Language,
    pub(super) text: &'p str,
}

impl Piece<'_> {
    /// The same text as what another record is found by.
    pub(super) fn counted_as(self, field: Field) -> Self {
        Self { field, ..self }
    }
}

/// What a record is called: title, name, the people named in it.
pub(super) fn head<'p>(record: Record, programme: &'p Programme, visit: &mut impl FnMut(Piece<'p>)) {
    match record {
        Record::Programme => each(Field::Title, 0, &programme.overview.title, visit),
        Record::Initiative(i) => {
            let initiative = &programme[i];
            each(Field::Title, 0, &initiative.title, visit);
            for (nth, person) in initiative.people.iter().enumerate() {
                each(Field::Person, nth, &person.name, visit);
            }
        }
        Record::Region(r) => {
            each(Field::Name, 0, &programme[r].short, visit);
            each(Field::Name, 1, &programme[r].name, visit);
        }
        Record::Partner(_) | Record::Topic(_) | Record::Place(_) => {
            each(Field::Name, 0, programme.name(record), visit);
        }
        Record::Zone(z) => {
            each(Field::Name, 0, &programme[z].name, visit);
            each(Field::Name, 1, &programme[z].short, visit);
        }
    }
}

/// What else is said about a record.
pub(super) fn body<'p>(record: Record, programme: &'p Programme, visit: &mut impl FnMut(Piece<'p>)) {
    match record {
        Record::Initiative(i) => body_of(&programme[i], visit),
        Record::Region(r) => each(Field::Profile, 0, &programme[r].profile, visit),
        Record::Zone(z) => each(Field::Role, 0, &programme[z].role, visit),
        Record::Programme => body_of_all(&programme.overview, visit),
        Record::Partner(_) | Record::Topic(_) | Record::Place(_) => {}
    }
}

/// The records whose names count for one: as what, and as which one of these.
pub(super) fn references(
    record: Record,
    programme: &Programme,
    visit: &mut impl FnMut(Field, usize, Record),
) {
    match record {
        Record::Initiative(i) => {
            let initiative = &programme[i];
            for (nth, &region) in initiative.regions.iter().enumerate() {
                visit(Field::Region, nth, Record::Region(region));
                let zone = programme[region].zone;
                if !initiative.regions[..nth].iter().any(|&r| programme[r].zone == zone) {
                    visit(Field::Zone, nth, Record::Zone(zone));
                }
            }
            visit(Field::Topic, 0, Record::Topic(initiative.topic));
            for (nth, &partner) in initiative.partners.iter().enumerate() {
                visit(Field::Partner, nth, Record::Partner(partner));
            }
        }
        Record::Region(r) => visit(Field::Zone, 0, Record::Zone(programme[r].zone)),
        Record::Partner(p) => {
            if let Some(place) = programme[p].place {
                visit(Field::Place, 0, Record::Place(place));
            }
        }
        _ => {}
    }
}

fn body_of_all<'p>(overview: &'p Overview, visit: &mut impl FnMut(Piece<'p>)) {
    each(Field::Summary, 0, &overview.summary, visit);
    each(Field::Issuer, 0, &overview.issuer, visit);
    for (nth, aim) in overview.aims.iter().enumerate() {
        each(Field::Aim, nth, aim, visit);
    }
}

fn body_of<'p>(initiative: &'p Initiative, visit: &mut impl FnMut(Piece<'p>)) {
    each(Field::Summary, 0, &initiative.summary, visit);
    for (nth, measure) in initiative.measures.iter().enumerate() {
        each(Field::Measure, nth, measure, visit);
    }
    for (nth, figure) in initiative.figures.iter().enumerate() {
        visit(Piece { field: Field::Figure, nth, language: Language::ZhHans, text: &figure.value });
        each(Field::Figure, nth, &figure.unit, visit);
        each(Field::Figure, nth, &figure.label, visit);
    }
    for (nth, person) in initiative.people.iter().enumerate() {
        each(Field::Role, nth, &person.role, visit);
    }
}

/// Visits a text in its languages, one that repeats the one before only once.
fn each<'p>(field: Field, nth: usize, text: &'p Text, visit: &mut impl FnMut(Piece<'p>)) {
    let hans = text.get(Language::ZhHans);
    for language in Language::ALL {
        let text = text.get(language);
        if !text.is_empty() && (language == Language::ZhHans || text != hans) {
            visit(Piece { field, nth, language, text });
        }
    }
}
