//! What an action does to the state. Flat: an arm an action.

use super::state::RegionRow;
use super::{Action, App, Effect, Focus, Overlay};

/// Carries out one action on the state; what is left to the loop comes back.
pub fn update(app: &mut App, action: Action) -> Effect {
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
        (Overlay::Help | Overlay::About, _) => app.views.overlay = app.views.overlay.scrolled(by),
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
        (Overlay::Help | Overlay::About, _) => views.overlay,
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
fn focus(app: &mut App, focus: Focus) {
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
        (Overlay::Help | Overlay::About, _) => app.overlay = Overlay::None,
        (Overlay::None, Focus::Detail) => focus(app, Focus::Initiatives),
        (Overlay::None, _) => focus(app, Focus::Regions),
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
