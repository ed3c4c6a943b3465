//! What pages come to in a document for an office: headings, paragraphs, lists, tables.

use super::{Block, Cites, Kind, Page, Run, Scope};

/// What a document is made of. Cites stand behind a text, smaller.
pub(super) trait Document {
    /// From 1.
    fn heading(&mut self, level: usize, text: &str);
    fn paragraph(&mut self, text: &str, cites: &str);
    /// An item of a list.
    fn item(&mut self, text: &str, cites: &str);
    /// An item on what changed in a field: what went and what came is marked.
    fn change(&mut self, runs: &[Run<'_>], cites: &str);
    /// A row of a table.
    fn row(&mut self, label: &str, value: &str, cites: &str);
}

/// What a document is named after: the title of its first page.
pub(super) fn title(pages: &[(usize, Page<'_>)]) -> String {
    let title = pages.first().and_then(|(_, page)| page.blocks.first());
    title.map(|block| block.line("")).unwrap_or_default()
}

/// Writes pages below each other, each with the level of its title.
pub(super) fn write<'p>(
    scope: &Scope<'p>,
    pages: &[(usize, Page<'p>)],
    cites: Cites,
    out: &mut impl Document,
) {
    for (level, page) in pages {
        for block in &page.blocks {
            let cites = match cites {
                Cites::AfterEach if !block.cites.is_empty() => scope.resting_on(block.cites),
                _ => String::new(),
            };
            one(scope, *level, block, &cites, out);
        }
    }
}

fn one<'p>(scope: &Scope<'p>, level: usize, block: &Block<'p>, cites: &str, out: &mut impl Document) {
    let line = block.line("");
    match (&block.kind, &*block.runs) {
        (Kind::Title, _) => out.heading(level, &line),
        (Kind::Heading, _) => out.heading(level + 1, &line),
        (Kind::Paragraph, _) => out.paragraph(&line, cites),
        (Kind::Item, _) => out.item(&line, cites),
        (Kind::Change, runs) => out.change(runs, cites),
        (Kind::Fact | Kind::Chain, [label, value @ ..]) => {
            let arrow = if block.kind == Kind::Chain { " → " } else { "" };
            let value: Vec<&str> = value.iter().map(|run| &*run.text).collect();
            let label = label.text.strip_suffix(scope.words.colon).unwrap_or(&label.text);
            out.row(label, &value.join(arrow), cites);
        }
        (Kind::Figure, [number, _, label]) => out.row(&label.text, &number.text, cites),
        (Kind::Bar { count, .. }, _) => out.row(&line, &count.to_string(), cites),
        (Kind::Fact | Kind::Chain | Kind::Figure, _) => out.item(&line, cites),
        (Kind::Initiatives { list, regions }, _) => {
            if !line.is_empty() {
                out.heading(level + 1, &line);
            }
            for &initiative in list.iter() {
                out.item(&scope.initiative_item(initiative, *regions).line(""), "");
            }
        }
    }
}
