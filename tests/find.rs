//! Searching in the browser: keys in, lines out.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

mod common;

use common::{NARROW, WIDE, app, embedded, press, screen, shows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
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
fn keys_of_the_panes_are_letters_on_the_input_line() {
    let mut app = app(Language::ZhHans);
    press(&mut app, (40, 12), "/qjL0？、");
    assert_eq!(input(&mut app, &NARROW, 40).0, " / qjL0？、");
    press(&mut app, (40, 12), "<bs><bs><c-w>西 河<c-w>");
    assert_eq!(input(&mut app, &NARROW, 40).0, " / 西");
    press(&mut app, (40, 12), "<c-u>");
    assert_eq!(input(&mut app, &NARROW, 40).0, " /");
}
