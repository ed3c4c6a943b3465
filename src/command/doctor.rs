//! `yixin doctor`: what the environment, the options and its answer say of this terminal, and what follows.

use std::process::ExitCode;

use super::Result;
use clap::Args;
use serde_json::json;

use super::output::{Emphasis, Output};
use super::{Global, table};
use crate::terminal::{self, Finding};
use crate::text::clean;
use crate::words::{Failure, Words};

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
        let finding = |f: &Finding| json!({ "what": f.what, "value": clean(&f.value), "source": clean(&f.source), "follows": f.follows });
        out.json(&findings.iter().map(finding).collect::<Vec<_>>())?;
    } else {
        let mut rows = vec![Words::of(global.language()).commands.doctor.map(String::from).to_vec()];
        rows.extend(findings.into_iter().map(|f| {
            [f.what, &f.value, &f.source, &f.follows].map(|text| clean(text).into_owned()).to_vec()
        }));
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
