//! Rows of a known width being written: runs wrapped, what a search found marked, links kept.

use std::borrow::Cow;
use std::ops::Range;

use super::{Flow, Role, Row, Span};
use crate::page::{self, Run};
use crate::search::{Query, highlights};
use crate::text::{Medium, wrap};

/// A stretch of a text being wrapped: its bytes, and what is written in its place where that is something else.
struct Piece {
    range: Range<usize>,
    role: Role,
    link: Option<usize>,
    written: Option<&'static str>,
}

/// Rows of a known width being written.
pub(crate) struct Rows<'a> {
    pub(super) columns: usize,
    pub(super) medium: &'a Medium,
    query: &'a Query,
    pub(crate) flow: Flow,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(columns: usize, medium: &'a Medium, query: &'a Query) -> Self {
        Self { columns, medium, query, flow: Flow::default() }
    }

    /// An empty row, but at the top.
    pub(crate) fn blank(&mut self) {
        if !self.flow.rows.is_empty() {
            self.flow.rows.push(Row::Spans(Vec::new()));
        }
    }

    /// A wrapped text after a mark; its further lines stand under its first.
    pub(crate) fn wrapped(&mut self, mark: &str, runs: &[Run<'_>], role: Role) {
        let pieces: Vec<_> = runs.iter().map(|run| (run.clone(), None)).collect();
        self.pieces(mark, &pieces, role);
    }

    /// The same, where a text of the same width is written in the place of some runs.
    pub(super) fn pieces(&mut self, mark: &str, runs: &[(Run<'_>, Option<&'static str>)], role: Role) {
        let mut text = String::new();
        let mut pieces = Vec::with_capacity(runs.len());
        for (run, written) in runs {
            let start = text.len();
            let said =
                if written.is_some() { Cow::Borrowed(&*run.text) } else { self.medium.text(&run.text) };
            text.push_str(&said);
            let link = run.link.map(|to| {
                self.flow.links.push((to, usize::MAX));
                self.flow.links.len() - 1
            });
            let role = match run.role {
                page::Role::Zone(place) => Role::Zone(place),
                page::Role::Text | page::Role::Changed(_) => role,
            };
            pieces.push(Piece { range: start..text.len(), role, link, written: *written });
        }
        let indent = self.medium.columns(mark);
        let marks = highlights(&text, self.query);
        for (place, line) in
            wrap(&text, self.columns.saturating_sub(indent), self.medium.policy).into_iter().enumerate()
        {
            let lead = if place == 0 { self.medium.text(mark).into_owned() } else { " ".repeat(indent) };
            let mut spans = vec![Span { text: lead, role: Role::Text, link: None }];
            let start = line.as_ptr() as usize - text.as_ptr() as usize;
            self.line(&text, start..start + line.len(), &pieces, &marks, &mut spans);
            spans.retain(|span| !span.text.is_empty());
            self.flow.rows.push(Row::Spans(spans));
        }
    }

    /// The pieces of a line: the bytes of the text that it takes, cut where a run or a match begins or ends.
    fn line(
        &mut self,
        text: &str,
        line: Range<usize>,
        pieces: &[Piece],
        marks: &[Range<usize>],
        spans: &mut Vec<Span>,
    ) {
        let row = self.flow.rows.len();
        for Piece { range, role, link, written } in pieces {
            let within = cut(range, &line);
            if let Some(written) = written.filter(|_| !within.is_empty()) {
                spans.push(Span { text: written.into(), role: *role, link: *link });
                continue;
            }
            if let Some(link) = link.filter(|_| !within.is_empty()) {
                let first = &mut self.flow.links[link].1;
                *first = (*first).min(row);
            }
            let mut at = within.start;
            for mark in marks.iter().map(|mark| cut(mark, &within)).filter(|mark| !mark.is_empty()) {
                spans.push(Span { text: text[at..mark.start].into(), role: *role, link: *link });
                spans.push(Span { text: text[mark.clone()].into(), role: Role::Match, link: *link });
                self.flow.matches.push(row);
                at = mark.end;
            }
            spans.push(Span { text: text[at..within.end.max(at)].into(), role: *role, link: *link });
        }
    }
}

/// What of a range lies in another one.
fn cut(range: &Range<usize>, within: &Range<usize>) -> Range<usize> {
    let start = range.start.clamp(within.start, within.end);
    start..range.end.clamp(start, within.end)
}
