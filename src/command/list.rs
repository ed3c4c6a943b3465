//! `yixin list`: the initiatives that match, as a table, TSV, JSON or Markdown.

use std::process::ExitCode;

use super::Result;
use clap::{Args, ValueEnum};

use super::output::{Emphasis, Output};
use super::{Global, find, table};
use crate::page::escape;
use crate::programme::{Initiative, Language, Programme, Ref, Region, Stage, file};
use crate::words::Words;

#[derive(Args, Clone, Debug)]
pub struct Options {
    #[command(flatten)]
    pub filter: Filter,
    #[arg(long, value_name = "table|tsv|json|md", default_value = "table")]
    pub format: Format,
}

/// Which initiatives; what is named must all be true of one.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    #[arg(id = "in_zone", long = "zone", value_name = "ID")]
    pub zone: Option<String>,
    #[arg(id = "in_region", long = "region", value_name = "ID")]
    pub region: Option<String>,
    #[arg(long, value_name = "ID")]
    pub topic: Option<String>,
    #[arg(long, value_name = "STAGE")]
    pub stage: Option<String>,
    #[arg(long, value_name = "ID")]
    pub partner: Option<String>,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Table,
    Tsv,
    Json,
    Md,
}

impl Filter {
    /// The initiatives that match, in the file's order.
    ///
    /// # Errors
    /// An unknown value, with the nearest that there are.
    pub(crate) fn apply(&self, programme: &Programme) -> Result<Vec<Ref<Initiative>>> {
        let zone = self.zone.as_deref().map(|id| find::zone(programme, id)).transpose()?;
        let region = self.region.as_deref().map(|id| find::region(programme, id)).transpose()?;
        let topic = self.topic.as_deref().map(|id| find::topic(programme, id)).transpose()?;
        let stage = self.stage.as_deref().map(find::stage).transpose()?;
        let partner = self.partner.as_deref().map(|id| find::partner(programme, id)).transpose()?;
        let matches = |initiative: &Initiative| {
            zone.is_none_or(|zone| initiative.regions.iter().any(|&r| programme[r].zone == zone))
                && region.is_none_or(|region| initiative.regions.contains(&region))
                && topic.is_none_or(|topic| initiative.topic == topic)
                && stage.is_none_or(|stage| initiative.stages.contains(&stage))
                && partner.is_none_or(|partner| initiative.partners.contains(&partner))
        };
        Ok(programme.initiative_refs().filter(|&i| matches(&programme[i])).collect())
    }
}

/// Prints the initiatives that match.
///
/// # Errors
/// The dataset, an unknown value, or standard output.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    let programme = global.programme()?;
    let found = options.filter.apply(&programme)?;
    let language = global.language();
    let mut out = Output::open(global);
    match options.format {
        Format::Table => print_table(&programme, &found, language, &mut out)?,
        Format::Tsv => print_tsv(&programme, &found, language, &mut out)?,
        Format::Json => {
            out.json_list(found.iter().map(|&i| file::Initiative::of(&programme, &programme[i])))?;
        }
        Format::Md => print_markdown(&programme, &found, language, &mut out)?,
    }
    out.close()?;
    if found.is_empty() {
        super::complain(Words::of(language).commands.nothing_found);
        return Ok(ExitCode::from(1));
    }
    Ok(ExitCode::SUCCESS)
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
/// the titles no room.
fn rows(
    programme: &Programme,
    found: &[Ref<Initiative>],
    language: Language,
    columns: Option<usize>,
) -> Vec<Vec<String>> {
    let words = Words::of(language);
    let all = columns.is_none_or(|columns| columns >= ROOM_FOR_ALL);
    let pick = |title: &str, regions: &str, chain: &str, topic: &str, id: &str| {
        let chain = (all || words.stages_in_lists).then_some(chain);
        let cells = [Some(title), Some(regions), chain, Some(topic), all.then_some(id)];
        cells.into_iter().flatten().map(String::from).collect::<Vec<_>>()
    };
    let mut rows =
        vec![pick(words.initiatives, words.regions, Words::of(language).commands.chain, words.topic, "id")];
    rows.extend(found.iter().map(|&i| &programme[i]).map(|initiative| {
        let regions = names(programme, &initiative.regions, language);
        let topic = programme[initiative.topic].name.get(language);
        pick(initiative.title.get(language), &regions, &stages(initiative, language), topic, &initiative.id)
    }));
    rows
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
    let rows = rows(programme, found, language, out.columns);
    let widths = table::widths(&rows, out.columns, &out.medium);
    let headings = table::cells(&rows[0], &widths, &out.medium).concat();
    out.styled(&headings, Emphasis::Heading)?;
    out.line("")?;
    for (row, &initiative) in rows[1..].iter().zip(found) {
        let zone = programme[programme[initiative].regions[0]].zone.index();
        for (column, cell) in table::cells(row, &widths, &out.medium).iter().enumerate() {
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

fn print_markdown(
    programme: &Programme,
    found: &[Ref<Initiative>],
    language: Language,
    out: &mut Output,
) -> Result<()> {
    for (index, row) in rows(programme, found, language, None).iter().enumerate() {
        let cells: Vec<_> = row.iter().map(|cell| escape(cell)).collect();
        out.line(&format!("| {} |", cells.join(" | ")))?;
        if index == 0 {
            out.line(&format!("|{}", " --- |".repeat(row.len())))?;
        }
    }
    Ok(())
}
