//! What is typed: bytes in, keys, mouse, pastes and the terminal's replies out.
//!
//! Reads nothing and keeps no time: `session.rs` does. Any bytes will do; none of them can make it panic.

mod open;
mod sequence;
mod text;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent};

use super::Charset;
use open::Open;

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
    /// DA1; whether it lists the clipboard (52: one that OSC 52 writes to).
    Attributes { clipboard: bool },
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

/// What came last and isn't whole, as far as it matters how long the rest may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pending {
    /// A lone ESC, or what may have been cut off behind one: most likely keys.
    Escape,
    /// The beginning of anything else.
    Rest,
}

/// Bytes that are kept while a sequence isn't finished; what is longer is thrown away.
const LONGEST_SEQUENCE: usize = 256;
/// What makes a sequence of an ESC before it: CSI, SS3, OSC, DCS and APC.
const INTRODUCERS: &[u8] = b"[O]P_";

/// Turns bytes into [`Input`], in whatever pieces they come.
#[derive(Debug)]
pub(super) struct Decoder {
    bytes: Vec<u8>,
    charset: Charset,
    /// What has begun and takes any bytes until its end.
    open: Option<Open>,
    /// A paste was given out because it didn't go on. If its end follows after all (the link is slow), what comes
    /// with it must not be taken for keys.
    after_paste: bool,
    /// The same of an Esc and the rest of a sequence.
    after_escape: bool,
}

impl Decoder {
    pub(super) fn new(charset: Charset) -> Self {
        Self { bytes: Vec::new(), charset, open: None, after_paste: false, after_escape: false }
    }

    pub(super) fn set_charset(&mut self, charset: Charset) {
        self.charset = charset;
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// What waits for its rest, once [`Decoder::next`] has nothing more.
    pub(super) fn pending(&self) -> Option<Pending> {
        match self.bytes.as_slice() {
            _ if self.open.is_some() => Some(Pending::Rest),
            [] => None,
            [0x1b] => Some(Pending::Escape),
            [c] if self.after_escape && INTRODUCERS.contains(c) => Some(Pending::Escape),
            _ => Some(Pending::Rest),
        }
    }

    /// The rest didn't follow in time: what was pasted is text, an ESC a key, and anything else nothing.
    pub(super) fn expire(&mut self) -> Option<Input> {
        if let Some(Open::Paste(paste)) = self.open.take() {
            self.after_paste = true;
            return Some(self.cut_short(paste));
        }
        let (first, alone) = (*self.bytes.first()?, self.bytes.len() == 1);
        let code = match first {
            0x1b if alone || self.bytes.len() == 2 && INTRODUCERS.contains(&self.bytes[1]) => KeyCode::Esc,
            _ if alone && self.after_escape && first.is_ascii() => KeyCode::Char(first.into()),
            _ => {
                self.consume(self.bytes.len());
                return None;
            }
        };
        self.bytes.remove(0);
        self.after_escape = code == KeyCode::Esc && alone;
        Some(Input::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    /// The next input, if a whole one is there.
    pub(super) fn next(&mut self) -> Option<Input> {
        loop {
            self.join_cut_paste();
            if let Some(Open::Paste(_)) = self.open {
                return self.rest_of_paste();
            }
            if !self.skip_string() {
                return None;
            }
            self.join_cut_sequence();
            if let Some((open, len)) = Open::of(&self.bytes) {
                self.consume(len);
                self.open = Some(open);
                continue;
            }
            if self.pending() == Some(Pending::Escape) {
                return None;
            }
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
        if !self.after_escape || self.bytes.len() < 2 || !INTRODUCERS.contains(&self.bytes[0]) {
            return;
        }
        self.after_escape = false;
        self.bytes.insert(0, 0x1b);
        let joined = match parse(&self.bytes, &Charset::Utf8) {
            Parsed::Unfinished => true,
            Parsed::Input(_, len) => len > 1,
            Parsed::Nothing(_) => false,
        };
        if !joined && Open::of(&self.bytes).is_none() {
            self.bytes.remove(0);
        }
    }
}

fn parse(bytes: &[u8], charset: &Charset) -> Parsed {
    match bytes {
        [] => Parsed::Unfinished,
        [0x1b, rest @ ..] => after_escape(rest),
        [0x7f | 0x08, ..] => key(KeyCode::Backspace, KeyModifiers::NONE, 1),
        [b'\t', ..] => key(KeyCode::Tab, KeyModifiers::NONE, 1),
        [b'\r' | b'\n', ..] => key(KeyCode::Enter, KeyModifiers::NONE, 1),
        [0, ..] => key(KeyCode::Char(' '), KeyModifiers::CONTROL, 1),
        [c @ ..=0x1a, ..] => key(KeyCode::Char((c | 0x60).into()), KeyModifiers::CONTROL, 1),
        [c @ ..=0x1f, ..] => key(KeyCode::Char((c | 0x40).into()), KeyModifiers::CONTROL, 1),
        _ => text::parse(bytes, charset),
    }
}

fn after_escape(rest: &[u8]) -> Parsed {
    match rest {
        [] => Parsed::Unfinished,
        [c] if INTRODUCERS.contains(c) => Parsed::Unfinished,
        // What no sequence goes on with came from the same hand.
        [b'[', c, ..] if !(0x20..=0x7e).contains(c) => ESC,
        [b'[', body @ ..] => add(2, sequence::control(body)),
        [b'O', c, ..] if !c.is_ascii_alphanumeric() => ESC,
        [b'O', body @ ..] => add(2, sequence::single_shift(body)),
        // Alt has no meaning here, so it is Esc, then the key.
        _ => ESC,
    }
}

/// The Esc key, whatever follows it.
const ESC: Parsed = Parsed::Input(Input::Key(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE)), 1);

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
mod sweep;
#[cfg(test)]
mod tests;
