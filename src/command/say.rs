//! What is told beside a command's own output.

use super::output::Output;
use super::{Global, Result};
use crate::programme::Language;
use crate::text::clean;
use crate::words::Failure;

/// A text on standard output.
pub(crate) fn tell(global: &Global, text: &str) -> Result<()> {
    let mut out = Output::open(global);
    out.text(text)?;
    out.close()
}

/// A line on standard error, as a terminal takes it. Where that is closed too, nobody is there to be told.
pub(crate) fn complain(global: &Global, line: &str) {
    let mut out = Output::errors(global);
    let _ = out.line(&["yixin: ", &clean(line)].concat()).and_then(|()| out.close());
}

/// Says why a command failed: in English where the terminal has no Chinese, whatever was asked for.
pub(crate) fn lament(global: &Global, failure: &Failure) {
    let language = if Output::errors(global).has_chinese() { global.language() } else { Language::En };
    complain(global, &failure.say(language));
}
