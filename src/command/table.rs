//! A table in columns: as wide as its texts, or cut to the columns there are.

use super::Result;
use super::output::Output;
use crate::page::escape;
use crate::text::Medium;
use crate::text::{fit, pad, truncate};

/// Columns between two columns of a table.
const GAP: usize = 2;

/// The widths of a table's columns, its heading included, cut so that all fit into `room`.
///
/// The widest give way first; none becomes narrower than one column.
pub(crate) fn widths<R: AsRef<[String]>>(
    rows: impl IntoIterator<Item = R>,
    room: Option<usize>,
    medium: &Medium,
) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        widths.resize(row.as_ref().len(), 0);
        let cells = widths.iter_mut().zip(row.as_ref());
        cells.for_each(|(width, cell)| *width = medium.columns(cell).max(*width));
    }
    let Some(room) = room else { return widths };
    let count = widths.len();
    let room = room.saturating_sub(GAP * count.saturating_sub(1)).max(count);
    while widths.iter().sum::<usize>() > room {
        let excess = widths.iter().sum::<usize>() - room;
        let widest = widths.iter().copied().max().unwrap_or(0);
        let next = widths.iter().copied().filter(|&w| w < widest).max().unwrap_or(0);
        let many = widths.iter().filter(|&&w| w == widest).count();
        let step = excess.div_ceil(many).min(widest - next).max(1);
        let mut left = excess;
        for width in widths.iter_mut().filter(|w| **w == widest) {
            let cut = step.min(left).min(*width - 1);
            *width -= cut;
            left -= cut;
        }
    }
    widths
}

/// The cells of a row in their widths, with the gaps after them; none ends in blanks.
pub(crate) fn cells(row: &[String], widths: &[usize], medium: &Medium) -> Vec<String> {
    let last = row.iter().rposition(|cell| !cell.is_empty()).unwrap_or(0);
    let ellipsis = medium.glyphs.ellipsis;
    let cell = |(index, text): (usize, &String)| {
        let (text, width) = (medium.text(text), widths[index]);
        if index >= last {
            return truncate(&text, width, medium.policy, ellipsis).into_owned();
        }
        let cell = fit(&text, width, medium.policy, ellipsis);
        pad(&cell, width + GAP, medium.policy)
    };
    row.iter().enumerate().map(cell).collect()
}

/// Writes a table in Markdown, its heading first; the columns from `numbers` on are set to the right.
pub(crate) fn markdown<R: AsRef<[String]>>(
    rows: impl IntoIterator<Item = R>,
    numbers: usize,
    out: &mut Output,
) -> Result<()> {
    for (index, row) in rows.into_iter().enumerate() {
        let cells: Vec<_> = row.as_ref().iter().map(|cell| escape(cell)).collect();
        out.line(&format!("| {} |", cells.join(" | ")))?;
        if index == 0 {
            let rule = |column| if column < numbers { " --- |" } else { " ---: |" };
            out.line(&format!("|{}", (0..cells.len()).map(rule).collect::<String>()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Glyphs;
    use crate::text::WidthPolicy;

    #[test]
    fn the_widest_columns_give_way() {
        let medium = Medium { policy: WidthPolicy::Narrow, glyphs: Glyphs::UNICODE };
        let row = |cells: [usize; 3]| cells.map(|n| "x".repeat(n)).to_vec();
        // (widths, room, cut)
        let table = [
            ([10, 5, 3], None, [10, 5, 3]),
            ([10, 5, 3], Some(22), [10, 5, 3]),
            ([10, 5, 3], Some(18), [6, 5, 3]),
            ([10, 5, 3], Some(15), [4, 4, 3]),
            ([10, 10, 3], Some(20), [6, 7, 3]),
            ([10, 5, 3], Some(3), [1, 1, 1]),
        ];
        for (widths_before, room, cut) in table {
            assert_eq!(widths(&[row(widths_before)], room, &medium), cut, "{widths_before:?} in {room:?}");
        }
    }

    #[test]
    fn every_row_ends_its_columns_in_the_same_place() {
        for policy in [WidthPolicy::Narrow, WidthPolicy::Wide] {
            let medium = Medium { policy, glyphs: Glyphs::ASCII_LINES };
            let rows: Vec<Vec<String>> = [["举措", "地区", "x"], ["“西才东育”：选派骨干", "西宁、海东", "y"]]
                .map(|row| row.map(String::from).to_vec())
                .to_vec();
            for room in 10..40 {
                let widths = widths(&rows, Some(room), &medium);
                let lines: Vec<_> = rows.iter().map(|row| cells(row, &widths, &medium)).collect();
                for column in 0..2 {
                    let columns = lines.iter().map(|line| policy.columns(&line[column]));
                    assert!(columns.collect::<Vec<_>>().windows(2).all(|w| w[0] == w[1]), "{lines:?}");
                }
                let total = lines.iter().map(|line| policy.columns(&line.concat())).max();
                assert!(total <= Some(room), "{room}: {lines:?}");
            }
        }
    }
}
