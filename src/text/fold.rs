//! Folding of case, width, accents and script: what search takes for one character.
//!
//! One character folds to one, so that a match found in folded text stands where it does in the text.

use std::sync::LazyLock;

/// What the marks fold to that a search passes over in a text: quotation marks, book marks, `、`, `·` and `+`.
pub(crate) const PASSED: char = '\'';

/// What a character folds to: lower case, half width, without an accent, simplified, no radical or compatibility
/// ideograph. Folding twice changes nothing.
pub fn fold(c: char) -> char {
    match c {
        '"' | '\'' | '«' | '»' | '·' | 'ʼ' | '‘'..='‟' | '‹' | '›' | '‧' | '•' | '∙' | '⋅' => {
            PASSED
        }
        '+' | '＋' | '、' | '〈'..='』' | '〝'..='〟' | '・' => PASSED,
        '︑' | '︽'..='﹄' | '﹑' | '＂' | '＇' | '｢'..='･' => PASSED,
        // Joiners and variation selectors.
        '\u{180b}'..='\u{180f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' => PASSED,
        '\u{e0100}'..='\u{e01ef}' => PASSED,
        '\0'..='\x7f' => c.to_ascii_lowercase(),
        '\u{3001}'..='\u{33ff}' => c,
        '\u{3400}'..='\u{9fff}' => simplified(c),
        '\u{ff01}'..='\u{ff5e}' => half_width(c).to_ascii_lowercase(),
        '\u{3000}' | '\u{a0}' => ' ',
        '–' | '—' | '‐' | '‑' => '-',
        '\u{2e80}'..='\u{2fdf}' => plain_form(c as usize - 0x2e80, c),
        '\u{f900}'..='\u{faff}' => plain_form(c as usize - 0xf900 + 0x160, c),
        '\u{2f800}'..='\u{2fa1f}' => plain_form(c as usize - 0x2f800 + 0x360, c),
        _ => {
            let lower = c.to_lowercase().next().unwrap_or(c);
            base_letter(lower).unwrap_or(lower)
        }
    }
}

/// The plain form of a radical or a compatibility ideograph, by its place in the table; simplified.
fn plain_form(place: usize, c: char) -> char {
    const PLAIN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/plain.chars"));
    let bytes = PLAIN.get(4 * place..).and_then(|rest| rest.first_chunk());
    let plain = bytes.and_then(|bytes| char::from_u32(u32::from_le_bytes(*bytes))).unwrap_or(c);
    if matches!(plain, '\u{3400}'..='\u{9fff}') { simplified(plain) } else { plain }
}

/// The ASCII form of a full-width character, `！` to `～` (the Halfwidth and Fullwidth Forms block).
fn half_width(c: char) -> char {
    char::from_u32(c as u32 - 0xfee0).unwrap_or(c)
}

/// The Latin letter without its accent or stroke, if it has one: `é` `e`, `Đ` `D`, `ǚ` `u`.
pub(crate) fn base_letter(c: char) -> Option<char> {
    /// For U+00C0 to U+017F, `-` where there is none.
    const LATIN: &[u8; 192] = b"AAAAAA-CEEEEIIIIDNOOOOO-OUUUUY--aaaaaa-ceeeeiiiidnooooo-ouuuuy-y\
        AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi--JjKk-LlLlLlLlLlNnNnNn---OoOoOo--RrRrRrSsSsSsSsTtTtTt\
        UuUuUuUuUuUuWwYyYZzZzZzs";
    /// The vowels of pinyin from U+01CD on, with the third tone or a diaeresis.
    const PINYIN: &[u8; 16] = b"AaIiOoUuUuUuUuUu";
    let (table, first): (&[u8], u32) = match c {
        '\u{c0}'..='\u{17f}' => (LATIN, 0xc0),
        '\u{1cd}'..='\u{1dc}' => (PINYIN, 0x1cd),
        _ => return None,
    };
    let letter = *table.get((c as u32 - first) as usize)?;
    letter.is_ascii_alphabetic().then_some(char::from(letter))
}

/// The first code point of the table of variants; it goes on to U+9FFF.
const FIRST: usize = 0x3400;

/// For each Han character of the Basic Multilingual Plane, what it folds to.
static SIMPLIFIED: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table: Vec<u16> = (0x3400..=0x9fff).collect();
    for line in include_str!("variants.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut forms = line.chars().map(|c| c as u32);
        let Some(Ok(simplified)) = forms.next().map(u16::try_from) else { continue };
        for form in forms {
            if let Some(entry) = table.get_mut((form as usize).wrapping_sub(FIRST)) {
                *entry = simplified;
            }
        }
    }
    table
});

fn simplified(c: char) -> char {
    let folded = SIMPLIFIED.get(c as usize - FIRST).copied();
    folded.and_then(|f| char::from_u32(f.into())).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::{PASSED, fold};

    fn folded(text: &str) -> String {
        text.chars().map(fold).collect()
    }

    #[test]
    fn marks_that_are_passed_over() {
        let marks = "+＋\"'«»·ʼ‘’‚‛“”„‟‹›‧•∙⋅、〈〉《》「」『』〝〞〟・︑︽︾︿﹀﹁﹂﹃﹄﹑＂＇｢｣､･";
        let joiners = "\u{180b}\u{180f}\u{200c}\u{200d}\u{fe00}\u{fe0f}\u{e0100}\u{e01ef}";
        for mark in marks.chars().chain(joiners.chars()) {
            assert_eq!(fold(mark), PASSED, "{mark}");
        }
        for kept in ",.，。；：！？（）【】…-–—/&%々〆".chars() {
            assert_ne!(fold(kept), PASSED, "{kept}");
        }
    }

    #[test]
    fn folded_forms() {
        // Each arm of `fold`, in its order.
        let table = [
            ("Xining", "xining"),
            ("ヶ㈱。〇々【】", "ヶ㈱。〇々【】"),
            ("西寧", "西宁"),
            ("巖臺乾幹喫", "岩台干干吃"),
            ("裏裡里", "里里里"),
            ("Ｘｉｎｉｎｇ", "xining"),
            ("（Ａ＆Ｂ）！", "(a&b)!"),
            ("Ｇ２０　\u{a0}", "g20  "),
            ("–—‐‑", "----"),
            ("\u{2f08}才\u{2ec4}宁\u{2ed8}\u{2fa6}\u{2eca}", "人才西宁青金\u{27fb7}"),
            ("\u{f90a}\u{f907}\u{fa11}\u{f9e1}", "金龟\u{fa11}李"),
            ("\u{2f800}\u{2f9d4}", "丽贯"),
            ("Xīníng Lǜsè nǚ", "xining luse nu"),
            ("Éclair Øre Đ ΑΒ", "eclair ore d αβ"),
            ("…。，‰½", "…。,‰½"),
        ];
        for (text, expected) in table {
            assert_eq!(folded(text), expected);
        }
    }

    #[test]
    fn a_compatibility_character_folds_as_unicode_has_it() {
        use unicode_normalization::UnicodeNormalization;

        let blocks =
            ('\u{2f00}'..='\u{2fdf}').chain('\u{f900}'..='\u{faff}').chain('\u{2f800}'..='\u{2fa1f}');
        for c in blocks {
            let plain = c.to_string().nfkc().next().unwrap();
            assert_eq!(fold(c), fold(plain), "{c}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for c in '\0'..=char::MAX {
            assert_eq!(fold(fold(c)), fold(c), "{c:?}");
        }
    }
}
