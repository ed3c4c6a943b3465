//! The subcommands, a file each, and what they share: the global options and the dataset they name.

pub mod brief;
pub mod browse;
pub mod check;
pub mod completions;
mod conversation;
pub mod doctor;
mod find;
pub mod list;
pub mod man;
mod opening;
mod output;
mod overview;
mod pace;
pub mod print;
pub mod schema;
pub mod search;
pub mod show;
mod table;
pub mod tour;
mod work;

use std::fs::File;
use std::io::{IsTerminal, Write as _};
use std::path::PathBuf;

pub use find::Unknown;

use anyhow::{Context as _, Result, anyhow};
use clap::{Args, ValueEnum};

use crate::app::state::Width;
use crate::programme::{self, Language, Programme};
use crate::terminal::{self, Capability, Charset, Overrides, language_hint};
use crate::text::{Glyphs, Medium, WidthPolicy, clean};
use crate::words::Words;

/// Options that every command takes; each also as `YIXIN_DATA`, `YIXIN_LANG` and so on.
#[derive(Args, Clone, Debug)]
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
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum LanguageChoice {
    Auto,
    #[value(name = "zh-Hans", alias = "zh-hans", alias = "zh")]
    ZhHans,
    #[value(name = "zh-Hant", alias = "zh-hant")]
    ZhHant,
    En,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmbiguousChoice {
    Auto,
    Narrow,
    Wide,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum GlyphsChoice {
    Auto,
    Unicode,
    Ascii,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorChoice {
    Auto,
    Always,
    Never,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum CharsetChoice {
    Auto,
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
    Gb18030,
}

impl Global {
    /// The dataset of `--data`, or the embedded one.
    ///
    /// # Errors
    /// The file can't be read, or what is wrong in it.
    pub fn programme(&self) -> Result<Programme> {
        let Some(path) = &self.data else { return Ok(programme::embedded()?) };
        let name = clean(&path.display().to_string()).into_owned();
        // A pipe can't be read again to say what is wrong in it.
        if path.is_file()
            && let Ok(file) = File::open(path)
            && let Ok(programme) = programme::read(file)
        {
            return Ok(programme);
        }
        let bytes = std::fs::read(path).with_context(|| format!("can't read {name}"))?;
        programme::load(&bytes).map_err(|problem| anyhow!("{name}:{problem}"))
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
        let glyphs = match (self.glyphs, policy) {
            (GlyphsChoice::Ascii, _) => Glyphs::ASCII,
            (_, WidthPolicy::Wide) => Glyphs::ASCII_LINES,
            (_, WidthPolicy::Narrow) => Glyphs::UNICODE,
        };
        Medium { policy, glyphs }
    }

    /// Bytes of the file of `--data`; `None` where that can't be known.
    pub(crate) fn size(&self) -> Option<u64> {
        let known = std::fs::metadata(self.data.as_ref()?).ok()?;
        known.is_file().then_some(known.len())
    }

    /// What is said while a dataset is being read: how far it is.
    pub(crate) fn waiting(&self, (bytes, size): (u64, Option<u64>)) -> String {
        Words::of(self.language()).waiting(bytes, size)
    }

    /// How to draw on a terminal, by what is known of it now and by what the reader sees better with.
    pub fn medium_for(&self, capability: &Capability, width: Width) -> Medium {
        let medium = self.known_medium(capability);
        match width {
            Width::Automatic => medium,
            Width::Narrow => Medium { policy: WidthPolicy::Narrow, glyphs: Glyphs::UNICODE },
            Width::Wide => Medium { policy: WidthPolicy::Wide, glyphs: Glyphs::ASCII_LINES },
            Width::Ascii => Medium { glyphs: Glyphs::ASCII, ..medium },
        }
    }

    fn known_medium(&self, capability: &Capability) -> Medium {
        let glyphs = match capability.glyphs {
            terminal::Glyphs::Unicode => Glyphs::UNICODE,
            terminal::Glyphs::Cp437 => Glyphs::CONSOLE,
            terminal::Glyphs::Ascii => Glyphs::ASCII_LINES,
        };
        let plain_text = glyphs.plain_text || capability.plain_console || self.glyphs == GlyphsChoice::Ascii;
        Medium { policy: capability.width, glyphs: Glyphs { plain_text, ..glyphs } }
    }
}

/// The language that the environment asks for: the locale's; English on a plain console.
pub fn environment_language() -> Language {
    if std::io::stdout().is_terminal() {
        Capability::detect(&environment, &Overrides::default()).language()
    } else {
        language_hint(&environment)
    }
}

/// A variable of the environment; one that is no text, or empty, counts as unset.
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// A line on standard error. Where that is closed too, nobody is there to be told.
pub(crate) fn complain(line: &str) {
    let _ = writeln!(std::io::stderr(), "yixin: {line}");
}
