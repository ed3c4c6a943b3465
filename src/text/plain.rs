//! Replacing ambiguous characters, for a terminal of which nobody knows how wide it draws them.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::WidthPolicy::{Narrow, Wide};
use super::fold::base_letter;
use super::script::is_square;

/// The text without East Asian Ambiguous characters (UAX #11): it takes the same columns under any policy.
///
/// In a text with Chinese, quotation marks become `「」『』`, which are wide everywhere; in another, `"` and `'`.
/// The rest becomes ASCII that reads alike (`…` `...`, `①` `(1)`, `é` `e`), or `?`.
pub fn plain_punctuation(text: &str) -> Cow<'_, str> {
    let Some((first, _)) = text.grapheme_indices(true).find(|(_, g)| is_ambiguous(g)) else {
        return Cow::Borrowed(text);
    };
    let chinese = text.chars().any(is_square);
    let mut plain = String::with_capacity(text.len() + 8);
    plain.push_str(&text[..first]);
    for grapheme in text[first..].graphemes(true) {
        if !is_ambiguous(grapheme) {
            plain.push_str(grapheme);
            continue;
        }
        let start = plain.len();
        grapheme.chars().for_each(|c| replace(c, chinese, &mut plain));
        if is_ambiguous(&plain[start..]) {
            plain.truncate(start);
            plain.push('?');
        }
    }
    Cow::Owned(plain)
}

fn is_ambiguous(grapheme: &str) -> bool {
    Narrow.grapheme(grapheme) != Wide.grapheme(grapheme)
}

fn replace(c: char, chinese: bool, plain: &mut String) {
    if !is_ambiguous(c.encode_utf8(&mut [0; 4])) {
        plain.push(c);
    } else if let Some(n) = enclosed_number(c) {
        plain.push_str(&format!("({n})"));
    } else if let Some((_, replacement)) = QUOTES.iter().find(|(mark, _)| *mark == c) {
        plain.push_str(replacement[usize::from(!chinese)]);
    } else if let Some(letter) = base_letter(c) {
        plain.push(letter);
    } else {
        let row = ASCII.iter().find(|(characters, _)| characters.contains(c));
        plain.push_str(row.map_or("?", |(_, ascii)| ascii));
    }
}

/// The number in ①–⑳ or ⑴–⒇.
fn enclosed_number(c: char) -> Option<u32> {
    match c {
        '①'..='⑳' => Some(c as u32 - '①' as u32 + 1),
        '⑴'..='⒇' => Some(c as u32 - '⑴' as u32 + 1),
        _ => None,
    }
}

/// Marks with a wide form of their own, in a text with Chinese and in one without.
const QUOTES: [(char, [&str; 2]); 5] =
    [('“', ["「", "\""]), ('”', ["」", "\""]), ('‘', ["『", "'"]), ('’', ["』", "'"]), ('·', ["・", "."])];

/// Ambiguous characters of one kind, and what reads alike.
const ASCII: &[(&str, &str)] = &[
    ("…", "..."),
    ("‥", ".."),
    ("—–‐―─━═┄┅┈┉", "-"),
    ("│┃║┆┇┊┋¦", "|"),
    ("‖", "||"),
    ("┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╭╮╯╰┏┓┗┛┣┫┳┻╋", "+"),
    ("●○◎◆◇■□▲△▼▽★☆※•†‡", "*"),
    ("▶▷→", ">"),
    ("◀◁←", "<"),
    ("↑", "^"),
    ("↓", "v"),
    ("≥≧", ">="),
    ("≤≦", "<="),
    ("≠", "/="),
    ("≈∼", "~"),
    ("±", "+-"),
    ("×", "x"),
    ("÷∕", "/"),
    ("′´ˊ", "'"),
    ("″", "\""),
    ("℃", "C"),
    ("°", "deg"),
    ("‰", "%o"),
    ("№", "No."),
    ("§", "S."),
    ("®", "(R)"),
    ("™", "TM"),
    ("€", "EUR"),
    ("¹", "1"),
    ("²", "2"),
    ("³", "3"),
    ("½", "1/2"),
    ("¼", "1/4"),
    ("¾", "3/4"),
    ("ɑª", "a"),
    ("ɡ", "g"),
    ("º", "o"),
    ("μ", "u"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("ß", "ss"),
    ("Æ", "AE"),
    ("Œ", "OE"),
    ("Ω", "Ohm"),
    ("Ⅰ", "I"),
    ("Ⅱ", "II"),
    ("Ⅲ", "III"),
    ("Ⅳ", "IV"),
    ("Ⅴ", "V"),
    ("Ⅵ", "VI"),
    ("Ⅶ", "VII"),
    ("Ⅷ", "VIII"),
    ("Ⅸ", "IX"),
    ("Ⅹ", "X"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ambiguous_is_left() {
        let table = [
            ("“一心两区”——‘双聘’…", "「一心两区」--『双聘』..."),
            ("“One Centre, Two Zones” — Qinghai’s…", "\"One Centre, Two Zones\" - Qinghai's..."),
            ("扎西·多杰", "扎西・多杰"),
            ("A·B", "A.B"),
            ("①引 → ⑫育", "(1)引 > (12)育"),
            ("café ±5℃ ≥ 3×4", "cafe +-5C >= 3x4"),
            ("Жα", "??"),
        ];
        for (text, plain) in table {
            assert_eq!(plain_punctuation(text), plain);
        }
    }

    #[test]
    fn a_text_without_is_borrowed() {
        assert!(matches!(plain_punctuation("西宁（Xining）、海东。"), Cow::Borrowed(_)));
    }
}
