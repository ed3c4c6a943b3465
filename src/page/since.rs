//! What pages and briefings say of an earlier edition: what a record was, as far as that changed, and what is gone.

use super::change::{Line, lines};
use super::compose::{Blocks, Scope, block};
use super::{Block, Kind, Page, Role, Run};
use crate::programme::diff::{Entry, Section};
use crate::programme::{Changed, Choice, Cite, Facet, Initiative, Programme, Record, Ref, Since};

/// What a briefing tells of: what rests on sources.
const TOLD: [Section; 4] = [Section::Programme, Section::Zones, Section::Regions, Section::Initiatives];

/// What stands before a name that is new or changed since the edition that the programme is compared with.
pub const MARKS: [(Changed, &str); 2] = [(Changed::New, "+ "), (Changed::Changed, "~ ")];

/// The mark of a record, and blanks for one without; nothing where there is no earlier edition.
pub fn mark(programme: &Programme, record: impl Into<Record>) -> &'static str {
    let Some(since) = programme.since() else { return "" };
    let became = since.within(record.into());
    MARKS.iter().find(|(of, _)| *of == became).map_or("  ", |(_, mark)| mark)
}

/// The pages of a briefing on what became of what counts since the earlier edition, each with the level of its title.
pub fn brief_since<'p>(scope: &Scope<'p>, since: &'p Since, about: &[Record]) -> Vec<(usize, Page<'p>)> {
    let mut pages = vec![(1, scope.cover(about))];
    for section in TOLD {
        let [new, changed] =
            [Changed::New, Changed::Changed].map(|became| scope.told(since, section, became));
        pages.extend(new);
        let gone = scope.gone(since, section);
        let heading = scope.group(section, None, gone.len());
        pages.extend(heading.map(|mut page| {
            page.blocks.extend(gone);
            (2, page)
        }));
        pages.extend(changed);
    }
    let diff = &scope.words.diff;
    let said = if pages.len() == 1 { diff.none } else { diff.brief };
    pages[0].1.blocks.push(block(Kind::Paragraph, vec![Run::text(said)], &[]));
    let sources = scope.bibliography(pages.iter().map(|(_, page)| page));
    pages.push((1, Page { of: Record::Programme, blocks: sources }));
    pages
}

impl<'p> Scope<'p> {
    /// What is new in full, or of what changed the changes; under a heading with their number.
    fn told(&self, since: &'p Since, section: Section, became: Changed) -> Vec<(usize, Page<'p>)> {
        let entries = since.diff.told(section, became).filter_map(|entry| match entry {
            Entry::Record(record) => Some(record).filter(|&record| self.tells(record, became)),
            Entry::Source(_) => None,
        });
        let pages: Vec<_> = entries
            .map(|record| match became {
                Changed::New => self.bare(record),
                _ => self.changed(since, record),
            })
            .collect();
        let heading = self.group(section, Some(became), pages.len()).map(|page| (2, page));
        heading.into_iter().chain(pages.into_iter().map(|page| (3, page))).collect()
    }

    /// Whether what became of a record is asked for.
    fn tells(&self, record: Record, became: Changed) -> bool {
        let (filter, programme) = (self.filter(), self.programme);
        match record {
            Record::Programme => filter.without(Facet::Since).is_empty() && self.asks(became),
            _ => self.asks(became) && self.matching.is_none_or(|matching| matching.shows(programme, record)),
        }
    }

    fn asks(&self, became: Changed) -> bool {
        self.filter().allows(Choice::Since(became))
    }

    /// The names of what is gone from a section, where the filter doesn't ask for something else.
    fn gone(&self, since: &'p Since, section: Section) -> Vec<Block<'p>> {
        if section == Section::Initiatives {
            let gone = since.gone(self.programme, &self.filter());
            return gone.into_iter().map(|gone| self.gone_initiative(since, gone, true)).collect();
        }
        let gone = since.diff.gone(section).filter(|_| self.filter().is_empty());
        gone.map(|entry| {
            let cites = if let Entry::Record(record) = entry { cites(&since.old, record) } else { &[] };
            self.gone_item(since, self.say(entry.name(&since.old)), cites)
        })
        .collect()
    }

    fn gone_initiative(&self, since: &'p Since, gone: Ref<Initiative>, regions: bool) -> Block<'p> {
        let before = Scope::new(&since.old, self.language);
        self.gone_item(since, &before.initiative_item(gone, regions).line(""), &since.old[gone].cites)
    }

    /// A name of the earlier edition with its source there. Links would lead into the wrong edition.
    fn gone_item(&self, since: &'p Since, name: &str, cites: &[Cite]) -> Block<'p> {
        let sources = Scope::new(&since.old, self.language).citations(&cites.iter().collect::<Vec<_>>());
        let text = self.words.in_parentheses(name, &sources.join(self.words.list_separator));
        block(Kind::Item, vec![Run::text(text)], &[])
    }

    /// A heading with how many of a section there are below it; none over nothing.
    fn group(&self, section: Section, became: Option<Changed>, count: usize) -> Option<Page<'p>> {
        let count = (count > 0).then(|| self.words.diff.count(became, count))?;
        let title = [self.words.section(section), self.words.colon, &count].concat();
        let title = block(Kind::Title, vec![Run::text(title)], &[]);
        Some(Page { of: Record::Programme, blocks: vec![title] })
    }

    /// A record's title, its regions, and what changed in it.
    fn changed(&self, since: &'p Since, record: Record) -> Page<'p> {
        let mut blocks = Blocks { scope: *self, blocks: vec![self.title(record)] };
        if let Record::Initiative(initiative) = record {
            blocks.fact(self.words.regions, blocks.regions(&self.programme[initiative].regions));
        }
        blocks.changes(since, record);
        Page { of: record, blocks: blocks.blocks }
    }

    /// That a record is new or changed, in a word.
    pub(super) fn became(&self, record: Record) -> Option<Block<'p>> {
        let became = self.programme.since()?.changed(record);
        let label = [self.words.diff.since, self.words.colon].concat();
        let runs = vec![Run::text(label), Run::text(self.words.diff.state(became))];
        (became != Changed::Same).then(|| block(Kind::Fact, runs, &[]))
    }

    /// What a record was in the earlier edition as far as that differs, and what of it is gone; each under a heading.
    pub(super) fn before(&self, record: Record) -> Vec<Block<'p>> {
        let Some(since) = self.programme.since() else { return Vec::new() };
        let words = self.words;
        let mut blocks = Blocks { scope: *self, blocks: Vec::new() };
        if since.changed(record) == Changed::Changed {
            blocks.heading(words.diff.title);
            blocks.changes(since, record);
        }
        let gone = self.gone_from(since, record);
        if !gone.is_empty() {
            let count = words.diff.count(None, gone.len());
            blocks.run(Kind::Heading, vec![Run::text(count)]);
            blocks.blocks.extend(gone);
        }
        blocks.blocks
    }

    /// The initiatives of a region, or of the programme, that are gone.
    fn gone_from(&self, since: &'p Since, record: Record) -> Vec<Block<'p>> {
        let Some(Entry::Record(before)) = since.diff.before(record) else { return Vec::new() };
        let gone = since.gone(self.programme, &self.filter()).into_iter();
        match before {
            Record::Programme => self.gone(since, Section::Initiatives),
            Record::Region(region) => gone
                .filter(|&gone| since.old[gone].regions.contains(&region))
                .map(|gone| self.gone_initiative(since, gone, false))
                .collect(),
            _ => Vec::new(),
        }
    }
}

impl<'p> Blocks<'p> {
    /// The changes of a record, a line each.
    fn changes(&mut self, since: &'p Since, record: Record) {
        let Scope { programme, language, words, .. } = self.scope;
        for Line { label, pieces } in lines(&since.changes(programme, record), language) {
            let pieces = pieces.into_iter();
            let pieces = pieces.map(|(mark, text)| Run { role: Role::Changed(mark), ..Run::text(text) });
            let label = Run::text([&label, words.colon].concat());
            let runs = std::iter::once(label).chain(pieces).collect();
            self.add(Kind::Change, runs, cites(programme, record));
        }
    }
}

/// The paragraphs that a record rests on.
fn cites(programme: &Programme, record: Record) -> &[Cite] {
    match record {
        Record::Programme => &programme.overview.cites,
        Record::Zone(zone) => &programme[zone].cites,
        Record::Region(region) => &programme[region].cites,
        Record::Initiative(initiative) => &programme[initiative].cites,
        Record::Partner(_) | Record::Topic(_) | Record::Place(_) => &[],
    }
}
