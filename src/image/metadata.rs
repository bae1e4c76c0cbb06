//! What a picture says of itself besides its pixels: which kind it is, whatever its name; which side is
//! up; whether it moves; for which colours it was made.
//!
//! In: the bytes of a file, read in pieces up to where such things can stand. Out: facts. What is
//! damaged says nothing. Exif 3.0 in JPEG, PNG and WebP; of films in the form of ISO 14496-12 (MP4,
//! QuickTime) whether they tell where they were taken.

use std::io::{self, BufReader, Read, Seek, SeekFrom};

/// What a picture says of itself.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// Browsers turn it by a quarter.
    pub lies_on_its_side: bool,
    /// It is several pictures, one after the other.
    pub moves: bool,
    /// It tells where it was taken.
    pub tells_position: bool,
    /// Its colours are those of four inks.
    pub is_for_print: bool,
    /// The width and height of a JPEG, as it lies.
    pub frame: Option<(u16, u16)>,
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
    } else if begin.starts_with(b"GIF8") {
        file.seek(SeekFrom::Start(6))?;
        gif(file, found)
    } else {
        Ok(())
    }
}

/// The name of the kind of picture that begins so, if not all browsers show it.
pub(super) fn other_kind(begin: &[u8]) -> Option<&'static str> {
    if begin.get(4..8) == Some(&b"ftyp"[..]) {
        let brands = begin[8..].chunks_exact(4).take(8);
        let is_avif = |brand: &[u8]| brand.starts_with(b"avi");
        let is_heic = |brand: &[u8]| {
            brand.starts_with(b"hei") || brand.starts_with(b"hev") || brand == b"mif1"
        };
        return match brands.clone().any(is_avif) {
            true => Some("AVIF"),
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
                    look_in(exif.get(1..).unwrap_or_default(), found);
                }
            }
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let frame = part(file, length)?;
                if let [_, down, high, across, wide, colours, ..] = frame[..] {
                    found.is_for_print = colours == 4;
                    let side = |more, less| u16::from_be_bytes([more, less]);
                    found.frame = Some((side(across, wide), side(down, high)));
                }
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
            b"eXIf" => look_in(&part(file, length)?, found),
            b"acTL" => {
                found.moves = true;
                pass_over(file, length)?;
            }
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
                look_in(exif.strip_prefix(b"Exif\0\0").unwrap_or(&exif), found);
            }
            b"ANIM" => {
                found.moves = true;
                pass_over(file, length)?;
            }
            _ => pass_over(file, length)?,
        }
        // Each begins at an even byte.
        pass_over(file, length % 2)?;
    }
}

/// Whether a second picture stands behind the first.
fn gif<File: Read + Seek>(file: &mut Reader<File>, found: &mut Found) -> io::Result<()> {
    let mut screen = [0; 7];
    file.read_exact(&mut screen)?;
    pass_over(file, colours(screen[4]))?;
    let mut pictures = 0;
    while !found.moves {
        let mut kind = [0; 1];
        file.read_exact(&mut kind)?;
        match kind {
            [0x2c] => {
                pictures += 1;
                found.moves = pictures > 1;
                let mut picture = [0; 9];
                file.read_exact(&mut picture)?;
                // And how many bits the first number of the pixels has.
                pass_over(file, colours(picture[8]) + 1)?;
            }
            [0x21] => pass_over(file, 1)?,
            _ => return Ok(()),
        }
        let mut length = [0; 1];
        file.read_exact(&mut length)?;
        while length != [0] {
            pass_over(file, u64::from(length[0]))?;
            file.read_exact(&mut length)?;
        }
    }
    Ok(())
}

/// How long the table of colours is that these bits announce.
fn colours(bits: u8) -> u64 {
    match bits & 0x80 {
        0 => 0,
        _ => 3 << ((bits & 7) + 1),
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

const ORIENTATION: u16 = 0x0112;
/// Which side is up, by Exif, which has the form of TIFF 6.0; nothing if it lies as it is to be seen.
pub(super) fn orientation_in(exif: &[u8]) -> Option<u8> {
    let tiff = Tiff::of(exif)?;
    let entry = tiff.entry(tiff.long(4)?, ORIENTATION)?;
    let turned = tiff.short(entry + 8)?;
    u8::try_from(turned)
        .ok()
        .filter(|turned| (2..=8).contains(turned))
}

/// The directory of what a satellite told.
const POSITION: u16 = 0x8825;

fn look_in(exif: &[u8], found: &mut Found) {
    found.lies_on_its_side = orientation_in(exif).is_some_and(|turned| turned >= 5);
    found.tells_position = position_in(exif).is_some();
}

/// Where the directory of the position stands, if it holds a latitude.
fn position_in(exif: &[u8]) -> Option<usize> {
    const LATITUDE: u16 = 2;
    let tiff = Tiff::of(exif)?;
    let entry = tiff.entry(tiff.long(4)?, POSITION)?;
    tiff.entry(tiff.long(entry + 8)?, LATITUDE)
}

/// Whether the picture in these bytes, of whatever kind, tells where it was taken.
pub(super) fn tells_position(bytes: &[u8]) -> bool {
    let mut file = BufReader::new(io::Cursor::new(bytes));
    // TIFF is the form of Exif, and HEIC and AVIF hold it somewhere.
    let marks = memchr::memmem::find_iter(bytes, b"Exif\0\0");
    read(&mut file).tells_position
        || position_in(bytes).is_some()
        || marks
            .take(MOST_MARKS)
            .any(|at| position_in(&bytes[at + 6..]).is_some())
}

/// In how many places Exif may stand in a picture.
const MOST_MARKS: usize = 16;

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

    /// Exif with an orientation.
    fn exif(orientation: u16) -> Vec<u8> {
        let mut exif = b"MM\0*\0\0\0\x08\0\x01".to_vec();
        exif.extend([1, 0x12, 0, 3, 0, 0, 0, 1]);
        exif.extend(orientation.to_be_bytes());
        exif.extend([0; 6]);
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
            (found.moves, "moves"),
            (found.is_for_print, "print"),
        ];
        shown.extend(facts.iter().filter(|(is, _)| *is).map(|(_, name)| *name));
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn a_photo_tells_which_side_is_up() {
        let in_jpeg = |exif: &[u8]| segment(0xe1, &[b"Exif\0\0", exif].concat());
        for turned in 0..=9 {
            let expected = if (5..=8).contains(&turned) {
                "side"
            } else {
                ""
            };
            check(jpeg(&[in_jpeg(&exif(turned))], 3), expected);
        }
        // A preview and a profile before it, and bytes that fill.
        let filled = [segment(0xe2, &[1; 9000]), vec![0xff; 3], in_jpeg(&exif(6))];
        check(jpeg(&filled, 3), "side");
        check(jpeg(&[], 4), "print");
        check(jpeg(&[], 1), "");
        let pixels = || (b"IDAT", vec![0; 9000]);
        let end = || (b"IEND", Vec::new());
        check(png(&[pixels(), (b"eXIf", exif(8)), end()]), "side");
        check(
            webp(&[
                (b"VP8X", vec![0; 10]),
                (b"VP8 ", vec![0; 9001]),
                (b"EXIF", exif(8)),
            ]),
            "side",
        );
    }

    #[test]
    fn what_moves_is_known() {
        let end = || (b"IEND", Vec::new());
        check(png(&[(b"acTL", vec![0; 8]), end()]), "moves");
        check(
            webp(&[(b"VP8X", vec![2; 10]), (b"ANIM", vec![0; 6])]),
            "moves",
        );
        let picture = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x4c\x01\0";
        let gif = |pieces: &[&[u8]]| {
            let screen = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff";
            [&screen[..], &pieces.concat(), b";"].concat()
        };
        let note = b"\x21\xfe\x03\x2c\x2c\x2c\0";
        check(gif(&[note, picture]), "");
        check(gif(&[note, picture, note]), "");
        check(gif(&[picture, note, picture]), "moves");
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
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", Some("AVIF")),
            (b"\0\0\0\x18ftypavif\0\0\0\0", Some("AVIF")),
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
        let whole = jpeg(&[segment(0xe1, &[&b"Exif\0\0"[..], &exif(6)].concat())], 4);
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
