//! Tables for spreadsheets: RFC 4180, as Excel and WPS open it without garbling Chinese.

use super::Result;

use super::output::Output;

/// CSV on its way to standard output: in UTF-8, whatever the terminal's charset, and nothing cut or replaced.
pub(crate) struct Csv<'o>(&'o mut Output);

impl<'o> Csv<'o> {
    /// Begins with the byte order mark, without which Excel takes the file for the system's charset.
    pub(crate) fn new(out: &'o mut Output) -> Result<Self> {
        out.bytes("\u{feff}".as_bytes())?;
        Ok(Self(out))
    }

    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) -> Result<()> {
        let cells: Vec<_> = cells.into_iter().map(|cell| cell_of(cell.as_ref())).collect();
        self.0.bytes(cells.join(",").as_bytes())?;
        self.0.bytes(b"\r\n")
    }
}

/// A text as a cell: quoted where it has to be; behind an apostrophe where a spreadsheet would take it for a formula.
fn cell_of(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    if text.contains([',', '"', '\r', '\n']) {
        return format!("\"{guard}{}\"", text.replace('"', "\"\""));
    }
    [guard, text].concat()
}

#[cfg(test)]
mod tests {
    use super::cell_of;

    #[test]
    fn cells_are_quoted_and_guarded() {
        let table = [
            ("西宁、海东", "西宁、海东"),
            ("a, b", "\"a, b\""),
            ("the \"345\" project", "\"the \"\"345\"\" project\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("@x, y", "\"'@x, y\""),
            ("+86", "'+86"),
            ("-1", "'-1"),
            ("1-2", "1-2"),
        ];
        for (text, cell) in table {
            assert_eq!(cell_of(text), cell);
        }
    }
}
