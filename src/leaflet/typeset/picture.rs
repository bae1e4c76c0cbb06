//! A picture as its author left it → one for paper: grey, upright, no finer than printers are, and so
//! small that a leaflet stays one.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{
    DynamicImage, ExtendedColorType, GrayImage, ImageDecoder, ImageEncoder, ImageFormat,
    ImageReader, Limits,
};
use std::io::Cursor;

/// The longer side in pixels: 150 to an inch of a sheet's width.
const LONGEST_SIDE: u32 = 1100;
/// How much of a leaflet one picture may take.
const MOST_BYTES: usize = 200_000;
/// What a photo is set to until it is small enough: its longer side, and its quality.
const SMALLER: [(u32, u8); 3] = [(LONGEST_SIDE, 75), (800, 65), (600, 50)];
/// How much memory a picture may take while it is read.
const MOST_MEMORY: u64 = 512 << 20;

/// The picture in grey; nothing if it is damaged, or none.
pub(in crate::leaflet) fn for_paper(bytes: &[u8]) -> Option<Vec<u8>> {
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
        let paper = image::load_from_memory(&for_paper(&png).unwrap()).unwrap();
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
            let paper = image::load_from_memory(&for_paper(&photo).unwrap()).unwrap();
            let grey = paper.to_luma8();
            assert_eq!(grey.dimensions(), (48, 32), "{turned}");
            let places = [(8, 8), (24, 8), (40, 8), (8, 24), (24, 24), (40, 24)];
            let seen = places.map(|(x, y)| (u16::from(grey.get_pixel(x, y).0[0]) + 8) / 16);
            assert_eq!(seen, [4, 8, 3, 15, 1, 12], "{turned}");
        }
    }

    #[test]
    fn a_photo_is_bounded_in_bytes() {
        for (format, side) in [(ImageFormat::Jpeg, 3000), (ImageFormat::Png, 1100)] {
            let paper = for_paper(&saved(&noise(side), format)).unwrap();
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
            assert_eq!(for_paper(bytes), None);
        }
    }
}
