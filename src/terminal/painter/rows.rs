//! Paints the rows that differ: the one where the reader is before the others where that is no longer.

use super::grid::Grid;
use super::row;
use super::wire::{State, Wire};

/// The rows that differ, and what painted them.
pub(super) struct Rows<'a> {
    shown: &'a Grid,
    next: &'a Grid,
    lost: Option<usize>,
    /// From the top, each with what painted it last.
    changed: Vec<(usize, Option<Painted>)>,
}

/// What painted a row; from the same state it is the same.
struct Painted {
    from: State,
    bytes: Vec<u8>,
    to: State,
}

impl<'a> Rows<'a> {
    /// Of the row `lost` nobody knows what it shows.
    pub(super) fn new(shown: &'a Grid, next: &'a Grid, lost: Option<usize>) -> Self {
        let differs = |y: &usize| lost == Some(*y) || shown.row(*y) != next.row(*y);
        let changed = (0..next.rows()).filter(differs).map(|y| (y, None)).collect();
        Self { shown, next, lost, changed }
    }

    /// Paints all of them, the row `here` first if that takes no more bytes.
    pub(super) fn shortest(mut self, wire: &Wire, here: Option<usize>) -> Wire {
        let plain = self.paint(wire.clone(), None);
        let place = self.changed.iter().position(|(y, _)| here == Some(*y)).filter(|place| *place > 0);
        let Some(place) = place else { return plain };
        let first = self.paint(wire.clone(), Some(place));
        if first.bytes.len() <= plain.bytes.len() { first } else { plain }
    }

    fn paint(&mut self, mut wire: Wire, first: Option<usize>) -> Wire {
        let others = (0..self.changed.len()).filter(|place| Some(*place) != first);
        for place in first.into_iter().chain(others) {
            let (y, painted) = &mut self.changed[place];
            let (y, from, start) = (*y, wire.state(), wire.bytes.len());
            match painted {
                Some(Painted { from: before, bytes, to }) if *before == from => wire.append(bytes, *to),
                _ => {
                    row::paint(&mut wire, y, self.shown.row(y), self.next.row(y), self.lost == Some(y));
                    let bytes = wire.bytes[start..].to_vec();
                    *painted = Some(Painted { from, bytes, to: wire.state() });
                }
            }
        }
        wire
    }
}
