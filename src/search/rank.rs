//! Ranking: records are looked up and scored, the best come first. Who proposes them is not decided here.

use std::cmp::Reverse;

use super::fields::{Field, body, head, references};
use super::index::Map;
use super::query::{Query, Word};
use super::score::{BRIEF, score, usual};
use crate::programme::{Kind, Programme, Record};

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub record: Record,
    /// Higher is better; comparable within one query only.
    pub score: u32,
}

/// The texts of a record that are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Head,
    Body,
}

/// Whether a word may stand in a part of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum May {
    Not,
    /// As one letter, the initial of Han characters.
    Initial,
    Any,
}

/// What a query finds without an index, `limit` at most, the best first: what [`Index::search`](super::Index::search)
/// finds, in less time than it takes to build one.
///
/// Only records that `within` admits count.
pub fn search(
    programme: &Programme,
    query: &Query,
    limit: usize,
    within: impl Fn(Record) -> bool,
) -> Vec<Hit> {
    let all = Kind::ALL.into_iter().flat_map(|kind| programme.records(kind));
    rank(programme, query, limit, all.filter(|record| within(*record)), |_, _, _| May::Any)
}

/// The candidates that hold all words of a query, `limit` at most, the best first; equally good ones in the order of
/// records. `may_hold` says what is known without reading of the word at a place in the query.
pub(super) fn rank(
    programme: &Programme,
    query: &Query,
    limit: usize,
    candidates: impl Iterator<Item = Record>,
    may_hold: impl Fn(usize, Record, Part) -> May,
) -> Vec<Hit> {
    let mut words: Vec<Ranked> = query.words().iter().map(Ranked::of).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let hit = |record| {
        let each = words.iter_mut().enumerate();
        let scores =
            each.map(|(nth, word)| word.score(programme, record, |record, part| may_hold(nth, record, part)));
        scores.sum::<Option<_>>().map(|score| Hit { record, score })
    };
    let mut hits: Vec<Hit> = candidates.filter_map(hit).collect();
    hits.sort_by_key(|hit| (Reverse(hit.score), hit.record));
    hits.truncate(limit);
    hits
}

/// A word of the query that is being ranked.
struct Ranked<'q> {
    word: &'q Word,
    /// What the names of other records count for.
    names: Map<(Record, Field), Option<u32>>,
}

impl<'q> Ranked<'q> {
    fn of(word: &'q Word) -> Self {
        Self { word, names: Map::default() }
    }

    /// How good the best place of the word in a record is.
    fn score(
        &mut self,
        programme: &Programme,
        record: Record,
        may_hold: impl Fn(Record, Part) -> May,
    ) -> Option<u32> {
        let Self { word, names } = self;
        let mut best = None;
        if may_hold(record, Part::Head) != May::Not {
            head(record, programme, &mut |piece| best = best.max(score(word, &piece)));
        }
        references(record, programme, &mut |field, _, other| {
            if best.is_none_or(|best| best < usual(field)) && may_hold(other, Part::Head) != May::Not {
                let name = names.entry((other, field)).or_insert_with(|| name(programme, word, field, other));
                best = best.max(*name);
            }
        });
        let may = may_hold(record, Part::Body);
        if may != May::Not {
            body(record, programme, &mut |piece| {
                let most = if may == May::Initial { BRIEF } else { usual(piece.field) };
                if best.is_none_or(|best| best < most) {
                    best = best.max(score(word, &piece));
                }
            });
        }
        best
    }
}

/// How much the name of a record counts as a field of another one.
fn name(programme: &Programme, word: &Word, field: Field, record: Record) -> Option<u32> {
    let mut best = None;
    head(record, programme, &mut |piece| best = best.max(score(word, &piece.counted_as(field))));
    best
}
