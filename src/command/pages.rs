//! What there is to say of a zone, a region, an initiative, a partner, a topic, as a document.

use super::document::Document;
use super::list;
use crate::programme::{
    Cite, Initiative, Language, Partner, Programme, Record, Ref, Region, Source, Stage, Text, Zone,
};
use crate::words::Words;
use crate::words::citations;

/// Writes documents about one programme in one language.
#[derive(Clone, Copy)]
pub(crate) struct Pages<'a> {
    pub(crate) programme: &'a Programme,
    pub(crate) language: Language,
    words: &'static Words,
}

impl<'a> Pages<'a> {
    pub(crate) fn new(programme: &'a Programme, language: Language) -> Self {
        Self { programme, language, words: Words::of(language) }
    }

    fn say(&self, text: &'a Text) -> &'a str {
        text.get(self.language)
    }

    /// A label and what it labels, on a line.
    fn labelled(&self, label: &str, text: &str) -> String {
        [label, self.words.colon, text].concat()
    }

    pub(crate) fn zone(&self, zone: Ref<Zone>) -> Document {
        let mut page = Document::default();
        let entry = &self.programme[zone];
        page.heading(1, self.say(&entry.name));
        page.paragraph(self.say(&entry.role));
        for &region in self.programme.regions_of(zone) {
            page.heading(2, self.say(&self.programme[region].name));
            page.paragraph(self.say(&self.programme[region].profile));
            self.titles(self.programme.initiatives_of(region), &mut page);
        }
        self.sources(&entry.cites, &mut page);
        page
    }

    pub(crate) fn region(&self, region: Ref<Region>) -> Document {
        let mut page = Document::default();
        let entry = &self.programme[region];
        page.heading(1, self.say(&entry.name));
        page.item(self.labelled(self.words.commands.zone, self.say(&self.programme[entry.zone].name)));
        page.item(self.labelled(self.words.commands.code, &entry.code));
        page.paragraph(self.say(&entry.profile));
        page.heading(2, self.words.initiatives);
        self.titles(self.programme.initiatives_of(region), &mut page);
        self.sources(&entry.cites, &mut page);
        page
    }

    pub(crate) fn listed(&self, record: Record) -> Document {
        let mut page = Document::default();
        page.heading(1, self.say(self.programme.name(record)));
        self.with_regions(self.programme.initiatives_of(record), &mut page);
        page
    }

    pub(crate) fn partner(&self, partner: Ref<Partner>) -> Document {
        let mut page = Document::default();
        let entry = &self.programme[partner];
        page.heading(1, self.say(&entry.name));
        if let Some(place) = entry.place {
            page.item(self.labelled(self.words.place, self.say(&self.programme[place].name)));
        }
        page.item(self.labelled(self.words.commands.kind, self.words.commands.kind(&entry.kind)));
        page.heading(2, self.words.commands.works_with);
        self.with_regions(self.programme.initiatives_of(partner), &mut page);
        page
    }

    pub(crate) fn initiative(&self, initiative: Ref<Initiative>) -> Document {
        let mut page = Document::default();
        let entry = &self.programme[initiative];
        page.heading(1, self.say(&entry.title));
        page.item(
            self.labelled(self.words.regions, &list::names(self.programme, &entry.regions, self.language)),
        );
        if !entry.stages.is_empty() {
            page.item(self.labelled(self.words.commands.chain, &self.chain(entry)));
        }
        page.item(self.labelled(self.words.topic, self.say(&self.programme[entry.topic].name)));
        page.paragraph(self.say(&entry.summary));
        self.measures(entry, &mut page);
        self.figures(entry, &mut page);
        self.people(entry, &mut page);
        self.partners(entry, &mut page);
        self.sources(&entry.cites, &mut page);
        page
    }

    /// The chain 引育用留 with the initiative's own stages in brackets.
    fn chain(&self, initiative: &Initiative) -> String {
        let stage = |stage: Stage| {
            let word = self.words.stage(stage);
            if initiative.stages.contains(&stage) { format!("[{word}]") } else { word.into() }
        };
        Stage::ALL.map(stage).join(" → ")
    }

    fn titles(&self, initiatives: &[Ref<Initiative>], page: &mut Document) {
        initiatives.iter().for_each(|&i| page.item(self.say(&self.programme[i].title)));
    }

    fn with_regions(&self, initiatives: &[Ref<Initiative>], page: &mut Document) {
        for initiative in initiatives.iter().map(|&i| &self.programme[i]) {
            let regions = list::names(self.programme, &initiative.regions, self.language);
            page.item(self.labelled(&regions, self.say(&initiative.title)));
        }
    }

    fn measures(&self, initiative: &'a Initiative, page: &mut Document) {
        self.section(self.words.measures, initiative.measures.iter().map(|m| self.say(m).into()), page);
    }

    fn figures(&self, initiative: &'a Initiative, page: &mut Document) {
        let figures = initiative.figures.iter();
        let figures = figures.map(|f| self.words.figure(&f.value, self.say(&f.unit), self.say(&f.label)));
        self.section(self.words.figures, figures, page);
    }

    fn people(&self, initiative: &'a Initiative, page: &mut Document) {
        let people = initiative.people.iter().map(|p| self.labelled(self.say(&p.name), self.say(&p.role)));
        self.section(self.words.people, people, page);
    }

    fn partners(&self, initiative: &'a Initiative, page: &mut Document) {
        let partners = initiative.partners.iter().map(|&p| &self.programme[p]);
        let partners = partners.map(|p| match p.place {
            Some(place) => {
                self.words.in_parentheses(self.say(&p.name), self.say(&self.programme[place].name))
            }
            None => self.say(&p.name).into(),
        });
        self.section(self.words.partners, partners, page);
    }

    fn section(&self, heading: &str, items: impl ExactSizeIterator<Item = String>, page: &mut Document) {
        if items.len() > 0 {
            page.heading(2, heading);
            items.for_each(|item| page.item(item));
        }
    }

    fn sources(&self, cites: &[Cite], page: &mut Document) {
        let cites: Vec<_> = cites.iter().collect();
        let lines = citations(self.programme, self.language, &cites);
        self.section(self.words.source, lines.into_iter(), page);
    }

    /// A briefing on some initiatives: each point with the paragraphs that it rests on, the sources at the end.
    pub(crate) fn brief(&self, about: &About, initiatives: &[Ref<Initiative>]) -> Document {
        let mut page = Document::default();
        let overview = &self.programme.overview;
        let title = self.say(&overview.title);
        page.heading(1, &about.title.map_or(title.into(), |about| self.labelled(title, self.say(about))));
        let issued = self.words.in_parentheses(self.say(&overview.issuer), self.say(&overview.issued));
        page.paragraph(self.labelled(self.words.issuer, &issued));
        let mut cites: Vec<&Cite> = Vec::new();
        for (text, rests_on) in &about.says {
            page.paragraph(self.resting(self.say(text), rests_on));
            cites.extend(*rests_on);
        }
        for initiative in initiatives.iter().map(|&i| &self.programme[i]) {
            self.point(initiative, &mut page);
            cites.extend(&initiative.cites);
        }
        self.bibliography(&cites, &mut page);
        page
    }

    /// An initiative in a briefing.
    fn point(&self, initiative: &'a Initiative, page: &mut Document) {
        page.heading(2, self.say(&initiative.title));
        let regions = list::names(self.programme, &initiative.regions, self.language);
        page.item(self.labelled(self.words.regions, &regions));
        if !initiative.partners.is_empty() {
            let partners: Vec<_> =
                initiative.partners.iter().map(|&p| self.say(&self.programme[p].name)).collect();
            page.item(self.labelled(self.words.partners, &partners.join(self.words.list_separator)));
        }
        for person in &initiative.people {
            let person = self.words.in_parentheses(self.say(&person.name), self.say(&person.role));
            page.item(self.labelled(self.words.people, &person));
        }
        page.paragraph(self.resting(self.say(&initiative.summary), &initiative.cites));
        let points = initiative.measures.iter().map(|m| self.say(m).to_owned());
        let figures = initiative.figures.iter();
        let figures = figures.map(|f| self.words.figure(&f.value, self.say(&f.unit), self.say(&f.label)));
        for point in points.chain(figures) {
            page.item(self.resting(&point, &initiative.cites));
        }
    }

    /// A text with the paragraphs that it rests on, and whether a passage there was restored.
    fn resting(&self, text: &str, cites: &[Cite]) -> String {
        let paragraph = |cite: &Cite| {
            let restored = if cite.restored { self.words.commands.restored } else { "" };
            [&*cite.paragraph, restored].concat()
        };
        let mut paragraphs: Vec<_> = cites.iter().map(paragraph).collect();
        paragraphs.dedup();
        if paragraphs.is_empty() {
            return text.into();
        }
        self.words.in_parentheses(text, &paragraphs.join(self.words.list_separator))
    }

    fn bibliography(&self, cites: &[&Cite], page: &mut Document) {
        let mut sources: Vec<Ref<Source>> = cites.iter().map(|cite| cite.source).collect();
        sources.sort_unstable();
        sources.dedup();
        let source = |&source: &Ref<Source>| {
            let source = &self.programme[source];
            let date = source.published.get(..10).unwrap_or(&source.published);
            let parts = [
                self.say(&source.title),
                &self.labelled(self.words.commands.author, self.say(&source.author)),
                &self.labelled(self.words.commands.editor, self.say(&source.editor)),
                self.say(&source.publisher),
                date,
            ];
            parts.join(self.words.commands.part_separator)
        };
        self.section(self.words.source, sources.iter().map(source), page);
        if cites.iter().any(|cite| cite.restored) {
            page.paragraph(self.labelled(self.words.commands.restored.trim(), self.words.restored));
        }
    }
}

/// What a briefing is about: its name, and what is said of it before its initiatives, with what that rests on.
#[derive(Default)]
pub(crate) struct About<'a> {
    pub(crate) title: Option<&'a Text>,
    pub(crate) says: Vec<(&'a Text, &'a [Cite])>,
}
