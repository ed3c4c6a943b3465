//! `yixin doctor`: what the environment, the options and its answer say of this terminal, and what follows.

use std::process::ExitCode;

use super::Result;
use clap::Args;
use serde_json::json;

use super::output::{Emphasis, Output};
use super::{Global, table};
use crate::programme::Language;
use crate::terminal::{self, report::Finding};
use crate::text::clean;
use crate::words::{self, Failure, Words};

#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    #[arg(long)]
    pub json: bool,
}

/// Prints the findings.
///
/// # Errors
/// Standard output.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    let mut capability = global.capability();
    terminal::measure(&mut capability).map_err(Failure::Terminal)?;
    let findings = capability.findings;
    let mut out = Output::open(global);
    if options.json {
        // For programs, which read it in one language.
        let rows = findings.iter().map(|f| cells(f, Language::En));
        let rows = rows.map(|[what, value, source, follows]| {
            json!({ "what": what, "value": value, "source": source, "follows": follows })
        });
        out.json(&rows.collect::<Vec<_>>())?;
    } else {
        let language = global.language();
        let mut rows = vec![Words::of(language).commands.doctor.map(String::from).to_vec()];
        rows.extend(findings.iter().map(|f| cells(f, language).to_vec()));
        let widths = table::widths(&rows, out.columns, &out.medium);
        for (index, row) in rows.iter().enumerate() {
            let line = table::cells(row, &widths, &out.medium).concat();
            if index == 0 {
                out.styled(&line, Emphasis::Heading)?
            } else {
                out.text(&line)?
            }
            out.line("")?;
        }
    }
    out.close()?;
    Ok(ExitCode::SUCCESS)
}

/// A finding in words, without what acts on a terminal.
fn cells(finding: &Finding, language: Language) -> [String; 4] {
    words::finding(language, finding).map(|text| clean(&text).into_owned())
}
