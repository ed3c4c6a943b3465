//! The list of partners: grouped by their seats, those without one at the end.

use super::App;
use crate::programme::{Choice, Partner, Place, Ref};

/// A row of the list of partners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnerRow {
    /// The seat of the partners below it, if one is known; can't be selected.
    Place(Option<Ref<Place>>),
    Partner(Ref<Partner>),
}

/// The partners that the filter shows: those it allows, with an initiative among what it shows.
pub(super) fn shown(app: &App) -> Vec<Ref<Partner>> {
    let (programme, matching) = (app.programme(), app.matching());
    let counts = |&partner: &Ref<Partner>| {
        app.filter().admits_partner(programme, partner) && matching.count(Choice::Partner(partner)) > 0
    };
    let mut partners: Vec<_> = programme.partner_refs().filter(counts).collect();
    partners.sort_by_key(|&partner| {
        let place = programme[partner].place;
        (place.is_none(), place)
    });
    partners
}

/// The rows of the list: each seat over its partners.
pub fn rows(app: &App) -> Vec<PartnerRow> {
    let mut rows = Vec::new();
    let mut above = None;
    for partner in app.partners() {
        let place = app.programme()[partner].place;
        if above.replace(place) != Some(place) {
            rows.push(PartnerRow::Place(place));
        }
        rows.push(PartnerRow::Partner(partner));
    }
    rows
}
