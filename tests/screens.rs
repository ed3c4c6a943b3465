//! Whole screens after scripts of keys, read by a person before they were accepted.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

mod common;

use common::{embedded, press, review};
use yixin::programme::Language;

/// A named screen: language, size, keys.
fn check(name: &str, language: Language, size: (u16, u16), keys: &str) {
    let screen = review(&press(&mut embedded(language), size, keys));
    insta::with_settings!({ snapshot_path => "screens", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, screen);
    });
}

#[test]
fn simplified() {
    let language = Language::ZhHans;
    check("hans-80x24-start", language, (80, 24), "");
    check("hans-80x24-initiative", language, (80, 24), "j<tab>j");
    check("hans-80x24-help", language, (80, 24), "?");
    check("hans-120x40-detail", language, (120, 40), "3<tab>jj<tab>");
    check("hans-50x20-initiatives", language, (50, 20), "<enter>");
    check("hans-20x6-start", language, (20, 6), "");
    check("hans-80x24-link", language, (80, 24), "<tab>j<tab><tab><tab>");
    check("hans-80x24-chips", language, (80, 24), "1f j <esc>");
}

#[test]
fn traditional() {
    let language = Language::ZhHant;
    check("hant-80x24-about", language, (80, 24), "i");
    check("hant-120x40-initiative", language, (120, 40), "jj<tab>jjjj");
    check("hant-50x20-detail", language, (50, 20), "<enter><enter>");
    check("hant-20x6-detail", language, (20, 6), "<enter>jjj<enter>j");
}

#[test]
fn english() {
    let language = Language::En;
    check("en-80x24-scrolled", language, (80, 24), "<tab>j<tab><c-d>");
    check("en-120x40-start", language, (120, 40), "");
    check("en-50x20-start", language, (50, 20), "2");
    check("en-100x30-reader", language, (100, 30), "<tab>j<tab>z");
    check("en-20x6-initiatives", language, (20, 6), "<enter>G");
}
