//! The command line: what may be said, in whose words help is, and which command carries it out.

mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser};

use crate::command::{self, Global, browse};
use crate::programme::Language;

/// The whole command line.
#[derive(Parser, Debug)]
#[command(name = "yixin", version, disable_help_subcommand = true)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(flatten)]
    pub browse: browse::Options,
}

impl Cli {
    /// Reads arguments, the program's name first.
    ///
    /// # Errors
    /// Help or the version as asked for, or what is wrong.
    pub fn read(args: Vec<OsString>) -> Result<Self, clap::Error> {
        let kiosk = args.iter().any(|a| a == "--kiosk");
        let language = language_of_help(&args);
        let mut command = command(language);
        if !kiosk {
            // A kiosk takes nothing from a client's environment.
            command = command.mut_args(|arg| match ENVIRONMENT.iter().find(|(id, _)| arg.get_id() == id) {
                Some((_, name)) => arg.env(name).hide_env(true),
                None => arg,
            });
        }
        Self::from_arg_matches(&command.try_get_matches_from(args)?)
    }
}

/// The options that the environment can give, and as what.
const ENVIRONMENT: [(&str, &str); 6] = [
    ("data", "YIXIN_DATA"),
    ("lang", "YIXIN_LANG"),
    ("ambiguous", "YIXIN_AMBIGUOUS"),
    ("glyphs", "YIXIN_GLYPHS"),
    ("color", "YIXIN_COLOR"),
    ("charset", "YIXIN_CHARSET"),
];

/// The command line with its help in one language.
pub fn command(language: Language) -> clap::Command {
    let words = words::Help::of(language);
    let mut command =
        Cli::command().about(words.about).after_help(words.examples).help_template(words.template);
    command.build();
    command.mut_args(|arg| match words.arg(arg.get_id().as_str()) {
        Some(help) => arg.help(help).hide_possible_values(true).hide_default_value(true),
        None => arg,
    })
}

/// The language of `--help`: the one that `--lang` names, wherever it stands, else the environment's.
fn language_of_help(args: &[OsString]) -> Language {
    let after_flag =
        args.iter().zip(args.iter().skip(1)).find(|(flag, _)| *flag == "--lang").map(|(_, tag)| tag);
    let joined = args.iter().filter_map(|a| a.to_str()).find_map(|a| a.strip_prefix("--lang="));
    let tag = joined.or(after_flag.and_then(|tag| tag.to_str()));
    tag.and_then(Language::from_tag).unwrap_or_else(command::environment_language)
}

/// Runs the program by the process's arguments; a failure is one line on standard error.
pub fn main() -> ExitCode {
    let cli = match Cli::read(std::env::args_os().collect()) {
        Ok(cli) => cli,
        Err(error) => return refuse(&error),
    };
    match browse::run(&cli.global, &cli.browse) {
        Ok(end) => end,
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
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let what = lines.next().unwrap_or_default().trim_start_matches("error: ");
    let tip = lines.find(|line| line.starts_with("tip: "));
    let tip = tip.map(|tip| format!("; {}", tip.trim_start_matches("tip: "))).unwrap_or_default();
    eprintln!("yixin: {what}{tip}");
    ExitCode::from(2)
}
