//! The tour: the programme, then zone by zone and region by region every initiative, page by page.

use std::time::Duration;

use super::update::focus;
use super::{App, Focus, Overlay, Viewport};
use crate::programme::{Ref, Region, Text};
use crate::text::WidthPolicy;

/// Columns of text that a person reads in a second: five Han characters, or a little less than two English words.
const COLUMNS_A_SECOND: usize = 11;
/// Time to find one's way on a new page.
const GLANCE: Duration = Duration::from_secs(3);

/// Goes to the next page of the tour, from wherever the browser is.
pub fn advance(app: &mut App) {
    app.notice = None;
    if app.overlay != Overlay::None {
        let about = app.views.overlay;
        if app.overlay == Overlay::About && about.range().end < about.total {
            app.views.overlay = about.scrolled(page(about));
            return;
        }
        app.overlay = Overlay::None;
        return start(app);
    }
    let detail = app.views.detail;
    if detail.range().end < detail.total {
        app.views.detail = detail.scrolled(page(detail));
        return;
    }
    match app.focus {
        Focus::Regions if !app.initiatives().is_empty() => {
            app.select_initiative(0);
            focus(app, Focus::Initiatives);
        }
        _ if app.focus != Focus::Regions && app.initiative + 1 < app.initiatives().len() => {
            app.select_initiative(app.initiative + 1);
        }
        _ => next_region(app),
    }
}

/// How long the page at hand takes to read: a glance, and the part of the text that shows.
pub fn time_to_read(app: &App) -> Duration {
    let (texts, view) = if app.overlay == Overlay::None {
        (selection(app), app.views.detail)
    } else {
        (programme(app), app.views.overlay)
    };
    let columns: usize = texts.iter().map(|text| WidthPolicy::Narrow.columns(text.get(app.language))).sum();
    let shown = columns * view.range().len() / view.total.max(1);
    GLANCE + Duration::from_millis((shown * 1000 / COLUMNS_A_SECOND) as u64)
}

/// The texts of what is selected.
fn selection(app: &App) -> Vec<&Text> {
    match (app.focus, app.selected_initiative(), app.region) {
        (Focus::Initiatives | Focus::Detail, Some(initiative), _) => {
            let initiative = &app.programme[initiative];
            [&initiative.title, &initiative.summary].into_iter().chain(&initiative.measures).collect()
        }
        (_, _, Some(region)) => {
            let region = &app.programme[region];
            vec![&region.name, &region.profile, &app.programme[region.zone].role]
        }
        (_, _, None) => Vec::new(),
    }
}

/// The texts of the programme as a whole.
fn programme(app: &App) -> Vec<&Text> {
    let overview = &app.programme.overview;
    let roles = app.programme.zones.iter().map(|zone| &zone.role);
    [&overview.title, &overview.summary].into_iter().chain(&overview.aims).chain(roles).collect()
}

/// The first region of the first zone.
fn start(app: &mut App) {
    app.set_filter(None);
    let first = app.regions().next();
    visit(app, first);
}

/// A page of a text, one row overlapping.
fn page(view: Viewport) -> isize {
    isize::try_from(view.rows.saturating_sub(1)).unwrap_or(1).max(1)
}

/// The next region in the order of the zones; after the last one, the programme as a whole again.
fn next_region(app: &mut App) {
    app.set_filter(None);
    let next = app.regions().skip_while(|&r| Some(r) != app.region).nth(1);
    if next.is_none() {
        app.views.overlay.offset = 0;
        app.overlay = Overlay::About;
    }
    visit(app, next);
}

/// Shows a region's own page, with its zone alone in the filter.
fn visit(app: &mut App, region: Option<Ref<Region>>) {
    app.set_filter(region.map(|r| app.programme[r].zone));
    app.select_region(region.or(app.region));
    focus(app, Focus::Regions);
}
