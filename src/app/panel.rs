//! The panel of facets: which value is selected, and marking it.

use super::update::moved;
use super::{App, Overlay, Viewport};
use crate::programme::{Choice, Facet};

/// The facets of the panel, in its order: what became of initiatives only where an earlier edition tells.
pub fn facets(app: &App) -> &'static [Facet] {
    const FACETS: [Facet; 5] = [Facet::Since, Facet::Zone, Facet::Topic, Facet::Stage, Facet::Place];
    if app.since().is_some() { &FACETS } else { &FACETS[1..] }
}

/// The facet and the value that are selected, by their places.
pub fn selected(app: &App) -> Option<(usize, usize)> {
    match app.overlay() {
        Some(Overlay::Filter { facet, value, .. }) => Some((facet, value)),
        _ => None,
    }
}

/// The values of the facet at that place, in the dataset's order.
pub fn values(app: &App, facet: usize) -> Vec<Choice> {
    facets(app).get(facet).map_or_else(Vec::new, |&facet| app.programme().choices(facet))
}

/// Opens the panel, or closes it.
pub(super) fn toggle(app: &mut App) {
    let open = selected(app).is_none();
    // The zones have tabs of their own.
    let facet = facets(app).iter().position(|&facet| facet != Facet::Zone).unwrap_or(0);
    app.over = open.then(|| Overlay::Filter { facet, value: 0, window: Viewport::default() });
}

/// Marks the selected value, or takes the mark off.
pub(super) fn mark(app: &mut App) {
    let choice = selected(app).and_then(|(facet, value)| values(app, facet).get(value).copied());
    if let Some(choice) = choice {
        let mut filter = app.filter().clone();
        filter.toggle(choice);
        app.narrow(filter);
    }
}

/// Goes so many facets to the right, and so many values down.
pub(super) fn step(app: &mut App, right: isize, down: isize) {
    let Some((facet, value)) = selected(app) else { return };
    let facet = moved(facet, right, facets(app).len());
    select(app, facet, moved(value, down, values(app, facet).len()));
}

/// Goes to the next facet, or the one before, around the ends.
pub(super) fn next(app: &mut App, forward: bool) {
    if let Some((facet, _)) = selected(app) {
        let many = facets(app).len();
        let by = if forward { 1 } else { many - 1 };
        select(app, (facet + by) % many, 0);
    }
}

/// Selects a value and marks it: a click.
pub(super) fn pick(app: &mut App, facet: usize, value: usize) {
    select(app, facet, value);
    mark(app);
}

fn select(app: &mut App, to: usize, at: usize) {
    if let Some(Overlay::Filter { facet, value, .. }) = &mut app.over {
        (*facet, *value) = (to, at);
    }
}
