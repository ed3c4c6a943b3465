//! Every broken dataset of `tests/check` gives the lines beside it, and loads just if they name no error.
//!
//! `YIXIN_BLESS=1` writes the lines anew: read them before you commit them.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::{any, proptest};
use proptest::sample::{Index, select};
use yixin::programme::{Language, Origin, Problem, check, open};
use yixin::words;

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<_> = files.filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    cases.sort();
    cases
}

fn lines(file: &str, problems: &[Problem]) -> String {
    problems.iter().map(|p| format!("{file}:{}\n", words::problem(Language::En, p))).collect()
}

#[test]
fn every_broken_dataset_gives_its_lines() {
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(cases.len() > 60);
    for path in cases {
        let name = path.file_name().unwrap().to_str().unwrap();
        let found = lines(name, &check(&fs::read(&path).unwrap()));
        let expected = path.with_extension("expected");
        if std::env::var_os("YIXIN_BLESS").is_some() {
            fs::write(&expected, &found).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != found {
            wrong.push(found);
        }
    }
    assert!(wrong.is_empty(), "unexpected:\n{}", wrong.concat());
}

#[test]
fn what_has_an_error_does_not_load_and_what_has_none_does() {
    for path in cases() {
        assert_consistent(&fs::read(&path).unwrap());
    }
}

/// Bytes that make a broken dataset of a good one: brackets, quotes, numbers, parts of characters.
const BREAKERS: &[u8] = b"{}[]\",:\\u01e-.n \n\t'/*\x00\x1b\x7f\xc2\xe4\xb8\xad\xf0\xff";

proptest! {
    #[test]
    fn any_bytes_are_checked_without_a_panic(bytes in vec(any::<u8>(), 0..200)) {
        assert_consistent(&bytes);
    }

    #[test]
    fn json_of_any_shape_is_checked_without_a_panic(bytes in vec(select(BREAKERS), 0..60)) {
        assert_consistent(&bytes);
    }

    #[test]
    fn whatever_is_broken_in_a_good_dataset_is_found(
        cuts in vec((any::<Index>(), 0..3usize, vec(select(BREAKERS), 0..3)), 1..3)
    ) {
        let mut bytes = VALID.to_vec();
        for (at, cut, put) in cuts {
            let at = at.index(bytes.len());
            let end = bytes.len().min(at + cut);
            bytes.splice(at..end, put);
        }
        assert_consistent(&bytes);
    }

    #[test]
    fn whatever_value_stands_in_a_wrong_place_is_found(to in any::<Index>(), from in any::<Index>()) {
        let values = values(VALID);
        let [to, from] = [to, from].map(|at| values[at.index(values.len())].clone());
        let mut bytes = VALID.to_vec();
        bytes.splice(to, VALID[from].iter().copied());
        assert_consistent(&bytes);
    }
}

const VALID: &[u8] = include_bytes!("check/valid.json");

/// Where values stand in JSON: strings, and what brackets enclose.
fn values(json: &[u8]) -> Vec<Range<usize>> {
    let mut open = Vec::new();
    let mut values = Vec::new();
    let mut quote = None;
    for (at, &b) in json.iter().enumerate() {
        match (b, quote) {
            (b'"', Some(start)) => {
                values.push(start..at + 1);
                quote = None;
            }
            (b'"', None) => quote = Some(at),
            (b'{' | b'[', None) => open.push(at),
            (b'}' | b']', None) => values.extend(open.pop().map(|start| start..at + 1)),
            _ => {}
        }
    }
    values
}

fn assert_consistent(bytes: &[u8]) {
    let problems = check(bytes);
    let refused = problems.iter().any(Problem::refuses);
    let parsed = open(Origin::Bytes(bytes), &|_| true);
    let what = || format!("{:?} {:?}\n{}", parsed.as_ref().err(), problems, String::from_utf8_lossy(bytes));
    assert_eq!(parsed.is_err(), refused, "{}", what());
    assert!(problems.is_sorted_by_key(|p| (p.line, p.column)), "{}", what());
}
