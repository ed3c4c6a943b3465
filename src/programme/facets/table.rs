//! The initiatives that a filter leaves by two facets at once.

use std::ops::Range;

use super::{Choice, Facet, Filter, Matching, Programme};
use crate::programme::Since;

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

/// The cells of a table as the earlier edition counts them; 0 for what that one hasn't.
pub fn table_before(now: &Table, filter: &Filter, new: &Programme, since: &Since) -> Table {
    let (old, values) = (&*since.old, &since.old.values);
    // For each slot of the earlier edition, the row or the column that it counts in.
    let places = |of: &mut dyn Iterator<Item = Choice>| {
        let mut places = vec![None; values.slots.len()];
        for (place, choice) in of.enumerate() {
            if let Some(before) = choice.carried(new, old) {
                places[values.slots.of(before)] = Some(place);
            }
        }
        places
    };
    let columns = places(&mut now.columns.iter().copied());
    let rows = places(&mut now.rows.iter().map(|row| row.of));
    let mut before = Table::empty(now.rows.iter().map(|row| row.of).collect(), now.columns.clone());
    for initiative in since.matching(new, filter) {
        let values = values.get(initiative).iter();
        let columns: Vec<_> = values.clone().filter_map(|&value| columns[value as usize]).collect();
        before.count(values.filter_map(|&value| rows[value as usize]), &columns);
    }
    before
}

impl Table {
    /// What a cell counts; the totals stand behind the last row and the last column.
    pub fn at(&self, row: usize, column: usize) -> u32 {
        match (self.rows.get(row), self.columns.get(column)) {
            (Some(row), Some(_)) => row.cells[column],
            (Some(row), None) => row.total,
            (None, Some(_)) => self.totals[column],
            (None, None) => self.total,
        }
    }

    /// How many more (`+2`) or fewer a cell counts than in the earlier edition; nothing where that is the same.
    pub fn difference(&self, before: Option<&Self>, row: usize, column: usize) -> String {
        let now = i64::from(self.at(row, column));
        let more = before.map_or(0, |before| now - i64::from(before.at(row, column)));
        if more == 0 { String::new() } else { format!("{more:+}") }
    }

    /// Columns of the widest difference and of a blank before it; 0 where nothing differs.
    pub fn widest_difference(&self, before: Option<&Self>) -> usize {
        let all = (0..=self.rows.len()).flat_map(|row| (0..=self.columns.len()).map(move |at| (row, at)));
        let widest = all.map(|(row, at)| self.difference(before, row, at).len()).max();
        widest.filter(|&widest| widest > 0).map_or(0, |widest| widest + 1)
    }

    /// Counts an initiative in its rows and columns, and in the totals.
    fn count(&mut self, rows: impl Iterator<Item = usize>, columns: &[usize]) {
        for row in rows {
            let row = &mut self.rows[row];
            columns.iter().for_each(|&column| row.cells[column] += 1);
            row.total += 1;
        }
        columns.iter().for_each(|&column| self.totals[column] += 1);
        self.total += 1;
    }

    fn empty(rows: Vec<Choice>, columns: Vec<Choice>) -> Self {
        let row = |of| Row { of, cells: vec![0; columns.len()], total: 0 };
        Self { rows: rows.into_iter().map(row).collect(), totals: vec![0; columns.len()], total: 0, columns }
    }

    fn fill(&mut self, programme: &Programme, matching: &Matching, rows: Facet, columns: Facet) {
        let [rows, columns] = [rows, columns].map(|facet| programme.values.slots.range(facet));
        let mut own = Vec::new();
        for &initiative in matching.initiatives() {
            let values = programme.values.get(initiative).iter();
            own.clear();
            own.extend(values.clone().filter_map(|&value| place(value, &columns)));
            self.count(values.filter_map(|&value| place(value, &rows)), &own);
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
