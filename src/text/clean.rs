//! What is safe to show: controls and invisible characters become visible placeholders.

use std::borrow::Cow;
use std::fmt::Write as _;

use unicode_segmentation::GraphemeCursor;

/// The text with every character that could act on a terminal, or hide, written as `<U+202E>`.
///
/// These are C0, DEL, C1 (ECMA-48), the bidirectional controls (UAX #9), zero-width and other
/// default-ignorable format characters, line and paragraph separators, and non-characters; joiners and variation
/// selectors only where they join nothing. A text without any, the normal case, is borrowed.
pub fn clean(text: &str) -> Cow<'_, str> {
    let mut hidden = hidden(text).peekable();
    if hidden.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    let mut shown = 0;
    for (at, c) in hidden {
        safe.push_str(&text[shown..at]);
        // Writing to a String can't fail.
        let _ = write!(safe, "<U+{:04X}>", c as u32);
        shown = at + c.len_utf8();
    }
    safe.push_str(&text[shown..]);
    Cow::Owned(safe)
}

/// The characters of a text that may not be shown, and where they stand, in bytes.
pub fn hidden(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let (at, c) = next_unsafe(text, from)?;
        from = at + c.len_utf8();
        Some((at, c))
    })
    .filter(|&(at, c)| !joins(text, at, c))
}

/// The next unsafe character from there on. Only those are decoded whose first byte leaves a doubt.
fn next_unsafe(text: &str, mut at: usize) -> Option<(usize, char)> {
    loop {
        at += text.as_bytes()[at..].iter().position(|&b| DOUBTFUL[usize::from(b)])?;
        let c = text[at..].chars().next()?;
        if is_unsafe(c) {
            return Some((at, c));
        }
        at += c.len_utf8();
    }
}

/// Whether an invisible character has its place there: a joiner or non-joiner between two letters of a script that
/// joins its letters (UAX #31, 2.3) or within a cluster (an emoji of several), a variation selector after its letter.
fn joins(text: &str, at: usize, c: char) -> bool {
    let end = at + c.len_utf8();
    let (before, after) = (text[..at].chars().next_back(), text[end..].chars().next());
    // What ends here may be a cluster of a longer text.
    let joined = || before.is_some_and(is_joining) && after.is_none_or(is_joining);
    match c {
        '\u{200c}' => joined(),
        '\u{200d}' => joined() || !is_boundary(text, end),
        '\u{180b}'..='\u{180d}' | '\u{180f}' => before.is_some_and(|c| matches!(c, '\u{1820}'..='\u{18af}')),
        '\u{fe00}'..='\u{fe0f}' => before.is_some_and(takes_selector),
        '\u{e0100}'..='\u{e01ef}' => before.is_some_and(is_han),
        _ => false,
    }
}

/// Whether a cluster (UAX #29) ends there.
fn is_boundary(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// The blocks of cursive and of Indic scripts: Arabic to Malayalam and Sinhala, Myanmar, Khmer, Mongolian.
fn is_joining(c: char) -> bool {
    let block = matches!(c, '\u{600}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}');
    (block || matches!(c, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')) && !is_unsafe(c)
}

/// Whether a variation selector may follow: a Han character, an emoji or another symbol, the digit of a keycap.
fn takes_selector(c: char) -> bool {
    is_han(c) || c.is_ascii_digit() || !c.is_alphanumeric() && !c.is_whitespace() && !is_unsafe(c)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The bytes in UTF-8 that an unsafe character can begin with.
const DOUBTFUL: [bool; 256] = {
    let mut doubtful = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        doubtful[byte] = matches!(byte, ..0x20 | 0x7f | 0xc2 | 0xcd | 0xd8 | 0xe1..=0xe3 | 0xef | 0xf0..);
        byte += 1;
    }
    doubtful
};

/// Whether nothing of a text can be seen: blanks, and the braille pattern without dots.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == '\u{2800}')
}

/// Whether a character is a control, reorders text, or can't be seen by itself.
pub fn is_unsafe(c: char) -> bool {
    match c {
        ' '..='~' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' => true,
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' => true,
        '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' => true,
        '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0f}' => true,
        _ => c as u32 & 0xfffe == 0xfffe,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_and_invisible_characters_are_shown() {
        let table = [
            ("青海", "青海"),
            ("a\u{1b}[2Jb", "a<U+001B>[2Jb"),
            ("\u{9b}31m", "<U+009B>31m"),
            ("西\u{200b}宁", "西<U+200B>宁"),
            ("\u{202e}txt", "<U+202E>txt"),
            ("a\nb\tc", "a<U+000A>b<U+0009>c"),
            ("\u{feff}", "<U+FEFF>"),
            ("\u{e0041}", "<U+E0041>"),
            ("\u{1b}青\u{7}", "<U+001B>青<U+0007>"),
        ];
        for (text, shown) in table {
            assert_eq!(clean(text), shown);
        }
    }

    #[test]
    fn every_unsafe_character_is_found() {
        for c in '\0'..=char::MAX {
            let text = ['a', c].iter().collect::<String>();
            assert_eq!(hidden(&text).next(), is_unsafe(c).then_some((1, c)), "{c:?}");
        }
    }

    #[test]
    fn joiners_stay_where_they_join_something() {
        let kept = [
            // Persian, Sinhala, Malayalam, Bengali; Mongolian with its selectors.
            "می\u{200c}خواهم",
            "ශ්\u{200d}රී",
            "ന്\u{200d}റ",
            "র্\u{200c}য",
            "ᠠ\u{180b}ᠮ\u{180f}",
            // Emoji of several, with a skin tone and a selector within.
            "👨\u{200d}👩\u{200d}👧",
            "👩🏽\u{200d}⚕\u{fe0f}",
            "❤\u{fe0f}\u{200d}🔥",
            // A variant of a Han character (the Ideographic Variation Database).
            "葛\u{e0100}城",
            "西\u{fe00}宁 #\u{fe0f}\u{20e3} ❤\u{fe0f}",
        ];
        for text in kept {
            assert_eq!(clean(text), text);
            assert!(matches!(clean(text), Cow::Borrowed(_)));
        }
        let table = [
            ("西\u{200d}宁", "西<U+200D>宁"),
            ("xi\u{200c}ning", "xi<U+200C>ning"),
            ("\u{200d}می", "<U+200D>می"),
            ("می\u{200c} خ", "می<U+200C> خ"),
            ("می\u{200c}\u{200c}خ", "می<U+200C><U+200C>خ"),
            ("👨\u{200d}x", "👨<U+200D>x"),
            ("青\u{180b}", "青<U+180B>"),
            ("a\u{e0100}", "a<U+E0100>"),
            ("a\u{fe0f}", "a<U+FE0F>"),
            ("\u{fe0f}", "<U+FE0F>"),
            ("西\u{fe00}\u{fe00}", "西\u{fe00}<U+FE00>"),
            ("می\u{200e}خ", "می<U+200E>خ"),
        ];
        for (text, shown) in table {
            assert_eq!(clean(text), shown);
        }
    }

    #[test]
    fn ordinary_text_is_borrowed() {
        assert!(matches!(clean("“一心两区”—绿色算力…① é 👍🏽"), Cow::Borrowed(_)));
    }
}
