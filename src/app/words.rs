//! The program's own words, a struct a language: a missing word does not compile.

mod en;
mod zh_hans;
mod zh_hant;

use crate::programme::{Cite, Language, Programme, Ref, Source, Stage};
use crate::search::Field;

/// Every word that the browser and the commands say in one language.
pub struct Words {
    /// The language's name in itself, short: 简体.
    pub language: &'static str,
    /// The tab of all zones.
    pub all: &'static str,
    pub regions: &'static str,
    pub initiatives: &'static str,
    pub detail: &'static str,
    pub about: &'static str,
    pub help: &'static str,
    pub search: &'static str,
    /// Over the keys of the input line, in help.
    pub input: &'static str,
    /// Said while nothing is typed.
    pub search_prompt: &'static str,
    /// Before the query that found nothing.
    pub not_found: &'static str,
    /// Before what may have been meant.
    pub nearest: &'static str,
    /// Said where the zone filter gave way to a hit.
    pub widened: &'static str,
    pub copied: &'static str,
    pub reloaded: &'static str,
    /// Before the reason.
    pub not_reloaded: &'static str,
    /// Before the names of the other regions of a shared initiative.
    pub shared_with: &'static str,
    pub role: &'static str,
    pub profile: &'static str,
    pub summary: &'static str,
    pub measures: &'static str,
    pub figures: &'static str,
    pub people: &'static str,
    pub partners: &'static str,
    pub source: &'static str,
    pub restored: &'static str,
    pub issuer: &'static str,
    pub issued: &'static str,
    pub aims: &'static str,
    pub zones: &'static str,
    pub topic: &'static str,
    pub place: &'static str,
    /// Between the items of a list in running text.
    pub list_separator: &'static str,
    /// Between a label and what it labels.
    pub colon: &'static str,
    /// Around an aside.
    pub parentheses: [&'static str; 2],
    /// Between a number and its unit.
    pub before_unit: &'static str,
    /// Said in an empty region list.
    pub no_regions: &'static str,
    pub no_initiatives: &'static str,
    /// Said where the screen has no room.
    pub too_small: &'static str,
    /// 引 育 用 留, in the chain's order.
    pub stages: [&'static str; 4],
    /// Whether a stage is one character, so that a list has room for all four.
    pub stages_in_lists: bool,

    pub key_up: &'static str,
    pub key_down: &'static str,
    pub key_enter: &'static str,
    pub key_back: &'static str,
    pub key_next_pane: &'static str,
    pub key_previous_pane: &'static str,
    pub key_page_down: &'static str,
    pub key_page_up: &'static str,
    pub key_half_down: &'static str,
    pub key_half_up: &'static str,
    pub key_first: &'static str,
    pub key_last: &'static str,
    pub key_all_zones: &'static str,
    pub key_zone: &'static str,
    pub key_search: &'static str,
    pub key_next_hit: &'static str,
    pub key_previous_hit: &'static str,
    pub key_go: &'static str,
    pub key_cancel: &'static str,
    pub key_hit_up: &'static str,
    pub key_hit_down: &'static str,
    pub key_caret_left: &'static str,
    pub key_caret_right: &'static str,
    pub key_caret_home: &'static str,
    pub key_caret_end: &'static str,
    pub key_backspace: &'static str,
    pub key_delete: &'static str,
    pub key_erase_word: &'static str,
    pub key_erase_line: &'static str,
    pub key_about: &'static str,
    pub key_language: &'static str,
    pub key_mouse: &'static str,
    pub key_copy: &'static str,
    pub key_reload: &'static str,
    pub key_repaint: &'static str,
    pub key_suspend: &'static str,
    pub key_help: &'static str,
    pub key_quit: &'static str,

    pub hint_select: &'static str,
    pub hint_enter: &'static str,
    pub hint_back: &'static str,
    pub hint_search: &'static str,
    pub hint_zones: &'static str,
    pub hint_about: &'static str,
    pub hint_copy: &'static str,
    pub hint_language: &'static str,
    pub hint_help: &'static str,
    pub hint_quit: &'static str,
}

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::ZhHans => &zh_hans::WORDS,
            Language::ZhHant => &zh_hant::WORDS,
            Language::En => &en::WORDS,
        }
    }

    /// What a match of the search stood in; empty for a name or a title.
    pub fn field(&self, field: Field) -> &'static str {
        match field {
            Field::Name | Field::Title => "",
            Field::Person => self.people,
            Field::Region => self.regions,
            Field::Zone => self.zones,
            Field::Topic => self.topic,
            Field::Partner => self.partners,
            Field::Summary => self.summary,
            Field::Profile => self.profile,
            Field::Measure => self.measures,
            Field::Figure => self.figures,
            Field::Role => self.role,
            Field::Place => self.place,
        }
    }

    /// A stage of 引育用留.
    pub fn stage(&self, stage: Stage) -> &'static str {
        self.stages[stage as usize]
    }
}

impl Words {
    /// A name and what it is set beside: `名（地）`, `Name (place)`.
    pub fn in_parentheses(&self, name: &str, aside: &str) -> String {
        let [open, close] = self.parentheses;
        [name, open, aside, close].concat()
    }

    /// A figure in running text: `31个：对接落地项目`, `31 projects: …`.
    pub fn figure(&self, value: &str, unit: &str, label: &str) -> String {
        [value, self.before_unit, unit, self.colon, label].concat()
    }
}

/// The paragraphs that something rests on, in words: a line a source, each paragraph once.
pub fn citations(programme: &Programme, language: Language, cites: &[&Cite]) -> Vec<String> {
    let words = Words::of(language);
    let mut lines: Vec<(Ref<Source>, String)> = Vec::new();
    let mut seen = Vec::new();
    for cite in cites {
        if seen.contains(&(cite.source, &cite.paragraph)) {
            continue;
        }
        seen.push((cite.source, &cite.paragraph));
        let restored =
            cites.iter().any(|c| c.restored && c.source == cite.source && c.paragraph == cite.paragraph);
        let paragraph = if restored {
            words.in_parentheses(&cite.paragraph, words.restored)
        } else {
            cite.paragraph.to_string()
        };
        match lines.iter_mut().find(|(source, _)| *source == cite.source) {
            Some((_, line)) => *line = [line.as_str(), words.list_separator, &paragraph].concat(),
            None => {
                let source = &programme[cite.source];
                let date = source.published.get(..10).unwrap_or(&source.published);
                lines.push((cite.source, format!("{} {date} {paragraph}", source.publisher.get(language))));
            }
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}
