//! How good a hit is: which field, whether all of it or its beginning, how it was written, how short the field is.

use super::fields::{Field, Piece};
use super::matching::{Found, How, places};
use super::query::Word;
use crate::text::{PASSED, fold, is_han};

/// What one step of rank is worth; what counts within a rank stays below it.
const RANK: u32 = 1000;

/// The most that a text of the field counts for as a rule; where more is already found, looking is in vain.
pub(super) fn usual(field: Field) -> u32 {
    RANK * match field {
        Field::Name => 80,
        Field::Title => 70,
        Field::Person | Field::Region | Field::Zone | Field::Topic | Field::Partner => 60,
        Field::Summary => 40,
        Field::Profile | Field::Measure | Field::Figure | Field::Role => 30,
        Field::Place | Field::Aim | Field::Issuer => 30,
    }
}

/// What initials of a letter or two count for in what is said about a record, wherever they stand.
pub(super) const BRIEF: u32 = 10 * RANK;

/// Whether a word is so short that, as initials, it may stand for anything.
fn is_brief(word: &Word) -> bool {
    word.folded.len() <= 2 && word.folded.iter().any(char::is_ascii_lowercase)
}

/// How many places of a word in one text are compared.
const LOOKED_AT: usize = 4;

/// How much a text counts for a word; `None` where the word isn't in it.
pub(super) fn score(word: &Word, piece: &Piece) -> Option<u32> {
    let mut best = None;
    let mut looked_at = 0;
    for found in places(word, piece.text) {
        best = best.max(Some(score_place(word, piece, &found)));
        looked_at += usize::from(!found.astray);
        if looked_at == LOOKED_AT {
            break;
        }
    }
    best
}

fn score_place(word: &Word, piece: &Piece, found: &Found) -> u32 {
    let begins = piece.text[..found.range.start].chars().all(|c| fold(c) == PASSED);
    let whole = begins && is_suffix(piece.text[found.range.end..].trim_start_matches(|c| fold(c) == PASSED));
    let brief = found.how == How::Initials && is_brief(word);
    let rank = match piece.field {
        Field::Name | Field::Title | Field::Person if whole => 90,
        Field::Name if begins => 80,
        Field::Name if brief => 35,
        Field::Name => 70,
        Field::Title if brief => 35,
        Field::Region | Field::Person if brief && begins => 60,
        Field::Person | Field::Region | Field::Zone | Field::Topic | Field::Partner if brief => 20,
        _ if brief => BRIEF / RANK,
        field => usual(field) / RANK,
    };
    // Below every match at the beginning of a word.
    let rank = if found.inside { rank / 3 } else { rank };
    let rank = match (found.rare, rank) {
        (false, rank) => rank,
        // 单县 is shanxian: still a whole name.
        (true, 90) => 85,
        (true, rank) => rank * 3 / 4,
    };
    let rank = if found.astray { 1 } else { rank };
    if rank * RANK == BRIEF {
        return BRIEF;
    }
    let how = match found.how {
        How::Literal => 600,
        How::Spelled => 400,
        How::Initials => 200,
    };
    let start = if begins { 100 } else { 0 };
    // A whole name is that, with 市 or without.
    let length = if whole { 0 } else { piece.text.len() };
    let short = 99 - u32::try_from(length / 3).unwrap_or(99).min(99);
    rank * RANK + how + start + short
}

/// Whether what follows a match leaves it a whole name: nothing, or the kind of place.
fn is_suffix(rest: &str) -> bool {
    let mut characters = rest.chars();
    match (characters.next(), characters.next()) {
        (None, _) => true,
        (Some(kind), None) => is_han(kind) && "市州省县区镇乡".contains(fold(kind)),
        _ => matches!(rest, " City" | " Prefecture" | " County" | " Province"),
    }
}
