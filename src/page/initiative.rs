//! The page of an initiative: a block for each thing that the dataset says of it.

use super::compose::{Blocks, Scope};
use super::{Kind, Run};
use crate::programme::{Cite, Initiative, Partner, Ref, Stage};

impl<'p> Blocks<'p> {
    pub(super) fn initiative(&mut self, initiative: Ref<Initiative>) {
        let (words, programme) = (self.scope.words, self.scope.programme);
        let entry = &programme[initiative];
        if !entry.stages.is_empty() {
            self.labelled(
                Kind::Chain,
                words.commands.chain,
                Stage::ALL.map(|stage| self.stage(entry, stage)),
            );
        }
        self.fact(words.topic, [Run::to(entry.topic, self.scope.name(entry.topic))]);
        self.fact(words.regions, self.regions(&entry.regions));
        self.paragraph(&entry.summary, &entry.cites);
        let scope = self.scope;
        let item = Kind::Item;
        self.list(&item, words.measures, &entry.measures, &entry.cites, |m| vec![Run::text(scope.say(m))]);
        self.list(&Kind::Figure, words.figures, &entry.figures, &entry.cites, |f| {
            let amount = words.amount(&f.value, scope.say(&f.unit));
            vec![Run::text(amount), Run::text(words.colon), Run::text(scope.say(&f.label))]
        });
        self.list(&item, words.people, &entry.people, &entry.cites, |p| {
            vec![Run::text([scope.say(&p.name), words.colon, scope.say(&p.role)].concat())]
        });
        self.list(&item, words.partners, &entry.partners, &[], |&partner| scope.partner_runs(partner));
    }

    /// A list under its heading; nothing where it is empty.
    fn list<T>(
        &mut self,
        kind: &Kind<'p>,
        heading: &'p str,
        items: &'p [T],
        cites: &'p [Cite],
        runs: impl Fn(&'p T) -> Vec<Run<'p>>,
    ) {
        if !items.is_empty() {
            self.heading(heading);
        }
        items.iter().for_each(|item| self.add(kind.clone(), runs(item), cites));
    }

    /// A link of the chain, in brackets where it is the initiative's.
    fn stage(&self, initiative: &Initiative, stage: Stage) -> Run<'p> {
        let word = self.scope.words.stage(stage);
        if initiative.stages.contains(&stage) {
            Run::text(["[", word, "]"].concat())
        } else {
            Run::text(word)
        }
    }
}

impl<'p> Scope<'p> {
    /// A partner and its seat, both links.
    fn partner_runs(&self, partner: Ref<Partner>) -> Vec<Run<'p>> {
        let [open, close] = self.words.parentheses;
        let name = self.name(partner);
        let mut runs = vec![Run::to(partner, name)];
        // What the name says already needs no saying.
        if let Some(place) = self.programme[partner].place.filter(|&place| !name.contains(self.name(place))) {
            runs.extend([Run::text(open), Run::to(place, self.name(place)), Run::text(close)]);
        }
        runs
    }
}
