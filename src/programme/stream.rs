//! JSON read value by value through a buffer, so that a long list needs no more memory than what is made of it.

use std::io::Read;

use serde::de::DeserializeOwned;
use serde_json::Deserializer;

use super::load::{Progress, Stop, ensure};

/// How much is read at once, in bytes; a longer value makes the buffer grow.
const CHUNK: usize = 1 << 18;

/// U+FEFF in UTF-8, which some editors put before a file.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A JSON text on its way in.
pub(super) struct Stream<'p, R> {
    input: R,
    progress: Progress<'p>,
    /// How many bytes have been read.
    total: u64,
    buffer: Vec<u8>,
    /// How much is read at once, in bytes.
    chunk: usize,
    /// Where the next value begins in the buffer.
    at: usize,
    /// Whether the buffer holds the input's end.
    ended: bool,
}

impl<'p, R: Read> Stream<'p, R> {
    pub(super) fn new(input: R, progress: Progress<'p>) -> Self {
        Self { input, progress, total: 0, buffer: Vec::new(), chunk: CHUNK, at: 0, ended: false }
    }

    fn fill(&mut self) -> Result<(), Stop> {
        self.buffer.drain(..self.at);
        self.at = 0;
        let wanted = self.buffer.len().max(self.chunk);
        let read = self.input.by_ref().take(wanted as u64).read_to_end(&mut self.buffer)?;
        self.ended = read < wanted;
        self.total += read as u64;
        if (self.progress)(self.total) { Ok(()) } else { Err(Stop::GivenUp) }
    }

    /// Passes over a byte order mark, which may stand at the beginning only.
    pub(super) fn byte_order_mark(&mut self) -> Result<(), Stop> {
        while !self.ended && self.buffer.len() < BYTE_ORDER_MARK.len() {
            self.fill()?;
        }
        self.at = if self.buffer.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        Ok(())
    }

    /// The next value. One that reaches the buffer's end may go on behind it.
    pub(super) fn value<T: DeserializeOwned>(&mut self) -> Result<T, Stop> {
        loop {
            let rest = &self.buffer[self.at..];
            let mut values = Deserializer::from_slice(rest).into_iter();
            match values.next() {
                Some(Ok(value)) if self.ended || values.byte_offset() < rest.len() => {
                    self.at += values.byte_offset();
                    return Ok(value);
                }
                Some(Err(error)) if self.ended || !error.is_eof() => return Err(Stop::Wrong),
                None if self.ended => return Err(Stop::Wrong),
                _ => self.fill()?,
            }
        }
    }

    /// Goes through an object's fields; the function reads the value of the one named.
    pub(super) fn object(
        &mut self,
        mut field: impl FnMut(&mut Self, &str) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        self.each(b'{', b'}', |stream| {
            let name: String = stream.value()?;
            stream.expect(b':')?;
            field(stream, &name)
        })
    }

    /// Goes through an array; the function reads one item.
    pub(super) fn array(&mut self, item: impl FnMut(&mut Self) -> Result<(), Stop>) -> Result<(), Stop> {
        self.each(b'[', b']', item)
    }

    fn each(
        &mut self,
        open: u8,
        close: u8,
        mut item: impl FnMut(&mut Self) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        self.expect(open)?;
        if self.accept(close)? {
            return Ok(());
        }
        loop {
            item(self)?;
            if self.accept(close)? {
                return Ok(());
            }
            self.expect(b',')?;
        }
    }

    /// Refuses anything but blanks behind the last value.
    pub(super) fn end(&mut self) -> Result<(), Stop> {
        ensure(self.next()?.is_none())
    }

    fn expect(&mut self, byte: u8) -> Result<(), Stop> {
        ensure(self.accept(byte)?)
    }

    fn accept(&mut self, byte: u8) -> Result<bool, Stop> {
        let accepted = self.next()? == Some(byte);
        self.at += usize::from(accepted);
        Ok(accepted)
    }

    /// The next byte that is no blank, not yet passed.
    fn next(&mut self) -> Result<Option<u8>, Stop> {
        loop {
            let rest = &self.buffer[self.at..];
            let blanks = rest.iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r')).count();
            self.at += blanks;
            match self.buffer.get(self.at) {
                None if !self.ended => self.fill()?,
                next => return Ok(next.copied()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn a_value_may_be_cut_anywhere_by_the_buffer() {
        let items = json!(["西宁\u{1f44d}\n\"“", 123, -1.5e3, true, null, {"a": ["b", {}]}, [], ""]);
        let text = items.to_string().replace(',', " ,\n\t").replace('西', "\\u897f");
        for chunk in 1..=text.len() + 1 {
            let mut stream = Stream { chunk, ..Stream::new(text.as_bytes(), &|_| true) };
            let mut read = Vec::new();
            let whole = stream.array(|stream| {
                read.push(stream.value::<Value>()?);
                Ok(())
            });
            assert!(whole.is_ok(), "{chunk}");
            assert_eq!(Value::from(read), items, "{chunk}");
            assert!(stream.end().is_ok(), "{chunk}");
        }
    }

    #[test]
    fn a_text_that_ends_early_is_an_error() {
        let text = r#"["西宁", 12"#;
        for end in 0..text.len() {
            let mut stream = Stream { chunk: 4, ..Stream::new(&text.as_bytes()[..end], &|_| true) };
            assert!(stream.array(|stream| stream.value::<Value>().map(|_| ())).is_err(), "{end}");
        }
    }
}
