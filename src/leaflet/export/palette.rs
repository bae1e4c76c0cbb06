//! Pixels → a PNG (ISO/IEC 15948) of few colours, the same bytes for the same pixels on every machine.
//!
//! What is drawn in flat colours and letters has a few hundred: grounds, inks, and the shades between them
//! along the edges of letters. The commonest are kept as they are, and each other one becomes the nearest of
//! those if it is hardly told apart, so that letters of one ink on one ground have sixteen shades, which
//! take half a byte each. Quantisers for photos look at every pixel several times and mix flat grounds; this
//! one looks at the list of colours alone. The bytes are written here because the encoders of the `png` and
//! `image` crates leave their deflating to whatever is fastest on a machine.

use miniz_oxide::deflate::compress_to_vec_zlib;
use rustc_hash::FxHashMap;

/// How many colours there are at most.
const MOST: usize = 128;
/// Shades that differ by no more in red, green and blue are one: sixteen lie between black and white.
const CLOSE: u8 = 17;
/// How hard deflate looks for what repeats itself: further than this costs time, and saves little.
const LEVEL: u8 = 7;

/// Red, green and blue.
type Colour = [u8; 3];

/// The picture of these pixels, row by row; as many as `width` × `height`.
pub(super) fn png(width: u32, height: u32, pixels: &[Colour]) -> Vec<u8> {
    let palette = Palette::of(pixels);
    let bits = match palette.colours.len() {
        0..=2 => 1,
        3..=4 => 2,
        5..=16 => 4,
        _ => 8,
    };
    let rows = pixels.chunks(width.max(1) as usize);
    let mut lines = Vec::with_capacity(pixels.len() + height as usize);
    for row in rows {
        // Each row begins with its filter: none.
        lines.push(0);
        palette.write(row, bits, &mut lines);
    }
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::with_capacity(13);
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    // Colours by their numbers, compressed, with filters, not interlaced.
    header.extend([bits, 3, 0, 0, 0]);
    chunk(*b"IHDR", &header, &mut out);
    chunk(*b"PLTE", palette.colours.as_flattened(), &mut out);
    chunk(*b"IDAT", &compress_to_vec_zlib(&lines, LEVEL), &mut out);
    chunk(*b"IEND", &[], &mut out);
    out
}

fn chunk(kind: [u8; 4], data: &[u8], out: &mut Vec<u8>) {
    // No picture of a card is as large as that.
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
    out.extend(length.to_be_bytes());
    let begin = out.len();
    out.extend(kind);
    out.extend(data);
    out.extend(crc32fast::hash(&out[begin..]).to_be_bytes());
}

/// The colours of a picture, and which of them stands for each colour of its pixels.
struct Palette {
    colours: Vec<Colour>,
    numbers: FxHashMap<Colour, u8>,
}

impl Palette {
    fn of(pixels: &[Colour]) -> Palette {
        let counted = counted(pixels);
        let mut colours: Vec<Colour> = Vec::new();
        for (colour, _) in &counted {
            let is_close = |own: &Colour| (0..3).all(|at| own[at].abs_diff(colour[at]) <= CLOSE);
            if colours.len() < MOST && !colours.iter().any(is_close) {
                colours.push(*colour);
            }
        }
        let numbers = counted.iter().map(|(colour, _)| {
            let nearest = (0_u8..).zip(&colours);
            let nearest = nearest.min_by_key(|(_, own)| distance(*colour, **own));
            (*colour, nearest.map_or(0, |(number, _)| number))
        });
        Palette {
            numbers: numbers.collect(),
            colours,
        }
    }

    /// Writes the numbers of a row's colours, so many bits each.
    fn write(&self, row: &[Colour], bits: u8, out: &mut Vec<u8>) {
        let in_a_byte = usize::from(8 / bits);
        let mut before = None;
        let mut number_of = |colour: Colour| match before {
            Some((last, number)) if last == colour => number,
            _ => {
                let number = self.numbers[&colour];
                before = Some((colour, number));
                number
            }
        };
        for pixels in row.chunks(in_a_byte) {
            let mut byte = 0;
            for at in 0..in_a_byte {
                let number = pixels.get(at).map_or(0, |colour| number_of(*colour));
                byte = match bits {
                    8 => number,
                    _ => byte << bits | number,
                };
            }
            out.push(byte);
        }
    }
}

/// Each colour with how many pixels have it, the commonest first.
fn counted(pixels: &[Colour]) -> Vec<(Colour, usize)> {
    let mut counts: FxHashMap<Colour, usize> = FxHashMap::default();
    // Most pixels have the colour of the one before.
    for run in pixels.chunk_by(|one, other| one == other) {
        *counts.entry(run[0]).or_default() += run.len();
    }
    let mut counted: Vec<(Colour, usize)> = counts.into_iter().collect();
    counted.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    counted
}

/// How far colours lie apart; the eye sees green best, and blue least.
fn distance(one: Colour, other: Colour) -> u32 {
    let squares = one.into_iter().zip(other).zip([3, 6, 1]);
    squares
        .map(|((one, other), weight)| u32::from(one.abs_diff(other)).pow(2) * weight)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(png: &[u8]) -> (u32, u32, Vec<u8>) {
        let picture = image::load_from_memory(png).expect("a picture").to_rgb8();
        (picture.width(), picture.height(), picture.into_raw())
    }

    #[test]
    fn few_colours_come_back_as_they_were() {
        for colours in [1_usize, 2, 3, 4, 5, 16, 17, 100] {
            let colour = |at: usize| [(at % 14 * 18) as u8, (at / 14 * 18) as u8, 9];
            // Rows that do not end with a byte.
            let pixels: Vec<Colour> = (0..13 * 11).map(|at| colour(at % colours)).collect();
            let png = png(13, 11, &pixels);
            assert_eq!(read(&png), (13, 11, pixels.concat()), "{colours}");
        }
    }

    #[test]
    fn letters_of_one_ink_have_sixteen_shades_and_grounds_stay_as_they_are() {
        let mut pixels = vec![[11, 87, 81]; 300_000];
        pixels.extend(vec![[255, 255, 255]; 30_000]);
        // From the one to the other.
        let between = |from: u8, share: u32| {
            let way = u32::from(255 - from) * share / 255;
            from + u8::try_from(way).unwrap()
        };
        for share in 0..=255 {
            pixels.push([between(11, share), between(87, share), between(81, share)]);
        }
        pixels.resize(331_000, [11, 87, 81]);
        let png = png(1000, 331, &pixels);
        assert_eq!(png[24], 4, "half a byte for each pixel");
        let (_, _, back) = read(&png);
        let (back, _) = back.as_chunks::<3>();
        assert_eq!(back[..330_000], pixels[..330_000]);
        for (one, other) in pixels.iter().zip(back) {
            let off = (0..3).map(|at| one[at].abs_diff(other[at])).max();
            assert!(off <= Some(CLOSE), "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_picture_of_every_colour_is_one_of_few() {
        let colour = |at: u32| [(at >> 8) as u8, at as u8, (at * 7) as u8];
        let pixels: Vec<Colour> = (0..65_536).map(colour).collect();
        let (width, height, back) = read(&png(256, 256, &pixels));
        assert_eq!((width, height), (256, 256));
        let (back, _) = back.as_chunks::<3>();
        let seen: std::collections::BTreeSet<&Colour> = back.iter().collect();
        assert!(seen.len() <= MOST, "{}", seen.len());
    }
}
