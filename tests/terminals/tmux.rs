//! tmux, which counts ambiguous characters as one column.

use std::process::Command;

use yixin::text::WidthPolicy;

use crate::edges::straight;
use crate::run::{Run, output, wait};

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

    pub(crate) fn keys(&self, keys: &[&str]) {
        output(self.command(&["send-keys"]).args(keys));
    }

    pub(crate) fn screen(&self) -> String {
        output(&mut self.command(&["capture-pane", "-p"]))
    }

    pub(crate) fn shows(&self, text: &str) {
        wait(text, || self.screen().contains(text));
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let _ = self.command(&["kill-server"]).output();
    }
}

#[test]
#[ignore = "needs tmux"]
fn tmux_shows_straight_edges_and_gets_its_screen_back() {
    let run = Run::new("tmux");
    let tmux = Tmux::new("plain", &run.script("", ""));
    tmux.shows("退出");
    assert!(straight(&tmux.screen(), WidthPolicy::Narrow, "│├┤"), "{}", tmux.screen());
    tmux.keys(&["Tab", "j", "j", "Tab", "PageDown", "L"]);
    tmux.shows("繁體");
    assert!(straight(&tmux.screen(), WidthPolicy::Narrow, "│├┤"), "{}", tmux.screen());
    tmux.keys(&["q"]);
    run.ended_well();
    assert_eq!(tmux.screen().trim(), "");
}

#[test]
#[ignore = "needs tmux"]
fn tmux_scrolls_what_the_browser_scrolls() {
    let run = Run::new("tmux-scroll");
    let tmux = Tmux::new("scroll", &run.script("", ""));
    tmux.shows("退出");
    // Help spans the width: its rows are scrolled by the terminal.
    tmux.keys(&["?", "G", "g", "j", "j", "k"]);
    tmux.shows("帮助");
    let scrolled = tmux.screen();
    tmux.keys(&["C-l"]);
    wait("the same after a full repaint", || tmux.screen() == scrolled);
    tmux.keys(&["?", "q"]);
    run.ended_well();
}
