//! What of the state is seen: everything that drawing and the loop ask for.

use std::sync::Arc;

use super::finder::Finder;
use super::place::{Focus, Line, View, Windows};
use super::state::{Notice, RegionRow, Width};
use super::{App, Mode, Overlay};
use crate::page::{Brief, Page, Scope, brief};
use crate::programme::{
    Facet, Filter, Initiative, Language, Matching, Partner, Programme, Record, Ref, Region, Since,
};
use crate::words::Words;

impl App {
    pub fn programme(&self) -> &Arc<Programme> {
        &self.edition.programme
    }

    /// What of the programme the filter shows.
    pub fn matching(&self) -> &Matching {
        &self.edition.matching
    }

    /// The earlier edition that the programme is compared with, and what became of it.
    pub fn since(&self) -> Option<&Since> {
        self.edition.programme.since()
    }

    /// Another number where the programme or the filter is another one.
    pub fn edition(&self) -> u32 {
        self.edition.number
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// The words of the current language.
    pub fn words(&self) -> &'static Words {
        Words::of(self.language)
    }

    pub fn filter(&self) -> &Filter {
        &self.here.filter
    }

    pub fn view(&self) -> View {
        self.here.view
    }

    /// The pane that the keys act on; the page, where one stands alone.
    pub fn focus(&self) -> Focus {
        if self.here.reading.is_some() { Focus::Page } else { self.here.focus }
    }

    /// The page that stands alone.
    pub fn reading(&self) -> Option<Record> {
        self.here.reading
    }

    pub fn region(&self) -> Option<Ref<Region>> {
        self.here.region
    }

    pub fn initiative(&self) -> Option<Ref<Initiative>> {
        self.here.initiative
    }

    pub fn partner(&self) -> Option<Ref<Partner>> {
        self.here.partner
    }

    /// The row of the matrix that is selected, its facet of columns, and the place of the column.
    pub fn cell(&self) -> (Line, Facet, usize) {
        (self.here.line, self.here.columns, self.here.column)
    }

    pub fn overlay(&self) -> Option<Overlay> {
        self.over
    }

    pub fn finder(&self) -> &Finder {
        &self.finder
    }

    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    pub fn tell(&mut self, notice: Notice) {
        self.notice = Some(notice);
    }

    pub fn windows(&self) -> &Windows {
        &self.here.windows
    }

    /// Which link of the page Enter follows.
    pub fn link(&self) -> Option<usize> {
        self.here.link
    }

    pub fn width(&self) -> Width {
        self.width
    }

    /// Whether the terminal reports the mouse.
    pub fn mouse(&self) -> bool {
        self.mouse
    }

    pub fn set_mouse(&mut self, on: bool) {
        self.mouse = on;
    }

    /// What the keys mean now.
    pub fn mode(&self) -> Mode {
        match (self.over, self.here.reading, self.here.view) {
            (Some(Overlay::Help(_)), ..) => Mode::Help,
            (Some(Overlay::Search(_)), ..) => Mode::Search,
            (Some(Overlay::Filter { .. }), ..) => Mode::Filter,
            (Some(Overlay::Reader(_) | Overlay::Briefing(_)), ..) => Mode::Reader,
            (None, Some(_), _) => Mode::Page,
            (None, None, View::List) => Mode::List,
            (None, None, View::Map) => Mode::Map,
            (None, None, View::Matrix) => Mode::Matrix,
            (None, None, View::Partners) => Mode::Partners,
        }
    }

    /// What the page tells of.
    pub fn shown(&self) -> Option<Record> {
        let here = &self.here;
        let region = here.region.map(Record::Region);
        here.reading.or(match (here.view, here.focus) {
            (View::List, Focus::Initiatives | Focus::Page) => {
                here.initiative.map(Record::Initiative).or(region)
            }
            (View::Partners, _) => here.partner.map(Record::Partner),
            _ => region,
        })
    }

    /// What pages are written with.
    pub fn scope(&self) -> Scope<'_> {
        Scope::new(&self.edition.programme, self.language).within(&self.edition.matching)
    }

    /// The briefing on what the page tells of, which `y` copies; no pages where that is nothing.
    pub fn briefing(&self) -> Vec<(usize, Page<'_>)> {
        let Some(record) = self.shown() else { return Vec::new() };
        let scope = self.scope();
        let initiatives = scope.initiatives(record).into_owned();
        let about = if record == Record::Programme { Vec::new() } else { vec![record] };
        brief(&scope, &Brief { about, initiatives })
    }

    /// The rows of the region list under the filter: each zone that has regions there, and these.
    pub fn region_rows(&self) -> impl Iterator<Item = RegionRow> {
        let mut above = None;
        self.regions().iter().flat_map(move |&region| {
            let zone = self.edition.programme[region].zone;
            let head = (above.replace(zone) != Some(zone)).then_some(RegionRow::Zone(zone));
            head.into_iter().chain([RegionRow::Region(region)])
        })
    }

    /// The regions under the filter, in the order of the list.
    pub fn regions(&self) -> &[Ref<Region>] {
        self.edition.matching.regions()
    }

    /// The initiatives of the selected region under the filter.
    pub fn initiatives(&self) -> &[Ref<Initiative>] {
        self.here.region.map_or(&[], |region| self.edition.matching.of_region(region))
    }

    /// The partners under the filter: those with an initiative that it shows.
    pub fn partners(&self) -> Vec<Ref<Partner>> {
        super::partners::shown(self)
    }

    /// The place of the selected initiative among those of its region.
    pub fn initiative_place(&self) -> usize {
        let selected = self.here.initiative;
        self.initiatives().iter().position(|&i| Some(i) == selected).unwrap_or(0)
    }

    /// Initiatives that the filter would show without its zones.
    pub fn without_zones(&self) -> usize {
        self.edition.without_zones
    }

    /// Whether an input line is open.
    pub fn typing(&self) -> bool {
        matches!(self.over, Some(Overlay::Search(_)))
    }

    /// Shows the briefing without frames, so that the terminal can select it.
    pub fn show_briefing(&mut self) {
        self.over = Some(Overlay::Briefing(super::Viewport::default()));
    }
}
