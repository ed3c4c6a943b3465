//! Where regions lie on a schematic map: their tiles without gaps, each with a place of its own.

use std::collections::{HashMap, HashSet};

use super::model::Region;

/// Below all tiles that a dataset can name.
const BELOW: (u16, u16) = (0, 256);

/// Column and row of each region's tile, from 0, without empty columns and rows between.
///
/// Where another one lies already, a region gets the next free place to the right, and those without a tile stand in a
/// row below; where more than every fourth had to move, the tiles say nothing, and the regions stand in rows in the
/// file's order.
pub(super) fn tiles(regions: &[Region]) -> Box<[(u16, u16)]> {
    let mut taken = HashSet::with_capacity(regions.len());
    // How far to the right the places from a tile on are known to be taken.
    let mut full: HashMap<(u16, u16), u16> = HashMap::new();
    let mut shifted = 0;
    let mut places = Vec::with_capacity(regions.len());
    for region in regions {
        let (column, row) = region.tile.map_or(BELOW, |[column, row]| (column.into(), row.into()));
        let from = full.entry((column, row)).or_insert(column);
        while !taken.insert((*from, row)) {
            *from = from.saturating_add(1);
        }
        shifted += usize::from(*from != column);
        places.push((*from, row));
    }
    if shifted * 4 > regions.len() {
        return in_rows(regions.len());
    }
    let (columns, rows) =
        (ranks(places.iter().map(|place| place.0)), ranks(places.iter().map(|place| place.1)));
    places.into_iter().map(|(column, row)| (columns[&column], rows[&row])).collect()
}

/// The place of each of some numbers among them.
fn ranks(numbers: impl Iterator<Item = u16>) -> HashMap<u16, u16> {
    let mut sorted: Vec<u16> = numbers.collect();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.into_iter().zip(0..).collect()
}

/// So many places in rows, about twice as many columns as rows, as a screen has them.
fn in_rows(count: usize) -> Box<[(u16, u16)]> {
    let columns =
        (1..=u16::MAX).find(|&columns| usize::from(columns).pow(2) >= count * 2).unwrap_or(u16::MAX);
    (0..count)
        .map(|place| ((place % usize::from(columns)) as u16, (place / usize::from(columns)) as u16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::embedded;

    fn places(tiles: &[Option<[u8; 2]>]) -> Vec<(u16, u16)> {
        let region = embedded().unwrap().regions[0].clone();
        let regions: Vec<_> = tiles.iter().map(|&tile| Region { tile, ..region.clone() }).collect();
        super::tiles(&regions).into()
    }

    #[test]
    fn gaps_close_and_each_has_a_place_of_its_own() {
        let some = |tiles: &[[u8; 2]]| places(&tiles.iter().copied().map(Some).collect::<Vec<_>>());
        assert_eq!(some(&[[9, 3], [200, 3], [9, 250], [0, 90]]), [(1, 0), (2, 0), (1, 2), (0, 1)]);
        assert_eq!(some(&[[0, 0], [0, 0], [5, 1], [6, 1], [7, 1]]), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 1)]);
        assert_eq!(some(&[[0, 0]; 5]), [(0, 0), (1, 0), (2, 0), (3, 0), (0, 1)]);
        assert_eq!(some(&[]), []);
    }

    #[test]
    fn what_has_no_tile_stands_below() {
        assert_eq!(places(&[None, Some([4, 255]), Some([5, 0])]), [(0, 2), (1, 1), (2, 0)]);
        assert_eq!(places(&[None; 5]), [(0, 0), (1, 0), (2, 0), (3, 0), (0, 1)]);
    }
}
