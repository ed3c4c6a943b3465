//! Cutting and padding a text to columns.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::WidthPolicy;

/// The text if it fits into `columns`, otherwise its beginning and the ellipsis, never wider than `columns`.
///
/// Where not even the ellipsis fits, as much of it as does.
pub fn truncate<'a>(text: &'a str, columns: usize, policy: WidthPolicy, ellipsis: &str) -> Cow<'a, str> {
    if fits(text, columns, policy) {
        return Cow::Borrowed(text);
    }
    let (ellipsis, taken) = prefix(ellipsis, columns, policy);
    let (head, _) = prefix(text, columns - taken, policy);
    Cow::Owned([head.trim_end_matches(' '), ellipsis].concat())
}

/// The text with spaces after it up to `columns`; a wider one as it is.
pub fn pad(text: &str, columns: usize, policy: WidthPolicy) -> String {
    let blank = columns.saturating_sub(policy.columns(text));
    format!("{text}{:blank$}", "")
}

/// The text with spaces before it up to `columns`, as numbers stand in a table; a wider one as it is.
pub fn pad_left(text: &str, columns: usize, policy: WidthPolicy) -> String {
    let blank = columns.saturating_sub(policy.columns(text));
    format!("{:blank$}{text}", "")
}

/// The text in exactly `columns`: truncated, then padded, so that a cell that half a wide glyph would have
/// taken is a space.
pub fn fit(text: &str, columns: usize, policy: WidthPolicy, ellipsis: &str) -> String {
    pad(&truncate(text, columns, policy, ellipsis), columns, policy)
}

/// What shows of a text in a window of `columns` that is scrolled by `skip` columns.
///
/// A wide glyph cut by the left edge leaves a space, so that what follows keeps its column; one cut by the
/// right edge is left out.
pub fn clip(text: &str, skip: usize, columns: usize, policy: WidthPolicy) -> Cow<'_, str> {
    let mut left = 0;
    let mut start = text.len();
    for (at, grapheme) in text.grapheme_indices(true) {
        if left >= skip {
            start = at;
            break;
        }
        left += policy.grapheme(grapheme);
    }
    let half = left.saturating_sub(skip).min(columns);
    let (shown, _) = prefix(&text[start..], columns - half, policy);
    if half == 0 { Cow::Borrowed(shown) } else { Cow::Owned(format!("{:half$}{shown}", "")) }
}

/// The longest beginning of whole graphemes that fits into `columns`, and its own columns.
fn prefix(text: &str, columns: usize, policy: WidthPolicy) -> (&str, usize) {
    let (mut taken, mut at) = (0, 0);
    for (cluster, own) in policy.clusters(text) {
        if taken + own > columns {
            return (&text[..at], taken);
        }
        taken += own;
        at += cluster.len();
    }
    (text, taken)
}

fn fits(text: &str, columns: usize, policy: WidthPolicy) -> bool {
    prefix(text, columns, policy).0.len() == text.len()
}

#[cfg(test)]
mod tests {
    use super::super::WidthPolicy::{Narrow, Wide};
    use super::*;

    #[test]
    fn truncated_to_columns() {
        // (text, columns, narrow, wide)
        let table = [
            ("西宁市", 6, "西宁市", "西宁市"),
            ("西宁市", 5, "西宁…", "西…"),
            ("西宁市", 4, "西…", "西…"),
            ("西宁市", 2, "…", "…"),
            ("西宁市", 1, "…", ""),
            ("西宁市", 0, "", ""),
            ("“两区”", 6, "“两区”", "“两…"),
            ("one two", 5, "one…", "one…"),
            ("e\u{301}e\u{301}e\u{301}e\u{301}", 3, "e\u{301}e\u{301}…", "e\u{301}…"),
        ];
        for (text, columns, narrow, wide) in table {
            assert_eq!(truncate(text, columns, Narrow, "…"), narrow, "{text} in {columns}, narrow");
            assert_eq!(truncate(text, columns, Wide, "…"), wide, "{text} in {columns}, wide");
        }
        assert_eq!(truncate("西宁市", 5, Narrow, "..."), "西...");
        assert_eq!(truncate("西宁市", 2, Narrow, "..."), "..");
    }

    #[test]
    fn padded_to_columns() {
        assert_eq!(pad("西宁", 6, Narrow), "西宁  ");
        assert_eq!(pad("“西”", 6, Wide), "“西”");
        assert_eq!(pad_left("11", 4, Narrow), "  11");
        assert_eq!(pad("西宁市", 4, Narrow), "西宁市");
        assert_eq!(fit("西宁市", 5, Wide, "…"), "西… ");
        assert_eq!(fit("西宁市", 5, Narrow, ""), "西宁 ");
    }

    #[test]
    fn clipped_to_a_window() {
        // (skip, columns, shown)
        let table = [
            (0, 6, "a西b宁"),
            (0, 5, "a西b"),
            (1, 3, "西b"),
            (2, 3, " b"),
            (2, 4, " b宁"),
            (2, 1, " "),
            (2, 0, ""),
            (6, 4, ""),
            (9, 4, ""),
        ];
        for (skip, columns, shown) in table {
            assert_eq!(clip("a西b宁", skip, columns, Narrow), shown, "{columns} from {skip}");
        }
    }
}
