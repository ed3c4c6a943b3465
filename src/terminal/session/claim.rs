//! The modes that are switched on while the program runs, and switching them off again, whatever ends it.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::{Mutex, Once, PoisonError};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

use super::line;
use crate::terminal::Capability;

/// How long a stalled terminal is waited for when it is given back.
const LEAVING: Duration = Duration::from_millis(100);

const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// What is claimed now. The panic hook has no other way to it.
static CLAIM: Mutex<Option<Claim>> = Mutex::new(None);

struct Claim {
    /// Whose panic ends the program.
    owner: ThreadId,
    input: OwnedFd,
    output: OwnedFd,
    before: Termios,
    leave: String,
}

/// Raw mode and the modes that this terminal has. Autowrap is off, so that a row that turns out too long can't
/// scroll the screen. `before` is what [`release`] shall restore, the present state if it isn't given.
///
/// Returns the state before, and what to write.
pub(super) fn claim(
    input: impl AsFd,
    output: impl AsFd,
    before: Option<Termios>,
    capability: &Capability,
    mouse: bool,
) -> io::Result<(Termios, String)> {
    release_on_panic();
    let before = before.map_or_else(|| tcgetattr(&input), Ok)?;
    let (enter, leave) = sequences(capability, mouse);
    *lock() = Some(Claim {
        owner: thread::current().id(),
        input: input.as_fd().try_clone_to_owned()?,
        output: output.as_fd().try_clone_to_owned()?,
        before: before.clone(),
        leave,
    });
    let mut raw = before.clone();
    raw.make_raw();
    if capability.serial {
        line::keep_settings(&mut raw, &before);
    }
    if let Err(error) = tcsetattr(&input, OptionalActions::Now, &raw) {
        *lock() = None;
        return Err(error.into());
    }
    Ok((before, enter))
}

/// The mouse was switched on or off: what to write.
pub(super) fn set_mouse(capability: &Capability, on: bool) -> &'static str {
    if let Some(claim) = lock().as_mut() {
        claim.leave = sequences(capability, on).1;
    }
    if on { MOUSE_ON } else { MOUSE_OFF }
}

/// Switches the modes off; the keyboard stays raw. `None` if the terminal isn't claimed, else whether it took that: one
/// that has stalled won't answer soon, either.
pub(super) fn leave_screen() -> Option<bool> {
    let mut claim = lock();
    let claim = claim.as_mut()?;
    Some(write_soon(&claim.output, std::mem::take(&mut claim.leave).as_bytes()))
}

/// Gives the terminal back as it was. Does nothing if it isn't claimed.
pub(super) fn release() {
    leave_screen();
    let Some(claim) = lock().take() else { return };
    // Now, not after the output: a stalled link would hang here.
    let _ = tcsetattr(&claim.input, OptionalActions::Now, &claim.before);
}

fn lock() -> std::sync::MutexGuard<'static, Option<Claim>> {
    CLAIM.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What switches the modes on, and off in reverse order.
fn sequences(capability: &Capability, mouse: bool) -> (String, String) {
    let modes = [
        // It may be a fiction (GNU screen's `altscreen off`, xterm's titeInhibit): then the screen is blank, and the
        // cursor at its foot.
        (capability.alternate_screen, "\x1b[?1049h", "\x1b[H\x1b[J\x1b[999H\x1b[?1049l"),
        // Without another screen, this one is left clean.
        (!capability.alternate_screen, "", "\x1b[H\x1b[J"),
        (true, "\x1b[?7l", "\x1b[?7h"),
        (capability.bracketed_paste, "\x1b[?2004h", "\x1b[?2004l"),
        (capability.mouse && mouse, MOUSE_ON, MOUSE_OFF),
        // The painter hides the cursor and sets the rest, and a frame may have been cut short.
        (true, "", "\x1b[r\x1b[m\x1b[?25h"),
    ];
    let on = modes.iter().filter(|(has, _, _)| *has);
    let enter = on.clone().map(|(_, enter, _)| *enter).collect();
    (enter, on.rev().map(|(_, _, leave)| *leave).collect())
}

/// Writes to a terminal that may have stalled, as far as it goes; whether it took all.
fn write_soon(output: impl AsFd, mut bytes: &[u8]) -> bool {
    let end = Instant::now() + LEAVING;
    while !bytes.is_empty() {
        let left = end.saturating_duration_since(Instant::now());
        let timeout = Timespec { tv_sec: 0, tv_nsec: left.subsec_nanos().into() };
        match poll(&mut [PollFd::new(&output, PollFlags::OUT)], Some(&timeout)) {
            Ok(0) => return false,
            Ok(_) | Err(Errno::INTR) => {}
            Err(_) => return false,
        }
        match rustix::io::write(&output, bytes) {
            Ok(n) => bytes = &bytes[n..],
            Err(Errno::AGAIN | Errno::INTR) => {}
            Err(_) => return false,
        }
    }
    true
}

/// The message of a panic is of no use on a screen that is about to go, so that goes first. A worker's panic ends
/// only the worker: the screen stays as it is, and who joins the thread gets the message.
fn release_on_panic() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let report = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let owner = lock().as_ref().map(|claim| claim.owner);
            if owner.is_none_or(|owner| owner == thread::current().id()) {
                release();
                report(panic);
            }
        }));
    });
}
