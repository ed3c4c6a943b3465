//! `yixin tour`: the browser goes through the programme by itself; any key takes over, a pause gives it back.

use std::io::IsTerminal;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::Args;

use super::{Global, browse};
use crate::app::{App, Overlay, tour};

/// How long nobody touches a key before the tour goes on.
const PAUSE: Duration = Duration::from_secs(30);

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
    let mut app = App::new(global.programme()?, global.language());
    app.overlay = Overlay::About;
    app.reloadable = global.data.is_some();
    browse::converse(app, global, Some(Pace::new(options.every.map(Duration::from_secs))))
}

/// When the tour goes on.
pub(crate) struct Pace {
    /// The same time for every page, where it was asked for.
    every: Option<Duration>,
    /// When the page at hand has been read; not known before it was shown.
    due: Option<Instant>,
}

impl Pace {
    fn new(every: Option<Duration>) -> Self {
        Self { every, due: None }
    }

    /// When to go on from the page that is shown.
    pub(crate) fn next(&mut self, app: &App) -> Instant {
        let every = self.every;
        *self.due.get_or_insert_with(|| Instant::now() + every.unwrap_or_else(|| tour::time_to_read(app)))
    }

    /// Goes on if the time has come.
    pub(crate) fn advance(&mut self, app: &mut App) {
        if self.due.is_some_and(|due| due <= Instant::now()) {
            self.due = None;
            tour::advance(app);
        }
    }

    /// Somebody took over.
    pub(crate) fn hand_over(&mut self) {
        self.due = Some(Instant::now() + PAUSE);
    }
}
