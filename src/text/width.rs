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
            Self::Wide => cluster.width_cjk(),
        };
        columns.min(2)
    }

    /// Columns of a text without line breaks: the sum over its grapheme clusters.
    pub fn columns(self, text: &str) -> usize {
        if is_plain_ascii(text) {
            return text.len();
        }
        text.graphemes(true).map(|g| self.grapheme(g)).sum()
    }
}

/// Printable ASCII has one column a byte under either policy; most of a frame's blanks and rules are that.
fn is_plain_ascii(text: &str) -> bool {
    text.bytes().all(|b| (0x20..0x7f).contains(&b))
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
        }
    }
}
