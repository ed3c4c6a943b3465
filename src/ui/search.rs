//! The input line, with the terminal's cursor at its caret, and over it what was found so far.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::flow::Rows;
use super::laid::Laid;
use super::layout::{Layout, inside, text_area};
use super::list::{Bar, row_role};
use super::page::paint_rows;
use super::{Flow, Role, frame};
use crate::app::finder::HitRow;
use crate::app::{Action, App, Focus, Viewport};
use crate::page::Run;
use crate::programme::Record;
use crate::search::{Field, Match, matches};
use crate::text::{Medium, clip};

/// The share of a row that the text of a match takes where it isn't the title's: columns of a hundred.
const EVIDENCE: u16 = 45;
/// What stands before what is typed.
const PROMPT: &str = " / ";

pub(crate) fn lay(app: &App, medium: &Medium, layout: &Layout, window: Viewport, laid: &mut Laid) {
    let (finder, pane) = (app.finder(), layout.body);
    laid.cursor = Some(caret(app, medium, layout.footer).0);
    laid.pane(pane, Focus::Page);
    let area = inside(pane);
    if finder.hits.is_empty() {
        let area = text_area(pane);
        laid.over = Some(window.over(nothing(app, medium, area.width).rows.len(), area.height.into()));
        return;
    }
    let rows = finder.rows(app.programme());
    let selected = rows.iter().position(|&row| row == HitRow::Hit(finder.selected)).unwrap_or(0);
    let view = window.follow(selected, rows.len(), area.height.into());
    for (&row, line) in rows[view.range()].iter().zip(area.rows()) {
        if let HitRow::Hit(place) = row {
            laid.spot(line, Action::PickHit(place));
        }
    }
    laid.over = Some(view);
}

pub(crate) fn paint(app: &App, laid: &Laid, pane: Rect, canvas: &mut Canvas<'_>) {
    let (finder, words) = (app.finder(), app.words());
    let title = match (finder.hits.len(), finder.hidden) {
        (0, 0) => words.search.into(),
        (found, 0) => format!("{} {}/{found}", words.search, finder.selected + 1),
        (found, hidden) => {
            let place = if found == 0 { 0 } else { finder.selected + 1 };
            format!(
                "{} {place}/{found} {} {}{hidden}",
                words.search,
                words.list_separator.trim(),
                words.hidden
            )
        }
    };
    frame::title(pane, &title, Role::Key, canvas);
    let view = laid.over.unwrap_or_default();
    if finder.hits.is_empty() {
        let area = text_area(pane);
        return paint_rows(app, &nothing(app, canvas.medium, area.width), view, area, canvas);
    }
    let rows = finder.rows(app.programme());
    for (&row, line) in rows[view.range()].iter().zip(inside(pane).rows()) {
        match row {
            HitRow::Region(region) => {
                let region = &app.programme()[region];
                let name = region.short.get(app.language());
                canvas.marked((line.x, line.y), line.width, name, Role::Zone(region.zone.index()));
            }
            HitRow::Hit(place) => hit(app, place, line, canvas),
        }
    }
}

/// Where the caret stands, and the columns of what is typed that are scrolled away and that show.
fn caret(app: &App, medium: &Medium, area: Rect) -> (Position, usize, usize) {
    let start = area.x + PROMPT.len() as u16;
    let room = usize::from(area.right().saturating_sub(start + 1));
    let before = medium.columns(app.finder().line.before_caret());
    let skipped = before.saturating_sub(room);
    (Position::new(start + (before - skipped).min(room) as u16, area.y), skipped, room)
}

/// The input line. A query longer than the line scrolls by columns.
pub(crate) fn paint_input(app: &App, _: &Laid, area: Rect, canvas: &mut Canvas<'_>) {
    let (_, skipped, room) = caret(app, canvas.medium, area);
    let start = area.x + canvas.put((area.x, area.y), area.width, PROMPT, Role::Key.style());
    let shown = clip(app.finder().line.text(), skipped, room, canvas.medium.policy);
    canvas.put((start, area.y), room as u16, &shown, Role::Text.style());
}

/// What is said where there is no hit: how to search, or what wasn't found and what may have been meant.
fn nothing(app: &App, medium: &Medium, columns: u16) -> Flow {
    let (words, finder) = (app.words(), app.finder());
    let mut rows = Rows::new(columns.into(), medium, &finder.query);
    let said = if finder.query.is_empty() {
        words.search_prompt.into()
    } else if finder.waits(app.programme()) {
        words.search_waits.into()
    } else {
        format!("{} {}", words.not_found, finder.line.text().trim())
    };
    rows.wrapped("", &[Run::text(said)], Role::Text);
    if let Some(record) = finder.nearest {
        rows.blank();
        let name = app.programme().name(record).get(app.language());
        rows.wrapped("", &[Run::text([words.nearest, name, " (Enter)"].concat())], Role::Text);
    }
    if finder.hidden > 0 {
        rows.blank();
        rows.wrapped(
            "",
            &[Run::text([words.hidden, &finder.hidden.to_string(), words.hidden_key].concat())],
            Role::Text,
        );
    }
    rows.flow
}

/// A hit: its name, and the text of the match where the name has none.
fn hit(app: &App, place: usize, line: Rect, canvas: &mut Canvas<'_>) {
    let (finder, words) = (app.finder(), app.words());
    let record = finder.hits[place].record;
    let bar = Bar { selected: place == finder.selected, focused: true };
    bar.paint(line, canvas);
    let role = row_role(bar);
    let indent = if matches!(record, Record::Initiative(_)) { 2 } else { 1 };
    let evidence = evidence(app, record);
    let right = if evidence.is_some() { line.width * EVIDENCE / 100 } else { 0 };
    let kind = match record {
        Record::Initiative(_) | Record::Region(_) => "",
        _ => words.kind(record.kind()),
    };
    let name = app.programme().name(record).get(app.language());
    let behind = if evidence.is_some() || kind.is_empty() { right } else { canvas.columns(kind) + 1 };
    let room = line.width.saturating_sub(indent + behind + 1);
    canvas.marked((line.x + indent, line.y), room, name, role);
    match &evidence {
        Some(found) => {
            let x = line.right() - right;
            let used = canvas.text((x, line.y), right, &label_of(app, found), role);
            let text = from_match(found, canvas.medium, right - used);
            canvas.marked((x + used, line.y), right - used, &text, role);
        }
        None => canvas.right((line.right() - 1, line.y), behind, kind, role),
    }
}

/// A text by which a record was found; none where the name on the screen has a match.
fn evidence(app: &App, record: Record) -> Option<Match<'_>> {
    let name = app.programme().name(record).get(app.language());
    // The region that stands over an initiative is marked there.
    let region = match record {
        Record::Initiative(i) => app.programme()[i].regions.first(),
        _ => None,
    };
    let above = region.map(|&region| app.programme()[region].short.get(app.language()));
    let seen = |m: &Match<'_>| m.text == name || m.field == Field::Region && Some(m.text) == above;
    if matches(app.programme(), &app.finder().query, record).iter().any(seen) {
        return None;
    }
    found_by(app, record)
}

/// A text by which a record is found, in the language of the screen if it can be.
pub(super) fn found_by(app: &App, record: Record) -> Option<Match<'_>> {
    let found = matches(app.programme(), &app.finder().query, record);
    let own = found.iter().position(|m| m.language == app.language()).unwrap_or(0);
    found.into_iter().nth(own)
}

/// What stands before a match: the name of its field.
pub(super) fn label_of(app: &App, found: &Match<'_>) -> String {
    match app.words().field(found.field) {
        "" => String::new(),
        field => [field, app.words().colon].concat(),
    }
}

/// The text of a match from a little before it, for so many columns.
pub(super) fn from_match(found: &Match<'_>, medium: &Medium, room: u16) -> String {
    let most = usize::from(room / 3).min(8);
    let start = found.ranges.first().map_or(0, |range| range.start);
    let before = medium.policy.columns(&found.text[..start]);
    if before <= most {
        return found.text.into();
    }
    let lead = clip(&found.text[..start], before - most, most, medium.policy);
    [medium.glyphs.ellipsis, lead.trim_start(), &found.text[start..]].concat()
}
