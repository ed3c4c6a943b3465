//! Work beside the loop: a thread that wakes it when it is done, and on the way as far as it gets.

use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::Builder;

use crate::terminal::Waker;

/// Something under way on a thread of its own. Dropping it gives it up.
pub(crate) struct Work<T> {
    done: Receiver<Result<T, String>>,
    progress: Progress,
}

/// How far a piece of work is: what it tells the loop.
#[derive(Clone)]
pub(crate) struct Progress {
    waker: Waker,
    bytes: Arc<AtomicU64>,
    given_up: Arc<AtomicBool>,
}

impl Progress {
    /// Tells how many bytes are read, and wakes the loop to show it; whether anybody still wants to know.
    pub(crate) fn at(&self, bytes: u64) -> bool {
        self.bytes.store(bytes, Ordering::Relaxed);
        self.waker.wake();
        !self.given_up.load(Ordering::Relaxed)
    }
}

impl<T: Send + 'static> Work<T> {
    /// Starts a job. What it panics with is its outcome.
    ///
    /// # Errors
    /// The system has no thread left, as under a kiosk's limits.
    pub(crate) fn start(waker: Waker, job: impl FnOnce(&Progress) -> T + Send + 'static) -> io::Result<Self> {
        let progress = Progress { waker, bytes: Arc::default(), given_up: Arc::default() };
        let (send, done) = channel();
        let own = progress.clone();
        Builder::new().spawn(move || {
            let outcome = catch_unwind(AssertUnwindSafe(|| job(&own))).map_err(|panic| said(&*panic));
            // Where the work was given up, nobody takes it.
            let _ = send.send(outcome);
            own.waker.wake();
        })?;
        Ok(Self { done, progress })
    }
}

impl<T> Work<T> {
    /// The outcome, once there is one: what the job came to, or what it panicked with.
    pub(crate) fn outcome(&self) -> Option<Result<T, String>> {
        match self.done.try_recv() {
            Ok(outcome) => Some(outcome),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(String::new())),
        }
    }

    /// Whether anybody still wants it.
    pub(crate) fn want(&self, wanted: bool) {
        self.progress.given_up.store(!wanted, Ordering::Relaxed);
    }

    /// Bytes read so far.
    pub(crate) fn bytes(&self) -> u64 {
        self.progress.bytes.load(Ordering::Relaxed)
    }
}

impl<T> Drop for Work<T> {
    fn drop(&mut self) {
        self.want(false);
    }
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}
