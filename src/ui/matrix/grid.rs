//! Where the parts of the matrix stand.

use ratatui::layout::Rect;

use super::name;
use crate::app::matrix::selected;
use crate::app::{App, Viewport};
use crate::programme::Table;
use crate::text::Medium;
use crate::ui::layout::inside;

/// The most columns that a heading takes, and that it takes where not all columns fit; the selected one stands whole
/// below.
const HEADINGS: [u16; 2] = [12, 7];
/// The most columns of a cell where there is room for more.
const CELL: u16 = 8;
/// With fewer rows than this, only the table's own rows show.
const TOTALS: u16 = 7;
/// The most columns that the names of the rows take.
const NAMES: u16 = 24;

/// Where the parts of the table stand. The heading takes two lines, the totals two, what explains them two.
pub(super) struct Grid {
    pub(super) area: Rect,
    /// Columns of the names, of a cell, of the totals.
    pub(super) names: u16,
    cell: u16,
    total: u16,
    /// Columns of the differences in each cell, with the blank before them.
    pub(super) more: u16,
    /// The rows and the columns that show.
    pub(super) rows: Viewport,
    pub(super) columns: Viewport,
}

impl Grid {
    pub(super) fn of(app: &App, medium: &Medium, table: &Table, pane: Rect, windows: [Viewport; 2]) -> Self {
        let area = inside(pane);
        let name = |choice| medium.columns(&name(app, Some(choice)));
        let names = table.rows.iter().map(|row| name(row.of) + 4).max().unwrap_or(0) as u16;
        let names =
            names.max(medium.columns(app.words().all_regions) as u16 + 2).min(NAMES).min(area.width / 2);
        let total = (medium.columns(app.words().total) as u16).max(5) + 3;
        let (line, column) = selected(app);
        let digits = table.total.to_string().len() as u16;
        let fits = |&more: &u16| names + total + digits + 2 * more + 2 <= area.width;
        let more = table.widest_difference(app.table_before().as_deref()) as u16;
        let more = Some(more).filter(fits).unwrap_or(0);
        let total = total.max(digits + more + 4);
        let room = area.width.saturating_sub(names + total);
        let cell = cell_width(table.columns.iter().map(|&column| name(column)), digits + more + 2, room);
        let shown = usize::from(room / cell).max(1);
        let around = match area.height {
            13.. => 6,
            TOTALS..=12 => 4,
            _ => 1,
        };
        let height = usize::from(area.height.saturating_sub(around)).max(1);
        Self {
            area,
            names,
            cell,
            total,
            more,
            rows: windows[0].follow(line.min(table.rows.len().saturating_sub(1)), table.rows.len(), height),
            columns: windows[1].follow(
                column.min(table.columns.len().saturating_sub(1)),
                table.columns.len(),
                shown,
            ),
        }
    }

    /// The line of a row that shows; of the totals behind the last one.
    pub(super) fn line(&self, row: usize, table: &Table) -> Rect {
        let y = if row == table.rows.len() { self.rows.range().len() + 1 } else { row - self.rows.offset };
        let above = if self.has_totals() { 2 } else { 1 };
        Rect { y: self.area.y + above + y as u16, height: 1, ..self.area }
    }

    /// Whether there is room for totals, and the rules that set them apart.
    pub(super) fn has_totals(&self) -> bool {
        self.area.height >= TOTALS
    }

    /// The rows that show, the totals behind them.
    pub(super) fn shown_rows(&self, table: &Table) -> impl Iterator<Item = usize> + use<> {
        self.rows.range().chain(self.has_totals().then_some(table.rows.len()))
    }

    /// Where the cell of a column stands in a line; of the totals behind the last one.
    pub(super) fn cell(&self, column: usize, line: Rect, table: &Table) -> Rect {
        let shown = self.columns.range().len() as u16;
        if column == table.columns.len() {
            let total =
                Rect { x: line.x + self.names + shown * self.cell + 2, width: self.total - 2, ..line };
            return total.intersection(self.area);
        }
        let place = (column - self.columns.offset) as u16;
        let cell = Rect { x: line.x + self.names + place * self.cell, width: self.cell, ..line };
        cell.intersection(self.area)
    }

    /// The columns that show, the total's behind them.
    pub(super) fn shown(&self, table: &Table) -> impl Iterator<Item = usize> + use<> {
        self.columns.range().chain([table.columns.len()])
    }
}

/// Columns of a cell: its heading's, fewer where not all fit, more where there is room; so many at least.
fn cell_width(headings: impl ExactSizeIterator<Item = usize>, least: u16, room: u16) -> u16 {
    let many = headings.len() as u16;
    let heading = headings.max().unwrap_or(0) as u16;
    let fits = |cell: u16| cell.saturating_mul(many) <= room;
    let [whole, cut] = HEADINGS.map(|most| (heading.min(most) + 2).max(least));
    let cell = if fits(whole) { whole } else { cut };
    if fits(cell) { cell.max(CELL.min(room / many.max(1))) } else { cell }
}
