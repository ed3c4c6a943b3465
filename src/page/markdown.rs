//! Pages as Markdown (CommonMark), a block a line.

use super::change::Mark;
use super::{Block, Cites, Kind, Page, Role, Run, Scope, escape, marked};

/// Pages below each other, each with the level of its title.
pub fn markdown(scope: &Scope<'_>, pages: &[(usize, Page<'_>)], cites: Cites) -> String {
    let mut markdown = Markdown { scope, cites, text: String::new(), in_list: false };
    for (level, page) in pages {
        page.blocks.iter().for_each(|block| markdown.block(*level, block));
    }
    markdown.text
}

struct Markdown<'a, 'p> {
    scope: &'a Scope<'p>,
    cites: Cites,
    text: String,
    /// Whether the last block is an item, which the next one follows without a blank line.
    in_list: bool,
}

impl<'p> Markdown<'_, 'p> {
    fn block(&mut self, level: usize, block: &Block<'p>) {
        let rest = match self.cites {
            Cites::AfterEach if !block.cites.is_empty() => self.scope.resting_on(block.cites),
            _ => String::new(),
        };
        if block.kind == Kind::Change {
            return self.written("- ", &[&changed(&block.runs), &*escape(&rest)].concat(), true);
        }
        let line = block.line(" → ") + &rest;
        let level = match block.kind {
            Kind::Title => level,
            _ => level + 1,
        };
        match &block.kind {
            Kind::Title | Kind::Heading => self.heading(level, &line),
            Kind::Paragraph => self.line("", &line, false),
            Kind::Fact | Kind::Chain | Kind::Item | Kind::Figure | Kind::Change => {
                self.line("- ", &line, true)
            }
            Kind::Bar { count, .. } => self.line("- ", &format!("{line} {count}"), true),
            Kind::Initiatives { list, regions } => {
                if !line.is_empty() {
                    self.heading(level, &line);
                }
                for &initiative in list.iter() {
                    let item = self.scope.initiative_item(initiative, *regions);
                    self.line("- ", &item.line(""), true);
                }
            }
        }
    }

    fn heading(&mut self, level: usize, text: &str) {
        const MARKS: [&str; 4] = ["# ", "## ", "### ", "#### "];
        self.line(MARKS[(level - 1).min(3)], text, false);
    }

    fn line(&mut self, mark: &str, text: &str, in_list: bool) {
        self.written(mark, &escape(text), in_list);
    }

    /// A line of what is Markdown already.
    fn written(&mut self, mark: &str, text: &str, in_list: bool) {
        let joined = in_list && self.in_list;
        if !self.text.is_empty() && !joined {
            self.text.push('\n');
        }
        self.in_list = in_list;
        self.text.extend([mark, text, "\n"]);
    }
}

/// A change: the field, and what of its words went and came.
fn changed(runs: &[Run<'_>]) -> String {
    let mark = |role| if let Role::Changed(mark) = role { mark } else { Mark::Same };
    runs.iter().map(|run| marked(mark(run.role), &run.text)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser};

    use super::*;
    use crate::page::{Block, Run};
    use crate::programme::{Language, Record, embedded};

    fn said(markdown: &str) -> Vec<String> {
        let mut said = vec![String::new()];
        for event in Parser::new(markdown) {
            match event {
                Event::Text(text) => said.last_mut().unwrap().push_str(&text),
                Event::End(_) if !said.last().unwrap().is_empty() => said.push(String::new()),
                Event::Start(_) | Event::End(_) => {}
                other => panic!("{other:?} in {markdown}"),
            }
        }
        said.pop();
        said
    }

    proptest! {
        #[test]
        fn markdown_says_any_text_literally(
            texts in proptest::collection::vec("[a-z中“” ]{0,2}[-+*_#>|~=.)(\\]\\[!`&;:<\\\\0-9/]{0,3}[a-z中]{1,3}", 1..6),
            kinds in proptest::collection::vec(0..3, 6),
        ) {
            let texts: Vec<_> = texts.iter().map(|text| text.trim().to_owned()).collect();
            let block = |(text, kind): (&String, i32)| Block {
                kind: [Kind::Heading, Kind::Paragraph, Kind::Item][kind as usize].clone(),
                runs: vec![Run::text(text.clone())],
                cites: &[],
            };
            let page = Page { of: Record::Programme, blocks: texts.iter().zip(kinds).map(block).collect() };
            let programme = embedded().unwrap();
            let scope = Scope::new(&programme, Language::ZhHans);
            prop_assert_eq!(said(&markdown(&scope, &[(1, page)], Cites::AtEnd)), texts);
        }
    }
}
