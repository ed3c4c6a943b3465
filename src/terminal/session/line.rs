//! The line to a terminal that is no pseudo-terminal: it takes seconds for what the kernel takes at once.

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::thread;

use rustix::io::Errno;
use rustix::termios::{InputModes, Termios, tcdrain, ttyname};

use super::wake::Wake;

/// The names of pseudo-terminals: Linux, FreeBSD; macOS; the other BSDs.
const PSEUDO: [&[u8]; 4] = [b"/dev/pts/", b"/dev/ttys", b"/dev/ttyp", b"/dev/ttyq"];

/// Whether a terminal is a pseudo-terminal, or nobody knows what.
pub(super) fn is_pseudo(terminal: impl AsFd) -> bool {
    ttyname(terminal, Vec::new()).map_or(true, |name| is_pseudo_name(name.as_bytes()))
}

fn is_pseudo_name(name: &[u8]) -> bool {
    PSEUDO.iter().any(|pseudo| name.starts_with(pseudo))
}

/// Raw mode but for what the line needs: its flow control, character size and parity.
pub(super) fn keep_settings(raw: &mut Termios, before: &Termios) {
    let flow = InputModes::IXON | InputModes::IXOFF | InputModes::IXANY;
    raw.input_modes |= before.input_modes & flow;
    raw.control_modes = before.control_modes;
}

/// Tells when a frame has gone out. The kernel says so only to who waits for it (`tcdrain`), so a thread does.
pub(super) struct Line {
    output: OwnedFd,
    drained: Wake,
    busy: bool,
}

impl Line {
    pub(super) fn new(output: impl AsFd) -> io::Result<Self> {
        Ok(Self { output: output.as_fd().try_clone_to_owned()?, drained: Wake::new()?, busy: false })
    }

    /// A frame was written.
    pub(super) fn sent(&mut self) -> io::Result<()> {
        let (output, waker) = (self.output.try_clone()?, self.drained.waker());
        self.busy = thread::Builder::new()
            .spawn(move || {
                while tcdrain(&output) == Err(Errno::INTR) {}
                waker.wake();
            })
            .is_ok();
        Ok(())
    }

    pub(super) fn is_busy(&self) -> bool {
        self.busy
    }

    /// It has gone out: the descriptor was readable.
    pub(super) fn free(&mut self) {
        self.drained.drain();
        self.busy = false;
    }
}

impl AsFd for Line {
    /// Readable when a frame has gone out.
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.drained.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_lines_and_consoles_are_no_pseudo_terminals() {
        for name in ["/dev/pts/0", "/dev/ttys001", "/dev/ttyp3"] {
            assert!(is_pseudo_name(name.as_bytes()), "{name}");
        }
        for name in [
            "/dev/ttyS0",
            "/dev/ttyUSB0",
            "/dev/ttyAMA0",
            "/dev/tty1",
            "/dev/console",
            "/dev/hvc0",
            "/dev/cuau0",
        ] {
            assert!(!is_pseudo_name(name.as_bytes()), "{name}");
        }
    }
}
