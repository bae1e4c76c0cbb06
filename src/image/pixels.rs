//! The bytes of a picture → its pixels, upright, in red, green and blue as browsers see them, on white
//! where it lets light through, and no more of them than twice what pages show.
//!
//! A page may be dark or light, and ink on a clear ground would be lost on one of them; so the ground is
//! as white as paper, here as on leaflets. Time and memory grow with the pixels of the picture; how many
//! of them are in memory at once, in all threads, is bounded.

use super::profile;
use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use std::io::Cursor;
use std::sync::{Condvar, Mutex, PoisonError};

/// So many pixels take seconds, and hundreds of megabytes: no phone's photo is larger.
pub(super) const MOST_PIXELS: u64 = 60_000_000;
/// How much memory a picture may take while it is read: eight bytes each are the most.
const MOST_MEMORY: u64 = MOST_PIXELS * 8 + (64 << 20);

/// A picture as it was read.
pub(super) struct Pixels {
    pub picture: RgbImage,
    /// Somebody drew it, or copied it from a screen: it has edges, and few colours.
    pub is_drawn: bool,
}

/// The pixels of a picture, made smaller to about twice `width` and `height`, the size at which it is
/// shown; nothing if it is damaged, or none.
pub(super) fn upright(bytes: &[u8], (width, height): (u32, u32)) -> Option<Pixels> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?;
    let format = reader.format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (across, down) = decoder.dimensions();
    let pixels = u64::from(across) * u64::from(down);
    if pixels > MOST_PIXELS {
        return None;
    }
    let _room = Room::take(pixels);
    let orientation = decoder.orientation().ok();
    let colours = decoder.icc_profile().ok().flatten();
    let picture = DynamicImage::from_decoder(decoder).ok()?;
    let mut picture = on_white(picture);
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    let (width, height) = match orientation {
        Some(Rotate90 | Rotate90FlipH | Rotate270 | Rotate270FlipH) => (height, width),
        _ => (width, height),
    };
    // Each of the pixels that are left is the mean of those in its place.
    let (most_across, most_down) = (width.saturating_mul(2), height.saturating_mul(2));
    if across > most_across && down > most_down {
        picture = imageops::thumbnail(&picture, most_across, most_down);
    }
    if let Some(colours) = colours {
        profile::to_srgb(&colours, &mut picture);
    }
    let mut picture = DynamicImage::ImageRgb8(picture);
    if let Some(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    Some(Pixels {
        picture: picture.into_rgb8(),
        is_drawn: format != ImageFormat::Jpeg,
    })
}

/// The picture at another size.
///
/// By cubic curves: unlike waves they need no sine, which machines may compute in different ways.
pub(super) fn at_size(picture: &RgbImage, (width, height): (u32, u32)) -> RgbImage {
    match picture.dimensions() == (width, height) {
        true => picture.clone(),
        false => imageops::resize(picture, width, height, FilterType::CatmullRom),
    }
}

fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let clear = picture.into_rgba8();
    let (width, height) = clear.dimensions();
    let mut bytes = clear.into_raw();
    let count = bytes.len() / 4;
    for at in 0..count {
        let alpha = u32::from(bytes[at * 4 + 3]);
        for colour in 0..3 {
            let ink = u32::from(bytes[at * 4 + colour]);
            let shade = (ink * alpha + 255 * (255 - alpha) + 127) / 255;
            bytes[at * 3 + colour] = u8::try_from(shade).unwrap_or(u8::MAX);
        }
    }
    bytes.truncate(count * 3);
    RgbImage::from_raw(width, height, bytes).expect("each pixel has three bytes")
}

/// How many pixels are being read, in all threads.
static IN_MEMORY: Mutex<u64> = Mutex::new(0);
static LEFT: Condvar = Condvar::new();

/// Room for the pixels of a picture: others wait that would fill the memory beside it. Nobody who has
/// room waits for anybody.
struct Room {
    pixels: u64,
}

impl Room {
    fn take(pixels: u64) -> Room {
        let mut taken = IN_MEMORY.lock().unwrap_or_else(PoisonError::into_inner);
        while *taken > 0 && *taken + pixels > MOST_PIXELS {
            taken = LEFT.wait(taken).unwrap_or_else(PoisonError::into_inner);
        }
        *taken += pixels;
        Room { pixels }
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        *IN_MEMORY.lock().unwrap_or_else(PoisonError::into_inner) -= self.pixels;
        LEFT.notify_all();
    }
}
