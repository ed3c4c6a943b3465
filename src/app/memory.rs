//! A place that outlives the program: ids for what it refers to.

use serde::{Deserialize, Serialize};

use super::place::{Focus, Line, Place, View, Windows};
use super::{App, Notice, Overlay, Viewport};
use crate::programme::{Facet, Filter, Kind, Language, Programme, Record};

/// Where a reader was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// Its tag; left out where another one is asked for.
    language: Option<String>,
    view: View,
    focus: Focus,
    filter: Vec<(Facet, String)>,
    region: Option<String>,
    initiative: Option<String>,
    partner: Option<String>,
    columns: Facet,
    column: u16,
    line: Row,
    reading: Option<(Kind, String)>,
    link: Option<u16>,
    /// The first rows that the windows show: in the order of [`Windows`], then of the reader where it is open.
    offsets: [u32; 6],
    reader: Option<u32>,
}

/// A row of the matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Row {
    Zone(String),
    Region,
    Total,
}

impl App {
    /// Where the reader is.
    pub fn memory(&self) -> Memory {
        let (here, programme) = (&self.here, self.programme());
        let id = |record: Record| programme.id(record).to_owned();
        let choice = |choice: crate::programme::Choice| (choice.facet(), choice.id(programme).to_owned());
        let Windows { regions, initiatives, partners, matrix: [rows, columns], page } = here.windows;
        let offset = |window: Viewport| u32::try_from(window.offset).unwrap_or(0);
        Memory {
            language: Some(self.language.tag().into()),
            view: here.view,
            focus: here.focus,
            filter: here.filter.choices().map(choice).collect(),
            region: here.region.map(|region| id(region.into())),
            initiative: here.initiative.map(|initiative| id(initiative.into())),
            partner: here.partner.map(|partner| id(partner.into())),
            columns: here.columns,
            column: u16::try_from(here.column).unwrap_or(0),
            line: match here.line {
                Line::Zone(zone) => Row::Zone(id(zone.into())),
                Line::Region => Row::Region,
                Line::Total => Row::Total,
            },
            reading: here.reading.map(|record| (record.kind(), id(record))),
            link: here.link.and_then(|link| u16::try_from(link).ok()),
            offsets: [regions, initiatives, partners, rows, columns, page].map(offset),
            reader: match self.over {
                Some(Overlay::Reader(window)) => Some(offset(window)),
                _ => None,
            },
        }
    }

    /// Goes where a reader was, as far as that is still there, and says so.
    pub fn recall(&mut self, memory: &Memory) {
        let place = memory.place(self.programme());
        self.stand(place);
        self.over = memory.reader.map(|offset| Overlay::Reader(window(offset)));
        self.language = memory.language.as_deref().and_then(Language::from_tag).unwrap_or(self.language);
        self.tell(Notice::Recalled);
    }

    /// Goes to where the browser opens, in the language at hand.
    pub fn start_over(&mut self) {
        let language = self.language;
        self.restart();
        self.language = language;
    }
}

impl Memory {
    /// The same in the language that the browser opens in.
    pub fn without_language(self) -> Self {
        Self { language: None, ..self }
    }

    fn place(&self, programme: &Programme) -> Place {
        let find = |kind, id: &String| programme.find(kind, id);
        let selected = [
            (Kind::Region, &self.region),
            (Kind::Initiative, &self.initiative),
            (Kind::Partner, &self.partner),
        ];
        let mut place = Place { view: self.view, focus: self.view.panes()[0], ..Place::start() };
        for (kind, id) in selected {
            match id.as_ref().and_then(|id| find(kind, id)) {
                Some(Record::Region(region)) => place.region = Some(region),
                Some(Record::Initiative(initiative)) => place.initiative = Some(initiative),
                Some(Record::Partner(partner)) => place.partner = Some(partner),
                _ => {}
            }
        }
        place.line = match &self.line {
            Row::Zone(id) => match find(Kind::Zone, id) {
                Some(Record::Zone(zone)) => Line::Zone(zone),
                _ => Line::Total,
            },
            Row::Region => Line::Region,
            Row::Total => Line::Total,
        };
        place.focus_on(self.focus);
        place.filter = self.filter(programme);
        (place.columns, place.column) = (self.columns, self.column.into());
        place.reading = self.reading.as_ref().and_then(|(kind, id)| find(*kind, id));
        place.link = self.link.map(usize::from);
        let [regions, initiatives, partners, rows, columns, page] = self.offsets.map(window);
        place.windows = Windows { regions, initiatives, partners, matrix: [rows, columns], page };
        place
    }

    fn filter(&self, programme: &Programme) -> Filter {
        let mut filter = Filter::default();
        for (facet, id) in &self.filter {
            let choices = programme.choices(*facet).into_iter();
            choices.filter(|choice| choice.id(programme) == id).for_each(|choice| filter.insert(choice));
        }
        filter
    }
}

/// A window that shows a text from some row on; how large it is, its frame will tell.
fn window(offset: u32) -> Viewport {
    Viewport { offset: offset as usize, ..Viewport::default() }
}
