//! The cells of a table → what in them somebody may not want to be known.
//!
//! A column that is called so holds phone numbers even where a spreadsheet took their zeros away; a
//! column that the declaration calls public is left alone.

use super::{Sheet, Value, left_out};
use crate::data::declaration::{Declaration, Findings};
use crate::data::model::Kind;
use crate::personal::{self, Sighting, What};
use std::collections::BTreeSet;

/// What is seen in a sheet, cell by cell.
pub(super) struct Seen<'sheet> {
    sheet: &'sheet Sheet,
    /// What each column announces.
    announced: Vec<Option<What>>,
    public: BTreeSet<usize>,
    found: Vec<Sighting>,
}

/// The columns of a table of contacts by which they are reached.
const CALLED: [&str; 3] = ["phone", "email", "telegram"];

/// A shorter text holds no number of somebody's.
const SHORTEST: usize = 7;

impl<'sheet> Seen<'sheet> {
    pub fn of(sheet: &'sheet Sheet, declaration: &Declaration, findings: &mut Findings) -> Self {
        let mut public = left_out::named("public", &declaration.rules.public, sheet, &[], findings);
        if declaration.kind() == Kind::Contacts {
            let called = CALLED.map(|name| declaration.header_of(name));
            let headers = sheet.headers.iter().enumerate();
            let called = headers.filter(|(_, header)| called.contains(&header.as_str()));
            public.extend(called.map(|(column, _)| column));
        }
        let headers = sheet.headers.iter();
        Seen {
            announced: headers.map(|header| personal::announced(header)).collect(),
            public,
            sheet,
            found: Vec::new(),
        }
    }

    /// Looks at the text of a cell.
    pub fn look(&mut self, row: u32, column: usize, text: &str) {
        let is_known = self.public.contains(&column) || self.is_announced(column);
        if text.len() < SHORTEST || is_known {
            return;
        }
        personal::look(text, |what, range| {
            self.found
                .push(sighting(self.sheet, row, column, what, &text[range]));
        });
    }

    fn is_announced(&self, column: usize) -> bool {
        self.announced.get(column).is_some_and(Option::is_some)
    }

    /// All that was seen, with the cells of the columns that announce such numbers.
    pub fn all(self) -> Vec<Sighting> {
        let mut found = self.found;
        let announced = self.announced.iter().enumerate();
        let announced = announced.filter_map(|(column, what)| Some((column, (*what)?)));
        let announced: Vec<(usize, What)> = announced
            .filter(|(column, _)| !self.public.contains(column))
            .collect();
        if announced.is_empty() {
            return found;
        }
        for row in self.sheet.rows.iter() {
            for (column, what) in &announced {
                let read = match row.cells.get(*column) {
                    Some(Value::Text(text)) => text.typed().to_owned(),
                    Some(Value::Number(number)) => number.normalize().to_string(),
                    _ => continue,
                };
                if personal::is_announced(*what, &read) {
                    found.push(sighting(self.sheet, row.number, *column, *what, &read));
                }
            }
        }
        found
    }
}

fn sighting(sheet: &Sheet, row: u32, column: usize, what: What, read: &str) -> Sighting {
    Sighting::new(what, read, sheet.cell_place(row, column).place(None))
}
