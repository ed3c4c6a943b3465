//! GNU screen, which can count ambiguous characters as one column or two, in a terminal that counts alike, and has an
//! alternate screen only where it is told to.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

use crate::display::{Copy, Window};
use crate::emulators::{XTERM_WIDE, xterm};
use crate::run::Run;
use crate::tmux::Tmux;
use crate::walk::{Kind, walk};

/// The command that runs a run's script in a screen of its own.
fn screen(run: &Run, settings: &str) -> String {
    let sockets = run.path("sockets");
    fs::create_dir_all(&sockets).unwrap();
    fs::set_permissions(&sockets, Permissions::from_mode(0o700)).unwrap();
    let rc = run.file("rc", &format!("startup_message off\nautodetach off\n{settings}\n"));
    let (sockets, rc, script) = (sockets.display(), rc.display(), run.script(""));
    format!("env SCREENDIR={sockets} screen -U -c {rc} sh {}", script.display())
}

fn in_tmux(name: &str, settings: &str, kind: Kind) {
    let run = Run::new(name);
    walk(&Tmux::new(name, &screen(&run, settings)), &run, kind);
}

#[test]
#[ignore = "needs GNU screen and tmux"]
fn screen_shows_the_model() {
    in_tmux("screen", "altscreen on", Kind::NARROW);
}

#[test]
#[ignore = "needs GNU screen and tmux"]
fn screen_without_an_alternate_screen_is_left_clean() {
    in_tmux("screen-single", "altscreen off", Kind { alternate: false, ..Kind::NARROW });
}

#[test]
#[ignore = "needs GNU screen and xterm"]
fn screen_with_wide_ambiguous_characters_shows_the_model() {
    let run = Run::new("screen-wide");
    let mut xterm = xterm(&run, &["-cjk_width"]);
    xterm.args(["sh", "-c", &screen(&run, "altscreen on\ncjkwidth on")]);
    walk(&Window::new(&run, xterm, Copy::Printed), &run, XTERM_WIDE);
}
