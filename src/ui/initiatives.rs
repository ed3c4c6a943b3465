//! The initiatives of the selected region: title, stages, topic, in columns.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::inside;
use super::put::{centred, put, put_marked, put_right};
use super::regions::{item, row_style};
use super::{Theme, frame};
use crate::app::{App, Focus, Viewport};
use crate::programme::{Initiative, Stage};

/// Where titles would get fewer columns than this, a list shows titles alone.
const TITLE: u16 = 26;

pub(crate) fn render(app: &App, theme: &Theme, pane: Rect, buf: &mut Buffer) -> Viewport {
    let focused = app.focus == Focus::Initiatives;
    frame::title(pane, &title(app, theme), focused, theme, buf);
    let area = inside(pane);
    let initiatives = app.initiatives();
    if initiatives.is_empty() {
        centred(area, app.words().no_initiatives, theme, buf);
    }
    let columns = Columns::of(app, theme, area.width);
    let view = app.views.initiatives.follow(app.initiative, initiatives.len(), area.height.into());
    for (place, line) in view.range().zip(area.rows()) {
        let selected = place == app.initiative;
        item(line, selected, focused, theme, buf);
        let style = row_style(selected, focused, theme);
        let initiative = &app.programme[initiatives[place]];
        let name = initiative.title.get(app.language);
        let shared = shared(initiative);
        let room = columns.title.saturating_sub(shared.len() as u16);
        let used = put_marked((line.x + 1, line.y), room, name, &app.finder.query, style, theme, buf);
        put((line.x + 1 + used, line.y), columns.title - used, &shared, style, theme, buf);
        let after_title = line.x + 1 + columns.title;
        if columns.stages > 0 {
            put((after_title + 1, line.y), columns.stages - 1, &stages(app, initiative), style, theme, buf);
        }
        if columns.topic > 0 {
            let topic = app.programme[initiative.topic].name.get(app.language);
            put_right((line.right(), line.y), columns.topic - 2, topic, style, theme, buf);
        }
    }
    frame::position(pane, view, theme, buf);
    view
}

/// The region's name, and which of how many is selected.
fn title(app: &App, theme: &Theme) -> String {
    let words = app.words();
    let Some(region) = app.region else { return words.initiatives.into() };
    let (name, total) = (app.programme[region].short.get(app.language), app.initiatives().len());
    let place = if total == 0 { 0 } else { app.initiative + 1 };
    format!("{name} {} {} {place}/{total}", theme.glyphs.dot, words.initiatives)
}

/// Widths of a row's parts, in columns; a part that has no room has none.
struct Columns {
    title: u16,
    stages: u16,
    topic: u16,
}

impl Columns {
    fn of(app: &App, theme: &Theme, width: u16) -> Self {
        let topics = app.programme.topics.iter().map(|t| theme.columns(t.name.get(app.language)));
        let topic = topics.max().unwrap_or(0).min(20) as u16;
        let stages = if app.words().stages_in_lists { 2 * Stage::ALL.len() as u16 + 1 } else { 0 };
        // The fullest form that leaves the titles room; a column free before each part.
        let forms = [(stages, topic + 2), (0, topic + 2)];
        let room = |&(stages, topic): &(u16, u16)| width.saturating_sub(1 + stages + topic);
        let (stages, topic) = forms.into_iter().find(|form| room(form) >= TITLE).unwrap_or((0, 0));
        Self { title: room(&(stages, topic)), stages, topic }
    }
}

/// The chain of stages with blanks for those that aren't the initiative's: each stage has its own column.
fn stages(app: &App, initiative: &Initiative) -> String {
    let stage = |stage| if initiative.stages.contains(&stage) { app.words().stage(stage) } else { "  " };
    Stage::ALL.map(stage).concat()
}

/// How many more regions share the initiative, after its title; nothing for most.
fn shared(initiative: &Initiative) -> String {
    match initiative.regions.len() {
        0 | 1 => String::new(),
        regions => format!(" +{}", regions - 1),
    }
}
