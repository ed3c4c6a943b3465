//! A dataset and the earlier edition that it is compared with, read side by side.

use std::mem::ManuallyDrop;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, Builder};

use super::meter::Meter;
use super::{Global, Result, dataset, is_standard_input, size};
use crate::programme::{Programme, Progress};
use crate::words::{Failure, Usage};

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
    /// The dataset of `--data`, or the embedded one; standard error tells how far it is. For a command that ends when
    /// it is told: to take a large one apart then would be a tenth of its time.
    ///
    /// # Errors
    /// The file can't be read, or what is wrong in it.
    pub fn programme(&self) -> Result<ManuallyDrop<Programme>> {
        self.compared(None)
    }

    /// The same, compared with an earlier edition.
    pub(crate) fn compared(&self, old: Option<&PathBuf>) -> Result<ManuallyDrop<Programme>> {
        let editions = self.editions(old);
        let read = match editions {
            Editions { new: None, old: None } => editions.read(&|_| true),
            _ => editions.read(&Meter::reading(self, editions.size()).reader()),
        };
        read.map(ManuallyDrop::new)
    }

    /// What the options name, and an earlier edition to compare it with.
    pub(crate) fn editions<'a>(&'a self, old: Option<&'a PathBuf>) -> Editions<'a> {
        Editions { new: self.data.as_deref(), old: old.map(PathBuf::as_path) }
    }
}

/// Both editions, the earlier one first; the progress is that of both together.
pub(super) fn both(old: &Path, new: Option<&Path>, progress: Progress<'_>) -> Result<[Programme; 2]> {
    if is_standard_input(old) && new.is_some_and(is_standard_input) {
        return Err(Failure::Usage(Usage::Twice { option: "-".into() }));
    }
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
