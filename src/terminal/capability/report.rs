//! The findings that `yixin doctor` shows: what, from where, and what follows.

use std::time::Duration;

use crate::text::WidthPolicy;

use super::profile::Profile;
use super::{Capability, Charset, Clipboard, Colors, Glyphs, Passthrough, clipboard, colorless};

/// One thing that was found out about the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub what: &'static str,
    pub value: String,
    /// Like `TERM=linux`, `--ambiguous` or `the terminal's answer`.
    pub source: String,
    pub follows: String,
}

fn finding(what: &'static str, value: &str, source: &str, follows: &str) -> Finding {
    Finding { what, value: value.into(), source: source.into(), follows: follows.into() }
}

const ANSWER: &str = "the terminal's answer";
const ASSUMED: &str = "assumed until the terminal answers";

/// What was concluded before anything was asked. `env` yields no empty values.
pub(super) fn from_environment(c: &Capability, env: &dyn Fn(&str) -> Option<String>) -> Vec<Finding> {
    let term = match c.overrides.emulator {
        Some(emulator) => format!("TERM={}, started in {emulator}", c.term),
        None if c.term.is_empty() => "TERM is unset".to_owned(),
        None => format!("TERM={}", c.term),
    };
    vec![
        finding("terminal", kind(c), &term, kind_follows(c)),
        finding("charset", charset_name(&c.charset), &charset_source(c), charset_follows(&c.charset)),
        finding("ambiguous width", columns(c.width), &width_source(c), width_follows(c.width)),
        finding("glyphs", glyphs_name(c.glyphs), &glyphs_source(c, &term), glyphs_follows(c.glyphs)),
        finding("colours", colors_name(c.colors), &colors_source(c, env, &term), colors_follows(c.colors)),
        finding("screen", screen_name(c), &term, screen_follows(c)),
        finding("clipboard", clipboard_name(c), &clipboard_source(c, env, &term), clipboard_follows(c)),
    ]
}

/// How long the terminal took to answer, if it did, and whether frames wait for its answers.
pub(super) fn round_trip(c: &Capability, took: Option<Duration>) -> Finding {
    let value = took.map_or("no answer".into(), |took| format!("{:.1} ms", took.as_secs_f64() * 1e3));
    let follows = match took {
        _ if c.serial => "a frame waits until the line has sent the one before",
        Some(_) => "while keys come fast, frames wait for its answers",
        None => "frames wait for nothing",
    };
    finding("round trip", &value, ANSWER, follows)
}

/// What the terminal said of its clipboard.
pub(super) fn clipboard_answer(c: &Capability) -> Finding {
    finding("clipboard", clipboard_name(c), ANSWER, clipboard_follows(c))
}

fn clipboard_name(c: &Capability) -> &'static str {
    match c.clipboard {
        Clipboard::None => "no",
        Clipboard::Unsure => "perhaps",
        Clipboard::Sure => "yes",
    }
}

fn clipboard_source(c: &Capability, env: &dyn Fn(&str) -> Option<String>, term: &str) -> String {
    let by = clipboard::suggested(Profile::of(&c.term), c.passthrough.is_some(), env).1;
    match by.and_then(|name| Some((name, env(name)?))) {
        Some((name, value)) => format!("{name}={value}"),
        None => term.into(),
    }
}

fn clipboard_follows(c: &Capability) -> &'static str {
    match (c.clipboard, c.passthrough) {
        (Clipboard::None, _) => "y shows the text",
        (_, Some(Passthrough::Tmux)) => "y sends OSC 52; tmux lets it through with `set -g set-clipboard on`",
        (Clipboard::Unsure, _) => "y sends OSC 52, which the terminal may drop",
        (Clipboard::Sure, _) => "y copies by OSC 52",
    }
}

/// What the terminal itself said, and whether it counts.
pub(super) fn from_answers(
    c: &Capability,
    width: Option<WidthPolicy>,
    charset: Option<bool>,
) -> Vec<Finding> {
    let overruled = |by: bool, follows: &str| if by { "overruled".to_owned() } else { follows.to_owned() };
    let width = width.map(|w| Finding {
        what: "ambiguous width",
        value: columns(w).into(),
        source: ANSWER.into(),
        follows: overruled(c.overrides.ambiguous.is_some(), width_follows(w)),
    });
    let charset = charset.map(|taken| Finding {
        what: "charset",
        value: if taken { "as assumed" } else { "another than assumed" }.into(),
        source: ANSWER.into(),
        follows: overruled(c.overrides.charset.is_some(), charset_follows(&c.charset)),
    });
    charset.into_iter().chain(width).collect()
}

fn kind(c: &Capability) -> &'static str {
    match c {
        Capability { cursor_addressing: false, .. } => "no cursor addressing",
        Capability { plain_console: true, .. } => "plain console",
        Capability { passthrough: Some(_), .. } => "multiplexer",
        Capability { mouse: false, .. } => "console with Chinese glyphs",
        _ => "like an xterm",
    }
}

fn kind_follows(c: &Capability) -> &'static str {
    match c {
        Capability { cursor_addressing: false, .. } => "no browser; `yixin list` and `yixin show` work",
        Capability { plain_console: true, .. } => "English unless told otherwise, CSI sequences only",
        Capability { passthrough: Some(_), .. } => {
            "the terminal around it may count otherwise: if lines are torn, use --glyphs ascii"
        }
        Capability { mouse: false, .. } => "the locale's language, CSI sequences only",
        _ => "everything is used",
    }
}

fn charset_name(charset: &Charset) -> &str {
    match charset {
        Charset::Utf8 => "UTF-8",
        Charset::Gb18030 => "GB18030",
        Charset::Gbk => "GBK",
        Charset::Other(name) => name,
    }
}

fn charset_follows(charset: &Charset) -> &'static str {
    match charset {
        Charset::Utf8 => "text is sent as it is",
        Charset::Gb18030 | Charset::Gbk => "text is transcoded, lines are ASCII",
        Charset::Other(_) => "only ASCII is sent",
    }
}

fn charset_source(c: &Capability) -> String {
    match &c.locale.ctype {
        _ if c.overrides.charset.is_some() => "--charset".into(),
        Some((name, value)) => format!("{name}={value}"),
        None => ASSUMED.into(),
    }
}

fn columns(width: WidthPolicy) -> &'static str {
    match width {
        WidthPolicy::Narrow => "1 column",
        WidthPolicy::Wide => "2 columns",
    }
}

fn width_follows(width: WidthPolicy) -> &'static str {
    match width {
        WidthPolicy::Narrow => "“ … ─ ● take one column",
        WidthPolicy::Wide => "“ … ● take two columns, lines are ASCII",
    }
}

fn width_source(c: &Capability) -> String {
    match c.charset {
        _ if c.overrides.ambiguous.is_some() => "--ambiguous".into(),
        Charset::Gb18030 | Charset::Gbk => "charset".into(),
        _ => ASSUMED.into(),
    }
}

fn glyphs_name(glyphs: Glyphs) -> &'static str {
    match glyphs {
        Glyphs::Unicode => "Unicode",
        Glyphs::Cp437 => "code page 437",
        Glyphs::Ascii => "ASCII",
    }
}

fn glyphs_follows(glyphs: Glyphs) -> &'static str {
    match glyphs {
        Glyphs::Unicode => "lines and marks as designed",
        Glyphs::Cp437 => "only glyphs that console fonts have",
        Glyphs::Ascii => "lines of + - |",
    }
}

fn glyphs_source(c: &Capability, term: &str) -> String {
    if c.overrides.glyphs.is_some() {
        "--glyphs".into()
    } else if c.charset != Charset::Utf8 {
        "charset".into()
    } else if c.width == WidthPolicy::Wide {
        "ambiguous width".into()
    } else {
        term.into()
    }
}

fn colors_name(colors: Colors) -> &'static str {
    match colors {
        Colors::None => "none",
        Colors::Eight => "8",
        Colors::Sixteen => "16",
    }
}

fn colors_follows(colors: Colors) -> &'static str {
    match colors {
        Colors::None => "bold, reverse and underline only",
        Colors::Eight => "bright colours are bold",
        Colors::Sixteen => "the terminal's own palette",
    }
}

fn colors_source(c: &Capability, env: &dyn Fn(&str) -> Option<String>, term: &str) -> String {
    if c.overrides.color.is_some() {
        "--color".into()
    } else if let Some(name) = colorless(env) {
        name.into()
    } else {
        match env("COLORTERM") {
            Some(value) if !c.plain_console => format!("COLORTERM={value}"),
            _ => term.into(),
        }
    }
}

fn screen_name(c: &Capability) -> &'static str {
    if c.alternate_screen { "alternate" } else { "main" }
}

fn screen_follows(c: &Capability) -> &'static str {
    if c.alternate_screen { "the shell's text comes back on exit" } else { "the screen is cleared on exit" }
}
