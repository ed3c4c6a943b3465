//! The program's own source.

#![allow(unreachable_pub, clippy::unwrap_used, reason = "shared by test binaries")]

use std::fs;
use std::path::{Path, PathBuf};

/// Every source file below `src`, with its text less its tests.
pub fn sources() -> Vec<(PathBuf, String)> {
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
