//! Which entries refer to each entry, worked out once when a dataset is loaded.

use super::lists::Lists;
use super::model::{Initiative, Partner, Ref, Region};

/// The lists that lead back from what is referred to.
#[derive(Debug)]
pub(super) struct Inverse {
    /// Every initiative, so that the whole and one of them are slices like any other list.
    pub(super) all: Box<[Ref<Initiative>]>,
    pub(super) by_region: Lists<Initiative>,
    pub(super) by_zone: Lists<Initiative>,
    pub(super) by_topic: Lists<Initiative>,
    pub(super) by_partner: Lists<Initiative>,
    pub(super) by_place: Lists<Initiative>,
    pub(super) regions_by_zone: Lists<Region>,
    pub(super) partners_by_place: Lists<Partner>,
}

/// How long the lists are that are only referred to.
pub(super) struct Counts {
    pub(super) zones: usize,
    pub(super) topics: usize,
    pub(super) places: usize,
}

impl Inverse {
    pub(super) fn of(
        counts: &Counts,
        regions: &[Region],
        partners: &[Partner],
        initiatives: &[Initiative],
    ) -> Self {
        let zone = |region: &Ref<Region>| regions[region.index()].zone.index();
        let place = |partner: &Ref<Partner>| partners[partner.index()].place.map(Ref::index);
        Self {
            all: (0..initiatives.len()).map(Ref::new).collect(),
            by_region: Lists::of(regions.len(), initiatives.iter().map(|i| places(&i.regions))),
            by_zone: Lists::of(counts.zones, initiatives.iter().map(|i| i.regions.iter().map(zone))),
            by_topic: Lists::of(counts.topics, initiatives.iter().map(|i| std::iter::once(i.topic.index()))),
            by_partner: Lists::of(partners.len(), initiatives.iter().map(|i| places(&i.partners))),
            by_place: Lists::of(
                counts.places,
                initiatives.iter().map(|i| i.partners.iter().filter_map(place)),
            ),
            regions_by_zone: Lists::of(counts.zones, regions.iter().map(|r| std::iter::once(r.zone.index()))),
            partners_by_place: Lists::of(
                counts.places,
                partners.iter().map(|p| p.place.map(Ref::index).into_iter()),
            ),
        }
    }
}

fn places<T>(refs: &[Ref<T>]) -> impl Iterator<Item = usize> {
    refs.iter().map(|r| r.index())
}
