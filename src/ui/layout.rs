//! Where everything stands, by the size of the screen.

use ratatui::layout::Rect;

use crate::app::{App, Focus, Overlay};

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

/// The parts of the screen. Panes include their frames; neighbours share the line between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) header: Rect,
    /// All panes together, and what an overlay takes.
    pub(crate) body: Rect,
    pub(crate) regions: Option<Rect>,
    pub(crate) initiatives: Option<Rect>,
    pub(crate) detail: Option<Rect>,
    pub(crate) footer: Rect,
}

impl Layout {
    /// The layout of a screen; `None` where there is no room.
    pub(crate) fn of(app: &App, area: Rect) -> Option<Self> {
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            return None;
        }
        let head = if area.height < TITLE { 1 } else { 2 };
        let body = Rect { y: area.y + head, height: area.height - head - 1, ..area };
        let mut layout = Self {
            header: Rect { height: head, ..area },
            body,
            regions: None,
            initiatives: None,
            detail: None,
            footer: Rect { y: area.bottom() - 1, height: 1, ..area },
        };
        if app.overlay == Overlay::None {
            layout.place_panes(app.focus);
        }
        Some(layout)
    }

    fn place_panes(&mut self, focus: Focus) {
        let body = self.body;
        if body.width < TWO_PANES {
            let pane = match focus {
                Focus::Regions => &mut self.regions,
                Focus::Initiatives => &mut self.initiatives,
                Focus::Detail => &mut self.detail,
            };
            *pane = Some(body);
            return;
        }
        let (regions, rest) = beside(body, REGIONS);
        let (initiatives, detail) = if body.width < THREE_PANES {
            over(rest, rest.height * 2 / 5)
        } else {
            beside(rest, rest.width * 9 / 20)
        };
        (self.regions, self.initiatives, self.detail) = (Some(regions), Some(initiatives), Some(detail));
    }

    /// The rectangles that get a frame: the panes, or the body under an overlay.
    pub(crate) fn frames(&self) -> Vec<Rect> {
        let panes: Vec<_> = [self.regions, self.initiatives, self.detail].into_iter().flatten().collect();
        if panes.is_empty() { vec![self.body] } else { panes }
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
