//! What is wrong in a dataset, in three languages: a missing sentence does not compile.

mod en;
mod zh_hans;
mod zh_hant;

use crate::programme::fault::Fault;
use crate::programme::{Language, Problem, Severity};

/// A problem of a dataset as `line:column: path: what is wrong; what would be right`, to stand behind the file's name.
pub fn problem(language: Language, problem: &Problem) -> String {
    wording(language).problem(problem)
}

/// What is wrong alone.
pub fn message(language: Language, problem: &Problem) -> String {
    wording(language).message(problem)
}

/// The sentences of a language.
trait Wording {
    fn fault(&self, fault: &Fault) -> String;
    /// Before what is no error.
    fn warning(&self) -> &'static str;
    /// Where the same thing stands first.
    fn first(&self, line: usize, column: usize) -> String;

    fn message(&self, problem: &Problem) -> String {
        let first = problem.first.map(|(line, column)| self.first(line, column)).unwrap_or_default();
        self.fault(&problem.fault) + &first
    }

    fn problem(&self, problem: &Problem) -> String {
        let Problem { line, column, path, severity, .. } = problem;
        let severity = if *severity == Severity::Warning { self.warning() } else { "" };
        format!("{line}:{column}: {path}: {severity}{}", self.message(problem))
    }
}

fn wording(language: Language) -> &'static dyn Wording {
    match language {
        Language::ZhHans => &zh_hans::ZhHans,
        Language::ZhHant => &zh_hant::ZhHant,
        Language::En => &en::En,
    }
}
