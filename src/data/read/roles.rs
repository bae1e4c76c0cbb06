//! Which columns of a sheet hold what: by the schema, by the declaration, by years and phases in headers.

use super::Grid;
use crate::data::declaration::{Declaration, OfKind};
use crate::data::model::{Holds, Schema};
use std::collections::BTreeSet;

/// The columns that hold what is wanted. Figures of years and phases are amounts.
pub(super) fn columns(
    grid: &Grid,
    declaration: &Declaration,
    schema: &Schema,
    wanted: impl Fn(Holds) -> bool,
) -> BTreeSet<usize> {
    let fields = schema.in_file().filter(|field| wanted(field.holds));
    let own = match &declaration.rules.of {
        OfKind::Table(of) => Some(of.schema.iter()),
        _ => None,
    };
    let own = own.into_iter().flatten();
    let own = own.filter_map(|(name, holds)| wanted(*holds).then_some(&**name));
    let names = fields.map(|field| &*field.name).chain(own);
    let mut found: BTreeSet<usize> = names.filter_map(|it| grid.columns.index(it)).collect();
    if wanted(Holds::Amount) {
        found.extend(grid.columns.figures.iter().map(|figure| figure.column));
    }
    found
}

pub(super) fn amounts(grid: &Grid, declaration: &Declaration, schema: &Schema) -> BTreeSet<usize> {
    columns(grid, declaration, schema, |holds| holds == Holds::Amount)
}

/// Amounts and all other numbers.
pub(super) fn numbers(grid: &Grid, declaration: &Declaration, schema: &Schema) -> BTreeSet<usize> {
    columns(grid, declaration, schema, |holds| {
        matches!(holds, Holds::Number | Holds::Whole | Holds::Amount)
    })
}

pub(super) fn codes(grid: &Grid, declaration: &Declaration, schema: &Schema) -> BTreeSet<usize> {
    let mut codes = columns(grid, declaration, schema, |holds| {
        matches!(holds, Holds::Code | Holds::Codes)
    });
    // A column that names rows of another table holds their codes, whatever its type.
    if let OfKind::Table(of) = &declaration.rules.of {
        let referring = of.columns.iter().filter(|(_, own)| own.refers.is_some());
        codes.extend(referring.filter_map(|(name, _)| grid.columns.index(name)));
    }
    codes
}
