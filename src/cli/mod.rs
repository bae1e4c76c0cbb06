//! The command line: arguments → calls of the library → text for a person or a program, and an exit code.
//!
//! It alone reads the clock and the environment, and it alone prints.

mod args;
mod build;
mod check;
mod console;
mod data;
mod explain;
mod khmer;
mod licences;
mod new;
mod pack;
mod request;
mod serve;
mod theme;
mod usage;

use args::Command;
use console::Console;
use std::process::ExitCode;

/// What the process tells its caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    Done = 0,
    /// The content has problems.
    Content = 1,
    /// Something was asked for that there is not.
    Usage = 2,
    /// `sala.toml` or the theme has problems.
    Configuration = 3,
    /// The disk is full, a permission is missing.
    Machine = 4,
    /// Our mistake.
    Bug = 70,
}

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    let arguments = match usage::arguments() {
        Ok(arguments) => arguments,
        // Help or wrong usage was told.
        Err(code) => return code,
    };
    let console = Console::of_this_process(arguments.language);
    console.explain_bugs(console.say(
        "sala has a bug and stopped; the old site is untouched. Please report this:",
        "sala មានកំហុសក្នុងកម្មវិធី ហើយបានឈប់។ គេហទំព័រចាស់នៅដដែល។ សូមរាយការណ៍ពីបញ្ហានេះ៖",
    ));
    let exit = std::panic::catch_unwind(|| match &arguments.command {
        Command::Build(options) => build::run(options, &console),
        Command::Check(options) => check::run(options, &console),
        Command::Data(options) => data::run(options, &console),
        Command::Explain(options) => explain::run(options, &console),
        Command::Khmer(options) => khmer::run(options, &console),
        Command::Licences => licences::run(&console),
        Command::New(options) => new::run(options, &console),
        Command::Pack(options) => pack::run(options, &console),
        Command::Serve(options) => serve::run(options, &console),
        Command::Theme(options) => theme::run(options, &console),
    });
    ExitCode::from(exit.unwrap_or(Exit::Bug) as u8)
}

impl Exit {
    /// The exit code of a run that found this.
    fn of(report: &crate::diagnostic::Report) -> Exit {
        use crate::diagnostic::Kind;
        match report.gravest() {
            None => Exit::Done,
            Some(Kind::Content) => Exit::Content,
            Some(Kind::Configuration) => Exit::Configuration,
            Some(Kind::Machine) => Exit::Machine,
        }
    }
}
