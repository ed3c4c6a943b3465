//! Where words of Chinese begin, as far as common words of two characters tell.

use std::sync::LazyLock;

/// Both characters of each word in one number, ascending.
static WORDS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let lines = include_str!("words.txt").lines().filter(|line| !line.starts_with('#'));
    let words = lines.flat_map(|line| {
        let mut characters = line.chars();
        let first = characters.next().unwrap_or_default();
        characters.map(move |second| key(first, second))
    });
    words.collect()
});

fn key(first: char, second: char) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// Whether a character begins within a word: one that the character before it begins, and that doesn't end in
/// favour of a word which it begins itself. All are folded.
pub(crate) fn is_within_word(before: char, c: char, after: Option<char>) -> bool {
    let is_word = |first, second| WORDS.binary_search(&key(first, second)).is_ok();
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

    #[test]
    fn the_table_is_in_order() {
        assert!(super::WORDS.len() > 20_000 && super::WORDS.is_sorted_by(|a, b| a < b));
    }
}
