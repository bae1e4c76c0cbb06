//! `group_by` of an `_each.md` → which rows share a page.

use super::no_column;
use crate::content::EachSource;
use crate::diagnostic::Report;
use crate::figures::{RowColumn, RowColumns};
use std::collections::HashMap;
use std::sync::Arc;

/// The columns in which rows of one page say the same.
pub(super) struct Groups<'each>(Vec<&'each RowColumn<'each>>);

impl<'each> Groups<'each> {
    /// Nothing if one of the columns is not there, which is told.
    pub(super) fn of(
        template: &'each EachSource,
        columns: &'each RowColumns<'each>,
        report: &mut Report,
    ) -> Option<Groups<'each>> {
        let written = &template.each.group_by;
        let mut found = Vec::with_capacity(written.len());
        for name in written {
            match columns.get(name) {
                Some(column) => found.push(column),
                None => report.push(no_column(template, name, name, columns)),
            }
        }
        (found.len() == written.len()).then_some(Groups(found))
    }

    /// The rows of each page, where its first row stands; without columns each row has one.
    pub(super) fn of_rows(&self, rows: Vec<usize>) -> Vec<Arc<[usize]>> {
        if self.0.is_empty() {
            return rows.into_iter().map(|row| Arc::from([row])).collect();
        }
        let mut places: HashMap<Vec<String>, usize> = HashMap::new();
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for row in rows {
            let key = self
                .0
                .iter()
                .map(|column| column.value(row).plain().to_owned());
            let place = *places.entry(key.collect()).or_insert(groups.len());
            match groups.get_mut(place) {
                Some(group) => group.push(row),
                None => groups.push(vec![row]),
            }
        }
        groups.into_iter().map(Arc::from).collect()
    }
}
