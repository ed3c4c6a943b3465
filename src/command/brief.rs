//! `yixin brief`: a briefing in Markdown, HTML or a document of Word on the programme or a part of it, each point with its source.

use std::process::ExitCode;

use super::Result;
use clap::{Args, ValueEnum};

use super::filter::Selection;
use super::output::Output;
use super::{Global, list};
use crate::page::{Brief, Cites, Scope, brief, brief_since, docx, html, markdown};
use crate::programme::{Choice, Matching, Record};
use crate::words::Words;

#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    #[command(flatten)]
    pub selection: Selection,
    #[arg(long, value_name = "md|html|docx", default_value = "md")]
    pub format: Format,
}

#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Md,
    Html,
    Docx,
}

/// Prints a briefing.
///
/// # Errors
/// The dataset, an unknown id, or standard output.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    let (programme, filter) = options.selection.open(global)?;
    let matching = Matching::of(&programme, &filter);
    let scope = Scope::new(&programme, global.language()).within(&matching);
    let about: Vec<Record> = filter.choices().filter_map(Choice::record).collect();
    let initiatives = matching.initiatives().to_vec();
    let nothing = programme.since().is_none() && initiatives.is_empty();
    let pages = match programme.since() {
        Some(since) => brief_since(&scope, since, &about),
        None => brief(&scope, &Brief { about, initiatives }),
    };
    let mut out = Output::open(global);
    match options.format {
        Format::Md => out.text(&markdown(&scope, &pages, Cites::AfterEach))?,
        Format::Html => out.bytes(html(&scope, &pages, Cites::AfterEach).as_bytes())?,
        Format::Docx => out.document(&docx(&scope, &pages, Cites::AfterEach)?)?,
    }
    out.close()?;
    Ok(list::told(global, nothing, Words::of(global.language()).commands.nothing_found))
}
