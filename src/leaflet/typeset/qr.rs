//! An address → its QR code as an SVG picture.

use crate::qr;

/// The picture; `None` if the address is too long to be scanned from paper.
pub(super) fn svg(address: &str) -> Option<String> {
    let qr::Code { side, dark } = qr::code(address)?;
    Some(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path fill="#000" d="{dark}"/></svg>"##
    ))
}
