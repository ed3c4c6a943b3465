//! The help, made from the table of keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::footer::key_label;
use super::page::Page;
use super::{Role, Theme, frame};
use crate::app::keymap::{BINDINGS, Context, exists};
use crate::app::{App, Viewport};
use crate::text::pad;

pub(crate) fn render(app: &App, theme: &Theme, pane: Rect, buf: &mut Buffer) -> Viewport {
    frame::title(pane, app.words().help, true, theme, buf);
    let rows = rows(app, theme);
    let widest = rows.iter().map(|(keys, _)| theme.columns(keys)).max().unwrap_or(0) + 2;
    let mut page = Page::new(app, theme, pane);
    for (keys, help) in rows {
        match keys.is_empty() {
            true => page.heading(help),
            false => page.hanging(&pad(&keys, widest, theme.policy), help, Role::Text),
        }
    }
    page.render(app.views.overlay, pane, buf)
}

/// Keys and what they do; neighbours that do the same under one text stand in one row. A heading has no keys.
fn rows(app: &App, theme: &Theme) -> Vec<(String, &'static str)> {
    let mut rows: Vec<(String, &'static str)> = Vec::new();
    let mut above = None;
    for binding in BINDINGS.iter().filter(|b| exists(app, b)) {
        if binding.context == Context::Input && above != Some(Context::Input) {
            rows.push((String::new(), app.words().input));
        }
        above = Some(binding.context);
        let keys: Vec<_> = binding.keys.iter().map(|&k| key_label(k, theme)).collect();
        let (keys, help) = (keys.join(" "), (binding.help)(app.words()));
        match rows.last_mut() {
            Some((above, same)) if *same == help => *above = [above.as_str(), " ", &keys].concat(),
            _ => rows.push((keys, help)),
        }
    }
    rows
}
