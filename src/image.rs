//! Pictures that authors put beside their pages: how large they are, so that a page does not jump when
//! one arrives; which files pages show in their place; and what in them, and in films, is not fit for
//! readers.
//!
//! In: the files of a campaign, and what its pages do with them. Out: [`Pictures`], before a pixel of
//! them is read, and of one picture the bytes of what is shown, when they are asked for. It knows
//! neither pages nor HTML. Looking costs a few pieces of each file; making costs its pixels.

mod clean;
mod drawing;
mod metadata;
mod pixels;
mod profile;
mod smaller;

pub use smaller::Smaller;

use crate::content::{Attachments, Uses};
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use crate::files::kinds::{self, Kind};
use crate::files::{Files, Opened};
use imagesize::ImageError;
use metadata::Found;
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

/// The pictures that are made smaller, and whose notes are taken out.
const PHOTOS: [&str; 5] = ["jfif", "jpeg", "jpg", "png", "webp"];
/// Those that stay as they are, but whose size is known.
const OTHERS: [&str; 1] = ["gif"];

/// A picture that weighs no more, and is no wider, is shown as it is.
const SMALL: u64 = 12_000;
const NARROW: u32 = 640;

/// The pictures of a campaign, by the path that each is published at.
pub type Pictures = BTreeMap<String, Picture>;

/// A picture as pages may show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its file below the campaign's folder.
    pub source: String,
    /// In pixels, upright.
    pub width: u32,
    pub height: u32,
    /// What pages show in its place; nothing if they show the picture itself.
    pub smaller: Option<Smaller>,
    /// Whether the picture itself is published: somebody may take it away, or a template shows it.
    pub is_published: bool,
    /// Whether pages show it, or a template has its name.
    is_used: bool,
}

impl Picture {
    /// Whether it is small as it is, or of a kind that is not made smaller.
    pub fn may_be_shown_itself(&self) -> bool {
        self.is_used && self.smaller.is_none()
    }

    /// The width and height at which pages show it.
    pub fn shown_at(&self) -> (u32, u32) {
        match &self.smaller {
            Some(smaller) => smaller.largest(),
            None => (self.width, self.height),
        }
    }
}

/// Whether a picture at this path says things of itself that are taken out before it is published.
pub fn says_of_itself(path: &str) -> bool {
    PHOTOS.contains(&kinds::ending(path).as_str())
}

/// Whether the picture in these bytes, of whatever kind, tells where it was taken.
pub fn tells_position(bytes: &[u8]) -> bool {
    metadata::tells_position(bytes)
}

/// The picture in the file at `path` without what it says of itself.
pub fn without_notes(files: &Files, path: &str) -> Result<Vec<u8>, Diagnostic> {
    let bytes = files.read(path)?;
    match clean::clean(&bytes) {
        Some(clean) => Ok(match clean.bytes {
            std::borrow::Cow::Borrowed(_) => bytes,
            std::borrow::Cow::Owned(cleaned) => cleaned,
        }),
        None => Err(damaged(files, path)),
    }
}

/// That the picture in the file at `path` cannot be read.
pub fn damaged(files: &Files, path: &str) -> Diagnostic {
    let place = Place::file(files.stands_at(path));
    diagnostic!(codes::files::PICTURE_DAMAGED, place)
}

/// What pages do with pictures.
pub struct Pages<'site> {
    pub attachments: &'site Attachments,
    /// The pictures that templates name, by the paths that they are published at, sorted.
    pub templates: &'site [&'site str],
    /// How heavy one may be, in kilobytes; 0 for any.
    pub limit: usize,
}

/// Every picture in `content/` and `static/`. A file that is no picture although its name says so is
/// reported, and so is one that readers cannot see, should not be shown, or would wait for.
pub fn look(files: &Files, pages: &Pages<'_>, report: &mut Report) -> Pictures {
    let mut pictures = Pictures::new();
    for folder in [Folder::Content, Folder::Static] {
        for path in files.under(folder.path()) {
            let published = &path[folder.path().len()..];
            let mut uses = pages.attachments.uses(path);
            uses.named |= pages.templates.binary_search(&published).is_ok();
            let looking = Looking {
                files,
                path,
                folder,
                uses,
                limit: pages.limit as u64,
            };
            match looking.picture(report) {
                Ok(Some(picture)) => {
                    pictures.insert(published.to_owned(), picture);
                }
                Ok(None) => {}
                Err(problem) => report.push(problem),
            }
        }
    }
    pictures
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Folder {
    Content,
    Static,
}

impl Folder {
    fn path(self) -> &'static str {
        match self {
            Folder::Content => "content/",
            Folder::Static => "static/",
        }
    }
}

/// A file that is looked at.
struct Looking<'files> {
    files: &'files Files,
    path: &'files str,
    folder: Folder,
    uses: Uses,
    limit: u64,
}

impl Looking<'_> {
    fn place(&self) -> Place {
        Place::file(self.path)
    }

    /// Whether somebody sees it who did not ask for it.
    fn is_for_readers(&self) -> bool {
        let is_shown = self.uses.shown || self.uses.named;
        match self.folder {
            Folder::Content => is_shown || !self.uses.led_to,
            Folder::Static => is_shown,
        }
    }

    fn picture(&self, report: &mut Report) -> Result<Option<Picture>, Diagnostic> {
        let ending = kinds::ending(self.path);
        let ending = ending.as_str();
        if FILMS.contains(&ending) {
            return match look_at_film(self.files.open(self.path)?) {
                true => Err(diagnostic!(codes::files::FILM_POSITION, self.place())),
                false => Ok(None),
            };
        }
        match kinds::kind(self.path) {
            Kind::OtherPicture(kind) if self.is_for_readers() => Err(self.of_other_kind(kind)),
            Kind::Picture if PHOTOS.contains(&ending) || OTHERS.contains(&ending) => {
                let (width, height, found) = self.look_at()?;
                self.as_shown(width, height, found, report).map(Some)
            }
            Kind::Picture => {
                self.tell_weight(self.is_for_readers(), report);
                Ok((ending == "svg").then(|| self.drawing()).flatten())
            }
            _ => Ok(None),
        }
    }

    /// A drawing that says how large it is; what is wrong with it is another's to tell.
    fn drawing(&self) -> Option<Picture> {
        let text = self.files.text(self.path).ok()?;
        let (width, height) = drawing::size(&text)?;
        Some(Picture {
            source: self.path.to_owned(),
            width,
            height,
            smaller: None,
            is_published: true,
            is_used: true,
        })
    }

    fn of_other_kind(&self, kind: &str) -> Diagnostic {
        diagnostic!(codes::files::OTHER_PICTURE, self.place(), kind = kind)
    }

    /// The size of the picture as browsers show it, upright, and what it says of itself.
    fn look_at(&self) -> Result<(u32, u32, Found), Diagnostic> {
        let mut opened = self.files.open(self.path)?;
        let mut read = BufReader::with_capacity(PIECE, Beginning::of(&mut opened));
        let begin = read.fill_buf().map(metadata::other_kind);
        if let Ok(Some(kind)) = begin {
            return Err(self.of_other_kind(kind));
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
        // Bytes that only fill stand before the markers of some.
        let frame = found
            .frame
            .map(|(width, height)| (width.into(), height.into()));
        let size = size.ok().map(|size| (size.width, size.height)).or(frame);
        let size = size.and_then(|(width, height)| Some((side(width)?, side(height)?)));
        match size {
            Some((width, height)) if found.lies_on_its_side => Ok((height, width, found)),
            Some((width, height)) => Ok((width, height, found)),
            None => Err(diagnostic!(codes::files::BAD_IMAGE, self.place())),
        }
    }

    /// What pages show of it; what is doubtful is reported.
    fn as_shown(
        &self,
        width: u32,
        height: u32,
        found: Found,
        report: &mut Report,
    ) -> Result<Picture, Diagnostic> {
        let may_be_smaller = says_of_itself(self.path) && !found.moves;
        let is_shown = self.uses.shown || self.uses.named;
        let smaller = match may_be_smaller && is_shown && !self.is_fine(width, found) {
            true => Some(self.smaller(width, height)?),
            false => None,
        };
        let is_only_shown = self.uses.shown && !self.uses.named && !self.uses.led_to;
        let shows_itself = smaller.is_none() || self.uses.named;
        self.tell_weight(self.is_for_readers() && shows_itself, report);
        if found.is_for_print && shows_itself {
            report.push(diagnostic!(codes::files::PICTURE_FOR_PRINT, self.place()));
        }
        if found.moves && self.is_for_readers() {
            report.push(diagnostic!(codes::files::PICTURE_MOVES, self.place()));
        }
        Ok(Picture {
            source: self.path.to_owned(),
            width,
            height,
            is_published: smaller.is_none() || !is_only_shown || self.folder == Folder::Static,
            smaller,
            is_used: is_shown,
        })
    }

    fn tell_weight(&self, is_shown_itself: bool, report: &mut Report) {
        let weight = self.files.size(self.path).unwrap_or(0).div_ceil(1 << 10);
        if self.limit == 0 || weight <= self.limit {
            return;
        }
        let (place, most) = (self.place(), self.limit);
        if is_shown_itself {
            report.push(diagnostic!(
                codes::files::PICTURE_WEIGHT,
                place,
                size = weight,
                most = most
            ));
        } else if self.uses.led_to {
            report.push(diagnostic!(
                codes::files::LINKED_PICTURE_WEIGHT,
                place,
                size = weight,
                most = most
            ));
        }
    }

    /// Whether pages may show it as it is: it is small, says nothing of itself, and is as clear on a
    /// dark page as on a light one.
    fn is_fine(&self, width: u32, found: Found) -> bool {
        let is_small = self.files.size(self.path).is_some_and(|size| size <= SMALL);
        if !is_small || width > NARROW || found.is_for_print {
            return false;
        }
        let Ok(bytes) = self.files.read(self.path) else {
            return false;
        };
        let is_old_kind = bytes.starts_with(b"\xff\xd8") || bytes.starts_with(b"\x89PNG");
        let is_clear = bytes.starts_with(b"\x89PNG")
            && (matches!(bytes.get(25), Some(4 | 6))
                || memchr::memmem::find(&bytes, b"tRNS").is_some());
        let clean = clean::clean(&bytes);
        is_old_kind
            && !is_clear
            && clean.is_some_and(|clean| clean.is_whole && clean.bytes.len() == bytes.len())
    }

    /// What is shown in its place, if it can be read to its end.
    fn smaller(&self, width: u32, height: u32) -> Result<Smaller, Diagnostic> {
        if u64::from(width) * u64::from(height) > pixels::MOST_PIXELS {
            return Err(diagnostic!(
                codes::files::PICTURE_TOO_LARGE,
                self.place(),
                width = width,
                height = height,
                limit = pixels::MOST_PIXELS / 1_000_000
            ));
        }
        match self.has_its_end()? {
            true => Ok(Smaller::of(width, height)),
            false => Err(damaged(self.files, self.path)),
        }
    }

    /// Whether it was not cut off while it was copied. Most files tell by their last bytes; one that
    /// has something hung on behind is read.
    fn has_its_end(&self) -> Result<bool, Diagnostic> {
        let mut opened = self.files.open(self.path)?;
        let mut last = [0; 12];
        let read = opened
            .seek(SeekFrom::End(-12))
            .and_then(|_| opened.read_exact(&mut last));
        let ends = read.is_ok() && (last.ends_with(b"\xff\xd9") || last[4..8] == *b"IEND");
        if ends {
            return Ok(true);
        }
        let bytes = self.files.read(self.path)?;
        Ok(clean::clean(&bytes).is_some_and(|clean| clean.is_whole))
    }
}

fn look_at_film(opened: Opened<'_>) -> bool {
    let mut read = BufReader::with_capacity(PIECE, Beginning::of(opened));
    metadata::film_tells_position(&mut read)
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
mod photo_tests;

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
        let pages = Pages {
            attachments: &Attachments::default(),
            templates: &[],
            limit: 0,
        };
        let pictures = look(&files, &pages, &mut report);
        let picture = pictures.get(name);
        assert_eq!(picture.map(|own| (own.width, own.height)), expected);
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
        for name in ["a.png", "a.jpg", "a.gif", "a.webp"] {
            for length in [0, 1, 4, 20] {
                check(name, vec![0; length], None);
            }
            check(name, b"GIF89a".to_vec(), None);
            check(name, b"\xff\xd8\xff".to_vec(), None);
            check(name, b"RIFF\0\0\0\0WEBPVP8 ".to_vec(), None);
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
