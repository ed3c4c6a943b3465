//! The words of `--help`, a struct a language: a missing word does not compile.

mod en;
mod zh_hans;
mod zh_hant;

use crate::programme::Language;

/// Every word of the help in one language.
pub(super) struct Help {
    pub(super) about: &'static str,
    /// The headings, in clap's template form.
    pub(super) template: &'static str,
    /// The same for a command.
    pub(super) command_template: &'static str,
    pub(super) examples: &'static str,
    data: &'static str,
    lang: &'static str,
    ambiguous: &'static str,
    glyphs: &'static str,
    color: &'static str,
    charset: &'static str,
    zone: &'static str,
    region: &'static str,
    initiative: &'static str,
    mouse: &'static str,
    kiosk: &'static str,
    print: &'static str,
    keys: &'static str,
    in_zone: &'static str,
    in_region: &'static str,
    stage: &'static str,
    topic: &'static str,
    partner: &'static str,
    format: &'static str,
    query: &'static str,
    limit: &'static str,
    entry: &'static str,
    files: &'static str,
    json: &'static str,
    shell: &'static str,
    list: &'static str,
    show: &'static str,
    search: &'static str,
    brief: &'static str,
    check: &'static str,
    tour: &'static str,
    every: &'static str,
    doctor: &'static str,
    schema: &'static str,
    completions: &'static str,
    man: &'static str,
    help: &'static str,
    version: &'static str,
}

impl Help {
    /// The help of a language.
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::ZhHans => &zh_hans::HELP,
            Language::ZhHant => &zh_hant::HELP,
            Language::En => &en::HELP,
        }
    }

    /// What help says of an argument, by its id.
    pub(super) fn arg(&self, id: &str) -> Option<&'static str> {
        Some(match id {
            "data" => self.data,
            "lang" => self.lang,
            "ambiguous" => self.ambiguous,
            "glyphs" => self.glyphs,
            "color" => self.color,
            "charset" => self.charset,
            "every" => self.every,
            "zone" => self.zone,
            "region" => self.region,
            "initiative" => self.initiative,
            "mouse" => self.mouse,
            "kiosk" => self.kiosk,
            "print" => self.print,
            "keys" => self.keys,
            "stage" => self.stage,
            "topic" => self.topic,
            "partner" => self.partner,
            "format" => self.format,
            "entry" => self.entry,
            "files" => self.files,
            "json" => self.json,
            "shell" => self.shell,
            "in_zone" => self.in_zone,
            "in_region" => self.in_region,
            "query" => self.query,
            "limit" => self.limit,
            "help" => self.help,
            "version" => self.version,
            _ => return None,
        })
    }

    /// What help says of a command, by its name.
    pub(super) fn command(&self, name: &str) -> Option<&'static str> {
        Some(match name {
            "list" => self.list,
            "show" => self.show,
            "search" => self.search,
            "brief" => self.brief,
            "check" => self.check,
            "tour" => self.tour,
            "doctor" => self.doctor,
            "schema" => self.schema,
            "completions" => self.completions,
            "man" => self.man,
            _ => return None,
        })
    }
}
