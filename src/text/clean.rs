//! What is safe to show: controls and invisible characters become visible placeholders.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with every character that could act on a terminal, or hide, written as `<U+202E>`.
///
/// These are C0, DEL, C1 (ECMA-48), the bidirectional controls (UAX #9), zero-width and other
/// default-ignorable format characters, line and paragraph separators, and non-characters.
/// A text without any, the normal case, is borrowed.
pub fn clean(text: &str) -> Cow<'_, str> {
    let Some(first) = first_unsafe(text) else { return Cow::Borrowed(text) };
    let mut safe = String::with_capacity(text.len() + 8);
    safe.push_str(&text[..first]);
    for c in text[first..].chars() {
        if is_unsafe(c) {
            // Writing to a String can't fail.
            let _ = write!(safe, "<U+{:04X}>", c as u32);
        } else {
            safe.push(c);
        }
    }
    Cow::Owned(safe)
}

/// Where the first unsafe character stands, in bytes. Only those are decoded whose first byte leaves a doubt.
fn first_unsafe(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text.as_bytes()[at..].iter().position(|&b| DOUBTFUL[usize::from(b)])?;
        let c = text[at..].chars().next()?;
        if is_unsafe(c) {
            return Some(at);
        }
        at += c.len_utf8();
    }
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

/// Whether a character is a control, reorders text, or can't be seen.
pub fn is_unsafe(c: char) -> bool {
    match c {
        ' '..='~' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' => true,
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' => true,
        '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' => true,
        '\u{fdd0}'..='\u{fdef}' => true,
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
        ];
        for (text, shown) in table {
            assert_eq!(clean(text), shown);
        }
    }

    #[test]
    fn every_unsafe_character_is_found() {
        for c in '\0'..=char::MAX {
            let text = ['青', c].iter().collect::<String>();
            assert_eq!(first_unsafe(&text), is_unsafe(c).then_some('青'.len_utf8()), "{c:?}");
        }
    }

    #[test]
    fn ordinary_text_is_borrowed() {
        assert!(matches!(clean("“一心两区”—绿色算力…① é 👍🏽"), Cow::Borrowed(_)));
    }
}
