//! `yixin matrix`: how many initiatives there are by region and stage, or by other facets.

mod grid;

use std::process::ExitCode;

use super::Result;
use clap::{Args, ValueEnum};
use serde_json::json;

use super::csv::Csv;
use super::filter::Selection;
use super::list::{Format, told};
use super::output::Output;
use super::{Global, table as columns};
use crate::programme::{Choice, Facet, Language, Matching, Programme, Row, Table, table, table_before};
use crate::words::Words;

#[derive(Args, Clone, Debug)]
pub struct Options {
    #[command(flatten)]
    pub selection: Selection,
    #[arg(long, value_name = "region|zone|topic|partner", default_value = "region")]
    pub rows: Rows,
    #[arg(long, value_name = "stage|topic|zone|place", default_value = "stage")]
    pub columns: Columns,
    #[arg(long, value_name = "table|tsv|csv|json|md", default_value = "table")]
    pub format: Format,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    Region,
    Zone,
    Topic,
    Partner,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    Stage,
    Topic,
    Zone,
    Place,
}

impl From<Rows> for Facet {
    fn from(rows: Rows) -> Self {
        match rows {
            Rows::Region => Self::Region,
            Rows::Zone => Self::Zone,
            Rows::Topic => Self::Topic,
            Rows::Partner => Self::Partner,
        }
    }
}

impl From<Columns> for Facet {
    fn from(columns: Columns) -> Self {
        match columns {
            Columns::Stage => Self::Stage,
            Columns::Topic => Self::Topic,
            Columns::Zone => Self::Zone,
            Columns::Place => Self::Place,
        }
    }
}

/// Prints the table.
///
/// # Errors
/// The dataset, an unknown value, or standard output.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    let ((programme, filter), language) = (options.selection.open(global)?, global.language());
    let matching = Matching::of(&programme, &filter);
    let rows = options.rows.into();
    let table = table(&programme, &matching, rows, options.columns.into());
    let since = programme.since();
    let before = since.map(|since| table_before(&table, &filter, &programme, since));
    let matrix = Matrix { programme: &programme, language, rows, table, before };
    let mut out = Output::open(global);
    match options.format {
        Format::Table => matrix.grid(&mut out)?,
        Format::Tsv => matrix.tsv(&mut out)?,
        Format::Csv => {
            let mut csv = Csv::new(&mut out)?;
            matrix.in_words(None).iter().try_for_each(|row| csv.row(row))?;
        }
        Format::Json => out.json(&matrix.json())?,
        Format::Md => columns::markdown(matrix.in_words(matrix.before.as_ref()), 1, &mut out)?,
    }
    out.close()?;
    Ok(told(global, matching.initiatives().is_empty(), Words::of(language).commands.nothing_found))
}

/// A table and whose words it is in.
struct Matrix<'a> {
    programme: &'a Programme,
    language: Language,
    rows: Facet,
    table: Table,
    /// The same cells in the edition that it is compared with.
    before: Option<Table>,
}

impl Matrix<'_> {
    /// The rows without subtotals: those of the facet that was asked for.
    fn own_rows(&self) -> impl Iterator<Item = &Row> {
        self.table.rows.iter().filter(|row| row.of.facet() == self.rows)
    }

    fn ids(&self) -> impl Iterator<Item = &str> {
        self.table.columns.iter().map(|column| column.id(self.programme))
    }

    /// The short name of a value.
    fn name(&self, choice: Choice) -> &str {
        match choice {
            Choice::Stage(stage) => Words::of(self.language).stage(stage),
            _ => choice.record().map_or("", |record| self.programme.short(record).get(self.language)),
        }
    }

    fn tsv(&self, out: &mut Output) -> Result<()> {
        let heading: Vec<_> = [self.rows.id()].into_iter().chain(self.ids()).chain(["total"]).collect();
        out.line(&heading.join("\t"))?;
        for row in self.own_rows() {
            let counts = row.cells.iter().chain([&row.total]).map(u32::to_string);
            let line: Vec<_> = [row.of.id(self.programme).to_owned()].into_iter().chain(counts).collect();
            out.line(&line.join("\t"))?;
        }
        Ok(())
    }

    fn json(&self) -> serde_json::Value {
        let row =
            |row: &Row| json!({ "id": row.of.id(self.programme), "cells": row.cells, "total": row.total });
        json!({
            "columns": self.ids().collect::<Vec<_>>(),
            "rows": self.own_rows().map(row).collect::<Vec<_>>(),
            "totals": self.table.totals,
            "total": self.table.total,
        })
    }

    /// In words: the heading, the rows without subtotals, and the totals at the foot; beside each count how it differs.
    fn in_words(&self, before: Option<&Table>) -> Vec<Vec<String>> {
        let (table, total) = (&self.table, Words::of(self.language).total);
        let cell = |row, column| {
            let [count, more] = [table.at(row, column).to_string(), table.difference(before, row, column)];
            [&*count, if more.is_empty() { "" } else { " " }, &more].concat()
        };
        let line = |name: &str, row: usize| {
            let counts = (0..=table.columns.len()).map(|column| cell(row, column));
            [name.to_owned()].into_iter().chain(counts).collect()
        };
        let names = table.columns.iter().map(|&column| self.name(column));
        let heading = [""].into_iter().chain(names).chain([total]);
        let mut lines: Vec<Vec<String>> = vec![heading.map(String::from).collect()];
        let rows = table.rows.iter().enumerate().filter(|(_, row)| row.of.facet() == self.rows);
        lines.extend(rows.map(|(at, row)| line(self.name(row.of), at)));
        lines.push(line(total, table.rows.len()));
        lines
    }
}
