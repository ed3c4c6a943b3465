//! `yixin show`: one entry of the dataset, as wrapped text, Markdown or JSON.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, ValueEnum};

use super::Global;
use super::document::Document;
use super::find;
use super::output::{Emphasis, Output};
use super::pages::Pages;
use crate::programme::{Programme, Record, file};

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
    let entry = find::record(&programme, &options.entry)?;
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
fn page(pages: &Pages<'_>, entry: Record) -> Document {
    match entry {
        Record::Region(region) => pages.region(region),
        Record::Zone(zone) => pages.zone(zone),
        Record::Initiative(initiative) => pages.initiative(initiative),
        Record::Partner(partner) => pages.partner(partner),
        Record::Topic(_) | Record::Place(_) | Record::Programme => pages.listed(entry),
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
fn json(programme: &Programme, entry: Record, out: &mut Output) -> Result<()> {
    match entry {
        Record::Region(region) => out.json(&file::Region::of(programme, &programme[region])),
        Record::Zone(zone) => out.json(&file::Zone::of(programme, &programme[zone])),
        Record::Initiative(initiative) => out.json(&file::Initiative::of(programme, &programme[initiative])),
        Record::Partner(partner) => out.json(&file::Partner::of(programme, &programme[partner])),
        Record::Topic(topic) => out.json(&programme[topic]),
        Record::Place(place) => out.json(&serde_json::json!({ "name": programme[place].name })),
        Record::Programme => out.json(&file::Overview::of(programme)),
    }
}
