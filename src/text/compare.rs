//! What differs between two editions of a text: the sentences that do, and in them the words.
//!
//! UAX #29 parts Han text into single characters, and characters that two words happen to share would tear a change
//! into crumbs (`算力[-中-]心{+站+}`…). So Chinese is compared by characters, which needs no dictionary, and what little
//! stayed within a change then goes with it.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

use super::is_han;

/// A stretch of a text in two editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit<'a> {
    Same(&'a str),
    Gone(&'a str),
    New(&'a str),
}

/// A stretch of so many Han characters that stayed within a change goes with it.
const CRUMB: usize = 2;
/// Comparing takes steps by the product of the lengths in the worst case; beyond this, all counts as changed.
const MAX_STEPS: usize = 4_000_000;

/// The sentences that differ, in reading order, each as what stayed, what went and what came.
pub fn compare<'a>(old: &'a str, new: &'a str) -> Vec<Vec<Edit<'a>>> {
    let (before, after) = (sentences(old), sentences(new));
    let mut differing = Vec::new();
    for (gone, came) in changes(&slices(old, &before), &slices(new, &after)) {
        let (gone, came) = (&before[gone], &after[came]);
        if gone.len() == came.len() {
            let pairs = gone.iter().zip(came);
            differing.extend(pairs.map(|(a, b)| words(&old[a.clone()], &new[b.clone()])));
        } else {
            differing.push(words(whole(old, gone), whole(new, came)));
        }
    }
    differing
}

/// A sentence in two editions, either of which may be empty.
fn words<'a>(old: &'a str, new: &'a str) -> Vec<Edit<'a>> {
    let (head, tail) = common(old, new);
    let parts = |text: &'a str| {
        let end = text.len() - tail;
        let between = text[head..end].split_word_bound_indices();
        let between = between.map(|(at, word)| head + at..head + at + word.len());
        let (head, tail) = (std::iter::once(0..head), std::iter::once(end..text.len()));
        let all = head.chain(between).chain(tail);
        all.filter(|part| !part.is_empty()).collect::<Vec<_>>()
    };
    let (before, after) = (parts(old), parts(new));
    let mut changes = changes(&slices(old, &before), &slices(new, &after));
    join_over_crumbs(&mut changes, &slices(old, &before));
    let mut edits = Vec::new();
    let (mut at, mut kept) = (0, 0);
    for (gone, came) in changes {
        let same = whole(old, &before[at..gone.start]);
        kept += same.len();
        at = gone.end;
        edits.extend([Edit::Same(same), Edit::Gone(whole(old, &before[gone]))]);
        edits.push(Edit::New(whole(new, &after[came])));
    }
    let same = whole(old, &before[at..]);
    edits.push(Edit::Same(same));
    if (kept + same.len()) * 3 < old.len().max(new.len()) {
        // Hardly anything stayed: two sentences say it better than the remains of one.
        edits = vec![Edit::Gone(old), Edit::New(new)];
    }
    edits.retain(|edit| !matches!(edit, Edit::Same("") | Edit::Gone("") | Edit::New("")));
    edits
}

/// The bytes that two texts begin and end with alike, as far as a word surely ends and begins there: so much needs no
/// parting into words.
fn common(old: &str, new: &str) -> (usize, usize) {
    let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let same = (0..=same).rev().find(|&at| old.is_char_boundary(at)).unwrap_or(0);
    let head = bounds(&old[..same]).next_back().unwrap_or(0);
    let (old, new) = (&old[same..], &new[same..]);
    let same = old.bytes().rev().zip(new.bytes().rev()).take_while(|(a, b)| a == b).count();
    let same = (old.len() - same..=old.len()).find(|&at| old.is_char_boundary(at)).unwrap_or(old.len());
    let tail = bounds(&old[same..]).next().map_or(0, |at| old.len() - same - at);
    (head, tail)
}

/// Places within a text where a word begins whatever stands around it: between Han characters, after a blank.
fn bounds(text: &str) -> impl DoubleEndedIterator<Item = usize> {
    text.char_indices().filter_map(|(at, next)| {
        let before = text[..at].chars().next_back()?;
        let begins = is_han(before) && is_han(next) || before == ' ' && next.is_ascii_alphanumeric();
        begins.then_some(at)
    })
}

/// The sentences of a text (UAX #29), and what `；` and `;` part, without the blanks around them.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let bounds = text.split_sentence_bound_indices();
    let parts = bounds.flat_map(|(start, sentence)| {
        sentence.split_inclusive(['；', ';']).scan(start, |at, part| {
            let start = *at;
            *at += part.len();
            Some((start, part))
        })
    });
    let trimmed = parts.map(|(at, part)| {
        let start = at + part.len() - part.trim_start().len();
        start..start + part.trim().len()
    });
    trimmed.filter(|part| !part.is_empty()).collect()
}

/// Where two lists differ: ranges of the one and of the other, in order; one of the two may be empty.
fn changes(old: &[&str], new: &[&str]) -> Vec<(Range<usize>, Range<usize>)> {
    if old.len().saturating_mul(new.len()) > MAX_STEPS {
        return if old == new { Vec::new() } else { vec![(0..old.len(), 0..new.len())] };
    }
    let ops = capture_diff_slices(Algorithm::Myers, old, new);
    let changed = ops.into_iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    changed.map(|op| (op.old_range(), op.new_range())).collect()
}

fn join_over_crumbs(changes: &mut Vec<(Range<usize>, Range<usize>)>, old: &[&str]) {
    changes.dedup_by(|next, last| {
        let joins = is_crumb(&old[last.0.end..next.0.start]);
        if joins {
            (last.0.end, last.1.end) = (next.0.end, next.1.end);
        }
        joins
    });
}

/// Whether words are too little to stand between two changes: marks, blanks, a Han character or two.
fn is_crumb(words: &[&str]) -> bool {
    let letters = || words.iter().flat_map(|word| word.chars()).filter(|c| c.is_alphanumeric());
    letters().all(is_han) && letters().nth(CRUMB).is_none()
}

fn slices<'a>(text: &'a str, ranges: &[Range<usize>]) -> Vec<&'a str> {
    ranges.iter().map(|range| &text[range.clone()]).collect()
}

/// What some ranges in a row span; nothing for none.
fn whole<'a>(text: &'a str, ranges: &[Range<usize>]) -> &'a str {
    match ranges {
        [] => "",
        [first, .., last] => &text[first.start..last.end],
        [only] => &text[only.clone()],
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The sentences that differ, with `[-…-]` and `{+…+}`.
    fn told(old: &str, new: &str) -> Vec<String> {
        let told = |edit: &Edit<'_>| match edit {
            Edit::Same(text) => (*text).to_owned(),
            Edit::Gone(text) => format!("[-{text}-]"),
            Edit::New(text) => format!("{{+{text}+}}"),
        };
        compare(old, new).iter().map(|sentence| sentence.iter().map(told).collect()).collect()
    }

    #[test]
    fn words_are_marked_in_the_sentences_that_differ() {
        // (old, new, told)
        let table: [(&str, &str, &[&str]); 15] = [
            ("西宁市。", "西宁市。", &[]),
            ("建成。引进专家5名。", "建成。引进专家12名。", &["引进专家[-5-]{+12+}名。"]),
            (
                "西宁市创建共同体，全省首个",
                "海东市创建共同体，全省首个",
                &["[-西宁-]{+海东+}市创建共同体，全省首个"],
            ),
            // Characters that two words share are no reason to tear them apart.
            (
                "全省人才工作会议在西宁召开。",
                "全省科技人才大会议事在西宁召开。",
                &["全省[-人才工作会议-]{+科技人才大会议事+}在西宁召开。"],
            ),
            (
                "设立算力中心站点三处工作",
                "设立电力中枢站台三处工作",
                &["设立[-算力中心站点-]{+电力中枢站台+}三处工作"],
            ),
            ("引进人才。", "引进人才。培养骨干。", &["{+培养骨干。+}"]),
            ("引进人才。培养骨干。", "引进人才。", &["[-培养骨干。-]"]),
            (
                "He came. It rained hard.",
                "He came. It snowed hard. He left.",
                &["It [-rained-]{+snowed+} hard.{+ He left.+}"],
            ),
            (
                "A pool of ten advisers",
                "A pool of twelve advisers",
                &["A pool of [-ten-]{+twelve+} advisers"],
            ),
            (
                "the two old mines there",
                "the three new mines there",
                &["the [-two old-]{+three new+} mines there"],
            ),
            ("up 3.5% since May", "up 13.5% since May", &["up [-3.5-]{+13.5+}% since May"]),
            ("第一处；第二处；第三处", "第一处；第五处；第三处", &["第[-二-]{+五+}处；"]),
            ("“双聘”专家", "“双聘”学者", &["“双聘”[-专家-]{+学者+}"]),
            ("西宁市", "玉树州", &["[-西宁市-]{+玉树州+}"]),
            ("", "玉树州", &["{+玉树州+}"]),
        ];
        for (old, new, expected) in table {
            assert_eq!(told(old, new), expected, "{old} / {new}");
        }
    }

    #[test]
    fn endless_texts_take_no_endless_time() {
        let (old, new) = ("西宁".repeat(100_000), "海东".repeat(100_000));
        assert_eq!(compare(&old, &new), [[Edit::Gone(old.as_str()), Edit::New(new.as_str())]]);
    }

    proptest! {
        #[test]
        fn each_edition_can_be_read_off(old in "[西宁海东a-c0-2，。；. ]{0,24}", new in "[西宁海东a-c0-2，。；. ]{0,24}") {
            let told = compare(&old, &new);
            let read = |wanted: fn(&Edit<'_>) -> bool| -> Vec<String> {
                told.iter().map(|sentence| sentence.iter().filter(|e| wanted(e)).map(|e| match e {
                    Edit::Same(text) | Edit::Gone(text) | Edit::New(text) => *text,
                }).collect()).collect()
            };
            let stands_in = |sentences: &[String], text: &str| {
                let mut rest = text;
                sentences.iter().all(|s| rest.split_once(s.as_str()).map(|(_, tail)| rest = tail).is_some())
            };
            prop_assert!(stands_in(&read(|e| !matches!(e, Edit::New(_))), &old), "{told:?}");
            prop_assert!(stands_in(&read(|e| !matches!(e, Edit::Gone(_))), &new), "{told:?}");
            prop_assert_eq!(told.is_empty(), slices(&old, &sentences(&old)) == slices(&new, &sentences(&new)));
        }
    }
}
