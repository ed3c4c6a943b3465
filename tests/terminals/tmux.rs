//! tmux, which counts ambiguous characters as one column, and what runs in it.

use std::process::Command;

use crate::key::bytes;
use crate::run::{Run, output};
use crate::walk::{Kind, Terminal, walk};

/// A tmux server of its own, with one window of 80×24.
pub(crate) struct Tmux {
    name: String,
}

impl Tmux {
    pub(crate) fn new(name: &str, script: &str) -> Self {
        let tmux = Self { name: format!("yixin-{name}-{}", std::process::id()) };
        output(
            tmux.command(&["-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", script])
                .env("LANG", "C.UTF-8")
                .env_remove("LC_ALL")
                .env("TERM", "xterm-256color"),
        );
        tmux
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("tmux");
        command.args(["-u", "-L", &self.name]).args(arguments);
        command
    }
}

impl Terminal for Tmux {
    fn press(&self, keys: &str) {
        let bytes = bytes(keys);
        output(self.command(&["send-keys", "-H"]).args(bytes.bytes().map(|byte| format!("{byte:x}"))));
    }

    fn screen(&self) -> String {
        output(&mut self.command(&["capture-pane", "-p"]))
    }

    fn modes(&self) -> String {
        let modes = "#{alternate_on}#{cursor_flag}#{insert_flag}#{keypad_cursor_flag}#{keypad_flag}#{mouse_any_flag}\
                     #{wrap_flag}#{scroll_region_lower}";
        output(&mut self.command(&["display-message", "-p", modes]))
    }

    fn resize(&self, columns: u16, rows: u16) {
        output(&mut self.command(&["resize-window", "-x", &columns.to_string(), "-y", &rows.to_string()]));
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let _ = self.command(&["kill-server"]).output();
    }
}

#[test]
#[ignore = "needs tmux"]
fn tmux_shows_the_model() {
    let run = Run::new("tmux");
    walk(&Tmux::new("plain", &format!("sh {}", run.script("").display())), &run, Kind::NARROW);
}
