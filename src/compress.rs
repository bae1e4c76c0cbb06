//! Bytes → fewer of them, the same on every machine: Brotli (RFC 7932), gzip (RFC 1952) and zlib (RFC 1950).
//!
//! It knows no files.

use miniz_oxide::deflate;

/// How hard Brotli looks for what repeats itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// A third of a millisecond for a page; never smaller than with all effort.
    Little,
    /// As small as it gets, what a host sends that was given siblings.
    All,
}

/// What Brotli makes of the bytes. All effort takes twenty milliseconds for a page, and grows with the bytes.
pub fn brotli(bytes: &[u8], effort: Effort) -> Vec<u8> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: match effort {
            Effort::Little => 5,
            Effort::All => 11,
        },
        lgwin: 22,
        size_hint: bytes.len(),
        ..brotli::enc::BrotliEncoderParams::default()
    };
    let mut out = Vec::with_capacity(bytes.len() / 4 + 64);
    let written = brotli::BrotliCompress(&mut &*bytes, &mut out, &params);
    written.expect("there is always room for more bytes");
    out
}

/// How far gzip goes: further than this gains nothing that can be told.
const LEVEL: u8 = 9;

/// What gzip makes of the bytes; no name and no time stand in it.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    // Deflate, no flags, no time, smallest, of no system.
    let mut out = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
    out.extend(deflate::compress_to_vec(bytes, LEVEL));
    out.extend(crc32fast::hash(bytes).to_le_bytes());
    // The length modulo 2³², as the format has it.
    out.extend((bytes.len() as u32).to_le_bytes());
    out
}

/// How far zlib goes: further than this takes twice as long for a hundredth.
#[cfg(feature = "leaflets")]
const LEVEL_OF_STREAMS: i32 = 6;

/// What zlib makes of the bytes (RFC 1950), for the streams of other formats.
#[cfg(feature = "leaflets")]
pub fn zlib(bytes: &[u8]) -> Vec<u8> {
    use std::cell::RefCell;
    use zlib_rs::{Deflate, DeflateFlush, Status};
    const WINDOW: u8 = 15;
    thread_local! {
        /// It has room for what it looks back on, which takes longer to make than many a stream.
        static DEFLATE: RefCell<Deflate> =
            RefCell::new(Deflate::new(LEVEL_OF_STREAMS, true, WINDOW));
    }
    DEFLATE.with_borrow_mut(|deflate| {
        deflate.reset();
        let mut out = vec![0; zlib_rs::compress_bound(bytes.len())];
        let end = deflate.compress(bytes, &mut out, DeflateFlush::Finish);
        assert!(
            matches!(end, Ok(Status::StreamEnd)),
            "there is always room for more bytes"
        );
        out.truncate(usize::try_from(deflate.total_out()).expect("it was written here"));
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_small_comes_out_again() {
        for text in [String::new(), "ទឹក".to_owned(), "ទឹកស្អាត\n".repeat(4_000)]
        {
            let bytes = text.as_bytes();
            for effort in [Effort::Little, Effort::All] {
                let mut back = Vec::new();
                let small = brotli(bytes, effort);
                brotli::BrotliDecompress(&mut small.as_slice(), &mut back).expect("it is whole");
                assert_eq!(back, bytes);
            }
            let small = gzip(bytes);
            let body = &small[10..small.len() - 8];
            let back = miniz_oxide::inflate::decompress_to_vec(body).expect("it is whole");
            assert_eq!(back, bytes);
        }
    }

    #[cfg(feature = "leaflets")]
    #[test]
    fn what_is_made_small_is_the_same_whatever_was_made_small_before() {
        let long = "ទឹកស្អាត ".repeat(9_000);
        let mixed: Vec<u8> = (0..40_000_u32).map(|at| ((at * at) >> 7) as u8).collect();
        let texts: [&[u8]; 4] = [b"", b"sala", long.as_bytes(), &mixed];
        let alone = texts.map(|text| std::thread::scope(|scope| scope.spawn(|| zlib(text)).join()));
        for (text, alone) in texts.into_iter().zip(alone) {
            let small = alone.expect("nobody panics here");
            assert_eq!(zlib(text), small);
            let back = miniz_oxide::inflate::decompress_to_vec_zlib(&small);
            assert_eq!(back.expect("it is whole"), text);
        }
    }
}
