//! A terminal's window on a screen without a monitor. It is typed to, its own copy of the screen is read, and what it
//! drew is looked at.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::key::{keys, keysym};
use crate::picture::Picture;
use crate::run::{Run, Running, output, wait};
use crate::walk::Terminal;

/// How a terminal gives its own copy of the screen away.
#[derive(Clone, Copy)]
pub(crate) enum Copy {
    /// The key Print writes it to the run's file `copy`.
    Printed,
    /// All of it is selected with the mouse.
    Selected,
}

pub(crate) struct Window {
    copy: Copy,
    printed: PathBuf,
    /// The X server's own memory: a header and the pixels.
    memory: PathBuf,
    tty: PathBuf,
    display: String,
    id: String,
    _terminal: Running,
    _server: Running,
}

/// A window's size in pixels.
type Size = (usize, usize);

impl Window {
    /// Opens a terminal of 80×24 that runs the script of a run.
    pub(crate) fn new(run: &Run, mut terminal: Command, copy: Copy) -> Self {
        let mut server = Command::new("Xvfb");
        server.args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1280x800x24",
            "-nocursor",
            "-nolisten",
            "tcp",
            "-fbdir",
        ]);
        server.arg(run.path("")).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = Running(server.spawn().expect("Xvfb"));
        let mut number = String::new();
        BufReader::new(server.0.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let display = format!(":{}", number.trim());
        terminal.envs([("DISPLAY", &display[..]), ("LANG", "C.UTF-8"), ("LIBGL_ALWAYS_SOFTWARE", "1")]);
        terminal.env_remove("LC_ALL").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let terminal = Running(terminal.spawn().unwrap_or_else(|e| panic!("{terminal:?}: {e}")));
        let (memory, tty) = (run.path("Xvfb_screen0"), run.path("tty"));
        let mut window = Self {
            copy,
            printed: run.path("copy"),
            memory,
            tty,
            display,
            id: String::new(),
            _terminal: terminal,
            _server: server,
        };
        wait("the terminal", || fs::read_to_string(&window.tty).is_ok_and(|tty| tty.ends_with('\n')));
        wait("the window", || {
            let found =
                window.command(&["search", "--onlyvisible", "--name", "."]).output().expect("xdotool");
            window.id = String::from_utf8(found.stdout).unwrap().trim().to_owned();
            !window.id.is_empty()
        });
        window.xdotool(&["windowmove", &window.id, "0", "0", "windowfocus", &window.id]);
        window
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("xdotool");
        command.env("DISPLAY", &self.display).args(arguments);
        command
    }

    fn xdotool(&self, arguments: &[&str]) -> String {
        output(&mut self.command(arguments))
    }

    fn size(&self) -> Size {
        let text = self.xdotool(&["getwindowgeometry", "--shell", &self.id]);
        let number = |name| text.lines().find_map(|line| line.strip_prefix(name)?.parse().ok()).unwrap();
        (number("WIDTH="), number("HEIGHT="))
    }

    /// Columns and rows.
    fn cells(&self) -> (u16, u16) {
        let tty = fs::File::open(fs::read_to_string(&self.tty).unwrap().trim()).unwrap();
        let size = rustix::termios::tcgetwinsize(tty).unwrap();
        (size.ws_col, size.ws_row)
    }

    fn print(&self) -> String {
        let _ = fs::remove_file(&self.printed);
        self.xdotool(&["key", "Print"]);
        wait("the copy", || self.printed.exists());
        // xterm marks the second cells of wide characters.
        fs::read_to_string(&self.printed).unwrap_or_default().replace('\u{ffff}', "")
    }

    fn select(&self) -> String {
        let size = self.size();
        let (right, bottom) = ((size.0 + 20).to_string(), (size.1 - 4).to_string());
        let begin = ["mousemove", "2", "4", "mousedown", "1", "mousemove", "2", "5", "sleep", "0.03"];
        let end = ["mousemove", &right, &bottom, "sleep", "0.03", "mouseup", "1"];
        self.xdotool(&[&begin[..], &end].concat());
        let mut selection = Command::new("xclip");
        selection.args(["-o", "-t", "UTF8_STRING"]).env("DISPLAY", &self.display);
        let text = selection.output().expect("xclip").stdout;
        // A click elsewhere ends the selection, and parts this drag from the next.
        self.xdotool(&["mousemove", "100", "100", "click", "1"]);
        String::from_utf8_lossy(&text).into_owned()
    }

    /// The picture at this moment.
    fn look(&self, columns: usize, rows: usize) -> Picture {
        let (memory, size) = (fs::read(&self.memory).unwrap(), self.size());
        let word = |at: usize| u32::from_be_bytes(memory[4 * at..][..4].try_into().unwrap()) as usize;
        // X Window Dump: the header's size, bytes a row, and colours of 12 bytes between header and pixels.
        let (start, row) = (word(0) + 12 * word(19), word(12));
        let (width, height) = (size.0 / columns, size.1 / rows);
        let (left, top) = (size.0 % columns / 2, size.1 % rows / 2);
        let line =
            |x: usize, y: usize| &memory[start + y * row + 4 * (left + x * width + 1)..][..4 * (width - 2)];
        let cell =
            |x: usize, y: usize| (1..height - 1).flat_map(move |dy| line(x, top + y * height + dy).chunks(4));
        let pixel = |bytes: &[u8]| u32::from_le_bytes(bytes.try_into().unwrap());
        let cells =
            (0..rows).flat_map(|y| (0..columns).map(move |x| cell(x, y).map(pixel).collect())).collect();
        Picture { columns, width: width - 2, cells }
    }
}

impl Terminal for Window {
    fn press(&self, script: &str) {
        let keys: Vec<_> = keys(script).into_iter().map(keysym).collect();
        self.xdotool(&[&["key", "--delay", "20"], &keys[..]].concat());
    }

    fn screen(&self) -> String {
        match self.copy {
            Copy::Printed => self.print(),
            Copy::Selected => self.select(),
        }
    }

    fn resize(&self, columns: u16, rows: u16) {
        let (now, size) = (self.cells(), self.size());
        let side = |pixels: usize, now: u16, new: u16| {
            let (now, new) = (usize::from(now), usize::from(new));
            (pixels % now + pixels / now * new).to_string()
        };
        let (width, height) = (side(size.0, now.0, columns), side(size.1, now.1, rows));
        self.xdotool(&["windowsize", &self.id, &width, &height]);
        wait("the new size", || self.cells() == (columns, rows));
    }

    /// The picture when it has stopped to change.
    fn picture(&self, (columns, rows): (u16, u16)) -> Option<Picture> {
        let look = || self.look(columns.into(), rows.into());
        let mut picture = look();
        wait("a still picture", || {
            std::thread::sleep(Duration::from_millis(80));
            let before = std::mem::replace(&mut picture, look());
            before == picture
        });
        Some(picture)
    }
}
