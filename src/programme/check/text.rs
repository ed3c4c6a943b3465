//! The check of a text by language: which are there, and whether their numbers agree.

use super::json::{Found, Stop};
use super::numbers::Numbers;
use super::report::Step;
use super::shape::Kind;
use super::walk::Walk;
use crate::programme::Language;
use crate::programme::fault::Fault;
use crate::text::is_blank;

/// A text in one language: where its key and itself stand, in bytes, and which numbers it has.
struct Said {
    key: usize,
    at: usize,
    numbers: Numbers,
}

impl Walk<'_> {
    /// Reads a text: its languages, and whether their numbers agree.
    pub(super) fn text(&mut self, at: usize) -> Result<(), Stop> {
        let mut said: [Option<Said>; 3] = Default::default();
        self.reader.open();
        let mut first = true;
        while let Some(key) = self.reader.key(std::mem::take(&mut first))? {
            let name = key.text();
            let Some(language) = Language::ALL.into_iter().find(|l| l.tag() == name) else {
                self.unknown(key, Language::ALL.into_iter().map(Language::tag));
                self.reader.skip()?;
                continue;
            };
            if let Some(earlier) = &said[language as usize] {
                self.reader.report.repeated(key.at, Fault::LanguageTwice(language), earlier.key);
            }
            self.reader.report.path.push(Step::Field(language.tag()));
            let at = self.reader.at();
            said[language as usize] = Some(Said { key: key.at, at, numbers: self.language(at)? });
            self.reader.report.path.pop();
        }
        for (language, _) in Language::ALL.into_iter().zip(&said).filter(|(_, said)| said.is_none()) {
            match language {
                Language::ZhHans => self.error(at, Fault::NoLanguage(language)),
                _ => self.reader.report.warning(at, Fault::NoLanguage(language)),
            }
        }
        self.compare(&said);
        Ok(())
    }

    /// Reads a text in one language, and gives the numbers in it.
    fn language(&mut self, at: usize) -> Result<Numbers, Stop> {
        let found = self.reader.found()?;
        if found != Found::String {
            self.wrong(&Kind::Word, at, found)?;
            return Ok(Numbers::default());
        }
        let text = self.reader.string()?.text();
        if is_blank(&text) {
            self.error(at, Fault::EmptyText);
        }
        let numbers = Numbers::of(&text);
        self.record.add(&numbers, at, &self.reader.report);
        Ok(numbers)
    }

    /// Warns of numbers in digits that another language of the same text doesn't have.
    fn compare(&mut self, said: &[Option<Said>; 3]) {
        for (language, said_here) in Language::ALL.into_iter().zip(said) {
            let Some(here) = said_here else { continue };
            for number in &here.numbers.digits {
                let lacks = |other: &&Language| {
                    said[**other as usize].as_ref().is_some_and(|other| !other.numbers.has(*number))
                };
                let Some(other) = Language::ALL.iter().find(lacks) else { continue };
                self.reader.report.path.push(Step::Field(language.tag()));
                self.reader.report.warning(here.at, Fault::NumberDiffers(*number, *other));
                self.reader.report.path.pop();
            }
        }
    }
}
