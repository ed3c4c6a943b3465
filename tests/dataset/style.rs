//! How an editor would leave the texts: short titles, no word twice, each record for itself.

use serde_json::Value;
use yixin::text::WidthPolicy;

use super::{assert_none, dataset, entries, nodes, numbers, texts};

/// The running text of each zone, region and initiative in one language, with the record's id.
fn prose<'a>(dataset: &'a Value, tag: &str) -> Vec<(&'a Value, &'a str)> {
    let fields = [("zones", "role"), ("regions", "profile"), ("initiatives", "summary")];
    let of = |(list, field): (&str, &str)| {
        entries(dataset, list).iter().map(|r| (&r["id"], r[field][tag].as_str().unwrap())).collect::<Vec<_>>()
    };
    fields.into_iter().flat_map(of).collect()
}

#[test]
fn a_title_fits_its_row() {
    /// Columns that a title may take. No title needs more for the sake of a name.
    const WIDEST: [(&str, usize); 3] = [("zh-Hans", 36), ("zh-Hant", 36), ("en", 45)];
    let dataset = dataset();
    let too_wide = WIDEST.into_iter().flat_map(|(tag, widest)| {
        let titles = entries(&dataset, "initiatives").iter().map(move |i| i["title"][tag].as_str().unwrap());
        titles.filter(move |title| WidthPolicy::Narrow.columns(title) > widest)
    });
    assert_none(too_wide);
}

#[test]
fn no_english_text_takes_the_prefecture_for_the_island() {
    let dataset = dataset();
    let bare = |text: &str| {
        text.split("Hainan")
            .skip(1)
            .any(|rest| !rest.starts_with(" Prefecture") && !rest.starts_with(" Tibetan"))
    };
    assert_none(texts(&dataset, "en").into_iter().filter(|(_, t)| bare(t) || t.contains("Guoluo")));
}

#[test]
fn a_partners_place_is_a_province_or_the_whole_country() {
    const PLACES: [(&str, &str); 12] = [
        ("全国", "Nationwide"),
        ("北京", "Beijing"),
        ("上海", "Shanghai"),
        ("天津", "Tianjin"),
        ("江苏", "Jiangsu"),
        ("浙江", "Zhejiang"),
        ("山东", "Shandong"),
        ("湖北", "Hubei"),
        ("甘肃", "Gansu"),
        ("广东", "Guangdong"),
        ("江西", "Jiangxi"),
        ("青海", "Qinghai"),
    ];
    let dataset = dataset();
    let places = entries(&dataset, "partners").iter().filter_map(|p| p.get("place"));
    let known =
        |place: &Value| PLACES.iter().any(|(hans, en)| place["zh-Hans"] == *hans && place["en"] == *en);
    assert_none(places.filter(|place| !known(place)));
}

#[test]
fn a_figures_label_says_more_than_its_unit() {
    let dataset = dataset();
    let figures = entries(&dataset, "initiatives").iter().flat_map(|i| i["figures"].as_array().unwrap());
    let repeats = |figure: &&Value| {
        ["zh-Hans", "zh-Hant", "en"].into_iter().any(|tag| {
            let [unit, label] =
                ["unit", "label"].map(|field| figure[field][tag].as_str().unwrap().to_lowercase());
            label.contains(&unit)
        })
    };
    assert_none(figures.filter(repeats));
}

#[test]
fn a_number_under_ten_is_a_word_in_english_prose() {
    let dataset = dataset();
    let figure = |path: &String| path.contains(".figures[");
    let texts = texts(&dataset, "en").into_iter().filter(|(path, _)| !figure(path));
    assert_none(texts.filter(|(_, text)| numbers(text).iter().any(|number| number.len() == 1)));
}

#[test]
fn a_record_stands_for_itself() {
    let dataset = dataset();
    let first = |text: &str, end: char| text.split(end).next().unwrap().to_owned();
    let leans_in_chinese =
        prose(&dataset, "zh-Hans").into_iter().filter(|(_, text)| first(text, '。').contains('还'));
    let leans = |sentence: &str| [" also ", " further ", " too "].iter().any(|word| sentence.contains(word));
    let leans_in_english = prose(&dataset, "en").into_iter().filter(|(_, text)| leans(&first(text, '.')));
    assert_none(leans_in_chinese.chain(leans_in_english));
}

#[test]
fn green_computing_is_power_where_a_text_first_names_it() {
    let dataset = dataset();
    let bare =
        |text: &str| text.split("green computing").nth(1).is_some_and(|rest| !rest.starts_with(" power"));
    assert_none(prose(&dataset, "en").into_iter().filter(|(_, text)| bare(text)));
}

#[test]
fn quotation_marks_stand_in_pairs() {
    let dataset = dataset();
    let unpaired = |(tag, open, close): (&str, char, char)| {
        let strings = texts(&dataset, tag).into_iter();
        strings.filter(|(_, text)| text.matches(open).count() != text.matches(close).count()).count()
    };
    assert_eq!([("zh-Hans", '“', '”'), ("zh-Hant", '「', '」'), ("en", '“', '”')].map(unpaired), [0; 3]);
    assert_none(
        nodes(&dataset, String::new())
            .into_iter()
            .filter(|(_, n)| n.as_str().is_some_and(|t| t.contains('"'))),
    );
}
