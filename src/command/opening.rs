//! How a browser opens: with a dataset that is there at once, or with one that is read beside the loop.

use std::path::PathBuf;
use std::process::ExitCode;

use super::work::{Progress, Work};
use super::{Global, Result};
use crate::app::App;
use crate::programme::Programme;
use crate::terminal::Waker;

/// What to browse.
pub(crate) enum Opening {
    Ready(Box<App>),
    Reading(Reading),
}

/// A dataset to be read, and what is made of it.
pub(crate) struct Reading {
    pub(crate) mouse: bool,
    /// The earlier edition to compare it with.
    pub(crate) since: Option<PathBuf>,
    pub(crate) open: Box<dyn FnOnce(Programme) -> Result<App> + Send>,
}

/// What opening came to.
pub(super) enum Opened {
    Ready(Box<App>),
    /// Somebody gave up, or the terminal is gone.
    Ended(ExitCode),
}

impl Opening {
    pub(super) fn mouse(&self) -> bool {
        match self {
            Self::Ready(app) => app.mouse(),
            Self::Reading(reading) => reading.mouse,
        }
    }
}

impl Reading {
    pub(super) fn start(self, global: &Global, waker: Waker) -> Result<UnderWay> {
        let (own, size) = (global.clone(), global.editions(self.since.as_ref()).size());
        let job = move |progress: &Progress| {
            own.editions(self.since.as_ref()).read(&|bytes| progress.at(bytes)).and_then(self.open)
        };
        Ok(UnderWay { work: Work::start(waker, job)?, size })
    }
}

/// A dataset being read.
pub(super) struct UnderWay {
    work: Work<Result<App>>,
    /// The size of the files in bytes; of a pipe nobody knows it.
    size: Option<u64>,
}

impl UnderWay {
    /// The browser, once the dataset is there, or why it isn't.
    pub(super) fn outcome(&self) -> Option<std::result::Result<Result<App>, String>> {
        self.work.outcome()
    }

    /// Bytes read, and bytes in all where that is known.
    pub(super) fn progress(&self) -> (u64, Option<u64>) {
        (self.work.bytes(), self.size)
    }
}
