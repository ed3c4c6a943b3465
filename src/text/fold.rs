//! Folding of case, width, accents and script: what search takes for one character.
//!
//! One character folds to one, so that a match found in folded text stands where it does in the text.

use std::sync::LazyLock;

/// What a character folds to: lower case, half width, without an accent, simplified. Folding twice changes nothing.
pub fn fold(c: char) -> char {
    match c {
        '\0'..='\x7f' => c.to_ascii_lowercase(),
        '・' => '·',
        '\u{3001}'..='\u{33ff}' => c,
        '\u{3400}'..='\u{9fff}' => simplified(c),
        '\u{ff01}'..='\u{ff5e}' => half_width(c).to_ascii_lowercase(),
        '\u{3000}' | '\u{a0}' => ' ',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '‧' | '•' => '·',
        '–' | '—' | '‐' | '‑' => '-',
        _ => {
            let lower = c.to_lowercase().next().unwrap_or(c);
            base_letter(lower).unwrap_or(lower)
        }
    }
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
    use super::fold;

    fn folded(text: &str) -> String {
        text.chars().map(fold).collect()
    }

    #[test]
    fn folded_forms() {
        let table = [
            ("Xining", "xining"),
            ("Ｘｉｎｉｎｇ", "xining"),
            ("西寧", "西宁"),
            ("巖臺乾幹喫", "岩台干干吃"),
            ("裏裡里", "里里里"),
            ("Xīníng Lǜsè nǚ", "xining luse nu"),
            ("（Ａ＆Ｂ）！", "(a&b)!"),
            ("Qinghai’s “one”", "qinghai's \"one\""),
            ("Éclair Øre Đ", "eclair ore d"),
            ("Ｇ２０　ΑΒ", "g20 αβ"),
        ];
        for (text, expected) in table {
            assert_eq!(folded(text), expected);
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for c in '\0'..=char::MAX {
            assert_eq!(fold(fold(c)), fold(c), "{c:?}");
        }
    }
}
