//! GNU screen, which can count ambiguous characters as one column or two, in a terminal that counts alike.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

use yixin::text::WidthPolicy;

use crate::edges::straight;
use crate::run::Run;
use crate::tmux::Tmux;
use crate::xterm::Xterm;

/// What runs the browser in a screen of its own.
fn wrapper(run: &Run, cjkwidth: &str) -> String {
    let (sockets, rc) = (run.path("sockets"), run.path("rc"));
    fs::create_dir_all(&sockets).unwrap();
    fs::set_permissions(&sockets, Permissions::from_mode(0o700)).unwrap();
    fs::write(&rc, format!("startup_message off\ncjkwidth {cjkwidth}\naltscreen on\nautodetach off\n"))
        .unwrap();
    format!("env SCREENDIR={} screen -U -c {}", sockets.display(), rc.display())
}

#[test]
#[ignore = "needs GNU screen and tmux"]
fn screen_with_narrow_ambiguous_characters() {
    let run = Run::new("screen");
    let tmux = Tmux::new("screen", &run.script(&wrapper(&run, "off"), ""));
    tmux.shows("退出");
    assert!(straight(&tmux.screen(), WidthPolicy::Narrow, "│├┤"), "{}", tmux.screen());
    tmux.keys(&["Tab", "j", "j", "Tab", "PageDown", "L"]);
    tmux.shows("繁體");
    assert!(straight(&tmux.screen(), WidthPolicy::Narrow, "│├┤"), "{}", tmux.screen());
    tmux.keys(&["q"]);
    run.ended_well();
}

#[test]
#[ignore = "needs GNU screen, xterm, Xvfb, xdotool, ImageMagick and a Chinese font"]
fn screen_with_wide_ambiguous_characters() {
    let run = Run::new("screen-wide");
    let xterm = Xterm::new(83, &["-cjk_width"], &run.script(&wrapper(&run, "on"), ""));
    xterm.has_straight_edges();
    xterm.keys(&["Tab", "j", "j"]);
    xterm.has_straight_edges();
    xterm.keys(&["q"]);
    run.ended_well();
}
