//! The foot of the screen: the keys that work now, as many as fit.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put::{put, put_cut};
use super::{Role, Theme};
use crate::app::App;
use crate::app::keymap::{self, HINTS, Hint};
use crate::app::keys::Key;
use crate::app::state::Notice;

/// Columns between two hints.
const GAP: usize = 2;

pub(crate) fn render(app: &App, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let hints: Vec<_> =
        HINTS.iter().filter_map(|h| Some((h, label(app, theme, h)?, (h.text)(app.words())))).collect();
    let width = |label: &str, text: &str| theme.columns(label) + 1 + theme.columns(text) + GAP;
    let said = app.notice.as_ref().map_or(0, |n| theme.columns(&notice(app, n)) + GAP);
    let mut room = (usize::from(area.width.saturating_sub(1)) + GAP).saturating_sub(said);
    let mut ranks: Vec<_> = hints.iter().map(|(h, label, text)| (h.rank, width(label, text))).collect();
    ranks.sort_unstable();
    let fitting = ranks.iter().take_while(|(_, width)| {
        let fits = *width <= room;
        room = room.saturating_sub(*width);
        fits
    });
    let shown: Vec<u8> = fitting.map(|(rank, _)| *rank).collect();
    let mut x = area.x + 1;
    if let Some(notice) = &app.notice {
        let text = self::notice(app, notice);
        x += put_cut((x, area.y), area.right() - x, &text, theme.style(Role::FocusedTitle), theme, buf)
            + GAP as u16;
    }
    for (_, label, text) in hints.iter().filter(|(h, ..)| shown.contains(&h.rank)) {
        x += put((x, area.y), area.right() - x, label, theme.style(Role::Key), theme, buf) + 1;
        x += put((x, area.y), area.right().saturating_sub(x), text, theme.style(Role::Text), theme, buf)
            + GAP as u16;
    }
}

fn notice(app: &App, notice: &Notice) -> String {
    let words = app.words();
    match notice {
        Notice::Hit { place, total, widened: false } => format!(" {place}/{total} "),
        Notice::Hit { place, total, widened: true } => format!(" {place}/{total} {} ", words.widened),
        Notice::Copied => format!(" {} ", words.copied),
        Notice::Reloaded => format!(" {} ", words.reloaded),
        Notice::NotReloaded(why) => format!(" {}{why} ", words.not_reloaded),
    }
}

/// The keys of a hint; `None` where they mean nothing now.
fn label(app: &App, theme: &Theme, hint: &Hint) -> Option<String> {
    let first = keymap::binding(app, hint.first)?.keys[0];
    let Some((join, last)) = hint.last else { return Some(key_label(first, theme)) };
    let last = keymap::binding(app, last)?.keys[0];
    Some([key_label(first, theme).as_str(), join, key_label(last, theme).as_str()].concat())
}

/// A key's label, the arrows drawn as this terminal draws them.
pub(crate) fn key_label(key: Key, theme: &Theme) -> String {
    use crossterm::event::KeyCode;
    match key.code {
        KeyCode::Up => theme.glyphs.up.into(),
        KeyCode::Down => theme.glyphs.down.into(),
        _ => key.label(),
    }
}
