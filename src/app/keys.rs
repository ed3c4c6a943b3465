//! Keys as values: written `<tab>` or `j`, folded from what a Chinese input method sends, labelled for people.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key as the table of keys names it. Shift is part of the character, or of the key (`BackTab`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: KeyCode,
    pub ctrl: bool,
}

impl Key {
    /// A key without Control.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false }
    }

    /// A character key.
    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// Control with a letter.
    pub const fn ctrl(c: char) -> Self {
        Self { code: KeyCode::Char(c), ctrl: true }
    }

    /// The key of an event, with the forms that an input method gives folded to ASCII.
    /// `None` for a release, and for a key with Alt, which means nothing here.
    pub fn of(event: KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release || event.modifiers.contains(KeyModifiers::ALT) {
            return None;
        }
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let code = match event.code {
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            KeyCode::Char(c) if ctrl => KeyCode::Char(c.to_ascii_lowercase()),
            KeyCode::Char(c) => KeyCode::Char(fold(c)),
            code => code,
        };
        Some(Self { code, ctrl })
    }

    /// How the key is written for people, in ASCII but for nothing: `^D`, `Tab`, `PgUp`, `j`.
    pub fn label(self) -> String {
        match self.code {
            KeyCode::Char(' ') => "Space".into(),
            KeyCode::Char(c) if self.ctrl => format!("^{}", c.to_ascii_uppercase()),
            KeyCode::Char(c) => c.into(),
            KeyCode::Up => "Up".into(),
            KeyCode::Down => "Down".into(),
            KeyCode::Left => "Left".into(),
            KeyCode::Right => "Right".into(),
            KeyCode::Home => "Home".into(),
            KeyCode::End => "End".into(),
            KeyCode::PageUp => "PgUp".into(),
            KeyCode::PageDown => "PgDn".into(),
            KeyCode::Tab => "Tab".into(),
            KeyCode::BackTab => "S-Tab".into(),
            KeyCode::Enter => "Enter".into(),
            KeyCode::Esc => "Esc".into(),
            KeyCode::Backspace => "BS".into(),
            KeyCode::Delete => "Del".into(),
            KeyCode::F(n) => format!("F{n}"),
            _ => String::new(),
        }
    }
}

/// A character as typed through a Chinese input method, as the ASCII one on the same key.
fn fold(c: char) -> char {
    match c {
        '、' => '/',
        '　' => ' ',
        '。' => '.',
        '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Why a script of keys can't be read.
#[derive(Debug, PartialEq, Eq)]
pub struct UnknownKey(pub String);

/// Reads a script of keys: characters stand for themselves, `<tab>`, `<c-d>`, `<lt>` for what they name.
///
/// # Errors
/// The first name that is no key.
pub fn script(text: &str) -> Result<Vec<KeyEvent>, UnknownKey> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let end = if c == '<' { rest.find('>') } else { None };
        match end {
            Some(end) => {
                keys.push(named(&rest[1..end]).ok_or_else(|| UnknownKey(rest[..=end].into()))?);
                rest = &rest[end + 1..];
            }
            None => {
                keys.push(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    Ok(keys)
}

fn named(name: &str) -> Option<KeyEvent> {
    let name = name.to_ascii_lowercase();
    if let Some(letter) = name.strip_prefix("c-") {
        let mut letters = letter.chars();
        let (Some(c), None) = (letters.next(), letters.next()) else { return None };
        return Some(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL));
    }
    let code = match name.as_str() {
        "tab" => KeyCode::Tab,
        "s-tab" | "backtab" => KeyCode::BackTab,
        "enter" | "cr" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "space" => KeyCode::Char(' '),
        "lt" => KeyCode::Char('<'),
        "bs" | "backspace" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" | "pageup" => KeyCode::PageUp,
        "pgdn" | "pagedown" => KeyCode::PageDown,
        "f1" => KeyCode::F(1),
        _ => return None,
    };
    Some(KeyEvent::new(code, KeyModifiers::NONE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_names_keys() {
        let codes: Vec<_> = script("j<Tab>。<c-d><lt>").unwrap().into_iter().map(|k| k.code).collect();
        let (tab, c) = (KeyCode::Tab, KeyCode::Char);
        assert_eq!(codes, [c('j'), tab, c('。'), c('d'), c('<')]);
        assert_eq!(script("a<nokey>"), Err(UnknownKey("<nokey>".into())));
        assert_eq!(script("a<b").unwrap().len(), 3);
    }

    #[test]
    fn an_input_methods_characters_fold_to_the_keys() {
        for (typed, key) in
            [('ｊ', 'j'), ('／', '/'), ('？', '?'), ('：', ':'), ('、', '/'), ('　', ' '), ('Ｇ', 'G')]
        {
            let event = KeyEvent::new(KeyCode::Char(typed), KeyModifiers::NONE);
            assert_eq!(Key::of(event), Some(Key::char(key)), "{typed}");
        }
    }

    #[test]
    fn alt_and_releases_mean_nothing() {
        assert_eq!(Key::of(KeyEvent::new(KeyCode::Char('q'), KeyModifiers::ALT)), None);
        let release = KeyEvent::new_with_kind(KeyCode::Char('q'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(Key::of(release), None);
    }
}
