//! The completions in real shells, by the Tab key. `.ci/shells` installs them and runs this.
//!
//! Each test is ignored by a plain `cargo test`; where its shell is missing it fails.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

#[path = "../common/pty.rs"]
mod pty;

use std::path::Path;
use std::process::Command;

use pty::Pty;

/// What is typed, and what stands there after Tab.
const COMPLETED: [(&str, &str); 23] = [
    ("yixin li", "yixin list "),
    ("yixin --zone inn", "yixin --zone innovation "),
    ("yixin --zone=ind", "yixin --zone=industry "),
    ("yixin --lang e", "yixin --lang en "),
    ("yixin --lang=e", "yixin --lang=en "),
    ("yixin --lang zh-Hans --region hua", "yixin --lang zh-Hans --region huangnan "),
    ("yixin list --topic astr", "yixin list --topic astronomy "),
    ("yixin list --stage att", "yixin list --stage attract "),
    ("yixin list --zone feature --stage ret", "yixin list --zone feature --stage retain "),
    ("yixin brief --partner wuxi-m", "yixin brief --partner wuxi-medical-experts "),
    ("yixin show yushu-3", "yixin show yushu-345-training-project "),
    ("yixin show --format md yushu-3", "yixin show --format md yushu-345-training-project "),
    ("yixin completions fi", "yixin completions fish "),
    ("yixin doctor --js", "yixin doctor --json "),
    ("yixin --data Cargo.t", "yixin --data Cargo.toml "),
    ("yixin check Cargo.t", "yixin check Cargo.toml "),
    ("yixin brief --since Cargo.t", "yixin brief --since Cargo.toml "),
    ("yixin list --since Cargo.toml --changes ne", "yixin list --since Cargo.toml --changes new "),
    ("yixin diff Cargo.t", "yixin diff Cargo.toml "),
    // Files, and no option that nobody began.
    ("yixin check ", "yixin check "),
    ("yixin check --curs", "yixin check --cursor "),
    ("yixin search xn --zone inn", "yixin search xn --zone innovation "),
    // No file where an id belongs.
    ("yixin --zone Cargo.t", "yixin --zone Cargo.t"),
];

/// Tries each in a shell that has been told of the completions.
fn assert_completes(shell: &str, arguments: &[&str], set_up: &str) {
    let folder = Path::new(env!("CARGO_BIN_EXE_yixin")).parent().unwrap().to_str().unwrap();
    let script = Command::new(env!("CARGO_BIN_EXE_yixin")).args(["completions", shell]).output().unwrap();
    let file = std::env::temp_dir().join(format!("yixin-completions-{}.{shell}", std::process::id()));
    std::fs::write(&file, script.stdout).unwrap();
    let path = format!("{folder}:/usr/bin:/bin");
    let mut pty = Pty::spawn(shell, arguments, &[("PATH", &path), ("TERM", "vt100"), ("LANG", "C.UTF-8")]);
    pty.resize(160, 24);
    let set_up = set_up.replace("FILE", file.to_str().unwrap());
    pty.send(format!("cd {}\r{set_up}\recho rea''dy\r", env!("CARGO_MANIFEST_DIR")));
    pty.shows("\nready");
    pty.send("\x0c");
    pty.until("an empty screen", |pty| !pty.text().contains("ready"));
    let mut wrong = Vec::new();
    for (typed, wanted) in COMPLETED {
        // What follows Tab shows when it has done its work.
        pty.send(format!("{typed}\tQQ"));
        pty.until(typed, |pty| pty.text().contains("QQ"));
        let screen = pty.text();
        let line = screen.lines().rev().find(|line| line.contains("QQ")).unwrap();
        let line = line
            .split_once("> ")
            .unwrap_or_else(|| panic!("{screen}"))
            .1
            .trim_end()
            .trim_end_matches("QQ")
            .to_owned();
        if line != wanted {
            wrong.push(format!("{line:?} instead of {wanted:?}"));
        }
        pty.send("\x15\x0c");
        pty.until("an empty line", |pty| !pty.text().contains("QQ"));
    }
    pty.send("exit\r");
    std::fs::remove_file(file).unwrap();
    assert!(wrong.is_empty(), "{shell}:\n{}", wrong.join("\n"));
}

#[test]
#[ignore = "needs bash: .ci/shells"]
fn bash() {
    assert_completes("bash", &["--norc", "--noprofile", "-i"], "PS1='> '; . FILE");
}

#[test]
#[ignore = "needs zsh: .ci/shells"]
fn zsh() {
    assert_completes("zsh", &["-f", "-i"], "PS1='> '; autoload -U compinit; compinit -u -D; . FILE");
}

#[test]
#[ignore = "needs fish: .ci/shells"]
fn fish() {
    assert_completes("fish", &["--no-config", "-i"], "function fish_prompt; echo -n '> '; end; source FILE");
}
