//! Lists of references, one for each entry of another list: two allocations, however many there are.

use super::model::Ref;

/// For each of some entries, by its place, the entries that belong to it.
#[derive(Debug)]
pub(super) struct Lists<T> {
    /// Where each list ends in `refs`; it begins where the one before it ends.
    ends: Box<[u32]>,
    refs: Box<[Ref<T>]>,
}

impl<T> Lists<T> {
    /// Which entries refer to each of `count` others: `targets` gives those of each entry in turn. An entry that
    /// refers to the same one twice stands in its list once.
    pub(super) fn of<I: Iterator<Item = usize>>(
        count: usize,
        targets: impl Iterator<Item = I> + Clone,
    ) -> Self {
        // The first pass counts, the second one fills; an entry's own targets are few, so a scan tells repeats.
        let mut ends = vec![0u32; count];
        let mut own = Vec::new();
        for list in targets.clone() {
            distinct(list, &mut own);
            own.iter().for_each(|&target| ends[target] += 1);
        }
        let mut total = 0;
        for end in &mut ends {
            let length = std::mem::replace(end, total);
            total += length;
        }
        // From here each end is where its next reference goes, until it stands where the list ends.
        let mut refs = vec![Ref::new(0); total as usize].into_boxed_slice();
        for (index, list) in targets.enumerate() {
            distinct(list, &mut own);
            for &target in &own {
                refs[ends[target] as usize] = Ref::new(index);
                ends[target] += 1;
            }
        }
        Self { ends: ends.into(), refs }
    }

    /// The list of the entry at that place.
    pub(super) fn get(&self, place: usize) -> &[Ref<T>] {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.refs[start as usize..self.ends[place] as usize]
    }
}

fn distinct(list: impl Iterator<Item = usize>, own: &mut Vec<usize>) {
    own.clear();
    for target in list {
        if !own.contains(&target) {
            own.push(target);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_has_its_own_once_and_in_order() {
        let targets: [&[usize]; 4] = [&[1], &[], &[1, 0, 1], &[3]];
        let lists: Lists<()> = Lists::of(4, targets.iter().map(|list| list.iter().copied()));
        let places: Vec<Vec<usize>> =
            (0..4).map(|place| lists.get(place).iter().map(|r| r.index()).collect()).collect();
        assert_eq!(places, [vec![2], vec![0, 2], vec![], vec![3]]);
    }
}
