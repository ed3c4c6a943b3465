//! What the documents show is what the program is. `YIXIN_BLESS=1 cargo test --test docs` writes it anew.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

#[allow(dead_code, reason = "its main is the example's")]
#[path = "../examples/picture.rs"]
mod picture;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
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
fn the_readmes_show_the_table_of_keys() {
    for (name, language) in [("README.md", Language::En), ("README.zh-Hans.md", Language::ZhHans)] {
        let text = fs::read_to_string(file(name)).unwrap();
        let (head, rest) = text.split_once("<!-- keys").unwrap();
        let (note, rest) = rest.split_once("-->\n").unwrap();
        let (_, tail) = rest.split_once("<!-- /keys -->").unwrap();
        let block = markdown(Words::of(language));
        check(name, &format!("{head}<!-- keys{note}-->\n{block}<!-- /keys -->{tail}"));
    }
}

/// A document without what its language decides: the order of its headings, lists and tables, what is in its code
/// blocks (of a console the commands alone), and which options, commands and files its text names.
fn skeleton(name: &str) -> (Vec<String>, BTreeSet<String>) {
    let text = fs::read_to_string(file(name)).unwrap();
    let (mut shape, mut names, mut block) = (Vec::new(), BTreeSet::new(), None);
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) => block = Some(kind.to_string()),
            Event::End(TagEnd::CodeBlock) => block = None,
            Event::Text(code) if block.is_some() => {
                let console = block.as_deref() == Some("console");
                let lines = code.lines().filter(|line| !console || line.starts_with("$ "));
                shape.extend(lines.map(|line| in_no_language(line.split(" #").next().unwrap())));
            }
            Event::Code(code) if is_name(&code) => drop(names.insert(code.to_string())),
            Event::Start(tag @ (Tag::Heading { .. } | Tag::List(_) | Tag::Item | Tag::TableRow)) => {
                shape.push(format!("{tag:?}"));
            }
            _ => {}
        }
    }
    (shape, names)
}

/// A command without the language that it is asked for.
fn in_no_language(command: &str) -> String {
    ["en", "zh-Hans"]
        .iter()
        .fold(command.trim().into(), |line: String, tag| line.replace(&format!(" --lang {tag}"), ""))
}

/// Whether code in running text names something that the program or a system has, so that no language changes it.
fn is_name(code: &str) -> bool {
    code.is_ascii() && code.chars().any(|c| c.is_ascii_alphabetic())
}

#[test]
fn the_documents_in_chinese_have_what_the_english_ones_have() {
    for name in ["README", "docs/commands", "docs/kiosk"] {
        let ((english, names), (chinese, named)) =
            (skeleton(&format!("{name}.md")), skeleton(&format!("{name}.zh-Hans.md")));
        assert!(english.len() > 10, "{name}");
        assert_eq!(english, chinese, "{name}");
        assert_eq!(names, named, "{name}");
    }
}

#[test]
fn the_documents_lead_to_their_other_language_and_stay_in_theirs() {
    for name in ["README", "docs/commands", "docs/kiosk"] {
        let own = name.rsplit('/').next().unwrap();
        for (language, link) in
            [("", format!("[简体中文]({own}.zh-Hans.md)")), (".zh-Hans", format!("[English]({own}.md)"))]
        {
            let text = fs::read_to_string(file(&format!("{name}{language}.md"))).unwrap();
            assert_eq!(text.lines().nth(2), Some(&*link), "{name}{language}");
            for target in text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
                let below = Path::new(name).parent().unwrap().join(target);
                assert!(file(below.to_str().unwrap()).exists(), "{name}{language}: {target}");
            }
        }
    }
}

#[test]
fn the_readme_shows_the_real_screens() {
    for (name, ..) in picture::PICTURES {
        check(&format!("docs/{name}.svg"), &(picture::picture(name) + "\n"));
    }
}
