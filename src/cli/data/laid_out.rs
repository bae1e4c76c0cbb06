//! Cells → lines whose columns stand under each other, counted in what a reader takes for one letter: the
//! vowels and signs of Khmer take no column of their own.

use crate::khmer::clusters;

/// Cells of one row.
pub(super) type Cells = Vec<String>;

/// The rows under their names, numbers at the right of their column. Each cell is looked at twice.
pub(super) fn laid_out(names: &[String], rows: &[Cells], are_numbers: &[bool]) -> Vec<String> {
    let mut widths: Vec<usize> = names.iter().map(|name| width(name)).collect();
    for row in rows {
        for (most, cell) in widths.iter_mut().zip(row) {
            *most = (*most).max(width(cell));
        }
    }
    let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
    let line = |cells: &[String]| {
        let cells = cells.iter().zip(&widths).zip(are_numbers);
        let cells: Vec<String> = cells
            .map(|((cell, width), is_number)| padded(cell, *width, *is_number))
            .collect();
        cells.join("  ").trim_end().to_owned()
    };
    let mut lines = vec![line(names), line(&rule)];
    lines.extend(rows.iter().map(|row| line(row)));
    lines
}

fn padded(cell: &str, most: usize, is_number: bool) -> String {
    let space = " ".repeat(most.saturating_sub(width(cell)));
    match is_number {
        true => space + cell,
        false => cell.to_owned() + &space,
    }
}

fn width(text: &str) -> usize {
    match text.is_ascii() {
        true => text.len(),
        false => clusters(text)
            .filter(|cluster| *cluster != "\u{200b}")
            .count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vowels_and_signs_take_no_column() {
        let names = ["code".to_owned(), "ឈ្មោះ".to_owned(), "2025".to_owned()];
        let rows = [
            ["1".to_owned(), "ស្ត្រី".to_owned(), "12".to_owned()].to_vec(),
            ["12".to_owned(), "ខ្មែរ".to_owned(), "1,200".to_owned()].to_vec(),
        ];
        assert_eq!(
            laid_out(&names, &rows, &[false, false, true]),
            [
                "code  ឈ្មោះ    2025",
                "────  ──  ─────",
                "1     ស្ត្រី      12",
                "12    ខ្មែរ  1,200",
            ]
        );
    }
}
