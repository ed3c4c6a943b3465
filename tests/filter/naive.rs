//! The same filter by the dataset's JSON alone, and datasets and filters to try it on.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use serde_json::{Value, json};

pub(crate) const FACETS: [&str; 7] = ["zone", "region", "topic", "stage", "partner", "place", "changes"];
pub(crate) const CHANGES: [&str; 3] = ["new", "changed", "same"];
const STAGES: [&str; 4] = ["attract", "develop", "deploy", "retain"];

/// The ids chosen, by facet; a facet without choices is left out.
pub(crate) type Chosen = BTreeMap<&'static str, BTreeSet<String>>;

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn entry<'a>(data: &'a Value, list: &str, id: &Value) -> &'a Value {
    data[list].as_array().unwrap().iter().find(|entry| entry["id"] == *id).unwrap()
}

/// The ids of a facet's values that an initiative has; of places, their names in zh-Hans.
pub(crate) fn values(data: &Value, initiative: &Value, facet: &str) -> BTreeSet<String> {
    let each = |list: &str| initiative[list].as_array().unwrap().iter();
    match facet {
        "zone" => each("regions").map(|region| text(&entry(data, "regions", region)["zone"])).collect(),
        "region" => each("regions").map(text).collect(),
        "topic" => [text(&initiative["topic"])].into(),
        "stage" => each("stages").map(text).collect(),
        "partner" => each("partners").map(text).collect(),
        "place" => each("partners").filter_map(|partner| place(entry(data, "partners", partner))).collect(),
        "changes" => initiative.get("changes").map(text).into_iter().collect(),
        _ => panic!("{facet}"),
    }
}

pub(crate) fn place(partner: &Value) -> Option<String> {
    partner.get("place").map(|place| text(&place["zh-Hans"]))
}

/// Every value of a facet, in the dataset's order.
pub(crate) fn all(data: &Value, facet: &str) -> Vec<String> {
    let list = match facet {
        "stage" => return STAGES.map(str::to_owned).to_vec(),
        "changes" if data.get("compared").is_some() => return CHANGES.map(str::to_owned).to_vec(),
        "changes" => return Vec::new(),
        "place" => {
            let mut places: Vec<String> = Vec::new();
            for name in data["partners"].as_array().unwrap().iter().filter_map(place) {
                if !places.contains(&name) {
                    places.push(name);
                }
            }
            return places;
        }
        facet => format!("{facet}s"),
    };
    data[list].as_array().unwrap().iter().map(|entry| text(&entry["id"])).collect()
}

/// The ids of the initiatives that have one value at least of each facet that is chosen from.
pub(crate) fn admitted(data: &Value, chosen: &Chosen) -> Vec<String> {
    let admits = |initiative: &&Value| {
        chosen.iter().all(|(facet, ids)| !values(data, initiative, facet).is_disjoint(ids))
    };
    data["initiatives"].as_array().unwrap().iter().filter(admits).map(|i| text(&i["id"])).collect()
}

/// The same choices but for one facet, of which only that value is chosen.
pub(crate) fn with_only(chosen: &Chosen, facet: &'static str, id: &str) -> Chosen {
    let mut chosen = chosen.clone();
    chosen.insert(facet, [id.to_owned()].into());
    chosen
}

/// What became of each initiative since another edition, noted in the dataset beside what belongs there.
pub(crate) fn note(data: &mut Value, mut changes: impl FnMut(usize) -> usize) {
    data["compared"] = true.into();
    for (n, initiative) in data["initiatives"].as_array_mut().unwrap().iter_mut().enumerate() {
        initiative["changes"] = CHANGES[changes(n)].into();
    }
}

/// The dataset without those notes, and the edition that they are about, which had one initiative more.
pub(crate) fn editions(data: &Value) -> (Value, Option<Value>) {
    let (mut new, mut old) = (data.clone(), data.clone());
    let compared = new.as_object_mut().unwrap().remove("compared").is_some();
    old.as_object_mut().unwrap().remove("compared");
    let plain = |data: &mut Value| {
        let all = data["initiatives"].as_array_mut().unwrap().iter_mut();
        all.for_each(|initiative| drop(initiative.as_object_mut().unwrap().remove("changes")));
    };
    let all = old["initiatives"].as_array_mut().unwrap();
    all.retain(|initiative| initiative["changes"] != "new");
    for initiative in all.iter_mut().filter(|initiative| initiative["changes"] == "changed") {
        initiative["title"]["zh-Hans"] = "从前的名称".into();
    }
    if let Some(mut gone) = all.first().cloned() {
        gone["id"] = "gone".into();
        all.push(gone);
    }
    plain(&mut new);
    plain(&mut old);
    (new, compared.then_some(old))
}

/// A dataset of a few of each, with shared initiatives, empty zones, and partners without a place.
pub(crate) fn datasets() -> impl Strategy<Value = Value> {
    let counts = (1..4usize, 1..7usize, 1..4usize, 1..7usize);
    counts.prop_flat_map(|(zones, regions, topics, partners)| {
        let initiative = (
            subsequence((0..regions).collect::<Vec<_>>(), 1..=regions.min(3)),
            0..topics,
            subsequence(STAGES.to_vec(), 0..=4),
            subsequence((0..partners).collect::<Vec<_>>(), 0..=partners.min(4)),
        );
        (
            Just(zones),
            prop::collection::vec(0..zones, regions),
            Just(topics),
            prop::collection::vec(prop::option::of(0..3usize), partners),
            prop::collection::vec(initiative, 0..20),
            prop::option::of(prop::collection::vec(0..3usize, 20)),
        )
            .prop_map(|(zones, regions, topics, partners, initiatives, changes)| {
                let mut data = dataset(zones, &regions, topics, &partners, &initiatives);
                changes.into_iter().for_each(|changes| note(&mut data, |n| changes[n]));
                data
            })
    })
}

type Initiative = (Vec<usize>, usize, Vec<&'static str>, Vec<usize>);

fn dataset(
    zones: usize,
    regions: &[usize],
    topics: usize,
    partners: &[Option<usize>],
    initiatives: &[Initiative],
) -> Value {
    let named = |name: String| json!({ "zh-Hans": name });
    let ids = |prefix: &str, list: &[usize]| list.iter().map(|n| format!("{prefix}{n}")).collect::<Vec<_>>();
    let mut data: Value = serde_json::from_str(include_str!("../check/valid.json")).unwrap();
    let with = |template: &Value, fields: Value| {
        let mut entry = template.clone();
        entry.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        entry
    };
    let partner = |(n, place): (usize, &Option<usize>)| {
        let mut entry = json!({ "id": format!("p{n}"), "kind": "team", "name": named(format!("伙伴{n}")) });
        if let Some(place) = place {
            entry["place"] = named(format!("地方{place}"));
        }
        entry
    };
    let [zone, region, topic, initiative] =
        ["zones", "regions", "topics", "initiatives"].map(|list| data[list][0].clone());
    data["zones"] = (0..zones).map(|n| with(&zone, json!({ "id": format!("z{n}") }))).collect();
    let each = regions.iter().enumerate();
    data["regions"] = each
        .map(|(n, zone)| with(&region, json!({ "id": format!("r{n}"), "zone": format!("z{zone}") })))
        .collect();
    data["topics"] = (0..topics).map(|n| with(&topic, json!({ "id": format!("t{n}") }))).collect();
    data["partners"] = partners.iter().enumerate().map(partner).collect();
    let each = initiatives.iter().enumerate();
    data["initiatives"] = each
        .map(|(n, (regions, topic, stages, partners))| {
            let fields = json!({
                "id": format!("i{n}"), "regions": ids("r", regions), "topic": format!("t{topic}"),
                "stages": stages, "partners": ids("p", partners),
            });
            with(&initiative, fields)
        })
        .collect();
    data
}

/// A filter of a few choices, by chance.
pub(crate) fn picks() -> impl Strategy<Value = Vec<(Index, Index)>> {
    prop::collection::vec(any::<(Index, Index)>(), 0..6)
}

/// The values that some picks are in a dataset.
pub(crate) fn chosen(data: &Value, picks: &[(Index, Index)]) -> Chosen {
    let mut chosen = Chosen::new();
    for (facet, value) in picks {
        let facet = FACETS[facet.index(FACETS.len())];
        let all = all(data, facet);
        if !all.is_empty() {
            chosen.entry(facet).or_default().insert(all[value.index(all.len())].clone());
        }
    }
    chosen
}
