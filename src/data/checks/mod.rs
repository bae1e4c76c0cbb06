//! What is checked of tables that are read, one file a check.

mod adjustments;
mod cells;
mod clashes;
mod columns;
mod concordance;
mod constraints;
mod dimensions;
mod either_code;
mod gaps;
mod jumps;
mod orphans;
mod over_periods;
mod over_places;
mod overspent;
mod percentages;
mod rates;
mod references;
mod refers;
mod repeated_codes;
mod repeated_keys;
mod totals;
mod trees;
mod unknown_places;
mod unusual_totals;

use super::declaration::{Declaration, Findings, OfBudget};
use super::model::{Budget, BudgetLine, Categories, Gazetteer, Place, Table};
use super::read::Grid;
use rust_decimal::Decimal;

/// Of all datasets together, once they are read.
pub(crate) use adjustments::check as adjustments;
/// Of places, beside those of all datasets.
pub(crate) use clashes::check as clashes;
/// The same.
pub(crate) use concordance::check as concordance;
pub(crate) use orphans::check as orphans;
/// Of a budget, beside the places of all datasets.
pub(crate) use over_places::check as over_places;
/// Of all datasets together.
pub(crate) use references::check as references;
/// The same.
pub(crate) use refers::{Referring, check as refers};
/// Of a table, beside the places of all datasets.
pub(crate) use unknown_places::check as unknown_places;

/// A check of what a table holds, by its declaration.
type Check<T> = fn(&T, &Declaration, &mut Findings);
/// The same by the settings that only budgets have.
type BudgetCheck = fn(&Budget, &Declaration, &OfBudget, &mut Findings);

/// A check of a budget beside other budgets' places, and as it stands in its file.
type BesideCheck = fn(&Beside<'_>, &mut Findings);

const BESIDE: &[BesideCheck] = &[
    either_code::check,
    unusual_totals::check,
    jumps::check,
    gaps::check,
    overspent::check,
    percentages::check,
    rates::check,
];
const BUDGET: &[BudgetCheck] = &[
    repeated_keys::check,
    dimensions::check,
    totals::check,
    over_periods::check,
];
const CATEGORIES: &[Check<Categories>] = &[trees::check];
const PLACES: &[Check<[Place]>] = &[repeated_codes::of_places];
const TABLE: &[Check<Table>] = &[repeated_codes::of_table, constraints::check];

pub(crate) fn budget(
    budget: &Budget,
    declaration: &Declaration,
    of: &OfBudget,
    findings: &mut Findings,
) {
    for check in BUDGET {
        check(budget, declaration, of, findings);
    }
}

/// A budget, what it is declared to be, and what is known of its places.
pub(crate) struct Beside<'own> {
    pub budget: &'own Budget,
    pub grids: &'own [Grid],
    pub gazetteer: &'own Gazetteer,
    pub declaration: &'own Declaration,
    pub of: &'own OfBudget,
}

impl Beside<'_> {
    /// All figures by place, code, year, phase and direction.
    fn figures(&self) -> impl Iterator<Item = &BudgetLine> {
        let numbers = self.budget.index().alike().flatten();
        numbers.map(|number| self.budget.line(*number))
    }

    /// An amount as the file would write it.
    fn in_file(&self, amount: Decimal) -> Decimal {
        let amount = amount.checked_div(self.declaration.reading.scale);
        amount.unwrap_or_default().normalize()
    }
}

/// What no sum tells: figures that nobody can mean.
pub(crate) fn plausible(beside: &Beside<'_>, findings: &mut Findings) {
    for check in BESIDE {
        check(beside, findings);
    }
}

pub(crate) fn categories(
    categories: &Categories,
    declaration: &Declaration,
    findings: &mut Findings,
) {
    run(CATEGORIES, categories, declaration, findings);
}

pub(crate) fn places(places: &[Place], declaration: &Declaration, findings: &mut Findings) {
    run(PLACES, places, declaration, findings);
}

pub(crate) fn table(table: &Table, declaration: &Declaration, findings: &mut Findings) {
    run(TABLE, table, declaration, findings);
}

fn run<T: ?Sized>(checks: &[Check<T>], of: &T, declaration: &Declaration, findings: &mut Findings) {
    for check in checks {
        check(of, declaration, findings);
    }
}
