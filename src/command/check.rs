//! `yixin check`: every error of some datasets, a line each.

use std::fs::File;
use std::io::{self, Read, stdin};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::meter::Meter;
use super::output::Output;
use super::{Global, Result, is_standard_input, size};
use crate::programme::{Language, Problem, Refusal, Severity, check_telling};
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
        match problems(path, global) {
            Ok(problems) => found.extend(problems.into_iter().map(|problem| (name.clone(), problem))),
            Err(error) => {
                unreadable += 1;
                let failure = Failure::Dataset { name, refusal: Refusal::Unreadable(error) };
                super::complain(global, &failure.say(language));
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
    super::complain(global, &Words::of(language).commands.summary(files, errors, found.len() - errors));
    Ok(ExitCode::from(u8::from(errors + unreadable > 0)))
}

/// What is wrong in a file; standard error tells how far it is.
fn problems(path: &Path, global: &Global) -> io::Result<Vec<Problem>> {
    let begun = Instant::now();
    let bytes = read(path, global)?;
    let meter = Meter::checking(global, bytes.len() as u64, begun);
    let tell = meter.reader();
    Ok(check_telling(&bytes, &|at| {
        tell(at);
    }))
}

/// A file's bytes; `-` is standard input.
fn read(path: &Path, global: &Global) -> io::Result<Vec<u8>> {
    /// How much is read at once, in bytes.
    const CHUNK: u64 = 1 << 18;
    let mut input: Box<dyn Read> =
        if is_standard_input(path) { Box::new(stdin()) } else { Box::new(File::open(path)?) };
    let (size, mut bytes) = (size(path), Vec::new());
    let meter = Meter::reading(global, size);
    let tell = meter.reader();
    bytes.try_reserve_exact(size.and_then(|size| usize::try_from(size).ok()).unwrap_or(0))?;
    // An end that is asked for again would have to be typed again.
    while input.by_ref().take(CHUNK).read_to_end(&mut bytes)? == CHUNK as usize {
        tell(bytes.len() as u64);
    }
    Ok(bytes)
}

fn line<'a>(file: &'a str, problem: &'a Problem, language: Language) -> Line<'a> {
    let Problem { line, column, path, .. } = problem;
    let severity = match problem.severity {
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    Line { file, line: *line, column: *column, path, severity, message: words::message(language, problem) }
}
