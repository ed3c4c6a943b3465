//! Where a paragraph breaks into lines: UAX #14, and on top of it what Chinese typesetting asks for.
//!
//! The rules are those of CLREQ (Requirements for Chinese Text Layout, 3.1.4 and 3.1.5), without hanging
//! punctuation: the edge of a pane is no margin.

use unicode_linebreak::BreakOpportunity::{self, Allowed, Mandatory};
use unicode_linebreak::linebreaks;

use super::WidthPolicy;
use super::script::is_square;

/// No line starts with one of these (CLREQ 3.1.4), not even after a space.
const NO_START: &str = "，。、；：！？）》」』】〕〉〗〙〛］｝”’…‥—·・‧．／～％%‰‱℃°′″,.;:!?)]}ー々";
/// No line ends with one of these.
const NO_END: &str = "（《「『【〔〈〖〘〚［｛“‘([{";
/// What multiplies a number; it and the unit after it stay with the digits: `3.5万千瓦`, `50多项`.
const MULTIPLIER: &str = "十百千万亿萬億多余餘几幾";
/// What a number counts or measures, where the word begins with one of these.
const UNIT: &str = "年月日时時分秒号號天周岁歲度个個名人家项項批次位所座套台臺辆輛条條件份篇种種类類级級期轮輪届屆\
                    处處门門场場支只间間户戶村县縣市省州区區元块塊吨噸米里公克升瓦亩畝平立倍成折层層站对對组組员員";

/// The lines of a text: slices of it, each at most `columns` wide, without the spaces they break at.
///
/// A word, or a run that the rules hold together, that is wider than a line breaks between graphemes: width
/// goes before the rules. Where even one grapheme is too wide (a Han character in one column, or no column at
/// all), each line has one grapheme, and the caller clips it. An empty text has no lines.
pub fn wrap(text: &str, columns: usize, policy: WidthPolicy) -> Vec<&str> {
    // Most fit; a Han character takes three bytes and two columns.
    if text.len() / 3 * 2 <= columns && !text.contains(is_line_end) && policy.columns(text) <= columns {
        return if text.is_empty() { Vec::new() } else { vec![line(text)] };
    }
    let mut lines = Vec::with_capacity(text.len() / columns.max(16) + 1);
    let mut uax14 = linebreaks(text).peekable();
    let mut context = Context { previous: '\0', second: '\0', inked: '\0', number: false };
    let (mut start, mut width) = (0, 0);
    // The last place where this line may end, and the columns up to there.
    let mut last = None;
    let mut next = 0;
    for (grapheme, own) in policy.clusters(text) {
        let at = next;
        next += grapheme.len();
        while uax14.next_if(|(place, _)| *place < at).is_some() {}
        let here = uax14.next_if(|(place, _)| *place == at).map(|(_, kind)| kind);
        match context.step(grapheme, &text[at..], here) {
            Some(Mandatory) => {
                lines.push(line(&text[start..at]));
                (start, width, last) = (at, 0, None);
            }
            Some(Allowed) => last = Some((at, width)),
            None => {}
        }
        while width + own > columns && at > start && !is_blank(grapheme) {
            let (end, before) = last.take().unwrap_or((at, width));
            lines.push(line(&text[start..end]));
            (start, width) = (end, width - before);
        }
        width += own;
    }
    if start < text.len() {
        lines.push(line(&text[start..]));
    }
    lines
}

/// What always ends a line (UAX #14).
fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn line(text: &str) -> &str {
    text.trim_end_matches([' ', '\u{3000}', '\n', '\r'])
}

/// What may stand beyond the last column, since a break drops it.
fn is_blank(grapheme: &str) -> bool {
    matches!(grapheme, " " | "\u{3000}" | "\n" | "\r\n")
}

/// Whether a character is one of some marks; most are letters, for which they need not be gone through.
fn is_one_of(c: char, marks: &str) -> bool {
    !c.is_ascii_alphanumeric() && !matches!(c, '\u{4e00}'..='\u{9fff}') && marks.contains(c)
}

/// What stands before a place in the text, as far as the rules ask.
struct Context {
    /// The characters that begin the graphemes before: the last, the one before it, the last that is no blank.
    previous: char,
    second: char,
    inked: char,
    /// The last grapheme is a digit, or multiplies digits.
    number: bool,
}

impl Context {
    /// Steps over the next grapheme, the first of `rest`: what kind of break there may be before it, where
    /// UAX #14 says `uax14`.
    fn step(
        &mut self,
        grapheme: &str,
        rest: &str,
        uax14: Option<BreakOpportunity>,
    ) -> Option<BreakOpportunity> {
        let next = grapheme.chars().next().unwrap_or('\0');
        let multiplies = self.number && MULTIPLIER.contains(next);
        let held = multiplies || self.number && UNIT.contains(next) || self.holds(next);
        let kind = match uax14 {
            Some(Mandatory) => Some(Mandatory),
            _ if held => None,
            None if self.is_at_quote(next, rest) => Some(Allowed),
            _ => uax14,
        };
        self.number = multiplies || next.is_ascii_digit();
        (self.second, self.previous) = (self.previous, next);
        if !is_blank(grapheme) {
            self.inked = next;
        }
        kind
    }

    /// Whether the rules keep a character on the line of what stands before it.
    fn holds(&self, next: char) -> bool {
        let ordinal = self.previous == '第' && next.is_ascii_digit();
        ordinal || is_one_of(next, NO_START) || is_one_of(self.inked, NO_END)
    }

    /// Whether this is the outside of a quotation mark beside Chinese.
    ///
    /// `“` and `”` are of class QU, which UAX #14 lets no line break at unless there is a space; beside square
    /// characters they open and close as `（` and `）` do.
    fn is_at_quote(&self, next: char, rest: &str) -> bool {
        let opens = matches!(next, '“' | '‘');
        let closed = matches!(self.previous, '”' | '’');
        let inside = || rest.chars().nth(1).is_some_and(is_square);
        opens && (is_square(self.previous) || closed || inside())
            || closed && (is_square(self.second) || is_square(next))
    }
}

#[cfg(test)]
mod tests {
    use super::super::WidthPolicy::{self, Narrow, Wide};
    use super::wrap;

    #[test]
    fn chinese_lines_keep_the_rules_of_their_borders() {
        // (policy, columns, lines)
        let table: &[(WidthPolicy, usize, &[&str])] = &[
            // A mark that may not start a line takes the character before it along.
            (Narrow, 8, &["西宁海", "东，海西", "海南"]),
            (Narrow, 6, &["海西", "州、海", "南州"]),
            (Narrow, 4, &["真好", "呀！"]),
            // An opening mark goes to the next line, a quotation mark too, though UAX #14 calls it QU.
            (Narrow, 8, &["建设人才", "（引进）", "高地"]),
            (Narrow, 6, &["推进", "“一心", "两区”", "建设"]),
            (Wide, 8, &["推进“一", "心两区”", "建设"]),
            (Narrow, 7, &["“绿色”", "“算力”"]),
            (Narrow, 8, &["他说：", "“‘双聘’", "好。”"]),
            // Dashes and ellipses stay whole and start no line.
            (Narrow, 6, &["人才人", "才——高", "地"]),
            (Narrow, 8, &["青海青海", "等……"]),
            (Narrow, 6, &["扎西", "青·多", "杰"]),
            // A number keeps its unit, its sign and its multiplier.
            (Narrow, 8, &["他们于", "2024年底"]),
            (Narrow, 8, &["落地项", "50多项"]),
            (Narrow, 8, &["装机达", "3.5万千", "瓦时"]),
            (Narrow, 8, &["增长约", "100%"]),
            (Narrow, 8, &["温度达", "180℃"]),
            (Narrow, 7, &["中国", "第24批"]),
            (Narrow, 8, &["高于西宁", "5G网"]),
            // Latin words stay whole.
            (Narrow, 9, &["青海", "computing", "中心"]),
        ];
        for (policy, columns, lines) in table {
            let joined = lines.concat();
            let text =
                if lines.iter().all(|l| l.is_ascii()) || joined.contains('’') && joined.starts_with('Q') {
                    lines.join(" ")
                } else {
                    joined
                };
            assert_eq!(wrap(&text, *columns, *policy), *lines, "{text} in {columns} columns");
        }
    }

    #[test]
    fn width_goes_before_the_rules() {
        let table: &[(&str, usize, &[&str])] = &[
            ("", 4, &[]),
            ("abcdefghij", 4, &["abcd", "efgh", "ij"]),
            ("a abcdefg", 4, &["a", "abcd", "efg"]),
            ("好））））））", 6, &["好））", "）））", "）"]),
            ("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]),
            ("👨‍👩‍👧👨‍👩‍👧", 3, &["👨‍👩‍👧", "👨‍👩‍👧"]),
            ("西宁ab", 1, &["西", "宁", "a", "b"]),
            ("西宁", 0, &["西", "宁"]),
        ];
        for (text, columns, lines) in table {
            assert_eq!(wrap(text, *columns, Narrow), *lines, "{text} in {columns} columns");
        }
    }

    #[test]
    fn spaces_at_a_break_are_dropped_and_others_kept() {
        assert_eq!(wrap("  ab   cd ", 4, Narrow), ["  ab", "cd"]);
        assert_eq!(wrap("西宁　海东", 4, Narrow), ["西宁", "海东"]);
        assert_eq!(wrap("西宁\n海东", 80, Narrow), ["西宁", "海东"]);
    }
}
