//! What a draft is made from: the texts around a table, its title and its end.

use super::shape::{Looked, Shape};
use super::{Asked, Decided, What};
use crate::config::Localised;
use crate::data::model::{StatedUnit, unit_of_title};

/// A table in its file, as far as it was found.
pub(super) struct Drafting<'own> {
    pub asked: &'own Asked<'own>,
    /// Below `data/`, with a `/` at its end if it is another.
    pub folder: &'own str,
    pub name: &'own str,
    pub looked: &'own Looked,
    pub shape: &'own Shape,
    pub sheet: Option<&'own str>,
    pub sheets: &'own [String],
}

impl Drafting<'_> {
    /// The texts above the names of the columns.
    pub fn above(&self) -> Vec<String> {
        let above = 0..self.shape.header.start;
        let cells = above.flat_map(|row| (0..self.looked.width).map(move |column| (row, column)));
        let texts = cells.map(|(row, column)| self.looked.text(row, column));
        texts.filter(|text| !text.is_empty()).collect()
    }

    /// The longest of them that tells no unit, or the name of the file.
    pub fn title(&self) -> Localised {
        let above = self.above();
        // One that only tells a unit is seldom the title.
        let is_plain = |text: &str| unit_of_title(text) == StatedUnit::default();
        let longest = above
            .iter()
            .max_by_key(|text| (is_plain(text), text.chars().count()));
        Localised::Same(
            longest
                .cloned()
                .unwrap_or_else(|| self.name.replace(['-', '_'], " ")),
        )
    }

    /// What is known of the rows that name the columns, and of the title.
    pub fn about_header(&self) -> Vec<Decided> {
        let rows = &self.looked.rows;
        let header = &self.shape.header;
        let header = What::Header {
            first: rows[header.start].number,
            last: rows[header.end - 1].number,
        };
        let title = match self.title() {
            Localised::Same(title) => title,
            Localised::Empty | Localised::Each(_) => String::new(),
        };
        let title = Decided {
            what: What::Title(title),
            is_sure: !self.above().is_empty(),
        };
        vec![Decided::sure(header), title]
    }

    /// The text at which the table ends, and its row: one that stands nowhere in it.
    pub fn until(&self) -> Option<(u32, String)> {
        let end = self.shape.end?;
        let texts = (0..self.looked.width).map(|column| self.looked.text(end, column));
        let rows = self.shape.body.clone();
        let within = |text: &String| {
            let mut cells = rows
                .clone()
                .flat_map(|row| (0..self.looked.width).map(move |column| (row, column)));
            cells.any(|(row, column)| self.looked.text(row, column) == *text)
        };
        let text = texts
            .into_iter()
            .find(|text| !text.is_empty() && !within(text))?;
        Some((self.looked.rows[end].number, text))
    }
}
