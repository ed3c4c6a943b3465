//! The place of a reader whose line broke: kept for a day in the user's state folder, for the user alone.

use std::fs::{DirBuilder, File, OpenOptions, read_dir, remove_file, rename};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::{Global, environment, is_standard_input};
use crate::app::Memory;

/// How long a place is kept.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);
/// Bytes beyond which a file is none of ours.
const LONGEST: u64 = 1 << 16;
const PREFIX: &str = "place-";

/// Where the place in a dataset is kept. What goes wrong with it is nobody's concern: the browser opens at its start.
#[derive(Clone, Debug)]
pub(crate) struct Keeper {
    folder: PathBuf,
    file: PathBuf,
}

impl Keeper {
    /// `None` where there is no such folder, or where the dataset comes by standard input and never again.
    pub(crate) fn of(global: &Global) -> Option<Self> {
        let state = environment("XDG_STATE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
        let folder = state.or_else(|| Some(Path::new(&environment("HOME")?).join(".local/state")))?;
        let folder = folder.join("yixin");
        let key = key(global.data.as_deref())?;
        Some(Self { file: folder.join(format!("{PREFIX}{key:016x}.json")), folder })
    }

    /// The place that was kept, which is then kept no more.
    pub(crate) fn recall(&self) -> Option<Memory> {
        let fresh = is_fresh(&self.file);
        let mut text = String::new();
        let read = File::open(&self.file).and_then(|file| file.take(LONGEST).read_to_string(&mut text));
        // Where it can't be taken away, it would come again after q.
        remove_file(&self.file).ok()?;
        read.ok().filter(|_| fresh)?;
        serde_json::from_str(&text).ok()
    }

    /// Keeps a place, and nothing that is older than a day.
    pub(crate) fn keep(&self, memory: &Memory) {
        let _ = self.write(memory);
        let files = read_dir(&self.folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let ours =
            |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PREFIX));
        for old in files.filter(|path| ours(path) && !is_fresh(path)) {
            let _ = remove_file(old);
        }
    }

    fn write(&self, memory: &Memory) -> io::Result<()> {
        DirBuilder::new().recursive(true).mode(0o700).create(&self.folder)?;
        let unfinished = self.folder.join(format!("{PREFIX}{}", std::process::id()));
        let mut file =
            OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
        let written =
            file.write_all(&serde_json::to_vec(memory)?).and_then(|()| rename(&unfinished, &self.file));
        if written.is_err() {
            remove_file(unfinished)?;
        }
        written
    }
}

/// Whether a file was written within a day.
fn is_fresh(path: &Path) -> bool {
    let written = path.metadata().and_then(|known| known.modified());
    written.is_ok_and(|written| SystemTime::now().duration_since(written).is_ok_and(|age| age < KEPT))
}

/// A number that is the same for the same dataset: the embedded one of this version, or a file as it is.
fn key(data: Option<&Path>) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    match data {
        None => env!("CARGO_PKG_VERSION").hash(&mut hasher),
        Some(path) if is_standard_input(path) => return None,
        Some(path) => {
            let known = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
            (path.canonicalize().ok()?, known.len(), known.modified().ok()?).hash(&mut hasher);
        }
    }
    Some(hasher.finish())
}
