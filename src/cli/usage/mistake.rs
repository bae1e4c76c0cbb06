//! A mistake of usage as `clap` found it → what is wrong and the way out, in Khmer.

use super::described;
use crate::diagnostic::visible_lines;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The whole message.
pub(super) fn told(error: &clap::Error) -> String {
    let mut text = format!(
        "\u{1b}[1;31mកំហុស\u{1b}[0m: {}\n",
        visible_lines(&cause(error))
    );
    let ways_out = ways_out(error);
    if !ways_out.is_empty() {
        let ways_out = ways_out.join(" ");
        text += &format!("  ដំណោះស្រាយ: {}\n", visible_lines(&ways_out));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
        text += &format!("\nរបៀបប្រើ៖ {}\n", described::usage(usage));
    }
    text + "\nចង់ដឹងបន្ថែម សូមសរសេរ `--help` នៅពីក្រោយ\n"
}

fn cause(error: &clap::Error) -> String {
    let argument = named(error, ContextKind::InvalidArg);
    let value = text(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("ខ្វះតម្លៃនៃ {argument}"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("`{value}` មិនអាចជាតម្លៃនៃ {argument} បានទេ")
        }
        ErrorKind::UnknownArgument if argument.starts_with("`-") => {
            format!("គ្មានជម្រើស {argument} ទេ")
        }
        ErrorKind::UnknownArgument => format!("ពាក្យបញ្ជានេះមិនត្រូវការ {argument} ទេ"),
        ErrorKind::InvalidSubcommand => {
            let command = named(error, ContextKind::InvalidSubcommand);
            format!("គ្មានពាក្យបញ្ជា {command} ទេ")
        }
        ErrorKind::NoEquals => format!("ខ្វះសញ្ញា `=` ក្រោយ {argument}"),
        ErrorKind::TooManyValues => format!("{argument} មិនត្រូវការតម្លៃ `{value}` ទេ"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("ចំនួនតម្លៃនៃ {argument} មិនត្រឹមត្រូវទេ")
        }
        ErrorKind::ArgumentConflict => {
            let other = named(error, ContextKind::PriorArg);
            match other == argument || other.is_empty() {
                true => format!("{argument} សរសេរបានតែម្ដង"),
                false => format!("{argument} មិនអាចប្រើជាមួយ {other} បានទេ"),
            }
        }
        ErrorKind::MissingRequiredArgument => format!("ខ្វះ {argument}"),
        ErrorKind::MissingSubcommand => "ខ្វះពាក្យបញ្ជា".to_owned(),
        ErrorKind::InvalidUtf8 => "មានអ្វីមួយដែលមិនមែនជាអត្ថបទ UTF-8".to_owned(),
        // What is told of no argument (a terminal that cannot be written to) is the system's word.
        _ => error.to_string(),
    }
}

fn ways_out(error: &clap::Error) -> Vec<String> {
    let mut ways_out = Vec::new();
    let said = |kinds: &[ContextKind]| -> Vec<String> {
        kinds.iter().flat_map(|kind| all(error, *kind)).collect()
    };
    let mut meant = said(&[
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ]);
    for tip in all(error, ContextKind::Suggested) {
        match *tip.split('\'').collect::<Vec<&str>>() {
            ["", elsewhere, " exists"] => meant.push(elsewhere.to_owned()),
            ["to pass ", word, " as a value, use ", written, ""] => {
                ways_out.push(format!("បើ `{word}` ជាតម្លៃ សូមសរសេរ `{written}`"));
            }
            _ => {}
        }
    }
    if !meant.is_empty() {
        ways_out.push(format!("តើអ្នកចង់សរសេរ {} មែនទេ?", listed(&meant, " ឬ ")));
    }
    let valid = said(&[ContextKind::ValidValue, ContextKind::ValidSubcommand]);
    if !valid.is_empty() {
        ways_out.push(format!("សូមសរសេរ {}", listed(&valid, " ឬ ")));
    }
    let argument = text(error, ContextKind::InvalidArg).unwrap_or_default();
    match error.kind() {
        ErrorKind::ValueValidation => {
            let flag = argument.split(' ').next().unwrap_or_default();
            ways_out.extend(of_value(flag).map(str::to_owned));
        }
        ErrorKind::InvalidValue if valid.is_empty() => {
            ways_out.push("សូមសរសេរតម្លៃនៅពីក្រោយវា".to_owned());
        }
        ErrorKind::MissingRequiredArgument => {
            ways_out.push("សូមសរសេរវានៅពីក្រោយពាក្យបញ្ជា".to_owned());
        }
        ErrorKind::InvalidUtf8 => ways_out.push("សូមវាយវាម្ដងទៀត".to_owned()),
        _ => {}
    }
    ways_out
}

/// How the value of an option is written that takes more than a few words.
fn of_value(flag: &str) -> Option<&'static str> {
    Some(match flag {
        "--today" => "សូមសរសេរឆ្នាំ ខែ និងថ្ងៃ ដូចជា `2026-12-24`",
        "--port" => "សូមសរសេរលេខពី 0 ដល់ 65535",
        "--places" => "សូមសរសេរលេខពី 0 ដល់ 28",
        "--year" => "សូមសរសេរឆ្នាំពី 2000 ដល់ 2100",
        "--decimal" => "សូមសរសេរ `.` ឬ `,`",
        _ => return None,
    })
}

/// What the context says, each in backticks; empty if it says nothing.
fn named(error: &clap::Error, kind: ContextKind) -> String {
    listed(&all(error, kind), " និង ")
}

fn listed(words: &[String], last: &str) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((end, words)) if !words.is_empty() => words.join(", ") + last + end,
        _ => words.concat(),
    }
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    all(error, kind).into_iter().next()
}

fn all(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}
