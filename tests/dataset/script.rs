//! The two scripts of Chinese: the same text in each, and one norm in Traditional.

use ferrous_opencc::{OpenCC, config::BuiltinConfig};

use super::{assert_none, dataset, texts};

/// zh-Hant in the script and with the quotation marks of zh-Hans.
pub(super) fn simplified(hant: &str) -> String {
    let t2s = OpenCC::from_config(BuiltinConfig::T2s).unwrap();
    let mark = |c| match c {
        '「' => '“',
        '」' => '”',
        '『' => '‘',
        '』' => '’',
        _ => c,
    };
    t2s.convert(hant).chars().map(mark).collect()
}

#[test]
fn traditional_turns_back_into_simplified() {
    let dataset = dataset();
    let pairs = texts(&dataset, "zh-Hans").into_iter().zip(texts(&dataset, "zh-Hant"));
    assert_none(pairs.filter(|((_, hans), (_, hant))| simplified(hant) != *hans));
}

#[test]
fn no_simplified_character_stands_in_a_traditional_text() {
    /// Characters that are Traditional as well, though OpenCC prefers another (巖).
    const BOTH: &str = "岩";
    let dataset = dataset();
    let [t2s, s2t] = [BuiltinConfig::T2s, BuiltinConfig::S2t].map(|way| OpenCC::from_config(way).unwrap());
    let simplified = |c: char| {
        let c = String::from(c);
        t2s.convert(&c) == c && s2t.convert(&c) != c && !BOTH.contains(&c)
    };
    assert_none(texts(&dataset, "zh-Hant").into_iter().filter(|(_, text)| text.contains(simplified)));
}

#[test]
fn traditional_keeps_to_the_forms_and_quotation_marks_of_taiwan() {
    /// The Hong Kong and older forms of 著 梁 裡 為 線 群 峰 衛 說 床, which would turn back just as well.
    const OTHER_NORM: &str = "着樑裏爲綫羣峯衞説牀";
    /// “ ” are those of zh-Hans; Traditional has 「 」, and 『 』 inside them (CLREQ).
    const OTHER_MARKS: &str = "“”‘’";
    let dataset = dataset();
    let other = |c| OTHER_NORM.contains(c) || OTHER_MARKS.contains(c);
    assert_none(texts(&dataset, "zh-Hant").into_iter().filter(|(_, text)| text.contains(other)));
}
