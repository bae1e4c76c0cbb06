//! Rows → which of them name the columns, which hold the table, and which follow it.

use super::looks::{Look, look};
use super::words;
use crate::data::read::{Formats, RawRows, Row, Value, values};
use std::ops::Range;

/// How far down a table is looked for.
const ROWS_ABOVE: usize = 60;
/// The most rows of names.
const LINES: usize = 3;

/// Where a table stands; rows by their index.
#[derive(Debug)]
pub(super) struct Shape {
    pub header: Range<usize>,
    /// From the first row of the table to behind its last.
    pub body: Range<usize>,
    /// Rows of the body that only number the columns, or name them again.
    pub passed: Vec<usize>,
    /// The name of each column, from all rows of names.
    pub names: Vec<String>,
    /// The first row behind the table in which something stands.
    pub end: Option<usize>,
}

/// The rows of a file with what each cell looks like.
pub(super) struct Looked {
    pub rows: Vec<Row>,
    pub looks: Vec<Vec<Look>>,
    pub merged: Vec<((u32, u32), (u32, u32))>,
    pub width: usize,
    formats: Formats,
}

impl Looked {
    pub fn of(raw: RawRows) -> Looked {
        let rows = match raw.rows.kept() {
            crate::data::read::Rows::Kept(rows) => rows,
            crate::data::read::Rows::Written(_) => Vec::new(),
        };
        let looks: Vec<Vec<Look>> = rows
            .iter()
            .map(|row| row.cells.iter().map(look).collect())
            .collect();
        Looked {
            width: looks.iter().map(Vec::len).max().unwrap_or(0),
            rows,
            looks,
            merged: raw.merged,
            formats: raw.formats,
        }
    }

    pub fn look(&self, row: usize, column: usize) -> Look {
        self.looks[row].get(column).copied().unwrap_or(Look::Blank)
    }

    /// What a cell says, as a text.
    pub fn text(&self, row: usize, column: usize) -> String {
        let value = self.rows[row].cells.get(column);
        let text = value.and_then(|value| values::text(value).ok().flatten());
        text.map_or_else(String::new, std::borrow::Cow::into_owned)
    }

    pub fn value(&self, row: usize, column: usize) -> &Value {
        self.rows[row].cells.get(column).unwrap_or(&Value::Empty)
    }

    /// How far a text is moved to the right: by spaces before it, or by the form of its cell.
    pub fn indent(&self, row: usize, column: usize) -> usize {
        let Value::Text(text) = self.value(row, column) else {
            return 0;
        };
        let number = u32::try_from(column).unwrap_or(u32::MAX);
        let steps = self.formats.indent_at(self.rows[row].number, number);
        text.indent().saturating_add(steps.into())
    }

    fn filled(&self, row: usize) -> usize {
        self.looks[row]
            .iter()
            .filter(|look| **look != Look::Blank)
            .count()
    }

    /// How many of its cells look like figures.
    fn figures(&self, row: usize) -> usize {
        let is_figure = |look: &&Look| matches!(look, Look::Figure | Look::Percent);
        self.looks[row].iter().filter(is_figure).count()
    }

    /// Whether the row only counts its cells: `1 2 3`, `(1) (2) (3)`.
    fn is_numbering(&self, row: usize) -> bool {
        let texts = (0..self.looks[row].len()).map(|column| self.text(row, column));
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        let number = |text: &String| {
            let plain = crate::khmer::number::to_latin_digits(text);
            plain.trim_matches(['(', ')', '.']).parse::<u32>().ok()
        };
        let numbers: Option<Vec<u32>> = texts.iter().map(number).collect();
        let counts = |numbers: &[u32]| {
            numbers.len() > 2 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
        };
        numbers.is_some_and(|numbers| numbers[0] <= 1 && counts(&numbers))
    }

    /// Whether a row could name columns: texts and years beside each other.
    fn names(&self, row: usize) -> bool {
        let is_name = |look: &Look| matches!(look, Look::Blank | Look::Text | Look::Year(_));
        self.filled(row) > 1 && self.looks[row].iter().all(is_name)
    }

    /// Whether a row holds a figure and something else, as the rows of a table of figures do.
    fn is_of_table(&self, row: usize) -> bool {
        self.figures(row) > 0 && self.filled(row) > 1 && !self.is_numbering(row)
    }
}

/// Finds the table; nothing if there is none.
pub(super) fn shape(looked: &Looked) -> Option<Shape> {
    let rows = looked.rows.len();
    let named = |first: usize| {
        let above = (first.saturating_sub(10)..first).rev();
        above
            .take_while(|row| {
                looked.filled(*row) > 0 && looked.figures(*row) == 0 || looked.is_numbering(*row)
            })
            .find(|row| looked.names(*row) && !looked.is_numbering(*row))
    };
    let tables = (0..rows.min(ROWS_ABOVE)).filter(|row| looked.is_of_table(*row));
    let found = tables
        .filter_map(|first| Some((first, named(first)?)))
        .next();
    // A table without figures has its names above its first row all the same.
    let (first, last_name, has_figures) = match found {
        Some((first, name)) => (first, name, true),
        None => {
            let names =
                |row: &usize| looked.names(*row) && row + 1 < rows && looked.filled(row + 1) > 1;
            let name = (0..rows.min(ROWS_ABOVE)).find(names)?;
            (name + 1, name, false)
        }
    };
    let header = first_line(looked, last_name)..last_name + 1;
    let is_row = |row: &usize| match has_figures {
        true => looked.is_of_table(*row),
        false => looked.filled(*row) > 1,
    };
    let last = (first..rows).rev().find(is_row)?;
    // Signatures hold dates and figures too, below a row of texts; what has fewer figures than half of
    // the table's rows and stands far from them is none of it.
    let body = header.end..last + 1;
    let names_again = |row: usize| {
        (header.start..header.end).any(|name| {
            looked.filled(row) > 1
                && (0..looked.width)
                    .all(|column| looked.text(row, column) == looked.text(name, column))
        })
    };
    let passed = body
        .clone()
        .filter(|row| looked.is_numbering(*row) || names_again(*row));
    let passed = passed.collect();
    Some(Shape {
        names: names(looked, &header),
        end: (body.end..rows).find(|row| looked.filled(*row) > 0),
        header,
        body,
        passed,
    })
}

/// The first of the rows that name the columns together with this one.
fn first_line(looked: &Looked, last: usize) -> usize {
    let mut first = last;
    while first > 0 && last - first + 1 < LINES && names_more(looked, first - 1, first) {
        first -= 1;
    }
    first
}

/// Whether a row says more of the columns below it: it stands right above, holds several names or one
/// that is not the title's, and the row below repeats itself or leaves names out.
fn names_more(looked: &Looked, row: usize, below: usize) -> bool {
    let is_next = looked.rows[row].number + 1 == looked.rows[below].number;
    let filled: Vec<usize> = (0..looked.width)
        .filter(|column| looked.look(row, *column) != Look::Blank)
        .collect();
    let Some(first) = filled
        .first()
        .filter(|_| is_next && looked.figures(row) == 0)
    else {
        return false;
    };
    let texts: Vec<String> = (0..looked.width)
        .map(|column| looked.text(below, column))
        .collect();
    let is_blank_below = |column: &&usize| texts[**column].is_empty();
    let fills = filled.iter().filter(is_blank_below).count();
    let mut said: Vec<&String> = texts.iter().filter(|text| !text.is_empty()).collect();
    let all = said.len();
    said.sort();
    said.dedup();
    let repeats = said.len() < all;
    let says = |column: &usize| {
        let text = looked.text(row, *column);
        words::year(&text).is_some()
            || words::phase(&text).is_some()
            || words::direction(&text).is_some()
    };
    // A title stands alone at the left, whatever it says.
    let is_title = filled.len() == 1 && *first == 0;
    !is_title && (fills > 0 && filled.len() > 1 || repeats || filled.iter().any(says))
}

/// The names of the columns: what stands above each other is one name, and what is merged across, or
/// stands before blanks whose columns have a name below, is said of each of them.
fn names(looked: &Looked, header: &Range<usize>) -> Vec<String> {
    let mut names: Vec<Vec<String>> = vec![Vec::new(); looked.width];
    for line in header.clone() {
        let is_last = line + 1 == header.end;
        let mut across = String::new();
        for (column, name) in names.iter_mut().enumerate() {
            let own = looked.text(line, column);
            if !own.is_empty() {
                across.clone_from(&own);
                add(name, own);
                continue;
            }
            let number = looked.rows[line].number;
            let merged = looked.merged.iter().find(|((top, left), (bottom, right))| {
                (*top..=*bottom).contains(&number)
                    && (*left as usize..=*right as usize).contains(&column)
            });
            if let Some(((top, left), _)) = merged {
                let above = looked.rows.binary_search_by_key(top, |row| row.number);
                if let Ok(above) = above {
                    add(name, looked.text(above, *left as usize));
                }
                continue;
            }
            let has_name_below =
                (line + 1..header.end).any(|below| !looked.text(below, column).is_empty());
            if !is_last && has_name_below && !across.is_empty() {
                add(name, across.clone());
            }
        }
    }
    names.into_iter().map(|parts| parts.join(" ")).collect()
}

fn add(name: &mut Vec<String>, part: String) {
    if !part.is_empty() && name.last() != Some(&part) {
        name.push(part);
    }
}
