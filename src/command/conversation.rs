//! The loop of the browser: a frame, the events that have come meanwhile, the next frame. What takes long is done
//! beside it.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};
use rustix::process::Signal;

use super::keeper::Keeper;
use super::opening::{Opened, Opening};
use super::pace::Pace;
use super::print::settled;
use super::work::Work;
use super::{Global, Result};
use crate::app::keys::Key;
use crate::app::state::Notice;
use crate::app::update::{paste, take_index};
use crate::app::{Action, App, Effect, Modes, keymap, update};
use crate::page::{Cites, markdown};
use crate::programme::{Language, Programme};
use crate::search::Index;
use crate::terminal::{Clipboard, Cursor, Event, Session, Wait};
use crate::text::{Medium, clean};
use crate::ui::{self, Laid, Pointer};
use crate::words::Failure;

/// How long a start may take before it is said that it does.
const FELT: Duration = Duration::from_millis(150);

/// Browses until somebody quits. With a pace, the tour goes on by itself where nobody takes over.
/// With a keeper, the place is kept where the line breaks.
pub(crate) fn converse(
    opening: Opening,
    global: &Global,
    pace: Option<Pace>,
    keeper: Option<Keeper>,
) -> Result<ExitCode> {
    let capability = global.capability();
    if let Some(refusal) = capability.refusal() {
        return Err(refusal.into());
    }
    let session = Session::open(capability, opening.mouse()).map_err(Failure::of_terminal)?;
    let mut conversation = Conversation {
        global,
        session,
        pace,
        keeper,
        laid: Laid::default(),
        early: Vec::new(),
        rereading: None,
        wanted: false,
        indexing: None,
    };
    match conversation.open(opening)? {
        Opened::Ready(mut app) => conversation.browse(&mut app),
        Opened::Ended(code) => Ok(code),
    }
}

pub(super) struct Conversation<'g> {
    pub(super) global: &'g Global,
    pub(super) session: Session,
    pace: Option<Pace>,
    keeper: Option<Keeper>,
    laid: Laid,
    /// What came before the dataset did.
    early: Vec<Event>,
    rereading: Option<Work<Result<Programme>>>,
    /// Whether it wasn't given up. One that blocks can't be ended, and is taken up again in place of a second one.
    wanted: bool,
    indexing: Option<Work<Index>>,
}

impl Conversation<'_> {
    /// The browser, once it is there: at once, or when its dataset has been read beside the loop. What was typed
    /// meanwhile is kept.
    fn open(&mut self, opening: Opening) -> Result<Opened> {
        let work = match opening {
            Opening::Ready(app) => return Ok(Opened::Ready(app)),
            Opening::Reading(reading) => reading.start(self.global, self.session.waker())?,
        };
        let start = Instant::now();
        let mut wait = Wait::Until(start + FELT);
        loop {
            match self.session.next_event(wait)? {
                Some(Event::Quit(signal)) => return Ok(Opened::Ended(ended_by(signal))),
                Some(Event::Disconnected) => return Ok(Opened::Ended(ExitCode::FAILURE)),
                Some(Event::Key(key)) if self.gives_up(key) => return Ok(Opened::Ended(ExitCode::SUCCESS)),
                Some(Event::Key(key)) if Key::of(key) == Some(Key::ctrl('z')) => self.session.suspend()?,
                Some(event @ (Event::Key(_) | Event::Paste(_))) => self.early.push(event),
                _ => {}
            }
            if let Some(outcome) = work.outcome() {
                let outcome = outcome.map_err(|why| Failure::Worker(anyhow::Error::msg(why)));
                return Ok(Opened::Ready(Box::new(outcome.and_then(|app| app)?)));
            }
            if start.elapsed() >= FELT {
                wait = Wait::Forever;
                let (global, progress) = (self.global, work.progress());
                self.session.draw(|frame| {
                    ui::paint_waiting(&global.waiting(progress), frame.buffer_mut());
                    None
                })?;
            }
        }
    }

    /// Whether a key ends the wait for the dataset. Behind a `/` that was typed meanwhile, `q` is a letter, and Esc
    /// ends the query.
    fn gives_up(&self, key: KeyEvent) -> bool {
        let keys = self.early.iter().filter_map(|event| match event {
            Event::Key(key) => Key::of(*key),
            _ => None,
        });
        let ends = [Key::plain(KeyCode::Enter), Key::plain(KeyCode::Esc)];
        let typing =
            keys.fold(false, |typing, key| (typing || key == Key::char('/')) && !ends.contains(&key));
        let quits = [Key::plain(KeyCode::Esc), Key::char('q')];
        Key::of(key).is_some_and(|key| key == Key::ctrl('c') || !typing && quits.contains(&key))
    }

    fn browse(&mut self, app: &mut App) -> Result<ExitCode> {
        for event in std::mem::take(&mut self.early) {
            self.lay(app);
            if let Some(end) = self.take(app, event)? {
                return Ok(end);
            }
        }
        loop {
            self.draw(app)?;
            self.index(app);
            let medium = self.medium(app);
            let laid = &self.laid;
            let wait = self.pace.as_mut().map_or(Wait::Forever, |pace| Wait::Until(pace.next(laid, &medium)));
            let mut next = self.session.next_event(wait)?;
            if let (None, Some(pace)) = (&next, &mut self.pace) {
                pace.advance(app);
            }
            while let Some(event) = next {
                if let (Some(pace), Event::Key(_) | Event::Mouse(_)) = (&mut self.pace, &event) {
                    pace.hand_over();
                }
                if let Some(end) = self.take(app, event)? {
                    return Ok(end);
                }
                next = self.session.next_event(Wait::No)?;
                if next.is_some() {
                    // Keys that come faster than frames still page by what they would have shown.
                    self.lay(app);
                }
            }
        }
    }

    fn medium(&self, app: &App) -> Medium {
        self.global.medium_for(self.session.capability(), app.width())
    }

    fn screen(&self) -> Rect {
        let (columns, rows) = self.session.size();
        Rect::new(0, 0, columns, rows)
    }

    fn lay(&mut self, app: &mut App) {
        self.laid = settled(app, &self.medium(app), self.screen(), std::mem::take(&mut self.laid));
    }

    fn draw(&mut self, app: &mut App) -> Result<()> {
        self.lay(app);
        let (medium, laid) = (self.medium(app), &self.laid);
        self.session.set_width(medium.policy)?;
        let app = &*app;
        self.session.draw(|frame| {
            ui::paint(app, &medium, laid, frame.buffer_mut());
            laid.cursor().map(|position| Cursor { position, visible: app.typing() || self.global.cursor })
        })?;
        Ok(())
    }

    /// Builds the index of a large dataset beside the loop, so that it is there when the first query is typed.
    fn index(&mut self, app: &mut App) {
        if self.indexing.is_none() && app.finder().wants_index(app.programme()) {
            let programme = app.programme().clone();
            match Work::start(self.session.waker(), move |_| Index::build(&programme)) {
                Ok(work) => self.indexing = Some(work),
                // Where no thread can be had, it is built here.
                Err(_) => take_index(app, Index::build(app.programme())),
            }
        }
    }

    /// Takes one event; how the program ends if that is what it asks for.
    fn take(&mut self, app: &mut App, event: Event) -> Result<Option<ExitCode>> {
        let effect = match event {
            Event::Key(key)
                if self.wanted && key.code == KeyCode::Esc && Modes::VIEWS.contain(app.mode()) =>
            {
                self.want(false);
                Effect::None
            }
            Event::Key(key) if app.notice() == Some(&Notice::Recalled) && key.code == KeyCode::Esc => {
                app.start_over();
                Effect::None
            }
            Event::Key(key) => press(app, key),
            Event::Mouse(mouse) => self.pointed(mouse).map_or(Effect::None, |action| update(app, action)),
            Event::Paste(text) => {
                paste(app, &text);
                Effect::None
            }
            Event::Woken => {
                self.take_work(app);
                Effect::None
            }
            Event::Quit(signal) => {
                if signal == Signal::HUP.as_raw() {
                    self.keep(app);
                }
                return Ok(Some(ended_by(signal)));
            }
            Event::Disconnected => {
                self.keep(app);
                return Ok(Some(ExitCode::FAILURE));
            }
            // English is readable in any charset.
            Event::Learned if app.language() != Language::En => match self.session.capability().refusal() {
                Some(refusal) => return Err(refusal.into()),
                None => Effect::None,
            },
            Event::Resize(..) | Event::Learned | Event::Resumed | Event::Free => Effect::None,
        };
        match effect {
            Effect::None => {}
            Effect::Copy => self.copy(app)?,
            Effect::Reload => self.reread(app),
            Effect::Repaint => self.session.repaint()?,
            Effect::Mouse(on) => self.session.set_mouse(on)?,
            Effect::Suspend => self.session.suspend()?,
            Effect::Quit => return Ok(Some(ExitCode::SUCCESS)),
        }
        Ok(None)
    }

    /// Keeps the place of a reader whose line broke.
    fn keep(&self, app: &App) {
        if let Some(keeper) = &self.keeper {
            keeper.keep(&app.memory());
        }
    }

    /// Sends the briefing on what is shown to the clipboard, or shows it for selection where there is none.
    fn copy(&mut self, app: &mut App) -> Result<()> {
        let text = markdown(&app.scope(), &app.briefing(), Cites::AfterEach);
        if text.is_empty() {
            app.tell(Notice::NothingToCopy);
        } else if self.session.copy(&text)? {
            let sure = self.session.capability().clipboard == Clipboard::Sure;
            app.tell(Notice::Copied { sure });
        } else {
            app.show_briefing();
        }
        Ok(())
    }

    /// Reads the dataset again, and compares it again where it was, beside the loop.
    fn reread(&mut self, app: &mut App) {
        if self.rereading.is_none() {
            let global = self.global.clone();
            let old = app.since().map(|since| since.old.clone());
            let work = Work::start(self.session.waker(), move |progress| {
                let new = global.read(&|bytes| progress.at(bytes))?;
                Ok(if let Some(old) = old { new.compared(old) } else { new })
            });
            match work {
                Ok(work) => self.rereading = Some(work),
                Err(error) => return app.tell(Notice::WorkFailed(Failure::Other(error).say(app.language()))),
            }
        }
        self.want(true);
        app.tell(Notice::Rereading);
    }

    /// Whether what is being read is still wanted.
    fn want(&mut self, wanted: bool) {
        self.wanted = wanted;
        if let Some(work) = &self.rereading {
            work.want(wanted);
        }
    }

    /// Takes what was done beside the loop.
    fn take_work(&mut self, app: &mut App) {
        if let Some(outcome) = self.indexing.as_ref().and_then(Work::outcome) {
            self.indexing = None;
            match outcome {
                Ok(index) => take_index(app, index),
                Err(why) => app.tell(Notice::WorkFailed(why)),
            }
        }
        if let Some(outcome) = self.rereading.as_ref().and_then(Work::outcome) {
            self.rereading = None;
            match outcome {
                _ if !std::mem::take(&mut self.wanted) => {}
                Ok(Ok(programme)) => {
                    let old = app.reload(programme);
                    self.indexing = None;
                    // A large one takes a while to be dropped; where no thread can be had, it is dropped here.
                    drop(Work::start(self.session.waker(), move |_| drop(old)));
                    app.tell(Notice::Reloaded);
                }
                Ok(Err(why)) => app.tell(Notice::NotReloaded(clean(&why.say(app.language())).into_owned())),
                Err(why) => app.tell(Notice::WorkFailed(why)),
            }
        }
    }

    /// What the mouse asks for.
    fn pointed(&self, mouse: MouseEvent) -> Option<Action> {
        let pointer = match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Pointer::Click,
            MouseEventKind::ScrollUp => Pointer::WheelUp,
            MouseEventKind::ScrollDown => Pointer::WheelDown,
            _ => return None,
        };
        self.laid.action(pointer, Position::new(mouse.column, mouse.row))
    }
}

/// What a key does.
pub(crate) fn press(app: &mut App, key: KeyEvent) -> Effect {
    keymap::action(app, key).map_or(Effect::None, |action| update(app, action))
}

/// The exit code of a program that a signal ended, as shells have it.
fn ended_by(signal: i32) -> ExitCode {
    ExitCode::from(u8::try_from(128 + signal).unwrap_or(1))
}
