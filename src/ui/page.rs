//! The page of what is selected, or one that stands alone: rows that scroll, with links.

use std::sync::Arc;

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::flow::{Flow, Row, Span, bullet, flow};
use super::laid::{FlowKey, Kept, Laid};
use super::layout::text_area;
use super::map::small_map;
use super::search::{found_by, from_match, label_of};
use super::{Role, frame};
use crate::app::{Action, App, Focus, View, Viewport};
use crate::page::{Block, Kind, Page, Run};
use crate::programme::{Record, Ref, Region};
use crate::text::Medium;

pub(crate) fn lay(app: &App, medium: &Medium, pane: Rect, laid: &mut Laid) {
    laid.pane(pane, Focus::Page);
    let area = text_area(pane);
    let region = matches!(app.shown(), Some(Record::Region(_)));
    let room = if region && app.view() == View::List { area.height } else { 0 };
    let Some(flow) = flow_of(app, medium, area.width, room, laid) else { return };
    let (total, rows) = (flow.rows.len(), area.height.into());
    laid.windows.page = match aim(app, &flow) {
        Some(row) => laid.windows.page.reveal(row, total, rows),
        None => laid.windows.page.over(total, rows),
    };
    lay_links(app, medium, &flow, laid.windows.page, area, laid);
}

/// The row that has to be in sight: of the link that Enter would follow, else of what a search just found.
fn aim(app: &App, flow: &Flow) -> Option<usize> {
    let link = app.link().and_then(|link| flow.links.get(link)).map(|&(_, row)| row);
    link.or_else(|| flow.matches.first().copied().filter(|_| app.finder().just_arrived()))
}

/// The rows of the page of what is selected, in so many columns.
pub(super) fn flow_of(
    app: &App,
    medium: &Medium,
    columns: u16,
    room: u16,
    laid: &mut Laid,
) -> Option<Arc<Flow>> {
    let record = app.shown()?;
    let key = FlowKey {
        record,
        view: app.view(),
        room,
        edition: app.edition(),
        language: app.language(),
        columns: columns.into(),
        medium: *medium,
        query: app.finder().query.clone(),
    };
    let made;
    (laid.flow, made) = Kept::of(std::mem::take(&mut laid.flow), key, || {
        let scope = app.scope();
        let page = match (app.view(), record, app.reading()) {
            (View::Map, Record::Region(region), None) => scope.digest(region),
            (View::List, Record::Region(_), None) if room > 0 => beside_its_list(scope.page(record)),
            _ => scope.page(record),
        };
        let mut rows = found_flow(app, page, columns, medium);
        if let (Record::Region(region), true) = (record, room > 0) {
            fill(app, medium, region, columns, room.into(), &mut rows);
        }
        rows
    });
    laid.links = made.links.iter().map(|&(to, _)| to).collect();
    Some(made)
}

/// A page in rows. Where it doesn't say what it was found by (a related name, or another language), its title does.
fn found_flow<'p>(app: &'p App, mut page: Page<'p>, columns: u16, medium: &Medium) -> Flow {
    let (scope, query) = (app.scope(), &app.finder().query);
    let rows = flow(&scope, &page, columns.into(), medium, query);
    if query.is_empty() || !rows.matches.is_empty() {
        return rows;
    }
    let Some(found) = found_by(app, page.of) else { return rows };
    let runs = [label_of(app, &found), from_match(&found, medium, u16::MAX)].map(Run::text).into();
    let below = page.blocks.iter().take_while(|block| block.kind == Kind::Title).count();
    page.blocks.insert(below, Block { kind: Kind::Fact, runs, cites: &[] });
    flow(&scope, &page, columns.into(), medium, query)
}

/// A region's page without its initiatives, which the list shows.
fn beside_its_list(mut page: Page<'_>) -> Page<'_> {
    page.blocks.retain(|block| !matches!(block.kind, Kind::Initiatives { .. }));
    page
}

/// Fills the rows that a region's page leaves free in a large window: with its numbers, and its place on the map.
fn fill(app: &App, medium: &Medium, region: Ref<Region>, columns: u16, room: usize, rows: &mut Flow) {
    let scope = app.scope();
    let counted = flow(&scope, &scope.counted(region), columns.into(), medium, &app.finder().query);
    for more in [counted, small_map(app, medium, region, columns)] {
        if rows.rows.len() + 1 + more.rows.len() <= room {
            rows.append(more);
        }
    }
}

/// Notes where links stand that show, and the cursor on the one that Enter follows.
pub(super) fn lay_links(
    app: &App,
    medium: &Medium,
    flow: &Flow,
    window: Viewport,
    area: Rect,
    laid: &mut Laid,
) {
    for (row, line) in flow.rows[window.range()].iter().zip(area.rows()) {
        match row {
            Row::Initiative(initiative, _) => laid.spot(line, Action::Pick(Record::from(*initiative))),
            Row::Spans(spans) => {
                let mut x = line.x;
                for Span { text, link, .. } in spans {
                    let width = medium.policy.columns(text) as u16;
                    if let Some(link) = *link {
                        laid.spot(Rect { x, width, ..line }, Action::PickLink(link));
                        if app.link() == Some(link) && laid.cursor.is_none() {
                            laid.cursor = Some(Position::new(x, line.y));
                        }
                    }
                    x += width;
                }
            }
        }
    }
}

pub(crate) fn paint(app: &App, laid: &Laid, pane: Rect, canvas: &mut Canvas<'_>) {
    let words = app.words();
    let kind = app.shown().map_or(words.detail, |record| words.kind(record.kind()));
    let role = if app.focus() == Focus::Page { Role::FocusedTitle } else { Role::Text };
    frame::title(pane, kind, role, canvas);
    let Some(flow) = laid.flow.get().filter(|_| app.shown().is_some()) else { return };
    let window = laid.windows.page;
    paint_rows(app, flow, window, text_area(pane), canvas);
    frame::position(pane, window, words.lines, canvas);
}

/// Draws the rows of a window.
pub(super) fn paint_rows(app: &App, flow: &Flow, window: Viewport, area: Rect, canvas: &mut Canvas<'_>) {
    for (row, line) in flow.rows[window.range()].iter().zip(area.rows()) {
        match row {
            Row::Spans(spans) => {
                let mut x = line.x;
                for Span { text, role, link } in spans {
                    let style = match *link {
                        Some(link) if app.link() == Some(link) => Role::Followed.style(),
                        Some(_) => role.style().patch(Role::Link.style()),
                        None => role.style(),
                    };
                    x += canvas.put((x, line.y), line.right().saturating_sub(x), text, style);
                }
            }
            Row::Initiative(initiative, regions) => {
                let text = app.scope().initiative_item(*initiative, *regions).line("");
                let text = bullet(app.programme(), *initiative, canvas.medium) + &text;
                canvas.text((line.x, line.y), line.width, &text, Role::Text);
            }
        }
    }
}
