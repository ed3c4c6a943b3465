//! A comparison limited to some initiatives and what they have to do with.

use std::collections::HashSet;

use super::{Changed, Diff, Entry, Programme, Section};
use crate::programme::{Initiative, Ref};

impl Diff {
    /// Leaves out what is in neither edition's selection, as if it had not changed.
    pub fn limit(&mut self, old: &HashSet<Entry>, new: &HashSet<Entry>) {
        for section in Section::ALL {
            let table = &mut self.sections[section as usize];
            table.gone.retain(|&place| old.contains(&section.entry(place as usize)));
            for (index, (changed, before)) in table.changed.iter_mut().zip(&table.before).enumerate() {
                let before = before.map(|place| section.entry(place as usize));
                if !new.contains(&section.entry(index)) && !before.is_some_and(|entry| old.contains(&entry)) {
                    *changed = Changed::Same;
                }
            }
        }
        self.renamed.retain(|(gone, came)| old.contains(gone) || new.contains(came));
    }
}

/// Some initiatives, and the regions, zones, topics, partners and places that they have to do with.
pub fn entries_of(programme: &Programme, initiatives: &[Ref<Initiative>]) -> HashSet<Entry> {
    let mut entries = HashSet::new();
    for &place in initiatives {
        let initiative = &programme[place];
        entries.extend([Entry::from(place), initiative.topic.into()]);
        for &region in &initiative.regions {
            entries.extend([Entry::from(region), programme[region].zone.into()]);
        }
        for &partner in &initiative.partners {
            entries.insert(partner.into());
            entries.extend(programme[partner].place.map(Entry::from));
        }
    }
    entries
}
