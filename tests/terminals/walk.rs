//! The same walk through the browser in every terminal. After each step the terminal's own copy of its screen is what
//! `yixin --print` shows of the same keys; what it drew has ink where that has characters, and is what a full repaint
//! draws.

use std::fs;
use std::process::Command;

use encoding_rs::Encoding;
use ratatui::buffer::Buffer;
use yixin::programme::Language;
use yixin::text::WidthPolicy;

use crate::common::{NARROW, WIDE, embedded, press_on};
use crate::picture::Picture;
use crate::run::{MARK, Run, comes_to, printed, wait};

/// What the walk asks of a terminal.
pub(crate) trait Terminal {
    /// Types a script of keys.
    fn press(&self, keys: &str);
    /// The terminal's own copy of its screen: a line a row.
    fn screen(&self) -> String;
    /// Changes its size, in columns and rows.
    fn resize(&self, columns: u16, rows: u16);
    /// The modes that a program may have left on, where it tells them.
    fn modes(&self) -> String {
        String::new()
    }
    /// What it drew on its rows and columns, where it draws.
    fn picture(&self, _size: (u16, u16)) -> Option<Picture> {
        None
    }
}

/// How a terminal counts ambiguous characters, and what it does with the shell's screen.
#[derive(Clone, Copy)]
pub(crate) struct Kind {
    pub(crate) policy: WidthPolicy,
    pub(crate) charset: &'static str,
    /// Whether it has a second screen for programs.
    pub(crate) alternate: bool,
    /// Characters that it draws narrower than it counts them, leaving what was behind them: their rows aren't compared.
    pub(crate) misdrawn: &'static [char],
}

impl Kind {
    pub(crate) const NARROW: Self =
        Self { policy: WidthPolicy::Narrow, charset: "utf-8", alternate: true, misdrawn: &[] };
    pub(crate) const WIDE: Self = Self { policy: WidthPolicy::Wide, ..Self::NARROW };
}

/// What the reader does next.
enum Step {
    Press(&'static str),
    Size(u16, u16),
}

use Step::{Press, Size};

/// Help, the programme, search, panes, zones, the filter's panel, each view, languages, sizes. What comes new takes a
/// line.
const WALK: &[Step] = &[
    Press("?"),
    Press("G"),
    Press("g"),
    Press("jjk"),
    Press("<esc>"),
    Press("i"),
    Press("<pgdn>"),
    Press("<esc>"),
    Press("/xn"),
    Press("<down><down>"),
    Press("<enter>"),
    Press("n"),
    Press("<tab>"),
    Press("<pgdn>"),
    Press("1"),
    Press("2"),
    Press("3"),
    Press("0"),
    Press("f"),
    Press("<down><down> "),
    Press("<esc>"),
    Press("x"),
    Press("v"),
    Press("jjl"),
    Press("v"),
    Press("jl"),
    Press("c"),
    Press("<enter>"),
    Press("<esc>"),
    Press("v"),
    Press("jjjj"),
    Press("z"),
    Press("z"),
    Press("v"),
    Press("L"),
    Press("L"),
    Press("L"),
    Press("?"),
    Size(59, 16),
    Press("<esc>"),
    Size(100, 28),
    Size(80, 24),
];

/// Walks through the browser that awaits Enter in a terminal of 80×24, and out of it.
pub(crate) fn walk(terminal: &impl Terminal, run: &Run, kind: Kind) {
    let (mut size, mut keys) = ((80, 24), String::new());
    shows(terminal, "the shell", MARK);
    let (shell, modes) = (terminal.picture(size), terminal.modes());
    terminal.press("<enter>");
    check(terminal, run, kind, size, &keys);
    for step in WALK {
        match step {
            Press(more) => {
                terminal.press(more);
                keys += more;
            }
            Size(columns, rows) => {
                size = (*columns, *rows);
                terminal.resize(size.0, size.1);
            }
        }
        check(terminal, run, kind, size, &keys);
    }
    terminal.press("q");
    run.ended_with("0");
    let cleared = || !kind.alternate && terminal.screen().trim().is_empty();
    wait("the shell again", || trimmed(&terminal.screen()) == [MARK] || cleared());
    wait("the shell's picture again", || !kind.alternate || terminal.picture(size) == shell);
    assert_eq!(terminal.modes(), modes, "modes");
    if let Some(shell) = shell {
        terminal.press("<enter>");
        let printed = || trimmed(&terminal.screen()).iter().rposition(|row| row == MARK);
        wait("what the shell prints", || printed().is_some_and(|y| y > 0 || !kind.alternate));
        let (now, y) = (terminal.picture(size).unwrap(), printed().unwrap());
        // The text as before, and the cursor below it.
        let rows = (0..2).take(usize::from(size.1) - y);
        rows.for_each(|row| {
            assert!(shell.row(row) == now.row(y + row), "row {row} of what the shell prints")
        });
    }
}

/// The screen must be the model's, be drawn as such, and be the same after all of it was overwritten and repainted.
fn check(terminal: &impl Terminal, run: &Run, kind: Kind, size: (u16, u16), keys: &str) {
    let what = format!("{keys:?} at {}×{}", size.0, size.1);
    let (model, repainted) =
        (self::model(kind, size, keys), self::model(kind, size, &[keys, "<c-l>"].concat()));
    shows(terminal, &what, &model);
    let drawn = terminal.picture(size);
    if let Some(picture) = &drawn {
        let wrong = picture.unlike(&model, kind.policy);
        assert!(wrong.is_empty(), "{what}: drawn otherwise at {wrong:?} in\n{model}");
        let wrong = picture.unlike_styles(&styled(kind, size, keys));
        assert!(wrong.is_empty(), "{what}: in another style at {wrong:?} in\n{model}");
    }
    let spoilt = spoil(run, size);
    shows(terminal, "the overwritten screen", &spoilt);
    let other = |picture: &Option<Picture>| drawn.is_none() || *picture != drawn;
    assert!(other(&terminal.picture(size)), "the picture doesn't see an overwritten screen");
    terminal.press("<c-l>");
    shows(terminal, &format!("{what}, repainted"), &repainted);
    // A notice in the footer goes with the next key.
    let rows = model.lines().zip(repainted.lines()).enumerate();
    let same = rows.filter(|(_, (a, b))| a == b && !a.contains(kind.misdrawn)).map(|(y, _)| y);
    let same: Vec<_> = same.collect();
    let mut other = Vec::new();
    let came = comes_to(|| {
        other = drawn.iter().flat_map(|drawn| drawn.other(&terminal.picture(size).unwrap(), &same)).collect();
        other.is_empty()
    });
    assert!(came, "{what}: a repaint draws otherwise, from (row, column) {:?} on", other.first());
}

/// Overwrites every cell behind the browser's back; what then stands there.
fn spoil(run: &Run, (columns, rows): (u16, u16)) -> String {
    let row = "#".repeat(columns.into());
    let bytes: String = (1..=rows).map(|y| format!("\x1b[{y}H{row}")).collect();
    let tty = fs::read_to_string(run.path("tty")).unwrap();
    fs::write(tty.trim(), format!("\x1b7\x1b[m{bytes}\x1b8")).unwrap();
    vec![row; rows.into()].join("\n")
}

/// What the browser shows after these keys, by itself.
pub(crate) fn model(kind: Kind, (columns, rows): (u16, u16), keys: &str) -> String {
    let ambiguous = if kind.policy == WidthPolicy::Narrow { "narrow" } else { "wide" };
    let mut browser = Command::new(env!("CARGO_BIN_EXE_yixin"));
    browser.args(["--lang", "zh-Hans", "--charset", kind.charset, "--ambiguous", ambiguous, "--keys", keys]);
    browser.args(["--print", &format!("{columns}x{rows}")]).env("TERM", "xterm").env("LC_ALL", "C.UTF-8");
    let charset = Encoding::for_label(kind.charset.as_bytes()).unwrap();
    charset.decode(&printed(&mut browser)).0.into_owned()
}

/// The same with its styles.
fn styled(kind: Kind, size: (u16, u16), keys: &str) -> Buffer {
    let medium = if kind.policy == WidthPolicy::Narrow { &NARROW } else { &WIDE };
    press_on(&mut embedded(Language::ZhHans), medium, size, keys)
}

/// Waits for a screen, or fails with the rows that are otherwise. Blanks at the end of a row or of the screen don't
/// count.
pub(crate) fn shows(terminal: &impl Terminal, what: &str, expected: &str) {
    let (expected, mut shown) = (trimmed(expected), Vec::new());
    let came = comes_to(|| {
        shown = trimmed(&terminal.screen());
        shown == expected
    });
    let empty = String::new();
    let row = |lines: &[String], y: usize| lines.get(y).unwrap_or(&empty).clone();
    let wrong: String = (0..expected.len().max(shown.len()))
        .filter(|y| row(&expected, *y) != row(&shown, *y))
        .map(|y| format!("{y:3} {}\nnot {}\n", row(&shown, y), row(&expected, y)))
        .collect();
    assert!(came, "{what}:\n{wrong}");
}

/// The rows of a screen without the blanks at their ends and the empty rows at the foot.
pub(crate) fn trimmed(screen: &str) -> Vec<String> {
    screen.trim_end().lines().map(|line| line.trim_end().to_owned()).collect()
}
