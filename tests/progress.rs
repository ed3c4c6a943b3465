//! How far a large dataset is, on standard error where that is a terminal.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

#[path = "common/pty.rs"]
mod pty;

use std::fs::{self, File};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use encoding_rs::GB18030;
use pty::{Pty, find};

const PROGRAM: &str = env!("CARGO_BIN_EXE_yixin");
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/programme.json");
const GOOD: &str = include_str!("../data/programme.json");

/// What is said in each language.
const SAID: [(&str, &str); 3] =
    [("zh-Hans", "正在读取数据"), ("zh-Hant", "正在讀取資料"), ("en", "Reading the dataset")];

/// Every command that reads a dataset; the pipe's name comes behind.
const COMMANDS: [&[&str]; 8] = [
    &["list", "--topic", "astronomy", "--data"],
    &["show", "golog", "--data"],
    &["search", "wuxi", "--data"],
    &["matrix", "--data"],
    &["partners", "--topic", "health", "--data"],
    &["brief", "--topic", "astronomy", "--data"],
    &["diff", "--format", "json", FILE],
    &["check"],
];

/// A named pipe, from which a dataset comes as slowly as the test lets it.
struct Slow {
    path: PathBuf,
    input: Option<File>,
}

impl Slow {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        Self { path, input: None }
    }

    /// Lets so many megabytes through: of blanks, which count for nothing.
    fn megabytes(&mut self, count: usize) {
        let input = self.input.get_or_insert_with(|| File::options().write(true).open(&self.path).unwrap());
        input.write_all(&vec![b' '; count << 20]).unwrap();
    }

    /// Lets the rest through.
    fn end(&mut self) {
        self.input.take().unwrap().write_all(GOOD.as_bytes()).unwrap();
    }
}

impl Drop for Slow {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

#[test]
fn a_slow_dataset_shows_how_far_it_is_and_leaves_nothing() {
    for (language, said) in SAID {
        for command in COMMANDS {
            let mut slow = Slow::new(&[command[0], language].concat());
            let known = ["--lang", language];
            let path = slow.path.clone();
            let arguments = [command, &[path.to_str().unwrap()], &known].concat();
            let mut terminal = Pty::spawn(PROGRAM, &arguments, &[]);
            slow.megabytes(4);
            terminal.shows(&[said, " 4 MB"].concat());
            slow.megabytes(8);
            terminal.shows(&[said, " 12 MB"].concat());
            slow.end();
            assert_eq!(terminal.end().0, 0, "{arguments:?}: {}", terminal.text());
            let shown = terminal.text();
            let at_once = [command, &[FILE], &known].concat();
            let mut undisturbed = Pty::spawn(PROGRAM, &at_once, &[]);
            undisturbed.end();
            assert_eq!(shown, undisturbed.text(), "{arguments:?}");
        }
    }
}

#[test]
fn where_nothing_comes_something_is_said_once() {
    let mut terminal = Pty::spawn(PROGRAM, &["check", "-"], &[]);
    terminal.shows("正在读取数据 0 MB");
    assert_eq!(terminal.quiet_for(Duration::from_millis(300)), b"");
    terminal.send("{}\n\x04");
    terminal.until("the end of it", |pty| pty.text().contains("-:1:1"));
    assert_eq!(terminal.end().0, 1);
}

#[test]
fn a_check_that_takes_long_says_how_far_it_is() {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("long-{}.json", std::process::id()));
    // A dataset of nothing but places for something.
    fs::write(&file, ["{\"zones\":[", &"[],".repeat(16 << 20), "[]]}"].concat()).unwrap();
    let mut terminal = Pty::spawn(PROGRAM, &["check", file.to_str().unwrap()], &[("LANG", "zh_TW.UTF-8")]);
    terminal.until("the end", |pty| pty.text().contains("yixin: "));
    assert_eq!(terminal.end().0, 1);
    let said = String::from_utf8(terminal.bytes.clone()).unwrap();
    assert!(said.contains("正在檢查資料 ") && said.contains("/50 MB ("), "{said:.500}");
    fs::remove_file(file).unwrap();
}

#[test]
fn the_line_fits_the_terminal_and_needs_no_sequence() {
    let said = [("UTF-8", "正在读取数".as_bytes().to_vec()), ("GB18030", gb18030("正在读取数"))];
    for (charset, said) in said {
        let mut slow = Slow::new(charset);
        // Eleven columns, of which the last stays free.
        let narrow = format!("stty cols 11; exec {PROGRAM} check {}", slow.path.display());
        let locale = ["zh_CN.", charset].concat();
        let environment = [("TERM", "dumb"), ("LANG", &locale), ("YIXIN_LANG", "zh-Hans"), ("NO_COLOR", "1")];
        let mut terminal = Pty::spawn("sh", &["-c", &narrow], &environment);
        slow.megabytes(4);
        let line = [b"\r", &*said].concat();
        terminal.until("the line", |pty| find(&pty.bytes, &line).is_some());
        slow.end();
        assert_eq!(terminal.end().0, 0);
        assert!(find(&terminal.bytes, &[b"\r", " ".repeat(10).as_bytes(), b"\r"].concat()).is_some());
        assert!(find(&terminal.bytes, &[&*line, b" "].concat()).is_none() && !terminal.bytes.contains(&0x1b));
    }
}

fn gb18030(text: &str) -> Vec<u8> {
    GB18030.encode(text).0.into_owned()
}

#[test]
fn nobody_is_told_where_no_terminal_is() {
    let mut slow = Slow::new("untold");
    let mut command = Command::new(PROGRAM);
    command.args(["list", "--topic", "astronomy", "--data"]).arg(&slow.path);
    let child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    slow.megabytes(4);
    // Longer than a terminal would have to wait: nothing comes that could be awaited.
    sleep(Duration::from_millis(400));
    slow.end();
    assert_eq!(child.wait_with_output().unwrap().stderr, b"");
}
