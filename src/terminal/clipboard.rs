//! Copying by OSC 52 (xterm ctlseqs): the terminal puts the text in its user's clipboard, also over SSH.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Capability, Clipboard, Passthrough};

/// Bytes of base64 that xterm and tmux take in one sequence.
const LONGEST: usize = 74_994;
/// Bytes of a DCS that GNU screen passes on at once; it drops what is longer.
const SCREEN_CHUNK: usize = 252;

/// The sequence that copies a text, or `None` where the terminal has no clipboard or the text is too long.
pub(super) fn copy(text: &str, capability: &Capability) -> Option<Vec<u8>> {
    let encoded = STANDARD.encode(text);
    if capability.clipboard == Clipboard::None || encoded.len() > LONGEST {
        return None;
    }
    let sequence = format!("\x1b]52;c;{encoded}\x07");
    Some(match capability.passthrough {
        None => sequence.into_bytes(),
        Some(Passthrough::Tmux) => [&sequence, wrap_for_tmux(&sequence).as_str()].concat().into_bytes(),
        Some(Passthrough::Screen) => wrap_for_screen(&sequence),
    })
}

/// tmux takes the sequence itself with `set-clipboard on`; before 3.3, or with `allow-passthrough on`, it hands on
/// what stands in a DCS. Neither is an error to the other, so it gets both.
fn wrap_for_tmux(sequence: &str) -> String {
    format!("\x1bPtmux;{}\x1b\\", sequence.replace('\x1b', "\x1b\x1b"))
}

/// GNU screen hands on what stands in a DCS, in pieces that it doesn't tell apart from a whole.
fn wrap_for_screen(sequence: &str) -> Vec<u8> {
    let pieces = sequence.as_bytes().chunks(SCREEN_CHUNK);
    pieces.flat_map(|piece| [b"\x1bP", piece, b"\x1b\\"].concat()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::Overrides;

    fn bytes(term: &str, text: &str) -> Option<String> {
        let capability =
            Capability::detect(&|name| (name == "TERM").then(|| term.to_owned()), &Overrides::default());
        copy(text, &capability).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn sequences_by_terminal() {
        let table = [
            ("xterm-256color", Some("\x1b]52;c;6KW/5a6B\x07")),
            ("tmux-256color", Some("\x1b]52;c;6KW/5a6B\x07\x1bPtmux;\x1b\x1b]52;c;6KW/5a6B\x07\x1b\\")),
            ("screen", Some("\x1bP\x1b]52;c;6KW/5a6B\x07\x1b\\")),
            ("putty-256color", None),
            ("linux", None),
            ("vt220", None),
        ];
        for (term, sequence) in table {
            assert_eq!(bytes(term, "西宁").as_deref(), sequence, "{term}");
        }
    }

    #[test]
    fn what_terminals_would_cut_is_not_sent() {
        assert!(bytes("xterm", &"a".repeat(56_244)).is_some());
        assert_eq!(bytes("xterm", &"a".repeat(56_250)), None);
    }
}
