//! `yixin partners`: whom the regions worked with, place by place, and how much.

use std::process::ExitCode;

use super::Result;
use clap::Args;
use serde::Serialize;

use super::csv::Csv;
use super::filter::Selection;
use super::list::{Format, told};
use super::output::{Emphasis, Output};
use super::{Global, table};
use crate::programme::{Initiative, Language, Matching, Partner, Programme, Ref};
use crate::words::Words;

#[derive(Args, Clone, Debug)]
pub struct Options {
    #[command(flatten)]
    pub selection: Selection,
    #[arg(long, value_name = "table|tsv|csv|json|md", default_value = "table")]
    pub format: Format,
}

/// A partner as scripts read it.
#[derive(Serialize)]
struct Listed<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'a str,
    /// Its name in zh-Hans, which stands for an id.
    place: Option<&'a str>,
    initiatives: Vec<&'a str>,
}

/// The partners that a filter leaves, each with its initiatives.
struct Partners<'a> {
    programme: &'a Programme,
    language: Language,
    all: Vec<(Ref<Partner>, Vec<Ref<Initiative>>)>,
}

/// Prints the partners.
///
/// # Errors
/// The dataset, an unknown value, or standard output.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    let ((programme, filter), language) = (options.selection.open(global)?, global.language());
    let matching = Matching::of(&programme, &filter);
    let shown = matching.partners(&programme).into_iter();
    let all =
        shown.map(|partner| (partner, matching.initiatives_of(&programme, partner).collect())).collect();
    let partners = Partners { programme: &programme, language, all };
    let mut out = Output::open(global);
    match options.format {
        Format::Table => partners.table(&mut out)?,
        Format::Tsv => partners.tsv(&mut out)?,
        Format::Csv => partners.csv(&mut out)?,
        Format::Json => out.json_list(partners.listed())?,
        Format::Md => table::markdown(partners.rows(), 3, &mut out)?,
    }
    out.close()?;
    Ok(told(global, partners.all.is_empty(), Words::of(language).commands.no_partners_found))
}

impl Partners<'_> {
    fn listed(&self) -> impl Iterator<Item = Listed<'_>> {
        self.all.iter().map(|(partner, initiatives)| {
            let partner = &self.programme[*partner];
            Listed {
                id: &partner.id,
                name: partner.name.get(self.language),
                kind: &partner.kind,
                place: partner.place.map(|place| self.programme[place].name.get(Language::ZhHans)),
                initiatives: initiatives.iter().map(|&i| &*self.programme[i].id).collect(),
            }
        })
    }

    fn place(&self, partner: Ref<Partner>) -> &str {
        let place = self.programme[partner].place;
        place.map_or("", |place| self.programme[place].name.get(self.language))
    }

    /// In words: the heading, then place, name, kind and number of initiatives of each.
    fn rows(&self) -> Vec<Vec<String>> {
        let words = Words::of(self.language);
        let heading = [words.place, words.partners, words.commands.kind, words.initiatives];
        let mut rows = vec![heading.map(String::from).to_vec()];
        rows.extend(self.all.iter().map(|(partner, initiatives)| {
            let entry = &self.programme[*partner];
            let (name, kind) = (entry.name.get(self.language), words.commands.kind(&entry.kind));
            vec![self.place(*partner).into(), name.into(), kind.into(), initiatives.len().to_string()]
        }));
        rows
    }

    /// Each place stands once, before the first of its partners.
    fn table(&self, out: &mut Output) -> Result<()> {
        if self.all.is_empty() {
            return Ok(());
        }
        let mut rows = self.rows();
        for at in (2..rows.len()).rev() {
            if rows[at][0] == rows[at - 1][0] {
                rows[at][0].clear();
            }
        }
        let widths = table::widths(&rows, out.columns, &out.medium);
        for (at, row) in rows.iter().enumerate() {
            for (column, cell) in table::cells(row, &widths, &out.medium).iter().enumerate() {
                if at == 0 || column == 0 { out.styled(cell, Emphasis::Heading)? } else { out.text(cell)? }
            }
            out.line("")?;
        }
        Ok(())
    }

    fn tsv(&self, out: &mut Output) -> Result<()> {
        out.line("id\tname\tkind\tplace\tinitiatives")?;
        for Listed { id, name, kind, place, initiatives } in self.listed() {
            let place = place.unwrap_or_default();
            out.line(&[id, name, kind, place, &initiatives.join(",")].join("\t"))?;
        }
        Ok(())
    }

    fn csv(&self, out: &mut Output) -> Result<()> {
        let mut csv = Csv::new(out)?;
        self.rows().iter().try_for_each(|row| csv.row(row))
    }
}
