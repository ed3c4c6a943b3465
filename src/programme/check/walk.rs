//! Walks through a file along the table of `shape.rs` and reports what differs from it.

use std::fmt::Display;

use super::Problem;
use super::ids::Ids;
use super::json::{Found, Reader, Stop};
use super::numbers::Numbers;
use super::record::Record;
use super::report::{Quote, Report, Step};
use super::shape::{DATASET, Entries, Kind, Role, Shape};
use super::string::Str;
use crate::programme::rules;
use crate::text::nearest;

/// The words of the chain 引育用留.
const STAGES: [&str; 4] = ["attract", "develop", "deploy", "retain"];

pub(super) struct Walk<'a> {
    pub reader: Reader<'a>,
    ids: Ids<'a>,
    pub record: Record<'a>,
}

pub(super) fn check(bytes: &[u8]) -> Vec<Problem> {
    let mut report = Report::default();
    if bytes.is_empty() {
        report.error(0, "the file is empty; a dataset is an object, {...}");
        return report.finish(bytes);
    }
    if u32::try_from(bytes.len()).is_err() {
        report.error(0, "the file is larger than 4 GiB; a dataset has some hundred kilobytes");
        return report.finish(bytes);
    }
    let reader = Reader::new(bytes, report);
    let mut walk = Walk { reader, ids: Ids::of(bytes), record: Record::default() };
    // A stop has been reported where it happened.
    let _ = walk.dataset();
    walk.reader.report.finish(bytes)
}

impl<'a> Walk<'a> {
    fn dataset(&mut self) -> Result<(), Stop> {
        self.reader.byte_order_mark();
        self.value(&Kind::Object(&DATASET))?;
        self.reader.end();
        Ok(())
    }

    /// Reads a value of that kind. What must not stand twice in a list gives what it is known by.
    fn value(&mut self, kind: &Kind) -> Result<Option<u32>, Stop> {
        let at = self.reader.at();
        let found = self.reader.found()?;
        match (kind, found) {
            (Kind::Object(shape), Found::Object) => self.object(at, shape).map(|()| None),
            (Kind::List(item, least), Found::Array) => self.list(at, item, *least).map(|()| None),
            (Kind::Tile, Found::Array) => self.tile(at).map(|()| None),
            (Kind::Text, Found::Object) => self.text(at).map(|()| None),
            (Kind::Object(_) | Kind::List(..) | Kind::Tile | Kind::Text, _) => self.wrong(kind, at, found),
            (Kind::Format | Kind::Flag, _) => self.wrong(kind, at, found),
            (_, Found::String) => self.string(kind),
            _ => self.wrong(kind, at, found),
        }
    }

    pub(super) fn wrong(&mut self, kind: &Kind, at: usize, found: Found) -> Result<Option<u32>, Stop> {
        let found = match found {
            Found::Scalar => return Ok(self.scalar(kind, at)),
            Found::Object => "an object",
            Found::Array => "a list",
            Found::String => "a string",
        };
        self.error(at, format_args!("{found} stands here; right is {}", kind.expected()));
        self.reader.skip()?;
        Ok(None)
    }

    /// Reads a number or a word: right for the version of the form and for a flag.
    fn scalar(&mut self, kind: &Kind, at: usize) -> Option<u32> {
        let found = match (kind, self.reader.scalar()?) {
            (Kind::Format, "1") | (Kind::Flag, "false") => return None,
            (Kind::Flag, "true") => {
                self.record.restored = true;
                return None;
            }
            (Kind::Format, _) => "another version",
            (_, word @ ("true" | "false" | "null")) => word,
            _ => "a number",
        };
        self.error(at, format_args!("{found} stands here; right is {}", kind.expected()));
        None
    }

    fn object(&mut self, at: usize, shape: &'static Shape) -> Result<(), Stop> {
        if shape.role == Role::Citing {
            self.record = Record::default();
        }
        let mut seen = [None; 16];
        self.reader.open();
        let mut first = true;
        while let Some(key) = self.reader.key(std::mem::take(&mut first))? {
            let name = key.text();
            let Some(index) = shape.fields.iter().position(|field| field.name == name) else {
                self.unknown(key, shape.fields.iter().map(|field| field.name));
                self.reader.skip()?;
                continue;
            };
            let field = &shape.fields[index];
            if let Some(earlier) = seen[index].replace(key.at) {
                self.reader.report.repeated(
                    key.at,
                    format_args!("the field '{}' stands twice", field.name),
                    earlier,
                );
            }
            self.reader.report.path.push(Step::Field(field.name));
            self.value(&field.kind)?;
            self.reader.report.path.pop();
        }
        for (field, _) in shape.fields.iter().zip(seen).filter(|(f, seen)| f.required && seen.is_none()) {
            self.error(
                at,
                format_args!("the field '{}' is missing; right is {}", field.name, field.kind.expected()),
            );
        }
        match shape.role {
            Role::Cite => self.record.end_cite(&mut self.reader.report),
            Role::Citing => self.record.end(&mut self.reader.report),
            Role::Plain => {}
        }
        Ok(())
    }

    pub(super) fn unknown(&mut self, key: Str<'_>, known: impl Iterator<Item = &'static str> + Clone) {
        if self.reader.report.is_full() {
            return self.error(key.at, "");
        }
        let name = key.text();
        let right = match nearest(&name, known.clone()) {
            Some(near) => format!("did you mean '{near}'?"),
            None => format!("known: {}", known.collect::<Vec<_>>().join(", ")),
        };
        self.error(key.at, format_args!("the field {} is unknown; {right}", Quote(&name)));
    }

    fn list(&mut self, at: usize, item: &Kind, least: usize) -> Result<(), Stop> {
        let mut known = Vec::new();
        let mut count = 0;
        self.reader.open();
        while self.reader.item(count == 0)? {
            self.reader.report.path.push(Step::Index(count));
            known.extend(self.value(item)?);
            self.reader.report.path.pop();
            count += 1;
        }
        known.sort_unstable();
        for twice in known.windows(2).filter(|pair| pair[0] == pair[1]) {
            let name = match item {
                Kind::Stage => STAGES[twice[0] as usize].into(),
                _ => self.ids.text(twice[0]),
            };
            self.error(at, format_args!("{} stands in this list twice; remove one", Quote(&name)));
        }
        if count < least {
            self.error(at, format_args!("the list is empty; it needs at least {}", item.expected()));
        }
        Ok(())
    }

    fn tile(&mut self, at: usize) -> Result<(), Stop> {
        let (mut count, mut good) = (0, 0);
        self.reader.open();
        while self.reader.item(count == 0)? {
            count += 1;
            match self.reader.found()? {
                Found::Scalar => {
                    let number = self.reader.scalar().filter(|word| *word != "-0");
                    good += usize::from(number.is_some_and(|word| word.parse::<u8>().is_ok()));
                }
                _ => self.reader.skip()?,
            }
        }
        if (count, good) != (2, 2) {
            self.error(at, format_args!("this is no tile; right is {}", Kind::Tile.expected()));
        }
        Ok(())
    }

    /// Reads a string of that kind, and gives what it is known by in a list.
    fn string(&mut self, kind: &Kind) -> Result<Option<u32>, Stop> {
        let string = self.reader.string()?;
        let text = string.text();
        if text.is_empty() {
            self.error(string.at, format_args!("this is empty; right is {}", kind.expected()));
            return Ok(None);
        }
        let good = match kind {
            Kind::Id(entries) => {
                self.id(*entries, string, &text);
                true
            }
            Kind::RefTo(entries) => return Ok(self.reference(*entries, string, &text)),
            Kind::Stage => {
                let stage = (0..).zip(STAGES).find(|(_, stage)| *stage == text);
                if let Some((index, _)) = stage {
                    return Ok(Some(index));
                }
                false
            }
            Kind::Code => rules::is_code(&text),
            Kind::Time => rules::is_time(&text),
            Kind::Paragraph => {
                self.record.paragraph = Some(string);
                rules::is_paragraph(&text)
            }
            _ => {
                self.record.add(&Numbers::of(&text), string.at, &self.reader.report);
                true
            }
        };
        if !good {
            self.error(string.at, format_args!("{} is wrong; right is {}", Quote(&text), kind.expected()));
        }
        Ok(None)
    }

    fn id(&mut self, entries: Entries, id: Str<'_>, text: &str) {
        let first = self.ids.find(entries, text).map(|at| at as usize);
        if let Some(first) = first.filter(|&first| first < id.at) {
            self.reader.report.repeated(
                id.at,
                format_args!("the id {} stands twice in '{}'", Quote(text), entries.field()),
                first,
            );
        }
    }

    fn reference(&mut self, entries: Entries, id: Str<'a>, text: &str) -> Option<u32> {
        if entries == Entries::Sources {
            self.record.source = Some(id);
        }
        let found = self.ids.find(entries, text);
        if found.is_none() {
            let right = self.ids.instead(entries, text);
            self.error(id.at, format_args!("there is no {} {}; {right}", entries.one(), Quote(text)));
        }
        found
    }

    pub(super) fn error(&mut self, at: usize, message: impl Display) {
        self.reader.report.error(at, message);
    }
}
