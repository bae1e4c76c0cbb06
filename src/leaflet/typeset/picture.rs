//! A picture as its author left it → one for paper: grey, upright, no finer than printers are, and so
//! small that a leaflet stays one.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{self, PngEncoder};
use image::imageops::{self, FilterType};
use image::{
    DynamicImage, ExtendedColorType, GrayImage, ImageDecoder, ImageEncoder, ImageFormat,
    ImageReader, Limits,
};
use std::io::Cursor;

/// What a picture is made of on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::leaflet) enum Tones {
    /// Of greys, which printers make their own raster of.
    Grey,
    /// Of black dots on white, which stay what they are on any printer and copier.
    Dots,
}

/// The longer side in pixels: 150 to an inch of a sheet's width.
const LONGEST_SIDE: u32 = 1100;
/// How much of a leaflet one picture may take.
const MOST_BYTES: usize = 200_000;
/// What a photo is set to until it is small enough: its longer side, and its quality.
const SMALLER: [(u32, u8); 3] = [(LONGEST_SIDE, 75), (800, 65), (600, 50)];
/// How much memory a picture may take while it is read.
const MOST_MEMORY: u64 = 512 << 20;

/// The picture in grey, or in dots; nothing if it is damaged, or none.
pub(in crate::leaflet) fn for_paper(bytes: &[u8], tones: Tones) -> Option<Vec<u8>> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?;
    let is_drawn = matches!(reader.format()?, ImageFormat::Png | ImageFormat::Gif);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    let longest = picture.width().max(picture.height());
    if longest > LONGEST_SIDE {
        picture = picture.thumbnail(LONGEST_SIDE, LONGEST_SIDE);
    }
    if let Some(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    let grey = on_white(&picture);
    // What somebody drew has edges, which are kept; what turns out too large for that is a photo.
    if is_drawn {
        let drawn = png(&grey);
        if let Some(png) = drawn.filter(|png| png.len() <= MOST_BYTES) {
            return Some(png);
        }
    }
    let grey = from_black_to_white(grey);
    if tones == Tones::Dots {
        return in_dots(&grey);
    }
    let mut smallest = None;
    for (side, quality) in SMALLER {
        let smaller = match grey.width().max(grey.height()) > side {
            true => DynamicImage::ImageLuma8(grey.clone())
                .thumbnail(side, side)
                .into_luma8(),
            false => grey.clone(),
        };
        let jpeg = jpeg(&smaller, quality)?;
        if jpeg.len() <= MOST_BYTES {
            return Some(jpeg);
        }
        smallest = Some(jpeg);
    }
    smallest
}

/// A photo in the sun or in the haze has neither black nor white; on paper it needs both to be recognised.
fn from_black_to_white(mut grey: GrayImage) -> GrayImage {
    /// So few pixels of a hundred may become wholly black, and as many wholly white.
    const PERCENT: usize = 1;
    /// Shades that are black or white enough.
    const BLACK: usize = 24;
    const WHITE: usize = 231;
    let mut counts = [0_usize; 256];
    for pixel in grey.pixels() {
        counts[usize::from(pixel.0[0])] += 1;
    }
    let few = grey.as_raw().len() * PERCENT / 100;
    let (mut below, mut above) = (0, 0);
    let darkest = (0..256).find(|shade| {
        below += counts[*shade];
        below > few
    });
    let lightest = (0..256).rev().find(|shade| {
        above += counts[*shade];
        above > few
    });
    let (Some(darkest), Some(lightest)) = (darkest, lightest) else {
        return grey;
    };
    // What is nearly of one shade is so on purpose.
    if darkest <= BLACK && lightest >= WHITE || lightest < darkest + BLACK {
        return grey;
    }
    for pixel in grey.pixels_mut() {
        let above = usize::from(pixel.0[0]).saturating_sub(darkest);
        let shade = (above * 255 / (lightest - darkest)).min(255);
        pixel.0 = [u8::try_from(shade).unwrap_or(u8::MAX)];
    }
    grey
}

/// Which of the pixels of two dots turn black first, by where they lie: dots grow from their middle and touch
/// askew, as in a newspaper, so that what a printer or a copier adds to their edge changes little.
const DOTS: [[u8; 8]; 8] = [
    [24, 10, 12, 26, 35, 47, 49, 37],
    [8, 0, 2, 14, 45, 59, 61, 51],
    [22, 6, 4, 16, 43, 57, 63, 53],
    [30, 20, 18, 28, 33, 41, 55, 39],
    [34, 46, 48, 36, 25, 11, 13, 27],
    [44, 58, 60, 50, 9, 1, 3, 15],
    [42, 56, 62, 52, 23, 7, 5, 17],
    [32, 40, 54, 38, 31, 21, 19, 29],
];
/// The longer side of a picture in dots: fifty of them to an inch of a sheet's width.
const LONGEST_IN_DOTS: u32 = 2 * LONGEST_SIDE;
/// How much of the darkest ground stays white, of 64 parts: no copier streaks it.
const STAYS_WHITE: u32 = 6;

/// The picture in black and white alone.
fn in_dots(grey: &GrayImage) -> Option<Vec<u8>> {
    let sides = [LONGEST_IN_DOTS, LONGEST_IN_DOTS * 3 / 4, LONGEST_SIDE];
    let mut smallest = None;
    for side in sides {
        let (width, height) = (u64::from(grey.width()), u64::from(grey.height()));
        let longest = width.max(height).max(1);
        let sized = |own: u64| u32::try_from((own * u64::from(side) / longest).max(1)).ok();
        let (width, height) = (sized(width)?, sized(height)?);
        let mut dotted = imageops::resize(grey, width, height, FilterType::Triangle);
        for (x, y, pixel) in dotted.enumerate_pixels_mut() {
            let ink = u32::from(255 - pixel.0[0]);
            // Dots of ink come out larger than they are.
            let ink = ink * (128 + ink) / 383;
            let black = ink * (64 - STAYS_WHITE) / 255;
            let threshold = DOTS[(y % 8) as usize][(x % 8) as usize];
            pixel.0 = [if u32::from(threshold) < black { 0 } else { 255 }];
        }
        // Rows of dots repeat as they are: no difference to their neighbours is smaller.
        let mut png = Vec::new();
        let (best, as_it_is) = (png::CompressionType::Best, png::FilterType::NoFilter);
        write(
            &dotted,
            PngEncoder::new_with_quality(&mut png, best, as_it_is),
        )?;
        if png.len() <= MOST_BYTES {
            return Some(png);
        }
        smallest = Some(png);
    }
    smallest
}

/// In grey, on paper where it lets light through.
fn on_white(picture: &DynamicImage) -> GrayImage {
    if !picture.color().has_alpha() {
        return picture.to_luma8();
    }
    let mut grey = GrayImage::new(picture.width(), picture.height());
    for (from, to) in picture.to_luma_alpha8().pixels().zip(grey.pixels_mut()) {
        let [ink, alpha] = from.0.map(u32::from);
        let shade = (ink * alpha + 255 * (255 - alpha) + 127) / 255;
        to.0 = [u8::try_from(shade).unwrap_or(u8::MAX)];
    }
    grey
}

fn png(grey: &GrayImage) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    write(grey, PngEncoder::new(&mut bytes))?;
    Some(bytes)
}

fn jpeg(grey: &GrayImage, quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    write(grey, JpegEncoder::new_with_quality(&mut bytes, quality))?;
    Some(bytes)
}

fn write(grey: &GrayImage, encoder: impl ImageEncoder) -> Option<()> {
    let (width, height) = grey.dimensions();
    let written = encoder.write_image(grey, width, height, ExtendedColorType::L8);
    written.ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgba, RgbaImage};

    fn saved(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    /// Every pixel another: what is hardest to make small.
    fn noise(side: u32) -> DynamicImage {
        let mut state = 7u32;
        DynamicImage::ImageRgb8(image::RgbImage::from_fn(side, side, |_, _| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            image::Rgb(state.to_be_bytes()[..3].try_into().unwrap())
        }))
    }

    #[test]
    fn a_picture_is_grey_on_white_paper() {
        let colours = [
            [255, 0, 0, 255],
            [0, 0, 0, 0],
            [0, 0, 0, 255],
            [0, 0, 0, 127],
        ];
        let picture = RgbaImage::from_fn(4, 1, |x, _| Rgba(colours[x as usize]));
        let png = saved(&picture.into(), ImageFormat::Png);
        let paper = image::load_from_memory(&for_paper(&png, Tones::Grey).unwrap()).unwrap();
        assert_eq!(paper.color(), image::ColorType::L8);
        assert_eq!(paper.as_bytes(), [54, 255, 0, 128]);
    }

    /// The photos lie in each of the eight ways, and show the same.
    #[test]
    fn a_photo_stands_upright_however_the_phone_was_held() {
        for turned in 1..=8 {
            let path = format!("tests/pictures/turned-{turned}.jpg");
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
            let photo = crate::files::bytes_of(&path).unwrap();
            let paper = image::load_from_memory(&for_paper(&photo, Tones::Grey).unwrap()).unwrap();
            let grey = paper.to_luma8();
            assert_eq!(grey.dimensions(), (48, 32), "{turned}");
            let places = [(8, 8), (24, 8), (40, 8), (8, 24), (24, 24), (40, 24)];
            let seen = places.map(|(x, y)| (u16::from(grey.get_pixel(x, y).0[0]) + 8) / 16);
            assert_eq!(seen, [4, 8, 3, 15, 1, 12], "{turned}");
        }
    }

    /// From white to black, in shades of haze.
    fn hazy() -> DynamicImage {
        let shade = |x: u32| u8::try_from(100 + x / 4).unwrap();
        image::RgbImage::from_fn(400, 64, |x, _| image::Rgb([shade(x); 3])).into()
    }

    #[test]
    fn a_photo_in_the_haze_has_black_and_white() {
        let paper = for_paper(&saved(&hazy(), ImageFormat::Jpeg), Tones::Grey).unwrap();
        let grey = image::load_from_memory(&paper).unwrap().to_luma8();
        let seen = [0, 100, 200, 300, 399].map(|x| grey.get_pixel(x, 32).0[0] / 32);
        assert_eq!(seen, [0, 1, 4, 6, 7]);
    }

    #[test]
    fn a_photo_in_dots_is_black_and_white_and_as_dark_as_it_was() {
        let paper = for_paper(&saved(&hazy(), ImageFormat::Jpeg), Tones::Dots).unwrap();
        assert_eq!(
            paper,
            for_paper(&saved(&hazy(), ImageFormat::Jpeg), Tones::Dots).unwrap()
        );
        let dots = image::load_from_memory(&paper).unwrap().to_luma8();
        assert_eq!(dots.dimensions(), (LONGEST_IN_DOTS, 352));
        assert!(dots.pixels().all(|pixel| [0, 255].contains(&pixel.0[0])));
        let black = |from: u32| {
            let columns = (from..from + 64).flat_map(|x| (0..352).map(move |y| (x, y)));
            let black = columns.filter(|(x, y)| dots.get_pixel(*x, *y).0[0] == 0);
            black.count() * 100 / (64 * 352)
        };
        assert_eq!([0, 512, 1024, 1536, 2112].map(black), [89, 57, 31, 12, 0]);
    }

    #[test]
    fn a_photo_is_bounded_in_bytes() {
        for (format, side) in [(ImageFormat::Jpeg, 3000), (ImageFormat::Png, 1100)] {
            let paper = for_paper(&saved(&noise(side), format), Tones::Grey).unwrap();
            assert!(paper.len() <= MOST_BYTES, "{format:?}: {}", paper.len());
            let size = image::load_from_memory(&paper).unwrap();
            assert!(size.width() <= LONGEST_SIDE && size.width() == size.height());
        }
    }

    #[test]
    fn what_is_damaged_is_no_picture() {
        let jpeg = saved(&noise(64), ImageFormat::Jpeg);
        let png = saved(&noise(64), ImageFormat::Png);
        for bytes in [
            &b""[..],
            b"\x89PNG",
            &png[..png.len() / 2],
            &jpeg[..20],
            b"<svg/>",
        ] {
            assert_eq!(for_paper(bytes, Tones::Grey), None);
        }
    }
}
