//! What holds for any text, any width and either policy.

use proptest::prelude::*;
use proptest::sample::select;
use unicode_segmentation::UnicodeSegmentation;
use yixin::text::WidthPolicy::{self, Narrow, Wide};
use yixin::text::{clean, clip, fit, pad, pad_left, plain_punctuation, truncate, wrap};

const NO_START: &str = "，。、；：！？）》」』】〕”’…—·%℃";
const NO_END: &str = "（《「『【〔“‘";

fn policy() -> impl Strategy<Value = WidthPolicy> {
    select(vec![Narrow, Wide])
}

/// Prose as the dataset has it: Chinese with its marks, quotations, numbers, words, emoji, combining marks.
fn prose() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "青",
        "海",
        "人",
        "才",
        "“绿色算力”",
        "，",
        "。",
        "、",
        "（双聘）",
        "《规划》",
        "2024年",
        "50多项",
        "100%",
        "31个",
        "3.5万",
        "180℃",
        " Xining ",
        "AI",
        "……",
        "——",
        "扎西·多杰",
        "①",
        "é",
        "e\u{301}",
        "👨‍👩‍👧",
        "‘院士’",
        "！",
        "：",
        "𠀀",
        " ",
        "第24批",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Any cleaned text.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![prose(), ".*".prop_map(|text: String| clean(&text).into_owned())]
}

/// The lines in order with what lies between them: `None` if they aren't slices of the text in its order.
fn gaps<'a>(text: &'a str, lines: &[&str]) -> Option<Vec<&'a str>> {
    let mut gaps = Vec::new();
    let mut end = 0;
    for line in lines {
        let start = (line.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        gaps.push(text.get(end..start)?);
        end = start + line.len();
    }
    gaps.push(text.get(end..)?);
    Some(gaps)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_fit_and_lose_nothing(text in any_text(), columns in 0usize..90, policy in policy()) {
        let lines = wrap(&text, columns, policy);
        let gaps = gaps(&text, &lines).expect("slices in order");
        prop_assert!(gaps.iter().all(|gap| gap.chars().all(|c| c == ' ' || c == '\u{3000}')), "{gaps:?}");
        for line in lines {
            let one = line.graphemes(true).count() == 1;
            prop_assert!(policy.columns(line) <= columns || columns < 2 && one, "{line:?}");
        }
    }

    #[test]
    fn no_line_of_prose_starts_or_ends_against_the_rules(
        text in prose(), columns in 40usize..90, policy in policy(),
    ) {
        // Marks that nothing else separates form a run that may be wider than a line; it has to break.
        let marks = text.split(|c: char| !(NO_START.contains(c) || NO_END.contains(c)));
        prop_assume!(marks.map(|run| policy.columns(run)).max().unwrap_or(0) < columns / 3);
        let lines = wrap(&text, columns, policy);
        for (n, line) in lines.iter().enumerate() {
            prop_assert!(n == 0 || !line.starts_with(|c| NO_START.contains(c)), "start of {line:?}");
            let last = n + 1 == lines.len();
            prop_assert!(last || !line.ends_with(|c| NO_END.contains(c)), "end of {line:?}");
            let next = lines.get(n + 1).map_or("", |next| next);
            let digit = line.ends_with(|c: char| c.is_ascii_digit());
            prop_assert!(!(digit && next.starts_with(['年', '多', '%', '个', '万', '℃', '批', '.'])), "{line:?}");
            prop_assert!(!(line.ends_with('…') && next.starts_with('…')), "{line:?}");
        }
    }

    #[test]
    fn a_line_breaks_no_sooner_than_it_must(
        words in prop::collection::vec("[a-z]{1,8}", 1..30), columns in 8usize..40,
    ) {
        let text = words.join(" ");
        for pair in wrap(&text, columns, Narrow).windows(2) {
            let word = pair[1].split(' ').next().unwrap_or_default();
            prop_assert!(pair[0].len() + 1 + word.len() > columns, "{pair:?}");
        }
    }

    #[test]
    fn truncated_and_padded_exactly(text in any_text(), columns in 0usize..90, policy in policy()) {
        for ellipsis in ["…", "...", ""] {
            let cut = truncate(&text, columns, policy, ellipsis);
            prop_assert!(policy.columns(&cut) <= columns);
            prop_assert_eq!(policy.columns(&text) <= columns, cut == text);
            prop_assert_eq!(policy.columns(&fit(&text, columns, policy, ellipsis)), columns);
        }
        let padded = policy.columns(&text).max(columns);
        prop_assert_eq!(policy.columns(&pad(&text, columns, policy)), padded);
        prop_assert_eq!(policy.columns(&pad_left(&text, columns, policy)), padded);
    }

    #[test]
    fn a_window_shows_what_scrolling_leaves(
        text in any_text(), skip in 0usize..90, columns in 0usize..90, policy in policy(),
    ) {
        let all = policy.columns(&text);
        let shown = policy.columns(&clip(&text, skip, columns, policy));
        let most = all.saturating_sub(skip).min(columns);
        prop_assert!(shown == most || shown + 1 == most, "{shown} of {most}");
    }

    #[test]
    fn plain_text_takes_the_same_columns_everywhere(text in any_text()) {
        let plain = plain_punctuation(&text);
        prop_assert_eq!(Narrow.columns(&plain), Wide.columns(&plain));
    }
}
