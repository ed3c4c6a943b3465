//! What the source promises about itself: the order of its layers, and who may count columns.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers in their order: one may use those before it.
const LAYERS: [&str; 8] = ["text", "programme", "search", "app", "ui", "terminal", "command", "cli"];

/// Every source file below `src`, with its text less its tests.
fn sources() -> Vec<(PathBuf, String)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]\nmod tests").next().unwrap().to_string();
                files.push((path, code));
            }
        }
    }
    assert!(files.len() > 20);
    files
}

/// The layer of a file: the first folder or file name below `src`.
fn layer(path: &Path) -> Option<usize> {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs");
    LAYERS.iter().position(|l| *l == first)
}

#[test]
fn a_layer_uses_only_those_before_it() {
    for (path, code) in sources() {
        let Some(own) = layer(&path) else { continue };
        for (number, line) in code.lines().enumerate() {
            for used in line.split("crate::").skip(1) {
                let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let used = LAYERS.iter().position(|l| *l == name);
                assert!(used.is_none_or(|used| used <= own), "{}:{}: {line}", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn columns_are_counted_in_the_text_layer_alone() {
    for (path, code) in sources() {
        // A search counts the characters of what was typed, which are no columns.
        if layer(&path).is_some_and(|layer| ["text", "search"].contains(&LAYERS[layer])) {
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

#[test]
fn no_file_is_long() {
    for (path, code) in sources() {
        let lines = code.lines().count();
        assert!(lines <= 400, "{}: {lines} lines", path.display());
    }
}
