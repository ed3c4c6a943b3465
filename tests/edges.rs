//! Every row's edges stand in one column: in each view and overlay, at each size, in each language, for each medium.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

mod common;

use common::{ASCII, CONSOLE, NARROW, WIDE, app, compared, edited, press_on, shows};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Modifier;
use yixin::app::{App, Mode};
use yixin::programme::Language;
use yixin::text::{Medium, WidthPolicy};
use yixin::ui::{self, Laid};

/// What is open, by the keys that open it.
const PLACES: [(&str, &str); 16] = [
    ("the regions", ""),
    ("initiatives", "<tab>jj"),
    ("the page of a long text", "<tab>j<tab>G"),
    ("a link", "<tab>j<tab><tab>"),
    ("an empty zone", "2"),
    ("a region without initiatives", "jjj<tab>"),
    ("the map", "v"),
    ("the map's page", "v<tab>"),
    ("the matrix", "vv"),
    ("the partners", "V"),
    ("a partner's page", "V<tab><tab>"),
    ("help", "?"),
    ("the programme", "iG"),
    ("hits", "/xue<down>"),
    ("no hits", "3/dongshna"),
    ("the filter", "f"),
];
const NARROW_AND_WIDE: [(&str, Medium); 2] = [("narrow", NARROW), ("wide", WIDE)];
const PLAIN: [(&str, Medium); 2] = [("ascii", ASCII), ("console", CONSOLE)];

/// Every width at some heights, and every height at some widths.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    let widths = (20..=200).flat_map(|width| [6, 24].map(|height| (width, height)));
    widths.chain((6..=60).flat_map(|height| [20, 80, 120].map(|width| (width, height))))
}

/// Whether a character is a vertical line or a corner.
fn is_edge(c: Option<char>, medium: &Medium) -> bool {
    let up_or_down = (1..16).filter(|sides| sides & 0b101 != 0);
    up_or_down.into_iter().any(|sides: usize| c.is_some_and(|c| medium.glyphs.lines[sides].starts_with(c)))
}

/// Every row of the panes ends in the columns of the frame's sides, whatever stands between.
fn check_edges(buf: &Buffer, medium: &Medium, case: impl Fn() -> String) {
    let (width, lines) = (usize::from(buf.area.width), ui::lines(buf));
    let head = if lines.len() < 10 { 1 } else { 2 };
    for (row, line) in lines.iter().enumerate() {
        let (columns, framed) = (medium.policy.columns(line), (head..lines.len() - 1).contains(&row));
        let ends = [line.chars().next(), line.chars().next_back()];
        let closed = columns == width && ends.into_iter().all(|end| is_edge(end, medium));
        assert!(if framed { closed } else { columns <= width }, "{}: {line:?} in {lines:#?}", case());
    }
}

fn sweep(open: fn(Language) -> App, media: [(&str, Medium); 2], languages: &[Language]) {
    for (named, medium) in media {
        for &language in languages {
            for (place, keys) in PLACES {
                let mut app = open(language);
                press_on(&mut app, &medium, (80, 24), keys);
                for size in sizes() {
                    let case = || format!("{place} by {keys:?} at {size:?} in {language:?}, {named}");
                    check_edges(&press_on(&mut app, &medium, size, ""), &medium, case);
                }
            }
        }
    }
}

#[test]
fn edges_stand_in_one_column_narrow_and_wide() {
    sweep(app, NARROW_AND_WIDE, &Language::ALL);
}

#[test]
fn edges_stand_in_one_column_in_ascii_and_on_a_console() {
    sweep(app, PLAIN, &[Language::ZhHant, Language::En]);
}

#[test]
fn edges_stand_in_one_column_beside_an_earlier_edition() {
    sweep(compared, NARROW_AND_WIDE, &[Language::ZhHans]);
    sweep(compared, PLAIN, &[Language::En]);
}

#[test]
fn below_the_smallest_size_the_screen_says_so_and_holds_what_it_can() {
    for size in (2..20).map(|width| (width, 24)).chain((1..6).map(|height| (80, height))) {
        for (place, keys) in PLACES {
            let mut app = app(Language::ZhHans);
            press_on(&mut app, &NARROW, (80, 24), keys);
            let lines = ui::lines(&press_on(&mut app, &NARROW, size, ""));
            let said: String = lines.iter().map(|line| line.trim()).collect();
            assert!("窗口太小，至少20×6".starts_with(&said.replace(' ', "")), "{place}: {said}");
        }
    }
}

#[test]
fn the_reader_has_no_frames_and_lines_that_read_comfortably() {
    for (keys, width) in
        [("<tab>j<tab>z", 200), ("<tab>j<tab>zG", 80), ("iz", 60), ("jjjz", 24), ("V<tab>z", 200)]
    {
        for (named, medium) in NARROW_AND_WIDE {
            let mut app: App = app(Language::En);
            let lines = ui::lines(&press_on(&mut app, &medium, (width, 24), keys));
            assert_eq!(app.mode(), Mode::Reader, "{keys}");
            for line in &lines[2..23] {
                assert!(!line.contains(['│', '─', '|']), "{keys} {named}: {line:?}");
                assert!(medium.policy.columns(line) <= width.min(76).into(), "{keys} {named}: {line:?}");
            }
            assert!(lines[2..23].iter().any(|line| !line.is_empty()), "{keys} {named}: {lines:#?}");
        }
    }
}

/// A dataset of nothing but the programme.
#[test]
fn where_there_is_nothing_each_view_says_so() {
    let nothing = edited(|data| {
        for list in ["zones", "regions", "topics", "partners", "initiatives"] {
            data[list] = serde_json::json!([]);
        }
    });
    let nothing = std::sync::Arc::new(nothing);
    for (keys, said) in [("", "没有地区"), ("v", "没有地区"), ("vv", "0项"), ("V", "没有合作方")]
    {
        for size in [(80, 24), (60, 16), (45, 15), (120, 40)] {
            let mut app = App::new(nothing.clone(), Language::ZhHans);
            let lines = ui::lines(&press_on(&mut app, &NARROW, size, keys));
            assert!(shows(&lines, said), "{keys:?} {size:?}: {lines:#?}");
            // No key finds what isn't there.
            press_on(&mut app, &NARROW, size, "jjkkhl<enter><tab><enter>zzfj<space><esc>/x<esc>yiG<bs>");
        }
    }
}

#[test]
fn a_zone_is_no_way_out_where_no_zone_has_regions() {
    let zones = edited(|data| {
        for list in ["regions", "initiatives"] {
            data[list] = serde_json::json!([]);
        }
    });
    let mut app = App::new(std::sync::Arc::new(zones), Language::ZhHans);
    let lines = ui::lines(&press_on(&mut app, &NARROW, (80, 24), "3"));
    assert!(shows(&lines, "没有地区") && !shows(&lines, "按 0"), "{lines:#?}");
}

#[test]
fn the_tab_of_the_zone_that_shows_is_never_cut_and_a_mark_says_where_others_are() {
    let mut cut = 0;
    // The tenth zone has no key.
    let tenth = ["f<left>", &"<down>".repeat(9), " <esc>"].concat();
    for (keys, tab) in (0..10).map(|key| (key.to_string(), key.to_string())).chain([(tenth, "-".into())]) {
        for (size, medium) in sizes().flat_map(|size| [(size, NARROW), (size, ASCII)]) {
            let lines = ui::lines(&press_on(&mut app(Language::ZhHans), &medium, size, &keys));
            // Above the panes.
            let row = lines.iter().take_while(|line| !line.starts_with(['┌', '+'])).last().unwrap();
            let shows = |tab: &str| [" ", "["].iter().any(|sign| row.contains(&[sign, tab].concat()));
            let all = "0123456789-".chars().all(|tab| shows(&tab.to_string()));
            assert!(row.contains(&["[", &tab].concat()), "{keys} {size:?}: {lines:#?}");
            assert!(all || row.contains(medium.glyphs.ellipsis), "{keys} {size:?}: {lines:#?}");
            cut += usize::from(!all);
        }
    }
    assert!(cut > 20, "{cut}");
}

#[test]
fn the_panel_says_where_it_has_more_values_than_rows() {
    let mut cut = 0;
    for (size, medium) in sizes().flat_map(|size| [(size, NARROW), (size, ASCII)]) {
        let lines = ui::lines(&press_on(&mut app(Language::ZhHans), &medium, size, "f"));
        let values = lines.iter().filter(|line| line.contains("[ ]")).count();
        if shows(&lines, "分区") && (1..10).contains(&values) {
            assert!(shows(&lines, &format!("1-{values}/10")), "{size:?}: {lines:#?}");
            cut += 1;
        }
    }
    assert!(cut > 20, "{cut}");
}

/// Which of how many: of regions on the map, of the matrix's rows and columns, of a list's entries.
#[test]
fn what_is_cut_says_of_how_many() {
    let (mut cut, programme) = (0, app(Language::ZhHans).programme().clone());
    let short = |text: &yixin::programme::Text| text.get(Language::ZhHans).to_owned();
    let regions: Vec<_> = programme.regions.iter().map(|region| short(&region.short)).collect();
    for height in [12, 15, 18, 24, 40, 60] {
        for width in [45, 60, 80, 120, 200] {
            for (keys, title) in [("", "地区"), ("v", "地图"), ("vv", "矩阵")] {
                let lines = ui::lines(&press_on(&mut app(Language::ZhHans), &NARROW, (width, height), keys));
                let pane = &lines[2..usize::from(height) - 1];
                if pane[0].contains(title) && !regions.iter().all(|region| shows(pane, region)) {
                    let told = [&pane[0], &pane[pane.len() - 1]].iter().any(|edge| edge.contains('/'));
                    assert!(told, "{keys:?} {width}×{height}: {lines:#?}");
                    cut += 1;
                }
            }
        }
    }
    assert!(cut > 20, "{cut}");
}

#[test]
fn a_long_name_gives_way_to_the_count_beside_it() {
    let programme = edited(|data| {
        for region in data["regions"].as_array_mut().unwrap() {
            region["short"] = serde_json::json!({"zh-Hans": "很长的名字".repeat(30)});
        }
    });
    let programme = std::sync::Arc::new(programme);
    for language in Language::ALL {
        for (width, height) in sizes().filter(|size| size.0 >= 24) {
            let mut app = App::new(programme.clone(), language);
            let lines = ui::lines(&press_on(&mut app, &NARROW, (width, height), "<tab>"));
            let count = [" 1/", &app.initiatives().len().to_string()].concat();
            assert!(shows(&lines, &count), "{width}×{height}: {lines:#?}");
        }
    }
}

#[test]
fn with_ascii_glyphs_both_policies_draw_the_same_columns() {
    for (place, keys) in PLACES {
        for line in ui::lines(&press_on(&mut app(Language::ZhHans), &ASCII, (80, 24), keys)) {
            let [narrow, wide] = [WidthPolicy::Narrow, WidthPolicy::Wide].map(|policy| policy.columns(&line));
            assert_eq!(narrow, wide, "{place} by {keys:?}: {line}");
        }
    }
}

#[test]
fn where_texts_are_plain_a_circumflex_is_control() {
    for (named, medium) in PLAIN {
        for language in Language::ALL {
            for (place, keys) in PLACES {
                for line in ui::lines(&press_on(&mut app(language), &medium, (80, 40), keys)) {
                    let mut behind = line.split('^').skip(1).map(|behind| behind.chars().next());
                    let control = behind.all(|c| c.is_some_and(|c| c.is_ascii_uppercase()));
                    assert!(control, "{place} by {keys:?} in {language:?}, {named}: {line}");
                }
            }
        }
    }
}

/// On what is selected, at the caret where one types, else at the beginning of the text that the keys scroll.
#[test]
fn the_cursor_rests_where_the_reader_is() {
    let places = PLACES.iter().chain(&[("a link of the reader", "<tab>j<tab>z<tab>")]);
    let (mut marked, mut typed) = (0, 0);
    for (place, keys) in places {
        for (size, language) in sizes().zip(Language::ALL.into_iter().cycle()) {
            let mut app = app(language);
            let buf = press_on(&mut app, &NARROW, size, keys);
            let lines = ui::lines(&buf);
            let at = ui::lay(&app, &NARROW, buf.area, Laid::default()).cursor().unwrap();
            let case = || format!("{place} {size:?} {at}: {lines:#?}");
            // Titles are on these, and may be marked, too.
            let is_edge = |y: u16| lines[usize::from(y)].contains(['┌', '├', '└', '┐', '┤', '┘']);
            let is_marked = |at: Position| buf[at].modifier.contains(Modifier::REVERSED) && !is_edge(at.y);
            if app.typing() {
                assert_eq!(at.y + 1, size.1, "{}", case());
                typed += 1;
            } else if buf.area.positions().any(is_marked) {
                assert!(is_marked(at), "{}", case());
                marked += 1;
            } else {
                assert!(is_edge(at.y) || is_edge(at.y - 1) || place.contains("reader"), "{}", case());
            }
        }
    }
    assert!(marked > 1000 && typed > 500, "{marked} {typed}");
}
