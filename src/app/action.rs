//! What a user can ask for, and what the loop is asked to do about it.

use super::place::{Focus, View};
use crate::programme::{Choice, Record};

/// What a key or a click asks for. The key table says which key; help words each one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    Up,
    Down,
    Left,
    Right,
    HalfPageUp,
    HalfPageDown,
    PageUp,
    PageDown,
    First,
    Last,
    /// To the next deeper pane; along the selected link; into the selected cell.
    Enter,
    /// One step out: closes what is open, then goes one pane up. Never quits.
    Back,
    /// To the next link of the page, or the next pane.
    Next,
    Previous,
    /// To where the reader was before.
    Return,
    NextView,
    PreviousView,
    View(View),
    /// Other columns of the matrix.
    Columns,
    /// Shows every zone.
    AllZones,
    /// Shows the zone at that place alone, from 0.
    Zone(u8),
    /// Opens the facets of the filter.
    Filter,
    /// Marks the selected value of a facet, or takes the mark off.
    Mark,
    /// Takes one choice out of the filter, or puts it in.
    Toggle(Choice),
    /// Takes the whole filter off.
    ClearFilter,
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
    Reader,
    Help,
    Mouse,
    /// How wide ambiguous characters are taken to be.
    Width,
    Copy,
    /// Reads the dataset again.
    Reload,
    Repaint,
    Suspend,
    Quit,
    /// Selects what stands in a list, on the map: a click.
    Pick(Record),
    /// Selects the hit at that place, and goes to it: a click.
    PickHit(usize),
    /// Follows the link at that place of the page: a click.
    PickLink(usize),
    /// Selects the cell of the matrix at that row and column: a click.
    PickCell(u16, u16),
    /// Selects the value at that place of the facet at that place: a click.
    PickValue(u16, u16),
    /// Gives a pane the keys: a click.
    PickPane(Focus),
    /// Moves by so many rows in a pane, wherever the focus is: the wheel.
    Scroll(Focus, i8),
}

/// What the loop carries out after an action; everything else is in the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    None,
    /// Clear and draw the whole screen.
    Repaint,
    /// Copy the briefing on what the page tells of.
    Copy,
    /// Read the dataset again.
    Reload,
    /// Let the terminal report the mouse, or not.
    Mouse(bool),
    Suspend,
    Quit,
}
