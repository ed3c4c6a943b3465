//! `yixin tour`: the browser goes through the programme by itself; any key takes over, a pause gives it back.

use std::io::IsTerminal;
use std::mem::ManuallyDrop;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use super::conversation::converse;
use super::opening::{Opening, Reading};
use super::pace::Pace;
use super::{Global, Result};
use crate::app::{App, tour};
use crate::programme::Programme;
use crate::words::{Failure, Wanted};

/// What the tour takes.
#[derive(Args, Clone, Debug)]
pub struct Options {
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub every: Option<u64>,
}

fn seconds(text: &str) -> std::result::Result<u64, Wanted> {
    text.parse().ok().filter(|seconds| (1..=3600).contains(seconds)).ok_or(Wanted::Number(1, 3600))
}

/// Opens the browser and lets it go on by itself.
///
/// # Errors
/// The dataset or the terminal; standard output that is none.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    if !std::io::stdout().is_terminal() {
        return Err(Failure::TourWithoutTerminal);
    }
    let (language, reloadable) = (global.language(), global.is_reloadable());
    let open = move |programme: Programme| {
        let mut app = App::new(programme, language);
        app.reloadable = reloadable;
        tour::start(&mut app);
        app.begin();
        Ok(app)
    };
    let opening = match global.data {
        Some(_) => Opening::Reading(Reading { mouse: false, since: None, open: Box::new(open) }),
        None => Opening::Ready(Box::new(open(ManuallyDrop::into_inner(global.programme()?))?)),
    };
    converse(opening, global, Some(Pace::new(options.every.map(Duration::from_secs))), None)
}
