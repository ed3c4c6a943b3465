//! `yixin brief`: a briefing in Markdown or HTML on the programme or a part of it, each point with its source.

use std::process::ExitCode;

use super::Result;
use clap::{Args, ValueEnum};

use super::list::Filter;
use super::output::Output;
use super::{Global, find};
use crate::page::{Brief, Cites, Scope, brief, html, markdown};
use crate::programme::{Kind, Programme, Record};

#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    #[arg(id = "in_region", long = "region", value_name = "ID", group = "about")]
    pub region: Option<String>,
    #[arg(id = "in_zone", long = "zone", value_name = "ID", group = "about")]
    pub zone: Option<String>,
    #[arg(long, value_name = "ID", group = "about")]
    pub partner: Option<String>,
    #[arg(long, value_name = "ID", group = "about")]
    pub topic: Option<String>,
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
    let Options { region, zone, partner, topic, format } = options.clone();
    let found = Filter { region, zone, partner, topic, stage: None }.apply(&programme)?;
    let scope = Scope::new(&programme, global.language());
    let pages = brief(&scope, &Brief { about: about(&programme, options)?, initiatives: found });
    let mut out = Output::open(global);
    match format {
        Format::Md => out.text(&markdown(&scope, &pages, Cites::AfterEach))?,
        Format::Html => out.bytes(html(&scope, &pages, Cites::AfterEach).as_bytes())?,
    }
    out.close()?;
    Ok(ExitCode::SUCCESS)
}

/// What the briefing is on, beside the programme.
fn about(programme: &Programme, options: &Options) -> Result<Vec<Record>> {
    let Options { region, zone, partner, topic, .. } = options;
    let mut about = Vec::new();
    for (kind, word) in
        [(Kind::Region, region), (Kind::Zone, zone), (Kind::Partner, partner), (Kind::Topic, topic)]
    {
        about.extend(word.as_deref().map(|word| find::of_kind(programme, kind, word)).transpose()?);
    }
    Ok(about)
}
