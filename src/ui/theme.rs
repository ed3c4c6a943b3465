//! What everything looks like: a style a role, the glyphs, and the width policy that all drawing takes.

use std::borrow::Cow;

use ratatui::style::{Color, Modifier, Style};

use super::Glyphs;
use crate::text::{WidthPolicy, plain_punctuation};

/// What a piece of the screen is, for its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Text,
    /// A heading, a title, a label.
    Heading,
    Frame,
    /// The title of the pane that the keys act on.
    FocusedTitle,
    /// The selected row where the keys act on it.
    Selected,
    /// The selected row of another pane.
    Remembered,
    /// What belongs to the zone at that place.
    Zone(usize),
    /// What the search found in a text.
    Match,
    /// The key's name in a hint.
    Key,
}

/// How everything is drawn. The colours are the user's: only the 16 of ANSI, and the default ones for text.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    pub policy: WidthPolicy,
    pub glyphs: Glyphs,
}

/// The zones' colours, readable on black and on white; a zone is always named in words, too.
const ZONES: [Color; 3] = [Color::Red, Color::Magenta, Color::Green];

impl Theme {
    /// The style of a role. What matters is seen without colour: reverse video, bold.
    pub fn style(&self, role: Role) -> Style {
        let plain = Style::new();
        match role {
            Role::Text | Role::Frame => plain,
            Role::Heading | Role::Remembered | Role::Key => plain.add_modifier(Modifier::BOLD),
            Role::FocusedTitle | Role::Selected => plain.add_modifier(Modifier::REVERSED),
            Role::Match => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Role::Zone(place) => plain.fg(ZONES[place % ZONES.len()]),
        }
    }

    /// A text as this terminal can show it.
    pub fn text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.glyphs.plain_text { plain_punctuation(text) } else { Cow::Borrowed(text) }
    }

    /// Columns of a text as shown.
    pub fn columns(&self, text: &str) -> usize {
        self.policy.columns(&self.text(text))
    }
}
