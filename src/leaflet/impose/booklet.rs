//! Saddle stitch: sheets that lie within each other, folded and stapled in the middle.

use super::{Opens, marks, place};
use crate::leaflet::format::{Size, Turn};
use typst::layout::{Abs, Frame, Point};

/// The sides of as many sheets as the pages need, the outermost first, front before back.
pub(super) fn sides(pages: &[Frame], sheet: Size, opens: Opens) -> Vec<Frame> {
    let sides = order(pages.len()).into_iter().map(|mut pair| {
        if opens == Opens::FromTheRight {
            pair.reverse();
        }
        let mut side = place::empty_side(sheet);
        let half = Abs::mm(sheet.width) / 2.0;
        for (number, from) in pair.into_iter().zip([Abs::zero(), half]) {
            // The last sheet may have sides to spare.
            if let Some(page) = pages.get(number - 1) {
                let aside = (half - page.width()) / 2.0;
                let at = Point::with_x(from + aside);
                place::put(&mut side, page, at, Turn::None, 1.0);
            }
        }
        marks::upright(&mut side, half);
        side
    });
    sides.collect()
}

/// The numbers of the pages at the left and at the right of each side, where the first page is a right one.
fn order(pages: usize) -> Vec<[usize; 2]> {
    let all = pages.div_ceil(4) * 4;
    let sheets = 0..all / 4;
    let sides = sheets.flat_map(|sheet| {
        let front = [all - 2 * sheet, 1 + 2 * sheet];
        let back = [2 + 2 * sheet, all - 1 - 2 * sheet];
        [front, back]
    });
    sides.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_each_other_once_the_sheets_are_folded() {
        assert_eq!(order(0), [[0; 2]; 0]);
        assert_eq!(order(3), [[4, 1], [2, 3]]);
        assert_eq!(order(8), [[8, 1], [2, 7], [6, 3], [4, 5]]);
        for pages in 1..100 {
            let mut numbers: Vec<usize> = order(pages).concat();
            numbers.sort_unstable();
            assert!(numbers.into_iter().eq(1..=pages.div_ceil(4) * 4));
        }
    }
}
