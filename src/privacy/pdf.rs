//! A PDF (ISO 32000) → what it tells besides its pages: who made it, what was remarked, whom its links
//! call.
//!
//! It looks for the keys of such notes in what is not compressed, and in the streams that hold objects
//! and metadata. In the words of its pages it looks for numbers of people; where nobody can read those words, that is
//! told. What is encrypted cannot be read, which is told too.

use super::documents::{closed, named, seen_in};
use super::pdf_words::{READER, Words, words};
use crate::diagnostic::Place;
use crate::personal::{self, Sighting, What};
use crate::store::{KeyBuilder, Store};
use memchr::memmem;
use std::collections::BTreeSet;
use std::ops::Range;

/// How much all its streams may unfold to.
const UNFOLDED: usize = 64 << 20;
/// How far a dictionary is looked for before its stream.
const DICTIONARY: usize = 4 << 10;
/// How far from its beginning a PDF says that it is one, as programs that open them allow.
const HEAD: usize = 1 << 10;
/// How many characters of a remark are shown.
const SHOWN: usize = 60;

/// What a PDF tells.
pub(super) fn look(path: &str, bytes: &[u8], kept: &Store) -> Vec<Sighting> {
    let pieces = pieces(bytes);
    let mut seen = Vec::new();
    for piece in std::iter::once(bytes).chain(pieces.iter().map(Vec::as_slice)) {
        if piece.as_ptr() == bytes.as_ptr() && names(piece, b"/Encrypt").next().is_some() {
            return closed(path);
        }
        for at in names(piece, b"/Author") {
            let name = value(bytes, &piece[at..]);
            seen.extend(name.and_then(|name| named(What::Author, &name, path)));
        }
        for at in names(piece, b"/URI") {
            if let Some(address) = value(bytes, &piece[at..]) {
                seen.extend(personal::sightings(&address, |_| Place::file(path)));
            }
        }
        for (begin, end) in [
            ("<dc:creator", "</dc:creator>"),
            ("<pdf:Author", "</pdf:Author>"),
        ] {
            for range in between(piece, begin.as_bytes(), end.as_bytes()) {
                let text = without_tags(&String::from_utf8_lossy(&piece[range]));
                seen.extend(named(What::Author, &text, path));
            }
        }
        remarks(bytes, piece, path, &mut seen);
    }
    shown(bytes, path, kept, &mut seen);
    let mut known = BTreeSet::new();
    seen.retain(|one| known.insert((one.what, one.read.clone(), one.place.within())));
    seen
}

/// What its pages show.
fn shown(bytes: &[u8], path: &str, kept: &Store, seen: &mut Vec<Sighting>) {
    // What only has the name of a PDF, no reader of them opens.
    let head = &bytes[..bytes.len().min(HEAD)];
    if memmem::find(head, b"%PDF-").is_none() {
        return;
    }
    let key = KeyBuilder::new(READER).part(bytes).key();
    let known = kept.get(&key);
    let known = known.and_then(|bytes| postcard::from_bytes(&bytes).ok());
    let read = || {
        let words: Words = words(bytes)?;
        if let Ok(bytes) = postcard::to_stdvec(&words) {
            kept.put(&key, &bytes);
        }
        Some(words)
    };
    let Some(words) = known.or_else(read) else {
        seen.push(seen_in(What::Unread, "", path));
        return;
    };
    for (number, page) in (1..).zip(&words.pages) {
        let place = || Place::Cell {
            path: path.to_owned(),
            sheet: None,
            cell: format!("p. {number}"),
            key: None,
        };
        seen.extend(personal::sightings(page, |_| place()));
    }
    if words.are_unknown {
        seen.push(seen_in(What::Unread, "", path));
    }
}

/// The kinds of notes that people put on pages.
const REMARKS: &[&str] = &[
    "Caret",
    "FreeText",
    "Highlight",
    "Ink",
    "Redact",
    "Squiggly",
    "StrikeOut",
    "Text",
    "Underline",
];

/// What was remarked on pages; of a note, its text, else its kind.
fn remarks(bytes: &[u8], piece: &[u8], path: &str, seen: &mut Vec<Sighting>) {
    for at in names(piece, b"/Subtype") {
        let kind = word(&piece[at..]);
        if !REMARKS.contains(&kind.as_str()) {
            continue;
        }
        let own = dictionary_around(piece, at);
        let text = names(own, b"/Contents").next();
        let text = text.and_then(|at| value(bytes, &own[at..]));
        let text = text.filter(|text| !text.trim().is_empty()).unwrap_or(kind);
        let text: String = text.chars().take(SHOWN).collect();
        seen.push(seen_in(What::Comments, &text, path));
    }
}

/// The dictionary around a key, as far as it can be told.
fn dictionary_around(piece: &[u8], at: usize) -> &[u8] {
    let from = at.saturating_sub(DICTIONARY);
    let begin = memmem::rfind(&piece[from..at], b"<<").map_or(from, |begin| from + begin);
    let to = (at + DICTIONARY).min(piece.len());
    let end = memmem::find(&piece[at..to], b">>").map_or(to, |end| at + end);
    &piece[begin..end]
}

/// Where a name ends that stands in the bytes, and is no part of a longer one.
fn names<'own>(bytes: &'own [u8], name: &'own [u8]) -> impl Iterator<Item = usize> + 'own {
    memmem::find_iter(bytes, name)
        .map(move |at| at + name.len())
        .filter(|end| {
            bytes
                .get(*end)
                .is_none_or(|next| !next.is_ascii_alphanumeric())
        })
}

/// The name that follows.
fn word(rest: &[u8]) -> String {
    let rest = rest.trim_ascii_start();
    let Some(rest) = rest.strip_prefix(b"/") else {
        return String::new();
    };
    let word = rest
        .iter()
        .take(20)
        .take_while(|byte| byte.is_ascii_alphanumeric());
    word.map(|byte| char::from(*byte)).collect()
}

/// The text that follows, or that of the object it refers to.
fn value(bytes: &[u8], rest: &[u8]) -> Option<String> {
    let rest = rest.trim_ascii_start();
    match rest.first()? {
        b'(' => Some(decoded(&literal(&rest[1..]))),
        b'<' if rest.get(1) != Some(&b'<') => Some(decoded(&hexadecimal(&rest[1..]))),
        b'0'..=b'9' => {
            let head: Vec<&[u8]> = rest[..rest.len().min(24)]
                .splitn(4, u8::is_ascii_whitespace)
                .collect();
            let [number, generation, sign, ..] = head.as_slice() else {
                return None;
            };
            if sign.first() != Some(&b'R') {
                return None;
            }
            let head = [*number, b" ", generation, b" obj"].concat();
            let at = memmem::find_iter(bytes, &head)
                .find(|at| *at == 0 || !bytes[at - 1].is_ascii_digit())?;
            let rest = bytes[at + head.len()..].trim_ascii_start();
            match rest.first()? {
                b'(' => Some(decoded(&literal(&rest[1..]))),
                b'<' => Some(decoded(&hexadecimal(&rest[1..]))),
                _ => None,
            }
        }
        _ => None,
    }
}

/// How long a text may be that is looked at.
const LONGEST: usize = 2000;

fn literal(rest: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    let mut depth = 1;
    let mut at = 0;
    while let Some(byte) = rest.get(at).filter(|_| at < LONGEST) {
        at += 1;
        match byte {
            b'\\' => {
                let Some(next) = rest.get(at) else { break };
                at += 1;
                match next {
                    b'n' => text.push(b'\n'),
                    b'r' => text.push(b'\r'),
                    b't' => text.push(b'\t'),
                    b'b' | b'f' | b'\n' | b'\r' => {}
                    b'0'..=b'7' => {
                        let mut octal = u32::from(next - b'0');
                        for _ in 0..2 {
                            match rest.get(at) {
                                Some(digit @ b'0'..=b'7') => {
                                    octal = octal * 8 + u32::from(digit - b'0');
                                    at += 1;
                                }
                                _ => break,
                            }
                        }
                        text.push(u8::try_from(octal & 0xff).unwrap_or_default());
                    }
                    other => text.push(*other),
                }
            }
            b'(' => {
                depth += 1;
                text.push(b'(');
            }
            b')' => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
                text.push(b')');
            }
            other => text.push(*other),
        }
    }
    text
}

fn hexadecimal(rest: &[u8]) -> Vec<u8> {
    let digits = rest.iter().take(LONGEST).take_while(|byte| **byte != b'>');
    let digits: Vec<u8> = digits
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0))
        .collect()
}

/// A text of a PDF: in UTF-16 or UTF-8 behind their marks, else as in Latin-1, which most of its own is.
fn decoded(text: &[u8]) -> String {
    if let Some(rest) = text.strip_prefix(b"\xfe\xff") {
        let units = rest
            .chunks_exact(2)
            .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        return char::decode_utf16(units)
            .map(|one| one.unwrap_or('\u{fffd}'))
            .collect();
    }
    match text.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => String::from_utf8_lossy(rest).into_owned(),
        None => text.iter().map(|byte| char::from(*byte)).collect(),
    }
}

fn between(piece: &[u8], begin: &[u8], end: &[u8]) -> Vec<Range<usize>> {
    let starts = memmem::find_iter(piece, begin);
    let ranges = starts.filter_map(|at| {
        let to = (at + LONGEST).min(piece.len());
        let length = memmem::find(&piece[at..to], end)?;
        Some(at..at + length)
    });
    ranges.take(20).collect()
}

fn without_tags(text: &str) -> String {
    let mut shown = String::new();
    for piece in text.split('<').skip(1) {
        shown.push_str(piece.split_once('>').map_or("", |(_, text)| text).trim());
    }
    shown
}

/// The streams that hold objects or metadata, unfolded.
fn pieces(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut pieces = Vec::new();
    let mut left = UNFOLDED;
    for at in memmem::find_iter(bytes, b"stream") {
        let is_end = bytes[..at].ends_with(b"end");
        let from = at.saturating_sub(DICTIONARY);
        let head = &bytes[from..at];
        let head = &head[memmem::rfind(head, b" obj").unwrap_or(0)..];
        let holds = |name: &[u8]| memmem::find(head, name).is_some();
        let is_asked_for = (holds(b"/ObjStm") || holds(b"/Metadata")) && holds(b"/FlateDecode");
        if is_end || !is_asked_for || left == 0 {
            continue;
        }
        let begin = bytes[at + b"stream".len()..].trim_ascii_start();
        let unfolded = match miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(begin, left) {
            Ok(unfolded) => unfolded,
            // What is cut off has told what stands before.
            Err(error) => error.output,
        };
        left -= unfolded.len().min(left);
        pieces.push(unfolded);
    }
    pieces
}
