//! Where the panes stand, by the size of the screen and the view.

use ratatui::layout::Rect;

use crate::app::{App, Focus, View};

/// Below this, in columns and rows, the screen only says that it is too small.
const SMALLEST: (u16, u16) = (20, 6);
/// From this many columns on, two panes stand side by side; below it, one pane at a time.
const TWO_PANES: u16 = 60;
/// From this many columns on, three panes stand side by side.
const THREE_PANES: u16 = 100;
/// From this many rows on, the header has a title over the tabs.
const TITLE: u16 = 10;
/// Columns of the region list with its frame: room for the longest name and a count in any language.
const REGIONS: u16 = 26;
/// Columns that titles with their stages and topic need at least, where a page stands beside them.
const INITIATIVES: u16 = 48;
/// Columns of a page beside the map or the partners, at least.
const BESIDE: u16 = 22;

/// The parts of the screen. Panes include their frames; neighbours share the line between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) header: Rect,
    /// All panes together, and what an overlay takes.
    pub(crate) body: Rect,
    pub(crate) footer: Rect,
    places: [Rect; 3],
    roles: [Option<Focus>; 3],
}

impl Layout {
    /// The layout of a screen; `None` where there is no room.
    pub(crate) fn of(app: &App, area: Rect) -> Option<Self> {
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            return None;
        }
        let head = if area.height < TITLE { 1 } else { 2 };
        let body = Rect { y: area.y + head, height: area.height - head - 1, ..area };
        let (mut places, mut roles) = ([Rect::default(); 3], [None; 3]);
        for (slot, (focus, pane)) in panes(app, body).into_iter().enumerate() {
            (places[slot], roles[slot]) = (pane, Some(focus));
        }
        Some(Self {
            header: Rect { height: head, ..area },
            body,
            footer: Rect { y: area.bottom() - 1, height: 1, ..area },
            places,
            roles,
        })
    }

    /// The place of a pane, if it shows.
    pub(crate) fn pane(&self, focus: Focus) -> Option<Rect> {
        self.roles.iter().position(|role| *role == Some(focus)).map(|slot| self.places[slot])
    }

    /// All panes that show.
    pub(crate) fn panes(&self) -> &[Rect] {
        &self.places[..self.roles.iter().flatten().count()]
    }
}

fn panes(app: &App, body: Rect) -> Vec<(Focus, Rect)> {
    if app.reading().is_some() || body.width < TWO_PANES {
        return vec![(app.focus(), body)];
    }
    match app.view() {
        View::List => {
            let (regions, rest) = beside(body, REGIONS);
            let (initiatives, page) = if body.width < THREE_PANES {
                over(rest, rest.height * 2 / 5)
            } else {
                beside(rest, (rest.width * 11 / 20).max(INITIATIVES))
            };
            vec![(Focus::Regions, regions), (Focus::Initiatives, initiatives), (Focus::Page, page)]
        }
        View::Matrix => vec![(Focus::Main, body)],
        View::Map | View::Partners => {
            let (main, page) = beside(body, body.width - (body.width * 3 / 11).max(BESIDE));
            vec![(Focus::Main, main), (Focus::Page, page)]
        }
    }
}

/// Two panes side by side, the left one so many columns wide, sharing the line between them.
fn beside(area: Rect, columns: u16) -> (Rect, Rect) {
    let left = Rect { width: columns, ..area };
    (left, Rect { x: left.right() - 1, width: area.width - columns + 1, ..area })
}

/// Two panes one over the other, the upper one so many rows high (three at least), sharing the line.
fn over(area: Rect, rows: u16) -> (Rect, Rect) {
    let upper = Rect { height: rows.max(3).min(area.height - 2), ..area };
    (upper, Rect { y: upper.bottom() - 1, height: area.height - upper.height + 1, ..area })
}

/// What is inside a pane's frame.
pub(crate) fn inside(pane: Rect) -> Rect {
    Rect {
        x: pane.x + 1,
        y: pane.y + 1,
        width: pane.width.saturating_sub(2),
        height: pane.height.saturating_sub(2),
    }
}

/// What is inside a pane less a column on both sides, where that leaves room for text.
pub(crate) fn text_area(pane: Rect) -> Rect {
    let inside = inside(pane);
    if inside.width < 24 {
        return inside;
    }
    Rect { x: inside.x + 1, width: inside.width - 2, ..inside }
}
