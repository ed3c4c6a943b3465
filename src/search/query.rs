//! A query: its words, folded, and what each may spell.

use crate::text::{Spelling, fold, is_unsafe};

/// What was typed, as words that must all be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<Word>,
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its characters, folded; never empty.
    pub(super) folded: Vec<char>,
    /// What it may spell of a run of Han characters.
    pub(super) spelling: Option<Spelling>,
}

impl Query {
    /// Parses what was typed: words between blanks, of any width. Nothing that is typed is an error.
    pub fn parse(typed: &str) -> Self {
        let folded: String = typed.chars().filter_map(folded).collect();
        let mut words: Vec<Word> = Vec::new();
        for word in folded.split_whitespace().map(Word::of) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
        Self { words }
    }

    /// Whether nothing was typed but blanks; such a query finds nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }
}

impl Word {
    fn of(folded: &str) -> Self {
        let folded: Vec<char> = folded.chars().collect();
        Self { spelling: Spelling::of(&folded), folded }
    }
}

/// A character of a query, folded; none for what can't be seen or composes with another one.
///
/// Controls part words as blanks do: a pasted query may hold a line break.
fn folded(c: char) -> Option<char> {
    match c {
        '\u{300}'..='\u{36f}' => None,
        _ if c.is_control() => Some(' '),
        _ if is_unsafe(c) => None,
        _ => Some(fold(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[test]
    fn words_are_folded() {
        let same = |a, b| assert_eq!(Query::parse(a), Query::parse(b), "{a} {b}");
        same("西寧　ＡＩ", " 西宁 ai ");
        same("Xīníng", "xining");
        same("Xi\u{304}ni\u{301}ng", "xining");
        same("xn xn", "xn");
        same("西\u{200b}宁\nxn\u{1b}", "西宁 xn");
        assert!(Query::parse(" \u{3000}\t").is_empty());
    }
}
