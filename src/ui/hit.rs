//! What a click or a turn of the wheel at a place on the screen asks for.

use ratatui::layout::{Position, Rect};

use super::layout::{Layout, inside};
use crate::app::{Action, App, Focus, Overlay};

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    Click,
    WheelUp,
    WheelDown,
}

/// Rows that a notch of the wheel moves.
const NOTCH: i8 = 3;

/// The action of the mouse at a cell of the screen; `None` where nothing is there to act on.
pub fn hit(app: &App, area: Rect, pointer: Pointer, at: Position) -> Option<Action> {
    let layout = Layout::of(app, area)?;
    let notches = match pointer {
        Pointer::Click => 0,
        Pointer::WheelUp => -NOTCH,
        Pointer::WheelDown => NOTCH,
    };
    let wheel = |focus| Action::Scroll(focus, notches);
    if app.overlay != Overlay::None {
        return (notches != 0).then(|| wheel(app.focus));
    }
    let panes = [
        (Focus::Regions, layout.regions),
        (Focus::Initiatives, layout.initiatives),
        (Focus::Detail, layout.detail),
    ];
    let (focus, pane) =
        panes.into_iter().find_map(|(f, pane)| pane.filter(|p| inside(*p).contains(at)).map(|p| (f, p)))?;
    let row = usize::from(at.y - inside(pane).y);
    Some(match (pointer, focus) {
        (Pointer::WheelUp | Pointer::WheelDown, _) => wheel(focus),
        (Pointer::Click, Focus::Regions) => Action::PickRegion(app.views.regions.offset + row),
        (Pointer::Click, Focus::Initiatives) => Action::PickInitiative(app.views.initiatives.offset + row),
        (Pointer::Click, Focus::Detail) => Action::PickDetail,
    })
}
