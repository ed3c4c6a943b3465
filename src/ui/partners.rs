//! The list of partners: grouped by their seats, with their kind and the number of their initiatives.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::laid::Laid;
use super::{Role, frame};
use crate::app::{App, Focus};

pub(crate) fn lay(_app: &App, pane: Rect, laid: &mut Laid) {
    laid.pane(pane, Focus::Main);
}

pub(crate) fn paint(app: &App, _laid: &Laid, pane: Rect, canvas: &mut Canvas<'_>) {
    frame::title(pane, app.words().views[3], Role::Key, canvas);
}
