//! A run of the browser inside another terminal, and what it left behind.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// A folder for one run, gone with it.
pub(crate) struct Run {
    folder: PathBuf,
}

impl Run {
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("yixin-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self { folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A shell command that runs the browser, by `wrapper` if there is one, and notes the line discipline before
    /// and after, and how it ended. Then it waits, so that the screen it left can be read.
    pub(crate) fn script(&self, wrapper: &str, options: &str) -> String {
        let (folder, browser) = (self.folder.display(), env!("CARGO_BIN_EXE_yixin"));
        format!(
            "cd {folder}; stty -g >before; {wrapper} {browser} --lang zh-Hans {options}; echo $? >code; stty -g >after; exec sleep 60"
        )
    }

    /// Waits for the browser to end; the terminal must be as it was.
    pub(crate) fn ended_well(&self) {
        wait("the end", || fs::read_to_string(self.path("after")).is_ok_and(|text| text.ends_with('\n')));
        let read = |name| fs::read_to_string(self.path(name)).unwrap();
        assert_eq!(read("code").trim(), "0");
        assert_eq!(read("after"), read("before"), "stty");
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Looks until something holds.
pub(crate) fn wait(what: &str, mut holds: impl FnMut() -> bool) {
    let end = Instant::now() + Duration::from_secs(20);
    while !holds() {
        assert!(Instant::now() < end, "{what} never came");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// What a command prints; it must be there and succeed.
pub(crate) fn output(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    assert!(status.success(), "{command:?}: {}", String::from_utf8_lossy(&stderr));
    String::from_utf8_lossy(&stdout).into_owned()
}
