//! Pages of another size than their format's, of which a sheet would show a part.

use super::Pages;
use crate::diagnostic::{Place, Report, codes, diagnostic};
use typst::layout::Abs;

/// Tells the first page that is larger or smaller than the format says.
pub(super) fn find(pages: &Pages<'_>, report: &mut Report) {
    /// Half of what a pen draws, in millimetres.
    const CLOSE: f64 = 0.3;
    let page = pages.format.rules.page;
    let is_other = |own: Abs, millimetres: f64| (own.to_mm() - millimetres).abs() > CLOSE;
    let mut each = pages.each();
    let found = each.find(|one| {
        is_other(one.frame.width(), page.width) || is_other(one.frame.height(), page.height)
    });
    let shown = |width: f64, height: f64| format!("{width:.0} × {height:.0} mm");
    if let Some(found) = found {
        report.push(diagnostic!(
            codes::leaflet::PAGE_SIZE,
            Place::file(pages.template_at()),
            page = found.number,
            format = pages.format.name(),
            size = shown(found.frame.width().to_mm(), found.frame.height().to_mm()),
            wanted = shown(page.width, page.height)
        ));
    }
}
