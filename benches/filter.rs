//! What a change of filter costs in a large dataset: `cargo bench --bench filter [-- --write FILE]`.
//!
//! 100,000 initiatives in 400 regions, with 60 topics and 3,000 partners; `--write` writes that dataset to a file.

#[path = "search/generate.rs"]
mod generate;

use std::error::Error;
use std::time::{Duration, Instant};

use generate::{Shape, generate};
use yixin::programme::{Choice, Facet, Filter, Matching, Origin, Programme, embedded, open, table};

const SHAPE: Shape = Shape { initiatives: 100_000, regions: 400, topics: 60, partners: 3000 };
const GOAL: Duration = Duration::from_millis(10);

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let mut bytes = Vec::new();
    generate(&embedded()?, &SHAPE, &mut bytes)?;
    if let [write, file] = &args[..]
        && write == "--write"
    {
        return Ok(std::fs::write(file, bytes)?);
    }
    let programme = open(Origin::Bytes(&bytes), &|_| true)?;
    drop(bytes);
    let count = |facet| programme.choices(facet).len();
    println!(
        "{} initiatives, {} regions, {} topics, {} partners, {} places",
        programme.initiatives.len(),
        count(Facet::Region),
        count(Facet::Topic),
        count(Facet::Partner),
        count(Facet::Place),
    );
    println!("filter                 left  matching   table (regions × stages)");
    let mut worst = Duration::ZERO;
    for (name, filter) in filters(&programme) {
        let matching = Matching::of(&programme, &filter);
        let left = matching.initiatives().len();
        let change = time(|| drop(Matching::of(&programme, &filter)));
        let cells = time(|| drop(table(&programme, &matching, Facet::Region, Facet::Stage)));
        println!("{name:<20} {left:>6}  {change:>8.1?}  {cells:>8.1?}");
        worst = worst.max(change);
    }
    println!("worst {worst:.1?}, goal {GOAL:.1?}");
    Ok(())
}

fn filters(programme: &Programme) -> Vec<(String, Filter)> {
    let nth = |facet, n: usize| programme.choices(facet).into_iter().nth(n);
    let mut filters = vec![("none".to_owned(), Filter::default())];
    for facet in Facet::ALL {
        filters.push((facet.id().to_owned(), nth(facet, 1).into_iter().collect()));
    }
    let two = |facet: Facet| programme.choices(facet).into_iter().step_by(2);
    filters.push(("half of each facet".to_owned(), Facet::ALL.into_iter().flat_map(two).collect()));
    let every: Vec<Choice> = Facet::ALL.into_iter().flat_map(|facet| programme.choices(facet)).collect();
    filters.push(("everything".to_owned(), every.into_iter().collect()));
    filters
}

/// The median of eleven.
fn time(work: impl Fn()) -> Duration {
    let once = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    let mut times: Vec<_> = (0..11).map(once).collect();
    times.sort();
    times[5]
}
