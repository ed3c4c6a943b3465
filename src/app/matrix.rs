//! The table of regions and of what their initiatives are counted by: which cell is selected, and what it opens.

use std::sync::Arc;

use super::place::Line;
use super::state::Step;
use super::update::moved;
use super::{App, Focus, View};
use crate::programme::{Choice, Facet, Table, table, table_before};

/// What the columns can be, in the order in which a key turns to them.
pub const COLUMNS: [Facet; 3] = [Facet::Stage, Facet::Topic, Facet::Place];

impl App {
    /// The table of the matrix, counted once for a filter and its columns.
    pub fn table(&self) -> Arc<Table> {
        let columns = self.here.columns;
        let place = COLUMNS.iter().position(|&facet| facet == columns).unwrap_or(0);
        let count = || Arc::new(table(self.programme(), self.matching(), Facet::Region, COLUMNS[place]));
        Arc::clone(self.edition.tables[place].get_or_init(count))
    }

    /// What the cells of [`table`](Self::table) counted in the earlier edition, if there is one to compare with.
    pub fn table_before(&self) -> Option<Arc<Table>> {
        let (since, columns) = (self.since()?, self.here.columns);
        let place = COLUMNS.iter().position(|&facet| facet == columns).unwrap_or(0);
        let count = || Arc::new(table_before(&self.table(), self.filter(), self.programme(), since));
        Some(Arc::clone(self.edition.tables_before[place].get_or_init(count)))
    }
}

/// The rows that can be selected: of the table, and the one of all.
fn lines(table: &Table) -> Vec<Option<Choice>> {
    table.rows.iter().map(|row| Some(row.of)).chain([None]).collect()
}

/// The place of the selected row and column; the last row and column are the totals.
pub fn selected(app: &App) -> (usize, usize) {
    let (table, here) = (app.table(), &app.here);
    let of = match here.line {
        Line::Zone(zone) => Some(Choice::Zone(zone)),
        Line::Region => here.region.map(Choice::Region),
        Line::Total => None,
    };
    let lines = lines(&table);
    let line = lines.iter().position(|&line| line == of).unwrap_or(lines.len() - 1);
    (line, here.column.min(table.columns.len()))
}

/// Goes so many cells to the right and down.
pub(super) fn step(app: &mut App, right: isize, down: isize) {
    let (table, (line, column)) = (app.table(), selected(app));
    pick(app, moved(line, down, table.rows.len() + 1), moved(column, right, table.columns.len() + 1));
}

/// Selects the cell at a row and a column.
pub(super) fn pick(app: &mut App, line: usize, column: usize) {
    app.here.column = column;
    app.here.line = match app.table().rows.get(line).map(|row| row.of) {
        Some(Choice::Zone(zone)) => Line::Zone(zone),
        Some(Choice::Region(region)) => {
            app.select_region(region);
            Line::Region
        }
        _ => Line::Total,
    };
}

/// Opens the list with exactly the initiatives that the selected cell counts.
pub(super) fn enter(app: &mut App) {
    let (table, (line, column)) = (app.table(), selected(app));
    let mut filter = app.filter().clone();
    for choice in [lines(&table)[line], table.columns.get(column).copied()].into_iter().flatten() {
        // Only what is counted both by the cell and by the filter: a choice takes the place of its facet's others.
        filter.clear_facet(choice.facet());
        filter.insert(choice);
    }
    app.leave(Step::Dive);
    app.narrow(filter);
    app.here.look(View::List);
    app.here.focus_on(Focus::Initiatives);
}

/// Turns to the next facet for the columns.
pub(super) fn columns(app: &mut App) {
    let at = COLUMNS.iter().position(|&facet| facet == app.here.columns).unwrap_or(0);
    app.here.columns = COLUMNS[(at + 1) % COLUMNS.len()];
    app.here.column = 0;
    app.here.windows.matrix = Default::default();
}
