//! What a user can ask for, and what the loop is asked to do about it.

use super::Focus;

/// What a key or a click asks for. The key table says which key; help words each one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    Up,
    Down,
    HalfPageUp,
    HalfPageDown,
    PageUp,
    PageDown,
    First,
    Last,
    /// To the next deeper pane.
    Enter,
    /// One step out: closes what is open, then goes one pane up. Never quits.
    Back,
    NextPane,
    PreviousPane,
    /// Shows the regions of every zone.
    AllZones,
    /// Shows the regions of the zone at that place, from 0.
    Zone(u8),
    Language,
    /// Opens the input line.
    Search,
    /// Goes to the selected hit.
    Go,
    NextHit,
    PreviousHit,
    /// A character on the input line.
    Type(char),
    Backspace,
    Delete,
    EraseWord,
    EraseLine,
    CaretLeft,
    CaretRight,
    CaretHome,
    CaretEnd,
    About,
    Help,
    Mouse,
    Copy,
    /// Reads the dataset again.
    Reload,
    Repaint,
    Suspend,
    Quit,
    /// Selects the row at that place of the region list, heads included: a click.
    PickRegion(usize),
    /// Selects the initiative at that place of the list: a click.
    PickInitiative(usize),
    /// Focuses the detail pane: a click.
    PickDetail,
    /// Moves by so many rows in a pane, wherever the focus is: the wheel.
    Scroll(Focus, i8),
}

/// What the loop carries out after an action; everything else is in the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    None,
    /// Clear and draw the whole screen.
    Repaint,
    /// Copy what the detail shows as a text.
    Copy,
    /// Read the dataset again.
    Reload,
    /// Let the terminal report the mouse, or not.
    Mouse(bool),
    Suspend,
    Quit,
}
