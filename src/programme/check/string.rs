//! A string of JSON where it stands in a file, and what its escapes mean (RFC 8259 §7).

use std::borrow::Cow;

/// A string where it stands in the file.
#[derive(Clone, Copy)]
pub(super) struct Str<'a> {
    /// The offset of its opening quote, in bytes.
    pub at: usize,
    /// What stands between its quotes.
    pub raw: &'a [u8],
}

impl<'a> Str<'a> {
    /// The string whose opening quote stands at that offset, in bytes.
    pub(super) fn at(bytes: &'a [u8], at: usize) -> Self {
        let rest = bytes.get(at + 1..).unwrap_or_default();
        let mut end = 0;
        while end < rest.len() && rest[end] != b'"' {
            end += if rest[end] == b'\\' { 2 } else { 1 };
        }
        Self { at, raw: &rest[..end.min(rest.len())] }
    }

    /// What it says: borrowed where it holds no escape; what is no UTF-8 counts as `?`.
    pub(super) fn text(self) -> Cow<'a, str> {
        match str::from_utf8(self.raw) {
            Ok(text) if !self.raw.contains(&b'\\') => Cow::Borrowed(text),
            _ => Cow::Owned(self.decoded()),
        }
    }

    fn decoded(self) -> String {
        let mut text = String::with_capacity(self.raw.len());
        let mut rest = self.raw;
        while !rest.is_empty() {
            let plain = rest.iter().position(|&b| b == b'\\').unwrap_or(rest.len());
            for chunk in rest[..plain].utf8_chunks() {
                text.push_str(chunk.valid());
                text.extend((!chunk.invalid().is_empty()).then_some('?'));
            }
            rest = &rest[plain..];
            if !rest.is_empty() {
                let (c, length) = decode(rest);
                text.push(c.unwrap_or('?'));
                rest = &rest[length..];
            }
        }
        // Six bytes may have become one, and the text may be kept.
        text.shrink_to_fit();
        text
    }
}

/// Decodes the escape at the start, and says how many bytes it takes.
pub(super) fn decode(escape: &[u8]) -> (Option<char>, usize) {
    let c = match escape.get(1) {
        Some(b'u') => return decode_unicode(escape),
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        _ => return (None, 1),
    };
    (Some(c), 2)
}

fn decode_unicode(escape: &[u8]) -> (Option<char>, usize) {
    let unit = |escape: &[u8]| match escape {
        [b'\\', b'u', digits @ ..] => {
            let digits = digits.get(..4).filter(|d| d.iter().all(u8::is_ascii_hexdigit))?;
            u32::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()
        }
        _ => None,
    };
    match (unit(escape), escape.get(6..).and_then(unit)) {
        (Some(high @ 0xd800..0xdc00), Some(low @ 0xdc00..0xe000)) => {
            (char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)), 12)
        }
        (Some(unit), _) => (char::from_u32(unit), 6),
        (None, _) => (None, 2),
    }
}
