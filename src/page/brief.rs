//! A briefing: the programme's title, what is said of some records, their initiatives, the sources.

use super::compose::block;
use super::{Kind, Page, Run, Scope};
use crate::programme::{Initiative, Record, Ref};

/// What a briefing is on.
#[derive(Clone, Debug, Default)]
pub struct Brief {
    /// What it is about: the programme as a whole where nothing is named. An initiative is told among these only.
    pub about: Vec<Record>,
    /// What it tells in full.
    pub initiatives: Vec<Ref<Initiative>>,
}

/// The pages of a briefing, each with the level of its title.
pub fn brief<'p>(scope: &Scope<'p>, brief: &Brief) -> Vec<(usize, Page<'p>)> {
    // A page that is told in full by others doesn't list them, too.
    let told = |record| {
        let mut page = scope.bare(record);
        page.blocks.retain(|block| !matches!(block.kind, Kind::Initiatives { .. }));
        page
    };
    let mut pages = match &*brief.about {
        [] => vec![told(Record::Programme)],
        about => vec![scope.cover(about)],
    };
    let about = named(&brief.about).map(told);
    pages.extend(about.filter(|page| page.blocks.len() > 1));
    pages.extend(brief.initiatives.iter().map(|&i| told(Record::Initiative(i))));
    let sources = Page { of: Record::Programme, blocks: scope.bibliography(pages.iter()) };
    let mut levels =
        pages.into_iter().enumerate().map(|(place, page)| (if place == 0 { 1 } else { 2 }, page));
    levels.by_ref().chain([(1, sources)]).collect()
}

/// The records of a briefing but for initiatives, which are told in full anyway.
fn named(about: &[Record]) -> impl Iterator<Item = Record> {
    about.iter().copied().filter(|record| !matches!(record, Record::Initiative(_)))
}

impl<'p> Scope<'p> {
    /// The head of a briefing on some records: the programme's title with theirs, who issued it, when.
    pub(super) fn cover(&self, about: &[Record]) -> Page<'p> {
        let (words, overview) = (self.words, &self.programme.overview);
        let names: Vec<&str> = named(about).map(|record| self.name(record)).collect();
        let colon = if names.is_empty() { "" } else { words.colon };
        let title = [self.say(&overview.title), colon, &names.join(words.list_separator)].concat();
        let issued = words.in_parentheses(self.say(&overview.issuer), self.say(&overview.issued));
        let issued = [words.issuer, words.colon, &issued].concat();
        let blocks = [(Kind::Title, title), (Kind::Paragraph, issued)]
            .map(|(kind, text)| block(kind, vec![Run::text(text)], &[]));
        Page { of: Record::Programme, blocks: blocks.into() }
    }
}
