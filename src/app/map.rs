//! The regions as tiles of a schematic map: which one is next in a direction.

use std::sync::Arc;

use super::state::Step;
use super::{App, Focus, View, Viewport};
use crate::programme::{Ref, Region};

/// Goes to the neighbour in a direction: the next one on the same row or column, else the nearest one there.
pub(super) fn step(app: &mut App, right: isize, down: isize) {
    let programme = Arc::clone(app.programme());
    let tiles = &programme.tiles;
    let Some(from) = app.region().map(|region| tiles[region.index()]) else { return };
    let away = |region: &Ref<Region>| {
        let to = tiles[region.index()];
        let along =
            |to: u16, from: u16| isize::try_from(to).unwrap_or(0) - isize::try_from(from).unwrap_or(0);
        let (x, y) = (along(to.0, from.0), along(to.1, from.1));
        let ahead = x * right.signum() + y * down.signum();
        let aside = x * down.signum() + y * right.signum();
        (ahead > 0).then_some((aside != 0, ahead * ahead + aside * aside))
    };
    let shown = app.regions().iter().copied();
    let next = shown.filter_map(|region| Some((away(&region)?, region))).min_by_key(|(away, _)| *away);
    if let Some((_, region)) = next {
        app.select_region(region);
    }
}

/// Opens the list of the selected region.
pub(super) fn enter(app: &mut App) {
    app.leave(Step::Dive);
    app.here.look(View::List);
    app.here.focus_on(Focus::Initiatives);
    app.here.windows.page = Viewport::default();
}
