//! A command that is described in English → the same in Khmer, headings and notes included.

use super::words::{khmer, value_name};
use clap::builder::{PossibleValue, Str};
use clap::{Arg, Command};

const HEADINGS: [&str; 3] = ["ពាក្យបញ្ជា", "អ្វីដែលត្រូវសរសេរ", "ជម្រើស"];
const TEMPLATE: &str =
    "{before-help}{about-with-newline}\nរបៀបប្រើ៖ {usage}\n\n{all-args}{after-help}";

/// The command with its help in Khmer, that of its subcommands too.
pub(super) fn command(mut command: Command) -> Command {
    // Only then are there the arguments and the subcommand that ask for help.
    command.build();
    in_khmer(command)
}

/// How a command is used, in which one English word is left.
pub(super) fn usage(text: &str) -> String {
    text.replace("[OPTIONS]", "[ជម្រើស]")
}

fn in_khmer(mut command: Command) -> Command {
    let [commands, ..] = HEADINGS;
    if let Some(about) = command.get_about() {
        let about = khmer(&about.to_string());
        command = command.about(about);
    }
    if let Some(about) = command.get_long_about() {
        let about = khmer(&about.to_string());
        command = command.long_about(about);
    }
    if let Some(after) = command.get_after_help() {
        let after = khmer(&after.to_string());
        command = command.after_help(after);
    }
    command
        .help_template(TEMPLATE)
        .subcommand_help_heading(commands)
        .subcommand_value_name(value_name(&Str::from("COMMAND")))
        .mut_args(argument)
        .mut_subcommands(in_khmer)
}

fn argument(argument: Arg) -> Arg {
    let [_, arguments, options] = HEADINGS;
    let heading = match argument.is_positional() {
        true => arguments,
        false => options,
    };
    let names: Vec<Str> = argument
        .get_value_names()
        .into_iter()
        .flatten()
        .map(value_name)
        .collect();
    let help = argument.get_help().map(|help| khmer(&help.to_string()));
    let long_help = argument
        .get_long_help()
        .map(|help| khmer(&help.to_string()));
    let short = joined(help.clone(), " ", notes(&argument, true));
    let long = joined(long_help.or(help), "\n\n", notes(&argument, false));
    let argument = match names.is_empty() {
        true => argument,
        false => argument.value_names(names),
    };
    argument
        .help_heading(heading)
        .help(short)
        .long_help(long)
        .hide_env(true)
        .hide_default_value(true)
        .hide_possible_values(true)
}

fn joined(first: Option<String>, between: &str, others: Vec<String>) -> String {
    let all: Vec<String> = first.into_iter().chain(others).collect();
    all.join(between)
}

/// What `clap` adds to an argument's description: where else it is taken from, what it is without
/// it, and what it may be.
fn notes(argument: &Arg, in_one_line: bool) -> Vec<String> {
    let mut notes = Vec::new();
    let values: Vec<PossibleValue> = match argument.is_hide_possible_values_set() {
        true => Vec::new(),
        false => argument.get_possible_values(),
    };
    let are_described = values.iter().any(|value| value.get_help().is_some());
    if !in_one_line && are_described {
        let mut list = "តម្លៃដែលប្រើបាន៖".to_owned();
        for value in &values {
            list += "\n- ";
            list += value.get_name();
            if let Some(help) = value.get_help() {
                list += ": ";
                list += &khmer(&help.to_string());
            }
        }
        notes.push(list);
    }
    if let Some(name) = argument.get_env().and_then(|name| name.to_str()) {
        notes.push(format!("[ឬតាមអថេរ {name}]"));
    }
    if !argument.is_hide_default_value_set() && argument.get_action().takes_values() {
        let defaults: Vec<&str> = argument
            .get_default_values()
            .iter()
            .filter_map(|value| value.to_str())
            .collect();
        if !defaults.is_empty() {
            notes.push(format!("[បើមិនសរសេរ៖ {}]", defaults.join(" ")));
        }
    }
    if !values.is_empty() && (in_one_line || !are_described) {
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        notes.push(format!("[តម្លៃដែលប្រើបាន៖ {}]", names.join(", ")));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::super::words::{TEXTS, VALUE_NAMES};
    use crate::cli::args::Arguments;
    use clap::{Command, CommandFactory};
    use std::collections::BTreeSet;

    /// Every English text that a command and those below it show, and the names of its values.
    fn shown(command: &Command, texts: &mut BTreeSet<String>, names: &mut BTreeSet<String>) {
        let about = [
            command.get_about(),
            command.get_long_about(),
            command.get_after_help(),
        ];
        texts.extend(about.into_iter().flatten().map(|text| text.to_string()));
        for argument in command.get_arguments() {
            let help = [argument.get_help(), argument.get_long_help()];
            texts.extend(help.into_iter().flatten().map(|text| text.to_string()));
            if argument.get_action().takes_values() {
                let values = argument.get_value_names().into_iter().flatten();
                names.extend(values.map(|name| name.to_string()));
            }
            for value in argument.get_possible_values() {
                texts.extend(value.get_help().map(|help| help.to_string()));
            }
        }
        for command in command.get_subcommands() {
            shown(command, texts, names);
        }
    }

    #[test]
    fn every_word_of_the_help_is_there_in_khmer_and_no_other() {
        let (mut texts, mut names) = (BTreeSet::new(), BTreeSet::from(["COMMAND".to_owned()]));
        let mut command = Arguments::command();
        command.build();
        shown(&command, &mut texts, &mut names);
        // Examples of what is written in Khmer digits and words say the same in both languages.
        texts.retain(|text| text.chars().any(|c| c.is_ascii_alphabetic()));
        let described = |list: &[(&str, &str)]| -> BTreeSet<String> {
            list.iter()
                .map(|(english, _)| (*english).to_owned())
                .collect()
        };
        assert_eq!(described(TEXTS), texts);
        assert_eq!(described(VALUE_NAMES), names);
    }
}
