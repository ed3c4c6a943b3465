//! `yixin man`: the manual page, generated from the command line.

use std::process::ExitCode;

use super::Result;
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::Global;
use super::output::Output;
use crate::words::{Sections, Words};

/// Prints the page of a command line.
///
/// # Errors
/// Standard output.
pub fn run(global: &Global, command: Command) -> Result<ExitCode> {
    let page = page(command, &Words::of(global.language()).usage.sections)?;
    let mut out = Output::open(global);
    out.bytes(&page)?;
    out.close()?;
    Ok(ExitCode::SUCCESS)
}

/// The page: the program's own options, then each command with its own.
fn page(command: Command, sections: &Sections) -> std::io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let commands: Vec<_> = command.get_subcommands().filter(|c| !c.is_hide_set()).cloned().collect();
    let man = Man::new(command);
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_options_section(&mut page)?;
    for command in commands {
        let mut heading = Roff::new();
        heading.control("SH", [format!("yixin {}", command.get_name()).as_str()]);
        heading.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
        heading.to_writer(&mut page)?;
        let own = command.mut_args(|arg| if arg.is_global_set() { arg.hide(true) } else { arg });
        let mut options = Vec::new();
        Man::new(own).render_options_section(&mut options)?;
        let options = String::from_utf8_lossy(&options).replace(".SH OPTIONS\n", "");
        page.extend(options.as_bytes());
    }
    man.render_extra_section(&mut page)?;
    man.render_version_section(&mut page)?;
    Ok(translated(&String::from_utf8_lossy(&page), sections).into_bytes())
}

/// The page with its headings in another language than the library's.
fn translated(page: &str, sections: &Sections) -> String {
    let line = |line: &str| {
        let heading = match line.strip_prefix(".SH ") {
            Some("NAME") => sections.name,
            Some("SYNOPSIS") => sections.synopsis,
            Some("OPTIONS") => sections.options,
            Some("EXTRA") => sections.examples,
            Some("VERSION") => sections.version,
            _ => return [line, "\n"].concat(),
        };
        [".SH ", heading, "\n"].concat()
    };
    page.lines().map(line).collect()
}
