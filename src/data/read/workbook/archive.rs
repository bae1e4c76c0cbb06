//! The bytes of a zip archive → its parts, each unfolded once and whole; parts → a plain archive.
//!
//! An archive can unfold to any size, say one thing in its list and another in its parts, and hold a
//! name twice. A part leaves here only if its checksum is right; what a library gets is made here
//! from nothing but parts that were looked at.

use super::refusal::Refusal;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The most that the parts of a workbook that are read may unfold to.
pub(super) const UNFOLDED_BYTES: u64 = 64 * 1024 * 1024;
/// The most parts. A workbook with a picture in each of a thousand rows has some two thousand.
const PARTS: usize = 20_000;

/// An archive whose parts have one name each.
pub(super) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// By name, as spreadsheet programs compare them.
    parts: BTreeMap<String, usize>,
    /// How many bytes more it may unfold to.
    left: u64,
}

impl Archive {
    pub fn open(bytes: Vec<u8>) -> Result<Archive, Refusal> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::NotAWorkbook)?;
        if zip.len() > PARTS {
            return Err(Refusal::NotAWorkbook);
        }
        let mut parts = BTreeMap::new();
        let mut twice = None;
        for (index, name) in zip.file_names_raw().enumerate() {
            let name = same(&String::from_utf8_lossy(name));
            if parts.insert(name.clone(), index).is_some() {
                twice = Some(name);
            }
        }
        match twice {
            Some(part) => Err(Refusal::damaged(part)),
            None if zip.has_duplicate_names() => Err(Refusal::NotAWorkbook),
            None => Ok(Archive {
                zip,
                parts,
                left: UNFOLDED_BYTES,
            }),
        }
    }

    pub fn has(&self, part: &str) -> bool {
        self.parts.contains_key(&same(part))
    }

    /// The bytes of a part, if there is one of this name.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(index) = self.parts.get(&same(name)) else {
            return Ok(None);
        };
        let part = self.zip.by_index(*index).map_err(|error| match error {
            // A password is asked for.
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::Locked,
            ZipError::UnsupportedArchive(_) => Refusal::NotAWorkbook,
            _ => Refusal::damaged(name),
        })?;
        let mut bytes = Vec::new();
        // The size it declares may be a lie.
        let mut bounded = part.take(self.left + 1);
        bounded
            .read_to_end(&mut bytes)
            .map_err(|_| Refusal::damaged(name))?;
        self.left = self
            .left
            .checked_sub(bytes.len() as u64)
            .ok_or(Refusal::Unfolds)?;
        Ok(Some(bytes))
    }
}

/// Names that differ only in case or slashes are one to spreadsheet programs.
fn same(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// An archive of these parts.
pub(super) fn pack<'name>(parts: impl IntoIterator<Item = (&'name str, Vec<u8>)>) -> Vec<u8> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, stored)
            .and_then(|()| Ok(zip.write_all(&bytes)?))
            .expect("memory takes what is written, and no part is larger than UNFOLDED_BYTES");
    }
    zip.finish()
        .expect("memory takes what is written")
        .into_inner()
}
