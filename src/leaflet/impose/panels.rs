//! Each page in the place that the format gives it, and marks where the sheet is folded.

use super::{Opens, marks, place};
use crate::leaflet::format::{Side, Size, Turn};
use typst::layout::{Abs, Frame, Point};

/// The sides on which a page stands.
pub(super) fn sides(pages: &[Frame], sheet: Size, sides: &[Side], opens: Opens) -> Vec<Frame> {
    let printed = sides
        .iter()
        .filter(|side| side.panels.iter().any(|panel| panel.page <= pages.len()));
    printed
        .map(|side| lay_out(pages, sheet, side, opens))
        .collect()
}

fn lay_out(pages: &[Frame], sheet: Size, side: &Side, opens: Opens) -> Frame {
    let is_mirrored = opens == Opens::FromTheRight;
    let across = |x: f64| if is_mirrored { sheet.width - x } else { x };
    let mut frame = place::empty_side(sheet);
    for panel in &side.panels {
        let Some(page) = panel.page.checked_sub(1).and_then(|index| pages.get(index)) else {
            continue;
        };
        let aside = (Abs::mm(panel.width) - place::width_of(page, panel.turn, panel.scale)) / 2.0;
        let left = match is_mirrored {
            true => across(panel.x + panel.width),
            false => panel.x,
        };
        let turn = match (is_mirrored, panel.turn) {
            (true, Turn::Quarter) => Turn::ThreeQuarters,
            (true, Turn::ThreeQuarters) => Turn::Quarter,
            (_, turn) => turn,
        };
        let at = Point::new(Abs::mm(left) + aside, Abs::mm(panel.y));
        place::put(&mut frame, page, at, turn, panel.scale);
    }
    for fold in &side.upright_folds {
        marks::upright(&mut frame, Abs::mm(across(*fold)));
    }
    for fold in &side.level_folds {
        marks::level(&mut frame, Abs::mm(*fold));
    }
    frame
}
