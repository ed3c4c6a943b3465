//! The tour: the programme, its map and matrix, then region by region every initiative, page by page.

use std::time::Duration;

use super::update::focus;
use super::{App, Focus, View, Viewport};
use crate::programme::{Choice, Filter, Record, Ref, Region};

/// Columns of text that a person reads in a second: five Han characters, or a little less than two English words.
const COLUMNS_A_SECOND: usize = 11;
/// Time to find one's way on a new page.
const GLANCE: Duration = Duration::from_secs(3);

/// Where the tour begins.
pub fn start(app: &mut App) {
    app.over = None;
    app.narrow(Filter::default());
    app.here.look(View::List);
    app.here.reading = Some(Record::Programme);
    app.past.clear();
}

/// Goes to the next page of the tour, from wherever the browser is.
pub fn advance(app: &mut App) {
    app.notice = None;
    if app.over.take().is_some() {
        return start(app);
    }
    let page = app.windows().page;
    if app.view() != View::Matrix && page.range().end < page.total {
        app.here.windows.page = page.scrolled(overlapping(page));
        return;
    }
    match (app.reading(), app.view()) {
        (Some(_), _) => app.here.look(View::Map),
        (None, View::Map) => app.here.look(View::Matrix),
        (None, View::Matrix | View::Partners) => {
            app.narrow(Filter::default());
            let first = app.regions().first().copied();
            visit(app, first);
        }
        (None, View::List) => next(app),
    }
}

/// The next initiative of the region, or the next region; after the last one the tour begins again.
fn next(app: &mut App) {
    let (initiatives, place) = (app.initiatives(), app.initiative_place());
    let to = if app.focus() == Focus::Regions { 0 } else { place + 1 };
    if let Some(&initiative) = initiatives.get(to) {
        focus(app, Focus::Initiatives);
        return app.select_initiative(initiative);
    }
    let last = app.region();
    app.narrow(Filter::default());
    let next = app.regions().iter().copied().skip_while(|&region| Some(region) != last).nth(1);
    if next.is_none() { start(app) } else { visit(app, next) }
}

/// Shows a region's own page, with its zone alone in the filter.
fn visit(app: &mut App, region: Option<Ref<Region>>) {
    app.here.look(View::List);
    let Some(region) = region else { return };
    let mut filter = Filter::default();
    filter.insert(Choice::Zone(app.programme()[region].zone));
    app.narrow(filter);
    app.select_region(region);
}

/// A page of a text, one row overlapping.
fn overlapping(view: Viewport) -> isize {
    isize::try_from(view.rows.saturating_sub(1)).unwrap_or(1).max(1)
}

/// How long so many columns of text take to read: a glance, and the text.
pub fn time_to_read(columns: usize) -> Duration {
    GLANCE + Duration::from_millis((columns * 1000 / COLUMNS_A_SECOND) as u64)
}
