//! The commands on a terminal: its width, its colours, its language.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

#[path = "common/pty.rs"]
mod pty;

use std::process::Command;
use std::time::Duration;

use pty::Pty;
use yixin::text::WidthPolicy;

/// What a command sends to an 80×24 terminal, after it has ended well.
fn sent(arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let mut terminal = Pty::spawn(env!("CARGO_BIN_EXE_yixin"), arguments, environment);
    let (code, _) = terminal.end();
    let sent = String::from_utf8(terminal.bytes.clone()).unwrap();
    assert_eq!(code, 0, "{arguments:?}: {sent}");
    sent
}

/// The lines less their styles.
fn lines(sent: &str) -> Vec<String> {
    // Less the question of doctor.
    let sent = sent.replace("\x1b[c", "");
    let mut parts = sent.split("\x1b[");
    let first = parts.next().unwrap().to_owned();
    let plain = parts.fold(first, |plain, part| plain + part.split_once('m').unwrap().1);
    plain.lines().map(String::from).collect()
}

#[test]
fn a_table_and_a_text_fit_the_terminal() {
    for language in ["zh-Hans", "zh-Hant", "en"] {
        for command in [&["list"][..], &["search", "xn"], &["show", "haixi"], &["doctor"]] {
            for (ambiguous, policy) in [("narrow", WidthPolicy::Narrow), ("wide", WidthPolicy::Wide)] {
                let arguments = [command, &["--lang", language, "--ambiguous", ambiguous]].concat();
                let lines = lines(&sent(&arguments, &[]));
                assert!(lines.len() > 5, "{arguments:?}");
                let wide: Vec<_> = lines.iter().filter(|line| policy.columns(line) > 80).collect();
                assert!(wide.is_empty(), "{arguments:?}: {wide:?}");
            }
        }
    }
}

#[test]
fn styles_are_those_of_the_terminal() {
    let list = ["list", "--zone", "feature"];
    let styles = |environment: &[(&str, &str)]| {
        let sent = sent(&list, environment);
        (sent.contains("\x1b[1m"), sent.contains("\x1b[32m"))
    };
    // (environment, bold, colours)
    assert_eq!(styles(&[]), (true, true));
    assert_eq!(styles(&[("NO_COLOR", "1")]), (true, false));
    assert_eq!(styles(&[("TERM", "vt100")]), (true, false));
    assert_eq!(styles(&[("TERM", "dumb")]), (false, false));
}

#[test]
fn where_no_chinese_can_be_told_failures_are_in_english() {
    let environment = [("LANG", "zh_TW.Big5"), ("YIXIN_LANG", "zh-Hant")];
    let mut terminal = Pty::spawn(env!("CARGO_BIN_EXE_yixin"), &["show", "xinning"], &environment);
    assert_eq!(terminal.end().0, 1);
    assert_eq!(terminal.text(), "yixin: no entry 'xinning'; did you mean xining, nanjing?");
}

#[test]
fn a_document_of_word_goes_to_a_file_only() {
    let arguments = ["show", "golog", "--format", "docx"];
    let mut terminal = Pty::spawn(env!("CARGO_BIN_EXE_yixin"), &arguments, &[]);
    assert_eq!(terminal.end().0, 2);
    assert_eq!(terminal.text(), "yixin: Word 文档不能显示在终端里；请存为文件，如 `> brief.docx`");
    for arguments in [&arguments[..], &["brief", "--format", "docx"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_yixin")).args(arguments).output().unwrap();
        assert!(output.status.success() && output.stdout.starts_with(b"PK\x03\x04"));
    }
}

#[test]
fn a_plain_console_gets_english_and_what_its_font_has() {
    let list = sent(&["list", "--zone", "feature"], &[("TERM", "linux"), ("LANG", "C.UTF-8")]);
    assert!(list.contains("Initiatives") && !list.contains(['“', '”', '…']), "{list}");
}

#[test]
fn doctor_says_how_long_the_terminal_takes_and_whether_frames_wait() {
    for (answer, said) in [("\x1b[?62;22c", "while keys come fast"), ("", "frames wait for nothing")] {
        let mut terminal = Pty::spawn(env!("CARGO_BIN_EXE_yixin"), &["doctor", "--lang", "en"], &[]);
        terminal.until("the question", |pty| pty::find(&pty.bytes, b"\x1b[c").is_some());
        terminal.send(answer);
        assert_eq!(terminal.end().0, 0);
        assert!(
            terminal.text().contains("round trip") && terminal.text().contains(said),
            "{}",
            terminal.text()
        );
    }
}

/// Before the answer, which is read away.
#[test]
fn an_interrupted_doctor_leaves_the_shell_as_it_was() {
    let before = Pty::spawn("true", &[], &[]).modes();
    for (answer, key) in [("\x1b[?62;22c", "\x03"), ("\x1b[?62;22c", "\x1c"), ("", "\x03")] {
        let script = "trap : INT QUIT; \"$0\" doctor; echo over; read line; echo \"[$line]\"";
        let mut shell = Pty::spawn("/bin/bash", &["-c", script, env!("CARGO_BIN_EXE_yixin")], &[]);
        shell.until("the question", |pty| pty::find(&pty.bytes, b"\x1b[c").is_some());
        shell.send(key);
        shell.quiet_for(Duration::from_millis(200));
        shell.send(answer);
        shell.shows("over");
        assert_eq!(shell.modes(), before, "{key:?} {answer:?}");
        shell.send("\n");
        shell.shows("[]");
    }
}

#[test]
fn doctor_asks_a_terminal_that_does_not_control_its_session() {
    let browser = env!("CARGO_BIN_EXE_yixin");
    let mut terminal = Pty::spawn("setsid", &["--fork", "--wait", browser, "doctor", "--lang", "en"], &[]);
    terminal.until("the question", |pty| pty::find(&pty.bytes, b"\x1b[c").is_some());
    terminal.send("\x1b[?62;22c");
    assert_eq!(terminal.end().0, 0);
    assert!(terminal.text().contains("round trip"), "{}", terminal.text());
}
