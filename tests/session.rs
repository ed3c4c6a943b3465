//! The browser on a real pseudo-terminal: what it asks, what it makes of the answers, and how it leaves.

#![allow(clippy::unwrap_used)]

#[path = "common/pty.rs"]
mod pty;

use std::path::Path;
use std::time::Duration;

use pty::{Pty, find};
use rustix::process::Signal;
use yixin::terminal::{Capability, Event, Overrides, Session, Wait};

/// A text of the first screen, the first row of the initiatives once it is entered, and one that only the ASCII
/// lines of a terminal with wide ambiguous characters have.
const START: &str = "┌ 地区 · 举措数 ─";
const WIDE: &str = "+ 地区 -";

/// Everything that was switched on, switched off in reverse order.
const LEAVE: &[u8] = b"\x1b[r\x1b[m\x1b[?25h\x1b[?2004l\x1b[?7h\x1b[H\x1b[J\x1b[999H\x1b[?1049l";

fn start() -> Pty {
    let mut pty = Pty::browser(&[]);
    pty.shows("退出");
    pty
}

/// Whether the selection of the region list is in this row, from 0.
fn selected(pty: &Pty, row: u16) -> bool {
    pty.emulator.screen().cell(row, 1).unwrap().contents() == "▶"
}

#[test]
fn narrow_answers_change_nothing() {
    let mut pty = start();
    pty.answer(1);
    assert_eq!(pty.quiet_for(Duration::from_millis(300)), b"");
    assert!(pty.text().contains(START));
}

#[test]
fn wide_answers_lay_the_screen_out_again() {
    let mut pty = start();
    pty.answer(2);
    pty.shows(WIDE);
}

/// In each view of a dataset of nothing but the programme.
#[test]
fn where_there_is_nothing_to_copy_nothing_is_sent() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("nothing.json");
    let mut data: serde_json::Value = serde_json::from_str(include_str!("common/fixture.json")).unwrap();
    for list in ["zones", "regions", "topics", "partners", "initiatives"] {
        data[list] = serde_json::json!([]);
    }
    std::fs::write(&path, data.to_string()).unwrap();
    for view in ["list", "map", "matrix", "partners"] {
        let mut pty = Pty::browser(&["--view", view, "--data", path.to_str().unwrap()]);
        pty.shows("退出");
        pty.answer(1);
        pty.send("y");
        pty.shows("没有可复制的内容");
        assert!(find(&pty.bytes, b"\x1b]").is_none(), "{view}");
    }
}

/// A terminal around a multiplexer counts otherwise than the one that answers.
#[test]
fn w_draws_the_whole_screen_anew_by_another_width() {
    // The notice on the frame, in the last row but one, goes with the next key.
    let rows = |pty: &Pty| {
        let rows = pty.text().lines().map(String::from).enumerate().collect::<Vec<_>>();
        rows.into_iter().filter(|(y, _)| *y != 22).collect::<Vec<_>>()
    };
    let mut right = start();
    right.answer(1);
    let mut pty = start();
    pty.answer(2);
    pty.shows(WIDE);
    for width in ["：一列", "：两列", "ASCII", "自动", "：一列"] {
        pty.send("w");
        pty.shows(width);
        pty.quiet_for(Duration::from_millis(100));
        let shown = rows(&pty);
        if width == "：一列" {
            assert_eq!(shown, rows(&right));
        }
        pty.send("\x0c");
        pty.quiet_for(Duration::from_millis(100));
        assert_eq!(shown, rows(&pty), "{width}");
    }
}

/// Each byte is a U+FFFD of one column or two: seen in a VTE terminal whose locale was not installed.
#[test]
fn a_terminal_without_chinese_gets_a_sentence_and_no_question_marks() {
    // In Latin-1 a character's byte 0x9A asks for the attributes, and 0x90 begins a string, which the query has to end.
    let cases: [(_, _, &[[u16; 2]]); 3] = [
        ("zh_TW.UTF-8", "", &[[6, 3]]),
        ("zh_CN.UTF-8", "", &[[12, 6], [8, 4]]),
        ("zh_CN.UTF-8", "\x1b[?64;22c\x1b[?64;22c", &[[6, 1], [3, 2]]),
    ];
    for (locale, unasked, answers) in cases {
        let mut pty = Pty::spawn(env!("CARGO_BIN_EXE_yixin"), &[], &[("LANG", locale)]);
        for [text, mark] in answers {
            let row = pty.asked();
            assert!(find(&pty.bytes, format!("\x1b\\\x1b[{row}H").as_bytes()).is_some());
            pty.bytes.clear();
            pty.send(format!("{unasked}\x1b[{row};{}R\x1b[{row};{}R\x1b[?62;22c", text + 1, mark + 1));
        }
        assert_eq!(pty.end().0, 1, "{}", pty.text());
        assert!(pty.text().contains("set its charset to UTF-8"), "{}", pty.text());
    }
}

/// What a byte of the first screen began there, a string or a guard (SPA), is ended before the screen is drawn anew.
#[test]
fn a_terminal_in_latin_1_shows_english_in_ascii() {
    let mut pty = Pty::spawn(env!("CARGO_BIN_EXE_yixin"), &[], &[("LANG", "en_US.UTF-8")]);
    let row = pty.asked();
    pty.bytes.clear();
    pty.send(format!("\x1b[?64;22c\x1b[{row};7R\x1b[{row};2R\x1b[?64;22c"));
    pty.shows("Qinghai's \"One Centre, Two Zones\"");
    assert!(pty.bytes.starts_with(b"\x1b\\\x1b[\"q"));
    assert!(pty.text().is_ascii(), "{}", pty.text());
    pty.send("q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn late_answers_in_pieces_among_keys() {
    let mut pty = start();
    let row = pty.asked();
    assert!(selected(&pty, 4));
    // After 800 ms, as over a satellite.
    assert_eq!(pty.quiet_for(Duration::from_millis(800)), b"");
    let answer = format!("j\x1b[{row};5R\x1b[{row};3Rj\x1b[?62;22cj");
    for byte in answer.bytes() {
        pty.send([byte]);
        pty.quiet_for(Duration::from_millis(5));
    }
    pty.shows(WIDE);
    // Three rows on, past the heading of the second zone.
    pty.until("the selection", |pty| pty.emulator.screen().cell(8, 1).unwrap().contents() == ">");
}

#[test]
fn wrong_answers_are_no_keys() {
    for answer in
        ["\x1b[9;60R\x1b[9;70R\x1b[?6c", "\x1b[?6c", "\x1b[9;5R\x1b[?6c", "\x1b[7;1R\x1b[7;1R\x1b[?c\x1b[0n"]
    {
        let mut pty = start();
        pty.asked();
        pty.send(answer);
        assert_eq!(pty.quiet_for(Duration::from_millis(400)), b"", "{answer:?}");
        pty.send("j");
        pty.until("the selection", |pty| selected(pty, 5));
        assert!(pty.text().contains(START));
    }
}

#[test]
fn without_an_answer_keys_work_at_once() {
    let mut pty = start();
    pty.send("?");
    pty.shows("┌ 帮助");
    pty.send("\x1b");
    pty.shows(START);
    pty.send("j");
    pty.until("the selection", |pty| selected(pty, 5));
}

/// The browser, then what the shell finds typed after it.
fn start_before_a_shell() -> Pty {
    let script = r#""$0"; IFS= read -r -t 1 rest; printf 'rest=[%q]' "$rest""#;
    Pty::spawn("bash", &["-c", script, env!("CARGO_BIN_EXE_yixin")], &[])
}

#[test]
fn quitting_before_the_answer_leaves_the_shell_what_was_typed_alone() {
    let quit = |delay: u64| {
        let mut pty = start_before_a_shell();
        let row = pty.asked();
        pty.send("q");
        pty.quiet_for(Duration::from_millis(delay));
        // In one packet with what comes after it.
        pty.send(format!("\x1b[{row};5R\x1b[{row};2R\x1b[?62;22cls"));
        pty.shows("rest=[ls]");
        assert!(!pty.text().contains("22c"), "{delay} ms: {}", pty.text());
    };
    std::thread::scope(|scope| {
        for delay in [0, 60, 200, 500, 900] {
            scope.spawn(move || quit(delay));
        }
    });
}

#[test]
fn what_was_typed_behind_the_quitting_key_is_the_shells() {
    let mut pty = start_before_a_shell();
    pty.answer(1);
    pty.send("jqls");
    pty.shows("rest=[ls]");
}

#[test]
fn a_terminal_that_never_answers_holds_quitting_up_for_a_second() {
    let mut pty = start();
    pty.send("q");
    // Its screen is there at once.
    pty.until("the screen before", |pty| pty.bytes.ends_with(LEAVE));
    let (status, took) = pty.end();
    assert_eq!(status, 0);
    assert!(took < Duration::from_millis(1200), "{took:?}");
}

#[test]
fn the_terminal_is_given_back() {
    type End = (&'static str, fn(&mut Pty), u32);
    let ends: [End; 6] = [
        ("q", |pty| pty.send("q"), 0),
        ("Ctrl-C", |pty| pty.send("\x03"), 0),
        ("SIGINT", |pty| pty.signal(Signal::INT), 130),
        ("SIGTERM", |pty| pty.signal(Signal::TERM), 143),
        ("SIGHUP", |pty| pty.signal(Signal::HUP), 129),
        ("SIGQUIT", |pty| pty.signal(Signal::QUIT), 131),
    ];
    for (name, end, code) in ends {
        let mut pty = Pty::spawn("true", &[], &[]);
        let before = pty.modes();
        pty = start();
        pty.answer(1);
        assert_ne!(pty.modes(), before, "{name}: raw mode");
        end(&mut pty);
        let (status, took) = pty.end();
        assert_eq!(status, code, "{name}");
        assert!(took < Duration::from_millis(200), "{name} took {took:?}");
        assert_eq!(pty.modes(), before, "{name}");
        assert!(pty.bytes.ends_with(LEAVE), "{name}: {}", pty.bytes[pty.bytes.len() - 60..].escape_ascii());
        assert!(!pty.emulator.screen().alternate_screen());
        assert!(!pty.emulator.screen().hide_cursor());
    }
}

#[test]
fn a_panic_is_reported_on_the_screen_that_was_there() {
    let mut pty = child("panics");
    let before = pty.modes();
    pty.end();
    let left = find(&pty.bytes, LEAVE).unwrap();
    assert!(find(&pty.bytes[left..], b"something broke").is_some());
    assert!(find(&pty.bytes[..left], b"something broke").is_none());
    assert_eq!(pty.modes(), before);
}

#[test]
#[ignore = "the child of `a_panic_is_reported_on_the_screen_that_was_there`"]
fn panics() {
    let capability = Capability::detect(&|name| std::env::var(name).ok(), &Overrides::default());
    let mut session = Session::open(capability, false).unwrap();
    session.draw(|_| None).unwrap();
    panic!("something broke");
}

/// This test binary as a program of its own that runs one of its ignored tests.
fn child(name: &str) -> Pty {
    let binary = std::env::current_exe().unwrap();
    Pty::spawn(binary.to_str().unwrap(), &["--ignored", "--exact", name, "--nocapture"], &[])
}

#[test]
fn a_worker_that_panics_wakes_the_loop_and_leaves_the_screen() {
    let mut pty = child("works_beside");
    pty.shows("woken 1, then the worker said: worker broke");
    assert_eq!(find(&pty.bytes, b"panicked"), None);
    assert_eq!(find(&pty.bytes, LEAVE), None);
    pty.send("q");
    assert_eq!(pty.end().0, 0);
}

#[test]
#[ignore = "the child of `a_worker_that_panics_wakes_the_loop_and_leaves_the_screen`"]
fn works_beside() {
    let capability = Capability::detect(&|name| std::env::var(name).ok(), &Overrides::default());
    let mut session = Session::open(capability, false).unwrap();
    let waker = session.waker();
    let worker = std::thread::spawn(move || {
        (0..100_000).for_each(|_| waker.wake());
        panic!("worker broke");
    });
    let said = worker.join().unwrap_err();
    let mut woken = 0;
    while let Some(event) = session.next_event(Wait::No).unwrap() {
        woken += usize::from(event == Event::Woken);
    }
    let text = format!("woken {woken}, then the worker said: {}", said.downcast_ref::<&str>().unwrap());
    session
        .draw(|frame| {
            frame.render_widget(text.as_str(), frame.area());
            None
        })
        .unwrap();
    assert!(matches!(session.next_event(Wait::Forever).unwrap(), Some(Event::Key(_))));
}

#[test]
fn a_plain_console_is_left_clean() {
    let mut pty = Pty::spawn(env!("CARGO_BIN_EXE_yixin"), &["--lang", "zh-Hans"], &[("TERM", "linux")]);
    pty.shows("退出");
    pty.answer(1);
    pty.send("q");
    assert_eq!(pty.end().0, 0);
    assert_eq!(pty.text(), "");
    assert_eq!(pty.emulator.screen().cursor_position(), (0, 0));
    assert_eq!(find(&pty.bytes, b"1049"), None);
    assert_eq!(find(&pty.bytes, b"\x1b]"), None);
}

/// GNU screen with `altscreen off`, xterm with titeInhibit.
#[test]
fn a_terminal_that_only_claims_another_screen_is_left_clean() {
    let mut pty = start();
    pty.answer(1);
    pty.send("q");
    assert_eq!(pty.end().0, 0);
    let text = String::from_utf8(pty.bytes).unwrap();
    let mut emulator = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
    emulator.process(text.replace("\x1b[?1049h", "").replace("\x1b[?1049l", "").as_bytes());
    assert_eq!(emulator.screen().contents(), "");
    assert_eq!(emulator.screen().cursor_position(), (23, 0));
}

#[test]
fn a_serial_line_keeps_its_flow_control() {
    let mut pty = child("counts_keys_on_a_serial_line");
    pty.shows("keys: 0");
    assert!(pty.modes().contains("IXON"), "{}", pty.modes());
    pty.send("a");
    pty.shows("keys: 1");
    // XOFF and XON are the line's: nothing is shown between them, and no key comes of them.
    pty.send("\x13bc");
    assert_eq!(pty.quiet_for(Duration::from_millis(200)), b"");
    pty.send("\x11");
    pty.shows("keys: 3");
}

#[test]
#[ignore = "the child of `a_serial_line_keeps_its_flow_control`"]
fn counts_keys_on_a_serial_line() {
    let mut capability = Capability::detect(&|name| std::env::var(name).ok(), &Overrides::default());
    capability.serial = true;
    let mut session = Session::open(capability, false).unwrap();
    let mut keys = 0;
    loop {
        let text = format!("keys: {keys}");
        session
            .draw(|frame| {
                frame.render_widget(text.as_str(), frame.area());
                None
            })
            .unwrap();
        let event = session.next_event(Wait::Forever).unwrap();
        keys += usize::from(matches!(event, Some(Event::Key(_))));
    }
}

#[test]
fn stopped_and_resumed_by_the_shell() {
    let mut pty = Pty::spawn("bash", &["--norc", "--noediting", "-i"], &[("PS1", "$ ")]);
    pty.until("the prompt", |pty| pty.bytes.ends_with(b"$ "));
    let before = pty.modes();
    pty.send(format!("{}\r", env!("CARGO_BIN_EXE_yixin")));
    pty.shows("退出");
    pty.answer(1);
    pty.send("j\x1a");
    pty.until("the prompt", |pty| pty.bytes.ends_with(b"$ "));
    assert_eq!(pty.modes(), before);
    assert!(!pty.emulator.screen().alternate_screen());
    pty.resize(70, 20);
    pty.send("fg\r");
    pty.until("the same screen again", |pty| selected(pty, 5) && pty.text().contains("退出"));
    assert!(pty.text().lines().all(|line| !line.contains("fg")), "{}", pty.text());
    assert_eq!(pty.text().lines().count(), 20);
    pty.send("q");
    pty.until("the prompt", |pty| pty.bytes.ends_with(b"$ "));
    assert_eq!(pty.modes(), before);
}

#[test]
fn a_serial_line_that_knows_no_size_counts_as_a_vt100() {
    let script = "stty rows 0 columns 0; exec \"$0\" --lang zh-Hans";
    let mut pty = Pty::spawn("sh", &["-c", script, env!("CARGO_BIN_EXE_yixin")], &[("TERM", "vt220")]);
    pty.shows("退出");
    assert_eq!(pty.text().lines().count(), 24);
}

#[test]
fn nobody_could_resume_a_session_leader() {
    let mut pty = start();
    pty.send("\x1aj");
    pty.until("the selection", |pty| selected(pty, 5));
}

#[test]
fn a_vanished_link_ends_it() {
    let mut pty = start();
    pty.answer(1);
    pty.quiet_for(Duration::from_millis(50));
    pty.hang_up();
    let (status, took) = pty.end();
    assert_ne!(status, 0);
    assert!(took < Duration::from_millis(200), "{took:?}");
}

#[test]
fn a_stalled_link_holds_neither_signals_nor_the_next_frame() {
    for killed in [true, false] {
        let mut pty = start();
        // A terminal that answers nothing: frames don't wait for answers.
        pty.quiet_for(Duration::from_millis(3100));
        let gate = pty.gate();
        let stalled = Pty::stall(&gate);
        // More frames than the kernel buffers.
        for _ in 0..100 {
            pty.send("?\x0c");
            std::thread::sleep(Duration::from_millis(2));
        }
        if killed {
            pty.signal(Signal::TERM);
            let (status, took) = pty.end();
            assert_eq!(status, 143);
            assert!(took < Duration::from_millis(500), "{took:?}");
            drop(stalled);
        } else {
            drop(stalled);
            pty.send("\x1b");
            pty.quiet_for(Duration::from_millis(300));
            pty.send("j");
            pty.until("the selection", |pty| selected(pty, 5));
            let shown = pty.text();
            pty.send("\x0c");
            pty.quiet_for(Duration::from_millis(200));
            assert_eq!(pty.text(), shown, "as a full repaint shows it");
        }
    }
}

#[test]
fn a_resize_storm_ends_in_the_right_frame() {
    let mut pty = start();
    pty.answer(1);
    for n in 0..500u16 {
        pty.resize(40 + n % 60, 10 + n % 20);
        std::thread::sleep(Duration::from_millis(1));
    }
    pty.resize(80, 24);
    pty.quiet_for(Duration::from_millis(500));
    pty.send("\x0c");
    pty.quiet_for(Duration::from_millis(300));
    let shown = pty.text();
    assert!(shown.contains(START) && shown.contains("退出"), "{shown}");
    assert_eq!(shown.lines().count(), 24);
}

#[test]
fn a_held_key_draws_no_frame_that_nobody_sees() {
    let mut pty = start();
    pty.answer(1);
    pty.quiet_for(Duration::from_millis(50));
    let before = pty.bytes.len();
    pty.send("j".repeat(2000));
    pty.until("the last region", |pty| selected(pty, 13));
    pty.quiet_for(Duration::from_millis(200));
    let sent = pty.bytes.len() - before;
    assert!(sent < 20_000, "{sent} bytes");
}

#[test]
fn an_idle_program_does_nothing() {
    let mut pty = start();
    pty.answer(1);
    // Also after something that never ended.
    pty.send("\x1b[200~abc");
    pty.quiet_for(Duration::from_millis(1300));
    let status = format!("/proc/{}/status", pty.pid());
    let switches = || {
        let text = std::fs::read_to_string(&status).unwrap();
        text.lines().filter(|line| line.contains("ctxt_switches")).map(str::to_owned).collect::<Vec<_>>()
    };
    let before = switches();
    pty.quiet_for(Duration::from_secs(1));
    assert_eq!(switches(), before);
}

/// fbterm says TERM=linux: what tells it from the kernel's console is that the program descends from it.
#[test]
fn a_console_that_draws_chinese_is_told_by_who_started_the_program() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("consoles");
    std::fs::create_dir_all(&folder).unwrap();
    for (console, region) in [("fbterm", "西宁市"), ("(getty) 1", "Xining City")] {
        let shell = folder.join(console);
        let _ = std::fs::remove_file(&shell);
        std::os::unix::fs::symlink("/bin/sh", &shell).unwrap();
        // A shell of that name, and another one in it, which runs the browser.
        let script = "/bin/sh -c '\"$0\"; exit' \"$0\"; exit";
        let arguments = ["-c", script, env!("CARGO_BIN_EXE_yixin")];
        let mut pty = Pty::spawn(shell.to_str().unwrap(), &arguments, &[("TERM", "linux")]);
        pty.shows(region);
        pty.send("q");
        pty.end();
    }
}
