//! The filter as the command line gives it: each option may come more than once, or as a list.

use super::Result;
use clap::Args;

use super::find;
use crate::programme::{Choice, Facet, Filter, Programme};

/// Which initiatives: values of one option are ORed, different options ANDed.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterArgs {
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub zone: Vec<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub region: Vec<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub topic: Vec<String>,
    #[arg(long, value_name = "STAGE", value_delimiter = ',')]
    pub stage: Vec<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub partner: Vec<String>,
    #[arg(long, value_name = "PLACE", value_delimiter = ',')]
    pub place: Vec<String>,
}

impl FilterArgs {
    /// What they name in a programme.
    ///
    /// # Errors
    /// An unknown value, with the nearest that there are.
    pub(crate) fn filter(&self, programme: &Programme) -> Result<Filter> {
        let named =
            Facet::ALL.into_iter().flat_map(|facet| self.of(facet).iter().map(move |word| (facet, word)));
        named.map(|(facet, word)| choice(programme, facet, word)).collect()
    }

    fn of(&self, facet: Facet) -> &[String] {
        match facet {
            Facet::Zone => &self.zone,
            Facet::Region => &self.region,
            Facet::Topic => &self.topic,
            Facet::Stage => &self.stage,
            Facet::Partner => &self.partner,
            Facet::Place => &self.place,
        }
    }
}

fn choice(programme: &Programme, facet: Facet, word: &str) -> Result<Choice> {
    Ok(match facet {
        Facet::Zone => Choice::Zone(find::zone(programme, word)?),
        Facet::Region => Choice::Region(find::region(programme, word)?),
        Facet::Topic => Choice::Topic(find::topic(programme, word)?),
        Facet::Stage => Choice::Stage(find::stage(word)?),
        Facet::Partner => Choice::Partner(find::partner(programme, word)?),
        Facet::Place => Choice::Place(find::place(programme, word)?),
    })
}
