//! `--print`: one screen to standard output without a terminal, by the same update and the same view.

use std::io::Write;

use anyhow::Result;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, keys};
use crate::ui::{self, Theme};

use super::conversation::{press, settle};

/// The screen of so many columns and rows after a script of keys; a key that quits ends the script.
pub fn screen(app: &mut App, theme: &Theme, size: (u16, u16), keys: &str) -> Result<Buffer> {
    let area = Rect::new(0, 0, size.0, size.1);
    settle(app, theme, area);
    for key in keys::script(keys)? {
        press(app, key);
        settle(app, theme, area);
    }
    let mut buf = Buffer::empty(area);
    ui::render(app, theme, area, &mut buf);
    Ok(buf)
}

/// Writes that screen as lines of text.
///
/// # Errors
/// The script names an unknown key, or standard output can't be written.
pub fn print(mut app: App, theme: &Theme, size: (u16, u16), keys: &str, out: &mut impl Write) -> Result<()> {
    let buf = screen(&mut app, theme, size, keys)?;
    for line in ui::lines(&buf) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
