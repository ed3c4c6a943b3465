//! A dataset and the earlier edition that it is compared with, read side by side.

use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, Builder};

use super::{Global, Result, dataset, size};
use crate::programme::{Programme, Progress};

/// Which files make up what is told of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Editions<'a> {
    pub(crate) new: Option<&'a Path>,
    pub(crate) old: Option<&'a Path>,
}

impl Editions<'_> {
    /// The dataset, compared with the earlier edition where there is one.
    ///
    /// # Errors
    /// Which of both can't be read, what is wrong in it, or the progress gave it up.
    pub(crate) fn read(&self, progress: Progress<'_>) -> Result<Programme> {
        match self.old {
            None => dataset(self.new, progress),
            Some(old) => both(old, self.new, progress).map(|[old, new]| new.compared(old)),
        }
    }

    /// Bytes of the files in all; `None` where that can't be known.
    pub(crate) fn size(&self) -> Option<u64> {
        [self.new, self.old].into_iter().flatten().map(size).sum()
    }
}

impl Global {
    /// What the options name, and an earlier edition to compare it with.
    pub(crate) fn editions<'a>(&'a self, old: Option<&'a PathBuf>) -> Editions<'a> {
        Editions { new: self.data.as_deref(), old: old.map(PathBuf::as_path) }
    }
}

/// Both editions, the earlier one first; the progress is that of both together.
pub(super) fn both(old: &Path, new: Option<&Path>, progress: Progress<'_>) -> Result<[Programme; 2]> {
    let read = [AtomicU64::new(0), AtomicU64::new(0)];
    let told = |place: usize, bytes| {
        read[place].store(bytes, Ordering::Relaxed);
        progress(read.iter().map(|bytes| bytes.load(Ordering::Relaxed)).sum())
    };
    thread::scope(|scope| {
        let old = Builder::new().spawn_scoped(scope, || dataset(Some(old), &|bytes| told(0, bytes)))?;
        let new = dataset(new, &|bytes| told(1, bytes));
        let old = old.join().unwrap_or_else(|panic| resume_unwind(panic));
        Ok([old?, new?])
    })
}
