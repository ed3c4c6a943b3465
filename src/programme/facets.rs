//! What a filter leaves, counted: worked out once when the filter or the edition changes, never for a frame.

mod table;

pub use table::{Row, Table, table, table_before};

use super::filter::{Choice, Facet, Facets, Filter};
use super::model::{Initiative, Partner, Programme, Ref, Region};
use super::record::Record;
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
        let regions = programme.zone_refs().flat_map(|zone| programme.regions_of(zone)).copied();
        regions.filter(|&region| self.shows(programme, region)).collect()
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

    /// Whether there is something to see of a record: a region as in [`Matching::regions`], a zone that has one, what
    /// the choices of its own facet let pass as far as it has an initiative left. Without choices, everything.
    pub fn shows(&self, programme: &Programme, record: impl Into<Record>) -> bool {
        let filter = &self.filter;
        let by_place = |facet| [Facet::Zone, Facet::Region].contains(&facet);
        let has_left = |choice| self.count(choice) > 0;
        match record.into() {
            _ if filter.is_empty() => true,
            Record::Programme => !self.initiatives.is_empty(),
            Record::Initiative(initiative) => self.contains(initiative),
            Record::Region(region) => {
                let narrowed = !filter.facets().iter().all(by_place);
                filter.admits_region(programme, region) && !(narrowed && self.of_region(region).is_empty())
            }
            Record::Zone(zone) => {
                programme.regions_of(zone).iter().any(|&region| self.shows(programme, region))
            }
            Record::Partner(partner) => {
                filter.admits_partner(programme, partner) && has_left(Choice::Partner(partner))
            }
            Record::Topic(topic) => filter.allows(Choice::Topic(topic)) && has_left(Choice::Topic(topic)),
            Record::Place(place) => filter.allows(Choice::Place(place)) && has_left(Choice::Place(place)),
        }
    }

    /// The partners to show, place by place, those without one last.
    pub fn partners(&self, programme: &Programme) -> Vec<Ref<Partner>> {
        let mut partners: Vec<_> = programme.partner_refs().filter(|&p| self.shows(programme, p)).collect();
        partners.sort_by_key(|&partner| {
            let place = programme[partner].place;
            (place.is_none(), place)
        });
        partners
    }

    /// The initiatives of a record that are admitted, in the file's order.
    pub fn initiatives_of<'a>(
        &'a self,
        programme: &'a Programme,
        record: impl Into<Record>,
    ) -> impl Iterator<Item = Ref<Initiative>> + 'a {
        programme.initiatives_of(record).iter().copied().filter(|&initiative| self.contains(initiative))
    }

    /// How many initiatives one would see with that choice alone in its facet, under the choices of the others.
    pub fn count(&self, choice: Choice) -> u32 {
        self.counts[self.slots.of(choice)]
    }
}
