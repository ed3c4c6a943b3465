//! The initiatives that a filter leaves by two facets at once.

use std::ops::Range;

use super::{Choice, Facet, Matching, Programme};

/// How many initiatives have a row's value and a column's. One with several values of a facet counts for each of
/// them, but in every total once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Every value of the columns' facet, in the dataset's order.
    pub columns: Vec<Choice>,
    /// The rows to show. Where these are regions, each zone stands before its own as their subtotal.
    pub rows: Vec<Row>,
    /// A total a column.
    pub totals: Vec<u32>,
    pub total: u32,
}

/// A row of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub of: Choice,
    /// A cell a column.
    pub cells: Vec<u32>,
    pub total: u32,
}

/// Counts what a filter leaves.
pub fn table(programme: &Programme, matching: &Matching, rows: Facet, columns: Facet) -> Table {
    let mut table = Table::empty(programme.choices(rows), programme.choices(columns));
    table.fill(programme, matching, rows, columns);
    if rows == Facet::Region {
        let mut zones = Table::empty(programme.choices(Facet::Zone), programme.choices(columns));
        zones.fill(programme, matching, Facet::Zone, columns);
        table.rows = under_zones(programme, matching, table.rows, zones.rows);
    } else {
        table.rows.retain(|row| match row.of.record() {
            Some(record) => matching.shows(programme, record),
            // A stage.
            None => matching.filter().is_empty() || matching.filter().allows(row.of) && row.total > 0,
        });
    }
    table
}

impl Table {
    fn empty(rows: Vec<Choice>, columns: Vec<Choice>) -> Self {
        let row = |of| Row { of, cells: vec![0; columns.len()], total: 0 };
        Self { rows: rows.into_iter().map(row).collect(), totals: vec![0; columns.len()], total: 0, columns }
    }

    fn fill(&mut self, programme: &Programme, matching: &Matching, rows: Facet, columns: Facet) {
        let [rows, columns] = [rows, columns].map(|facet| programme.values.slots.range(facet));
        for &initiative in matching.initiatives() {
            let values = programme.values.get(initiative).iter().copied();
            let columns = values.clone().filter_map(|value| place(value, &columns));
            for row in values.filter_map(|value| place(value, &rows)) {
                let row = &mut self.rows[row];
                columns.clone().for_each(|column| row.cells[column] += 1);
                row.total += 1;
            }
            columns.for_each(|column| self.totals[column] += 1);
            self.total += 1;
        }
    }
}

/// Where a value stands among those of a facet, if it is one of them.
fn place(value: u32, facet: &Range<u32>) -> Option<usize> {
    facet.contains(&value).then(|| (value - facet.start) as usize)
}

/// The rows of the regions to show, each zone's behind its own.
fn under_zones(
    programme: &Programme,
    matching: &Matching,
    mut regions: Vec<Row>,
    zones: Vec<Row>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut zones = zones.into_iter().peekable();
    for &region in matching.regions() {
        let zone = Choice::Zone(programme[region].zone);
        while let Some(row) = zones.next_if(|row| row.of <= zone) {
            rows.extend((row.of == zone).then_some(row));
        }
        let row = &mut regions[region.index()];
        rows.push(Row { of: row.of, cells: std::mem::take(&mut row.cells), total: row.total });
    }
    rows
}
