//! The rows of a table whose columns are known by name, read by those names.

use crate::config::Language;
use crate::data::{CellPlace, Column, Contents, Dataset, Holds, Money, Table, TableCell, TableRow};
use crate::figures::units::unit_for;
use crate::figures::wording::Wording;
use rust_decimal::Decimal;

/// A row with the table that it stands in.
#[derive(Clone, Copy)]
pub(super) struct Row<'own> {
    pub dataset: &'own Dataset,
    table: &'own Table,
    row: &'own TableRow,
}

/// The rows of a table; none of a budget, of categories and of places.
pub(super) fn rows_of(dataset: &Dataset) -> impl Iterator<Item = Row<'_>> {
    let table = match &dataset.contents {
        Contents::Table(table) => Some(table),
        Contents::Budget(_) | Contents::Categories(_) | Contents::Places(_) => None,
    };
    table.into_iter().flat_map(move |table| {
        let rows = table.rows.iter();
        rows.map(move |row| Row {
            dataset,
            table,
            row,
        })
    })
}

impl<'own> Row<'own> {
    /// The row of this number; `None` if there is none.
    pub fn of(dataset: &'own Dataset, number: usize) -> Option<Row<'own>> {
        let table = dataset.contents.table()?;
        let row = table.rows.get(number)?;
        Some(Row {
            dataset,
            table,
            row,
        })
    }
}

/// The columns of a table; none of other datasets.
pub(super) fn columns_of(dataset: &Dataset) -> &[Column] {
    match &dataset.contents {
        Contents::Table(table) => &table.columns,
        Contents::Budget(_) | Contents::Categories(_) | Contents::Places(_) => &[],
    }
}

/// A column's name without its language, if it ends with one of these.
pub(super) fn base<'name>(name: &'name str, languages: &[String]) -> &'name str {
    let parts = name.rsplit_once('_');
    match parts.filter(|(_, tag)| languages.iter().any(|known| known == tag)) {
        Some((base, _)) => base,
        None => name,
    }
}

impl<'own> Row<'own> {
    fn at(&self, name: &str) -> Option<(&'own Column, &'own TableCell)> {
        let mut columns = self.table.columns.iter().zip(&self.row.cells);
        columns.find(|(column, _)| column.name == name)
    }

    /// The text of a column; empty if there is none.
    pub fn text(&self, name: &str) -> &'own str {
        match self.at(name) {
            Some((_, TableCell::Text(text))) => text,
            _ => "",
        }
    }

    pub fn number(&self, name: &str) -> Option<Decimal> {
        match self.at(name)? {
            (_, TableCell::Number(number)) => Some(*number),
            _ => None,
        }
    }

    pub fn year(&self, name: &str) -> Option<i16> {
        match self.at(name)? {
            (_, TableCell::Year(year)) => Some(*year),
            _ => None,
        }
    }

    /// A text that may stand once in each language: that of the language, of the fallback, or the one there
    /// is.
    pub fn localised(&self, name: &str, language: &Language, fallback: &Language) -> &'own str {
        let in_languages = [language, fallback].map(|language| format!("{name}_{language}"));
        let names = in_languages.iter().map(String::as_str).chain([name]);
        let mut texts = names.map(|name| self.text(name));
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The same, or in whichever language somebody wrote it: words of another language are no reason to say
    /// that there are none.
    pub fn in_some_language(
        &self,
        name: &str,
        language: &Language,
        fallback: &Language,
    ) -> &'own str {
        let own = self.localised(name, language, fallback);
        let columns = self.table.columns.iter().map(|column| column.name.as_str());
        let mut others = columns.filter(|column| base(column, &self.dataset.languages) == name);
        match own {
            "" => others.find_map(|column| Some(self.text(column)).filter(|text| !text.is_empty())),
            own => Some(own),
        }
        .unwrap_or_default()
    }

    /// Where a column's cell stands, in words: `data/budget.xlsx › 2025 › F14`.
    pub fn cell(&self, name: &str) -> String {
        let cell = self.cell_place(name);
        let sheet = cell.sheet.as_deref().map(|sheet| format!("{sheet} › "));
        format!("{} › {}{cell}", cell.path, sheet.unwrap_or_default())
    }

    /// The cells of its figures in these columns.
    pub fn figures(&self, is_shown: impl Fn(&str) -> bool) -> impl Iterator<Item = CellPlace> {
        let columns = self.table.columns.iter().zip(&self.row.cells);
        let figures = columns.filter(move |(column, cell)| {
            matches!(cell, TableCell::Number(_)) && is_shown(&column.name)
        });
        figures.map(|(column, _)| self.row.cell.at_column(column.position))
    }

    pub fn cell_place(&self, name: &str) -> CellPlace {
        let position = self.at(name).map_or(0, |(column, _)| column.position);
        self.row.cell.at_column(position)
    }

    /// What a column says, as readers see it; empty if nobody knows.
    pub fn told(&self, name: &str, words: Wording<'_>, fallback: &Language) -> String {
        let style = words.language.number_style();
        match self.at(name) {
            Some((column, TableCell::Number(number))) if column.holds == Holds::Amount => {
                let unit = unit_for(self.dataset.scale, std::iter::empty());
                let amount = Money::of(*number, Decimal::ONE);
                amount.map_or_else(String::new, |amount| {
                    unit.amount(amount, &self.dataset.currency, words)
                })
            }
            Some((_, TableCell::Number(number))) => style.decimal(number.normalize()),
            Some((_, TableCell::Year(year))) => style.digits(*year),
            Some((_, TableCell::Day(day))) => words.day(*day),
            Some((column, TableCell::Text(word)))
                if matches!(column.holds, Holds::Word(_) | Holds::Truth)
                    || !column.constraints.names.is_empty() =>
            {
                words
                    .value_in(name, column.holds, &column.constraints, word)
                    .to_owned()
            }
            Some((_, TableCell::Text(_) | TableCell::Empty)) | None => {
                self.localised(name, words.language, fallback).to_owned()
            }
        }
    }
}
