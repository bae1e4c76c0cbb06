//! Figures that a text shows → blocks of a leaflet.

use super::super::document::{
    Adjusted, Adjustment, BudgetChart, BudgetTable, Card, Cards, LeafletBlock, Measure, TableRow,
};
use super::Composer;
use crate::chart;
use crate::figures::{self, Sheet, by_year};
use crate::site::component;

impl Composer<'_> {
    pub(super) fn chart(&self, shown: &component::Chart) -> LeafletBlock {
        let drawing = &shown.drawing;
        let rows = drawing.rows.iter().map(|row| chart::Row {
            label: self.set(&row.label),
            text: self.set(&row.text),
            ..row.clone()
        });
        let table = &shown.figures.table;
        let mut chart = BudgetChart {
            title: self.set(&table.title),
            description: shown.description.clone(),
            rows: rows.collect(),
            table: self.budget_table(table, &by_year(table)[0]),
        };
        let unknown = shown.unknown.iter().map(|unknown| self.set(unknown));
        if !drawing.wants_table {
            chart.table.notes.splice(0..0, unknown);
            return LeafletBlock::BudgetChart(chart);
        }
        // What stands below both stands below the table.
        chart.table.adjusted = Box::default();
        chart.table.notes = unknown.collect();
        chart.table.sources.clear();
        chart.table.synthetic.clear();
        LeafletBlock::Group {
            blocks: vec![
                LeafletBlock::BudgetChart(chart),
                self.table_of_figures(table),
            ],
        }
    }

    /// A table, or one for each of its years if it is wide; nothing is folded on paper.
    pub(super) fn table_of_figures(&self, table: &figures::BudgetTable) -> LeafletBlock {
        let sheets = by_year(table);
        let last = sheets.len() - 1;
        let tables = sheets.iter().enumerate().map(|(at, sheet)| {
            let mut own = self.budget_table(table, sheet);
            if let Some(under) = &sheet.under {
                own.caption = self.set(&format!("{} – {under}", table.title));
            }
            if at < last {
                own.adjusted = Box::default();
                own.notes.clear();
                own.sources.clear();
                own.synthetic.clear();
            }
            LeafletBlock::BudgetTable(own)
        });
        let mut tables: Vec<LeafletBlock> = tables.collect();
        match tables.len() {
            1 => tables.remove(0),
            _ => LeafletBlock::Group { blocks: tables },
        }
    }

    pub(super) fn cards(&self, cards: &figures::Cards) -> Cards {
        let each = cards.cards.iter().map(|card| Card {
            title: self.set(&card.title),
            text: self.set(&card.text),
            lines: card
                .lines
                .iter()
                .map(|line| (self.set(&line.label), self.set(&line.text)))
                .collect(),
        });
        Cards {
            title: self.set(&cards.title),
            cards: each.collect(),
            notes: Vec::new(),
            sources: self.citations(&cards.sources),
            synthetic: self.synthetic(cards.synthetic),
        }
    }

    fn budget_table(&self, table: &figures::BudgetTable, sheet: &Sheet) -> BudgetTable {
        let heads = sheet.columns.iter().map(|at| &table.columns[*at].label);
        let rows = sheet.rows.iter().map(|row| &table.rows[*row]);
        BudgetTable {
            caption: self.set(&table.title),
            unit: self.set(&table.unit),
            head: std::iter::once(&table.first)
                .chain(heads)
                .map(|head| self.set(head))
                .collect(),
            rows: rows
                .map(|row| TableRow {
                    label: self.set(&row.label),
                    depth: row.depth,
                    kind: row.kind.word().to_owned(),
                    cells: sheet
                        .columns
                        .iter()
                        .map(|at| row.cells[*at].text.clone())
                        .collect(),
                })
                .collect(),
            adjusted: Box::new(self.adjusted(&table.adjusted)),
            notes: table.notes.iter().map(|note| self.set(note)).collect(),
            sources: self.citations(&table.sources),
            synthetic: self.synthetic(table.synthetic),
        }
    }

    fn adjusted(&self, adjusted: &figures::Adjusted) -> Adjusted {
        let lines = adjusted.lines.iter().map(|line| Adjustment {
            amount: line.amount.clone(),
            label: self.set(&line.label),
            how: self.set(&line.how),
            reason: self.set(&line.reason),
        });
        match *adjusted == figures::Adjusted::default() {
            true => Adjusted::default(),
            false => Adjusted {
                title: self.set(self.word("adjustments")),
                lines: lines.collect(),
                more: self.set(&adjusted.more),
            },
        }
    }

    pub(super) fn measure(&self, measured: &figures::Measured) -> Measure {
        let how = self.word("formula");
        let parts = measured.parts.iter();
        let parts = parts.map(|part| (self.set(&part.label), self.set(&part.text)));
        Measure {
            label: self.set(&measured.label),
            told: self.set(&measured.told),
            parts: parts.collect(),
            notes: vec![self.set(format!("{how} {}", measured.formula).trim_start())],
            sources: self.citations(&measured.sources),
            synthetic: self.synthetic(measured.synthetic),
        }
    }

    /// Says that figures are an example, if they are.
    pub(super) fn synthetic(&self, synthetic: bool) -> String {
        match synthetic {
            true => self.set(self.word("synthetic")),
            false => String::new(),
        }
    }
}
