//! Control sequences of keys, mouse and replies: ECMA-48, xterm's ctlseqs, rxvt, and the Linux console.

use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::{Input, Parsed, Reply, key};

/// What follows CSI.
pub(super) fn control(body: &[u8]) -> Parsed {
    match body {
        // The Linux console's F1 to F5.
        [b'['] => return Parsed::Unfinished,
        [b'[', c @ b'A'..=b'E', ..] => return key(KeyCode::F(c - b'A' + 1), KeyModifiers::NONE, 2),
        // The mouse of a terminal that doesn't know SGR coordinates.
        [b'M', rest @ ..] => {
            // None of its three bytes is a control.
            return match rest.iter().take(3).position(|b| *b < 0x20) {
                Some(end) => Parsed::Nothing(1 + end),
                None if rest.len() < 3 => Parsed::Unfinished,
                None => Parsed::Nothing(4),
            };
        }
        _ => {}
    }
    let Some(end) = body.iter().position(|b| !(0x20..=0x3f).contains(b)) else { return Parsed::Unfinished };
    let (parameters, last) = (&body[..end], body[end]);
    if !(0x40..=0x7e).contains(&last) {
        // It was cut off by another one, which begins here.
        return Parsed::Nothing(end);
    }
    match meaning(parameters, last) {
        Some(input) => Parsed::Input(input, end + 1),
        None => Parsed::Nothing(end + 1),
    }
}

/// What follows SS3: the keys of application mode, keypad included.
pub(super) fn single_shift(body: &[u8]) -> Parsed {
    let digits = body.iter().take_while(|b| b.is_ascii_digit()).count();
    let Some(&last) = body.get(digits) else { return Parsed::Unfinished };
    if !last.is_ascii_alphabetic() {
        return Parsed::Nothing(digits);
    }
    let code = match last {
        b'M' => KeyCode::Enter,
        b'X' => KeyCode::Char('='),
        b'j'..=b'y' => KeyCode::Char((last - b'j' + b'*').into()),
        _ => match cursor_key(last.to_ascii_uppercase()) {
            Some(code) => code,
            None => return Parsed::Nothing(digits + 1),
        },
    };
    let mut modifiers = modifiers(number(&body[..digits]).unwrap_or(1));
    // rxvt's cursor keys.
    if last.is_ascii_lowercase()
        && matches!(code, KeyCode::Up | KeyCode::Down | KeyCode::Right | KeyCode::Left)
    {
        modifiers |= KeyModifiers::CONTROL;
    }
    key(code, modifiers, digits + 1)
}

fn meaning(parameters: &[u8], last: u8) -> Option<Input> {
    if let Some(mouse) = parameters.strip_prefix(b"<") {
        return mouse_event(mouse, last).map(Input::Mouse);
    }
    if let Some(private @ b'<'..=b'?') = parameters.first() {
        let clipboard = || parameters[1..].split(|b| *b == b';').any(|n| n == b"52");
        let attributes = || Input::Reply(Reply::Attributes { clipboard: clipboard() });
        return (*private == b'?' && last == b'c').then(attributes);
    }
    let mut numbers = parameters.split(|b| *b == b';').map(number);
    let (first, second, third) = (numbers.next()?, numbers.next().flatten(), numbers.next().flatten());
    if last == b'R' && first.is_some_and(|row| row > 1) {
        return Some(Input::Reply(Reply::Cursor { row: first?, column: second? }));
    }
    let (code, modifiers) = match last {
        b'~' | b'^' | b'@' => tilde_key(first?, second, third, last)?,
        b'Z' => (KeyCode::BackTab, KeyModifiers::SHIFT),
        // rxvt's shifted cursor keys.
        b'a'..=b'd' => (cursor_key(last.to_ascii_uppercase())?, KeyModifiers::SHIFT),
        // One of the protocol that says every key by its code point.
        b'u' => (char_key(first?)?, modifiers(second.unwrap_or(1))),
        _ => (cursor_key(last)?, modifiers(second.unwrap_or(1))),
    };
    Some(Input::Key(crossterm::event::KeyEvent::new(code, modifiers)))
}

/// The letter of cursor keys and F1 to F4, in CSI and SS3 alike.
fn cursor_key(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

/// The keys of a VT220's and an xterm's editing pad and function keys.
fn tilde_key(n: u16, second: Option<u16>, third: Option<u16>, last: u8) -> Option<(KeyCode, KeyModifiers)> {
    let code = match n {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(n as u8 - 10),
        17..=21 => KeyCode::F(n as u8 - 11),
        23..=26 => KeyCode::F(n as u8 - 12),
        // xterm's modifyOtherKeys.
        27 => char_key(third?)?,
        28 | 29 => KeyCode::F(n as u8 - 13),
        31..=34 => KeyCode::F(n as u8 - 14),
        _ => return None,
    };
    let modifiers = match last {
        b'^' => KeyModifiers::CONTROL,
        b'@' => KeyModifiers::CONTROL | KeyModifiers::SHIFT,
        _ => modifiers(second.unwrap_or(1)),
    };
    Some((code, modifiers))
}

fn char_key(code_point: u16) -> Option<KeyCode> {
    Some(match code_point {
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        n => KeyCode::Char(char::from_u32(n.into()).filter(|c| !c.is_control())?),
    })
}

/// xterm's parameter of modifiers: one more than the sum of 1, 2, 4 and 8.
fn modifiers(parameter: u16) -> KeyModifiers {
    let bits = parameter.saturating_sub(1);
    let mut modifiers = KeyModifiers::NONE;
    for (bit, modifier) in [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::META),
    ] {
        modifiers.set(modifier, bits & bit != 0);
    }
    modifiers
}

/// An SGR mouse report (xterm's mode 1006): button, column and row from 1; `m` is a release.
fn mouse_event(parameters: &[u8], last: u8) -> Option<MouseEvent> {
    let mut numbers = parameters.split(|b| *b == b';').map(number);
    let (button, column, row) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let which = match button & 3 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    let kind = match (button & !0x1c, last) {
        (64, b'M') => MouseEventKind::ScrollUp,
        (65, b'M') => MouseEventKind::ScrollDown,
        (0..=2, b'M') => MouseEventKind::Down(which),
        (0..=2, b'm') => MouseEventKind::Up(which),
        (32..=34, b'M') => MouseEventKind::Drag(which),
        _ => return None,
    };
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::SHIFT, button & 4 != 0);
    modifiers.set(KeyModifiers::ALT, button & 8 != 0);
    modifiers.set(KeyModifiers::CONTROL, button & 16 != 0);
    Some(MouseEvent { kind, column: column.checked_sub(1)?, row: row.checked_sub(1)?, modifiers })
}

/// A decimal number; `None` if there is none, or one that doesn't fit. Sub-parameters after `:` don't count.
fn number(digits: &[u8]) -> Option<u16> {
    let digits = digits.split(|b| *b == b':').next()?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}
