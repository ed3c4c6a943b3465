//! The characters of lines and marks, by what the terminal can draw.

/// One set of drawing characters. Each string is one cluster, but for `ellipsis`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// By the sides that a line's cell is joined to: 1 up, 2 right, 4 down, 8 left.
    pub lines: [&'static str; 16],
    /// Before the selected row.
    pub marker: &'static str,
    /// Between the stages of the chain.
    pub arrow: &'static str,
    /// Before an item of a list.
    pub bullet: &'static str,
    /// After a text that was cut.
    pub ellipsis: &'static str,
    /// Whether the arrow keys are drawn as arrows, and not written as words.
    pub arrow_keys: bool,
    /// What a bar is made of, a cell a unit.
    pub bar: &'static str,
    /// Where nothing is counted.
    pub zero: &'static str,
    /// Between two facts on one line.
    pub dot: &'static str,
    /// In place of `¶`, before the number of a source's paragraph: an ambiguous character, as it is.
    pub pilcrow: &'static str,
    /// Draw no East Asian Ambiguous character in texts either.
    pub plain_text: bool,
}

impl Glyphs {
    /// For terminals with a Unicode font that count ambiguous characters as one column.
    pub const UNICODE: Self = Self {
        lines: [" ", "│", "─", "└", "│", "│", "┌", "├", "─", "┘", "─", "┴", "┐", "┤", "┬", "┼"],
        marker: "▶",
        arrow: "→",
        bullet: "·",
        ellipsis: "…",
        arrow_keys: true,
        bar: "█",
        zero: "·",
        dot: "·",
        pilcrow: "¶",
        plain_text: false,
    };

    /// For a plain console: only what the kernel's font and Debian's console fonts both have. What stands in texts is
    /// replaced there, an arrow by `^`, which reads as Control: keys are words.
    pub const CONSOLE: Self =
        Self { ellipsis: "...", dot: "-", arrow_keys: false, plain_text: true, ..Self::UNICODE };

    /// For terminals where a line's character may take two columns; texts keep their own characters.
    pub const ASCII_LINES: Self = Self {
        lines: [" ", "|", "-", "+", "|", "|", "+", "+", "-", "+", "-", "+", "+", "+", "+", "+"],
        marker: ">",
        arrow: ">",
        bullet: "-",
        ellipsis: "..",
        arrow_keys: false,
        bar: "#",
        zero: ".",
        dot: "-",
        pilcrow: "¶",
        plain_text: false,
    };

    /// No East Asian Ambiguous character anywhere.
    pub const ASCII: Self = Self { plain_text: true, ..Self::ASCII_LINES };
}
