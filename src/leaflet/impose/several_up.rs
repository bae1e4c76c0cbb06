//! A side of the paper for each page, which stands on it several times, to be cut into a stack.

use super::{marks, place};
use crate::leaflet::format::{Size, Turn};
use typst::layout::{Abs, Frame, Point};

/// A side for each page, with marks where it is cut.
pub(super) fn sides(pages: &[Frame], sheet: Size, across: usize, down: usize) -> Vec<Frame> {
    let sides = pages.iter().map(|page| {
        let mut side = place::empty_side(sheet);
        let (width, height) = (Abs::mm(sheet.width), Abs::mm(sheet.height));
        let left = (width - page.width() * across as f64) / 2.0;
        let top = (height - page.height() * down as f64) / 2.0;
        for row in 0..down {
            for column in 0..across {
                let x = left + page.width() * column as f64;
                let y = top + page.height() * row as f64;
                place::put(&mut side, page, Point::new(x, y), Turn::None, 1.0);
            }
        }
        for column in 1..across {
            marks::upright(&mut side, left + page.width() * column as f64);
        }
        for row in 1..down {
            marks::level(&mut side, top + page.height() * row as f64);
        }
        side
    });
    sides.collect()
}
