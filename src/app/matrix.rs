//! The table of regions and of what their initiatives are counted by: which cell is selected, and what it opens.

use super::App;

/// Goes so many cells to the right and down.
pub(super) fn step(_app: &mut App, _right: isize, _down: isize) {}

/// Opens the list with exactly the initiatives that the selected cell counts.
pub(super) fn enter(_app: &mut App) {}

/// Turns to the next facet for the columns: stages, topics, places.
pub(super) fn columns(_app: &mut App) {}

/// Selects the cell at a row and a column: a click.
pub(super) fn pick(_app: &mut App, _row: usize, _column: usize) {}
