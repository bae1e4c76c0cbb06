//! Each page in the place that the format gives it, and marks where the sheet is folded.

use super::{marks, place};
use crate::leaflet::format::{Side, Size};
use typst::layout::{Abs, Frame, Point};

/// The sides on which a page stands.
pub(super) fn sides(pages: &[Frame], sheet: Size, sides: &[Side]) -> Vec<Frame> {
    let printed = sides
        .iter()
        .filter(|side| side.panels.iter().any(|panel| panel.page <= pages.len()));
    printed.map(|side| lay_out(pages, sheet, side)).collect()
}

fn lay_out(pages: &[Frame], sheet: Size, side: &Side) -> Frame {
    let mut frame = place::empty_side(sheet);
    for panel in &side.panels {
        let Some(page) = panel.page.checked_sub(1).and_then(|index| pages.get(index)) else {
            continue;
        };
        let aside = (Abs::mm(panel.width) - place::width_of(page, panel.turn, panel.scale)) / 2.0;
        let at = Point::new(Abs::mm(panel.x) + aside, Abs::mm(panel.y));
        place::put(&mut frame, page, at, panel.turn, panel.scale);
    }
    for fold in &side.upright_folds {
        marks::upright(&mut frame, Abs::mm(*fold));
    }
    for fold in &side.level_folds {
        marks::level(&mut frame, Abs::mm(*fold));
    }
    frame
}
