//! The profile of a picture's colours (ICC.1) and its pixels → the same colours as browsers take them for
//! without a profile: sRGB (IEC 61966-2-1).
//!
//! Phones write photos in wider colours, and say so in a profile that goes with all else that a file says
//! of itself; without this, such photos would look dull. Profiles of three curves and three primaries are
//! understood, which are those of cameras and screens; others change nothing. Only this arithmetic is
//! used: additions, products and a power that is rounded to twelve bits, so that every machine computes
//! the same.

use image::RgbImage;

/// Brings the colours into sRGB, if the profile is another.
pub(super) fn to_srgb(profile: &[u8], picture: &mut RgbImage) {
    let Some(profile) = Profile::read(profile).filter(|profile| !profile.is_srgb()) else {
        return;
    };
    let dark = (0..=LEVELS).map(|level| encoded(f64::from(level) / f64::from(LEVELS)));
    let dark: Vec<u8> = dark.collect();
    for pixel in picture.pixels_mut() {
        pixel.0 = profile.light_of(pixel.0).map(|light| {
            let level = (light.clamp(0.0, 1.0) * f64::from(LEVELS) + 0.5) as usize;
            dark.get(level).copied().unwrap_or(u8::MAX)
        });
    }
}

/// How finely light is counted.
const LEVELS: u16 = 4095;

/// From the light that profiles count in (CIE XYZ under D50) to that of sRGB.
const TO_SRGB: [[f64; 3]; 3] = [
    [3.133_856_1, -1.616_866_7, -0.490_614_6],
    [-0.978_768_4, 1.916_141_5, 0.033_454_0],
    [0.071_945_3, -0.228_991_4, 1.405_242_7],
];

struct Profile {
    /// The light of each value of each colour.
    curves: [[f64; 256]; 3],
    /// From its light to that of sRGB.
    matrix: [[f64; 3]; 3],
}

impl Profile {
    fn read(bytes: &[u8]) -> Option<Profile> {
        if bytes.get(16..24)? != b"RGB XYZ " {
            return None;
        }
        let mut curves = [[0.0; 256]; 3];
        let mut primaries = [[0.0; 3]; 3];
        for (at, colour) in [b'r', b'g', b'b'].into_iter().enumerate() {
            let primary = tag(bytes, [colour, b'X', b'Y', b'Z'])?;
            for (row, value) in primaries.iter_mut().zip([8, 12, 16]) {
                row[at] = fixed(primary, value)?;
            }
            let curve = tag(bytes, [colour, b'T', b'R', b'C'])?;
            for (value, light) in curves[at].iter_mut().enumerate() {
                // Rounded, so that no machine's power function shows.
                *light = (light_at(curve, value as f64 / 255.0)? * 65_535.0).round() / 65_535.0;
            }
        }
        let mut matrix = [[0.0; 3]; 3];
        for (row, to) in matrix.iter_mut().zip(TO_SRGB) {
            for (at, cell) in row.iter_mut().enumerate() {
                *cell = (0..3).map(|by| to[by] * primaries[by][at]).sum();
            }
        }
        Some(Profile { curves, matrix })
    }

    fn light_of(&self, colour: [u8; 3]) -> [f64; 3] {
        let [red, green, blue] = [0, 1, 2].map(|at| self.curves[at][usize::from(colour[at])]);
        self.matrix
            .map(|row| row[0] * red + row[1] * green + row[2] * blue)
    }

    /// Whether no colour would become another that anybody sees.
    fn is_srgb(&self) -> bool {
        let values = [0, 60, 128, 200, 255];
        values.iter().all(|red| {
            let colours = [[*red, 0, 0], [0, *red, 0], [0, 0, *red], [*red, *red, *red]];
            colours.iter().all(|colour| {
                let seen = self.light_of(*colour).map(encoded);
                seen.iter()
                    .zip(colour)
                    .all(|(one, other)| one.abs_diff(*other) < 4)
            })
        })
    }
}

/// The value that sRGB has for this much light.
fn encoded(light: f64) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let value = match light <= 0.003_130_8 {
        true => light * 12.92,
        false => 1.055 * light.powf(1.0 / 2.4) - 0.055,
    };
    (value * 255.0).round() as u8
}

/// What stands under a tag.
fn tag(bytes: &[u8], name: [u8; 4]) -> Option<&[u8]> {
    let count = long(bytes, 128)?.min(100) as usize;
    let entries = bytes.get(132..132 + 12 * count)?;
    let entry = entries
        .chunks_exact(12)
        .find(|entry| entry.starts_with(&name))?;
    let (start, length) = (long(entry, 4)? as usize, long(entry, 8)? as usize);
    bytes.get(start..start.checked_add(length)?)
}

/// The light at a value between 0 and 1, by a curve of points or of a formula.
fn light_at(curve: &[u8], value: f64) -> Option<f64> {
    match curve.get(..4)? {
        b"curv" => {
            let count = long(curve, 8)? as usize;
            let point = |at: usize| short(curve, 12 + 2 * at);
            match count {
                0 => Some(value),
                1 => Some(value.powf(f64::from(point(0)?) / 256.0)),
                _ => {
                    let place = value * (count - 1) as f64;
                    let low = (place as usize).min(count - 2);
                    let (from, to) = (f64::from(point(low)?), f64::from(point(low + 1)?));
                    Some((from + (to - from) * (place - low as f64)) / 65_535.0)
                }
            }
        }
        b"para" => {
            let kind = short(curve, 8)?;
            let part = |at: usize| fixed(curve, 12 + 4 * at);
            let gamma = part(0)?;
            let power = |a: f64, b: f64| (a * value + b).max(0.0).powf(gamma);
            Some(match kind {
                0 => value.max(0.0).powf(gamma),
                1 if value >= -part(2)? / part(1)? => power(part(1)?, part(2)?),
                1 => 0.0,
                2 if value >= -part(2)? / part(1)? => power(part(1)?, part(2)?) + part(3)?,
                2 => part(3)?,
                3 if value >= part(4)? => power(part(1)?, part(2)?),
                3 => part(3)? * value,
                4 if value >= part(4)? => power(part(1)?, part(2)?) + part(5)?,
                4 => part(3)? * value + part(6)?,
                _ => return None,
            })
        }
        _ => None,
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_be_bytes(bytes.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}

/// A number with sixteen bits behind its point.
fn fixed(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from(long(bytes, at)?.cast_signed()) / 65_536.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A profile of these primaries, under D50, and this curve.
    fn profile(primaries: [[f64; 3]; 3], curve: &[u8]) -> Vec<u8> {
        let mut profile = vec![0; 128];
        profile[16..24].copy_from_slice(b"RGB XYZ ");
        profile.extend(6_u32.to_be_bytes());
        let curve_at = 132 + 6 * 12 + 3 * 20;
        for (at, colour) in (0_u8..).zip(*b"rgb") {
            profile.extend([colour, b'X', b'Y', b'Z']);
            profile.extend((132 + 6 * 12 + u32::from(at) * 20).to_be_bytes());
            profile.extend(20_u32.to_be_bytes());
            profile.extend([colour, b'T', b'R', b'C']);
            profile.extend((curve_at as u32).to_be_bytes());
            profile.extend((curve.len() as u32).to_be_bytes());
        }
        for primary in primaries {
            profile.extend(b"XYZ \0\0\0\0");
            for value in primary {
                profile.extend(((value * 65_536.0).round() as i32).to_be_bytes());
            }
        }
        profile.extend(curve);
        profile
    }

    const SRGB: [[f64; 3]; 3] = [
        [0.436_07, 0.222_49, 0.013_92],
        [0.385_15, 0.716_87, 0.097_08],
        [0.143_07, 0.060_61, 0.714_10],
    ];
    const DISPLAY_P3: [[f64; 3]; 3] = [
        [0.515_12, 0.241_20, -0.001_05],
        [0.291_98, 0.692_25, 0.041_89],
        [0.157_10, 0.066_57, 0.784_07],
    ];

    fn formula() -> Vec<u8> {
        let mut curve = b"para\0\0\0\0\0\x03\0\0".to_vec();
        for value in [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45] {
            curve.extend(((value * 65_536.0) as i32).to_be_bytes());
        }
        curve
    }

    /// What becomes of grey, red, green, blue and something between.
    fn seen(profile: &[u8]) -> Vec<[u8; 3]> {
        let colours = [
            [128, 128, 128],
            [255, 0, 0],
            [0, 255, 0],
            [0, 0, 255],
            [180, 90, 60],
        ];
        let pixels = colours.concat();
        let mut picture = RgbImage::from_raw(5, 1, pixels).unwrap();
        to_srgb(profile, &mut picture);
        picture.pixels().map(|pixel| pixel.0).collect()
    }

    const AS_IT_WAS: [[u8; 3]; 5] = [
        [128, 128, 128],
        [255, 0, 0],
        [0, 255, 0],
        [0, 0, 255],
        [180, 90, 60],
    ];

    #[test]
    fn the_colours_of_phones_become_those_of_pages() {
        assert_eq!(seen(&profile(SRGB, &formula())), AS_IT_WAS);
        let wide = seen(&profile(DISPLAY_P3, &formula()));
        assert_eq!(
            wide,
            [
                [128, 128, 128],
                [255, 0, 0],
                [0, 255, 0],
                [0, 0, 255],
                [193, 83, 50]
            ]
        );
        let gamma = b"curv\0\0\0\0\0\0\0\x01\x01\xcd";
        let linear = b"curv\0\0\0\0\0\0\0\0";
        let points = b"curv\0\0\0\0\0\0\0\x03\0\0\x36\0\xff\xff";
        let greys = [&gamma[..], linear, points].map(|curve| seen(&profile(SRGB, curve))[0]);
        assert_eq!(greys, [[146, 146, 146], [188, 188, 188], [128, 127, 127]]);
    }

    #[test]
    fn a_profile_that_is_damaged_or_of_another_kind_changes_nothing() {
        let mut ink = profile(DISPLAY_P3, &formula());
        ink[16..20].copy_from_slice(b"CMYK");
        assert_eq!(seen(&ink), AS_IT_WAS);
        let whole = profile(DISPLAY_P3, &formula());
        for end in 0..whole.len() {
            assert_eq!(seen(&whole[..end]), AS_IT_WAS);
        }
        for at in 0..whole.len() {
            let mut spoilt = whole.clone();
            spoilt[at] = 0xff;
            seen(&spoilt);
        }
    }
}
