//! What is typed: bytes in, keys, mouse, pastes and the terminal's replies out.
//!
//! Reads nothing and keeps no time: `session.rs` does. Any bytes will do; none of them can make it panic.

mod sequence;
mod text;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent};

use super::Charset;

/// One thing that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    Key(KeyEvent),
    Mouse(MouseEvent),
    Paste(String),
    Reply(Reply),
}

/// An answer of the terminal's. It is never a key, however late or broken up it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// CPR, from 1.
    Cursor { row: u16, column: u16 },
    /// DA1.
    Attributes,
}

/// What the bytes at hand begin with.
enum Parsed {
    /// Something, and how many bytes it takes.
    Input(Input, usize),
    /// Bytes that mean nothing here.
    Nothing(usize),
    /// The beginning of something.
    Unfinished,
}

/// Bytes that are kept while a sequence isn't finished; what is longer is thrown away.
const LONGEST_SEQUENCE: usize = 256;
const LONGEST_PASTE: usize = 1 << 20;
const PASTE_BEGIN: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// Turns bytes into [`Input`], in whatever pieces they come.
#[derive(Debug)]
pub(super) struct Decoder {
    bytes: Vec<u8>,
    charset: Charset,
    /// What has come of a paste that hasn't ended.
    paste: Option<Vec<u8>>,
    /// An Esc was given out because nothing followed it in time. If the rest of a sequence follows after all (the
    /// link is slow), it must not be taken for letters.
    after_escape: bool,
}

impl Decoder {
    pub(super) fn new(charset: Charset) -> Self {
        Self { bytes: Vec::new(), charset, paste: None, after_escape: false }
    }

    pub(super) fn set_charset(&mut self, charset: Charset) {
        self.charset = charset;
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Whether what is pending is a key if nothing follows soon: a lone ESC, or `[` and `O` just after one. An
    /// unfinished sequence or character waits for the rest as long as it takes.
    pub(super) fn awaits_rest(&self) -> bool {
        self.paste.is_none()
            && match self.bytes.as_slice() {
                b"\x1b" | b"\x1b\x1b" => true,
                b"[" | b"O" => self.after_escape,
                _ => false,
            }
    }

    /// Nothing followed: gives out what was pending.
    pub(super) fn expire(&mut self) -> Option<Input> {
        let first = *self.bytes.first().filter(|_| self.awaits_rest())?;
        self.bytes.remove(0);
        self.after_escape = first == 0x1b;
        let code = if first == 0x1b { KeyCode::Esc } else { KeyCode::Char(first.into()) };
        Some(Input::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    /// The next input, if a whole one is there.
    pub(super) fn next(&mut self) -> Option<Input> {
        loop {
            if self.paste.is_some() {
                return self.rest_of_paste();
            }
            if self.bytes.starts_with(PASTE_BEGIN) {
                self.bytes.drain(..PASTE_BEGIN.len());
                self.paste = Some(Vec::new());
                continue;
            }
            if self.awaits_rest() {
                return None;
            }
            self.join_cut_sequence();
            match parse(&self.bytes, &self.charset) {
                Parsed::Input(input, len) => {
                    self.consume(len);
                    return Some(input);
                }
                Parsed::Nothing(len) => self.consume(len),
                Parsed::Unfinished if self.bytes.len() > LONGEST_SEQUENCE => self.consume(LONGEST_SEQUENCE),
                Parsed::Unfinished => return None,
            }
        }
    }

    fn consume(&mut self, len: usize) {
        self.bytes.drain(..len.min(self.bytes.len()));
        self.after_escape = false;
    }

    /// Puts the ESC that was given out as a key back before the rest of its sequence.
    fn join_cut_sequence(&mut self) {
        let cut = |rest: &[u8]| {
            let whole = [b"\x1b", rest].concat();
            rest.len() > 1
                && matches!(rest[0], b'[' | b'O')
                && !matches!(parse(&whole, &Charset::Utf8), Parsed::Nothing(_))
        };
        if self.after_escape && cut(&self.bytes) {
            self.bytes.insert(0, 0x1b);
            self.after_escape = false;
        }
    }

    fn rest_of_paste(&mut self) -> Option<Input> {
        let end = self.bytes.windows(PASTE_END.len()).position(|bytes| bytes == PASTE_END);
        // The end marker may be cut.
        let taken = end.unwrap_or(self.bytes.len().saturating_sub(PASTE_END.len()));
        let paste = self.paste.as_mut()?;
        let room = LONGEST_PASTE.saturating_sub(paste.len());
        paste.extend(self.bytes.drain(..taken).take(room));
        end?;
        self.bytes.drain(..PASTE_END.len());
        Some(Input::Paste(text::decode(&self.paste.take()?, &self.charset)))
    }
}

fn parse(bytes: &[u8], charset: &Charset) -> Parsed {
    match bytes {
        [] => Parsed::Unfinished,
        [0x1b, rest @ ..] => after_escape(rest, charset),
        [0x7f | 0x08, ..] => key(KeyCode::Backspace, KeyModifiers::NONE, 1),
        [b'\t', ..] => key(KeyCode::Tab, KeyModifiers::NONE, 1),
        [b'\r' | b'\n', ..] => key(KeyCode::Enter, KeyModifiers::NONE, 1),
        [0, ..] => key(KeyCode::Char(' '), KeyModifiers::CONTROL, 1),
        [c @ ..=0x1a, ..] => key(KeyCode::Char((c | 0x60).into()), KeyModifiers::CONTROL, 1),
        [c @ ..=0x1f, ..] => key(KeyCode::Char((c | 0x40).into()), KeyModifiers::CONTROL, 1),
        _ => text::parse(bytes, charset),
    }
}

fn after_escape(rest: &[u8], charset: &Charset) -> Parsed {
    let found = match rest {
        [] => return Parsed::Unfinished,
        [b'[', body @ ..] => add(1, sequence::control(body)),
        [b'O', body @ ..] => add(1, sequence::single_shift(body)),
        // OSC and DCS: nothing that was asked for, so another program's reply.
        [b']', b'0'..=b'9', ..] | [b'P', b'0'..=b'9' | b'!' | b'>', ..] => sequence::string(rest),
        // Alt with a key that is a sequence itself.
        [0x1b] => return Parsed::Unfinished,
        [0x1b, b'[' | b'O', ..] => alt(after_escape(&rest[1..], charset)),
        [0x1b, ..] => key(KeyCode::Esc, KeyModifiers::NONE, 0),
        _ => alt(parse(rest, charset)),
    };
    add(1, found)
}

fn alt(parsed: Parsed) -> Parsed {
    match parsed {
        Parsed::Input(Input::Key(mut key), len) => {
            key.modifiers |= KeyModifiers::ALT;
            Parsed::Input(Input::Key(key), len)
        }
        other => other,
    }
}

fn key(code: KeyCode, modifiers: KeyModifiers, len: usize) -> Parsed {
    Parsed::Input(Input::Key(KeyEvent::new(code, modifiers)), len)
}

/// The same, after so many bytes more.
fn add(more: usize, parsed: Parsed) -> Parsed {
    match parsed {
        Parsed::Input(input, len) => Parsed::Input(input, len + more),
        Parsed::Nothing(len) => Parsed::Nothing(len + more),
        Parsed::Unfinished => Parsed::Unfinished,
    }
}

#[cfg(test)]
mod tests;
