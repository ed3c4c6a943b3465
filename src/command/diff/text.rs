//! A report as lines of text. `+`, `-` and `~` say what became of an entry, `[-…-]` and `{+…+}` what of its words;
//! colours come on top.

use crate::command::Result;

use super::report::{Became, Block, Paper};
use crate::command::output::{Emphasis, Output};
use crate::page::change::{Line, Mark};
use crate::text::wrap;

pub(super) struct Text<'a> {
    out: &'a mut Output,
    colon: &'static str,
}

/// A stretch of a line.
struct Run {
    /// What it is for its width and for where lines break.
    text: String,
    /// What is written in its place.
    written: Option<&'static str>,
    emphasis: Option<Emphasis>,
}

impl<'a> Text<'a> {
    pub(super) fn new(out: &'a mut Output, colon: &'static str) -> Self {
        Self { out, colon }
    }

    fn run(&self, text: &str, emphasis: Option<Emphasis>) -> Run {
        Run { text: self.out.medium.text(text).into_owned(), written: None, emphasis }
    }

    /// The field, and what changed in it.
    fn runs(&self, line: &Line) -> Vec<Run> {
        let mut runs = vec![self.run(&[&line.label, self.colon].concat(), None)];
        for (mark, text) in &line.pieces {
            let (brackets, emphasis) = match mark {
                Mark::Same => (None, None),
                Mark::Gone => (Some(["[-", "-]"]), Some(Emphasis::Gone)),
                Mark::New => (Some(["{+", "+}"]), Some(Emphasis::New)),
                Mark::Was => (None, Some(Emphasis::Gone)),
                Mark::Is => (None, Some(Emphasis::New)),
            };
            let run = self.run(text, emphasis);
            // Two columns each, at whose outside alone a line breaks.
            let bracket = |text: &str, written| Run { text: text.into(), written: Some(written), emphasis };
            match brackets {
                Some([open, close]) => runs.extend([bracket("（", open), run, bracket("）", close)]),
                None => runs.push(run),
            }
        }
        runs
    }

    /// Writes runs in the columns that there are, the first line behind one lead and the others behind another.
    fn lines(&mut self, lead: [&str; 2], runs: &[Run]) -> Result<()> {
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        let columns = self.out.width().saturating_sub(lead[1].len());
        for (number, line) in wrap(&text, columns, self.out.medium.policy).into_iter().enumerate() {
            self.out.text(lead[number.min(1)])?;
            let start = line.as_ptr() as usize - text.as_ptr() as usize;
            let mut at = 0;
            for run in runs {
                let from = start.clamp(at, at + run.text.len()) - at;
                let to = (start + line.len()).clamp(at, at + run.text.len()) - at;
                at += run.text.len();
                let part = run.written.filter(|_| from < to).unwrap_or(&run.text[from..to]);
                match run.emphasis.filter(|_| !part.is_empty()) {
                    Some(emphasis) => self.out.styled(part, emphasis)?,
                    None => self.out.text(part)?,
                }
            }
            self.out.line("")?;
        }
        Ok(())
    }
}

impl Paper for Text<'_> {
    fn put(&mut self, block: Block<'_>) -> Result<()> {
        let (lead, text, emphasis) = match block {
            Block::Line(line) => return self.lines(["    ", "      "], &self.runs(line)),
            Block::Heading(level, text) => {
                if level > 1 {
                    self.out.line("")?;
                }
                self.lines(["", ""], &[self.run(text, Some(Emphasis::Heading))])?;
                return if level == 1 { self.out.line("") } else { Ok(()) };
            }
            Block::Entry(became, text) => {
                let (sign, emphasis) = match became {
                    Became::New => ("+ ", Emphasis::New),
                    Became::Gone => ("- ", Emphasis::Gone),
                    Became::Changed => ("~ ", Emphasis::Heading),
                };
                ([sign, "  "], text, Some(emphasis))
            }
            Block::Paragraph(text) => (["", ""], text, None),
            Block::Item(text) => (["  ", "    "], text, None),
            Block::Says(text) => (["    ", "    "], text, None),
        };
        self.lines(lead, &[self.run(text, emphasis)])
    }
}
