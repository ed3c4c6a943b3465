//! What of the programme is looked at: choices by facet, ORed within one, ANDed between them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::diff::Changed;
use super::model::{Initiative, Partner, Place, Programme, Ref, Region, Stage, Topic, Zone};
use super::record::{Kind, Record};

/// A side from which initiatives are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Facet {
    Zone,
    Region,
    Topic,
    Stage,
    Partner,
    /// Where a partner has its seat.
    Place,
    /// What became of it since an earlier edition; without one, it has no values.
    Since,
}

impl Facet {
    pub const ALL: [Self; 7] =
        [Self::Zone, Self::Region, Self::Topic, Self::Stage, Self::Partner, Self::Place, Self::Since];

    /// The word of the command line.
    pub fn id(self) -> &'static str {
        match self.kind() {
            Some(kind) => kind.id(),
            None if self == Self::Stage => "stage",
            None => "changes",
        }
    }

    /// The records that its values are; stages are none, nor is what became of something.
    pub fn kind(self) -> Option<Kind> {
        Some(match self {
            Self::Zone => Kind::Zone,
            Self::Region => Kind::Region,
            Self::Topic => Kind::Topic,
            Self::Stage | Self::Since => return None,
            Self::Partner => Kind::Partner,
            Self::Place => Kind::Place,
        })
    }
}

/// A set of facets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facets(u8);

impl Facets {
    pub const NONE: Self = Self(0);
    pub const ALL: Self = Self(0b111_1111);

    pub fn is_empty(self) -> bool {
        self == Self::NONE
    }

    pub fn contains(self, facet: Facet) -> bool {
        self.0 & Self::from(facet).0 != 0
    }

    /// The only facet in it, where it is one.
    pub fn only(self) -> Option<Facet> {
        Facet::ALL.into_iter().find(|&facet| self == Self::from(facet))
    }

    pub fn iter(self) -> impl Iterator<Item = Facet> {
        Facet::ALL.into_iter().filter(move |&facet| self.contains(facet))
    }

    pub(super) fn add(&mut self, others: Self) {
        self.0 |= others.0;
    }

    pub(super) fn remove(&mut self, others: Self) {
        self.0 &= !others.0;
    }
}

impl From<Facet> for Facets {
    fn from(facet: Facet) -> Self {
        Self(1 << facet as u8)
    }
}

/// A value of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Choice {
    Zone(Ref<Zone>),
    Region(Ref<Region>),
    Topic(Ref<Topic>),
    Stage(Stage),
    Partner(Ref<Partner>),
    Place(Ref<Place>),
    Since(Changed),
}

impl Choice {
    pub fn facet(self) -> Facet {
        match self {
            Self::Zone(_) => Facet::Zone,
            Self::Region(_) => Facet::Region,
            Self::Topic(_) => Facet::Topic,
            Self::Stage(_) => Facet::Stage,
            Self::Partner(_) => Facet::Partner,
            Self::Place(_) => Facet::Place,
            Self::Since(_) => Facet::Since,
        }
    }

    /// The record that was chosen; a stage is none, nor is what became of something.
    pub fn record(self) -> Option<Record> {
        Some(match self {
            Self::Zone(zone) => zone.into(),
            Self::Region(region) => region.into(),
            Self::Topic(topic) => topic.into(),
            Self::Stage(_) | Self::Since(_) => return None,
            Self::Partner(partner) => partner.into(),
            Self::Place(place) => place.into(),
        })
    }

    /// The choice of a record; none of the programme or an initiative.
    pub fn of(record: Record) -> Option<Self> {
        Some(match record {
            Record::Zone(zone) => Self::Zone(zone),
            Record::Region(region) => Self::Region(region),
            Record::Topic(topic) => Self::Topic(topic),
            Record::Partner(partner) => Self::Partner(partner),
            Record::Place(place) => Self::Place(place),
            Record::Programme | Record::Initiative(_) => return None,
        })
    }

    /// Its place among the values of its facet, from 0, in the dataset's order.
    pub fn index(self) -> usize {
        match self {
            Self::Zone(zone) => zone.index(),
            Self::Region(region) => region.index(),
            Self::Topic(topic) => topic.index(),
            Self::Stage(stage) => stage as usize,
            Self::Partner(partner) => partner.index(),
            Self::Place(place) => place.index(),
            Self::Since(changed) => changed as usize,
        }
    }

    /// Its word on the command line and in output for programs.
    pub fn id(self, programme: &Programme) -> &str {
        match self {
            Self::Stage(stage) => stage.id(),
            Self::Since(changed) => changed.id(),
            _ => self.record().map_or("", |record| programme.id(record)),
        }
    }

    /// Whether an initiative has this value.
    fn is_of(self, programme: &Programme, initiative: Ref<Initiative>) -> bool {
        let slot = programme.values.slots.of(self) as u32;
        programme.values.get(initiative).binary_search(&slot).is_ok()
    }

    /// The same choice in another edition, by id, if that one has it.
    pub fn carried(self, from: &Programme, to: &Programme) -> Option<Self> {
        match self.record() {
            Some(record) => to.counterpart(from, record).and_then(Self::of),
            None => Some(self).filter(|_| self.facet() == Facet::Stage || to.since().is_some()),
        }
    }
}

impl Programme {
    /// Every value of a facet, in the dataset's order.
    pub fn choices(&self, facet: Facet) -> Vec<Choice> {
        match facet.kind() {
            Some(kind) => self.records(kind).filter_map(Choice::of).collect(),
            None if facet == Facet::Stage => Stage::ALL.map(Choice::Stage).to_vec(),
            None if self.since().is_some() => Changed::ALL.map(Choice::Since).to_vec(),
            None => Vec::new(),
        }
    }
}

/// What was chosen. Of each facet that has choices an initiative must have one; an empty filter admits all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter(BTreeSet<Choice>);

impl Filter {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn contains(&self, choice: Choice) -> bool {
        self.0.contains(&choice)
    }

    /// All choices, by facet.
    pub fn choices(&self) -> impl Iterator<Item = Choice> {
        self.0.iter().copied()
    }

    /// The choices of one facet.
    pub fn of(&self, facet: Facet) -> impl Iterator<Item = Choice> {
        self.choices().filter(move |choice| choice.facet() == facet)
    }

    /// The facets that have choices.
    pub fn facets(&self) -> Facets {
        let mut facets = Facets::NONE;
        self.choices().for_each(|choice| facets.add(choice.facet().into()));
        facets
    }

    pub fn insert(&mut self, choice: Choice) {
        self.0.insert(choice);
    }

    /// Takes a choice away that there is, else adds it.
    pub fn toggle(&mut self, choice: Choice) {
        if !self.0.remove(&choice) {
            self.0.insert(choice);
        }
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn clear_facet(&mut self, facet: Facet) {
        self.0.retain(|choice| choice.facet() != facet);
    }

    /// The same without the choices of a facet.
    #[must_use]
    pub fn without(&self, facet: Facet) -> Self {
        let mut without = self.clone();
        without.clear_facet(facet);
        without
    }

    /// Whether a value's own facet lets it pass: it is chosen, or nothing of that facet is.
    pub fn allows(&self, choice: Choice) -> bool {
        self.contains(choice) || self.of(choice.facet()).next().is_none()
    }

    /// The facets of which an initiative has none of the values chosen.
    pub fn misses(&self, programme: &Programme, initiative: Ref<Initiative>) -> Facets {
        let mut missed = self.facets();
        for choice in self.choices().filter(|choice| choice.is_of(programme, initiative)) {
            missed.remove(choice.facet().into());
        }
        missed
    }

    pub fn admits(&self, programme: &Programme, initiative: Ref<Initiative>) -> bool {
        self.misses(programme, initiative).is_empty()
    }

    /// Whether a region passes the choices of zones and regions.
    pub fn admits_region(&self, programme: &Programme, region: Ref<Region>) -> bool {
        self.allows(Choice::Zone(programme[region].zone)) && self.allows(Choice::Region(region))
    }

    /// Whether a partner passes the choices of partners and places.
    pub fn admits_partner(&self, programme: &Programme, partner: Ref<Partner>) -> bool {
        let seated = match programme[partner].place {
            Some(place) => self.allows(Choice::Place(place)),
            None => self.of(Facet::Place).next().is_none(),
        };
        seated && self.allows(Choice::Partner(partner))
    }

    /// Takes back only the choices of those facets that hide an initiative.
    pub fn drop_what_hides(&mut self, programme: &Programme, initiative: Ref<Initiative>) {
        let missed = self.misses(programme, initiative);
        self.0.retain(|choice| !missed.contains(choice.facet()));
    }

    /// The same choices in another edition, by id; what that one doesn't have is left out.
    #[must_use]
    pub fn carried(&self, from: &Programme, to: &Programme) -> Self {
        self.choices().filter_map(|choice| choice.carried(from, to)).collect()
    }
}

impl FromIterator<Choice> for Filter {
    fn from_iter<I: IntoIterator<Item = Choice>>(choices: I) -> Self {
        Self(choices.into_iter().collect())
    }
}
