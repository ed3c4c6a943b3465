//! The command line: what may be said, in whose words help is, and which command carries it out.

mod arguments;
mod usage;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::command::{
    self, Global, brief, browse, check, completions, diff, doctor, list, man, matrix, partners, schema,
    search, show, tour,
};
use crate::programme::Language;
use crate::words::{Failure, Help, Usage, Words};
use arguments::Arguments;

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
    Matrix(matrix::Options),
    Partners(partners::Options),
    Brief(brief::Options),
    Diff(diff::Options),
    Check(check::Options),
    Tour(tour::Options),
    Doctor(doctor::Options),
    Schema,
    Completions(completions::Options),
    Man,
}

impl Cli {
    /// Reads the arguments.
    ///
    /// # Errors
    /// Help or the version as asked for, or what is wrong.
    fn read(arguments: &Arguments, language: Language) -> Result<Self, Left> {
        let mut command = command(language);
        if arguments.has("-h") {
            command = short(command);
        }
        if !arguments.is_kiosk() {
            // A kiosk takes nothing from a client's environment.
            command = command.mut_args(|arg| match ENVIRONMENT.iter().find(|(id, _)| arg.get_id() == id) {
                Some((_, name)) => arg.env(name).hide_env(true),
                None => arg,
            });
        }
        let read = command.try_get_matches_from_mut(arguments.all()).and_then(|m| Self::from_arg_matches(&m));
        let cli = read.map_err(|error| match error.use_stderr() {
            true => Left::Failed(Failure::Usage(usage::of(&error, &command, arguments))),
            false => Left::Asked(error),
        })?;
        if cli.command.is_some() && cli.browse != browse::Options::default() {
            return Err(Left::Failed(Failure::Usage(Usage::BrowserOptions)));
        }
        Ok(cli)
    }
}

/// Why no command is carried out.
enum Left {
    /// Help or the version was asked for.
    Asked(clap::Error),
    Failed(Failure),
}

/// The options that the environment can give, and as what.
const ENVIRONMENT: [(&str, &str); 7] = [
    ("data", "YIXIN_DATA"),
    ("lang", "YIXIN_LANG"),
    ("ambiguous", "YIXIN_AMBIGUOUS"),
    ("glyphs", "YIXIN_GLYPHS"),
    ("color", "YIXIN_COLOR"),
    ("charset", "YIXIN_CHARSET"),
    ("cursor", "YIXIN_CURSOR"),
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
    with_usage(translated(command, words), words)
}

/// The command with its usage, and its subcommands', in the same language.
fn with_usage(mut command: clap::Command, words: &Help) -> clap::Command {
    let usage = command.render_usage().to_string();
    let options = format!("[{}]", words.placeholders.options);
    let usage = usage.trim_start_matches("Usage: ").replace("[OPTIONS]", &options);
    command.override_usage(usage).mut_subcommands(|command| with_usage(command, words))
}

/// The command line as `-h` shows it: on one screen. Clap's own short help would spread out the long one.
fn short(command: clap::Command) -> clap::Command {
    const SHOWN: [&str; 3] = ["lang", "help", "version"];
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
    let arg = |given: clap::Arg| {
        let names = given.get_value_names().unwrap_or_default().iter();
        let names: Vec<_> = names.filter_map(|name| words.placeholders.of(name)).collect();
        if names.is_empty() { arg(given) } else { arg(given).value_names(names) }
    };
    let command = command.subcommand_value_name(words.placeholders.command);
    command.mut_args(arg).mut_subcommands(|command| translated(command, words))
}

/// Runs the program by the process's arguments; a failure is one line on standard error.
pub fn main() -> ExitCode {
    let arguments = Arguments::new(std::env::args_os().collect());
    let global = arguments.global();
    match Cli::read(&arguments, global.language()) {
        Ok(cli) => {
            // Of a comparison, 1 says that something differs.
            let least = if matches!(cli.command, Some(Command::Diff(_))) { 2 } else { 1 };
            run(&cli).unwrap_or_else(|failure| fail(&failure, &cli.global, least))
        }
        Err(Left::Failed(failure)) => fail(&failure, &global, 1),
        Err(Left::Asked(help)) => match command::tell(&global, &help.to_string()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => fail(&failure, &global, 1),
        },
    }
}

fn run(cli: &Cli) -> command::Result<ExitCode> {
    let global = &cli.global;
    match &cli.command {
        None => browse::run(global, &cli.browse),
        Some(Command::List(options)) => list::run(global, options),
        Some(Command::Show(options)) => show::run(global, options),
        Some(Command::Search(options)) => search::run(global, options),
        Some(Command::Matrix(options)) => matrix::run(global, options),
        Some(Command::Partners(options)) => partners::run(global, options),
        Some(Command::Brief(options)) => brief::run(global, options),
        Some(Command::Diff(options)) => diff::run(global, options),
        Some(Command::Check(options)) => check::run(global, options),
        Some(Command::Tour(options)) => tour::run(global, options),
        Some(Command::Doctor(options)) => doctor::run(global, options),
        Some(Command::Schema) => schema::run(global),
        Some(Command::Completions(options)) => completions::run(global, options, command(global.language())),
        Some(Command::Man) => man::run(global, command(global.language())),
    }
}

/// Says what failed, and ends with its code, or with `least`. A reader that has seen enough (`| head -1`) is no
/// failure.
fn fail(failure: &Failure, global: &Global, least: u8) -> ExitCode {
    if failure.is_broken_pipe() {
        return ExitCode::SUCCESS;
    }
    command::lament(global, failure);
    ExitCode::from(failure.code().max(least))
}
