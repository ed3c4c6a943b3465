//! `yixin` where standard output is no terminal: the overview as text.

use super::Result;
use super::output::Output;
use crate::page::Scope;
use crate::programme::{Kind, Record};

/// Writes the programme, its zones, their regions and what each did.
pub(crate) fn write(scope: &Scope<'_>, out: &mut Output) -> Result<()> {
    out.page(scope, &scope.page(Record::Programme))?;
    for zone in scope.programme.records(Kind::Zone) {
        out.line("")?;
        out.page(scope, &scope.page(zone))?;
    }
    Ok(())
}
