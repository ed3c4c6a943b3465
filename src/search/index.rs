//! The index: where in a programme each pair of Han characters and each Latin token stands.
//!
//! It holds no text of an entry, only lists of numbers; what they propose is looked up in the programme.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::fields::{body, head};
use super::numbers::Numbers;
use super::postings::Postings;
use crate::programme::Programme;
use crate::text::{PASSED, fold, is_han};

pub(super) type Map<K, V> = HashMap<K, V, FixedState>;

/// Stands in the second place of a pair where a run of Han characters ends.
pub(super) const END: u32 = u32::MAX;

/// Where to look for the words of a query in one programme.
#[derive(Debug)]
pub struct Index {
    pub(super) numbers: Numbers,
    /// Every Han character of the programme, folded; a pair refers to it by its place here.
    pub(super) characters: Vec<Character>,
    /// Which slots hold two Han characters in a row: the second one, ordered by the first.
    pub(super) pairs: Vec<(u32, Postings)>,
    /// Every run of other characters between blanks, folded, less the marks passed over, a line each; ordered.
    pub(super) tokens: String,
    /// Where each token begins in `tokens`, and the slots that hold it.
    pub(super) token_slots: Vec<(usize, Postings)>,
}

/// A Han character that occurs.
#[derive(Debug)]
pub(super) struct Character {
    pub(super) folded: char,
    /// Where its pairs end; they begin where those of the character before it end.
    pub(super) pairs_end: usize,
}

impl Index {
    /// Indexes a programme; takes about 20 µs an initiative.
    pub fn build(programme: &Programme) -> Self {
        let numbers = Numbers::of(programme);
        let mut builder = Builder::default();
        for (number, entry) in numbers.each() {
            head(entry, programme, &mut |piece| builder.add(number, piece.text));
        }
        for (number, entry) in numbers.each() {
            body(entry, programme, &mut |piece| builder.add(numbers.bound() + number, piece.text));
        }
        builder.finish(numbers)
    }
}

/// Collects what stands where.
#[derive(Default)]
struct Builder {
    /// The places in `characters` by character.
    known: Map<char, u32>,
    characters: Vec<Character>,
    pairs: Map<u64, Postings>,
    tokens: Map<Box<str>, Postings>,
    /// The text that was added last, folded, and its slot.
    last: (u32, String),
    folded: String,
}

impl Builder {
    /// Adds a text to a slot; slots come in ascending order.
    fn add(&mut self, slot: u32, text: &str) {
        let mut folded = std::mem::take(&mut self.folded);
        folded.clear();
        folded.extend(text.chars().map(fold).filter(|c| *c != PASSED));
        // In the other script a text mostly says nothing new.
        if (slot, &folded) != (self.last.0, &self.last.1) {
            folded.split_whitespace().for_each(|run| self.add_run(slot, run));
        }
        self.folded = std::mem::replace(&mut self.last, (slot, folded)).1;
    }

    /// Adds what stands between blanks.
    fn add_run(&mut self, slot: u32, run: &str) {
        // Where the characters after the last Han one begin.
        let mut token = 0;
        let mut previous = None;
        for (at, c) in run.char_indices() {
            if is_han(c) {
                self.add_token(slot, &run[token..at]);
                token = at + c.len_utf8();
                let character = self.character(c);
                if let Some(previous) = previous.replace(character) {
                    self.add_pair(slot, previous, character);
                }
            } else if let Some(previous) = previous.take() {
                self.add_pair(slot, previous, END);
            }
        }
        self.add_token(slot, &run[token..]);
        if let Some(previous) = previous {
            self.add_pair(slot, previous, END);
        }
    }

    fn add_pair(&mut self, slot: u32, first: u32, second: u32) {
        self.pairs.entry(u64::from(first) << 32 | u64::from(second)).or_default().push(slot);
    }

    fn add_token(&mut self, slot: u32, token: &str) {
        if token.is_empty() {
            return;
        }
        match self.tokens.get_mut(token) {
            Some(postings) => postings.push(slot),
            None => self.tokens.entry(token.into()).or_default().push(slot),
        }
    }

    fn character(&mut self, folded: char) -> u32 {
        *self.known.entry(folded).or_insert_with(|| {
            self.characters.push(Character { folded, pairs_end: 0 });
            self.characters.len() as u32 - 1
        })
    }

    fn finish(mut self, numbers: Numbers) -> Index {
        let mut pairs: Vec<_> = std::mem::take(&mut self.pairs).into_iter().collect();
        pairs.sort_unstable_by_key(|(pair, _)| *pair);
        for (place, (pair, postings)) in pairs.iter_mut().enumerate() {
            postings.finish();
            self.characters[(*pair >> 32) as usize].pairs_end = place + 1;
        }
        let mut tokens: Vec<_> = std::mem::take(&mut self.tokens).into_iter().collect();
        tokens.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let mut index = Index {
            characters: self.characters,
            pairs: pairs.into_iter().map(|(pair, postings)| (pair as u32, postings)).collect(),
            tokens: String::new(),
            token_slots: Vec::with_capacity(tokens.len()),
            numbers,
        };
        for (token, mut postings) in tokens {
            postings.finish();
            index.token_slots.push((index.tokens.len(), postings));
            index.tokens.push_str(&token);
            index.tokens.push('\n');
        }
        index
    }
}
