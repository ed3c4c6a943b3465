//! The panel of facets, each value with the number of initiatives that one would see with it.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::laid::Laid;
use super::{Role, frame};
use crate::app::App;
use crate::text::Medium;

pub(crate) fn lay(_app: &App, _medium: &Medium, pane: Rect, laid: &mut Laid) {
    laid.cursor = Some(pane.as_position());
}

pub(crate) fn paint(app: &App, _laid: &Laid, pane: Rect, canvas: &mut Canvas<'_>) {
    frame::title(pane, app.words().filter, Role::Key, canvas);
}
