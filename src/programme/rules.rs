//! The rules of single values: loading refuses what breaks them, and a check says where.

/// Words of `a-z0-9` with hyphens between them, so that an id needs no quoting anywhere.
pub(super) fn is_id(text: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.split('-').all(is_word)
}

/// GB/T 2260: six digits.
pub(super) fn is_code(text: &str) -> bool {
    text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit())
}

/// A paragraph as numbered in a source: `¶4`, or `C1` for a caption.
pub(super) fn is_paragraph(text: &str) -> bool {
    let digits = text.strip_prefix(['¶', 'C']).unwrap_or_default();
    !digits.is_empty() && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit())
}

/// RFC 3339 `date-time`, like `2025-03-18T08:55:11+08:00`.
pub(super) fn is_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't']) else { return false };
    let Some(clock) = without_offset(time) else { return false };
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    is_date(date)
        && matches!(numbers(clock, ':', [2, 2, 2]), Some([0..24, 0..60, 0..=60]))
        && !fraction.is_empty()
        && fraction.bytes().all(|b| b.is_ascii_digit())
}

fn without_offset(time: &str) -> Option<&str> {
    if let Some(clock) = time.strip_suffix(['Z', 'z']) {
        return Some(clock);
    }
    let (clock, offset) = time.split_once(['+', '-'])?;
    matches!(numbers(offset, ':', [2, 2])?, [0..24, 0..60]).then_some(clock)
}

fn is_date(date: &str) -> bool {
    let Some([year, month, day]) = numbers(date, '-', [4, 2, 2]) else { return false };
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// The numbers of a text like `2025-03-18`, where each has exactly so many digits.
fn numbers<const N: usize>(text: &str, separator: char, widths: [usize; N]) -> Option<[u32; N]> {
    let mut parts = text.split(separator);
    let mut numbers = [0; N];
    for (number, width) in numbers.iter_mut().zip(widths) {
        let part = parts.next().filter(|p| p.len() == width && p.bytes().all(|b| b.is_ascii_digit()))?;
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        for (text, good) in [("630100", true), ("63010", false), ("6301000", false), ("63010a", false)] {
            assert_eq!(is_code(text), good, "{text}");
        }
    }

    #[test]
    fn ids() {
        for text in ["xining", "a", "2024", "qhnews-2025-03-18"] {
            assert!(is_id(text), "{text}");
        }
        for text in
            ["", "-", "a-", "-a", "a--b", "Xining", "xi'an", "西宁", "a b", "a_b", "$(touch x)", "a\n"]
        {
            assert!(!is_id(text), "{text}");
        }
    }

    #[test]
    fn paragraphs() {
        for (text, good) in [("¶4", true), ("C1", true), ("¶15", true), ("¶", false), ("4", false)] {
            assert_eq!(is_paragraph(text), good, "{text}");
        }
        for text in ["¶0", "¶04", "c1", "¶4a", "P4", "¶¶4", ""] {
            assert!(!is_paragraph(text), "{text}");
        }
    }

    #[test]
    fn times() {
        for text in ["2025-03-18T08:55:11+08:00", "2024-02-29T00:00:00Z", "2025-03-18t08:55:60.25z"] {
            assert!(is_time(text), "{text}");
        }
        for text in [
            "2025-03-18",
            "2025-03-18 08:55:11+08:00",
            "2025-03-18T08:55:11",
            "2025-02-29T00:00:00Z",
            "2025-13-01T00:00:00Z",
            "2025-03-18T24:00:00Z",
            "2025-03-18T08:55:11+0800",
            "2025-03-18T08:55:11.Z",
            "2025-3-18T08:55:11Z",
            "",
        ] {
            assert!(!is_time(text), "{text}");
        }
    }
}
