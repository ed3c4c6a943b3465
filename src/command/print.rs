//! `--print`: one screen to standard output without a terminal, by the same update and the same view.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::output::Output;
use super::{Result, conversation::press};
use crate::app::App;
use crate::app::keys::{self, UnknownKey};
use crate::text::Medium;
use crate::ui::{self, Laid};
use crate::words::Failure;

/// The screen of so many columns and rows after a script of keys; a key that quits ends the script.
pub fn screen(app: &mut App, medium: &Medium, size: (u16, u16), keys: &str) -> Result<Buffer> {
    let area = Rect::new(0, 0, size.0, size.1);
    let mut laid = settled(app, medium, area, Laid::default());
    for key in keys::script(keys).map_err(|UnknownKey(name)| Failure::Key(name))? {
        press(app, key);
        laid = settled(app, medium, area, laid);
    }
    let mut buf = Buffer::empty(area);
    ui::paint(app, medium, &laid, &mut buf);
    Ok(buf)
}

/// The screen laid out, its windows handed over to the state.
pub(crate) fn settled(app: &mut App, medium: &Medium, area: Rect, before: Laid) -> Laid {
    let laid = ui::lay(app, medium, area, before);
    laid.settle(app);
    laid
}

/// Writes that screen as lines of text, as the terminal or the pipe takes it.
///
/// # Errors
/// The script names an unknown key, or standard output can't be written.
pub(crate) fn print(mut app: App, size: (u16, u16), keys: &str, out: &mut Output) -> Result<()> {
    let buf = screen(&mut app, &out.medium, size, keys)?;
    ui::lines(&buf).iter().try_for_each(|line| out.line(line))
}
