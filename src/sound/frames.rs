//! The bytes of a sound → how many milliseconds it plays.

use super::boxes::{boxes, chunks};
use super::notes::id3_length;

/// MP3, or AAC in its own stream: frame after frame, each of which says how long it is.
pub(super) fn stream(bytes: &[u8]) -> Option<u64> {
    let mut at = id3_length(bytes);
    // Up to the first frame, some have a few bytes that fill.
    at += bytes
        .get(at..)?
        .windows(2)
        .take(MOST_BEFORE)
        .position(is_sync)?;
    let mut micros: u64 = 0;
    let mut frames = 0;
    while let Some(frame) = bytes.get(at..).and_then(Frame::of) {
        micros += frame.samples * 1_000_000 / frame.rate;
        frames += 1;
        at += frame.length;
    }
    // Two bytes that look like a frame are none.
    (frames > 1).then_some(micros / 1000)
}

/// How far a first frame is looked for.
const MOST_BEFORE: usize = 64 << 10;

fn is_sync(pair: &[u8]) -> bool {
    matches!(pair, [0xff, second] if second & 0xe0 == 0xe0)
}

struct Frame {
    length: usize,
    samples: u64,
    rate: u64,
}

/// Kilobits of a second, of the three layers of MPEG-1, and of layer I and the others of MPEG-2.
const BIT_RATES: [[u16; 15]; 5] = [
    [
        0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448,
    ],
    [
        0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384,
    ],
    [
        0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320,
    ],
    [
        0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256,
    ],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
const RATES: [u64; 3] = [44_100, 48_000, 32_000];
const RATES_OF_AAC: [u64; 13] = [
    96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
    7_350,
];

impl Frame {
    fn of(bytes: &[u8]) -> Option<Frame> {
        let head: [u8; 7] = bytes.get(..7)?.try_into().ok()?;
        if !is_sync(&head[..2]) {
            return None;
        }
        match (head[1] >> 3 & 3, head[1] >> 1 & 3) {
            // No layer: AAC.
            (_, 0) => Frame::of_aac(head),
            (1, _) => None,
            (version, layer) => Frame::of_mpeg(head, version, layer),
        }
    }

    fn of_aac(head: [u8; 7]) -> Option<Frame> {
        let rate = RATES_OF_AAC.get(usize::from(head[2] >> 2 & 15))?;
        let [.., a, b, c, _] = head;
        let length = (usize::from(a & 3) << 11) | (usize::from(b) << 3) | usize::from(c >> 5);
        (length > 7).then_some(Frame {
            length,
            samples: 1024 * u64::from((head[6] & 3) + 1),
            rate: *rate,
        })
    }

    /// Version 3 is MPEG-1, 2 is MPEG-2, 0 is MPEG-2.5; layer 3 is I, 2 is II, 1 is III.
    fn of_mpeg(head: [u8; 7], version: u8, layer: u8) -> Option<Frame> {
        let is_first = version == 3;
        let column = match (is_first, layer) {
            (true, layer) => usize::from(3 - layer),
            (false, 3) => 3,
            (false, _) => 4,
        };
        let bits = BIT_RATES[column].get(usize::from(head[2] >> 4)).copied();
        let bits = u64::from(bits.filter(|bits| *bits > 0)?) * 1000;
        let rate = RATES.get(usize::from(head[2] >> 2 & 3))?;
        let rate = match version {
            3 => *rate,
            2 => rate / 2,
            _ => rate / 4,
        };
        let samples = match (layer, is_first) {
            (3, _) => 384,
            (1, false) => 576,
            _ => 1152,
        };
        let padding = u64::from(head[2] >> 1 & 1);
        let length = match layer {
            3 => (12 * bits / rate + padding) * 4,
            _ => samples / 8 * bits / rate + padding,
        };
        Some(Frame {
            length: usize::try_from(length).ok().filter(|length| *length > 4)?,
            samples,
            rate,
        })
    }
}

/// The length that the box `moov/mvhd` tells.
pub(super) fn mp4(bytes: &[u8]) -> Option<u64> {
    let movie = boxes(bytes).find(|part| part.kind == b"moov")?.content;
    let head = boxes(movie).find(|part| part.kind == b"mvhd")?.content;
    let long = |at: usize| {
        let four: [u8; 4] = head.get(at..at + 4)?.try_into().ok()?;
        Some(u64::from(u32::from_be_bytes(four)))
    };
    let (scale, length) = match head.first()? {
        0 => (long(12)?, long(16)?),
        _ => (long(20)?, long(24)? << 32 | long(28)?),
    };
    length.checked_mul(1000)?.checked_div(scale)
}

/// The place that the last page of an Ogg stream tells, by the rate that its first page tells.
pub(super) fn ogg(bytes: &[u8]) -> Option<u64> {
    let first = bytes.get(28..)?;
    let (rate, skipped) = if first.starts_with(b"OpusHead") {
        let skipped: [u8; 2] = first.get(10..12)?.try_into().ok()?;
        (48_000, u64::from(u16::from_le_bytes(skipped)))
    } else if first.starts_with(b"\x01vorbis") {
        let rate: [u8; 4] = first.get(12..16)?.try_into().ok()?;
        (u64::from(u32::from_le_bytes(rate)), 0)
    } else {
        return None;
    };
    let last = memchr::memmem::rfind(bytes, b"OggS")?;
    let place: [u8; 8] = bytes.get(last + 6..last + 14)?.try_into().ok()?;
    let samples = u64::from_le_bytes(place).checked_sub(skipped)?;
    samples.checked_mul(1000)?.checked_div(rate)
}

/// How long the sound of a WAVE file is, by how many bytes a second takes.
pub(super) fn wav(bytes: &[u8]) -> Option<u64> {
    let mut of_second = None;
    for part in chunks(bytes.get(12..)?) {
        match part.kind {
            b"fmt " => {
                let four: [u8; 4] = part.content.get(8..12)?.try_into().ok()?;
                of_second = Some(u64::from(u32::from_le_bytes(four)));
            }
            b"data" => return part.told.checked_mul(1000)?.checked_div(of_second?),
            _ => {}
        }
    }
    None
}
