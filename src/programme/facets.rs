//! What a filter leaves, counted: worked out once when the filter or the edition changes, never for a frame.

mod table;

pub use table::{Row, Table, table};

use super::filter::{Choice, Facet, Facets, Filter};
use super::model::{Initiative, Programme, Ref, Region, Stage, Zone};

/// The initiatives that a filter admits, and what each further choice would leave.
#[derive(Clone, Debug)]
pub struct Matching {
    filter: Filter,
    initiatives: Vec<Ref<Initiative>>,
    /// A bit an initiative.
    admitted: Vec<u64>,
    by_region: Vec<Vec<Ref<Initiative>>>,
    regions: Vec<Ref<Region>>,
    /// For each facet, how many each of its values would leave.
    counts: [Vec<u32>; Facet::ALL.len()],
}

impl Matching {
    /// Goes through the initiatives once.
    pub fn of(programme: &Programme, filter: &Filter) -> Self {
        let mut matching = Self {
            filter: filter.clone(),
            initiatives: Vec::new(),
            admitted: vec![0; programme.initiatives.len().div_ceil(64)],
            by_region: vec![Vec::new(); programme.regions.len()],
            regions: Vec::new(),
            counts: Facet::ALL.map(|facet| vec![0; programme.choices(facet).len()]),
        };
        let sieve = Sieve::of(programme, filter);
        let mut values = Vec::new();
        for initiative in programme.initiative_refs() {
            let missed = sieve.misses(&programme[initiative]);
            if missed.is_empty() {
                matching.admit(programme, initiative);
            }
            matching.count_values(programme, &programme[initiative], missed, &mut values);
        }
        matching.regions = matching.regions_shown(programme);
        matching
    }

    fn admit(&mut self, programme: &Programme, initiative: Ref<Initiative>) {
        self.initiatives.push(initiative);
        self.admitted[initiative.index() / 64] |= 1 << (initiative.index() % 64);
        programme[initiative].regions.iter().for_each(|r| self.by_region[r.index()].push(initiative));
    }

    /// An initiative that misses nothing counts for all its values. One that misses a single facet would be seen
    /// with a choice of that facet, so it counts for its values of that one; the others count nowhere.
    fn count_values(
        &mut self,
        programme: &Programme,
        initiative: &Initiative,
        missed: Facets,
        values: &mut Vec<usize>,
    ) {
        let facets =
            if missed.is_empty() { Facets::ALL } else { missed.only().map_or(Facets::NONE, Facets::from) };
        for facet in facets.iter() {
            values_of(programme, initiative, facet, values);
            values.iter().for_each(|&value| self.counts[facet as usize][value] += 1);
        }
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
        self.counts[choice.facet() as usize][choice.index()]
    }
}

/// The values of a facet that an initiative has, by their places, each once.
fn values_of(programme: &Programme, initiative: &Initiative, facet: Facet, values: &mut Vec<usize>) {
    values.clear();
    match facet {
        Facet::Zone => values.extend(initiative.regions.iter().map(|&r| programme[r].zone.index())),
        Facet::Region => values.extend(initiative.regions.iter().map(|r| r.index())),
        Facet::Topic => values.push(initiative.topic.index()),
        Facet::Stage => values.extend(initiative.stages.iter().map(|&stage| stage as usize)),
        Facet::Partner => values.extend(initiative.partners.iter().map(|p| p.index())),
        Facet::Place => {
            values.extend(initiative.partners.iter().filter_map(|&p| programme[p].place).map(Ref::index));
        }
    }
    // Two regions may be of one zone, two partners of one place.
    if values.len() > 1 {
        values.sort_unstable();
        values.dedup();
    }
}

/// A filter by what initiatives refer to: which facets each such entry satisfies.
struct Sieve {
    /// The facets without choices.
    free: Facets,
    regions: Vec<Facets>,
    topics: Vec<Facets>,
    stages: [Facets; Stage::ALL.len()],
    partners: Vec<Facets>,
}

impl Sieve {
    fn of(programme: &Programme, filter: &Filter) -> Self {
        let satisfied = |choices: &[Choice]| {
            let mut facets = Facets::NONE;
            let chosen = choices.iter().filter(|&&choice| filter.contains(choice));
            chosen.for_each(|choice| facets.add(choice.facet().into()));
            facets
        };
        let region = |r| satisfied(&[Choice::Region(r), Choice::Zone(programme[r].zone)]);
        let partner = |p| {
            let mut facets = satisfied(&[Choice::Partner(p)]);
            facets.add(programme[p].place.map_or(Facets::NONE, |place| satisfied(&[Choice::Place(place)])));
            facets
        };
        let mut free = Facets::ALL;
        free.remove(filter.facets());
        Self {
            free,
            regions: programme.region_refs().map(region).collect(),
            topics: programme.topic_refs().map(|topic| satisfied(&[Choice::Topic(topic)])).collect(),
            stages: Stage::ALL.map(|stage| satisfied(&[Choice::Stage(stage)])),
            partners: programme.partner_refs().map(partner).collect(),
        }
    }

    /// The same as [`Filter::misses`], by a look into a list for each reference.
    fn misses(&self, initiative: &Initiative) -> Facets {
        let mut missed = Facets::ALL;
        missed.remove(self.free);
        initiative.regions.iter().for_each(|r| missed.remove(self.regions[r.index()]));
        missed.remove(self.topics[initiative.topic.index()]);
        initiative.stages.iter().for_each(|&stage| missed.remove(self.stages[stage as usize]));
        initiative.partners.iter().for_each(|p| missed.remove(self.partners[p.index()]));
        missed
    }
}
