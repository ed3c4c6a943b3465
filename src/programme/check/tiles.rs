//! Where regions lie on the map: each in a place of its own, and none far off.

use std::collections::{BTreeMap, HashMap};

use super::report::Report;
use crate::programme::fault::{Axis, Fault};

/// The tiles read so far.
#[derive(Default)]
pub(super) struct Tiles {
    /// Where each stands first, in bytes.
    known: HashMap<[u8; 2], usize>,
    /// The first tile in each column and in each row: where it stands, and its path.
    lines: [BTreeMap<u8, (usize, String)>; 2],
}

impl Tiles {
    pub(super) fn add(&mut self, tile: [u8; 2], at: usize, report: &mut Report) {
        let first = *self.known.entry(tile).or_insert(at);
        if first != at {
            report.warning_again(at, Fault::PlaceTaken, first);
        }
        for (lines, number) in self.lines.iter_mut().zip(tile) {
            lines.entry(number).or_insert_with(|| (at, report.path()));
        }
    }

    /// Warns of columns and rows without a tile between those that have one.
    pub(super) fn end(&self, report: &mut Report) {
        for (axis, lines) in [Axis::Columns, Axis::Rows].into_iter().zip(&self.lines) {
            for (before, (&line, (at, path))) in lines.keys().zip(lines.iter().skip(1)) {
                if line - before > 1 {
                    report.warning_at(path.clone(), *at, Fault::Gap(axis, before + 1, line - 1));
                }
            }
        }
    }
}
