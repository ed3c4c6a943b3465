//! How far the reading of datasets is: a line on standard error where that is a terminal, gone when all is read.

use std::io::{IsTerminal, stderr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use super::output::Output;
use super::{Global, Result};
use crate::text::truncate;
use crate::words::Words;

/// What takes less is not worth a line.
const PATIENCE: Duration = Duration::from_millis(150);

/// The time between two lines at least.
const PACE: Duration = Duration::from_millis(100);

/// Tells how far something is from [`PATIENCE`] on until it is dropped, also where nothing comes.
pub(super) struct Meter {
    bytes: Arc<AtomicU64>,
    /// Whoever drops the sender ends the line.
    line: Option<(Sender<()>, JoinHandle<Result<()>>)>,
}

impl Meter {
    /// For reading so many bytes, where that is known.
    pub(super) fn reading(global: &Global, size: Option<u64>) -> Self {
        Self::new(global, Words::of(global.language()).reading, size, PATIENCE)
    }

    /// For checking so many bytes, which somebody has been waiting for since then.
    pub(super) fn checking(global: &Global, size: u64, since: Instant) -> Self {
        let patience = PATIENCE.saturating_sub(since.elapsed());
        Self::new(global, Words::of(global.language()).checking, Some(size), patience)
    }

    fn new(global: &Global, doing: &'static str, size: Option<u64>, patience: Duration) -> Self {
        let bytes = Arc::new(AtomicU64::new(0));
        if !stderr().is_terminal() {
            return Self { bytes, line: None };
        }
        let (words, own) = (Words::of(global.language()), Arc::clone(&bytes));
        let said = move || words.so_far(doing, own.load(Ordering::Relaxed), size);
        let (out, (send, done)) = (Output::errors(global), channel());
        // Where the system has no thread left, nothing is told.
        let line = Builder::new().spawn(move || tell(out, &done, patience, said)).ok();
        Self { bytes, line: line.map(|line| (send, line)) }
    }

    /// Takes in how many bytes are read.
    pub(super) fn reader(&self) -> impl Fn(u64) -> bool {
        let read = &self.bytes;
        move |bytes| {
            read.store(bytes, Ordering::Relaxed);
            true
        }
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        if let Some((end, line)) = self.line.take() {
            drop(end);
            // A terminal that takes nothing has nothing to be erased.
            let _ = line.join();
        }
    }
}

/// Writes what is said in place of what was said before.
fn tell(mut out: Output, done: &Receiver<()>, patience: Duration, said: impl Fn() -> String) -> Result<()> {
    let (mut shown, mut wait) = (String::new(), patience);
    while done.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
        // The last column stays free: a terminal may wrap there.
        let now = truncate(&said(), out.width().saturating_sub(1), out.medium.policy, "").into_owned();
        if now != shown {
            out.take_back(&shown)?;
            out.text(&now)?;
            out.flush()?;
            shown = now;
        }
        wait = PACE;
    }
    if !shown.is_empty() {
        out.take_back(&shown)?;
    }
    out.close()
}
