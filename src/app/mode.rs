//! What the keys mean: by what lies over the panes, else by the view.

use Mode::{Filter, Help, List, Map, Matrix, Page, Partners, Reader, Search};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    List,
    Map,
    Matrix,
    Partners,
    /// A page that stands alone.
    Page,
    Help,
    /// A text without frames.
    Reader,
    Filter,
    /// While a query is typed.
    Search,
}

impl Mode {
    pub const ALL: [Self; 9] = [List, Map, Matrix, Partners, Page, Help, Reader, Filter, Search];
}

/// Some modes, as a set of bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Modes(u16);

impl Modes {
    pub const INPUT: Self = Self::of(&[Search]);
    pub const MATRIX: Self = Self::of(&[Matrix]);
    pub const FILTER: Self = Self::of(&[Filter]);
    /// Where initiatives are counted.
    pub const COUNTS: Self = Self::of(&[Map, Matrix]);
    /// Where arrows go in four directions.
    pub const GRID: Self = Self::of(&[Map, Matrix, Filter]);
    /// Where they go up and down.
    pub const LINES: Self = Self::of(&[List, Partners, Page, Help, Reader]);
    /// Where panes stand beside each other, or a page alone.
    pub const COLUMNS: Self = Self::of(&[List, Partners, Page]);
    /// Where a key to the left leads out.
    pub const OUTWARD: Self = Self::of(&[List, Partners, Page, Help, Reader]);
    /// The views, with nothing over them.
    pub const VIEWS: Self = Self::of(&[List, Map, Matrix, Partners]);
    /// In every view.
    pub const PANES: Self = Self::of(&[List, Map, Matrix, Partners, Page]);
    /// In the views and the reader.
    pub const READABLE: Self = Self::of(&[List, Map, Matrix, Partners, Page, Reader]);
    /// In every view, and in the panel of its filter.
    pub const FILTERED: Self = Self::of(&[List, Map, Matrix, Partners, Page, Filter]);
    /// Where Tab goes from one thing to the next.
    pub const STEPS: Self = Self::FILTERED;
    /// In the views and in what lies over them to be read.
    pub const READING: Self = Self::of(&[List, Map, Matrix, Partners, Page, Help, Reader]);
    /// Everywhere but on an input line.
    pub const COMMANDS: Self = Self::of(&[List, Map, Matrix, Partners, Page, Help, Reader, Filter]);
    pub const EVERYWHERE: Self = Self::of(&Mode::ALL);

    const fn of(modes: &[Mode]) -> Self {
        let (mut bits, mut place) = (0, 0);
        while place < modes.len() {
            bits |= 1 << modes[place] as u16;
            place += 1;
        }
        Self(bits)
    }

    pub fn contain(self, mode: Mode) -> bool {
        self.0 & 1 << mode as u16 != 0
    }
}
