//! `yixin check`: every error of some datasets, a line each.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::output::Output;
use super::{Global, Result, is_standard_input};
use crate::programme::{Language, Problem, Refusal, Severity, check};
use crate::text::clean;
use crate::words::{self, Failure, Words};

#[derive(Args, Clone, Debug)]
pub struct Options {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "text|json", default_value = "text")]
    pub format: Format,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Json,
}

/// A problem as editors read it.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    path: &'a str,
    severity: &'static str,
    message: String,
}

/// Prints what is wrong in each file; fails if a file has an error or can't be read.
///
/// # Errors
/// Standard output.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    let mut found: Vec<(String, Problem)> = Vec::new();
    let (mut unreadable, language) = (0, global.language());
    for path in &options.files {
        let name = clean(&path.display().to_string()).into_owned();
        match read(path) {
            Ok(bytes) => found.extend(check(&bytes).into_iter().map(|problem| (name.clone(), problem))),
            Err(error) => {
                unreadable += 1;
                let failure = Failure::Dataset { name, refusal: Refusal::Unreadable(error) };
                super::complain(&failure.say(language));
            }
        }
    }
    let mut out = Output::open(global);
    match options.format {
        Format::Text => {
            let line = |(file, problem)| [file, ":", &*words::problem(language, problem)].concat();
            found.iter().try_for_each(|(file, problem)| out.line(&line((file, problem))))?
        }
        Format::Json => {
            out.json(&found.iter().map(|(file, problem)| line(file, problem, language)).collect::<Vec<_>>())?
        }
    }
    out.close()?;
    let errors = found.iter().filter(|(_, problem)| problem.severity == Severity::Error).count();
    let files = options.files.len() - unreadable;
    super::complain(&Words::of(language).commands.summary(files, errors, found.len() - errors));
    Ok(ExitCode::from(u8::from(errors + unreadable > 0)))
}

/// A file's bytes; `-` is standard input.
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    if is_standard_input(path) {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    std::fs::read(path)
}

fn line<'a>(file: &'a str, problem: &'a Problem, language: Language) -> Line<'a> {
    let Problem { line, column, path, .. } = problem;
    let severity = match problem.severity {
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    Line { file, line: *line, column: *column, path, severity, message: words::message(language, problem) }
}
