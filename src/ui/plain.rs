//! A text from the first column on, without a frame: what the terminal's own selection takes is only the text.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put::put;
use super::{Role, Theme};
use crate::app::{App, Viewport};
use crate::text::wrap;

pub(crate) fn render(app: &App, theme: &Theme, area: Rect, buf: &mut Buffer) -> Viewport {
    let text = theme.text(&app.plain);
    let lines: Vec<&str> = text
        .lines()
        .flat_map(
            |line| if line.is_empty() { vec![line] } else { wrap(line, area.width.into(), theme.policy) },
        )
        .collect();
    let view = app.views.overlay.over(lines.len(), area.height.into());
    for (line, row) in lines[view.range()].iter().zip(area.rows()) {
        put((row.x, row.y), row.width, line, theme.style(Role::Text), theme, buf);
    }
    view
}
