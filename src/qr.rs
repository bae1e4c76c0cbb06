//! An address → the dark modules of its QR code (ISO/IEC 18004), level M, in a quiet zone of four modules.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Modules of white around the code, which readers need to find it.
const QUIET_ZONE: usize = 4;

/// The most modules a side may have: printed 28 mm wide, one module is then half a millimetre.
const MOST_MODULES: usize = 57;

/// A code, to be drawn in black on white.
pub struct Code {
    /// How many modules a side has, with the quiet zone.
    pub side: usize,
    /// The dark modules as a path of SVG.
    pub dark: String,
}

/// Whether an address is short enough to be scanned from paper.
#[cfg(feature = "leaflets")]
pub fn has_code(address: &str) -> bool {
    let needed = qrcode::bits::encode_auto(address.as_bytes(), EcLevel::M);
    let width = needed.map(|bits| usize::try_from(bits.version().width()));
    matches!(width, Ok(Ok(width)) if width <= MOST_MODULES)
}

/// The code; `None` if the address is too long to be scanned from paper.
pub fn code(address: &str) -> Option<Code> {
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
    Some(Code { side, dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_stands_in_a_quiet_zone() {
        let code = code("https://example.org/").unwrap();
        assert_eq!(code.side, 33);
        assert!(code.dark.starts_with("M4 4h7v1h-7z"));
    }

    #[test]
    fn an_address_too_long_to_scan_has_no_code() {
        assert!(code(&"https://example.org/ខេត្ត".repeat(20)).is_none());
        assert!(code(&"a".repeat(200)).is_some());
    }

    #[cfg(feature = "leaflets")]
    #[test]
    fn the_length_of_an_address_tells_whether_it_has_a_code() {
        for length in 150..300 {
            let address = "a".repeat(length);
            assert_eq!(has_code(&address), code(&address).is_some(), "{length}");
        }
    }
}
