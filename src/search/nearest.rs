//! What to offer where nothing was found.

use super::fields::{Entry, Target};
use super::query::Query;
use crate::programme::Programme;
use crate::text::{fold, readings};

/// How many names are compared; more would be felt at a keystroke.
const COMPARED: usize = 20_000;

/// The region, partner or initiative with the name, or with a person's, that was most likely meant.
///
/// Compares with edits what was typed and each name, as it stands and in pinyin; `None` if nothing comes near.
pub fn nearest(programme: &Programme, query: &Query) -> Option<Target> {
    let typed: String = query.words().iter().flat_map(|word| &word.folded).filter(|c| **c != '\'').collect();
    if typed.is_empty() {
        return None;
    }
    let regions = programme.region_refs().map(Target::Region);
    let initiatives = programme.initiative_refs().map(Target::Initiative);
    let targets = regions.chain(initiatives).chain(programme.partner_refs().map(Target::Partner));
    let mut best = None;
    for target in targets.take(COMPARED) {
        Entry::Target(target).head(programme, &mut |piece| {
            for name in [plain(piece.text), spelled(piece.text)] {
                let likeness = likeness(&typed, &name);
                if likeness > best.map_or(0.5, |(best, _)| best) {
                    best = Some((likeness, target));
                }
            }
        });
    }
    best.map(|(_, target)| target)
}

/// From 0 to 1: how much of what was typed stands in the best beginning of a name.
fn likeness(typed: &str, name: &str) -> f64 {
    let length = typed.chars().count();
    let beginning = |more: usize| name.chars().take(length + more).collect::<String>();
    [0, 1]
        .map(|more| strsim::normalized_damerau_levenshtein(typed, &beginning(more)))
        .into_iter()
        .fold(0.0, f64::max)
}

fn plain(name: &str) -> String {
    name.chars().map(fold).filter(|c| c.is_alphanumeric()).collect()
}

fn spelled(name: &str) -> String {
    let mut letters = String::new();
    for c in name.chars() {
        match readings(c).next() {
            Some(reading) => letters.push_str(reading),
            None => letters.push(fold(c)),
        }
    }
    letters.retain(char::is_alphanumeric);
    letters
}
