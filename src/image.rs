//! Pictures that authors put beside their pages: their sizes, so that a page does not jump when one
//! arrives, and what in them, and in films, is not fit for readers.

mod metadata;

use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use crate::files::kinds::{self, Kind};
use crate::files::{Files, Opened};
use imagesize::ImageError;
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Seek, SeekFrom};

/// JPEG and WebP can hold no more.
const LARGEST_SIDE: u32 = 65_535;
/// How much of a file is read for its size and what is told of it, and in how many pieces.
const MOST_READ: u64 = 2 << 20;
const MOST_PIECES: u32 = 10_000;
/// How much is read at once.
const PIECE: usize = 4 << 10;

/// Films as phones take them.
const FILMS: [&str; 4] = ["3gp", "m4v", "mov", "mp4"];

const ENDINGS: [&str; 7] = ["avif", "gif", "jfif", "jpeg", "jpg", "png", "webp"];

/// What pages do with pictures, and how heavy one may be.
pub struct Use<'site> {
    /// Whether a page shows the picture at this path.
    pub is_shown: &'site dyn Fn(&str) -> bool,
    /// Whether pages only lead to it: it is there to be taken away.
    pub is_only_led_to: &'site dyn Fn(&str) -> bool,
    /// In kilobytes; 0 for any.
    pub limit: usize,
}

/// Width and height in pixels of every picture in `content/` and `static/`, by the path it is
/// published at. A file that is no picture although its name says so is reported, and so is one that
/// readers cannot see, should not be shown, or would wait for.
pub fn sizes(files: &Files, pages: &Use<'_>, report: &mut Report) -> BTreeMap<String, (u32, u32)> {
    let mut sizes = BTreeMap::new();
    for folder in ["content/", "static/"] {
        for path in files.under(folder) {
            let is_for_readers = match folder {
                "content/" => !(pages.is_only_led_to)(path),
                _ => (pages.is_shown)(path),
            };
            let kind = kinds::kind(path);
            if let Kind::OtherPicture(kind) = kind
                && is_for_readers
            {
                report.push(other_picture(path, kind));
            }
            if FILMS.contains(&kinds::ending(path).as_str()) {
                let told = files.open(path).map(|opened| look_at_film(path, opened));
                if let Ok(Some(problem)) | Err(problem) = told {
                    report.push(problem);
                }
            }
            if kind != Kind::Picture {
                continue;
            }
            let weight = files.size(path).unwrap_or(0).div_ceil(1 << 10);
            if is_for_readers && pages.limit > 0 && weight > pages.limit as u64 {
                report.push(diagnostic!(
                    codes::files::PICTURE_WEIGHT,
                    Place::file(path),
                    size = weight,
                    most = pages.limit
                ));
            }
            if !ENDINGS.contains(&kinds::ending(path).as_str()) {
                continue;
            }
            let looked_at = files
                .open(path)
                .and_then(|opened| look_at(path, opened, report));
            match looked_at {
                Ok(size) => {
                    sizes.insert(path[folder.len()..].to_owned(), size);
                }
                Err(problem) => report.push(problem),
            }
        }
    }
    sizes
}

fn look_at_film(path: &str, opened: Opened<'_>) -> Option<Diagnostic> {
    let mut read = BufReader::with_capacity(PIECE, Beginning::of(opened));
    metadata::film_tells_position(&mut read)
        .then(|| diagnostic!(codes::files::FILM_POSITION, Place::file(path)))
}

fn other_picture(path: &str, kind: &str) -> Diagnostic {
    diagnostic!(codes::files::OTHER_PICTURE, Place::file(path), kind = kind)
}

/// The size of a picture as browsers show it, upright.
fn look_at(
    path: &str,
    mut opened: Opened<'_>,
    report: &mut Report,
) -> Result<(u32, u32), Diagnostic> {
    let place = || Place::file(path);
    let mut read = BufReader::with_capacity(PIECE, Beginning::of(&mut opened));
    let begin = read.fill_buf().map(metadata::other_kind);
    if let Ok(Some(kind)) = begin {
        return Err(other_picture(path, kind));
    }
    let size = match begin {
        Ok(_) => imagesize::reader_size(&mut read),
        Err(error) => Err(ImageError::IoError(error)),
    };
    let found = metadata::read(&mut read);
    drop(read);
    if let Err(ImageError::IoError(error)) = &size
        && error.kind() != ErrorKind::UnexpectedEof
    {
        return Err(opened.unreadable(error));
    }
    let side = |pixels: usize| {
        let pixels = u32::try_from(pixels).ok()?;
        (1..=LARGEST_SIDE).contains(&pixels).then_some(pixels)
    };
    let size = size
        .ok()
        .and_then(|size| Some((side(size.width)?, side(size.height)?)));
    let Some((width, height)) = size else {
        return Err(diagnostic!(codes::files::BAD_IMAGE, place()));
    };
    if found.has_position {
        report.push(diagnostic!(codes::files::PICTURE_POSITION, place()));
    }
    if found.is_for_print {
        report.push(diagnostic!(codes::files::PICTURE_FOR_PRINT, place()));
    }
    Ok(match found.lies_on_its_side {
        true => (height, width),
        false => (width, height),
    })
}

/// A file as far as its size is looked for in it: in pieces, and not in a film that bears a picture's
/// name.
///
/// The size stands near the beginning. Before it a photo may have a preview of itself and a colour
/// profile, which are passed over, and a photo has megabytes after it.
struct Beginning<File> {
    file: File,
    /// How many bytes, and how many pieces, may still be read.
    bytes: u64,
    pieces: u32,
}

impl<File> Beginning<File> {
    fn of(file: File) -> Beginning<File> {
        Beginning {
            file,
            bytes: MOST_READ,
            pieces: MOST_PIECES,
        }
    }

    fn count(&mut self, bytes: usize) -> io::Result<()> {
        let bytes = self.bytes.checked_sub(bytes as u64);
        match (bytes, self.pieces.checked_sub(1)) {
            (Some(bytes), Some(pieces)) => {
                (self.bytes, self.pieces) = (bytes, pieces);
                Ok(())
            }
            // As at the end of a file that tells no size.
            _ => Err(ErrorKind::UnexpectedEof.into()),
        }
    }
}

impl<File: Read> Read for Beginning<File> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.count(read)?;
        Ok(read)
    }
}

impl<File: Seek> Seek for Beginning<File> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.count(0)?;
        self.file.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        png.extend(width.to_be_bytes());
        png.extend(height.to_be_bytes());
        png.extend(b"\x08\x02\0\0\0\0\0\0\0");
        png
    }

    /// A JPEG with this many segments of 65,535 bytes before its size.
    fn jpeg(segments: usize) -> Vec<u8> {
        let mut jpeg = b"\xff\xd8".to_vec();
        for _ in 0..segments {
            jpeg.extend(b"\xff\xe2\xff\xff");
            jpeg.resize(jpeg.len() + 0xffff - 2, 0);
        }
        jpeg.extend(b"\xff\xc0\0\x11\x08\x01\x02\x03\x04\x03\0\0\0\0\0\0\0\0\0");
        jpeg
    }

    #[track_caller]
    fn check(name: &str, bytes: Vec<u8>, expected: Option<(u32, u32)>) {
        let path = format!("content/{name}");
        let files = Files::in_memory([(path.as_str(), bytes)]);
        let mut report = Report::new();
        let pages = Use {
            is_shown: &|_| false,
            is_only_led_to: &|_| false,
            limit: 0,
        };
        let sizes = sizes(&files, &pages, &mut report);
        assert_eq!(sizes.get(name).copied(), expected);
        let ids: Vec<&str> = report.sorted().iter().map(|found| found.code.id).collect();
        let told: &[&str] = if expected.is_some() { &[] } else { &["E106"] };
        assert_eq!(ids, told);
    }

    #[test]
    fn a_size_is_found_behind_whatever_stands_before_it() {
        check("a.png", png(3, 2), Some((3, 2)));
        check("a.jpg", jpeg(0), Some((0x304, 0x102)));
        check("a.jpg", jpeg(3), Some((0x304, 0x102)));
        check("a.JPEG", jpeg(200), Some((0x304, 0x102)));
    }

    #[test]
    fn a_size_that_no_picture_has_is_none() {
        for (width, height) in [(0, 0), (0, 5), (5, 0), (u32::MAX, 1), (1, 65_536)] {
            check("a.png", png(width, height), None);
        }
        check("a.png", png(65_535, 1), Some((65_535, 1)));
    }

    #[test]
    fn what_only_bears_the_name_of_a_picture_is_read_no_further_than_a_size_can_stand() {
        for name in ["a.png", "a.jpg", "a.gif", "a.webp", "a.avif"] {
            for length in [0, 1, 4, 20] {
                check(name, vec![0; length], None);
            }
            check(name, b"GIF89a".to_vec(), None);
            check(name, b"\xff\xd8\xff".to_vec(), None);
            check(name, b"RIFF\0\0\0\0WEBPVP8 ".to_vec(), None);
            check(name, b"\0\0\0\x18ftypavif\0\0\0\0".to_vec(), None);
        }
        let mut endless = Beginning::of(io::repeat(0xff));
        let mut read = 0;
        let mut piece = vec![0; 8192];
        while let Ok(more) = endless.read(&mut piece) {
            read += more as u64;
        }
        assert_eq!(read, MOST_READ);
        // One that says of each of its parts that it is empty.
        let mut jpeg = b"\xff\xd8".to_vec();
        jpeg.extend(b"\xff\xe2\0\x02".repeat(1_000_000));
        check("a.jpg", jpeg, None);
    }
}
