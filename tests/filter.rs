//! One filter: what it admits and every count of it, held against the dataset's JSON.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

#[path = "filter/naive.rs"]
mod naive;

use std::collections::BTreeSet;

use naive::{Chosen, admitted, chosen, datasets, picks, values, with_only};
use proptest::prelude::*;
use serde_json::Value;
use yixin::programme::{
    Choice, Facet, Filter, Matching, Origin, Programme, Ref, Table, open, table, table_before,
};

fn programme(data: &Value) -> Programme {
    let open = |data: Value| open(Origin::Bytes(data.to_string().as_bytes()), &|_| true).unwrap();
    match naive::editions(data) {
        (new, None) => open(new),
        (new, Some(old)) => open(new).compared(open(old)),
    }
}

/// The filter of those choices.
fn filter(programme: &Programme, chosen: &Chosen) -> Filter {
    let all = Facet::ALL.into_iter().flat_map(|facet| programme.choices(facet));
    let is_chosen = |choice: &Choice| {
        chosen.get(choice.facet().id()).is_some_and(|ids| ids.contains(choice.id(programme)))
    };
    all.filter(is_chosen).collect()
}

fn ids(programme: &Programme, initiatives: &[Ref<yixin::programme::Initiative>]) -> Vec<String> {
    initiatives.iter().map(|&i| programme[i].id.to_string()).collect()
}

/// How many initiatives of the dataset that the choices admit have all of these values, too.
fn count(data: &Value, chosen: &Chosen, and: &[(&str, &str)]) -> u32 {
    let admitted: BTreeSet<_> = admitted(data, chosen).into_iter().collect();
    let has = |initiative: &&Value| {
        admitted.contains(initiative["id"].as_str().unwrap())
            && and.iter().all(|(facet, id)| values(data, initiative, facet).contains(*id))
    };
    u32::try_from(data["initiatives"].as_array().unwrap().iter().filter(has).count()).unwrap()
}

/// The ids of the regions that a list of regions shows.
fn regions_shown(data: &Value, chosen: &Chosen) -> Vec<String> {
    let narrowed = chosen.keys().any(|facet| !["zone", "region"].contains(facet));
    let passes =
        |facet: &str, id: &Value| chosen.get(facet).is_none_or(|ids| ids.contains(id.as_str().unwrap()));
    let mut shown = Vec::new();
    for zone in data["zones"].as_array().unwrap() {
        for region in data["regions"].as_array().unwrap().iter().filter(|region| region["zone"] == zone["id"])
        {
            let id = region["id"].as_str().unwrap();
            let has = !narrowed || count(data, chosen, &[("region", id)]) > 0;
            if passes("zone", &zone["id"]) && passes("region", &region["id"]) && has {
                shown.push(id.to_owned());
            }
        }
    }
    shown
}

/// The ids of the rows that a table has of a facet.
fn rows_shown(data: &Value, chosen: &Chosen, facet: &str) -> Vec<String> {
    let regions = regions_shown(data, chosen);
    let all = naive::all(data, facet);
    let find = |list: &str, id: &str| {
        data[list].as_array().unwrap().iter().find(|entry| entry["id"] == *id).unwrap().clone()
    };
    let seated = |partner: &str| {
        let seat = naive::place(&find("partners", partner));
        chosen.get("place").is_none_or(|places| seat.is_some_and(|seat| places.contains(&seat)))
    };
    let shown = |id: &String| match facet {
        "region" => regions.contains(id),
        _ if chosen.is_empty() => true,
        "zone" => regions.iter().any(|region| find("regions", region)["zone"] == **id),
        _ => {
            chosen.get(facet).is_none_or(|ids| ids.contains(id))
                && (facet != "partner" || seated(id))
                && count(data, chosen, &[(facet, id)]) > 0
        }
    };
    let shown: Vec<_> = all.into_iter().filter(shown).collect();
    if facet == "region" { regions } else { shown }
}

/// Every number of a table is the one that the dataset has.
fn table_is_true(data: &Value, chosen: &Chosen, programme: &Programme, matching: &Matching, of: [Facet; 2]) {
    let Table { columns, rows, totals, total } = table(programme, matching, of[0], of[1]);
    for row in &rows {
        let here = (row.of.facet().id(), row.of.id(programme));
        assert_eq!(row.total, count(data, chosen, &[here]), "{here:?}");
        assert_eq!(row.total, matching.count(row.of), "{here:?}");
        for (column, cell) in columns.iter().zip(&row.cells) {
            let there = (column.facet().id(), column.id(programme));
            assert_eq!(*cell, count(data, chosen, &[here, there]), "{here:?} {there:?}");
        }
    }
    for (column, total) in columns.iter().zip(&totals) {
        let there = (column.facet().id(), column.id(programme));
        assert_eq!(*total, count(data, chosen, &[there]), "{there:?}");
    }
    assert_eq!(total, count(data, chosen, &[]));
    assert_eq!(columns, programme.choices(of[1]));
    let shown = |facet| rows.iter().map(|row| row.of).filter(move |of| of.facet() == facet);
    let ids: Vec<_> = shown(of[0]).map(|of| of.id(programme)).collect();
    assert_eq!(ids, rows_shown(data, chosen, of[0].id()));
    if of[0] == Facet::Region {
        let zone = |choice| match choice {
            Choice::Region(region) => Choice::Zone(programme[region].zone),
            zone => zone,
        };
        let mut zones: Vec<_> = shown(of[0]).map(zone).collect();
        zones.dedup();
        assert_eq!(zones, shown(Facet::Zone).collect::<Vec<_>>(), "each zone once, before its regions");
        assert!(
            rows.windows(2).all(|two| two[1].of == zone(two[1].of) || zone(two[0].of) == zone(two[1].of))
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_filter_admits_what_has_a_value_of_each_facet(data in datasets(), picks in picks()) {
        let (programme, chosen) = (programme(&data), chosen(&data, &picks));
        let filter = filter(&programme, &chosen);
        let matching = Matching::of(&programme, &filter);
        prop_assert_eq!(ids(&programme, matching.initiatives()), admitted(&data, &chosen));
        for initiative in programme.initiative_refs() {
            prop_assert_eq!(filter.admits(&programme, initiative), matching.contains(initiative));
        }
        let shown: Vec<_> = matching.regions().iter().map(|&r| programme[r].id.to_string()).collect();
        prop_assert_eq!(shown, regions_shown(&data, &chosen));
        for region in programme.region_refs() {
            let here = count(&data, &chosen, &[("region", &programme[region].id)]);
            prop_assert_eq!(matching.of_region(region).len(), here as usize);
        }
    }

    #[test]
    fn a_choice_counts_what_one_would_see_with_it(data in datasets(), picks in picks()) {
        let (programme, chosen) = (programme(&data), chosen(&data, &picks));
        let matching = Matching::of(&programme, &filter(&programme, &chosen));
        for choice in Facet::ALL.into_iter().flat_map(|facet| programme.choices(facet)) {
            let (facet, id) = (choice.facet().id(), choice.id(&programme));
            let seen = admitted(&data, &with_only(&chosen, facet, id)).len();
            prop_assert_eq!(matching.count(choice) as usize, seen, "{} {}", facet, id);
        }
    }

    #[test]
    fn a_table_holds_the_same_numbers(data in datasets(), picks in picks()) {
        let (programme, chosen) = (programme(&data), chosen(&data, &picks));
        let matching = Matching::of(&programme, &filter(&programme, &chosen));
        for rows in Facet::ALL {
            for columns in Facet::ALL {
                table_is_true(&data, &chosen, &programme, &matching, [rows, columns]);
            }
        }
    }

    #[test]
    fn the_same_cells_are_counted_in_the_earlier_edition(data in datasets(), picks in picks()) {
        let (programme, chosen) = (programme(&data), chosen(&data, &picks));
        let (Some(since), (_, Some(mut old))) = (programme.since(), naive::editions(&data)) else { return Ok(()) };
        for initiative in old["initiatives"].as_array_mut().unwrap() {
            let new = data["initiatives"].as_array().unwrap().iter().find(|new| new["id"] == initiative["id"]);
            new.into_iter().for_each(|new| initiative["changes"] = new["changes"].clone());
        }
        let filter = filter(&programme, &chosen);
        let now = table(&programme, &Matching::of(&programme, &filter), Facet::Region, Facet::Stage);
        let before = table_before(&now, &filter, &programme, since);
        let value = |choice: Choice| (choice.facet().id(), choice.id(&programme));
        for (row, of) in now.rows.iter().map(|row| Some(row.of)).chain([None]).enumerate() {
            for (column, by) in now.columns.iter().copied().map(Some).chain([None]).enumerate() {
                let and: Vec<_> = [of, by].into_iter().flatten().map(value).collect();
                prop_assert_eq!(before.at(row, column), count(&old, &chosen, &and), "{:?}", and);
            }
        }
        let gone = since.gone(&programme, &filter).len();
        let wanted = admitted(&old, &chosen).iter().filter(|id| *id == "gone").count();
        prop_assert_eq!(gone, wanted);
    }

    #[test]
    fn only_the_facets_that_hide_an_initiative_give_way(data in datasets(), picks in picks()) {
        let (programme, chosen) = (programme(&data), chosen(&data, &picks));
        let filter = filter(&programme, &chosen);
        for initiative in programme.initiative_refs() {
            let mut dropped = filter.clone();
            dropped.drop_what_hides(&programme, initiative);
            prop_assert!(dropped.admits(&programme, initiative));
            let hides = filter.misses(&programme, initiative);
            for facet in Facet::ALL {
                let kept = filter.of(facet).count() == dropped.of(facet).count();
                prop_assert_eq!(kept, !hides.contains(facet));
            }
        }
    }

    #[test]
    fn a_filter_is_carried_to_another_edition_by_ids(data in datasets(), picks in picks()) {
        let mut other = data.clone();
        for list in ["zones", "regions", "topics", "partners", "initiatives"] {
            other[list].as_array_mut().unwrap().reverse();
        }
        let (old, new) = (programme(&data), programme(&other));
        let chosen = chosen(&data, &picks);
        let carried = filter(&old, &chosen).carried(&old, &new);
        prop_assert_eq!(&carried, &filter(&new, &chosen));
        prop_assert_eq!(ids(&new, Matching::of(&new, &carried).initiatives()), admitted(&other, &chosen));
    }
}

#[test]
fn what_another_edition_lacks_is_no_choice_there() {
    let mut data: Value = serde_json::from_str(include_str!("check/valid.json")).unwrap();
    let old = programme(&data);
    data["partners"][0]["place"]["zh-Hans"] = "浙江".into();
    let new = programme(&data);
    let all: Filter = Facet::ALL.into_iter().flat_map(|facet| old.choices(facet)).collect();
    let carried = all.carried(&old, &new);
    assert_eq!(carried.of(Facet::Place).count(), 0);
    assert_eq!(carried.choices().count(), all.choices().count() - 1);
}

#[test]
fn a_choice_goes_and_comes() {
    let programme = yixin::programme::embedded().unwrap();
    let [first, second] = programme.choices(Facet::Topic)[..2] else { panic!() };
    let mut filter = Filter::default();
    filter.toggle(first);
    filter.toggle(Choice::Stage(yixin::programme::Stage::Attract));
    assert!(filter.allows(first) && !filter.allows(second));
    filter.toggle(second);
    assert!(filter.allows(second));
    assert_eq!(filter.without(Facet::Stage).choices().collect::<Vec<_>>(), [first, second]);
    filter.toggle(first);
    filter.clear_facet(Facet::Topic);
    assert_eq!(filter.choices().map(Choice::facet).collect::<Vec<_>>(), [Facet::Stage]);
    filter.clear();
    assert!(filter.is_empty());
}
