//! The search in the browser: what is typed, what it finds, in which order it shows.

use crate::programme::{Matching, Programme, Record, Ref, Region};
use crate::search::{Hit, Index, Query, nearest};
use crate::text::Line;

/// Hits that one query shows at most.
const SHOWN: usize = 1000;

/// From so many initiatives on, building the index takes longer than a key may.
const FELT: usize = 1000;

/// A search and its hits.
#[derive(Debug, Default)]
pub struct Finder {
    pub line: Line,
    pub query: Query,
    /// Grouped by region, the group with the best hit first.
    pub hits: Vec<Hit>,
    /// How many more there would be without the filter.
    pub hidden: usize,
    /// The place of the selected hit.
    pub selected: usize,
    /// What may have been meant, where nothing was found.
    pub nearest: Option<Record>,
    pub(super) arrived: bool,
    index: Option<Index>,
}

/// A row of the hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitRow {
    /// The region of the hits below it; can't be selected.
    Region(Ref<Region>),
    /// The hit at that place.
    Hit(usize),
}

impl Finder {
    /// Whether a hit was just gone to, so that what matches in it has to be in sight.
    pub fn just_arrived(&self) -> bool {
        self.arrived
    }

    /// Whether the index of a programme has to be built beside the loop, because that would be felt.
    pub fn wants_index(&self, programme: &Programme) -> bool {
        self.index.is_none() && programme.initiatives.len() > FELT
    }

    /// Takes the index that was built beside the loop.
    pub(super) fn take_index(&mut self, index: Index) {
        self.index = Some(index);
    }

    /// Whether nothing can be found yet, for the index is being built.
    pub fn waits(&self, programme: &Programme) -> bool {
        !self.query.is_empty() && self.wants_index(programme)
    }

    /// Starts an empty query.
    pub(super) fn open(&mut self) {
        *self = Self { index: self.index.take(), ..Self::default() };
    }

    /// Looks for what is typed, among what the filter shows.
    pub(super) fn find(&mut self, programme: &Programme, matching: &Matching) {
        self.query = Query::parse(self.line.text());
        (self.selected, self.hidden, self.nearest) = (0, 0, None);
        self.hits.clear();
        if self.wants_index(programme) {
            return;
        }
        let index = self.index.get_or_insert_with(|| Index::build(programme));
        let no_filter = matching.filter().is_empty();
        let shows =
            |record| no_filter || programme.initiatives_of(record).iter().any(|&i| matching.contains(i));
        self.hits = index.search(programme, &self.query, SHOWN, shows);
        if !no_filter {
            self.hidden = index.search(programme, &self.query, SHOWN, |record| !shows(record)).len();
        }
        group(programme, &mut self.hits);
        if self.hits.is_empty() && self.hidden == 0 && !self.query.is_empty() {
            self.nearest = nearest(programme, &self.query);
        }
    }

    /// What Enter goes to: the selected hit, or what may have been meant.
    pub(super) fn record(&self) -> Option<Record> {
        self.hits.get(self.selected).map(|hit| hit.record).or(self.nearest)
    }

    /// The rows of the hits: a region stands over its initiatives, as the best hit among them or as their head.
    pub fn rows(&self, programme: &Programme) -> Vec<HitRow> {
        let mut rows = Vec::with_capacity(self.hits.len() + 8);
        let mut above = None;
        for (place, hit) in self.hits.iter().enumerate() {
            let region = region_of(programme, hit.record);
            let heads = matches!(hit.record, Record::Region(_));
            if let (Some(region), false) = (region.filter(|_| region != above), heads) {
                rows.push(HitRow::Region(region));
            }
            above = region;
            rows.push(HitRow::Hit(place));
        }
        rows
    }

    /// Forgets the query and its hits, so that nothing is marked any more.
    pub(super) fn forget_query(&mut self) {
        self.open();
    }

    /// Forgets what belongs to another dataset.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }
}

/// The region under which a hit shows; none for what isn't a region's.
fn region_of(programme: &Programme, record: Record) -> Option<Ref<Region>> {
    match record {
        Record::Region(region) => Some(region),
        Record::Initiative(initiative) => programme[initiative].regions.first().copied(),
        _ => None,
    }
}

/// Brings the hits of a region together, without changing the order otherwise.
fn group(programme: &Programme, hits: &mut [Hit]) {
    let mut order = Vec::new();
    // One pass gives each hit its group's rank, for sorting asks for it more than once.
    let mut ranks: Vec<_> = hits
        .iter()
        .map(|hit| {
            let region = region_of(programme, hit.record);
            let rank = order.iter().position(|&r| r == region).unwrap_or_else(|| {
                order.push(region);
                order.len() - 1
            });
            (rank, *hit)
        })
        .collect();
    ranks.sort_by_key(|&(rank, _)| rank);
    for (hit, (_, ranked)) in hits.iter_mut().zip(ranks) {
        *hit = ranked;
    }
}
