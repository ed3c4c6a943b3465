//! The region list: zones head their regions, counts of initiatives at the right.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::inside;
use super::put::{centred, put, put_cut, put_marked, put_right};
use super::{Role, Theme, frame};
use crate::app::state::RegionRow;
use crate::app::{App, Focus, Viewport};

pub(crate) fn render(app: &App, theme: &Theme, pane: Rect, buf: &mut Buffer) -> Viewport {
    let focused = app.focus == Focus::Regions;
    frame::title(pane, app.words().regions, focused, theme, buf);
    let area = inside(pane);
    let rows: Vec<_> = app.region_rows().collect();
    if rows.is_empty() {
        centred(area, app.words().no_regions, theme, buf);
    }
    let selected = rows.iter().position(|&row| app.region.map(RegionRow::Region) == Some(row)).unwrap_or(0);
    // The first region's head shows with it.
    let selected = if selected == 1 { 0 } else { selected };
    let view = app.views.regions.follow(selected, rows.len(), area.height.into());
    for (&row, line) in rows[view.range()].iter().zip(area.rows()) {
        match row {
            RegionRow::Zone(zone) => {
                let style = theme.style(Role::Zone(zone.index()));
                put_cut(
                    (line.x, line.y),
                    line.width,
                    app.programme[zone].name.get(app.language),
                    style,
                    theme,
                    buf,
                );
            }
            RegionRow::Region(region) => {
                let selected = app.region == Some(region);
                let name = app.programme[region].short.get(app.language);
                let count = app.programme.initiatives_of(region).len().to_string();
                item(line, selected, focused, theme, buf);
                let style = row_style(selected, focused, theme);
                let room = line.width.saturating_sub(count.len() as u16 + 2);
                put_marked((line.x + 1, line.y), room, name, &app.finder.query, style, theme, buf);
                put_right((line.right(), line.y), line.width, &count, style, theme, buf);
            }
        }
    }
    if view.overflows() {
        // Of the regions: the zones' names among the rows don't count.
        let place = app.regions().take_while(|&r| Some(r) != app.region).count() + 1;
        frame::mark(pane, &format!("{place}/{}", app.regions().count()), theme, buf);
    }
    view
}

/// The style of a list's row.
pub(crate) fn row_style(selected: bool, focused: bool, theme: &Theme) -> ratatui::style::Style {
    theme.style(match (selected, focused) {
        (true, true) => Role::Selected,
        (true, false) => Role::Remembered,
        (false, _) => Role::Text,
    })
}

/// Draws the ground of a list's row: the marker, and the bar where the keys act on it.
pub(crate) fn item(line: Rect, selected: bool, focused: bool, theme: &Theme, buf: &mut Buffer) {
    if selected {
        let style = row_style(selected, focused, theme);
        if focused {
            buf.set_style(line, style);
        }
        put((line.x, line.y), line.width.min(1), theme.glyphs.marker, style, theme, buf);
    }
}
