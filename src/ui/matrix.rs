//! The matrix: regions under their zones, by stages, topics or partners' places; totals set apart.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::laid::Laid;
use super::layout::inside;
use super::list::Bar;
use super::{Role, frame};
use crate::app::matrix::{COLUMNS, selected};
use crate::app::{Action, App, Focus, Viewport};
use crate::programme::{Choice, Table};
use crate::text::Medium;

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
struct Grid {
    area: Rect,
    /// Columns of the names, of a cell, of the totals.
    names: u16,
    cell: u16,
    total: u16,
    /// The rows and the columns that show.
    rows: Viewport,
    columns: Viewport,
}

impl Grid {
    fn of(app: &App, medium: &Medium, table: &Table, pane: Rect, windows: [Viewport; 2]) -> Self {
        let area = inside(pane);
        let name = |choice| medium.columns(&name(app, Some(choice)));
        let names = table.rows.iter().map(|row| name(row.of) + 4).max().unwrap_or(0) as u16;
        let names =
            names.max(medium.columns(app.words().all_regions) as u16 + 2).min(NAMES).min(area.width / 2);
        let total = (medium.columns(app.words().total) as u16).max(5) + 3;
        let (line, column) = selected(app);
        let room = area.width.saturating_sub(names + total);
        let cell = cell_width(table.columns.iter().map(|&column| name(column)), room);
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
            rows: windows[0].follow(line.min(table.rows.len().saturating_sub(1)), table.rows.len(), height),
            columns: windows[1].follow(
                column.min(table.columns.len().saturating_sub(1)),
                table.columns.len(),
                shown,
            ),
        }
    }

    /// The line of a row that shows; of the totals behind the last one.
    fn line(&self, row: usize, table: &Table) -> Rect {
        let y = if row == table.rows.len() { self.rows.range().len() + 1 } else { row - self.rows.offset };
        let above = if self.has_totals() { 2 } else { 1 };
        Rect { y: self.area.y + above + y as u16, height: 1, ..self.area }
    }

    /// Whether there is room for totals, and the rules that set them apart.
    fn has_totals(&self) -> bool {
        self.area.height >= TOTALS
    }

    /// The rows that show, the totals behind them.
    fn shown_rows(&self, table: &Table) -> impl Iterator<Item = usize> + use<> {
        self.rows.range().chain(self.has_totals().then_some(table.rows.len()))
    }

    /// Where the cell of a column stands in a line; of the totals behind the last one.
    fn cell(&self, column: usize, line: Rect, table: &Table) -> Rect {
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
    fn shown(&self, table: &Table) -> impl Iterator<Item = usize> + use<> {
        self.columns.range().chain([table.columns.len()])
    }
}

/// Columns of a cell: its heading's, fewer where not all fit, more where there is room.
fn cell_width(headings: impl ExactSizeIterator<Item = usize>, room: u16) -> u16 {
    let many = headings.len() as u16;
    let heading = headings.max().unwrap_or(0) as u16;
    let fits = |cell: u16| cell.saturating_mul(many) <= room;
    let [whole, cut] = HEADINGS.map(|most| heading.min(most) + 2);
    let cell = if fits(whole) { whole } else { cut };
    if fits(cell) { cell.max(CELL.min(room / many.max(1))) } else { cell }
}

/// What a row or a column is called; all of them together where it is nothing.
fn name(app: &App, choice: Option<Choice>) -> String {
    match choice {
        None => app.words().all_regions.into(),
        Some(choice) => app.words().choice(app.programme(), choice, app.language()).into(),
    }
}

pub(crate) fn lay(app: &App, medium: &Medium, pane: Rect, laid: &mut Laid) {
    laid.pane(pane, Focus::Main);
    let table = app.table();
    let grid = Grid::of(app, medium, &table, pane, app.windows().matrix);
    laid.windows.matrix = [grid.rows, grid.columns];
    let (line, column) = selected(app);
    for row in grid.shown_rows(&table) {
        let place = grid.line(row, &table);
        for at in grid.shown(&table) {
            let cell = grid.cell(at, place, &table);
            laid.spot(cell, Action::PickCell(row as u16, at as u16));
            if (row, at) == (line, column) {
                laid.cursor = Some(cell.as_position());
            }
        }
    }
}

pub(crate) fn paint(app: &App, laid: &Laid, pane: Rect, canvas: &mut Canvas<'_>) {
    let (words, table) = (app.words(), app.table());
    let grid = Grid::of(app, canvas.medium, &table, pane, laid.windows.matrix);
    let facet = COLUMNS.iter().position(|&facet| facet == app.cell().1).unwrap_or(0);
    let title = format!("{} {} {}", words.views[2], canvas.medium.glyphs.dot, words.by_facet[facet]);
    frame::title(pane, &title, Role::Key, canvas);
    frame::position(pane, grid.columns, words.by_facet[facet], canvas);
    heading(app, &table, &grid, canvas);
    for row in grid.shown_rows(&table) {
        paint_row(app, &table, &grid, row, canvas);
    }
    if grid.has_totals() {
        rules(&table, &grid, canvas);
        below(app, &table, &grid, canvas);
    }
}

/// The names of the columns over the cells.
fn heading(app: &App, table: &Table, grid: &Grid, canvas: &mut Canvas<'_>) {
    let (_, selected) = selected(app);
    for column in grid.shown(table) {
        let cell = grid.cell(column, Rect { height: 1, ..grid.area }, table);
        if cell.is_empty() {
            continue;
        }
        let role = if column == selected { Role::Heading } else { Role::Text };
        let text = match table.columns.get(column) {
            Some(&choice) => name(app, Some(choice)),
            None => app.words().total.into(),
        };
        canvas.right((cell.right(), cell.y), cell.width.saturating_sub(1), &text, role);
    }
}

fn paint_row(app: &App, table: &Table, grid: &Grid, row: usize, canvas: &mut Canvas<'_>) {
    let (line, column) = selected(app);
    let place = grid.line(row, table);
    let of = table.rows.get(row).map(|row| row.of);
    let role = match of {
        _ if row == line => Role::Heading,
        Some(Choice::Zone(zone)) => Role::Zone(zone.index()),
        Some(_) => Role::Text,
        None => Role::Heading,
    };
    Bar { selected: row == line, focused: false }.paint(place, canvas);
    let indent = if matches!(of, Some(Choice::Region(_))) { 3 } else { 1 };
    canvas.marked((place.x + indent, place.y), grid.names.saturating_sub(indent), &name(app, of), role);
    let most = table.rows.iter().flat_map(|row| &row.cells).copied().max().unwrap_or(0);
    for at in grid.shown(table) {
        let cell = grid.cell(at, place, table);
        let count = count(table, row, at);
        // Bold from the upper half on, and all that is a total.
        let heavy = count > 0 && (count * 2 > most || of.is_none() || at == table.columns.len());
        let role = match ((row, at) == (line, column), heavy) {
            (true, _) => Role::Selected,
            (false, true) => Role::Heading,
            (false, false) => Role::Text,
        };
        paint_cell(count, role, cell, canvas);
    }
}

/// What is counted in a cell, the totals behind the last row and column.
fn count(table: &Table, row: usize, column: usize) -> u32 {
    match (table.rows.get(row), table.columns.get(column)) {
        (Some(row), Some(_)) => row.cells[column],
        (Some(row), None) => row.total,
        (None, Some(_)) => table.totals[column],
        (None, None) => table.total,
    }
}

fn paint_cell(count: u32, role: Role, cell: Rect, canvas: &mut Canvas<'_>) {
    if cell.is_empty() {
        return;
    }
    let text = if count == 0 { canvas.medium.glyphs.zero.into() } else { count.to_string() };
    if role == Role::Selected {
        let width = (canvas.columns(&text) + 2).min(cell.width);
        canvas.buf.set_style(Rect { x: cell.right() - width, width, ..cell }, role.style());
    }
    canvas.right((cell.right() - 1, cell.y), cell.width - 1, &text, role);
}

/// The lines under the heading, before the totals of the rows, and over those of the columns.
fn rules(table: &Table, grid: &Grid, canvas: &mut Canvas<'_>) {
    let lines = canvas.medium.glyphs.lines;
    let total = grid.cell(table.columns.len(), grid.area, table);
    let x = (total.x.saturating_sub(1)).min(grid.area.right() - 1);
    let last = grid.line(table.rows.len(), table).y;
    for y in grid.area.y..=last {
        canvas.glyph((x, y), lines[5], Role::Frame);
    }
    for y in [grid.area.y + 1, last - 1] {
        for column in grid.area.x..total.right().min(grid.area.right()) {
            canvas.glyph((column, y), if column == x { lines[15] } else { lines[10] }, Role::Frame);
        }
    }
}

/// What is selected, in full, and that an initiative may count more than once.
fn below(app: &App, table: &Table, grid: &Grid, canvas: &mut Canvas<'_>) {
    let words = app.words();
    let (line, column) = selected(app);
    let of = table.rows.get(line).map(|row| row.of);
    let what = match table.columns.get(column) {
        Some(&choice) => name(app, Some(choice)),
        None => words.total.into(),
    };
    let count = count(table, line, column);
    let said = format!(
        "{} {} {what}{}{}",
        name(app, of),
        canvas.medium.glyphs.dot,
        words.colon,
        words.count(count as usize)
    );
    let y = grid.line(table.rows.len(), table).y + 1;
    for (text, role, y) in [(said.as_str(), Role::Heading, y), (words.counted_once, Role::Text, y + 1)] {
        if y < grid.area.bottom() {
            canvas.text((grid.area.x + 1, y), grid.area.width.saturating_sub(2), text, role);
        }
    }
}
