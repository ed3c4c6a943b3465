//! `yixin` where standard output is no terminal: the overview as text.

use std::io::{Result, Write};

use crate::programme::{Language, Programme};
use crate::text::wrap;
use crate::ui::Theme;
use crate::words::Words;

/// Columns of the text.
const COLUMNS: usize = 80;

/// Writes the programme, its zones, their regions and what each did.
pub(crate) fn write(
    programme: &Programme,
    language: Language,
    theme: &Theme,
    out: &mut impl Write,
) -> Result<()> {
    let mut paragraph = |indent: usize, text: &str| -> Result<()> {
        let text = theme.text(text);
        for line in wrap(&text, COLUMNS - indent, theme.policy) {
            writeln!(out, "{}{line}", " ".repeat(indent))?;
        }
        Ok(())
    };
    let (words, overview) = (Words::of(language), &programme.overview);
    paragraph(0, overview.title.get(language))?;
    paragraph(
        0,
        &[overview.issuer.get(language), words.list_separator, overview.issued.get(language)].concat(),
    )?;
    paragraph(0, overview.summary.get(language))?;
    for zone in programme.zone_refs() {
        paragraph(0, "")?;
        paragraph(0, programme[zone].name.get(language))?;
        for &region in programme.regions_of(zone) {
            paragraph(2, programme[region].name.get(language))?;
            for &initiative in programme.initiatives_of(region) {
                paragraph(4, programme[initiative].title.get(language))?;
            }
        }
    }
    Ok(())
}
