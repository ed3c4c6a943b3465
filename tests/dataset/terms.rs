//! One English term for each Chinese one: `data/terms.tsv`, held to in every record.

use super::script::simplified;
use super::{assert_none, dataset, entries, texts};

const TERMS: &str = include_str!("../../data/terms.tsv");

struct Term {
    hans: &'static str,
    hant: &'static str,
    /// The term, and what else may stand for it; in lower case.
    english: Vec<String>,
}

fn terms() -> Vec<Term> {
    let mut rows = TERMS.lines().filter(|line| !line.starts_with('#'));
    assert_eq!(rows.next(), Some("zh-Hans\tzh-Hant\ten\talso\tnote"));
    rows.map(term).collect()
}

fn term(row: &'static str) -> Term {
    let fields: Vec<&str> = row.split('\t').collect();
    let [hans, hant, en, also, _note] = fields[..] else { panic!("not five fields: {row}") };
    let also = also.split("; ").filter(|form| !form.is_empty());
    let english: Vec<String> = [en].into_iter().chain(also).map(str::to_lowercase).collect();
    assert!([hans, hant, en].iter().all(|field| !field.is_empty() && field.trim() == *field), "{row}");
    Term { hans, hant, english }
}

/// Every record as its id and its text in each language; the texts of one language are lines.
fn records() -> Vec<(String, [String; 3])> {
    let dataset = dataset();
    let lists = ["sources", "zones", "regions", "topics", "partners", "initiatives"];
    let entries = lists.into_iter().flat_map(|list| entries(&dataset, list));
    let whole =
        |record, tag| texts(record, tag).into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n");
    [&dataset["programme"]]
        .into_iter()
        .chain(entries)
        .map(|record| (record["id"].to_string(), ["zh-Hans", "zh-Hant", "en"].map(|tag| whole(record, tag))))
        .collect()
}

/// Whether a form stands in the text at the beginning of a word; its end is free, for a plural.
fn stands(form: &str, text: &str) -> bool {
    text.match_indices(form).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

#[test]
fn a_chinese_term_has_its_english_in_the_same_record() {
    let records = records();
    let mut faults = Vec::new();
    for Term { hans, hant, english } in terms() {
        let with: Vec<_> = records.iter().filter(|(_, [text, ..])| text.contains(hans)).collect();
        assert!(!with.is_empty(), "{hans} stands nowhere");
        for (id, [_, traditional, en]) in with {
            let en = en.to_lowercase();
            if !traditional.contains(hant) || !english.iter().any(|form| stands(form, &en)) {
                faults.push(format!("{id}: {hans} wants {hant} and {english:?}"));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn a_term_stands_once_and_alike_in_both_scripts() {
    let mut terms = terms();
    terms.sort_by_key(|term| term.hans);
    assert_none(terms.windows(2).filter(|pair| pair[0].hans == pair[1].hans).map(|pair| pair[0].hans));
    assert_none(terms.iter().filter(|term| simplified(term.hant) != term.hans).map(|term| term.hant));
}
