//! The foot of the screen: the keys that work now, as many as fit; above it, on the frame, what is said once.

use ratatui::layout::Rect;

use super::Role;
use super::canvas::Canvas;
use super::laid::Laid;
use super::layout::Layout;
use super::search::{found_by, from_match, label_of};
use crate::app::keymap::{self, BINDINGS, Binding, Hint, Together};
use crate::app::keys::Key;
use crate::app::state::{Notice, Width};
use crate::app::{App, Focus};
use crate::programme::Record;
use crate::search::highlights;
use crate::text::Medium;

/// Columns between two hints.
const GAP: u16 = 2;

/// A hint where it stands: its keys, and what they do.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    place: Rect,
    keys: String,
    text: &'static str,
}

pub(crate) fn lay(app: &App, medium: &Medium, area: Rect, laid: &mut Laid) {
    let hint = |binding: &'static Binding| Some((binding, binding.hint?));
    let hints: Vec<_> = BINDINGS.iter().filter(|b| keymap::holds(app, b)).filter_map(hint).collect();
    let hints: Vec<_> = hints
        .into_iter()
        .map(|(binding, hint)| {
            let keys = label(app, medium, binding, &hint);
            let text = (hint.text)(app.words());
            let width = (medium.columns(&keys) + 1 + medium.columns(text)) as u16;
            (hint.rank, binding.action, width, keys, text)
        })
        .collect();
    let mut by_rank: Vec<usize> = (0..hints.len()).collect();
    by_rank.sort_by_key(|&place| hints[place].0);
    // A column stays free at either end.
    let mut room = area.width.saturating_sub(2) + GAP;
    let fits = |&place: &usize| {
        let width = hints[place].2 + GAP;
        let fits = width <= room;
        room = room.saturating_sub(width);
        fits
    };
    let mut shown: Vec<usize> = by_rank.into_iter().take_while(fits).collect();
    shown.sort_unstable();
    let mut x = area.x + 1;
    for (_, action, width, keys, text) in shown.into_iter().map(|place| hints[place].clone()) {
        let place = Rect { x, width, ..area };
        laid.spot(place, action);
        laid.footer.push(Shown { place, keys, text });
        x += width + GAP;
    }
}

/// The fewest columns that a text gets that a hit was found by, before its field is named.
const FOUND: u16 = 12;

pub(crate) fn paint(app: &App, laid: &Laid, layout: &Layout, canvas: &mut Canvas<'_>) {
    for Shown { place, keys, text } in &laid.footer {
        let used = canvas.text((place.x, place.y), place.width, keys, Role::Key) + 1;
        canvas.text((place.x + used, place.y), place.width.saturating_sub(used), text, Role::Text);
    }
    if let Some(notice) = app.notice() {
        let body = layout.body;
        let text = format!(" {} ", said(app, notice));
        let (x, y, room) = (body.x + 2, body.bottom() - 1, body.width.saturating_sub(4));
        let used = canvas.text((x, y), room, &text, Role::Notice);
        if matches!(notice, Notice::Hit { .. }) && layout.pane(Focus::Page).is_none() {
            found(app, (x + used, y), room - used, canvas);
        }
    }
}

/// What a hit was found by, where its row doesn't tell and no page stands beside it.
fn found(app: &App, (x, y): (u16, u16), room: u16, canvas: &mut Canvas<'_>) {
    let Some(record) = app.shown() else { return };
    let row = match record {
        Record::Region(region) => &app.programme()[region].short,
        _ => app.programme().name(record),
    };
    if !highlights(row.get(app.language()), canvas.query).is_empty() {
        return;
    }
    if let Some(found) = found_by(app, record) {
        let label = label_of(app, &found);
        // What was found goes before the name of its field.
        let label = if canvas.columns(&label) + FOUND <= room { label.as_str() } else { "" };
        let used = canvas.text((x, y), room, label, Role::Notice);
        let text = [&from_match(&found, canvas.medium, room - used), " "].concat();
        canvas.marked((x + used, y), room - used, &text, Role::Text);
    }
}

fn said(app: &App, notice: &Notice) -> String {
    let words = app.words();
    match notice {
        Notice::Hit { place, total, widened: false } => format!("{} {place}/{total}", words.hit),
        Notice::Hit { place, total, widened: true } => {
            format!("{} {place}/{total} {} {}", words.hit, words.list_separator.trim(), words.widened)
        }
        Notice::Copied { sure: true } => words.copied.into(),
        Notice::Copied { sure: false } => words.sent.into(),
        Notice::NothingToCopy => words.nothing_to_copy.into(),
        Notice::Recalled => words.recalled.into(),
        Notice::Rereading => words.rereading.into(),
        Notice::Reloaded => words.reloaded.into(),
        Notice::NotReloaded(why) => [words.not_reloaded, why].concat(),
        Notice::WorkFailed(why) => [words.work_failed, why].concat(),
        Notice::Width(width) => {
            let place = match width {
                Width::Automatic => 0,
                Width::Narrow => 1,
                Width::Wide => 2,
                Width::Ascii => 3,
            };
            words.widths[place].into()
        }
    }
}

/// The keys of a hint.
fn label(app: &App, medium: &Medium, binding: &Binding, hint: &Hint) -> String {
    let first = key_label(binding.keys[0], medium);
    match hint.keys {
        Together::Alone => first,
        Together::With(action) => {
            let other =
                keymap::binding(app, action).map_or_else(String::new, |b| key_label(b.keys[0], medium));
            if medium.glyphs.arrow_keys { [first, other].concat() } else { [first, other].join("/") }
        }
        Together::ToLastZone => {
            let zones = app.programme().zones.len().min(9);
            if zones == 0 { first } else { format!("{first}-{zones}") }
        }
        Together::Arrows if medium.glyphs.arrow_keys => "←↑↓→".into(),
        Together::Arrows => app.words().arrows.into(),
    }
}

/// A key's label, the arrows drawn where this terminal can; elsewhere in a word, for `^` is Control.
pub(crate) fn key_label(key: Key, medium: &Medium) -> String {
    use crossterm::event::KeyCode::{Down, Left, Right, Up};
    match key.code {
        Up if medium.glyphs.arrow_keys => "↑".into(),
        Down if medium.glyphs.arrow_keys => "↓".into(),
        Left if medium.glyphs.arrow_keys => "←".into(),
        Right if medium.glyphs.arrow_keys => "→".into(),
        _ => key.label(),
    }
}
