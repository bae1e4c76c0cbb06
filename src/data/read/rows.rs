//! The rows of a file: those of a workbook are kept, those of a text are read again each time they
//! are asked for, since all their cells together take many times the memory of the text.

use super::cell::{Text, Value};
use super::sheet::Row;
use super::tally::Tally;
use crate::data::model::unguarded;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

/// Rows, in the order of the file.
#[derive(Debug)]
pub(crate) enum Rows {
    Kept(Vec<Row>),
    Written(Written),
}

/// Rows that stand in a text.
#[derive(Debug)]
pub(crate) struct Written {
    pub text: String,
    form: Form,
    /// Which of them are the table; all, while nobody knows.
    table: Option<Extent>,
    count: usize,
}

/// How cells stand in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    pub delimiter: u8,
    /// Whether those that begin like a formula have an apostrophe before them that is no part of them.
    pub guarded: bool,
}

/// Which part of a file is the table under a header.
#[derive(Debug, Clone)]
pub(crate) struct Extent {
    pub header_row: u32,
    pub last_row: u32,
    pub skipped: BTreeSet<u32>,
    pub first_column: u32,
    pub last_column: Option<u32>,
    /// As many as there are headers.
    pub columns: usize,
    /// Whether a row shorter than the header is a mistake: so in a CSV file, not in a workbook.
    pub rows_have_a_length: bool,
}

/// What a row of a file is to the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// One of its rows.
    Row,
    /// It stands outside, or is blank.
    None,
    /// Something stands beyond the columns, last in this one.
    Outside { column: usize },
    /// It has so many cells, more or fewer than the header.
    Ragged { cells: usize, column: usize },
}

impl Extent {
    /// The columns of the table in a row of so many cells.
    pub fn kept(&self, cells: usize) -> Range<usize> {
        let last = self.last_column;
        let end = last.map_or(cells, |last| (last as usize + 1).min(cells));
        (self.first_column as usize).min(end)..end
    }

    /// What a row of so many cells is.
    fn standing(&self, row: u32, cells: usize, is_blank: impl Fn(usize) -> bool) -> Standing {
        if row <= self.header_row || row > self.last_row || self.skipped.contains(&row) {
            return Standing::None;
        }
        let kept = self.kept(cells);
        if kept.clone().all(&is_blank) {
            return Standing::None;
        }
        let written = kept.len();
        let mut length = written;
        while length > self.columns && is_blank(kept.start + length - 1) {
            length -= 1;
        }
        let is_outside = length > self.columns;
        if is_outside && !self.rows_have_a_length {
            return Standing::Outside { column: length - 1 };
        }
        if is_outside || (self.rows_have_a_length && written < self.columns) {
            return Standing::Ragged {
                cells: written,
                column: length.min(self.columns),
            };
        }
        Standing::Row
    }
}

impl Rows {
    pub fn written(text: String, form: Form, count: usize) -> Rows {
        Rows::Written(Written {
            text,
            form,
            table: None,
            count,
        })
    }

    /// The same, all in memory.
    pub fn kept(self) -> Rows {
        match self {
            Rows::Kept(_) => self,
            Rows::Written(written) => Rows::Kept(written.rows().collect()),
        }
    }

    /// Keeps them all in memory, to change them.
    pub fn keep(&mut self) -> &mut Vec<Row> {
        let rows = std::mem::replace(self, Rows::Kept(Vec::new())).kept();
        *self = rows;
        match self {
            Rows::Kept(rows) => rows,
            Rows::Written(_) => unreachable!("they were just kept"),
        }
    }

    /// Whether a number of so many digits may stand in a cell of them.
    pub fn may_hold_numbers_of(&self, digits: usize) -> bool {
        let Rows::Written(written) = self else {
            return true;
        };
        let is_as_long = |cell: &str| {
            cell.len() >= digits && cell.chars().filter(|c| c.is_numeric()).count() >= digits
        };
        let mut found = false;
        written.each(|_, cells| {
            for cell in cells {
                found |= is_as_long(cell);
            }
        });
        found
    }

    pub fn len(&self) -> usize {
        match self {
            Rows::Kept(rows) => rows.len(),
            Rows::Written(written) => written.count,
        }
    }

    pub fn iter(&self) -> Box<dyn Iterator<Item = Cow<'_, Row>> + '_> {
        match self {
            Rows::Kept(rows) => Box::new(rows.iter().map(Cow::Borrowed)),
            Rows::Written(written) => Box::new(written.rows().map(Cow::Owned)),
        }
    }

    /// The rows of the table, each as long as the header; of those that can be none, `tell` is told
    /// their number, what they are and the value outside.
    pub fn of_table(
        self,
        table: Extent,
        tally: &mut Tally,
        mut tell: impl FnMut(u32, Standing, &Value),
    ) -> Rows {
        match self {
            Rows::Kept(mut rows) => {
                rows.retain_mut(|row| {
                    let is_blank = |column: usize| row.cells[column] == Value::Empty;
                    let standing = table.standing(row.number, row.cells.len(), is_blank);
                    let kept = table.kept(row.cells.len());
                    row.cells.truncate(kept.end);
                    row.cells.drain(..kept.start);
                    let filled = row.cells.iter().map(|cell| *cell != Value::Empty);
                    tally.within(standing, filled);
                    match standing {
                        Standing::Row => {
                            row.cells.resize(table.columns, Value::Empty);
                            row.cells.shrink_to_fit();
                        }
                        Standing::None => {}
                        Standing::Outside { column } => {
                            tell(row.number, standing, &row.cells[column]);
                        }
                        Standing::Ragged { .. } => tell(row.number, standing, &Value::Empty),
                    }
                    standing == Standing::Row
                });
                Rows::Kept(rows)
            }
            Rows::Written(mut written) => {
                written.count = 0;
                let mut records = Records::of(&written.text, written.form);
                while let Ok(Some(number)) = records.next() {
                    let filled = || records.record.iter().map(|cell| !is_blank(cell));
                    let standing = records.standing(number, &table);
                    let kept = table.kept(records.record.len());
                    tally.outside(&table, number, records.record.len(), filled());
                    tally.within(standing, filled().skip(kept.start).take(kept.len()));
                    match standing {
                        Standing::None => {}
                        Standing::Row => written.count += 1,
                        standing => tell(number, standing, &Value::Empty),
                    }
                }
                written.table = Some(table);
                Rows::Written(written)
            }
        }
    }

    /// Looks at the texts of the table's cells, with row and column. Those of digits alone, in which
    /// nothing is spelled, may be left out, unless they are as long as a phone number and begin like one.
    pub fn each_text(&self, mut look: impl FnMut(u32, usize, &Text)) {
        let mut look_at = |row: u32, column: usize, value: &Value| {
            if let Value::Text(text) = value {
                look(row, column, text);
            }
        };
        match self {
            Rows::Kept(rows) => {
                for row in rows {
                    for (column, value) in row.cells.iter().enumerate() {
                        look_at(row.number, column, value);
                    }
                }
            }
            Rows::Written(written) => {
                let is_digits = |cell: &str| {
                    let may_be_phone = cell.len() > 8 && cell.starts_with('0');
                    !may_be_phone && cell.bytes().all(|byte| byte.is_ascii_digit())
                };
                written.each(|number, cells| {
                    for (column, cell) in cells.enumerate() {
                        if !is_digits(cell) {
                            look_at(number, column, &Value::written(cell));
                        }
                    }
                });
            }
        }
    }
}

impl Written {
    fn rows(&self) -> impl Iterator<Item = Row> {
        let mut records = Records::of(&self.text, self.form);
        std::iter::from_fn(move || {
            loop {
                let number = records.next().ok()??;
                let Some(table) = &self.table else {
                    let cells = records.record.iter().map(Value::written).collect();
                    return Some(Row { number, cells });
                };
                if records.standing(number, table) == Standing::Row {
                    let mut cells = Vec::with_capacity(table.columns);
                    cells.extend(records.cells(table).map(Value::written));
                    cells.resize(table.columns, Value::Empty);
                    return Some(Row { number, cells });
                }
            }
        })
    }

    /// Each row of the table, as it is written.
    fn each(&self, mut look: impl FnMut(u32, &mut dyn Iterator<Item = &str>)) {
        let mut records = Records::of(&self.text, self.form);
        let Some(table) = &self.table else { return };
        while let Ok(Some(number)) = records.next() {
            if records.standing(number, table) == Standing::Row {
                look(number, &mut records.cells(table));
            }
        }
    }
}

/// The records of a text, numbered as a spreadsheet would number its rows.
pub(super) struct Records<'text> {
    reader: csv::Reader<&'text [u8]>,
    pub record: csv::StringRecord,
    guarded: bool,
    number: u64,
    line: u64,
}

impl<'text> Records<'text> {
    pub fn of(text: &'text str, form: Form) -> Records<'text> {
        Records {
            reader: csv::ReaderBuilder::new()
                .delimiter(form.delimiter)
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes()),
            record: csv::StringRecord::new(),
            guarded: form.guarded,
            number: 0,
            line: 1,
        }
    }

    /// Goes on to the next record, if there is one, and gives its row's number.
    pub fn next(&mut self) -> Result<Option<u32>, csv::Error> {
        if !self.reader.read_record(&mut self.record)? {
            return Ok(None);
        }
        let next_line = self.reader.position().line();
        // Blank lines are rows in a spreadsheet, and line breaks inside quotes are not.
        let breaks = match next_line - self.line {
            // As nearly all have it.
            1 => 0,
            _ => memchr::memchr_iter(b'\n', self.record.as_slice().as_bytes()).count() as u64,
        };
        self.number += 1 + (next_line - self.line).saturating_sub(1 + breaks);
        self.line = next_line;
        if self.guarded && memchr::memchr(b'\'', self.record.as_slice().as_bytes()).is_some() {
            self.record = self.record.iter().map(unguarded).collect();
        }
        Ok(Some(u32::try_from(self.number).unwrap_or(u32::MAX)))
    }

    fn standing(&self, number: u32, table: &Extent) -> Standing {
        let is_blank = |column: usize| self.record.get(column).is_none_or(is_blank);
        table.standing(number, self.record.len(), is_blank)
    }

    /// The cells of the table's columns.
    fn cells(&self, table: &Extent) -> impl Iterator<Item = &str> {
        let kept = table.kept(self.record.len());
        let cells = self.record.iter().skip(kept.start);
        cells.take(kept.len().min(table.columns))
    }
}

/// Whether there is nothing in a cell in which this is written.
pub(super) fn is_blank(cell: &str) -> bool {
    match cell.as_bytes() {
        [] => true,
        [first, ..] if first.is_ascii_graphic() => false,
        _ => Value::written(cell) == Value::Empty,
    }
}

#[cfg(test)]
impl From<u8> for Form {
    fn from(delimiter: u8) -> Form {
        Form {
            delimiter,
            guarded: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(rows: &Rows) -> Vec<String> {
        let rows = rows.iter();
        rows.map(|row| {
            let cells: Vec<&str> = row.cells.iter().map(Value::text).collect();
            format!("{} {}", row.number, cells.join("|"))
        })
        .collect()
    }

    #[test]
    fn rows_of_a_text_are_those_that_would_be_kept() {
        let text = "title\n\na,b,,\n1,2,,\n,,\n\"x\ny\",\u{200b},,\n \u{a0},3,,4\n5\n6,7\n";
        for rows_have_a_length in [true, false] {
            let table = Extent {
                header_row: 3,
                last_row: 9,
                skipped: BTreeSet::from([4]),
                first_column: 0,
                last_column: None,
                columns: 2,
                rows_have_a_length,
            };
            let of_table = |rows: Rows| {
                let mut told = Vec::new();
                let rows =
                    rows.of_table(table.clone(), &mut Tally::default(), |row, standing, _| {
                        told.push((row, standing));
                    });
                (drawn(&rows), rows.len(), told)
            };
            let written = of_table(Rows::written(text.to_owned(), b','.into(), 0));
            assert_eq!(
                written,
                of_table(Rows::written(text.to_owned(), b','.into(), 0).kept())
            );
            let fourth = match rows_have_a_length {
                true => Standing::Ragged {
                    cells: 4,
                    column: 2,
                },
                false => Standing::Outside { column: 3 },
            };
            assert_eq!(written.2[0], (7, fourth));
        }
    }

    #[test]
    fn a_long_number_is_one_that_stands_in_a_cell() {
        for (text, is_there) in [
            ("a,b\n1,2\n", false),
            ("a,b\n1234567,8901234\n", false),
            ("a,b\n1,333333.33333333\n", true),
            ("a,b\n1,\"333 333,33333333\"\n", true),
            ("a,b\n1,\u{17e3}\u{17e3}\u{17e3}\u{17e3}\u{17e3}\n", false),
        ] {
            let table = Extent {
                header_row: 1,
                last_row: u32::MAX,
                skipped: BTreeSet::new(),
                first_column: 0,
                last_column: None,
                columns: 2,
                rows_have_a_length: true,
            };
            let rows = Rows::written(text.to_owned(), b','.into(), 0).of_table(
                table,
                &mut Tally::default(),
                |_, _, _| {},
            );
            assert_eq!(rows.may_hold_numbers_of(14), is_there, "{text}");
        }
    }

    #[test]
    fn rows_are_numbered_as_in_a_spreadsheet() {
        for end in ["\n", "\r\n"] {
            let text = "a\n\n\n\"b\nc\",d\n\ne\n".replace('\n', end);
            let rows = Rows::written(text, b','.into(), 0);
            assert_eq!(drawn(&rows), ["1 a", "4 b c|d", "6 e"], "{end:?}");
        }
    }
}
