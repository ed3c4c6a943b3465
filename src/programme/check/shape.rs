//! The form of a dataset as one table: which object has which fields, and what belongs into each.
//!
//! A test compares it with the JSON Schema, which is generated from the types of `programme::file`.

use Kind::{Code, Flag, Format, Id, List, Object, Paragraph, RefTo, Stage, Text, Tile, Time, Word};

use crate::programme::fault::{Entries, Right};

/// What belongs into a field.
pub(super) enum Kind {
    Object(&'static Shape),
    /// Entries of one kind; the number is how many there are at least.
    List(&'static Kind, usize),
    Text,
    Word,
    Id(Entries),
    RefTo(Entries),
    Stage,
    Code,
    Paragraph,
    Time,
    Tile,
    Flag,
    Format,
}

impl Kind {
    /// What would be right.
    pub(super) fn right(&self) -> Right {
        match self {
            Object(_) => Right::Object,
            List(..) => Right::List,
            Text => Right::Text,
            Word => Right::Word,
            Id(_) => Right::Id,
            RefTo(entries) => Right::RefTo(*entries),
            Stage => Right::Stage,
            Code => Right::Code,
            Paragraph => Right::Paragraph,
            Time => Right::Time,
            Tile => Right::Tile,
            Flag => Right::Flag,
            Format => Right::Format,
        }
    }
}

/// A field of an object.
pub(super) struct Field {
    pub name: &'static str,
    pub kind: Kind,
    pub need: Need,
}

/// What an object is without a field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// Wrong.
    Required,
    /// Poorer: a region without a tile stands anywhere on the map.
    Wished,
    /// As good.
    Optional,
}

/// What else is checked of an object, once it has been read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Plain,
    /// A paragraph of a source.
    Cite,
    /// A record whose numbers come from the paragraphs that it cites.
    Citing,
}

/// An object: its fields and its role.
pub(super) struct Shape {
    pub role: Role,
    pub fields: &'static [Field],
}

const fn field(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, need: Need::Required }
}

const fn optional(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, need: Need::Optional }
}

const fn shape(role: Role, fields: &'static [Field]) -> Shape {
    Shape { role, fields }
}

const CITES: Kind = List(&Object(&CITE), 0);
const TEXTS: Kind = List(&Text, 0);

pub(super) static DATASET: Shape = shape(
    Role::Plain,
    &[
        field("format", Format),
        field("programme", Object(&OVERVIEW)),
        field("sources", List(&Object(&SOURCE), 0)),
        field("zones", List(&Object(&ZONE), 0)),
        field("regions", List(&Object(&REGION), 0)),
        field("topics", List(&Object(&TOPIC), 0)),
        field("partners", List(&Object(&PARTNER), 0)),
        field("initiatives", List(&Object(&INITIATIVE), 0)),
    ],
);

static OVERVIEW: Shape = shape(
    Role::Citing,
    &[
        field("title", Text),
        field("summary", Text),
        field("issuer", Text),
        field("issued", Text),
        field("aims", TEXTS),
        field("cites", CITES),
    ],
);

static CITE: Shape = shape(
    Role::Cite,
    &[field("source", RefTo(Entries::Sources)), field("paragraph", Paragraph), optional("restored", Flag)],
);

static SOURCE: Shape = shape(
    Role::Plain,
    &[
        field("id", Id(Entries::Sources)),
        field("title", Text),
        field("publisher", Text),
        field("author", Text),
        field("editor", Text),
        field("published", Time),
        field("note", Text),
    ],
);

static ZONE: Shape = shape(
    Role::Citing,
    &[
        field("id", Id(Entries::Zones)),
        field("name", Text),
        field("short", Text),
        field("role", Text),
        field("cites", CITES),
    ],
);

static REGION: Shape = shape(
    Role::Citing,
    &[
        field("id", Id(Entries::Regions)),
        field("code", Code),
        field("name", Text),
        field("short", Text),
        field("zone", RefTo(Entries::Zones)),
        field("profile", Text),
        Field { name: "tile", kind: Tile, need: Need::Wished },
        field("cites", CITES),
    ],
);

static TOPIC: Shape = shape(Role::Plain, &[field("id", Id(Entries::Topics)), field("name", Text)]);

static PARTNER: Shape = shape(
    Role::Plain,
    &[field("id", Id(Entries::Partners)), field("name", Text), optional("place", Text), field("kind", Word)],
);

static INITIATIVE: Shape = shape(
    Role::Citing,
    &[
        field("id", Id(Entries::Initiatives)),
        field("regions", List(&RefTo(Entries::Regions), 1)),
        field("title", Text),
        field("summary", Text),
        field("measures", TEXTS),
        field("stages", List(&Stage, 0)),
        field("topic", RefTo(Entries::Topics)),
        field("partners", List(&RefTo(Entries::Partners), 0)),
        field("people", List(&Object(&PERSON), 0)),
        field("figures", List(&Object(&FIGURE), 0)),
        field("cites", CITES),
    ],
);

static PERSON: Shape = shape(Role::Plain, &[field("name", Text), field("role", Text)]);

static FIGURE: Shape = shape(Role::Plain, &[field("value", Word), field("unit", Text), field("label", Text)]);

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::programme::SCHEMA;

    /// Compares an object of the table with the one of the schema, and the objects in its fields too.
    fn assert_same(schema: &Value, object: &Value, shape: &Shape, name: &str) {
        let required = object["required"].as_array().unwrap();
        let expected: BTreeSet<_> = object["properties"]
            .as_object()
            .unwrap()
            .keys()
            .map(|field| (field.as_str(), required.contains(&field.as_str().into())))
            .collect();
        let table: BTreeSet<_> =
            shape.fields.iter().map(|field| (field.name, field.need == Need::Required)).collect();
        assert_eq!(table, expected, "{name}");
        for field in shape.fields {
            let property = &object["properties"][field.name];
            match field.kind {
                Object(inner) | List(&Object(inner), _) => {
                    let link = property["$ref"].as_str().or(property["items"]["$ref"].as_str()).unwrap();
                    let inner_object = schema.pointer(link.trim_start_matches('#')).unwrap();
                    assert_same(schema, inner_object, inner, field.name);
                }
                _ => assert!(property.get("items").is_none_or(|_| matches!(field.kind, List(..) | Tile))),
            }
        }
    }

    #[test]
    fn the_table_agrees_with_the_schema() {
        let schema: Value = serde_json::from_str(SCHEMA).unwrap();
        assert_same(&schema, &schema, &DATASET, "$");
    }
}
