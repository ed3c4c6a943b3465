//! A text laid out in lines for a pane that scrolls: headings, paragraphs, items.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put::put;
use super::{Role, Theme, frame, layout};
use crate::app::{App, Viewport};
use crate::search::{Query, highlights};
use crate::text::wrap;

/// A piece of a line, in one style.
struct Span {
    text: String,
    role: Role,
}

/// Lines of a known width.
pub(crate) struct Page<'a> {
    theme: &'a Theme,
    /// What is marked wherever it stands.
    query: &'a Query,
    columns: usize,
    lines: Vec<Vec<Span>>,
}

impl<'a> Page<'a> {
    /// An empty page for what is inside a pane, with a column free on both sides where there is room.
    pub(crate) fn new(app: &'a App, theme: &'a Theme, pane: Rect) -> Self {
        Self {
            theme,
            query: &app.finder.query,
            columns: usize::from(text_area(pane).width),
            lines: Vec::new(),
        }
    }

    pub(crate) fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(Vec::new());
        }
    }

    /// A wrapped text in one style.
    pub(crate) fn paragraph(&mut self, text: &str, role: Role) {
        self.hanging("", text, role);
    }

    /// A heading after a blank line.
    pub(crate) fn heading(&mut self, text: &str) {
        self.blank();
        self.paragraph(text, Role::Heading);
    }

    /// A wrapped text after a mark; its further lines stand under its first.
    pub(crate) fn hanging(&mut self, mark: &str, text: &str, role: Role) {
        let (mark, text) = (self.theme.text(mark), self.theme.text(text));
        let indent = self.theme.policy.columns(&mark);
        let room = self.columns.saturating_sub(indent);
        let marks = highlights(&text, self.query);
        for (place, line) in wrap(&text, room, self.theme.policy).into_iter().enumerate() {
            let lead = if place == 0 { mark.to_string() } else { " ".repeat(indent) };
            let start = line.as_ptr() as usize - text.as_ptr() as usize;
            let mut spans = vec![Span { text: lead, role: Role::Text }];
            spans.extend(marked(line, start, &marks, role));
            self.lines.push(spans);
        }
    }

    /// An item of a list.
    pub(crate) fn item(&mut self, text: &str) {
        let mark = [self.theme.glyphs.bullet, " "].concat();
        self.hanging(&mark, text, Role::Text);
    }

    /// Draws the window of the page that a view has come to.
    pub(crate) fn render(self, view: Viewport, pane: Rect, buf: &mut Buffer) -> Viewport {
        let area = text_area(pane);
        let view = view.over(self.lines.len(), area.height.into());
        for (line, row) in self.lines[view.range()].iter().zip(area.rows()) {
            let mut x = row.x;
            for Span { text, role } in line {
                let style = self.theme.style(*role);
                x += put((x, row.y), row.right().saturating_sub(x), text, style, self.theme, buf);
            }
        }
        frame::position(pane, view, self.theme, buf);
        view
    }
}

/// A line of a text in pieces, marked or not. The line begins at the byte `start` of the text that the marks are of.
fn marked(line: &str, start: usize, marks: &[Range<usize>], role: Role) -> Vec<Span> {
    let mut spans = Vec::with_capacity(1);
    let mut at = 0;
    let here = |byte: usize| byte.saturating_sub(start).min(line.len());
    for (from, to) in
        marks.iter().map(|mark| (here(mark.start), here(mark.end))).filter(|(from, to)| from < to)
    {
        spans.push(Span { text: line[at..from].into(), role });
        spans.push(Span { text: line[from..to].into(), role: Role::Match });
        at = to;
    }
    spans.push(Span { text: line[at..].into(), role });
    spans
}

/// What is inside a pane less a column on both sides, where that leaves room for text.
fn text_area(pane: Rect) -> Rect {
    let inside = layout::inside(pane);
    if inside.width < 24 {
        return inside;
    }
    Rect { x: inside.x + 1, width: inside.width - 2, ..inside }
}
