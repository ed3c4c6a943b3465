//! What everything looks like: a style a role. The colours are the user's, the 16 of ANSI; text keeps the default.

use ratatui::style::{Color, Modifier, Style};

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
    /// The same on the selected row: out of its bar, for bold reverse video is grey on grey in some terminals.
    MatchOnBar,
    /// What leads to another record.
    Link,
    /// The link that Enter follows.
    Followed,
    /// What counts for nothing under the filter.
    Dim,
    /// The key's name in a hint.
    Key,
    /// What is said once, until the next key.
    Notice,
}

/// The zones' colours, bright where a terminal has sixteen: readable on black and on white. A zone is always named
/// in words, too.
const ZONES: [Color; 3] = [Color::LightRed, Color::LightMagenta, Color::LightBlue];

impl Role {
    /// The style of a role. What matters is seen without colour: reverse video, bold, underlined.
    pub fn style(self) -> Style {
        let plain = Style::new();
        match self {
            Self::Text | Self::Frame => plain,
            Self::Heading | Self::Remembered | Self::Key | Self::Notice => plain.add_modifier(Modifier::BOLD),
            Self::FocusedTitle | Self::Selected | Self::Followed => plain.add_modifier(Modifier::REVERSED),
            Self::Match => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Self::MatchOnBar => Self::Match.style().remove_modifier(Modifier::REVERSED),
            Self::Link => plain.add_modifier(Modifier::UNDERLINED),
            Self::Dim => plain.add_modifier(Modifier::DIM),
            Self::Zone(place) => plain.fg(ZONES[place % ZONES.len()]),
        }
    }
}
