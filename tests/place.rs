//! A line that breaks loses no place: the next start opens where it was.

#![allow(clippy::unwrap_used)]

#[path = "common/pty.rs"]
mod pty;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use pty::Pty;
use rustix::process::Signal;

const RECALLED: &str = "接着上次断线处";
const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/programme.json");
const HANS: &str = "退出";

/// A folder for a user's state, gone with the test.
struct State(PathBuf);

impl State {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("place-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn start(&self, arguments: &[&str]) -> Pty {
        let state = self.0.to_str().unwrap();
        let mut pty = Pty::spawn(env!("CARGO_BIN_EXE_yixin"), arguments, &[("XDG_STATE_HOME", state)]);
        pty.until("a first screen", |pty| pty.text().lines().count() == 24);
        pty.answer(1);
        pty
    }

    /// What was kept.
    fn files(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.0.join("yixin")).into_iter().flatten();
        entries.map(|entry| entry.unwrap().path()).collect()
    }
}

impl Drop for State {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The screen without its footer and its last frame, where a notice stands.
fn body(pty: &Pty) -> String {
    pty.text().lines().take(22).map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// Presses keys and waits until the screen is still; nobody answers what is asked behind fast frames.
fn press(pty: &mut Pty, keys: &str) {
    pty.send(keys);
    pty.quiet_for(Duration::from_millis(1600));
}

fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.end().0, 0);
}

fn hang_up(mut pty: Pty) {
    pty.hang_up();
    pty.end();
}

#[test]
fn the_next_start_opens_where_the_line_broke() {
    // View, filter, selection, scroll, open page, language.
    for (n, keys) in ["2jj\rj\rjjj", "vjj", "vvcjj", "vvvjjjjjjjjjjjjjjjjjjjjjjj", "ijjj", "LLjjj", "1jz"]
        .iter()
        .enumerate()
    {
        let state = State::new(&format!("next-{n}"));
        let mut pty = state.start(&[]);
        let start = body(&pty);
        press(&mut pty, keys);
        let left = body(&pty);
        assert_ne!(left, start, "{keys}");
        hang_up(pty);
        let file = state.files().pop().unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        let mut pty = state.start(&[]);
        pty.quiet_for(Duration::from_millis(200));
        assert_eq!(body(&pty), left, "{keys}");
        if !keys.contains('L') && !keys.contains('z') {
            assert!(pty.text().contains(RECALLED), "{keys}:\n{}", pty.text());
        }
        pty.send("\x1b");
        pty.quiet_for(Duration::from_millis(300));
        if !keys.contains('L') {
            assert_eq!(body(&pty), start, "{keys}: Esc goes to the start");
        }
        // It was there once; after q nothing is kept.
        press(&mut pty, "jjq");
        assert_eq!(pty.end().0, 0);
        assert!(state.files().is_empty());
        let mut pty = state.start(&[]);
        pty.shows(HANS);
        assert_eq!(body(&pty), start);
    }
}

#[test]
fn a_hang_up_signal_keeps_it_too_and_others_do_not() {
    for (signal, kept) in [(Signal::HUP, 1), (Signal::TERM, 0), (Signal::INT, 0)] {
        let state = State::new(&format!("signal-{}", signal.as_raw()));
        let mut pty = state.start(&[]);
        press(&mut pty, "jj");
        pty.signal(signal);
        pty.end();
        assert_eq!(state.files().len(), kept, "{signal:?}");
    }
}

#[test]
fn what_says_where_to_open_goes_before_it() {
    for arguments in
        [&["--fresh"][..], &["--region", "golog"], &["--view", "map"], &["--kiosk"], &["--data", DATA]]
    {
        let state = State::new("before");
        let mut pty = state.start(&[]);
        press(&mut pty, "jj");
        hang_up(pty);
        let mut pty = state.start(arguments);
        pty.quiet_for(Duration::from_millis(200));
        assert!(!pty.text().contains(RECALLED), "{arguments:?}:\n{}", pty.text());
        // It stays for who doesn't say so.
        assert_eq!(state.files().len(), 1, "{arguments:?}");
    }
}

#[test]
fn a_kiosk_keeps_nothing() {
    let state = State::new("kiosk");
    let mut pty = state.start(&["--kiosk"]);
    press(&mut pty, "jj");
    hang_up(pty);
    assert!(state.files().is_empty());
}

#[test]
fn a_file_of_data_is_known_by_what_it_is() {
    let state = State::new("data");
    let data = state.0.join("programme.json");
    fs::copy(DATA, &data).unwrap();
    let arguments = ["--data", data.to_str().unwrap()];
    let mut pty = state.start(&arguments);
    press(&mut pty, "jjj");
    let left = body(&pty);
    hang_up(pty);
    let mut pty = state.start(&arguments);
    pty.shows(RECALLED);
    assert_eq!(body(&pty), left);
    hang_up(pty);
    fs::write(&data, fs::read_to_string(&data).unwrap() + "\n").unwrap();
    let mut pty = state.start(&arguments);
    pty.shows(HANS);
    assert!(!pty.text().contains(RECALLED), "another file");
}

#[test]
fn what_is_damaged_foreign_or_old_is_passed_over_without_a_word() {
    let state = State::new("damaged");
    let mut pty = state.start(&[]);
    let start = pty.text();
    press(&mut pty, "jj");
    hang_up(pty);
    let file = state.files().pop().unwrap();
    let good = fs::read(&file).unwrap();
    let text = String::from_utf8(good.clone()).unwrap();
    let far = text
        .replace("\"offsets\":[0,", "\"offsets\":[4294967295,")
        .replace("\"column\":0", "\"column\":65535");
    assert_ne!(far, text);
    for bytes in [&b""[..], b"{", b"[]", b"\xff\xfe", &good[..good.len() / 2], &vec![b'['; 1 << 20]] {
        fs::write(&file, bytes).unwrap();
        let mut pty = state.start(&[]);
        pty.shows(HANS);
        assert_eq!(pty.text(), start);
        quit(pty);
    }
    fs::write(&file, &good).unwrap();
    let old = SystemTime::now() - Duration::from_secs(25 * 60 * 60);
    fs::File::options().write(true).open(&file).unwrap().set_modified(old).unwrap();
    let pty = state.start(&[]);
    assert_eq!(pty.text(), start, "a day old");
    quit(pty);
    // Numbers beyond every end stop there.
    fs::write(&file, far).unwrap();
    let mut pty = state.start(&[]);
    pty.shows(RECALLED);
    press(&mut pty, "vvjlv ");
    assert!(pty.text().contains(HANS), "{}", pty.text());
}

#[test]
fn where_nothing_can_be_written_nothing_is_said() {
    let state = State::new("unwritable");
    fs::write(state.0.join("yixin"), "a file where the folder should be").unwrap();
    let mut pty = state.start(&[]);
    press(&mut pty, "jj");
    hang_up(pty);
    let mut pty = state.start(&[]);
    pty.shows(HANS);
    assert!(!pty.text().contains(RECALLED));
}
