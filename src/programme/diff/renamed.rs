//! Which id that is gone is probably one that is new: nearly the same name, and the same regions.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::{Changed, Diff, Entry, Programme, Record, Section};
use crate::programme::Language;

/// How alike two names must be, in each language (0 to 1).
const ALIKE: f64 = 0.75;
/// How many pairs are compared in a section; of a dataset of which all ids are new, not every one is.
const MAX_PAIRS: usize = 200_000;

/// What is gone and what is new in its place, each in one pair at most, in the order of what is gone.
pub(super) fn pairs(diff: &Diff, old: &Programme, new: &Programme) -> Vec<(Entry, Entry)> {
    Section::ALL.into_iter().flat_map(|section| of_section(diff, section, old, new)).collect()
}

fn of_section(diff: &Diff, section: Section, old: &Programme, new: &Programme) -> Vec<(Entry, Entry)> {
    let mut candidates: HashMap<Vec<&str>, Vec<Entry>, RandomState> = HashMap::default();
    for entry in diff.told(section, Changed::New) {
        candidates.entry(regions(new, entry)).or_default().push(entry);
    }
    let mut left = if candidates.is_empty() { 0 } else { MAX_PAIRS };
    let mut pairs = Vec::new();
    for gone in diff.gone(section) {
        let Some(near) = candidates.get_mut(&regions(old, gone)) else { continue };
        let compared = near.iter().take(left).map(|&entry| alike((old, gone), (new, entry)));
        let best = compared.enumerate().filter(|(_, alike)| *alike > 0.0).max_by(|a, b| a.1.total_cmp(&b.1));
        left = left.saturating_sub(near.len());
        if let Some((place, _)) = best {
            pairs.push((gone, near.remove(place)));
        }
    }
    pairs
}

/// The ids of an initiative's regions, sorted; none of anything else.
fn regions(programme: &Programme, entry: Entry) -> Vec<&str> {
    let Entry::Record(Record::Initiative(initiative)) = entry else { return Vec::new() };
    let mut ids: Vec<_> =
        programme[initiative].regions.iter().map(|&region| &*programme[region].id).collect();
    ids.sort_unstable();
    ids
}

/// How alike two names are in the language in which they are least so; 0 where that is too little.
fn alike(old: (&Programme, Entry), new: (&Programme, Entry)) -> f64 {
    let (before, after) = (old.1.name(old.0), new.1.name(new.0));
    Language::ALL
        .into_iter()
        .try_fold(1.0, |least: f64, language| {
            let alike = crate::text::alike(before.get(language), after.get(language));
            (alike >= ALIKE).then_some(least.min(alike))
        })
        .unwrap_or(0.0)
}
