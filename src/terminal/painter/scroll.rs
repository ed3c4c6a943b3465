//! Finds rows of the full width that only moved.

use super::grid::{Glyph, Grid};

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
    if height < LEAST {
        return None;
    }
    let before: Vec<u64> = (top..bottom).map(|y| key(shown.row(y))).collect();
    let after: Vec<u64> = (top..bottom).map(|y| key(next.row(y))).collect();
    let shifts = (1..=height as isize / 2).flat_map(|n| [n, -n]);
    let found = shifts.into_iter().find(|by| 2 * gain(&before, &after, *by) >= height.max(LEAST));
    found.map(|by| Shift { top, bottom, by })
}

/// Fewer rows aren't worth the sequences.
const LEAST: usize = 4;

/// How many rows, other than blank ones, a shift puts into place.
fn gain(before: &[u64], after: &[u64], by: isize) -> usize {
    let arrives = |y: usize| {
        let from = y.checked_add_signed(by).and_then(|from| before.get(from));
        from == Some(&after[y]) && after[y] != before[y] && after[y] != BLANK
    };
    (0..after.len()).filter(|y| arrives(*y)).count()
}

const BLANK: u64 = 0;

/// A number that tells rows apart well enough: what is sent in the end depends on the cells.
fn key(row: &[Glyph]) -> u64 {
    let mix = |key: u64, (x, glyph): (usize, &Glyph)| {
        let cell =
            glyph.text.key() ^ u64::from(glyph.pen.fg) << 48 ^ u64::from(glyph.pen.attributes.bits()) << 32;
        key ^ cell.wrapping_add(x as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    };
    if row.iter().all(Glyph::is_blank) {
        BLANK
    } else {
        row.iter().enumerate().map(|(x, g)| (x + 1, g)).fold(1, mix)
    }
}
