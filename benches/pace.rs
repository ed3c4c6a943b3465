//! A key held for five seconds behind slow lines: how far behind the screen is, and what it shows meanwhile.
//!
//! `cargo bench --bench pace`; `-- PROGRAM ARGUMENT…` measures another program that goes down by `j` and up by `k`.

#![allow(clippy::unwrap_used)]

#[path = "../tests/common/link.rs"]
mod link;
#[path = "../tests/common/pty.rs"]
mod pty;

use std::time::Duration;

use link::{Held, Line, Link};
use pty::Pty;

const MILLISECOND: Duration = Duration::from_millis(1);

/// Bytes a second, milliseconds there and back, answers of a hundred that never come.
const LINES: [(&str, u32, u32, u32); 8] = [
    ("64 kbit/s, 300 ms", 8000, 300, 0),
    ("9600 baud, 300 ms", 960, 300, 0),
    ("9600 baud, 10 ms", 960, 10, 0),
    ("1 Mbit/s, 600 ms", 125_000, 600, 0),
    ("64 kbit/s, 300 ms, 20 % lost", 8000, 300, 20),
    ("1 Mbit/s, 600 ms, 20 % lost", 125_000, 600, 20),
    ("64 kbit/s, 300 ms, no answers", 8000, 300, 100),
    ("1 Mbit/s, 600 ms, no answers", 125_000, 600, 100),
];

/// How often the key is held; the worst counts.
const TIMES: u32 = 3;
const HELD: Duration = Duration::from_secs(5);

fn main() {
    let program: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    println!(
        "| line | s behind | longest stall, s | frames a second | steps a second | bytes a second | bytes of one key |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    // They mostly wait.
    let rows = LINES.map(|line| {
        let program = program.clone();
        std::thread::spawn(move || row(line, &program))
    });
    rows.into_iter().for_each(|row| println!("{}", row.join().unwrap()));
}

fn row((name, rate, round_trip, lost): (&str, u32, u32, u32), program: &[String]) -> String {
    let line = Line { rate, round_trip: round_trip * MILLISECOND, lost };
    let mut link = Link::new(start(program), line);
    let quiet = line.round_trip + 1500 * MILLISECOND;
    let press = |link: &mut Link, key: &str| {
        let before = link.pty.bytes.len();
        link.send(key);
        link.settle(quiet);
        link.pty.bytes.len() - before
    };
    press(&mut link, "");
    let key = press(&mut link, "j");
    press(&mut link, "k");
    let held: Vec<_> = (0..TIMES).map(|_| link.hold(HELD)).collect();
    let worst = |time: fn(&Held) -> Duration| held.iter().map(time).max().unwrap_or_default().as_secs_f32();
    let mean = |count: fn(&Held) -> usize| {
        held.iter().map(count).sum::<usize>() as f32 / (TIMES as f32 * HELD.as_secs_f32())
    };
    format!(
        "| {name} | {:.2} | {:.2} | {:.1} | {:.1} | {:.0} | {key} |",
        worst(|held| held.behind),
        worst(|held| held.stall),
        mean(|held| held.frames),
        mean(|held| held.steps),
        mean(|held| held.bytes),
    )
}

/// The program that is measured: the browser, unless another is named.
fn start(program: &[String]) -> Pty {
    let arguments: Vec<_> = program.iter().skip(1).map(String::as_str).collect();
    program.first().map_or_else(|| Pty::browser(&[]), |program| Pty::spawn(program, &arguments, &[]))
}
