//! Rows that have one code, where a code names its row.

use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{CellPlace, Place, Table, TableCell};
use crate::diagnostic::{codes, diagnostic, list};
use std::collections::BTreeMap;

/// One diagnostic for each code that stands in several rows.
pub(super) fn of_places(places: &[Place], _: &Declaration, findings: &mut Findings) {
    let mut rows: BTreeMap<&str, Vec<&CellPlace>> = BTreeMap::new();
    for place in places {
        rows.entry(&place.code).or_default().push(&place.cell);
    }
    for (code, cells) in rows {
        if cells.len() > 1 {
            findings.push(diagnostic!(
                codes::data::REPEATED_CODE,
                cells[1].place(None),
                code = code,
                toml = &findings.toml,
                rows = list(cells.iter().map(|cell| cell.row))
            ));
        }
    }
}

/// A column `id` or `code` names its rows, so no value may stand twice.
pub(super) fn of_table(table: &Table, _: &Declaration, findings: &mut Findings) {
    let Some(column) = table.key() else {
        return;
    };
    let mut rows: BTreeMap<&str, Vec<&CellPlace>> = BTreeMap::new();
    for row in &table.rows {
        if let TableCell::Text(id) = &row.cells[column] {
            rows.entry(id).or_default().push(&row.cell);
        }
    }
    for (id, cells) in rows {
        if cells.len() > 1 {
            let second = cells[1].at_column(table.columns[column].position);
            findings.push(diagnostic!(
                codes::data::REPEATED_CODE,
                second.place(None),
                code = id,
                toml = &findings.toml,
                rows = list(cells.iter().map(|cell| cell.row))
            ));
        }
    }
}
