//! A drawn screen as lines of text: what `--print` writes and what tests read.

use ratatui::buffer::Buffer;

/// The rows of the screen without trailing blanks. A wide cluster stands once; its empty second cell adds nothing.
pub fn lines(buf: &Buffer) -> Vec<String> {
    let row = |y| (buf.area.left()..buf.area.right()).filter_map(move |x| buf.cell((x, y)));
    let line = |y| row(y).map(|cell| cell.symbol()).collect::<String>().trim_end().to_string();
    (buf.area.top()..buf.area.bottom()).map(line).collect()
}
