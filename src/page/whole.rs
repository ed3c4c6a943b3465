//! The pages of the programme, a zone, a region, a partner, a place.

use super::Run;
use super::compose::Blocks;
use crate::programme::{Partner, Place, Ref, Region, Zone};

impl Blocks<'_> {
    pub(super) fn programme(&mut self) {
        let (words, programme) = (self.scope.words, self.scope.programme);
        let overview = &programme.overview;
        self.fact(words.issuer, [Run::text(self.scope.say(&overview.issuer))]);
        self.fact(words.issued, [Run::text(self.scope.say(&overview.issued))]);
        self.paragraph(&overview.summary, &overview.cites);
        if !overview.aims.is_empty() {
            self.heading(words.aims);
            overview
                .aims
                .iter()
                .for_each(|aim| self.item(vec![Run::text(self.scope.say(aim))], &overview.cites));
        }
        for zone in programme.zone_refs() {
            self.heading_to(zone);
            self.paragraph(&programme[zone].role, &programme[zone].cites);
        }
    }

    pub(super) fn zone(&mut self, zone: Ref<Zone>) {
        let programme = self.scope.programme;
        self.paragraph(&programme[zone].role, &programme[zone].cites);
        for &region in programme.regions_of(zone) {
            self.heading_to(region);
            self.paragraph(&programme[region].profile, &programme[region].cites);
            self.initiatives(region.into(), "", false);
        }
    }

    pub(super) fn region(&mut self, region: Ref<Region>) {
        let (words, programme) = (self.scope.words, self.scope.programme);
        let entry = &programme[region];
        let zone = &programme[entry.zone];
        self.fact(words.commands.zone, [self.zone_run(entry.zone)]);
        self.fact(words.commands.code, [Run::text(&*entry.code)]);
        self.paragraph(&entry.profile, &entry.cites);
        self.heading(words.role);
        self.paragraph(&zone.role, &zone.cites);
        self.initiatives(region.into(), words.initiatives, false);
    }

    pub(super) fn partner(&mut self, partner: Ref<Partner>) {
        let words = self.scope.words;
        let entry = &self.scope.programme[partner];
        if let Some(place) = entry.place {
            self.fact(words.place, [Run::to(place, self.scope.name(place))]);
        }
        self.fact(words.commands.kind, [Run::text(words.commands.kind(&entry.kind))]);
        self.initiatives(partner.into(), words.commands.works_with, true);
    }

    pub(super) fn place(&mut self, place: Ref<Place>) {
        let (words, programme) = (self.scope.words, self.scope.programme);
        self.heading(words.partners);
        for &partner in programme.partners_of(place) {
            let kind = words.commands.kind(&programme[partner].kind);
            let [open, close] = words.parentheses;
            let name = Run::to(partner, self.scope.name(partner));
            self.item(vec![name, Run::text([open, kind, close].concat())], &[]);
        }
        self.initiatives(place.into(), words.initiatives, true);
    }
}
