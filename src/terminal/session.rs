//! The terminal while the program has it: claimed, painted, listened to, and always given back.
//!
//! What is painted and what a key does is not known here.

mod claim;
mod flow;
mod leave;
mod line;
mod listen;
mod round_trip;
mod signals;
mod tty;
mod wake;

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::rc::Rc;
use std::time::Instant;

use crossterm::event::{KeyEvent, MouseEvent};
use ratatui::{Frame, Terminal};
use rustix::io::Errno;
use rustix::termios::{Termios, isatty, tcgetwinsize};

use super::input::Decoder;
use super::probe::Probe;
use super::{Capability, Cursor, Painter, clipboard};
use crate::text::WidthPolicy;
use flow::Flow;
use line::Line;
pub use round_trip::measure;
use signals::Signals;
use tty::Tty;
use wake::Wake;
pub use wake::Waker;

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
    /// The frame that had to wait, or the rest of one, may go: draw.
    Free,
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
    /// When something came in last.
    heard: Instant,
    signals: Rc<Signals>,
    wake: Wake,
    /// Where frames wait for the line to take those before them; elsewhere they wait for the terminal's answers.
    line: Option<Line>,
    flow: Flow,
    /// Whether a frame waits.
    owed: bool,
    probe: Probe,
    before: Termios,
    mouse: bool,
    woken: bool,
    gone: bool,
}

impl Session {
    /// Claims the terminal on standard output; keys come from standard input if that is one too, else from
    /// `/dev/tty`.
    pub fn open(mut capability: Capability, mouse: bool) -> io::Result<Self> {
        let stdin = io::stdin();
        let input: OwnedFd = match isatty(&stdin) {
            true => stdin.as_fd().try_clone_to_owned()?,
            false => File::open("/dev/tty").map_err(|_| io::Error::other(NoKeyboard))?.into(),
        };
        let signals = Rc::new(Signals::catch()?);
        let wake = Wake::new()?;
        let mut output = Tty::open(io::stdout(), signals.clone())?;
        let (columns, rows) = size(&output)?;
        capability.serial |= !line::is_pseudo(&output);
        let line = if capability.serial { Some(Line::new(&output)?) } else { None };
        let (before, enter) = claim::claim(&input, &output, None, &capability, mouse)?;
        let entered = output.write_all(enter.as_bytes());
        let painter = Painter::new(output, columns, rows, &capability);
        let session = Self {
            terminal: Terminal::new(painter)?,
            decoder: Decoder::new(capability.charset.clone()),
            capability,
            input,
            heard: Instant::now(),
            signals,
            wake,
            line,
            flow: Flow::new(),
            owed: false,
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

    /// Paints a frame, in one write, or none if nothing changed; `render` says where its cursor stands. The first
    /// frame is followed by a query to the terminal, whose answer [`Session::next_event`] takes. Where it would queue
    /// behind those before it, nothing is painted, and where it takes long, a part; [`Event::Free`] tells when to draw
    /// again.
    ///
    /// That a signal or a vanished terminal ended it is no error: the next event tells.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame) -> Option<Cursor>) -> io::Result<()> {
        self.owed = !self.is_free();
        if self.owed {
            return Ok(());
        }
        // As Terminal::draw does, which knows no hidden cursor in its place.
        self.terminal.autoresize()?;
        let cursor = render(&mut self.terminal.get_frame());
        self.terminal.flush()?;
        self.terminal.swap_buffers();
        self.terminal.backend_mut().place(cursor);
        self.show()
    }

    /// Whether a frame that is sent now doesn't queue.
    fn is_free(&mut self) -> bool {
        match &self.line {
            Some(line) => !line.is_busy(),
            None => self.flow.is_free(Instant::now()),
        }
    }

    /// Sends the frame that was painted.
    fn show(&mut self) -> io::Result<()> {
        let now = Instant::now();
        let asks = self.line.is_none() && (self.flow.has_heard() || !self.probe.is_unanswered());
        let question = self.flow.question(now, self.size().0).filter(|_| asks);
        let most = question.map_or(usize::MAX, |_| self.flow.part());
        let sent = self.terminal.backend_mut().show(question, most).and_then(|painted| {
            if painted > 0 {
                self.flow.sent(now, painted, question);
            }
            self.ask()
        });
        self.owed = most < usize::MAX && self.terminal.backend().is_behind();
        if let Some(line) = &mut self.line {
            line.sent()?;
        }
        self.excuse(sent)
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
            if self.owed && self.is_free() {
                self.owed = false;
                return Ok(Some(Event::Free));
            }
            let end = match wait {
                Wait::No => Some(Instant::now()),
                Wait::Until(end) => Some(end),
                Wait::Forever => None,
            };
            let (due, freed) = (self.due(), self.flow.due().filter(|_| self.owed));
            if self.wait([due, freed, end].into_iter().flatten().min())? {
                continue;
            }
            if due.is_some_and(|due| due <= Instant::now()) {
                if let Some(input) = self.decoder.expire()
                    && let Some(event) = self.event(input)?
                {
                    return Ok(Some(event));
                }
            } else if end.is_some_and(|end| end <= Instant::now()) {
                return Ok(None);
            }
        }
    }

    /// The next frame paints the whole screen.
    pub fn repaint(&mut self) -> io::Result<()> {
        self.terminal.clear()
    }

    /// From now on ambiguous characters take the columns that the reader says, whatever the terminal answered.
    pub fn set_width(&mut self, width: WidthPolicy) -> io::Result<()> {
        if self.terminal.backend().width() == width {
            return Ok(());
        }
        let mut drawn = self.capability.clone();
        drawn.width = width;
        self.terminal.backend_mut().adapt(&drawn);
        self.terminal.clear()
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
