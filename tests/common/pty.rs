//! A program on a pseudo-terminal: bytes in, an emulator's screen out, and the line discipline as it is.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "shared by test binaries that each use a part"
)]

use std::fs::File;
use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};

/// Longer than anything here takes on a machine that does something else, too.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    reader: Option<JoinHandle<()>>,
    /// Held by whoever wants the terminal to take no more bytes.
    stall: Arc<Mutex<()>>,
    pub emulator: vt100::Parser,
    /// Every byte that came.
    pub bytes: Vec<u8>,
    tty: File,
}

impl Pty {
    /// The browser in Simplified Chinese on an xterm of 80×24.
    pub fn browser(arguments: &[&str]) -> Self {
        Self::spawn(env!("CARGO_BIN_EXE_yixin"), arguments, &[])
    }

    pub fn spawn(program: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(size(80, 24)).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.env_clear();
        let environment = [("TERM", "xterm-256color"), ("LANG", "zh_CN.UTF-8"), ("PATH", "/usr/bin:/bin")]
            .iter()
            .chain(environment);
        environment.for_each(|(name, value)| command.env(name, value));
        let tty = File::open(pair.master.tty_name().unwrap()).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let (send, output) = channel();
        let stall = Arc::new(Mutex::new(()));
        let (mut input, gate) = (pair.master.try_clone_reader().unwrap(), Arc::clone(&stall));
        let reader = std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(n @ 1..) = input.read(&mut buffer) {
                if send.send(buffer[..n].to_vec()).is_err() {
                    return;
                }
                drop(gate.lock());
            }
        });
        Self {
            writer: Some(pair.master.take_writer().unwrap()),
            master: Some(pair.master),
            child,
            output,
            reader: Some(reader),
            stall,
            emulator: vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0),
            bytes: Vec::new(),
            tty,
        }
    }

    pub fn send(&mut self, keys: impl AsRef<[u8]>) {
        self.writer.as_mut().unwrap().write_all(keys.as_ref()).unwrap();
    }

    /// Takes in output until something holds, or fails with the screen.
    pub fn until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(self) {
            assert!(self.take_in(end), "{what} never came; the screen:\n{}", self.text());
        }
    }

    /// Waits for a text on the screen.
    pub fn shows(&mut self, text: &str) {
        self.until(text, |pty| pty.text().contains(text));
    }

    /// Takes in output until none has come for that long; returns its bytes.
    pub fn quiet_for(&mut self, time: Duration) -> Vec<u8> {
        let before = self.bytes.len();
        while self.take_in(Instant::now() + time) {}
        self.bytes[before..].to_vec()
    }

    fn take_in(&mut self, end: Instant) -> bool {
        let Some(bytes) = self.receive(end) else { return false };
        self.show(&bytes);
        self.answer_behind_frames(&bytes);
        true
    }

    /// Answers what is asked behind a frame, in row 2, as every terminal does.
    fn answer_behind_frames(&mut self, bytes: &[u8]) {
        let Some(asked) = find(bytes, b"H\x1b[6n") else { return };
        let column = bytes[..asked].rsplit(|b| *b == b';').next().unwrap_or_default();
        if let Some(column @ 10..) =
            std::str::from_utf8(column).ok().and_then(|text| text.parse::<u16>().ok())
        {
            self.send(format!("\x1b[2;{column}R"));
        }
    }

    /// What the program wrote, not yet shown; `None` if it wrote nothing by then.
    pub fn receive(&mut self, end: Instant) -> Option<Vec<u8>> {
        self.output.recv_timeout(end.saturating_duration_since(Instant::now())).ok()
    }

    /// Shows what was received.
    pub fn show(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.emulator.process(bytes);
    }

    /// The screen.
    pub fn text(&self) -> String {
        self.emulator.screen().contents()
    }

    /// Waits for the query that follows the first frame; returns its row, from 1.
    pub fn asked(&mut self) -> u16 {
        self.until("the query", |pty| find(&pty.bytes, b"\x1b[c").is_some());
        let texts = ["海中".as_bytes(), b"\xd1\xa1\xb0\x81"];
        let query = texts.iter().find_map(|text| find(&self.bytes, text)).unwrap();
        let row = self.bytes[..query].rsplit(|b| *b == b'[').next().unwrap();
        std::str::from_utf8(row).unwrap().trim_end_matches('H').parse().unwrap()
    }

    /// Answers as a terminal does that takes UTF-8 and gives ambiguous characters so many columns.
    pub fn answer(&mut self, ambiguous: u16) {
        let row = self.asked();
        self.send(format!("\x1b[{row};5R\x1b[{row};{}R\x1b[?62;22c", 1 + ambiguous));
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.master.as_ref().unwrap().resize(size(columns, rows)).unwrap();
        self.emulator.screen_mut().set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
    }

    /// While it is held the terminal takes no bytes, but for what fits into the kernel's buffer.
    pub fn stall(stall: &Arc<Mutex<()>>) -> MutexGuard<'_, ()> {
        stall.lock().unwrap()
    }

    pub fn gate(&self) -> Arc<Mutex<()>> {
        Arc::clone(&self.stall)
    }

    pub fn pid(&self) -> i32 {
        self.child.process_id().unwrap().try_into().unwrap()
    }

    pub fn signal(&self, signal: rustix::process::Signal) {
        let pid = rustix::process::Pid::from_raw(self.pid()).unwrap();
        rustix::process::kill_process(pid, signal).unwrap();
    }

    /// The line discipline's settings, as `stty -g` shows them.
    pub fn modes(&self) -> String {
        format!("{:?}", tcgetattr(&self.tty).unwrap())
    }

    /// Waits for the end of the program; its exit code, and how long it took.
    pub fn end(&mut self) -> (u32, Duration) {
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().unwrap() {
                let took = begin.elapsed();
                self.quiet_for(Duration::from_millis(50));
                return (status.exit_code(), took);
            }
            self.take_in(Instant::now() + Duration::from_millis(2));
        }
        panic!("the program doesn't end; the screen:\n{}", self.text());
    }

    /// The link is gone. The reader has to let go of it too, and is woken by a repaint (Ctrl-L).
    pub fn hang_up(&mut self) {
        self.output = channel().1;
        self.send("\x0c");
        self.reader.take().unwrap().join().unwrap();
        // portable-pty's writer sends Enter and this character when it is dropped.
        let mut modes = tcgetattr(&self.tty).unwrap();
        modes.special_codes[SpecialCodeIndex::VEOF] = 0;
        tcsetattr(&self.tty, OptionalActions::Now, &modes).unwrap();
        self.writer = None;
        self.master = None;
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// Where some bytes begin to stand in others.
pub fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
