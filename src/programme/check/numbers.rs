//! The numbers of a text, written in digits or in words, in the three languages of a dataset.

/// More numbers in one text are left out: no text for people has them.
const MAX_NUMBERS: usize = 512;

/// The numbers that a text names.
#[derive(Default)]
pub(super) struct Numbers {
    /// Those in digits, `1,000` as one number; a decimal point parts two.
    pub digits: Vec<u64>,
    /// Those in words: 三十一, 两, `thirty-one`, `fifth`, `March`, and what stands before 万 in full.
    pub words: Vec<u64>,
}

impl Numbers {
    pub(super) fn of(text: &str) -> Self {
        let mut numbers = Self::default();
        let mut rest = text;
        while let (Some(start), false) = (rest.find(may_begin), numbers.is_full()) {
            rest = &rest[start..];
            let run = if digit(rest).is_some() {
                numbers.in_digits(rest)
            } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                numbers.in_english(rest)
            } else {
                numbers.in_chinese(rest)
            };
            rest = &rest[run..];
        }
        numbers
    }

    /// Whether the number stands there in any form, as far as is known.
    pub(super) fn has(&self, number: u64) -> bool {
        self.is_full() || self.digits.contains(&number) || self.words.contains(&number)
    }

    fn is_full(&self) -> bool {
        self.digits.len() + self.words.len() >= MAX_NUMBERS
    }

    fn in_digits(&mut self, text: &str) -> usize {
        let (mut number, mut rest) = (0u64, text);
        while let Some((value, after)) = digit(rest) {
            number = number.saturating_mul(10).saturating_add(value);
            let grouped = after
                .strip_prefix(',')
                .filter(|group| group.bytes().take_while(u8::is_ascii_digit).count() == 3);
            rest = grouped.unwrap_or(after);
        }
        self.digits.push(number);
        if let Some((c, unit)) = rest.chars().next().and_then(|c| Some((c, unit(c)?))) {
            self.words.push(number.saturating_mul(unit));
            rest = &rest[c.len_utf8()..];
        }
        text.len() - rest.len()
    }

    fn in_english(&mut self, text: &str) -> usize {
        let (name, rest) = word(text);
        let Some(number) = english(name) else { return name.len() };
        let (unit, _) = word(rest.strip_prefix('-').unwrap_or_default());
        if let (20.., Some(value @ 1..10)) = (number, english(unit)) {
            self.words.push(number + value);
            return name.len() + 1 + unit.len();
        }
        self.words.push(number);
        name.len()
    }

    /// `section` is what has not met its 万 or 亿 yet, `digits` what has not met its 十, 百 or 千.
    fn in_chinese(&mut self, text: &str) -> usize {
        let (mut sum, mut section, mut digits, mut read) = (0u64, 0u64, None, 0);
        for c in text.chars() {
            match (numeral(c), unit(c)) {
                (Some(value), _) => {
                    digits = Some(digits.unwrap_or(0u64).saturating_mul(10).saturating_add(value))
                }
                (_, Some(unit @ ..10_000)) => {
                    section = section.saturating_add(digits.take().unwrap_or(1).saturating_mul(unit));
                }
                (_, Some(unit)) => {
                    let before = section.saturating_add(digits.take().unwrap_or(0)).max(1);
                    (sum, section) = (sum.saturating_add(before.saturating_mul(unit)), 0);
                }
                (None, None) => break,
            }
            read += c.len_utf8();
        }
        self.words.push(sum.saturating_add(section).saturating_add(digits.unwrap_or(0)));
        read
    }
}

/// The ASCII letters at the start, and what follows them.
fn word(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().take_while(u8::is_ascii_alphabetic).count())
}

/// Whether a number, in digits or in words, may begin with this.
fn may_begin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '０'..='９') || numeral(c).or(unit(c)).is_some()
}

/// A digit at the start, ASCII or full-width, and what follows it.
fn digit(text: &str) -> Option<(u64, &str)> {
    let c = text.chars().next()?;
    let value = match c {
        '0'..='9' => u64::from(c) - u64::from('0'),
        '０'..='９' => u64::from(c) - u64::from('０'),
        _ => return None,
    };
    Some((value, &text[c.len_utf8()..]))
}

fn numeral(c: char) -> Option<u64> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' | '兩' | '双' | '雙' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn unit(c: char) -> Option<u64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        '万' | '萬' => Some(10_000),
        '亿' | '億' => Some(100_000_000),
        _ => None,
    }
}

/// A number or a month in English; "may" is left out, for it is mostly a verb.
fn english(word: &str) -> Option<u64> {
    // The longest of these words has nine letters.
    let mut lower = [0; 9];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    Some(match &*lower {
        b"zero" => 0,
        b"one" | b"first" | b"january" => 1,
        b"two" | b"second" | b"february" => 2,
        b"three" | b"third" | b"march" => 3,
        b"four" | b"fourth" | b"april" => 4,
        b"five" | b"fifth" => 5,
        b"six" | b"sixth" | b"june" => 6,
        b"seven" | b"seventh" | b"july" => 7,
        b"eight" | b"eighth" | b"august" => 8,
        b"nine" | b"ninth" | b"september" => 9,
        b"ten" | b"tenth" | b"october" => 10,
        b"eleven" | b"eleventh" | b"november" => 11,
        b"twelve" | b"twelfth" | b"december" => 12,
        b"thirteen" => 13,
        b"fourteen" => 14,
        b"fifteen" => 15,
        b"sixteen" => 16,
        b"seventeen" => 17,
        b"eighteen" => 18,
        b"nineteen" => 19,
        b"twenty" => 20,
        b"thirty" => 30,
        b"forty" => 40,
        b"fifty" => 50,
        b"sixty" => 60,
        b"seventy" => 70,
        b"eighty" => 80,
        b"ninety" => 90,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_digits_and_words() {
        let table: &[(&str, &[u64], &[u64])] = &[
            ("2024年初，第24批", &[2024, 24], &[]),
            ("More than 1,000 places, 3.5%", &[1000, 3, 5], &[]),
            ("1,2,345", &[1, 2345], &[]),
            ("３１个项目", &[31], &[]),
            ("3万人", &[3], &[30_000]),
            ("一心两区", &[], &[1, 2]),
            ("第五届", &[], &[5]),
            ("三十一個、二百零六", &[], &[31, 206]),
            ("十二", &[], &[12]),
            ("一万二千", &[], &[12_000]),
            ("Thirty-one projects, fifth fair", &[], &[31, 5]),
            ("two, three and twenty people", &[], &[2, 3, 20]),
            ("the 24th group of ten", &[24], &[10]),
            ("March 2025", &[2025], &[3]),
            ("Huangnan often", &[], &[]),
            ("", &[], &[]),
        ];
        for (text, digits, words) in table {
            let numbers = Numbers::of(text);
            assert_eq!((numbers.digits.as_slice(), numbers.words.as_slice()), (*digits, *words), "{text}");
        }
    }
}
