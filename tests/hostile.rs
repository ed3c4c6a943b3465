//! Whatever is given as an argument, in the environment or in a file: nothing of it acts on the terminal.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

use std::path::PathBuf;
use std::process::{Command, Stdio};

use clap::ArgAction;
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

/// Runs it and looks at every character that it wrote.
fn assert_harmless(program: &mut Command) {
    let output = program.output().unwrap();
    for bytes in [output.stdout, output.stderr] {
        let text = String::from_utf8(bytes).unwrap_or_else(|_| panic!("{program:?}: no UTF-8"));
        let acts = text.chars().find(|&c| c != '\n' && c != '\t' && is_unsafe(c));
        assert_eq!(acts, None, "{program:?}: {text:?}");
    }
}

fn owned(args: &[&str]) -> Vec<String> {
    args.iter().map(ToString::to_string).collect()
}

/// Every way to say something hostile on the command line: for each command, each of its arguments.
fn command_lines() -> Vec<Vec<String>> {
    let whole = command(Language::En);
    let mut lines = vec![owned(&[EVIL]), owned(&[&["--", EVIL].concat()]), owned(&["-", EVIL])];
    let commands = std::iter::once(&whole).chain(whole.get_subcommands());
    for command in commands {
        let name: &[&str] = if command.get_name() == "yixin" { &[] } else { &[command.get_name()] };
        lines.push([owned(name), owned(&[EVIL])].concat());
        lines.push([owned(name), vec![["--", EVIL].concat()]].concat());
        lines.push([owned(name), vec![["-", EVIL].concat()]].concat());
        for arg in command.get_arguments() {
            let Some(option) = arg.get_long().map(|long| ["--", long].concat()) else { continue };
            lines.push([owned(name), vec![[&option, "=", EVIL].concat()]].concat());
            if matches!(arg.get_action(), ArgAction::Set | ArgAction::Append) {
                for rest in [&["--print", "60x12"][..], &["xining"], &[]] {
                    lines.push([owned(name), vec![option.clone(), EVIL.into()], owned(rest)].concat());
                }
            }
        }
    }
    lines.push(owned(&["--print", "60x12", "--keys", &["/", EVIL].concat()]));
    lines.push(owned(&["--print", "60x12", "--keys", &["<", EVIL, ">"].concat()]));
    lines
}

#[test]
fn no_argument_reaches_the_terminal_raw() {
    let lines = command_lines();
    assert!(lines.len() > 150, "{}", lines.len());
    for line in lines {
        for language in ["zh-Hans", "en"] {
            assert_harmless(program(&line).env("YIXIN_LANG", language));
        }
    }
}

#[test]
fn no_variable_reaches_the_terminal_raw() {
    let variables = "TERM LANG LC_ALL LC_CTYPE LC_MESSAGES LANGUAGE COLORTERM TERM_PROGRAM NO_COLOR CLICOLOR \
                     CLICOLOR_FORCE COLUMNS TMUX STY SSH_TTY VTE_VERSION YIXIN_DATA YIXIN_LANG YIXIN_AMBIGUOUS \
                     YIXIN_GLYPHS YIXIN_COLOR YIXIN_CHARSET";
    let commands: [&[&str]; 7] = [
        &["doctor"],
        &["doctor", "--json"],
        &["list"],
        &["show", "xining"],
        &["brief", "--region"],
        &["--print", "60x12"],
        &["tour"],
    ];
    for variable in variables.split_whitespace() {
        for args in commands {
            // Forced colours are the program's own.
            assert_harmless(program(&owned(args)).env(variable, EVIL).arg("--color=never"));
        }
    }
}

#[test]
fn no_file_and_no_name_of_one_reaches_the_terminal_raw() {
    let folder = std::env::temp_dir().join(format!("yixin-hostile-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, text: &str| -> PathBuf {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let keys = format!("{{\"zones\": [{{\"id\": \"{EVIL}\", \"{EVIL}\": {EVIL}");
    let good = include_str!("../data/programme.json").replace("西宁", &EVIL.escape_unicode().to_string());
    let escaped = EVIL.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
    let shown = include_str!("../data/programme.json").replace("西宁", &escaped);
    let files = [file("keys", &keys), file("good", &good), file("shown", &shown), file(EVIL, "{")];
    for path in files {
        let path = path.to_str().unwrap();
        for args in [
            &["check", path][..],
            &["check", path, "--format", "json"],
            &["list", "--data", path],
            &["list", "--data", path, "--format", "tsv"],
            &["list", "--data", path, "--format", "json"],
            &["show", "xining", "--data", path],
            &["brief", "--data", path],
            &["search", "a", "--data", path, "--format", "json"],
            &["completions", "bash", "--data", path],
            &["--print", "60x12", "--data", path],
            &["--data", path],
        ] {
            assert_harmless(&mut program(&owned(args)));
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}
