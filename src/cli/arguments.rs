//! The arguments before they are understood: what has to be known of them even where they are wrong.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ValueEnum;

use crate::command::Global;

pub(super) struct Arguments(Vec<OsString>);

impl Arguments {
    /// The program's name first.
    pub(super) fn new(all: Vec<OsString>) -> Self {
        Self(all)
    }

    pub(super) fn all(&self) -> &[OsString] {
        &self.0
    }

    pub(super) fn has(&self, argument: &str) -> bool {
        self.0.iter().any(|a| a == argument)
    }

    pub(super) fn is_kiosk(&self) -> bool {
        self.has("--kiosk")
    }

    /// The value of an option wherever it stands, else that of its variable.
    fn value(&self, option: &str, variable: &str) -> Option<OsString> {
        let joined = |argument: &OsString| {
            argument.to_str()?.strip_prefix(option)?.strip_prefix('=').map(OsString::from)
        };
        let behind = self.0.iter().zip(self.0.iter().skip(1)).find(|(name, _)| *name == option);
        let given = self.0.iter().find_map(joined).or_else(|| behind.map(|(_, value)| value.clone()));
        given.or_else(|| std::env::var_os(variable).filter(|_| !self.is_kiosk()))
    }

    /// What decides how help and what is said of wrong arguments are told, and the dataset whose ids are offered.
    pub(super) fn global(&self) -> Global {
        Global {
            lang: self.choice("--lang", "YIXIN_LANG"),
            charset: self.choice("--charset", "YIXIN_CHARSET"),
            data: self.value("--data", "YIXIN_DATA").map(PathBuf::from),
            ..Global::default()
        }
    }

    fn choice<T: ValueEnum + Default>(&self, option: &str, variable: &str) -> T {
        let value = self.value(option, variable);
        value.and_then(|value| T::from_str(value.to_str()?, false).ok()).unwrap_or_default()
    }
}
