//! What a picture says of itself besides its pixels: which kind it is, whatever its name; which side is
//! up; whether it tells where it was taken; for which colours it was made.
//!
//! In: the bytes of a file, read in pieces up to where such things can stand. Out: facts. What is
//! damaged says nothing. Exif 3.0 in JPEG, PNG and WebP, and Adobe's XMP beside it; of films in the form
//! of ISO 14496-12 (MP4, QuickTime) what phones write into them.

use std::io::{self, BufReader, Read, Seek, SeekFrom};

/// What a picture says of itself.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// Browsers turn it by a quarter.
    pub lies_on_its_side: bool,
    /// It tells where it was taken.
    pub has_position: bool,
    /// Its colours are those of four inks.
    pub is_for_print: bool,
}

/// The longest piece that is looked into: a segment of a JPEG is no longer.
const LONGEST: u64 = 64 << 10;

type Reader<File> = BufReader<File>;

/// Reads a picture from its beginning, as far as it can be read.
pub(super) fn read<File: Read + Seek>(file: &mut Reader<File>) -> Found {
    let mut found = Found::default();
    // What is cut off or damaged has told what stands before.
    let _ = read_on(file, &mut found);
    found
}

fn read_on<File: Read + Seek>(file: &mut Reader<File>, found: &mut Found) -> io::Result<()> {
    file.seek(SeekFrom::Start(0))?;
    let begin = piece(file, 12)?;
    if begin.starts_with(b"\xff\xd8\xff") {
        file.seek(SeekFrom::Start(2))?;
        jpeg(file, found)
    } else if begin.starts_with(b"\x89PNG\r\n\x1a\n") {
        file.seek(SeekFrom::Start(8))?;
        png(file, found)
    } else if begin.starts_with(b"RIFF") && begin.get(8..12) == Some(&b"WEBP"[..]) {
        file.seek(SeekFrom::Start(12))?;
        webp(file, found)
    } else {
        Ok(())
    }
}

/// The name of the kind of picture that begins so, if browsers do not show it.
pub(super) fn other_kind(begin: &[u8]) -> Option<&'static str> {
    if begin.get(4..8) == Some(&b"ftyp"[..]) {
        let brands = begin[8..].chunks_exact(4).take(8);
        let is_avif = |brand: &[u8]| brand.starts_with(b"avi");
        let is_heic = |brand: &[u8]| {
            brand.starts_with(b"hei") || brand.starts_with(b"hev") || brand == b"mif1"
        };
        return match brands.clone().any(is_avif) {
            true => None,
            false => brands.clone().any(is_heic).then_some("HEIC"),
        };
    }
    let kinds: [(&[u8], &str); 7] = [
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"BM", "BMP"),
        (b"\xff\x0a", "JPEG XL"),
        (b"\0\0\0\x0cJXL ", "JPEG XL"),
        (b"\0\0\0\x0cjP  ", "JPEG 2000"),
        (b"\xff\x4f\xff\x51", "JPEG 2000"),
    ];
    let kind = kinds.iter().find(|(own, _)| begin.starts_with(own));
    kind.map(|(_, kind)| *kind)
}

/// Up to so many bytes.
fn piece(file: &mut impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads a part of `length` bytes if it may be one of ours, up to what is looked into, and passes over
/// the rest.
fn part<File: Read + Seek>(file: &mut Reader<File>, length: u64) -> io::Result<Vec<u8>> {
    let bytes = piece(file, length.min(LONGEST))?;
    pass_over(file, length - bytes.len() as u64)?;
    Ok(bytes)
}

fn pass_over<File: Read + Seek>(file: &mut Reader<File>, length: u64) -> io::Result<()> {
    file.seek_relative(i64::try_from(length).unwrap_or(i64::MAX))
}

/// The segments before the pixels.
fn jpeg<File: Read + Seek>(file: &mut Reader<File>, found: &mut Found) -> io::Result<()> {
    loop {
        let mut head = [0; 4];
        file.read_exact(&mut head)?;
        let [0xff, marker, high, low] = head else {
            return Ok(());
        };
        // Any number of these may stand before a marker.
        if marker == 0xff {
            file.seek_relative(-3)?;
            continue;
        }
        let length = u64::from(u16::from_be_bytes([high, low]));
        let Some(length) = length.checked_sub(2) else {
            return Ok(());
        };
        match marker {
            // The pixels.
            0xda | 0xd9 => return Ok(()),
            0xe1 => {
                let segment = part(file, length)?;
                if let Some(exif) = segment.strip_prefix(b"Exif\0") {
                    tiff(exif.get(1..).unwrap_or_default(), found);
                } else {
                    found.has_position |= tells_position(&segment);
                }
            }
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let frame = part(file, length)?;
                found.is_for_print = frame.get(5) == Some(&4);
            }
            _ => pass_over(file, length)?,
        }
    }
}

fn png<File: Read + Seek>(file: &mut Reader<File>, found: &mut Found) -> io::Result<()> {
    loop {
        let mut head = [0; 8];
        file.read_exact(&mut head)?;
        let [a, b, c, d, kind @ ..] = head;
        let length = u64::from(u32::from_be_bytes([a, b, c, d]));
        match &kind {
            b"IEND" => return Ok(()),
            b"eXIf" => tiff(&part(file, length)?, found),
            b"iTXt" | b"tEXt" => found.has_position |= tells_position(&part(file, length)?),
            _ => pass_over(file, length)?,
        }
        // The sum that checks it.
        pass_over(file, 4)?;
    }
}

fn webp<File: Read + Seek>(file: &mut Reader<File>, found: &mut Found) -> io::Result<()> {
    loop {
        let mut head = [0; 8];
        file.read_exact(&mut head)?;
        let [kind @ .., a, b, c, d] = head;
        let length = u64::from(u32::from_le_bytes([a, b, c, d]));
        match &kind {
            b"EXIF" => {
                let exif = part(file, length)?;
                tiff(exif.strip_prefix(b"Exif\0\0").unwrap_or(&exif), found);
            }
            b"XMP " => found.has_position |= tells_position(&part(file, length)?),
            _ => pass_over(file, length)?,
        }
        // Each begins at an even byte.
        pass_over(file, length % 2)?;
    }
}

/// Whether a film tells where it was taken.
pub(super) fn film_tells_position<File: Read + Seek>(file: &mut Reader<File>) -> bool {
    let mut found = false;
    // What is cut off has told what stands before.
    let _ = boxes(file, u64::MAX, DEEPEST_BOX, &mut found);
    found
}

/// A position stands in `moov/udta` or `moov/meta`.
const DEEPEST_BOX: usize = 2;

fn boxes<File: Read + Seek>(
    file: &mut Reader<File>,
    mut left: u64,
    deeper: usize,
    found: &mut bool,
) -> io::Result<()> {
    while left >= 8 && !*found {
        let mut head = [0; 8];
        file.read_exact(&mut head)?;
        let [a, b, c, d, kind @ ..] = head;
        let (size, header) = match u32::from_be_bytes([a, b, c, d]) {
            // Up to the end of what it stands in.
            0 => (left, 8),
            1 => {
                let mut long = [0; 8];
                file.read_exact(&mut long)?;
                (u64::from_be_bytes(long), 16)
            }
            size => (u64::from(size), 8),
        };
        let Some(length) = size.checked_sub(header) else {
            return Ok(());
        };
        match &kind {
            b"moov" if deeper > 0 => boxes(file, length, deeper - 1, found)?,
            b"udta" | b"meta" => {
                let told = part(file, length)?;
                // The second with its version and flags, which are zero: it may be a piece of a word.
                let marks: [&[u8]; 3] = [b"\xa9xyz", b"loci\0\0\0\0", b"location.ISO6709"];
                *found = marks
                    .iter()
                    .any(|mark| memchr::memmem::find(&told, mark).is_some());
            }
            _ => pass_over(file, length)?,
        }
        left = left.saturating_sub(size);
    }
    Ok(())
}

/// Whether a text of XMP holds a latitude.
fn tells_position(text: &[u8]) -> bool {
    let name = b"GPSLatitude";
    let mut found = memchr::memmem::find_iter(text, name);
    found.any(|at| {
        // `exif:GPSLatitude="11,33.5N"` and `<exif:GPSLatitude>11,33.5N</…>`.
        let rest = &text[at + name.len()..];
        let value = rest
            .iter()
            .position(|byte| matches!(byte, b'"' | b'\'' | b'>'));
        let is_near = |at: &usize| *at < 4;
        let value = value.filter(is_near).and_then(|at| rest.get(at + 1));
        value.is_some_and(u8::is_ascii_digit)
    })
}

const ORIENTATION: u16 = 0x0112;
const POSITION: u16 = 0x8825;
const LATITUDE: u16 = 2;
const LONGITUDE: u16 = 4;

/// What stands in Exif, which has the form of TIFF 6.0.
fn tiff(bytes: &[u8], found: &mut Found) {
    let Some(tiff) = Tiff::of(bytes) else {
        return;
    };
    let Some(first) = tiff.long(4) else {
        return;
    };
    if let Some(entry) = tiff.entry(first, ORIENTATION) {
        found.lies_on_its_side = tiff
            .short(entry + 8)
            .is_some_and(|turned| (5..=8).contains(&turned));
    }
    let position = tiff
        .entry(first, POSITION)
        .and_then(|entry| tiff.long(entry + 8));
    if let Some(position) = position {
        // Cameras without a fix write zeros.
        let is_known = |tag| {
            let entry = tiff.entry(position, tag)?;
            let at = tiff.long(entry + 8)? as usize;
            let values = bytes.get(at..at + 24)?;
            Some(values.chunks_exact(8).any(|value| value[..4] != [0; 4]))
        };
        found.has_position |= is_known(LATITUDE) == Some(true) || is_known(LONGITUDE) == Some(true);
    }
}

struct Tiff<'bytes> {
    bytes: &'bytes [u8],
    is_little_endian: bool,
}

impl Tiff<'_> {
    fn of(bytes: &[u8]) -> Option<Tiff<'_>> {
        let is_little_endian = match bytes.get(..4)? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        Some(Tiff {
            bytes,
            is_little_endian,
        })
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(match self.is_little_endian {
            true => u16::from_le_bytes(bytes),
            false => u16::from_be_bytes(bytes),
        })
    }

    fn long(&self, at: usize) -> Option<u32> {
        let bytes = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(match self.is_little_endian {
            true => u32::from_le_bytes(bytes),
            false => u32::from_be_bytes(bytes),
        })
    }

    /// Where the entry of a tag stands in the directory at `directory`: tag, type, count, value.
    fn entry(&self, directory: u32, tag: u16) -> Option<usize> {
        let directory = directory as usize;
        let count = usize::from(self.short(directory)?);
        let mut entries = (0..count).map(|nth| directory + 2 + 12 * nth);
        entries.find(|at| self.short(*at) == Some(tag))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    /// Exif with an orientation, and a position if there is one.
    fn exif(orientation: u16, position: Option<[u32; 2]>) -> Vec<u8> {
        let mut exif = b"MM\0*\0\0\0\x08\0\x02".to_vec();
        exif.extend([1, 0x12, 0, 3, 0, 0, 0, 1]);
        exif.extend(orientation.to_be_bytes());
        exif.extend([0, 0]);
        exif.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]);
        exif.extend([0; 4]);
        // The directory of the position stands at 38, what it holds at 68.
        exif.extend([0, 2]);
        for (tag, at) in [(2, 68), (4, 92)] {
            exif.extend([0, tag, 0, 5, 0, 0, 0, 3, 0, 0, 0, at]);
        }
        exif.extend([0; 4]);
        for degrees in position.unwrap_or_default() {
            for part in [degrees, 1, 0, 1, 0, 1] {
                exif.extend(part.to_be_bytes());
            }
        }
        exif
    }

    fn segment(marker: u8, bytes: &[u8]) -> Vec<u8> {
        let length = u16::try_from(bytes.len() + 2).expect("a segment is short");
        [&[0xff, marker][..], &length.to_be_bytes(), bytes].concat()
    }

    fn jpeg(segments: &[Vec<u8>], colours: u8) -> Vec<u8> {
        let frame = segment(0xc2, &[8, 0, 2, 0, 3, colours]);
        let pixels = segment(0xda, &[0; 8]);
        let segments = segments.concat();
        [b"\xff\xd8".to_vec(), segments, frame, pixels].concat()
    }

    fn png(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        for (kind, bytes) in chunks {
            let length = u32::try_from(bytes.len()).expect("a chunk is short");
            png.extend(length.to_be_bytes());
            png.extend(*kind);
            png.extend(bytes);
            png.extend([0; 4]);
        }
        png
    }

    fn webp(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
        let mut webp = b"RIFF\0\0\0\0WEBP".to_vec();
        for (kind, bytes) in chunks {
            let length = u32::try_from(bytes.len()).expect("a chunk is short");
            webp.extend(*kind);
            webp.extend(length.to_le_bytes());
            webp.extend(bytes);
            webp.resize(webp.len() + bytes.len() % 2, 0);
        }
        webp
    }

    /// What is found up to where the file ends.
    #[track_caller]
    fn check(bytes: Vec<u8>, expected: &str) {
        let mut file = BufReader::with_capacity(16, Cursor::new(bytes));
        let found = read(&mut file);
        let mut shown: Vec<&str> = Vec::new();
        let facts = [
            (found.lies_on_its_side, "side"),
            (found.has_position, "position"),
            (found.is_for_print, "print"),
        ];
        shown.extend(facts.iter().filter(|(is, _)| *is).map(|(_, name)| *name));
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn a_photo_tells_which_side_is_up_and_where_it_was_taken() {
        let in_jpeg = |exif: &[u8]| segment(0xe1, &[b"Exif\0\0", exif].concat());
        let phnom_penh = Some([11, 104]);
        for turned in 1..=8 {
            let expected = if turned < 5 { "" } else { "side" };
            check(jpeg(&[in_jpeg(&exif(turned, None))], 3), expected);
        }
        check(jpeg(&[in_jpeg(&exif(6, phnom_penh))], 3), "side position");
        check(jpeg(&[in_jpeg(&exif(1, Some([0, 104])))], 3), "position");
        // A preview and a profile before it, and bytes that fill.
        let filled = [
            segment(0xe2, &[1; 9000]),
            vec![0xff; 3],
            in_jpeg(&exif(1, phnom_penh)),
        ];
        check(jpeg(&filled, 3), "position");
        check(jpeg(&[], 4), "print");
        check(jpeg(&[], 1), "");
        let pixels = (b"IDAT", vec![0; 9000]);
        let pixels = || (pixels.0, pixels.1.clone());
        let end = || (b"IEND", Vec::new());
        let exif = || exif(8, phnom_penh);
        check(png(&[pixels(), (b"eXIf", exif()), end()]), "side position");
        check(
            webp(&[
                (b"VP8X", vec![0; 10]),
                (b"VP8 ", vec![0; 9001]),
                (b"EXIF", exif()),
            ]),
            "side position",
        );
    }

    #[test]
    fn adobes_way_to_tell_a_position_is_known() {
        let xmp = |text: &str| format!("http://ns.adobe.com/xap/1.0/\0<x {text}/>").into_bytes();
        for (text, expected) in [
            ("exif:GPSLatitude=\"11,33.5N\"", "position"),
            (
                "><exif:GPSLatitude>11,33.5N</exif:GPSLatitude><x",
                "position",
            ),
            ("exif:GPSLatitude=\"\"", ""),
            ("exif:GPSVersionID=\"2.2\"", ""),
        ] {
            check(jpeg(&[segment(0xe1, &xmp(text))], 3), expected);
        }
        let text = b"XML:com.adobe.xmp\0\0\0\0\0<x exif:GPSLatitude='11,33.5N'/>".to_vec();
        check(png(&[(b"iTXt", text), (b"IEND", Vec::new())]), "position");
    }

    #[test]
    fn a_film_tells_where_it_was_taken() {
        let boxed = |kind: &[u8; 4], inner: &[u8]| {
            let size = u32::try_from(inner.len() + 8).expect("a box is short");
            [&size.to_be_bytes()[..], kind, inner].concat()
        };
        let film = |of_moov: &[u8]| {
            let track = boxed(b"trak", &[7; 70_000]);
            let moov = boxed(b"moov", &[&track, of_moov].concat());
            let pixels = [
                &[0, 0, 0, 1][..],
                b"mdat",
                &9016_u64.to_be_bytes(),
                &[9; 9000],
            ]
            .concat();
            [boxed(b"ftyp", b"mp42"), pixels, moov].concat()
        };
        for (of_moov, expected) in [
            (
                boxed(
                    b"udta",
                    &boxed(b"\xa9xyz", b"\0\x12\x15\xc7+11.5564+104.9282/"),
                ),
                true,
            ),
            (
                boxed(b"meta", b"mdtacom.apple.quicktime.location.ISO6709"),
                true,
            ),
            (boxed(b"udta", &boxed(b"loci", &[0; 20])), true),
            (boxed(b"udta", &boxed(b"\xa9nam", b"Velocities")), false),
            (Vec::new(), false),
        ] {
            let film = film(&of_moov);
            for end in (0..film.len()).step_by(997) {
                film_tells_position(&mut BufReader::new(Cursor::new(&film[..end])));
            }
            let mut file = BufReader::with_capacity(16, Cursor::new(film));
            assert_eq!(film_tells_position(&mut file), expected);
        }
    }

    #[test]
    fn a_picture_is_known_by_what_it_holds() {
        for (begin, kind) in [
            (&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], Some("HEIC")),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Some("HEIC")),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", None),
            (b"\0\0\0\x18ftypavif\0\0\0\0", None),
            (b"II*\0\x08\0\0\0", Some("TIFF")),
            (b"BM\0\0", Some("BMP")),
            (b"GIF89a", None),
            (b"", None),
        ] {
            assert_eq!(other_kind(begin), kind, "{begin:?}");
        }
    }

    #[test]
    fn what_is_damaged_says_nothing_and_ends() {
        let whole = jpeg(
            &[segment(
                0xe1,
                &[&b"Exif\0\0"[..], &exif(6, Some([11, 104]))].concat(),
            )],
            4,
        );
        for end in 0..whole.len() {
            let mut file = BufReader::with_capacity(16, Cursor::new(&whole[..end]));
            read(&mut file);
        }
        for at in 0..whole.len() {
            let mut spoilt = whole.clone();
            spoilt[at] = 0xff;
            read(&mut BufReader::new(Cursor::new(spoilt)));
        }
    }
}
