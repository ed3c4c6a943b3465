//! `yixin show`: one record of the dataset, as wrapped text, Markdown, HTML, a document of Word or JSON.

use std::process::ExitCode;

use super::Result;
use clap::{Args, ValueEnum};

use super::output::Output;
use super::{Global, find};
use crate::page::{Cites, Scope, docx, html, markdown};
use crate::programme::Written;

#[derive(Args, Clone, Debug)]
pub struct Options {
    #[arg(value_name = "ID")]
    pub entry: String,
    #[arg(long, value_name = "text|md|html|docx|json", default_value = "text")]
    pub format: Format,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Md,
    Html,
    Docx,
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
        Format::Json => out.json(&Written(&programme, record))?,
        Format::Md => out.text(&markdown(&scope, &[(1, scope.page(record))], Cites::AtEnd))?,
        Format::Html => out.bytes(html(&scope, &[(1, scope.page(record))], Cites::AtEnd).as_bytes())?,
        Format::Docx => out.document(&docx(&scope, &[(1, scope.page(record))], Cites::AtEnd)?)?,
        Format::Text => out.page(&scope, &scope.page(record))?,
    }
    out.close()?;
    Ok(ExitCode::SUCCESS)
}
