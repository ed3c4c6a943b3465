//! A dataset that is read beside the loop: on a pipe that nobody writes to, or that somebody does at last.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

#[path = "common/pty.rs"]
mod pty;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use pty::{Pty, find};

const DATA: &str = include_str!("../data/programme.json");

/// A path of this test's own, with nothing there.
fn own(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("reading-{name}"));
    let _ = fs::remove_file(&path);
    path
}

fn fifo(path: &Path) {
    let _ = fs::remove_file(path);
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// The browser on a dataset that has become a pipe since.
fn on_a_pipe(path: &Path) -> Pty {
    fs::write(path, DATA).unwrap();
    let mut pty = Pty::browser(&["--data", path.to_str().unwrap()]);
    pty.shows("退出");
    pty.answer(1);
    fifo(path);
    pty
}

fn threads(pty: &Pty) -> usize {
    fs::read_dir(format!("/proc/{}/task", pty.pid())).unwrap().count()
}

#[test]
fn reading_again_and_again_what_blocks_takes_one_thread() {
    let path = own("blocks");
    let mut pty = on_a_pipe(&path);
    let before = threads(&pty);
    for _ in 0..50 {
        pty.send("RR\x1bR");
    }
    pty.send("L");
    pty.shows("繁體");
    assert!(threads(&pty) <= before + 1, "{} threads", threads(&pty));
    // What was given up and asked for again comes.
    fs::write(&path, DATA.replace("西宁市", "东宁市")).unwrap();
    pty.send("L");
    pty.shows("English");
    pty.send("L");
    pty.shows("东宁市");
    pty.send("q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn what_was_given_up_changes_nothing() {
    let path = own("given-up");
    let mut pty = on_a_pipe(&path);
    pty.send("R");
    pty.send("\x1b");
    pty.send("j");
    pty.quiet_for(Duration::from_millis(200));
    let _ = fs::write(&path, DATA.replace("西宁市", "东宁市"));
    pty.quiet_for(Duration::from_millis(200));
    assert!(pty.text().contains("西宁市"), "{}", pty.text());
    pty.send("q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn where_no_thread_is_left_it_says_so_and_goes_on() {
    let path = own("limited");
    fs::write(&path, DATA).unwrap();
    let browser = format!("exec {} --data {}", env!("CARGO_BIN_EXE_yixin"), path.display());
    let mut pty = Pty::spawn("sh", &["-c", &browser], &[]);
    pty.shows("退出");
    pty.answer(1);
    let limited = Command::new("prlimit").args(["--nproc=1", "--pid", &pty.pid().to_string()]).status();
    assert!(limited.unwrap().success());
    pty.send("R");
    // The limit doesn't hold for root.
    pty.until("a word", |pty| ["已重新读取", "后台"].iter().any(|said| pty.text().contains(said)));
    pty.send("q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn what_is_typed_before_the_dataset_comes_has_its_effect() {
    let path = own("late");
    fifo(&path);
    let mut pty = Pty::browser(&["--data", path.to_str().unwrap()]);
    pty.shows("正在读取数据");
    pty.send("y/\x1b[200~xining\x1b[201~");
    pty.quiet_for(Duration::from_millis(100));
    fs::write(&path, DATA).unwrap();
    pty.shows("/ xining");
    assert!(find(&pty.bytes, b"\x1b]52;").is_some());
    pty.send("\x03\x03");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn a_letter_of_a_query_ends_nothing_while_the_dataset_comes() {
    let path = own("query");
    fifo(&path);
    let mut pty = Pty::browser(&["--data", path.to_str().unwrap()]);
    pty.shows("正在读取数据");
    pty.send("/q\x1bL/qinghai");
    pty.quiet_for(Duration::from_millis(100));
    fs::write(&path, DATA).unwrap();
    pty.shows("/ qinghai");
    assert!(pty.text().contains("繁體"), "{}", pty.text());
    pty.send("\x03q");
    assert_eq!(pty.end().0, 0);
    // Behind the query, q is a key again; ^C always is.
    for keys in ["/xi\rq", "/xi\x03"] {
        let mut pty = Pty::browser(&["--data", path.to_str().unwrap()]);
        pty.shows("正在读取数据");
        pty.send(keys);
        assert_eq!(pty.end().0, 0);
    }
}

#[test]
fn it_can_be_stopped_while_the_dataset_comes() {
    let path = own("stopped");
    fifo(&path);
    let mut pty = Pty::spawn("bash", &["--norc", "--noediting", "-i"], &[("PS1", "$ ")]);
    pty.until("the prompt", |pty| pty.bytes.ends_with(b"$ "));
    pty.send(format!("{} --data {}\r", env!("CARGO_BIN_EXE_yixin"), path.display()));
    pty.shows("正在读取数据");
    pty.answer(1);
    pty.send("\x1a");
    pty.until("the prompt", |pty| pty.bytes.ends_with(b"$ "));
    assert!(!pty.emulator.screen().alternate_screen());
    pty.send("fg\r");
    pty.shows("正在读取数据");
    fs::write(&path, DATA).unwrap();
    pty.shows("退出");
    pty.send("q");
    pty.until("the prompt", |pty| pty.bytes.ends_with(b"$ "));
}

#[test]
fn esc_is_for_what_is_open_before_it_gives_a_reading_up() {
    let path = own("over");
    let mut pty = on_a_pipe(&path);
    pty.send("R");
    pty.shows("按 Esc 放弃");
    for (keys, opens) in [("?", "┌ 帮助"), ("f", "┌ 筛选"), ("/xi", "/ xi")] {
        pty.send(keys);
        pty.shows(opens);
        pty.send("\x1b");
        pty.until("its end", |pty| !pty.text().contains(opens));
    }
    fs::write(&path, DATA.replace("西宁市", "东宁市")).unwrap();
    pty.shows("东宁市");
    pty.send("q");
    assert_eq!(pty.end().0, 0);
}

/// The key in the hand of the loop when the dataset comes counts: whatever the moment, all are there.
#[test]
fn no_key_is_lost_while_the_dataset_comes() {
    for _ in 0..20 {
        let path = own("comes");
        fifo(&path);
        let mut pty = Pty::browser(&["--data", path.to_str().unwrap()]);
        pty.shows("正在读取数据");
        let writer = std::thread::spawn(move || fs::write(&path, DATA).unwrap());
        for _ in 0..300 {
            pty.send("L");
        }
        writer.join().unwrap();
        pty.shows("举措数");
        pty.quiet_for(Duration::from_millis(100));
        assert!(pty.text().contains("简体"), "{}", pty.text());
        pty.send("q");
        assert_eq!(pty.end().0, 0);
    }
}
