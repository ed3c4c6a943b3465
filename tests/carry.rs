//! What carries the browser on: the tour, another edition of the data, a text to take along.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

mod common;

use std::collections::HashSet;
use std::time::Duration;

use common::{NARROW, app, edited, press, shows};
use ratatui::layout::Rect;
use yixin::app::{App, Effect, Focus, Mode, View, keymap, keys, tour, update};
use yixin::programme::{Choice, Language, Record};
use yixin::ui::{self, Laid};

/// How long what shows takes to read.
fn time_to_read(app: &mut App, size: (u16, u16)) -> Duration {
    let laid = ui::lay(app, &NARROW, Rect::new(0, 0, size.0, size.1), Laid::default());
    laid.settle(app);
    tour::time_to_read(laid.columns_to_read(&NARROW))
}

#[test]
fn a_tour_shows_every_region_and_initiative_and_starts_again() {
    let mut app = app(Language::ZhHans);
    tour::start(&mut app);
    let (mut regions, mut initiatives, mut views) = (HashSet::new(), HashSet::new(), HashSet::new());
    for page in 0.. {
        let time = time_to_read(&mut app, (80, 24));
        assert!((3..90).contains(&time.as_secs()), "{time:?}");
        tour::advance(&mut app);
        press(&mut app, (80, 24), "");
        views.insert(app.view());
        if app.reading() == Some(Record::Programme) && app.windows().page.offset == 0 {
            break;
        }
        if app.mode() == Mode::List {
            regions.insert(app.region());
            let zone = app.region().map(|region| app.programme()[region].zone);
            assert!(zone.is_some_and(|zone| app.filter().contains(Choice::Zone(zone))));
            if app.focus() != Focus::Regions {
                initiatives.insert(app.initiative());
            }
        }
        assert!(page < 500);
    }
    let programme = app.programme();
    assert_eq!((regions.len(), initiatives.len()), (programme.regions.len(), programme.initiatives.len()));
    assert!(views.contains(&View::Map) && views.contains(&View::Matrix));
}

#[test]
fn a_longer_text_gets_more_time() {
    let mut app = app(Language::ZhHans);
    press(&mut app, (80, 60), "<tab>");
    let short = time_to_read(&mut app, (80, 60));
    press(&mut app, (80, 60), "jjj");
    assert!(short > Duration::from_secs(3) && time_to_read(&mut app, (80, 60)) != short);
}

#[test]
fn another_edition_keeps_the_place() {
    let mut app = app(Language::ZhHans);
    press(&mut app, (80, 16), "1<tab>j<tab>j");
    let place = |app: &App| {
        let region = app.region().map(|r| app.programme()[r].id.clone());
        let initiative = app.initiative().map(|i| app.programme()[i].id.clone());
        (region, initiative, app.focus(), app.windows().page.offset)
    };
    let before = place(&app);
    assert_eq!(before.3, 1);
    // New entries before everything that is selected.
    app.reload(edited(|data| {
        for list in ["regions", "initiatives", "zones"] {
            let mut first = data[list][0].clone();
            first["id"] = "new".into();
            data[list].as_array_mut().unwrap().insert(0, first);
        }
    }));
    press(&mut app, (80, 16), "");
    assert_eq!(place(&app), before);
    let filter: Vec<_> = app.filter().choices().map(|choice| choice.id(app.programme()).to_owned()).collect();
    assert_eq!(filter, ["central"]);
}

#[test]
fn an_edition_without_the_place_opens_at_its_beginning() {
    let mut app = app(Language::ZhHans);
    press(&mut app, (80, 24), "3<tab>j");
    app.reload(edited(|data| {
        data["initiatives"].as_array_mut().unwrap().retain(|i| !i["regions"].to_string().contains("nanhu"));
        data["regions"].as_array_mut().unwrap().retain(|r| r["id"] != "nanhu");
    }));
    let lines = ui::lines(&press(&mut app, (80, 24), ""));
    assert!(shows(&lines, "▶北原州"), "{lines:#?}");
}

#[test]
fn only_a_file_can_be_read_again() {
    let mut app = app(Language::ZhHans);
    let key = keys::script("R").unwrap()[0];
    assert_eq!(keymap::action(&app, key), None);
    app.reloadable = true;
    let action = keymap::action(&app, key).unwrap();
    assert_eq!(update(&mut app, action), Effect::Reload);
}

#[test]
fn the_briefing_stands_without_frames_in_the_language_of_the_screen() {
    let mut app = app(Language::ZhHans);
    press(&mut app, (80, 24), "<tab>");
    app.show_briefing();
    let lines = ui::lines(&press(&mut app, (80, 24), ""));
    assert!(
        lines[2].starts_with("# 十区人才计划") && lines.iter().any(|line| line.starts_with("- 链条：")),
        "{lines:#?}"
    );
    let lines = ui::lines(&press(&mut app, (80, 24), "L"));
    assert!(lines.iter().any(|line| line.starts_with("- 鏈條：")), "{lines:#?}");
    press(&mut app, (80, 24), "<esc>");
    assert_eq!(app.mode(), Mode::List);
}
