//! An earlier edition beside the dataset: what is new, changed and gone, on the screen and in a briefing.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

mod common;
#[path = "common/pty.rs"]
mod pty;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::{ASCII, CONSOLE, NARROW, WIDE, compared, press, press_on, shows};
use pty::Pty;
use ratatui::buffer::Buffer;
use yixin::app::App;
use yixin::page::{Cites, brief_since, html, markdown};
use yixin::programme::{Changed, Choice, Filter, Language, Matching, Record};
use yixin::ui;

/// The first revision of the embedded dataset.
const OLD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/programme-2025-03.json");

/// The lines of a screen that has room for everything.
fn lines(app: &mut App, keys: &str) -> Vec<String> {
    ui::lines(&press(app, (200, 60), keys))
}

/// The mark of each title in a list, by what became of the initiative.
fn mark(app: &App, initiative: yixin::programme::Ref<yixin::programme::Initiative>) -> &'static str {
    match app.since().unwrap().changed(initiative) {
        Changed::New => "+",
        Changed::Changed => "~",
        Changed::Same => " ",
    }
}

#[test]
fn what_is_new_or_changed_is_marked_in_a_column_of_its_own() {
    for medium in [NARROW, WIDE, ASCII, CONSOLE] {
        for language in Language::ALL {
            for width in 60..=160 {
                let mut app = compared(language);
                let buf = press_on(&mut app, &medium, (width, 40), "<tab>");
                let row = |y: u16| -> String { (0..width).map(|x| buf[(x, y)].symbol()).collect() };
                let marker = (0..width).find(|&x| buf[(x, 3)].symbol() == medium.glyphs.marker).unwrap();
                let mut seen = String::new();
                for &initiative in app.initiatives() {
                    let title = app.programme()[initiative].title.get(language);
                    let title: String = medium.text(title).chars().take(4).collect();
                    let at = |y: u16| (marker + 3..width).map(|x| buf[(x, y)].symbol()).collect::<String>();
                    let y = (3..38).find(|&y| at(y).starts_with(&title)).unwrap_or_else(|| panic!("{title}"));
                    assert_eq!(buf[(marker + 1, y)].symbol(), mark(&app, initiative), "{}", row(y));
                    assert_eq!(buf[(marker + 2, y)].symbol(), " ", "{}", row(y));
                    seen += mark(&app, initiative);
                }
                assert_eq!(seen, "~+~    ");
            }
        }
    }
}

#[test]
fn regions_tiles_and_partners_are_marked_too() {
    let mut app = compared(Language::ZhHans);
    let regions = lines(&mut app, "");
    // By what it has, by what is said of it, and by neither.
    for marked in ["▶~ 东山市", "│ ~ 南湖州", "│   西河市"] {
        assert!(shows(&regions, marked), "{marked}: {regions:#?}");
    }
    let partners = lines(&mut app, "V");
    for marked in ["▶~ 临江医院", "   远山队"] {
        assert!(shows(&partners, marked), "{marked}: {partners:#?}");
    }
    for (size, tile) in [((120, 40), " ~ "), ((60, 20), "~")] {
        let tiles = |app: &mut App| ui::lines(&press(app, size, "v")).join("\n").matches(tile).count();
        assert_eq!(tiles(&mut compared(Language::En)) - tiles(&mut common::app(Language::En)), 2, "{tile}");
    }
}

#[test]
fn help_tells_the_marks_only_where_there_are_any() {
    for (language, said) in
        [(Language::En, "New since"), (Language::ZhHans, "旧版没有"), (Language::ZhHant, "舊版沒有")]
    {
        let screen = lines(&mut compared(language), "?G");
        assert!(shows(&screen, said), "{screen:#?}");
        assert!(!shows(&lines(&mut common::app(language), "?G"), said));
    }
}

#[test]
fn a_page_tells_what_was_before_and_that_it_is_new() {
    let mut app = compared(Language::ZhHans);
    let changed = lines(&mut app, "<tab>");
    for said in ["较旧版：已改", "摘要：人来了，{+有+}[-没-]地方住。"] {
        assert!(
            shows(&changed, said) || shows(&changed, &said.replace("{+有+}[-没-]", "[-没-]{+有+}")),
            "{changed:#?}"
        );
    }
    assert!(shows(&lines(&mut app, "j"), "较旧版：新增"));
    assert!(shows(&lines(&mut app, "j"), "链条：[-用-]"));
    let same = lines(&mut app, "j");
    assert!(!shows(&same, "较旧版") && !shows(&same, "改动"), "{same:#?}");
}

#[test]
fn what_is_gone_is_listed_with_its_source_on_its_regions_page_and_on_the_programmes() {
    for keys in ["", "i"] {
        let screen = lines(&mut compared(Language::ZhHans), keys);
        assert!(shows(&screen, "删去 1") && shows(&screen, "旧日举措（"), "{screen:#?}");
        assert!(!shows(&lines(&mut common::app(Language::ZhHans), keys), "旧日举措"));
    }
    let mut app = compared(Language::ZhHans);
    assert!(!shows(&lines(&mut app, "j"), "旧日举措"), "another region lost nothing");
    app.narrow(Filter::from_iter([Choice::Since(Changed::New)]));
    assert!(!shows(&lines(&mut app, "k"), "旧日举措"), "what is new alone was asked for");
}

#[test]
fn the_filter_has_a_facet_of_what_became_only_beside_an_earlier_edition() {
    let mut app = compared(Language::ZhHans);
    let panel = lines(&mut app, "f");
    for value in ["较旧版", "[ ] 新增", "[ ] 已改", "[ ] 未变"] {
        assert!(shows(&panel, value), "{panel:#?}");
    }
    assert!(!shows(&lines(&mut common::app(Language::ZhHans), "f"), "新增"));
    let total = app.programme().initiatives.len() as u32;
    let counts = Changed::ALL.map(|changed| app.matching().count(Choice::Since(changed)));
    assert_eq!(counts, [1, 2, total - 3]);
    let chosen = lines(&mut app, "<space><down><space><enter>");
    assert!(shows(&chosen, "[x 新增] [x 已改]") && shows(&chosen, " 举措 2/3"), "{chosen:#?}");
    assert_eq!(app.matching().initiatives().len(), 3);
    assert!(shows(&lines(&mut app, "x"), " 举措 2/7"));
}

/// The columns in which the numbers of a line end that aren't differences.
fn ends(buf: &Buffer, y: u16, from: u16) -> Vec<u16> {
    let cell = |x: u16| buf[(x, y)].symbol();
    let counts = |x: &u16| {
        let digit = |x: u16| cell(x).chars().all(|c| c.is_ascii_digit() || ['·', '.'].contains(&c));
        let signed = (from..*x).rev().find(|&x| !digit(x)).is_some_and(|x| ["+", "-"].contains(&cell(x)));
        digit(*x) && !digit(x + 1) && !signed
    };
    (from..buf.area.width - 1).filter(counts).collect()
}

#[test]
fn the_matrix_has_the_difference_beside_each_count_and_its_columns_aligned() {
    for medium in [NARROW, WIDE, ASCII, CONSOLE] {
        for language in Language::ALL {
            for width in 60..=160 {
                let mut app = compared(language);
                let buf = press_on(&mut app, &medium, (width, 40), "vv");
                let rows: Vec<_> = (5..16).map(|y| ends(&buf, y, 30)).collect();
                assert!(rows.iter().all(|row| *row == rows[0]), "{rows:?} {:#?}", ui::lines(&buf));
                let lines = ui::lines(&buf);
                assert!(shows(&lines, "2 +1") && shows(&lines, "3 -1"), "{lines:#?}");
            }
        }
    }
    assert!(!shows(&lines(&mut common::app(Language::En), "vv"), "+1"));
    // What is said below of the cell that is selected.
    let mut app = compared(Language::ZhHans);
    assert!(shows(&lines(&mut app, "vv"), "引：2项举措（+1）"), "{:#?}", lines(&mut app, ""));
}

#[test]
fn the_matrix_differs_by_what_the_filter_leaves_of_both_editions() {
    let mut app = compared(Language::ZhHans);
    app.narrow(Filter::from_iter([Choice::Since(Changed::Changed)]));
    let screen = lines(&mut app, "vv");
    // `plain` was at a stage; what is new or gone counts on neither side.
    assert!(shows(&screen, "· -1") && !shows(&screen, "+1"), "{screen:#?}");
}

#[test]
fn another_edition_is_compared_with_the_same_earlier_one() {
    let mut app = compared(Language::ZhHans);
    app.narrow(Filter::from_iter([Choice::Since(Changed::New)]));
    app.reload(common::before().compared(common::before()));
    assert!(app.since().unwrap().diff.is_empty() && !app.filter().is_empty());
    let mut app = compared(Language::ZhHans);
    app.narrow(Filter::from_iter([Choice::Since(Changed::New)]));
    app.reload(common::before());
    assert!(app.filter().is_empty(), "nothing is new where nothing is compared");
    assert!(!lines(&mut app, "").iter().any(|line| line.contains("~ ") || line.contains("+ ")));
}

/// A briefing on what changed, in Simplified Chinese: in Markdown and in HTML.
fn briefings(filter: &Filter) -> [String; 2] {
    let app = compared(Language::ZhHans);
    let matching = Matching::of(app.programme(), filter);
    let scope = app.scope().within(&matching);
    let about: Vec<Record> = filter.choices().filter_map(Choice::record).collect();
    let pages = brief_since(&scope, app.since().unwrap(), &about);
    [markdown, html].map(|format| format(&scope, &pages, Cites::AfterEach))
}

fn briefing(filter: &Filter) -> String {
    let [markdown, _] = briefings(filter);
    markdown
}

#[test]
fn a_briefing_tells_what_is_new_changed_and_gone_each_with_its_source() {
    let [all, html] = briefings(&Filter::default());
    assert!(html.contains("没</del>") && html.contains("<ins>有</ins>"), "{html}");
    for said in [
        "## 举措：新增 1\n",
        "办一所“读书人”Rust 夜校",
        "## 举措：删去 1\n\n- 东山市：旧日举措（",
        "## 举措：改动 2\n",
        "<ins>有</ins>",
        "### 没有下文的一件事",
        "## 地区：改动 1\n",
        "## 来源",
    ] {
        assert!(all.contains(said), "{said}: {all}");
    }
    assert!(!all.contains("果园里办起农技课"), "what is the same isn't told: {all}");
    let new = briefing(&Filter::from_iter([Choice::Since(Changed::New)]));
    assert!(new.contains("新增 1") && !new.contains("改动 ") && !new.contains("删去 1"), "{new}");
    let app = compared(Language::ZhHans);
    let elsewhere = Filter::from_iter([Choice::Region(app.regions()[1])]);
    assert!(briefing(&elsewhere).contains("没有差别。"), "{}", briefing(&elsewhere));
}

/// A file of the test's own.
fn own(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("since-{name}"))
}

#[test]
fn an_earlier_edition_that_blocks_is_read_beside_the_loop() {
    let fifo = own("fifo");
    let _ = fs::remove_file(&fifo);
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let mut waiting = Pty::browser(&["--since", fifo.to_str().unwrap()]);
    waiting.shows("正在读取数据");
    waiting.send("q");
    assert_eq!(waiting.end().0, 0);
    let mut pty = Pty::browser(&["--since", fifo.to_str().unwrap()]);
    pty.shows("正在读取数据");
    pty.send("j");
    fs::write(&fifo, fs::read(OLD).unwrap()).unwrap();
    // The key that was typed meanwhile counts.
    pty.shows("▶~ 海东市");
    pty.send("q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn reading_the_dataset_again_compares_it_again() {
    let data = own("data.json");
    fs::copy(OLD, &data).unwrap();
    let mut pty = Pty::browser(&["--data", data.to_str().unwrap(), "--since", OLD]);
    pty.shows("▶  西宁市");
    fs::write(&data, include_str!("../data/programme.json")).unwrap();
    pty.send("R");
    pty.shows("▶~ 西宁市");
    pty.send("q");
    assert_eq!(pty.end().0, 0);
}

#[test]
fn a_broken_edition_is_named_in_one_line() {
    let broken = own("broken.json");
    fs::write(&broken, "{").unwrap();
    let broken = broken.to_str().unwrap();
    for arguments in [["--since", broken, "--data", OLD], ["--since", OLD, "--data", broken]] {
        for command in ["list", "search", "matrix", "partners", "brief"] {
            let query = (command == "search").then_some("a");
            let mut program = Command::new(env!("CARGO_BIN_EXE_yixin"));
            let output = program.arg(command).args(arguments).args(query).output().unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(
                said.starts_with(&format!("yixin: {broken}:1:2: ")) && said.lines().count() == 1,
                "{said}"
            );
            assert_eq!(output.status.code(), Some(1));
        }
        let mut pty = Pty::browser(&arguments);
        assert_eq!(pty.end().0, 1);
        assert!(pty.text().contains("since-broken.json:1:2"), "{}", pty.text());
    }
}
