//! Which script a character belongs to, as far as breaking, replacing and searching need to know.

/// A Han character: the unified ideographs with their extensions, compatibility forms, radicals, 々 and 〇.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{3ffff}')
        || matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' | '々' | '〇')
}

/// A character that stands in a square of its own: Han, kana, Hangul, and their full-width punctuation.
pub(crate) fn is_square(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{2e80}'..='\u{33ff}' | '\u{ac00}'..='\u{d7a3}' | '\u{ff01}'..='\u{ff60}')
        || matches!(c, '\u{ffe0}'..='\u{ffe6}' | '\u{fe30}'..='\u{fe4f}')
}
