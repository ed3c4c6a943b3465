//! The subcommands, a file each, and what they share: the global options and the dataset they name.

pub mod browse;
mod find;
mod overview;
pub mod print;

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use clap::{Args, ValueEnum};

use crate::programme::{self, Language, Programme};
use crate::text::WidthPolicy;
use crate::ui::{Glyphs, Theme};

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
        let name = path.display();
        let bytes = std::fs::read(path).with_context(|| format!("can't read {name}"))?;
        programme::parse(&bytes).with_context(|| format!("{name} is no dataset"))
    }

    /// The language to speak.
    pub fn language(&self) -> Language {
        match self.lang {
            LanguageChoice::ZhHans | LanguageChoice::Auto => Language::ZhHans,
            LanguageChoice::ZhHant => Language::ZhHant,
            LanguageChoice::En => Language::En,
        }
    }

    /// How to draw where no terminal is asked.
    pub fn theme(&self) -> Theme {
        let policy = match self.ambiguous {
            AmbiguousChoice::Wide => WidthPolicy::Wide,
            AmbiguousChoice::Narrow | AmbiguousChoice::Auto => WidthPolicy::Narrow,
        };
        let glyphs = match (self.glyphs, policy) {
            (GlyphsChoice::Ascii, _) => Glyphs::ASCII,
            (_, WidthPolicy::Wide) => Glyphs::ASCII_LINES,
            (_, WidthPolicy::Narrow) => Glyphs::UNICODE,
        };
        Theme { policy, glyphs }
    }
}
