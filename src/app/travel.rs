//! Going from one place to another: to a record, to a hit, along a link, and back.

use super::place::{Focus, View};
use super::state::{Notice, Step};
use super::{App, Viewport};
use crate::programme::{Filter, Initiative, Partner, Record, Ref, Region};

impl App {
    /// Goes to a record: a region or an initiative in the list, a partner among the partners, another one's page.
    pub fn go(&mut self, record: Record) {
        self.leave(Step::Jump);
        self.open(record);
    }

    fn open(&mut self, record: Record) {
        match record {
            Record::Region(region) => self.open_region(region),
            Record::Initiative(initiative) => self.open_initiative(initiative),
            Record::Partner(partner) if !self.programme().initiatives_of(partner).is_empty() => {
                self.open_partner(partner);
            }
            // A partner that no list has: it takes part in nothing.
            _ => {
                self.here.reading = Some(record);
                self.here.link = None;
                self.here.windows.page = Viewport::default();
            }
        }
    }

    /// Opens a region in the list, dropping of the filter what hides it.
    pub fn open_region(&mut self, region: Ref<Region>) {
        if !self.regions().contains(&region) {
            let mut filter = self.filter().clone();
            match self.programme().initiatives_of(region).first() {
                Some(&initiative) => filter.drop_what_hides(&self.edition.programme, initiative),
                None => filter.clear(),
            }
            if !filter.admits_region(&self.edition.programme, region) {
                filter.clear();
            }
            self.narrow(filter);
        }
        self.here.look(View::List);
        self.select_region(region);
    }

    /// Opens a partner of some initiative among the partners, dropping of the filter what hides it.
    fn open_partner(&mut self, partner: Ref<Partner>) {
        if !self.partners().contains(&partner) {
            if let Some(&initiative) = self.programme().initiatives_of(partner).first() {
                self.show(initiative);
            }
            if !self.filter().admits_partner(&self.edition.programme, partner) {
                self.narrow(Filter::default());
            }
        }
        self.here.look(View::Partners);
        self.here.partner = Some(partner);
        self.here.focus_on(Focus::Page);
    }

    /// Opens an initiative under the region at hand if it is one of its own, else under one that the filter
    /// shows, else under its first.
    pub fn open_initiative(&mut self, initiative: Ref<Initiative>) {
        self.show(initiative);
        let own = &self.edition.programme[initiative].regions;
        let here = own.iter().find(|&&region| self.here.region == Some(region));
        let shown = here.or_else(|| own.iter().find(|region| self.regions().contains(region)));
        let Some(&region) = shown.or(own.first()) else { return };
        self.open_region(region);
        self.here.focus_on(Focus::Initiatives);
        self.select_initiative(initiative);
    }

    /// Drops of the filter what hides an initiative.
    fn show(&mut self, initiative: Ref<Initiative>) {
        if !self.matching().contains(initiative) {
            let mut filter = self.filter().clone();
            filter.drop_what_hides(&self.edition.programme, initiative);
            self.narrow(filter);
        }
    }

    /// Goes to a hit, and says which one of how many it is.
    pub(super) fn go_to_hit(&mut self, record: Record) {
        let filter = self.filter().clone();
        self.go(record);
        self.finder.arrived = true;
        let (place, total) = (self.finder.selected + 1, self.finder.hits.len());
        if total > 0 {
            self.notice = Some(Notice::Hit { place, total, widened: *self.filter() != filter });
        }
    }

    /// Follows the link of the page that is selected.
    pub(super) fn follow(&mut self) {
        if let Some(&record) = self.here.link.and_then(|link| self.links.get(link)) {
            self.go(record);
        }
    }

    /// Whether what is seen was dived into from a cell or a tile.
    pub(super) fn dived(&self) -> bool {
        self.past.last().is_some_and(|(_, step)| *step == Step::Dive)
    }
}
