//! More room shows more: what stands on a screen stands on every wider one of the same height.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

mod common;

use std::collections::BTreeSet;

use common::{NARROW, WIDE, app, compared, embedded, press_on};
use ratatui::buffer::Buffer;
use yixin::app::App;
use yixin::programme::{Initiative, Language, Stage};
use yixin::text::Medium;
use yixin::words::Words;

/// What is seen of an initiative, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Seen {
    Row(usize),
    WholeTitle(usize),
    Stages(usize),
    Topic(usize),
    Region(usize),
}

const MEDIA: [(&str, Medium); 2] = [("narrow", NARROW), ("wide", WIDE)];
/// Below the title and the tabs.
const TOP: u16 = 2;

/// The lines of a pane, by its place among those that begin at the top.
fn pane(buf: &Buffer, place: usize, medium: &Medium) -> Vec<String> {
    let lines = medium.glyphs.lines;
    let is = |x, y, sides: &[usize]| sides.iter().any(|&sides| buf[(x, y)].symbol() == lines[sides]);
    // Corners and joints of the upper line; in ASCII all are `+`, which no title has.
    let mut sides = (0..buf.area.width).filter(|&x| is(x, TOP, &[6, 12, 14])).skip(place);
    let (left, right) = (sides.next().unwrap(), sides.next().unwrap());
    let inner = (TOP + 1..buf.area.height).take_while(|&y| !is(left, y, &[3, 7, 11, 13]));
    inner.map(|y| (left + 2..right).map(|x| buf[(x, y)].symbol()).collect()).collect()
}

/// How a title begins in a list, to know its row by.
fn beginning(title: &str) -> &str {
    title.char_indices().nth(8).map_or(title, |(end, _)| &title[..end])
}

/// A title's first line, and the second, less what of the title stands there.
struct Around<'l> {
    whole: bool,
    first: &'l str,
    second: &'l str,
}

fn around<'l>(title: &str, first: &'l str, second: &'l str) -> Around<'l> {
    let common = title.char_indices().zip(first.chars()).take_while(|((_, a), b)| a == b);
    let end = common.last().map_or(0, |((at, c), _)| at + c.len_utf8());
    let second = second.trim_start().strip_prefix(title[end..].trim());
    Around { whole: second.is_some(), first: &first[end..], second: second.unwrap_or("").trim() }
}

/// The stages as a list marks them.
fn marks(words: &Words, initiative: &Initiative) -> String {
    let mark = |stage: Stage| {
        let mark = words.stage_marks[stage as usize];
        if initiative.stages.contains(&stage) {
            mark
        } else if mark.is_ascii() {
            " "
        } else {
            "  "
        }
    };
    Stage::ALL.map(mark).concat().trim().to_owned()
}

fn seen(app: &mut App, medium: &Medium, size: (u16, u16)) -> BTreeSet<Seen> {
    let buf = press_on(app, medium, size, "");
    let mut seen = BTreeSet::new();
    let regions = pane(&buf, 0, medium).join("\n");
    let names = app.regions().iter().map(|&region| app.programme()[region].short.get(app.language()));
    seen.extend(names.enumerate().filter(|(_, name)| regions.contains(name)).map(|(n, _)| Seen::Region(n)));
    // Behind the marks of what is new and changed.
    let behind = if app.since().is_some() { 2 } else { 0 };
    let lines: Vec<String> =
        pane(&buf, 1, medium).into_iter().map(|line| line[behind..].to_owned()).collect();
    for (place, &initiative) in app.initiatives().iter().enumerate() {
        let initiative = &app.programme()[initiative];
        let shared = Some(initiative.regions.len() - 1).filter(|&others| others > 0);
        let shared = shared.map_or(String::new(), |others| format!(" +{others}"));
        let title = [initiative.title.get(app.language()), &shared].concat();
        let Some(at) = lines.iter().position(|line| line.starts_with(beginning(&title))) else { continue };
        seen.insert(Seen::Row(place));
        let Around { whole, first, second } =
            around(&title, &lines[at], lines.get(at + 1).map_or("", |line| line));
        if whole {
            seen.insert(Seen::WholeTitle(place));
        }
        let marks = marks(app.words(), initiative);
        if !marks.is_empty() && first.contains(&marks) {
            seen.insert(Seen::Stages(place));
        }
        let topic = app.programme()[initiative.topic].name.get(app.language());
        // A long one is cut; on a second line it stands alone.
        let topic: String = topic.chars().take(4).collect();
        if first.contains(&topic) || (second.starts_with(&topic) && second.chars().count() <= 24) {
            seen.insert(Seen::Topic(place));
        }
    }
    seen
}

/// Goes through every region of the programme, and those of the fixture that have not just one initiative, in each
/// language and for both media.
fn each_region(mut check: impl FnMut(&mut App, &Medium, &str)) {
    for (data, open, first) in [
        ("the fixture", app as fn(Language) -> App, 4),
        ("the programme", embedded, usize::MAX),
        ("the fixture and what it was", compared, 4),
    ] {
        for (language, (named, medium)) in Language::ALL.into_iter().flat_map(|l| MEDIA.map(|m| (l, m))) {
            let regions = open(language).regions().to_vec();
            for region in regions.into_iter().take(first) {
                let mut app = open(language);
                app.select_region(region);
                let name = app.programme()[region].short.get(Language::En).to_owned();
                check(&mut app, &medium, &format!("{name} of {data}, {language:?}, {named}"));
            }
        }
    }
}

#[test]
fn from_a_width_to_the_next_nothing_is_lost() {
    let mut lost = Vec::new();
    each_region(|app, medium, case| {
        for height in [16, 24, 40] {
            let mut before = BTreeSet::new();
            for width in 60..=240 {
                let now = seen(app, medium, (width, height));
                let gone: Vec<_> = before.difference(&now).collect();
                if !gone.is_empty() {
                    lost.push(format!("{width}×{height} loses {gone:?}: {case}"));
                }
                before = now;
            }
        }
    });
    println!("places where a wider screen shows less: {}", lost.len());
    assert!(lost.is_empty(), "{} places: {:#?}", lost.len(), &lost[..lost.len().min(20)]);
}

#[test]
fn from_a_hundred_columns_on_every_title_stands_whole_with_stages_and_topic() {
    let mut cut = Vec::new();
    each_region(|app, medium, case| {
        for width in 100..=240 {
            let seen = seen(app, medium, (width, 60));
            for (place, &initiative) in app.initiatives().iter().enumerate() {
                let staged = !app.programme()[initiative].stages.is_empty();
                let wanted = [Seen::WholeTitle(place), Seen::Topic(place)];
                let wanted = wanted.into_iter().chain(staged.then_some(Seen::Stages(place)));
                cut.extend(
                    wanted.filter(|one| !seen.contains(one)).map(|one| format!("{width}: {one:?}, {case}")),
                );
            }
        }
    });
    assert!(cut.is_empty(), "{} places: {:#?}", cut.len(), &cut[..cut.len().min(20)]);
}
