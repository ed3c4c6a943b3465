//! A text for people to carry on: headings, paragraphs and items, as lines for a terminal or as Markdown.

use std::borrow::Cow;

use crate::text::wrap;
use crate::ui::Theme;

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// Of level 1 and below.
    Heading(usize, String),
    Paragraph(String),
    Item(String),
}

/// Pieces in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Document(pub(crate) Vec<Block>);

impl Document {
    pub(crate) fn heading(&mut self, level: usize, text: &str) {
        self.0.push(Block::Heading(level, text.into()));
    }

    pub(crate) fn paragraph(&mut self, text: impl Into<String>) {
        self.0.push(Block::Paragraph(text.into()));
    }

    pub(crate) fn item(&mut self, text: impl Into<String>) {
        self.0.push(Block::Item(text.into()));
    }

    /// Lines of at most so many columns, and which of them are headings.
    pub(crate) fn lines(&self, columns: usize, theme: &Theme) -> Vec<(bool, String)> {
        let mut lines = Vec::new();
        for (index, block) in self.0.iter().enumerate() {
            let (mark, text) = match block {
                Block::Heading(_, text) | Block::Paragraph(text) => ("", text),
                Block::Item(text) => ("- ", text),
            };
            if index > 0 && self.parted(index) {
                lines.push((false, String::new()));
            }
            let heading = matches!(block, Block::Heading(..));
            let text = theme.text(text);
            for (line, part) in
                wrap(&text, columns.saturating_sub(mark.len()), theme.policy).iter().enumerate()
            {
                let lead = if line == 0 { mark } else { &"  "[..mark.len()] };
                lines.push((heading, [lead, part].concat()));
            }
        }
        lines
    }

    /// Whether a blank line stands before a piece of the text.
    fn parted(&self, index: usize) -> bool {
        match (&self.0[index - 1], &self.0[index]) {
            (_, Block::Heading(..)) => true,
            (Block::Heading(level, _), _) => *level == 1,
            (Block::Item(_), Block::Item(_)) => false,
            (Block::Paragraph(_), Block::Item(_)) => false,
            (_, Block::Paragraph(_)) => true,
        }
    }

    /// CommonMark, each piece on a line.
    pub(crate) fn markdown(&self) -> String {
        let mut markdown = String::new();
        for (index, block) in self.0.iter().enumerate() {
            let in_list =
                index > 0 && matches!((&self.0[index - 1], block), (Block::Item(_), Block::Item(_)));
            if index > 0 && !in_list {
                markdown.push('\n');
            }
            let (mark, text) = match block {
                Block::Heading(level, text) => (["#", "##", "###", "####"][(level - 1).min(3)], text),
                Block::Paragraph(text) => ("", text),
                Block::Item(text) => ("-", text),
            };
            let space = if mark.is_empty() { "" } else { " " };
            markdown.extend([mark, space, &escape(text), "\n"]);
        }
        markdown
    }
}

/// A text that Markdown takes literally, wherever it stands on a line.
pub(crate) fn escape(text: &str) -> Cow<'_, str> {
    let special = |c: char| "\\`*_[]<>&~|#".contains(c);
    let start = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let begins_a_block = text.starts_with(['-', '+', '=']) || start.starts_with(['.', ')']);
    if !begins_a_block && !text.contains(special) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    let mark = if begins_a_block { text.len() - start.len() } else { text.len() };
    for (at, c) in text.char_indices() {
        if at == mark || special(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    Cow::Owned(escaped)
}
