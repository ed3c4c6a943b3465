//! What this terminal can do, from its environment, the command line, and later its own answers.
//!
//! Pure: the environment is a function. Asking the terminal is `probe.rs`' business.

mod clipboard;
mod locale;
mod profile;
pub mod report;

use crate::programme::Language;
use crate::text::WidthPolicy;

pub use clipboard::Clipboard;
use locale::Locale;
pub use locale::language_hint;
use profile::Profile;
use report::Finding;

/// Why a terminal can't show the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It can't move its cursor; what TERM says, empty where that is unset.
    NoCursor(String),
    /// The locale's charset has no Chinese.
    Charset(String),
    /// The terminal takes no charset that has Chinese, whatever the locale says.
    NoCharset,
}

/// The charset of a terminal that takes neither UTF-8 nor GB18030.
const UNKNOWN: &str = "unknown";

/// The colours that a terminal is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colors {
    /// None at all; bold, reverse and underline stay.
    None,
    /// 30–37 and 40–47; a bright colour is its plain one in bold.
    Eight,
    /// Also 90–97 and 100–107.
    Sixteen,
}

/// The characters that lines and marks are drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyphs {
    Unicode,
    /// What the Linux console's fonts have: light lines, blocks, arrows and triangles, but no `…` or `“`.
    Cp437,
    /// ASCII, and no East Asian Ambiguous character in the text either.
    Ascii,
}

/// The encoding in which the terminal takes text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Charset {
    Utf8,
    Gb18030,
    /// GB18030's subset of one and two bytes; also for GB2312, a subset of that.
    Gbk,
    /// One that has no Chinese; only ASCII is sent to it.
    Other(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorChoice {
    Always,
    Never,
}

impl Charset {
    /// Before the terminal was asked.
    fn assumed_width(&self) -> WidthPolicy {
        match self {
            Self::Gb18030 | Self::Gbk => WidthPolicy::Wide,
            Self::Utf8 | Self::Other(_) => WidthPolicy::Narrow,
        }
    }
}

/// What is known of the terminal beside its environment; `None` leaves it to be found out.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// Which one it is where TERM says less ([`emulator`](super::emulator::emulator)).
    pub emulator: Option<&'static str>,
    pub ambiguous: Option<WidthPolicy>,
    pub glyphs: Option<Glyphs>,
    pub color: Option<ColorChoice>,
    pub charset: Option<Charset>,
}

/// What the terminal can do, and where each finding comes from.
#[derive(Clone, Debug)]
pub struct Capability {
    /// The value of TERM, empty if unset.
    pub term: String,
    /// False for `dumb` and its like: nothing can be drawn there.
    pub cursor_addressing: bool,
    /// A text console without Chinese glyphs: English by default, CSI sequences only.
    pub plain_console: bool,
    pub alternate_screen: bool,
    pub bracketed_paste: bool,
    pub mouse: bool,
    /// Whether it takes what is copied by OSC 52.
    pub clipboard: Clipboard,
    /// It is at the end of no pseudo-terminal: flow control stays as it is, and frames wait for those before them.
    pub serial: bool,
    /// Erase Character (ECH, a VT220's).
    pub ech: bool,
    /// SGR 22–27 switch single attributes off; a VT100 has only the reset.
    pub attributes_off: bool,
    pub colors: Colors,
    pub charset: Charset,
    pub width: WidthPolicy,
    pub glyphs: Glyphs,
    /// Whether asking it can tell anything that isn't settled.
    pub probe: bool,
    /// A multiplexer that takes OSC for the terminal around it only wrapped.
    pub passthrough: Option<Passthrough>,
    /// For `yixin doctor`: what was found, from where, what follows.
    pub findings: Vec<Finding>,
    locale: Locale,
    overrides: Overrides,
    console_glyphs: Option<Glyphs>,
}

/// Which multiplexer's wrapping a sequence for the outer terminal needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passthrough {
    Tmux,
    Screen,
}

impl Capability {
    /// What the environment suggests. `env` looks a variable up; an empty one counts as unset.
    pub fn detect(env: &dyn Fn(&str) -> Option<String>, overrides: &Overrides) -> Self {
        let env = |name: &str| env(name).filter(|value| !value.is_empty());
        let term = env("TERM").unwrap_or_default();
        let profile = Profile::of(overrides.emulator.unwrap_or(&term));
        let locale = Locale::of(&env);
        let passthrough = passthrough(&term, &env);
        let charset = overrides.charset.clone().unwrap_or_else(|| locale.charset());
        let mut capability = Self {
            cursor_addressing: profile.addressing,
            plain_console: profile.console,
            alternate_screen: profile.alternate,
            bracketed_paste: profile.xterm_modes,
            mouse: profile.xterm_modes,
            clipboard: clipboard::suggested(profile, passthrough.is_some(), &env).0,
            // Only whoever opens it can tell.
            serial: false,
            ech: profile.ech,
            attributes_off: profile.attributes_off,
            colors: colors(profile, &env, overrides),
            width: overrides.ambiguous.unwrap_or_else(|| charset.assumed_width()),
            glyphs: Glyphs::Ascii,
            probe: profile.addressing && (overrides.ambiguous.is_none() || overrides.charset.is_none()),
            passthrough,
            findings: Vec::new(),
            console_glyphs: profile.glyphs,
            overrides: overrides.clone(),
            term,
            charset,
            locale,
        };
        capability.glyphs = capability.line_glyphs();
        capability.findings = report::from_environment(&capability, &env);
        capability
    }

    /// Why a browser can't run here, as one line; `None` if it can.
    pub fn refusal(&self) -> Option<Unfit> {
        match &self.charset {
            _ if !self.cursor_addressing => Some(Unfit::NoCursor(self.term.clone())),
            Charset::Other(_) if self.plain_console => None,
            Charset::Other(name) if name == UNKNOWN => Some(Unfit::NoCharset),
            Charset::Other(name) => Some(Unfit::Charset(name.clone())),
            _ => None,
        }
    }

    /// The language of `--lang auto`: the locale's, but English where no Chinese can be shown.
    pub fn language(&self) -> Language {
        let no_chinese = self.plain_console || matches!(self.charset, Charset::Other(_));
        if no_chinese { Language::En } else { self.locale.language() }
    }

    /// The terminal says that it takes what is copied. A multiplexer can say so only of itself.
    pub fn learn_clipboard(&mut self) {
        if self.passthrough.is_none() {
            self.clipboard = Clipboard::Sure;
            self.findings.push(report::clipboard_answer(self));
        }
    }

    /// How long the terminal took to answer; `None` where it didn't.
    pub(super) fn learn_round_trip(&mut self, took: Option<std::time::Duration>) {
        self.findings.push(report::round_trip(self, took));
    }

    /// Takes over what the terminal answered; true if the screen has to be laid out again.
    ///
    /// What the command line says stays.
    pub fn learn(&mut self, width: Option<WidthPolicy>, takes_charset: Option<bool>) -> bool {
        let before = (self.width, self.charset.clone(), self.glyphs);
        if takes_charset == Some(false) && self.overrides.charset.is_none() {
            self.charset = self.other_charset();
            self.width = self.overrides.ambiguous.unwrap_or_else(|| self.charset.assumed_width());
        }
        if let (Some(width), None) = (width, self.overrides.ambiguous) {
            self.width = width;
        }
        self.glyphs = self.line_glyphs();
        self.findings.extend(report::from_answers(self, width, takes_charset));
        before != (self.width, self.charset.clone(), self.glyphs)
    }

    /// What the terminal takes where it turned out not to take the charset that was assumed.
    fn other_charset(&self) -> Charset {
        match self.charset {
            // The second one that it doesn't take.
            _ if self.charset != self.locale.charset() => Charset::Other(UNKNOWN.into()),
            Charset::Utf8 if self.locale.is_simplified_chinese() => Charset::Gb18030,
            Charset::Utf8 => Charset::Other(UNKNOWN.into()),
            _ => Charset::Utf8,
        }
    }

    /// Lines in ASCII wherever `─` may take two columns or not exist.
    fn line_glyphs(&self) -> Glyphs {
        if let Some(chosen) = self.overrides.glyphs {
            chosen
        } else if self.charset != Charset::Utf8 || self.width == WidthPolicy::Wide {
            Glyphs::Ascii
        } else {
            self.console_glyphs.unwrap_or(Glyphs::Unicode)
        }
    }
}

fn colors(profile: &Profile, env: &dyn Fn(&str) -> Option<String>, overrides: &Overrides) -> Colors {
    match (overrides.color, profile.colors) {
        (Some(ColorChoice::Never), _) => Colors::None,
        (Some(ColorChoice::Always), Colors::None) => Colors::Eight,
        (Some(ColorChoice::Always), colors) => colors,
        (None, _) if colorless(env).is_some() => Colors::None,
        (None, _) if !profile.console && env("COLORTERM").is_some() => Colors::Sixteen,
        (None, colors) => colors,
    }
}

/// The variable that asks for no colours (no-color.org, bixense.com/clicolors).
fn colorless(env: &dyn Fn(&str) -> Option<String>) -> Option<&'static str> {
    let is_zero = |name| env(name).is_some_and(|value| value == "0");
    let forced = env("CLICOLOR_FORCE").is_some() && !is_zero("CLICOLOR_FORCE");
    match env("NO_COLOR") {
        Some(_) => Some("NO_COLOR"),
        None => (is_zero("CLICOLOR") && !forced).then_some("CLICOLOR"),
    }
}

fn passthrough(term: &str, env: &dyn Fn(&str) -> Option<String>) -> Option<Passthrough> {
    if env("TMUX").is_some() || term.starts_with("tmux") {
        Some(Passthrough::Tmux)
    } else {
        term.starts_with("screen").then_some(Passthrough::Screen)
    }
}

#[cfg(test)]
mod tests;
