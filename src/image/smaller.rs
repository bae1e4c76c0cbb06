//! A picture → the files that pages show in its place: WebP at two widths, and a small JPEG for browsers
//! that know no WebP.
//!
//! What there will be is known from the size of the picture alone, so that it can be planned before a
//! pixel is read. The same bytes come out on every machine.

use super::pixels::{Pixels, at_size, upright};
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder, RgbImage};
use webp::Encoder;

/// The widths at which pages show pictures: that of a small phone, and of a column of text.
const WIDTHS: [u32; 2] = [320, 640];
/// WebP can be no higher than 16,383.
const HIGHEST: u32 = 16_000;
/// How many bytes the JPEG has at most.
const MOST_BYTES: usize = 12_000;
/// What it is set to until it is small enough: how well, then how wide, in parts of a hundred.
const JPEG: [(u8, u32); 9] = [
    (70, 100),
    (60, 100),
    (50, 100),
    (40, 100),
    (30, 100),
    (30, 70),
    (30, 50),
    (20, 30),
    (10, 10),
];
/// How well a photo is kept, and a drawing where that takes less than keeping all of it.
const PHOTO: f32 = 45.0;
const DRAWING: f32 = 75.0;

/// The files that stand for a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Smaller {
    /// The width and height of each as WebP, from the smallest on; there is at least one.
    pub sizes: Vec<(u32, u32)>,
}

impl Smaller {
    /// Of a picture of this width and height, upright.
    pub(super) fn of(width: u32, height: u32) -> Smaller {
        let mut sizes: Vec<(u32, u32)> = WIDTHS
            .iter()
            .map(|most| fitted(width, height, *most))
            .collect();
        sizes.dedup();
        Smaller { sizes }
    }

    /// The largest of them, as pages show it.
    pub fn largest(&self) -> (u32, u32) {
        *self.sizes.last().expect("there is at least one")
    }

    /// Where the JPEG stands that stands for the picture at `path`.
    pub fn jpeg_path(&self, path: &str) -> String {
        format!("{path}-{}.jpg", self.sizes[0].0)
    }

    /// Where each WebP stands, with its width.
    pub fn webp_paths(&self, path: &str) -> impl Iterator<Item = (String, u32)> {
        let widths = self.sizes.iter().map(|(width, _)| *width);
        widths.map(move |width| (format!("{path}-{width}.webp"), width))
    }

    /// The JPEG, then each WebP, of a picture with these bytes; nothing if it is damaged.
    pub fn make(&self, bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
        let Pixels { picture, is_drawn } = upright(bytes, self.largest())?;
        let pictures: Vec<RgbImage> = self
            .sizes
            .iter()
            .map(|size| at_size(&picture, *size))
            .collect();
        drop(picture);
        let mut files = vec![small_jpeg(&pictures[0])?];
        for picture in &pictures {
            files.push(webp(picture, is_drawn)?);
        }
        Some(files)
    }
}

/// The size at which a picture is no wider than `most`, and no higher than can be.
fn fitted(width: u32, height: u32, most: u32) -> (u32, u32) {
    let in_proportion = |side: u32, from: u32, to: u32| {
        let side = (u64::from(side) * u64::from(to) + u64::from(from) / 2) / u64::from(from);
        u32::try_from(side).unwrap_or(u32::MAX).max(1)
    };
    let across = width.min(most);
    let down = in_proportion(height, width, across);
    match down > HIGHEST {
        true => (in_proportion(width, height, HIGHEST), HIGHEST),
        false => (across, down),
    }
}

fn small_jpeg(picture: &RgbImage) -> Option<Vec<u8>> {
    let (width, height) = picture.dimensions();
    let mut smallest = None;
    for (quality, part) in JPEG {
        let size = ((width * part / 100).max(1), (height * part / 100).max(1));
        let jpeg = jpeg(&at_size(picture, size), quality)?;
        if jpeg.len() <= MOST_BYTES {
            return Some(jpeg);
        }
        smallest = Some(jpeg);
    }
    smallest
}

fn jpeg(picture: &RgbImage, quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (width, height) = picture.dimensions();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    let written = encoder.write_image(picture, width, height, ExtendedColorType::Rgb8);
    written.ok().map(|()| bytes)
}

fn webp(picture: &RgbImage, is_drawn: bool) -> Option<Vec<u8>> {
    let encoder = Encoder::from_rgb(picture, picture.width(), picture.height());
    let encode = |keeps_all, quality| {
        let encoded = encoder.encode_simple(keeps_all, quality);
        encoded.ok().map(|bytes| bytes.to_vec())
    };
    if !is_drawn {
        return encode(false, PHOTO);
    }
    let (all, most) = (encode(true, DRAWING)?, encode(false, DRAWING)?);
    Some(match all.len() <= most.len() {
        true => all,
        false => most,
    })
}
