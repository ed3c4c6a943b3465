//! How Han characters are spelled in pinyin, and which letters of a query a character can stand for.

use std::sync::LazyLock;

/// The readings of each character in a line, and where in it the line of each begins, from U+3007 on.
const READINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/readings.txt"));
const PLACES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/readings.places"));

/// The readings of a character without tones, its own first and of these the commonest, then those of its simplified
/// and traditional forms; none for what is no Han character of the Basic Multilingual Plane.
///
/// In ASCII: `ü` is `v`.
pub fn readings(c: char) -> impl Iterator<Item = &'static str> {
    let line = line_of(c).or_else(|| line_of(super::fold(c)));
    line.unwrap_or_default().split(' ').filter(|reading| !reading.is_empty())
}

fn line_of(c: char) -> Option<&'static str> {
    let nth = (c as usize).checked_sub('〇' as usize)?;
    let place = usize::from(u16::from_le_bytes(*PLACES.get(2 * nth..)?.first_chunk()?));
    let length = READINGS.as_bytes()[place..].iter().position(|b| *b == b'\n')?;
    Some(&READINGS[place..place + length])
}

/// What was typed of a run of Han characters: letters, and Han characters themselves.
///
/// At most [`Spelling::MAX`] of them, so that a set of places in it fits into one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spelling {
    typed: Vec<char>,
    /// The places where an apostrophe parts two characters, as in `xi'an`.
    borders: u128,
}

/// The places of a spelling that are reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reached {
    /// With the commonest reading of each character.
    pub(crate) usual: u128,
    /// With any.
    pub(crate) any: u128,
}

impl Spelling {
    pub(crate) const MAX: usize = 127;

    /// The spelling that a folded word may be; `None` if it has anything but letters, Han and apostrophes.
    pub(crate) fn of(word: &[char]) -> Option<Self> {
        let mut spelling = Self { typed: Vec::with_capacity(word.len()), borders: 0 };
        for &c in word {
            match c {
                '\'' => spelling.borders |= 1 << spelling.typed.len(),
                'a'..='z' => spelling.typed.push(c),
                _ if super::is_han(c) => spelling.typed.push(c),
                _ => return None,
            }
            if spelling.typed.len() > Self::MAX {
                return None;
            }
        }
        (!spelling.typed.is_empty()).then_some(spelling)
    }

    /// How many letters and characters it has.
    pub(crate) fn len(&self) -> usize {
        self.typed.len()
    }

    /// Whether a character that folds to `folded` can stand for what is typed at a place: where this says no,
    /// [`Spelling::step`] reaches nothing. Cheap.
    pub(crate) fn begins(&self, c: char, folded: char, at: usize) -> bool {
        match self.typed.get(at) {
            Some(letter @ 'a'..='z') => initials(c) & letter_bit(*letter) != 0,
            Some(typed) => *typed == folded,
            None => false,
        }
    }

    /// The places that are reached from place `at` when the next character of the text is `c`, as sets of bits.
    ///
    /// A character stands for itself, for a whole reading, for its initial, and, where the word ends, for the
    /// beginning of a reading. `folded` is `c`, folded.
    pub(crate) fn step(&self, c: char, folded: char, at: usize) -> Reached {
        if !self.begins(c, folded, at) {
            return Reached::default();
        }
        if self.typed[at] == folded {
            return Reached { usual: 1 << (at + 1), any: 1 << (at + 1) };
        }
        let mut readings = readings(c).map(|reading| self.step_reading(reading, at));
        let usual = readings.next().unwrap_or(0);
        Reached { usual, any: readings.fold(usual, |any, one| any | one) }
    }

    /// Whether all that was typed spells all of a text.
    pub(crate) fn spells(&self, text: &str) -> bool {
        let places = text.chars().fold(1u128, |places, c| {
            let from = (0..self.len()).filter(|at| places & (1 << at) != 0);
            from.map(|at| self.step(c, super::fold(c), at).any).fold(0, |all, some| all | some)
        });
        places & (1 << self.len()) != 0
    }

    fn step_reading(&self, reading: &str, at: usize) -> u128 {
        let rest = &self.typed[at..];
        let (same, taken) = sounded(reading.as_bytes(), rest);
        let mut reached = 0;
        if same > 0 {
            reached |= 1 << (at + 1);
        }
        if same > 1 && (reading.starts_with("zh") || reading.starts_with("ch") || reading.starts_with("sh")) {
            reached |= 1 << (at + 2);
        }
        if same == reading.len() || taken == rest.len() {
            reached |= 1 << (at + taken);
        }
        reached & self.up_to_border(at)
    }

    /// The places after `at` up to the next apostrophe.
    fn up_to_border(&self, at: usize) -> u128 {
        let after = self.borders & (u128::MAX << at << 1);
        if after == 0 { u128::MAX } else { after ^ (after - 1) }
    }
}

/// How many letters of a reading are typed at the beginning of `typed`, and by how many characters.
///
/// `ü` is typed as `v`, `u`, or, as in passports, `yu`; after j q x y, where pinyin writes it `u`, as `v`, too.
fn sounded(reading: &[u8], typed: &[char]) -> (usize, usize) {
    let mut taken = 0;
    for (nth, letter) in reading.iter().enumerate() {
        let hidden = nth == 1 && matches!(reading[0], b'j' | b'q' | b'x' | b'y');
        taken += match (letter, &typed[taken..]) {
            (letter, [c, ..]) if char::from(*letter) == *c => 1,
            (b'v', ['u', ..]) => 1,
            (b'u', ['v', ..]) if hidden => 1,
            (b'v', ['y', 'u', ..]) => 2,
            (b'v', ['y']) => 1,
            _ => return (nth, taken),
        };
    }
    (reading.len(), taken)
}

fn letter_bit(letter: char) -> u32 {
    1 << (letter as u32 - 'a' as u32)
}

/// The first letters of the readings of the characters from 一 to U+9FFF, as sets of bits.
///
/// Looked up for nearly every character of a text; the readings take ten times as long.
static INITIALS: LazyLock<Vec<u32>> = LazyLock::new(|| ('一'..='\u{9fff}').map(initials_of).collect());

fn initials_of(c: char) -> u32 {
    readings(c).filter_map(|reading| reading.chars().next()).fold(0, |all, first| all | letter_bit(first))
}

fn initials(c: char) -> u32 {
    match c {
        '一'..='\u{9fff}' => INITIALS[c as usize - '一' as usize],
        _ => initials_of(c),
    }
}

/// Tells of a character from 一 to U+9FFF whether it has a reading that begins with a letter from a to z.
pub(crate) fn has_initial(letter: char) -> impl Fn(char) -> bool {
    let (table, bit) = (INITIALS.as_slice(), letter_bit(letter));
    move |c| table[c as usize - '一' as usize] & bit != 0
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    fn spells(typed: &str, text: &str) -> bool {
        Spelling::of(&typed.chars().map(fold).collect::<Vec<_>>()).unwrap().spells(text)
    }

    #[test]
    fn what_spells_a_text() {
        for (text, spellings) in [
            ("西宁", "xining xn xin xini xning xi'ning XiNing Xīníng 西ning x宁 西宁 西寧"),
            ("曹福亮", "caofuliang cfl caofl cfliang caofulian cao'fu'liang"),
            ("中广核", "zhongguanghe zhongguanghu zgh zhgh zhonggh zhguanghe"),
            ("都兰", "dulan doulan dl"),
            ("音乐", "yinyue yinle yy"),
            ("重庆", "chongqing zhongqing cq"),
            ("绿女略", "lvnvlve lunulue lnl lünülüe lyunyulyue lvnvly"),
            ("玉学军全续", "yuxuejunquanxu yvxvejvnqvanxv"),
            ("\u{2f5f}树\u{2ec4}\u{f90a}", "yushuxijin ysxj 玉shu西金"),
            ("乐亭", "laoting leting lt"),
            ("樂亭", "laoting leting"),
            ("西安", "xian xi'an xa"),
        ] {
            for typed in spellings.split(' ') {
                assert!(spells(typed, text), "{typed} for {text}");
            }
        }
    }

    #[test]
    fn what_does_not() {
        for (typed, text) in [
            ("xi'an", "先"),
            ("inning", "西宁"),
            ("xng", "西宁"),
            ("xiing", "西宁"),
            ("n", "西宁"),
            ("sining", "西宁"),
            ("jvliu", "九六"),
            ("svzhou", "苏州"),
            ("ly'u", "绿"),
        ] {
            assert!(!spells(typed, text), "{typed} for {text}");
        }
    }
}
