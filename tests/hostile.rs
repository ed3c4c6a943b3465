//! Whatever is given as an argument, in the environment or in a file: nothing of it acts on the terminal.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

#[path = "common/pty.rs"]
mod pty;
#[path = "common/sources.rs"]
mod sources;

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

use clap::{Arg, ArgAction};
use pty::{Pty, find};
use serde_json::Value;
use sources::sources;
use yixin::cli::command;
use yixin::programme::Language;
use yixin::text::is_unsafe;

/// A title for the window, a colour, C1, and text that runs backwards.
const EVIL: &str = "\u{1b}]0;x\u{7}\u{1b}[31mbad\u{9b}31m\u{202e}";

fn program(args: &[String]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_yixin"));
    program.args(args).env_clear().env("LANG", "C.UTF-8").stdin(Stdio::null());
    program.current_dir(env!("CARGO_MANIFEST_DIR"));
    program
}

/// Runs it and looks at every character that it wrote; returns how many bytes these are.
fn assert_harmless(program: &mut Command) -> usize {
    let output = program.output().unwrap();
    for bytes in [&output.stdout, &output.stderr] {
        assert_without_evil(bytes, &format!("{program:?}"));
        // A document of an office is no text.
        if !bytes.starts_with(b"PK") {
            let text = std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{program:?}: no UTF-8"));
            // A table for an office begins and ends its lines so.
            let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
            let acts = text.chars().find(|&c| c != '\n' && c != '\t' && is_unsafe(c));
            assert_eq!(acts, None, "{program:?}: {text:?}");
        }
    }
    output.stdout.len() + output.stderr.len()
}

fn assert_without_evil(bytes: &[u8], what: &str) {
    for raw in ["\x1b]0;x", "\x1b[31mbad", "\u{9b}", "\u{202e}"] {
        assert_eq!(find(bytes, raw.as_bytes()), None, "{what}");
    }
}

fn owned(args: &[&str]) -> Vec<String> {
    args.iter().map(ToString::to_string).collect()
}

/// What each command needs to do its work.
fn commands() -> Vec<Vec<String>> {
    let whole = command(Language::En);
    let commands = whole.get_subcommands().map(|command| match command.get_name() {
        "show" => owned(&["show", "xining"]),
        "search" => owned(&["search", "xining"]),
        "completions" => owned(&["completions", "bash"]),
        "diff" => owned(&["diff", "data/programme.json", "data/programme.json"]),
        name => owned(&[name]),
    });
    [owned(&[]), owned(&["--print", "60x12"])].into_iter().chain(commands).collect()
}

/// What a command takes, with what every command takes.
fn arguments(plain: &[String]) -> Vec<Arg> {
    let whole = command(Language::En);
    let named = plain.first().and_then(|name| whole.find_subcommand(name));
    whole.get_arguments().chain(named.into_iter().flat_map(clap::Command::get_arguments)).cloned().collect()
}

/// Every way to say something hostile on the command line: for each command, each of its options and values.
fn command_lines() -> Vec<Vec<String>> {
    let mut lines = vec![
        owned(&["--print", "60x12", "--keys", &["/", EVIL].concat()]),
        owned(&["--print", "60x12", "--keys", &["<", EVIL, ">"].concat()]),
    ];
    for plain in commands() {
        let with = |more: &[&str]| [plain.clone(), owned(more)].concat();
        let (long, short) = (["--", EVIL].concat(), ["-", EVIL].concat());
        lines.extend([
            with(&[EVIL]),
            with(&[&long]),
            with(&[&short]),
            with(&["-", EVIL]),
            with(&["--", EVIL]),
        ]);
        lines.push([plain.iter().take(1).cloned().collect(), owned(&[EVIL])].concat());
        for arg in arguments(&plain) {
            let Some(option) = arg.get_long().map(|long| ["--", long].concat()) else { continue };
            lines.push(with(&[&[&option, "=", EVIL].concat()]));
            if matches!(arg.get_action(), ArgAction::Set | ArgAction::Append) {
                lines.push(with(&[&option, EVIL]));
            }
        }
    }
    lines
}

/// Every variable that the program may read: what its source has in quotes and capitals.
fn variables() -> BTreeSet<String> {
    let is_name = |text: &&str| text.len() > 2 && text.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
    let names = |code: &str| code.split('"').filter(is_name).map(String::from).collect::<Vec<_>>();
    sources().iter().flat_map(|(_, code)| names(code)).collect()
}

#[test]
fn no_argument_and_no_variable_reaches_the_output_raw() {
    let (lines, variables) = (command_lines(), variables());
    assert!(lines.len() > 500 && variables.contains("YIXIN_CURSOR") && variables.contains("TERM"));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for line in commands() {
                for variable in &variables {
                    // Forced colours are the program's own.
                    assert_harmless(program(&line).env(variable, EVIL).arg("--color=never"));
                }
            }
        });
        for (line, language) in lines.iter().zip(["zh-Hans", "en", "zh-Hant"].into_iter().cycle()) {
            assert_harmless(program(line).env("YIXIN_LANG", language));
        }
    });
}

#[test]
fn nothing_of_them_reaches_a_terminal_raw() {
    let (lines, variables) = (command_lines(), variables());
    let hostile: Vec<_> = variables.iter().map(|name| (name.as_str(), EVIL)).collect();
    let try_one = |line: &[String], environment: &[(&str, &str)]| {
        let line: Vec<_> = line.iter().map(String::as_str).collect();
        let mut pty = Pty::spawn(env!("CARGO_BIN_EXE_yixin"), &line, environment);
        // Where the dataset is what one types.
        pty.send("\x04");
        pty.end();
        assert_without_evil(&pty.bytes, &format!("{line:?}, {environment:?}"));
    };
    std::thread::scope(|scope| {
        for lines in lines.chunks(lines.len() / 20) {
            scope.spawn(|| {
                for (line, language) in lines.iter().zip(["zh-Hans", "en", "zh-Hant"].into_iter().cycle()) {
                    try_one(line, &[("YIXIN_LANG", language)]);
                    try_one(line, &hostile);
                }
            });
        }
    });
}

/// Adds to every text of a dataset.
fn poison(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(poison),
        Value::Object(entries) if entries.contains_key("zh-Hans") => {
            let texts = entries.values_mut().filter(|value| value.is_string());
            texts.for_each(|text| *text = format!("{}{EVIL}", text.as_str().unwrap()).into());
        }
        Value::Object(entries) => entries.values_mut().for_each(poison),
        _ => {}
    }
}

/// Each command by itself, and with each choice that an option of it gives.
fn choices() -> Vec<Vec<String>> {
    let mut lines = commands();
    for view in ["v", "vv", "vvv", "i", "f", "y", "?", "/xining", "<tab><enter>"] {
        lines.push(owned(&["--print", "60x12", "--keys", view]));
    }
    for plain in commands() {
        for arg in arguments(&plain) {
            for choice in arg.get_possible_values() {
                let option = arg.get_long().map(|long| format!("--{long}={}", choice.get_name()));
                // What else the program says in another charset is none of this test's.
                let option =
                    option.filter(|option| !option.contains("always") && !option.contains("gb18030"));
                lines.extend(option.map(|option| [plain.clone(), vec![option]].concat()));
            }
        }
    }
    lines
}

#[test]
fn no_file_and_no_name_of_one_reaches_the_output_raw() {
    let folder = std::env::temp_dir().join(format!("yixin-hostile-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, text: &str| -> String {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().into()
    };
    let data = include_str!("../data/programme.json");
    let mut texts = serde_json::from_str(data).unwrap();
    poison(&mut texts);
    let escaped = EVIL.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
    let files = [
        file("texts", &texts.to_string()),
        file("keys", &data.replace("\"zones\"", &format!("\"{escaped}\": 1, \"zones\""))),
        file("ids", &data.replace("\"xining\"", &format!("\"{escaped}\""))),
        file("raw", &data.replace("西宁", EVIL)),
        file("broken", &format!("{{\"zones\": [{{\"id\": \"{EVIL}\", \"{EVIL}\": {EVIL}")),
        file(EVIL, "{"),
    ];
    let mut written = 0;
    for path in &files {
        for line in choices() {
            let line = [line, owned(&["--data", path])].concat();
            written += assert_harmless(&mut program(&line));
        }
        for line in [
            &["check", path][..],
            &["check", path, "--format=json"],
            &["diff", path, &files[0]],
            &["diff", "data/programme.json", path],
            &["diff", path, path],
            &["list", "--since", path],
        ] {
            written += assert_harmless(&mut program(&owned(line)));
        }
    }
    assert!(written > 5_000_000, "{written}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn no_name_of_a_dataset_is_run_by_a_shell() {
    let names = [
        "$(touch x)",
        "`touch x`",
        "\"; touch x; \"",
        "${x[$(touch x)]}",
        "‹(touch x)",
        "(touch x)",
        "touch'x",
    ];
    let mut data: Value = serde_json::from_str(include_str!("../data/programme.json")).unwrap();
    for (partner, name) in data["partners"].as_array_mut().unwrap().iter_mut().zip(names) {
        partner["place"] = serde_json::json!({ "zh-Hans": name, "zh-Hant": name, "en": name });
    }
    let path = std::env::temp_dir().join(format!("yixin-places-{}.json", std::process::id()));
    std::fs::write(&path, data.to_string()).unwrap();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script =
            program(&owned(&["completions", shell, "--data", path.to_str().unwrap()])).output().unwrap();
        let script = String::from_utf8(script.stdout).unwrap();
        let has_values = ["bash", "zsh", "fish"].contains(&shell);
        assert!(script.contains("上海") == has_values && !script.contains("touch"), "{shell}");
    }
    std::fs::remove_file(path).unwrap();
}
