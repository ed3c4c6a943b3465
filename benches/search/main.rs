//! What search costs by the size of the dataset: `cargo bench --bench search [-- COUNT…]`.
//!
//! `cargo bench --bench search -- --generate COUNT FILE` writes such a dataset.
//! Each size is measured in a process of its own, for its memory.

mod generate;

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use generate::Shape;
use yixin::programme::{Language, Origin, Programme, embedded, open};
use yixin::search::{Index, Query, nearest};

const PER_COUNTY: usize = 36;
const PER_PARTNER_GROUP: usize = 1000;

/// Typed key by key.
const QUERIES: [&str; 15] = [
    "xn",
    "xining",
    "西宁",
    "cfl",
    "caofuliang",
    "ganreyan",
    "干热岩",
    "算力",
    "computing",
    "training",
    "yongan ganreyan",
    "e",
    "rc",
    "zzzzz",
    "xinign",
];

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--generate", count, file] => write_dataset(count.parse()?, Path::new(file)),
        ["--measure", file] => measure(Path::new(file)),
        [] => table(&["49", "1000", "10000", "100000", "1000000"]),
        ref counts => table(counts),
    }
}

fn write_dataset(count: usize, file: &Path) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(File::create(file)?);
    if count == 49 {
        out.write_all(include_bytes!("../../data/programme.json"))?;
    } else {
        let programme = embedded()?;
        generate::generate(&programme, &shape(&programme, count), &mut out)?;
    }
    Ok(out.flush()?)
}

/// What so many initiatives would have if the rest of them were like the real ones.
fn shape(programme: &Programme, initiatives: usize) -> Shape {
    let topics = programme.topics.len();
    let partners = initiatives.div_ceil(PER_PARTNER_GROUP) * programme.partners.len();
    Shape { initiatives, regions: initiatives.div_ceil(PER_COUNTY).max(2), topics, partners }
}

fn table(counts: &[&str]) -> Result<(), Box<dyn Error>> {
    println!("initiatives  file MB  parse  parsed MB  index  index MB  key median  key worst  fzf  grep");
    for count in counts {
        let file = std::env::temp_dir().join(format!("yixin-bench-{}.json", std::process::id()));
        write_dataset(count.parse()?, &file)?;
        print!("{count:>11}  ");
        std::io::stdout().flush()?;
        let measured = Command::new(std::env::current_exe()?).arg("--measure").arg(&file).status();
        fs::remove_file(&file)?;
        measured?;
    }
    Ok(())
}

fn measure(file: &Path) -> Result<(), Box<dyn Error>> {
    let bytes = fs::read(file)?;
    let size = bytes.len();
    let start = Instant::now();
    let programme = open(Origin::Bytes(&bytes), &|_| true)?;
    let parse_time = start.elapsed();
    drop(bytes);
    let parsed = resident();
    let start = Instant::now();
    let index = Index::build(&programme);
    let index_time = start.elapsed();
    let indexed = resident();
    let mut keys: Vec<(Duration, String)> =
        QUERIES.iter().flat_map(|q| keys(&programme, &index, q)).collect();
    keys.sort();
    let (median, (worst, query)) = (keys[keys.len() / 2].0, &keys[keys.len() - 1]);
    let [fzf, grep] = others(&programme, file)?;
    println!(
        "{:>7.1}  {parse_time:.2?}  {parsed:>9.1}  {index_time:.2?}  {:>8.1}  {median:.1?}  {worst:.1?} ({query})  {fzf}  {grep}",
        size as f64 / 1e6,
        indexed - parsed,
    );
    if std::env::var_os("YIXIN_BENCH_KEYS").is_some() {
        keys.iter().for_each(|(time, query)| println!("    {time:>9.1?} {query}"));
    }
    Ok(())
}

/// What each beginning of a query takes, the best of three.
fn keys(programme: &Programme, index: &Index, query: &str) -> Vec<(Duration, String)> {
    let ends = query.char_indices().map(|(at, c)| at + c.len_utf8());
    let key = |end: usize| {
        let time = || {
            let start = Instant::now();
            let query = Query::parse(&query[..end]);
            if index.search(programme, &query, 200, |_| true).is_empty() {
                std::hint::black_box(nearest(programme, &query));
            }
            start.elapsed()
        };
        ((0..3).map(|_| time()).min().unwrap_or_default(), query[..end].to_owned())
    };
    ends.map(key).collect()
}

/// How long fzf and grep take for a plain substring in the same texts, a line an initiative.
fn others(programme: &Programme, file: &Path) -> Result<[String; 2], Box<dyn Error>> {
    let lines = file.with_extension("txt");
    let mut out = BufWriter::new(File::create(&lines)?);
    for initiative in &programme.initiatives {
        for text in [&initiative.title, &initiative.summary].into_iter().chain(&initiative.measures) {
            Language::ALL.iter().try_for_each(|language| write!(out, "{} ", text.get(*language)))?;
        }
        writeln!(out)?;
    }
    out.flush()?;
    let time = |program: &str, args: &[&str]| -> Result<String, Box<dyn Error>> {
        let start = Instant::now();
        // Not to the null device: grep would stop at the first match.
        let run = Command::new(program).args(args).stdin(File::open(&lines)?).stdout(Stdio::piped()).output();
        Ok(run.map_or("-".to_owned(), |_| format!("{:.1?}", start.elapsed())))
    };
    let times = [time("fzf", &["--exact", "--filter", "干热岩"])?, time("grep", &["-F", "干热岩"])?];
    fs::remove_file(&lines)?;
    Ok(times)
}

/// The memory in use, in MB (Linux; elsewhere 0).
fn resident() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|kb| kb.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0.0) / 1000.0
}
