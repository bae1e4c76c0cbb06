//! What is checked of tables that are read, one file a check.

mod orphans;
mod references;
mod repeated_codes;
mod repeated_keys;
mod totals;
mod trees;

use super::declaration::{Declaration, Findings};
use super::model::{Budget, Categories, Gazetteer, Place, Table};

pub(crate) use references::check as references;

/// What is wrong with the places of a dataset beside all others.
pub(crate) fn gazetteer(
    places: &[Place],
    gazetteer: &Gazetteer,
    declaration: &Declaration,
    findings: &mut Findings,
) {
    orphans::check(places, gazetteer, declaration, findings);
}

type Check<T> = fn(&T, &Declaration, &mut Findings);

const BUDGET: &[Check<Budget>] = &[repeated_keys::check, totals::check];
const CATEGORIES: &[Check<Categories>] = &[trees::check];
const PLACES: &[Check<[Place]>] = &[repeated_codes::of_places];
const TABLE: &[Check<Table>] = &[repeated_codes::of_table];

/// What is wrong with one table by itself.
pub(crate) fn budget(budget: &Budget, declaration: &Declaration, findings: &mut Findings) {
    run(BUDGET, budget, declaration, findings);
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
