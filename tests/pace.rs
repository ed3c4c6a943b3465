//! The browser behind a slow line: never behind the reader, never stuck, and no answer of the terminal's is a key.

#![allow(clippy::unwrap_used)]

#[path = "common/link.rs"]
mod link;
#[path = "common/pty.rs"]
mod pty;

use std::ops::Range;
use std::time::{Duration, Instant};

use link::{Line, Link};
use pty::{Pty, find};

const MILLISECOND: Duration = Duration::from_millis(1);
const NARROW: Line = Line { rate: 8000, round_trip: Duration::from_millis(300), lost: 0 };
const SERIAL: Line = Line { rate: 960, ..NARROW };
const SATELLITE: Line = Line { rate: 125_000, round_trip: Duration::from_millis(600), lost: 0 };
const QUESTION: &[u8] = b"\x1b[6n";

/// The browser at the end of a line, with its first screen shown and its questions answered.
fn browser(line: Line) -> Link {
    let mut link = Link::new(Pty::browser(&[]), line);
    link.settle(line.round_trip + 500 * MILLISECOND);
    assert!(link.pty.text().contains("退出"), "{}", link.pty.text());
    link
}

/// The row of the selection in the list of regions, if it is one of these.
fn selected(pty: &Pty, mut rows: Range<u16>) -> Option<u16> {
    rows.find(|&row| pty.emulator.screen().cell(row, 1).is_some_and(|cell| cell.contents() == "▶"))
}

/// Runs a case for each line, all at once: they mostly wait.
fn on_each<T: Send, const N: usize>(lines: [T; N], case: impl Fn(T) + Copy + Send) {
    std::thread::scope(|scope| {
        lines.map(|line| scope.spawn(move || case(line))).map(|case| case.join().unwrap())
    });
}

#[test]
fn a_held_key_leaves_nothing_behind() {
    // Milliseconds behind at most, and steps of the selection in five seconds at least: half of the frames that the line
    // carries, and of the 105 of 150 keys that move it in a list of eight.
    on_each([(NARROW, 650, 21), (SERIAL, 1800, 4), (SATELLITE, 800, 52)], |(line, behind, steps)| {
        let mut link = browser(line);
        for _ in 0..2 {
            let held = link.hold(5000 * MILLISECOND);
            assert!(held.behind <= behind * MILLISECOND && held.steps >= steps, "{line:?}: {held:?}");
            assert_eq!(held.marks, 1, "{line:?}: {held:?}");
        }
    });
}

#[test]
fn the_selection_comes_before_the_rest() {
    let mut pty = Pty::browser(&[]);
    pty.shows("退出");
    pty.answer(1);
    let mut early = 0;
    for key in ["j"; 7].into_iter().chain(["k"; 7]) {
        // So long that nothing is asked behind the frame.
        pty.quiet_for(600 * MILLISECOND);
        let before = pty.emulator.screen().cursor_position().0;
        pty.send(key);
        let frame = pty.receive(Instant::now() + 5000 * MILLISECOND).unwrap();
        let (quarter, rest) = frame.split_at(frame.len() / 4);
        pty.show(quarter);
        early += usize::from(selected(&pty, if key == "j" { before + 1..24 } else { 0..before }).is_some());
        pty.show(rest);
    }
    // Where that would cost more bytes it comes in its turn.
    assert!(early >= 10, "{early} of 14");
}

#[test]
fn nobody_is_stuck_where_answers_are_lost_or_never_come() {
    on_each([20, 60, 100].map(|lost| Line { lost, ..SATELLITE }), |line| {
        let mut link = browser(line);
        for _ in 0..2 {
            let held = link.hold(3000 * MILLISECOND);
            assert!(held.stall <= 1000 * MILLISECOND, "{line:?}: {held:?}");
        }
    });
}

#[test]
fn what_is_shown_in_the_end_is_where_the_keys_led() {
    on_each([NARROW, SERIAL, Line { lost: 30, ..NARROW }, Line { lost: 100, ..SATELLITE }], |line| {
        let mut link = browser(line);
        let first = selected(&link.pty, 0..24);
        // Ten down and ten up, twice; no answer moved anything or opened the help that F3 and others might.
        link.hold(1340 * MILLISECOND);
        assert_eq!(selected(&link.pty, 0..24), first, "{line:?}:\n{}", link.pty.text());
        let shown = link.pty.text();
        link.send("\x0c");
        link.settle(line.round_trip + 1200 * MILLISECOND);
        assert_eq!(link.pty.text(), shown, "{line:?}: as a full repaint shows it");
    });
}

#[test]
fn a_key_on_a_quiet_line_asks_nothing() {
    let mut link = browser(NARROW);
    link.hold(1340 * MILLISECOND);
    let before = link.pty.bytes.len();
    link.send("j");
    link.settle(1000 * MILLISECOND);
    let sent = &link.pty.bytes[before..];
    assert!(!sent.is_empty() && find(sent, QUESTION).is_none(), "{}", sent.escape_ascii());
}

#[test]
fn quitting_while_questions_are_open_leaves_the_shell_no_answer() {
    on_each([NARROW, SATELLITE, Line { lost: 30, ..NARROW }], |line| {
        let script = r#""$0"; IFS= read -r -t 2 rest; printf 'rest=[%q]' "$rest""#;
        let pty = Pty::spawn("bash", &["-c", script, env!("CARGO_BIN_EXE_yixin")], &[]);
        let mut link = Link::new(pty, line);
        link.settle(line.round_trip + 500 * MILLISECOND);
        for _ in 0..20 {
            link.send("j");
            link.run(Instant::now() + 33 * MILLISECOND);
        }
        link.send("q");
        link.settle(2500 * MILLISECOND);
        assert!(find(&link.pty.bytes, QUESTION).is_some());
        assert!(link.pty.text().contains("rest=['']"), "{line:?}:\n{}", link.pty.text());
    });
}

#[test]
fn an_idle_program_does_nothing_after_a_held_key() {
    let mut link = browser(Line { lost: 30, ..NARROW });
    link.hold(1340 * MILLISECOND);
    let status = format!("/proc/{}/status", link.pty.pid());
    let switches = || {
        let text = std::fs::read_to_string(&status).unwrap();
        text.lines().filter(|line| line.contains("ctxt_switches")).map(str::to_owned).collect::<Vec<_>>()
    };
    let before = switches();
    link.settle(1500 * MILLISECOND);
    assert_eq!(switches(), before);
}
