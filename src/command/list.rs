//! `yixin list`: the initiatives that match, as a table, TSV, CSV, JSON or Markdown.

use std::process::ExitCode;

use super::Result;
use clap::{Args, ValueEnum};

use super::csv::Csv;
use super::filter::Selection;
use super::output::{Emphasis, Output};
use super::{Global, table};
use crate::page::mark;
use crate::programme::{Cite, Initiative, Language, Matching, Programme, Ref, Region, Stage, file};
use crate::words::Words;

#[derive(Args, Clone, Debug)]
pub struct Options {
    #[command(flatten)]
    pub selection: Selection,
    #[arg(long, value_name = "table|tsv|csv|json|md", default_value = "table")]
    pub format: Format,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Table,
    Tsv,
    Csv,
    Json,
    Md,
}

/// Prints the initiatives that match.
///
/// # Errors
/// The dataset, an unknown value, or standard output.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    let (programme, filter) = options.selection.open(global)?;
    let matching = Matching::of(&programme, &filter);
    let found = matching.initiatives();
    let language = global.language();
    let mut out = Output::open(global);
    match options.format {
        Format::Table => print_table(&programme, found, language, &mut out)?,
        Format::Tsv => print_tsv(&programme, found, language, &mut out)?,
        Format::Csv => print_csv(&programme, found, language, &mut out)?,
        Format::Json => {
            out.json_list(found.iter().map(|&i| file::Initiative::of(&programme, &programme[i])))?;
        }
        Format::Md => print_markdown(&programme, found, language, &mut out)?,
    }
    out.close()?;
    Ok(told(global, found.is_empty(), Words::of(language).commands.nothing_found))
}

/// The exit code of a command that prints what a filter leaves; where that is nothing, it says so.
pub(crate) fn told(global: &Global, nothing: bool, complaint: &str) -> ExitCode {
    if nothing {
        super::complain(global, complaint);
    }
    ExitCode::from(u8::from(nothing))
}

/// The names of some regions.
pub(crate) fn names(programme: &Programme, regions: &[Ref<Region>], language: Language) -> String {
    let names: Vec<_> = regions.iter().map(|&r| programme[r].short.get(language)).collect();
    names.join(Words::of(language).list_separator)
}

/// Its links of the chain 引育用留.
pub(crate) fn stages(initiative: &Initiative, language: Language) -> String {
    let words = Words::of(language);
    let stages: Vec<_> =
        Stage::ALL.into_iter().filter(|s| initiative.stages.contains(s)).map(|s| words.stage(s)).collect();
    stages.join(if words.stages_in_lists { "" } else { words.list_separator })
}

/// A table this wide has room for everything.
const ROOM_FOR_ALL: usize = 120;

/// A table's heading and rows: without the ids, and without the chain where its words are long, if that leaves
/// the titles no room. They are made as they are read: a hundred thousand would be a quarter of the dataset again.
fn rows(
    programme: &Programme,
    found: &[Ref<Initiative>],
    language: Language,
    columns: Option<usize>,
) -> impl Iterator<Item = Vec<String>> + Clone {
    let words = Words::of(language);
    let all = columns.is_none_or(|columns| columns >= ROOM_FOR_ALL);
    let pick = move |title: &str, regions: &str, chain: &str, topic: &str, id: &str| {
        let chain = (all || words.stages_in_lists).then_some(chain);
        let cells = [Some(title), Some(regions), chain, Some(topic), all.then_some(id)];
        cells.into_iter().flatten().map(String::from).collect::<Vec<_>>()
    };
    let heading = pick(words.initiatives, words.regions, words.commands.chain, words.topic, "id");
    let rows = found.iter().map(move |&found| {
        let initiative = &programme[found];
        let title = [mark(programme, found), initiative.title.get(language)].concat();
        let regions = names(programme, &initiative.regions, language);
        let topic = programme[initiative.topic].name.get(language);
        pick(&title, &regions, &stages(initiative, language), topic, &initiative.id)
    });
    std::iter::once(heading).chain(rows)
}

fn print_table(
    programme: &Programme,
    found: &[Ref<Initiative>],
    language: Language,
    out: &mut Output,
) -> Result<()> {
    if found.is_empty() {
        return Ok(());
    }
    let mut rows = rows(programme, found, language, out.columns);
    let widths = table::widths(rows.clone(), out.columns, &out.medium);
    let headings = rows.next().unwrap_or_default();
    out.styled(&table::cells(&headings, &widths, &out.medium).concat(), Emphasis::Heading)?;
    out.line("")?;
    for (row, &initiative) in rows.zip(found) {
        let zone = programme[programme[initiative].regions[0]].zone.index();
        for (column, cell) in table::cells(&row, &widths, &out.medium).iter().enumerate() {
            if column == 1 { out.styled(cell, Emphasis::Zone(zone))? } else { out.text(cell)? }
        }
        out.line("")?;
    }
    Ok(())
}

/// The fields of TSV, named as in the dataset.
const FIELDS: [&str; 8] = ["id", "regions", "title", "summary", "stages", "topic", "partners", "cites"];

fn print_tsv(
    programme: &Programme,
    found: &[Ref<Initiative>],
    language: Language,
    out: &mut Output,
) -> Result<()> {
    out.line(&FIELDS.join("\t"))?;
    for initiative in found.iter().map(|&i| &programme[i]) {
        let regions: Vec<_> = initiative.regions.iter().map(|&r| &*programme[r].id).collect();
        let stages: Vec<_> = initiative.stages.iter().map(|s| s.id()).collect();
        let partners: Vec<_> = initiative.partners.iter().map(|&p| &*programme[p].id).collect();
        let cites: Vec<_> = initiative.cites.iter().map(|c| &*c.paragraph).collect();
        let [regions, stages, partners, cites] =
            [regions, stages, partners, cites].map(|list| list.join(","));
        let (title, summary) = (initiative.title.get(language), initiative.summary.get(language));
        let topic = &*programme[initiative.topic].id;
        out.line(&[&*initiative.id, &regions, title, summary, &stages, topic, &partners, &cites].join("\t"))?;
    }
    Ok(())
}

/// For a spreadsheet: everything of an initiative that has a column, in words.
fn print_csv(
    programme: &Programme,
    found: &[Ref<Initiative>],
    language: Language,
    out: &mut Output,
) -> Result<()> {
    let words = Words::of(language);
    let mut csv = Csv::new(out)?;
    csv.row([
        words.initiatives,
        words.regions,
        words.commands.chain,
        words.topic,
        words.partners,
        words.summary,
        words.source,
        "id",
    ])?;
    for initiative in found.iter().map(|&i| &programme[i]) {
        let partners = initiative.partners.iter().map(|&p| programme[p].name.get(language));
        let restored = |cite: &Cite| if cite.restored { words.commands.restored } else { "" };
        let cites = initiative.cites.iter().map(|cite| [&cite.paragraph, restored(cite)].concat());
        csv.row([
            initiative.title.get(language),
            &names(programme, &initiative.regions, language),
            &stages(initiative, language),
            programme[initiative.topic].name.get(language),
            &partners.collect::<Vec<_>>().join(words.list_separator),
            initiative.summary.get(language),
            &cites.collect::<Vec<_>>().join(words.list_separator),
            &initiative.id,
        ])?;
    }
    Ok(())
}

fn print_markdown(
    programme: &Programme,
    found: &[Ref<Initiative>],
    language: Language,
    out: &mut Output,
) -> Result<()> {
    table::markdown(rows(programme, found, language, None), usize::MAX, out)
}
