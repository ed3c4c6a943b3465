//! A dataset of any size, made from the real one with other names and numbers.

use std::io::{self, Write};

use yixin::programme::file::{FORMAT, Initiative, Overview, Partner, Region, Zone};
use yixin::programme::{self, Language, Programme, Text, Topic};
use yixin::text::readings;

/// Characters that are written alike in both scripts, for names.
const SYLLABLES: &str =
    "安平和永昌定清河山石林江北南西中上下大小明光天水白金玉泉木土沙田文正仁信公太古新元高";

/// How many of each a dataset has.
pub(crate) struct Shape {
    pub(crate) initiatives: usize,
    pub(crate) regions: usize,
    pub(crate) topics: usize,
    /// About so many: whole copies of the real ones.
    pub(crate) partners: usize,
}

/// Writes a dataset of that shape.
pub(crate) fn generate(programme: &Programme, shape: &Shape, mut out: impl Write) -> io::Result<()> {
    let groups = shape.partners.div_ceil(programme.partners.len());
    write!(out, "{{\"format\":{FORMAT},\"programme\":")?;
    serde_json::to_writer(&mut out, &overview(programme))?;
    write!(out, ",\"sources\":")?;
    serde_json::to_writer(&mut out, &programme.sources)?;
    write!(out, ",\"topics\":")?;
    let topics: Vec<Topic> = (0..shape.topics).map(|n| topic(programme, n)).collect();
    serde_json::to_writer(&mut out, &topics)?;
    list(&mut out, "zones", programme.zones.iter().map(|z| Zone::of(programme, z)))?;
    list(&mut out, "regions", (0..shape.regions).map(|n| county(programme, n)))?;
    let partners = (0..groups).flat_map(|g| programme.partners.iter().map(move |p| partner(programme, p, g)));
    list(&mut out, "partners", partners)?;
    list(&mut out, "initiatives", (0..shape.initiatives).map(|n| initiative(programme, n, shape, groups)))?;
    writeln!(out, "}}")
}

fn list<T: serde::Serialize>(
    out: &mut impl Write,
    name: &str,
    all: impl Iterator<Item = T>,
) -> io::Result<()> {
    write!(out, ",\"{name}\":[")?;
    for (n, one) in all.enumerate() {
        out.write_all(if n == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &one)?;
    }
    write!(out, "]")
}

fn overview(programme: &Programme) -> Overview {
    Overview { cites: Vec::new(), ..Overview::of(programme) }
}

/// The real topics first, then others that are named after them.
fn topic(programme: &Programme, n: usize) -> Topic {
    let all = programme.topics.len();
    let mut topic = programme.topics[n % all].clone();
    if n >= all {
        let (hans, en) = name(n, 2);
        let [s, t, e] = Language::ALL.map(|l| topic.name.get(l));
        let name = text(&format!("{hans}{s}"), &format!("{hans}{t}"), &format!("{en} {e}"));
        topic = Topic { id: format!("{}-{n}", topic.id).into(), name };
    }
    topic
}

fn county(programme: &Programme, n: usize) -> Region {
    let (hans, en) = name(n, 3);
    let real = &programme.regions[n % programme.regions.len()];
    let mut region = Region::of(programme, real);
    let swap =
        [(stem(&real.short, Language::ZhHans), hans.clone()), (stem(&real.short, Language::En), en.clone())];
    region.id = format!("county-{n}");
    region.name = text(&format!("{hans}县"), &format!("{hans}縣"), &format!("{en} County"));
    region.short = region.name.clone();
    region.profile = rewritten(&region.profile, &swap, n as u64);
    region
}

fn partner(programme: &Programme, real: &programme::Partner, group: usize) -> Partner {
    let (hans, en) = name(group, 2);
    let [s, t, e] = Language::ALL.map(|l| real.name.get(l));
    Partner {
        id: format!("{}-{group}", real.id),
        name: text(&format!("{hans}{s}"), &format!("{hans}{t}"), &format!("{en} {e}")),
        ..Partner::of(programme, real)
    }
}

fn initiative(programme: &Programme, n: usize, shape: &Shape, groups: usize) -> Initiative {
    let real = &programme.initiatives[n % programme.initiatives.len()];
    let mut made = Initiative::of(programme, real);
    let county = n / shape.initiatives.div_ceil(shape.regions);
    let (hans, en) = name(county, 3);
    let mut swap = Vec::new();
    for region in &real.regions {
        let short = &programme[*region].short;
        swap.push((stem(short, Language::ZhHans), hans.clone()));
        swap.push((stem(short, Language::ZhHant), hans.clone()));
        swap.push((stem(short, Language::En), en.clone()));
    }
    for (nth, person) in real.people.iter().enumerate() {
        let (hans, en) = name(n * 7 + nth + 5, 3);
        let [s, t, e] = Language::ALL.map(|l| person.name.get(l).to_owned());
        swap.extend([(s, hans.clone()), (t, hans), (e, en)]);
    }
    let seed = n as u64;
    made.id = format!("{}-{n}", real.id);
    made.regions = (county..(county + real.regions.len().min(2)).min(shape.regions))
        .map(|c| format!("county-{c}"))
        .collect();
    if shape.topics > programme.topics.len() {
        made.topic = topic(programme, n % shape.topics).id.into();
    }
    made.title = rewritten(&made.title, &swap, seed);
    made.summary = rewritten(&made.summary, &swap, seed);
    made.measures = made.measures.iter().map(|m| rewritten(m, &swap, seed)).collect();
    made.people.iter_mut().for_each(|p| p.name = rewritten(&p.name, &swap, seed));
    made.figures.iter_mut().for_each(|f| f.value = renumbered(&f.value, seed).into());
    made.partners.iter_mut().for_each(|p| *p = format!("{p}-{}", n * groups / shape.initiatives));
    made
}

/// A short name without the kind of place.
fn stem(short: &Text, language: Language) -> String {
    let name = short.get(language);
    let kinds = ["市", "州", " Prefecture", " City"];
    kinds.iter().find_map(|kind| name.strip_suffix(kind)).unwrap_or(name).to_owned()
}

/// The nth name, in Chinese and in English.
fn name(n: usize, length: u32) -> (String, String) {
    let all: Vec<char> = SYLLABLES.chars().collect();
    let mut rest = n.wrapping_mul(7919) % all.len().pow(length);
    let mut hans = String::new();
    for _ in 0..length {
        hans.push(all[rest % all.len()]);
        rest /= all.len();
    }
    let mut en: String = hans.chars().filter_map(|c| readings(c).next()).collect();
    en[..1].make_ascii_uppercase();
    (hans, en)
}

fn rewritten(text_: &Text, swap: &[(String, String)], seed: u64) -> Text {
    let [s, t, e] = Language::ALL.map(|language| {
        let swapped = swap.iter().fold(text_.get(language).to_owned(), |t, (from, to)| t.replace(from, to));
        renumbered(&swapped, seed)
    });
    text(&s, &t, &e)
}

/// The text with other digits, the same in every language.
fn renumbered(text: &str, seed: u64) -> String {
    let mut state = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
    let digit = |c: char| {
        if !c.is_ascii_digit() {
            return c;
        }
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'1' + (state >> 60) as u8 % 9)
    };
    text.chars().map(digit).collect()
}

fn text(hans: &str, hant: &str, en: &str) -> Text {
    Text::new(hans, hant, en)
}
