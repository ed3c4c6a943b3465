//! The findings that `yixin doctor` shows, as values: what, from where, and what follows. `words/doctor.rs` words them.

use std::time::Duration;

use crate::text::WidthPolicy;

use super::profile::Profile;
use super::{Capability, Charset, Clipboard, Colors, Glyphs, Passthrough, clipboard, colorless};

/// One thing that was found out about the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub what: What,
    pub value: Value,
    pub source: Source,
    pub follows: Follows,
}

/// What was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Terminal,
    Charset,
    /// Of East Asian Ambiguous characters.
    Width,
    Glyphs,
    Colors,
    Screen,
    Clipboard,
    RoundTrip,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    NoCursor,
    Console,
    Multiplexer,
    ChineseConsole,
    LikeXterm,
    Charset(Charset),
    /// Whether the charset is the one that was assumed.
    Assumed(bool),
    Width(WidthPolicy),
    Glyphs(Glyphs),
    Colors(Colors),
    AlternateScreen,
    MainScreen,
    Clipboard(Clipboard),
    /// From a question to its answer; `None` where there was none.
    RoundTrip(Option<Duration>),
}

/// Where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    NoTerm,
    /// What TERM says, and the emulator behind it.
    StartedIn(String, &'static str),
    /// A variable of the environment and what it says.
    Variable(&'static str, String),
    /// One that need only be there.
    Named(&'static str),
    /// On the command line.
    Option(&'static str),
    /// What else was found.
    Found(What),
    Answer,
    /// Until the terminal answers.
    Assumed,
}

/// What follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    NoBrowser,
    English,
    LocaleLanguage,
    /// The terminal around a multiplexer may count otherwise.
    Uncertain,
    Everything,
    AsIs,
    Transcoded,
    OnlyAscii,
    Narrow,
    Wide,
    AsDesigned,
    ConsoleGlyphs,
    AsciiLines,
    OnlyAttributes,
    BrightIsBold,
    OwnPalette,
    TextBack,
    Cleared,
    /// By `y`, as what else is said of copying.
    TextShown,
    TmuxCopies,
    MayCopy,
    Copies,
    /// The command line says otherwise.
    Overruled,
    WaitsForLine,
    WaitsForAnswers,
    NeverWaits,
}

/// What was concluded before anything was asked. `env` yields no empty values.
pub(super) fn from_environment(c: &Capability, env: &dyn Fn(&str) -> Option<String>) -> Vec<Finding> {
    let of = |what, value, source, follows| Finding { what, value, source, follows };
    let (kind, kind_follows) = kind(c);
    let (screen, screen_follows) = screen(c);
    let charset = Value::Charset(c.charset.clone());
    vec![
        of(What::Terminal, kind, term(c), kind_follows),
        of(What::Charset, charset, charset_source(c), charset_follows(&c.charset)),
        of(What::Width, Value::Width(c.width), width_source(c), width_follows(c.width)),
        of(What::Glyphs, Value::Glyphs(c.glyphs), glyphs_source(c), glyphs_follows(c.glyphs)),
        of(What::Colors, Value::Colors(c.colors), colors_source(c, env), colors_follows(c.colors)),
        of(What::Screen, screen, term(c), screen_follows),
        clipboard(c, clipboard_source(c, env)),
    ]
}

/// How long the terminal took to answer, if it did, and whether frames wait for its answers.
pub(super) fn round_trip(c: &Capability, took: Option<Duration>) -> Finding {
    let follows = match took {
        _ if c.serial => Follows::WaitsForLine,
        Some(_) => Follows::WaitsForAnswers,
        None => Follows::NeverWaits,
    };
    Finding { what: What::RoundTrip, value: Value::RoundTrip(took), source: Source::Answer, follows }
}

/// What the terminal said of its clipboard.
pub(super) fn clipboard_answer(c: &Capability) -> Finding {
    clipboard(c, Source::Answer)
}

/// What the terminal itself said, and whether it counts.
pub(super) fn from_answers(
    c: &Capability,
    width: Option<WidthPolicy>,
    charset: Option<bool>,
) -> Vec<Finding> {
    let counts = |overruled: bool, follows| if overruled { Follows::Overruled } else { follows };
    let width = width.map(|w| Finding {
        what: What::Width,
        value: Value::Width(w),
        source: Source::Answer,
        follows: counts(c.overrides.ambiguous.is_some(), width_follows(w)),
    });
    let charset = charset.map(|taken| Finding {
        what: What::Charset,
        value: Value::Assumed(taken),
        source: Source::Answer,
        follows: counts(c.overrides.charset.is_some(), charset_follows(&c.charset)),
    });
    charset.into_iter().chain(width).collect()
}

fn term(c: &Capability) -> Source {
    match c.overrides.emulator {
        Some(emulator) => Source::StartedIn(c.term.clone(), emulator),
        None if c.term.is_empty() => Source::NoTerm,
        None => Source::Variable("TERM", c.term.clone()),
    }
}

fn kind(c: &Capability) -> (Value, Follows) {
    match c {
        Capability { cursor_addressing: false, .. } => (Value::NoCursor, Follows::NoBrowser),
        Capability { plain_console: true, .. } => (Value::Console, Follows::English),
        Capability { passthrough: Some(_), .. } => (Value::Multiplexer, Follows::Uncertain),
        Capability { mouse: false, .. } => (Value::ChineseConsole, Follows::LocaleLanguage),
        _ => (Value::LikeXterm, Follows::Everything),
    }
}

fn screen(c: &Capability) -> (Value, Follows) {
    if c.alternate_screen {
        (Value::AlternateScreen, Follows::TextBack)
    } else {
        (Value::MainScreen, Follows::Cleared)
    }
}

fn clipboard(c: &Capability, source: Source) -> Finding {
    let follows = match (c.clipboard, c.passthrough) {
        (Clipboard::None, _) => Follows::TextShown,
        (_, Some(Passthrough::Tmux)) => Follows::TmuxCopies,
        (Clipboard::Unsure, _) => Follows::MayCopy,
        (Clipboard::Sure, _) => Follows::Copies,
    };
    Finding { what: What::Clipboard, value: Value::Clipboard(c.clipboard), source, follows }
}

fn clipboard_source(c: &Capability, env: &dyn Fn(&str) -> Option<String>) -> Source {
    let by = clipboard::suggested(Profile::of(&c.term), c.passthrough.is_some(), env).1;
    let by = by.and_then(|name| Some(Source::Variable(name, env(name)?)));
    by.unwrap_or_else(|| term(c))
}

fn charset_follows(charset: &Charset) -> Follows {
    match charset {
        Charset::Utf8 => Follows::AsIs,
        Charset::Gb18030 | Charset::Gbk => Follows::Transcoded,
        Charset::Other(_) => Follows::OnlyAscii,
    }
}

fn charset_source(c: &Capability) -> Source {
    match &c.locale.ctype {
        _ if c.overrides.charset.is_some() => Source::Option("--charset"),
        Some((name, value)) => Source::Variable(name, value.clone()),
        None => Source::Assumed,
    }
}

fn width_follows(width: WidthPolicy) -> Follows {
    match width {
        WidthPolicy::Narrow => Follows::Narrow,
        WidthPolicy::Wide => Follows::Wide,
    }
}

fn width_source(c: &Capability) -> Source {
    match c.charset {
        _ if c.overrides.ambiguous.is_some() => Source::Option("--ambiguous"),
        Charset::Gb18030 | Charset::Gbk => Source::Found(What::Charset),
        _ => Source::Assumed,
    }
}

fn glyphs_follows(glyphs: Glyphs) -> Follows {
    match glyphs {
        Glyphs::Unicode => Follows::AsDesigned,
        Glyphs::Cp437 => Follows::ConsoleGlyphs,
        Glyphs::Ascii => Follows::AsciiLines,
    }
}

fn glyphs_source(c: &Capability) -> Source {
    if c.overrides.glyphs.is_some() {
        Source::Option("--glyphs")
    } else if c.charset != Charset::Utf8 {
        Source::Found(What::Charset)
    } else if c.width == WidthPolicy::Wide {
        Source::Found(What::Width)
    } else {
        term(c)
    }
}

fn colors_follows(colors: Colors) -> Follows {
    match colors {
        Colors::None => Follows::OnlyAttributes,
        Colors::Eight => Follows::BrightIsBold,
        Colors::Sixteen => Follows::OwnPalette,
    }
}

fn colors_source(c: &Capability, env: &dyn Fn(&str) -> Option<String>) -> Source {
    if c.overrides.color.is_some() {
        Source::Option("--color")
    } else if let Some(name) = colorless(env) {
        Source::Named(name)
    } else {
        match env("COLORTERM") {
            Some(value) if !c.plain_console => Source::Variable("COLORTERM", value),
            _ => term(c),
        }
    }
}
