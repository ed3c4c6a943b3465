//! Signals, waiting to be dealt with where it is safe.

use std::cell::{Cell, RefCell};
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

/// What has been signalled and not yet been taken. Many of one kind count as one.
pub(super) struct Signals {
    delivery: RefCell<SignalDelivery<UnixStream, SignalOnly>>,
    /// Readable when a signal came.
    wake: OwnedFd,
    pub(super) quit: Cell<Option<i32>>,
    pub(super) stop: Cell<bool>,
    pub(super) resumed: Cell<bool>,
    pub(super) resized: Cell<bool>,
}

impl Signals {
    pub(super) fn catch() -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let wake = read.try_clone()?.into();
        let caught = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];
        let delivery = SignalDelivery::with_pipe(read, write, SignalOnly, caught)?;
        Ok(Self {
            delivery: RefCell::new(delivery),
            wake,
            quit: Cell::default(),
            stop: Cell::default(),
            resumed: Cell::default(),
            resized: Cell::default(),
        })
    }

    /// Notes what has come in and empties the pipe. To be called when [`Signals::as_fd`] is readable.
    pub(super) fn collect(&self) {
        for signal in self.delivery.borrow_mut().pending() {
            match signal {
                SIGTSTP => self.stop.set(true),
                SIGCONT => self.resumed.set(true),
                SIGWINCH => self.resized.set(true),
                _ => self.quit.set(Some(signal)),
            }
        }
    }

    /// Whether one is waiting that can't wait until a stalled terminal takes its bytes.
    pub(super) fn urgent(&self) -> bool {
        self.quit.get().is_some() || self.stop.get()
    }
}

impl AsFd for Signals {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.wake.as_fd()
    }
}
