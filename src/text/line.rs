//! A line of text that is being typed: the caret moves and erases by graphemes.

use unicode_segmentation::UnicodeSegmentation;

use super::is_unsafe;

/// Bytes of a line: more than anybody asks for, and few enough to be looked for with each key.
const LONGEST: usize = 1000;

/// A line and where its caret stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    /// In bytes, on a grapheme border.
    caret: usize,
}

impl Line {
    /// The whole line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the caret.
    pub fn before_caret(&self) -> &str {
        &self.text[..self.caret]
    }

    /// Types or pastes at the caret, as much as the line may still take. Line breaks and tabs count as blanks, other
    /// controls and invisible characters are left out.
    pub fn insert(&mut self, typed: &str) {
        let room = LONGEST.saturating_sub(self.text.len());
        let blank = |c| if matches!(c, '\n' | '\t') { ' ' } else { c };
        let typed = typed.chars().map(blank).filter(|c| !is_unsafe(*c));
        let typed: String = typed
            .scan(0, |len, c| {
                *len += c.len_utf8();
                (*len <= room).then_some(c)
            })
            .collect();
        self.text.insert_str(self.caret, &typed);
        self.caret += typed.len();
    }

    /// Moves the caret by a grapheme.
    pub fn left(&mut self) {
        self.caret = self.previous();
    }

    /// Moves the caret by a grapheme.
    pub fn right(&mut self) {
        self.caret = self.next();
    }

    pub fn home(&mut self) {
        self.caret = 0;
    }

    pub fn end(&mut self) {
        self.caret = self.text.len();
    }

    /// Erases the grapheme before the caret.
    pub fn backspace(&mut self) {
        self.erase_from(self.previous());
    }

    /// Erases the grapheme under the caret.
    pub fn delete(&mut self) {
        self.text.replace_range(self.caret..self.next(), "");
    }

    /// Erases back to the beginning of the word before the caret.
    pub fn erase_word(&mut self) {
        let word = self.before_caret().trim_end().rfind(char::is_whitespace);
        let blank = |at: usize| self.text[at..].chars().next().map_or(0, char::len_utf8);
        self.erase_from(word.map_or(0, |at| at + blank(at)));
    }

    /// Erases back to the beginning of the line.
    pub fn erase_line(&mut self) {
        self.erase_from(0);
    }

    fn erase_from(&mut self, start: usize) {
        self.text.replace_range(start..self.caret, "");
        self.caret = start;
    }

    fn previous(&self) -> usize {
        self.before_caret().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn next(&self) -> usize {
        self.caret + self.text[self.caret..].graphemes(true).next().map_or(0, str::len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line after edits, the caret as `|`.
    fn edited(edits: &[&dyn Fn(&mut Line)]) -> String {
        let mut line = Line::default();
        edits.iter().for_each(|edit| edit(&mut line));
        format!("{}|{}", line.before_caret(), &line.text[line.caret..])
    }

    #[test]
    fn the_caret_moves_and_erases_by_graphemes() {
        let typed = |text: &'static str| move |line: &mut Line| line.insert(text);
        assert_eq!(edited(&[&typed("西宁e\u{301}"), &Line::backspace]), "西宁|");
        assert_eq!(edited(&[&typed("西宁"), &Line::left, &typed("a")]), "西a|宁");
        assert_eq!(edited(&[&typed("西宁"), &Line::home, &Line::delete, &Line::delete, &Line::delete]), "|");
        assert_eq!(edited(&[&typed("xn 西宁  "), &Line::erase_word]), "xn |");
        assert_eq!(edited(&[&typed("a　西宁"), &Line::erase_word, &Line::erase_word]), "|");
        assert_eq!(edited(&[&typed("西宁"), &Line::left, &Line::erase_line, &Line::end]), "宁|");
        assert_eq!(edited(&[&typed("西宁"), &Line::left, &Line::right, &Line::right]), "西宁|");
    }

    #[test]
    fn controls_are_not_typed() {
        assert_eq!(
            edited(&[&|line: &mut Line| line.insert("a\n西\u{1b}[31m\u{202e}宁\u{7f}")]),
            "a 西[31m宁|"
        );
    }
}
