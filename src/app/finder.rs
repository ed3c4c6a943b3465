//! The search in the browser: what is typed, what it finds, in which order it shows.

use std::sync::Arc;
use std::thread::{self, JoinHandle};

use crate::programme::{Programme, Record, Ref, Region};
use crate::search::{Hit, Index, Query, nearest};
use crate::text::Line;

/// Hits that one query shows at most.
const SHOWN: usize = 1000;

/// A search and its hits.
#[derive(Debug, Default)]
pub struct Finder {
    pub line: Line,
    pub query: Query,
    /// Grouped by region, the group with the best hit first.
    pub hits: Vec<Hit>,
    /// The place of the selected hit.
    pub selected: usize,
    /// What may have been meant, where nothing was found.
    pub nearest: Option<Record>,
    /// Built when it is first needed, so that opening the program doesn't pay for it.
    index: Option<Index>,
    /// The same under way, for a dataset that takes long.
    building: Option<JoinHandle<Index>>,
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
    /// Builds the index beside the loop, so that it is there when the first query is typed.
    pub fn prepare(&mut self, programme: &Arc<Programme>) {
        if self.index.is_none() && self.building.is_none() {
            let programme = Arc::clone(programme);
            self.building = Some(thread::spawn(move || Index::build(&programme)));
        }
    }

    /// Starts an empty query.
    pub fn open(&mut self, programme: &Programme) {
        self.line = Line::default();
        self.find(programme);
    }

    /// Looks for what is typed.
    pub fn find(&mut self, programme: &Programme) {
        self.query = Query::parse(self.line.text());
        if let Some(Ok(index)) = self.building.take().map(JoinHandle::join) {
            self.index = Some(index);
        }
        let index = self.index.get_or_insert_with(|| Index::build(programme));
        self.hits = index.search(programme, &self.query, SHOWN, |_| true);
        group(programme, &mut self.hits);
        self.selected = 0;
        let nothing = self.hits.is_empty() && !self.query.is_empty();
        self.nearest = if nothing { nearest(programme, &self.query) } else { None };
    }

    /// What Enter goes to: the selected hit, or what may have been meant.
    pub fn record(&self) -> Option<Record> {
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
    pub fn forget_query(&mut self) {
        *self = Self { index: self.index.take(), building: self.building.take(), ..Self::default() };
    }

    /// Forgets what belongs to another dataset.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

/// The region under which a record shows; none for a partner.
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
