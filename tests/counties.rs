//! Real names: every county, city and prefecture of China is found as somebody would type it.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

use yixin::programme::{Kind, Language, Origin, Programme, Record, open};
use yixin::search::{Index, Query, search};

const COUNTIES: &str = include_str!("search/counties.tsv");

/// The names and how they are read.
fn counties() -> Vec<(&'static str, &'static str)> {
    let lines = COUNTIES.lines().filter(|line| !line.starts_with('#'));
    let counties: Vec<_> = lines.map(|line| line.split_once('\t').unwrap()).collect();
    assert!(counties.len() > 3200);
    counties
}

/// The embedded dataset with the counties for its partners.
fn programme(counties: &[(&str, &str)]) -> Programme {
    let mut data: serde_json::Value = serde_json::from_str(include_str!("../data/programme.json")).unwrap();
    let partner = |(nth, (name, _)): (usize, &(&str, &str))| serde_json::json!({ "id": format!("county-{nth}"), "name": { "zh-Hans": name }, "kind": "government" });
    data["partners"] = counties.iter().enumerate().map(partner).collect();
    for initiative in data["initiatives"].as_array_mut().unwrap() {
        initiative["partners"] = serde_json::json!([]);
    }
    open(Origin::Bytes(data.to_string().as_bytes()), &|_| true).unwrap()
}

/// The first letter of each syllable, told by what each character may be read as.
fn initials(name: &str) -> String {
    name.chars().filter_map(|c| yixin::text::readings(c).next()?.chars().next()).collect()
}

#[test]
fn every_county_is_found_by_pinyin_and_by_initials() {
    let counties = counties();
    let programme = programme(&counties);
    let index = Index::build(&programme);
    let mut missed = Vec::new();
    for (nth, (name, pinyin)) in counties.iter().enumerate() {
        let county = programme.find(Kind::Partner, &format!("county-{nth}")).unwrap();
        for typed in [*name, *pinyin, &initials(name)] {
            let hits = index.search(&programme, &Query::parse(typed), usize::MAX, |_| true);
            if !hits.iter().any(|hit| hit.record == county) {
                missed.push((name, typed.to_owned()));
            }
        }
    }
    assert!(missed.is_empty(), "{} of {}: {missed:?}", missed.len(), 3 * counties.len());
}

#[test]
fn of_the_counties_read_alike_none_goes_before_the_one_that_is_read_so() {
    let counties = counties();
    let programme = programme(&counties);
    let within = |record: Record| record.kind() == Kind::Partner;
    for typed in ["laotingxian", "lvliangshi", "lyuliangshi", "yvyaoshi", "xvyixian", "qvfushi"] {
        let best = search(&programme, &Query::parse(typed), 1, within);
        let plain = typed.replace("lyu", "lv").replace("yv", "yu").replace("xv", "xu").replace("qv", "qu");
        let read = |name: &str| counties.iter().any(|(county, pinyin)| *county == name && *pinyin == plain);
        let best = programme.name(best[0].record).get(Language::ZhHans);
        assert!(read(best), "{typed}: {best}");
    }
}

/// 单 is mostly read *dan*.
#[test]
fn a_whole_name_goes_before_a_part_though_its_character_is_mostly_read_otherwise() {
    let counties = counties();
    let programme = programme(&counties);
    for (typed, name) in [("shanxian", "单县"), ("yuxian", "蔚县")] {
        let best = search(&programme, &Query::parse(typed), 3, |record| record.kind() == Kind::Partner);
        let names = best.iter().map(|hit| programme.name(hit.record).get(Language::ZhHans));
        assert!(names.clone().any(|found| found == name), "{typed}: {:?}", names.collect::<Vec<_>>());
    }
}
