//! How alike two texts are.

use std::collections::HashMap;

use foldhash::fast::RandomState;

/// How alike two texts are, from 0 to 1: the share of pairs of neighbouring characters that they have in common
/// (Sørensen–Dice). Takes time by their length; strsim's takes bytes for characters, so that no Chinese is alike.
pub fn alike(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    let pairs = |text: &str| text.chars().zip(text.chars().skip(1)).collect::<Vec<_>>();
    let (a, b) = (pairs(a), pairs(b));
    let mut left: HashMap<(char, char), usize, RandomState> = HashMap::default();
    a.iter().for_each(|pair| *left.entry(*pair).or_default() += 1);
    let common = b.iter().filter(|pair| match left.get_mut(pair) {
        Some(count @ 1..) => {
            *count -= 1;
            true
        }
        _ => false,
    });
    2.0 * common.count() as f64 / (a.len() + b.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn a_character_more_or_less_is_still_alike() {
        // (texts, how alike in hundredths)
        let table = [
            ("西宁市", "西宁市", 100),
            ("柔性引进院士团队", "柔性引进专家团队", 57),
            ("发挥区域“比较优势”", "发挥区域比较优势", 75),
            ("医疗", "教育", 0),
            ("a team", "a teams", 91),
            ("aaaa", "aa", 50),
            ("医", "药", 0),
            ("", "", 100),
            ("", "医", 0),
        ];
        for (a, b, hundredths) in table {
            assert_eq!((alike(a, b) * 100.0).round() as u32, hundredths, "{a} {b}");
        }
    }
}
