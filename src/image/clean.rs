//! A picture → the same picture, which says nothing of itself: no place, no day, no camera, no preview of
//! what was cut away, and nothing that a phone hung on behind its end, such as a short film.
//!
//! In: the bytes of a JPEG, PNG or WebP, whatever its name. Out: the same bytes if there is nothing to
//! take out, and else new ones, with the same pixels. Which side is up and the profile of its colours
//! stay, since browsers need them. What is of another kind comes out as it is.
//!
//! What is kept is named, and everything else goes: a kind of note that nobody has thought of yet is not
//! published by accident. Each byte is looked at once.

use super::metadata::orientation_in;
use memchr::memchr;
use std::borrow::Cow;

/// A picture that says nothing of itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Clean<'bytes> {
    pub bytes: Cow<'bytes, [u8]>,
    /// It has its end; one that was cut off while it was copied has none.
    pub is_whole: bool,
}

/// The picture without what it says of itself; nothing if it is damaged before its first pixel, so that
/// nobody can tell what it holds.
pub(super) fn clean(bytes: &[u8]) -> Option<Clean<'_>> {
    let cleaned = if bytes.starts_with(b"\xff\xd8\xff") {
        jpeg(bytes)?
    } else if bytes.starts_with(PNG) {
        png(bytes)?
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(&b"WEBP"[..]) {
        webp(bytes)?
    } else {
        return Some(Clean {
            bytes: Cow::Borrowed(bytes),
            is_whole: true,
        });
    };
    let (kept, is_whole) = cleaned;
    let bytes = match kept == bytes {
        true => Cow::Borrowed(bytes),
        false => Cow::Owned(kept),
    };
    Some(Clean { bytes, is_whole })
}

/// What is kept, and whether the end was there.
type Kept = (Vec<u8>, bool);

/// Segments up to the end, by ITU-T T.81; those of applications by what they begin with.
fn jpeg(bytes: &[u8]) -> Option<Kept> {
    let mut kept = bytes[..2].to_vec();
    let mut orientation = None;
    let mut has_pixels = false;
    let mut at = 2;
    loop {
        // Any number of these may stand before a marker.
        while bytes.get(at..at + 2) == Some(&b"\xff\xff"[..]) {
            at += 1;
        }
        let marker = match bytes.get(at..at + 2) {
            Some([0xff, marker]) => *marker,
            // Cut off between two segments, or no segment.
            _ if has_pixels => return Some((kept, false)),
            _ => return None,
        };
        if marker == 0xd9 {
            kept.extend([0xff, 0xd9]);
            return has_pixels.then_some((kept, true));
        }
        let length = bytes.get(at + 2..at + 4);
        let length = length.map(|pair| usize::from(u16::from_be_bytes([pair[0], pair[1]])));
        let end = length
            .filter(|length| *length >= 2)
            .map(|length| at + 2 + length);
        let Some(segment) = end.and_then(|end| bytes.get(at..end)) else {
            return has_pixels.then_some((kept, false));
        };
        let content = &segment[4..];
        at += segment.len();
        match marker {
            0xe0 if content.starts_with(b"JFIF\0") && content.len() >= 14 => {
                // Without the small picture of itself, which may show what was cut away.
                kept.extend([0xff, 0xe0, 0, 16]);
                kept.extend(&content[..12]);
                kept.extend([0, 0]);
            }
            0xe1 => {
                let exif = content.strip_prefix(b"Exif\0");
                let exif = exif.and_then(|exif| exif.get(1..));
                orientation = orientation.or(exif.and_then(orientation_in));
            }
            0xe2 if content.starts_with(b"ICC_PROFILE\0") => kept.extend(segment),
            0xee if content.starts_with(b"Adobe") => kept.extend(segment),
            // Other notes of applications, and comments.
            0xe0..=0xef | 0xfe => {}
            0xda => {
                if !has_pixels && let Some(turned) = orientation {
                    let exif = [b"Exif\0\0", &*exif(turned)].concat();
                    let length = u16::try_from(exif.len() + 2).ok()?.to_be_bytes();
                    let note = [&[0xff, 0xe1][..], &length, &exif].concat();
                    kept.splice(2..2, note);
                }
                has_pixels = true;
                kept.extend(segment);
                let scan = scan(&bytes[at..]);
                kept.extend(scan);
                at += scan.len();
            }
            _ => kept.extend(segment),
        }
    }
}

/// The pixels up to the next marker that does not belong to them.
fn scan(bytes: &[u8]) -> &[u8] {
    let mut at = 0;
    while let Some(next) = memchr(0xff, &bytes[at..]) {
        at += next;
        match bytes.get(at + 1) {
            Some(0 | 0xd0..=0xd7) => at += 2,
            Some(0xff) => at += 1,
            Some(_) => return &bytes[..at],
            None => break,
        }
    }
    bytes
}

/// The least Exif that says which side is up.
fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    exif
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The chunks that change what is seen, sorted; those that animate among them.
const CHUNKS: [&[u8; 4]; 16] = [
    b"IDAT", b"IEND", b"IHDR", b"PLTE", b"acTL", b"bKGD", b"cHRM", b"cICP", b"fcTL", b"fdAT",
    b"gAMA", b"iCCP", b"pHYs", b"sBIT", b"sRGB", b"tRNS",
];

fn png(bytes: &[u8]) -> Option<Kept> {
    let mut kept = PNG.to_vec();
    let mut has_pixels = false;
    let mut at = PNG.len();
    loop {
        let head: Option<[u8; 8]> = bytes.get(at..at + 8).and_then(|head| head.try_into().ok());
        let Some([a, b, c, d, kind @ ..]) = head else {
            return has_pixels.then_some((kept, false));
        };
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        // With the sum that checks it.
        let Some(chunk) = bytes.get(at..at + 12 + length) else {
            if &kind == b"IDAT" {
                kept.extend(&bytes[at..]);
                has_pixels = true;
            }
            return has_pixels.then_some((kept, false));
        };
        at += chunk.len();
        has_pixels |= &kind == b"IDAT";
        if &kind == b"eXIf" {
            if let Some(turned) = orientation_in(&chunk[8..8 + length]) {
                let exif = exif(turned);
                kept.extend(u32::try_from(exif.len()).ok()?.to_be_bytes());
                let sum_of = kept.len();
                kept.extend(b"eXIf");
                kept.extend(exif);
                let sum = crc(&kept[sum_of..]);
                kept.extend(sum.to_be_bytes());
            }
        } else if CHUNKS.contains(&&kind) {
            kept.extend(chunk);
        }
        if &kind == b"IEND" {
            return has_pixels.then_some((kept, true));
        }
    }
}

/// The sum that PNG checks its chunks with; bit by bit, as it is needed for thirty bytes.
fn crc(bytes: &[u8]) -> u32 {
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| match sum & 1 {
            0 => sum >> 1,
            _ => sum >> 1 ^ 0xedb8_8320,
        })
    });
    !sum
}

/// The chunks of WebP that change what is seen, and the bits that announce others.
const WEBP: [&[u8; 4]; 7] = [
    b"ALPH", b"ANIM", b"ANMF", b"ICCP", b"VP8 ", b"VP8L", b"VP8X",
];
const HAS_EXIF: u8 = 8;
const HAS_XMP: u8 = 4;

fn webp(bytes: &[u8]) -> Option<Kept> {
    let mut kept = b"RIFF\0\0\0\0WEBP".to_vec();
    let mut flags = None;
    let mut orientation = None;
    let mut has_pixels = false;
    let announced = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?) as usize;
    let mut is_whole = announced.checked_add(8)? <= bytes.len();
    let mut at = 12;
    while at + 8 <= bytes.len().min(announced + 8) {
        let [kind @ .., a, b, c, d]: [u8; 8] = bytes.get(at..at + 8)?.try_into().ok()?;
        let length = u32::from_le_bytes([a, b, c, d]) as usize;
        let Some(content) = bytes.get(at + 8..at + 8 + length) else {
            is_whole = false;
            break;
        };
        // Each begins at an even byte.
        at += 8 + length + length % 2;
        has_pixels |= matches!(&kind, b"VP8 " | b"VP8L" | b"ANMF");
        if &kind == b"EXIF" {
            let exif = content.strip_prefix(b"Exif\0\0").unwrap_or(content);
            orientation = orientation.or(orientation_in(exif));
        }
        if WEBP.contains(&&kind) {
            if &kind == b"VP8X" {
                flags = flags.or(Some(kept.len() + 8));
            }
            chunk(&kind, content, &mut kept);
        }
    }
    if let Some(flags) = flags.map(|at| kept.get_mut(at)) {
        let flags = flags?;
        *flags &= !(HAS_EXIF | HAS_XMP);
        if let Some(turned) = orientation {
            *flags |= HAS_EXIF;
            chunk(b"EXIF", &exif(turned), &mut kept);
        }
    }
    let length = u32::try_from(kept.len() - 8).ok()?;
    kept[4..8].copy_from_slice(&length.to_le_bytes());
    has_pixels.then_some((kept, is_whole))
}

fn chunk(kind: &[u8; 4], content: &[u8], kept: &mut Vec<u8>) {
    kept.extend(kind);
    // It was read from as many bits.
    kept.extend((content.len() as u32).to_le_bytes());
    kept.extend(content);
    kept.resize(kept.len() + content.len() % 2, 0);
}
