//! Keys on a real pseudo-terminal: none is lost, whatever comes before it, with it, or never ends.

#![allow(clippy::unwrap_used)]

#[path = "common/pty.rs"]
mod pty;

use std::time::{Duration, Instant};

use pty::Pty;

/// Longer than anything that has begun may take to go on.
const PAUSE: Duration = Duration::from_millis(1200);

/// Begun, and never ended.
const BEGUN: [&[u8]; 12] = [
    b"\x1b[200~abc",
    b"\x1b[200~abc\x1b[201",
    b"\x1b]0;abc",
    b"\x1bP1$rabc",
    b"\x1b_Gabc",
    b"\x1b[12;",
    b"\x1b[<0;3;",
    b"\x1b[M!",
    b"\x1b[",
    b"\x1bO",
    b"\x1b",
    "西".as_bytes().split_at(2).0,
];

/// Options, and keys that lead to a place: where Esc leads to the list of regions, and the other views.
const PLACES: [(&[&str], &str); 13] = [
    (&[], ""),
    (&[], "/xn"),
    (&[], "?"),
    (&[], "i"),
    (&[], "f"),
    (&[], "y"),
    (&[], "z"),
    (&["--kiosk"], "/xn"),
    (&["tour", "--every", "60"], ""),
    (&["--view", "map"], ""),
    (&["--view", "matrix"], ""),
    (&["--view", "partners"], ""),
    (&["--view", "map"], "/xn"),
];

/// The browser in Simplified Chinese after these keys.
fn at((options, keys): (&[&str], &str)) -> Pty {
    let mut pty = Pty::browser(options);
    pty.shows("退出");
    pty.answer(1);
    pty.send(keys);
    pty.quiet_for(Duration::from_millis(100));
    pty
}

#[test]
fn esc_and_a_key_in_one_packet_are_two_keys() {
    for place in PLACES {
        let mut pty = at(place);
        pty.send("\x1bL");
        pty.shows("繁體");
        if place.0.contains(&"--view") {
            continue;
        }
        pty.send("\x1b\x1b[F");
        pty.until("the last region", |pty| pty.emulator.screen().cell(13, 1).unwrap().contents() == "▶");
    }
}

#[test]
fn what_never_ends_counts_as_ended_after_a_pause() {
    let try_one = |begun: &[u8], place: (&[&str], &str)| {
        let mut pty = at(place);
        pty.send(begun);
        pty.quiet_for(PAUSE);
        // Out of what lies over the panes, then a key of theirs.
        pty.send("\x1bL");
        pty.shows("繁體");
        pty.send("?");
        pty.shows("┌ 幫助");
        let sent = Instant::now();
        pty.send("\x03");
        pty.until("the end of help", |pty| !pty.text().contains("┌ 幫助"));
        // This terminal answers no more: a frame that follows another at once waits for its word, for a second at most.
        assert!(sent.elapsed() < Duration::from_millis(1200), "{}", begun.escape_ascii());
    };
    std::thread::scope(|scope| {
        for begun in BEGUN {
            for places in PLACES.chunks(5) {
                scope.spawn(move || places.iter().for_each(|place| try_one(begun, *place)));
            }
        }
    });
}

#[test]
fn what_was_pasted_is_kept_as_text() {
    let mut pty = at((&[], "/"));
    pty.send("\x1b[200~xining");
    pty.shows("西宁市");
    pty.shows("xining");
}

#[test]
fn a_paste_that_goes_on_after_all_is_no_keys() {
    let mut pty = at((&[], ""));
    pty.send("\x1b[200~ab");
    pty.quiet_for(PAUSE);
    pty.send("cq?\x1b[201~");
    pty.send("L");
    pty.shows("繁體");
    assert!(!pty.text().contains("┌ 幫助"));
}

#[test]
fn an_interrupt_ends_a_paste_that_does_not_go_on() {
    let mut pty = at((&[], ""));
    pty.send("\x1b[200~abc");
    pty.quiet_for(Duration::from_millis(100));
    pty.send("\x03");
    let (status, took) = pty.end();
    assert_eq!(status, 0);
    assert!(took < Duration::from_millis(500), "{took:?}");
}

/// Something typed, pasted, reported, broken or begun; nothing that quits.
fn piece(mut random: impl FnMut(usize) -> usize) -> Vec<u8> {
    let mut piece = match random(6) {
        0 | 1 => vec![b' ' + random(95) as u8],
        2 => ["\x1b[A", "\x1b[6~", "\x1bOB", "\t", "\r", "\x1b", "/", "?"][random(8)].into(),
        // Above the footer of the smallest screen, where a click quits.
        3 => format!("\x1b[<{};{};{}M", random(70), random(100), 1 + random(5)).into(),
        4 => vec![random(256) as u8, random(256) as u8],
        _ => ["\x1b[200~", "\x1b[201~", "\x1b]0;", "\x1bP1", "\x1b[", "\x1b[3;5R", "\x1b[?6c"][random(7)]
            .into(),
    };
    piece.iter_mut().filter(|b| matches!(**b, b'q' | 0x03 | 0x1a)).for_each(|b| *b = b'x');
    piece
}

/// Sends a quarter of a million pieces by a generator of numbers (Knuth's MMIX), and quits.
fn stream(mut state: u64, before: &str) {
    let mut random = |n: usize| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as usize % n
    };
    let mut pty = at((&["--mouse"], ""));
    for _ in 0..250 {
        let pieces: Vec<u8> = (0..1000).flat_map(|_| piece(&mut random)).collect();
        pty.send(pieces);
        pty.resize(20 + random(100) as u16, 6 + random(40) as u16);
        pty.quiet_for(Duration::from_millis(1));
    }
    pty.quiet_for(PAUSE);
    pty.send("\x03\x03");
    assert_eq!(pty.end().0, 0);
    assert_eq!(pty.modes(), before);
    assert!(!pty.emulator.screen().alternate_screen());
    assert!(!pty.emulator.screen().bracketed_paste());
    assert!(!pty.emulator.screen().hide_cursor());
}

#[test]
fn after_a_million_of_any_keys_it_can_be_quit_and_the_terminal_is_as_before() {
    let before = Pty::spawn("true", &[], &[]).modes();
    std::thread::scope(|scope| {
        for seed in 0..4 {
            let before = &before;
            scope.spawn(move || stream(seed, before));
        }
    });
}
