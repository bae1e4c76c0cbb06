//! `sala data check`: what is wrong with tables, and what became of each of their cells.

use super::account;
use super::chosen::Chosen;
use crate::cli::Exit;
use crate::cli::args::{DataCheck, ReportFormat};
use crate::cli::console::Console;
use crate::diagnostic::to_json;

pub(super) fn run(options: &DataCheck, console: &Console) -> Exit {
    let chosen = match Chosen::of(options.root.as_deref(), &options.files) {
        Ok(chosen) => chosen,
        Err(problem) => return super::refused(problem, console),
    };
    match options.format {
        ReportFormat::Human => {
            console.report(&chosen.report);
            let accounts: Vec<String> = chosen
                .datasets()
                .map(|it| account::lines(it, chosen.is_complete(it), console).join("\n"))
                .collect();
            let accounts = match accounts.is_empty() {
                true => console.say("no tables", "គ្មានតារាង").to_owned(),
                false => accounts.join("\n\n"),
            };
            console.line(&accounts);
        }
        ReportFormat::Json => {
            let mut value = to_json(&chosen.report);
            let datasets = chosen.datasets();
            let datasets = datasets.map(|it| account::json(it, chosen.is_complete(it)));
            value["datasets"] = datasets.collect();
            console.json(&value);
        }
    }
    Exit::of(&chosen.report)
}
