//! `yixin completions`: a completion script for a shell, with the ids of the dataset.

use std::process::ExitCode;

use super::Result;
use clap::builder::PossibleValuesParser;
use clap::{Args, Command};
use clap_complete::Shell;

use super::Global;
use super::output::Output;
use crate::programme::{Programme, Stage};

#[derive(Args, Clone, Debug)]
pub struct Options {
    #[arg(value_name = "bash|zsh|fish|powershell|elvish")]
    pub shell: Shell,
}

/// Prints the script for a command line.
///
/// # Errors
/// The dataset, or standard output.
pub fn run(global: &Global, options: &Options, command: Command) -> Result<ExitCode> {
    let programme = global.programme()?;
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut with_ids(command, &programme), "yixin", &mut script);
    let mut out = Output::open(global);
    out.bytes(&script)?;
    out.close()?;
    Ok(ExitCode::SUCCESS)
}

/// The command line, where an option that takes an id has those of the dataset as its values.
fn with_ids(command: Command, programme: &Programme) -> Command {
    let command = command.mut_args(|arg| match ids(arg.get_id().as_str(), programme) {
        Some(ids) => arg.value_parser(PossibleValuesParser::new(ids)).hide_possible_values(true),
        None => arg,
    });
    command.mut_subcommands(|command| with_ids(command, programme))
}

/// The values of an option, if it takes ids.
pub(crate) fn ids(option: &str, programme: &Programme) -> Option<Vec<String>> {
    let zones = || programme.zones.iter().map(|z| z.id.to_string());
    let regions = || programme.regions.iter().map(|r| r.id.to_string());
    let topics = || programme.topics.iter().map(|t| t.id.to_string());
    let partners = || programme.partners.iter().map(|p| p.id.to_string());
    let initiatives = || programme.initiatives.iter().map(|i| i.id.to_string());
    Some(match option {
        "zone" | "in_zone" => zones().collect(),
        "region" | "in_region" => regions().collect(),
        "topic" => topics().collect(),
        "partner" => partners().collect(),
        "initiative" => initiatives().collect(),
        "stage" => Stage::ALL.iter().map(|s| s.id().to_owned()).collect(),
        "entry" => zones().chain(regions()).chain(initiatives()).chain(partners()).chain(topics()).collect(),
        _ => return None,
    })
}
