//! Where a word stands in a text, and how it is written there.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use super::fields::{Field, body, head, references};
use super::query::{Query, Word};
use crate::programme::{Language, Programme, Record};
use crate::text::{PASSED, Reached, Spelling, fold, has_initial, is_han, is_within_word};

/// How a word stands for what it found, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// One letter for each Han character.
    Initials,
    /// Pinyin with at least one whole or begun syllable.
    Spelled,
    /// The same characters, after folding.
    Literal,
}

/// A place where a word was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// In bytes of the text.
    pub(super) range: Range<usize>,
    pub(super) how: How,
    /// It takes another reading of a character than the commonest.
    pub(super) rare: bool,
    /// It begins within a Latin word or a number.
    pub(super) inside: bool,
    /// As initials, it stands where nobody would look for it: it begins within a Chinese word, as `xn` in 培训内容,
    /// or goes on to the next item of a list.
    pub(super) astray: bool,
}

/// The places of a word in a text, those that overlap only once.
pub(super) fn places<'t>(word: &'t Word, text: &'t str) -> impl Iterator<Item = Found> + 't {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += passed(word.folded[0], &text[at..]);
            let c = text[at..].chars().next()?;
            let Some(place) = place(word, &text[at..], c) else {
                at += c.len_utf8();
                continue;
            };
            let range = at..at + place.length;
            at = range.end;
            return Some(found(text, range, place));
        }
    })
}

fn found(text: &str, range: Range<usize>, place: Place) -> Found {
    let before = text[..range.start].chars().next_back().map_or(' ', fold);
    let mut from = text[range.start..].chars().map(fold);
    let first = from.next().unwrap_or(' ');
    let inside = before.is_ascii_alphanumeric() && first.is_ascii_alphanumeric();
    let astray = place.how == How::Initials
        && (is_within_word(before, first, from.next()) || text[range.clone()].contains('、'));
    Found { range, how: place.how, rare: place.rare, inside, astray }
}

/// How many bytes at the beginning of a text are characters which no word begins with that begins with `first`: most of
/// a text is passed here, quickly.
fn passed(first: char, text: &str) -> usize {
    let latin = first.is_ascii();
    let spelled = has_initial(if first.is_ascii_lowercase() { first } else { 'a' });
    let begins = |c: char| match c {
        '\0'..='\x7f' => c.to_ascii_lowercase() == first,
        '一'..='\u{9fff}' => !latin || spelled(c),
        _ => true,
    };
    text.char_indices().find(|(_, c)| begins(*c)).map_or(text.len(), |(at, _)| at)
}

/// A word at the beginning of some text.
struct Place {
    /// In bytes.
    length: usize,
    how: How,
    rare: bool,
}

/// Whether the word stands at the beginning of `rest`, which begins with `first`.
fn place(word: &Word, rest: &str, first: char) -> Option<Place> {
    let folded = fold(first);
    if folded == word.folded[0]
        && let Some(length) = literal(&word.folded, rest)
    {
        return Some(Place { length, how: How::Literal, rare: false });
    }
    let spelling = word.spelling.as_ref()?;
    if spelling.begins(first, folded, 0) { spelled(spelling, rest) } else { None }
}

fn literal(word: &[char], rest: &str) -> Option<usize> {
    let mut characters = rest.char_indices();
    for &expected in word {
        let mut folded = characters.by_ref().map(|(_, c)| fold(c));
        if folded.find(|c| *c != PASSED)? != expected {
            return None;
        }
    }
    Some(characters.offset())
}

/// Follows every way to spell the Han characters that `rest` begins with; the fewest characters win.
fn spelled(spelling: &Spelling, rest: &str) -> Option<Place> {
    let end = 1 << spelling.len();
    let mut places = Reached { usual: 1, any: 1 };
    let mut count = 0;
    for (at, c) in rest.char_indices() {
        let folded = fold(c);
        if folded == PASSED {
            continue;
        }
        if places.any == 0 || !is_han(c) {
            return None;
        }
        count += 1;
        places = step(spelling, c, folded, places);
        if places.any & end != 0 {
            let how = if count == spelling.len() { How::Initials } else { How::Spelled };
            return Some(Place { length: at + c.len_utf8(), how, rare: places.usual & end == 0 });
        }
    }
    None
}

fn step(spelling: &Spelling, c: char, folded: char, places: Reached) -> Reached {
    let mut reached = Reached::default();
    let mut left = places.any;
    while left != 0 {
        let at = left.trailing_zeros() as usize;
        left &= left - 1;
        let next = spelling.step(c, folded, at);
        reached.any |= next.any;
        if places.usual & (1 << at) != 0 {
            reached.usual |= next.usual;
        }
    }
    reached
}

/// What of a text to highlight for a query, in bytes: ascending, apart, on grapheme borders.
///
/// Initials that have gone astray are left out where the word stands in the text otherwise.
pub fn highlights(text: &str, query: &Query) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for word in query.words() {
        let found: Vec<Found> = places(word, text).collect();
        let astray = found.iter().all(|found| found.astray);
        let shown = found.into_iter().filter(|found| astray || !found.astray);
        all.extend(shown.map(|found| whole_graphemes(text, found.range)));
    }
    all.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(all.len());
    for range in all {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// The range widened to the grapheme borders around it.
fn whole_graphemes(text: &str, range: Range<usize>) -> Range<usize> {
    let border = |at: usize| {
        let cursor = || GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0);
        text.is_char_boundary(at) && cursor().unwrap_or(true)
    };
    let (mut start, mut end) = (range.start, range.end);
    while !border(start) {
        start -= 1;
    }
    while !border(end) {
        end += 1;
    }
    start..end
}

/// A text by which a target was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<'p> {
    pub field: Field,
    /// Which one of the field's texts, from 0: the third measure is 2.
    pub nth: usize,
    pub language: Language,
    pub text: &'p str,
    /// What of the text to highlight, as [`highlights`] has it; never empty.
    pub ranges: Vec<Range<usize>>,
}

/// Every text of a record, its own and the names that count for it, in which a word of the query stands.
pub fn matches<'p>(programme: &'p Programme, query: &Query, record: Record) -> Vec<Match<'p>> {
    let mut matches = Vec::new();
    let mut look = |field: Field, nth: usize, language: Language, text: &'p str| {
        let ranges = highlights(text, query);
        if !ranges.is_empty() {
            matches.push(Match { field, nth, language, text, ranges });
        }
    };
    head(record, programme, &mut |p| look(p.field, p.nth, p.language, p.text));
    references(record, programme, &mut |field, nth, other| {
        head(other, programme, &mut |p| look(field, nth, p.language, p.text));
    });
    body(record, programme, &mut |p| look(p.field, p.nth, p.language, p.text));
    matches
}
