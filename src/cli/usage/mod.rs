//! Arguments as they were written → what was asked for; or help, or what is wrong with them, in the
//! language of whoever wrote them.
//!
//! `clap` tells both in English. For Khmer its commands are described anew in [`words`], and its
//! mistakes in [`mistake`].

mod described;
mod mistake;
mod words;

use super::args::{Arguments, Language};
use super::console;
use crate::diagnostic::MessageLanguage;
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, ValueEnum};
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::process::ExitCode;

/// What the arguments of this process ask for; or, when help or a mistake of usage was told, the exit
/// code.
pub(super) fn arguments() -> Result<Arguments, ExitCode> {
    let written: Vec<OsString> = std::env::args_os().collect();
    let language = console::language(asked_for(&written));
    let command = match language {
        MessageLanguage::English => Arguments::command(),
        MessageLanguage::Khmer => described::command(Arguments::command()),
    };
    let read = command
        .try_get_matches_from(written)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    read.map_err(|error| {
        // A reader that has gone away has seen enough.
        let _ = match language {
            MessageLanguage::English => error.print(),
            MessageLanguage::Khmer => print_in_khmer(&error),
        };
        u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
    })
}

/// The language that the arguments or the environment ask for, right or wrong as the rest may be.
fn asked_for(written: &[OsString]) -> Option<Language> {
    let named = |name: &OsStr| Language::from_str(name.to_str()?, false).ok();
    let options = written.iter().skip(1).take_while(|word| *word != "--");
    let values = written.iter().skip(2);
    let flag = options.zip(values.map(Some).chain([None]));
    let flag =
        flag.filter_map(
            |(word, value)| match word.to_str()?.strip_prefix("--language")? {
                "" => value.map(OsString::as_os_str),
                rest => rest.strip_prefix('=').map(OsStr::new),
            },
        );
    flag.filter_map(named)
        .next()
        .or_else(|| named(&std::env::var_os("SALA_LANGUAGE")?))
}

/// Prints what ended the reading of arguments.
fn print_in_khmer(error: &clap::Error) -> std::io::Result<()> {
    let text = match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            described::usage(&error.render().ansi().to_string())
        }
        _ => mistake::told(error),
    };
    match error.use_stderr() {
        true => write!(anstream::stderr(), "{text}"),
        false => write!(anstream::stdout(), "{text}"),
    }
}
