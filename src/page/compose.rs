//! What pages are written with, and which page a record has.

use std::borrow::Cow;

use super::{Block, Kind, Page, Role, Run};
use crate::programme::{
    Cite, Filter, Initiative, Language, Matching, Programme, Record, Ref, Region, Text, Zone,
};
use crate::words::Words;

/// Of which programme pages tell, and in which language.
#[derive(Clone, Copy)]
pub struct Scope<'p> {
    pub programme: &'p Programme,
    pub language: Language,
    pub(super) words: &'static Words,
    /// What of it counts; all where there is no filter.
    pub(super) matching: Option<&'p Matching>,
}

impl<'p> Scope<'p> {
    pub fn new(programme: &'p Programme, language: Language) -> Self {
        Self { programme, language, words: Words::of(language), matching: None }
    }

    /// The same, where only what matches a filter counts.
    pub fn within(self, matching: &'p Matching) -> Self {
        Self { matching: Some(matching).filter(|matching| !matching.filter().is_empty()), ..self }
    }

    /// The filter by which it counts.
    pub(super) fn filter(&self) -> Cow<'p, Filter> {
        self.matching.map_or_else(Cow::default, |matching| Cow::Borrowed(matching.filter()))
    }

    /// What there is to say of a record: what it is, what it was in an earlier edition, its sources.
    pub fn page(&self, record: Record) -> Page<'p> {
        let mut page = self.bare(record);
        let behind_title = page.blocks.len().min(1);
        page.blocks.splice(behind_title..behind_title, self.became(record));
        page.blocks.extend(self.before(record));
        let sources = self.cited(&page);
        page.blocks.extend(sources);
        page
    }

    /// What it is alone.
    pub(super) fn bare(&self, record: Record) -> Page<'p> {
        let mut blocks = Blocks { scope: *self, blocks: vec![self.title(record)] };
        match record {
            Record::Programme => blocks.programme(),
            Record::Zone(zone) => blocks.zone(zone),
            Record::Region(region) => blocks.region(region),
            Record::Initiative(initiative) => blocks.initiative(initiative),
            Record::Partner(partner) => blocks.partner(partner),
            Record::Topic(_) => blocks.initiatives(record, self.words.initiatives, true),
            Record::Place(place) => blocks.place(place),
        }
        Page { of: record, blocks: blocks.blocks }
    }

    pub(super) fn say(&self, text: &'p Text) -> &'p str {
        text.get(self.language)
    }

    pub(super) fn name(&self, record: impl Into<Record>) -> &'p str {
        self.say(self.programme.name(record.into()))
    }

    pub(super) fn title(&self, record: Record) -> Block<'p> {
        block(Kind::Title, vec![Run::text(self.name(record))], &[])
    }

    /// The initiatives of a record that count here.
    pub fn initiatives(&self, record: Record) -> Cow<'p, [Ref<Initiative>]> {
        let all = self.programme.initiatives_of(record);
        match (self.matching, record) {
            // What is told of an initiative itself, no filter takes away.
            (None, _) | (_, Record::Initiative(_)) => Cow::Borrowed(all),
            (Some(matching), Record::Region(region)) => Cow::Borrowed(matching.of_region(region)),
            (Some(matching), _) => {
                Cow::Owned(all.iter().copied().filter(|&initiative| matching.contains(initiative)).collect())
            }
        }
    }
}

pub(super) fn block<'p>(kind: Kind<'p>, runs: Vec<Run<'p>>, cites: &'p [Cite]) -> Block<'p> {
    Block { kind, runs, cites }
}

/// The blocks of a page being written.
pub(super) struct Blocks<'p> {
    pub(super) scope: Scope<'p>,
    pub(super) blocks: Vec<Block<'p>>,
}

impl<'p> Blocks<'p> {
    pub(super) fn add(&mut self, kind: Kind<'p>, runs: Vec<Run<'p>>, cites: &'p [Cite]) {
        self.blocks.push(block(kind, runs, cites));
    }

    pub(super) fn run(&mut self, kind: Kind<'p>, runs: Vec<Run<'p>>) {
        self.add(kind, runs, &[]);
    }

    pub(super) fn heading(&mut self, text: &'p str) {
        self.add(Kind::Heading, vec![Run::text(text)], &[]);
    }

    /// A heading that leads to a record.
    pub(super) fn heading_to(&mut self, record: impl Into<Record>) {
        let record = record.into();
        let run = match record {
            Record::Zone(zone) => self.zone_run(zone),
            _ => Run::to(record, self.scope.name(record)),
        };
        self.add(Kind::Heading, vec![run], &[]);
    }

    pub(super) fn fact(&mut self, label: &str, runs: impl IntoIterator<Item = Run<'p>>) {
        self.labelled(Kind::Fact, label, runs);
    }

    pub(super) fn labelled(&mut self, kind: Kind<'p>, label: &str, runs: impl IntoIterator<Item = Run<'p>>) {
        let label = Run::text([label, self.scope.words.colon].concat());
        self.add(kind, std::iter::once(label).chain(runs).collect(), &[]);
    }

    pub(super) fn paragraph(&mut self, text: &'p Text, cites: &'p [Cite]) {
        self.add(Kind::Paragraph, vec![Run::text(self.scope.say(text))], cites);
    }

    pub(super) fn item(&mut self, runs: Vec<Run<'p>>, cites: &'p [Cite]) {
        self.add(Kind::Item, runs, cites);
    }

    /// The initiatives that a record has to do with, under a heading; nothing where there are none.
    pub(super) fn initiatives(&mut self, record: Record, heading: &'p str, regions: bool) {
        let list = self.scope.initiatives(record);
        if !list.is_empty() {
            self.add(Kind::Initiatives { list, regions }, vec![Run::text(heading)], &[]);
        }
    }

    /// Regions as links, by their short names.
    pub(super) fn regions(&self, regions: &[Ref<Region>]) -> Vec<Run<'p>> {
        let Scope { programme, words, .. } = self.scope;
        let mut runs = Vec::new();
        for &region in regions {
            if !runs.is_empty() {
                runs.push(Run::text(words.list_separator));
            }
            runs.push(Run::to(region, self.scope.say(programme.short(region.into()))));
        }
        runs
    }

    /// A zone as a link in its colour.
    pub(super) fn zone_run(&self, zone: Ref<Zone>) -> Run<'p> {
        Run { role: Role::Zone(zone.index()), ..Run::to(zone, self.scope.name(zone)) }
    }
}

impl<'p> Scope<'p> {
    /// An initiative as an item of a list: its title as a link, behind its regions where they are asked for.
    pub fn initiative_item(&self, initiative: Ref<Initiative>, regions: bool) -> Block<'p> {
        let blocks = Blocks { scope: *self, blocks: Vec::new() };
        let mut runs = Vec::new();
        if regions {
            runs = blocks.regions(&self.programme[initiative].regions);
            runs.push(Run::text(self.words.colon));
        }
        runs.push(Run::to(initiative, self.name(initiative)));
        block(Kind::Item, runs, &[])
    }
}
