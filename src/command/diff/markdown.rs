//! A report as CommonMark. What went and came stands in `<del>` and `<ins>`: `**` marks nothing where a quotation mark
//! is inside of it and a Chinese character outside.

use crate::command::Result;

use super::report::{Block, Paper};
use crate::command::output::Output;
use crate::page::{escape, marked};

pub(super) struct Markdown<'a> {
    out: &'a mut Output,
    colon: &'static str,
    /// Whether the block before is of a list; `None` at the beginning.
    in_list: Option<bool>,
}

impl<'a> Markdown<'a> {
    pub(super) fn new(out: &'a mut Output, colon: &'static str) -> Self {
        Self { out, colon, in_list: None }
    }
}

impl Paper for Markdown<'_> {
    fn put(&mut self, block: Block<'_>) -> Result<()> {
        let list = !matches!(block, Block::Heading(..) | Block::Paragraph(_));
        if self.in_list.replace(list).is_some_and(|before| !(before && list)) {
            self.out.line("")?;
        }
        match block {
            Block::Heading(level, text) => self.out.line(&format!("{} {}", &"##"[..level], escape(text))),
            Block::Paragraph(text) => self.out.line(&escape(text)),
            Block::Item(text) | Block::Entry(_, text) => self.out.line(&["- ", &escape(text)].concat()),
            Block::Says(text) => self.out.line(&["  - ", &escape(text)].concat()),
            Block::Line(line) => {
                let pieces: String = line.pieces.iter().map(|(mark, text)| marked(*mark, text)).collect();
                self.out.line(&["  - ", &line.label, self.colon, &pieces].concat())
            }
        }
    }
}
