//! Held keys on simulated lines, in simulated time.

use super::*;

/// ssh over a line: takes a frame at once and brings it later.
#[derive(Clone, Copy)]
struct Line {
    /// Bytes a second, and milliseconds one way.
    rate: u64,
    delay: u64,
    /// Bytes of a frame.
    frame: u64,
    /// Of a hundred answers, how many never come.
    lost: u64,
}

/// What a key that is held for five seconds, 30 times a second, comes to.
#[derive(Debug, Default)]
struct Held {
    /// From the last key to its frame, the longest time between two frames, milliseconds.
    behind: u64,
    stall: u64,
    /// Frames that were shown while it was held, questions that were asked.
    shown: usize,
    asked: usize,
}

const KEYS: u64 = 150;
/// Frames differ: their sizes, in quarters of the usual one.
const SIZES: [u64; 5] = [4, 6, 3, 2, 5];
/// Bytes of a row of the screen.
const ROW: u64 = 80;

/// Milliseconds into the simulation.
fn key(n: u64) -> u64 {
    n * 1000 / 30
}

fn hold(flow: &mut Flow, start: Instant, line: Line) -> Held {
    let at = |ms: u64| start + Duration::from_millis(ms);
    let (mut held, mut answers, mut shown) = (Held::default(), VecDeque::new(), vec![line.delay * 2]);
    let (mut empty, mut owed, mut typed, mut now) = (0, 0, 0, 0);
    while typed < KEYS || owed > 0 || !answers.is_empty() {
        while answers.front().is_some_and(|&(when, _)| when <= now) {
            flow.heard(at(now));
            assert!(answers.pop_front().is_some_and(|(_, column)| flow.take(at(now), column)));
        }
        while typed < KEYS && key(typed) + line.delay <= now {
            (typed, owed) = (typed + 1, line.frame * SIZES[typed as usize % SIZES.len()] / 4);
        }
        if owed > 0 && flow.is_free(at(now)) {
            let question = flow.question(at(now), 80);
            let part =
                question.map_or(owed, |_| owed.min(flow.part() as u64).next_multiple_of(ROW).min(owed));
            flow.sent(at(now), part as usize, question);
            empty = now.max(empty) + part * 1000 / line.rate;
            shown.push(empty + line.delay);
            held.asked += usize::from(question.is_some());
            let lost = held.asked as u64 * 37 % 100 < line.lost;
            answers.extend(question.filter(|_| !lost).map(|column| (empty + 2 * line.delay, column)));
            owed -= part;
        }
        now += 1;
    }
    held.behind = shown[shown.len() - 1] - key(KEYS - 1);
    held.stall = shown.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0);
    held.shown = shown.iter().filter(|&&when| when < key(KEYS) + line.delay).count();
    held
}

const NARROW: Line = Line { rate: 8000, delay: 150, frame: 560, lost: 0 };
const SERIAL: Line = Line { rate: 960, delay: 150, frame: 560, lost: 0 };
const SATELLITE: Line = Line { rate: 125_000, delay: 300, frame: 560, lost: 0 };

#[test]
fn a_held_key_is_seen_as_it_is_held_and_leaves_nothing_behind() {
    // Milliseconds behind at most; frames or parts in five seconds at least: half of what the line carries, of 150 keys.
    for (line, behind, shown) in [
        (NARROW, 650, 5 * 8000 / 560 / 2),
        (Line { frame: 1500, ..NARROW }, 900, 5 * 8000 / 1500 / 2),
        (Line { frame: 200, ..NARROW }, 650, 75),
        (SERIAL, 1800, 5 * 960 / 560 / 2),
        (Line { frame: 900, ..SERIAL }, 2000, 5 * 960 / 900 / 2),
        (Line { delay: 5, ..SERIAL }, 1800, 5 * 960 / 560 / 2),
        (SATELLITE, 800, 75),
        (Line { rate: 10_000_000, delay: 0, ..NARROW }, 40, 148),
        (Line { rate: 1_000_000, delay: 20, ..NARROW }, 80, 140),
    ] {
        let (mut flow, start) = (Flow::new(), Instant::now());
        // The first screen, behind which the probe asks.
        flow.sent(start, 2500, None);
        flow.heard(start + Duration::from_millis(2500 * 1000 / line.rate + 2 * line.delay));
        // And again, with what was learnt.
        for time in 1..4 {
            let held = hold(&mut flow, start + Duration::from_secs(60 * time), line);
            let what = format!("{} B/s, {} ms, {} B: {held:?}", line.rate, line.delay, line.frame);
            assert!(held.behind <= behind && held.shown >= shown, "{what}");
        }
    }
}

#[test]
fn nobody_waits_a_second_for_answers_that_do_not_come() {
    for line in [NARROW, SERIAL, SATELLITE] {
        for lost in [20, 100] {
            let (mut flow, start) = (Flow::new(), Instant::now());
            for time in 0..3 {
                let held = hold(&mut flow, start + Duration::from_secs(60 * time), Line { lost, ..line });
                // Where nothing is ever answered, frames queue as they did: only the first ones wait.
                assert!(held.stall <= 1000, "{} B/s, {lost}%: {held:?}", line.rate);
            }
        }
    }
}

#[test]
fn a_key_on_a_quiet_line_asks_nothing() {
    let (mut flow, start) = (Flow::new(), Instant::now());
    flow.heard(start);
    for n in 0..10 {
        let now = start + n * QUICK;
        assert!(flow.is_free(now));
        assert_eq!(flow.question(now, 80), None);
        flow.sent(now, 600, None);
        assert_eq!((flow.due(), flow.is_open()), (None, false));
    }
}

#[test]
fn an_answer_is_known_by_its_column() {
    let (mut flow, now) = (Flow::new(), Instant::now());
    flow.sent(now, 600, None);
    let mut asked = Vec::new();
    for _ in 0..3 {
        let question = flow.question(now, 16);
        asked.extend(question);
        flow.sent(now, 600, question);
    }
    assert_eq!(asked, [14, 15, 16]);
    assert!(!flow.take(now, 13), "the probe's");
    assert!(flow.take(now, 50) && !flow.is_free(now), "nobody's");
    // The first two answers are lost.
    assert!(flow.take(now, 16) && flow.is_free(now) && !flow.is_open());
    assert_eq!(flow.question(now, 13), None, "no room to ask in");
}

#[test]
fn the_first_answer_tells_how_slow_a_line_is() {
    let (mut flow, start) = (Flow::new(), Instant::now());
    flow.sent(start, 2500, None);
    flow.heard(start + Duration::from_millis(2900));
    let now = start + Duration::from_secs(5);
    for _ in 0..2 {
        let question = flow.question(now, 80);
        flow.sent(now, 900, question);
    }
    // What is on its way takes two seconds: no answer is late before that.
    assert!(flow.due().is_some_and(|due| due > now + Duration::from_secs(2)), "{flow:?}");
}
