//! Where the reader is: all that going back brings back, and nothing else.

use serde::{Deserialize, Serialize};

use super::Viewport;
use crate::programme::{Facet, Filter, Initiative, Partner, Programme, Record, Ref, Region, Zone};

/// A way to see the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum View {
    List,
    Map,
    Matrix,
    Partners,
}

impl View {
    /// In the order in which `v` goes through them.
    pub const ALL: [Self; 4] = [Self::List, Self::Map, Self::Matrix, Self::Partners];

    /// The panes of the view, from the first one on.
    pub fn panes(self) -> &'static [Focus] {
        match self {
            Self::List => &[Focus::Regions, Focus::Initiatives, Focus::Page],
            Self::Map | Self::Partners => &[Focus::Main, Focus::Page],
            Self::Matrix => &[Focus::Main],
        }
    }

    /// The view so many further on in their order, around the ends.
    pub fn turned(self, by: usize) -> Self {
        Self::ALL[(self as usize + by) % Self::ALL.len()]
    }
}

/// The pane that the keys act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Focus {
    /// The list of regions.
    Regions,
    /// The initiatives of the selected region.
    Initiatives,
    /// The tiles, the table, or the list of partners.
    Main,
    /// What there is to say of what is selected.
    Page,
}

/// The windows of the scrolling parts, as the last frame settled them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Windows {
    pub regions: Viewport,
    pub initiatives: Viewport,
    pub partners: Viewport,
    /// The rows of the matrix, and its columns.
    pub matrix: [Viewport; 2],
    pub page: Viewport,
}

/// A row of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Line {
    Zone(Ref<Zone>),
    /// The selected region.
    Region,
    /// All together.
    Total,
}

/// What a reader looks at. Made and changed by [`App`](super::App) alone, which keeps the selections among what the
/// filter shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub(super) view: View,
    pub(super) focus: Focus,
    pub(super) filter: Filter,
    pub(super) region: Option<Ref<Region>>,
    pub(super) initiative: Option<Ref<Initiative>>,
    pub(super) partner: Option<Ref<Partner>>,
    /// What the columns of the matrix are, which one is selected (the last one is the total), and which row.
    pub(super) columns: Facet,
    pub(super) column: usize,
    pub(super) line: Line,
    /// A page that stands alone: a link that was followed, or the programme.
    pub(super) reading: Option<Record>,
    /// Which link of the page Enter follows.
    pub(super) link: Option<usize>,
    pub(super) windows: Windows,
}

impl Place {
    /// Where the browser opens before anything is selected.
    pub(super) fn start() -> Self {
        Self {
            view: View::List,
            focus: Focus::Regions,
            filter: Filter::default(),
            region: None,
            initiative: None,
            partner: None,
            columns: Facet::Stage,
            column: 0,
            line: Line::Region,
            reading: None,
            link: None,
            windows: Windows::default(),
        }
    }

    /// Gives a pane of the view the keys; one that the view hasn't leaves them where they are.
    pub(super) fn focus_on(&mut self, focus: Focus) {
        if self.view.panes().contains(&focus) {
            self.focus = focus;
            self.link = None;
        }
    }

    /// Turns to a view, its first pane having the keys.
    pub(super) fn look(&mut self, view: View) {
        self.view = view;
        self.reading = None;
        self.focus_on(view.panes()[0]);
        self.windows.page = Viewport::default();
    }

    /// The same place in another edition: what has no counterpart there isn't selected.
    pub(super) fn carried(&self, from: &Programme, to: &Programme) -> Self {
        let carry = |record: Record| to.counterpart(from, record);
        let mut place = Self { region: None, initiative: None, partner: None, reading: None, ..self.clone() };
        place.filter = self.filter.carried(from, to);
        let selected = [self.region.map(Record::from), self.initiative.map(Record::from)];
        let selected = selected.into_iter().chain([self.partner.map(Record::from)]);
        for record in selected.flatten().filter_map(carry) {
            match record {
                Record::Region(region) => place.region = Some(region),
                Record::Initiative(initiative) => place.initiative = Some(initiative),
                Record::Partner(partner) => place.partner = Some(partner),
                _ => {}
            }
        }
        place.reading = self.reading.and_then(carry);
        place.line = match self.line {
            Line::Zone(zone) => match carry(zone.into()) {
                Some(Record::Zone(zone)) => Line::Zone(zone),
                _ => Line::Total,
            },
            line => line,
        };
        place
    }
}
