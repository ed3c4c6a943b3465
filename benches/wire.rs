//! Bytes a key: this painter, ratatui's stock backend, and a practical floor, over one session of the browser.
//!
//! `cargo bench --bench wire`; `-- --keys` lists every key.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Terminal;
use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::{self, Buffer};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use yixin::app::{App, keymap, keys, update};
use yixin::programme::{Language, embedded};
use yixin::terminal::{Capability, Cursor, Overrides, Painter};
use yixin::text::WidthPolicy;
use yixin::text::{Glyphs, Medium};
use yixin::ui::{self, Laid};

/// What is done, and the keys that do it.
const SESSION: [(&str, &str); 7] = [
    ("first frame", ""),
    ("down the regions", "jjjjjjjkkkkkkk"),
    ("down the initiatives", "<tab>jjjjjjjjjjjj"),
    ("switch the filter", "1230"),
    ("help, open and closed", "?jj<esc>"),
    ("scroll the detail", "<tab><tab>jjjj<pgdn><pgup>"),
    ("switch the language", "LLL"),
];

/// The same in the other views, apart, so that the total above stays what it was.
const VIEWS: [(&str, &str); 7] = [
    ("open the map", "v"),
    ("over the map", "jjhkllkjhk"),
    ("open the matrix", "v"),
    ("over the matrix", "jjjlllkkhhccc"),
    ("open the partners", "v"),
    ("down the partners", "jjjjjjjjjjjjkkkkkkkk"),
    ("filter, and clear it", "f<space>j<space><esc>x"),
];

/// Runs of the session; the machine may be busy with something else.
const RUNS: usize = 30;

/// Totals over a part of the session.
#[derive(Clone, Copy, Default)]
struct Cost {
    keys: usize,
    ours: usize,
    stock: usize,
    floor: usize,
    /// Update, view, diff and encode.
    key_time: Duration,
    /// Diff and encode alone.
    paint_time: Duration,
}

impl Cost {
    fn add(&mut self, other: Self) {
        self.keys += other.keys;
        self.ours += other.ours;
        self.stock += other.stock;
        self.floor += other.floor;
        self.key_time += other.key_time;
        self.paint_time += other.paint_time;
    }

    fn row(&self, name: &str) {
        let a_key = |n: usize| n as f64 / self.keys as f64;
        let micros = |t: Duration| t.as_secs_f64() * 1e6 / self.keys as f64;
        println!(
            "| {name} | {} | {:.0} | {:.0} | {:.0} | {:.2} | {:.2} | {:.0} | {:.0} |",
            self.keys,
            a_key(self.ours),
            a_key(self.stock),
            a_key(self.floor),
            self.ours as f64 / self.floor as f64,
            self.ours as f64 / self.stock as f64,
            micros(self.key_time),
            micros(self.paint_time),
        );
    }
}

/// The browser, drawn on both backends at once.
struct Bench {
    app: App,
    laid: Laid,
    medium: Medium,
    ours: Terminal<Painter<Vec<u8>>>,
    stock: Terminal<CrosstermBackend<Count>>,
    stock_bytes: Count,
    shown: Buffer,
}

/// Counts what is written to it.
#[derive(Clone, Default)]
struct Count(Rc<Cell<usize>>);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Bench {
    fn new(columns: u16, rows: u16) -> Self {
        let area = Rect::new(0, 0, columns, rows);
        let env = |name: &str| (name == "TERM").then(|| "xterm-256color".to_owned());
        let capability = Capability::detect(&env, &Overrides::default());
        let stock_bytes = Count::default();
        let fixed = ratatui::TerminalOptions { viewport: ratatui::Viewport::Fixed(area) };
        Self {
            app: App::new(embedded().unwrap(), Language::ZhHans),
            laid: Laid::default(),
            medium: Medium { policy: WidthPolicy::Narrow, glyphs: Glyphs::UNICODE },
            ours: Terminal::new(Painter::new(Vec::new(), columns, rows, &capability)).unwrap(),
            stock: Terminal::with_options(CrosstermBackend::new(stock_bytes.clone()), fixed).unwrap(),
            stock_bytes,
            shown: Buffer::empty(area),
        }
    }

    fn press(&mut self, key: Option<KeyEvent>) -> Cost {
        let begin = Instant::now();
        if let Some(action) = key.and_then(|key| keymap::action(&self.app, key)) {
            update(&mut self.app, action);
        }
        let mut frame = Buffer::empty(self.shown.area);
        self.laid = ui::lay(&self.app, &self.medium, frame.area, std::mem::take(&mut self.laid));
        self.laid.settle(&mut self.app);
        ui::paint(&self.app, &self.medium, &self.laid, &mut frame);
        let painting = Instant::now();
        self.ours.get_frame().buffer_mut().content.clone_from(&frame.content);
        self.ours.flush().unwrap();
        self.ours.swap_buffers();
        let cursor = self.laid.cursor().map(|position| Cursor { position, visible: false });
        self.ours.backend_mut().place(cursor);
        self.ours.backend_mut().flush().unwrap();
        let (key_time, paint_time) = (begin.elapsed(), painting.elapsed());
        self.stock.draw(|f| f.buffer_mut().content.clone_from(&frame.content)).unwrap();
        let cost = Cost {
            keys: 1,
            ours: std::mem::take(self.ours.backend_mut().get_mut()).len(),
            stock: self.stock_bytes.0.take(),
            floor: floor(&self.shown, &frame),
            key_time,
            paint_time,
        };
        self.shown = frame;
        cost
    }
}

fn parts() -> impl Iterator<Item = (&'static str, &'static str)> {
    SESSION.into_iter().chain(VIEWS)
}

/// One run of the session: the first frame, then every key by the part that it belongs to.
fn run(columns: u16, rows: u16) -> Vec<(usize, KeyCode, Cost)> {
    let mut bench = Bench::new(columns, rows);
    let mut costs = vec![(0, KeyCode::Null, bench.press(None))];
    for (part, (_, script)) in parts().enumerate().skip(1) {
        let keys = keys::script(script).unwrap();
        costs.extend(keys.into_iter().map(|key| (part, key.code, bench.press(Some(key)))));
    }
    costs
}

/// The same over many runs, each key with its shortest time.
fn best(columns: u16, rows: u16) -> Vec<(usize, KeyCode, Cost)> {
    let mut best = run(columns, rows);
    for _ in 1..RUNS {
        for ((_, _, best), (_, _, again)) in best.iter_mut().zip(run(columns, rows)) {
            best.key_time = best.key_time.min(again.key_time);
            best.paint_time = best.paint_time.min(again.paint_time);
        }
    }
    best
}

fn main() {
    let each_key = std::env::args().any(|a| a == "--keys");
    for (columns, rows) in [(80, 24), (120, 40)] {
        println!("\n{columns}×{rows}\n");
        println!(
            "| session | keys | bytes a key | stock | floor | ÷ floor | ÷ stock | µs a key | of it painting |"
        );
        println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        let costs = best(columns, rows);
        let mut all = Cost::default();
        for (part, (name, _)) in parts().enumerate() {
            let mut sum = Cost::default();
            for (_, key, cost) in costs.iter().filter(|(of, _, _)| *of == part) {
                if each_key {
                    cost.row(&format!("{key:?}"));
                }
                sum.add(*cost);
            }
            sum.row(name);
            if part > 0 {
                all.add(sum);
            }
            if part + 1 == SESSION.len() {
                all.row("**all keys**");
                all = Cost::default();
            }
        }
        all.row("**all keys of the other views**");
    }
}

/// A practical floor for a change: the text of the changed cells; 5 bytes to reach a row's first change; from one
/// change to the next the text between or 4 for a move, whichever is less; a stretch of blanks at most 8 (ECH and
/// a move), a blank tail 3 (EL). Colours cost nothing; scrolling may go below it.
fn floor(before: &Buffer, after: &Buffer) -> usize {
    let width = usize::from(after.area.width);
    let rows = before.content.chunks(width).zip(after.content.chunks(width));
    rows.map(|(before, after)| row_floor(before, after)).sum()
}

fn row_floor(before: &[buffer::Cell], after: &[buffer::Cell]) -> usize {
    let differs = |x: &usize| {
        let look = |c: &buffer::Cell| (c.symbol().to_owned(), c.fg, c.bg, c.modifier);
        look(&before[*x]) != look(&after[*x])
    };
    let blank = |x: usize| {
        let cell = &after[x];
        cell.symbol() == " " && cell.bg == Color::Reset && !cell.modifier.contains(Modifier::REVERSED)
    };
    let size = |from: usize, to: usize| (from..to).map(|x| after[x].symbol().len()).sum::<usize>();
    let tail = (0..after.len()).rfind(|x| !blank(*x)).map_or(0, |x| x + 1);
    let changed: Vec<usize> = (0..after.len()).filter(differs).collect();
    let Some(&end) = changed.last() else { return 0 };
    let mut total = 5;
    let mut last: Option<usize> = None;
    for &x in changed.iter().filter(|x| **x < tail) {
        if last.is_some_and(|last| x <= last) {
            continue;
        }
        if let Some(last) = last {
            total += size(last + 1, x).min(4);
        }
        let stretch = (x..tail).take_while(|&x| blank(x) && differs(&x)).count().max(1);
        total += if stretch > 1 { size(x, x + stretch).min(8) } else { size(x, x + 1) };
        last = Some(x + stretch - 1);
    }
    if end >= tail {
        let first = changed.iter().copied().find(|x| *x >= tail).unwrap_or(end);
        total += 3.min(end - first + 1);
    }
    total
}
