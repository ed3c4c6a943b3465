//! What a terminal shows after the painter's bytes, as an independent emulator sees it.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::Backend as _;
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;
use yixin::terminal::{Capability, Cursor, Overrides, Painter};
use yixin::text::WidthPolicy;

/// A ratatui terminal on the painter, and an emulator at the end of its wire.
struct Screen {
    terminal: Terminal<Painter<Vec<u8>>>,
    emulator: vt100::Parser,
    area: Rect,
    /// What the emulator is fed in place of a character that it measures otherwise.
    stand_in: fn(char) -> String,
    /// Whether ECH works as in mlterm.
    mlterm: bool,
}

impl Screen {
    fn new(term: &str, policy: WidthPolicy, columns: u16, rows: u16) -> Self {
        let painter = Painter::new(Vec::new(), columns, rows, &capability(term, policy));
        Self {
            terminal: Terminal::new(painter).unwrap(),
            emulator: vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0),
            area: Rect::new(0, 0, columns, rows),
            stand_in: match policy {
                WidthPolicy::Narrow => |c| c.to_string(),
                WidthPolicy::Wide => two_columns,
            },
            mlterm: false,
        }
    }

    /// Draws a frame and returns the bytes it took.
    fn draw(&mut self, frame: &Buffer, cursor: Option<Position>) -> Vec<u8> {
        self.terminal
            .draw(|f| {
                f.buffer_mut().content.clone_from(&frame.content);
                if let Some(position) = cursor {
                    f.set_cursor_position(position);
                }
            })
            .unwrap();
        let bytes = std::mem::take(self.terminal.backend_mut().get_mut());
        let text = String::from_utf8(bytes.clone()).unwrap();
        let fed: String = text.chars().map(self.stand_in).collect();
        self.show(&fed);
        bytes
    }

    /// mlterm's ECH erases only half of the columns that are taken by wide glyphs.
    fn show(&mut self, text: &str) {
        for piece in text.split_inclusive('X') {
            let count = piece.strip_suffix('X').and_then(|before| before.rsplit_once("\x1b["));
            match count.and_then(|(before, count)| Some((before, count.parse::<u16>().ok()?))) {
                Some((before, count)) if self.mlterm => {
                    self.emulator.process(before.as_bytes());
                    let screen = self.emulator.screen();
                    let (y, x) = screen.cursor_position();
                    let wide = (x..x + count).any(|x| screen.cell(y, x).is_some_and(|cell| cell.is_wide()));
                    let erased = if wide { count / 2 } else { count };
                    self.emulator.process(format!("\x1b[{erased}X").as_bytes());
                }
                _ => self.emulator.process(piece.as_bytes()),
            }
        }
    }

    /// The same, with the cursor there after it, as a session draws.
    fn draw_at(&mut self, frame: &Buffer, cursor: Cursor) -> Vec<u8> {
        self.terminal.get_frame().buffer_mut().content.clone_from(&frame.content);
        self.terminal.flush().unwrap();
        self.terminal.swap_buffers();
        self.terminal.backend_mut().place(Some(cursor));
        self.terminal.backend_mut().flush().unwrap();
        let bytes = std::mem::take(self.terminal.backend_mut().get_mut());
        self.emulator.process(&bytes);
        bytes
    }

    /// The screen, a string a row, a wide glyph once.
    fn text(&self) -> Vec<String> {
        self.emulator.screen().rows(0, self.area.width).map(|row| row.trim_end().to_owned()).collect()
    }

    /// Every cell with its look; what can't be seen on a blank is left out.
    fn cells(&self) -> Vec<String> {
        let screen = self.emulator.screen();
        let positions = self.area.rows().flat_map(|row| row.columns());
        let look = |at: Rect| {
            let cell = screen.cell(at.y, at.x).unwrap();
            let seen = (cell.inverse(), cell.underline(), cell.dim());
            let blank = cell.contents().trim().is_empty() && !cell.is_wide_continuation();
            if blank && seen == (false, false, false) {
                return format!("{:?}", cell.bgcolor());
            }
            let text = if blank { " " } else { cell.contents() };
            let colors = (cell.fgcolor(), cell.bgcolor());
            format!("{text} {colors:?} {:?}", (cell.bold(), cell.italic(), seen))
        };
        positions.map(look).collect()
    }
}

fn capability(term: &str, policy: WidthPolicy) -> Capability {
    let overrides = Overrides { ambiguous: Some(policy), ..Overrides::default() };
    Capability::detect(&|name| (name == "TERM").then(|| term.to_owned()), &overrides)
}

/// The emulator knows ambiguous characters as narrow only: each becomes a Han character of its own.
fn two_columns(c: char) -> String {
    let columns = |policy: WidthPolicy| policy.grapheme(c.encode_utf8(&mut [0; 4]));
    let ambiguous = columns(WidthPolicy::Narrow) == 1 && columns(WidthPolicy::Wide) == 2;
    let stand_in = || char::from_u32(0x3400 + (c as u32) % 0x1900).unwrap();
    if ambiguous { stand_in() } else { c }.to_string()
}

/// Writes a text as the panes do: a wide cluster with its width, the empty symbol in its second cell.
fn write(frame: &mut Buffer, x: u16, y: u16, text: &str, style: Style, policy: WidthPolicy) {
    let mut x = x;
    for cluster in text.graphemes(true) {
        let columns = policy.grapheme(cluster) as u16;
        if x + columns > frame.area.width || y >= frame.area.height {
            break;
        }
        // A wide glyph that loses a half goes.
        if frame[(x, y)].symbol().is_empty() && x > 0 {
            frame[(x - 1, y)].set_symbol(" ").set_diff_option(CellDiffOption::None);
        }
        if x + columns < frame.area.width && frame[(x + columns, y)].symbol().is_empty() {
            frame[(x + columns, y)].set_symbol(" ");
        }
        frame[(x, y)] = Cell::default();
        frame[(x, y)].set_symbol(cluster).set_style(style);
        if columns == 2 {
            frame[(x, y)].set_diff_option(CellDiffOption::ForcedWidth(2.try_into().unwrap()));
            frame[(x + 1, y)] = Cell::default();
            frame[(x + 1, y)].set_symbol("").set_style(style);
        }
        x += columns;
    }
}

/// What the frame says, a string a row, as the emulator would give it.
fn intended(frame: &Buffer, stand_in: fn(char) -> String) -> Vec<String> {
    let row = |y: u16| {
        let cells = (0..frame.area.width).map(|x| frame[(x, y)].symbol());
        cells.flat_map(str::chars).map(stand_in).collect::<String>()
    };
    (0..frame.area.height).map(row).map(|row| row.trim_end().to_owned()).collect()
}

/// One change to a frame.
#[derive(Clone, Debug)]
enum Change {
    Write {
        x: u16,
        y: u16,
        text: String,
        style: Style,
    },
    Erase,
    /// Rows go up by so many; below them comes what was there.
    Shift(u16),
}

fn style() -> impl Strategy<Value = Style> {
    let color = prop_oneof![
        3 => Just(Color::Reset),
        1 => Just(Color::Red),
        1 => Just(Color::LightCyan),
        1 => Just(Color::DarkGray),
        1 => Just(Color::Indexed(12)),
    ];
    let modifier = prop::sample::select(vec![
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::REVERSED,
        Modifier::UNDERLINED,
        Modifier::REVERSED.union(Modifier::BOLD),
        Modifier::ITALIC,
        Modifier::DIM,
    ]);
    (color.clone(), prop_oneof![4 => Just(Color::Reset), 1 => color], modifier)
        .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
}

fn change() -> impl Strategy<Value = Change> {
    let piece = prop::sample::select(vec![
        "青",
        "海",
        "人才",
        "，",
        "“",
        "”",
        "…",
        "—",
        "─",
        "●",
        "①",
        "é",
        "e\u{301}",
        "a",
        "bc",
        "西宁市",
        " ",
        "    ",
        "          ",
        "│",
        "𠀀",
        "x\u{328}",
        "ｶ",
        "→",
    ]);
    let text = prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat());
    prop_oneof![
        12 => (0u16..30, 0u16..9, text, style()).prop_map(|(x, y, text, style)| Change::Write { x, y, text, style }),
        1 => Just(Change::Erase),
        2 => (1u16..4).prop_map(Change::Shift),
    ]
}

fn apply(frame: &mut Buffer, change: &Change, policy: WidthPolicy) {
    let width = usize::from(frame.area.width);
    match change {
        Change::Write { x, y, text, style } => {
            write(frame, *x % frame.area.width, *y, text, *style, policy);
        }
        Change::Erase => frame.reset(),
        Change::Shift(rows) => {
            let cells = usize::from(*rows) * width % frame.content.len();
            frame.content.rotate_left(cells);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_changed_screen_is_what_a_full_repaint_shows(
        frames in prop::collection::vec(prop::collection::vec(change(), 1..10), 1..6),
        wide in any::<bool>(),
        term in prop::sample::select(vec!["xterm", "linux", "vt100", "screen", "vt220"]),
        mlterm in any::<bool>(),
        columns in 2u16..40,
        rows in 1u16..10,
    ) {
        let policy = if wide { WidthPolicy::Wide } else { WidthPolicy::Narrow };
        let mut screen = Screen::new(term, policy, columns, rows);
        screen.mlterm = mlterm;
        let mut frame = Buffer::empty(screen.area);
        for changes in &frames {
            changes.iter().for_each(|change| apply(&mut frame, change, policy));
            screen.draw(&frame, None);
            let mut fresh = Screen::new(term, policy, columns, rows);
            fresh.draw(&frame, None);
            prop_assert_eq!(screen.cells(), fresh.cells());
            prop_assert_eq!(screen.text(), intended(&frame, screen.stand_in));
            prop_assert!(screen.draw(&frame, None).is_empty(), "an unchanged frame costs nothing");
        }
    }
}

fn frame(rows: &[&str], policy: WidthPolicy) -> Buffer {
    let mut frame = Buffer::empty(Rect::new(0, 0, 24, rows.len() as u16));
    for (y, row) in rows.iter().enumerate() {
        write(&mut frame, 0, y as u16, row, Style::new(), policy);
    }
    frame
}

#[test]
fn bytes_of_small_changes() {
    let narrow = WidthPolicy::Narrow;
    // (before, after, bytes)
    // The cursor stands after the last text of `before`.
    let table: [(&[&str], &[&str], &str); 10] = [
        (&["西宁市  11", "海东市"], &["西宁市  12", "海东市"], "\u{1b}M  12"),
        (&["西宁市 人才", "海东市"], &["海东市 人才", "海东市"], "\u{1b}M\r海东"),
        (&["ab cd ef", ""], &["xb cd yf", ""], "\rx\u{1b}[5Cy"),
        (&["abcd", ""], &["xbcy", ""], "\rxbcy"),
        (&["西宁市、海东市", ""], &["西", ""], "\r西\u{1b}[K"),
        (&["a", "b", "c"], &["x", "y", "z"], "\u{1b}[Hx\n\u{8}y\n\u{8}z"),
        (&["   a", "   b"], &["   x", "   y"], "\u{1b}M\u{8}x\n\u{8}y"),
        (&["0123456789012345", ""], &["x              x", ""], "\rx\u{1b}[14X\u{1b}[14Cx"),
        (&["中", ""], &[" a", ""], "\r a"),
        // mlterm erases too few wide glyphs by ECH: spaces, or EL and what stands behind.
        (&["ab中文中文中文中文│", ""], &["ab                │", ""], "\rab\u{1b}[K\u{1b}[16C│"),
    ];
    for (before, after, bytes) in table {
        let mut screen = Screen::new("xterm", narrow, 24, before.len() as u16);
        screen.draw(&frame(before, narrow), None);
        let sent = screen.draw(&frame(after, narrow), None);
        assert_eq!(String::from_utf8(sent).unwrap(), bytes, "{before:?} to {after:?}");
    }
}

#[test]
fn a_wide_glyph_leaves_no_half_in_a_terminal_that_keeps_one() {
    // ratatui's own diff leaves the second cell out (its issue 2585).
    let narrow = WidthPolicy::Narrow;
    let mut screen = Screen::new("xterm", narrow, 24, 1);
    screen.draw(&frame(&["西"], narrow), None);
    let sent = screen.draw(&frame(&["a"], narrow), None);
    assert!(String::from_utf8(sent).unwrap().contains("a "));
}

/// mlterm resized: each ED leaves half of the wide glyphs that a row had.
#[test]
fn a_resized_screen_is_erased_until_no_wide_glyph_is_left() {
    let erasures = |painter: &mut Painter<Vec<u8>>| {
        painter.get_mut().clear();
        painter.flush().unwrap();
        String::from_utf8(painter.get_ref().clone()).unwrap().matches("\x1b[J").count()
    };
    for columns in [2, 59, 64, 80, 255] {
        let mut painter = Painter::new(Vec::new(), 80, 1, &capability("xterm", WidthPolicy::Narrow));
        assert_eq!(erasures(&mut painter), 1);
        painter.resize(columns, 1);
        assert_eq!((columns / 2) >> erasures(&mut painter), 0, "{columns}");
        painter.forget();
        assert_eq!(erasures(&mut painter), 1);
    }
}

/// xterm -cjk_width leaves in the second cell of `¶` what was there before: seen in a screenshot.
#[test]
fn a_narrow_picture_in_two_columns_leaves_nothing_beside_it() {
    let mut screen = Screen::new("xterm", WidthPolicy::Wide, 24, 1);
    screen.draw(&frame(&["xxMMyy"], WidthPolicy::Wide), None);
    let bytes = screen.draw(&frame(&["xx¶yy"], WidthPolicy::Wide), None);
    assert_eq!(String::from_utf8(bytes).unwrap(), "\rxx  \x08\x08¶");
    // Where nothing was, nothing has to go.
    let bytes = screen.draw(&frame(&["xx¶yy“"], WidthPolicy::Wide), None);
    assert_eq!(String::from_utf8(bytes).unwrap(), "yy“");
}

#[test]
fn text_after_an_emoji_stands_right_whatever_its_width() {
    let stand_ins: [fn(char) -> String; 3] = [
        |c| if c == '👍' { "x".into() } else { c.to_string() },
        |c| if c == '👍' { "中中中".into() } else { c.to_string() },
        |c| if c == '👍' { String::new() } else { c.to_string() },
    ];
    let before = ["西宁市，海东市，海西州", "│ 人 │"];
    let after = ["西👍市 东市        州", "│ 👍 │"];
    for stand_in in stand_ins {
        let mut screen = Screen::new("xterm", WidthPolicy::Narrow, 24, 2);
        screen.stand_in = stand_in;
        screen.draw(&frame(&before, WidthPolicy::Narrow), None);
        screen.draw(&frame(&after, WidthPolicy::Narrow), None);
        let shown = |x, y| screen.emulator.screen().cell(y, x).unwrap().contents().to_owned();
        assert_eq!((shown(4, 0), shown(7, 0), shown(5, 1)), ("市".into(), "东".into(), "│".into()));
        assert_eq!([0, 1, 2, 3, 4, 5, 6, 7].map(|x| shown(x + 11, 0).trim().to_owned()).concat(), "");
        assert_eq!(shown(19, 0), "州");
    }
}

#[test]
fn no_control_reaches_the_terminal() {
    let mut screen = Screen::new("xterm", WidthPolicy::Narrow, 24, 1);
    let mut frame = Buffer::empty(screen.area);
    for (x, symbol) in ["\u{1b}", "\u{9b}", "\u{202e}", "\u{7f}", "a\u{200d}b"].into_iter().enumerate() {
        frame[(x as u16, 0)]
            .set_symbol(symbol)
            .set_diff_option(CellDiffOption::ForcedWidth(1.try_into().unwrap()));
    }
    screen.draw(&frame, None);
    assert_eq!(screen.text(), ["?????"]);
}

#[test]
fn what_joins_reaches_the_terminal() {
    let mut screen = Screen::new("xterm", WidthPolicy::Narrow, 24, 1);
    let text = "می\u{200c}خ 👩\u{200d}⚕\u{fe0f} 葛\u{e0100}";
    let bytes = screen.draw(&frame(&[text], WidthPolicy::Narrow), None);
    let shown = String::from_utf8(bytes).unwrap();
    for cluster in text.graphemes(true).filter(|cluster| *cluster != " ") {
        assert!(shown.contains(cluster), "{cluster} in {shown:?}");
    }
    // One that is too long for a cell joins nothing that follows it.
    let bytes = screen.draw(&frame(&["👨\u{200d}👩\u{200d}👧x"], WidthPolicy::Narrow), None);
    assert!(String::from_utf8(bytes).unwrap().contains("👨\u{200d}👩\u{1b}"));
}

#[test]
fn rows_that_only_move_are_scrolled_by_the_terminal() {
    let narrow = WidthPolicy::Narrow;
    let list: Vec<String> = (0..12).map(|n| format!("第{n}条 青海人才举措第{n}条")).collect();
    let window = |from: usize| list[from..from + 6].iter().map(String::as_str).collect::<Vec<_>>();
    let mut screen = Screen::new("xterm", narrow, 24, 6);
    screen.draw(&frame(&window(0), narrow), None);
    let down = screen.draw(&frame(&window(1), narrow), None);
    assert!(down.len() < 60, "{} bytes", down.len());
    assert_eq!(screen.text(), window(1));
    let up = screen.draw(&frame(&window(0), narrow), None);
    assert!(up.len() < 60, "{} bytes", up.len());
    assert_eq!(screen.text(), window(0));
}

#[test]
fn the_cursor_stands_at_the_caret() {
    let mut screen = Screen::new("xterm", WidthPolicy::Narrow, 24, 2);
    let frame = frame(&["/西宁", ""], WidthPolicy::Narrow);
    screen.draw(&frame, Some(Position::new(5, 0)));
    assert!(!screen.emulator.screen().hide_cursor());
    assert_eq!(screen.emulator.screen().cursor_position(), (0, 5));
    assert!(screen.draw(&frame, Some(Position::new(5, 0))).is_empty());
    assert_eq!(screen.draw(&frame, None), b"\x1b[?25l");
}

#[test]
fn a_hidden_cursor_stands_where_the_reader_is() {
    let mut screen = Screen::new("xterm", WidthPolicy::Narrow, 24, 3);
    let rows = [["▸西宁市  11", " 海东市   9", "q 退出"], [" 西宁市  11", "▸海东市   9", "q 退出"]];
    let at = |y| Cursor { position: Position::new(0, y), visible: false };
    screen.draw_at(&frame(&rows[0], WidthPolicy::Narrow), at(0));
    assert_eq!(screen.emulator.screen().cursor_position(), (0, 0));
    let moved = screen.draw_at(&frame(&rows[1], WidthPolicy::Narrow), at(1));
    assert_eq!(screen.emulator.screen().cursor_position(), (1, 0));
    assert!(screen.emulator.screen().hide_cursor());
    // It starts where it was, and one move brings it to where it shall be.
    assert_eq!(String::from_utf8(moved).unwrap(), " \n\x08▸\x08");
    assert_eq!(screen.draw_at(&frame(&rows[1], WidthPolicy::Narrow), at(1)), b"");
    assert_eq!(screen.draw_at(&frame(&rows[1], WidthPolicy::Narrow), at(2)), b"\n");
    let shown = Cursor { visible: true, ..at(2) };
    assert_eq!(screen.draw_at(&frame(&rows[1], WidthPolicy::Narrow), shown), b"\x1b[?25h");
}

#[test]
fn colours_are_those_the_terminal_has() {
    let style = Style::new().fg(Color::LightCyan).bg(Color::DarkGray).add_modifier(Modifier::REVERSED);
    let table = [("xterm", "\u{1b}[7;96;100m"), ("linux", "\u{1b}[1;7;36;40m"), ("vt220", "\u{1b}[7m")];
    for (term, sgr) in table {
        let mut screen = Screen::new(term, WidthPolicy::Narrow, 8, 1);
        let mut frame = Buffer::empty(screen.area);
        write(&mut frame, 0, 0, "a", style, WidthPolicy::Narrow);
        let sent = String::from_utf8(screen.draw(&frame, None)).unwrap();
        assert!(sent.contains(sgr), "{term}: {sent:?}");
    }
}
