//! Keys on a real pseudo-terminal: none is lost, whatever comes before it, with it, or never ends.

#![allow(clippy::unwrap_used)]

#[path = "common/pty.rs"]
mod pty;

use std::time::{Duration, Instant};

use pty::Pty;

/// Longer than anything that has begun may take to go on.
const PAUSE: Duration = Duration::from_millis(1200);

/// Begun, and never ended.
const BEGUN: [&str; 7] =
    ["\x1b[200~abc", "\x1b]0;abc", "\x1bP1$rabc", "\x1b_Gabc", "\x1b[12;", "\x1b[", "\x1b[200~abc\x1b[201"];

/// Options, and keys that lead to a place.
const PLACES: [(&[&str], &str); 5] =
    [(&[], ""), (&[], "/xn"), (&[], "?"), (&["--kiosk"], "/xn"), (&["tour", "--every", "60"], "")];

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
        pty.send("\x1b\x1b[F");
        pty.until("the last region", |pty| pty.emulator.screen().cell(13, 1).unwrap().contents() == "▶");
    }
}

#[test]
fn what_never_ends_counts_as_ended_after_a_pause() {
    let try_one = |begun: &str, place: (&[&str], &str)| {
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
        assert!(sent.elapsed() < Duration::from_millis(1200), "{begun:?}");
    };
    std::thread::scope(|scope| {
        for begun in BEGUN {
            scope.spawn(move || PLACES.map(|place| try_one(begun, place)));
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

#[test]
fn after_any_keys_it_can_be_quit_and_the_terminal_is_as_before() {
    let before = Pty::spawn("true", &[], &[]).modes();
    for seed in 0..3 {
        let mut state = seed;
        let mut random = move |n: usize| {
            state = u64::wrapping_add(u64::wrapping_mul(state, 6364136223846793005), 1442695040888963407);
            (state >> 33) as usize % n
        };
        let mut pty = at((&["--mouse"], ""));
        for _ in 0..100 {
            let pieces: Vec<u8> = (0..100).flat_map(|_| piece(&mut random)).collect();
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
}
