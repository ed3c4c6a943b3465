//! xterm under Xvfb with a Chinese font; what it drew is judged by the picture.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::edges::{BODY, EDGES};
use crate::run::{Run, output, wait};

/// A screen without a monitor, and xterm on all of it.
pub(crate) struct Xterm {
    display: String,
    _xterm: Running,
    _server: Running,
}

impl Xterm {
    pub(crate) fn new(number: u32, options: &[&str], script: &str) -> Self {
        let display = format!(":{number}");
        let mut server = Command::new("Xvfb");
        server.args([&display, "-screen", "0", "1000x700x24"]).stderr(Stdio::null());
        let server = Running(server.spawn().expect("Xvfb"));
        let ready = || xdotool(&display, &["getdisplaygeometry"]).output().expect("xdotool").status.success();
        wait("Xvfb", ready);
        let mut xterm = Command::new("xterm");
        xterm
            .args([
                "-u8",
                "-fa",
                "WenQuanYi Micro Hei Mono",
                "-fs",
                "11",
                "-geometry",
                "80x24+0+0",
                "-b",
                "0",
                "+sb",
            ])
            .args(["-bw", "0", "-fg", "black", "-bg", "white"])
            .args(options)
            .args(["-e", "sh", "-c", script])
            .envs([("DISPLAY", display.as_str()), ("LANG", "C.UTF-8")])
            .env_remove("LC_ALL");
        let xterm = Running(xterm.spawn().expect("xterm"));
        Self { display, _xterm: xterm, _server: server }
    }

    pub(crate) fn keys(&self, keys: &[&str]) {
        output(xdotool(&self.display, &["key", "--delay", "30"]).args(keys));
    }

    fn picture(&self) -> Picture {
        let mut import = Command::new("import");
        import.args(["-display", &self.display, "-window", "root", "-depth", "8", "ppm:-"]);
        Picture::new(&import.output().expect("import").stdout)
    }

    /// Waits until it has drawn a screen with straight edges.
    pub(crate) fn has_straight_edges(&self) {
        wait("straight edges", || self.cell().is_some_and(|cell| self.picture().has_straight_edges(cell)));
    }

    /// A cell's width and height in pixels.
    fn cell(&self) -> Option<(usize, usize)> {
        let window = ["search", "--class", "xterm", "getwindowgeometry", "--shell"];
        let found = xdotool(&self.display, &window).output().ok()?;
        let text = String::from_utf8(found.stdout).ok()?;
        let number =
            |name: &str| text.lines().find_map(|line| line.strip_prefix(name)?.parse::<usize>().ok());
        Some((number("WIDTH=")? / 80, number("HEIGHT=")? / 24))
    }
}

fn xdotool(display: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new("xdotool");
    command.env("DISPLAY", display).args(arguments);
    command
}

/// A process that ends with its handle.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Red, green and blue of each pixel.
struct Picture {
    width: usize,
    pixels: Vec<u8>,
}

impl Picture {
    /// From a binary PPM: `P6 width height 255` and the pixels.
    fn new(ppm: &[u8]) -> Self {
        let header: Vec<&[u8]> = ppm.splitn(5, |b| b.is_ascii_whitespace()).collect();
        let width = std::str::from_utf8(header[1]).unwrap().parse().unwrap();
        Self { width, pixels: header[4].to_vec() }
    }

    fn is_ink(&self, x: usize, y: usize) -> bool {
        self.pixels[3 * (y * self.width + x)..][..3].iter().all(|value| *value < 128)
    }

    /// Whether each edge has a column of pixels that is inked halfway down every row of the panes.
    fn has_straight_edges(&self, (width, height): (usize, usize)) -> bool {
        EDGES.into_iter().all(|column| {
            let inked = |x: &usize| BODY.clone().all(|row| self.is_ink(*x, row * height + height / 2));
            (column * width..(column + 1) * width).any(|x| inked(&x))
        })
    }
}

fn in_xterm(number: u32, name: &str, options: &[&str]) {
    let run = Run::new(name);
    let xterm = Xterm::new(number, options, &run.script("", ""));
    wait("the browser", || run.path("before").exists());
    xterm.has_straight_edges();
    xterm.keys(&["Tab", "j", "j", "Tab", "Next"]);
    std::thread::sleep(Duration::from_millis(300));
    xterm.has_straight_edges();
    xterm.keys(&["q"]);
    run.ended_well();
}

#[test]
#[ignore = "needs xterm, Xvfb, xdotool, ImageMagick and a Chinese font"]
fn xterm_draws_straight_edges() {
    in_xterm(81, "xterm", &[]);
}

#[test]
#[ignore = "needs xterm, Xvfb, xdotool, ImageMagick and a Chinese font"]
fn xterm_with_wide_ambiguous_characters_draws_straight_edges() {
    in_xterm(82, "xterm-wide", &["-cjk_width"]);
}
