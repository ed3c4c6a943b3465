//! How many columns a string takes on the screen: the one place that knows.
//!
//! Owns the width policy; where a line breaks or is cut is `wrap.rs`' and `cut.rs`' business.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns an East Asian Ambiguous character (UAX #11: `“ ” … — · ─ ● é`) takes.
///
/// All of them go together in the terminals that were measured, so one answer tells for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum WidthPolicy {
    /// One column: xterm, VTE, kitty, tmux, the Linux console as they come.
    #[default]
    Narrow,
    /// Two columns: `xterm -cjk_width`, PuTTY's and VTE's option, screen's `cjkwidth`, GB18030 terminals.
    Wide,
}

impl WidthPolicy {
    /// Columns of one grapheme cluster (UAX #29): 0, 1 or 2; a cluster never takes more than two cells.
    pub fn grapheme(self, cluster: &str) -> usize {
        let columns = match self {
            Self::Narrow => cluster.width(),
            Self::Wide if cluster.starts_with(is_ambiguous_letter) => 2,
            Self::Wide => cluster.width_cjk(),
        };
        columns.min(2)
    }

    /// Columns of a text without line breaks: the sum over its grapheme clusters.
    pub fn columns(self, text: &str) -> usize {
        let plain: Option<usize> = text.chars().map(|c| self.plain(c)).sum();
        plain.unwrap_or_else(|| text.graphemes(true).map(|g| self.grapheme(g)).sum())
    }

    /// The grapheme clusters of a text, each with its columns.
    pub fn clusters(self, text: &str) -> impl Iterator<Item = (&str, usize)> {
        let plain = text.chars().all(|c| self.plain(c).is_some());
        let mut rest = text;
        std::iter::from_fn(move || {
            let first = rest.chars().next()?;
            let (length, columns) = match self.plain(first).filter(|_| plain) {
                Some(columns) => (first.len_utf8(), columns),
                None => rest.graphemes(true).next().map(|cluster| (cluster.len(), self.grapheme(cluster)))?,
            };
            let (cluster, behind) = rest.split_at(length);
            rest = behind;
            Some((cluster, columns))
        })
    }

    /// Columns of a character of ordinary prose. A text of only these needs no segmentation, which is slow:
    /// none of them joins another one.
    fn plain(self, c: char) -> Option<usize> {
        match c {
            ' '..='~' => Some(1),
            '一'..='\u{9fff}' | '、' | '。' | '〈'..='】' | '！'..='～' => Some(2),
            '“' | '”' | '‘' | '’' | '…' | '—' | '·' => {
                Some(if self == Self::Wide { 2 } else { 1 })
            }
            _ => None,
        }
    }
}

/// Letters and modifier symbols of class East Asian Ambiguous (UAX #11, EastAsianWidth.txt).
///
/// The unicode-width crate takes them for one column everywhere, so that `é` is as wide as `e` with a combining
/// accent; the terminals that draw `“` in two columns draw these in two as well.
fn is_ambiguous_letter(c: char) -> bool {
    match c as u32 {
        0..0xa8 => false,
        0xa8 | 0xaa | 0xb4 | 0xb8 | 0xba | 0xc6 | 0xd0 | 0xd8 | 0xde..=0xe1 | 0xe6 | 0xe8..=0xea => true,
        0xec..=0xed | 0xf0 | 0xf2..=0xf3 | 0xf8..=0xfa | 0xfc | 0xfe | 0x101 | 0x111 | 0x113 => true,
        0x11b | 0x126..=0x127 | 0x12b | 0x131..=0x133 | 0x138 | 0x13f..=0x142 | 0x144 => true,
        0x148..=0x14b | 0x14d | 0x152..=0x153 | 0x166..=0x167 | 0x16b | 0x1ce | 0x1d0 => true,
        0x1d2 | 0x1d4 | 0x1d6 | 0x1d8 | 0x1da | 0x1dc | 0x251 | 0x261 | 0x2c4 | 0x2c7 => true,
        0x2c9..=0x2cb | 0x2cd | 0x2d0 | 0x2d8..=0x2db | 0x2dd | 0x2df | 0x391..=0x3a1 => true,
        0x3a3..=0x3a9 | 0x3b1..=0x3c1 | 0x3c3..=0x3c9 | 0x401 | 0x410..=0x44f | 0x451 => true,
        0x207f | 0x2113 | 0x2126 | 0x212b => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::WidthPolicy::{Narrow, Wide};

    #[test]
    fn columns_by_policy() {
        // (text, narrow, wide)
        let table = [
            ("", 0, 0),
            ("abc", 3, 3),
            ("西宁市", 6, 6),
            ("“一心两区”", 10, 12),
            ("…", 1, 2),
            ("—", 1, 2),
            ("·", 1, 2),
            ("─", 1, 2),
            ("é", 1, 2),
            ("①", 1, 2),
            ("α", 1, 2),
            ("Й", 1, 2),
            ("ñ", 1, 1),
            ("，", 2, 2),
            ("𠀀", 2, 2),
            ("e\u{301}", 1, 1),
            ("👨‍👩‍👧", 2, 2),
            ("🇨🇳", 2, 2),
            ("ｶ", 1, 1),
        ];
        for (text, narrow, wide) in table {
            assert_eq!(Narrow.columns(text), narrow, "{text} narrow");
            assert_eq!(Wide.columns(text), wide, "{text} wide");
            // The same beside something that needs segmentation.
            assert_eq!(Narrow.columns(&format!("👍{text}")), 2 + narrow, "{text} narrow");
            assert_eq!(Wide.columns(&format!("👍{text}")), 2 + wide, "{text} wide");
        }
    }
}
