//! The look of a cell as the terminal's own attributes, and the SGR that changes one look into another.

use ratatui::style::{Color, Modifier, Style};

use crate::terminal::{Capability, Colors};

/// What SGR (ECMA-48, 8.3.117) has set: the codes of the two colours, and the attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pen {
    /// 30–37, 90–97, or 39 for the terminal's own.
    pub(super) fg: u8,
    /// 40–47, 100–107, or 49 for the terminal's own.
    pub(super) bg: u8,
    pub(super) attributes: Modifier,
}

/// The attributes that have codes here, with the code that sets each and the one that clears it.
const ATTRIBUTES: [(Modifier, u8, u8); 5] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::REVERSED, 7, 27),
];

/// The attributes that can be seen on a blank: PuTTY dims the background, too.
const ON_BLANK: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::DIM);

impl Pen {
    pub(super) const PLAIN: Self = Self { fg: 39, bg: 49, attributes: Modifier::empty() };

    /// The nearest look that this terminal has.
    pub(super) fn new(style: Style, capability: &Capability) -> Self {
        let mut attributes = style.add_modifier
            & (Modifier::BOLD | Modifier::DIM | Modifier::ITALIC | Modifier::UNDERLINED | Modifier::REVERSED);
        if capability.plain_console {
            // The Linux console shows them as dark grey and green.
            attributes -= Modifier::DIM | Modifier::ITALIC;
        }
        let (mut fg, mut bg) = match capability.colors {
            Colors::None => (39, 49),
            _ => (code(style.fg, 30), code(style.bg, 40)),
        };
        if capability.colors == Colors::Eight {
            (fg, attributes) = match fg {
                // Bold black is invisible in some of them.
                90 => (39, attributes),
                91..=97 => (fg - 60, attributes | Modifier::BOLD),
                _ => (fg, attributes),
            };
            bg = if bg >= 100 { bg - 60 } else { bg };
        }
        if attributes.contains(Modifier::BOLD) {
            // Some show both, in others one ends the other.
            attributes -= Modifier::DIM;
        }
        Self { fg, bg, attributes }
    }

    /// The same look for a blank, where most of it can't be seen.
    pub(super) fn on_blank(self) -> Self {
        if self.attributes.intersects(ON_BLANK) { self } else { Self { bg: self.bg, ..Self::PLAIN } }
    }

    /// Whether a blank that shall look like `blank` does so in this pen.
    pub(super) fn blanks_like(self, blank: Self) -> bool {
        self == blank || self.on_blank() == blank
    }

    /// Appends the SGR from this look to `next`: by difference or from a reset, whichever is shorter.
    /// Without `off` only a reset ends an attribute.
    pub(super) fn change(from: Option<Self>, next: Self, off: bool, out: &mut Vec<u8>) {
        let reset = Codes::between(Self::PLAIN, next);
        let difference = from.map(|pen| Codes::between(pen, next)).filter(|codes| off || !codes.clears);
        out.extend_from_slice(b"\x1b[");
        match difference {
            Some(codes) if codes.len() <= reset.len() + usize::from(!reset.is_empty()) => codes.write(out),
            _ if reset.is_empty() => {}
            _ => {
                // An omitted parameter is 0, the reset.
                out.push(b';');
                reset.write(out);
            }
        }
        out.push(b'm');
    }
}

fn code(color: Option<Color>, base: u8) -> u8 {
    let index = match color.unwrap_or(Color::Reset) {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Indexed(n @ 0..=7) => n,
        Color::Indexed(n @ 8..=15) => n + 52,
        // The theme keeps to the sixteen that every terminal lets its user choose.
        _ => 9,
    };
    base + index
}

/// The parameters of one SGR.
struct Codes {
    list: [u8; 12],
    count: usize,
    /// Whether one of them switches an attribute off.
    clears: bool,
}

impl Codes {
    fn between(from: Pen, next: Pen) -> Self {
        let mut codes = Self { list: [0; 12], count: 0, clears: false };
        let mut kept = from.attributes;
        for (attribute, _, clear) in ATTRIBUTES {
            if (kept - next.attributes).contains(attribute) {
                codes.push(clear);
                codes.clears = true;
                // One code ends both bold and dim.
                kept -= if clear == 22 { Modifier::BOLD | Modifier::DIM } else { attribute };
            }
        }
        for (attribute, set, _) in ATTRIBUTES {
            if (next.attributes - kept).contains(attribute) {
                codes.push(set);
            }
        }
        if from.fg != next.fg {
            codes.push(next.fg);
        }
        if from.bg != next.bg {
            codes.push(next.bg);
        }
        codes
    }

    fn push(&mut self, code: u8) {
        self.list[self.count] = code;
        self.count += 1;
    }

    fn codes(&self) -> &[u8] {
        &self.list[..self.count]
    }

    fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Bytes, with the semicolons between.
    fn len(&self) -> usize {
        let digits = |&code: &u8| super::decimal::digits(code.into());
        self.codes().iter().map(digits).sum::<usize>() + self.count.saturating_sub(1)
    }

    fn write(&self, out: &mut Vec<u8>) {
        for (n, &code) in self.codes().iter().enumerate() {
            if n > 0 {
                out.push(b';');
            }
            super::decimal::number(code.into(), out);
        }
    }
}
