//! The arguments before they are understood: what has to be known of them even where they are wrong.

use std::ffi::OsString;

use crate::command;
use crate::programme::Language;

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
    pub(super) fn value(&self, option: &str, variable: &str) -> Option<OsString> {
        let joined = |argument: &OsString| {
            argument.to_str()?.strip_prefix(option)?.strip_prefix('=').map(OsString::from)
        };
        let behind = self.0.iter().zip(self.0.iter().skip(1)).find(|(name, _)| *name == option);
        let given = self.0.iter().find_map(joined).or_else(|| behind.map(|(_, value)| value.clone()));
        given.or_else(|| std::env::var_os(variable).filter(|_| !self.is_kiosk()))
    }

    /// The language of help and of what is said of wrong arguments: the one that is asked for, else the environment's.
    pub(super) fn language(&self) -> Language {
        let tag = self.value("--lang", "YIXIN_LANG");
        tag.as_ref()
            .and_then(|tag| Language::from_tag(tag.to_str()?))
            .unwrap_or_else(command::environment_language)
    }
}
