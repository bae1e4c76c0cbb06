//! `[dimensions]`: the other classifications by which a budget is divided, each with a column of codes.

use super::Reference;
use crate::data::model::{Kind, Schema, figure_column};
use crate::diagnostic::{Report, codes, diagnostic};
use crate::schema::Record;

/// A classification beside that of the column `code`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dimension {
    /// The name of its column.
    pub name: String,
    /// The dataset that gives its codes their meaning.
    pub categories: String,
}

/// Budgets have an economic and a functional classification, an administrative one, programmes and
/// projects; with more, each figure would stand in a row of its own.
const MOST: usize = 8;

/// The declared ones in their order.
pub(super) fn read(written: &Record<'_>) -> Vec<Dimension> {
    let entries = written.entries("dimensions").iter();
    let dimension = |(name, categories)| Dimension { name, categories };
    entries
        .filter_map(crate::config::text_of)
        .map(dimension)
        .collect()
}

/// Refuses more than anybody means, and a name that another column of such a table may have.
pub(super) fn check(written: &Record<'_>, of_kind: &Schema, report: &mut Report) {
    let entries = written.entries("dimensions");
    if let Some(first) = entries.get(MOST) {
        report.push(diagnostic!(
            codes::dimensions::MANY_DIMENSIONS,
            written.place(first.key_at),
            count = entries.len(),
            most = MOST
        ));
    }
    for entry in entries {
        let name = &*entry.key;
        let is_taken = of_kind.field(name).is_some() || figure_column(name).is_some();
        if is_taken || name.trim().is_empty() {
            report.push(diagnostic!(
                codes::dimensions::NAME_IS_TAKEN,
                written.place(entry.key_at),
                name = name
            ));
        }
    }
}

/// The datasets that give codes their meaning.
pub(super) fn references<'own>(
    written: &'own Record<'_>,
) -> impl Iterator<Item = Reference> + 'own {
    let entries = written.entries("dimensions").iter();
    entries.filter_map(|entry| {
        Some(Reference {
            key: "dimensions",
            name: written.written_item(&entry.item)?,
            kind: Kind::Categories,
        })
    })
}
