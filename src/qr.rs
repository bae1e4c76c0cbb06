//! An address → the dark modules of its QR code (ISO/IEC 18004), level M, in a quiet zone of four modules.

use qrcode::bits::{Bits, encode_auto};
use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::{Color, EcLevel, ec};

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
    encoded(address).is_some()
}

/// The code; `None` if the address is too long to be scanned from paper.
pub fn code(address: &str) -> Option<Code> {
    let (bits, width) = encoded(address)?;
    let lines = masked(bits, width)?;
    let mut dark = String::new();
    for (y, line) in lines.iter().enumerate() {
        let mut x = 0;
        while x < width {
            let run = (line >> x).trailing_ones() as usize;
            if run > 0 {
                let (left, top) = (x + QUIET_ZONE, y + QUIET_ZONE);
                // In pieces, which is quicker than a format.
                let pieces = [("M", left), (" ", top), ("h", run), ("v1h-", run)];
                for (command, number) in pieces {
                    dark.push_str(command);
                    push(number, &mut dark);
                }
                dark.push('z');
            }
            x += run.max(1);
        }
    }
    let side = width + 2 * QUIET_ZONE;
    Some(Code { side, dark })
}

/// Appends a number of modules.
fn push(number: usize, out: &mut String) {
    if number >= 10 {
        push(number / 10, out);
    }
    out.extend(char::from_digit((number % 10) as u32, 10));
}

/// What is drawn of an address, and how many modules a side of it has.
fn encoded(address: &str) -> Option<(Bits, usize)> {
    let bits = encode_auto(address.as_bytes(), EcLevel::M).ok()?;
    let width = usize::try_from(bits.version().width()).ok()?;
    (width <= MOST_MODULES).then_some((bits, width))
}

/// All masks that the standard knows (7.8.2).
const MASKS: [MaskPattern; 8] = [
    MaskPattern::Checkerboard,
    MaskPattern::HorizontalLines,
    MaskPattern::VerticalLines,
    MaskPattern::DiagonalLines,
    MaskPattern::LargeCheckerboard,
    MaskPattern::Fields,
    MaskPattern::Diamonds,
    MaskPattern::Meadow,
];

/// A line of modules, the first one the lowest bit: 1 for a dark one.
type Line = u64;

/// The rows of the code, under the mask that makes it easiest to read: the one that [`QrCode`] takes, which
/// looks at each module by itself for it, and so takes ten times as long as all else.
///
/// [`QrCode`]: qrcode::QrCode
fn masked(bits: Bits, width: usize) -> Option<Vec<Line>> {
    let version = bits.version();
    let (data, correction) =
        ec::construct_codewords(&bits.into_bytes(), version, EcLevel::M).ok()?;
    let mut canvas = Canvas::new(version, EcLevel::M);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    let under = MASKS.map(|mask| {
        let mut canvas = canvas.clone();
        canvas.apply_mask(mask);
        let modules = canvas.into_colors();
        let line = |modules: &mut dyn Iterator<Item = &Color>| {
            let bits = modules.enumerate();
            bits.fold(0, |line: Line, (at, color)| match color {
                Color::Dark => line | 1 << at,
                Color::Light => line,
            })
        };
        let rows: Vec<Line> = modules
            .chunks(width)
            .map(|row| line(&mut row.iter()))
            .collect();
        let columns: Vec<Line> = (0..width)
            .map(|column| line(&mut modules[column..].iter().step_by(width)))
            .collect();
        (penalty(&rows, &columns), rows)
    });
    let best = under.into_iter().min_by_key(|(penalty, _)| *penalty)?;
    Some(best.1)
}

/// How hard it is to read (7.8.3).
fn penalty(rows: &[Line], columns: &[Line]) -> u32 {
    let width = rows.len();
    let first = |modules: usize| (1 << modules) - 1;
    // Whether each module is as the next one of its line.
    let as_next = |line: Line| !(line ^ line >> 1) & first(width - 1);
    let lines = || rows.iter().chain(columns);
    let runs = lines().map(|line| {
        let same = as_next(*line);
        // So many modules of one colour as begin here, and four after it.
        let five = same & same >> 1 & same >> 2 & same >> 3;
        five.count_ones() + 2 * (five & !(five << 1)).count_ones()
    });
    let blocks = rows.windows(2).map(|pair| {
        let below = !(pair[0] ^ pair[1]);
        3 * (as_next(pair[0]) & as_next(pair[1]) & below).count_ones()
    });
    // What looks like a corner of the code: light beside one dark, one light, three dark, one light, one dark.
    let corners = lines().map(|line| {
        let dark = |by: u32| line >> by;
        let core = dark(0) & !dark(1) & dark(2) & dark(3) & dark(4) & !dark(5) & dark(6);
        let before = line << 1 | line << 2 | line << 3 | line << 4;
        let after = dark(7) | dark(8) | dark(9) | dark(10);
        40 * (core & first(width - 6) & !(before & after)).count_ones()
    });
    let dark: u32 = rows.iter().map(|row| row.count_ones()).sum();
    let all = u32::try_from(width * width).unwrap_or(u32::MAX);
    let balance = (dark * 200 / all).abs_diff(100);
    runs.sum::<u32>() + blocks.sum::<u32>() + corners.sum::<u32>() + balance
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
    fn the_mask_is_that_of_the_library() {
        for length in 1..=210 {
            let address: String = (0..length)
                .map(|at| char::from(b'!' + u8::try_from((at * 37 + length * 11) % 90).unwrap()))
                .collect();
            let library =
                qrcode::QrCode::with_error_correction_level(&address, EcLevel::M).unwrap();
            let (bits, width) = encoded(&address).unwrap();
            let rows = masked(bits, width).unwrap();
            let shown = rows.iter().flat_map(|row| {
                (0..width).map(move |at| match row >> at & 1 {
                    1 => Color::Dark,
                    _ => Color::Light,
                })
            });
            assert_eq!(library.to_colors(), shown.collect::<Vec<_>>(), "{length}");
        }
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
