//! Two editions compared: a comparison says all that differs and nothing else, whatever was edited.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use yixin::page::change;
use yixin::programme::diff::{Entry, Json, Section};
use yixin::programme::{Changed, Diff, Kind, Language, Origin, Programme, Record, Written, open};

const LISTS: [&str; 6] = ["zones", "regions", "initiatives", "topics", "partners", "sources"];

fn parse(dataset: &Value) -> Programme {
    open(Origin::Bytes(dataset.to_string().as_bytes()), &|_| true).unwrap()
}

fn embedded() -> Value {
    serde_json::from_str(include_str!("../data/programme.json")).unwrap()
}

fn told(old: &Programme, new: &Programme) -> Value {
    serde_json::to_value(Json { diff: &Diff::of(old, new), old, new }).unwrap()
}

/// The dataset as the program would write it, its languages filled in.
fn written(programme: &Programme) -> Value {
    let entries = |section: Section| -> Value {
        section
            .entries(programme)
            .map(|entry| match entry {
                Entry::Record(record) => serde_json::to_value(Written(programme, record)).unwrap(),
                Entry::Source(source) => serde_json::to_value(&programme[source]).unwrap(),
            })
            .collect()
    };
    let mut all = json!({ "programme": Written(programme, Record::Programme) });
    for section in Section::ALL.into_iter().filter(|section| LISTS.contains(&section.id())) {
        all[section.id()] = entries(section);
    }
    all
}

/// The dataset with every list in one order, but for what is no list: a tile.
fn sorted(mut dataset: Value) -> Value {
    match &mut dataset {
        Value::Array(list) if !list.iter().any(Value::is_number) => {
            *list = std::mem::take(list).into_iter().map(sorted).collect();
            list.sort_by_cached_key(Value::to_string);
        }
        Value::Object(fields) => fields.values_mut().for_each(|value| *value = sorted(value.take())),
        _ => {}
    }
    dataset
}

/// The new edition made out of the old one, as a script would.
fn apply(diff: &Value, mut old: Value) -> Value {
    change_fields(&mut old["programme"], &diff["programme"]);
    for list in LISTS {
        let entries = old[list].as_array_mut().unwrap();
        entries.retain(|entry| !diff[list]["removed"].as_array().unwrap().contains(&entry["id"]));
        for change in diff[list]["changed"].as_array().unwrap() {
            let entry = entries.iter_mut().find(|entry| entry["id"] == change["id"]).unwrap();
            change_fields(entry, &change["fields"]);
        }
        entries.extend(diff[list]["added"].as_array().unwrap().iter().cloned());
    }
    for change in diff["places"]["changed"].as_array().unwrap() {
        let places = old["partners"].as_array_mut().unwrap().iter_mut().filter_map(|p| p.get_mut("place"));
        for place in places.filter(|place| place["zh-Hans"] == change["id"]) {
            *place = change["fields"]["name"]["new"].clone();
        }
    }
    old
}

fn change_fields(entry: &mut Value, fields: &Value) {
    for (name, change) in fields.as_object().unwrap() {
        if let Some(removed) = change.get("removed") {
            let list = entry[name].as_array_mut().unwrap();
            for item in removed.as_array().unwrap() {
                list.remove(list.iter().position(|known| known == item).unwrap());
            }
            list.extend(change["added"].as_array().unwrap().iter().cloned());
        } else if change["new"].is_null() {
            entry.as_object_mut().unwrap().remove(name);
        } else {
            entry[name] = change["new"].clone();
        }
    }
}

/// What an entry says of itself, less what a place is called in other languages.
fn own(mut entry: Value) -> Value {
    if let Some(place) = entry.get_mut("place") {
        *place = place["zh-Hans"].take();
    }
    sorted(entry)
}

/// The ids that a list of a comparison should have as removed, added and changed.
fn expected(old: &Value, new: &Value) -> [BTreeSet<String>; 3] {
    let find = |list: &Value, id: &Value| list.as_array().unwrap().iter().find(|e| e["id"] == *id).cloned();
    let ids = |list: &Value, wanted: &dyn Fn(&Value) -> bool| {
        let entries = list.as_array().unwrap().iter().filter(|entry| wanted(entry));
        entries.map(|entry| entry["id"].as_str().unwrap().to_owned()).collect()
    };
    [
        ids(old, &|entry| find(new, &entry["id"]).is_none()),
        ids(new, &|entry| find(old, &entry["id"]).is_none()),
        ids(new, &|entry| find(old, &entry["id"]).is_some_and(|before| own(before) != own(entry.clone()))),
    ]
}

/// The places of all texts.
fn texts(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(text) if text.contains_key("zh-Hans") => found.push(at),
        Value::Object(fields) => fields.iter().for_each(|(name, v)| texts(v, format!("{at}/{name}"), found)),
        Value::Array(list) => list.iter().enumerate().for_each(|(n, v)| texts(v, format!("{at}/{n}"), found)),
        _ => {}
    }
}

fn pick<'a, T>(from: &'a [T], pick: &Index) -> &'a T {
    &from[pick.index(from.len())]
}

/// One edit that leaves a dataset that can be read.
fn edit(dataset: &mut Value, kind: u8, picks: &[Index; 4], fresh: usize) {
    let [first, second, third, fourth] = picks;
    let initiatives = dataset["initiatives"].as_array().unwrap().len();
    let one = format!("/initiatives/{}", first.index(initiatives));
    let other = dataset.pointer(&format!("/initiatives/{}", second.index(initiatives))).unwrap().clone();
    let field = *pick(&["measures", "people", "figures", "cites", "partners", "stages", "regions"], third);
    match kind {
        0 => drop(dataset["initiatives"].as_array_mut().unwrap().remove(first.index(initiatives))),
        1 => {
            let mut copy = dataset.pointer(&one).unwrap().clone();
            copy["id"] = json!(format!("copy-{fresh}"));
            dataset["initiatives"].as_array_mut().unwrap().insert(second.index(initiatives), copy);
        }
        2 => {
            let partners = dataset["partners"].as_array_mut().unwrap();
            let id = partners.remove(first.index(partners.len()))["id"].take();
            for initiative in dataset["initiatives"].as_array_mut().unwrap() {
                initiative["partners"].as_array_mut().unwrap().retain(|partner| *partner != id);
            }
        }
        3 => {
            let mut copy = pick(dataset["partners"].as_array().unwrap(), first).clone();
            copy["id"] = json!(format!("partner-{fresh}"));
            dataset["partners"].as_array_mut().unwrap().push(copy);
        }
        4 | 5 => {
            let mut found = Vec::new();
            texts(dataset, String::new(), &mut found);
            let text = dataset.pointer_mut(pick::<String>(&found, first)).unwrap();
            let language = *pick(&["zh-Hans", "zh-Hant", "en"], second);
            if kind == 5 && language != "zh-Hans" {
                text.as_object_mut().unwrap().remove(language);
            } else {
                let mut said: Vec<char> = text[language].as_str().unwrap_or("医").chars().collect();
                let at = third.index(said.len());
                said.splice(
                    at..at + fourth.index(said.len() - at),
                    "更新2处。New. ".chars().take(1 + fresh % 12),
                );
                text[language] = said.into_iter().collect::<String>().into();
            }
        }
        6 => {
            let list = *pick(&LISTS, first);
            dataset[list].as_array_mut().unwrap().reverse();
            for list in ["measures", "partners", "cites", "regions", "figures"] {
                dataset.pointer_mut(&one).unwrap()[list].as_array_mut().unwrap().reverse();
            }
        }
        7 => {
            let list = dataset.pointer_mut(&one).unwrap()[field].as_array_mut().unwrap();
            if list.len() > 1 {
                list.remove(fourth.index(list.len()));
            }
        }
        8 => {
            let list = dataset.pointer_mut(&one).unwrap()[field].as_array_mut().unwrap();
            let unique = ["partners", "stages", "regions"].contains(&field);
            let items =
                other[field].as_array().unwrap().iter().filter(|item| !unique || !list.contains(item));
            let items: Vec<_> = items.cloned().collect();
            list.extend(items);
        }
        9 => dataset.pointer_mut(&one).unwrap()["topic"] = other["topic"].clone(),
        10 => {
            let cites = dataset.pointer_mut(&one).unwrap()["cites"].as_array_mut().unwrap();
            cites.iter_mut().take(1).for_each(|cite| cite["restored"] = json!(fresh.is_multiple_of(2)));
        }
        11 => {
            let regions = dataset["regions"].as_array().unwrap();
            let (place, zone) = (first.index(regions.len()), pick(regions, second)["zone"].clone());
            let region = &mut dataset["regions"][place];
            region["zone"] = zone;
            region["tile"] = json!([fresh % 9, 1]);
            region["code"] = json!(format!("{:06}", fresh % 1_000_000));
        }
        12 => dataset.pointer_mut(&one).unwrap()["id"] = json!(format!("renamed-{fresh}")),
        _ => {
            let partners = dataset["partners"].as_array_mut().unwrap();
            let place = pick(partners, second).get("place").cloned();
            let partner = first.index(partners.len());
            match place {
                Some(place) => partners[partner]["place"] = place,
                None => drop(partners[partner].as_object_mut().unwrap().remove("place")),
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn all_that_was_edited_is_told_and_nothing_else(
        edits in proptest::collection::vec((0u8..14, any::<[Index; 4]>(), any::<u16>()), 0..12),
        before in 0usize..12,
    ) {
        let mut dataset = embedded();
        let mut old = parse(&dataset);
        for (number, (kind, picks, fresh)) in edits.iter().enumerate() {
            if number == before {
                old = parse(&dataset);
            }
            edit(&mut dataset, *kind, picks, number * 100_000 + usize::from(*fresh));
        }
        let new = parse(&dataset);
        let (was, is) = (written(&old), written(&new));
        let diff = told(&old, &new);
        prop_assert_eq!(sorted(apply(&diff, was.clone())), sorted(is.clone()));
        for list in LISTS {
            let ids = |part: &str, id: fn(&Value) -> &Value| -> BTreeSet<String> {
                diff[list][part].as_array().unwrap().iter().map(|e| id(e).as_str().unwrap().to_owned()).collect()
            };
            let told = [ids("removed", |id| id), ids("added", |e| &e["id"]), ids("changed", |e| &e["id"])];
            prop_assert_eq!(told, expected(&was[list], &is[list]), "{}", list);
        }
        let diff = Diff::of(&old, &new);
        prop_assert_eq!(diff.is_empty(), sorted(was) == sorted(is));
        for entry in Section::ALL.into_iter().flat_map(|section| diff.told(section, Changed::Changed)) {
            for language in Language::ALL {
                let lines = change::lines(&diff.changes(&old, &new, entry), language);
                prop_assert!(!lines.is_empty(), "{:?} in {:?}", entry, language);
            }
        }
    }
}

#[test]
fn a_record_knows_what_became_of_it() {
    let mut dataset = embedded();
    let old = parse(&dataset);
    let id = |n: usize| dataset["initiatives"][n]["id"].as_str().unwrap().to_owned();
    let (first, second) = (id(0), id(1));
    dataset["initiatives"][0]["topic"] = json!("health");
    dataset["initiatives"][1]["id"] = json!("brand-new");
    let title = dataset["initiatives"][1]["title"]["zh-Hans"].as_str().unwrap().replace("完成", "做成");
    dataset["initiatives"][1]["title"]["zh-Hans"] = json!(title);
    let new = parse(&dataset);
    let diff = Diff::of(&old, &new);
    let find = |id: &str| new.find(Kind::Initiative, id).unwrap();
    assert_eq!(diff.changed(find("brand-new")), Changed::New);
    assert_eq!(diff.changed(find(&first)), Changed::Changed);
    assert_eq!(diff.changed(new.find(Kind::Topic, "health").unwrap()), Changed::Same);
    assert_eq!(diff.before(find(&first)), Some(old.find(Kind::Initiative, &first).unwrap().into()));
    let gone: Vec<_> = diff.gone(Kind::Initiative).map(|entry| entry.id(&old)).collect();
    assert_eq!(gone, [&second]);
    let renamed: Vec<_> = diff.renamed().iter().map(|(a, b)| (a.id(&old), b.id(&new))).collect();
    assert_eq!(renamed, [(&*second, "brand-new")]);
}
