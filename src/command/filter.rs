//! The filter as the command line gives it: each option may come more than once, or as a list.

use super::Result;
use clap::Args;

use std::mem::ManuallyDrop;
use std::path::PathBuf;

use super::{Global, find};
use crate::programme::{Choice, Filter, Programme};

/// Which initiatives of which editions.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    #[command(flatten)]
    pub filter: FilterArgs,
    #[arg(long, value_name = "OLD")]
    pub since: Option<PathBuf>,
    #[arg(long, value_name = "new|changed|same", value_delimiter = ',', requires = "since")]
    pub changes: Vec<String>,
}

impl Selection {
    /// The dataset, compared with the edition that is named, and the filter in it.
    ///
    /// # Errors
    /// Which edition can't be read, what is wrong in it, or an unknown value.
    pub(crate) fn open(&self, global: &Global) -> Result<(ManuallyDrop<Programme>, Filter)> {
        let programme = global.compared(self.since.as_ref())?;
        let filter = self.filter(&programme)?;
        Ok((programme, filter))
    }

    /// What the options name in a programme.
    ///
    /// # Errors
    /// An unknown value, with the nearest that there are.
    pub(crate) fn filter(&self, programme: &Programme) -> Result<Filter> {
        let mut filter = self.filter.filter(programme)?;
        for word in &self.changes {
            filter.insert(Choice::Since(find::changed(word)?));
        }
        Ok(filter)
    }

    /// Whether some initiatives are asked for and others aren't.
    pub(crate) fn is_limited(&self) -> bool {
        !self.changes.is_empty() || self.filter != FilterArgs::default()
    }
}

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
        type Find = fn(&Programme, &str) -> Result<Choice>;
        let options: [(&[String], Find); 6] = [
            (&self.zone, |programme, word| find::zone(programme, word).map(Choice::Zone)),
            (&self.region, |programme, word| find::region(programme, word).map(Choice::Region)),
            (&self.topic, |programme, word| find::topic(programme, word).map(Choice::Topic)),
            (&self.stage, |_, word| find::stage(word).map(Choice::Stage)),
            (&self.partner, |programme, word| find::partner(programme, word).map(Choice::Partner)),
            (&self.place, |programme, word| find::place(programme, word).map(Choice::Place)),
        ];
        let named = options.into_iter().flat_map(|(words, find)| words.iter().map(move |word| (word, find)));
        named.map(|(word, find)| find(programme, word)).collect()
    }
}
