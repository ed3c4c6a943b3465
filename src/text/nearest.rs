//! The nearest of some known words to one that is unknown: what “did you mean” says.

/// Longer words are nobody's typing errors, and comparing takes time by the square of the length.
const MAX_BYTES: usize = 64;

/// The known words that are like `word` (Jaro–Winkler, case aside), the most alike first.
pub fn nearest<T: AsRef<str>>(word: &str, known: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
    let word = word.to_lowercase();
    let alike = |known: &T| strsim::jaro_winkler(&word, &known.as_ref().to_lowercase());
    let comparable = |text: &str| text.len() <= MAX_BYTES;
    let mut near: Vec<_> = known
        .into_iter()
        .filter(|known| comparable(&word) && comparable(known.as_ref()))
        .map(|known| (alike(&known), known))
        .filter(|&(alike, _)| alike > 0.75)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.into_iter().map(|(_, known)| known)
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
            assert_eq!(nearest(word, regions).next(), found, "{word}");
        }
    }
}
