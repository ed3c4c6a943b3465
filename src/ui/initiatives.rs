//! The initiatives of the selected region: title, stages, topic, in columns; a long title takes two lines.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::laid::{HeightsKey, Kept, Laid};
use super::layout::inside;
use super::list::{Bar, row_role};
use super::{Role, frame};
use crate::app::{Action, App, Focus};
use crate::programme::{Initiative, Stage};
use crate::text::{Medium, wrap};

/// Where titles would get fewer columns than this, topics give way, then stages.
const TITLE: u16 = 22;
/// The most that topics take.
const TOPIC: u16 = 14;

pub(crate) fn lay(app: &App, medium: &Medium, pane: Rect, laid: &mut Laid) {
    let area = inside(pane);
    let columns = Columns::of(app, medium, area.width).title;
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

/// The lines of each title: two where it needs more than one.
fn heights_of(app: &App, medium: &Medium, columns: u16) -> Vec<u16> {
    let height = |initiative: &Initiative| {
        let own = medium.columns(initiative.title.get(app.language())) + shared(initiative).len();
        if own > columns.into() { 2 } else { 1 }
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
    frame::title(pane, &title(app, canvas), if focused { Role::Key } else { Role::Text }, canvas);
    let area = inside(pane);
    if app.initiatives().is_empty() {
        canvas.centred(area, app.words().no_initiatives);
    }
    let Some(heights) = laid.heights.get() else { return };
    let columns = Columns::of(app, canvas.medium, area.width);
    for (place, lines) in shown(heights, laid.windows.initiatives.offset, area) {
        let bar = Bar { selected: place == app.initiative_place(), focused };
        let initiative = &app.programme()[app.initiatives()[place]];
        bar.paint(lines, canvas);
        let cut = usize::from(heights[place].saturating_sub(lines.height));
        let row = Row { lines, hidden: if lines.y == area.y { cut } else { 0 }, columns: &columns };
        paint_one(app, initiative, &row, row_role(bar), canvas);
    }
}

/// One initiative in its lines; of one that the pane's edge cuts, those that are left.
fn paint_one(app: &App, initiative: &Initiative, row: &Row<'_>, role: Role, canvas: &mut Canvas<'_>) {
    let Row { lines, hidden, columns } = *row;
    let title = [initiative.title.get(app.language()), &shared(initiative)].concat();
    let text = canvas.medium.text(&title);
    let [first, rest] = parts(&text, columns.title, canvas.medium);
    let indent = u16::from(!rest.is_empty());
    let parts = [(first, 0), (rest, indent)];
    for (&(part, indent), line) in parts[hidden.min(1)..].iter().zip(lines.rows()) {
        canvas.marked((line.x + 1 + indent, line.y), columns.title - indent, part, role);
    }
    if hidden > 0 {
        return;
    }
    let after_title = lines.x + 1 + columns.title;
    if columns.stages > 0 {
        canvas.text((after_title + 1, lines.y), columns.stages - 1, &stages(app, initiative), role);
    }
    if columns.topic > 0 {
        let topic = app.programme()[initiative.topic].name.get(app.language());
        canvas.right((lines.right() - 1, lines.y), columns.topic - 2, topic, role);
    }
}

/// Where an initiative stands: its lines that show, how many above them don't, and the columns.
struct Row<'a> {
    lines: Rect,
    hidden: usize,
    columns: &'a Columns,
}

/// A title in its first line and the rest.
fn parts<'t>(text: &'t str, columns: u16, medium: &Medium) -> [&'t str; 2] {
    if medium.policy.columns(text) <= columns.into() {
        return [text, ""];
    }
    let first = wrap(text, columns.into(), medium.policy).first().map_or(0, |line| line.len());
    [&text[..first], text[first..].trim_start()]
}

/// The region's name, and which of how many is selected.
fn title(app: &App, canvas: &Canvas<'_>) -> String {
    let words = app.words();
    let Some(region) = app.region() else { return words.initiatives.into() };
    let (name, total) = (app.programme()[region].short.get(app.language()), app.initiatives().len());
    let place = if total == 0 { 0 } else { app.initiative_place() + 1 };
    format!("{name} {} {} {place}/{total}", canvas.medium.glyphs.dot, words.initiatives)
}

/// Widths of a row's parts, in columns; a part that has no room has none.
struct Columns {
    title: u16,
    stages: u16,
    topic: u16,
}

impl Columns {
    fn of(app: &App, medium: &Medium, width: u16) -> Self {
        let topics = app.programme().topics.iter().map(|t| medium.columns(t.name.get(app.language())));
        let topic = (topics.max().unwrap_or(0) as u16).min(TOPIC) + 2;
        let marks = app.words().stage_marks;
        let stages = marks.iter().map(|mark| medium.columns(mark) as u16).sum::<u16>() + 1;
        // The fullest form that leaves the titles room; a column free before each part, and before the frame.
        let forms = [(stages, topic), (stages, 0), (0, 0)];
        let room = |&(stages, topic): &(u16, u16)| width.saturating_sub(2 + stages + topic);
        let (stages, topic) = forms.into_iter().find(|form| room(form) >= TITLE).unwrap_or((0, 0));
        Self { title: room(&(stages, topic)), stages, topic }
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
