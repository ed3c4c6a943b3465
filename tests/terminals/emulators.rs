//! Terminals with windows of their own, each in black on white, with a Chinese font, and without margins, scroll bars
//! and blinking cursors.

use std::process::Command;

use crate::display::{Copy, Window};
use crate::run::{MARK, Run, output};
use crate::walk::{Kind, Terminal, shows, walk};

const FONT: &str = "WenQuanYi Micro Hei Mono";

/// Made lower and higher again, it has lost its first screen.
const XTERM: Kind = Kind { alternate: false, ..Kind::NARROW };
pub(crate) const XTERM_WIDE: Kind = Kind { policy: Kind::WIDE.policy, misdrawn: &['·'], ..XTERM };

/// The walk in a window; the command runs what is added to it.
fn in_window(name: &str, kind: Kind, copy: Copy, terminal: impl FnOnce(&Run) -> Command) {
    let run = Run::new(name);
    let mut command = terminal(&run);
    let locale = if kind.charset == "gb18030" { "LC_ALL=zh_CN.GB18030" } else { "" };
    command.arg("sh").arg(run.script(locale));
    walk(&Window::new(&run, command, copy), &run, kind);
}

fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

pub(crate) fn xterm(run: &Run, options: &[&str]) -> Command {
    let look = ["-fg", "black", "-bg", "white", "-b", "0", "-bw", "0", "+sb", "-geometry", "80x24+0+0"];
    let resources = format!(
        "-xrm\n*printerCommand: cat >{}\n-xrm\n*printerAutoClose: true\n-xrm\n*printerExtent: true\n-xrm\n*printAttributes: 0\n\
         -xrm\n*VT100.translations: #override <Key>Print: print()",
        run.path("copy").display()
    );
    let resources: Vec<_> = resources.lines().collect();
    command(
        "xterm",
        &[&["-u8", "-fa", "DejaVu Sans Mono", "-fs", "11"], &look[..], &resources, options, &["-e"]].concat(),
    )
}

fn pterm(run: &Run, ambiguous_is_wide: u8) -> Command {
    let session = format!(
        "FontName=client:{FONT} 11\nBoldFontName=\nLineCodePage=UTF-8\nUTF8Override=1\nCJKAmbigWide={ambiguous_is_wide}\n\
         TermWidth=80\nTermHeight=24\nScrollBar=0\nBlinkCur=0\nWindowBorder=0\nShadowBold=0\n\
         Colour0=0,0,0\nColour1=0,0,0\nColour2=255,255,255\nColour3=255,255,255\n"
    );
    run.file("sessions/yixin", &session);
    let mut pterm = command("pterm", &["-load", "yixin", "-geometry", "80x24+0+0", "-e"]);
    pterm.env("PUTTYDIR", run.path(""));
    pterm
}

fn mlterm(run: &Run, options: &[&str]) -> Command {
    run.file(
        ".mlterm/aafont",
        &format!("DEFAULT = {FONT}\nISO10646_UCS4_1 = {FONT}\nISO10646_UCS4_1_FULLWIDTH = {FONT}\n"),
    );
    run.file(".mlterm/main", "click_interval = 1\n");
    let fixed = ["--type=xft", "-A", "-w", "15", "-f", "black", "-b", "white", "--border=0", "--sbmod=none"];
    let mut mlterm =
        command("mlterm", &[&fixed[..], &["-g", "80x24", "--auto=false"], options, &["-e"]].concat());
    mlterm.env("HOME", run.path(""));
    mlterm
}

fn vte(run: &Run, ambiguous: &str) -> Command {
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/terminals/vte.py");
    command("/usr/bin/python3", &[program, run.path("copy").to_str().unwrap(), ambiguous])
}

fn urxvt(run: &Run) -> Command {
    let print = format!("cat >{}", run.path("copy").display());
    // It takes a cell from the font's widest glyph.
    let font = "xft:DejaVu Sans Mono:pixelsize=15,xft:WenQuanYi Micro Hei Mono:pixelsize=15";
    let look = ["-fg", "black", "-bg", "white", "-b", "0", "-bl", "+sb", "-geometry", "80x24+0+0"];
    command("urxvt", &[&["-fn", font, "-print-pipe", &print], &look[..], &["-e"]].concat())
}

fn kitty(run: &Run) -> Command {
    let config = format!(
        "font_family {FONT}\nfont_size 11\nforeground #000000\nbackground #ffffff\nremember_window_size no\n\
         initial_window_width 80c\ninitial_window_height 24c\nwindow_padding_width 0\ncursor_blink_interval 0\n\
         click_interval 0.001\nupdate_check_interval 0\nshell_integration disabled\nlinux_display_server x11\n"
    );
    let config = run.file("kitty.conf", &config);
    command("kitty", &["--config", config.to_str().unwrap()])
}

fn alacritty(run: &Run) -> Command {
    let config = "window:\n  dimensions: {columns: 80, lines: 24}\n  decorations: none\n\
         font:\n  size: 11\n  normal: {family: DejaVu Sans Mono}\n\
         colors:\n  primary: {foreground: '#000000', background: '#ffffff'}\n\
         mouse:\n  double_click: {threshold: 1}\n  triple_click: {threshold: 1}\n";
    let config = run.file("alacritty.yml", config);
    let mut alacritty = command("alacritty", &["--config-file", config.to_str().unwrap(), "-e"]);
    alacritty.env("WINIT_X11_SCALE_FACTOR", "1");
    alacritty
}

#[test]
#[ignore = "needs xterm"]
fn xterm_shows_the_model() {
    in_window("xterm", XTERM, Copy::Printed, |run| xterm(run, &[]));
}

#[test]
#[ignore = "needs xterm"]
fn xterm_with_wide_ambiguous_characters_shows_the_model() {
    in_window("xterm-wide", XTERM_WIDE, Copy::Printed, |run| xterm(run, &["-cjk_width"]));
}

/// As over ssh from a desktop without a locale. It takes bytes of the first screen for C1 controls: strings, guards,
/// scrolling, requests.
#[test]
#[ignore = "needs xterm"]
fn xterm_in_latin_1_shows_english_in_ascii_and_says_that_it_has_no_chinese() {
    for (locale, language, code) in [("en_US.UTF-8", "en", "0"), ("zh_CN.UTF-8", "zh-Hans", "1")] {
        let run = Run::new("xterm-latin-1");
        let mut command = xterm(&run, &["+lc", "+u8"]);
        command.arg("sh").arg(run.script(&format!("LC_ALL={locale} YIXIN_LANG={language}")));
        let window = Window::new(&run, command, Copy::Printed);
        shows(&window, "the shell", MARK);
        window.press("<enter>");
        if language == "en" {
            let mut model = Command::new(env!("CARGO_BIN_EXE_yixin"));
            model.args(["--lang", "en", "--glyphs", "ascii", "--print", "80x24"]);
            shows(&window, "the browser", &output(&mut model));
            window.press("q");
        }
        run.ended_with(code);
        let screen = window.screen();
        assert_eq!(screen.contains("set its charset to UTF-8"), code == "1", "{screen}");
    }
}

#[test]
#[ignore = "needs PuTTY's pterm"]
fn putty_shows_the_model() {
    in_window("pterm", Kind::NARROW, Copy::Selected, |run| pterm(run, 0));
}

#[test]
#[ignore = "needs PuTTY's pterm"]
fn putty_with_wide_ambiguous_characters_shows_the_model() {
    in_window("pterm-wide", Kind::WIDE, Copy::Selected, |run| pterm(run, 1));
}

#[test]
#[ignore = "needs mlterm"]
fn mlterm_shows_the_model() {
    in_window("mlterm", Kind::NARROW, Copy::Selected, |run| mlterm(run, &["-E", "UTF-8"]));
}

#[test]
#[ignore = "needs mlterm"]
fn mlterm_with_wide_ambiguous_characters_shows_the_model() {
    in_window("mlterm-wide", Kind::WIDE, Copy::Selected, |run| mlterm(run, &["-E", "UTF-8", "--ac=2"]));
}

#[test]
#[ignore = "needs mlterm"]
fn mlterm_in_gb18030_shows_the_model() {
    let kind = Kind { charset: "gb18030", ..Kind::WIDE };
    in_window("mlterm-gb18030", kind, Copy::Selected, |run| mlterm(run, &["-E", "GB18030", "-u"]));
}

#[test]
#[ignore = "needs VTE"]
fn vte_shows_the_model() {
    in_window("vte", Kind::NARROW, Copy::Printed, |run| vte(run, "1"));
}

#[test]
#[ignore = "needs VTE"]
fn vte_with_wide_ambiguous_characters_shows_the_model() {
    in_window("vte-wide", Kind::WIDE, Copy::Printed, |run| vte(run, "2"));
}

#[test]
#[ignore = "needs urxvt"]
fn urxvt_shows_the_model() {
    in_window("urxvt", Kind::NARROW, Copy::Printed, urxvt);
}

#[test]
#[ignore = "needs kitty"]
fn kitty_shows_the_model() {
    in_window("kitty", Kind::NARROW, Copy::Selected, kitty);
}

#[test]
#[ignore = "needs alacritty"]
fn alacritty_shows_the_model() {
    in_window("alacritty", Kind::NARROW, Copy::Selected, alacritty);
}
