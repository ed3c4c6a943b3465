//! `yixin diff`: what changed between two editions of the dataset.

mod markdown;
mod report;
mod text;

use std::mem::ManuallyDrop;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::editions::{Editions, both};
use super::filter::FilterArgs;
use super::meter::Meter;
use super::output::Output;
use super::{Global, Result};
use crate::programme::diff::{Json, entries_of};
use crate::programme::{Diff, Initiative, Matching, Programme, Ref};
use crate::text::clean;
use crate::words::Words;
use markdown::Markdown;
use report::Report;
use text::Text;

#[derive(Args, Clone, Debug)]
pub struct Options {
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    #[command(flatten)]
    pub filter: FilterArgs,
    #[arg(long, value_name = "text|md|json", default_value = "text")]
    pub format: Format,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Md,
    Json,
}

/// Prints what changed; succeeds where nothing did.
///
/// # Errors
/// A dataset, an unknown value, or standard output.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    // The process ends with this: taking large ones apart would only take time.
    let [old, new] = open(global, options)?.map(ManuallyDrop::new);
    let mut diff = Diff::of(&old, &new);
    if options.filter != FilterArgs::default() {
        limit(&mut diff, &options.filter, &old, &new)?;
    }
    let mut out = Output::open(global);
    let (language, names) = (
        global.language(),
        [&options.old, &options.new].map(|path| clean(&path.display().to_string()).into_owned()),
    );
    let report = Report::new(&diff, &old, &new, language);
    let colon = Words::of(language).colon;
    match options.format {
        Format::Text => report.write(names, &mut Text::new(&mut out, colon))?,
        Format::Md => report.write(names, &mut Markdown::new(&mut out, colon))?,
        Format::Json => out.json(&Json { diff: &diff, old: &old, new: &new })?,
    }
    out.close()?;
    Ok(ExitCode::from(u8::from(!diff.is_empty())))
}

/// Both editions; standard error tells how far they are.
fn open(global: &Global, options: &Options) -> Result<[Programme; 2]> {
    let (old, new) = (&*options.old, Some(&*options.new));
    let meter = Meter::reading(global, Editions { new, old: Some(old) }.size());
    both(old, new, &meter.reader())
}

/// Limits a comparison to what matches in one of the editions. A value need not be known in both.
fn limit(diff: &mut Diff, filter: &FilterArgs, old: &Programme, new: &Programme) -> Result<()> {
    let matching = |programme: &Programme| -> Result<Vec<Ref<Initiative>>> {
        Ok(Matching::of(programme, &filter.filter(programme)?).initiatives().to_vec())
    };
    let (before, after) = (matching(old), matching(new));
    let (before, after) = match (before, after) {
        (Err(_), Err(error)) => return Err(error),
        (before, after) => (before.unwrap_or_default(), after.unwrap_or_default()),
    };
    diff.limit(&entries_of(old, &before), &entries_of(new, &after));
    Ok(())
}
