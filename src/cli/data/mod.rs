//! `sala data …`: tables alone. One file a verb.

mod account;
mod check;
mod chosen;
mod decided;
mod describe;
mod laid_out;
mod show;
mod template;

use super::Exit;
use super::args::{Data, DataVerb};
use super::console::Console;
use crate::diagnostic::{Diagnostic, MessageLanguage, Report};
use crate::khmer::number::NumberStyle;

pub(super) fn run(options: &Data, console: &Console) -> Exit {
    match &options.verb {
        DataVerb::Check(options) => check::run(options, console),
        DataVerb::Describe(options) => describe::run(options, console),
        DataVerb::Show(options) => show::run(options, console),
        DataVerb::Template(options) => template::run(options, console),
    }
}

/// Tells why nothing was done.
fn refused(problem: Diagnostic, console: &Console) -> Exit {
    let report = Report::of(problem);
    console.report(&report);
    Exit::of(&report)
}

/// A count in the digits of its reader.
fn number(count: u64, console: &Console) -> String {
    style(console).integer(count)
}

fn style(console: &Console) -> NumberStyle {
    match console.language {
        MessageLanguage::English => NumberStyle::latin(),
        MessageLanguage::Khmer => NumberStyle::khmer(),
    }
}
