//! A window over rows that are more than fit: one type for the lists, the detail and the help.

/// Which rows of a pane show: from `offset`, `rows` of them, out of `total`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewport {
    pub offset: usize,
    /// Rows that the pane has on the screen.
    pub rows: usize,
    /// Rows that there are to show.
    pub total: usize,
}

impl Viewport {
    /// Rows kept visible above and below a list's selection, where there are any.
    const MARGIN: usize = 2;

    /// The window for a text of `total` rows in a pane of `rows`: never beyond the end.
    pub fn over(self, total: usize, rows: usize) -> Self {
        Self { offset: self.offset.min(total.saturating_sub(rows)), rows, total }
    }

    /// The window that moves as little as it must to show the row `selected` with a margin around it.
    pub fn follow(self, selected: usize, total: usize, rows: usize) -> Self {
        let margin = Self::MARGIN.min(rows.saturating_sub(1) / 2);
        let lowest = (selected + margin + 1).saturating_sub(rows);
        let highest = selected.saturating_sub(margin);
        Self { offset: self.offset.clamp(lowest.min(highest), highest), rows, total }.over(total, rows)
    }

    /// The window that shows a row of a text: as it is where the row is in it, else with the row a third down.
    pub fn reveal(self, row: usize, total: usize, rows: usize) -> Self {
        let view = self.over(total, rows);
        if view.range().contains(&row) {
            view
        } else {
            Self { offset: row.saturating_sub(rows / 3), ..view }.over(total, rows)
        }
    }

    /// The window moved by so many rows; [`over`](Self::over) stops it at the end.
    pub fn scrolled(self, by: isize) -> Self {
        Self { offset: self.offset.saturating_add_signed(by), ..self }.over(self.total, self.rows)
    }

    /// The rows that show.
    pub fn range(self) -> std::ops::Range<usize> {
        self.offset..(self.offset + self.rows).min(self.total)
    }

    /// Whether there is more than fits.
    pub fn overflows(self) -> bool {
        self.total > self.rows
    }

    /// Which rows show, of how many, where that aren't all: `1-9/14`.
    pub fn position(self) -> Option<String> {
        let shown = self.range();
        let cut = self.overflows() && self.rows > 0;
        cut.then(|| format!("{}-{}/{}", shown.start + 1, shown.end, self.total))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_keeps_a_margin_around_its_selection() {
        // (offset before, selected, total, rows, offset after)
        let table = [
            (0, 0, 20, 8, 0),
            (0, 5, 20, 8, 0),
            (0, 6, 20, 8, 1),
            (10, 11, 20, 8, 9),
            (0, 19, 20, 8, 12),
            (12, 0, 20, 8, 0),
            (3, 4, 5, 8, 0),
            (0, 3, 9, 1, 3),
            (0, 3, 9, 2, 2),
            (5, 0, 0, 8, 0),
            (5, 3, 9, 0, 3),
        ];
        for (offset, selected, total, rows, after) in table {
            let view = Viewport { offset, ..Viewport::default() }.follow(selected, total, rows);
            assert_eq!(view.offset, after, "{selected} of {total} in {rows} from {offset}");
        }
    }

    #[test]
    fn a_text_stops_at_its_ends() {
        let view = Viewport::default().over(10, 4);
        assert_eq!(view.scrolled(-3).offset, 0);
        assert_eq!(view.scrolled(3).range(), 3..7);
        assert_eq!(view.scrolled(isize::MAX).range(), 6..10);
        assert!(view.overflows());
        assert!(!Viewport::default().over(3, 4).overflows());
    }

    #[test]
    fn a_row_comes_into_sight_and_moves_nothing_that_is() {
        let view = Viewport { offset: 4, ..Viewport::default() };
        for (row, offset) in [(4, 4), (9, 4), (10, 8), (19, 14), (0, 0)] {
            assert_eq!(view.reveal(row, 20, 6).offset, offset, "{row}");
        }
    }
}
