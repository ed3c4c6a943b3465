//! The dataset against the article that it is written from, and against what its form promises.
//!
//! The article is a newspaper's and not ours to publish. `dataset/article.json` is its fingerprint: the numbers
//! and quoted names of each paragraph, and hashes that know its wording again without saying it.

#![allow(clippy::unwrap_used)]

#[path = "dataset/script.rs"]
mod script;
#[path = "dataset/style.rs"]
mod style;
#[path = "dataset/terms.rs"]
mod terms;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use unicode_normalization::is_nfc;
use yixin::programme::{self, Language, Stage};
use yixin::text::is_unsafe;

const DATASET: &str = include_str!("../data/programme.json");
const ARTICLE: &str = include_str!("dataset/article.json");

/// The longest run that a text may share with the article, in letters and digits: no name in it is longer.
const OWN_WORDS: usize = 24;

#[derive(Serialize, Deserialize)]
struct Article {
    /// By id: `¶4`, `C1` for a caption, `§2` for a heading.
    paragraphs: BTreeMap<String, Paragraph>,
    /// Sorted hashes of every run of `OWN_WORDS + 1` letters and digits, eight a row.
    windows: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Paragraph {
    numbers: BTreeSet<String>,
    names: BTreeSet<String>,
    /// How many of its passages were restored.
    restored: usize,
}

impl Article {
    /// Reads the article's own form: a line `[¶4] text` for a paragraph, `⟦ ⟧` around a restored passage.
    fn of(file: &str) -> Self {
        let mut paragraphs = BTreeMap::new();
        let mut hashes = BTreeSet::new();
        for (id, text) in file.lines().filter_map(|line| line.strip_prefix('[')?.split_once("] ")) {
            let restored = text.matches('⟦').count();
            let text = text.replace(['⟦', '⟧'], "").replace('\u{a0}', " ");
            hashes.extend(letters(&text).windows(OWN_WORDS + 1).map(hash));
            let paragraph = Paragraph { numbers: numbers(&text), names: quoted(&text), restored };
            paragraphs.insert(id.replace(' ', ""), paragraph);
        }
        let hashes: Vec<String> = hashes.into_iter().collect();
        Self { paragraphs, windows: hashes.chunks(8).map(|row| row.join(" ")).collect() }
    }

    fn fingerprint() -> Self {
        serde_json::from_str(ARTICLE).unwrap()
    }
}

#[test]
#[ignore = "writes the fingerprint: YIXIN_ARTICLE=FILE cargo test --test dataset -- --ignored"]
fn write_the_fingerprint() {
    let file = std::env::var("YIXIN_ARTICLE").unwrap();
    let article = Article::of(&std::fs::read_to_string(file).unwrap());
    let json = serde_json::to_string_pretty(&article).unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/dataset/article.json");
    std::fs::write(path, json + "\n").unwrap();
}

/// The text without punctuation and spaces.
fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// FNV-1a of 64 bits over UTF-8, folded to 48 bits, in hexadecimal.
fn hash(window: &[char]) -> String {
    let text: String = window.iter().collect();
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    format!("{:012x}", (hash ^ (hash >> 48)) & 0xffff_ffff_ffff)
}

/// The runs of ASCII digits.
fn numbers(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).map(String::from).collect()
}

/// What stands in “ ” or 《 》.
fn quoted(text: &str) -> BTreeSet<String> {
    let inside = |open, close| {
        text.split(open)
            .skip(1)
            .filter_map(move |rest: &str| rest.split_once(close))
            .map(|(name, _)| name.into())
    };
    inside('“', '”').chain(inside('《', '》')).collect()
}

fn dataset() -> Value {
    serde_json::from_str(DATASET).unwrap()
}

/// Every value below this one and itself, with its path.
fn nodes(value: &Value, path: String) -> Vec<(String, &Value)> {
    let below: Vec<_> = match value {
        Value::Object(fields) => fields.iter().flat_map(|(k, v)| nodes(v, format!("{path}.{k}"))).collect(),
        Value::Array(list) => {
            list.iter().enumerate().flat_map(|(i, v)| nodes(v, format!("{path}[{i}]"))).collect()
        }
        _ => Vec::new(),
    };
    [(path, value)].into_iter().chain(below).collect()
}

/// Every text below a value in one language, with its path.
fn texts<'a>(value: &'a Value, tag: &str) -> Vec<(String, &'a str)> {
    let text = |(path, node): (String, &'a Value)| Some((path, node.get(tag)?.as_str()?));
    nodes(value, String::new()).into_iter().filter_map(text).collect()
}

/// Every record that cites the article, with its path.
fn records(dataset: &Value) -> Vec<(String, &Value)> {
    nodes(dataset, String::new()).into_iter().filter(|(_, node)| node.get("cites").is_some()).collect()
}

/// The paragraphs that a record cites.
fn cited(record: &Value) -> Vec<&str> {
    let cites = record["cites"].as_array().unwrap();
    cites.iter().map(|cite| cite["paragraph"].as_str().unwrap()).collect()
}

fn entries<'a>(dataset: &'a Value, list: &str) -> &'a [Value] {
    dataset[list].as_array().unwrap()
}

/// Fails with every fault on a line of its own.
#[track_caller]
fn assert_none<T: Debug>(faults: impl IntoIterator<Item = T>) {
    let faults: Vec<String> = faults.into_iter().map(|fault| format!("{fault:?}")).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_reference_resolves() {
    programme::embedded().unwrap();
}

#[test]
fn an_id_is_kebab_case_and_names_one_thing() {
    let dataset = dataset();
    let mut seen = BTreeSet::new();
    for list in ["sources", "zones", "regions", "topics", "partners", "initiatives"] {
        for id in entries(&dataset, list).iter().map(|entry| entry["id"].as_str().unwrap()) {
            assert!(seen.insert(id), "{id} stands twice");
            let word =
                |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
            assert!(id.split('-').all(word), "{id}");
        }
    }
}

#[test]
fn every_text_stands_in_three_languages() {
    let dataset = dataset();
    let whole = |text: &Value| text.as_str().is_some_and(|text| !text.is_empty() && text.trim() == text);
    let complete = |text: &Value| Language::ALL.iter().all(|language| whole(&text[language.tag()]));
    let texts = nodes(&dataset, String::new()).into_iter().filter(|(_, node)| node.get("zh-Hans").is_some());
    assert_none(texts.filter(|(_, text)| !complete(text)));
}

#[test]
fn no_character_is_invisible_or_decomposed() {
    let dataset = dataset();
    let strings =
        nodes(&dataset, String::new()).into_iter().filter_map(|(path, n)| Some((path, n.as_str()?)));
    assert_none(strings.filter(|(_, text)| !is_nfc(text) || text.contains(is_unsafe)));
}

#[test]
fn every_paragraph_is_cited_and_every_cite_exists() {
    let dataset = dataset();
    let article = Article::fingerprint();
    let cited: BTreeSet<&str> = records(&dataset).into_iter().flat_map(|(_, r)| cited(r)).collect();
    let citable = article.paragraphs.keys().map(String::as_str).filter(|id| !id.starts_with('§')).collect();
    assert_eq!(cited, citable);
    assert_eq!(cited.len(), 15 + 4);
}

#[test]
fn a_restored_passage_is_marked_where_it_is_cited() {
    let dataset = dataset();
    let article = Article::fingerprint();
    let restored = article.paragraphs.iter().filter(|(_, p)| p.restored > 0).map(|(id, _)| id.as_str());
    let cites = nodes(&dataset, String::new()).into_iter().map(|(_, node)| node);
    let marked = cites.filter(|node| node.get("restored").is_some_and(|restored| restored == true));
    let marked: BTreeSet<&str> = marked.map(|cite| cite["paragraph"].as_str().unwrap()).collect();
    assert_eq!(marked, restored.collect());
    assert_eq!(article.paragraphs.values().map(|p| p.restored).sum::<usize>(), 5);
}

#[test]
fn every_number_stands_in_the_paragraphs_cited() {
    let dataset = dataset();
    let article = Article::fingerprint();
    let mut faults = Vec::new();
    for (path, record) in records(&dataset) {
        let known: BTreeSet<&String> =
            cited(record).iter().flat_map(|id| &article.paragraphs[*id].numbers).collect();
        let texts = ["zh-Hans", "zh-Hant", "en", "value"].into_iter().flat_map(|tag| texts(record, tag));
        let numbers = texts.flat_map(|(at, text)| numbers(text).into_iter().map(move |n| (at.clone(), n)));
        faults.extend(numbers.filter(|(_, n)| !known.contains(n)).map(|(at, n)| format!("{path}{at}: {n}")));
    }
    assert_none(faults);
}

#[test]
fn every_quoted_name_of_the_article_has_its_place() {
    let dataset = dataset();
    let known: BTreeSet<String> =
        texts(&dataset, "zh-Hans").into_iter().flat_map(|(_, text)| quoted(text)).collect();
    let names = Article::fingerprint().paragraphs.into_values().flat_map(|paragraph| paragraph.names);
    assert_none(names.filter(|name| !known.contains(name)));
}

#[test]
fn the_wording_is_not_the_articles() {
    let dataset = dataset();
    let article = Article::fingerprint();
    let windows: BTreeSet<&str> = article.windows.iter().flat_map(|row| row.split(' ')).collect();
    let copied = |text: &str| {
        letters(text).windows(OWN_WORDS + 1).any(|window| windows.contains(hash(window).as_str()))
    };
    assert_none(texts(&dataset, "zh-Hans").into_iter().filter(|(_, text)| copied(text)));
}

#[test]
fn every_topic_and_every_partner_is_used() {
    let dataset = dataset();
    let initiatives = entries(&dataset, "initiatives");
    let partners = initiatives.iter().flat_map(|i| i["partners"].as_array().unwrap());
    let used: BTreeSet<&str> =
        initiatives.iter().map(|i| &i["topic"]).chain(partners).map(|id| id.as_str().unwrap()).collect();
    let all = entries(&dataset, "topics").iter().chain(entries(&dataset, "partners"));
    assert_eq!(used, all.map(|entry| entry["id"].as_str().unwrap()).collect());
}

#[test]
fn the_regions_have_their_codes_zones_and_official_names() {
    // Codes: GB/T 2260.
    let table = [
        ("xining", "630100", "innovation", "Xining City"),
        ("haidong", "630200", "innovation", "Haidong City"),
        ("haixi", "632800", "industry", "Haixi Mongol and Tibetan Autonomous Prefecture"),
        ("hainan", "632500", "industry", "Hainan Tibetan Autonomous Prefecture"),
        ("haibei", "632200", "feature", "Haibei Tibetan Autonomous Prefecture"),
        ("yushu", "632700", "feature", "Yushu Tibetan Autonomous Prefecture"),
        ("golog", "632600", "feature", "Golog Tibetan Autonomous Prefecture"),
        ("huangnan", "632300", "feature", "Huangnan Tibetan Autonomous Prefecture"),
    ];
    let dataset = dataset();
    let field = |value: &Value| value.as_str().unwrap().to_owned();
    let regions = entries(&dataset, "regions").iter();
    let regions = regions.map(|r| [&r["id"], &r["code"], &r["zone"], &r["name"]["en"]].map(field));
    assert_eq!(regions.collect::<Vec<_>>(), table.map(|(id, code, zone, name)| [id, code, zone, name]));
}

#[test]
fn the_stages_stand_in_the_chains_order() {
    for initiative in programme::embedded().unwrap().initiatives {
        let chain: Vec<Stage> = Stage::ALL.into_iter().filter(|s| initiative.stages.contains(s)).collect();
        assert_eq!(*initiative.stages, *chain, "{}", initiative.id);
    }
}
