//! The head of the screen: the programme's title, the views, the language; the zones as tabs with the number of their
//! initiatives, and what else is filtered as chips.

use ratatui::layout::Rect;

use super::Role;
use super::canvas::Canvas;
use super::laid::Laid;
use crate::app::{Action, App, View};
use crate::programme::{Choice, Facet, Ref, Zone};
use crate::text::{Medium, truncate};

/// What stands where in the header.
#[derive(Clone, Debug, Default)]
pub(crate) struct Header {
    /// Columns that the title may take.
    title: u16,
    placed: Vec<(Rect, String, Role)>,
}

impl Header {
    /// Places a text, cut to the columns left before `right`; the column behind it.
    fn place(&mut self, medium: &Medium, at: (u16, u16), right: u16, text: &str, role: Role) -> Rect {
        let room = right.saturating_sub(at.0);
        let cut = truncate(text, room.into(), medium.policy, medium.glyphs.ellipsis);
        let place = Rect { x: at.0, y: at.1, width: medium.policy.columns(&cut) as u16, height: 1 };
        self.placed.push((place, cut.into_owned(), role));
        place
    }
}

pub(crate) fn lay(app: &App, medium: &Medium, area: Rect, laid: &mut Laid) {
    let mut header = Header::default();
    if area.height > 1 {
        let start = views(app, medium, area, &mut header, laid);
        header.title = start.saturating_sub(area.x + 3);
    }
    let row = Rect { y: area.bottom() - 1, height: 1, ..area };
    let behind = tabs(app, medium, row, &mut header, laid);
    chips(
        app,
        medium,
        Rect { x: behind, width: row.right().saturating_sub(behind), ..row },
        &mut header,
        laid,
    );
    laid.header = header;
}

/// The names of the views and the language, at the right of the first row; where they begin.
fn views(app: &App, medium: &Medium, area: Rect, header: &mut Header, laid: &mut Laid) -> u16 {
    let words = app.words();
    let name = |view: View| words.views[view as usize];
    let language = medium.text(words.language);
    let own = medium.columns(words.language) as u16 + 1;
    let all: u16 = View::ALL.iter().map(|&view| medium.columns(name(view)) as u16 + 3).sum();
    let whole = area.width >= all + own + 24;
    let shown: Vec<View> = View::ALL.into_iter().filter(|&view| whole || view == app.view()).collect();
    let taken: u16 = shown.iter().map(|&view| medium.columns(name(view)) as u16 + 3).sum();
    let start = area.right().saturating_sub(taken + own + 1);
    let mut x = start;
    for view in shown {
        let open = view == app.view() && app.reading().is_none();
        let text = if open { format!("[{}]", name(view)) } else { format!(" {} ", name(view)) };
        let role = if open { Role::Heading } else { Role::Text };
        let place = header.place(medium, (x, area.y), area.right(), &medium.text(&text), role);
        laid.spot(place, if whole { Action::View(view) } else { Action::NextView });
        x = place.right() + 1;
    }
    let place = header.place(medium, (x, area.y), area.right(), &language, Role::Text);
    laid.spot(place, Action::Language);
    start
}

/// A tab's zone (`None`: all), and its key, if it has one.
type Tab = (Option<Ref<Zone>>, usize);

/// The tabs in the fullest form that fits: names, short names, keys and counts alone, as many as there is room for, with
/// a mark that leads to the panel, which has the rest; the column behind them.
fn tabs(app: &App, medium: &Medium, area: Rect, header: &mut Header, laid: &mut Laid) -> u16 {
    let zones = app.programme().zone_refs().enumerate().map(|(place, zone)| (Some(zone), place + 1));
    let all: Vec<Tab> = std::iter::once((None, 0)).chain(zones).collect();
    let chips = columns_of(&chips_in(app, medium, 0), medium).min(16);
    let room = usize::from(area.width.saturating_sub(1)).saturating_sub(chips);
    let columns = |form: &Form, tab: &Tab| medium.columns(&form(app, *tab)) + 1;
    let fits = |form: &&Form| all.iter().map(|tab| columns(form, tab)).sum::<usize>() <= room;
    let form = FORMS.iter().find(fits);
    let (form, room) = match form {
        Some(form) => (form, room),
        None => (&FORMS[FORMS.len() - 1], room.saturating_sub(medium.columns(medium.glyphs.ellipsis))),
    };
    // The chosen ones before the others, where not all fit.
    let mut shown = all.clone();
    shown.sort_by_key(|&(zone, _)| !is_chosen(app, zone));
    let mut taken = 0;
    let fits = |tab: &&Tab| {
        taken += columns(form, tab);
        taken <= room
    };
    shown.truncate(shown.iter().take_while(fits).count());
    shown.sort_by_key(|&(_, key)| key);
    let mut x = area.x;
    for &(zone, key) in &shown {
        let chosen = is_chosen(app, zone);
        let text = form(app, (zone, key));
        let text = if chosen { format!("[{}]", &text[1..text.len() - 1]) } else { text };
        let role = match zone {
            _ if chosen => Role::Heading,
            Some(zone) => Role::Zone(zone.index()),
            None => Role::Text,
        };
        let place = header.place(medium, (x, area.y), area.right(), &medium.text(&text), role);
        let action = match (zone, u8::try_from(key.wrapping_sub(1))) {
            (Some(_), Ok(place)) => Action::Zone(place),
            _ => Action::AllZones,
        };
        laid.spot(place, action);
        x = place.right() + 1;
    }
    if shown.len() < all.len() {
        let place = header.place(medium, (x, area.y), area.right(), medium.glyphs.ellipsis, Role::Text);
        laid.spot(place, Action::Filter);
        x = place.right() + 1;
    }
    x
}

/// Whether a tab is the zone that shows, or all where none is chosen.
fn is_chosen(app: &App, zone: Option<Ref<Zone>>) -> bool {
    match zone {
        Some(zone) => app.filter().contains(Choice::Zone(zone)),
        None => app.filter().of(Facet::Zone).next().is_none(),
    }
}

type Form = fn(&App, Tab) -> String;

/// Fullest first; each with a blank on both sides, where the chosen one has brackets.
const FORMS: [Form; 3] = [
    |app, tab| {
        let name = tab.0.map_or(app.words().all, |zone| app.programme()[zone].name.get(app.language()));
        format!(" {} {name} {} ", key(tab), count(app, tab))
    },
    |app, tab| {
        let name = tab.0.map_or(app.words().all, |zone| app.programme()[zone].short.get(app.language()));
        format!(" {} {name} {} ", key(tab), count(app, tab))
    },
    |app, tab| format!(" {}:{} ", key(tab), count(app, tab)),
];

/// The key of a tab; a zone beyond the ninth has none.
fn key((_, key): Tab) -> String {
    if key > 9 { "-".into() } else { key.to_string() }
}

/// The initiatives that the tab would show.
fn count(app: &App, (zone, _): Tab) -> usize {
    match zone {
        Some(zone) => app.matching().count(Choice::Zone(zone)) as usize,
        None => app.without_zones(),
    }
}

/// The choices of the filter, each to be taken off by a click, behind the tabs.
fn chips(app: &App, medium: &Medium, area: Rect, header: &mut Header, laid: &mut Laid) {
    let mut x = area.x;
    for (text, action) in chips_in(app, medium, area.width.into()) {
        let place = header.place(medium, (x, area.y), area.right(), &text, Role::Heading);
        laid.spot(place, action);
        x = place.right() + 1;
    }
}

/// Each choice that is no zone; where they don't fit into so many columns, how many there are.
fn chips_in(app: &App, medium: &Medium, room: usize) -> Vec<(String, Action)> {
    let words = app.words();
    let others = app.filter().choices().filter(|choice| choice.facet() != Facet::Zone);
    let chips: Vec<_> = others
        .map(|choice| (format!("[x {}]", words.choice(app.programme(), choice, app.language())), choice))
        .map(|(text, choice)| (medium.text(&text).into_owned(), Action::Toggle(choice)))
        .collect();
    if columns_of(&chips, medium) <= room || chips.len() < 2 {
        chips
    } else {
        vec![(format!("[x {} {}]", words.filter, chips.len()), Action::ClearFilter)]
    }
}

/// The columns of chips, with a blank behind each.
fn columns_of(chips: &[(String, Action)], medium: &Medium) -> usize {
    chips.iter().map(|(text, _)| medium.columns(text) + 1).sum()
}

pub(crate) fn paint(app: &App, laid: &Laid, area: Rect, canvas: &mut Canvas<'_>) {
    if area.height > 1 {
        let title = app.programme().overview.title.get(app.language());
        canvas.text((area.x + 1, area.y), laid.header.title, title, Role::Heading);
    }
    for (place, text, role) in &laid.header.placed {
        canvas.text((place.x, place.y), place.width, text, *role);
    }
}
