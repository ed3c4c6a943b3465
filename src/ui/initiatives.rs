//! The initiatives of the selected region: title, topic, stages; a long title takes two lines.
//!
//! The topic stands at the end of its title's line where both have room, so that no title gives way to it and a wider
//! pane never shows less. Where the list has the whole height it gets a second line rather than none.

use std::ops::Range;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::laid::{HeightsKey, Kept, Laid};
use super::layout::inside;
use super::list::{Bar, row_role};
use super::{Role, frame};
use crate::app::{Action, App, Focus};
use crate::page::mark;
use crate::programme::{Initiative, Ref, Stage};
use crate::text::{Medium, truncate, wrap};

/// Where titles would get fewer columns than this, stages and topics give way.
const TITLE: u16 = 22;
/// The most columns that a topic takes, and those before it.
const TOPIC: u16 = 14;
const GAP: u16 = 2;
/// The fewest that are left of one that is cut.
const CUT: u16 = 6;
/// The fewest columns that are left of a region's long name in the pane's title.
const NAME: u16 = 12;

pub(crate) fn lay(app: &App, medium: &Medium, pane: Rect, laid: &mut Laid) {
    let area = inside(pane);
    let columns = Columns::of(app, medium, pane, laid);
    let key = HeightsKey {
        region: app.region(),
        edition: app.edition(),
        language: app.language(),
        columns,
        medium: *medium,
    };
    let heights;
    (laid.heights, heights) =
        Kept::of(std::mem::take(&mut laid.heights), key, || heights_of(app, medium, columns));
    let place = app.initiative_place();
    let (above, total) = (lines(&heights[..place.min(heights.len())]), lines(&heights));
    let rows = usize::from(area.height);
    let own = usize::from(heights.get(place).copied().unwrap_or(1));
    // Both lines of the selected one show, and after that a margin.
    let view = app.windows().initiatives.follow(above + own - 1, total, rows).follow(above, total, rows);
    laid.windows.initiatives = view;
    laid.pane(pane, Focus::Initiatives);
    for (place, lines) in shown(&heights, view.offset, area) {
        let selected = place == app.initiative_place() && app.focus() == Focus::Initiatives;
        laid.row(lines, Action::Pick(app.initiatives()[place].into()), selected);
    }
}

fn lines(heights: &[u16]) -> usize {
    heights.iter().map(|&height| usize::from(height)).sum()
}

/// The lines of each initiative: two where its title, in a tall list with its topic, needs more than one.
fn heights_of(app: &App, medium: &Medium, columns: Columns) -> Vec<u16> {
    let height = |initiative: &Initiative| {
        let title = medium.columns(initiative.title.get(app.language())) + shared(initiative).len();
        let topic = medium.columns(topic(app, initiative)).min(TOPIC.into()) + usize::from(GAP);
        let own = if columns.tall && columns.stages > 0 { title + topic } else { title };
        if own > columns.title.into() { 2 } else { 1 }
    };
    app.initiatives().iter().map(|&initiative| height(&app.programme()[initiative])).collect()
}

/// The initiatives that show from a line on, and where.
fn shown(heights: &[u16], offset: usize, area: Rect) -> Vec<(usize, Rect)> {
    let mut shown = Vec::new();
    let mut line = 0;
    for (place, &height) in heights.iter().enumerate() {
        let end = line + usize::from(height);
        let (from, to) = (line.max(offset), end.min(offset + usize::from(area.height)));
        if from < to {
            let y = area.y + (from - offset) as u16;
            shown.push((place, Rect { y, height: (to - from) as u16, ..area }));
        }
        line = end;
    }
    shown
}

pub(crate) fn paint(app: &App, laid: &Laid, pane: Rect, canvas: &mut Canvas<'_>) {
    let focused = app.focus() == Focus::Initiatives;
    frame::title(pane, &title(app, pane, canvas), if focused { Role::Key } else { Role::Text }, canvas);
    let area = inside(pane);
    if app.initiatives().is_empty() {
        canvas.centred(area, app.words().no_initiatives);
    }
    let Some(heights) = laid.heights.get() else { return };
    let columns = Columns::of(app, canvas.medium, pane, laid);
    for (place, lines) in shown(heights, laid.windows.initiatives.offset, area) {
        let bar = Bar { selected: place == app.initiative_place(), focused };
        let initiative = app.initiatives()[place];
        bar.paint(lines, canvas);
        let cut = usize::from(heights[place].saturating_sub(lines.height));
        let hidden = if lines.y == area.y { cut } else { 0 };
        let row = Row { lines, hidden, height: heights[place].into(), columns };
        paint_one(app, initiative, &row, row_role(bar), canvas);
    }
}

/// One initiative in its lines; of one that the pane's edge cuts, those that are left.
fn paint_one(app: &App, initiative: Ref<Initiative>, row: &Row, role: Role, canvas: &mut Canvas<'_>) {
    let Row { lines, hidden, height, columns } = *row;
    let mark = mark(app.programme(), initiative);
    let initiative = &app.programme()[initiative];
    let title = [initiative.title.get(app.language()), &shared(initiative)].concat();
    let text = canvas.medium.text(&title);
    let [first, rest] = parts(&text, columns.title, canvas.medium);
    let indented = u16::from(!rest.is_empty());
    let parts = [(first, 0), (rest, indented)];
    for ((place, (part, indent)), line) in parts.into_iter().enumerate().skip(hidden.min(1)).zip(lines.rows())
    {
        let at = (line.x + 1 + columns.marks + indent, line.y);
        let used = indent + canvas.marked_part(at, columns.title - indent, &text, part, role);
        if place + 1 == height {
            paint_topic(topic(app, initiative), line, used, row, role, canvas);
        }
    }
    if hidden == 0 {
        canvas.text((lines.x + 1, lines.y), columns.marks, mark, role);
        let at = (lines.x + 2 + columns.marks + columns.title, lines.y);
        canvas.text(at, columns.stages.saturating_sub(1), &stages(app, initiative), role);
    }
}

/// The topic at the end of a line of which a title takes so much. On a second line it has the room under the stages,
/// too, and is cut where that isn't enough.
fn paint_topic(topic: &str, line: Rect, used: u16, row: &Row, role: Role, canvas: &mut Canvas<'_>) {
    let Columns { marks, title, stages, tall } = row.columns;
    let (room, least) = if row.height == 1 { (title, TOPIC) } else { (title + stages, CUT) };
    let left = room.saturating_sub(used + GAP);
    let width = canvas.columns(topic);
    if stages > 0 && (tall || row.height == 1) && left >= width.min(least) {
        let most = if row.height == 1 { left.min(TOPIC) } else { left };
        canvas.right((line.x + 1 + marks + room, line.y), width.min(most), topic, role);
    }
}

fn topic<'p>(app: &'p App, initiative: &Initiative) -> &'p str {
    app.programme()[initiative.topic].name.get(app.language())
}

/// Where an initiative stands: its lines that show, how many above them don't, how many it has, and the columns.
struct Row {
    lines: Rect,
    hidden: usize,
    height: usize,
    columns: Columns,
}

/// A title in its first line and the rest, by bytes.
fn parts(text: &str, columns: u16, medium: &Medium) -> [Range<usize>; 2] {
    let end = text.len();
    if medium.policy.columns(text) <= columns.into() {
        return [0..end, end..end];
    }
    let first = wrap(text, columns.into(), medium.policy).first().map_or(0, |line| line.len());
    [0..first, end - text[first..].trim_start().len()..end]
}

/// The region's name, and which of how many is selected, in the columns of the pane.
fn title(app: &App, pane: Rect, canvas: &Canvas<'_>) -> String {
    let (words, medium) = (app.words(), canvas.medium);
    let Some(region) = app.region() else { return words.initiatives.into() };
    let (name, total) = (app.programme()[region].short.get(app.language()), app.initiatives().len());
    let place = if total == 0 { 0 } else { app.initiative_place() + 1 };
    // Between the corners and a blank at each end; the word gives way to the name, a long name to the count.
    let name = medium.text(name);
    let room = |count: &str| pane.width.saturating_sub(4 + canvas.columns(count));
    let mut count = format!(" {} {} {place}/{total}", medium.glyphs.dot, words.initiatives);
    if room(&count) < canvas.columns(&name).min(NAME) {
        count = format!(" {place}/{total}");
    }
    [&truncate(&name, room(&count).into(), medium.policy, medium.glyphs.ellipsis), count.as_str()].concat()
}

/// Widths of a row's parts, in columns: of the mark of what is new or changed, of the title with its topic, and of the
/// stages; the first and the last may have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Columns {
    marks: u16,
    title: u16,
    stages: u16,
    /// Whether the list has the whole height of the body.
    tall: bool,
}

impl Columns {
    fn of(app: &App, medium: &Medium, pane: Rect, laid: &Laid) -> Self {
        let marks = if app.since().is_some() { 2 } else { 0 };
        let stages = app.words().stage_marks.iter().map(|mark| medium.columns(mark) as u16).sum::<u16>() + 1;
        // A column free before the stages, and before the frame.
        let room = |stages: u16| inside(pane).width.saturating_sub(2 + marks + stages);
        // By the same width as without marks: from there on, a title never gets less.
        let stages = if room(stages) + marks >= TITLE { stages } else { 0 };
        let tall = laid.layout.is_some_and(|layout| layout.body.height == pane.height);
        Self { marks, title: room(stages), stages, tall }
    }
}

/// The chain of stages with blanks for those that aren't the initiative's: each stage has its own column.
fn stages(app: &App, initiative: &Initiative) -> String {
    let marks = app.words().stage_marks;
    let stage = |stage: Stage| {
        let mark = marks[stage as usize];
        if initiative.stages.contains(&stage) { mark } else { &"  "[..mark.len().min(2)] }
    };
    Stage::ALL.map(stage).concat()
}

/// How many more regions share the initiative, after its title; nothing for most.
fn shared(initiative: &Initiative) -> String {
    match initiative.regions.len() {
        0 | 1 => String::new(),
        regions => format!(" +{}", regions - 1),
    }
}
