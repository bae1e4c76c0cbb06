//! The `sala` command: parse, call, print, exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    sala::cli::run()
}
