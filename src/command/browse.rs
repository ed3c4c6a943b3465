//! `yixin` alone: the browser.

use std::io::{IsTerminal, Write};

use anyhow::Result;
use clap::Args;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Global, find, overview, print};
use crate::app::{App, Effect, keymap, update};
use crate::ui::{self, Theme};

/// What the browser takes beside the global options.
#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    #[arg(long, value_name = "ID")]
    pub zone: Option<String>,
    #[arg(long, value_name = "ID")]
    pub region: Option<String>,
    #[arg(long, value_name = "ID")]
    pub initiative: Option<String>,
    #[arg(long)]
    pub mouse: bool,
    #[arg(long)]
    pub kiosk: bool,
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub print: Option<(u16, u16)>,
    #[arg(long, value_name = "KEYS", requires = "print", default_value = "")]
    pub keys: String,
}

/// Columns and rows, from `100x30`; at most 1,000 each.
fn size(text: &str) -> Result<(u16, u16), String> {
    let part = |s: &str| s.parse().ok().filter(|n| (1..=1000).contains(n));
    let parts = text.split_once(['x', '×']).and_then(|(w, h)| Some((part(w)?, part(h)?)));
    parts.ok_or_else(|| "columns and rows are wanted, like 100x30, at most 1000x1000".into())
}

/// Opens the browser, or prints where standard output is no terminal.
///
/// # Errors
/// The dataset, an id, or the terminal: what failed, in one line.
pub fn run(global: &Global, options: &Options) -> Result<()> {
    let mut app = open(global, options)?;
    let theme = global.theme();
    let mut out = std::io::stdout().lock();
    if let Some(size) = options.print {
        print::print(&mut app, &theme, size, &options.keys, &mut out)?;
    } else if !out.is_terminal() {
        overview::write(&app.programme, app.language, &theme, &mut out)?;
    }
    Ok(out.flush()?)
}

/// The state that the options ask for.
fn open(global: &Global, options: &Options) -> Result<App> {
    let programme = global.programme()?;
    let zone = options.zone.as_deref().map(|id| find::zone(&programme, id)).transpose()?;
    let region = options.region.as_deref().map(|id| find::region(&programme, id)).transpose()?;
    let initiative = options.initiative.as_deref().map(|id| find::initiative(&programme, id)).transpose()?;
    let mut app = App::new(programme, global.language());
    app.mouse = options.mouse;
    app.kiosk = options.kiosk;
    app.set_filter(zone);
    if let Some(region) = region {
        app.open_region(region);
    }
    if let Some(initiative) = initiative {
        app.open_initiative(initiative);
    }
    Ok(app)
}

/// What a key does on a screen of that area. The windows are settled at once, so that keys that come faster
/// than frames still page by what they would have shown.
pub(crate) fn press(app: &mut App, theme: &Theme, area: Rect, key: KeyEvent) -> Effect {
    let Some(action) = keymap::action(app, key) else { return Effect::None };
    let effect = update(app, action);
    let views = ui::render(app, theme, area, &mut Buffer::empty(area));
    app.settle(views);
    effect
}
