//! The loop of the browser: a frame, the events that have come meanwhile, the next frame.

use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use crossterm::event::{KeyEvent, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::pace::Pace;
use super::{Global, brief};
use crate::app::state::Notice;
use crate::app::update::paste;
use crate::app::{Action, App, Effect, keymap, update};
use crate::terminal::{Event, Session, Wait};
use crate::ui::{self, Pointer, Theme};

/// The loop: a frame, then every event that has come meanwhile, then the next frame. With a pace, the tour goes
/// on by itself where nobody takes over.
pub(crate) fn converse(mut app: App, global: &Global, mut pace: Option<Pace>) -> Result<ExitCode> {
    let capability = global.capability();
    if let Some(refusal) = capability.refusal() {
        bail!("{refusal}");
    }
    let mut session = Session::open(capability, app.mouse).context("can't take the terminal over")?;
    loop {
        let theme = global.theme_for(session.capability());
        draw(&mut app, &theme, &mut session)?;
        app.prepare_search();
        let wait = pace.as_mut().map_or(Wait::Forever, |pace| Wait::Until(pace.next(&app)));
        let mut next = session.next_event(wait)?;
        if let (None, Some(pace)) = (&next, &mut pace) {
            pace.advance(&mut app);
        }
        while let Some(event) = next {
            if let (Some(pace), Event::Key(_) | Event::Mouse(_)) = (&mut pace, &event) {
                pace.hand_over();
            }
            if let Some(end) = take(&mut app, global, &mut session, event)? {
                return Ok(end);
            }
            next = session.next_event(Wait::No)?;
            if next.is_some() {
                // Keys that come faster than frames still page by what they would have shown.
                settle(&mut app, &theme, screen(&session));
            }
        }
    }
}

fn draw(app: &mut App, theme: &Theme, session: &mut Session) -> Result<()> {
    let mut views = app.views;
    session.draw(|frame| {
        views = ui::render(app, theme, frame.area(), frame.buffer_mut());
        if let Some(caret) = views.caret {
            frame.set_cursor_position(caret);
        }
    })?;
    app.settle(views);
    Ok(())
}

fn screen(session: &Session) -> Rect {
    let (columns, rows) = session.size();
    Rect::new(0, 0, columns, rows)
}

/// Takes one event; how the program ends if that is what it asks for.
fn take(app: &mut App, global: &Global, session: &mut Session, event: Event) -> Result<Option<ExitCode>> {
    let effect = match event {
        Event::Key(key) => press(app, key),
        Event::Mouse(mouse) => {
            pointed(app, screen(session), mouse).map_or(Effect::None, |action| update(app, action))
        }
        Event::Paste(text) => {
            paste(app, &text);
            Effect::None
        }
        Event::Quit(signal) => return Ok(Some(ExitCode::from(u8::try_from(128 + signal).unwrap_or(1)))),
        Event::Disconnected => return Ok(Some(ExitCode::FAILURE)),
        Event::Resize(..) | Event::Learned | Event::Resumed | Event::Woken => Effect::None,
    };
    match effect {
        Effect::None => {}
        Effect::Copy => copy(app, session)?,
        Effect::Reload => reload(app, global),
        Effect::Repaint => session.repaint()?,
        Effect::Mouse(on) => session.set_mouse(on)?,
        Effect::Suspend => session.suspend()?,
        Effect::Quit => return Ok(Some(ExitCode::SUCCESS)),
    }
    Ok(None)
}

/// Sends the briefing on what is shown to the clipboard, or shows it for selection where there is none.
fn copy(app: &mut App, session: &mut Session) -> Result<()> {
    let text = brief::of_selection(app);
    if session.copy(&text)? {
        app.notice = Some(Notice::Copied);
    } else {
        app.show_plain(text);
    }
    Ok(())
}

/// Reads the dataset again; one that went bad leaves the old one.
fn reload(app: &mut App, global: &Global) {
    app.notice = Some(match global.programme() {
        Ok(programme) => {
            app.reload(programme);
            Notice::Reloaded
        }
        Err(why) => Notice::NotReloaded(format!("{why:#}")),
    });
}

/// What the mouse asks for.
fn pointed(app: &App, area: Rect, mouse: MouseEvent) -> Option<Action> {
    let pointer = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Pointer::Click,
        MouseEventKind::ScrollUp => Pointer::WheelUp,
        MouseEventKind::ScrollDown => Pointer::WheelDown,
        _ => return None,
    };
    ui::hit(app, area, pointer, Position::new(mouse.column, mouse.row))
}

/// What a key does.
pub(crate) fn press(app: &mut App, key: KeyEvent) -> Effect {
    keymap::action(app, key).map_or(Effect::None, |action| update(app, action))
}

/// Lets the scrolling parts come to their windows without showing them.
pub(crate) fn settle(app: &mut App, theme: &Theme, area: Rect) {
    let views = ui::render(app, theme, area, &mut Buffer::empty(area));
    app.settle(views);
}
