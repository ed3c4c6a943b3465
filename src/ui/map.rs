//! The map: a tile a region, where it lies, in the fullest form for which there is room.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::laid::Laid;
use super::layout::inside;
use super::list::Bar;
use super::{Flow, Role, Row, Span, frame};
use crate::app::{Action, App, Focus};
use crate::page::mark;
use crate::programme::{Ref, Region};
use crate::text::{Medium, fit};

/// How a tile is drawn. Columns and rows are those of the tile with what parts it from its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// In a frame, the zone on a line of its own.
    Tall,
    /// In a frame, the zone on its lower line.
    Framed,
    /// Two lines without a frame.
    Open,
    /// One line.
    Flat,
}

/// Fullest first: the least columns and rows of a tile.
const FORMS: [(Form, u16, u16); 4] =
    [(Form::Tall, 14, 4), (Form::Framed, 14, 3), (Form::Open, 9, 2), (Form::Flat, 9, 1)];
/// The most columns and rows of a tile.
const LARGEST: (u16, u16) = (22, 5);

/// Where the tiles stand: of which size, and which of them show.
struct Grid {
    form: Form,
    area: Rect,
    tile: (u16, u16),
    /// The column and row of the map that stand first.
    first: (u16, u16),
}

impl Grid {
    fn of(app: &App, pane: Rect) -> Self {
        let tiles = &app.programme().tiles;
        let all = |of: fn(&(u16, u16)) -> u16| tiles.iter().map(of).max().map_or(1, |most| most + 1);
        let (columns, rows) = (all(|tile| tile.0), all(|tile| tile.1));
        let area = inside(pane);
        let fits = |&&(_, width, height): &&(Form, u16, u16)| {
            u32::from(width) * u32::from(columns) <= area.width.into()
                && u32::from(height) * u32::from(rows) <= area.height.into()
        };
        let &(form, width, height) = FORMS.iter().find(fits).unwrap_or(&FORMS[3]);
        let tile = (
            (area.width / columns).clamp(width, LARGEST.0).min(area.width),
            (area.height / rows).clamp(height, LARGEST.1).min(area.height),
        );
        let height = if form == Form::Flat { 1 } else { tile.1 };
        let tile = (tile.0, height.max(1));
        let at = app.region().map_or((0, 0), |region| tiles[region.index()]);
        // The selected one in the middle where not all fit.
        let first =
            |at: u16, all: u16, shown: u16| at.saturating_sub(shown / 2).min(all.saturating_sub(shown));
        let shown = ((area.width / tile.0).max(1), (area.height / tile.1).max(1));
        let first = (first(at.0, columns, shown.0), first(at.1, rows, shown.1));
        Self { form, area, tile, first }
    }

    /// Where a tile stands, if it shows.
    fn place(&self, (column, row): (u16, u16)) -> Option<Rect> {
        let (column, row) = (column.checked_sub(self.first.0)?, row.checked_sub(self.first.1)?);
        let x = self.area.x.checked_add(column.checked_mul(self.tile.0)?)?;
        let y = self.area.y.checked_add(row.checked_mul(self.tile.1)?)?;
        let rect = Rect { x, y, width: self.tile.0.saturating_sub(1), height: self.tile.1 };
        (rect.right() <= self.area.right() && rect.bottom() <= self.area.bottom()).then_some(rect)
    }
}

pub(crate) fn lay(app: &App, _: &Medium, pane: Rect, laid: &mut Laid) {
    laid.pane(pane, Focus::Main);
    let (grid, tiles) = (Grid::of(app, pane), &app.programme().tiles);
    for region in app.programme().region_refs() {
        let Some(place) = grid.place(tiles[region.index()]) else { continue };
        laid.spot(place, Action::Pick(region.into()));
        if app.region() == Some(region) && app.focus() == Focus::Main {
            let framed = u16::from(matches!(grid.form, Form::Tall | Form::Framed));
            laid.cursor = Some(Position::new(place.x + framed, place.y + framed));
        }
    }
}

pub(crate) fn paint(app: &App, _: &Laid, pane: Rect, canvas: &mut Canvas<'_>) {
    let words = app.words();
    let focused = app.focus() == Focus::Main;
    let (grid, tiles) = (Grid::of(app, pane), &app.programme().tiles);
    let title = if tiles.iter().all(|&tile| grid.place(tile).is_some()) {
        [words.views[1], " ", canvas.medium.glyphs.dot, " ", words.count_of].concat()
    } else {
        let place = app.region().map_or(0, |region| region.index() + 1);
        format!("{} {} {} {place}/{}", words.views[1], canvas.medium.glyphs.dot, words.regions, tiles.len())
    };
    frame::title(pane, &title, if focused { Role::Key } else { Role::Text }, canvas);
    if tiles.is_empty() {
        canvas.centred(grid.area, words.no_regions_at_all);
    }
    let mut lowest = grid.area.y;
    for region in app.programme().region_refs() {
        if let Some(place) = grid.place(tiles[region.index()]) {
            tile(app, region, grid.form, place, canvas);
            lowest = lowest.max(place.bottom());
        }
    }
    legend(app, Rect { y: lowest, height: grid.area.bottom().saturating_sub(lowest), ..grid.area }, canvas);
}

/// The map as names alone, a row a line, with one region marked; nothing where a name would have too little room.
pub(super) fn small_map(app: &App, medium: &Medium, region: Ref<Region>, columns: u16) -> Flow {
    const NAME: usize = 7;
    /// More don't fit anyway.
    const REGIONS: usize = 60;
    let tiles = &app.programme().tiles;
    let across = tiles.iter().map(|tile| tile.0).max().map_or(1, |most| usize::from(most) + 1);
    let width = (usize::from(columns) / across).min(14);
    let mut flow = Flow::default();
    if width < NAME || tiles.len() > REGIONS {
        return flow;
    }
    let heading = |text: &str, role| Span { text: text.into(), role, link: None };
    flow.rows.push(Row::Spans(vec![heading(app.words().views[1], Role::Heading)]));
    for row in 0..=tiles.iter().map(|tile| tile.1).max().unwrap_or(0) {
        let mut spans = Vec::new();
        for column in 0..across {
            let here = app.programme().region_refs().find(|r| {
                let (x, y) = tiles[r.index()];
                (usize::from(x), y) == (column, row)
            });
            let marker = if here == Some(region) { medium.glyphs.marker } else { " " };
            let name = here.map_or("", |r| app.programme()[r].short.get(app.language()));
            let text = fit(&medium.text(name), width - 2, medium.policy, medium.glyphs.ellipsis);
            let role = if here == Some(region) { Role::Heading } else { Role::Text };
            spans.push(heading(&[marker, &text, " "].concat(), role));
        }
        flow.rows.push(Row::Spans(spans));
    }
    flow
}

fn tile(app: &App, region: Ref<Region>, form: Form, place: Rect, canvas: &mut Canvas<'_>) {
    let selected = app.region() == Some(region);
    let count = app.matching().of_region(region).len();
    let zone = app.programme()[region].zone;
    let colour = if count == 0 { Role::Dim } else { Role::Zone(zone.index()) };
    let mut line = Rect { height: 1, ..place };
    if matches!(form, Form::Tall | Form::Framed) {
        frame::paint_one(place, &[place], if selected { Role::Heading } else { colour }, canvas);
        line = Rect { x: place.x + 1, y: place.y + 1, width: place.width - 2, height: 1 };
    }
    let own = match (selected, count) {
        (true, _) if app.focus() == Focus::Main => Role::Selected,
        (true, _) => Role::Remembered,
        (false, 0) => Role::Dim,
        (false, _) => Role::Text,
    };
    if own == Role::Dim {
        canvas.buf.set_style(place, own.style());
    }
    Bar { selected, focused: own == Role::Selected }.paint(line, canvas);
    let number = if count == 0 { canvas.medium.glyphs.zero.into() } else { count.to_string() };
    let name = app.programme()[region].short.get(app.language());
    let beside = if form == Form::Open { 0 } else { number.len() as u16 + 1 };
    canvas.marked((line.x + 1, line.y), line.width.saturating_sub(beside + 1), name, own);
    if form != Form::Open {
        canvas.right((line.right(), line.y), line.width, &number, own);
    }
    changed(app, region, form, (place, own), canvas);
    let zone = app.programme()[zone].short.get(app.language());
    let (x, width) = (line.x + 1, line.width.saturating_sub(1));
    match form {
        Form::Tall => _ = canvas.text((x, line.y + 1), width, zone, colour),
        Form::Framed => {
            let width = width.saturating_sub(1);
            canvas.text((x, place.bottom() - 1), width, &[" ", zone, " "].concat(), colour);
        }
        Form::Open => {
            let used = canvas.text((x, line.y + 1), width, &number, own) + 1;
            canvas.text((x + used, line.y + 1), width.saturating_sub(used), zone, colour);
        }
        Form::Flat => {}
    }
}

/// The mark of a region that is new or changed, where it takes no room from names: on the frame, before the number, or
/// where a line alone has the marker, which its bar tells as well.
fn changed(app: &App, region: Ref<Region>, form: Form, (place, own): (Rect, Role), canvas: &mut Canvas<'_>) {
    let mark = mark(app.programme(), region).trim_end();
    match form {
        _ if mark.is_empty() => {}
        Form::Tall | Form::Framed => {
            canvas.text((place.right() - 4, place.y), 3, &[" ", mark, " "].concat(), Role::Text);
        }
        Form::Open => _ = canvas.text((place.x, place.y + 1), 1, mark, Role::Text),
        Form::Flat => _ = canvas.text((place.x, place.y), 1, mark, own),
    }
}

/// The zones in their colours, on the last line where one is free.
fn legend(app: &App, free: Rect, canvas: &mut Canvas<'_>) {
    if free.height == 0 {
        return;
    }
    let (mut x, y) = (free.x + 1, free.bottom() - 1);
    for zone in app.programme().zone_refs() {
        let name = app.programme()[zone].name.get(app.language());
        let room = free.right().saturating_sub(x);
        if canvas.columns(name) > room {
            break;
        }
        x += canvas.text((x, y), room, name, Role::Zone(zone.index())) + 2;
    }
}
