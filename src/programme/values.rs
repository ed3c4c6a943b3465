//! The values that each initiative has of each facet, side by side: what filters and counts run through.

use std::ops::Range;

use super::diff::Changed;
use super::filter::{Choice, Facet};
use super::inverse::Counts;
use super::model::{Initiative, Partner, Ref, Region, Stage};

/// Every value of every facet by a number: a facet's stand in a row, in the dataset's order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slots {
    /// Where each facet begins, and where the last one ends.
    firsts: [u32; Facet::ALL.len() + 1],
}

impl Slots {
    pub(super) fn range(&self, facet: Facet) -> Range<u32> {
        self.firsts[facet as usize]..self.firsts[facet as usize + 1]
    }

    pub(super) fn of(&self, choice: Choice) -> usize {
        self.firsts[choice.facet() as usize] as usize + choice.index()
    }

    pub(super) fn len(&self) -> usize {
        self.firsts[Facet::ALL.len()] as usize
    }
}

/// The slots of each initiative, ascending and each once: 4 bytes a value, and no pointer to follow.
#[derive(Debug)]
pub(super) struct Values {
    pub(super) slots: Slots,
    /// Where the list of each initiative ends in `all`; it begins where the one before it ends.
    ends: Box<[u32]>,
    all: Box<[u32]>,
}

impl Values {
    pub(super) fn of(
        counts: &Counts,
        regions: &[Region],
        partners: &[Partner],
        initiatives: &[Initiative],
    ) -> Self {
        // In the order of `Facet::ALL`.
        let lengths =
            [counts.zones, regions.len(), counts.topics, Stage::ALL.len(), partners.len(), counts.places, 0];
        let mut firsts = [0; Facet::ALL.len() + 1];
        for (facet, length) in lengths.into_iter().enumerate() {
            firsts[facet + 1] = firsts[facet] + length as u32;
        }
        let slots = Slots { firsts };
        let (mut ends, mut all, mut own) = (Vec::with_capacity(initiatives.len()), Vec::new(), Vec::new());
        for initiative in initiatives {
            own.clear();
            own.extend(choices(initiative, regions, partners).map(|choice| slots.of(choice) as u32));
            // Two regions may be of one zone, two partners of one place.
            own.sort_unstable();
            own.dedup();
            all.extend_from_slice(&own);
            ends.push(all.len() as u32);
        }
        Self { slots, ends: ends.into(), all: all.into() }
    }

    /// Adds what became of each initiative since another edition, as the last facet.
    pub(super) fn compare(&mut self, changes: impl Iterator<Item = Changed>) {
        let first = self.slots.range(Facet::Since).start;
        self.slots.firsts[Facet::ALL.len()] = first + Changed::ALL.len() as u32;
        let mut all = Vec::with_capacity(self.all.len() + self.ends.len());
        let mut start = 0;
        for (end, changed) in self.ends.iter_mut().zip(changes) {
            all.extend_from_slice(&self.all[start..*end as usize]);
            all.push(first + changed as u32);
            start = *end as usize;
            *end = all.len() as u32;
        }
        self.all = all.into();
    }

    /// The slots of an initiative, of all facets.
    pub(super) fn get(&self, initiative: Ref<Initiative>) -> &[u32] {
        let start = initiative.index().checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start as usize..self.ends[initiative.index()] as usize]
    }
}

/// All that an initiative has of every facet; something may come twice.
fn choices(
    initiative: &Initiative,
    regions: &[Region],
    partners: &[Partner],
) -> impl Iterator<Item = Choice> {
    let zones = initiative.regions.iter().map(|region| Choice::Zone(regions[region.index()].zone));
    let places = initiative.partners.iter().filter_map(|partner| partners[partner.index()].place);
    zones
        .chain(initiative.regions.iter().map(|&region| Choice::Region(region)))
        .chain([Choice::Topic(initiative.topic)])
        .chain(initiative.stages.iter().map(|&stage| Choice::Stage(stage)))
        .chain(initiative.partners.iter().map(|&partner| Choice::Partner(partner)))
        .chain(places.map(Choice::Place))
}
