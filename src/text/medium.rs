//! What a text is laid out for: how wide characters are there, and which of them it can show.

use std::borrow::Cow;

use super::{Glyphs, WidthPolicy, plain_punctuation};

/// The width policy and the glyphs of a terminal, or of a file for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Medium {
    pub policy: WidthPolicy,
    pub glyphs: Glyphs,
}

impl Medium {
    /// A text as it can be shown.
    pub fn text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match self.glyphs {
            Glyphs { plain_text: true, .. } => plain_punctuation(text),
            Glyphs { pilcrow: "¶", .. } => Cow::Borrowed(text),
            Glyphs { pilcrow, .. } => Cow::Owned(text.replace('¶', pilcrow)),
        }
    }

    /// Columns of a text as shown.
    pub fn columns(&self, text: &str) -> usize {
        self.policy.columns(&self.text(text))
    }
}
