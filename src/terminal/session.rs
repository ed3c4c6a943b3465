//! The terminal while the program has it: claimed, painted, listened to, and always given back.
//!
//! What is painted and what a key does is not known here.

mod claim;
mod signals;
mod tty;
mod wake;

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::rc::Rc;
use std::time::{Duration, Instant};

use crossterm::event::{KeyEvent, MouseEvent};
use ratatui::{Frame, Terminal};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use rustix::termios::{Termios, isatty, tcgetwinsize};

use super::input::{Decoder, Input, Reply};
use super::probe::Probe;
use super::{Capability, Painter, clipboard};
use signals::Signals;
use tty::Tty;
use wake::Wake;
pub use wake::Waker;

/// How long the rest of an escape sequence may take before its ESC counts as the Esc key.
const GRACE: Duration = Duration::from_millis(50);
/// The same while the terminal owes an answer, which must not turn into keys.
const GRACE_FOR_ANSWERS: Duration = Duration::from_millis(300);
/// How long an answer under way is waited for at the end; the shell would take it for something typed.
const LEAVING: Duration = Duration::from_millis(150);

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Always a press. Ctrl-C and Ctrl-Z are keys like others.
    Key(KeyEvent),
    Mouse(MouseEvent),
    /// Pasted text as it came, controls included.
    Paste(String),
    /// Columns and rows; the next frame has that size.
    Resize(u16, u16),
    /// The terminal's answers changed [`Session::capability`]: lay the screen out again.
    Learned,
    /// Back from having been stopped: draw.
    Resumed,
    /// A [`Waker`] of this session's was used.
    Woken,
    /// SIGINT, SIGTERM, SIGHUP or SIGQUIT: exit with 128 and this number.
    Quit(i32),
    /// Nobody is there any more.
    Disconnected,
}

/// Keys can come from nowhere: standard input is no terminal, and the process has no controlling one.
#[derive(Debug)]
pub struct NoKeyboard;

impl std::fmt::Display for NoKeyboard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no keyboard")
    }
}

impl std::error::Error for NoKeyboard {}

/// How long to wait for an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Only take what is there.
    No,
    Until(Instant),
    Forever,
}

/// A claimed terminal. Dropping it, or a panic, gives it back as it was.
pub struct Session {
    terminal: Terminal<Painter<Tty>>,
    capability: Capability,
    input: OwnedFd,
    decoder: Decoder,
    signals: Rc<Signals>,
    wake: Wake,
    probe: Probe,
    before: Termios,
    mouse: bool,
    woken: bool,
    gone: bool,
}

impl Session {
    /// Claims the terminal on standard output; keys come from standard input if that is one too, else from
    /// `/dev/tty`.
    pub fn open(capability: Capability, mouse: bool) -> io::Result<Self> {
        let stdin = io::stdin();
        let input: OwnedFd = match isatty(&stdin) {
            true => stdin.as_fd().try_clone_to_owned()?,
            false => File::open("/dev/tty").map_err(|_| io::Error::other(NoKeyboard))?.into(),
        };
        let signals = Rc::new(Signals::catch()?);
        let wake = Wake::new()?;
        let mut output = Tty::open(io::stdout(), signals.clone())?;
        let (columns, rows) = size(&output)?;
        let (before, enter) = claim::claim(&input, &output, None, &capability, mouse)?;
        let entered = output.write_all(enter.as_bytes());
        let painter = Painter::new(output, columns, rows, &capability);
        let session = Self {
            terminal: Terminal::new(painter)?,
            decoder: Decoder::new(capability.charset.clone()),
            capability,
            input,
            signals,
            wake,
            probe: Probe::default(),
            before,
            mouse,
            woken: false,
            gone: false,
        };
        // Only now: from here on dropping it undoes what was written.
        entered.map(|()| session)
    }

    pub fn capability(&self) -> &Capability {
        &self.capability
    }

    /// Columns and rows.
    pub fn size(&self) -> (u16, u16) {
        self.terminal.backend().dimensions()
    }

    /// What ends [`Session::next_event`] from another thread.
    pub fn waker(&self) -> Waker {
        self.wake.waker()
    }

    /// Paints a frame, in one write, or none if nothing changed. The first frame is followed by a query to the
    /// terminal, whose answer [`Session::next_event`] takes.
    ///
    /// That a signal or a vanished terminal ended it is no error: the next event tells.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame)) -> io::Result<()> {
        let drawn = self.terminal.draw(render).map(|_| ());
        let drawn = drawn.and_then(|()| self.ask());
        self.excuse(drawn)
    }

    /// The next event; `None` if none comes in that time.
    pub fn next_event(&mut self, wait: Wait) -> io::Result<Option<Event>> {
        loop {
            if let Some(event) = self.signalled()? {
                return Ok(Some(event));
            }
            if std::mem::take(&mut self.woken) {
                return Ok(Some(Event::Woken));
            }
            while let Some(input) = self.decoder.next() {
                if let Some(event) = self.event(input)? {
                    return Ok(Some(event));
                }
            }
            if self.gone {
                return Ok(Some(Event::Disconnected));
            }
            let patience = match wait {
                Wait::No => Some(Duration::ZERO),
                Wait::Until(end) => Some(end.saturating_duration_since(Instant::now())),
                Wait::Forever => None,
            };
            let grace = (wait != Wait::No && self.decoder.awaits_rest()).then(|| self.grace());
            if self.wait(grace.into_iter().chain(patience).min())? {
                continue;
            }
            if let (Some(_), Some(input)) = (grace, self.decoder.expire()) {
                return self.event(input);
            }
            if patience.is_some_and(|patience| patience.is_zero()) {
                return Ok(None);
            }
        }
    }

    /// The next frame paints the whole screen.
    pub fn repaint(&mut self) -> io::Result<()> {
        self.terminal.clear()
    }

    /// Gives the terminal back, stops until the shell resumes the job, and claims it again.
    ///
    /// Does nothing where no shell could resume it, as for a login shell or `xterm -e`.
    pub fn suspend(&mut self) -> io::Result<()> {
        self.signals.stop.set(false);
        // A shell with job control gives each job a process group of its own.
        if getsid(None)? == getpgrp() {
            return Ok(());
        }
        self.leave();
        kill_current_process_group(Signal::STOP)?;
        self.resume()
    }

    pub fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        if !self.capability.mouse || on == self.mouse {
            return Ok(());
        }
        self.mouse = on;
        self.write(claim::set_mouse(&self.capability, on).as_bytes())
    }

    /// Copies a text to the clipboard of whoever looks at the terminal. False if that can't be: show it instead.
    pub fn copy(&mut self, text: &str) -> io::Result<bool> {
        let Some(sequence) = clipboard::copy(text, &self.capability) else { return Ok(false) };
        self.write(&sequence)?;
        Ok(true)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let written = self.terminal.backend_mut().get_mut().write_all(bytes);
        self.excuse(written)
    }

    /// A write that a signal or the end of the link cut short is reported as an event.
    fn excuse(&mut self, written: io::Result<()>) -> io::Result<()> {
        match written {
            Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => {
                self.terminal.backend_mut().forget();
                Ok(())
            }
            Err(error) if is_hangup(&error) => {
                self.gone = true;
                Ok(())
            }
            other => other,
        }
    }

    fn ask(&mut self) -> io::Result<()> {
        let Some(questions) = self.probe.questions(&self.capability) else { return Ok(()) };
        if self.terminal.backend_mut().ask(&questions)? {
            self.probe.sent(&self.capability.charset);
        }
        Ok(())
    }

    fn grace(&self) -> Duration {
        if self.probe.is_open() { GRACE_FOR_ANSWERS } else { GRACE }
    }

    /// What signals ask for, the most urgent first.
    fn signalled(&mut self) -> io::Result<Option<Event>> {
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

    fn event(&mut self, input: Input) -> io::Result<Option<Event>> {
        Ok(match input {
            Input::Key(key) => Some(Event::Key(key)),
            Input::Mouse(mouse) => Some(Event::Mouse(mouse)),
            Input::Paste(text) => Some(Event::Paste(text)),
            Input::Reply(reply) => self.learn(reply)?.then_some(Event::Learned),
        })
    }

    /// Takes an answer; true if it changes the screen.
    fn learn(&mut self, reply: Reply) -> io::Result<bool> {
        let Some(answers) = self.probe.take(reply) else { return Ok(false) };
        if !self.capability.learn(answers.width, answers.charset) {
            return Ok(false);
        }
        self.decoder.set_charset(self.capability.charset.clone());
        self.terminal.backend_mut().adapt(&self.capability);
        self.terminal.clear()?;
        Ok(true)
    }

    /// Waits for input or a signal and takes it in; false if there was none in that time.
    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<bool> {
        let seconds = |t: Duration| i64::try_from(t.as_secs()).unwrap_or(i64::MAX);
        let timeout = timeout.map(|t| Timespec { tv_sec: seconds(t), tv_nsec: t.subsec_nanos().into() });
        let watched = [self.input.as_fd(), self.signals.as_fd(), self.wake.as_fd()];
        let mut fds = watched.map(|fd| PollFd::from_borrowed_fd(fd, PollFlags::IN));
        match poll(&mut fds, timeout.as_ref()) {
            Ok(0) => return Ok(false),
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let [typed, _, woken] = fds.map(|fd| !fd.revents().is_empty());
        self.signals.collect();
        if woken {
            self.wake.drain();
            self.woken = true;
        }
        if typed {
            self.read()?;
        }
        Ok(true)
    }

    fn read(&mut self) -> io::Result<()> {
        let mut bytes = [0; 4096];
        match rustix::io::read(&self.input, &mut bytes) {
            Ok(0) => self.gone = true,
            Ok(n) => self.decoder.feed(&bytes[..n]),
            Err(Errno::AGAIN | Errno::INTR) => {}
            Err(error) if is_hangup(&error.into()) => self.gone = true,
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    /// Takes over the terminal's size; false if it is as before.
    fn resize(&mut self) -> io::Result<bool> {
        let (columns, rows) = size(&self.input)?;
        let painter = self.terminal.backend_mut();
        if painter.dimensions() == (columns, rows) {
            return Ok(false);
        }
        painter.resize(columns, rows);
        self.terminal.autoresize()?;
        Ok(true)
    }

    /// Claims the terminal again after somebody else had it.
    fn resume(&mut self) -> io::Result<()> {
        self.signals.collect();
        self.signals.resumed.set(false);
        let output = self.terminal.backend().get_ref();
        let before = Some(self.before.clone());
        let (_, enter) = claim::claim(&self.input, output, before, &self.capability, self.mouse)?;
        self.terminal.backend_mut().forget();
        self.write(enter.as_bytes())?;
        self.resize()?;
        Ok(())
    }

    /// Gives the terminal back, after an answer that is still under way.
    fn leave(&mut self) {
        let end = Instant::now() + LEAVING;
        while self.probe.is_open() && !self.gone {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || !self.wait(Some(left)).unwrap_or(false) {
                break;
            }
            while let Some(input) = self.decoder.next() {
                if let Input::Reply(reply) = input {
                    self.probe.take(reply);
                }
            }
        }
        claim::release();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Columns and rows; a VT100's where the line doesn't know, as a serial one.
fn size(terminal: impl AsFd) -> io::Result<(u16, u16)> {
    let size = tcgetwinsize(terminal)?;
    Ok(match (size.ws_col, size.ws_row) {
        (0, _) | (_, 0) => (80, 24),
        known => known,
    })
}

/// Whether the terminal is gone for good.
fn is_hangup(error: &io::Error) -> bool {
    let gone = [Errno::IO, Errno::PIPE, Errno::NXIO, Errno::NODEV];
    error.raw_os_error().is_some_and(|code| gone.iter().any(|errno| errno.raw_os_error() == code))
}
