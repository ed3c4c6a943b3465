//! Typed characters, in UTF-8 or GB18030.

use crossterm::event::{KeyCode, KeyModifiers};
use encoding_rs::GB18030;

use super::{Parsed, key};
use crate::terminal::Charset;

/// Text of whole characters; what isn't in the charset becomes U+FFFD.
pub(super) fn decode(bytes: &[u8], charset: &Charset) -> String {
    match charset {
        Charset::Gb18030 | Charset::Gbk => GB18030.decode_without_bom_handling(bytes).0.into_owned(),
        Charset::Utf8 | Charset::Other(_) => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// One character as a key. Broken and control characters are dropped.
pub(super) fn parse(bytes: &[u8], charset: &Charset) -> Parsed {
    let len = match charset {
        Charset::Gb18030 | Charset::Gbk => gb18030_len(bytes),
        Charset::Utf8 | Charset::Other(_) => utf8_len(bytes),
    };
    let Some(len) = len else { return Parsed::Unfinished };
    match decode(&bytes[..len], charset).chars().next() {
        None | Some(char::REPLACEMENT_CHARACTER | '\u{80}'..='\u{9f}') => Parsed::Nothing(len),
        // As crossterm has it: an upper-case letter comes with Shift.
        Some(c) if c.is_uppercase() => key(KeyCode::Char(c), KeyModifiers::SHIFT, len),
        Some(c) => key(KeyCode::Char(c), KeyModifiers::NONE, len),
    }
}

/// Bytes of the first character, or of what is broken; `None` if it isn't all there yet.
fn utf8_len(bytes: &[u8]) -> Option<usize> {
    let want = match bytes[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    };
    let have = 1 + bytes[1..].iter().take(want - 1).take_while(|b| (0x80..0xc0).contains(*b)).count();
    (have == want || have < bytes.len()).then_some(have)
}

/// The same in GB18030: one byte, two, or four where the second is a digit.
fn gb18030_len(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [0x81..=0xfe] | [0x81..=0xfe, b'0'..=b'9'] | [0x81..=0xfe, b'0'..=b'9', 0x81..=0xfe] => None,
        [0x81..=0xfe, b'0'..=b'9', 0x81..=0xfe, b'0'..=b'9', ..] => Some(4),
        [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, ..] => Some(2),
        _ => Some(1),
    }
}
