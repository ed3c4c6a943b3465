//! What a user does and sees, in words: keys in, lines out.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

mod common;

use common::{app, embedded, press, screen, shows};
use yixin::app::{Focus, Mode};
use yixin::programme::Language;
use yixin::ui;

#[test]
fn the_filter_narrows_the_regions_and_keeps_the_selection_where_it_can() {
    let narrowed = screen("3");
    assert!(shows(&narrowed, "▶南湖州") && !shows(&narrowed, "东山市  "), "{narrowed:#?}");
    let kept = screen("jjj3");
    assert!(shows(&kept, "▶北原州"), "{kept:#?}");
    let widened = screen("jjj30");
    assert!(shows(&widened, "▶北原州") && shows(&widened, " 东山市"), "{widened:#?}");
}

#[test]
fn the_language_switch_keeps_the_selection_and_the_filter() {
    let mut app = app(Language::ZhHans);
    let before = press(&mut app, (80, 24), "1<tab>jj");
    let selected = (app.filter().clone(), app.region(), app.initiative(), app.focus());
    assert!(shows(&ui::lines(&before), "东山市 · 举措 3/7"));
    for (language, title) in [("zh-Hant", "東山市 · 舉措 3/7"), ("en", "Dongshan · Initiatives 3/7")] {
        let after = ui::lines(&press(&mut app, (80, 24), "L"));
        assert!(shows(&after, title), "{language}: {after:#?}");
        assert_eq!((app.filter().clone(), app.region(), app.initiative(), app.focus()), selected);
    }
}

#[test]
fn a_shared_initiative_shows_under_both_regions_and_says_so() {
    for keys in ["<tab>jjj", "jj<tab>"] {
        let lines = screen(keys);
        assert!(shows(&lines, "▶两地共建联合实验室 +1"), "{keys}: {lines:#?}");
        assert!(shows(&lines, "地区：东山市、南湖州"), "{keys}: {lines:#?}");
    }
}

#[test]
fn an_initiative_of_which_little_is_known_says_that_little() {
    let lines = screen("<tab>jj");
    assert!(shows(&lines, "▶没有下文的一件事") && shows(&lines, "只有摘要。"), "{lines:#?}");
    for heading in ["链条：", "做法", "数据", "人物", "│ 合作方"] {
        assert!(!shows(&lines, heading), "{heading}: {lines:#?}");
    }
}

#[test]
fn a_region_without_initiatives_says_so() {
    for keys in ["jjj", "jjj<tab><tab>jG<enter>"] {
        let lines = screen(keys);
        assert!(shows(&lines, "北原州 · 举措 0/0") && shows(&lines, " 没有举措 "), "{keys}: {lines:#?}");
    }
}

#[test]
fn the_detail_is_the_regions_while_the_regions_have_the_focus() {
    assert!(shows(&screen(""), "行政区划代码") && shows(&screen(""), "定位"));
    assert!(shows(&screen("<tab>"), "链条：[引] → 育") && !shows(&screen("<tab>"), "行政区划代码"));
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
    assert_eq!(screen("３"), screen("3"));
}

#[test]
fn the_detail_scrolls_by_lines_half_pages_and_to_its_ends() {
    let at =
        |keys: &str| ui::lines(&press(&mut app(Language::ZhHans), (80, 16), &format!("<tab>j<tab>{keys}")));
    assert!(shows(&at(""), " 1-7/36 "), "{:#?}", at(""));
    let table = [
        ("j", " 2-8/36 "),
        ("<c-d>", " 4-10/36 "),
        ("<pgdn>", " 7-13/36 "),
        ("G", " 30-36/36 "),
        ("Gk", " 29-35/36 "),
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
        for presses in 0..8 {
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

#[test]
fn an_empty_zone_says_what_to_press() {
    let mut app = app(Language::ZhHans);
    let lines = ui::lines(&press(&mut app, (120, 24), "2"));
    assert!(shows(&lines, "按 0 看"), "{lines:#?}");
    assert_eq!(app.region(), None);
    press(&mut app, (120, 24), "<tab>jkGg<enter><esc>");
    assert!(shows(&ui::lines(&press(&mut app, (120, 24), "0")), "▶东山市"));
}

#[test]
fn where_more_than_a_zone_is_asked_for_0_is_not_what_to_press() {
    let mut app = embedded(Language::ZhHans);
    let lines = ui::lines(&press(&mut app, (120, 24), "f<down><down> <right><right> <esc>"));
    assert!(shows(&lines, "按 x 全清") && !shows(&lines, "按 0 看"), "{lines:#?}");
    assert!(shows(&ui::lines(&press(&mut app, (120, 24), "x")), "▶西宁市"));
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
