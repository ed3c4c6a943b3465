//! The matrix for people: zones as subtotals, totals set apart, cut to the terminal.

use super::super::Result;
use super::super::output::{Emphasis, Output};
use super::Matrix;
use crate::programme::{Choice, Facet, Row};
use crate::text::{Medium, fit, pad_left, truncate};
use crate::words::Words;

/// Columns before a number.
const GAP: usize = 2;
/// A heading is cut to no less, in columns; rather is a column left out.
const LEAST: usize = 6;
/// The rule before the totals, with its blanks, in columns.
const RULE: usize = 3;

/// What stands where, all in columns of the terminal.
struct Plan {
    label: usize,
    /// The columns of the table that are shown, each with its width.
    shown: Vec<(usize, usize)>,
    total: usize,
}

/// What a line of the grid is, for its style.
#[derive(Clone, Copy)]
enum Line {
    Heading,
    Plain,
    Zone(usize),
    Foot,
}

impl Matrix<'_> {
    pub(super) fn grid(&self, out: &mut Output) -> Result<()> {
        let table = &self.table;
        if table.rows.is_empty() {
            return Ok(());
        }
        let words = Words::of(self.language);
        let plan = self.plan(&out.medium, out.columns);
        let heads: Vec<String> = table.columns.iter().map(|&column| self.name(column).to_owned()).collect();
        plan.line(Line::Heading, "", &heads, words.total, out)?;
        let (zero, policy) = (zero(&out.medium), out.medium.policy);
        let before = self.before.as_ref();
        let more = table.widest_difference(before);
        let cell = |row, column| {
            let count = table.at(row, column);
            let count = if count == 0 { zero.clone() } else { count.to_string() };
            let difference = [" ", &table.difference(before, row, column)].concat();
            count + &fit(&difference, more, policy, "")
        };
        let cells = |row| (0..table.columns.len()).map(|column| cell(row, column)).collect::<Vec<_>>();
        let total = |row| cell(row, table.columns.len());
        for (at, row) in table.rows.iter().enumerate() {
            plan.line(line_of(row), &self.label(row), &cells(at), &total(at), out)?;
        }
        plan.rule(out)?;
        let foot = table.rows.len();
        plan.line(Line::Foot, words.total, &cells(foot), &total(foot), out)?;
        if table.totals.iter().sum::<u32>() > table.total {
            out.line(words.counted_once)?;
        }
        match table.columns.len() - plan.shown.len() {
            0 => Ok(()),
            left => out.line(
                &[words.commands.columns_left[0], &left.to_string(), words.commands.columns_left[1]].concat(),
            ),
        }
    }

    /// A row's name; regions stand in from their zones.
    fn label(&self, row: &Row) -> String {
        let indent = if row.of.facet() == Facet::Region { " " } else { "" };
        [indent, self.name(row.of)].concat()
    }

    /// Headings are cut as far as need be; where that isn't enough, the columns with the fewest initiatives go.
    fn plan(&self, medium: &Medium, room: Option<usize>) -> Plan {
        let table = &self.table;
        let room = room.unwrap_or(usize::MAX);
        let total = Words::of(self.language).total;
        let labels = table.rows.iter().map(|row| medium.columns(&self.label(row)));
        let label = labels.chain([medium.columns(total)]).max().unwrap_or(0).min(room / 2);
        let more = table.widest_difference(self.before.as_ref());
        let total = medium.columns(total).max(table.total.to_string().len() + more);
        let digits = |column: usize| table.totals[column].to_string().len() + more;
        let wanted = |column: usize| medium.columns(self.name(table.columns[column])).max(digits(column));
        let width = |column: usize, most: usize| wanted(column).min(most).max(digits(column));
        let mut shown: Vec<usize> = (0..table.columns.len()).collect();
        loop {
            let needs = |most: &usize| {
                let columns: usize = shown.iter().map(|&column| GAP + width(column, *most)).sum();
                label + columns + RULE + total <= room
            };
            let widest = shown.iter().map(|&column| wanted(column)).max().unwrap_or(0).max(LEAST);
            let fewest = (0..shown.len()).rev().min_by_key(|&at| table.totals[shown[at]]);
            match ((LEAST..=widest).rev().find(needs), fewest) {
                (None, Some(fewest)) => drop(shown.remove(fewest)),
                (most, _) => {
                    let most = most.unwrap_or(LEAST);
                    let shown = shown.into_iter().map(|column| (column, width(column, most))).collect();
                    return Plan { label, shown, total };
                }
            }
        }
    }
}

fn line_of(row: &Row) -> Line {
    match row.of {
        Choice::Zone(zone) => Line::Zone(zone.index()),
        _ => Line::Plain,
    }
}

/// What stands for none.
fn zero(medium: &Medium) -> String {
    if medium.columns("·") == 1 { medium.text("·").into_owned() } else { ".".to_owned() }
}

impl Plan {
    fn line(&self, line: Line, label: &str, cells: &[String], total: &str, out: &mut Output) -> Result<()> {
        let Medium { policy, glyphs } = out.medium;
        let right = |text: &str, gap: usize, columns: usize, medium: &Medium| {
            pad_left(&truncate(&medium.text(text), columns, policy, glyphs.ellipsis), gap + columns, policy)
        };
        let label = fit(&out.medium.text(label), self.label, policy, glyphs.ellipsis);
        let numbers =
            self.shown.iter().map(|&(column, width)| right(&cells[column], GAP, width, &out.medium));
        let numbers: String = numbers.collect();
        let total = right(total, 0, self.total, &out.medium);
        match line {
            Line::Heading | Line::Foot => out.styled(&[label, numbers].concat(), Emphasis::Heading)?,
            Line::Zone(place) => {
                out.styled(&label, Emphasis::Zone(place))?;
                out.text(&numbers)?;
            }
            Line::Plain => out.text(&[label, numbers].concat())?,
        }
        out.text(&format!(" {} ", glyphs.lines[5]))?;
        out.styled(total.trim_end(), Emphasis::Heading)?;
        out.line("")
    }

    /// The rule above the totals at the foot.
    fn rule(&self, out: &mut Output) -> Result<()> {
        let lines = out.medium.glyphs.lines;
        let before = self.label + self.shown.iter().map(|(_, width)| GAP + width).sum::<usize>() + 1;
        out.line(&[&lines[10].repeat(before), lines[15], &lines[10].repeat(self.total + 1)].concat())
    }
}
