//! What the columns of a budget are in the taxonomy of budgets of the Fiscal Data Package, by which
//! programs find the figures of any country's budget.

use crate::data::model::{Classification, Dataset, Kind};

/// The `columnType` of a column of a budget; none if the taxonomy has none for it.
pub(super) fn column_type(name: &str, dataset: &Dataset) -> Option<String> {
    if dataset.kind != Kind::Budget {
        return None;
    }
    let classified = |end: &str| {
        let class = class_of(dataset.classification?);
        Some(format!("{class}:{end}"))
    };
    let known = match name {
        "amount" => "value",
        "currency" => "value-currency:code",
        "year" => "date:fiscal-year",
        "phase" => "phase:id",
        "direction" => "direction",
        "fund" => "fin-source:generic:code",
        "place" => "geo:target:code",
        "code" => return classified("code"),
        _ if name.starts_with("label") => return classified("label"),
        // A dimension that is called as one of the classifications is that one.
        _ => {
            let class = class_of(Classification::named(name)?);
            return Some(format!("{class}:code"));
        }
    };
    Some(known.to_owned())
}

fn class_of(classification: Classification) -> &'static str {
    match classification {
        Classification::Economic => "economic-classification:generic",
        Classification::Functional => "functional-classification:generic",
        Classification::Administrative => "administrative-classification:generic",
        Classification::Programme => "activity:generic:program",
    }
}
