//! A dataset → its downloads, written row by row: a normalised CSV and the same as JSON; and of all
//! datasets together, what programs must know to read them.
//!
//! Amounts are in units of the currency, digits are ASCII, the decimal sign is `.`, blank is unknown.

mod csv_file;
mod json_file;
mod package;

pub use csv_file::csv;
pub use json_file::{json, localised, rows, sources};
pub use package::{About, datapackage};

use super::model::{Cell, Dataset, Field, Reader};
use std::borrow::Cow;

/// A column of a download: a field, or what it says in one language.
struct Column<'own> {
    name: Cow<'own, str>,
    field: &'own Field,
    language: Option<&'own str>,
    reader: Reader<'own>,
}

/// The columns of the dataset's downloads, as its schema has them. A row is read cell by cell while it
/// is written: all of them together would be many times as large as their file.
fn columns(dataset: &Dataset) -> Vec<Column<'_>> {
    let mut columns = Vec::new();
    for field in dataset.schema.in_downloads() {
        let languages: Vec<Option<&str>> = match field.localised {
            true => dataset.languages.iter().map(|tag| Some(&**tag)).collect(),
            false => vec![None],
        };
        for language in languages {
            let Some(reader) = dataset.reader(field) else {
                continue;
            };
            columns.push(Column {
                name: match language {
                    Some(language) => Cow::Owned(format!("{}_{language}", field.name)),
                    None => Cow::Borrowed(&*field.name),
                },
                field,
                language,
                reader,
            });
        }
    }
    columns
}

impl<'own> Column<'own> {
    fn cell(&self, row: usize) -> Cell<'own> {
        let cell = (self.reader)(row);
        match self.language {
            Some(language) => cell.in_language(language),
            None => cell,
        }
    }
}
