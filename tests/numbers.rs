//! A count is one number, whichever command says it: random filters through the built program.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

#[path = "filter/naive.rs"]
#[allow(dead_code, reason = "datasets of its own are another test's")]
mod naive;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use naive::{Chosen, admitted, all, chosen, editions, note, picks, place, values};
use proptest::prelude::*;
use serde_json::Value;

/// The embedded dataset, with notes of what became of each initiative since the edition in [`old`].
fn embedded() -> Value {
    let mut data = serde_json::from_str(include_str!("../data/programme.json")).unwrap();
    note(&mut data, |n| [0, 1, 2, 2, 1][n % 5]);
    data
}

/// A file of that edition.
fn old() -> &'static Path {
    static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("numbers-old.json");
        std::fs::write(&file, editions(&embedded()).1.unwrap().to_string()).unwrap();
        file
    });
    &FILE
}

/// What a command prints for a filter. Its options come once with a list, or, for every other facet, one by one.
fn print(command: &[&str], chosen: &Chosen, format: &str) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_yixin"));
    program.env_clear().env("LANG", "C.UTF-8").args(command).args(["--format", format]);
    program.arg("--since").arg(old());
    for (nth, (facet, ids)) in chosen.iter().enumerate() {
        let option = format!("--{facet}");
        if nth % 2 == 0 {
            program.args([option, ids.iter().cloned().collect::<Vec<_>>().join(",")]);
        } else {
            for id in ids {
                program.args([&option, id]);
            }
        }
    }
    let output = program.output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let nothing = match command[0] {
        "list" | "matrix" => admitted(&embedded(), chosen).is_empty(),
        _ => text == "[]\n",
    };
    let code = Some(i32::from(nothing));
    assert_eq!(output.status.code(), code, "{command:?} {chosen:?}: {text}{:?}", output.stderr);
    text
}

fn json(command: &[&str], chosen: &Chosen) -> Value {
    serde_json::from_str(&print(command, chosen, "json")).unwrap()
}

fn ids(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap().to_owned()).collect()
}

/// The numbers of `matrix --format tsv` by row and column.
fn matrix(rows: &str, columns: &str, chosen: &Chosen) -> BTreeMap<(String, String), usize> {
    let tsv = print(&["matrix", "--rows", rows, "--columns", columns], chosen, "tsv");
    let mut lines = tsv.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let heading = lines.next().unwrap();
    assert_eq!((heading[0], heading[heading.len() - 1]), (rows, "total"));
    let mut cells = BTreeMap::new();
    for line in lines {
        assert_eq!(line.len(), heading.len());
        for (column, cell) in heading.iter().zip(&line).skip(1) {
            cells.insert((line[0].to_owned(), (*column).to_owned()), cell.parse().unwrap());
        }
    }
    cells
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_command_counts_the_same(
        picks in picks(),
        rows in prop::sample::select(vec!["region", "zone", "topic", "partner"]),
        columns in prop::sample::select(vec!["stage", "topic", "zone", "place"]),
    ) {
        let data = embedded();
        let chosen = chosen(&data, &picks);
        let left = admitted(&data, &chosen);
        let has = |facet: &str, id: &str| -> Vec<String> {
            let all = data["initiatives"].as_array().unwrap().iter();
            let has = all.filter(|initiative| values(&data, initiative, facet).contains(id));
            has.map(|i| i["id"].as_str().unwrap().to_owned()).filter(|i| left.contains(i)).collect()
        };
        prop_assert_eq!(ids(&json(&["list"], &chosen)), &left[..]);
        prop_assert_eq!(print(&["list"], &chosen, "tsv").lines().count(), left.len() + 1);
        let csv = print(&["list"], &chosen, "csv");
        let csv = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes()).into_records().count();
        prop_assert_eq!(csv, left.len());

        for ((row, column), cell) in matrix(rows, columns, &chosen) {
            let both = has(rows, &row);
            let in_column = if column == "total" { both.clone() } else { has(columns, &column) };
            let both: BTreeSet<_> = both.iter().filter(|i| in_column.contains(i)).collect();
            prop_assert_eq!(cell, both.len(), "{} {}", row, column);
        }
        let table = json(&["matrix", "--rows", rows, "--columns", columns], &chosen);
        prop_assert_eq!(table["total"].as_u64().unwrap() as usize, left.len());
        for (id, total) in table["columns"].as_array().unwrap().iter().zip(table["totals"].as_array().unwrap()) {
            prop_assert_eq!(total.as_u64().unwrap() as usize, has(columns, id.as_str().unwrap()).len());
        }

        let partners = json(&["partners"], &chosen);
        for partner in partners.as_array().unwrap() {
            let listed: Vec<String> = serde_json::from_value(partner["initiatives"].clone()).unwrap();
            prop_assert_eq!(listed, has("partner", partner["id"].as_str().unwrap()));
        }
        let shown = |id: &String| {
            let entry = data["partners"].as_array().unwrap().iter().find(|p| p["id"] == **id).unwrap();
            let seat = place(entry).is_none_or(|seat| chosen.get("place").is_none_or(|c| c.contains(&seat)));
            let seat = seat && (place(entry).is_some() || !chosen.contains_key("place"));
            let named = chosen.get("partner").is_none_or(|c| c.contains(id));
            chosen.is_empty() || seat && named && !has("partner", id).is_empty()
        };
        let wanted: BTreeSet<_> = all(&data, "partner").into_iter().filter(shown).collect();
        prop_assert_eq!(ids(&partners).into_iter().collect::<BTreeSet<_>>(), wanted);

        let hits = json(&["search", "人才"], &chosen);
        let hits = hits.as_array().unwrap().iter().filter(|hit| hit["kind"] == "initiative");
        prop_assert!(hits.into_iter().all(|hit| left.contains(&hit["id"].as_str().unwrap().to_owned())));
    }
}
