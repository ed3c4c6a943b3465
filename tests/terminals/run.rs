//! A run of the browser inside another terminal, and what it left behind.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Output};
use std::time::{Duration, Instant};

/// What stands on the terminal before the browser does.
pub(crate) const MARK: &str = "before the browser";

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

    /// Writes a file, and the folders above it.
    pub(crate) fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    /// A shell script that awaits Enter and runs the browser with these variables. It notes the terminal's name, the
    /// line discipline before and after, and how the browser ended. Then it awaits Enter again, prints the same as
    /// before, and waits, so that what is left can be read.
    pub(crate) fn script(&self, variables: &str) -> PathBuf {
        let (folder, browser) = (self.folder.display(), env!("CARGO_BIN_EXE_yixin"));
        let text = format!(
            "cd {folder}; stty -echo; tty >tty; echo '{MARK}'; read -r _
stty -g >before; env XDG_STATE_HOME={folder} YIXIN_LANG=zh-Hans {variables} {browser}; echo $? >code; stty -g >after; read -r _; echo '{MARK}'; exec sleep 60\n"
        );
        self.file("script", &text)
    }

    /// Waits for the browser to end with this code; the terminal must be as it was.
    pub(crate) fn ended_with(&self, code: &str) {
        wait("the end", || fs::read_to_string(self.path("after")).is_ok_and(|text| text.ends_with('\n')));
        let read = |name| fs::read_to_string(self.path(name)).unwrap();
        assert_eq!(read("code").trim(), code);
        assert_eq!(read("after"), read("before"), "stty");
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A process that ends with its handle.
pub(crate) struct Running(pub(crate) Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Looks until something holds, for some seconds; whether it came to hold.
pub(crate) fn comes_to(mut holds: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + Duration::from_secs(20);
    while !holds() {
        if Instant::now() > end {
            return false;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    true
}

/// Looks until something holds.
pub(crate) fn wait(what: &str, holds: impl FnMut() -> bool) {
    assert!(comes_to(holds), "{what} never came");
}

/// What a command prints; it must be there and succeed.
pub(crate) fn output(command: &mut Command) -> String {
    String::from_utf8_lossy(&printed(command)).into_owned()
}

/// The same in bytes.
pub(crate) fn printed(command: &mut Command) -> Vec<u8> {
    let Output { status, stdout, stderr } = command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    assert!(status.success(), "{command:?}: {}", String::from_utf8_lossy(&stderr));
    stdout
}
