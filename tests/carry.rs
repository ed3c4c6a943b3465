//! What carries the browser on: the tour, another edition of the data, a text to take along.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

mod common;

use std::collections::HashSet;
use std::time::Duration;

use common::{app, press, shows};
use yixin::app::{App, Effect, Focus, Overlay, keymap, keys, tour, update};
use yixin::programme::{Language, Programme, parse};
use yixin::ui;

#[test]
fn a_tour_shows_every_region_and_initiative_and_starts_again() {
    let mut app = app(Language::ZhHans);
    app.overlay = Overlay::About;
    let (mut regions, mut initiatives, mut pages) = (HashSet::new(), HashSet::new(), 0);
    loop {
        press(&mut app, (80, 24), "");
        assert!((3..90).contains(&tour::time_to_read(&app).as_secs()), "{:?}", tour::time_to_read(&app));
        tour::advance(&mut app);
        press(&mut app, (80, 24), "");
        pages += 1;
        if app.overlay == Overlay::About && app.views.overlay.offset == 0 {
            break;
        }
        if app.overlay == Overlay::None {
            regions.insert(app.region);
            assert_eq!(app.filter, app.region.map(|r| app.programme[r].zone));
            if app.focus != Focus::Regions {
                initiatives.insert(app.selected_initiative());
            }
        }
        assert!(pages < 500);
    }
    assert_eq!(
        (regions.len(), initiatives.len()),
        (app.programme.regions.len(), app.programme.initiatives.len())
    );
}

#[test]
fn a_longer_text_gets_more_time() {
    let mut app = app(Language::ZhHans);
    press(&mut app, (80, 60), "<tab>");
    let short = tour::time_to_read(&app);
    press(&mut app, (80, 60), "jjj");
    assert!(short > Duration::from_secs(3) && tour::time_to_read(&app) != short);
}

/// The embedded dataset with one change.
fn edited(change: impl FnOnce(&mut serde_json::Value)) -> Programme {
    let mut data: serde_json::Value = serde_json::from_str(include_str!("../data/programme.json")).unwrap();
    change(&mut data);
    parse(data.to_string().as_bytes()).unwrap()
}

#[test]
fn another_edition_keeps_the_place() {
    let mut app = app(Language::ZhHans);
    press(&mut app, (80, 16), "3j<tab>jj<tab>j");
    let place = |app: &App| {
        let region = app.region.map(|r| app.programme[r].id.clone());
        let initiative = app.selected_initiative().map(|i| app.programme[i].id.clone());
        (region, initiative, app.focus, app.views.detail.offset)
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
    let filter = app.filter.map(|z| app.programme[z].id.to_string());
    assert_eq!(filter.as_deref(), Some("feature"));
}

#[test]
fn an_edition_without_the_place_opens_at_its_beginning() {
    let mut app = app(Language::ZhHans);
    press(&mut app, (80, 24), "3j<tab>jj");
    app.reload(edited(|data| {
        data["initiatives"].as_array_mut().unwrap().retain(|i| !i["regions"].to_string().contains("yushu"));
        data["regions"].as_array_mut().unwrap().retain(|r| r["id"] != "yushu");
    }));
    let lines = ui::lines(&press(&mut app, (80, 24), ""));
    assert!(shows(&lines, "海北州 · 举措 1/"), "{lines:#?}");
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
fn a_text_to_select_stands_without_frames() {
    let mut app = app(Language::ZhHans);
    app.show_plain("# 西宁市\n\n- 引\n".into());
    let lines = ui::lines(&press(&mut app, (80, 24), ""));
    assert_eq!(lines[2..6], ["# 西宁市", "", "- 引", ""]);
    press(&mut app, (80, 24), "<esc>");
    assert_eq!(app.overlay, Overlay::None);
}
