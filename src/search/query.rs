//! A query: its words, folded, and what each may spell.

use crate::text::{PASSED, Spelling, fold, is_unsafe};

/// What was typed, as words that must all be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<Word>,
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its characters, folded, less the marks that are passed over; never empty.
    pub(super) folded: Vec<char>,
    /// What it may spell of a run of Han characters.
    pub(super) spelling: Option<Spelling>,
}

impl Query {
    /// Parses what was typed: words between blanks and marks, of any width. Nothing that is typed is an error.
    pub fn parse(typed: &str) -> Self {
        let folded: Vec<char> = typed.chars().filter_map(folded).collect();
        let folded: String =
            (0..folded.len()).map(|at| if parts(&folded, at) { ' ' } else { folded[at] }).collect();
        let mut words: Vec<Word> = Vec::new();
        for word in folded.split_whitespace().filter_map(Word::of) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
        Self { words }
    }

    /// Whether nothing was typed but blanks and marks; such a query finds nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Its words, each as a query of its own.
    pub fn apart(&self) -> impl Iterator<Item = Self> {
        self.words.iter().map(|word| Self { words: vec![word.clone()] })
    }

    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }
}

impl Word {
    /// Whether it is one letter of the Latin alphabet, which is a Han character's initial and no whole reading.
    pub(super) fn is_letter(&self) -> bool {
        matches!(self.folded[..], ['a'..='z'])
    }

    fn of(folded: &str) -> Option<Self> {
        let mut folded: Vec<char> = folded.chars().collect();
        let spelling = Spelling::of(&folded);
        folded.retain(|c| *c != PASSED);
        (!folded.is_empty()).then_some(Self { folded, spelling })
    }
}

/// Whether a mark parts words there that stands within some: `R&D`, `3.5`, `zero-carbon`.
fn parts(folded: &[char], at: usize) -> bool {
    let within =
        |at: Option<usize>| at.and_then(|at| folded.get(at)).is_some_and(char::is_ascii_alphanumeric);
    matches!(folded[at], '&' | '-' | '.') && !(within(at.checked_sub(1)) && within(Some(at + 1)))
}

/// A character of a query, folded; none for what can't be seen or composes with another one.
///
/// Controls part words as blanks do, for a pasted query may hold a line break, and so do the marks of a sentence.
fn folded(c: char) -> Option<char> {
    match c {
        '\u{300}'..='\u{36f}' => None,
        '、' | '。' | '…' | '—' | '+' | '＋' | '【' | '】' | '〔' | '〕' | '〖' | '〗' => {
            Some(' ')
        }
        _ if c.is_control() => Some(' '),
        _ if is_unsafe(c) => None,
        _ => Some(match fold(c) {
            ',' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '{' | '}' => ' ',
            '/' | '\\' | '|' | '~' | '<' | '>' | '#' | '*' | '`' | '=' | '_' => ' ',
            folded => folded,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[test]
    fn words_are_folded() {
        let same = |a, b| assert_eq!(Query::parse(a), Query::parse(b), "{a} {b}");
        same("西寧　ＡＩ", " 西宁 ai ");
        same("Xīníng", "xining");
        same("Xi\u{304}ni\u{301}ng", "xining");
        same("xn xn", "xn");
        same("西\u{200b}宁\nxn\u{1b}", "西宁 xn");
        assert!(Query::parse(" \u{3000}\t").is_empty());
    }

    #[test]
    fn marks_part_words_or_are_passed_over() {
        let same = |a: &str, b: &str| assert_eq!(Query::parse(a), Query::parse(b), "{a} {b}");
        same(
            "西宁，海东。玉树；果洛：海西！海北？（黄南）……海南——青海【省】",
            "西宁 海东 玉树 果洛 海西 海北 黄南 海南 青海 省",
        );
        for mark in ",;:!?()[]{}/\\|~<>#*`=_+&-–.／～＋＆－，；：！？（）［］｛｝、。…—【】〔〕〖〗".chars()
        {
            same(&format!("西宁{mark}海东"), "西宁 海东");
        }
        let folded = |typed| -> Vec<String> {
            Query::parse(typed).words().iter().map(|word| word.folded.iter().collect()).collect()
        };
        assert_eq!(folded("“一心两区”人才《方案》"), ["一心两区人才方案"]);
        assert_eq!(
            folded("扎西·多杰 people’s 3.5亿 zero-carbon R&D投入 -西宁..."),
            ["扎西多杰", "peoples", "3.5亿", "zero-carbon", "r&d投入", "西宁"]
        );
        assert!(Query::parse("“” ' 、，·").is_empty());
    }
}
