//! What a file is to hold: compared with a file that is there, or written into one.
//!
//! In: bytes, or a file of the campaign that is read in pieces. Out: whether they are the same; what
//! was written. It does not know where the files stand.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};

use super::manifest::Fingerprint;
use crate::files;

/// How much of a file is in memory at once.
const PIECE: usize = 64 * 1024;

/// What a file is to hold.
pub(super) enum Contents<'a, 'files> {
    Bytes(&'a [u8], Fingerprint),
    /// A file of any size, never in memory as a whole.
    Copy(&'a mut files::Opened<'files>),
    /// What a file holds that stands in one of the trees; it can be compared, and not written.
    Standing(Fingerprint),
}

/// Which of the two files of a copy could not be used.
#[derive(Debug)]
pub(super) enum Failed {
    Source(io::Error),
    Target(io::Error),
}

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Failed {
        Failed::Target(error)
    }
}

impl Contents<'_, '_> {
    /// Whether a file with this fingerprint can hold the same; a copy is known by its size alone.
    pub(super) fn may_be(&self, listed: Fingerprint) -> bool {
        match self {
            Contents::Bytes(_, own) | Contents::Standing(own) => *own == listed,
            Contents::Copy(source) => source.size() == listed.size,
        }
    }

    /// What the file of this size holds, if that is the same, byte by byte.
    pub(super) fn held_by(
        &mut self,
        file: &mut File,
        size: u64,
    ) -> Result<Option<Fingerprint>, Failed> {
        match self {
            Contents::Bytes(bytes, own) if own.size == size => {
                Ok(holds(file, bytes)?.then_some(*own))
            }
            Contents::Copy(source) if source.size() == size => compare(source, file),
            Contents::Standing(own) if own.size == size => {
                Ok((hash_of(file)? == own.hash).then_some(*own))
            }
            _ => Ok(None),
        }
    }

    /// Writes all of it.
    pub(super) fn write_into(&mut self, file: &mut File) -> Result<Fingerprint, Failed> {
        match self {
            Contents::Bytes(bytes, own) => {
                file.write_all(bytes)?;
                Ok(*own)
            }
            Contents::Copy(source) => copy(source, file),
            Contents::Standing(_) => Err(Failed::Target(ErrorKind::NotFound.into())),
        }
    }
}

fn hash_of(file: &mut File) -> io::Result<blake3::Hash> {
    let mut hasher = blake3::Hasher::new();
    let mut piece = [0; PIECE / 2];
    loop {
        let read = fill(file, &mut piece)?;
        hasher.update(&piece[..read]);
        if read < piece.len() {
            return Ok(hasher.finalize());
        }
    }
}

/// Whether the file, which is as long as these bytes, holds them.
fn holds(file: &mut File, bytes: &[u8]) -> io::Result<bool> {
    // Most pages fit; more of it would take longer to clear than a second call.
    let mut buffer = [0; PIECE / 2];
    let mut rest = bytes;
    while !rest.is_empty() {
        let wanted = rest.len().min(buffer.len());
        match file.read(&mut buffer[..wanted]) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
            Ok(0) => return Ok(false),
            Ok(read) => match rest.split_at(read) {
                (expected, after) if expected == &buffer[..read] => rest = after,
                _ => return Ok(false),
            },
        }
    }
    Ok(true)
}

fn compare(source: &mut files::Opened, file: &mut File) -> Result<Option<Fingerprint>, Failed> {
    source.seek(SeekFrom::Start(0)).map_err(Failed::Source)?;
    let mut pieces = vec![0; 2 * PIECE];
    let (ours, theirs) = pieces.split_at_mut(PIECE);
    let mut hasher = blake3::Hasher::new();
    loop {
        let read = fill(source, ours).map_err(Failed::Source)?;
        if fill(file, &mut theirs[..read])? != read || ours[..read] != theirs[..read] {
            return Ok(None);
        }
        hasher.update(&ours[..read]);
        if read < PIECE {
            let is_at_end = fill(file, &mut theirs[..1])? == 0;
            return Ok(is_at_end.then(|| fingerprint(&hasher)));
        }
    }
}

fn copy(source: &mut files::Opened, file: &mut File) -> Result<Fingerprint, Failed> {
    source.seek(SeekFrom::Start(0)).map_err(Failed::Source)?;
    let mut piece = vec![0; PIECE];
    let mut hasher = blake3::Hasher::new();
    loop {
        let read = fill(source, &mut piece).map_err(Failed::Source)?;
        file.write_all(&piece[..read])?;
        hasher.update(&piece[..read]);
        if read < PIECE {
            return Ok(fingerprint(&hasher));
        }
    }
}

fn fingerprint(hasher: &blake3::Hasher) -> Fingerprint {
    Fingerprint {
        hash: hasher.finalize(),
        size: hasher.count(),
    }
}

/// Reads until the buffer is full or the end is there.
fn fill(from: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match from.read(&mut buffer[filled..]) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
            Ok(0) => break,
            Ok(read) => filled += read,
        }
    }
    Ok(filled)
}
