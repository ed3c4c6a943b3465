//! The program `yixin`; everything stands in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    yixin::cli::main()
}
