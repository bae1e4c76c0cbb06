//! `sala data show`: what was understood of a table, for whoever compares it with the sheet.

use super::chosen::Chosen;
use super::laid_out::{Cells, laid_out};
use super::{account, number, style};
use crate::cli::Exit;
use crate::cli::args::DataShow;
use crate::cli::console::Console;
use crate::config::{Language, Localised};
use crate::data::{Budget, BudgetLine, Cell, Contents, Dataset, Holds};
use std::collections::BTreeMap;

/// How many rows are shown unless all are asked for.
const ROWS: usize = 40;

pub(super) fn run(options: &DataShow, console: &Console) -> Exit {
    let chosen = match Chosen::of(options.root.as_deref(), std::slice::from_ref(&options.file)) {
        Ok(chosen) => chosen,
        Err(problem) => return super::refused(problem, console),
    };
    console.report(&chosen.report);
    for dataset in chosen.datasets() {
        let shown = Shown { dataset, console };
        let account = account::lines(dataset, chosen.is_complete(dataset), console);
        let mut lines = vec![account::named(dataset, console)];
        lines.extend(shown.about());
        lines.push(String::new());
        lines.extend(shown.rows(options.all));
        lines.push(String::new());
        lines.extend(account.into_iter().skip(1));
        console.line(&lines.join("\n"));
    }
    Exit::of(&chosen.report)
}

struct Shown<'run> {
    dataset: &'run Dataset,
    console: &'run Console,
}

/// Rows as they stand in the file, under the names of what was read.
#[derive(Default)]
struct Rows {
    names: Vec<String>,
    are_numbers: Vec<bool>,
    cells: Vec<Cells>,
    /// How many there are.
    count: usize,
}

impl Shown<'_> {
    fn tag(&self) -> &'static str {
        match self.console.say("en", "km") {
            "en" => "en",
            _ => "km",
        }
    }

    fn text<'own>(&self, text: &'own Localised) -> &'own str {
        let other = match self.tag() {
            "en" => "km",
            _ => "en",
        };
        text.get(&Language::new(self.tag()), &Language::new(other))
    }

    /// Where its figures come from, and what a 1 in it stands for.
    fn about(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let description = self.text(&self.dataset.description);
        if !description.is_empty() {
            lines.push(format!("  {description}"));
        }
        for source in &self.dataset.sources {
            let parts = [
                self.text(&source.title),
                self.text(&source.publisher),
                source.page.as_deref().unwrap_or_default(),
                source.url.as_deref().unwrap_or_default(),
                source.licence.as_deref().unwrap_or_default(),
            ];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let name = self.console.say("source", "ប្រភព");
            lines.push(format!("  {name} {}: {}", source.id, parts.join(" · ")));
        }
        if self.dataset.sources.is_empty() {
            let none = self.console.say("no source is declared", "មិនបានប្រាប់ប្រភពទេ");
            lines.push(format!("  {none}"));
        }
        if matches!(self.dataset.contents, Contents::Budget(_)) {
            let unit = self.console.say(
                "a 1 in it stands for {scale} {currency}",
                "លេខ 1 ក្នុងតារាងស្មើ {scale} {currency}",
            );
            let scale = style(self.console).decimal(self.dataset.scale.normalize());
            let unit = unit.replace("{scale}", &scale);
            lines.push(format!(
                "  {}",
                unit.replace("{currency}", &self.dataset.currency)
            ));
        }
        if self.dataset.synthetic {
            let made_up = self
                .console
                .say("its figures are made up", "តួលេខរបស់វាបង្កើតឡើង");
            lines.push(format!("  {made_up}"));
        }
        lines
    }

    fn rows(&self, all: bool) -> Vec<String> {
        let most = if all { usize::MAX } else { ROWS };
        let rows = match &self.dataset.contents {
            Contents::Budget(budget) => self.rows_of_budget(budget, most),
            _ => self.rows_of_table(most),
        };
        let mut lines = laid_out(&rows.names, &rows.cells, &rows.are_numbers);
        let more = rows.count - rows.cells.len();
        if more > 0 {
            let words = self.console.say(
                "… and {count} more rows, which `--all` shows",
                "… និង {count} ជួរដេកទៀត ដែល `--all` នឹងបង្ហាញ",
            );
            lines.push(words.replace("{count}", &number(more as u64, self.console)));
        }
        lines
    }

    /// One row for each of the file, the figures of each year and phase beside each other as there.
    fn rows_of_budget(&self, budget: &Budget, most: usize) -> Rows {
        let used = &self.dataset.account.columns.used;
        let is_figure =
            |name: &str| name == "amount" || name.starts_with(|c: char| c.is_ascii_digit());
        let figures: Vec<(&str, &str)> = used
            .iter()
            .filter(|one| is_figure(&one.read_as))
            .map(|one| (one.letters.as_str(), one.read_as.as_str()))
            .collect();
        let is_wide = figures.iter().any(|(_, name)| *name != "amount");
        let is_said = |name: &str| match name {
            "year" | "phase" | "direction" => !is_wide,
            // It says the same as the year unless a column says more.
            "period" => used.iter().any(|one| one.read_as == "period"),
            "currency" | "amount" | "synthetic" => false,
            _ => true,
        };
        let fields = self.dataset.schema.in_downloads();
        let names: Vec<&str> = fields
            .map(|field| &*field.name)
            .filter(|name| is_said(name))
            .collect();
        let mut rows: Vec<(u32, usize, BTreeMap<String, usize>)> = Vec::new();
        let mut count = 0;
        let mut last = None;
        for (number, line) in budget.lines.iter().enumerate() {
            let cell = line.cell();
            if last != Some(cell.row) {
                last = Some(cell.row);
                count += 1;
                if count <= most {
                    rows.push((cell.row, number, BTreeMap::new()));
                }
            }
            if count <= most
                && let Some((.., amounts)) = rows.last_mut()
            {
                amounts.insert(letters(line), number);
            }
        }
        let mut table = self.said(&names, rows.iter().map(|(row, number, _)| (*row, *number)));
        for (letters, name) in figures {
            table.names.push(name.to_owned());
            table.are_numbers.push(true);
            for ((.., amounts), cells) in rows.iter().zip(&mut table.cells) {
                let amount = amounts.get(letters);
                let amount = amount.and_then(|number| budget.lines[*number].amount);
                let amount =
                    amount.map(|amount| amount.in_units_of(self.dataset.scale).normalize());
                cells.push(amount.map_or_else(String::new, |it| style(self.console).decimal(it)));
            }
        }
        table.count = count;
        table
    }

    fn rows_of_table(&self, most: usize) -> Rows {
        let fields = self.dataset.schema.in_downloads();
        let names: Vec<&str> = fields.map(|field| &*field.name).collect();
        let count = self.dataset.rows();
        let rows = (0..count.min(most))
            .map(|row| (self.dataset.spreadsheet_row(row).unwrap_or_default(), row));
        let mut table = self.said(&names, rows);
        table.count = count;
        table
    }

    /// What rows say in the columns of these names; a column in which they say nothing is left out.
    fn said(&self, names: &[&str], rows: impl Iterator<Item = (u32, usize)>) -> Rows {
        let rows: Vec<(u32, usize)> = rows.collect();
        let mut table = Rows {
            names: vec![self.console.say("row", "ជួរដេក").to_owned()],
            are_numbers: vec![true],
            cells: rows.iter().map(|(row, _)| vec![row.to_string()]).collect(),
            count: 0,
        };
        for name in names {
            let Some(field) = self.dataset.schema.field(name) else {
                continue;
            };
            let Some(reader) = self.dataset.reader(field) else {
                continue;
            };
            let cells = rows.iter().map(|(_, number)| reader(*number));
            let cells: Vec<Cell<'_>> = cells.collect();
            if cells
                .iter()
                .all(|cell| matches!(cell, Cell::Empty | Cell::Localised(Localised::Empty)))
            {
                continue;
            }
            table.names.push((*name).to_owned());
            table
                .are_numbers
                .push(cells.iter().any(|cell| matches!(cell, Cell::Number(_))));
            for (cell, row) in cells.iter().zip(&mut table.cells) {
                row.push(match cell {
                    Cell::Empty => String::new(),
                    Cell::Text(text) => text.to_string(),
                    // A year has no thousands.
                    Cell::Number(number) if field.holds == Holds::Year => number.to_string(),
                    Cell::Number(number) => style(self.console).decimal(*number),
                    Cell::Localised(text) => self.text(text).to_owned(),
                });
            }
        }
        table
    }
}

/// `F` of a figure in `F14`.
fn letters(line: &BudgetLine) -> String {
    let cell = line.cell().to_string();
    cell.trim_end_matches(|c: char| c.is_ascii_digit())
        .to_owned()
}
