//! Whether every row of the panes begins, divides and ends in the same columns.

use yixin::text::WidthPolicy;

/// The columns of the outer edges and of the line between the panes at 80×24.
pub(crate) const EDGES: [usize; 3] = [0, 25, 79];
/// The rows between the panes' upper and lower edges.
pub(crate) const BODY: std::ops::RangeInclusive<usize> = 3..=21;

/// Whether a screen of text has straight edges of these characters.
pub(crate) fn straight(screen: &str, policy: WidthPolicy, edges: &str) -> bool {
    let lines: Vec<&str> = screen.lines().collect();
    lines.len() > *BODY.end()
        && BODY.map(|y| lines[y]).all(|line| {
            let at = |column: usize| cell(line, column, policy).is_some_and(|c| edges.contains(c));
            policy.columns(line) == 80 && EDGES.into_iter().all(at)
        })
}

/// The character that begins in a column.
fn cell(line: &str, column: usize, policy: WidthPolicy) -> Option<char> {
    line.char_indices().find(|(at, _)| policy.columns(&line[..*at]) == column).map(|(_, c)| c)
}
