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
    let lacking = VARIABLES.into_iter().filter(|_| !multiplexer);
    match lacking.filter_map(|name| Some((name, env(name)?))).find(|(name, value)| lacks(name, value)) {
        Some((name, _)) => (Clipboard::None, Some(name)),
        None => (Clipboard::Unsure, None),
    }
}

/// The variables by which terminals that don't take it give themselves away.
const VARIABLES: [&str; 4] = ["TERM", "VTE_VERSION", "KONSOLE_VERSION", "TERM_PROGRAM"];

/// Whether such a variable is one of theirs. A newer one that does take it answers so.
fn lacks(name: &str, value: &str) -> bool {
    match name {
        "TERM" => ["putty", "vte", "gnome"].iter().any(|name| value.starts_with(name)),
        "KONSOLE_VERSION" => value.parse::<u32>().is_ok_and(|version| version < 240_000),
        "TERM_PROGRAM" => value == "Apple_Terminal",
        _ => true,
    }
}
