//! A page → the picture of its address for cameras.

use super::escape::escape;
use crate::qr;
use crate::site::plan;
use crate::site::{PageId, Site};

/// The picture, black on white whatever the browser's colours; empty if the address is too long, of
/// which the page's leaflet tells.
pub fn code(site: &Site, page: PageId) -> String {
    let address = plan::permalink(site, &site.page(page).path);
    let Some(qr::Code { side, dark }) = qr::code(&address) else {
        return String::new();
    };
    let address = escape(&address);
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><title>{address}</title><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{dark}"/></svg>"##
    )
}
