//! Going along links, through views and filters, and back: keys in, screens out.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

mod common;

use common::{FIXTURE, app, press, screen, shows};
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;
use serde_json::Value;
use yixin::app::{App, Effect, Focus, Mode, View, keymap, keys, update};
use yixin::programme::{Choice, Facet, Language, Record};
use yixin::ui;

const SIZE: (u16, u16) = (120, 40);
/// From the start to the page that has a link of each kind.
const TO_LINKS: &str = "<tab>j<tab>";
/// Where that page's links lead, in its order: kind and name.
const LINKS: [(&str, &str); 7] = [
    ("领域", "算力"),
    ("地区", "东山市"),
    ("合作方", "临江医院"),
    ("合作方所在地", "江州"),
    // What a partner's name says of its place is not said again.
    ("合作方", "江州大学"),
    ("合作方", "海湾公司"),
    ("合作方", "远山队"),
];

/// What stands in reverse video below the panes' titles, row by row.
fn reversed(buf: &Buffer) -> Vec<String> {
    let row = |y| (0..buf.area.width).map(move |x| &buf[(x, y)]);
    let marked = |y| row(y).filter(|c| c.modifier.contains(Modifier::REVERSED)).map(|c| c.symbol()).collect();
    let is_title = |text: &String| text.starts_with(' ');
    (3..buf.area.height).map(marked).filter(|text: &String| !text.is_empty() && !is_title(text)).collect()
}

#[test]
fn tab_walks_the_links_of_a_page_and_leaves_it_after_the_last() {
    for size in [(80, 24), SIZE, (45, 15)] {
        let mut app = app(Language::ZhHans);
        press(&mut app, size, TO_LINKS);
        for (_, name) in LINKS {
            assert_eq!(reversed(&press(&mut app, size, "<tab>")), [name], "{size:?}");
        }
        let last = reversed(&press(&mut app, size, "<s-tab>"));
        assert_eq!((last, app.focus()), (vec!["海湾公司".into()], Focus::Page), "{size:?}");
        press(&mut app, size, "<tab><tab>");
        assert_eq!((app.focus(), app.link()), (Focus::Regions, None), "{size:?}");
        press(&mut app, size, "<s-tab>");
        assert_eq!((app.focus(), app.link()), (Focus::Page, None), "another page, {size:?}");
    }
}

#[test]
fn backtab_goes_to_the_last_link_of_the_page_that_shows() {
    let mut app = app(Language::ZhHans);
    for (keys, name) in [("v<s-tab>", "海湾"), ("<s-tab>", "江州")] {
        assert_eq!(reversed(&press(&mut app, SIZE, keys)).concat(), name);
    }
}

#[test]
fn enter_follows_a_link_and_backspace_brings_back_the_very_screen() {
    for (place, (kind, name)) in LINKS.into_iter().enumerate() {
        let mut app = app(Language::ZhHans);
        let before = press(&mut app, SIZE, &[TO_LINKS, &"<tab>".repeat(place + 1)].concat());
        let there = ui::lines(&press(&mut app, SIZE, "<enter>"));
        let record = app.shown().unwrap();
        assert_eq!(app.programme().name(record).get(Language::ZhHans), name);
        assert_eq!(app.words().kind(record.kind()), kind);
        let page = there.iter().position(|line| line.contains(&format!(" {kind} "))).unwrap();
        assert!(shows(&there[page..], name), "{kind} {name}: {there:#?}");
        assert_eq!(press(&mut app, SIZE, "<bs>"), before, "{kind} {name}");
    }
}

#[test]
fn a_zone_is_reached_from_the_programmes_page() {
    let mut app = app(Language::ZhHans);
    let lines = ui::lines(&press(&mut app, SIZE, "i<tab><tab><enter>"));
    assert!(matches!(app.reading(), Some(Record::Zone(_))) && shows(&lines, "空白区的定位。"), "{lines:#?}");
}

#[test]
fn going_back_restores_view_selection_scroll_and_filter_through_many_steps() {
    // What is done at a place, and how it is left.
    let round = [
        ("3j", "v"),
        ("k", "v"),
        ("", "v"),
        ("", "v"),
        ("0jj<tab>", "i"),
        ("jj", "<tab><enter>"),
        ("j", "<tab><enter>"),
        ("g1<tab>j<tab>jjj<tab>", "<enter>"),
        ("j<tab>", "<enter>"),
    ];
    for size in [(80, 24), SIZE] {
        let mut app = app(Language::ZhHans);
        let mut left = Vec::new();
        for (step, (stay, leave)) in round.into_iter().cycle().take(63).enumerate() {
            let before = press(&mut app, size, stay);
            let place = (app.view(), app.filter().clone(), app.windows().page.offset);
            left.push((before, place));
            let after = press(&mut app, size, leave);
            assert_ne!(ui::lines(&after), ui::lines(&left[step].0), "step {step}: {stay:?} {leave:?}");
        }
        for (step, (screen, place)) in left.iter().enumerate().rev() {
            let back = press(&mut app, size, "<bs>");
            assert_eq!(ui::lines(&back), ui::lines(screen), "step {step} at {size:?}");
            assert_eq!(&(app.view(), app.filter().clone(), app.windows().page.offset), place, "step {step}");
        }
        let start = press(&mut app, size, "");
        assert_eq!(press(&mut app, size, "<bs>"), start);
    }
}

#[test]
fn the_programmes_page_is_left_to_where_it_was_opened() {
    for keys in ["", "jj<tab>j", "<tab>j<tab>jj", "v", "V<tab>"] {
        for back in ["i", "<esc>", "<bs>"] {
            assert_eq!(screen(&format!("{keys}i{back}")), screen(keys), "{keys:?} i {back}");
        }
    }
}

#[test]
fn the_reader_opens_from_hits_and_partners_and_speaks_the_language_of_the_screen() {
    for (keys, texts) in [
        ("/cml<enter>z", ["柔性引进曹明亮团队", "柔性引進曹明亮團隊", "Bring in Cao Mingliang"]),
        ("<tab>j<tab><tab><tab><tab><enter>z", ["临江医院", "臨江醫院", "Linjiang Hospital"]),
        ("iz", ["十区人才计划", "十區人才計劃", "Ten Zones Talent Plan"]),
    ] {
        let mut app = app(Language::ZhHans);
        press(&mut app, SIZE, keys);
        for text in texts {
            let lines = ui::lines(&press(&mut app, SIZE, ""));
            assert_eq!(app.mode(), Mode::Reader, "{keys}");
            assert!(lines[2].starts_with(text), "{keys} {text}: {lines:#?}");
            press(&mut app, SIZE, "L");
        }
        press(&mut app, SIZE, "q");
        assert_ne!(app.mode(), Mode::Reader, "{keys}");
    }
}

/// The short names of a zone's regions, by the fixture's own words.
fn regions_of(zone: Option<usize>) -> Vec<String> {
    let data: Value = serde_json::from_str(FIXTURE).unwrap();
    let regions = data["regions"].as_array().unwrap().iter();
    regions
        .filter(|region| zone.is_none_or(|zone| region["zone"] == data["zones"][zone]["id"]))
        .map(|region| region["short"]["zh-Hans"].as_str().unwrap().into())
        .collect()
}

#[test]
fn each_number_shows_its_zone_and_x_shows_all() {
    let (all, none) = (regions_of(None), "按 0 看");
    for key in 0..=9usize {
        let lines = ui::lines(&press(&mut app(Language::ZhHans), (80, 40), &format!("3{key}")));
        let expected = regions_of(key.checked_sub(1));
        let shown: Vec<_> = all.iter().filter(|name| shows(&lines[3..], name)).cloned().collect();
        assert_eq!(shown, expected, "{key}: {lines:#?}");
        assert_eq!(shows(&lines, none), expected.is_empty(), "{key}: {lines:#?}");
        let tab = lines[1].split_once('[').unwrap().1;
        assert!(tab.starts_with(&key.to_string()), "{key}: {lines:#?}");
        let cleared = ui::lines(&press(&mut app(Language::ZhHans), (80, 40), &format!("3{key}x")));
        assert!(key == 0 || cleared[1].starts_with('['), "{key}: {cleared:#?}");
    }
    // Of every facet, not of zones alone.
    let (chosen, cleared) = (screen("1f <esc>"), screen("1f <esc>x"));
    assert!(chosen[1].contains("[1:3] ") && chosen[1].contains("[x 医疗]"), "{chosen:#?}");
    assert!(cleared[1].starts_with("[0:17]") && !cleared[1].contains("[x"), "{cleared:#?}");
}

#[test]
fn escape_never_quits_and_never_opens_anything() {
    for keys in [
        "",
        "<tab>j<tab><tab>",
        "2<tab>",
        "iz",
        "?",
        "/xh",
        "/xh<enter>",
        "f",
        "v<enter>",
        "vv<enter>",
        "Vj<tab>",
    ] {
        let mut app = app(Language::ZhHans);
        press(&mut app, (80, 24), keys);
        let view = app.view();
        let escape = keys::script("<esc>").unwrap()[0];
        for _ in 0..12 {
            if let Some(action) = keymap::action(&app, escape) {
                assert_eq!(update(&mut app, action), Effect::None, "{keys}");
            }
            press(&mut app, (80, 24), "");
        }
        let modes = [Mode::List, Mode::Map, Mode::Matrix, Mode::Partners];
        assert!(modes.contains(&app.mode()) && app.focus() == app.view().panes()[0], "{keys}: {view:?}");
        let still = press(&mut app, (80, 24), "");
        assert_eq!(press(&mut app, (80, 24), "<esc><esc>"), still, "{keys}");
    }
}

/// A kiosk that opens elsewhere than the browser does.
fn kiosk() -> App {
    let mut app = app(Language::ZhHant);
    app.kiosk = true;
    let zone = app.programme().choices(Facet::Zone)[2];
    assert!(matches!(zone, Choice::Zone(_)));
    app.narrow([zone].into_iter().collect());
    app.set_mouse(true);
    press(&mut app, SIZE, "v");
    app.begin();
    app
}

#[test]
fn a_kiosks_q_is_exactly_the_first_screen() {
    for keys in
        ["", "L", "m", "w", "x", "1", "VV", "i", "<tab>j", "f ", "/nanhu<enter>", "iLmwz", "j?", "v<bs>"]
    {
        let mut app = kiosk();
        let first = press(&mut app, SIZE, "");
        press(&mut app, SIZE, keys);
        // What lies over the panes is left by a q of its own.
        let quit = if app.overlay().is_some() { "qq" } else { "q" };
        let last = press(&mut app, SIZE, quit);
        assert_eq!(ui::lines(&last), ui::lines(&first), "{keys}");
        assert_eq!(last, first, "{keys}");
        assert!(app.mouse() && app.view() == View::Map && app.language() == Language::ZhHant, "{keys}");
        assert_eq!(app.width(), kiosk().width(), "{keys}");
        assert_eq!(press(&mut app, SIZE, "<bs>n"), first, "nothing is left of the visitor: {keys}");
    }
}
