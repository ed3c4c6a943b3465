//! A reader of JSON that knows where it is, keeps no tree, and goes on after what people get wrong.
//!
//! Written here because no crate meets the rules of a check: jsonc-parser and json-syntax build a tree (some
//! 100 bytes a value: 40 times the memory of a file of `[1,1,…`), serde_json tells no position of a value, and
//! all of them stop at the first error. Which values a dataset has is `shape.rs`' and `walk.rs`' business.

use super::report::Report;
use super::string::{Str, decode};
use crate::programme::fault::{Fault, Quote, Slip, Wanted};
use crate::text::{hidden, is_unsafe};

/// Values nested deeper than this are refused, as serde_json does.
const MAX_DEPTH: u32 = 128;

/// Reading can't go on; why has been reported.
pub(super) struct Stop;

/// What kind of value stands next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Object,
    Array,
    String,
    Scalar,
}

/// Reads values one after the other and reports what is no JSON.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    pub report: Report,
    /// Told the offset at each item of an array.
    progress: &'a dyn Fn(u64),
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8], report: Report, progress: &'a dyn Fn(u64)) -> Self {
        Self { bytes, at: 0, report, progress }
    }

    /// The offset of the next value, in bytes, behind blanks and comments.
    pub(super) fn at(&mut self) -> usize {
        self.blanks();
        self.at
    }

    /// Takes a byte order mark, if there is one.
    pub(super) fn byte_order_mark(&mut self) {
        if self.bytes.starts_with(b"\xef\xbb\xbf") {
            self.report.warning(0, Fault::ByteOrderMark);
            self.at = 3;
        }
    }

    /// What kind of value stands next.
    pub(super) fn found(&mut self) -> Result<Found, Stop> {
        match self.peek() {
            Some(b'{') => Ok(Found::Object),
            Some(b'[') => Ok(Found::Array),
            Some(b'"') => Ok(Found::String),
            Some(b) if is_word(b) => Ok(Found::Scalar),
            _ => Err(self.unexpected(Wanted::Value)),
        }
    }

    /// Takes the bracket that opens an object or an array, once `found` has seen it.
    pub(super) fn open(&mut self) {
        self.at += 1;
    }

    /// The next key of an object with the colon behind it; `None` takes the closing brace.
    pub(super) fn key(&mut self, first: bool) -> Result<Option<Str<'a>>, Stop> {
        if !self.member(first, b'}')? {
            return Ok(None);
        }
        if self.peek() != Some(b'"') {
            return Err(self.unexpected(Wanted::FieldName));
        }
        let key = self.string()?;
        if self.peek() != Some(b':') {
            return Err(self.unexpected(Wanted::Colon));
        }
        self.at += 1;
        Ok(Some(key))
    }

    /// Whether another entry of an array follows; if not, takes the closing bracket.
    pub(super) fn item(&mut self, first: bool) -> Result<bool, Stop> {
        (self.progress)(self.at as u64);
        self.member(first, b']')
    }

    fn member(&mut self, first: bool, close: u8) -> Result<bool, Stop> {
        if self.peek() == Some(close) {
            self.at += 1;
            return Ok(false);
        }
        if first {
            return Ok(true);
        }
        let comma = self.at;
        match self.peek() {
            Some(b',') => self.at += 1,
            Some(b) if b"\"{[".contains(&b) || is_word(b) => {
                self.report.error(comma, Fault::NoComma);
            }
            _ => return Err(self.unexpected(Wanted::CommaOr(char::from(close)))),
        }
        if self.peek() == Some(close) {
            self.report.error(comma, Fault::CommaTooMany);
            self.at += 1;
            return Ok(false);
        }
        Ok(true)
    }

    /// A string, once `found` has seen it.
    pub(super) fn string(&mut self) -> Result<Str<'a>, Stop> {
        let at = self.at;
        self.at += 1;
        let start = self.at;
        let mut plain = true;
        loop {
            match self.bytes.get(self.at) {
                Some(b'"') => break,
                Some(b'\\') => self.escape(),
                Some(b'\n') | None => {
                    self.report.error(at, Fault::Unclosed);
                    return Err(Stop);
                }
                Some(&b) if b < b' ' => {
                    self.report.error(self.at, Fault::Control(b));
                    self.at += 1;
                }
                Some(&b) => {
                    plain &= b < 0x7f;
                    self.at += 1;
                }
            }
        }
        let raw = &self.bytes[start..self.at];
        self.at += 1;
        if !plain {
            self.characters(start, raw);
        }
        Ok(Str { at, raw })
    }

    /// Reports what may not stand in a string, or can't be seen there.
    fn characters(&mut self, start: usize, raw: &[u8]) {
        let mut at = start;
        for chunk in raw.utf8_chunks() {
            for (offset, c) in hidden(chunk.valid()).filter(|&(_, c)| c >= '\u{7f}') {
                self.report.error(at + offset, Fault::Unsafe(c));
            }
            at += chunk.valid().len();
            if let [byte, ..] = *chunk.invalid() {
                // The rest of the string would say the same again and again.
                return self.no_utf8(at, byte);
            }
        }
    }

    fn no_utf8(&mut self, at: usize, byte: u8) {
        self.report.error(at, Fault::NotUtf8 { byte, offset: at });
    }

    fn escape(&mut self) {
        let at = self.at;
        let (decoded, length) = decode(&self.bytes[at..]);
        match decoded {
            Some(c) if is_unsafe(c) => self.report.error(at, Fault::Unsafe(c)),
            Some(_) => {}
            None => self.report.error(at, Fault::BadEscape),
        }
        self.at += length;
    }

    /// A number or a word, once `found` has seen it: what stands there, if JSON has it.
    pub(super) fn scalar(&mut self) -> Option<&'a str> {
        let at = self.at;
        let rest = &self.bytes[at..];
        let length = rest.iter().position(|&b| !is_word(b)).unwrap_or(rest.len());
        self.at += length;
        let word = str::from_utf8(&rest[..length]).unwrap_or_default();
        if matches!(word, "true" | "false" | "null") || is_number(word) {
            return Some(word);
        }
        let right = match word.to_ascii_lowercase().as_str() {
            "nan" | "inf" | "infinity" | "-infinity" | "+infinity" => Slip::NotFinite,
            "none" | "nil" | "undefined" => Slip::Literal("null"),
            "true" => Slip::Literal("true"),
            "false" => Slip::Literal("false"),
            _ if word.starts_with('\'') => Slip::SingleQuotes,
            _ if word.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) => Slip::Number,
            _ => Slip::Text,
        };
        self.report.error(at, Fault::NoValue(Quote::of(word), right));
        None
    }

    /// Leaves the next value out, whatever it is, without recursion.
    pub(super) fn skip(&mut self) -> Result<(), Stop> {
        // One bit a level: whether it is an object.
        let mut objects = 0u128;
        let mut depth = 0;
        loop {
            let found = self.found()?;
            let mut first = matches!(found, Found::Object | Found::Array);
            match found {
                Found::String => drop(self.string()?),
                Found::Scalar => drop(self.scalar()),
                Found::Object | Found::Array if depth == MAX_DEPTH => {
                    self.report.error(self.at, Fault::TooDeep(MAX_DEPTH));
                    return Err(Stop);
                }
                Found::Object | Found::Array => {
                    objects = objects << 1 | u128::from(found == Found::Object);
                    depth += 1;
                    self.open();
                }
            }
            while depth > 0 && !self.another(objects & 1 == 1, first)? {
                objects >>= 1;
                depth -= 1;
                first = false;
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }

    fn another(&mut self, object: bool, first: bool) -> Result<bool, Stop> {
        if object { Ok(self.key(first)?.is_some()) } else { self.item(first) }
    }

    /// Reports what follows the one value of a file.
    pub(super) fn end(&mut self) {
        if self.peek().is_some() {
            self.report.error(self.at, Fault::Trailing);
        }
    }

    fn peek(&mut self) -> Option<u8> {
        self.blanks();
        self.bytes.get(self.at).copied()
    }

    /// Skips blanks, and reports and skips comments.
    fn blanks(&mut self) {
        loop {
            let rest = &self.bytes[self.at..];
            self.at += rest.iter().position(|b| !b" \t\n\r".contains(b)).unwrap_or(rest.len());
            let rest = &self.bytes[self.at..];
            let end = match rest {
                [b'/', b'/', ..] | [b'#', ..] => rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len()),
                [b'/', b'*', ..] => rest.windows(2).position(|w| w == b"*/").map_or(rest.len(), |n| n + 2),
                _ => return,
            };
            self.report.error(self.at, Fault::Comment);
            self.at += end;
        }
    }

    fn unexpected(&mut self, wanted: Wanted) -> Stop {
        let rest = &self.bytes[self.at..];
        let start = &rest[..rest.len().min(4)];
        match (start, start.utf8_chunks().next().and_then(|chunk| chunk.valid().chars().next())) {
            ([], _) => self.report.error(self.at, Fault::EndsEarly(wanted)),
            (_, Some(c)) => {
                let found = Quote::of(c.encode_utf8(&mut [0; 4]));
                self.report.error(self.at, Fault::Unexpected(found, wanted));
            }
            (&[byte, ..], None) => self.no_utf8(self.at, byte),
        }
        Stop
    }
}

/// Whether a byte can belong to a number or a word, right or wrong.
fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"+-._'".contains(&b)
}

/// RFC 8259 §6.
fn is_number(word: &str) -> bool {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    digits(whole) && (whole == "0" || !whole.starts_with('0')) && digits(fraction) && digits(exponent)
}
