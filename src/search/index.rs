//! The index: which entries may hold a word, and the search that goes through them.
//!
//! It holds no text of an entry, only lists of numbers by pair of Han characters and by Latin token; what it
//! proposes is looked up in the programme.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::fields::{Entry, Field, Target};
use super::postings::{Bits, Postings};
use super::query::{Query, Word};
use super::score::{score, usual};
use crate::programme::{Programme, Ref};
use crate::text::{fold, is_han};

pub(super) type Map<K, V> = HashMap<K, V, FixedState>;

/// Stands in the second place of a pair where a run of Han characters ends.
pub(super) const END: u32 = u32::MAX;

/// Where to look for the words of a query in one programme.
#[derive(Debug)]
pub struct Index {
    numbers: Numbers,
    /// Every Han character of the programme, folded; a pair refers to it by its place here.
    pub(super) characters: Vec<Character>,
    /// Which slots hold two Han characters in a row: the second one, ordered by the first.
    pub(super) pairs: Vec<(u32, Postings)>,
    /// Every run of other characters between blanks, folded, a line each; ordered.
    pub(super) tokens: String,
    /// Where each token begins in `tokens`, and the slots that hold it.
    pub(super) token_slots: Vec<(usize, Postings)>,
    /// The initiatives of each topic and of each partner.
    by_topic: Vec<Postings>,
    by_partner: Vec<Postings>,
}

/// A Han character that occurs.
#[derive(Debug)]
pub(super) struct Character {
    pub(super) folded: char,
    /// As it is written, simplified, traditional or both: these differ in readings.
    pub(super) forms: Vec<char>,
    /// Where its pairs end; they begin where those of the character before it end.
    pub(super) pairs_end: usize,
}

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub target: Target,
    /// Higher is better; comparable within one query only.
    pub score: u32,
}

/// How many entries of a kind are looked at for one query, the most promising first, so that a search through
/// a million answers within a keystroke.
const LOOKED_AT: usize = 2000;

impl Index {
    /// Indexes a programme; takes about 20 µs an initiative.
    pub fn build(programme: &Programme) -> Self {
        let numbers = Numbers::of(programme);
        let mut builder = Builder::default();
        for number in 0..numbers.end {
            let Some(entry) = numbers.entry(programme, number) else { continue };
            entry.head(programme, &mut |piece| builder.add(number, piece.text));
        }
        for number in 0..numbers.end {
            let Some(entry) = numbers.entry(programme, number) else { continue };
            entry.body(programme, &mut |piece| builder.add(numbers.bound() + number, piece.text));
        }
        builder.finish(programme, numbers)
    }

    /// What a query finds in the programme that was indexed, `limit` at most, the best first.
    ///
    /// Only targets that `within` admits count. Equally good ones come in the order region, initiative, partner,
    /// then in the programme's.
    pub fn search(
        &self,
        programme: &Programme,
        query: &Query,
        limit: usize,
        within: impl Fn(Target) -> bool,
    ) -> Vec<Hit> {
        let words = query.words();
        if words.is_empty() {
            return Vec::new();
        }
        let mut scorer =
            Scorer { programme, numbers: &self.numbers, memo: vec![Map::default(); words.len()] };
        let mut left = [LOOKED_AT; 3];
        let mut hits = Vec::new();
        for number in self.promising(programme, words) {
            let Some(Entry::Target(target)) = self.numbers.entry(programme, number) else { continue };
            let left = match target {
                Target::Region(_) => &mut left[0],
                Target::Initiative(_) => &mut left[1],
                Target::Partner(_) => &mut left[2],
            };
            if *left == 0 || !within(target) {
                continue;
            }
            *left -= 1;
            hits.extend(scorer.score(words, target).map(|score| Hit { target, score }));
        }
        hits.sort_by_key(|hit| (std::cmp::Reverse(hit.score), hit.target));
        hits.truncate(limit);
        hits
    }

    /// The entries that may hold all words: in their heads, then in names that count for them, then anywhere.
    fn promising(&self, programme: &Programme, words: &[Word]) -> impl Iterator<Item = u32> + use<> {
        let bound = self.numbers.bound() as usize;
        let mut classes: Option<[Bits; 3]> = None;
        for word in words {
            let (own, body) = self.slots_of(word, 2 * bound).split(bound);
            let mut named = own.clone();
            self.count_names(programme, &own, &mut named);
            let mut any = named.clone();
            any.unite(&body);
            match &mut classes {
                None => classes = Some([own, named, any]),
                Some(classes) => {
                    classes.iter_mut().zip([own, named, any]).for_each(|(all, one)| all.cut(&one))
                }
            }
        }
        let [own, mut named, mut any] = classes.unwrap_or_else(|| [0; 3].map(Bits::none));
        any.remove(&named);
        named.remove(&own);
        own.into_numbers().chain(named.into_numbers()).chain(any.into_numbers())
    }

    /// Adds to `entries` those for which the names of others count, of those `own` that hold a word.
    fn count_names(&self, programme: &Programme, own: &Bits, entries: &mut Bits) {
        for number in own.iter() {
            match self.numbers.entry(programme, number) {
                Some(Entry::Target(Target::Region(region))) => {
                    let initiatives = programme.initiatives_of(region).iter();
                    entries.extend(initiatives.map(|i| self.numbers.of_initiative(*i)));
                }
                Some(Entry::Target(Target::Partner(partner))) => {
                    entries.extend(self.by_partner[partner.index()].iter());
                }
                Some(Entry::Topic(topic)) => entries.extend(self.by_topic[topic.index()].iter()),
                Some(Entry::Zone(zone)) => {
                    for &region in programme.regions_of(zone) {
                        entries.insert(region.index() as u32);
                        let initiatives = programme.initiatives_of(region).iter();
                        entries.extend(initiatives.map(|i| self.numbers.of_initiative(*i)));
                    }
                }
                _ => {}
            }
        }
    }
}

/// Every entry of a programme has a number: first the regions, then initiatives, partners, topics, zones.
///
/// An entry's head is the slot of that number, its body the slot of that number above [`Numbers::bound`].
#[derive(Debug)]
struct Numbers {
    initiatives: u32,
    partners: u32,
    topics: u32,
    zones: u32,
    end: u32,
}

impl Numbers {
    fn of(programme: &Programme) -> Self {
        let initiatives = programme.regions.len() as u32;
        let partners = initiatives + programme.initiatives.len() as u32;
        let topics = partners + programme.partners.len() as u32;
        let zones = topics + programme.topics.len() as u32;
        Self { initiatives, partners, topics, zones, end: zones + programme.zones.len() as u32 }
    }

    /// Above every number, and a multiple of 64, so that a set of slots splits in two.
    fn bound(&self) -> u32 {
        self.end.next_multiple_of(64)
    }

    fn of_initiative(&self, initiative: Ref<crate::programme::Initiative>) -> u32 {
        self.initiatives + initiative.index() as u32
    }

    fn number(&self, entry: Entry) -> u32 {
        match entry {
            Entry::Target(Target::Region(r)) => r.index() as u32,
            Entry::Target(Target::Initiative(i)) => self.of_initiative(i),
            Entry::Target(Target::Partner(p)) => self.partners + p.index() as u32,
            Entry::Topic(t) => self.topics + t.index() as u32,
            Entry::Zone(z) => self.zones + z.index() as u32,
        }
    }

    fn entry(&self, programme: &Programme, number: u32) -> Option<Entry> {
        let nth = |first: u32| (number - first) as usize;
        if number >= self.zones {
            programme.zone_refs().nth(nth(self.zones)).map(Entry::Zone)
        } else if number >= self.topics {
            programme.topic_refs().nth(nth(self.topics)).map(Entry::Topic)
        } else if number >= self.partners {
            programme.partner_refs().nth(nth(self.partners)).map(|p| Entry::Target(Target::Partner(p)))
        } else if number >= self.initiatives {
            programme
                .initiative_refs()
                .nth(nth(self.initiatives))
                .map(|i| Entry::Target(Target::Initiative(i)))
        } else {
            programme.region_refs().nth(nth(0)).map(|r| Entry::Target(Target::Region(r)))
        }
    }
}

/// Scores targets for one query.
struct Scorer<'a> {
    programme: &'a Programme,
    numbers: &'a Numbers,
    /// For each word, what the names of other entries count for.
    memo: Vec<Map<(u32, Field), Option<u32>>>,
}

impl Scorer<'_> {
    /// The sum over all words; `None` if one isn't found.
    fn score(&mut self, words: &[Word], target: Target) -> Option<u32> {
        words.iter().enumerate().map(|(nth, word)| self.score_word(nth, word, Entry::Target(target))).sum()
    }

    fn score_word(&mut self, nth: usize, word: &Word, entry: Entry) -> Option<u32> {
        let mut best = None;
        entry.head(self.programme, &mut |piece| best = best.max(score(word, &piece)));
        let (programme, numbers, memo) = (self.programme, self.numbers, &mut self.memo[nth]);
        entry.references(programme, &mut |field, _, other| {
            if best.is_none_or(|best| best < usual(field)) {
                let name = memo.entry((numbers.number(other), field)).or_insert_with(|| {
                    let mut best = None;
                    other
                        .head(programme, &mut |piece| best = best.max(score(word, &piece.counted_as(field))));
                    best
                });
                best = best.max(*name);
            }
        });
        entry.body(programme, &mut |piece| {
            if best.is_none_or(|best| best < usual(piece.field)) {
                best = best.max(score(word, &piece));
            }
        });
        best
    }
}

/// Collects what stands where.
#[derive(Default)]
struct Builder {
    /// The places in `characters` by character, in every form that occurs.
    known: Map<char, u32>,
    characters: Vec<Character>,
    pairs: Map<(u32, u32), Postings>,
    tokens: Map<Box<str>, Postings>,
    token: String,
}

impl Builder {
    /// Adds a text to a slot; slots come in ascending order.
    fn add(&mut self, slot: u32, text: &str) {
        let mut previous = None;
        for c in text.chars() {
            if is_han(c) {
                self.end_token(slot);
                let character = self.character(c);
                if let Some(previous) = previous.replace(character) {
                    self.pairs.entry((previous, character)).or_default().push(slot);
                }
                continue;
            }
            if let Some(previous) = previous.take() {
                self.pairs.entry((previous, END)).or_default().push(slot);
            }
            match fold(c) {
                folded if folded.is_whitespace() => self.end_token(slot),
                folded => self.token.push(folded),
            }
        }
        if let Some(previous) = previous {
            self.pairs.entry((previous, END)).or_default().push(slot);
        }
        self.end_token(slot);
    }

    fn end_token(&mut self, slot: u32) {
        if self.token.is_empty() {
            return;
        }
        match self.tokens.get_mut(self.token.as_str()) {
            Some(postings) => postings.push(slot),
            None => self.tokens.entry(self.token.as_str().into()).or_default().push(slot),
        }
        self.token.clear();
    }

    fn character(&mut self, c: char) -> u32 {
        if let Some(&known) = self.known.get(&c) {
            return known;
        }
        let folded = fold(c);
        let id = match self.known.get(&folded) {
            Some(&known) => known,
            None => {
                self.characters.push(Character { folded, forms: Vec::new(), pairs_end: 0 });
                self.characters.len() as u32 - 1
            }
        };
        self.characters[id as usize].forms.push(c);
        self.known.insert(folded, id);
        self.known.insert(c, id);
        id
    }

    fn finish(mut self, programme: &Programme, numbers: Numbers) -> Index {
        let mut pairs: Vec<_> = std::mem::take(&mut self.pairs).into_iter().collect();
        pairs.sort_unstable_by_key(|(pair, _)| *pair);
        for (place, ((first, _), postings)) in pairs.iter_mut().enumerate() {
            postings.finish();
            self.characters[*first as usize].pairs_end = place + 1;
        }
        let mut tokens: Vec<_> = std::mem::take(&mut self.tokens).into_iter().collect();
        tokens.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let mut index = Index {
            characters: self.characters,
            pairs: pairs.into_iter().map(|((_, second), postings)| (second, postings)).collect(),
            tokens: String::new(),
            token_slots: Vec::with_capacity(tokens.len()),
            by_topic: lists(programme.topics.len()),
            by_partner: lists(programme.partners.len()),
            numbers,
        };
        for (token, mut postings) in tokens {
            postings.finish();
            index.token_slots.push((index.tokens.len(), postings));
            index.tokens.push_str(&token);
            index.tokens.push('\n');
        }
        for (initiative, number) in programme.initiatives.iter().zip(index.numbers.initiatives..) {
            index.by_topic[initiative.topic.index()].push(number);
            for partner in &initiative.partners {
                index.by_partner[partner.index()].push(number);
            }
        }
        index
    }
}

fn lists(count: usize) -> Vec<Postings> {
    (0..count).map(|_| Postings::default()).collect()
}
