//! The sources that a text rests on, in words.

use super::Words;
use crate::programme::{Cite, Language, Programme, Ref, Source};

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
