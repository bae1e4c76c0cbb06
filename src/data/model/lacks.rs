//! Texts that a table has in some languages and not in all.

use super::cell::{Cell, Reader};
use super::dataset::{Contents, Dataset};
use super::schema::{Field, Holds};
use super::table::Column;
use crate::config::Localised;
use std::collections::BTreeSet;

/// A column of texts, or a part of its cells, that a language has not.
#[derive(Debug, PartialEq, Eq)]
pub struct Lack {
    /// As it would be called, such as `label_vi`.
    pub column: String,
    pub cells: usize,
    /// The number that a spreadsheet shows beside the first such row.
    pub first_row: Option<u32>,
}

impl Dataset {
    /// What of its texts one of these languages has not, and another has.
    ///
    /// The cost grows with its rows and its columns of texts.
    pub fn lacks<'tag>(&self, tags: impl Iterator<Item = &'tag str> + Clone) -> Vec<Lack> {
        let mut lacks = Vec::new();
        for (name, texts) in self.texts() {
            let mut own: Vec<(&str, usize, usize)> = tags.clone().map(|tag| (tag, 0, 0)).collect();
            for row in 0..self.rows() {
                for (tag, cells, first) in &mut own {
                    if texts.lacks(row, tag) {
                        *first = if *cells == 0 { row } else { *first };
                        *cells += 1;
                    }
                }
            }
            let own = own.into_iter().filter(|(_, cells, _)| *cells > 0);
            lacks.extend(own.map(|(tag, cells, first)| Lack {
                column: format!("{name}_{tag}"),
                cells,
                first_row: self.spreadsheet_row(first),
            }));
        }
        lacks
    }

    /// Its columns of texts that may stand in several languages.
    fn texts(&self) -> Vec<(&str, Texts<'_>)> {
        let Contents::Table(table) = &self.contents else {
            let localised = self.schema.in_file().filter(|field| field.localised);
            let texts = localised.filter_map(|field| {
                let read = self.reader(field)?;
                Some((&*field.name, Texts::Together(read)))
            });
            return texts.collect();
        };
        let in_a_language = |column: &'_ Column| {
            let (base, tag) = column.name.rsplit_once('_')?;
            self.languages
                .iter()
                .any(|own| own == tag)
                .then_some(base.len())
        };
        let bases = table.columns.iter().filter_map(|column| {
            let length = in_a_language(column)?;
            Some(&column.name[..length])
        });
        let bases: BTreeSet<&str> = bases.collect();
        // What stands in a column without a language is the same for all.
        let is_for_all = |base: &&str| self.reader(&Field::own(base, Holds::Text)).is_some();
        let apart = bases.into_iter().filter(|base| !is_for_all(base));
        let texts = apart.map(|base| {
            let columns = self.languages.iter().filter_map(|tag| {
                let column = Field::own(&format!("{base}_{tag}"), Holds::Text);
                Some((tag.as_str(), self.reader(&column)?))
            });
            (base, Texts::Apart(columns.collect()))
        });
        texts.collect()
    }
}

/// The texts of a column, row by row.
enum Texts<'own> {
    /// All languages of a cell are one value.
    Together(Reader<'own>),
    /// Each language has a column of its own.
    Apart(Vec<(&'own str, Reader<'own>)>),
}

impl Texts<'_> {
    /// Whether the row's text stands in another language and not in this one.
    fn lacks(&self, row: usize, tag: &str) -> bool {
        match self {
            Texts::Together(read) => match read(row) {
                Cell::Localised(text @ Localised::Each(texts)) => {
                    !text.is_empty() && texts.get(tag).is_none_or(String::is_empty)
                }
                _ => false,
            },
            Texts::Apart(columns) => {
                let is_said = |read: &Reader<'_>| !matches!(read(row), Cell::Empty);
                let mut said = columns.iter().filter(|(_, read)| is_said(read)).peekable();
                said.peek().is_some() && !said.any(|(own, _)| *own == tag)
            }
        }
    }
}
