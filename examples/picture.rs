//! The README's picture: one screen as SVG. `cargo run --example picture > docs/screen.svg`.
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

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut app = App::new(programme::embedded()?, Language::ZhHans);
    let medium = Medium { policy: WidthPolicy::Narrow, glyphs: Glyphs::UNICODE };
    println!("{}", svg(&print::screen(&mut app, &medium, (100, 28), "<tab>j")?));
    Ok(())
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
        Color::Red => "#ef6b73",
        Color::Magenta => "#d18be0",
        Color::Green => "#8cc570",
        _ => INK,
    };
    let weight = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    format!("fill=\"{ink}\"{weight}")
}
