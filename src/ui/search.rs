//! The input line, with the terminal's cursor at its caret, and over it what was found so far.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::{Layout, inside};
use super::page::Page;
use super::put::{put, put_cut, put_marked, put_right};
use super::regions::{item, row_style};
use super::{Role, Theme, frame};
use crate::app::App;
use crate::app::finder::HitRow;
use crate::app::state::Views;
use crate::programme::Record;
use crate::search::{Field, Match, matches};
use crate::text::clip;

/// The share of a row that the text of a match takes where it isn't the title's: columns of a hundred.
const EVIDENCE: u16 = 45;

pub(crate) fn render(app: &App, theme: &Theme, layout: &Layout, views: &mut Views, buf: &mut Buffer) {
    views.caret = Some(input(app, theme, layout.footer, buf));
    let pane = layout.body;
    frame::title(pane, app.words().search, true, theme, buf);
    if app.finder.hits.is_empty() {
        views.overlay = nothing(app, theme, pane, buf);
        return;
    }
    let area = inside(pane);
    let rows = app.finder.rows(&app.programme);
    let selected = rows.iter().position(|&row| row == HitRow::Hit(app.finder.selected)).unwrap_or(0);
    let view = app.views.overlay.follow(selected, rows.len(), area.height.into());
    for (&row, line) in rows[view.range()].iter().zip(area.rows()) {
        match row {
            HitRow::Region(region) => {
                let region = &app.programme[region];
                let style = theme.style(Role::Zone(region.zone.index()));
                let name = region.short.get(app.language);
                put_marked((line.x, line.y), line.width, name, &app.finder.query, style, theme, buf);
            }
            HitRow::Hit(place) => hit(app, theme, place, line, buf),
        }
    }
    frame::mark(pane, &format!("{}/{}", app.finder.selected + 1, app.finder.hits.len()), theme, buf);
    views.overlay = view;
}

/// The input line; where its caret stands. A query longer than the line scrolls by columns.
fn input(app: &App, theme: &Theme, area: Rect, buf: &mut Buffer) -> (u16, u16) {
    let line = &app.finder.line;
    let style = theme.style(Role::Text);
    let start = area.x + put((area.x, area.y), area.width, " / ", theme.style(Role::Key), theme, buf);
    let room = usize::from(area.right().saturating_sub(start + 1));
    let before = theme.columns(line.before_caret());
    let skipped = before.saturating_sub(room);
    let shown = clip(line.text(), skipped, room, theme.policy);
    put((start, area.y), room as u16, &shown, style, theme, buf);
    (start + (before - skipped).min(room) as u16, area.y)
}

/// What is said where there is no hit: how to search, or what wasn't found and what may have been meant.
fn nothing(app: &App, theme: &Theme, pane: Rect, buf: &mut Buffer) -> crate::app::Viewport {
    let (words, finder) = (app.words(), &app.finder);
    let mut page = Page::new(app, theme, pane);
    if finder.query.is_empty() {
        page.paragraph(words.search_prompt, Role::Text);
    } else {
        page.paragraph(&format!("{} {}", words.not_found, finder.line.text().trim()), Role::Text);
    }
    if let Some(record) = finder.nearest {
        page.blank();
        page.paragraph(
            &[words.nearest, app.programme.name(record).get(app.language), " (Enter)"].concat(),
            Role::Text,
        );
    }
    page.render(app.views.overlay, pane, buf)
}

/// A hit: its name, and the text of the match where the name has none.
fn hit(app: &App, theme: &Theme, place: usize, line: Rect, buf: &mut Buffer) {
    let (finder, record) = (&app.finder, app.finder.hits[place].record);
    let selected = place == finder.selected;
    item(line, selected, true, theme, buf);
    let style = row_style(selected, true, theme);
    let at = match record {
        Record::Initiative(_) => 2,
        _ => 1,
    };
    let name = app.programme.name(record).get(app.language);
    let evidence = evidence(app, record);
    let right = evidence.as_ref().map_or(0, |_| line.width * EVIDENCE / 100);
    let room = line.width.saturating_sub(at + right + 1);
    put_marked((line.x + at, line.y), room, name, &finder.query, style, theme, buf);
    match (&evidence, record) {
        (Some(found), _) => {
            let x = line.right() - right;
            let label = app.words().field(found.field);
            let label = if label.is_empty() { String::new() } else { [label, app.words().colon].concat() };
            let used = put_cut((x, line.y), right, &label, style, theme, buf);
            let text = from_match(found, theme);
            put_marked((x + used, line.y), right - used, &text, &finder.query, style, theme, buf);
        }
        (None, Record::Partner(_)) => {
            put_right((line.right(), line.y), right.max(12), app.words().partners, style, theme, buf);
        }
        (None, _) => {}
    }
}

/// A text by which the record was found, in the language of the screen if it can be; none where the name on
/// the screen has a match.
fn evidence(app: &App, record: Record) -> Option<Match<'_>> {
    let found = matches(&app.programme, &app.finder.query, record);
    let own = |m: &&Match<'_>| m.language == app.language;
    if found.first().is_some_and(|m| m.field == Field::Region) {
        // The region stands over it, marked.
        return None;
    }
    if found.iter().filter(own).any(|m| m.text == app.programme.name(record).get(app.language)) {
        return None;
    }
    let at = found.iter().position(|m| own(&m)).unwrap_or(0);
    found.into_iter().nth(at)
}

/// The text of a match from a little before it.
fn from_match(found: &Match<'_>, theme: &Theme) -> String {
    const BEFORE: usize = 8;
    let start = found.ranges.first().map_or(0, |range| range.start);
    let before = theme.policy.columns(&found.text[..start]);
    if before <= BEFORE {
        return found.text.into();
    }
    let lead = clip(&found.text[..start], before - BEFORE, BEFORE, theme.policy);
    [theme.glyphs.ellipsis, lead.trim_start(), &found.text[start..]].concat()
}
