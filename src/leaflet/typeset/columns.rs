//! A table's cells → what its template has to know of each column to share out the width.
//!
//! The template could count by itself, but for each letter of each cell, and as often as the leaflet is set.

use crate::khmer::clusters;
use crate::leaflet::document::{LeafletInline, TableColumn};
use std::collections::BTreeSet;

/// Cells and words with so many letters fewer than the longest are not wider than that; a word's letters are
/// fewer, and differ more.
const CLOSE_CELL: usize = 2;
const CLOSE_WORD: usize = 3;

/// What is known of each column; rows have as many cells as the head, which is one of them if it says
/// anything.
pub(super) fn columns(
    head: &[Vec<LeafletInline>],
    rows: &[Vec<Vec<LeafletInline>>],
) -> Vec<TableColumn> {
    let has_head = head.iter().any(|cell| !cell.is_empty());
    let all = || {
        let head = has_head.then_some(head);
        head.into_iter().chain(rows.iter().map(Vec::as_slice))
    };
    let column = |at: usize| {
        let cells = all().filter_map(|row| row.get(at));
        let said: Vec<String> = cells.map(|cell| said(cell)).collect();
        let counts: Vec<usize> = said.iter().map(|said| letters(said)).collect();
        let words = said.iter().flat_map(|said| said.split([' ', '\u{200b}']));
        let words: BTreeSet<(&str, usize)> = words.map(|word| (word, letters(word))).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let most_of_a_word = words.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let counts = counts.into_iter().enumerate();
        let words = words.into_iter();
        TableColumn {
            letters: most,
            widest: counts
                .filter(|(_, count)| count + CLOSE_CELL >= most)
                .map(|(row, _)| row)
                .collect(),
            words: words
                .filter(|(word, count)| count + CLOSE_WORD >= most_of_a_word && !word.is_empty())
                .map(|(word, _)| word.to_owned())
                .collect(),
        }
    };
    (0..head.len()).map(column).collect()
}

/// The words of a cell.
fn said(cell: &[LeafletInline]) -> String {
    let mut out = String::new();
    for inline in cell {
        if !matches!(inline, LeafletInline::NoteMark { .. }) {
            out.push_str(inline.text());
        }
        out.push_str(&said(inline.content().map_or(&[], Vec::as_slice)));
    }
    out
}

/// How many letters stand beside each other, with what stands above and below them.
fn letters(text: &str) -> usize {
    clusters(text).filter(|own| *own != "\u{200b}").count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(said: &str) -> Vec<LeafletInline> {
        let text = said.to_owned();
        vec![LeafletInline::Strong {
            content: vec![LeafletInline::Text { text }],
        }]
    }

    #[test]
    fn the_widest_cells_and_words_of_a_column_are_known() {
        let rows = [["ទឹក", "៧០០០"], ["សាលា\u{200b}ឃុំ", "៧"], ["ក ខ", "៧០០"]];
        let rows: Vec<_> = rows.map(|row| row.map(cell).to_vec()).to_vec();
        let column = |letters, widest: &[usize], words: &[&str]| TableColumn {
            letters,
            widest: widest.to_vec(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
        };
        let head = vec![cell("ឈ្មោះ\u{200b}អង្គការ"), cell("ចំនួន")];
        let expected = [
            column(
                5,
                &[0, 2, 3],
                &["ក", "ខ", "ឃុំ", "ឈ្មោះ", "ទឹក", "សាលា", "អង្គការ"],
            ),
            column(4, &[0, 1, 3], &["ចំនួន", "៧", "៧០០", "៧០០០"]),
        ];
        assert_eq!(columns(&head, &rows), expected);
        let silent = vec![Vec::new(), Vec::new()];
        let expected = [
            column(3, &[0, 1, 2], &["ក", "ខ", "ឃុំ", "ទឹក", "សាលា"]),
            column(4, &[0, 2], &["៧", "៧០០", "៧០០០"]),
        ];
        assert_eq!(columns(&silent, &rows), expected);
    }
}
