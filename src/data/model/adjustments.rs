//! What was changed between the approved and the revised figures of a budget → by place and year, in the
//! order in which it was decided.

use super::{Dataset, Datasets, Money, Table, TableCell};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A row of a table of adjustments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Adjustment<'own> {
    pub place: &'own str,
    pub year: i16,
    pub code: &'own str,
    /// What was added, or taken away.
    pub amount: Money,
    pub day: Option<Date>,
    /// The number of its row.
    pub row: usize,
}

/// The rows of a table that say all they must; those that name no place are of `only`.
pub(crate) fn adjustments<'own>(
    table: &'own Table,
    only: &'own str,
) -> impl Iterator<Item = Adjustment<'own>> {
    let at = |name: &str| table.columns.iter().position(|column| column.name == name);
    let [place, year, code, amount, day] = ["place", "year", "category", "amount", "day"].map(at);
    let rows = table.rows.iter().enumerate();
    rows.filter_map(move |(row, own)| {
        let cell = |at: Option<usize>| own.cells.get(at?);
        let text = |at| match cell(at)? {
            TableCell::Text(text) => Some(text.as_str()),
            _ => None,
        };
        let TableCell::Year(year) = *cell(year)? else {
            return None;
        };
        let TableCell::Number(amount) = *cell(amount)? else {
            return None;
        };
        Some(Adjustment {
            place: text(place).unwrap_or(only),
            year,
            code: text(code)?,
            amount: Money::of(amount, Decimal::ONE).expect("it was read as an amount"),
            day: match cell(day) {
                Some(TableCell::Day(day)) => Some(*day),
                _ => None,
            },
            row,
        })
    })
}

/// Where a budget's adjustments stand: by place and year, the number of the table among those that the budget
/// names, and that of the row.
type OfBudget = BTreeMap<(String, i16), Vec<(usize, usize)>>;

/// The adjustments of each budget that names some.
#[derive(Debug, Default)]
pub(super) struct Adjustments {
    of_budget: BTreeMap<String, OfBudget>,
}

impl Adjustments {
    /// Looks at each row once for each budget that names its table.
    pub fn of(datasets: &BTreeMap<String, Dataset>) -> Adjustments {
        let named = datasets.values().filter(|own| !own.adjustments.is_empty());
        let of_budget = named.map(|dataset| {
            let only = dataset.only_place();
            let tables = dataset.adjustments.iter().enumerate();
            let tables = tables
                .filter_map(|(number, name)| Some((number, datasets.get(name)?.contents.table()?)));
            let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
            for (number, table) in tables {
                for own in adjustments(table, only) {
                    let key = (own.place.to_owned(), own.year);
                    // A day that nobody knows comes last.
                    let decided = (own.day.is_none(), own.day, number, own.row);
                    found.entry(key).or_default().push(decided);
                }
            }
            let in_order = found.into_iter().map(|(key, mut rows)| {
                rows.sort_unstable();
                let rows = rows.into_iter();
                (key, rows.map(|(.., table, row)| (table, row)).collect())
            });
            (dataset.name.clone(), in_order.collect())
        });
        Adjustments {
            of_budget: of_budget.collect(),
        }
    }
}

impl Datasets {
    /// What was changed between the approved and the revised figures of a place and a year: each row with its
    /// table, by the day on which it was decided, then as in the files.
    pub(crate) fn adjustments<'own>(
        &'own self,
        budget: &'own Dataset,
        place: &str,
        year: i16,
    ) -> impl Iterator<Item = (&'own Dataset, usize)> {
        let of = self.adjustments.of_budget.get(&budget.name);
        let rows = of.and_then(|of| of.get(&(place.to_owned(), year)));
        rows.into_iter().flatten().filter_map(|(table, row)| {
            let name = budget.adjustments.get(*table)?;
            Some((self.get(name)?, *row))
        })
    }
}
