//! In: a line of text, as it was typed. Out: whether a PDF tore it.
//!
//! What the line costs as words of the dictionary is compared with what it costs if one thing that
//! tools for PDFs do had been done to all of it: letters and signs lost, doubled, parted
//! ([`tearing`], [`mending`]), or moved ([`moved`]). Proper text gains little by that; names and Pali
//! that no dictionary has gain little too; torn text becomes another one. Costs are those of the
//! dictionary, in eighths of a natural logarithm. Letters that stand for others are found by what stands
//! side by side ([`strange`]).
//!
//! Knows nothing of signs that no proper text has, which [`super::legacy`] counts. Time grows with the
//! length of the line, which is looked at in pieces.

mod letters;
mod mending;
mod moved;
mod strange;
mod tearing;

use super::normalise::normalise;
use super::segment::cost_of_words;
use letters::Letters;
use mending::{AsTyped, as_typed, mended};
use moved::PutBackText;
use strange::is_strange;
use tearing::{MIXED, TEARINGS, is_enough};

/// Whether `line` would be another text if what a PDF did to it were mended.
pub(super) fn is_torn(line: &str) -> bool {
    pieces(line).any(piece_is_torn)
}

/// A line is looked at in pieces of so many bytes or a little more.
const PIECE: usize = 600;

/// The pieces of a line, which end at white space if there is some.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let mut end = rest.len().min(PIECE);
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        if end < rest.len() {
            end = rest[..end].rfind(' ').filter(|at| *at > 0).unwrap_or(end);
        }
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        (!piece.is_empty()).then_some(piece)
    })
}

/// Fewer clusters tell nothing: a code of Khmer letters is no word that lost its vowels.
pub(super) const FEWEST_CLUSTERS: usize = 16;
/// A line whose clusters cost less than this is proper; half of all lines do.
const LEAST_OF_A_CLUSTER: u64 = 19;
/// As in [`tearing::Tearing`], for what was moved.
const ENOUGH_MOVED: u32 = 14;
/// Fewer letters that were moved are slips.
const FEWEST_MOVED: u32 = 2;

fn piece_is_torn(line: &str) -> bool {
    let normal = normalise(line);
    let (cost, clusters) = cost_of_words(&normal);
    if clusters < FEWEST_CLUSTERS as u64 || cost < clusters * LEAST_OF_A_CLUSTER {
        return false;
    }
    let letters = Letters::of(&normal);
    let typed = as_typed(&letters);
    let is_torn = TEARINGS.iter().any(|tearing| {
        tearing.is_possible(typed.most_to_gain, letters.clusters) && {
            let way = mended(&letters, &typed, tearing.kinds);
            tearing.tells(&letters, typed.cost, &way)
        }
    });
    if is_torn || is_strange(&letters, cost) {
        return true;
    }
    if !is_enough(typed.most_to_gain, ENOUGH_MOVED, letters.clusters) {
        return false;
    }
    let mut back = moved::ALL.iter().map(|put_back| put_back(line));
    back.any(|back| back.moved > 0 && was_moved(&back, cost, &letters, &typed))
}

/// Whether a line that costs so much becomes another one by what was put back.
fn was_moved(back: &PutBackText, cost: u64, letters: &Letters, typed: &AsTyped) -> bool {
    let normal = normalise(&back.text);
    let (other, _) = cost_of_words(&normal);
    let gain = u32::try_from(cost.saturating_sub(other)).unwrap_or(u32::MAX);
    if back.moved >= FEWEST_MOVED && is_enough(gain, ENOUGH_MOVED, letters.clusters) {
        return true;
    }
    // What was moved may have lost something besides.
    gain > 0 && {
        let other = Letters::of(&normal);
        let way = mended(&other, &as_typed(&other), MIXED.kinds);
        MIXED.tells(&other, typed.cost, &way)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_of_a_line_are_the_line() {
        for line in [
            "ក ".repeat(3000),
            "ក".repeat(3000),
            "a".to_owned(),
            String::new(),
        ] {
            assert_eq!(pieces(&line).collect::<String>(), line);
        }
    }

    #[test]
    fn a_line_without_end_is_looked_at_to_its_end() {
        let torn = "កុមបឹកាឃុំអនុម័តថវិកា និងជួយគួសារកីកដែលតូវការទឹកសាត រដាភិបាលតូវផល់សេវាដល់បជាពលរដ \
                    តាមសុកកុង នៃបទេសកមពុជា ដើមបីអភិវឌន៍សដកិច";
        let behind = |words: usize| format!("{}{torn}", "ថវិកាឃុំ ".repeat(words));
        assert!(is_torn(torn));
        assert!(is_torn(&behind(400)));
        assert!(is_torn(&behind(40_000)));
        assert!(!is_torn(&behind(40_000)[..960_000]));
    }
}
