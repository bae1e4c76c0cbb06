//! What a row says in a column, ready to be written down anywhere.

use super::{Budget, Categories, Contents, Dataset, Field, Place, Table, TableCell};
use crate::config::Localised;

use rust_decimal::Decimal;
use std::borrow::Cow;

/// What a row says in a column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell<'own> {
    Empty,
    Text(Cow<'own, str>),
    Number(Decimal),
    Localised(&'own Localised),
}

/// Reads one column off the row of a number.
pub(crate) type Reader<'own> = Box<dyn Fn(usize) -> Cell<'own> + Send + Sync + 'own>;

impl<'own> Cell<'own> {
    pub fn text(text: &'own str) -> Cell<'own> {
        match text {
            "" => Cell::Empty,
            text => Cell::Text(Cow::Borrowed(text)),
        }
    }

    pub fn optional(text: Option<&'own str>) -> Cell<'own> {
        text.map_or(Cell::Empty, Cell::text)
    }

    pub fn number(number: Option<Decimal>) -> Cell<'own> {
        number.map_or(Cell::Empty, |number| Cell::Number(number.normalize()))
    }

    /// What a table's own cell says.
    pub fn of(cell: &'own TableCell) -> Cell<'own> {
        match cell {
            TableCell::Empty => Cell::Empty,
            TableCell::Text(text) => Cell::text(text),
            TableCell::Number(number) => Cell::Number(*number),
            TableCell::Year(year) => Cell::Number((*year).into()),
            TableCell::Day(day) => Cell::Text(day.to_string().into()),
        }
    }

    /// In the language, if it is a text in several.
    pub fn in_language(self, tag: &str) -> Cell<'own> {
        match self {
            Cell::Localised(Localised::Empty) => Cell::Empty,
            Cell::Localised(Localised::Same(same)) => Cell::text(same),
            Cell::Localised(Localised::Each(texts)) => {
                Cell::optional(texts.get(tag).map(String::as_str))
            }
            other => other,
        }
    }
}

impl Dataset {
    /// How a column is read off the rows; nothing if the rows do not have it.
    pub(crate) fn reader<'own>(&'own self, field: &Field) -> Option<Reader<'own>> {
        let name = &*field.name;
        let all =
            |text: &'own str| -> Option<Reader<'own>> { Some(Box::new(move |_| Cell::text(text))) };
        match (name, &self.contents) {
            ("synthetic", _) if self.synthetic => all("true"),
            ("currency", Contents::Budget(_)) => all(&self.currency),
            (_, Contents::Budget(budget)) => {
                let mut dimensions = budget.dimensions.iter();
                if let Some(at) = dimensions.position(|dimension| dimension.name == name) {
                    return Some(Box::new(move |row| {
                        Cell::optional(budget.lines[row].dimension(at))
                    }));
                }
                let read = Budget::column(name)?;
                Some(Box::new(move |row| read(budget, &budget.lines[row])))
            }
            (_, Contents::Categories(categories)) => {
                let read = Categories::column(name)?;
                Some(Box::new(move |row| read(categories.nth(row))))
            }
            (_, Contents::Places(places)) => {
                let read = Place::column(name)?;
                Some(Box::new(move |row| read(&places[row])))
            }
            (_, Contents::Table(table)) => table.reader(name),
        }
    }
}

impl Table {
    /// The first column of this name.
    fn reader<'own>(&'own self, name: &str) -> Option<Reader<'own>> {
        let columns = &mut self.columns.iter();
        let column = columns.position(|column| column.name == name)?;
        Some(Box::new(move |row| Cell::of(&self.rows[row].cells[column])))
    }
}
