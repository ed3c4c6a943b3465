//! What an action does to the state. Flat: an arm an action.

use super::state::{Notice, RegionRow};
use super::{Action, App, Effect, Focus, Overlay};
use crate::programme::Record;
use crate::text::Line;

/// Carries out one action on the state; what is left to the loop comes back.
pub fn update(app: &mut App, action: Action) -> Effect {
    app.notice = None;
    match action {
        Action::Up => step(app, app.focus, -1),
        Action::Down => step(app, app.focus, 1),
        Action::HalfPageUp => step(app, app.focus, -half_page(app)),
        Action::HalfPageDown => step(app, app.focus, half_page(app)),
        Action::PageUp => step(app, app.focus, -page(app)),
        Action::PageDown => step(app, app.focus, page(app)),
        Action::First => step(app, app.focus, isize::MIN),
        Action::Last => step(app, app.focus, isize::MAX),
        Action::Enter => enter(app),
        Action::Back => back(app),
        Action::NextPane => focus(app, next(app.focus)),
        Action::PreviousPane => focus(app, next(next(app.focus))),
        Action::AllZones => filter(app, None),
        Action::Zone(place) => filter(app, Some(place)),
        Action::Language => app.language = app.language.next(),
        Action::Search => {
            app.finder.open(&app.programme);
            app.overlay = Overlay::Search;
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
        Action::About => toggle(app, Overlay::About),
        Action::Help => toggle(app, Overlay::Help),
        Action::PickRegion(row) => pick_region(app, row),
        Action::PickInitiative(place) => {
            focus(app, Focus::Initiatives);
            app.select_initiative(place);
        }
        Action::PickDetail => focus(app, Focus::Detail),
        Action::Scroll(pane, rows) => step(app, pane, rows.into()),
        Action::Mouse => {
            app.mouse = !app.mouse;
            return Effect::Mouse(app.mouse);
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

/// Moves by so many rows in a pane, or in what lies over the panes, stopping at its ends.
fn step(app: &mut App, pane: Focus, by: isize) {
    match (app.overlay, pane) {
        (Overlay::Help | Overlay::About | Overlay::Plain, _) => {
            app.views.overlay = app.views.overlay.scrolled(by)
        }
        (Overlay::Search, _) => {
            let last = app.finder.hits.len().saturating_sub(1);
            app.finder.selected = app.finder.selected.saturating_add_signed(by).min(last);
        }
        (Overlay::None, Focus::Regions) => step_region(app, by),
        (Overlay::None, Focus::Initiatives) => {
            let last = app.initiatives().len().saturating_sub(1);
            app.select_initiative(app.initiative.saturating_add_signed(by).min(last));
        }
        (Overlay::None, Focus::Detail) => app.views.detail = app.views.detail.scrolled(by),
    }
}

fn step_region(app: &mut App, by: isize) {
    let regions: Vec<_> = app.regions().collect();
    let at = regions.iter().position(|&r| Some(r) == app.region).unwrap_or(0);
    let to = at.saturating_add_signed(by).min(regions.len().saturating_sub(1));
    app.select_region(regions.get(to).copied());
}

/// The rows of a page, one row overlapping, so that the reader keeps the thread.
fn page(app: &App) -> isize {
    let views = &app.views;
    let view = match (app.overlay, app.focus) {
        (Overlay::Help | Overlay::About | Overlay::Plain | Overlay::Search, _) => views.overlay,
        (Overlay::None, Focus::Regions) => views.regions,
        (Overlay::None, Focus::Initiatives) => views.initiatives,
        (Overlay::None, Focus::Detail) => views.detail,
    };
    isize::try_from(view.rows.saturating_sub(1)).unwrap_or(isize::MAX).max(1)
}

fn half_page(app: &App) -> isize {
    (page(app) / 2).max(1)
}

/// The detail is the region's while the region list has the focus, else the initiative's: it starts at the top.
pub(super) fn focus(app: &mut App, focus: Focus) {
    if (app.focus == Focus::Regions) != (focus == Focus::Regions) {
        app.views.detail.offset = 0;
    }
    app.focus = focus;
}

fn next(focus: Focus) -> Focus {
    match focus {
        Focus::Regions => Focus::Initiatives,
        Focus::Initiatives => Focus::Detail,
        Focus::Detail => Focus::Regions,
    }
}

fn enter(app: &mut App) {
    match app.focus {
        Focus::Regions => focus(app, Focus::Initiatives),
        Focus::Initiatives | Focus::Detail => focus(app, Focus::Detail),
    }
}

fn back(app: &mut App) {
    match (app.overlay, app.focus) {
        (Overlay::Help | Overlay::About | Overlay::Plain, _) => app.overlay = Overlay::None,
        (Overlay::Search, _) => {
            app.overlay = Overlay::None;
            app.finder.forget_query();
        }
        (Overlay::None, Focus::Regions) => app.finder.forget_query(),
        (Overlay::None, Focus::Detail) => focus(app, Focus::Initiatives),
        (Overlay::None, _) => focus(app, Focus::Regions),
    }
}

/// Types a pasted text where something is being typed.
pub fn paste(app: &mut App, text: &str) {
    if app.overlay == Overlay::Search {
        edit(app, |line| line.insert(text));
    }
}

fn edit(app: &mut App, change: impl FnOnce(&mut Line)) {
    change(&mut app.finder.line);
    app.finder.find(&app.programme);
    app.views.overlay.offset = 0;
}

/// Goes to what is selected among the hits, and leaves the input line.
fn go(app: &mut App) {
    app.overlay = Overlay::None;
    if let Some(record) = app.finder.record() {
        open(app, record);
    }
}

/// Goes to the hit so many places on, around the ends.
fn walk(app: &mut App, by: isize) {
    let total = app.finder.hits.len();
    if total > 0 {
        let place = (app.finder.selected + total).saturating_add_signed(by) % total;
        app.finder.selected = place;
        open(app, app.finder.hits[place].record);
    }
}

/// Goes to something found; a partner has no place of its own, so to its first initiative.
fn open(app: &mut App, record: Record) {
    let filter = app.filter;
    match record {
        Record::Region(region) => {
            app.open_region(region);
            focus(app, Focus::Regions);
        }
        Record::Initiative(initiative) => app.open_initiative(initiative),
        _ => {
            if let Some(&initiative) = app.programme.initiatives_of(record).first() {
                app.open_initiative(initiative);
            }
        }
    }
    let (place, total) = (app.finder.selected + 1, app.finder.hits.len());
    if total > 0 {
        app.notice = Some(Notice::Hit { place, total, widened: app.filter != filter });
    }
}

fn filter(app: &mut App, place: Option<u8>) {
    let zone = place.map(usize::from);
    if zone.is_none_or(|place| place < app.programme.zones.len()) {
        let zone = zone.and_then(|place| app.programme.zone_refs().nth(place));
        app.set_filter(zone);
    }
}

fn toggle(app: &mut App, overlay: Overlay) {
    app.overlay = if app.overlay == overlay { Overlay::None } else { overlay };
    app.views.overlay.offset = 0;
}

fn pick_region(app: &mut App, row: usize) {
    focus(app, Focus::Regions);
    let picked = app.region_rows().nth(row);
    if let Some(RegionRow::Region(region)) = picked {
        app.select_region(Some(region));
    }
}

/// Leaves an overlay first; a kiosk goes back to its start.
fn quit(app: &mut App) -> Effect {
    if app.overlay != Overlay::None {
        app.overlay = Overlay::None;
        return Effect::None;
    }
    if !app.kiosk {
        return Effect::Quit;
    }
    app.restart();
    Effect::None
}
