//! What Markdown takes literally.

use std::borrow::Cow;

use super::change::Mark;

/// A text that Markdown takes literally, wherever it stands on a line; escaped only where it would not, so that
/// it reads well as plain text, too.
pub fn escape(text: &str) -> Cow<'_, str> {
    let start = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let begins_a_block = text.starts_with(['-', '+', '=']) || start.starts_with(['.', ')']);
    escaped(text, begins_a_block.then_some(text.len() - start.len()))
}

/// A piece of a change, not at a line's beginning: what went and came is marked.
pub fn marked(mark: Mark, text: &str) -> String {
    let text = &*escaped(text, None);
    match mark {
        Mark::Gone => ["<del>", text, "</del>"].concat(),
        Mark::New => ["<ins>", text, "</ins>"].concat(),
        Mark::Same | Mark::Was | Mark::Is => text.into(),
    }
}

/// The text with what is special in it escaped, and what stands at that place, in bytes.
fn escaped(text: &str, mark: Option<usize>) -> Cow<'_, str> {
    let links = ["](", "]:", "][", "[ ]", "[x]"].iter().any(|link| text.contains(link));
    let special = |at: usize, c: char| match c {
        '[' | ']' => links,
        '&' => is_entity(&text[at + 1..]),
        _ => "\\`*_<>~|#".contains(c),
    };
    if mark.is_none() && !text.char_indices().any(|(at, c)| special(at, c)) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        if mark == Some(at) || special(at, c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    Cow::Owned(escaped)
}

/// Whether what follows an ampersand makes it an entity, like `lt;` or `#20013;`.
fn is_entity(rest: &str) -> bool {
    let name = rest.trim_start_matches(|c: char| c == '#' || c.is_ascii_alphanumeric());
    name.len() < rest.len() && name.starts_with(';')
}
