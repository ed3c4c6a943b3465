//! What a record says and cites: its numbers stand in the paragraphs it cites, as far as those are known.

use super::article::{self, Paragraph};
use super::numbers::Numbers;
use super::report::Report;
use super::string::Str;
use crate::programme::fault::{Fault, Quote};
use crate::programme::rules;

/// More different numbers in one record are not compared.
const MAX_NUMBERS: usize = 256;

/// The numbers and the cites of the record that is being read.
#[derive(Default)]
pub(super) struct Record<'a> {
    /// What the cite that is being read says.
    pub source: Option<Str<'a>>,
    pub paragraph: Option<Str<'a>>,
    pub restored: bool,
    numbers: Vec<(u64, usize, String)>,
    cited: Vec<&'static Paragraph>,
    /// Whether it cites something whose numbers are not known.
    unknown: bool,
}

impl<'a> Record<'a> {
    /// Adds numbers that a text of the record has in digits.
    pub(super) fn add(&mut self, numbers: &Numbers, at: usize, report: &Report) {
        for &number in &numbers.digits {
            if self.numbers.len() < MAX_NUMBERS && !self.numbers.iter().any(|(n, ..)| *n == number) {
                self.numbers.push((number, at, report.path()));
            }
        }
    }

    /// Checks the cite that has been read against what is known of its source.
    pub(super) fn end_cite(&mut self, report: &mut Report) {
        let (source, paragraph) = (self.source.take(), self.paragraph.take());
        let restored = std::mem::take(&mut self.restored);
        let known = source.and_then(|source| article::paragraphs(&source.text()));
        let (Some(known), Some(paragraph)) = (known, paragraph) else {
            self.unknown = true;
            return;
        };
        let name = paragraph.text();
        let Some(cited) = known.iter().find(|p| p.name == name) else {
            self.unknown = true;
            if rules::is_paragraph(&name) {
                report.error(paragraph.at, Fault::NoParagraph(Quote::of(&name)));
            }
            return;
        };
        if restored && !cited.restored {
            report.warning(paragraph.at, Fault::NotRestored(cited.name));
        }
        if !self.cited.iter().any(|p| p.name == cited.name) {
            self.cited.push(cited);
        }
    }

    /// Warns of numbers that none of the cited paragraphs has.
    pub(super) fn end(&mut self, report: &mut Report) {
        if self.unknown || self.cited.is_empty() {
            return;
        }
        let cited = self.cited.iter().map(|p| p.name).collect::<Vec<_>>().join(", ");
        for (number, at, path) in std::mem::take(&mut self.numbers) {
            if !self.cited.iter().any(|p| p.numbers.contains(&number)) {
                report.warning_at(path, at, Fault::NotCited(number, cited.as_str().into()));
            }
        }
    }
}
