//! What comes in: input, signals, and the end of a wait.

use std::io;
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::{Event, Session, is_hangup, size};
use crate::terminal::input::{Input, Pending, Reply};
use crate::terminal::probe::Answers;

/// How long the rest of an escape sequence may take before its ESC counts as the Esc key.
const GRACE: Duration = Duration::from_millis(50);
/// The same while the terminal owes an answer, which must not turn into keys.
const GRACE_FOR_ANSWERS: Duration = Duration::from_millis(300);
/// How long the rest of anything else that has begun may take, from its last byte on.
const PATIENCE: Duration = Duration::from_secs(1);

/// For a terminal that was written to in another charset: ends a string that a byte of a character may have begun (0x90
/// is DCS), and lets ED erase in xterm what another (0x96, SPA) guarded: DECSCA changes the kind of guard.
const UNGUARDED: &[u8] = b"\x1b\\\x1b[\"q";

const CTRL_C: u8 = 3;

impl Session {
    /// When what is pending counts as ended.
    pub(super) fn due(&self) -> Option<Instant> {
        let patience = match self.decoder.pending()? {
            Pending::Escape if self.is_answer_due() => GRACE_FOR_ANSWERS,
            Pending::Escape => GRACE,
            Pending::Rest => PATIENCE,
        };
        Some(self.heard + patience)
    }

    /// What signals ask for, the most urgent first.
    pub(super) fn signalled(&mut self) -> io::Result<Option<Event>> {
        if let Some(signal) = self.signals.quit.get() {
            return Ok(Some(Event::Quit(signal)));
        }
        if self.signals.stop.get() {
            self.suspend()?;
            return Ok(Some(Event::Resumed));
        }
        if self.signals.resumed.take() {
            self.resume()?;
            return Ok(Some(Event::Resumed));
        }
        if self.signals.resized.take() && self.resize()? {
            let (columns, rows) = self.size();
            return Ok(Some(Event::Resize(columns, rows)));
        }
        Ok(None)
    }

    pub(super) fn event(&mut self, input: Input) -> io::Result<Option<Event>> {
        Ok(match input {
            Input::Key(key) => Some(Event::Key(key)),
            Input::Mouse(mouse) => Some(Event::Mouse(mouse)),
            Input::Paste(text) => Some(Event::Paste(text)),
            Input::Reply(reply) => self.learn(reply)?.then_some(Event::Learned),
        })
    }

    /// Whether an answer may still come.
    pub(super) fn is_answer_due(&self) -> bool {
        self.probe.is_open() || self.flow.is_open()
    }

    /// Gives an answer to who asked; what it says of the terminal.
    pub(super) fn answer(&mut self, reply: Reply) -> Option<Answers> {
        self.flow.heard(Instant::now());
        match reply {
            Reply::Cursor { column, .. } if self.flow.take(Instant::now(), column) => None,
            other => self.probe.take(other),
        }
    }

    /// Takes an answer; true if it changes the screen.
    fn learn(&mut self, reply: Reply) -> io::Result<bool> {
        let Some(answers) = self.answer(reply) else { return Ok(false) };
        if answers.clipboard {
            self.capability.learn_clipboard();
        }
        if !self.capability.learn(answers.width, answers.charset) {
            return Ok(false);
        }
        if answers.charset == Some(false) {
            self.write(UNGUARDED)?;
        }
        self.decoder.set_charset(self.capability.charset.clone());
        self.terminal.backend_mut().adapt(&self.capability);
        self.terminal.clear()?;
        Ok(true)
    }

    /// Waits for anything to happen and takes it in; false if nothing has by then.
    pub(super) fn wait(&mut self, end: Option<Instant>) -> io::Result<bool> {
        let timeout = end.map(|end| {
            let left = end.saturating_duration_since(Instant::now());
            let seconds = i64::try_from(left.as_secs()).unwrap_or(i64::MAX);
            Timespec { tv_sec: seconds, tv_nsec: left.subsec_nanos().into() }
        });
        let watched = [self.input.as_fd(), self.signals.as_fd(), self.wake.as_fd()];
        let watched = watched.into_iter().chain(self.line.as_ref().map(AsFd::as_fd));
        let mut fds: Vec<_> = watched.map(|fd| PollFd::from_borrowed_fd(fd, PollFlags::IN)).collect();
        match poll(&mut fds, timeout.as_ref()) {
            Ok(0) => return Ok(false),
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let ready = |n: usize| fds.get(n).is_some_and(|fd| !fd.revents().is_empty());
        let [typed, woken, drained] = [ready(0), ready(2), ready(3)];
        self.signals.collect();
        if woken {
            self.wake.drain();
            self.woken = true;
        }
        if let Some(line) = self.line.as_mut().filter(|_| drained) {
            line.free();
        }
        if typed {
            self.read()?;
        }
        Ok(true)
    }

    /// Byte by byte, but for a paste: what follows the key that ends the program is the shell's.
    fn read(&mut self) -> io::Result<()> {
        let mut bytes = [0; 4096];
        let most = if self.decoder.expects_paste() { bytes.len() } else { 1 };
        match rustix::io::read(&self.input, &mut bytes[..most]) {
            Ok(0) => self.gone = true,
            Ok(n) => self.hear(&bytes[..n]),
            Err(Errno::AGAIN | Errno::INTR) => {}
            Err(error) if is_hangup(&error.into()) => self.gone = true,
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    fn hear(&mut self, bytes: &[u8]) {
        // A paste comes in one go, so that this is somebody who wants out of one that has no end.
        if bytes == [CTRL_C] && self.heard.elapsed() > GRACE {
            self.decoder.end_paste();
        }
        self.decoder.feed(bytes);
        self.heard = Instant::now();
    }

    /// Takes over the terminal's size; false if it is as before.
    pub(super) fn resize(&mut self) -> io::Result<bool> {
        let (columns, rows) = size(&self.input)?;
        let painter = self.terminal.backend_mut();
        if painter.dimensions() == (columns, rows) {
            return Ok(false);
        }
        painter.resize(columns, rows);
        self.terminal.autoresize()?;
        Ok(true)
    }
}
