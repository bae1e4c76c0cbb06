//! Codes of places that no table of places has.

use crate::data::declaration::Findings;
use crate::data::model::{CellPlace, Gazetteer, Refers, Schema, Table, TableCell, lost_zero};
use crate::diagnostic::{Candidates, codes, diagnostic};
use std::cell::LazyCell;
use std::collections::BTreeMap;

/// One diagnostic for each code in a column that names places, by the schema of the table's kind;
/// none while the campaign has no places.
pub(crate) fn check(
    table: &Table,
    schema: &Schema,
    gazetteer: &Gazetteer,
    findings: &mut Findings,
) {
    if gazetteer.is_empty() {
        return;
    }
    let near = LazyCell::new(|| Candidates::codes(gazetteer.codes()));
    for (at, column) in table.columns.iter().enumerate() {
        let field = schema.field(&column.name);
        if field.is_none_or(|field| field.refers != Refers::Places) {
            continue;
        }
        let mut unknown: BTreeMap<&str, (CellPlace, usize)> = BTreeMap::new();
        for row in &table.rows {
            let TableCell::Text(code) = &row.cells[at] else {
                continue;
            };
            if !gazetteer.knows(code) {
                let cell = || row.cell.at_column(column.position);
                unknown.entry(code).or_insert_with(|| (cell(), 0)).1 += 1;
            }
        }
        for (code, (cell, count)) in unknown {
            let problem = diagnostic!(
                codes::data::UNKNOWN_PLACE,
                cell.place(None),
                read = code,
                count = count
            );
            findings.push(match lost_zero(code, |code| gazetteer.knows(code)) {
                Some(meant) => problem.which_means(meant),
                None => problem.did_you_mean(code, &near),
            });
        }
    }
}
