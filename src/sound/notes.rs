//! The bytes of a sound → the notes in it, which nobody hears: names of people, of places, of programs.
//!
//! ID3 before and behind an MP3, the box `udta` of MP4, the comments of Ogg. What is damaged tells what
//! stands before.

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
        mp4(bytes, &mut found);
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

/// The texts in the list of an MP4: each stands in a box `data` behind eight bytes.
fn mp4(bytes: &[u8], found: &mut Vec<String>) {
    let Some(begin) = memmem::find(bytes, b"ilst").and_then(|at| at.checked_sub(4)) else {
        return;
    };
    let size = bytes
        .get(begin..begin + 4)
        .and_then(|four| four.try_into().ok());
    let size = usize::try_from(size.map_or(0, u32::from_be_bytes)).unwrap_or(0);
    let end = begin.saturating_add(size).min(bytes.len());
    let list = bytes.get(begin + 8..end).unwrap_or_default();
    for at in memmem::find_iter(list, b"data") {
        let size = at
            .checked_sub(4)
            .and_then(|at| list.get(at..at + 4)?.try_into().ok());
        let size = usize::try_from(size.map_or(0, u32::from_be_bytes)).unwrap_or(0);
        let kind = list
            .get(at.saturating_sub(8)..at.saturating_sub(4))
            .unwrap_or_default();
        let content = list.get(at + 12..(at + size).saturating_sub(4).min(list.len()));
        let is_text = list.get(at + 7) == Some(&1);
        match content {
            // The program.
            _ if kind == b"\xa9too" => {}
            Some(content) if is_text => found.push(String::from_utf8_lossy(content).into_owned()),
            Some(_) if kind == b"covr" => found.push("covr".to_owned()),
            _ => {}
        }
    }
}
