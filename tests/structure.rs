//! What the source promises about itself: the order of its layers, and who may count columns.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

#[path = "common/sources.rs"]
mod sources;

use std::path::Path;

use sources::sources;

/// Who may use whom: each layer, and those below it that it may use. What is not named is refused.
const LAYERS: [(&str, &[&str]); 10] = [
    ("text", &[]),
    ("programme", &["text"]),
    ("search", &["text", "programme"]),
    ("terminal", &["text", "programme"]),
    ("words", &["text", "programme", "search", "terminal"]),
    ("page", &["text", "programme", "words"]),
    ("app", &["text", "programme", "search", "words", "page"]),
    ("ui", &["text", "programme", "search", "words", "page", "app"]),
    ("command", &["text", "programme", "search", "terminal", "words", "page", "app", "ui"]),
    ("cli", &["text", "programme", "words", "command"]),
];

/// The layer of a file: the first folder or file name below `src`, and what it may use.
fn layer(path: &Path) -> Option<(&'static str, &'static [&'static str])> {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs");
    LAYERS.iter().find(|(layer, _)| *layer == first).copied()
}

/// The layers that a source names behind `crate::`, alone or in braces.
fn used(code: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut used = Vec::new();
    for behind in code.split("crate::").skip(1) {
        let Some(list) = behind.strip_prefix('{') else {
            used.push(name(behind));
            continue;
        };
        let mut depth = 0;
        let end = list.find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth < 0
        });
        let (mut depth, mut item) = (0, String::new());
        for c in list[..end.unwrap()].chars().chain([',']) {
            depth += i32::from(c == '{') - i32::from(c == '}');
            match c {
                ',' if depth <= 0 => used.push(name(std::mem::take(&mut item).trim())),
                c => item.push(c),
            }
        }
    }
    used
}

#[test]
fn a_layer_uses_only_those_it_may() {
    for (path, code) in sources() {
        let Some((own, below)) = layer(&path) else { continue };
        for used in used(&code).iter().filter(|used| LAYERS.iter().any(|(layer, _)| layer == used)) {
            assert!(used == own || below.contains(&used.as_str()), "{} uses {used}", path.display());
        }
    }
}

#[test]
fn uses_in_braces_are_seen() {
    let code = "use crate::{ui::{a, b}, text};\nuse crate::app::App;\nlet x = crate::page::of();";
    assert_eq!(used(code), ["ui", "text", "app", "page"]);
}

#[test]
fn columns_are_counted_in_the_text_layer_alone() {
    for (path, code) in sources() {
        // A search counts the characters of what was typed, which are no columns.
        if layer(&path).is_some_and(|(layer, _)| ["text", "search"].contains(&layer)) {
            continue;
        }
        for (number, line) in code.lines().enumerate() {
            let counts = line.contains(".chars().count()")
                || line.contains("{:<")
                || line.contains("{:>")
                || line.contains("{:^");
            assert!(!counts, "{}:{}: {line}", path.display(), number + 1);
        }
    }
}

/// Everything for people goes through the writer that cleans, and the browser's bytes through its session.
#[test]
fn only_the_writer_and_the_session_have_the_standard_streams() {
    const WRITERS: [&str; 3] = ["command/output.rs", "terminal/session.rs", "session/round_trip.rs"];
    let mut writers = 0;
    for (path, code) in sources() {
        let has_stream = |line: &str| {
            ["io::stdout()", " stdout()", "io::stderr()", " stderr()", "print!(", "println!("]
                .iter()
                .any(|stream| line.contains(stream) && !line.contains(".is_terminal()"))
        };
        let Some(line) = code.lines().find(|line| has_stream(line)) else { continue };
        assert!(WRITERS.iter().any(|writer| path.ends_with(writer)), "{}: {line}", path.display());
        writers += 1;
    }
    assert_eq!(writers, WRITERS.len());
}

#[test]
fn no_file_is_long() {
    for (path, code) in sources() {
        let lines = code.lines().count();
        assert!(lines <= 400, "{}: {lines} lines", path.display());
    }
}
