//! What pages rest on: the paragraphs of each source behind a page, the sources themselves behind a briefing.

use super::compose::{Scope, block};
use super::{Block, Kind, Page, Run};
use crate::programme::{Cite, Record, Ref, Source};

impl<'p> Scope<'p> {
    /// The paragraphs that the blocks of a page rest on, a line a source; of the programme its sources, too.
    pub(super) fn cited(&self, page: &Page<'p>) -> Vec<Block<'p>> {
        let cites: Vec<&Cite> = page.blocks.iter().flat_map(|block| block.cites).collect();
        let mut blocks = self.section(self.citations(&cites));
        if page.of == Record::Programme {
            for source in &self.programme.sources {
                let said = [&source.title, &source.note].map(|text| Run::text(self.say(text)));
                blocks.extend(said.map(|run| block(Kind::Paragraph, vec![run], &[])));
            }
        }
        blocks
    }

    fn section(&self, lines: Vec<String>) -> Vec<Block<'p>> {
        if lines.is_empty() {
            return Vec::new();
        }
        let heading = block(Kind::Heading, vec![Run::text(self.words.source)], &[]);
        let items = lines.into_iter().map(|line| block(Kind::Item, vec![Run::text(line)], &[]));
        std::iter::once(heading).chain(items).collect()
    }

    /// Some paragraphs in words: a line a source, each paragraph once.
    pub(super) fn citations(&self, cites: &[&Cite]) -> Vec<String> {
        let mut lines: Vec<(Ref<Source>, String)> = Vec::new();
        for (index, cite) in cites.iter().enumerate() {
            let same = |other: &&&Cite| other.source == cite.source && other.paragraph == cite.paragraph;
            if cites[..index].iter().any(|other| same(&other)) {
                continue;
            }
            let restored = cites.iter().filter(same).any(|other| other.restored);
            let aside = if restored { self.words.restored } else { "" };
            let paragraph = self.words.in_parentheses(&cite.paragraph, aside);
            match lines.iter_mut().find(|(source, _)| *source == cite.source) {
                Some((_, line)) => line.extend([self.words.list_separator, &paragraph]),
                None => {
                    let source = &self.programme[cite.source];
                    let line = [self.say(&source.publisher), " ", date(source), " ", &paragraph].concat();
                    lines.push((cite.source, line));
                }
            }
        }
        lines.into_iter().map(|(_, line)| line).collect()
    }

    /// The sources of some pages as a briefing lists them, and what a mark of restoration means.
    pub(super) fn bibliography<'a>(&self, pages: impl Iterator<Item = &'a Page<'p>> + Clone) -> Vec<Block<'p>>
    where
        'p: 'a,
    {
        let cites = || pages.clone().flat_map(|page| &page.blocks).flat_map(|block| block.cites);
        let mut sources: Vec<Ref<Source>> = cites().map(|cite| cite.source).collect();
        sources.sort_unstable();
        sources.dedup();
        let mut blocks = self.section(sources.iter().map(|&source| self.reference(source)).collect());
        if cites().any(|cite| cite.restored) {
            let (mark, meaning) = (self.words.commands.restored.trim(), self.words.restored);
            let note = [mark, self.words.colon, meaning].concat();
            blocks.push(block(Kind::Paragraph, vec![Run::text(note)], &[]));
        }
        blocks
    }

    fn reference(&self, source: Ref<Source>) -> String {
        let source = &self.programme[source];
        let labelled = |label, text| [label, self.words.colon, self.say(text)].concat();
        let parts = [
            self.say(&source.title),
            &labelled(self.words.commands.author, &source.author),
            &labelled(self.words.commands.editor, &source.editor),
            self.say(&source.publisher),
            date(source),
        ];
        parts.join(self.words.commands.part_separator)
    }

    /// The paragraphs that a block rests on, behind its text: `（¶4、¶10复原）`.
    pub(super) fn resting_on(&self, cites: &[Cite]) -> String {
        let paragraph = |cite: &Cite| {
            let restored = if cite.restored { self.words.commands.restored } else { "" };
            [&*cite.paragraph, restored].concat()
        };
        let mut paragraphs: Vec<_> = cites.iter().map(paragraph).collect();
        paragraphs.dedup();
        self.words.in_parentheses("", &paragraphs.join(self.words.list_separator))
    }
}

/// The day on which a source was published: RFC 3339 begins with it.
fn date(source: &Source) -> &str {
    source.published.get(..10).unwrap_or(&source.published)
}
