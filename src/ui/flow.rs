//! The one way from a page to rows of a known width: wrapped, with what a search found, and where links stand.

mod rows;

use super::Role;
use crate::page::change::Mark;
use crate::page::{self, Block, Kind, Page, Run, Scope, mark};
use crate::programme::{Initiative, Programme, Record, Ref};
use crate::search::Query;
use crate::text::{Medium, pad, pad_left};
pub(crate) use rows::Rows;

/// A list longer than this has a row, cut when it shows, for each entry behind these: nobody reads them all.
const LAID: usize = 300;

/// Columns of the label of a bar: the longest stage.
const LABEL: usize = 8;

/// Columns between two facts on a row.
const GAP: usize = 3;

/// A page in rows.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    pub rows: Vec<Row>,
    /// Where each link leads, in the order of the page, and on which row it begins.
    pub links: Vec<(Record, usize)>,
    /// The rows with something that the search found.
    pub matches: Vec<usize>,
}

impl Flow {
    /// Adds other rows below, behind a blank one.
    pub(super) fn append(&mut self, below: Self) {
        self.rows.push(Row::Spans(Vec::new()));
        let (rows, links) = (self.rows.len(), self.links.len());
        self.links.extend(below.links.into_iter().map(|(to, row)| (to, row + rows)));
        self.matches.extend(below.matches.into_iter().map(|row| row + rows));
        self.rows.extend(below.rows.into_iter().map(|row| match row {
            Row::Spans(mut spans) => {
                spans.iter_mut().for_each(|span| span.link = span.link.map(|link| link + links));
                Row::Spans(spans)
            }
            row => row,
        }));
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    Spans(Vec<Span>),
    /// An initiative far down a long list, behind its regions or not.
    Initiative(Ref<Initiative>, bool),
}

/// A piece of a row, in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub role: Role,
    /// Which of the page's links it is part of.
    pub link: Option<usize>,
}

/// Lays a page out in so many columns.
pub fn flow(scope: &Scope<'_>, page: &Page<'_>, columns: usize, medium: &Medium, query: &Query) -> Flow {
    let mut writer = Writer { scope, rows: Rows::new(columns, medium, query), facts: Vec::new() };
    let mut above = None;
    for block in &page.blocks {
        if !matches!(block.kind, Kind::Fact | Kind::Chain) {
            writer.end_facts();
        }
        if parted(above, block) {
            writer.rows.blank();
        }
        writer.block(block);
        above = Some(&block.kind);
    }
    writer.end_facts();
    writer.rows.flow
}

/// Whether a blank row stands before a block.
fn parted(above: Option<&Kind<'_>>, block: &Block<'_>) -> bool {
    match (above, &block.kind) {
        (None, _) | (_, Kind::Title | Kind::Fact | Kind::Chain | Kind::Bar { .. }) => false,
        (_, Kind::Item | Kind::Figure | Kind::Change) => false,
        (Some(above), Kind::Paragraph) => *above != Kind::Heading,
        (_, Kind::Initiatives { .. }) => !block.runs[0].text.is_empty(),
        (_, Kind::Heading) => true,
    }
}

/// Writes the blocks of a page.
struct Writer<'a, 'p> {
    scope: &'a Scope<'p>,
    rows: Rows<'a>,
    /// The facts that stand together on the next row.
    facts: Vec<Run<'p>>,
}

impl<'p> Writer<'_, 'p> {
    fn block(&mut self, block: &Block<'p>) {
        match &block.kind {
            Kind::Title | Kind::Heading => self.rows.wrapped("", &block.runs, Role::Heading),
            Kind::Paragraph => self.rows.wrapped("", &block.runs, Role::Text),
            Kind::Item | Kind::Figure => self.item(&block.runs),
            Kind::Change => self.change(&block.runs),
            Kind::Bar { count, most } => self.bar(&block.runs[0].text, *count, *most),
            Kind::Fact => self.fact(block.runs.clone()),
            Kind::Chain => {
                let arrow = Run::text([" ", self.rows.medium.glyphs.arrow, " "].concat());
                let mut runs = Vec::with_capacity(8);
                for (place, run) in block.runs.iter().enumerate() {
                    runs.extend((place > 1).then(|| arrow.clone()));
                    runs.push(run.clone());
                }
                self.fact(runs);
            }
            Kind::Initiatives { list, regions } => {
                if !block.runs[0].text.is_empty() {
                    self.rows.wrapped("", &block.runs, Role::Heading);
                }
                let (laid, left) = list.split_at(list.len().min(LAID));
                for &initiative in laid {
                    let mark = bullet(self.scope.programme, initiative, self.rows.medium);
                    self.rows.wrapped(
                        &mark,
                        &self.scope.initiative_item(initiative, *regions).runs,
                        Role::Text,
                    );
                }
                self.rows.flow.rows.extend(left.iter().map(|&i| Row::Initiative(i, *regions)));
            }
        }
    }

    fn item(&mut self, runs: &[Run<'_>]) {
        let mark = [self.rows.medium.glyphs.bullet, " "].concat();
        self.rows.wrapped(&mark, runs, Role::Text);
    }

    /// A change as an item. What went and what came is told by brackets, as `diff` has them.
    fn change(&mut self, runs: &[Run<'_>]) {
        // Two columns each, at whose outside alone a line breaks.
        let bracket = |text: &'static str, written| (Run::text(text), Some(written));
        let pieces = runs.iter().flat_map(|run| {
            let brackets = match run.role {
                page::Role::Changed(Mark::Gone) => Some(["[-", "-]"]),
                page::Role::Changed(Mark::New) => Some(["{+", "+}"]),
                _ => None,
            };
            let [open, close] = brackets.map_or([None, None], |[open, close]| {
                [Some(bracket("（", open)), Some(bracket("）", close))]
            });
            open.into_iter().chain([(run.clone(), None)]).chain(close)
        });
        let mark = [self.rows.medium.glyphs.bullet, " "].concat();
        self.rows.pieces(&mark, &pieces.collect::<Vec<_>>(), Role::Text);
    }

    /// A label, how many, and a bar as long as that is of the most; a cell each where there is room for all.
    fn bar(&mut self, label: &str, count: usize, most: usize) {
        let medium = self.rows.medium;
        let number = if count == 0 { medium.glyphs.zero.into() } else { count.to_string() };
        let digits = most.to_string().len();
        let lead =
            [pad(label, LABEL, medium.policy), pad_left(&number, digits, medium.policy), " ".into()].concat();
        let room = self.rows.columns.saturating_sub(medium.columns(&lead));
        let length = if most <= room { count } else { (count * room).div_ceil(most.max(1)) };
        self.rows.wrapped("", &[Run::text(lead + &medium.glyphs.bar.repeat(length))], Role::Text);
    }

    /// A fact, behind the one before it on its row where there is room.
    fn fact(&mut self, runs: Vec<Run<'p>>) {
        let columns =
            |runs: &[Run<'_>]| -> usize { runs.iter().map(|r| self.rows.medium.columns(&r.text)).sum() };
        if columns(&self.facts) + GAP + columns(&runs) > self.rows.columns {
            self.end_facts();
        }
        if !self.facts.is_empty() {
            self.facts.push(Run::text(" ".repeat(GAP)));
        }
        self.facts.extend(runs);
    }

    fn end_facts(&mut self) {
        let facts = std::mem::take(&mut self.facts);
        self.rows.wrapped("", &facts, Role::Text);
    }
}

/// What stands before an initiative in a list: that it is new or changed, or that it is an item.
pub(super) fn bullet(programme: &Programme, initiative: Ref<Initiative>, medium: &Medium) -> String {
    match mark(programme, initiative) {
        "" | "  " => [medium.glyphs.bullet, " "].concat(),
        mark => mark.into(),
    }
}

impl Row {
    /// Columns of the row; of one that is cut when it shows, as many as a title takes.
    pub(super) fn columns(&self, medium: &Medium) -> usize {
        const TITLE: usize = 30;
        match self {
            Self::Spans(spans) => spans.iter().map(|span| medium.policy.columns(&span.text)).sum(),
            Self::Initiative(..) => TITLE,
        }
    }
}
