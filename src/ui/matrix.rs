//! The matrix: regions under their zones, by stages, topics or partners' places; totals set apart.

mod grid;

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::laid::Laid;
use super::list::Bar;
use super::{Role, frame};
use crate::app::matrix::{COLUMNS, selected};
use crate::app::{Action, App, Focus};
use crate::programme::{Choice, Table};
use crate::text::Medium;
use grid::Grid;

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
                // On the number's last digit.
                laid.cursor = Some(Position::new(cell.right().saturating_sub(2 + grid.more), cell.y));
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
    // The rows' on the edge below, for both may not all fit.
    frame::position(Rect { y: pane.bottom() - 1, height: 1, ..pane }, grid.rows, words.lines, canvas);
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
    let before = app.table_before();
    for at in grid.shown(table) {
        let cell = grid.cell(at, place, table);
        let (count, difference) = (table.at(row, at), table.difference(before.as_deref(), row, at));
        // Bold from the upper half on, and all that is a total.
        let heavy = count > 0 && (count * 2 > most || of.is_none() || at == table.columns.len());
        let role = match ((row, at) == (line, column), heavy) {
            (true, _) => Role::Selected,
            (false, true) => Role::Heading,
            (false, false) => Role::Text,
        };
        paint_cell(count, (&difference, grid.more), role, cell, canvas);
    }
}

/// What a cell counts, the difference behind it in columns of its own.
fn paint_cell(count: u32, (difference, more): (&str, u16), role: Role, cell: Rect, canvas: &mut Canvas<'_>) {
    if cell.is_empty() {
        return;
    }
    let text = if count == 0 { canvas.medium.glyphs.zero.into() } else { count.to_string() };
    let right = cell.right().saturating_sub(1 + more);
    if role == Role::Selected {
        let width = (canvas.columns(&text) + 2 + more).min(cell.width);
        canvas.buf.set_style(Rect { x: cell.right() - width, width, ..cell }, role.style());
    }
    canvas.right((right, cell.y), cell.width.saturating_sub(1 + more), &text, role);
    canvas.text((right + 1, cell.y), more.saturating_sub(1), difference, role);
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
    let (words, before) = (app.words(), app.table_before());
    let (line, column) = selected(app);
    let of = table.rows.get(line).map(|row| row.of);
    let what = match table.columns.get(column) {
        Some(&choice) => name(app, Some(choice)),
        None => words.total.into(),
    };
    let counted = words.count(table.at(line, column) as usize);
    let said = format!(
        "{} {} {what}{}{}",
        name(app, of),
        canvas.medium.glyphs.dot,
        words.colon,
        words.in_parentheses(&counted, &table.difference(before.as_deref(), line, column))
    );
    let y = grid.line(table.rows.len(), table).y + 1;
    for (text, role, y) in [(said.as_str(), Role::Heading, y), (words.counted_once, Role::Text, y + 1)] {
        if y < grid.area.bottom() {
            canvas.text((grid.area.x + 1, y), grid.area.width.saturating_sub(2), text, role);
        }
    }
}
