//! `yixin brief`: a briefing in Markdown or HTML on the programme or a part of it, each point with its source.

use std::process::ExitCode;

use super::Result;
use clap::{Args, ValueEnum};

use super::filter::FilterArgs;
use super::output::Output;
use super::{Global, list};
use crate::page::{Brief, Cites, Scope, brief, html, markdown};
use crate::programme::{Choice, Matching};
use crate::words::Words;

#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    #[command(flatten)]
    pub filter: FilterArgs,
    #[arg(long, value_name = "md|html", default_value = "md")]
    pub format: Format,
}

#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Md,
    Html,
}

/// Prints a briefing.
///
/// # Errors
/// The dataset, an unknown id, or standard output.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    let programme = global.programme()?;
    let filter = options.filter.filter(&programme)?;
    let initiatives = Matching::of(&programme, &filter).initiatives().to_vec();
    let nothing = initiatives.is_empty();
    let scope = Scope::new(&programme, global.language());
    let pages =
        brief(&scope, &Brief { about: filter.choices().filter_map(Choice::record).collect(), initiatives });
    let mut out = Output::open(global);
    match options.format {
        Format::Md => out.text(&markdown(&scope, &pages, Cites::AfterEach))?,
        Format::Html => out.bytes(html(&scope, &pages, Cites::AfterEach).as_bytes())?,
    }
    out.close()?;
    Ok(list::told(nothing, Words::of(global.language()).commands.nothing_found))
}
