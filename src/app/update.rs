//! What an action does to the state. Flat: an arm an action.

use super::place::{Focus, View};
use super::state::Step;
use super::{Action, App, Effect, Overlay, Viewport, map, matrix, panel};
use crate::programme::{Choice, Facet, Filter, Record, Ref};
use crate::text::Line;

/// Carries out one action on the state; what is left to the loop comes back.
pub fn update(app: &mut App, action: Action) -> Effect {
    app.notice = None;
    app.finder.arrived = false;
    match action {
        Action::Up => step(app, 0, -1),
        Action::Down => step(app, 0, 1),
        Action::Left => step(app, -1, 0),
        Action::Right => step(app, 1, 0),
        Action::HalfPageUp => step(app, 0, -half_page(app)),
        Action::HalfPageDown => step(app, 0, half_page(app)),
        Action::PageUp => step(app, 0, -page(app)),
        Action::PageDown => step(app, 0, page(app)),
        Action::First => step(app, 0, isize::MIN),
        Action::Last => step(app, 0, isize::MAX),
        Action::Enter => enter(app),
        Action::Back => back(app),
        Action::Next => next(app, true),
        Action::Previous => next(app, false),
        Action::Return => app.back(),
        Action::NextView => look(app, app.view().turned(1)),
        Action::PreviousView => look(app, app.view().turned(View::ALL.len() - 1)),
        Action::View(view) => look(app, view),
        Action::Columns => matrix::columns(app),
        Action::AllZones => narrow(app, app.filter().without(Facet::Zone)),
        Action::Zone(place) => only_zone(app, place.into()),
        Action::Filter => panel::toggle(app),
        Action::Mark => panel::mark(app),
        Action::Toggle(choice) => toggle_choice(app, choice),
        Action::ClearFilter => narrow(app, Filter::default()),
        Action::Language => app.language = app.language.next(),
        Action::Search => {
            app.finder.open();
            app.finder.find(&app.edition.programme, &app.edition.matching);
            app.over = Some(Overlay::Search(Viewport::default()));
        }
        Action::Go => go(app),
        Action::NextHit => walk(app, 1),
        Action::PreviousHit => walk(app, -1),
        Action::Type(c) => edit(app, |line| line.insert(c.encode_utf8(&mut [0; 4]))),
        Action::Backspace => edit(app, Line::backspace),
        Action::Delete => edit(app, Line::delete),
        Action::EraseWord => edit(app, Line::erase_word),
        Action::EraseLine => edit(app, Line::erase_line),
        Action::CaretLeft => app.finder.line.left(),
        Action::CaretRight => app.finder.line.right(),
        Action::CaretHome => app.finder.line.home(),
        Action::CaretEnd => app.finder.line.end(),
        Action::About => about(app),
        Action::Reader => toggle(app, Overlay::Reader(Viewport::default())),
        Action::Help => toggle(app, Overlay::Help(Viewport::default())),
        Action::Pick(record) => pick(app, record),
        Action::PickHit(place) => {
            app.finder.selected = place;
            go(app);
        }
        Action::PickLink(link) => {
            app.here.link = Some(link);
            app.follow();
        }
        Action::PickCell(row, column) => matrix::pick(app, row.into(), column.into()),
        Action::PickValue(facet, value) => panel::pick(app, facet.into(), value.into()),
        Action::PickPane(focus) => app.here.focus_on(focus),
        Action::Scroll(pane, rows) => scroll(app, pane, rows.into()),
        Action::Mouse => {
            app.mouse = !app.mouse;
            return Effect::Mouse(app.mouse);
        }
        Action::Width => {
            app.width = app.width.next();
            app.notice = Some(super::Notice::Width(app.width));
            // What stands on the screen may stand elsewhere than was thought.
            return Effect::Repaint;
        }
        Action::Copy => return Effect::Copy,
        Action::Reload => return Effect::Reload,
        Action::Repaint => return Effect::Repaint,
        Action::Suspend if !app.kiosk => return Effect::Suspend,
        Action::Suspend => {}
        Action::Quit => return quit(app),
    }
    Effect::None
}

/// Moves what the keys act on, stopping at its ends: a selection, or a text by rows.
fn step(app: &mut App, right: isize, down: isize) {
    let focus = app.focus();
    match (&mut app.over, focus) {
        (Some(Overlay::Search(_)), _) => {
            let last = app.finder.hits.len().saturating_sub(1);
            app.finder.selected = app.finder.selected.saturating_add_signed(down).min(last);
        }
        (Some(Overlay::Filter { .. }), _) => panel::step(app, right, down),
        (Some(overlay), _) => *overlay.window_mut() = overlay.window().scrolled(down),
        (None, Focus::Main) => match app.view() {
            View::Map => map::step(app, right, down),
            View::Matrix => matrix::step(app, right, down),
            View::Partners | View::List => step_partner(app, down),
        },
        (None, focus) => scroll(app, focus, down),
    }
}

/// Moves by so many rows in a pane, wherever the focus is.
fn scroll(app: &mut App, pane: Focus, by: isize) {
    match (&mut app.over, pane) {
        (Some(Overlay::Search(_) | Overlay::Filter { .. }), _) => step(app, 0, by.signum()),
        (Some(overlay), _) => *overlay.window_mut() = overlay.window().scrolled(by),
        (None, Focus::Regions) => step_region(app, by),
        (None, Focus::Initiatives) => {
            let to = moved(app.initiative_place(), by, app.initiatives().len());
            if let Some(&initiative) = app.initiatives().get(to) {
                app.select_initiative(initiative);
            }
        }
        (None, Focus::Main) => step(app, 0, by.signum()),
        (None, Focus::Page) => app.here.windows.page = app.here.windows.page.scrolled(by),
    }
}

/// A place in a list moved by so many, stopping at its ends.
pub(super) fn moved(place: usize, by: isize, count: usize) -> usize {
    place.saturating_add_signed(by).min(count.saturating_sub(1))
}

fn step_region(app: &mut App, by: isize) {
    let at = app.regions().iter().position(|&r| Some(r) == app.region()).unwrap_or(0);
    if let Some(&region) = app.regions().get(moved(at, by, app.regions().len())) {
        app.select_region(region);
    }
}

fn step_partner(app: &mut App, by: isize) {
    let partners = app.partners();
    let at = partners.iter().position(|&p| Some(p) == app.partner()).unwrap_or(0);
    if let Some(&partner) = partners.get(moved(at, by, partners.len())) {
        select_partner(app, partner);
    }
}

fn select_partner(app: &mut App, partner: Ref<crate::programme::Partner>) {
    if app.here.partner.replace(partner) != Some(partner) {
        app.here.link = None;
        app.here.windows.page = Viewport::default();
    }
}

/// The rows of a page, one row overlapping, so that the reader keeps the thread.
fn page(app: &App) -> isize {
    let windows = app.windows();
    let window = match (app.over, app.focus()) {
        (Some(overlay), _) => overlay.window(),
        (None, Focus::Regions) => windows.regions,
        (None, Focus::Initiatives) => windows.initiatives,
        (None, Focus::Main) => windows.partners,
        (None, Focus::Page) => windows.page,
    };
    isize::try_from(window.rows.saturating_sub(1)).unwrap_or(isize::MAX).max(1)
}

fn half_page(app: &App) -> isize {
    (page(app) / 2).max(1)
}

/// Gives a pane the keys. The page is another one beside another list: it starts at the top.
pub(super) fn focus(app: &mut App, focus: Focus) {
    let shown = app.shown();
    app.here.focus_on(focus);
    if app.shown() != shown {
        app.here.windows.page = Viewport::default();
    }
}

fn enter(app: &mut App) {
    match (app.view(), app.focus()) {
        (_, Focus::Page) if app.link().is_some() => app.follow(),
        (View::Map, Focus::Main) => map::enter(app),
        (View::Matrix, Focus::Main) => matrix::enter(app),
        (_, Focus::Regions) => focus(app, Focus::Initiatives),
        (_, Focus::Initiatives | Focus::Main | Focus::Page) => focus(app, Focus::Page),
    }
}

fn back(app: &mut App) {
    match (app.over, app.focus()) {
        (Some(over), _) => {
            app.over = None;
            if matches!(over, Overlay::Search(_)) {
                app.finder.forget_query();
            }
        }
        (None, Focus::Page) if app.link().is_some() => app.here.link = None,
        (None, _) if app.reading().is_some() => leave_page(app),
        (None, Focus::Page) => {
            let panes = app.view().panes();
            focus(app, panes[panes.len().saturating_sub(2)]);
        }
        (None, Focus::Initiatives | Focus::Regions) if app.dived() => app.back(),
        (None, Focus::Initiatives) => focus(app, Focus::Regions),
        (None, Focus::Regions | Focus::Main) => app.finder.forget_query(),
    }
}

/// Closes a page that stands alone: back to where it was opened.
fn leave_page(app: &mut App) {
    if app.past.is_empty() {
        app.here.reading = None;
    } else {
        app.back();
    }
}

/// To the next link of the page, or to the one before; beyond the last one to the next pane.
fn next(app: &mut App, forward: bool) {
    if let Some(Overlay::Filter { .. }) = app.over {
        return panel::next(app, forward);
    }
    let links = app.links.len();
    let link = match (app.focus(), app.link(), forward) {
        (Focus::Page, None, true) => (links > 0).then_some(0),
        (Focus::Page, Some(link), true) => (link + 1 < links).then_some(link + 1),
        (Focus::Page, Some(link), false) => link.checked_sub(1),
        _ => None,
    };
    if link.is_some() {
        app.here.link = link;
        return;
    }
    if app.reading().is_some() {
        // Nothing stands beside it: around the ends.
        app.here.link = links.checked_sub(1).map(|last| if forward { 0 } else { last });
        return;
    }
    let panes = app.view().panes();
    let at = panes.iter().position(|&pane| pane == app.focus()).unwrap_or(0);
    let by = if forward { 1 } else { panes.len() - 1 };
    let shown = app.shown();
    focus(app, panes[(at + by) % panes.len()]);
    // The links of another page aren't known before it is laid out.
    if !forward && app.focus() == Focus::Page && app.shown() == shown {
        app.here.link = links.checked_sub(1);
    }
}

/// Turns to a view; what lies over the panes is closed, for a click on its name comes through it.
fn look(app: &mut App, view: View) {
    app.over = None;
    if (view, None) != (app.view(), app.reading()) {
        app.leave(Step::Jump);
        app.here.look(view);
    }
}

fn only_zone(app: &mut App, place: usize) {
    if let Some(zone) = app.programme().zone_refs().nth(place) {
        let mut filter = app.filter().without(Facet::Zone);
        filter.insert(Choice::Zone(zone));
        narrow(app, filter);
    }
}

fn toggle_choice(app: &mut App, choice: Choice) {
    let mut filter = app.filter().clone();
    filter.toggle(choice);
    narrow(app, filter);
}

/// Narrows or widens what shows, the hits of an open search, too.
fn narrow(app: &mut App, filter: Filter) {
    app.narrow(filter);
    find_again(app);
}

/// Finds what is typed among what shows now, where a search is open.
fn find_again(app: &mut App) {
    if matches!(app.over, Some(Overlay::Search(_))) {
        app.finder.find(&app.edition.programme, &app.edition.matching);
    }
}

/// The programme's own page, or back from it.
fn about(app: &mut App) {
    match app.reading() {
        Some(Record::Programme) => leave_page(app),
        _ => app.go(Record::Programme),
    }
}

/// Types a pasted text where something is being typed.
pub fn paste(app: &mut App, text: &str) {
    if matches!(app.over, Some(Overlay::Search(_))) {
        edit(app, |line| line.insert(text));
    }
}

fn edit(app: &mut App, change: impl FnOnce(&mut Line)) {
    change(&mut app.finder.line);
    app.finder.find(&app.edition.programme, &app.edition.matching);
    app.over = Some(Overlay::Search(Viewport::default()));
}

/// Takes the index that was built beside the loop, and finds what was typed meanwhile.
pub fn take_index(app: &mut App, index: crate::search::Index) {
    app.finder.take_index(index);
    find_again(app);
}

/// Goes to what is selected among the hits, and leaves the input line.
fn go(app: &mut App) {
    app.over = None;
    if let Some(record) = app.finder.record() {
        app.go_to_hit(record);
    }
}

/// Goes to the hit so many places on, around the ends.
fn walk(app: &mut App, by: isize) {
    let total = app.finder.hits.len();
    if total > 0 {
        let place = (app.finder.selected + total).saturating_add_signed(by) % total;
        app.finder.selected = place;
        app.go_to_hit(app.finder.hits[place].record);
    }
}

fn toggle(app: &mut App, overlay: Overlay) {
    let open = app.over.is_some_and(|over| std::mem::discriminant(&over) == std::mem::discriminant(&overlay));
    app.over = (!open).then_some(overlay);
}

/// Selects what was clicked on, and gives its list the keys.
fn pick(app: &mut App, record: Record) {
    match record {
        Record::Region(region) => {
            focus(app, app.view().panes()[0]);
            app.select_region(region);
        }
        Record::Initiative(initiative) => {
            focus(app, Focus::Initiatives);
            app.select_initiative(initiative);
        }
        Record::Partner(partner) => {
            focus(app, Focus::Main);
            select_partner(app, partner);
        }
        _ => app.go(record),
    }
}

/// Leaves what lies over the panes first; a kiosk goes back to its start.
fn quit(app: &mut App) -> Effect {
    if app.over.take().is_some() {
        return Effect::None;
    }
    if !app.kiosk {
        return Effect::Quit;
    }
    let mouse = app.mouse;
    app.restart();
    if app.mouse == mouse { Effect::None } else { Effect::Mouse(app.mouse) }
}
