//! The help, made from the table of keys.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::flow::{Flow, Rows};
use super::footer::key_label;
use super::laid::Laid;
use super::layout::text_area;
use super::page::paint_rows;
use super::{Role, frame};
use crate::app::keymap::{explained, holds_anywhere, keys_of};
use crate::app::{App, Modes, Viewport};
use crate::page::{MARKS, Run};
use crate::text::{Medium, pad};

pub(crate) fn lay(app: &App, medium: &Medium, pane: Rect, window: Viewport, laid: &mut Laid) {
    let area = text_area(pane);
    laid.over = Some(window.over(flow(app, medium, area.width).rows.len(), area.height.into()));
    laid.cursor = Some(area.as_position());
}

pub(crate) fn paint(app: &App, laid: &Laid, pane: Rect, canvas: &mut Canvas<'_>) {
    frame::title(pane, app.words().help, Role::FocusedTitle, canvas);
    let (area, window) = (text_area(pane), laid.over.unwrap_or_default());
    let flow = flow(app, canvas.medium, area.width);
    paint_rows(app, &flow, window, area, canvas);
    frame::position(pane, window, app.words().lines, canvas);
}

/// Keys and what they do, the input line's under a heading; then what marks in lists stand for.
fn flow(app: &App, medium: &Medium, columns: u16) -> Flow {
    let words = app.words();
    let query = &app.finder().query;
    let mut rows = Rows::new(columns.into(), medium, query);
    let keys: Vec<_> = explained(words)
        .filter(|same| holds_anywhere(app, &same[0]))
        .map(|same| {
            let own = keys_of(same.iter().filter(|b| holds_anywhere(app, b)));
            let labels: Vec<_> = own.into_iter().map(|key| key_label(key, medium)).collect();
            (labels.join(" "), same[0].modes == Modes::INPUT, (same[0].help)(words))
        })
        .collect();
    let widest = keys.iter().map(|(keys, ..)| medium.columns(keys)).max().unwrap_or(0) + 2;
    let mut above = false;
    for (keys, input, help) in keys {
        if input && !above {
            heading(words.input, &mut rows);
        }
        above = input;
        rows.wrapped(&pad(&keys, widest, medium.policy), &[Run::text(help)], Role::Text);
    }
    heading(words.marks, &mut rows);
    let marks = words.stage_marks.map(str::trim_end).into_iter().zip(words.stages);
    // In Chinese a stage is its own mark.
    for (mark, stage) in marks.filter(|(mark, stage)| mark != stage) {
        rows.wrapped(&pad(mark, widest, medium.policy), &[Run::text(stage)], Role::Text);
    }
    rows.wrapped(&pad("+1", widest, medium.policy), &[Run::text(words.mark_shared)], Role::Text);
    if app.since().is_some() {
        let marks = MARKS.map(|(_, mark)| mark.trim_end()).into_iter().chain(["7 +2", "[-…-] {+…+}"]);
        let diff = &words.diff;
        for (mark, said) in marks.zip([diff.is_new, diff.is_changed, diff.more, diff.words]) {
            rows.wrapped(&pad(mark, widest, medium.policy), &[Run::text(said)], Role::Text);
        }
    }
    rows.blank();
    rows.wrapped("", &[Run::text(words.columns_look_wrong)], Role::Text);
    rows.flow
}

fn heading(text: &'static str, rows: &mut Rows<'_>) {
    rows.blank();
    rows.wrapped("", &[Run::text(text)], Role::Heading);
}
