//! What the documents show is what the program is. `YIXIN_BLESS=1 cargo test --test docs` writes it anew.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

#[allow(dead_code, reason = "its main is the example's")]
#[path = "../examples/picture.rs"]
mod picture;

use std::fs;
use std::path::Path;

use yixin::app::keymap::markdown;
use yixin::programme::Language;
use yixin::words::Words;

fn file(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Compares a file with what it should be, or writes it.
fn check(name: &str, wanted: &str) {
    if std::env::var_os("YIXIN_BLESS").is_some() {
        fs::write(file(name), wanted).unwrap();
    }
    assert!(
        fs::read_to_string(file(name)).unwrap() == wanted,
        "{name} is stale: YIXIN_BLESS=1 cargo test --test docs"
    );
}

#[test]
fn the_readme_shows_the_table_of_keys() {
    let text = fs::read_to_string(file("README.md")).unwrap();
    let (head, rest) = text.split_once("<!-- keys").unwrap();
    let (note, rest) = rest.split_once("-->\n").unwrap();
    let (_, tail) = rest.split_once("<!-- /keys -->").unwrap();
    let block = markdown(Words::of(Language::En));
    check("README.md", &format!("{head}<!-- keys{note}-->\n{block}<!-- /keys -->{tail}"));
}

#[test]
fn the_readme_shows_the_real_screens() {
    for (name, ..) in picture::PICTURES {
        check(&format!("docs/{name}.svg"), &(picture::picture(name) + "\n"));
    }
}
