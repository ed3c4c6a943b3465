//! `yixin tour`: the browser goes through the programme by itself; any key takes over, a pause gives it back.

use std::io::IsTerminal;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Result, bail};
use clap::Args;

use super::Global;
use super::conversation::converse;
use super::opening::{Opening, Reading};
use super::pace::Pace;
use crate::app::{App, tour};

/// What the tour takes.
#[derive(Args, Clone, Debug)]
pub struct Options {
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub every: Option<u64>,
}

/// Opens the browser and lets it go on by itself.
///
/// # Errors
/// The dataset or the terminal; standard output that is none.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    if !std::io::stdout().is_terminal() {
        bail!("a tour needs a terminal; `yixin` alone prints the overview");
    }
    let (own, reloadable) = (global.clone(), global.data.is_some());
    let open = move || {
        let mut app = App::new(own.programme()?, own.language());
        app.reloadable = reloadable;
        tour::start(&mut app);
        app.begin();
        Ok(app)
    };
    let opening = match reloadable {
        true => Opening::Reading(Reading { mouse: false, size: global.size(), open: Box::new(open) }),
        false => Opening::Ready(Box::new(open()?)),
    };
    converse(opening, global, Some(Pace::new(options.every.map(Duration::from_secs))))
}
