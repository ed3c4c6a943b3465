//! The mouse: what is under it does what its key does.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

mod common;

use std::collections::{HashMap, HashSet};

use common::{ASCII, NARROW, app, press, press_on, shows};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use yixin::app::{Action, App, View, keymap, update};
use yixin::programme::Language;
use yixin::ui::{self, Laid, Pointer};

/// Screens on each of which every spot is tried.
const SCREENS: [&str; 14] = [
    "",
    "<tab>jj",
    "<tab>j<tab>",
    "<tab>j<tab>G",
    "2",
    "v",
    "vv",
    "V",
    "V<tab>",
    "?",
    "i",
    "/lin",
    "f",
    "<tab>j<tab>z",
];
const SIZES: [(u16, u16); 4] = [(80, 24), (120, 40), (45, 15), (20, 6)];

fn laid(app: &App, (width, height): (u16, u16)) -> Laid {
    ui::lay(app, &NARROW, Rect::new(0, 0, width, height), Laid::default())
}

/// What a click does, wherever it does something, and the first cell where it does.
fn spots(app: &App, size: (u16, u16)) -> HashMap<Action, Position> {
    let laid = laid(app, size);
    let mut spots = HashMap::new();
    for at in Rect::new(0, 0, size.0, size.1).positions() {
        if let Some(action) = laid.action(Pointer::Click, at) {
            spots.entry(action).or_insert(at);
        }
    }
    spots
}

fn at(keys: &str, size: (u16, u16)) -> App {
    let mut app = app(Language::ZhHans);
    press(&mut app, size, keys);
    app
}

fn clicked(mut app: App, size: (u16, u16), action: Action) -> Buffer {
    update(&mut app, action);
    press(&mut app, size, "")
}

/// The keys that do the same as a click, where some do.
fn keys_for(app: &App, action: Action) -> Option<String> {
    Some(match action {
        Action::View(view) if (app.overlay(), app.reading()) == (None, None) => {
            "v".repeat((view as usize + 4 - app.view() as usize) % 4)
        }
        Action::Zone(place) if place > 8 => return None,
        Action::PickHit(place) => "<down>".repeat(place) + "<enter>",
        _ => keymap::binding(app, action)?.keys[0].label().replace("BS", "<bs>"),
    })
}

/// A key's label as a script names it.
fn named(label: &str) -> String {
    let name = match label {
        "Up" | "Down" | "Left" | "Right" | "Enter" | "Esc" | "Tab" | "Space" => label,
        _ => return label.into(),
    };
    format!("<{name}>")
}

#[test]
fn a_click_does_what_its_key_does() {
    let mut tried = 0;
    for keys in SCREENS {
        for size in SIZES {
            for &action in spots(&at(keys, size), size).keys() {
                let Some(same) = keys_for(&at(keys, size), action).map(|label| named(&label)) else {
                    continue;
                };
                let by_key = press(&mut at(keys, size), size, &same);
                let by_click = clicked(at(keys, size), size, action);
                assert_eq!(
                    ui::lines(&by_click),
                    ui::lines(&by_key),
                    "{action:?} is {same:?}: {keys:?} at {size:?}"
                );
                tried += 1;
            }
        }
    }
    assert!(tried > 500, "{tried}");
}

#[test]
fn a_hint_says_the_key_that_its_click_is() {
    for keys in SCREENS {
        let lines = ui::lines(&press_on(&mut at(keys, (120, 40)), &ASCII, (120, 40), ""));
        let app = at(keys, (120, 40));
        let area = Rect::new(0, 0, 120, 40);
        let laid = ui::lay(&app, &ASCII, area, Laid::default());
        for (action, from) in foot(&laid) {
            let Some(binding) = keymap::binding(&app, action) else { continue };
            let behind: String = columns(&lines[39], from.into());
            let label = binding.keys[0].label();
            let said = behind.starts_with(&label) || behind.starts_with(app.words().arrows);
            assert!(said, "{keys:?}: {action:?} at {behind:?}");
        }
    }
}

/// What the hints of the last row do, and where each begins.
fn foot(laid: &Laid) -> Vec<(Action, u16)> {
    let mut hints: Vec<(Action, u16)> = Vec::new();
    for x in 0..120 {
        if let Some(action) = laid.action(Pointer::Click, Position::new(x, 39))
            && hints.last().is_none_or(|last| last.0 != action)
        {
            hints.push((action, x));
        }
    }
    hints
}

/// What stands from a column on.
fn columns(line: &str, from: usize) -> String {
    let start = line.char_indices().find(|(at, _)| NARROW.columns(&line[..*at]) >= from);
    start.map_or("", |(at, _)| &line[at..]).into()
}

#[test]
fn a_click_on_a_row_selects_what_stands_there() {
    for size in SIZES {
        for keys in ["", "<tab>", "1<tab>jjj"] {
            for action in spots(&at(keys, size), size).into_keys() {
                if let Action::Pick(record) = action {
                    let app_before = at(keys, size);
                    let name = app_before.programme().short(record).get(Language::ZhHans).to_owned();
                    let lines = ui::lines(&clicked(at(keys, size), size, action));
                    let start: String = name.chars().take(5).collect();
                    assert!(shows(&lines, &format!("▶{start}")), "{keys:?} {size:?} {name}: {lines:#?}");
                }
            }
        }
    }
}

#[test]
fn a_click_on_a_link_goes_where_its_keys_go() {
    let size = (120, 60);
    let spots = spots(&at("<tab>j<tab>", size), size);
    let links: Vec<_> = (0..9).filter(|&link| spots.contains_key(&Action::PickLink(link))).collect();
    assert_eq!(links.len(), 7);
    for link in links {
        let keys = format!("<tab>j<tab>{}<enter>", "<tab>".repeat(link + 1));
        let clicked = clicked(at("<tab>j<tab>", size), size, Action::PickLink(link));
        assert_eq!(clicked, press(&mut app(Language::ZhHans), size, &keys), "{link}");
    }
}

#[test]
fn a_chip_is_clicked_off() {
    let size = (120, 40);
    let app = at("f <esc>", size);
    let choice = app.filter().choices().next().unwrap();
    let spot = spots(&app, size)[&Action::Toggle(choice)];
    let lines = ui::lines(&press(&mut at("f <esc>", size), size, ""));
    assert!(columns(&lines[1], spot.x.into()).starts_with("[x 医疗]"), "{lines:#?}");
    let lines = ui::lines(&clicked(app, size, Action::Toggle(choice)));
    assert!(lines[1].starts_with("[0 全部 17]") && !lines[1].contains("[x"), "{lines:#?}");
}

#[test]
fn a_click_on_the_header_is_for_what_lies_over_the_panes_too() {
    let size = (120, 40);
    let lines = ui::lines(&clicked(at("/cml", size), size, Action::Zone(2)));
    assert!(shows(&lines, "筛选之外另有 1 条") && !shows(&lines, "曹明亮团队"), "{lines:#?}");
    let lines = ui::lines(&clicked(at("3/cml", size), size, Action::AllZones));
    assert!(shows(&lines, "▶ 柔性引进曹明亮团队"), "{lines:#?}");
    for keys in ["?", "/cml", "f", "z"] {
        let view = Action::View(View::Partners);
        assert_eq!(
            ui::lines(&clicked(at(keys, size), size, view)),
            ui::lines(&press(&mut at("V", size), size, "")),
            "{keys}"
        );
    }
}

#[test]
fn no_click_and_no_wheel_panics() {
    for keys in SCREENS {
        for size in SIZES {
            let area = Rect::new(0, 0, size.0, size.1);
            let laid = laid(&at(keys, size), size);
            for action in spots(&at(keys, size), size).into_keys() {
                clicked(at(keys, size), size, action);
            }
            let turned = |at| [Pointer::WheelUp, Pointer::WheelDown].map(|turn| laid.action(turn, at));
            for action in area.positions().flat_map(turned).flatten().collect::<HashSet<_>>() {
                clicked(at(keys, size), size, action);
            }
        }
    }
}

#[test]
fn the_wheel_scrolls_what_is_under_it_and_a_line_is_nothing_to_click() {
    let mut app = app(Language::ZhHans);
    let mut act = |pointer, x, y| {
        press(&mut app, (80, 24), "");
        let action = laid(&app, (80, 24)).action(pointer, Position::new(x, y));
        action.map(|action| update(&mut app, action));
        ui::lines(&press(&mut app, (80, 24), ""))
    };
    assert!(shows(&act(Pointer::Click, 3, 5), "▶西河市"));
    assert!(shows(&act(Pointer::Click, 40, 4), "举措 2/2"));
    assert!(shows(&act(Pointer::Click, 3, 4), "▶东山市"));
    assert!(shows(&act(Pointer::Click, 40, 4), "举措 2/7"));
    let scrolled = act(Pointer::WheelDown, 40, 15);
    assert!(shows(&scrolled, " 4-15/36 "), "{scrolled:#?}");
    assert!(shows(&act(Pointer::WheelDown, 3, 6), "▶北原州"));
    assert!(shows(&act(Pointer::WheelUp, 3, 6), "▶东山市"));
    // A zone's name, a line and the title are nothing to act on.
    for (x, y) in [(3, 3), (0, 5), (5, 0)] {
        assert!(shows(&act(Pointer::Click, x, y), "▶东山市"), "{x} {y}");
    }
    assert_eq!(app.view(), View::List);
}
