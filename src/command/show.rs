//! `yixin show`: one record of the dataset, as wrapped text, Markdown or JSON.

use std::process::ExitCode;

use super::Result;
use clap::{Args, ValueEnum};

use super::output::Output;
use super::{Global, find};
use crate::page::{Cites, Scope, markdown};
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

/// Prints a record.
///
/// # Errors
/// The dataset, an unknown id, or standard output.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    let programme = global.programme()?;
    let record = find::record(&programme, &options.entry)?;
    let scope = Scope::new(&programme, global.language());
    let mut out = Output::open(global);
    match options.format {
        Format::Json => json(&programme, record, &mut out)?,
        Format::Md => out.text(&markdown(&scope, &[(1, scope.page(record))], Cites::AtEnd))?,
        Format::Text => out.page(&scope, &scope.page(record))?,
    }
    out.close()?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the record in the form of the dataset.
fn json(programme: &Programme, record: Record, out: &mut Output) -> Result<()> {
    match record {
        Record::Region(region) => out.json(&file::Region::of(programme, &programme[region])),
        Record::Zone(zone) => out.json(&file::Zone::of(programme, &programme[zone])),
        Record::Initiative(initiative) => out.json(&file::Initiative::of(programme, &programme[initiative])),
        Record::Partner(partner) => out.json(&file::Partner::of(programme, &programme[partner])),
        Record::Topic(topic) => out.json(&programme[topic]),
        Record::Place(place) => out.json(&serde_json::json!({ "name": programme[place].name })),
        Record::Programme => out.json(&file::Overview::of(programme)),
    }
}
