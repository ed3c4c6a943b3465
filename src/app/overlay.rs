//! What lies over the panes, each with its own scroll.

use super::Viewport;

/// What lies over the panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    Help(Viewport),
    /// The input line and what it finds.
    Search(Viewport),
    /// The facets of the filter, and which of the values is selected.
    Filter {
        facet: usize,
        value: usize,
        window: Viewport,
    },
    /// The page alone, without frames.
    Reader(Viewport),
    /// The briefing that `y` copies, without frames, for the terminal's own selection.
    Briefing(Viewport),
}

impl Overlay {
    /// Its window.
    pub fn window(self) -> Viewport {
        match self {
            Self::Help(window) | Self::Search(window) | Self::Reader(window) | Self::Briefing(window) => {
                window
            }
            Self::Filter { window, .. } => window,
        }
    }

    /// The window, to be moved.
    pub fn window_mut(&mut self) -> &mut Viewport {
        match self {
            Self::Help(window) | Self::Search(window) | Self::Reader(window) | Self::Briefing(window) => {
                window
            }
            Self::Filter { window, .. } => window,
        }
    }
}
