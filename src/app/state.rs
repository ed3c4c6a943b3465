//! The state of the browser: an edition of the programme, a place in it, how the reader came there, what lies over it.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::programme::{
    Facet, Filter, Initiative, Language, Matching, Programme, Record, Ref, Region, Table, Zone,
};

use super::Overlay;
use super::finder::Finder;
use super::place::{Place, View, Windows};

/// A row of the region list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionRow {
    /// A zone's name over its regions; can't be selected.
    Zone(Ref<Zone>),
    Region(Ref<Region>),
}

/// What the footer says once, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Which hit of how many, and whether the filter gave way to show it.
    Hit { place: usize, total: usize, widened: bool },
    /// The text was sent to the terminal's clipboard; whether it is known to take it.
    Copied { sure: bool },
    /// There is nothing to copy.
    NothingToCopy,
    /// It opened where the line broke last time.
    Recalled,
    /// The dataset is being read again; Esc gives it up.
    Rereading,
    /// The dataset was read again.
    Reloaded,
    /// The dataset can't be read again, and why; the old one stays.
    NotReloaded(String),
    /// What a worker was building can't be had.
    WorkFailed(String),
    /// How wide ambiguous characters are taken to be from now on.
    Width(Width),
}

/// What `w` walks through: what the terminal said, or what the reader sees better with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    #[default]
    Automatic,
    Narrow,
    Wide,
    Ascii,
}

impl Width {
    pub(super) fn next(self) -> Self {
        match self {
            Self::Automatic => Self::Narrow,
            Self::Narrow => Self::Wide,
            Self::Wide => Self::Ascii,
            Self::Ascii => Self::Automatic,
        }
    }
}

/// How a reader came from one place to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Into what a cell or a tile counts: Esc comes back, too.
    Dive,
    Jump,
}

/// Places that going back remembers.
const REMEMBERED: usize = 100;

/// A programme and what of it the filter shows.
pub(super) struct Edition {
    pub(super) programme: Arc<Programme>,
    pub(super) matching: Matching,
    /// Initiatives that the filter would show without its zones.
    pub(super) without_zones: usize,
    /// The matrix by each of its columns, once it was asked for.
    pub(super) tables: [OnceCell<Arc<Table>>; 3],
    /// The same of the earlier edition.
    pub(super) tables_before: [OnceCell<Arc<Table>>; 3],
    /// Counts editions and filters, so that what was laid out for another one is known to be old.
    pub(super) number: u32,
}

/// What a browser opens with, and a kiosk goes back to.
#[derive(Clone, Debug)]
pub(super) struct Start {
    place: Place,
    language: Language,
    mouse: bool,
}

/// The whole state of the browser.
pub struct App {
    pub(super) edition: Edition,
    pub(super) here: Place,
    pub(super) past: Vec<(Place, Step)>,
    pub(super) over: Option<Overlay>,
    pub(super) finder: Finder,
    pub(super) notice: Option<Notice>,
    pub(super) language: Language,
    pub(super) width: Width,
    pub(super) mouse: bool,
    /// Where the links of the page lead, as it was laid out last.
    pub(super) links: Arc<[Record]>,
    start: Option<Start>,
    /// Serving the public: no suspend, no way out.
    pub kiosk: bool,
    /// Whether the dataset comes from a file that can be read again.
    pub reloadable: bool,
}

impl App {
    /// The browser as it opens: everything, the first region.
    pub fn new(programme: impl Into<Arc<Programme>>, language: Language) -> Self {
        let programme = programme.into();
        let matching = Matching::of(&programme, &Filter::default());
        let mut app = Self {
            edition: Edition {
                without_zones: programme.initiatives.len(),
                programme,
                matching,
                tables: Default::default(),
                tables_before: Default::default(),
                number: 0,
            },
            here: Place::start(),
            past: Vec::new(),
            over: None,
            finder: Finder::default(),
            notice: None,
            language,
            width: Width::default(),
            mouse: false,
            links: Arc::new([]),
            start: None,
            kiosk: false,
            reloadable: false,
        };
        app.settle_selection();
        app
    }

    /// Makes where the browser is what it opened with: a kiosk's visitor finds that again.
    pub fn begin(&mut self) {
        self.past.clear();
        self.start = Some(Start { place: self.here.clone(), language: self.language, mouse: self.mouse });
    }

    /// Goes back to how the browser opened: what a kiosk does where another one would quit.
    pub fn restart(&mut self) {
        let start = self.start.take();
        self.over = None;
        self.past.clear();
        self.notice = None;
        self.width = Width::default();
        self.finder.forget_query();
        if let Some(Start { place, language, mouse }) = start.clone() {
            (self.language, self.mouse) = (language, mouse);
            self.stand(place);
        } else {
            self.stand(Place::start());
        }
        self.start = start;
    }

    /// Takes over the windows that a frame came to, and where the links of its page lead.
    pub fn settle(&mut self, windows: Windows, overlay: Option<super::Viewport>, links: Arc<[Record]>) {
        self.here.windows = windows;
        self.links = links;
        if let (Some(over), Some(window)) = (&mut self.over, overlay) {
            *over.window_mut() = window;
        }
        self.here.link = self.here.link.filter(|&link| link < self.links.len());
    }

    /// Takes over another edition of the dataset and keeps the place, and those before it, by their ids.
    pub fn reload(&mut self, programme: impl Into<Arc<Programme>>) -> Arc<Programme> {
        let old = std::mem::replace(&mut self.edition.programme, programme.into());
        let new = Arc::clone(&self.edition.programme);
        for (place, _) in &mut self.past {
            *place = place.carried(&old, &new);
        }
        if let Some(start) = &mut self.start {
            start.place = start.place.carried(&old, &new);
        }
        self.finder.forget();
        let here = self.here.carried(&old, &new);
        self.stand(here);
        old
    }

    /// Stands at a place: works out what its filter shows, and keeps the selections among that.
    pub(super) fn stand(&mut self, place: Place) {
        self.here = place;
        self.edition.matching = Matching::of(&self.edition.programme, &self.here.filter);
        self.edition.without_zones = self.count_without_zones();
        self.edition.tables = Default::default();
        self.edition.tables_before = Default::default();
        self.edition.number += 1;
        self.settle_selection();
    }

    fn count_without_zones(&self) -> usize {
        let Edition { programme, matching, .. } = &self.edition;
        let filter = self.here.filter.without(Facet::Zone);
        if filter == self.here.filter {
            return matching.initiatives().len();
        }
        programme.initiative_refs().filter(|&initiative| filter.admits(programme, initiative)).count()
    }

    /// Opens a view.
    pub fn look(&mut self, view: View) {
        self.here.look(view);
    }

    /// Narrows or widens what shows. The selections stay where they still show.
    pub fn narrow(&mut self, filter: Filter) {
        if filter != self.here.filter {
            let place = Place { filter, ..self.here.clone() };
            self.stand(place);
        }
    }

    /// Keeps the selections among what the filter shows.
    fn settle_selection(&mut self) {
        let region = self.here.region.filter(|region| self.regions().contains(region));
        let region = region.or(self.regions().first().copied());
        if region != self.here.region {
            self.here.region = region;
            self.here.windows.page = super::Viewport::default();
        }
        let initiatives = self.initiatives();
        let initiative = self.here.initiative.filter(|initiative| initiatives.contains(initiative));
        let initiative = initiative.or(initiatives.first().copied());
        self.here.initiative = initiative;
        let partners = self.partners();
        let partner = self.here.partner.filter(|partner| partners.contains(partner));
        self.here.partner = partner.or(partners.first().copied());
    }

    /// Selects a region and the first of its initiatives.
    pub fn select_region(&mut self, region: Ref<Region>) {
        if self.here.region != Some(region) && self.regions().contains(&region) {
            self.here.region = Some(region);
            self.here.initiative = None;
            self.here.link = None;
            self.here.windows.page = super::Viewport::default();
            self.settle_selection();
        }
    }

    /// Selects one of the region's initiatives; its page starts at the top.
    pub fn select_initiative(&mut self, initiative: Ref<Initiative>) {
        if self.here.initiative != Some(initiative) && self.initiatives().contains(&initiative) {
            self.here.initiative = Some(initiative);
            self.here.link = None;
            self.here.windows.page = super::Viewport::default();
        }
    }

    /// Remembers where the reader is, before going somewhere else.
    pub(super) fn leave(&mut self, step: Step) {
        if self.past.len() == REMEMBERED {
            self.past.remove(0);
        }
        self.past.push((self.here.clone(), step));
    }

    /// Goes back to where the reader was before.
    pub(super) fn back(&mut self) {
        if let Some((place, _)) = self.past.pop() {
            let filter = self.here.filter.clone();
            if place.filter == filter {
                self.here = place;
            } else {
                self.stand(place);
            }
        }
    }
}
