//! The one table of keys: dispatch, the footer, the help and the README's table all read it.

use crossterm::event::{KeyCode, KeyEvent};

use super::keys::Key;
use super::{Action, App, Mode, Modes};
use crate::words::Words;

/// A row of the table: what some keys do, where, and in which words.
pub struct Binding {
    pub keys: &'static [Key],
    pub modes: Modes,
    pub action: Action,
    /// What help says of it.
    pub help: fn(&Words) -> &'static str,
    pub hint: Option<Hint>,
}

/// What the footer says of a row's first key, or of that with others.
#[derive(Clone, Copy)]
pub struct Hint {
    pub text: fn(&Words) -> &'static str,
    /// How soon it gives way where the footer is narrow: 0 stays longest.
    pub rank: u8,
    pub keys: Together,
}

/// Which keys a hint is about.
#[derive(Clone, Copy)]
pub enum Together {
    Alone,
    /// With the key of another action.
    With(Action),
    /// From the row's own to the last one of the zones' keys.
    ToLastZone,
    /// All four arrows.
    Arrows,
}

impl Binding {
    const fn hint(self, rank: u8, text: fn(&Words) -> &'static str) -> Self {
        self.together(rank, text, Together::Alone)
    }

    const fn together(self, rank: u8, text: fn(&Words) -> &'static str, keys: Together) -> Self {
        Self { hint: Some(Hint { text, rank, keys }), ..self }
    }
}

const fn key(c: char) -> Key {
    Key::char(c)
}

const fn row(
    keys: &'static [Key],
    modes: Modes,
    action: Action,
    help: fn(&Words) -> &'static str,
) -> Binding {
    Binding { keys, modes, action, help, hint: None }
}

const fn zone(keys: &'static [Key], place: u8) -> Binding {
    row(keys, Modes::PANES, Action::Zone(place), |w| w.keys.zone)
}

const UP: Key = Key::plain(KeyCode::Up);
const DOWN: Key = Key::plain(KeyCode::Down);
const LEFT: Key = Key::plain(KeyCode::Left);
const RIGHT: Key = Key::plain(KeyCode::Right);
const ENTER: Key = Key::plain(KeyCode::Enter);
const ESC: Key = Key::plain(KeyCode::Esc);
const TAB: Key = Key::plain(KeyCode::Tab);

/// Every key of the browser, in the order in which help and the footer show them.
pub const BINDINGS: &[Binding] = {
    use Modes as M;
    use Together::{Arrows, ToLastZone, With};
    &[
        row(&[UP, key('k')], M::LINES, Action::Up, |w| w.keys.up).together(
            2,
            |w| w.hints.select,
            With(Action::Down),
        ),
        row(&[DOWN, key('j')], M::LINES, Action::Down, |w| w.keys.down),
        row(&[UP, key('k')], M::GRID, Action::Up, |w| w.keys.grid_up).together(2, |w| w.hints.select, Arrows),
        row(&[DOWN, key('j')], M::GRID, Action::Down, |w| w.keys.grid_down),
        row(&[LEFT, key('h')], M::GRID, Action::Left, |w| w.keys.grid_left),
        row(&[RIGHT, key('l')], M::GRID, Action::Right, |w| w.keys.grid_right),
        row(&[ENTER, RIGHT, key('l')], M::COLUMNS, Action::Enter, |w| w.keys.enter)
            .hint(3, |w| w.hints.enter),
        row(&[ENTER], M::COUNTS, Action::Enter, |w| w.keys.enter_counted).hint(3, |w| w.hints.enter_counted),
        row(&[key(' ')], M::FILTER, Action::Mark, |w| w.keys.mark).hint(1, |w| w.hints.mark),
        row(&[ENTER, ESC], M::FILTER, Action::Back, |w| w.keys.done).hint(0, |w| w.hints.done),
        row(&[ESC, LEFT, key('h')], M::OUTWARD, Action::Back, |w| w.keys.back).hint(10, |w| w.hints.back),
        row(&[ESC], M::COUNTS, Action::Back, |w| w.keys.back),
        row(&[TAB], M::STEPS, Action::Next, |w| w.keys.next).hint(13, |w| w.hints.next),
        row(&[Key::plain(KeyCode::BackTab)], M::STEPS, Action::Previous, |w| w.keys.previous),
        row(&[Key::plain(KeyCode::Backspace)], M::PANES, Action::Return, |w| w.keys.return_),
        row(&[Key::plain(KeyCode::PageDown), key(' ')], M::READING, Action::PageDown, |w| w.keys.page_down),
        row(&[Key::plain(KeyCode::PageUp), key('b')], M::READING, Action::PageUp, |w| w.keys.page_up),
        row(&[Key::ctrl('d')], M::READING, Action::HalfPageDown, |w| w.keys.half_down),
        row(&[Key::ctrl('u')], M::READING, Action::HalfPageUp, |w| w.keys.half_up),
        row(&[key('g'), Key::plain(KeyCode::Home)], M::READING, Action::First, |w| w.keys.first),
        row(&[key('G'), Key::plain(KeyCode::End)], M::READING, Action::Last, |w| w.keys.last),
        row(&[key('v')], M::PANES, Action::NextView, |w| w.keys.next_view).hint(5, |w| w.hints.view),
        row(&[key('V')], M::PANES, Action::PreviousView, |w| w.keys.previous_view),
        row(&[key('c')], M::MATRIX, Action::Columns, |w| w.keys.columns).hint(4, |w| w.hints.columns),
        row(&[key('f')], M::FILTERED, Action::Filter, |w| w.keys.filter).hint(6, |w| w.hints.filter),
        row(&[key('x')], M::FILTERED, Action::ClearFilter, |w| w.keys.clear_filter)
            .hint(2, |w| w.hints.clear),
        row(&[key('0')], M::PANES, Action::AllZones, |w| w.keys.all_zones).together(
            9,
            |w| w.hints.zones,
            ToLastZone,
        ),
        zone(&[key('1')], 0),
        zone(&[key('2')], 1),
        zone(&[key('3')], 2),
        zone(&[key('4')], 3),
        zone(&[key('5')], 4),
        zone(&[key('6')], 5),
        zone(&[key('7')], 6),
        zone(&[key('8')], 7),
        zone(&[key('9')], 8),
        row(&[key('/')], M::PANES, Action::Search, |w| w.keys.search).hint(4, |w| w.hints.search),
        row(&[key('n')], M::PANES, Action::NextHit, |w| w.keys.next_hit),
        row(&[key('N')], M::PANES, Action::PreviousHit, |w| w.keys.previous_hit),
        row(&[key('i')], M::PANES, Action::About, |w| w.keys.about).hint(11, |w| w.hints.about),
        row(&[key('z')], M::READABLE, Action::Reader, |w| w.keys.reader).hint(8, |w| w.hints.reader),
        row(&[key('y')], M::READABLE, Action::Copy, |w| w.keys.copy).hint(12, |w| w.hints.copy),
        row(&[key('L')], M::COMMANDS, Action::Language, |w| w.keys.language).hint(7, |w| w.hints.language),
        row(&[key('w')], M::COMMANDS, Action::Width, |w| w.keys.width),
        row(&[key('m')], M::PANES, Action::Mouse, |w| w.keys.mouse),
        row(&[key('R')], M::PANES, Action::Reload, |w| w.keys.reload),
        row(&[Key::ctrl('l')], M::EVERYWHERE, Action::Repaint, |w| w.keys.repaint),
        row(&[Key::ctrl('z')], M::EVERYWHERE, Action::Suspend, |w| w.keys.suspend),
        row(&[key('?'), Key::plain(KeyCode::F(1))], M::COMMANDS, Action::Help, |w| w.keys.help)
            .hint(0, |w| w.hints.help),
        row(&[key('q'), Key::ctrl('c')], M::COMMANDS, Action::Quit, |w| w.keys.quit)
            .hint(1, |w| w.hints.quit),
        row(&[ENTER], M::INPUT, Action::Go, |w| w.keys.go),
        row(&[ESC, Key::ctrl('c')], M::INPUT, Action::Back, |w| w.keys.cancel),
        row(&[UP, Key::ctrl('p')], M::INPUT, Action::Up, |w| w.keys.hit_up),
        row(&[DOWN, Key::ctrl('n'), TAB], M::INPUT, Action::Down, |w| w.keys.hit_down),
        row(&[Key::plain(KeyCode::PageDown)], M::INPUT, Action::PageDown, |w| w.keys.page_down),
        row(&[Key::plain(KeyCode::PageUp)], M::INPUT, Action::PageUp, |w| w.keys.page_up),
        row(&[Key::ctrl('x')], M::INPUT, Action::ClearFilter, |w| w.keys.clear_filter),
        row(&[LEFT, Key::ctrl('b')], M::INPUT, Action::CaretLeft, |w| w.keys.caret_left),
        row(&[RIGHT, Key::ctrl('f')], M::INPUT, Action::CaretRight, |w| w.keys.caret_right),
        row(&[Key::plain(KeyCode::Home), Key::ctrl('a')], M::INPUT, Action::CaretHome, |w| w.keys.caret_home),
        row(&[Key::plain(KeyCode::End), Key::ctrl('e')], M::INPUT, Action::CaretEnd, |w| w.keys.caret_end),
        row(&[Key::plain(KeyCode::Backspace), Key::ctrl('h')], M::INPUT, Action::Backspace, |w| {
            w.keys.backspace
        }),
        row(&[Key::plain(KeyCode::Delete), Key::ctrl('d')], M::INPUT, Action::Delete, |w| w.keys.delete),
        row(&[Key::ctrl('w')], M::INPUT, Action::EraseWord, |w| w.keys.erase_word),
        row(&[Key::ctrl('u')], M::INPUT, Action::EraseLine, |w| w.keys.erase_line),
    ]
};

/// The binding of an action that holds now.
pub fn binding(app: &App, action: Action) -> Option<&'static Binding> {
    BINDINGS.iter().find(|b| b.action == action && holds(app, b))
}

/// Whether a binding holds now: where the keys go, and in this browser at all.
pub fn holds(app: &App, binding: &Binding) -> bool {
    let filtered = binding.action != Action::ClearFilter || !app.filter().is_empty();
    binding.modes.contain(app.mode()) && filtered && holds_anywhere(app, binding)
}

/// Whether a binding means anything in this browser: a kiosk isn't left, a zone has to be there.
pub fn holds_anywhere(app: &App, binding: &Binding) -> bool {
    match binding.action {
        Action::Suspend => !app.kiosk,
        Action::Reload => app.reloadable,
        Action::Zone(place) => usize::from(place) < app.programme().zones.len(),
        _ => true,
    }
}

/// What a key means now; `None` where it means nothing. On the input line a character means itself.
pub fn action(app: &App, event: KeyEvent) -> Option<Action> {
    let key = Key::of(event)?;
    if let (Mode::Search, false, KeyCode::Char(c)) = (app.mode(), key.ctrl, event.code) {
        return Some(Action::Type(c));
    }
    BINDINGS.iter().find(|b| b.keys.contains(&key) && holds(app, b)).map(|b| b.action)
}

/// The rows of the table that say the same, together; those of an input line apart.
pub fn explained(words: &Words) -> impl Iterator<Item = &'static [Binding]> {
    let input = |b: &Binding| b.modes == Modes::INPUT;
    BINDINGS.chunk_by(move |a, b| (a.help)(words) == (b.help)(words) && input(a) == input(b))
}

/// The keys of some rows, each once.
pub fn keys_of<'b>(rows: impl Iterator<Item = &'b Binding>) -> Vec<Key> {
    let mut keys = Vec::new();
    for &key in rows.flat_map(|row| row.keys) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// The table of keys in Markdown: the README's block.
pub fn markdown(words: &Words) -> String {
    let mut rows = String::from("| | |\n| --- | --- |\n");
    for same in explained(words) {
        let keys: Vec<_> = keys_of(same.iter()).iter().map(|key| format!("`{}`", key.label())).collect();
        let place = if same[0].modes == Modes::INPUT { [words.input, ": "].concat() } else { String::new() };
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
        for mode in Mode::ALL {
            let mut seen = HashSet::new();
            for key in BINDINGS.iter().filter(|b| b.modes.contain(mode)).flat_map(|b| b.keys) {
                assert!(seen.insert(key), "{} is bound twice in {mode:?}", key.label());
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
