//! The search itself: the index proposes entries, these are scored, the best come first.

use std::cmp::Reverse;

use super::candidates::Slots;
use super::fields::{Field, body, head, references};
use super::index::{Index, Map};
use super::postings::Bits;
use super::query::{Query, Word};
use super::score::{BRIEF, is_brief, score, usual};
use crate::programme::{Programme, Record};

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub record: Record,
    /// Higher is better; comparable within one query only.
    pub score: u32,
}

/// How many entries of a kind are looked at for one query, the most promising first, so that a search through
/// a million answers within a keystroke.
const LOOKED_AT: usize = 2000;

/// A word of the query being searched.
struct Wanted<'q> {
    word: &'q Word,
    slots: Slots,
    /// What the names of other entries count for, by their number.
    names: Map<(u32, Field), Option<u32>>,
}

impl Index {
    /// What a query finds in the programme that was indexed, `limit` at most, the best first.
    ///
    /// Only records that `within` admits count. Equally good ones come in the order region, initiative, partner,
    /// then in the programme's.
    pub fn search(
        &self,
        programme: &Programme,
        query: &Query,
        limit: usize,
        within: impl Fn(Record) -> bool,
    ) -> Vec<Hit> {
        let bound = self.numbers.bound() as usize;
        let want = |word| Wanted { word, slots: self.slots_of(word, 2 * bound), names: Map::default() };
        let mut wanted: Vec<Wanted> = query.words().iter().map(want).collect();
        let mut left = [LOOKED_AT; 3];
        let mut hits = Vec::new();
        for number in self.promising(programme, &wanted) {
            let record = self.numbers.entry(number);
            let left = match record {
                Record::Region(_) => &mut left[0],
                Record::Initiative(_) => &mut left[1],
                Record::Partner(_) => &mut left[2],
                _ => continue,
            };
            if *left == 0 || !within(record) {
                continue;
            }
            *left -= 1;
            let score =
                wanted.iter_mut().map(|wanted| self.score(programme, wanted, number)).sum::<Option<_>>();
            hits.extend(score.map(|score| Hit { record, score }));
        }
        hits.sort_by_key(|hit| (Reverse(hit.score), hit.record));
        hits.truncate(limit);
        hits
    }

    /// The entries that may hold all words: in their heads, then in names that count for them, then anywhere.
    fn promising(&self, programme: &Programme, wanted: &[Wanted]) -> impl Iterator<Item = u32> + use<> {
        let classes = wanted.iter().map(|wanted| self.classes(programme, &wanted.slots));
        let all = classes.reduce(|mut all, one| {
            all.iter_mut().zip(&one).for_each(|(all, one)| all.cut(one));
            all
        });
        let [own, mut named, mut any] = all.unwrap_or_else(|| [0; 3].map(Bits::none));
        any.remove(&named);
        named.remove(&own);
        own.into_numbers().chain(named.into_numbers()).chain(any.into_numbers())
    }

    /// The entries that may hold a word in their head, there or in a name that counts for them, or anywhere.
    fn classes(&self, programme: &Programme, slots: &Slots) -> [Bits; 3] {
        let (own, body) = slots.all().split(self.numbers.bound() as usize);
        let mut named = own.clone();
        for number in own.iter() {
            self.count_name(programme, number, &mut named);
        }
        let mut any = named.clone();
        any.unite(&body);
        [own, named, any]
    }

    /// Adds to `entries` those for which the name of an entry counts.
    fn count_name(&self, programme: &Programme, number: u32, entries: &mut Bits) {
        let record = self.numbers.entry(number);
        if let Record::Zone(zone) = record {
            programme.regions_of(zone).iter().for_each(|&r| entries.insert(self.numbers.number(r.into())));
        }
        if !matches!(record, Record::Initiative(_)) {
            let of = programme.initiatives_of(record);
            entries.extend(of.iter().map(|&initiative| self.numbers.of_initiative(initiative)));
        }
    }

    /// How good the best place of a word in an entry is.
    fn score(&self, programme: &Programme, wanted: &mut Wanted, number: u32) -> Option<u32> {
        let Wanted { word, slots, names } = wanted;
        let entry = self.numbers.entry(number);
        let mut best = None;
        if slots.contain(number) {
            head(entry, programme, &mut |piece| best = best.max(score(word, &piece)));
        }
        references(entry, programme, &mut |field, _, other| {
            let number = self.numbers.number(other);
            if slots.contain(number) && best.is_none_or(|best| best < usual(field)) {
                let name = names.entry((number, field)).or_insert_with(|| {
                    let mut best = None;
                    head(other, programme, &mut |piece| {
                        best = best.max(score(word, &piece.counted_as(field)))
                    });
                    best
                });
                best = best.max(*name);
            }
        });
        let slot = self.numbers.bound() + number;
        if slots.contain(slot) {
            let brief = is_brief(word) && !slots.literal.contains(slot);
            body(entry, programme, &mut |piece| {
                let most = if brief { BRIEF } else { usual(piece.field) };
                if best.is_none_or(|best| best < most) {
                    best = best.max(score(word, &piece));
                }
            });
        }
        best
    }
}
