//! `yixin search`: what a query finds, the best first, with the places where its words stand.

use std::ops::Range;
use std::process::ExitCode;

use super::Result;
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::filter::Selection;
use super::output::{Emphasis, Output};
use super::{Global, list, table};
use crate::programme::{Language, Matching, Programme, Record};
use crate::search::{Hit, Match, Query, highlights, matches, nearest, search};
use crate::words::{Wanted, Words};

#[derive(Args, Clone, Debug)]
pub struct Options {
    #[arg(value_name = "QUERY", required = true)]
    pub query: Vec<String>,
    #[command(flatten)]
    pub selection: Selection,
    #[arg(long, value_name = "N", value_parser = limit)]
    pub limit: Option<usize>,
    #[arg(long, value_name = "table|tsv|json", default_value = "table")]
    pub format: Format,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Table,
    Tsv,
    Json,
}

/// A hit as scripts read it.
#[derive(Serialize)]
struct Found<'a> {
    kind: &'static str,
    id: &'a str,
    regions: Vec<&'a str>,
    score: u32,
    title: &'a str,
    matches: Vec<Place<'a>>,
}

/// A text of a hit in which words of the query stand.
#[derive(Serialize)]
struct Place<'a> {
    field: &'static str,
    language: &'static str,
    text: &'a str,
    /// Start and end of each, in characters.
    ranges: Vec<[usize; 2]>,
}

fn limit(text: &str) -> std::result::Result<usize, Wanted> {
    text.parse().map_err(|_| Wanted::Number(0, u64::MAX))
}

/// Prints what the query finds.
///
/// # Errors
/// The dataset, an unknown value, or standard output.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    let ((programme, filter), language) = (options.selection.open(global)?, global.language());
    let typed = options.query.join(" ");
    let query = Query::parse(&typed);
    let matching = Matching::of(&programme, &filter);
    let within = |record| matching.shows(&programme, record);
    let hits = search(&programme, &query, options.limit.unwrap_or(usize::MAX), within);
    let found = hits.iter().map(|&hit| found(&programme, &query, hit, language));
    let mut out = Output::open(global);
    match options.format {
        Format::Table => print_table(&programme, &query, &hits, language, &mut out)?,
        Format::Tsv => print_tsv(found, &mut out)?,
        Format::Json => out.json_list(found)?,
    }
    out.close()?;
    if !hits.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    let words = Words::of(language);
    let near = nearest(&programme, &query).map(|target| {
        let (id, name) = (programme.id(target), programme.name(target).get(language));
        [Words::of(language).commands.part_separator, words.nearest, &words.in_parentheses(name, id)].concat()
    });
    let typed = crate::text::clean(&typed);
    super::complain(global, &[words.not_found, " ", &typed, &near.unwrap_or_default()].concat());
    Ok(ExitCode::from(1))
}

fn found<'a>(programme: &'a Programme, query: &Query, hit: Hit, language: Language) -> Found<'a> {
    let record = hit.record;
    let (kind, id) = (record.kind().id(), programme.id(record));
    let title = programme.name(record).get(language);
    let regions = programme.regions_with(record).into_iter().map(|r| &*programme[r].id).collect();
    let place = |found: Match<'a>| Place {
        field: found.field.id(),
        language: found.language.tag(),
        ranges: found.ranges.iter().map(|range| characters(found.text, range)).collect(),
        text: found.text,
    };
    let matches = matches(programme, query, hit.record).into_iter().map(place).collect();
    Found { kind, id, regions, score: hit.score, title, matches }
}

/// A range in bytes as one in characters, as most languages slice by.
fn characters(text: &str, range: &Range<usize>) -> [usize; 2] {
    [range.start, range.end].map(|end| text.char_indices().take_while(|(at, _)| *at < end).count())
}

fn print_tsv<'a>(found: impl Iterator<Item = Found<'a>>, out: &mut Output) -> Result<()> {
    out.line("kind\tid\tregions\tscore\ttitle")?;
    for Found { kind, id, regions, score, title, .. } in found {
        out.line(&format!("{kind}\t{id}\t{}\t{score}\t{title}", regions.join(",")))?;
    }
    Ok(())
}

fn print_table(
    programme: &Programme,
    query: &Query,
    hits: &[Hit],
    language: Language,
    out: &mut Output,
) -> Result<()> {
    if hits.is_empty() {
        return Ok(());
    }
    let words = Words::of(language);
    let mut rows =
        vec![[Words::of(language).commands.name, words.regions, words.detail].map(String::from).to_vec()];
    for hit in hits {
        let title = programme.name(hit.record).get(language);
        let regions = list::names(programme, &programme.regions_with(hit.record), language);
        let found = elsewhere(programme, query, hit.record, language, out.medium.glyphs.ellipsis);
        rows.push(vec![title.into(), regions, found]);
    }
    let widths = table::widths(&rows, out.columns, &out.medium);
    for (index, row) in rows.iter().enumerate() {
        for cell in table::cells(row, &widths, &out.medium) {
            if index == 0 { out.styled(&cell, Emphasis::Heading)? } else { marked(&cell, query, out)? }
        }
        out.line("")?;
    }
    Ok(())
}

/// The text by which a target was found, if it was not by its name in that language: from the clause on in
/// which the match stands.
fn elsewhere(programme: &Programme, query: &Query, record: Record, language: Language, cut: &str) -> String {
    let words = Words::of(language);
    let (mut here, there): (Vec<_>, Vec<_>) =
        matches(programme, query, record).into_iter().partition(|found| found.language == language);
    here.extend(there);
    let Some(found) = here.into_iter().next() else { return String::new() };
    let label = words.field(found.field);
    if label.is_empty() && found.language == language {
        return String::new();
    }
    let before = &found.text[..found.ranges.first().map_or(0, |range| range.start)];
    let clause = before.rfind(['，', '。', '；', '：', ',', ';', ':', '.']);
    let clause = clause.and_then(|at| Some(at + before[at..].chars().next()?.len_utf8())).unwrap_or(0);
    let cut = if clause > 0 { cut } else { "" };
    let colon = if label.is_empty() { "" } else { words.colon };
    [label, colon, cut, found.text[clause..].trim_start()].concat()
}

/// Writes a text with what the query finds in it marked.
fn marked(text: &str, query: &Query, out: &mut Output) -> Result<()> {
    let mut written = 0;
    for range in highlights(text, query) {
        out.text(&text[written..range.start])?;
        out.styled(&text[range.clone()], Emphasis::Match)?;
        written = range.end;
    }
    out.text(&text[written..])
}
