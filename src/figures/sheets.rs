//! A table → the pieces in which it is read: years that are folded, and parts of parts.
//!
//! What is folded on a page is all there on paper.

use super::budget_table::BudgetTable;

/// A piece of a table: some of its columns and rows, by their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What it is folded under; nothing if it stands open.
    pub under: Option<String>,
    pub columns: Vec<usize>,
    pub rows: Vec<usize>,
}

/// More columns than these of several years are parted by year.
const MOST_COLUMNS: usize = 4;

/// More rows than these are folded.
const MOST_ROWS: usize = 16;

/// How many rows stand open at least, if deeper ones are folded.
const FEWEST_OPEN: usize = 3;

/// The table by years, the newest first, if it is too wide to be read at a glance; a single row is a list of
/// years already.
pub fn by_year(table: &BudgetTable) -> Vec<Sheet> {
    let all = Sheet {
        under: None,
        columns: (0..table.columns.len()).collect(),
        rows: (0..table.rows.len()).collect(),
    };
    let year = |column: &usize| {
        table.columns[*column]
            .of
            .as_ref()
            .map(|of| of.period.year())
    };
    let mut sheets: Vec<Sheet> = all
        .columns
        .chunk_by(|one, next| year(one) == year(next))
        .map(|columns| Sheet {
            under: columns.first().and_then(|column| {
                let of = table.columns[*column].of.as_ref();
                of.map(|of| of.year_text.clone())
            }),
            columns: columns.to_vec(),
            rows: all.rows.clone(),
        })
        .collect();
    let is_wide = all.columns.len() > MOST_COLUMNS && all.rows.len() > 1;
    if !is_wide || sheets.len() < 2 || sheets.len() == all.columns.len() {
        return vec![all];
    }
    sheets.reverse();
    sheets
}

/// The same for a page: only the newest year stands open, and of a long table only its upper rows, with the
/// parts of each one folded below.
pub fn folded(table: &BudgetTable) -> Vec<Sheet> {
    let mut years = by_year(table).into_iter();
    let newest = years.next();
    let mut sheets: Vec<Sheet> = newest
        .into_iter()
        .flat_map(|newest| {
            let open = Sheet {
                under: None,
                ..newest
            };
            parts(table, open)
        })
        .collect();
    sheets.extend(years);
    sheets
}

fn parts(table: &BudgetTable, sheet: Sheet) -> Vec<Sheet> {
    if sheet.rows.len() <= MOST_ROWS {
        return vec![sheet];
    }
    let deepest = table.rows.iter().map(|row| row.depth).max().unwrap_or(0);
    let at_most = |depth: usize| table.rows.iter().filter(|row| row.depth <= depth).count();
    let open = (0..deepest).find(|depth| at_most(*depth) >= FEWEST_OPEN);
    let Some(open) = open else {
        return vec![sheet];
    };
    let (mut above, mut below) = (Vec::new(), Vec::<Sheet>::new());
    for (at, row) in table.rows.iter().enumerate() {
        if row.depth <= open {
            above.push(at);
            continue;
        }
        // The row that the parts are of begins their piece; it is the last open one.
        let whole = above.last().copied().unwrap_or(at);
        match below.last_mut() {
            Some(piece) if piece.rows.first() == Some(&whole) => piece.rows.push(at),
            _ => below.push(Sheet {
                under: Some(table.rows[whole].label.clone()),
                columns: sheet.columns.clone(),
                rows: vec![whole, at],
            }),
        }
    }
    let open = Sheet {
        rows: above,
        ..sheet
    };
    std::iter::once(open).chain(below).collect()
}
