//! The bytes of a zip archive → its parts, each unfolded once and whole; parts → a plain archive.
//!
//! An archive can unfold to any size, say one thing in its list and another in its parts, and hold a
//! name twice. A part leaves here only if its checksum is right; what a library gets is made here
//! from nothing but parts that were looked at.

use crate::guarded::guarded;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The most that the parts of one archive that are read may unfold to.
pub const UNFOLDED_BYTES: u64 = 64 * 1024 * 1024;
/// The most parts. A workbook with a picture in each of a thousand rows has some two thousand.
const PARTS: usize = 20_000;

/// Why an archive, or a part of it, is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    NotAnArchive,
    /// It opens with a password only.
    Locked,
    /// The part is not what it has to be.
    Damaged(String),
    /// It unfolds to more than is held.
    Unfolds,
}

/// An archive whose parts have one name each.
pub struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// By name, as spreadsheet programs compare them.
    parts: BTreeMap<String, usize>,
    /// How many bytes more it may unfold to.
    left: u64,
}

impl Archive {
    pub fn open(bytes: Vec<u8>) -> Result<Archive, Broken> {
        guarded(|| Archive::listed(bytes)).unwrap_or(Err(Broken::NotAnArchive))
    }

    fn listed(bytes: Vec<u8>) -> Result<Archive, Broken> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Broken::NotAnArchive)?;
        if zip.len() > PARTS {
            return Err(Broken::NotAnArchive);
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
            Some(part) => Err(Broken::Damaged(part)),
            None if zip.has_duplicate_names() => Err(Broken::NotAnArchive),
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

    /// The names of its parts, sorted, as spreadsheet programs compare them.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// The bytes of a part, if there is one of this name.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Broken> {
        let Some(index) = self.parts.get(&same(name)) else {
            return Ok(None);
        };
        let part = self.zip.by_index(*index).map_err(|error| match error {
            // A password is asked for.
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Broken::Locked,
            ZipError::UnsupportedArchive(_) => Broken::NotAnArchive,
            _ => Broken::Damaged(name.to_owned()),
        })?;
        let mut bytes = Vec::new();
        // The size it declares may be a lie.
        let mut bounded = part.take(self.left + 1);
        bounded
            .read_to_end(&mut bytes)
            .map_err(|_| Broken::Damaged(name.to_owned()))?;
        self.left = self
            .left
            .checked_sub(bytes.len() as u64)
            .ok_or(Broken::Unfolds)?;
        Ok(Some(bytes))
    }
}

/// Names that differ only in case or slashes are one to spreadsheet programs.
fn same(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// An archive of these parts.
pub fn pack<'name>(parts: impl IntoIterator<Item = (&'name str, Vec<u8>)>) -> Vec<u8> {
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
