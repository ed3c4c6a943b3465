//! The list of partners: grouped by their seats, with their kind and the number of their initiatives.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::laid::Laid;
use super::layout::inside;
use super::list::{Bar, marked_name, row_role};
use super::{Role, frame};
use crate::app::partners::{PartnerRow, rows};
use crate::app::{Action, App, Focus};
use crate::programme::{Choice, Partner, Ref};
use crate::text::Medium;

/// Where names would get fewer columns than this, kinds give way.
const NAME: u16 = 20;

pub(crate) fn lay(app: &App, pane: Rect, laid: &mut Laid) {
    laid.pane(pane, Focus::Main);
    let (area, rows) = (inside(pane), rows(app));
    let selected =
        rows.iter().position(|&row| app.partner().map(PartnerRow::Partner) == Some(row)).unwrap_or(0);
    // The first partner's place shows with it.
    let shown = if selected == 1 { 0 } else { selected };
    let view = app.windows().partners.follow(shown, rows.len(), area.height.into());
    laid.windows.partners = view;
    for (place, line) in view.range().zip(area.rows()) {
        if let PartnerRow::Partner(partner) = rows[place] {
            laid.row(line, Action::Pick(partner.into()), place == selected && app.focus() == Focus::Main);
        }
    }
}

pub(crate) fn paint(app: &App, laid: &Laid, pane: Rect, canvas: &mut Canvas<'_>) {
    let (words, area) = (app.words(), inside(pane));
    let (partners, focused) = (app.partners(), app.focus() == Focus::Main);
    let place = partners.iter().position(|&p| Some(p) == app.partner()).map_or(0, |place| place + 1);
    let title = format!("{} {place}/{}", words.partners, partners.len());
    frame::title(pane, &title, if focused { Role::Key } else { Role::Text }, canvas);
    if partners.is_empty() {
        canvas.centred(area, words.no_partners);
    }
    let kinds = kinds(app, canvas.medium, area.width);
    let (rows, view) = (rows(app), laid.windows.partners);
    for (&row, line) in rows[view.range()].iter().zip(area.rows()) {
        match row {
            PartnerRow::Place(place) => {
                let name = place.map_or(words.no_place, |p| app.programme()[p].name.get(app.language()));
                canvas.marked((line.x, line.y), line.width, name, Role::Heading);
            }
            PartnerRow::Partner(partner) => paint_one(app, partner, kinds, line, canvas),
        }
    }
}

/// Columns of the kinds, if there is room for them.
fn kinds(app: &App, medium: &Medium, width: u16) -> u16 {
    let kind = |partner: &Partner| medium.columns(app.words().commands.kind(&partner.kind));
    let widest = app.programme().partners.iter().map(kind).max().unwrap_or(0).min(14) as u16;
    if width >= widest + NAME + 8 { widest + 1 } else { 0 }
}

fn paint_one(app: &App, partner: Ref<Partner>, kinds: u16, line: Rect, canvas: &mut Canvas<'_>) {
    let entry = &app.programme()[partner];
    let bar = Bar { selected: app.partner() == Some(partner), focused: app.focus() == Focus::Main };
    let role = row_role(bar);
    bar.paint(line, canvas);
    let count = app.matching().count(Choice::Partner(partner)).to_string();
    let room = line.width.saturating_sub(kinds + 7);
    let name = marked_name(app, partner, entry.name.get(app.language()));
    canvas.marked((line.x + 1, line.y), room, &name, role);
    let kind = app.words().commands.kind(&entry.kind);
    canvas.text((line.right().saturating_sub(kinds + 5), line.y), kinds.saturating_sub(1), kind, role);
    canvas.right((line.right() - 1, line.y), 5, &count, role);
}
