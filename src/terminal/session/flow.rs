//! How many frames may be under way. ssh takes every frame at once, however slow the line behind it; only an answer
//! of the terminal's, asked for behind a frame (CPR), tells that the frame has arrived.
//!
//! As delay-based congestion control does it (TCP Vegas): as many frames as make the answers come no later. Pure: it
//! is told the time.

use std::collections::VecDeque;
use std::ops::RangeInclusive;
use std::time::{Duration, Instant};

/// A frame that follows another within this time, or within that of an answer, is one that may queue.
const QUICK: Duration = Duration::from_millis(500);
/// How long an answer may take at most before the next frame goes without it.
const LONGEST: Duration = Duration::from_millis(900);
/// The same at least, and beyond two usual times.
const SHORTEST: Duration = Duration::from_millis(300);
/// How long an answer may still come: it must be no key, and not be left for the shell.
const FORGOTTEN: Duration = Duration::from_secs(3);
/// So many times in a row without an answer, and frames wait for none: of a terminal that never gave one, and of one
/// that did.
const SILENT: u32 = 4;
const FELL_SILENT: u32 = 12;
/// How often a terminal that fell silent is asked again.
const AGAIN: Duration = Duration::from_secs(1);
/// An answer within this time is never late: terminals that draw by a clock take 10 ms, and hosts are busy.
const SOON: Duration = Duration::from_millis(30);
/// An answer that is later by this is late, however long a frame takes.
const LATE: Duration = Duration::from_millis(300);
/// The frames under way that are let go before anything is known, and at most.
const FEW: f32 = 2.0;
const MANY: f32 = 32.0;
/// How long the line may take for a part of a frame that a newer frame may overtake.
const PART: Duration = Duration::from_millis(150);
/// How many frames queue: up to where more are let go, and from where on fewer.
const QUEUED: RangeInclusive<f32> = 0.25..=0.75;

/// The columns in which questions are asked: each tells its question from the others. The first ones are the probe's,
/// whose text takes 12 columns at most.
const FIRST: u16 = 14;
const LAST: u16 = 99;

/// Asked behind a frame, and not answered.
#[derive(Debug)]
struct Question {
    at: Instant,
    /// From 1.
    column: u16,
    /// Frames under way, its own among them.
    ahead: usize,
    /// Bytes of its frame, and all up to its end since the beginning.
    size: usize,
    behind: usize,
    lost: bool,
}

/// The frames under way.
#[derive(Debug)]
pub(super) struct Flow {
    asked: VecDeque<Question>,
    /// When the last frame was sent, and whether no question went behind it.
    sent: Option<Instant>,
    unasked: bool,
    /// Whether the next one had to wait.
    waits: bool,
    column: u16,
    window: f32,
    /// Whether the window has been too wide once.
    found: bool,
    /// When the window was made narrower; answers to older questions say nothing of it.
    narrowed: Option<Instant>,
    /// What an answer takes if nothing queues, and behind how many bytes; what the last one took.
    least: Option<(Duration, usize)>,
    latest: Option<Duration>,
    /// Bytes sent; how many of them have arrived, and when that was known.
    bytes: usize,
    arrived: Option<(usize, Instant)>,
    /// Seconds that the line takes for a byte, as far as was seen.
    a_byte: Option<f32>,
    heard: bool,
    missed: u32,
}

impl Flow {
    pub(super) fn new() -> Self {
        Self {
            asked: VecDeque::new(),
            sent: None,
            unasked: false,
            waits: false,
            column: FIRST,
            window: FEW,
            found: false,
            narrowed: None,
            least: None,
            latest: None,
            bytes: 0,
            arrived: None,
            a_byte: None,
            heard: false,
            missed: 0,
        }
    }

    /// Whether a frame may go now.
    pub(super) fn is_free(&mut self, now: Instant) -> bool {
        self.give_up(now);
        let free = self.is_silent() || (self.under_way() as f32) < self.window.floor();
        self.waits |= !free;
        free
    }

    /// Counts answers that take too long as lost, and takes that for a line that is full.
    fn give_up(&mut self, now: Instant) {
        self.asked.retain(|question| now < question.at + FORGOTTEN);
        while let Some(place) = self.asked.iter().position(|q| !q.lost && now >= self.patience(q)) {
            self.asked[place].lost = true;
            if self.is_news(self.asked[place].at) {
                self.missed += 1;
                self.narrow(self.window / 2.0);
            }
        }
    }

    /// When the oldest answer counts as lost.
    pub(super) fn due(&self) -> Option<Instant> {
        self.asked.iter().filter(|question| !question.lost).map(|question| self.patience(question)).min()
    }

    /// The column to ask in behind the frame that goes now, if that is to be asked about. `columns` are the screen's.
    pub(super) fn question(&mut self, now: Instant, columns: u16) -> Option<u16> {
        let quick = QUICK.max(self.least.map_or(QUICK, |(least, _)| least));
        let waited = std::mem::take(&mut self.waits);
        let follows = waited || self.sent.is_some_and(|sent| now < sent + quick);
        let silent = self.is_silent()
            && (!self.heard || self.asked.back().is_some_and(|question| now < question.at + AGAIN));
        let column = if self.column > columns.min(LAST) { FIRST } else { self.column };
        (follows && !silent && column <= columns).then_some(column)
    }

    /// About how many bytes of a frame may go before it is seen whether a newer one overtakes it.
    pub(super) fn part(&self) -> usize {
        self.a_byte.map_or(usize::MAX, |a_byte| (PART.as_secs_f32() / a_byte) as usize)
    }

    /// A frame of so many bytes went, and behind it the question in that column.
    pub(super) fn sent(&mut self, now: Instant, bytes: usize, question: Option<u16>) {
        self.sent = Some(now);
        self.bytes += bytes;
        // The first one is the screen that the probe asks behind.
        self.arrived = self.arrived.or(Some((0, now)));
        if let Some(column) = question {
            let ahead = self.asked.len() + 1 + usize::from(self.unasked);
            let behind = self.bytes;
            self.asked.push_back(Question { at: now, column, ahead, size: bytes, behind, lost: false });
            self.column = column + 1;
        }
        self.unasked = question.is_none();
    }

    /// Takes an answer from that column; false if none of these questions was meant.
    pub(super) fn take(&mut self, now: Instant, column: u16) -> bool {
        if let Some(place) = self.asked.iter().position(|question| question.column == column) {
            // What was asked before has arrived, too, answer or not.
            let question = self.asked.drain(..=place).next_back();
            if let Some(question) = question {
                self.measure(now, question.at, question.size);
                self.arrived = Some((question.behind, now));
                self.learn(&question, now.saturating_duration_since(question.at));
            }
        }
        column >= FIRST
    }

    /// Whether the terminal has answered anything.
    pub(super) fn has_heard(&self) -> bool {
        self.heard
    }

    /// The terminal answered something; the first answers are the probe's, to questions behind the first screen.
    pub(super) fn heard(&mut self, now: Instant) {
        if let (false, true, Some((_, sent))) = (self.heard, self.asked.is_empty(), self.arrived) {
            self.measure(now, sent, self.bytes);
            self.arrived = Some((self.bytes, now));
        }
        self.heard = true;
        self.missed = 0;
    }

    /// So many bytes arrived that were sent at that time, behind what had arrived before.
    fn measure(&mut self, now: Instant, sent: Instant, bytes: usize) {
        let before = self.arrived.map_or(sent, |(_, when)| when);
        let took = now.saturating_duration_since(before.max(sent)).as_secs_f32() / bytes.max(1) as f32;
        self.a_byte = Some(match self.a_byte {
            // The line was busy all the time. ssh may bring two frames as one: only the mean tells.
            Some(a_byte) if before > sent => a_byte + (took - a_byte) / 4.0,
            Some(a_byte) => a_byte.min(took),
            None => took,
        });
    }

    /// Whether an answer may still come.
    pub(super) fn is_open(&self) -> bool {
        self.asked.back().is_some_and(|question| question.at.elapsed() < FORGOTTEN)
    }

    /// Makes the window as wide as the answers allow.
    fn learn(&mut self, question: &Question, took: Duration) {
        self.latest = Some(took);
        // One that is alone takes as long as it can't but take.
        let usual = self
            .least
            .filter(|_| question.ahead > 1)
            .map(|(least, bytes)| least + self.carrying(question.size.saturating_sub(bytes)));
        let least = usual.filter(|least| *least < took).unwrap_or_else(|| {
            self.least = Some((took, question.size));
            took
        });
        let share = if took <= SOON { 1.0 } else { least.as_secs_f32() / took.as_secs_f32() };
        let ahead = question.ahead as f32;
        let queued = ahead * (1.0 - share);
        let (growth, filled) = if self.found { (0.5 / self.window, ahead) } else { (1.0, 2.0 * ahead) };
        if queued < *QUEUED.start() && filled >= self.window.floor() {
            self.window = (self.window + growth).min(MANY);
        } else if (queued > *QUEUED.end() || took > least + LATE) && self.is_news(question.at) {
            self.narrow(ahead * share + QUEUED.start());
        }
    }

    fn narrow(&mut self, window: f32) {
        self.window = window.clamp(1.0, MANY);
        self.narrowed = self.sent;
        self.found = true;
    }

    /// Whether a question of that time was asked after the window was made narrower.
    fn is_news(&self, asked: Instant) -> bool {
        self.narrowed.is_none_or(|narrowed| asked > narrowed)
    }

    /// Whether answers come no more, or never did.
    fn is_silent(&self) -> bool {
        self.missed >= if self.heard { FELL_SILENT } else { SILENT }
    }

    fn under_way(&self) -> usize {
        self.asked.iter().filter(|question| !question.lost).count()
    }

    /// Until when a question is waited for: some time beyond that in which the line carries what is on it.
    fn patience(&self, question: &Question) -> Instant {
        let usual =
            self.latest.map_or(LONGEST, |latest| (2 * latest + SHORTEST / 3).clamp(SHORTEST, LONGEST));
        let bytes = question.behind - self.arrived.map_or(0, |(bytes, _)| bytes).min(question.behind);
        question.at + usual.max(self.carrying(bytes) + SHORTEST)
    }

    /// How long the line takes at most for so many bytes; nothing where that isn't known.
    fn carrying(&self, bytes: usize) -> Duration {
        let seconds = self.a_byte.unwrap_or_default() * bytes as f32;
        Duration::from_secs_f32(seconds.min(FORGOTTEN.as_secs_f32()))
    }
}

#[cfg(test)]
mod tests;
