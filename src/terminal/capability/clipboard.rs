//! Whether a text that is sent by OSC 52 reaches a clipboard: most terminals don't tell.
//!
//! As they come, kitty, alacritty and zutty take it; xterm, urxvt, mlterm, st and qterminal don't, but may be told to;
//! PuTTY, VTE 0.70 and konsole 22.12 never do (measured by what `xclip` found then).

use super::profile::Profile;

/// What may be claimed after a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clipboard {
    /// The terminal is known not to take it.
    None,
    /// It may arrive or not.
    Unsure,
    /// The terminal said that it takes it (52 in its answer to DA1).
    Sure,
}

/// What the environment tells, and by which variable. `env` yields no empty values.
pub(super) fn suggested(
    profile: &Profile,
    multiplexer: bool,
    env: &dyn Fn(&str) -> Option<String>,
) -> (Clipboard, Option<&'static str>) {
    if !profile.xterm_modes {
        return (Clipboard::None, None);
    }
    // A multiplexer's server may have been started in another terminal.
    let named =
        KNOWN.iter().find(|(name, lacks)| !multiplexer && env(name).is_some_and(|value| lacks(&value)));
    match named {
        Some((name, _)) => (Clipboard::None, Some(name)),
        None => (Clipboard::Unsure, None),
    }
}

/// The variables by which terminals that don't take it give themselves away. A newer one that does answers so.
const KNOWN: [(&str, fn(&str) -> bool); 4] = [
    ("TERM", |value| ["putty", "vte", "gnome"].iter().any(|name| value.starts_with(name))),
    ("VTE_VERSION", |_| true),
    ("KONSOLE_VERSION", |value| value.parse::<u32>().is_ok_and(|version| version < 24_00_00)),
    ("TERM_PROGRAM", |value| value == "Apple_Terminal"),
];
