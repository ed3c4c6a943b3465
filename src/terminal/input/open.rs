//! What takes any bytes until its end: pastes, which are kept, and strings (OSC, DCS, APC), which aren't.

use super::{Decoder, Input, text};

const PASTE_BEGIN: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";
/// Bytes of a paste that are kept.
const LONGEST_PASTE: usize = 1 << 20;

/// One of them, begun.
#[derive(Debug)]
pub(super) enum Open {
    /// With what has come of it.
    Paste(Vec<u8>),
    /// Nothing that was asked for, so another program's reply.
    String,
}

impl Open {
    /// What these bytes begin with, if it is one, and how many bytes its beginning takes.
    pub(super) fn of(bytes: &[u8]) -> Option<(Self, usize)> {
        match bytes {
            _ if bytes.starts_with(PASTE_BEGIN) => Some((Self::Paste(Vec::new()), PASTE_BEGIN.len())),
            // Only as replies go on: an Esc and a key may come in one packet.
            [0x1b, b']', b'0'..=b'9', ..]
            | [0x1b, b'P', b'0'..=b'9' | b'!' | b'>', ..]
            | [0x1b, b'_', b'G', ..] => Some((Self::String, 2)),
            _ => None,
        }
    }
}

impl Decoder {
    pub(super) fn rest_of_paste(&mut self) -> Option<Input> {
        let Some(Open::Paste(paste)) = &mut self.open else { return None };
        let end = find(&self.bytes, PASTE_END);
        // The end marker may be cut.
        let taken = end.unwrap_or(self.bytes.len().saturating_sub(PASTE_END.len() - 1));
        let room = LONGEST_PASTE.saturating_sub(paste.len());
        paste.extend(self.bytes.drain(..taken).take(room));
        end?;
        let paste = std::mem::take(paste);
        self.open = None;
        self.consume(PASTE_END.len());
        Some(Input::Paste(text::decode(&paste, &self.charset)))
    }

    /// Whether what comes next may be part of a paste.
    pub(in crate::terminal) fn expects_paste(&self) -> bool {
        self.after_paste || matches!(self.open, Some(Open::Paste(_)))
    }

    /// The paste that is under way, if one is, ends here.
    pub(in crate::terminal) fn end_paste(&mut self) {
        if let Some(Open::Paste(_)) = self.open {
            self.feed(PASTE_END);
        }
    }

    /// A paste without its end, or with a part of that; an ESC at its end is as good as the key.
    pub(super) fn cut_short(&mut self, mut paste: Vec<u8>) -> Input {
        paste.append(&mut self.bytes);
        let marker = (1..PASTE_END.len()).rev().find(|&n| paste.ends_with(&PASTE_END[..n])).unwrap_or(0);
        paste.truncate(paste.len() - marker);
        self.bytes.extend((marker == 1).then_some(0x1b));
        Input::Paste(text::decode(&paste, &self.charset))
    }

    /// Opens the paste again that was cut short, if its end has come.
    pub(super) fn join_cut_paste(&mut self) {
        if !self.after_paste {
            return;
        }
        if let Some(end) = find(&self.bytes, PASTE_END) {
            self.after_paste = false;
            if find(&self.bytes[..end], PASTE_BEGIN).is_none() {
                self.open = Some(Open::Paste(Vec::new()));
            }
        }
    }

    /// Drops a string that has begun up to its end: ST, BEL, or a control, which it can't hold. False if that isn't
    /// there yet.
    pub(super) fn skip_string(&mut self) -> bool {
        if self.open.is_none() {
            return true;
        }
        let end = self.bytes.iter().position(|b| *b < 0x20);
        self.consume(end.unwrap_or(self.bytes.len()));
        match self.bytes.as_slice() {
            [] | [0x1b] => return false,
            [0x1b, b'\\', ..] => self.consume(2),
            [0x07, ..] => self.consume(1),
            _ => {}
        }
        self.open = None;
        true
    }
}

/// Where some bytes begin to stand in others.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
