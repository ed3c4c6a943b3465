//! What an index is asked: the records that may hold a query, which are then ranked.

use super::candidates::Slots;
use super::index::Index;
use super::postings::Bits;
use super::query::Query;
use super::rank::{Hit, May, Part, rank};
use crate::programme::{Kind, Programme, Record};

/// How many records of a kind are looked at for one query, the most promising first, so that a search through
/// a million answers within a keystroke.
const LOOKED_AT: usize = 2000;

impl Index {
    /// What a query finds in the programme that was indexed, `limit` at most, the best first.
    ///
    /// Only records that `within` admits count. Equally good ones come in the order of records.
    pub fn search(
        &self,
        programme: &Programme,
        query: &Query,
        limit: usize,
        within: impl Fn(Record) -> bool,
    ) -> Vec<Hit> {
        let bound = self.numbers.bound();
        let words: Vec<Slots> =
            query.words().iter().map(|word| self.slots_of(word, 2 * bound as usize)).collect();
        let mut left = [LOOKED_AT; Kind::ALL.len()];
        let look_at = |record: &Record| {
            let left = &mut left[record.kind() as usize];
            let look_at = *left > 0 && within(*record);
            *left -= usize::from(look_at);
            look_at
        };
        let promising = self.promising(programme, &words).map(|number| self.numbers.record(number));
        rank(programme, query, limit, promising.filter(look_at), |nth, record, part| {
            let number = self.numbers.number(record);
            let slot = if part == Part::Head { number } else { bound + number };
            words[nth].may_hold(slot, query.words()[nth].is_letter())
        })
    }

    /// The records that may hold all words: in their heads, then in names that count for them, then anywhere.
    fn promising(&self, programme: &Programme, words: &[Slots]) -> impl Iterator<Item = u32> + use<> {
        let classes = words.iter().map(|slots| self.classes(programme, slots));
        let all = classes.reduce(|mut all, one| {
            all.iter_mut().zip(&one).for_each(|(all, one)| all.cut(one));
            all
        });
        let [own, mut named, mut any] = all.unwrap_or_else(|| [0; 3].map(Bits::none));
        any.remove(&named);
        named.remove(&own);
        own.into_numbers().chain(named.into_numbers()).chain(any.into_numbers())
    }

    /// The records that may hold a word in their head, there or in a name that counts for them, or anywhere.
    fn classes(&self, programme: &Programme, slots: &Slots) -> [Bits; 3] {
        let (own, body) = slots.all().split(self.numbers.bound() as usize);
        let mut named = own.clone();
        for number in own.iter() {
            self.count_name(programme, self.numbers.record(number), &mut named);
        }
        let mut any = named.clone();
        any.unite(&body);
        [own, named, any]
    }

    /// Adds to `numbers` the records for which the name of one counts: `references` the other way round.
    fn count_name(&self, programme: &Programme, record: Record, numbers: &mut Bits) {
        match record {
            Record::Programme | Record::Initiative(_) => return,
            Record::Place(place) => {
                return numbers.extend(programme.partners_of(place).iter().map(|&p| self.numbers.number(p)));
            }
            Record::Zone(zone) => {
                numbers.extend(programme.regions_of(zone).iter().map(|&r| self.numbers.number(r)));
            }
            _ => {}
        }
        numbers.extend(programme.initiatives_of(record).iter().map(|&i| self.numbers.number(i)));
    }
}

impl Slots {
    /// Whether a word may stand in a slot; `letter` says that it is one letter.
    fn may_hold(&self, slot: u32, letter: bool) -> May {
        match (self.literal.contains(slot), self.spelled.contains(slot)) {
            (false, false) => May::Not,
            (false, true) if letter => May::Initial,
            _ => May::Any,
        }
    }
}
