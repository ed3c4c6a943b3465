//! The command line: what may be said, in whose words help is, and which command carries it out.

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::command::{
    self, Global, Unknown, brief, browse, check, completions, doctor, list, man, schema, search, show, tour,
};
use crate::programme::Language;
use crate::words::{Help, Words};

/// The whole command line.
#[derive(Parser, Debug)]
#[command(name = "yixin", version, disable_help_subcommand = true)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(flatten)]
    pub browse: browse::Options,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What the program can do beside browsing.
#[derive(Subcommand, Debug)]
pub enum Command {
    List(list::Options),
    Show(show::Options),
    Search(search::Options),
    Brief(brief::Options),
    Check(check::Options),
    Tour(tour::Options),
    Doctor(doctor::Options),
    Schema,
    Completions(completions::Options),
    Man,
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
        if args.iter().any(|arg| arg == "-h") {
            command = short(command);
        }
        if !kiosk {
            // A kiosk takes nothing from a client's environment.
            command = command.mut_args(|arg| match ENVIRONMENT.iter().find(|(id, _)| arg.get_id() == id) {
                Some((_, name)) => arg.env(name).hide_env(true),
                None => arg,
            });
        }
        let cli = Self::from_arg_matches(&command.clone().try_get_matches_from(args)?)?;
        if cli.command.is_some() && cli.browse != browse::Options::default() {
            let what = "options of the browser stand before a command; put the command's own behind it";
            return Err(command.error(ErrorKind::ArgumentConflict, what));
        }
        Ok(cli)
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
    let words = &Words::of(language).usage;
    let mut command = Cli::command()
        .about(words.about)
        .after_help(words.examples)
        .help_template(words.template)
        .mut_subcommands(|command| {
            let about = words.command(command.get_name()).unwrap_or_default();
            command.about(about).help_template(words.command_template)
        });
    command.build();
    translated(command, words)
}

/// The command line as `-h` shows it: on one screen. Clap's own short help would spread out the long one.
fn short(command: clap::Command) -> clap::Command {
    const SHOWN: [&str; 5] = ["zone", "region", "lang", "help", "version"];
    command.after_help("").mut_args(|arg| {
        let hidden = !SHOWN.contains(&arg.get_id().as_str());
        arg.hide(hidden)
    })
}

/// Where the options that all commands have stand in help: after a command's own, before `--help`.
const GLOBAL: usize = 500;

/// The command with the help of its arguments, and of its subcommands', in one language.
fn translated(command: clap::Command, words: &Help) -> clap::Command {
    let arg = |arg: clap::Arg| match words.arg(arg.get_id().as_str()) {
        Some(help) => arg.help(help).hide_possible_values(true).hide_default_value(true),
        None => arg,
    };
    let arg = |given: clap::Arg| match ENVIRONMENT.iter().position(|(id, _)| given.get_id() == id) {
        Some(place) => arg(given).display_order(GLOBAL + place),
        None => arg(given),
    };
    command.mut_args(arg).mut_subcommands(|command| translated(command, words))
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
    run(&cli).unwrap_or_else(|error| fail(&error))
}

fn run(cli: &Cli) -> anyhow::Result<ExitCode> {
    let global = &cli.global;
    match &cli.command {
        None => browse::run(global, &cli.browse),
        Some(Command::List(options)) => list::run(global, options),
        Some(Command::Show(options)) => show::run(global, options),
        Some(Command::Search(options)) => search::run(global, options),
        Some(Command::Brief(options)) => brief::run(global, options),
        Some(Command::Check(options)) => check::run(global, options),
        Some(Command::Tour(options)) => tour::run(global, options),
        Some(Command::Doctor(options)) => doctor::run(global, options),
        Some(Command::Schema) => schema::run(global),
        Some(Command::Completions(options)) => completions::run(global, options, command(global.language())),
        Some(Command::Man) => man::run(global, command(global.language())),
    }
}

/// Says what failed. A reader that has seen enough (`| head -1`) is no failure.
fn fail(error: &anyhow::Error) -> ExitCode {
    let broken_pipe = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(broken_pipe) {
        return ExitCode::SUCCESS;
    }
    command::complain(&format!("{error:#}"));
    ExitCode::from(if error.is::<Unknown>() { 2 } else { 1 })
}

/// Prints help or the version as asked for; anything else is a usage error in one line.
fn refuse(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let printed = error.print().context("can't write to standard output");
        return printed.map_or_else(|error| fail(&error), |()| ExitCode::SUCCESS);
    }
    let text = error.to_string();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let what = lines.next().unwrap_or_default().trim_start_matches("error: ");
    let tip = lines.find(|line| line.starts_with("tip: "));
    let tip = tip.map(|tip| format!("; {}", tip.trim_start_matches("tip: "))).unwrap_or_default();
    command::complain(&format!("{what}{tip}"));
    ExitCode::from(2)
}
