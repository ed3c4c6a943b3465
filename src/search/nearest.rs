//! What to offer where nothing was found.

use super::fields::head;
use super::query::Query;
use crate::programme::{Kind, Language, Programme, Record};
use crate::text::{fold, readings};

/// How many entries are compared; more would be felt at a keystroke.
const COMPARED: usize = 10_000;

/// How alike a name must be, as a part of its length.
const LEAST: f64 = 0.6;

/// Longer queries are no misspelt names, and comparing takes time by the square of the length.
const LONGEST: usize = 32;

/// The record with the name, or with a person's, that was most likely meant.
///
/// Compares by edits what was typed and how each name begins, as it stands and in pinyin; `None` if nothing comes
/// near.
pub fn nearest(programme: &Programme, query: &Query) -> Option<Record> {
    let words = query.words().iter().flat_map(|word| &word.folded);
    let typed: Vec<char> = words.copied().filter(|c| c.is_alphanumeric()).collect();
    if typed.is_empty() || typed.len() > LONGEST {
        return None;
    }
    let records = Kind::ALL.into_iter().flat_map(|kind| programme.records(kind));
    let mut best = (LEAST, None);
    let mut name = Vec::new();
    for record in records.take(COMPARED) {
        head(record, programme, &mut |piece| {
            let mut compare = |spell: fn(&str, usize, &mut Vec<char>)| {
                spell(piece.text, typed.len() + 1, &mut name);
                let likeness = likeness(&typed, &name, best.0);
                if likeness > best.0 {
                    best = (likeness, Some(record));
                }
            };
            compare(plain);
            if piece.language == Language::ZhHans {
                compare(spelled);
            }
        });
    }
    best.1
}

/// From 0 to 1: how much of what was typed stands in the beginning of a name; 0 if that isn't above `least`.
fn likeness(typed: &[char], name: &[char], least: f64) -> f64 {
    let beginnings = [typed.len(), typed.len() + 1].map(|length| &name[..name.len().min(length)]);
    let of = |beginning: &[char]| {
        let longer = typed.len().max(beginning.len());
        if shared(typed, beginning) as f64 <= least * longer as f64 {
            return 0.0;
        }
        1.0 - strsim::generic_damerau_levenshtein(typed, beginning) as f64 / longer as f64
    };
    beginnings.map(of).into_iter().fold(0.0, f64::max)
}

/// How many characters two texts share at most, wherever they stand: what edits can't make up for.
fn shared(a: &[char], b: &[char]) -> usize {
    let mut counts = [0u8; 64];
    a.iter().for_each(|c| counts[*c as usize % 64] += 1);
    let mut take = |c: &&char| {
        let count = &mut counts[**c as usize % 64];
        let some = *count > 0;
        *count -= u8::from(some);
        some
    };
    b.iter().filter(&mut take).count()
}

/// The letters and digits of a name, folded, `most` at most.
fn plain(name: &str, most: usize, letters: &mut Vec<char>) {
    letters.clear();
    letters.extend(name.chars().map(fold).filter(|c| c.is_alphanumeric()).take(most));
}

/// The same with the first reading of each Han character.
fn spelled(name: &str, most: usize, letters: &mut Vec<char>) {
    letters.clear();
    for c in name.chars().take(most) {
        match readings(c).next() {
            Some(reading) => letters.extend(reading.chars().map(fold)),
            None if c.is_alphanumeric() => letters.push(fold(c)),
            None => {}
        }
    }
    letters.truncate(most);
}
