//! Cells → ranges of those that stand below each other, as readers look them up.

use super::BudgetLine;
use super::cell_place::CellPlace;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many ranges are told of figures: readers look up one, and a table has a column or two.
const MOST_RANGES: usize = 6;

/// A cell, or several below each other.
#[derive(Debug, Clone)]
pub(crate) struct CellRange {
    pub first: CellPlace,
    pub last_row: u32,
}

/// Cells as they are told: so many ranges, and how many cells stand in others.
#[derive(Debug, Clone, Default)]
pub(crate) struct CellRanges {
    pub ranges: Vec<CellRange>,
    pub more: usize,
}

/// What a source has to answer for of some lines; none, for those that name no source.
#[derive(Debug)]
pub(crate) struct Origin {
    pub source: Option<Arc<str>>,
    pub cells: CellRanges,
}

impl CellRanges {
    pub fn add(&mut self, cell: CellPlace) {
        let last_row = cell.row;
        self.ranges.push(CellRange {
            first: cell,
            last_row,
        });
    }

    pub fn extend(&mut self, other: &CellRanges) {
        self.ranges.extend_from_slice(&other.ranges);
        self.more += other.more;
    }

    /// In order, those that follow each other as one, and no more than are told.
    pub fn told(mut self) -> CellRanges {
        self.ranges.sort_by_cached_key(|range| {
            let CellPlace {
                path,
                sheet,
                row,
                column,
            } = range.first.clone();
            (path, sheet, column, row)
        });
        let mut joined: Vec<CellRange> = Vec::new();
        for range in self.ranges {
            match joined.last_mut() {
                Some(last) if last.goes_on_with(&range) => {
                    last.last_row = last.last_row.max(range.last_row);
                }
                _ => joined.push(range),
            }
        }
        let rest = joined.iter().skip(MOST_RANGES);
        let more = rest.map(|range| (range.last_row - range.first.row) as usize + 1);
        let more = self.more + more.sum::<usize>();
        joined.truncate(MOST_RANGES);
        CellRanges {
            ranges: joined,
            more,
        }
    }
}

impl CellRange {
    fn goes_on_with(&self, next: &CellRange) -> bool {
        let (own, other) = (&self.first, &next.first);
        (&own.path, &own.sheet, own.column) == (&other.path, &other.sheet, other.column)
            && other.row <= self.last_row.saturating_add(1)
    }
}

/// What each source of these lines has to answer for.
pub(crate) fn origins(lines: &[&BudgetLine]) -> Vec<Origin> {
    let mut of: BTreeMap<Option<&str>, CellRanges> = BTreeMap::new();
    for line in lines {
        of.entry(line.source()).or_default().add(line.cell());
    }
    let origin = |(source, cells): (Option<&str>, CellRanges)| Origin {
        source: source.map(Arc::from),
        cells: cells.told(),
    };
    of.into_iter().map(origin).collect()
}
