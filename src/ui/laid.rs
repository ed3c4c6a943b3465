//! Where everything stands on the screen: worked out once, read by drawing, by the mouse and by the state.

use std::sync::Arc;

use ratatui::layout::{Position, Rect};

use super::flow::Flow;
use super::footer::Shown;
use super::header::Header;
use super::initiatives::Columns;
use super::layout::Layout;
use crate::app::{Action, App, Focus, View, Viewport, Windows};
use crate::programme::{Language, Record, Ref, Region};
use crate::search::Query;
use crate::text::Medium;

/// A screen laid out. What is costly in it is kept from one to the next while nothing that it depends on changes.
#[derive(Clone, Debug, Default)]
pub struct Laid {
    /// `None` where there is no room.
    pub(crate) layout: Option<Layout>,
    pub(crate) header: Header,
    pub(crate) footer: Vec<Shown>,
    pub(crate) windows: Windows,
    /// The window of what lies over the panes.
    pub(crate) over: Option<Viewport>,
    pub(crate) flow: Kept<FlowKey, Flow>,
    /// The rows of each of the region's initiatives.
    pub(crate) heights: Kept<HeightsKey, Vec<u16>>,
    /// What the mouse can hit; what is noted later lies over what was before.
    pub(crate) spots: Vec<(Rect, Action)>,
    /// What the wheel scrolls.
    pub(crate) panes: Vec<(Rect, Focus)>,
    /// Where the reader is: the selected row, or the caret of an input line.
    pub(crate) cursor: Option<Position>,
    /// Where the links of the page lead.
    pub(crate) links: Arc<[Record]>,
}

/// Something worked out, and what it was worked out from.
#[derive(Clone, Debug)]
pub(crate) struct Kept<K, T>(Option<(K, Arc<T>)>);

impl<K, T> Default for Kept<K, T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, T> Kept<K, T> {
    /// What is kept if it was worked out from the same, else worked out now.
    pub(crate) fn of(before: Self, key: K, make: impl FnOnce() -> T) -> (Self, Arc<T>) {
        let made = match before.0 {
            Some((same, made)) if same == key => made,
            _ => Arc::new(make()),
        };
        (Self(Some((key, Arc::clone(&made)))), made)
    }

    pub(crate) fn get(&self) -> Option<&Arc<T>> {
        self.0.as_ref().map(|(_, made)| made)
    }
}

/// What the rows of a page depend on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FlowKey {
    pub(crate) record: Record,
    pub(crate) view: View,
    /// Rows that may be filled, where the page leaves some free.
    pub(crate) room: u16,
    pub(crate) edition: u32,
    pub(crate) language: Language,
    pub(crate) columns: usize,
    pub(crate) medium: Medium,
    pub(crate) query: Query,
}

/// What the rows of a list of titles depend on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HeightsKey {
    pub(crate) region: Option<Ref<Region>>,
    pub(crate) edition: u32,
    pub(crate) language: Language,
    pub(crate) columns: Columns,
    pub(crate) medium: Medium,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    Click,
    WheelUp,
    WheelDown,
}

/// Rows that a notch of the wheel moves.
const NOTCH: i8 = 3;

impl Laid {
    /// What the mouse asks for at a cell of the screen; `None` where nothing is there to act on.
    pub fn action(&self, pointer: Pointer, at: Position) -> Option<Action> {
        let scroll = |by| {
            let pane = self.panes.iter().rev().find(|(pane, _)| pane.contains(at));
            pane.map(|&(_, focus)| Action::Scroll(focus, by))
        };
        match pointer {
            Pointer::Click => {
                self.spots.iter().rev().find(|(spot, _)| spot.contains(at)).map(|&(_, act)| act)
            }
            Pointer::WheelUp => scroll(-NOTCH),
            Pointer::WheelDown => scroll(NOTCH),
        }
    }

    /// Where the terminal's cursor stands.
    pub fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    /// Hands the windows, and where the links lead, over to the state.
    pub fn settle(&self, app: &mut App) {
        app.settle(self.windows, self.over, Arc::clone(&self.links));
    }

    /// Columns of text of the page that show, for how long they take to read.
    pub fn columns_to_read(&self, medium: &Medium) -> usize {
        let Some(flow) = self.flow.get() else { return 0 };
        let window = self.over.unwrap_or(self.windows.page);
        flow.rows[window.range().start.min(flow.rows.len())..window.range().end.min(flow.rows.len())]
            .iter()
            .map(|row| row.columns(medium))
            .sum()
    }

    /// Notes a pane: a click gives it the keys, the wheel scrolls it.
    pub(crate) fn pane(&mut self, pane: Rect, focus: Focus) {
        self.panes.push((pane, focus));
        self.spot(super::layout::inside(pane), Action::PickPane(focus));
    }

    /// Notes the lines of a list's row; where it is the selected one, the reader is there.
    pub(crate) fn row(&mut self, lines: Rect, action: Action, here: bool) {
        self.spot(lines, action);
        if here {
            self.cursor = Some(lines.as_position());
        }
    }

    /// Notes that a place acts.
    pub(crate) fn spot(&mut self, place: Rect, action: Action) {
        self.spots.push((place, action));
    }
}
