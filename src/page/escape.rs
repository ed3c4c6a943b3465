//! What Markdown takes literally.

use std::borrow::Cow;

/// A text that Markdown takes literally, wherever it stands on a line; escaped only where it would not, so that
/// it reads well as plain text, too.
pub fn escape(text: &str) -> Cow<'_, str> {
    let start = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let begins_a_block = text.starts_with(['-', '+', '=']) || start.starts_with(['.', ')']);
    escaped(text, begins_a_block.then_some(text.len() - start.len()))
}

/// The same for a text that doesn't stand at a line's beginning.
pub fn escape_inside(text: &str) -> Cow<'_, str> {
    escaped(text, None)
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
