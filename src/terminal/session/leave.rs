//! Giving the terminal back, for good or until the job is resumed, with nothing left for the shell to read.

use std::io;
use std::time::{Duration, Instant};

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};

use super::flow::Flow;
use super::{Session, claim};
use crate::terminal::input::Input;

/// How long answers under way are waited for at the end; the shell would take them for something typed.
const LEAVING: Duration = Duration::from_secs(1);

impl Session {
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

    /// Claims the terminal again after somebody else had it.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        self.signals.collect();
        self.signals.resumed.set(false);
        let output = self.terminal.backend().get_ref();
        let before = Some(self.before.clone());
        let (_, enter) = claim::claim(&self.input, output, before, &self.capability, self.mouse)?;
        self.flow = Flow::new();
        self.terminal.backend_mut().forget();
        self.write(enter.as_bytes())?;
        self.resize()?;
        Ok(())
    }

    /// Gives the terminal back: the screen at once, the keyboard after the answers that are still under way.
    fn leave(&mut self) {
        let Some(taken) = claim::leave_screen() else { return };
        if taken {
            self.hear_answers_out();
        }
        claim::release();
    }

    /// Reads answers away; what was typed behind them is the shell's.
    fn hear_answers_out(&mut self) {
        let end = Instant::now() + LEAVING;
        self.signals.quit.set(None);
        loop {
            while let Some(input) = self.decoder.next() {
                if let Input::Reply(reply) = input {
                    self.answer(reply);
                }
            }
            let done = !self.is_answer_due() || self.gone || self.signals.quit.get().is_some();
            if done || !self.wait(Some(end)).unwrap_or(false) {
                return;
            }
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.leave();
    }
}
