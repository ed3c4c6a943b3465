//! Finds rows of the full width that only moved.

use super::grid::Grid;

/// Rows `top..bottom` that move up by `by`, or down if it is negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    pub(super) top: usize,
    pub(super) bottom: usize,
    pub(super) by: isize,
}

/// The smallest shift that brings at least half of the changed rows to where they shall be.
pub(super) fn find(shown: &Grid, next: &Grid) -> Option<Shift> {
    let changed = |y: &usize| shown.row(*y) != next.row(*y);
    let top = (0..next.rows()).find(changed)?;
    let bottom = (0..next.rows()).rfind(changed)? + 1;
    let height = bottom - top;
    let shifts = (1..=height as isize / 2).flat_map(|n| [n, -n]);
    shifts.map(|by| Shift { top, bottom, by }).find(|shift| 2 * gain(shown, next, *shift) >= height.max(4))
}

/// How many rows, other than blank ones, a shift puts into place.
fn gain(shown: &Grid, next: &Grid, Shift { top, bottom, by }: Shift) -> usize {
    let arrives = |&y: &usize| {
        y.checked_add_signed(by)
            .filter(|from| (top..bottom).contains(from))
            .is_some_and(|from| shown.row(from) == next.row(y) && shown.row(y) != next.row(y))
    };
    let blank = |y: &usize| next.row(*y).iter().all(super::grid::Glyph::is_blank);
    (top..bottom).filter(arrives).filter(|y| !blank(y)).count()
}
