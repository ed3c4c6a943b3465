//! The one table of keys: dispatch, the footer, the help and the README's table all read it.

use crossterm::event::{KeyCode, KeyEvent};

use super::keys::Key;
use super::{Action, App, Overlay};
use crate::words::Words;

/// Where a binding holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// In the panes.
    Panes,
    /// In the panes and in what lies over them to be read.
    Reading,
    /// While a query is typed.
    Input,
    Everywhere,
}

impl Context {
    /// Whether the keys go there now.
    fn is(self, overlay: Overlay) -> bool {
        match self {
            Self::Panes => overlay == Overlay::None,
            Self::Reading => overlay != Overlay::Search,
            Self::Input => overlay == Overlay::Search,
            Self::Everywhere => true,
        }
    }
}

/// A row of the table: what some keys do, where, and in which words.
pub struct Binding {
    pub keys: &'static [Key],
    pub context: Context,
    pub action: Action,
    /// What help says of it.
    pub help: fn(&Words) -> &'static str,
}

/// What the footer says of one key, or of two that belong together.
pub struct Hint {
    pub first: Action,
    /// The last of several keys, and what joins the two labels: `↑↓`, `0-3`.
    pub last: Option<(&'static str, Action)>,
    pub text: fn(&Words) -> &'static str,
    /// How soon it gives way where the footer is narrow: 0 stays longest.
    pub rank: u8,
}

const fn key(c: char) -> Key {
    Key::char(c)
}

const UP: Key = Key::plain(KeyCode::Up);
const DOWN: Key = Key::plain(KeyCode::Down);
const LEFT: Key = Key::plain(KeyCode::Left);
const RIGHT: Key = Key::plain(KeyCode::Right);

/// Every key of the browser, in the order in which help shows them.
pub const BINDINGS: &[Binding] = {
    use Context::{Everywhere, Input, Panes, Reading};
    const fn row(
        keys: &'static [Key],
        context: Context,
        action: Action,
        help: fn(&Words) -> &'static str,
    ) -> Binding {
        Binding { keys, context, action, help }
    }
    &[
        row(&[UP, key('k')], Reading, Action::Up, |w| w.keys.up),
        row(&[DOWN, key('j')], Reading, Action::Down, |w| w.keys.down),
        row(&[Key::plain(KeyCode::Enter), RIGHT, key('l')], Panes, Action::Enter, |w| w.keys.enter),
        row(&[Key::plain(KeyCode::Esc), LEFT, key('h')], Reading, Action::Back, |w| w.keys.back),
        row(&[Key::plain(KeyCode::Tab)], Panes, Action::NextPane, |w| w.keys.next_pane),
        row(&[Key::plain(KeyCode::BackTab)], Panes, Action::PreviousPane, |w| w.keys.previous_pane),
        row(&[Key::plain(KeyCode::PageDown), key(' ')], Reading, Action::PageDown, |w| w.keys.page_down),
        row(&[Key::plain(KeyCode::PageUp), key('b')], Reading, Action::PageUp, |w| w.keys.page_up),
        row(&[Key::ctrl('d')], Reading, Action::HalfPageDown, |w| w.keys.half_down),
        row(&[Key::ctrl('u')], Reading, Action::HalfPageUp, |w| w.keys.half_up),
        row(&[key('g'), Key::plain(KeyCode::Home)], Reading, Action::First, |w| w.keys.first),
        row(&[key('G'), Key::plain(KeyCode::End)], Reading, Action::Last, |w| w.keys.last),
        row(&[key('0')], Panes, Action::AllZones, |w| w.keys.all_zones),
        row(&[key('1')], Panes, Action::Zone(0), |w| w.keys.zone),
        row(&[key('2')], Panes, Action::Zone(1), |w| w.keys.zone),
        row(&[key('3')], Panes, Action::Zone(2), |w| w.keys.zone),
        row(&[key('/')], Panes, Action::Search, |w| w.keys.search),
        row(&[key('n')], Panes, Action::NextHit, |w| w.keys.next_hit),
        row(&[key('N')], Panes, Action::PreviousHit, |w| w.keys.previous_hit),
        row(&[key('i')], Reading, Action::About, |w| w.keys.about),
        row(&[key('L')], Reading, Action::Language, |w| w.keys.language),
        row(&[key('m')], Panes, Action::Mouse, |w| w.keys.mouse),
        row(&[key('y')], Panes, Action::Copy, |w| w.keys.copy),
        row(&[key('R')], Panes, Action::Reload, |w| w.keys.reload),
        row(&[Key::ctrl('l')], Everywhere, Action::Repaint, |w| w.keys.repaint),
        row(&[Key::ctrl('z')], Everywhere, Action::Suspend, |w| w.keys.suspend),
        row(&[key('?'), Key::plain(KeyCode::F(1))], Reading, Action::Help, |w| w.keys.help),
        row(&[key('q'), Key::ctrl('c')], Reading, Action::Quit, |w| w.keys.quit),
        row(&[Key::plain(KeyCode::Enter)], Input, Action::Go, |w| w.keys.go),
        row(&[Key::plain(KeyCode::Esc), Key::ctrl('c')], Input, Action::Back, |w| w.keys.cancel),
        row(&[UP, Key::ctrl('p')], Input, Action::Up, |w| w.keys.hit_up),
        row(&[DOWN, Key::ctrl('n'), Key::plain(KeyCode::Tab)], Input, Action::Down, |w| w.keys.hit_down),
        row(&[Key::plain(KeyCode::PageDown)], Input, Action::PageDown, |w| w.keys.page_down),
        row(&[Key::plain(KeyCode::PageUp)], Input, Action::PageUp, |w| w.keys.page_up),
        row(&[LEFT, Key::ctrl('b')], Input, Action::CaretLeft, |w| w.keys.caret_left),
        row(&[RIGHT, Key::ctrl('f')], Input, Action::CaretRight, |w| w.keys.caret_right),
        row(&[Key::plain(KeyCode::Home), Key::ctrl('a')], Input, Action::CaretHome, |w| w.keys.caret_home),
        row(&[Key::plain(KeyCode::End), Key::ctrl('e')], Input, Action::CaretEnd, |w| w.keys.caret_end),
        row(&[Key::plain(KeyCode::Backspace), Key::ctrl('h')], Input, Action::Backspace, |w| {
            w.keys.backspace
        }),
        row(&[Key::plain(KeyCode::Delete), Key::ctrl('d')], Input, Action::Delete, |w| w.keys.delete),
        row(&[Key::ctrl('w')], Input, Action::EraseWord, |w| w.keys.erase_word),
        row(&[Key::ctrl('u')], Input, Action::EraseLine, |w| w.keys.erase_line),
    ]
};

/// The footer, in its order.
pub const HINTS: &[Hint] = {
    const fn hint(first: Action, rank: u8, text: fn(&Words) -> &'static str) -> Hint {
        Hint { first, last: None, text, rank }
    }
    &[
        Hint { first: Action::Up, last: Some(("", Action::Down)), text: |w| w.hints.select, rank: 2 },
        hint(Action::Enter, 3, |w| w.hints.enter),
        hint(Action::Search, 4, |w| w.hints.search),
        hint(Action::Back, 9, |w| w.hints.back),
        Hint {
            first: Action::AllZones,
            last: Some(("-", Action::Zone(2))),
            text: |w| w.hints.zones,
            rank: 5,
        },
        hint(Action::About, 7, |w| w.hints.about),
        hint(Action::Copy, 8, |w| w.hints.copy),
        hint(Action::Language, 6, |w| w.hints.language),
        hint(Action::Help, 0, |w| w.hints.help),
        hint(Action::Quit, 1, |w| w.hints.quit),
    ]
};

/// The binding of an action that holds now.
pub fn binding(app: &App, action: Action) -> Option<&'static Binding> {
    BINDINGS.iter().find(|b| b.action == action && holds(app, b))
}

/// Whether a binding holds now: where the keys go, and in this browser at all.
pub fn holds(app: &App, binding: &Binding) -> bool {
    binding.context.is(app.overlay) && exists(app, binding)
}

/// Whether a binding means anything in this browser: a kiosk isn't left, and a zone has to be there.
pub fn exists(app: &App, binding: &Binding) -> bool {
    match binding.action {
        Action::Suspend => !app.kiosk,
        Action::Reload => app.reloadable,
        Action::Zone(place) => usize::from(place) < app.programme.zones.len(),
        _ => true,
    }
}

/// What a key means now; `None` where it means nothing. On the input line a character means itself.
pub fn action(app: &App, event: KeyEvent) -> Option<Action> {
    let key = Key::of(event)?;
    if let (Overlay::Search, false, KeyCode::Char(c)) = (app.overlay, key.ctrl, event.code) {
        return Some(Action::Type(c));
    }
    BINDINGS.iter().find(|b| b.keys.contains(&key) && holds(app, b)).map(|b| b.action)
}

/// The table of keys in Markdown: the README's block.
pub fn markdown(words: &Words) -> String {
    let mut rows = String::from("| | |\n| --- | --- |\n");
    let alike = |a: &Binding, b: &Binding| (a.help)(words) == (b.help)(words) && a.context == b.context;
    for same in BINDINGS.chunk_by(alike) {
        let keys: Vec<_> = same.iter().flat_map(|b| b.keys).map(|k| format!("`{}`", k.label())).collect();
        let place =
            if same[0].context == Context::Input { [words.input, ": "].concat() } else { String::new() };
        rows += &format!("| {} | {place}{} |\n", keys.join(" "), (same[0].help)(words));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::Language;
    use std::collections::HashSet;

    #[test]
    fn no_key_is_bound_twice_where_it_could_mean_either() {
        for overlay in [Overlay::None, Overlay::Help, Overlay::About, Overlay::Plain, Overlay::Search] {
            let mut seen = HashSet::new();
            for key in BINDINGS.iter().filter(|b| b.context.is(overlay)).flat_map(|b| b.keys) {
                assert!(seen.insert(key), "{} is bound twice in {overlay:?}", key.label());
            }
        }
    }

    #[test]
    fn every_key_has_a_label_and_help_in_every_language() {
        for binding in BINDINGS {
            assert!(binding.keys.iter().all(|k| !k.label().is_empty()), "{:?}", binding.action);
            for language in Language::ALL {
                assert!(!(binding.help)(Words::of(language)).is_empty(), "{:?} {language:?}", binding.action);
            }
        }
    }
}
