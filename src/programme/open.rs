//! The one door to a dataset: from wherever it comes to a [`Programme`], or what is wrong in it and where.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::load::{EMBEDDED, Progress, Stop, load};
use super::{Problem, Programme, check};

/// How many bytes of an input that can't be read again are kept, to say where something is wrong. A good one then
/// takes so much more memory at most, and a bad one that is larger is refused without a place.
const KEPT: usize = 64 << 20;

/// Where a dataset comes from.
pub enum Origin<'a> {
    Bytes(&'a [u8]),
    /// A file, or what can be opened like one: a named pipe.
    Path(&'a Path),
    /// What can be read only once: standard input.
    Input(Box<dyn Read + 'a>),
}

impl Origin<'static> {
    /// The dataset that is built into the program.
    pub const EMBEDDED: Self = Self::Bytes(EMBEDDED.as_bytes());
}

/// Why something is no dataset.
#[derive(Debug)]
pub enum Refusal {
    Unreadable(io::Error),
    /// The progress asked for it.
    GivenUp,
    /// The first problem in the order of the file for which it doesn't load.
    Broken(Box<Problem>),
    /// It is wrong, but too large to say where; or it changed meanwhile.
    Unplaced,
}

/// For a developer; people are told by `words/failures.rs`.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for Refusal {}

/// Reads a dataset once, in parts. Only where something is wrong is the whole of it looked at.
///
/// # Errors
/// It can't be read, the progress says `false`, or it is wrong.
pub fn open(origin: Origin<'_>, progress: Progress<'_>) -> Result<Programme, Refusal> {
    match origin {
        Origin::Bytes(bytes) => load(bytes, progress).map_err(|stop| stop.told_by(|| Ok(Some(bytes)))),
        Origin::Path(path) => {
            let file = File::open(path).map_err(Refusal::Unreadable)?;
            if !file.metadata().is_ok_and(|data| data.is_file()) {
                return open(Origin::Input(Box::new(file)), progress);
            }
            load(file, progress).map_err(|stop| stop.told_by(|| fs::read(path).map(Some)))
        }
        Origin::Input(input) => {
            let mut input = Kept { input, bytes: Vec::new() };
            load(&mut input, progress).map_err(|stop| stop.told_by(|| input.whole()))
        }
    }
}

/// The dataset that is built into the program.
///
/// # Errors
/// None that a released program can have: the tests load it.
pub fn embedded() -> Result<Programme, Refusal> {
    open(Origin::EMBEDDED, &|_| true)
}

impl Stop {
    /// The reason, with what a check says of the whole where that is known.
    fn told_by<B: AsRef<[u8]>>(self, whole: impl FnOnce() -> io::Result<Option<B>>) -> Refusal {
        match self {
            Self::Unreadable(error) => Refusal::Unreadable(error),
            Self::GivenUp => Refusal::GivenUp,
            Self::Wrong => match whole() {
                Err(error) => Refusal::Unreadable(error),
                Ok(None) => Refusal::Unplaced,
                Ok(Some(bytes)) => {
                    let first = check(bytes.as_ref()).into_iter().find(Problem::refuses);
                    first.map_or(Refusal::Unplaced, |problem| Refusal::Broken(Box::new(problem)))
                }
            },
        }
    }
}

/// An input whose beginning is kept.
struct Kept<R> {
    input: R,
    bytes: Vec<u8>,
}

impl<R: Read> Kept<R> {
    /// All of it, read to the end; `None` if it is too large.
    fn whole(&mut self) -> io::Result<Option<&[u8]>> {
        let room = (KEPT + 1).saturating_sub(self.bytes.len());
        self.input.by_ref().take(room as u64).read_to_end(&mut self.bytes)?;
        Ok((self.bytes.len() <= KEPT).then_some(&self.bytes))
    }
}

impl<R: Read> Read for Kept<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        // One byte more than is kept tells that it was too large.
        let room = (KEPT + 1).saturating_sub(self.bytes.len());
        self.bytes.extend_from_slice(&buffer[..read.min(room)]);
        Ok(read)
    }
}
