//! The datasets that a command line names.

use std::path::Path;

use super::Result;
use crate::programme::{Origin, Programme, Progress, open};
use crate::words::Failure;

/// The dataset of a file, of standard input (`-`), or the embedded one.
pub(crate) fn dataset(path: Option<&Path>, progress: Progress<'_>) -> Result<Programme> {
    let origin = match path {
        None => Origin::EMBEDDED,
        Some(path) if is_standard_input(path) => Origin::Input(Box::new(std::io::stdin())),
        Some(path) => Origin::Path(path),
    };
    let name = || path.map_or("yixin".into(), |path| path.display().to_string());
    open(origin, progress).map_err(|refusal| Failure::Dataset { name: name(), refusal })
}

/// Bytes of a file; `None` of what is none, as a pipe.
pub(crate) fn size(path: &Path) -> Option<u64> {
    let known = std::fs::metadata(path).ok()?;
    known.is_file().then_some(known.len())
}

/// Whether a file's name stands for standard input.
pub(crate) fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}
