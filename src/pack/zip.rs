//! Files → a zip (PKWARE's APPNOTE 6.3.3, without its later additions), the same bytes for the same files.
//!
//! The crate that reads zips here compresses with whatever is fastest on a machine, so that two machines
//! make two files; this writes what it needs of the format itself.

use miniz_oxide::deflate::compress_to_vec;
use std::collections::BTreeMap;

/// 1 January 1980, the first day that a zip knows: files have no time of their own.
const DAY: u16 = 1 << 5 | 1;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// Inflating needs this version, 2.0, of the format.
const VERSION: u16 = 20;
const LEVEL: u8 = 9;

/// What is packed already.
const PACKED: [&str; 12] = [
    ".avif", ".gif", ".jpeg", ".jpg", ".m4a", ".mp3", ".mp4", ".ogg", ".pdf", ".png", ".webp",
    ".zip",
];

/// The files in a folder; nothing if they are too many or too large for the format.
pub(super) fn of(folder: &str, files: &BTreeMap<String, Vec<u8>>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (path, bytes) in files {
        let name = format!("{folder}/{path}");
        let small = match PACKED.iter().any(|ending| path.ends_with(ending)) {
            true => None,
            false => Some(compress_to_vec(bytes, LEVEL)).filter(|small| small.len() < bytes.len()),
        };
        let (method, held) = match &small {
            Some(small) => (DEFLATED, small),
            None => (STORED, bytes),
        };
        let start = u32::try_from(out.len()).ok()?;
        let mut head = Vec::new();
        for number in [VERSION, FLAGS, method, 0, DAY] {
            head.extend(number.to_le_bytes());
        }
        head.extend(crc32fast::hash(bytes).to_le_bytes());
        for size in [held.len(), bytes.len()] {
            head.extend(u32::try_from(size).ok()?.to_le_bytes());
        }
        head.extend(u16::try_from(name.len()).ok()?.to_le_bytes());
        head.extend(0_u16.to_le_bytes()); // nothing extra
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend(name.as_bytes());
        out.extend(held);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&head);
        // No comment, the first disk, no attributes of any system.
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let count = u16::try_from(files.len()).ok()?;
    let start = u32::try_from(out.len()).ok()?;
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(u32::try_from(directory.len()).ok()?.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend(0_u16.to_le_bytes());
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};

    #[test]
    fn what_was_packed_comes_out_again() {
        let files = BTreeMap::from([
            ("a.jpg".to_owned(), vec![1, 2, 3]),
            ("en/ទឹក.html".to_owned(), vec![b'a'; 100_000]),
            ("index.html".to_owned(), Vec::new()),
        ]);
        let bytes = of("water", &files).expect("it is small");
        assert!(bytes.len() < 1_000);
        let mut read = ::zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let mut found = BTreeMap::new();
        for at in 0..read.len() {
            let mut file = read.by_index(at).expect("a file");
            let mut held = Vec::new();
            file.read_to_end(&mut held).expect("its checksum is right");
            let name = file.name().expect("a name").into_owned();
            let name = name.strip_prefix("water/").expect("its folder");
            found.insert(name.to_owned(), held);
        }
        assert_eq!(found, files);
    }
}
