//! The state of the browser: what is selected, filtered, focused and open.

use std::sync::Arc;

use crate::programme::{Initiative, Language, Programme, Ref, Region, Zone};

use super::Viewport;
use super::finder::Finder;
use crate::words::Words;

/// The pane that the keys act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Focus {
    Regions,
    Initiatives,
    Detail,
}

/// What lies over the panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    None,
    Help,
    /// The input line and what it finds.
    Search,
    /// A text without frames, for the terminal's own selection.
    Plain,
    /// The programme as a whole: plan, issuer, aims, the zones' roles, the sources.
    About,
}

/// The windows of the scrolling parts, as the last frame settled them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Views {
    pub regions: Viewport,
    pub initiatives: Viewport,
    pub detail: Viewport,
    pub overlay: Viewport,
    /// Where the terminal's cursor stands: column and row of the input line's caret.
    pub caret: Option<(u16, u16)>,
}

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
    /// Which hit of how many, and whether the zone filter was widened to show it.
    Hit { place: usize, total: usize, widened: bool },
    /// The text was sent to the terminal's clipboard.
    Copied,
    /// The dataset was read again.
    Reloaded,
    /// The dataset can't be read again, and why; the old one stays.
    NotReloaded(String),
}

/// From so many initiatives on, building the index takes longer than a key may.
const FELT: usize = 1000;

/// The whole state of the browser.
pub struct App {
    pub programme: Arc<Programme>,
    pub language: Language,
    /// The zone whose regions show, or all.
    pub filter: Option<Ref<Zone>>,
    /// The selected region; `None` where the filter leaves no region.
    pub region: Option<Ref<Region>>,
    /// The place of the selected initiative in its region's list.
    pub initiative: usize,
    pub focus: Focus,
    pub overlay: Overlay,
    pub finder: Finder,
    pub notice: Option<Notice>,
    /// The text of [`Overlay::Plain`].
    pub plain: String,
    pub views: Views,
    /// Whether the terminal reports the mouse.
    pub mouse: bool,
    /// Serving the public: no suspend, no way out.
    pub kiosk: bool,
    /// Whether the dataset comes from a file that can be read again.
    pub reloadable: bool,
}

impl App {
    /// The browser as it opens: all zones, the first region.
    pub fn new(programme: Programme, language: Language) -> Self {
        let mut app = Self {
            programme: Arc::new(programme),
            language,
            filter: None,
            region: None,
            initiative: 0,
            focus: Focus::Regions,
            overlay: Overlay::None,
            finder: Finder::default(),
            notice: None,
            plain: String::new(),
            views: Views::default(),
            mouse: false,
            kiosk: false,
            reloadable: false,
        };
        app.set_filter(None);
        app
    }

    /// The words of the current language.
    pub fn words(&self) -> &'static Words {
        Words::of(self.language)
    }

    /// The rows of the region list under the filter: each zone that has regions, and its regions.
    pub fn region_rows(&self) -> impl Iterator<Item = RegionRow> {
        let zones = self.programme.zone_refs().filter(|&z| self.filter.is_none_or(|f| f == z));
        zones.flat_map(|zone| {
            let regions = self.programme.regions_of(zone);
            let head = (!regions.is_empty()).then_some(RegionRow::Zone(zone));
            head.into_iter().chain(regions.iter().copied().map(RegionRow::Region))
        })
    }

    /// The regions under the filter, in the order of the list.
    pub fn regions(&self) -> impl Iterator<Item = Ref<Region>> {
        self.region_rows().filter_map(|row| match row {
            RegionRow::Region(region) => Some(region),
            RegionRow::Zone(_) => None,
        })
    }

    /// The initiatives of the selected region.
    pub fn initiatives(&self) -> &[Ref<Initiative>] {
        self.region.map_or(&[], |region| self.programme.initiatives_of(region))
    }

    /// The selected initiative.
    pub fn selected_initiative(&self) -> Option<Ref<Initiative>> {
        self.initiatives().get(self.initiative).copied()
    }

    /// Shows the regions of one zone, or of all; the selection stays where it still shows.
    pub fn set_filter(&mut self, filter: Option<Ref<Zone>>) {
        self.filter = filter;
        if self.region.is_none_or(|region| !self.regions().any(|r| r == region)) {
            let first = self.regions().next();
            self.select_region(first);
        }
    }

    /// Selects a region and the first of its initiatives.
    pub fn select_region(&mut self, region: Option<Ref<Region>>) {
        if self.region != region {
            self.region = region;
            self.select_initiative(0);
        }
    }

    /// Selects an initiative by its place in the region's list; its detail starts at the top.
    pub fn select_initiative(&mut self, place: usize) {
        self.initiative = place.min(self.initiatives().len().saturating_sub(1));
        self.views.detail.offset = 0;
    }

    /// Opens a region, widening the filter if that hides it.
    pub fn open_region(&mut self, region: Ref<Region>) {
        if !self.regions().any(|r| r == region) {
            self.set_filter(None);
        }
        self.select_region(Some(region));
    }

    /// Opens an initiative under the region at hand if it is one of its own, else under one that the filter
    /// shows, else under its first.
    pub fn open_initiative(&mut self, initiative: Ref<Initiative>) {
        let own = &self.programme[initiative].regions;
        let here = own.iter().find(|&&r| self.region == Some(r));
        let shown = here.or_else(|| own.iter().find(|&&r| self.regions().any(|s| s == r)));
        let Some(&region) = shown.or(own.first()) else { return };
        self.open_region(region);
        let place = self.initiatives().iter().position(|&i| i == initiative);
        self.select_initiative(place.unwrap_or(0));
        self.focus = Focus::Initiatives;
    }

    /// Shows a text without frames, so that the terminal can select it.
    pub fn show_plain(&mut self, text: String) {
        self.plain = text;
        self.overlay = Overlay::Plain;
        self.views.overlay.offset = 0;
    }

    /// Gets ready to search where that takes long enough to be felt.
    pub fn prepare_search(&mut self) {
        if self.programme.initiatives.len() > FELT {
            self.finder.prepare(&self.programme);
        }
    }

    /// Goes back to how the browser opens: what a kiosk does where another one would quit.
    pub fn restart(&mut self) {
        self.overlay = Overlay::None;
        self.focus = Focus::Regions;
        self.finder.forget();
        self.notice = None;
        self.region = None;
        self.set_filter(None);
        self.views = Views::default();
    }

    /// Takes over another edition of the dataset and keeps the place: what is selected, by its id.
    pub fn reload(&mut self, programme: Programme) {
        let old = std::mem::replace(&mut self.programme, Arc::new(programme));
        let new = &self.programme;
        let filter = self.filter.and_then(|z| new.zone_refs().find(|&n| new[n].id == old[z].id));
        let region = self.region.and_then(|r| new.region_refs().find(|&n| new[n].id == old[r].id));
        let initiative = self.region.and_then(|r| old.initiatives_of(r).get(self.initiative));
        let of_region = region.map_or(&[][..], |region| new.initiatives_of(region));
        let place = initiative.and_then(|&i| of_region.iter().position(|&n| new[n].id == old[i].id));
        let scrolled = self.views.detail;
        self.finder.forget();
        (self.region, self.initiative) = (region, place.unwrap_or(0));
        self.set_filter(filter);
        if place.is_some() {
            self.views.detail = scrolled;
        }
    }

    /// Takes over the windows that a frame came to.
    pub fn settle(&mut self, views: Views) {
        self.views = views;
    }
}
