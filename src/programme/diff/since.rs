//! The edition before one that is told of.

use std::sync::Arc;

use super::{Change, Changed, Diff, Entry, Record, Section};
use crate::programme::{Choice, Facet, Filter, Initiative, Matching, Programme, Ref, Region};

/// An earlier edition, and what became of it.
#[derive(Clone, Debug)]
pub struct Since {
    pub old: Arc<Programme>,
    pub diff: Diff,
    /// What became of each region with what it has.
    regions: Vec<Changed>,
}

impl Programme {
    /// The same, compared with an earlier edition: filters and pages tell what is new and changed from then on.
    #[must_use]
    pub fn compared(mut self, old: impl Into<Arc<Self>>) -> Self {
        let old = old.into();
        let diff = Diff::of(&old, &self);
        let initiatives = self.initiative_refs();
        self.values.compare(initiatives.map(|initiative| diff.changed(initiative)));
        let regions = diff.regions(&old, &self);
        self.since = Some(Since { old, diff, regions });
        self
    }

    /// The earlier edition that it is compared with.
    pub fn since(&self) -> Option<&Since> {
        self.since.as_ref()
    }
}

impl Since {
    /// What became of an entry of the new edition.
    pub fn changed(&self, entry: impl Into<Entry>) -> Changed {
        self.diff.changed(entry)
    }

    /// What became of a record; of a region also by what became of its initiatives.
    pub fn within(&self, record: Record) -> Changed {
        match record {
            Record::Region(region) => self.regions[region.index()],
            _ => self.changed(record),
        }
    }

    /// The fields of an entry of the new edition that differ.
    pub fn changes<'a>(&'a self, new: &'a Programme, entry: impl Into<Entry>) -> Vec<Change<'a>> {
        self.diff.changes(&self.old, new, entry)
    }

    /// The initiatives of the earlier edition that pass a filter of the new one: by what became of them where that is
    /// asked for.
    pub fn matching(&self, new: &Programme, filter: &Filter) -> Vec<Ref<Initiative>> {
        let Some(before) = self.before(new, filter) else { return Vec::new() };
        let mut left = Matching::of(&self.old, &before).initiatives().to_vec();
        if filter.facets().contains(Facet::Since) {
            let mut became = vec![None; self.old.initiatives.len()];
            for initiative in new.initiative_refs() {
                if let Some(Entry::Record(Record::Initiative(before))) = self.diff.before(initiative) {
                    became[before.index()] = Some(Choice::Since(self.changed(initiative)));
                }
            }
            left.retain(|before| became[before.index()].is_some_and(|became| filter.contains(became)));
        }
        left
    }

    /// The initiatives that are gone and would pass a filter of the new edition; none where it asks what became of them.
    pub fn gone(&self, new: &Programme, filter: &Filter) -> Vec<Ref<Initiative>> {
        let before = self.before(new, filter).filter(|_| !filter.facets().contains(Facet::Since));
        let Some(before) = before else { return Vec::new() };
        self.diff.gone_initiatives().filter(|&gone| before.admits(&self.old, gone)).collect()
    }

    /// A filter of the new edition in the earlier one; none where that has nothing of what a facet asks for.
    fn before(&self, new: &Programme, filter: &Filter) -> Option<Filter> {
        let filter = filter.without(Facet::Since);
        let before = filter.carried(new, &self.old);
        (before.facets() == filter.facets()).then_some(before)
    }
}

impl Diff {
    fn gone_initiatives(&self) -> impl Iterator<Item = Ref<Initiative>> {
        self.gone(Section::Initiatives).filter_map(|entry| match entry {
            Entry::Record(Record::Initiative(gone)) => Some(gone),
            _ => None,
        })
    }

    /// What became of each region of the new edition: changed, too, where an initiative of it is new, gone or changed.
    fn regions(&self, old: &Programme, new: &Programme) -> Vec<Changed> {
        let mut lost = vec![false; old.regions.len()];
        for gone in self.gone_initiatives() {
            old[gone].regions.iter().for_each(|region| lost[region.index()] = true);
        }
        let differs = |region: Ref<Region>| {
            let before = self.before(region).is_some_and(|before| lost[before.index()]);
            let now = || new.initiatives_of(region).iter().any(|&own| self.changed(own) != Changed::Same);
            before || now()
        };
        let became = |region| match self.changed(region) {
            Changed::Same if differs(region) => Changed::Changed,
            became => became,
        };
        new.region_refs().map(became).collect()
    }
}
