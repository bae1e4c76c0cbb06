//! Pictures as phones, cameras and programs write them, in `tests/pictures/`: what becomes of each, to
//! the byte. `SALA_ACCEPT=1` writes it anew; `tests/pictures/make.py` made them.

use super::smaller::Smaller;
use super::{Pages, clean, look};
use crate::content::Attachments;
use crate::diagnostic::Report;
use crate::files::Files;
use image::RgbImage;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Stands in all that is to be taken out of the pictures.
const SECRET: &[u8] = b"SECRET";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures")
}

/// The pictures by name.
#[allow(clippy::disallowed_methods, reason = "tests read their own files")]
fn pictures() -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder()).expect("the folder of pictures");
    let mut pictures: Vec<(String, Vec<u8>)> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            let ending = path.extension().unwrap_or_default();
            ["gif", "jpg", "png", "webp"]
                .iter()
                .any(|own| ending == *own)
        })
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            (name.into_owned(), std::fs::read(&path).expect("a picture"))
        })
        .collect();
    pictures.sort();
    assert!(pictures.len() > 20, "only {} pictures", pictures.len());
    pictures
}

/// Colours at three by two places, in hexadecimal digits of a nibble each.
fn colours(picture: &RgbImage) -> String {
    let (width, height) = picture.dimensions();
    let mut out = String::new();
    for down in [1, 3] {
        for across in [1, 3, 5] {
            let at = (width * across / 6, height * down / 4);
            let [red, green, blue] = picture.get_pixel(at.0, at.1).0.map(|own| own >> 4);
            let _ = write!(out, "{red:x}{green:x}{blue:x} ");
        }
        out.push_str("/ ");
    }
    out.trim_end_matches("/ ").trim_end().to_owned()
}

fn seen(bytes: &[u8]) -> Option<RgbImage> {
    image::load_from_memory(bytes)
        .ok()
        .map(|seen| seen.into_rgb8())
}

/// What becomes of a picture, in words.
fn described(name: &str, bytes: &[u8]) -> String {
    let mut out = format!("{name}: {} bytes", bytes.len());
    let path = format!("content/{name}");
    let files = Files::in_memory([(path.as_str(), bytes.to_vec())]);
    let mut report = Report::new();
    let pages = Pages {
        attachments: &Attachments::default(),
        templates: &[],
        limit: 0,
    };
    let pictures = look(&files, &pages, &mut report);
    let told: Vec<&str> = report.sorted().iter().map(|own| own.code.id).collect();
    let Some(picture) = pictures.get(name) else {
        return format!("{out}, {}\n", told.join(" "));
    };
    let (width, height) = (picture.width, picture.height);
    let _ = writeln!(out, ", {width} × {height} {}", told.join(" "));
    match clean::clean(bytes) {
        None => out.push_str("  damaged\n"),
        Some(clean) => {
            let ends = if clean.is_whole { "whole" } else { "cut off" };
            let _ = writeln!(out, "  clean: {} bytes, {ends}", clean.bytes.len());
        }
    }
    let smaller = Smaller::of(width, height);
    let Some(made) = smaller.make(bytes) else {
        return format!("{out}  cannot be read\n");
    };
    let webp = smaller.webp_paths(name).map(|(path, _)| path);
    let paths = std::iter::once(smaller.jpeg_path(name)).chain(webp);
    for (path, made) in paths.zip(made) {
        let picture = seen(&made).expect("what was made can be seen");
        let (width, height) = picture.dimensions();
        let hash = blake3::hash(&made).to_hex();
        let _ = writeln!(
            out,
            "  {path}: {} bytes {}, {width} × {height}, {}",
            made.len(),
            &hash[..8],
            colours(&picture)
        );
    }
    out
}

#[test]
#[allow(clippy::disallowed_methods, reason = "tests keep their own files")]
fn of_every_kind_of_picture_exactly_this_is_shown() {
    let described: String = pictures()
        .iter()
        .map(|(name, bytes)| described(name, bytes))
        .collect();
    let path = folder().join("expected.txt");
    if std::env::var_os("SALA_ACCEPT").is_some() {
        std::fs::write(&path, &described).expect("it is written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(described, expected);
}

#[test]
fn nothing_is_left_of_what_a_picture_says_of_itself_and_no_pixel_is_another() {
    let mut told = Vec::new();
    for (name, bytes) in pictures() {
        let holds = |bytes: &[u8]| memchr::memmem::find(bytes, SECRET).is_some();
        let clean = clean::clean(&bytes).expect("a picture");
        if holds(&bytes) {
            told.push(name.clone());
        }
        if !name.ends_with(".gif") {
            assert!(!holds(&clean.bytes), "{name}");
        }
        assert_eq!(seen(&clean.bytes), seen(&bytes), "{name}");
        // There is nothing more to take out.
        let again = clean::clean(&clean.bytes).expect("a picture");
        assert_eq!(again.bytes, clean.bytes, "{name}");
        let size = Smaller::of(60, 40);
        let shown = |bytes: &[u8]| size.make(bytes);
        assert_eq!(
            shown(&clean.bytes),
            shown(&bytes),
            "{name}: which side is up"
        );
    }
    assert_eq!(
        told,
        [
            "hung-on.jpg",
            "notes.jpg",
            "notes.png",
            "notes.webp",
            "turned-1.jpg",
            "turned-2.jpg",
            "turned-3.jpg",
            "turned-4.jpg",
            "turned-5.jpg",
            "turned-6.jpg",
            "turned-7.jpg",
            "turned-8.jpg",
            "turned.png",
            "turned.webp",
        ]
    );
}

#[test]
fn a_picture_that_is_cut_off_anywhere_has_no_end() {
    for (name, bytes) in pictures() {
        if name.ends_with(".gif") || name.starts_with("hung-on") {
            continue;
        }
        let whole = clean::clean(&bytes).expect("a picture");
        assert!(whole.is_whole, "{name}");
        for end in (0..bytes.len() - 1).step_by(bytes.len() / 400 + 1) {
            let is_whole = clean::clean(&bytes[..end]).is_some_and(|clean| clean.is_whole);
            assert!(!is_whole || end < 12, "{name} up to {end}");
        }
    }
}

#[test]
fn no_damage_stops_anybody() {
    let mut state = 1u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).expect("it is below")
    };
    for (_, bytes) in pictures() {
        for _ in 0..24 {
            let mut spoilt = bytes.clone();
            for _ in 0..=next(4) {
                // Most of what says how long something is stands at the beginning.
                let at = match next(2) {
                    0 => next(bytes.len().min(200)),
                    _ => next(bytes.len()),
                };
                spoilt[at] = [0, 0xff, 0x7f, 0x80, 1][next(5)];
            }
            if next(3) == 0 {
                spoilt.truncate(next(bytes.len()));
            }
            let _ = clean::clean(&spoilt);
            let _ = Smaller::of(60, 40).make(&spoilt);
        }
    }
}
