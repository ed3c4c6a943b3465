//! Keys as `--keys` writes them, for a terminal's window and for a program's input.

/// The keys of a script: characters, and names in angle brackets.
pub(crate) fn keys(script: &str) -> Vec<&str> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let end = if c == '<' { rest.find('>').unwrap() + 1 } else { c.len_utf8() };
        keys.push(&rest[..end]);
        rest = &rest[end..];
    }
    keys
}

/// What X calls the key.
pub(crate) fn keysym(key: &str) -> &str {
    match key {
        "<tab>" => "Tab",
        "<esc>" => "Escape",
        "<enter>" => "Return",
        "<pgdn>" => "Next",
        "<down>" => "Down",
        "<c-l>" => "ctrl+l",
        " " => "space",
        "?" => "question",
        "/" => "slash",
        key => key,
    }
}

/// What a program reads for the keys of a script.
pub(crate) fn bytes(script: &str) -> String {
    let bytes = |key| match key {
        "<tab>" => "\t",
        "<esc>" => "\x1b",
        "<enter>" => "\r",
        "<pgdn>" => "\x1b[6~",
        "<down>" => "\x1b[B",
        "<c-l>" => "\x0c",
        key => key,
    };
    keys(script).into_iter().map(bytes).collect()
}
