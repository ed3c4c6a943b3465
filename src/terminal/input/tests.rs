use crossterm::event::{MouseButton, MouseEventKind};
use proptest::prelude::*;

use super::*;

/// What a stream gives, in short: `a`, `C-c`, `A-x`, `S-Up`, `F5`, `{paste}`, `<reply>`, `(mouse)`.
pub(super) fn name(input: &Input) -> String {
    match input {
        Input::Key(key) => {
            let modifiers =
                [(KeyModifiers::CONTROL, "C-"), (KeyModifiers::ALT, "A-"), (KeyModifiers::SHIFT, "S-")];
            let prefix = modifiers.iter().filter(|(m, _)| key.modifiers.contains(*m)).map(|(_, name)| *name);
            let code = match key.code {
                KeyCode::Char(c) => c.to_string(),
                code => format!("{code:?}").replace(['(', ')'], ""),
            };
            prefix.chain([code.as_str()]).collect()
        }
        Input::Mouse(m) => {
            let kind = match m.kind {
                MouseEventKind::Down(MouseButton::Left) => "down".into(),
                MouseEventKind::Up(MouseButton::Left) => "up".into(),
                kind => format!("{kind:?}"),
            };
            format!("({kind} {},{})", m.column, m.row)
        }
        Input::Paste(text) => format!("{{{text}}}"),
        Input::Reply(Reply::Cursor { row, column }) => format!("<{row};{column}>"),
        Input::Reply(Reply::Attributes { clipboard: false }) => "<attributes>".into(),
        Input::Reply(Reply::Attributes { clipboard: true }) => "<attributes with clipboard>".into(),
    }
}

pub(super) fn drain(decoder: &mut Decoder) -> Vec<String> {
    std::iter::from_fn(|| decoder.next()).map(|input| name(&input)).collect()
}

/// What comes of a pause: everything pending has expired.
pub(super) fn pause(decoder: &mut Decoder) -> Vec<String> {
    let mut names = Vec::new();
    while decoder.pending().is_some() {
        names.extend(decoder.expire().iter().map(name));
        names.extend(drain(decoder));
    }
    names
}

/// All of a stream at once; what is pending at its end has expired.
fn inputs(bytes: &[u8], charset: &Charset) -> String {
    let mut decoder = Decoder::new(charset.clone());
    decoder.feed(bytes);
    let mut names = drain(&mut decoder);
    names.extend(pause(&mut decoder));
    names.join(" ")
}

#[test]
fn keys_of_every_terminal() {
    let table: &[(&[u8], &str)] = &[
        (b"jq", "j q"),
        (b"G", "S-G"),
        (b"\r\n", "Enter Enter"),
        (b"\t\x1b[Z", "Tab S-BackTab"),
        (b"\x7f\x08", "Backspace Backspace"),
        (b"\x03\x04\x1a\x0c\x00", "C-c C-d C-z C-l C- "),
        (b"\x1c\x1f", "C-\\ C-_"),
        (b"\x1b", "Esc"),
        (b"\x1b\x1b", "Esc Esc"),
        // Esc and a key in one packet: there is no Alt.
        (b"\x1bx\x1bX", "Esc x Esc S-X"),
        (b"\x1b\r\x1b\x03", "Esc Enter Esc C-c"),
        ("\x1b西".as_bytes(), "Esc 西"),
        (b"\x1b[\r\x1bO/\x1b]q\x1bPq\x1b_q", "Esc [ Enter Esc S-O / Esc ] q Esc S-P q Esc _ q"),
        // Cursor keys, normal and application mode.
        (b"\x1b[A\x1b[B\x1b[C\x1b[D", "Up Down Right Left"),
        (b"\x1bOA\x1bOB\x1bOC\x1bOD", "Up Down Right Left"),
        (b"\x1b[H\x1b[F\x1bOH\x1bOF\x1b[1~\x1b[4~\x1b[7~\x1b[8~", "Home End Home End Home End Home End"),
        (b"\x1b[2~\x1b[3~\x1b[5~\x1b[6~", "Insert Delete PageUp PageDown"),
        // Function keys: xterm, VT220, the Linux console.
        (b"\x1bOP\x1bOQ\x1bOR\x1bOS", "F1 F2 F3 F4"),
        (b"\x1b[11~\x1b[14~\x1b[15~\x1b[17~", "F1 F4 F5 F6"),
        (b"\x1b[21~\x1b[23~\x1b[24~\x1b[25~\x1b[29~\x1b[34~", "F10 F11 F12 F13 F16 F20"),
        (b"\x1b[[A\x1b[[E", "F1 F5"),
        // With modifiers: xterm, rxvt, an ESC before all.
        (b"\x1b[1;2A\x1b[1;5C\x1b[1;3D\x1b[1;6B", "S-Up C-Right A-Left C-S-Down"),
        (b"\x1b[1;2P\x1b[1;2R\x1b[5;5~", "S-F1 S-F3 C-PageUp"),
        (b"\x1b[a\x1b[5^\x1b[5@", "S-Up C-PageUp C-S-PageUp"),
        (b"\x1b\x1b[A\x1b\x1bOC", "Esc Up Esc Right"),
        (b"\x1bOa\x1bOd", "C-Up C-Left"),
        // Keys by code point: modifyOtherKeys and CSI u.
        (b"\x1b[27;5;13~\x1b[13;5u\x1b[106u", "C-Enter C-Enter j"),
        (b"\x1bOM\x1bOj\x1bOp\x1bOX", "Enter * 0 ="),
        ("西é𠀀？".as_bytes(), "西 é 𠀀 ？"),
        (b"\x1b[200~a\r\x1b[Ab\x1b[201~c", "{a\r\x1b[Ab} c"),
        (
            b"\x1b[<0;3;5M\x1b[<0;3;5m\x1b[<64;1;1M\x1b[<65;1;1M",
            "(down 2,4) (up 2,4) (ScrollUp 0,0) (ScrollDown 0,0)",
        ),
        (b"\x1b[M !!x", "x"),
        (b"\x1b[3;5R\x1b[?62;22c", "<3;5> <attributes>"),
        (b"\x1b[?62;52c", "<attributes with clipboard>"),
        // Focus, device status and other people's replies mean nothing.
        (b"\x1b[I\x1b[Oa", "a"),
        (b"\x1b[0n\x1b[?2026;2$yb", "b"),
        (b"\x1b[>41;379;0cc", "c"),
        (b"\x1b]11;rgb:0000/0000/0000\x07d", "d"),
        (b"\x1b]11;rgb:0000/0000/0000\x1b\\e", "e"),
        (b"\x1bP>|XTerm(379)\x1b\\f", "f"),
        (b"\x1b_Gi=31;OK\x1b\\g", "g"),
        // What never ends takes nothing along but what can't be told from it.
        (b"\x1b]0;abc\x03", "C-c"),
        (b"\x1bP1$r0;1\x1b[A", "Up"),
        (b"\x1b[M!\x03", "C-c"),
        (b"\x1b[200~abc", "{abc}"),
        (b"\x1b[200~abc\x1b[20", "{abc}"),
        (b"\x1b[200~abc\x1b", "{abc} Esc"),
        (b"\x1b[12;", ""),
        // What is broken is dropped, and what follows it isn't.
        (b"\xff\xe8\xa5a", "a"),
        (b"\xc2\x9b31ma", "3 1 m a"),
        (b"\x1b[12\x1b[A", "Up"),
        (b"\x1b[999999999999Aa", "Up a"),
        (b"\x1b[9999~\x1b[<1M\x1b[<0;0;0Ma", "a"),
        (b"\x1bO\x1b[B", "Esc S-O Down"),
        (b"\x1bO5\x1b[B", "Down"),
        (b"\x1b[;;;;~x", "x"),
    ];
    for (bytes, names) in table {
        assert_eq!(inputs(bytes, &Charset::Utf8), *names, "{}", bytes.escape_ascii());
    }
}

#[test]
fn chinese_typed_at_a_gb18030_terminal() {
    assert_eq!(inputs(b"\xce\xf7\xc4\xfea\x95\x32\x82\x36\x1b[A", &Charset::Gb18030), "西 宁 a 𠀀 Up");
    assert_eq!(inputs(b"\x1b[200~\xce\xf7\x1b[201~", &Charset::Gbk), "{西}");
}

/// What comes in pieces, `|` between them; a `.` is a pause in which all that is pending expires.
fn pieces(stream: &str) -> String {
    let mut decoder = Decoder::new(Charset::Utf8);
    let mut names = Vec::new();
    for piece in stream.split_inclusive(['|', '.']) {
        decoder.feed(piece.trim_end_matches(['|', '.']).as_bytes());
        names.extend(drain(&mut decoder));
        if piece.ends_with('.') {
            names.extend(pause(&mut decoder));
        }
    }
    names.join(" ")
}

#[test]
fn sequences_cut_by_a_slow_link() {
    let table = [
        ("\x1b|[A", "Up"),
        ("\x1b[|1|;5|C", "C-Right"),
        // Cut after the ESC for longer than the grace: Esc, and no letters.
        ("\x1b.[A", "Esc Up"),
        ("\x1b.[.", "Esc ["),
        ("\x1b.[|Ax", "Esc Up x"),
        ("\x1b.OA", "Esc Up"),
        ("\x1b.[6~", "Esc PageDown"),
        ("\x1b.O.", "Esc O"),
        ("\x1b.j", "Esc j"),
        ("\x1b.jO", "Esc j S-O"),
        ("\x1b.]11;rgb|:0/0/0\x07x", "Esc x"),
        ("\x1b.[200~q\x1b[201~", "Esc {q}"),
        // Cut anywhere else it waits for the rest, but not for good.
        ("\x1b[|A", "Up"),
        ("\x1b[.A", "Esc [ S-A"),
        ("\x1b[5|~", "PageUp"),
        ("\x1b[5.q", "q"),
        ("\x1b[200~ab|c\x1b[20|1~d", "{abc} d"),
        ("\x1b[200~ab.q", "{ab} q"),
        // A paste that goes on after all is no keys.
        ("\x1b[200~ab.q\x1b[201~q", "{ab} {q} q"),
        ("\x1b[200~ab.q\x1b[200~c\x1b[201~q", "{ab} q {c} q"),
        // Replies, late and in pieces, among keys.
        ("j|\x1b[3;|5Rk\x1b[?1;2c|l", "j <3;5> k <attributes> l"),
        ("\x1b.[3;5R", "Esc <3;5>"),
    ];
    for (stream, names) in table {
        assert_eq!(pieces(stream), names, "{}", stream.escape_debug());
    }
}

proptest! {
    #[test]
    fn any_bytes_will_do(bytes in prop::collection::vec(any::<u8>(), 0..200), gb in any::<bool>(), cut in 0usize..200) {
        let charset = if gb { Charset::Gb18030 } else { Charset::Utf8 };
        let mut decoder = Decoder::new(charset.clone());
        let (first, rest) = bytes.split_at(cut.min(bytes.len()));
        decoder.feed(first);
        let mut names = drain(&mut decoder);
        decoder.feed(rest);
        names.extend(drain(&mut decoder));
        let mut whole = Decoder::new(charset);
        whole.feed(&bytes);
        prop_assert_eq!(names, drain(&mut whole), "in pieces as at once");
    }
}
