//! Which slots may hold a word: exact for Latin tokens, for Han characters close to it.

use std::collections::BTreeMap;

use memchr::memmem;

use super::index::{END, Index};
use super::postings::{Bits, Postings};
use super::query::Word;
use crate::text::{Spelling, is_han};

/// The slots that may hold a word.
pub(super) struct Slots {
    /// As Han characters, typed so or spelled.
    pub(super) spelled: Bits,
    /// As the same characters, if not all of them are Han.
    pub(super) literal: Bits,
}

impl Slots {
    pub(super) fn all(&self) -> Bits {
        let mut all = self.spelled.clone();
        all.unite(&self.literal);
        all
    }
}

impl Index {
    /// The slots below `bound` that may hold a word; none that holds it is missing.
    pub(super) fn slots_of(&self, word: &Word, bound: usize) -> Slots {
        let none = || Bits::none(bound);
        let spelled = word.spelling.as_ref().map_or_else(none, |spelling| self.spelled(spelling, bound));
        let han = word.spelling.is_some() && word.folded.iter().all(|c| is_han(*c));
        let literal = if han { none() } else { self.literal(&word.folded, bound) };
        Slots { spelled, literal }
    }

    /// The slots that hold each run of Han and of other characters of a word.
    fn literal(&self, word: &[char], bound: usize) -> Bits {
        let runs = word.chunk_by(|a, b| is_han(*a) == is_han(*b)).map(|run| {
            if !is_han(run[0]) {
                return self.holding(&run.iter().collect::<String>(), bound);
            }
            let run = &run[..run.len().min(Spelling::MAX)];
            Spelling::of(run).map_or_else(|| Bits::none(bound), |run| self.spelled(&run, bound))
        });
        runs.reduce(|mut all, run| {
            all.cut(&run);
            all
        })
        .unwrap_or_else(|| Bits::none(bound))
    }

    /// The slots of all tokens in which a text stands.
    fn holding(&self, text: &str, bound: usize) -> Bits {
        let mut slots = Bits::none(bound);
        let mut next = 0;
        for at in memmem::find_iter(self.tokens.as_bytes(), text) {
            if at < next {
                continue;
            }
            let token = self.token_slots.partition_point(|(start, _)| *start <= at) - 1;
            slots.extend(self.token_slots[token].1.iter());
            next = self.token_slots.get(token + 1).map_or(usize::MAX, |(start, _)| *start);
        }
        slots
    }

    /// The slots that hold a chain of pairs of Han characters which a spelling can stand for.
    ///
    /// Goes through the places of the spelling; at each it knows with which characters it may have been reached,
    /// and in which slots.
    fn spelled(&self, spelling: &Spelling, bound: usize) -> Bits {
        let mut walk = Walk { found: Bits::none(bound), reached: vec![BTreeMap::new(); spelling.len()] };
        for first in 0..self.characters.len() {
            let places = self.step(spelling, first as u32, 0);
            if places & (1 << spelling.len()) != 0 {
                self.pairs_of(first).iter().for_each(|(_, slots)| walk.found.extend(slots.iter()));
            }
            for place in each_bit(places).take_while(|place| *place < spelling.len()) {
                for (second, slots) in self.pairs_of(first) {
                    walk.arrive(self.step(spelling, *second, place), *second, slots, None);
                }
            }
        }
        for place in 1..spelling.len() {
            for (character, within) in std::mem::take(&mut walk.reached[place]) {
                for (second, slots) in self.pairs_of(character as usize) {
                    walk.arrive(self.step(spelling, *second, place), *second, slots, Some(&within));
                }
            }
        }
        walk.found
    }

    fn pairs_of(&self, character: usize) -> &[(u32, Postings)] {
        let start = if character == 0 { 0 } else { self.characters[character - 1].pairs_end };
        &self.pairs[start..self.characters[character].pairs_end]
    }

    fn step(&self, spelling: &Spelling, character: u32, place: usize) -> u128 {
        if character == END {
            return 0;
        }
        // Whichever way it is written, the readings are the same.
        let folded = self.characters[character as usize].folded;
        spelling.step(folded, folded, place).any
    }
}

/// The state of [`Index::spelled`].
struct Walk {
    found: Bits,
    reached: Vec<BTreeMap<u32, Bits>>,
}

impl Walk {
    /// A character reaches these places, in these slots as far as they are among `within`.
    fn arrive(&mut self, places: u128, character: u32, slots: &Postings, within: Option<&Bits>) {
        for place in each_bit(places) {
            let among = slots.iter().filter(|slot| within.is_none_or(|within| within.contains(*slot)));
            if place == self.reached.len() {
                self.found.extend(among);
            } else {
                let bound = self.found.bound();
                self.reached[place].entry(character).or_insert_with(|| Bits::none(bound)).extend(among);
            }
        }
    }
}

fn each_bit(mut bits: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = bits.trailing_zeros();
        bits = bits.checked_sub(1)? & bits;
        Some(bit as usize)
    })
}
