//! The README's pictures: a screen of a view as SVG. `cargo run --example picture map > docs/map.svg`.
//!
//! Every cluster is placed by its column, so that the picture is aligned in whatever font shows it.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use yixin::app::App;
use yixin::command::print;
use yixin::programme::{self, Language};
use yixin::text::WidthPolicy;
use yixin::text::{Glyphs, Medium};

/// Pixels of a cell.
const CELL: (u16, u16) = (9, 20);
const PAPER: &str = "#1b1d23";
const INK: &str = "#d5d8df";

/// The pictures: the keys that lead to each view, and columns and rows.
pub(crate) const PICTURES: [(&str, &str, (u16, u16)); 3] =
    [("screen", "<tab>j", (100, 28)), ("map", "vj", (80, 24)), ("matrix", "vvll", (80, 24))];

fn main() {
    let asked = std::env::args().nth(1);
    match PICTURES.iter().find(|(name, ..)| asked.as_deref() == Some(name)) {
        Some((name, ..)) => println!("{}", picture(name)),
        None => eprintln!("one of {:?} is wanted", PICTURES.map(|(name, ..)| name)),
    }
}

/// The picture of that name; empty where there is none.
pub(crate) fn picture(name: &str) -> String {
    let medium = Medium { policy: WidthPolicy::Narrow, glyphs: Glyphs::UNICODE };
    let drawn = PICTURES.iter().find(|(known, ..)| *known == name).and_then(|(_, keys, size)| {
        let mut app = App::new(programme::embedded().ok()?, Language::ZhHans);
        print::screen(&mut app, &medium, *size, keys).ok()
    });
    drawn.map_or_else(String::new, |buf| svg(&buf))
}

fn svg(buf: &Buffer) -> String {
    let (width, height) = (buf.area.width * CELL.0, buf.area.height * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-size=\"16\" \
         font-family=\"'Sarasa Mono SC','Noto Sans Mono CJK SC',monospace\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{PAPER}\"/>\n"
    );
    for y in 0..buf.area.height {
        svg += &bars(buf, y);
        svg += &row(buf, y);
    }
    svg + "</svg>"
}

/// The ground of what is in reverse video.
fn bars(buf: &Buffer, y: u16) -> String {
    let columns: Vec<u16> = (0..buf.area.width).filter(|&x| reversed(&buf[(x, y)])).collect();
    let bars = columns.chunk_by(|&a, &b| a + 1 == b).map(|bar| {
        let (x, y, width) = (bar[0] * CELL.0, y * CELL.1, bar.len() * usize::from(CELL.0));
        format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{INK}\"/>\n", CELL.1)
    });
    bars.collect()
}

fn reversed(cell: &Cell) -> bool {
    cell.modifier.contains(Modifier::REVERSED)
}

/// A row's clusters, those of one look in one element.
fn row(buf: &Buffer, y: u16) -> String {
    let drawn = |x: &u16| !matches!(buf[(*x, y)].symbol(), "" | " ");
    let places: Vec<u16> = (0..buf.area.width).filter(drawn).collect();
    let runs = places.chunk_by(|&a, &b| look(&buf[(a, y)]) == look(&buf[(b, y)]));
    runs.map(|run| {
        let at: Vec<_> = run.iter().map(|x| (x * CELL.0).to_string()).collect();
        let text: String = run.iter().map(|&x| buf[(x, y)].symbol()).collect();
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let (at, baseline) = (at.join(" "), y * CELL.1 + 15);
        format!("<text x=\"{at}\" y=\"{baseline}\" {}>{text}</text>\n", look(&buf[(run[0], y)]))
    })
    .collect()
}

fn look(cell: &Cell) -> String {
    let ink = match cell.fg {
        _ if reversed(cell) => PAPER,
        Color::LightRed => "#ef6b73",
        Color::LightMagenta => "#d18be0",
        Color::LightBlue => "#7fa8f5",
        _ => INK,
    };
    let line =
        if cell.modifier.contains(Modifier::UNDERLINED) { " text-decoration=\"underline\"" } else { "" };
    let weight = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    format!("fill=\"{ink}\"{weight}{line}")
}
