//! `yixin show`: one entry of the dataset, as wrapped text, Markdown or JSON.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, ValueEnum};

use super::Global;
use super::document::Document;
use super::find::{self, Entry};
use super::output::{Emphasis, Output};
use super::pages::Pages;
use crate::programme::{Programme, file};

#[derive(Args, Clone, Debug)]
pub struct Options {
    #[arg(value_name = "ID")]
    pub entry: String,
    #[arg(long, value_name = "text|md|json", default_value = "text")]
    pub format: Format,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Md,
    Json,
}

/// Columns of text where no terminal says how many it has.
const COLUMNS: usize = 80;

/// Prints an entry.
///
/// # Errors
/// The dataset, an unknown id, or standard output.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    let programme = global.programme()?;
    let entry = find::entry(&programme, &options.entry)?;
    let mut out = Output::open(global);
    if options.format == Format::Json {
        json(&programme, entry, &mut out)?;
    } else {
        let page = page(&Pages::new(&programme, global.language()), entry);
        match options.format {
            Format::Md => out.text(&page.markdown())?,
            _ => print(&page, &mut out)?,
        }
    }
    out.close()?;
    Ok(ExitCode::SUCCESS)
}

/// What there is to say of an entry.
fn page(pages: &Pages<'_>, entry: Entry) -> Document {
    match entry {
        Entry::Region(region) => pages.region(region),
        Entry::Zone(zone) => pages.zone(zone),
        Entry::Initiative(initiative) => pages.initiative(initiative),
        Entry::Partner(partner) => pages.partner(partner),
        Entry::Topic(topic) => pages.topic(topic),
    }
}

fn print(page: &Document, out: &mut Output) -> Result<()> {
    for (heading, line) in page.lines(out.columns.unwrap_or(COLUMNS), &out.theme) {
        if heading {
            out.styled(&line, Emphasis::Heading)?
        } else {
            out.text(&line)?
        }
        out.line("")?;
    }
    Ok(())
}

/// Writes the entry in the form of the dataset.
fn json(programme: &Programme, entry: Entry, out: &mut Output) -> Result<()> {
    match entry {
        Entry::Region(region) => out.json(&file::Region::of(programme, &programme[region])),
        Entry::Zone(zone) => out.json(&file::Zone::of(programme, &programme[zone])),
        Entry::Initiative(initiative) => out.json(&file::Initiative::of(programme, &programme[initiative])),
        Entry::Partner(partner) => out.json(&programme[partner]),
        Entry::Topic(topic) => out.json(&programme[topic]),
    }
}
