//! The subcommands, a file each, and what they share: the global options and the dataset they name.

pub mod brief;
pub mod browse;
pub mod check;
pub mod completions;
mod conversation;
mod csv;
mod dataset;
pub mod diff;
pub mod doctor;
mod editions;
pub mod filter;
mod find;
mod keeper;
pub mod list;
pub mod man;
pub mod matrix;
mod meter;
mod opening;
mod output;
mod overview;
mod pace;
pub mod partners;
pub mod print;
mod say;
pub mod schema;
pub mod search;
pub mod show;
mod table;
pub mod tour;
mod work;

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::builder::FalseyValueParser;
use clap::{Args, ValueEnum};

use crate::app::state::Width;
use crate::programme::{Language, Programme, Progress};
use crate::terminal::{self, Capability, Charset, Overrides, emulator, language_hint};
use crate::text::{Glyphs, Medium, WidthPolicy};
use crate::words::{Failure, Words};
pub(crate) use dataset::{dataset, is_standard_input, size};
pub(crate) use say::{complain, lament, tell};

/// What a command comes to: nothing but a failure that has words in every language gets out of it.
pub type Result<T> = std::result::Result<T, Failure>;

/// Options that every command takes; each also as `YIXIN_DATA`, `YIXIN_LANG` and so on.
#[derive(Args, Clone, Debug, Default)]
pub struct Global {
    #[arg(long, global = true, value_name = "FILE")]
    pub data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "auto|zh-Hans|zh-Hant|en", default_value = "auto")]
    pub lang: LanguageChoice,
    #[arg(long, global = true, value_name = "auto|narrow|wide", default_value = "auto")]
    pub ambiguous: AmbiguousChoice,
    #[arg(long, global = true, value_name = "auto|unicode|ascii", default_value = "auto")]
    pub glyphs: GlyphsChoice,
    #[arg(long, global = true, value_name = "auto|always|never", default_value = "auto")]
    pub color: ColorChoice,
    #[arg(long, global = true, value_name = "auto|utf-8|gb18030", default_value = "auto")]
    pub charset: CharsetChoice,
    /// Whether the cursor is seen where it stands.
    #[arg(long, global = true, value_parser = FalseyValueParser::new())]
    pub cursor: bool,
}

#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LanguageChoice {
    #[default]
    Auto,
    #[value(name = "zh-Hans", alias = "zh-hans", alias = "zh")]
    ZhHans,
    #[value(name = "zh-Hant", alias = "zh-hant")]
    ZhHant,
    En,
}

#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AmbiguousChoice {
    #[default]
    Auto,
    Narrow,
    Wide,
}

#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GlyphsChoice {
    #[default]
    Auto,
    Unicode,
    Ascii,
}

#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColorChoice {
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CharsetChoice {
    #[default]
    Auto,
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
    Gb18030,
}

impl Global {
    /// The dataset of `--data`, or the embedded one; the progress is told how far it is.
    ///
    /// # Errors
    /// The file can't be read, what is wrong in it, or the progress gave it up.
    pub fn read(&self, progress: Progress<'_>) -> Result<Programme> {
        dataset(self.data.as_deref(), progress)
    }

    /// Whether the dataset can be read again: a file, but not what came by standard input.
    pub fn is_reloadable(&self) -> bool {
        self.data.as_deref().is_some_and(|path| !is_standard_input(path))
    }

    /// Whether `--color` asks for colours or against them.
    fn color_choice(&self) -> Option<bool> {
        match self.color {
            ColorChoice::Auto => None,
            ColorChoice::Always => Some(true),
            ColorChoice::Never => Some(false),
        }
    }

    /// What the environment says of the terminal, as far as the options don't overrule it.
    pub fn capability(&self) -> Capability {
        let overrides = Overrides {
            emulator: emulator(&environment),
            ambiguous: match self.ambiguous {
                AmbiguousChoice::Auto => None,
                AmbiguousChoice::Narrow => Some(WidthPolicy::Narrow),
                AmbiguousChoice::Wide => Some(WidthPolicy::Wide),
            },
            glyphs: match self.glyphs {
                GlyphsChoice::Auto => None,
                GlyphsChoice::Unicode => Some(terminal::Glyphs::Unicode),
                GlyphsChoice::Ascii => Some(terminal::Glyphs::Ascii),
            },
            color: match self.color {
                ColorChoice::Auto => None,
                ColorChoice::Always => Some(terminal::ColorChoice::Always),
                ColorChoice::Never => Some(terminal::ColorChoice::Never),
            },
            charset: match self.charset {
                CharsetChoice::Auto => None,
                CharsetChoice::Utf8 => Some(Charset::Utf8),
                CharsetChoice::Gb18030 => Some(Charset::Gb18030),
            },
        };
        Capability::detect(&environment, &overrides)
    }

    /// Whether a language is asked for.
    fn asks_language(&self) -> bool {
        self.lang != LanguageChoice::Auto
    }

    /// The language to speak.
    pub fn language(&self) -> Language {
        match self.lang {
            LanguageChoice::Auto => environment_language(),
            LanguageChoice::ZhHans => Language::ZhHans,
            LanguageChoice::ZhHant => Language::ZhHant,
            LanguageChoice::En => Language::En,
        }
    }

    /// How to draw where no terminal is asked: by the options alone.
    pub fn medium(&self) -> Medium {
        let policy = match self.ambiguous {
            AmbiguousChoice::Wide => WidthPolicy::Wide,
            AmbiguousChoice::Narrow | AmbiguousChoice::Auto => WidthPolicy::Narrow,
        };
        let glyphs = match (self.glyphs, policy, self.charset) {
            (GlyphsChoice::Ascii, ..) => Glyphs::ASCII,
            (_, WidthPolicy::Wide, _) | (_, _, CharsetChoice::Gb18030) => Glyphs::ASCII_LINES,
            _ => Glyphs::UNICODE,
        };
        let charset = if self.charset == CharsetChoice::Gb18030 { Charset::Gb18030 } else { Charset::Utf8 };
        marked(Medium { policy, glyphs }, &charset)
    }

    /// What is said while a dataset is being read: how far it is.
    pub(crate) fn waiting(&self, (bytes, size): (u64, Option<u64>)) -> String {
        let words = Words::of(self.language());
        words.so_far(words.reading, bytes, size)
    }

    /// How to draw on a terminal, by what is known of it now and by what the reader sees better with.
    pub fn medium_for(&self, capability: &Capability, width: Width) -> Medium {
        let medium = self.known_medium(capability);
        let medium = match width {
            Width::Automatic => medium,
            Width::Narrow => Medium { policy: WidthPolicy::Narrow, glyphs: Glyphs::UNICODE },
            Width::Wide => Medium { policy: WidthPolicy::Wide, glyphs: Glyphs::ASCII_LINES },
            Width::Ascii => Medium { glyphs: Glyphs::ASCII, ..medium },
        };
        marked(medium, &capability.charset)
    }

    fn known_medium(&self, capability: &Capability) -> Medium {
        let glyphs = match capability.glyphs {
            terminal::Glyphs::Unicode => Glyphs::UNICODE,
            terminal::Glyphs::Cp437 => Glyphs::CONSOLE,
            terminal::Glyphs::Ascii => Glyphs::ASCII_LINES,
        };
        let ascii = capability.plain_console || matches!(capability.charset, Charset::Other(_));
        let plain_text = glyphs.plain_text || ascii || self.glyphs == GlyphsChoice::Ascii;
        Medium { policy: capability.width, glyphs: Glyphs { plain_text, ..glyphs } }
    }
}

/// In GB18030 `¶` is a code of four bytes, which terminals take for several characters; GBK has none.
pub(crate) fn marked(medium: Medium, charset: &Charset) -> Medium {
    let pilcrow = match charset {
        Charset::Gb18030 | Charset::Gbk => "§",
        Charset::Utf8 | Charset::Other(_) => medium.glyphs.pilcrow,
    };
    Medium { glyphs: Glyphs { pilcrow, ..medium.glyphs }, ..medium }
}

/// The language that the environment asks for: the locale's; English on a plain console.
pub fn environment_language() -> Language {
    if std::io::stdout().is_terminal() {
        let overrides = Overrides { emulator: emulator(&environment), ..Overrides::default() };
        Capability::detect(&environment, &overrides).language()
    } else {
        language_hint(&environment)
    }
}

/// A variable of the environment; one that is no text, or empty, counts as unset.
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
