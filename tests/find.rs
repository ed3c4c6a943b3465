//! Searching in the browser: keys in, lines out.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

mod common;

use std::collections::BTreeSet;
use std::sync::Arc;

use common::{NARROW, WIDE, app, edited, embedded, press, screen, shows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use serde_json::{Value, json};
use yixin::app::update::{paste, take_index};
use yixin::app::{App, Focus, Mode};
use yixin::programme::Language;
use yixin::search::Index;
use yixin::ui::{self, Laid};

/// What a search marked on a screen, line by line: bold and underlined.
fn marked(buf: &Buffer) -> Vec<String> {
    let row = |y| (0..buf.area.width).map(move |x| (x, y));
    let marked = |y| {
        row(y)
            .filter(|&at| buf[at].modifier.contains(Modifier::UNDERLINED | Modifier::BOLD))
            .map(|at| buf[at].symbol())
            .collect()
    };
    (0..buf.area.height).map(marked).filter(|line: &String| !line.is_empty()).collect()
}

#[test]
fn hits_come_with_each_key_the_best_selected() {
    for keys in ["/xh", "/xihe", "/西河", "/Xihe", "/xi'he"] {
        assert!(shows(&screen(keys), "▶西河市"), "{keys}: {:#?}", screen(keys));
    }
    for keys in ["/cml", "/caomingliang", "/团隊", "/曹明亮"] {
        assert!(shows(&screen(keys), "▶ 柔性引进曹明亮团队"), "{keys}: {:#?}", screen(keys));
    }
}

#[test]
fn enter_goes_to_the_hit_and_n_walks_on() {
    let lines = screen("/linjiang<down><enter>");
    assert!(shows(&lines, "东山市 · 举措 6/7") && shows(&lines, " 2/7 "), "{lines:#?}");
    let walked = screen("/linjiang<down><enter>n");
    assert!(shows(&walked, " 3/7 "), "{walked:#?}");
    assert!(shows(&screen("/linjiang<enter>nnnnnnn"), " 1/7 "));
    assert!(shows(&screen("/linjiang<enter>N"), " 7/7 "));
    assert_eq!(screen("n"), screen(""));
}

#[test]
fn escape_returns_to_where_one_was() {
    assert_eq!(screen("j<tab>j/xh<down><esc>"), screen("j<tab>j"));
    assert_eq!(screen("3/cml<c-c>"), screen("3"));
}

#[test]
fn hits_that_the_filter_hides_are_counted_and_one_key_takes_it_off() {
    let hidden = screen("3/cml");
    assert!(shows(&hidden, "筛选之外另有 1 条") && !shows(&hidden, "曹明亮团队"), "{hidden:#?}");
    let lines = screen("3/cml<c-x><enter>");
    assert!(shows(&lines, "▶柔性引进曹明亮团队") && shows(&lines, "[0:17]"), "{lines:#?}");
    assert!(shows(&screen("1/cml<enter>"), "[1:9]"));
}

#[test]
fn a_filter_finds_what_many_better_hits_would_hide() {
    let programme = edited(|data| {
        let initiatives = data["initiatives"].as_array_mut().unwrap();
        let mut other = initiatives[0].clone();
        other["regions"] = json!(["nanhu"]);
        for n in 0..1500 {
            let mut initiative = initiatives[0].clone();
            initiative["id"] = format!("more-{n}").into();
            initiatives.push(initiative);
        }
        other["id"] = "last".into();
        initiatives.push(other);
    });
    let mut app = App::new(Arc::new(programme), Language::ZhHans);
    let index = Index::build(app.programme());
    take_index(&mut app, index);
    let title = app.programme().initiatives[0].title.get(Language::ZhHans).to_owned();
    press(&mut app, (80, 24), "3/");
    paste(&mut app, &title);
    assert!(!app.finder().hits.is_empty() && app.finder().hidden >= 1000);
}

#[test]
fn the_match_is_marked_where_it_stands_however_it_was_typed() {
    for keys in ["/caoml", "/cml", "/曹明亮", "/caomingliang"] {
        let found = marked(&press(&mut app(Language::ZhHans), (80, 24), keys));
        assert!(found.iter().all(|line| line == "曹明亮") && !found.is_empty(), "{keys}: {found:?}");
        let there = marked(&press(&mut app(Language::ZhHans), (80, 24), &format!("{keys}<enter>")));
        assert!(there.len() > 1 && there.iter().all(|line| line.contains("曹明亮")), "{keys}: {there:?}");
    }
    let traditional = marked(&press(&mut app(Language::ZhHant), (80, 24), "/东山<enter>"));
    assert!(traditional.iter().any(|line| line.contains("東山")), "{traditional:?}");
    let gone = marked(&press(&mut app(Language::ZhHans), (80, 24), "/cml<enter><esc><esc>"));
    assert!(gone.is_empty(), "{gone:?}");
}

#[test]
fn what_matched_elsewhere_is_shown_with_its_field() {
    let lines = screen("/suer");
    assert!(shows(&lines, "人物：苏二"), "{lines:#?}");
}

#[test]
fn a_hit_of_a_region_whose_name_is_shown_without_the_match_says_what_matched() {
    for keys in ["/xn", "/西宁"] {
        let shown = press(&mut embedded(Language::En), (100, 24), keys);
        let found = marked(&shown);
        assert!(found.len() > 3 && found.iter().all(|line| line.contains("西宁")), "{keys}: {found:?}");
    }
}

#[test]
fn where_nothing_is_found_the_nearest_is_offered() {
    let lines = screen("/dongsahn");
    assert!(shows(&lines, "没有找到 dongsahn") && shows(&lines, "东山市 (Enter)"), "{lines:#?}");
    assert!(shows(&screen("/dongsahn<enter>"), "▶东山市"));
}

/// What to type for each text of the dataset in a language: some of it, from a character on.
fn parts(language: &str, from: usize) -> BTreeSet<String> {
    fn collect(value: &Value, language: &str, from: usize, out: &mut BTreeSet<String>) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| collect(value, language, from, out)),
            Value::Object(entries) => match entries.get(language) {
                Some(text) => _ = out.insert(text.as_str().unwrap().chars().skip(from).take(12).collect()),
                None => entries.values().for_each(|value| collect(value, language, from, out)),
            },
            _ => {}
        }
    }
    let data: Value = serde_json::from_str(include_str!("../data/programme.json")).unwrap();
    let mut out = BTreeSet::new();
    for list in ["programme", "zones", "regions", "topics", "partners", "initiatives"] {
        collect(&data[list], language, from, &mut out);
    }
    // What is shorter has nothing there.
    out.retain(|text| !text.trim().is_empty());
    out
}

#[test]
fn what_was_found_is_in_sight_at_every_size() {
    use Language::{En, ZhHans, ZhHant};
    let in_sight = |language: Language, typed: &str, size: (u16, u16), keys: &str| {
        let mut unseen = Vec::new();
        // Where one line is all that can tell, the middle of a text has to be in it.
        for text in parts(typed, if size.0 < 40 { 20 } else { 0 }) {
            let mut app = embedded(language);
            press(&mut app, size, &[keys, "/"].concat());
            paste(&mut app, &text);
            if app.finder().hits.is_empty() && app.finder().hidden > 0 {
                continue;
            }
            let mut screen = press(&mut app, size, "<enter>");
            for walked in 0..12 {
                if marked(&screen).is_empty() {
                    unseen.push(format!("{text} + {walked}n: {:#?}", ui::lines(&screen)));
                    break;
                }
                screen = press(&mut app, size, "n");
            }
        }
        assert!(
            unseen.is_empty(),
            "{} of {language:?}, typed in {typed}, at {size:?} after {keys:?}, like\n{}",
            unseen.len(),
            unseen[0]
        );
    };
    std::thread::scope(|scope| {
        for (language, typed, size, keys) in [
            (ZhHans, "zh-Hans", (60, 16), ""),
            (ZhHans, "zh-Hans", (80, 24), ""),
            (ZhHant, "zh-Hant", (60, 16), ""),
            (En, "en", (60, 16), ""),
            (En, "en", (80, 24), ""),
            (En, "zh-Hans", (80, 24), ""),
            (ZhHans, "en", (45, 15), ""),
            (ZhHans, "zh-Hans", (80, 24), "v"),
            (ZhHant, "zh-Hant", (60, 16), "vv"),
            (En, "en", (60, 16), "vvv"),
            (ZhHans, "zh-Hans", (120, 40), "1"),
            (ZhHans, "zh-Hans", (30, 8), ""),
            (ZhHans, "zh-Hans", (24, 8), ""),
            (ZhHant, "zh-Hant", (24, 8), ""),
            (En, "en", (30, 8), ""),
        ] {
            scope.spawn(move || in_sight(language, typed, size, keys));
        }
    });
}

/// Below the columns where the detail shows, a title of two lines is all that can be marked.
#[test]
fn a_match_is_marked_across_the_lines_of_a_title() {
    for language in [Language::ZhHans, Language::ZhHant] {
        let app = embedded(language);
        let titles = app.programme().initiatives.iter().map(|initiative| initiative.title.get(language));
        let titles: Vec<Vec<char>> = titles.map(|title| title.chars().collect()).collect();
        for run in titles.iter().flat_map(|title| title.windows(4)) {
            let typed = String::from_iter(run);
            let mut app = embedded(language);
            press(&mut app, (40, 20), "/");
            paste(&mut app, &typed);
            let screen = press(&mut app, (40, 20), "<enter>");
            assert!(!marked(&screen).is_empty(), "{typed}: {:#?}", ui::lines(&screen));
        }
    }
}

/// The line that is typed into, and the column of the caret.
fn input(app: &mut App, medium: &yixin::text::Medium, width: u16) -> (String, usize) {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, 12));
    let laid = ui::lay(app, medium, buf.area, Laid::default());
    ui::paint(app, medium, &laid, &mut buf);
    let caret = laid.cursor().unwrap();
    assert_eq!(caret.y, 11);
    (ui::lines(&buf).pop().unwrap(), caret.x.into())
}

#[test]
fn the_cursor_stands_at_the_caret_of_a_line_that_scrolls_in_columns() {
    for medium in [NARROW, WIDE] {
        let mut app = app(Language::ZhHans);
        press(&mut app, (40, 12), "/西河“a");
        let (line, caret) = input(&mut app, &medium, 40);
        assert_eq!(line, " / 西河“a");
        assert_eq!(caret, medium.policy.columns(&line));
        paste(&mut app, &"干岩画".repeat(20));
        let (line, caret) = input(&mut app, &medium, 40);
        assert!(medium.policy.columns(&line) <= 40 && line.ends_with('画') && caret == 39, "{line} {caret}");
        press(&mut app, (40, 12), "<home>");
        let (line, caret) = input(&mut app, &medium, 40);
        assert!(line.starts_with(" / 西河“a") && caret == 3, "{line} {caret}");
    }
}

#[test]
fn an_index_that_was_built_beside_the_loop_finds_the_same() {
    let mut app = app(Language::ZhHans);
    let index = Index::build(app.programme());
    take_index(&mut app, index);
    assert_eq!(ui::lines(&press(&mut app, (80, 24), "/xh")), screen("/xh"));
}

#[test]
fn a_paste_is_cleaned_and_goes_only_where_one_types() {
    let mut app = app(Language::ZhHans);
    paste(&mut app, "q");
    assert_eq!((app.mode(), app.focus()), (Mode::List, Focus::Regions));
    press(&mut app, (40, 12), "/");
    paste(&mut app, "cml\r\n\u{1b}[2J");
    assert_eq!(input(&mut app, &NARROW, 40).0, " / cml [2J");
}

#[test]
fn of_a_long_paste_as_much_is_looked_for_as_can_be_at_once() {
    let mut app = app(Language::ZhHans);
    press(&mut app, (80, 24), "/");
    let words: String = (0..50_000).map(|n| format!("w{n} ")).collect();
    paste(&mut app, &words);
    assert_eq!(app.finder().line.text(), &words[..1000]);
    paste(&mut app, "西宁");
    assert_eq!(app.finder().line.text().len(), 1000);
}

#[test]
fn keys_of_the_panes_are_letters_on_the_input_line() {
    let mut app = app(Language::ZhHans);
    press(&mut app, (40, 12), "/qjL0？、");
    assert_eq!(input(&mut app, &NARROW, 40).0, " / qjL0？、");
    press(&mut app, (40, 12), "<bs><bs><c-w>西 河<c-w>");
    assert_eq!(input(&mut app, &NARROW, 40).0, " / 西");
    press(&mut app, (40, 12), "<c-u>");
    assert_eq!(input(&mut app, &NARROW, 40).0, " /");
}
