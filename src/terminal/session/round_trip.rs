//! How long the terminal takes to answer, for `yixin doctor`: asked once, without claiming the screen.

use std::io;
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read, write};
use rustix::process::getpgrp;
use rustix::termios::{LocalModes, OptionalActions, isatty, tcgetattr, tcgetpgrp, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::flag::register_conditional_default;
use signal_hook::low_level::emulate_default_handler;

use super::line::is_pseudo;
use super::signals::Signals;
use crate::terminal::input::{Decoder, Input, Reply};
use crate::terminal::{Capability, Charset};

/// How long the answer is waited for.
const PATIENCE: Duration = Duration::from_secs(1);

/// Finds out how long it takes from a question (DA1) to its answer, where a terminal can be asked.
pub fn measure(capability: &mut Capability) -> io::Result<()> {
    let (input, output) = (io::stdin(), io::stdout());
    if !isatty(&input) || !isatty(&output) || !capability.cursor_addressing {
        return Ok(());
    }
    capability.serial |= !is_pseudo(&output);
    // In the background it would be stopped; a terminal that doesn't control the session has none.
    if tcgetpgrp(&input).is_ok_and(|foreground| foreground != getpgrp()) {
        return Ok(());
    }
    let (signals, over) = (Signals::catch()?, Arc::new(AtomicBool::new(false)));
    // Once caught, they would do nothing from then on.
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP] {
        register_conditional_default(signal, over.clone())?;
    }
    let before = tcgetattr(&input)?;
    let mut quiet = before.clone();
    // Ctrl-C still ends it, once the answer was read away.
    quiet.local_modes -= LocalModes::ICANON | LocalModes::ECHO;
    tcsetattr(&input, OptionalActions::Now, &quiet)?;
    let took = ask(&input, &output);
    // What came of the answer after all is not for the shell.
    let when = if matches!(took, Ok(Some(_))) { OptionalActions::Now } else { OptionalActions::Flush };
    tcsetattr(&input, when, &before)?;
    over.store(true, Ordering::Relaxed);
    signals.collect();
    for signal in signals.quit.get().into_iter().chain(signals.stop.get().then_some(SIGTSTP)) {
        emulate_default_handler(signal)?;
    }
    capability.learn_round_trip(took?);
    Ok(())
}

fn ask(input: impl AsFd, output: impl AsFd) -> io::Result<Option<Duration>> {
    let (asked, mut decoder) = (Instant::now(), Decoder::new(Charset::Utf8));
    write(output, b"\x1b[c")?;
    while let Some(left) = PATIENCE.checked_sub(asked.elapsed()) {
        let timeout = Timespec { tv_sec: left.as_secs().cast_signed(), tv_nsec: left.subsec_nanos().into() };
        match poll(&mut [PollFd::new(&input, PollFlags::IN)], Some(&timeout)) {
            Ok(0) => break,
            Err(Errno::INTR) => continue,
            other => other?,
        };
        // Byte by byte: what was typed behind the answer is the shell's.
        let mut byte = [0];
        if read(&input, &mut byte)? == 0 {
            break;
        }
        decoder.feed(&byte);
        while let Some(came) = decoder.next() {
            if matches!(came, Input::Reply(Reply::Attributes { .. })) {
                return Ok(Some(asked.elapsed()));
            }
        }
    }
    Ok(None)
}
