//! Waking the loop from another thread: one byte through a pair of sockets, which its wait watches too.

use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;

/// Ends the wait of the [`Session`](super::Session) that made it with [`Event::Woken`](super::Event::Woken).
#[derive(Clone, Debug)]
pub struct Waker(Arc<UnixStream>);

impl Waker {
    /// Any number of calls before the loop looks again are one event.
    pub fn wake(&self) {
        // Full, and it will wake anyway; closed, and there is nobody to wake.
        let _ = (&*self.0).write(&[0]);
    }
}

/// The end that is waited on.
pub(super) struct Wake {
    read: UnixStream,
    waker: Waker,
}

impl Wake {
    pub(super) fn new() -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        read.set_nonblocking(true)?;
        write.set_nonblocking(true)?;
        Ok(Self { read, waker: Waker(Arc::new(write)) })
    }

    pub(super) fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Empties it, once it is readable.
    pub(super) fn drain(&self) {
        while matches!((&self.read).read(&mut [0; 64]), Ok(1..)) {}
    }
}

impl AsFd for Wake {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.read.as_fd()
    }
}
