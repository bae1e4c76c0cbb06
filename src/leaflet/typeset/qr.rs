//! An address → its QR code (ISO/IEC 18004) as an SVG picture: level M, a quiet zone of four modules.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Modules of white around the code, which readers need to find it.
const QUIET_ZONE: usize = 4;

/// The most modules a side may have: printed 28 mm wide, one module is then half a millimetre.
const MOST_MODULES: usize = 57;

/// The picture; `None` if the address is too long to be scanned from paper.
pub(super) fn svg(address: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let width = code.width();
    if width > MOST_MODULES {
        return None;
    }
    let mut dark = String::new();
    for y in 0..width {
        let mut x = 0;
        while x < width {
            let run = (x..width)
                .take_while(|x| code[(*x, y)] == Color::Dark)
                .count();
            if run > 0 {
                let (left, top) = (x + QUIET_ZONE, y + QUIET_ZONE);
                write!(dark, "M{left} {top}h{run}v1h-{run}z").ok()?;
            }
            x += run.max(1);
        }
    }
    let side = width + 2 * QUIET_ZONE;
    Some(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path fill="#000" d="{dark}"/></svg>"##
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_stands_in_a_quiet_zone() {
        let svg = svg("https://example.org/").unwrap();
        assert!(svg.contains(r#"viewBox="0 0 33 33""#));
        assert!(svg.contains(r#"d="M4 4h7v1h-7z"#));
    }

    #[test]
    fn an_address_too_long_to_scan_has_no_code() {
        assert!(svg(&"https://example.org/ខេត្ត".repeat(20)).is_none());
        assert!(svg(&"a".repeat(200)).is_some());
    }
}
