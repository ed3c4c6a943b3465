//! What to ask the terminal, and what its answers mean.
//!
//! Only CPR and DA1 are asked for: nothing else is answered, or at least swallowed, everywhere. Writing the query
//! is the painter's business, reading the answers the session's.

use std::time::{Duration, Instant};

use crate::text::WidthPolicy;

use super::input::Reply;
use super::{Capability, Charset};

/// How long an answer may take before a lone ESC in the input counts as a key again.
const PATIENCE: Duration = Duration::from_secs(3);

/// Text whose columns tell whether the charset is the one assumed, then an ambiguous character.
///
/// `海中` takes 4 columns in UTF-8. Its six bytes are three characters of GB18030 and six of Latin-1, both 6
/// columns, and none is a C1 control. `选皝` takes 4 columns in GB18030. In Latin-1 it is three letters and a C1 control
/// that does nothing (HOP), in UTF-8 a Cyrillic letter and two bytes of nothing.
/// A terminal of ASCII shows each byte as U+FFFD, an ambiguous character: one column or two.
const UTF8: [&[u8]; 2] = ["海中".as_bytes(), "“".as_bytes()];
const GB18030: [&[u8]; 2] = [b"\xd1\xa1\xb0\x81", b"\xa1\xb0"];

/// A query, from its asking to the answer that closes it.
#[derive(Debug, Default)]
pub(super) struct Probe {
    /// When the query that is under way was sent.
    asked: Option<Instant>,
    columns: Vec<u16>,
    /// The charset of the last query: another one has to be asked about anew.
    charset: Option<Charset>,
}

/// What the answers say; `None` where they say nothing, or nonsense.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Answers {
    pub(super) width: Option<WidthPolicy>,
    /// Whether the terminal takes the charset that was assumed.
    pub(super) charset: Option<bool>,
    /// Whether it says that OSC 52 reaches a clipboard; many that take it don't say so.
    pub(super) clipboard: bool,
}

impl Probe {
    /// What to ask now, once for each charset that is assumed.
    pub(super) fn questions(&self, capability: &Capability) -> Option<[&'static [u8]; 2]> {
        if !capability.probe || self.charset.as_ref() == Some(&capability.charset) {
            return None;
        }
        match capability.charset {
            Charset::Utf8 => Some(UTF8),
            Charset::Gb18030 | Charset::Gbk => Some(GB18030),
            Charset::Other(_) => None,
        }
    }

    pub(super) fn sent(&mut self, charset: &Charset) {
        self.asked = Some(Instant::now());
        self.columns.clear();
        self.charset = Some(charset.clone());
    }

    /// Whether an answer may still come.
    pub(super) fn is_open(&self) -> bool {
        self.asked.is_some_and(|asked| asked.elapsed() < PATIENCE)
    }

    /// Whether no answer came: this terminal gives none.
    pub(super) fn is_unanswered(&self) -> bool {
        self.asked.is_some() && !self.is_open()
    }

    /// Takes a reply; attributes yield what all replies say, and close the query if its columns are there.
    pub(super) fn take(&mut self, reply: Reply) -> Option<Answers> {
        self.asked?;
        let charset = self.charset.as_ref()?;
        match reply {
            Reply::Cursor { column, .. } => {
                self.columns.push(column - 1);
                None
            }
            Reply::Attributes { clipboard } => {
                // One before the columns answers no query but a byte of a character: in Latin-1, 0x9A is DECID.
                if self.columns.len() >= UTF8.len() {
                    self.asked = None;
                }
                Some(Answers { clipboard, ..interpret(&self.columns, charset) })
            }
        }
    }
}

fn interpret(columns: &[u16], charset: &Charset) -> Answers {
    let &[text, ambiguous] = columns else { return Answers::default() };
    let others: &[u16] = if *charset == Charset::Utf8 { &[6, 12] } else { &[1, 2, 3, 5, 8] };
    let charset = match text {
        4 => Some(true),
        n if others.contains(&n) => Some(false),
        _ => None,
    };
    let width = match ambiguous {
        1 => Some(WidthPolicy::Narrow),
        2 => Some(WidthPolicy::Wide),
        _ => None,
    };
    Answers { width: width.filter(|_| charset == Some(true)), charset, clipboard: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_columns_mean() {
        let (narrow, wide) = (Some(WidthPolicy::Narrow), Some(WidthPolicy::Wide));
        let utf8 = Charset::Utf8;
        // (charset, columns, ambiguous width, takes the charset)
        let table: [(&Charset, &[u16], _, _); 12] = [
            (&utf8, &[4, 1], narrow, Some(true)),
            (&utf8, &[4, 2], wide, Some(true)),
            (&utf8, &[6, 3], None, Some(false)),
            (&utf8, &[6, 2], None, Some(false)),
            (&utf8, &[12, 6], None, Some(false)),
            (&utf8, &[4, 60], None, Some(true)),
            (&utf8, &[0, 0], None, None),
            (&utf8, &[4], None, None),
            (&Charset::Gb18030, &[4, 2], wide, Some(true)),
            (&Charset::Gb18030, &[1, 1], None, Some(false)),
            (&Charset::Gb18030, &[3, 2], None, Some(false)),
            (&Charset::Gb18030, &[8, 4], None, Some(false)),
        ];
        for (assumed, columns, width, charset) in table {
            assert_eq!(
                interpret(columns, assumed),
                Answers { width, charset, clipboard: false },
                "{columns:?}"
            );
        }
    }
}
