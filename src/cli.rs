//! The command line: what may be said, and which command carries it out.

use std::process::ExitCode;

use clap::Parser;

use crate::command::{Global, browse};

/// The whole command line.
#[derive(Parser, Debug)]
#[command(name = "yixin", version, disable_help_subcommand = true)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(flatten)]
    pub browse: browse::Options,
}

/// Runs the program by the process's arguments; a failure is one line on standard error.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return refuse(&error),
    };
    match browse::run(&cli.global, &cli.browse) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("yixin: {error:#}");
            ExitCode::from(1)
        }
    }
}

/// Prints help or the version as asked for; anything else is a usage error in one line.
fn refuse(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let text = error.to_string();
    let line = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
    eprintln!("yixin: {line}");
    ExitCode::from(2)
}
