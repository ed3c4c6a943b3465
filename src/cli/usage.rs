//! From what the command line library says of wrong arguments to a value that has words in every language.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};

use super::arguments::Arguments;
use crate::command::completions;
use crate::text::nearest;
use crate::words::{Offer, Usage};

/// What is wrong, with what may be meant.
pub(super) fn of(error: &Error, command: &Command, arguments: &Arguments) -> Usage {
    let said = |kind| text(error, kind);
    let (option, value) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    let command = used(command, arguments);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = said(ContextKind::InvalidSubcommand);
            let near = nearest(&word, command.get_subcommands().map(|c| c.get_name())).next();
            Usage::Command { near: near.map(String::from), word }
        }
        ErrorKind::UnknownArgument => Usage::Argument { near: near_option(&option, command), word: option },
        ErrorKind::InvalidValue if value.is_empty() => {
            let offer = argument(&option, command).and_then(|arg| offer(arg, arguments));
            Usage::NoValue { option, offer }
        }
        ErrorKind::InvalidValue => {
            Usage::Choice { option, value, known: texts(error, ContextKind::ValidValue) }
        }
        ErrorKind::ValueValidation => match std::error::Error::source(error).and_then(|e| e.downcast_ref()) {
            Some(&wanted) => Usage::Value { option, value, wanted },
            None => Usage::Unclear,
        },
        ErrorKind::TooManyValues => Usage::ValueTooMany { option, value },
        ErrorKind::ArgumentConflict => match said(ContextKind::PriorArg) {
            other if other == option || other.is_empty() => Usage::Twice { option },
            other => Usage::Conflict { option, other },
        },
        ErrorKind::MissingRequiredArgument => {
            let missing = texts(error, ContextKind::InvalidArg);
            if missing.iter().any(|name| name.starts_with("--since")) {
                return Usage::ChangesSinceWhen;
            }
            let offer = missing
                .first()
                .and_then(|name| argument(name, command))
                .and_then(|arg| offer(arg, arguments));
            Usage::Missing { what: missing.join(" "), offer }
        }
        ErrorKind::InvalidUtf8 => Usage::NotUtf8,
        _ => Usage::Unclear,
    }
}

/// The command that the arguments name, or the program itself.
fn used<'a>(command: &'a Command, arguments: &Arguments) -> &'a Command {
    arguments.all().iter().skip(1).find_map(|argument| command.find_subcommand(argument)).unwrap_or(command)
}

/// The argument that is written like that in help: `--region <ID>`.
fn argument<'a>(written: &str, command: &'a Command) -> Option<&'a Arg> {
    command.get_arguments().find(|arg| arg.to_string() == written)
}

/// The option most like one that there isn't.
fn near_option(word: &str, command: &Command) -> Option<String> {
    let name = word.strip_prefix("--")?;
    let near = nearest(name, command.get_arguments().filter_map(Arg::get_long)).next()?;
    Some(["--", near].concat())
}

/// Some ids of the dataset, where the argument takes one.
fn offer(arg: &Arg, arguments: &Arguments) -> Option<Offer> {
    let programme = arguments.global().programme().ok()?;
    let ids = completions::ids(arg.get_id().as_str(), &programme)?;
    Some(Offer::first(ids.into_iter()))
}

fn text(error: &Error, kind: ContextKind) -> String {
    texts(error, kind).join(" ")
}

fn texts(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
