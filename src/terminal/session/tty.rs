//! Output to the terminal that a stalled link can't hang.

use std::io::{self, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::rc::Rc;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;

use super::signals::Signals;

/// Bytes that a terminal is sure to take once it is ready for some (n_tty's WAKEUP_CHARS).
const CHUNK: usize = 256;

/// Writes to the terminal, and gives up with `ConnectionAborted` when a signal comes that can't wait.
pub(in crate::terminal) struct Tty {
    fd: OwnedFd,
    nonblocking: bool,
    signals: Rc<Signals>,
}

impl Tty {
    /// The terminal behind `fd`, opened anew if it can be: then non-blocking writes don't bother whoever shares `fd`.
    pub(super) fn open(fd: impl AsFd, signals: Rc<Signals>) -> io::Result<Self> {
        let flags = OFlags::WRONLY | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let anew =
            rustix::termios::ttyname(&fd, Vec::new()).and_then(|path| open(path, flags, Mode::empty()));
        let (fd, nonblocking) = match anew {
            Ok(fd) => (fd, true),
            Err(_) => (fd.as_fd().try_clone_to_owned()?, false),
        };
        Ok(Self { fd, nonblocking, signals })
    }

    fn wait(&self) -> io::Result<()> {
        let mut fds = [PollFd::new(&self.fd, PollFlags::OUT), PollFd::new(&*self.signals, PollFlags::IN)];
        match poll(&mut fds, None) {
            Ok(_) | Err(Errno::INTR) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

impl AsFd for Tty {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.fd.as_fd()
    }
}

impl Write for Tty {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut ready = self.nonblocking;
        loop {
            if ready {
                let bytes = if self.nonblocking { bytes } else { &bytes[..bytes.len().min(CHUNK)] };
                match rustix::io::write(&self.fd, bytes) {
                    Err(Errno::AGAIN | Errno::INTR) => {}
                    written => return Ok(written?),
                }
            }
            self.wait()?;
            self.signals.collect();
            if self.signals.urgent() {
                return Err(io::ErrorKind::ConnectionAborted.into());
            }
            ready = true;
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
