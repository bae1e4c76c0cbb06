//! The cells of several figures, as messages name them.

use crate::data::model::BudgetLine;

/// `F3–F6, F9`: the parts' cells, neighbours under each other joined.
pub(super) fn cells(lines: &[&BudgetLine]) -> String {
    let mut cells: Vec<(u32, u32, String)> = lines
        .iter()
        .map(|line| {
            let cell = line.cell();
            (cell.column, cell.row, cell.to_string())
        })
        .collect();
    cells.sort();
    let mut out: Vec<(u32, u32, u32, String, String)> = Vec::new();
    for (column, row, name) in cells {
        match out.last_mut() {
            Some(run) if run.0 == column && run.2 + 1 == row => {
                run.2 = row;
                run.4 = name;
            }
            _ => out.push((column, row, row, name.clone(), name)),
        }
    }
    let runs: Vec<String> = out
        .into_iter()
        .map(|(_, first_row, last_row, first, last)| {
            if first_row == last_row {
                first
            } else {
                format!("{first}–{last}")
            }
        })
        .collect();
    runs.join(", ")
}
