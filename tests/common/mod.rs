//! Keys in, screen out: the browser without a terminal, by its own keys, update and view.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "shared by test binaries that each use a part"
)]

use std::sync::{Arc, LazyLock};

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use serde_json::json;
use yixin::app::App;
use yixin::command::print;
use yixin::programme::{self, Language, Origin, Programme};
use yixin::text::WidthPolicy;
use yixin::text::{Glyphs, Medium};
use yixin::ui;

pub const NARROW: Medium = Medium { policy: WidthPolicy::Narrow, glyphs: Glyphs::UNICODE };
pub const WIDE: Medium = Medium { policy: WidthPolicy::Wide, glyphs: Glyphs::ASCII_LINES };
pub const ASCII: Medium = Medium { policy: WidthPolicy::Narrow, glyphs: Glyphs::ASCII };
pub const CONSOLE: Medium = Medium { policy: WidthPolicy::Narrow, glyphs: Glyphs::CONSOLE };

pub const FIXTURE: &str = include_str!("fixture.json");

/// The browser on the fixture, as it opens.
pub fn app(language: Language) -> App {
    static PROGRAMME: LazyLock<Arc<Programme>> = LazyLock::new(|| Arc::new(edited(|_| {})));
    App::new(Arc::clone(&PROGRAMME), language)
}

/// The fixture with a change: ten zones, one of them empty; a region without initiatives; an initiative of two
/// zones; two partners of one place and one of none; a text that is longer than a screen.
pub fn edited(change: impl FnOnce(&mut serde_json::Value)) -> Programme {
    let mut data = serde_json::from_str(FIXTURE).unwrap();
    change(&mut data);
    programme::open(Origin::Bytes(data.to_string().as_bytes()), &|_| true).unwrap()
}

/// The browser on the embedded dataset.
pub fn embedded(language: Language) -> App {
    App::new(programme::embedded().unwrap(), language)
}

/// The fixture as it was: `reading` was missing, `station` said something else, `plain` had a stage; `gone` was there.
/// A region's profile, a partner's kind were others, and there was no partner `idle`.
pub fn before() -> Programme {
    edited(|data| {
        let [initiatives, partners] = ["initiatives", "partners"].map(|list| data[list].take());
        let (mut initiatives, mut partners) = (list(initiatives), list(partners));
        initiatives.retain(|initiative| initiative["id"] != "reading");
        let mut gone = initiatives[0].clone();
        gone["id"] = "gone".into();
        gone["stages"] = json!(["deploy"]);
        gone["title"] = json!({ "zh-Hans": "旧日举措", "zh-Hant": "舊日舉措", "en": "A matter of old" });
        initiatives[0]["summary"]["zh-Hans"] = "人来了，没地方住。".into();
        initiatives[0]["summary"]["zh-Hant"] = "人來了，沒地方住。".into();
        initiatives[0]["summary"]["en"] = "People come, and find nowhere to stay.".into();
        initiatives[1]["stages"] = json!(["deploy"]);
        initiatives.push(gone);
        partners.retain(|partner| partner["id"] != "idle");
        partners[0]["kind"] = "team".into();
        data["initiatives"] = initiatives.into();
        data["partners"] = partners.into();
        data["regions"][2]["profile"]["zh-Hans"] = "从前的概况。".into();
    })
}

fn list(value: serde_json::Value) -> Vec<serde_json::Value> {
    serde_json::from_value(value).unwrap()
}

/// The browser on the fixture, compared with what it was.
pub fn compared(language: Language) -> App {
    static PROGRAMME: LazyLock<Arc<Programme>> =
        LazyLock::new(|| Arc::new(edited(|_| {}).compared(before())));
    App::new(Arc::clone(&PROGRAMME), language)
}

/// The screen after a script of keys.
pub fn press(app: &mut App, size: (u16, u16), keys: &str) -> Buffer {
    press_on(app, &NARROW, size, keys)
}

pub fn press_on(app: &mut App, medium: &Medium, size: (u16, u16), keys: &str) -> Buffer {
    print::screen(app, medium, size, keys).unwrap()
}

/// The lines of the screen after a script of keys, in Simplified Chinese at 80×24.
pub fn screen(keys: &str) -> Vec<String> {
    ui::lines(&press(&mut app(Language::ZhHans), (80, 24), keys))
}

/// Whether a line of the screen holds a text.
pub fn shows(screen: &[String], text: &str) -> bool {
    screen.iter().any(|line| line.contains(text))
}

/// A screen for review: the text, then the style of each cell as a letter, rows without style left out.
pub fn review(buf: &Buffer) -> String {
    let mut text = ui::lines(buf).join("\n");
    text.push_str("\n\nstyles: R reverse, B bold, U underlined, r red, m magenta, b blue\n");
    for y in 0..buf.area.height {
        let row: String = (0..buf.area.width).map(|x| letter(&buf[(x, y)])).collect();
        let row = row.trim_end_matches('.');
        if !row.is_empty() {
            text.push_str(&format!("{y:2} {row}\n"));
        }
    }
    text
}

fn letter(cell: &Cell) -> char {
    match cell.fg {
        _ if cell.modifier.contains(Modifier::REVERSED) => 'R',
        _ if cell.modifier.contains(Modifier::BOLD) => 'B',
        _ if cell.modifier.contains(Modifier::UNDERLINED) => 'U',
        Color::LightRed => 'r',
        Color::LightMagenta => 'm',
        Color::LightBlue => 'b',
        _ => '.',
    }
}
