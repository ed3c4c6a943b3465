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

/// A text that Markdown takes literally, wherever it stands on a line; escaped only where it would not, so that
/// it reads well as plain text, too.
pub(crate) fn escape(text: &str) -> Cow<'_, str> {
    let start = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let begins_a_block = text.starts_with(['-', '+', '=']) || start.starts_with(['.', ')']);
    let mark = begins_a_block.then_some(text.len() - start.len());
    let links = ["](", "]:", "][", "[ ]", "[x]"].iter().any(|link| text.contains(link));
    let special = |at: usize, c: char| match c {
        '[' | ']' => links,
        '&' => is_entity(&text[at + 1..]),
        _ => "\\`*_<>~|#".contains(c),
    };
    if mark.is_none() && !text.char_indices().any(|(at, c)| special(at, c)) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        if mark == Some(at) || special(at, c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    Cow::Owned(escaped)
}

/// Whether what follows an ampersand makes it an entity, like `lt;` or `#20013;`.
fn is_entity(rest: &str) -> bool {
    let name = rest.trim_start_matches(|c: char| c == '#' || c.is_ascii_alphanumeric());
    name.len() < rest.len() && name.starts_with(';')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser};

    use super::*;
    use crate::text::WidthPolicy;
    use crate::ui::Glyphs;

    fn said(markdown: &str) -> Vec<String> {
        let mut said = vec![String::new()];
        for event in Parser::new(markdown) {
            match event {
                Event::Text(text) => said.last_mut().unwrap().push_str(&text),
                Event::End(_) if !said.last().unwrap().is_empty() => said.push(String::new()),
                Event::Start(_) | Event::End(_) => {}
                other => panic!("{other:?} in {markdown}"),
            }
        }
        said.pop();
        said
    }

    #[test]
    fn lines_and_markdown() {
        let mut page = Document::default();
        page.heading(1, "西宁市");
        page.item("分区：人才创新中心");
        page.item("1. *not* a list");
        page.paragraph("与海东市同建");
        page.heading(2, "举措");
        page.item("“人才+产业”");
        let markdown = "# 西宁市\n\n- 分区：人才创新中心\n- 1\\. \\*not\\* a list\n\n与海东市同建\n\n\
                        ## 举措\n\n- “人才+产业”\n";
        assert_eq!(page.markdown(), markdown);
        let theme = Theme { policy: WidthPolicy::Narrow, glyphs: Glyphs::UNICODE };
        let lines: Vec<_> = page.lines(14, &theme).into_iter().map(|(_, line)| line).collect();
        let expected = [
            "西宁市",
            "",
            "- 分区：人才创",
            "  新中心",
            "- 1. *not* a",
            "  list",
            "",
            "与海东市同建",
            "",
            "举措",
            "- “人才+产业”",
        ];
        assert_eq!(lines, expected);
    }

    proptest! {
        #[test]
        fn markdown_says_any_text_literally(
            texts in proptest::collection::vec("[a-z中“” ]{0,2}[-+*_#>|~=.)(\\]\\[!`&;:<\\\\0-9/]{0,3}[a-z中]{1,3}", 1..6),
            kinds in proptest::collection::vec(0..3, 6),
        ) {
            let mut page = Document::default();
            let texts: Vec<_> = texts.iter().map(|text| text.trim().to_owned()).collect();
            for (text, kind) in texts.iter().zip(kinds) {
                match kind {
                    0 => page.heading(2, text),
                    1 => page.paragraph(text.as_str()),
                    _ => page.item(text.as_str()),
                }
            }
            prop_assert_eq!(said(&page.markdown()), texts);
        }
    }
}
