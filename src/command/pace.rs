//! When the tour goes on by itself, and when somebody has taken over.

use std::time::{Duration, Instant};

use crate::app::{App, tour};
use crate::text::Medium;
use crate::ui::Laid;

/// How long nobody touches a key before the tour goes on.
const PAUSE: Duration = Duration::from_secs(30);

/// When the tour goes on.
pub(crate) struct Pace {
    /// The same time for every page, where it was asked for.
    every: Option<Duration>,
    /// When the page at hand has been read; not known before it was shown.
    due: Option<Instant>,
}

impl Pace {
    pub(crate) fn new(every: Option<Duration>) -> Self {
        Self { every, due: None }
    }

    /// When to go on from the page that is shown.
    pub(crate) fn next(&mut self, laid: &Laid, medium: &Medium) -> Instant {
        let every = self.every;
        let reading = || tour::time_to_read(laid.columns_to_read(medium));
        *self.due.get_or_insert_with(|| Instant::now() + every.unwrap_or_else(reading))
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
