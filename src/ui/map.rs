//! The map: a tile a region, where it lies.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::laid::Laid;
use super::{Role, frame};
use crate::app::{App, Focus};
use crate::text::Medium;

pub(crate) fn lay(_app: &App, _medium: &Medium, pane: Rect, laid: &mut Laid) {
    laid.pane(pane, Focus::Main);
}

pub(crate) fn paint(app: &App, _laid: &Laid, pane: Rect, canvas: &mut Canvas<'_>) {
    frame::title(pane, app.words().views[1], Role::Key, canvas);
}
