//! The head of the screen: the programme's title, the language, and the zone filter as tabs with counts.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put::{put_cut, put_right};
use super::{Role, Theme};
use crate::app::App;
use crate::programme::{Ref, Zone};

pub(crate) fn render(app: &App, theme: &Theme, area: Rect, buf: &mut Buffer) {
    if area.height > 1 {
        title(app, theme, area, buf);
    }
    tabs(app, theme, Rect { y: area.bottom() - 1, height: 1, ..area }, buf);
}

/// The title, cut where it must leave room for the language; the date where there is room for it, too.
fn title(app: &App, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let overview = &app.programme.overview;
    let language = app.words().language;
    let dated = format!("{}  {language}", overview.issued.get(app.language));
    let room = usize::from(area.width.saturating_sub(2));
    let title = overview.title.get(app.language);
    let beside = |aside: &str| theme.columns(title) + 2 + theme.columns(aside) <= room;
    let aside = if beside(&dated) { dated.as_str() } else { language };
    let left = room.saturating_sub(theme.columns(aside) + 2) as u16;
    put_cut((area.x + 1, area.y), left, title, theme.style(Role::Heading), theme, buf);
    put_right((area.right() - 1, area.y), room as u16, aside, theme.style(Role::Text), theme, buf);
}

/// A tab's zone (`None`: all), its key, and how many regions it holds.
type Tab = (Option<Ref<Zone>>, usize, usize);

/// The tabs in the fullest form that fits: names, short names, keys and counts alone.
fn tabs(app: &App, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let zones = app.programme.zone_refs().take(9).enumerate();
    let zones = zones.map(|(place, zone)| (Some(zone), place + 1, app.programme.regions_of(zone).len()));
    let all: Vec<Tab> = std::iter::once((None, 0, app.programme.regions.len())).chain(zones).collect();
    let room = usize::from(area.width.saturating_sub(1));
    let fits =
        |form: &&Form| all.iter().map(|tab| theme.columns(&form(app, *tab)) + 1).sum::<usize>() <= room;
    let form = FORMS.iter().find(fits).unwrap_or(&FORMS[FORMS.len() - 1]);
    let mut x = area.x;
    for tab in all {
        let role = if app.filter == tab.0 { Role::FocusedTitle } else { Role::Text };
        let colour = tab
            .0
            .map_or(theme.style(role), |zone| theme.style(Role::Zone(zone.index())).patch(theme.style(role)));
        let style = if app.filter == tab.0 { theme.style(role) } else { colour };
        x += put_cut((x, area.y), area.right().saturating_sub(x), &form(app, tab), style, theme, buf) + 1;
    }
}

type Form = fn(&App, Tab) -> String;

/// Fullest first.
const FORMS: [Form; 3] = [
    |app, (zone, key, count)| {
        let name = zone.map_or(app.words().all, |z| app.programme[z].name.get(app.language));
        format!(" {key} {name} {count} ")
    },
    |app, (zone, key, count)| {
        let name = zone.map_or(app.words().all, |z| app.programme[z].short.get(app.language));
        format!(" {key} {name} {count} ")
    },
    |_, (_, key, count)| format!("{key}:{count}"),
];
