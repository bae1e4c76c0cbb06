//! `budget_chart`: the parts of a budget as bars, and the same figures as a table.

use super::{Body, Chart, Component, Exhibit, chosen};
use crate::chart;
use crate::figures::{BudgetTable, RowKind, TableRow};

pub(super) static COMPONENT: Component = Component {
    name: "budget_chart",
    arguments: chosen::CHOICE,
    body: Body::None,
    in_line: false,
    resolve: |call| {
        let figures = chosen::table(call)?;
        let bars = bars_of(&figures.table);
        let described: Vec<String> = bars
            .iter()
            .map(|bar| format!("{} {}", bar.label, bar.text))
            .collect();
        Ok(Exhibit::Chart(Box::new(Chart {
            description: described.join(" · "),
            chart: chart::bars(&bars),
            figures,
        })))
    },
};

/// The parts of a table's total as bars: of its newest column, the rows nearest to the total.
fn bars_of(table: &BudgetTable) -> Vec<chart::Bar> {
    let is_part = |row: &&TableRow| {
        matches!(
            row.kind,
            RowKind::Line | RowKind::Subtotal | RowKind::NotItemised
        ) && row.cells.last().is_some_and(|cell| cell.amount.is_some())
    };
    let depth = table.rows.iter().filter(is_part).map(|row| row.depth).min();
    table
        .rows
        .iter()
        .filter(is_part)
        .filter(|row| Some(row.depth) == depth)
        .filter_map(|row| {
            let cell = row.cells.last()?;
            let amount = cell.amount?;
            // Parts that add up to more than the total are no part of it.
            let shown = row.kind != RowKind::NotItemised || !amount.is_negative();
            shown.then(|| chart::Bar {
                label: row.label.clone(),
                value: Some(amount.value()),
                text: cell.text.clone(),
            })
        })
        .collect()
}
