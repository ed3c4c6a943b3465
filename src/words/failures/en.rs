//! English.

use super::{Failure, Offer, Sought, Usage, Wanted, Wording, joined};
use crate::programme::{Kind, Language, Refusal};
use crate::terminal::Unfit;

pub(super) struct En;

impl Wording for En {
    fn failure(&self, failure: &Failure) -> String {
        match failure {
            Failure::Dataset { name, refusal } => refused(name, refusal),
            Failure::Unknown { sought, word, offer } => {
                format!("no {} '{word}'; {}", sought_word(*sought), self::offer(offer))
            }
            Failure::Key(name) => {
                format!("no key “{name}”; names are like <tab> <s-tab> <enter> <esc> <c-d> <pgdn> <f1> <lt>")
            }
            Failure::Writing(error) => format!("can't write to standard output: {}", error),
            Failure::Terminal(error) => format!("can't take the terminal over: {}", error),
            Failure::NoKeyboard => {
                "no keyboard: standard input is no terminal and the process has none of its own; \
                 start it in a terminal, or use `yixin list`, `yixin show` or --print"
                    .into()
            }
            Failure::Unfit(Unfit::NoCursor(term)) => {
                let term = if term.is_empty() { "an unnamed terminal" } else { term };
                format!("{term} can't move its cursor: use `yixin list` or `yixin show` instead")
            }
            Failure::Unfit(Unfit::Charset(name)) => format!(
                "the locale's charset is {name}, which has no Chinese: use a UTF-8 or GB18030 locale, or --charset"
            ),
            Failure::Unfit(Unfit::NoCharset) => {
                "this terminal shows neither UTF-8 nor GB18030: set its charset to UTF-8, or try --lang en"
                    .into()
            }
            Failure::TourWithoutTerminal => {
                "a tour needs a terminal; `yixin` alone prints the overview".into()
            }
            Failure::DocumentOnTerminal => {
                "a document of Word is no text for a terminal; send it to a file, as with `> brief.docx`"
                    .into()
            }
            Failure::Usage(usage) => self.usage(usage),
            Failure::Other(error) => error.to_string(),
            Failure::Worker(why) => format!("failed in the background: {why}"),
        }
    }

    fn usage(&self, usage: &Usage) -> String {
        match usage {
            Usage::Command { word, near } => {
                let near = near_word("subcommand", near.as_deref());
                format!("unrecognized subcommand '{word}'{near}")
            }
            Usage::Argument { word, near } => {
                let near = near_word("argument", near.as_deref());
                format!("unexpected argument '{word}' found{near}")
            }
            Usage::Choice { option, value, known } => {
                format!("invalid value '{value}' for '{option}'; it is one of {}", known.join(", "))
            }
            Usage::Value { option, value, wanted } => {
                format!("invalid value '{value}' for '{option}': {}", wanted_value(*wanted))
            }
            Usage::NoValue { option, offer } => {
                let offer = offer.as_ref().map(|offer| format!("; {}", self::offer(offer)));
                format!(
                    "a value is required for '{option}' but none was supplied{}",
                    offer.unwrap_or_default()
                )
            }
            Usage::ValueTooMany { option, value } => {
                format!("unexpected value '{value}' for '{option}' found; no more were expected")
            }
            Usage::Conflict { option, other } => {
                format!("the argument '{option}' cannot be used with '{other}'")
            }
            Usage::Twice { option } => format!("the argument '{option}' cannot be used multiple times"),
            Usage::Missing { what, offer } => {
                let offer =
                    offer.as_ref().map(|o| format!("; {}; `yixin search` finds others", self::offer(o)));
                format!("{what} is missing{}", offer.unwrap_or_default())
            }
            Usage::ChangesSinceWhen => "--changes needs --since OLD: the edition to compare with".into(),
            Usage::BrowserOptions => {
                "options of the browser stand before a command; put the command's own behind it".into()
            }
            Usage::NotUtf8 => "an argument is no UTF-8".into(),
            Usage::Unclear => "the arguments make no sense; --help shows which there are".into(),
        }
    }
}

fn refused(name: &str, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Unreadable(error) => format!("can't read {name}: {}", error),
        Refusal::GivenUp => format!("{name} was not read to its end"),
        Refusal::Broken(_) => format!("{name} is no dataset"),
        Refusal::Unplaced => format!("{name} is no dataset; save it as a file and `yixin check` says where"),
    }
}

fn offer(offer: &Offer) -> String {
    match offer {
        Offer::Near(near) => format!("did you mean {}?", joined(near, Language::En, ", ")),
        Offer::Known(known, _) if known.is_empty() => "there are none".into(),
        Offer::Known(known, more) => {
            format!("there are {}{}", joined(known, Language::En, ", "), if *more { ", ..." } else { "" })
        }
    }
}

fn sought_word(sought: Sought) -> &'static str {
    match sought {
        Sought::Entry => "entry",
        Sought::Stage => "stage",
        Sought::Change => "kind of change",
        Sought::Kind(kind) => match kind {
            Kind::Programme => "programme",
            Kind::Zone => "zone",
            Kind::Region => "region",
            Kind::Initiative => "initiative",
            Kind::Partner => "partner",
            Kind::Topic => "topic",
            Kind::Place => "place",
        },
    }
}

fn near_word(what: &str, near: Option<&str>) -> String {
    near.map(|near| format!("; a similar {what} exists: '{near}'")).unwrap_or_default()
}

fn wanted_value(wanted: Wanted) -> String {
    match wanted {
        Wanted::Size => "columns and rows are wanted, like 100x30, at most 1000x1000".into(),
        Wanted::Number(from, u64::MAX) => format!("a number from {from} on is wanted"),
        Wanted::Number(from, to) => format!("a number from {from} to {to} is wanted"),
    }
}
