//! What a filter leaves, counted: worked out once when the filter or the edition changes, never for a frame.

mod table;

pub use table::{Row, Table, table};

use super::filter::{Choice, Facet, Facets, Filter};
use super::model::{Initiative, Programme, Ref, Region, Zone};
use super::values::Slots;

/// The initiatives that a filter admits, and what each further choice would leave.
#[derive(Clone, Debug)]
pub struct Matching {
    filter: Filter,
    initiatives: Vec<Ref<Initiative>>,
    /// A bit an initiative.
    admitted: Vec<u64>,
    by_region: Vec<Vec<Ref<Initiative>>>,
    regions: Vec<Ref<Region>>,
    slots: Slots,
    /// For each slot, how many initiatives a choice of it would leave.
    counts: Vec<u32>,
}

impl Matching {
    /// Goes through the initiatives once.
    pub fn of(programme: &Programme, filter: &Filter) -> Self {
        let slots = programme.values.slots;
        let mut matching = Self {
            filter: filter.clone(),
            initiatives: Vec::new(),
            admitted: vec![0; programme.initiatives.len().div_ceil(64)],
            by_region: vec![Vec::new(); programme.regions.len()],
            regions: Vec::new(),
            slots,
            counts: vec![0; slots.len()],
        };
        let mut satisfied = vec![Facets::NONE; slots.len()];
        filter.choices().for_each(|choice| satisfied[slots.of(choice)] = choice.facet().into());
        let chosen = filter.facets();
        for initiative in programme.initiative_refs() {
            let values = programme.values.get(initiative);
            let mut missed = chosen;
            values.iter().for_each(|&value| missed.remove(satisfied[value as usize]));
            if missed.is_empty() {
                matching.admit(initiative, values);
            }
            matching.count_values(values, missed);
        }
        matching.regions = matching.regions_shown(programme);
        matching
    }

    fn admit(&mut self, initiative: Ref<Initiative>, values: &[u32]) {
        self.initiatives.push(initiative);
        self.admitted[initiative.index() / 64] |= 1 << (initiative.index() % 64);
        let regions = self.slots.range(Facet::Region);
        for region in values.iter().filter(|value| regions.contains(value)) {
            self.by_region[(region - regions.start) as usize].push(initiative);
        }
    }

    /// An initiative that misses nothing counts for all its values. One that misses a single facet would be seen
    /// with a choice of that facet, so it counts for its values of that one; the others count nowhere.
    fn count_values(&mut self, values: &[u32], missed: Facets) {
        let counted = match missed.only() {
            _ if missed.is_empty() => 0..u32::MAX,
            Some(facet) => self.slots.range(facet),
            None => return,
        };
        let counted = values.iter().filter(|value| counted.contains(value));
        counted.for_each(|&value| self.counts[value as usize] += 1);
    }

    fn regions_shown(&self, programme: &Programme) -> Vec<Ref<Region>> {
        let by_place = |facet| [Facet::Zone, Facet::Region].contains(&facet);
        let narrowed = !self.filter.facets().iter().all(by_place);
        let shown = |&region: &Ref<Region>| {
            self.filter.admits_region(programme, region) && !(narrowed && self.of_region(region).is_empty())
        };
        programme.zone_refs().flat_map(|zone| programme.regions_of(zone)).copied().filter(shown).collect()
    }

    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The initiatives that are admitted, in the file's order.
    pub fn initiatives(&self) -> &[Ref<Initiative>] {
        &self.initiatives
    }

    pub fn contains(&self, initiative: Ref<Initiative>) -> bool {
        self.admitted[initiative.index() / 64] & 1 << (initiative.index() % 64) != 0
    }

    /// The initiatives of a region that are admitted, in the file's order.
    pub fn of_region(&self, region: Ref<Region>) -> &[Ref<Initiative>] {
        &self.by_region[region.index()]
    }

    /// The regions to show, zone by zone in the file's order: those that the choices of zones and regions admit;
    /// where there are other choices, those of them that have an initiative left.
    pub fn regions(&self) -> &[Ref<Region>] {
        &self.regions
    }

    /// Whether one of the regions to show is of a zone.
    pub fn shows_zone(&self, programme: &Programme, zone: Ref<Zone>) -> bool {
        self.regions.iter().any(|&region| programme[region].zone == zone)
    }

    /// How many initiatives one would see with that choice alone in its facet, under the choices of the others.
    pub fn count(&self, choice: Choice) -> u32 {
        self.counts[self.slots.of(choice)]
    }
}
