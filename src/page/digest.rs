//! What a region is about, in numbers: the side of the map, and below a region's page where there is room.

use std::cmp::Reverse;

use super::compose::{Blocks, Scope};
use super::{Kind, Page, Run};
use crate::programme::{Choice, Facet, Initiative, Programme, Ref, Region, Stage};

/// How many topics lead.
const LEADING: usize = 4;

impl<'p> Scope<'p> {
    /// A region in short: its zone, its initiatives by stage, topic and partners' place, and its profile.
    pub fn digest(&self, region: Ref<Region>) -> Page<'p> {
        let entry = &self.programme[region];
        let mut blocks = Blocks { scope: *self, blocks: vec![self.title(region.into())] };
        blocks.run(Kind::Paragraph, vec![blocks.zone_run(entry.zone)]);
        blocks.counted(region);
        blocks.heading(self.words.profile);
        blocks.paragraph(&entry.profile, &[]);
        Page { of: region.into(), blocks: blocks.blocks }
    }

    /// The numbers of [`digest`](Self::digest) alone.
    pub fn counted(&self, region: Ref<Region>) -> Page<'p> {
        let mut blocks = Blocks { scope: *self, blocks: Vec::new() };
        blocks.counted(region);
        Page { of: region.into(), blocks: blocks.blocks }
    }
}

impl Blocks<'_> {
    /// A region's initiatives counted by stage, as bars; its leading topics; where its partners are from.
    fn counted(&mut self, region: Ref<Region>) {
        let (words, programme) = (self.scope.words, self.scope.programme);
        let initiatives = self.scope.initiatives(region.into());
        self.run(Kind::Heading, vec![Run::text(words.count(initiatives.len()))]);
        let stages = counts(programme, &initiatives, Facet::Stage);
        let most = stages.iter().map(|&(_, count)| count).max().unwrap_or(0);
        for stage in Stage::ALL {
            let count = stages.iter().find(|(choice, _)| *choice == Choice::Stage(stage)).map_or(0, |c| c.1);
            self.run(Kind::Bar { count, most }, vec![Run::text(words.stage(stage))]);
        }
        for (facet, heading, shown) in
            [(Facet::Topic, words.topic, LEADING), (Facet::Place, words.partners_from, usize::MAX)]
        {
            let counts = counts(programme, &initiatives, facet);
            if counts.is_empty() {
                continue;
            }
            self.heading(heading);
            for (choice, count) in counts.into_iter().take(shown) {
                let Some(record) = choice.record() else { continue };
                let name = Run::to(record, self.scope.name(record));
                self.run(Kind::Fact, vec![name, Run::text(format!(" {count}"))]);
            }
        }
    }
}

/// How many of some initiatives have each value of a facet, those with most first; none that has none.
fn counts(programme: &Programme, initiatives: &[Ref<Initiative>], facet: Facet) -> Vec<(Choice, usize)> {
    let mut counts: Vec<(Choice, usize)> = Vec::new();
    for choice in initiatives.iter().flat_map(|&initiative| values(programme, &programme[initiative], facet))
    {
        match counts.iter_mut().find(|(known, _)| *known == choice) {
            Some((_, count)) => *count += 1,
            None => counts.push((choice, 1)),
        }
    }
    counts.sort_by_key(|&(choice, count)| (Reverse(count), choice));
    counts
}

/// The stages, the topic, or the places of the partners of an initiative, each once.
fn values(programme: &Programme, initiative: &Initiative, facet: Facet) -> Vec<Choice> {
    match facet {
        Facet::Stage => initiative.stages.iter().map(|&stage| Choice::Stage(stage)).collect(),
        Facet::Topic => vec![Choice::Topic(initiative.topic)],
        _ => {
            let places = initiative.partners.iter().filter_map(|&partner| programme[partner].place);
            let mut places: Vec<_> = places.map(Choice::Place).collect();
            places.sort_unstable();
            places.dedup();
            places
        }
    }
}
