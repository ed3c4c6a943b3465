//! Walks through a file along the table of `shape.rs` and reports what differs from it.

use super::ids::Ids;
use super::json::{Found, Reader, Stop};
use super::numbers::Numbers;
use super::record::Record;
use super::report::{Report, Step};
use super::shape::{DATASET, Kind, Need, Role, Shape};
use super::string::Str;
use super::tiles::Tiles;
use super::{Problem, encoding};
use crate::programme::fault::{Entries, Fault, Quote, Stands};
use crate::programme::rules;
use crate::text::{is_blank, nearest};

/// What JSON has beside numbers.
const LITERALS: [&str; 3] = ["true", "false", "null"];

/// The words of the chain 引育用留.
const STAGES: [&str; 4] = ["attract", "develop", "deploy", "retain"];

pub(super) struct Walk<'a> {
    pub reader: Reader<'a>,
    ids: Ids<'a>,
    pub record: Record<'a>,
    tiles: Tiles,
}

pub(super) fn check(bytes: &[u8], progress: &dyn Fn(u64)) -> Vec<Problem> {
    let mut report = Report::default();
    let whole = match u32::try_from(bytes.len()) {
        Ok(0) => Some(Fault::Empty),
        Ok(_) => encoding::foreign(bytes),
        // Offsets are kept in four bytes.
        Err(_) => Some(Fault::TooLarge),
    };
    if let Some(fault) = whole {
        report.error(0, fault);
        return report.finish(bytes);
    }
    // It is read twice.
    let size = bytes.len() as u64;
    let (first, second) = (|at| progress(at / 2), |at| progress((size + at) / 2));
    let ids = Ids::of(bytes, &first);
    let reader = Reader::new(bytes, report, &second);
    let mut walk = Walk { reader, ids, record: Record::default(), tiles: Tiles::default() };
    // A stop has been reported where it happened.
    let _ = walk.dataset();
    walk.tiles.end(&mut walk.reader.report);
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
            Found::Object => Stands::Object,
            Found::Array => Stands::List,
            Found::String => Stands::String,
        };
        self.error(at, Fault::Stands(found, kind.right()));
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
            (Kind::Format, _) => Stands::Version,
            (_, word) => {
                LITERALS.into_iter().find(|known| *known == word).map_or(Stands::Number, Stands::Literal)
            }
        };
        self.error(at, Fault::Stands(found, kind.right()));
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
                self.reader.report.repeated(key.at, Fault::FieldTwice(field.name), earlier);
            }
            self.reader.report.path.push(Step::Field(field.name));
            self.value(&field.kind)?;
            self.reader.report.path.pop();
        }
        for (field, _) in shape.fields.iter().zip(seen).filter(|(_, seen)| seen.is_none()) {
            match field.need {
                Need::Required => self.error(at, Fault::Missing(field.name, field.kind.right())),
                Need::Wished => self.reader.report.warning(at, Fault::NoPlace),
                Need::Optional => {}
            }
        }
        match shape.role {
            Role::Cite => self.record.end_cite(&mut self.reader.report),
            Role::Citing => self.record.end(&mut self.reader.report),
            Role::Plain => {}
        }
        Ok(())
    }

    pub(super) fn unknown(&mut self, key: Str<'_>, known: impl Iterator<Item = &'static str> + Clone) {
        let name = key.text();
        // A hostile file has millions; what isn't listed needs no nearest word.
        let near = if self.reader.report.is_full() { None } else { nearest(&name, known.clone()).next() };
        self.error(key.at, Fault::UnknownField { name: Quote::of(&name), near, known: known.collect() });
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
            self.error(at, Fault::TwiceInList(Quote::of(&name)));
        }
        if count < least {
            self.error(at, Fault::EmptyList(item.right()));
        }
        Ok(())
    }

    fn tile(&mut self, at: usize) -> Result<(), Stop> {
        let mut numbers = Vec::new();
        let mut count = 0;
        self.reader.open();
        while self.reader.item(count == 0)? {
            count += 1;
            match self.reader.found()? {
                Found::Scalar => {
                    let number = self.reader.scalar().filter(|word| *word != "-0");
                    // A hostile file has millions in one list.
                    numbers.extend(number.and_then(|word| word.parse::<u8>().ok()).filter(|_| count <= 2));
                }
                _ => self.reader.skip()?,
            }
        }
        match numbers[..] {
            [column, row] if count == 2 => self.tiles.add([column, row], at, &mut self.reader.report),
            _ => self.error(at, Fault::NoTile),
        }
        Ok(())
    }

    /// Reads a string of that kind, and gives what it is known by in a list.
    fn string(&mut self, kind: &Kind) -> Result<Option<u32>, Stop> {
        let string = self.reader.string()?;
        let text = string.text();
        if is_blank(&text) {
            self.error(string.at, Fault::EmptyWord(kind.right()));
            return Ok(None);
        }
        let good = match kind {
            Kind::Id(entries) => {
                self.id(*entries, string, &text);
                rules::is_id(&text)
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
            self.error(string.at, Fault::Wrong(Quote::of(&text), kind.right()));
        }
        Ok(None)
    }

    fn id(&mut self, entries: Entries, id: Str<'_>, text: &str) {
        let first = self.ids.find(entries, text).map(|at| at as usize);
        if let Some(first) = first.filter(|&first| first < id.at) {
            self.reader.report.repeated(id.at, Fault::IdTwice(Quote::of(text), entries), first);
        }
    }

    fn reference(&mut self, entries: Entries, id: Str<'a>, text: &str) -> Option<u32> {
        if entries == Entries::Sources {
            self.record.source = Some(id);
        }
        let found = self.ids.find(entries, text);
        if found.is_none() {
            let instead = self.ids.instead(entries, text);
            self.error(id.at, Fault::NoEntry(entries, Quote::of(text), instead));
        }
        found
    }

    pub(super) fn error(&mut self, at: usize, fault: Fault) {
        self.reader.report.error(at, fault);
    }
}
