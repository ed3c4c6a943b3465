//! What a user does and sees, in words: keys in, lines out.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

mod common;

use common::{ASCII, CONSOLE, NARROW, WIDE, app, press, screen, shows};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use yixin::app::{App, Focus, Mode, update};
use yixin::programme::{Language, Origin, Programme, open};
use yixin::text::Medium;
use yixin::text::WidthPolicy;
use yixin::ui::{self, Laid, Pointer};

#[test]
fn the_filter_narrows_the_regions_and_keeps_the_selection_where_it_can() {
    let narrowed = screen("2");
    assert!(shows(&narrowed, "▶海西州") && !shows(&narrowed, "西宁市  "), "{narrowed:#?}");
    let kept = screen("jjj2");
    assert!(shows(&kept, "▶海南州"), "{kept:#?}");
    let widened = screen("jjj20");
    assert!(shows(&widened, "▶海南州") && shows(&widened, " 西宁市"), "{widened:#?}");
}

#[test]
fn the_language_switch_keeps_the_selection_and_the_filter() {
    let mut app = app(Language::ZhHans);
    let before = press(&mut app, (80, 24), "3j<tab>jj");
    let selected = (app.filter().clone(), app.region(), app.initiative(), app.focus());
    assert!(shows(&ui::lines(&before), "玉树州 · 举措 3/5"));
    for (language, title) in [("zh-Hant", "玉樹州 · 舉措 3/5"), ("en", "Yushu · Initiatives 3/5")] {
        let after = ui::lines(&press(&mut app, (80, 24), "L"));
        assert!(shows(&after, title), "{language}: {after:#?}");
        assert_eq!((app.filter().clone(), app.region(), app.initiative(), app.focus()), selected);
    }
}

#[test]
fn a_shared_initiative_shows_under_both_regions_and_says_so() {
    for keys in ["<tab>jjjjjjjjjj", "j<tab>j"] {
        let lines = screen(keys);
        assert!(shows(&lines, "▶与兰州签订《人才交流") && shows(&lines, "议》 +1"), "{keys}: {lines:#?}");
        assert!(shows(&lines, "地区：西宁市、海东市"), "{keys}: {lines:#?}");
    }
}

#[test]
fn the_detail_is_the_regions_while_the_regions_have_the_focus() {
    assert!(shows(&screen(""), "行政区划代码") && shows(&screen(""), "定位"));
    assert!(shows(&screen("<tab>"), "→ [用] →") && !shows(&screen("<tab>"), "行政区划代码"));
}

#[test]
fn restored_passages_are_marked_at_the_source() {
    let mut app = app(Language::ZhHans);
    let programme = app.programme().clone();
    let restored = programme.initiative_refs().find(|&i| programme[i].cites.iter().any(|c| c.restored));
    app.open_initiative(restored.unwrap());
    let lines = ui::lines(&press(&mut app, (200, 40), ""));
    assert!(shows(&lines, "¶4（原文此处有损，已校补）"), "{lines:#?}");
}

#[test]
fn escape_only_backs_out() {
    let mut app = app(Language::ZhHans);
    press(&mut app, (80, 24), "<tab><tab>");
    for focus in [Focus::Initiatives, Focus::Regions] {
        press(&mut app, (80, 24), "<esc>");
        assert_eq!((app.focus(), app.mode()), (focus, Mode::List));
    }
    press(&mut app, (80, 24), "?");
    assert_eq!(app.mode(), Mode::Help);
    press(&mut app, (80, 24), "<esc><esc><esc>");
    assert_eq!((app.focus(), app.mode()), (Focus::Regions, Mode::List));
}

#[test]
fn keys_through_an_input_method_work() {
    assert_eq!(screen("ｊ"), screen("j"));
    assert_eq!(screen("？"), screen("?"));
    assert_eq!(screen("２"), screen("2"));
}

#[test]
fn the_detail_scrolls_by_lines_half_pages_and_to_its_ends() {
    let at =
        |keys: &str| ui::lines(&press(&mut app(Language::ZhHans), (80, 16), &format!("<tab>jjj<tab>{keys}")));
    assert!(shows(&at(""), " 1-7/14 "), "{:#?}", at(""));
    let table = [
        ("j", " 2-8/14 "),
        ("<c-d>", " 4-10/14 "),
        ("<pgdn>", " 7-13/14 "),
        ("G", " 8-14/14 "),
        ("Gk", " 7-13/14 "),
    ];
    for (keys, position) in table {
        assert!(shows(&at(keys), position), "{keys}: {:#?}", at(keys));
    }
    assert_eq!(at("Gg"), at(""));
    assert_eq!(at("kk<c-u><pgup>"), at(""));
}

#[test]
fn a_list_keeps_its_selection_in_view_at_any_size() {
    for height in 6..30 {
        for presses in 0..14 {
            let mut app = app(Language::ZhHans);
            let lines = ui::lines(&press(&mut app, (40, height), &format!("<tab>{}", "j".repeat(presses))));
            assert!(shows(&lines, "▶"), "{presses} at 40×{height}: {lines:#?}");
        }
    }
}

#[test]
fn a_resize_in_the_middle_keeps_the_selection() {
    let mut app = app(Language::ZhHans);
    press(&mut app, (120, 40), "jj<tab>jjj<tab>");
    let selected = app.initiative();
    for size in [(20, 6), (1, 1), (80, 24), (50, 20)] {
        press(&mut app, size, "");
        assert_eq!((app.initiative(), app.focus()), (selected, Focus::Page));
    }
}

#[test]
fn where_there_is_no_room_the_screen_says_so() {
    let mut app = app(Language::ZhHans);
    assert!(shows(&ui::lines(&press(&mut app, (24, 5), "")), "窗口太小，至少 20×6"));
}

/// A dataset with an empty zone.
fn with_empty_zone() -> Programme {
    let mut data: serde_json::Value = serde_json::from_str(include_str!("../data/programme.json")).unwrap();
    let mut zone = data["zones"][0].clone();
    zone["id"] = "empty".into();
    data["zones"].as_array_mut().unwrap().insert(0, zone);
    open(Origin::Bytes(data.to_string().as_bytes()), &|_| true).unwrap()
}

#[test]
fn an_empty_zone_says_what_to_press() {
    let mut app = App::new(with_empty_zone(), Language::ZhHans);
    let lines = ui::lines(&press(&mut app, (120, 24), "1"));
    assert!(shows(&lines, "按 0 看"), "{lines:#?}");
    assert_eq!(app.region(), None);
    press(&mut app, (120, 24), "<tab>jkGg<enter><esc>");
    assert!(shows(&ui::lines(&press(&mut app, (120, 24), "0")), "▶西宁市"));
}

#[test]
fn the_mouse_selects_and_scrolls() {
    let area = Rect::new(0, 0, 80, 24);
    let mut app = app(Language::ZhHans);
    let mut act = |pointer, x, y| {
        press(&mut app, (80, 24), "");
        let action =
            ui::lay(&app, &NARROW, area, Laid::default()).action(pointer, Position::new(x, y)).unwrap();
        update(&mut app, action);
        ui::lines(&press(&mut app, (80, 24), ""))
    };
    assert!(shows(&act(Pointer::Click, 3, 5), "▶海东市"));
    assert!(shows(&act(Pointer::Click, 40, 6), "举措 3/6"));
    let scrolled = act(Pointer::WheelDown, 40, 15);
    assert!(shows(&scrolled, " 2-13/13 "), "{scrolled:#?}");
    assert!(shows(&act(Pointer::WheelUp, 3, 6), "▶西宁市"));
    // A zone's name, a line and the header are nothing to act on.
    assert!(shows(&act(Pointer::Click, 3, 3), "▶西宁市"));
    let laid = ui::lay(&app, &NARROW, area, Laid::default());
    let at = |x, y| laid.action(Pointer::Click, Position::new(x, y));
    assert_eq!(at(0, 5), None);
    assert_eq!(at(5, 0), None);
}

#[test]
fn a_kiosk_goes_back_to_its_start_where_another_would_quit() {
    let mut app = app(Language::ZhHans);
    app.kiosk = true;
    let start = ui::lines(&press(&mut app, (80, 24), ""));
    assert_eq!(ui::lines(&press(&mut app, (80, 24), "2j<tab>j?q")).len(), 24);
    assert_eq!(ui::lines(&press(&mut app, (80, 24), "qqq")), start);
    let help = ui::lines(&press(&mut app, (80, 24), "?G"));
    assert!(!shows(&help, "^Z"), "{help:#?}");
}

/// The columns, by the policy, at which a line has a vertical line or a corner.
fn edges(line: &str, medium: &Medium) -> Vec<usize> {
    let mut column = 0;
    let mut edges = Vec::new();
    for c in line.chars() {
        if medium.glyphs.lines.iter().any(|l| *l != " " && *l != medium.glyphs.lines[10] && l.starts_with(c))
        {
            edges.push(column);
        }
        column += medium.policy.columns(c.encode_utf8(&mut [0; 4]));
    }
    edges
}

/// Every row of the panes has lines in the columns of the frame's sides, whatever stands between.
fn check_edges(app: &mut App, medium: &Medium, (width, height): (u16, u16)) {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    let laid = ui::lay(app, medium, buf.area, Laid::default());
    laid.settle(app);
    ui::paint(app, medium, &laid, &mut buf);
    let lines = ui::lines(&buf);
    for line in &lines {
        assert!(medium.policy.columns(line) <= width.into(), "{width}×{height} {line:?}");
    }
    if width < 20 || height < 6 {
        return;
    }
    let head = if height < 10 { 1 } else { 2 };
    let body = &lines[head..lines.len() - 1];
    for line in body {
        let at = edges(line, medium);
        assert_eq!(at.first(), Some(&0), "{width}×{height} {line:?}");
        assert_eq!(at.last(), Some(&(usize::from(width) - 1)), "{width}×{height} {line:?}");
    }
}

/// Nothing panics and every row's edges stand in one column, at every size, in every language and place.
fn sweep(medium: &Medium, heights: impl Iterator<Item = u16>) {
    let places = ["", "<tab>jj", "3j<tab>j<tab>G", "?", "iG"];
    let mut apps: Vec<App> = Language::ALL.iter().map(|&l| app(l)).collect();
    for (turn, height) in heights.enumerate() {
        for width in 1..=200 {
            let at = turn + usize::from(width);
            let app = &mut apps[at % 3];
            print_keys(app, places[at % places.len()]);
            check_edges(app, medium, (width, height));
        }
    }
}

fn print_keys(app: &mut App, keys: &str) {
    app.restart();
    for key in yixin::app::keys::script(keys).unwrap() {
        if let Some(action) = yixin::app::keymap::action(app, key) {
            update(app, action);
        }
    }
}

#[test]
fn edges_stand_in_one_column_narrow() {
    sweep(&NARROW, 1..=60);
}

#[test]
fn edges_stand_in_one_column_wide() {
    sweep(&WIDE, 1..=60);
}

#[test]
fn edges_stand_in_one_column_ascii_and_console() {
    sweep(&ASCII, 1..=30);
    sweep(&CONSOLE, 31..=60);
}

#[test]
fn with_ascii_glyphs_both_policies_draw_the_same_columns() {
    let narrow = ui::lines(
        &yixin::command::print::screen(&mut app(Language::ZhHans), &ASCII, (80, 24), "<tab>").unwrap(),
    );
    for line in narrow {
        assert_eq!(WidthPolicy::Narrow.columns(&line), WidthPolicy::Wide.columns(&line), "{line}");
    }
}
