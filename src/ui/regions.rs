//! The region list: zones head their regions, the number of initiatives at the right.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::laid::Laid;
use super::layout::inside;
use super::list::{Bar, marked_name, row_role};
use super::{Role, frame};
use crate::app::state::RegionRow;
use crate::app::{Action, App, Focus};
use crate::programme::{Facet, Ref, Region};

pub(crate) fn lay(app: &App, pane: Rect, laid: &mut Laid) {
    let area = inside(pane);
    let rows: Vec<_> = app.region_rows().collect();
    let selected = rows.iter().position(|&row| app.region().map(RegionRow::Region) == Some(row)).unwrap_or(0);
    // The first region's head shows with it.
    let shown = if selected == 1 { 0 } else { selected };
    let view = app.windows().regions.follow(shown, rows.len(), area.height.into());
    laid.windows.regions = view;
    laid.pane(pane, Focus::Regions);
    for (place, line) in view.range().zip(area.rows()) {
        if let RegionRow::Region(region) = rows[place] {
            laid.row(line, Action::Pick(region.into()), place == selected && app.focus() == Focus::Regions);
        }
    }
}

pub(crate) fn paint(app: &App, laid: &Laid, pane: Rect, canvas: &mut Canvas<'_>) {
    let (words, area) = (app.words(), inside(pane));
    let focused = app.focus() == Focus::Regions;
    let view = laid.windows.regions;
    // Of the regions: the zones' names among the rows don't count.
    let place = app.regions().iter().take_while(|&&r| Some(r) != app.region()).count() + 1;
    let title = if view.overflows() {
        format!("{} {place}/{}", words.regions, app.regions().len())
    } else {
        [words.regions, " ", canvas.medium.glyphs.dot, " ", words.count_of].concat()
    };
    frame::title(pane, &title, if focused { Role::Key } else { Role::Text }, canvas);
    if app.regions().is_empty() {
        let nothing = match app.filter().facets().only() {
            _ if app.programme().regions.is_empty() => words.no_regions_at_all,
            Some(Facet::Zone) => words.no_regions,
            _ => words.no_regions_left,
        };
        canvas.centred(area, nothing);
    }
    let rows: Vec<_> = app.region_rows().collect();
    for (&row, line) in rows[view.range()].iter().zip(area.rows()) {
        match row {
            RegionRow::Zone(zone) => {
                let name = app.programme()[zone].name.get(app.language());
                canvas.text((line.x, line.y), line.width, name, Role::Zone(zone.index()));
            }
            RegionRow::Region(region) => paint_region(app, region, focused, line, canvas),
        }
    }
}

fn paint_region(app: &App, region: Ref<Region>, focused: bool, line: Rect, canvas: &mut Canvas<'_>) {
    let bar = Bar { selected: app.region() == Some(region), focused };
    let role = row_role(bar);
    bar.paint(line, canvas);
    let count = app.matching().of_region(region).len().to_string();
    let room = line.width.saturating_sub(count.len() as u16 + 3);
    canvas.marked(
        (line.x + 1, line.y),
        room,
        &marked_name(app, region, app.programme()[region].short.get(app.language())),
        role,
    );
    canvas.right((line.right() - 1, line.y), line.width, &count, role);
}
