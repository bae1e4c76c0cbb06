//! The bytes of a sound → the notes in it, which nobody hears: names of people, of places, of programs.
//!
//! ID3 before and behind an MP3, the boxes `udta` and `ilst` of MP4 (with the place that phones write into
//! `©xyz`), the comments of Ogg, the list `INFO` of WAVE. What is damaged tells what stands before.

use super::boxes::{boxes, chunks};
use memchr::memmem;

/// How many notes are told, and how long each is, in characters.
const MOST: usize = 20;
const LONGEST: usize = 60;

/// The notes of a sound, of whatever kind.
pub fn notes(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    if bytes.starts_with(b"ID3") {
        id3(bytes, &mut found);
    }
    if let Some(last) = bytes.len().checked_sub(128).map(|at| &bytes[at..])
        && last.starts_with(b"TAG")
    {
        let fields = [3..33, 33..63, 63..93, 97..127];
        found.extend(fields.map(|field| latin(&last[field])));
    }
    if bytes.starts_with(b"OggS") {
        ogg(bytes, &mut found);
    }
    if bytes.get(4..8) == Some(&b"ftyp"[..]) {
        mp4(bytes, 0, &mut found);
    }
    if bytes.starts_with(b"RIFF") {
        riff(bytes.get(12..).unwrap_or_default(), &mut found);
    }
    let mut told: Vec<String> = Vec::new();
    for note in found {
        let note: String = note
            .chars()
            .filter(|letter| !letter.is_control())
            .take(LONGEST)
            .collect();
        let note = note.trim();
        // What only names the program that pressed the sound together is nobody's.
        let is_of_program = ["Lavf", "Lavc", "LAME", "libopus", "Xiph"]
            .iter()
            .any(|name| note.starts_with(name));
        if !note.is_empty()
            && !is_of_program
            && told.len() < MOST
            && told.iter().all(|own| own != note)
        {
            told.push(note.to_owned());
        }
    }
    told
}

/// How long the ID3 before a sound is, with its head.
pub(super) fn id3_length(bytes: &[u8]) -> usize {
    match bytes.get(..10) {
        Some([b'I', b'D', b'3', _, _, flags, size @ ..]) => {
            let footer = if flags & 0x10 == 0 { 0 } else { 10 };
            10 + seven_bits(size) + footer
        }
        _ => 0,
    }
}

fn seven_bits(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .fold(0, |all, byte| all << 7 | usize::from(byte & 0x7f))
}

/// The texts of ID3v2.2 to 2.4; of a picture, that there is one.
fn id3(bytes: &[u8], found: &mut Vec<String>) {
    let end = id3_length(bytes).min(bytes.len());
    let version = bytes.get(3).copied().unwrap_or_default();
    let (name, head) = if version == 2 { (3, 6) } else { (4, 10) };
    let mut at = 10;
    while let Some(frame) = bytes.get(at..at + head).filter(|_| at + head <= end) {
        let size = match version {
            2 => frame[3..6]
                .iter()
                .fold(0, |all, byte| all << 8 | usize::from(*byte)),
            3 => frame[4..8]
                .iter()
                .fold(0, |all, byte| all << 8 | usize::from(*byte)),
            _ => seven_bits(&frame[4..8]),
        };
        let content = bytes
            .get(at + head..(at + head + size).min(end))
            .unwrap_or_default();
        match &frame[..name] {
            [0, ..] => return,
            // The encoder, and how long it is.
            b"TSSE" | b"TLEN" | b"TSS" | b"TLE" => {}
            [b'T', ..] => found.push(text(content)),
            [b'C', b'O', b'M', ..] => found.push(text(content)),
            b"APIC" | b"PIC" => found.push("APIC".to_owned()),
            b"GEOB" | b"PRIV" => found.push(latin(content)),
            _ => {}
        }
        at += head + size;
    }
}

/// A text behind the byte that says how it is written.
fn text(content: &[u8]) -> String {
    let Some((encoding, rest)) = content.split_first() else {
        return String::new();
    };
    match encoding {
        1 | 2 => {
            let is_little = rest.starts_with(b"\xff\xfe");
            let pairs = rest.chunks_exact(2).map(|pair| match is_little {
                true => u16::from_le_bytes([pair[0], pair[1]]),
                false => u16::from_be_bytes([pair[0], pair[1]]),
            });
            let letters = char::decode_utf16(pairs).flatten();
            letters.filter(|letter| *letter != '\u{feff}').collect()
        }
        3 => String::from_utf8_lossy(rest).into_owned(),
        _ => latin(rest),
    }
}

fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// The comments behind the first page: `ARTIST=…`.
fn ogg(bytes: &[u8], found: &mut Vec<String>) {
    let begin = &bytes[..bytes.len().min(64 << 10)];
    let marks: [&[u8]; 2] = [b"OpusTags", b"\x03vorbis"];
    let Some(mut at) = marks
        .iter()
        .find_map(|mark| Some(memmem::find(begin, mark)? + mark.len()))
    else {
        return;
    };
    let mut long = || {
        let four: [u8; 4] = begin.get(at..at + 4)?.try_into().ok()?;
        at += 4;
        let length = usize::try_from(u32::from_le_bytes(four)).ok()?;
        Some(length)
    };
    let Some(vendor) = long() else { return };
    at = at.saturating_add(vendor);
    let four = begin
        .get(at..at.saturating_add(4))
        .and_then(|four| four.try_into().ok());
    let count = four.map_or(0, u32::from_le_bytes);
    at = at.saturating_add(4);
    for _ in 0..count.min(64) {
        let four = begin
            .get(at..at.saturating_add(4))
            .and_then(|four| four.try_into().ok());
        let Some(length) = four.map(u32::from_le_bytes) else {
            return;
        };
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        let end = at.saturating_add(4).saturating_add(length);
        let Some(comment) = begin.get(at + 4..end) else {
            return;
        };
        let comment = String::from_utf8_lossy(comment);
        if let Some((name, value)) = comment.split_once('=') {
            let is_picture = name.eq_ignore_ascii_case("metadata_block_picture");
            let is_encoder = name.eq_ignore_ascii_case("encoder");
            match (is_picture, is_encoder) {
                (true, _) => found.push("METADATA_BLOCK_PICTURE".to_owned()),
                (_, true) => {}
                _ => found.push(value.to_owned()),
            }
        }
        at = end;
    }
}

/// The texts of an MP4 and of its tracks, in whatever box they stand.
fn mp4(bytes: &[u8], depth: usize, found: &mut Vec<String>) {
    /// How many boxes stand within each other, at most: `moov`, `trak`, `udta`, `meta`, `ilst`.
    const DEEPEST: usize = 6;
    if depth > DEEPEST {
        return;
    }
    for part in boxes(bytes) {
        let content = part.content;
        match part.kind {
            b"moov" | b"trak" | b"udta" => mp4(content, depth + 1, found),
            // MP4 writes a version before the boxes, and QuickTime does not.
            b"meta" => {
                let is_bare = content.get(4..8) == Some(&b"hdlr"[..]);
                let from = if is_bare { 0 } else { 4 };
                mp4(content.get(from..).unwrap_or_default(), depth + 1, found);
            }
            b"ilst" => list(content, found),
            kind => found.extend(user_text(kind, content)),
        }
    }
}

/// The text of a box of QuickTime (`\u{a9}` and three letters: a length, a language, a text) or of 3GPP (four bytes
/// of version and marks, a language, a text).
fn user_text(kind: &[u8], content: &[u8]) -> Option<String> {
    match kind {
        // The program.
        b"\xa9too" | b"\xa9swr" | b"\xa9enc" => None,
        [0xa9, ..] => {
            let length = u16::from_be_bytes(content.get(..2)?.try_into().ok()?);
            let end = (4 + usize::from(length)).min(content.len());
            Some(utf8(content.get(4..end)?))
        }
        b"auth" | b"perf" | b"titl" | b"dscp" | b"cprt" | b"gnre" | b"albm" => {
            Some(utf8(content.get(6..)?))
        }
        // A place, by its name.
        b"loci" => Some(format!("loci {}", utf8(content.get(6..)?))),
        _ => None,
    }
}

/// The items of a list: each holds a text in a box `data`, behind its kind and its language.
fn list(bytes: &[u8], found: &mut Vec<String>) {
    // The program.
    let items = boxes(bytes).filter(|item| item.kind != b"\xa9too");
    for item in items {
        for data in boxes(item.content).filter(|part| part.kind == b"data") {
            let is_text = data.content.get(3) == Some(&1);
            match data.content.get(8..) {
                Some(text) if is_text => found.push(utf8(text)),
                Some(_) if item.kind == b"covr" => found.push("covr".to_owned()),
                _ => {}
            }
        }
    }
}

/// The texts of WAVE: the list `INFO`, and what ID3 puts into a chunk of its own.
fn riff(bytes: &[u8], found: &mut Vec<String>) {
    for part in chunks(bytes) {
        match part.kind {
            b"LIST" if part.content.starts_with(b"INFO") => {
                // The program.
                let texts = chunks(&part.content[4..]).filter(|text| text.kind != b"ISFT");
                found.extend(texts.map(|text| utf8(text.content)));
            }
            b"id3 " | b"ID3 " => id3(part.content, found),
            // Who made it, with which machine, and when.
            b"bext" => {
                let fields = [0..256, 256..288, 288..320, 320..338];
                let fields = fields.map(|field| part.content.get(field).unwrap_or_default());
                found.extend(
                    fields
                        .map(|field| utf8(field.split(|byte| *byte == 0).next().unwrap_or(field))),
                );
            }
            _ => {}
        }
    }
}

fn utf8(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
