//! The nearest of some known words to one that is unknown: what “did you mean” says.

/// Longer words are nobody's typing errors, and comparing takes time by the square of the length.
const MAX_BYTES: usize = 64;

/// The known word most like `word` (Jaro–Winkler, case aside), if any is alike.
pub fn nearest<T: AsRef<str>>(word: &str, known: impl IntoIterator<Item = T>) -> Option<T> {
    if word.len() > MAX_BYTES {
        return None;
    }
    let word = word.to_lowercase();
    let alike = |known: &T| strsim::jaro_winkler(&word, &known.as_ref().to_lowercase());
    known
        .into_iter()
        .filter(|known| known.as_ref().len() <= MAX_BYTES)
        .map(|known| (alike(&known), known))
        .filter(|&(alike, _)| alike > 0.75)
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word() {
        let regions = ["xining", "haidong", "haixi", "hainan", "haibei", "yushu", "golog", "huangnan"];
        let table = [
            ("xinning", Some("xining")),
            ("XINING", Some("xining")),
            ("guolog", Some("golog")),
            ("hunagnan", Some("huangnan")),
            ("beijing", None),
            ("", None),
        ];
        for (word, found) in table {
            assert_eq!(nearest(word, regions), found, "{word}");
        }
    }
}
