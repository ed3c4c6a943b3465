//! A change of a field in words of one language: what stands beside a page of what was before.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::programme::diff::{Change, Cited, Item};
use crate::programme::{Figure, Language};
use crate::text::{Edit, alike, compare};
use crate::words::Words;

/// What a piece of a line is to the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Same,
    Gone,
    New,
    /// What stands before an arrow, and what behind it.
    Was,
    Is,
}

/// What changed in a field, or where else something did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub label: String,
    pub pieces: Vec<(Mark, String)>,
}

/// How alike a value must be to one that is gone to be told as a change of it (0 to 1).
const ALIKE: f64 = 0.5;
/// So many pairs of a list's values are compared; in a longer one all that went and came is told as such.
const MAX_PAIRS: usize = 10_000;

/// The lines that tell an entry's changes in a language; at last, which fields changed in other languages alone.
pub fn lines(changes: &[Change<'_>], language: Language) -> Vec<Line> {
    let words = Words::of(language);
    let (mut lines, mut elsewhere) = (Vec::new(), Vec::<(BTreeSet<Language>, Vec<&str>)>::new());
    for change in changes {
        let teller = Teller { words, language, field: change.field };
        let label = words.field_of_dataset(change.field);
        let (told, others) = teller.told(change);
        lines.extend(told.into_iter().map(|pieces| Line { label: label.into(), pieces }));
        match elsewhere.iter_mut().find(|(known, _)| *known == others) {
            Some((_, fields)) => fields.push(label),
            None => elsewhere.push((others, vec![label])),
        }
    }
    elsewhere.retain(|(languages, _)| !languages.is_empty());
    lines.extend(elsewhere.into_iter().map(|(languages, fields)| Line {
        label: words.only_in(&languages),
        pieces: vec![(Mark::Same, fields.join(words.list_separator))],
    }));
    lines
}

type Pieces = Vec<(Mark, String)>;
type Items<'a> = Vec<Item<'a>>;

struct Teller {
    words: &'static Words,
    language: Language,
    field: &'static str,
}

impl Teller {
    /// Which of what is new stands for which of what is gone, and what is left of both.
    fn paired<'a>(&self, change: &Change<'a>) -> (Vec<(Item<'a>, Item<'a>)>, Items<'a>, Items<'a>) {
        let (mut pairs, mut gone, mut new) = (Vec::new(), Vec::new(), change.new.clone());
        if change.gone.len().saturating_mul(new.len()) > MAX_PAIRS {
            return (pairs, change.gone.clone(), new);
        }
        for item in &change.gone {
            let alike = |other: &Item<'a>| if change.list { self.alike(item, other) } else { 1.0 };
            let best = new.iter().map(alike).enumerate().filter(|(_, alike)| *alike >= ALIKE);
            match best.reduce(|best, next| if next.1 > best.1 { next } else { best }) {
                Some((place, _)) => pairs.push((*item, new.remove(place))),
                None => gone.push(*item),
            }
        }
        (pairs, gone, new)
    }

    /// The change of a field, a line each, and the languages of what changed in others alone.
    fn told(&self, change: &Change<'_>) -> (Vec<Pieces>, BTreeSet<Language>) {
        let (pairs, gone, new) = self.paired(change);
        let (mut lines, mut others, mut short) = (Vec::new(), BTreeSet::new(), Vec::new());
        for (gone, new) in &pairs {
            let languages = self.differing(gone, new);
            if languages.is_empty() || languages.contains(&self.language) {
                lines.extend(self.pair(gone, new));
            } else {
                others.extend(languages);
            }
        }
        let left = gone.iter().map(|item| (Mark::Gone, item)).chain(new.iter().map(|item| (Mark::New, item)));
        for (mark, item) in left {
            let piece = (mark, self.say(item).into_owned());
            if matches!(item, Item::Text(_) | Item::Person(_) | Item::Figure(_)) {
                lines.push(vec![piece]);
            } else {
                let space = (!short.is_empty()).then(|| (Mark::Same, " ".into()));
                short.extend(space.into_iter().chain([piece]));
            }
        }
        lines.extend((!short.is_empty()).then_some(short));
        (lines, others)
    }

    /// How much one value of a list is another one, from 0 to 1.
    fn alike(&self, gone: &Item<'_>, new: &Item<'_>) -> f64 {
        let texts = || alike(&self.say(gone), &self.say(new));
        match (gone, new) {
            (Item::Text(_), Item::Text(_)) => texts(),
            (Item::Figure(a), Item::Figure(b)) if self.label(a) == self.label(b) => 1.0,
            (Item::Figure(_), Item::Figure(_)) => texts(),
            (Item::Person(a), Item::Person(b)) => alike(a.name.get(self.language), b.name.get(self.language)),
            (Item::Cite(a), Item::Cite(b)) if (&a.source.id, a.paragraph) == (&b.source.id, b.paragraph) => {
                1.0
            }
            _ => 0.0,
        }
    }

    /// The languages in which two values differ to a reader.
    fn differing(&self, gone: &Item<'_>, new: &Item<'_>) -> BTreeSet<Language> {
        let said = |language, item| Self { words: Words::of(language), language, ..*self }.say(item);
        Language::ALL.into_iter().filter(|&language| said(language, gone) != said(language, new)).collect()
    }

    /// The change from one value to another, a line a sentence.
    fn pair(&self, gone: &Item<'_>, new: &Item<'_>) -> Vec<Pieces> {
        let (before, after) = (self.say(gone), self.say(new));
        match (gone, new) {
            (Item::Figure(a), Item::Figure(b)) if self.label(a) == self.label(b) => {
                let label = [self.label(a), self.words.colon].concat();
                let value =
                    |f: &Figure| [&*f.value, self.words.before_unit, f.unit.get(self.language)].concat();
                vec![[vec![(Mark::Same, label)], arrow([value(a), value(b)])].concat()]
            }
            (Item::Person(a), Item::Person(b)) if a.name.get(self.language) == b.name.get(self.language) => {
                let name = [a.name.get(self.language), self.words.colon].concat();
                let mut lines = sentences(a.role.get(self.language), b.role.get(self.language));
                lines.iter_mut().for_each(|line| line.insert(0, (Mark::Same, name.clone())));
                lines
            }
            (Item::Text(_) | Item::Figure(_) | Item::Person(_), _) => sentences(&before, &after),
            // Two names that read alike.
            (Item::Name((a, _)), Item::Name((b, _))) if before == after => {
                vec![arrow([a, b].map(|id| self.words.in_parentheses(&before, id)))]
            }
            _ => vec![arrow([before, after].map(Cow::into_owned))],
        }
    }

    /// A value in words.
    fn say<'a>(&self, item: &Item<'a>) -> Cow<'a, str> {
        let words = self.words;
        match *item {
            Item::Word(word) if self.field == "kind" => words.commands.kind(word).into(),
            Item::Word(word) => word.into(),
            Item::Tile([column, row]) => format!("{column},{row}").into(),
            Item::Text(text) | Item::Place(text) | Item::Name((_, text)) => text.get(self.language).into(),
            Item::Stage(stage) => words.stage(stage).into(),
            Item::Person(person) => {
                [person.name.get(self.language), words.colon, person.role.get(self.language)].concat().into()
            }
            Item::Figure(figure) => {
                words.figure(&figure.value, figure.unit.get(self.language), self.label(figure)).into()
            }
            Item::Cite(Cited { source, paragraph, restored }) => {
                let date = source.published.get(..10).unwrap_or(&source.published);
                let restored = if restored { words.commands.restored } else { "" };
                format!("{} {date} {paragraph}{restored}", source.publisher.get(self.language)).into()
            }
        }
    }

    fn label<'a>(&self, figure: &'a Figure) -> &'a str {
        figure.label.get(self.language)
    }
}

fn arrow([before, after]: [String; 2]) -> Pieces {
    vec![(Mark::Was, before), (Mark::Same, " → ".into()), (Mark::Is, after)]
}

/// The sentences that differ, their words marked.
fn sentences(before: &str, after: &str) -> Vec<Pieces> {
    let piece = |edit: Edit<'_>| match edit {
        Edit::Same(text) => (Mark::Same, text.into()),
        Edit::Gone(text) => (Mark::Gone, text.into()),
        Edit::New(text) => (Mark::New, text.into()),
    };
    let sentences = compare(before, after);
    if sentences.is_empty() {
        // Blanks alone.
        return vec![vec![(Mark::Gone, before.into()), (Mark::New, after.into())]];
    }
    sentences.into_iter().map(|sentence| sentence.into_iter().map(piece).collect()).collect()
}
