//! What there is to say of two editions, in an order: the numbers, then section by section the entries.

use crate::command::Result;

use crate::command::list;
use crate::page::change::{self, Line};
use crate::programme::diff::{Entry, Section};
use crate::programme::{Changed, Diff, Language, Programme, Record, Ref, Region, Text};
use crate::words::Words;

/// A piece of a report.
#[derive(Clone, Copy, Debug)]
pub(super) enum Block<'a> {
    /// Of level 1 or 2.
    Heading(usize, &'a str),
    Paragraph(&'a str),
    Item(&'a str),
    Entry(Became, &'a str),
    /// What there is to a new entry, and a change of one; below it.
    Says(&'a str),
    Line(&'a Line),
}

/// How a report is written down, piece by piece.
pub(super) trait Paper {
    fn put(&mut self, block: Block<'_>) -> Result<()>;
}

/// What became of an entry of either edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Became {
    New,
    Gone,
    Changed,
}

impl Became {
    const ALL: [Self; 3] = [Self::New, Self::Gone, Self::Changed];

    fn changed(self) -> Option<Changed> {
        match self {
            Self::New => Some(Changed::New),
            Self::Changed => Some(Changed::Changed),
            Self::Gone => None,
        }
    }
}

/// Two editions, and what differs between them, in one language.
pub(super) struct Report<'a> {
    diff: &'a Diff,
    old: &'a Programme,
    new: &'a Programme,
    language: Language,
    words: &'static Words,
}

impl<'a> Report<'a> {
    pub(super) fn new(diff: &'a Diff, old: &'a Programme, new: &'a Programme, language: Language) -> Self {
        Self { diff, old, new, language, words: Words::of(language) }
    }

    /// Writes all of it; the editions are named as they were on the command line.
    pub(super) fn write(&self, [old, new]: [String; 2], paper: &mut impl Paper) -> Result<()> {
        paper
            .put(Block::Heading(1, &[self.words.diff.title, self.words.colon, &old, " → ", &new].concat()))?;
        if self.diff.is_empty() {
            return paper.put(Block::Paragraph(self.words.diff.none));
        }
        self.summary(paper)?;
        for section in Section::ALL {
            for became in Became::ALL {
                let count = self.entries(section, became).count();
                if count > 0 {
                    paper.put(Block::Heading(
                        2,
                        &self.labelled(self.words.section(section), &self.count(became, count)),
                    ))?;
                }
                self.entries(section, became).try_for_each(|entry| self.entry(became, entry, paper))?;
            }
        }
        self.renamed(paper)
    }

    /// How many initiatives, by region; how many of the rest.
    fn summary(&self, paper: &mut impl Paper) -> Result<()> {
        let all = |section| Became::ALL.map(|became| self.entries(section, became).count());
        let initiatives = all(Section::Initiatives);
        if let Some(counts) = self.counts(initiatives) {
            paper.put(Block::Paragraph(&self.labelled(self.words.initiatives, &counts)))?;
            let by_region = self.by_region();
            let total = by_region.iter().map(|(_, counts)| counts.iter().sum::<usize>()).sum::<usize>();
            for (name, counts) in by_region {
                let counts = self.counts(counts).unwrap_or_default();
                paper.put(Block::Item(&self.labelled(name.get(self.language), &counts)))?;
            }
            if total > initiatives.iter().sum() {
                paper.put(Block::Paragraph(self.words.diff.shared))?;
            }
        }
        let rest = Section::ALL.into_iter().filter(|section| *section != Section::Initiatives);
        let rest: Vec<_> = rest
            .filter_map(|section| {
                Some(self.labelled(self.words.section(section), &self.counts(all(section))?))
            })
            .collect();
        if rest.is_empty() {
            Ok(())
        } else {
            paper.put(Block::Paragraph(&rest.join(self.words.commands.part_separator)))
        }
    }

    /// The regions with initiatives that are new, gone or changed, and how many; first those that there are.
    fn by_region(&self) -> Vec<(&'a Text, [usize; 3])> {
        let mut counts = vec![[0; 3]; self.new.regions.len()];
        let mut of_old = vec![[0; 3]; self.old.regions.len()];
        for (place, became) in Became::ALL.into_iter().enumerate() {
            for entry in self.entries(Section::Initiatives, became) {
                let gone = became == Became::Gone;
                let counts = if gone { &mut of_old } else { &mut counts };
                self.regions(entry, gone).iter().for_each(|region| counts[region.index()][place] += 1);
            }
        }
        for (region, counts) in self.new.region_refs().zip(&mut counts) {
            if let Some(Entry::Record(Record::Region(before))) = self.diff.before(region) {
                let gone = std::mem::take(&mut of_old[before.index()]);
                counts.iter_mut().zip(gone).for_each(|(count, gone)| *count += gone);
            }
        }
        let names = self.new.regions.iter().chain(&self.old.regions).map(|region| &region.short);
        let all = names.zip(counts.into_iter().chain(of_old));
        all.filter(|(_, counts)| counts.iter().any(|&count| count > 0)).collect()
    }

    fn regions(&self, entry: Entry, gone: bool) -> &'a [Ref<Region>] {
        let programme = if gone { self.old } else { self.new };
        match entry {
            Entry::Record(Record::Initiative(initiative)) => &programme[initiative].regions,
            _ => &[],
        }
    }

    fn entries(&self, section: Section, became: Became) -> impl Iterator<Item = Entry> {
        let (told, gone) = match became.changed() {
            Some(changed) => (Some(self.diff.told(section, changed)), None),
            None => (None, Some(self.diff.gone(section))),
        };
        told.into_iter().flatten().chain(gone.into_iter().flatten())
    }

    fn entry(&self, became: Became, entry: Entry, paper: &mut impl Paper) -> Result<()> {
        paper.put(Block::Entry(became, &self.title(entry, became == Became::Gone)))?;
        match became {
            Became::Gone => {}
            Became::New => {
                if let Some(text) = self.main_text(entry) {
                    paper.put(Block::Says(text.get(self.language)))?;
                }
            }
            Became::Changed => {
                let changes = self.diff.changes(self.old, self.new, entry);
                for line in change::lines(&changes, self.language) {
                    paper.put(Block::Line(&line))?;
                }
            }
        }
        Ok(())
    }

    fn renamed(&self, paper: &mut impl Paper) -> Result<()> {
        let pairs = self.diff.renamed();
        if !pairs.is_empty() {
            paper.put(Block::Heading(
                2,
                &format!("{}{}{}", self.words.diff.renamed, self.words.colon, pairs.len()),
            ))?;
        }
        pairs.iter().try_for_each(|(gone, new)| {
            let ids = [gone.id(self.old), " → ", new.id(self.new)].concat();
            paper.put(Block::Item(&self.labelled(&ids, new.name(self.new).get(self.language))))
        })
    }

    /// An entry's regions, its name, and its id.
    fn title(&self, entry: Entry, gone: bool) -> String {
        let programme = if gone { self.old } else { self.new };
        let name = entry.name(programme).get(self.language);
        let (id, regions) = (entry.id(programme), self.regions(entry, gone));
        let name = if regions.is_empty() {
            name.into()
        } else {
            self.labelled(&list::names(programme, regions, self.language), name)
        };
        let has_id = !matches!(entry.section(), Section::Programme | Section::Places);
        if has_id { self.words.in_parentheses(&name, id) } else { name }
    }

    /// What a new entry is, in its own words.
    fn main_text(&self, entry: Entry) -> Option<&'a Text> {
        let Entry::Record(record) = entry else { return None };
        match record {
            Record::Zone(zone) => Some(&self.new[zone].role),
            Record::Region(region) => Some(&self.new[region].profile),
            Record::Initiative(initiative) => Some(&self.new[initiative].summary),
            _ => None,
        }
    }

    fn count(&self, became: Became, count: usize) -> String {
        self.words.diff.count(became.changed(), count)
    }

    /// Those counts that aren't 0.
    fn counts(&self, counts: [usize; 3]) -> Option<String> {
        let all = Became::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0);
        let all: Vec<_> = all.map(|(became, count)| self.count(became, count)).collect();
        (!all.is_empty()).then(|| all.join(self.words.list_separator))
    }

    fn labelled(&self, label: &str, text: &str) -> String {
        [label, self.words.colon, text].concat()
    }
}
