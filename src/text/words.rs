//! Where words of Chinese begin, as far as common words of two characters tell.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

/// By the first character of words, what follows it in them.
static WORDS: LazyLock<HashMap<char, &str, FixedState>> = LazyLock::new(|| {
    let lines = include_str!("words.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.chars().next().map(|first| (first, &line[first.len_utf8()..]))).collect()
});

/// Whether a character begins within a word: one that the character before it begins, and that doesn't end in
/// favour of a word which it begins itself. All are folded.
pub(crate) fn is_within_word(before: char, c: char, after: Option<char>) -> bool {
    let is_word = |first, second| WORDS.get(&first).is_some_and(|seconds| seconds.contains(second));
    is_word(before, c) && !after.is_some_and(|after| is_word(c, after))
}

#[cfg(test)]
mod tests {
    use super::is_within_word;

    #[test]
    fn where_words_begin() {
        for (text, within) in
            [("培训内", true), ("江西宁", false), ("和西宁", false), ("西宁", true), ("的新能", false)]
        {
            let characters: Vec<char> = text.chars().collect();
            assert_eq!(
                is_within_word(characters[0], characters[1], characters.get(2).copied()),
                within,
                "{text}"
            );
        }
    }
}
