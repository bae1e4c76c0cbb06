//! `sala check`.

use super::Exit;
use super::args::{Check, ReportFormat};
use super::build;
use super::console::Console;
use crate::check::{Checked, check};
use crate::diagnostic::{MessageLanguage, Report, to_json};
use crate::khmer::number::NumberStyle;
use serde_json::json;

pub(super) fn run(options: &Check, console: &Console) -> Exit {
    let (checked, report) = match options.campaign.wrong_clock() {
        Some(problem) => (None, Report::of(problem)),
        None => check(&options.campaign.request(None)),
    };
    let report = match options.accepted {
        true => report.telling_accepted(),
        false => report,
    };
    match options.format {
        ReportFormat::Human => {
            console.report(&report);
            console.line(&closing_line(checked, &report, console.language));
        }
        ReportFormat::Json => {
            let mut value = to_json(&report);
            if let Some(checked) = checked {
                value["checked"] = json!({
                    "pages": checked.pages,
                    "left_out": checked.left_out,
                    "left_behind": checked.left_behind,
                });
            }
            console.json(&value);
        }
    }
    Exit::of(&report)
}

/// `3 errors, 2 warnings in 107 pages`.
fn closing_line(checked: Option<Checked>, report: &Report, language: MessageLanguage) -> String {
    let found = problems(report, language);
    let left_behind = checked.map_or(0, |checked| checked.left_behind);
    let line = match (checked, language) {
        (None, _) => found,
        (Some(Checked { pages, .. }), MessageLanguage::English) => match pages {
            1 => format!("{found} in 1 page"),
            _ => format!(
                "{found} in {} pages",
                NumberStyle::latin().integer(pages as i64)
            ),
        },
        (Some(Checked { pages, .. }), MessageLanguage::Khmer) => {
            format!(
                "{found} ក្នុង {} ទំព័រ",
                NumberStyle::khmer().integer(pages as i64)
            )
        }
    };
    line + &build::accepted(report, language) + &build::left_behind(left_behind, language)
}

fn problems(report: &Report, language: MessageLanguage) -> String {
    let style = match language {
        MessageLanguage::English => NumberStyle::latin(),
        MessageLanguage::Khmer => NumberStyle::khmer(),
    };
    let counts = [
        (report.errors(), "error", "កំហុស"),
        (report.warnings(), "warning", "ការព្រមាន"),
    ];
    let told = counts.into_iter().filter(|(count, ..)| *count > 0);
    let told: Vec<String> = told
        .map(|(count, english, khmer)| {
            let number = style.integer(count as i64);
            match language {
                MessageLanguage::English if count == 1 => format!("{number} {english}"),
                MessageLanguage::English => format!("{number} {english}s"),
                MessageLanguage::Khmer => format!("{khmer} {number} កន្លែង"),
            }
        })
        .collect();
    match (told.as_slice(), language) {
        ([], MessageLanguage::English) => "no problems".to_owned(),
        ([], MessageLanguage::Khmer) => "គ្មានបញ្ហា".to_owned(),
        (told, MessageLanguage::English) => told.join(", "),
        (told, MessageLanguage::Khmer) => told.join(" "),
    }
}
