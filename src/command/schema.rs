//! `yixin schema`: the JSON Schema of datasets.

use std::process::ExitCode;

use super::Result;

use super::Global;
use super::output::Output;
use crate::programme::SCHEMA;

/// Prints the schema.
///
/// # Errors
/// Standard output.
pub fn run(global: &Global) -> Result<ExitCode> {
    let mut out = Output::open(global);
    out.bytes(SCHEMA.as_bytes())?;
    out.close()?;
    Ok(ExitCode::SUCCESS)
}
