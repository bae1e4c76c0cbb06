//! What a file is to hold: compared with a file that is there, or written into one.
//!
//! In: bytes, a file of the campaign that is read in pieces, or what writes its bytes. Out: whether they are the same; what
//! was written. It does not know where the files stand.

use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Read, Seek, SeekFrom, Write};

use super::manifest::Fingerprint;
use crate::files;

/// How much of a file is in memory at once.
const PIECE: usize = 64 * 1024;

/// What a file is to hold.
pub(super) enum Contents<'a, 'files> {
    Bytes(&'a [u8], Fingerprint),
    /// A file of any size, never in memory as a whole.
    Copy(&'a mut files::Opened<'files>),
    /// What writes a file of any size, never in memory as a whole, and each time the same.
    Made(&'a Writer<'a>),
    /// What a file holds that stands in one of the trees; it can be compared, and not written.
    Standing(Fingerprint),
}

/// Writes a file.
pub(super) type Writer<'a> = dyn Fn(&mut dyn Write) -> io::Result<()> + 'a;

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
    /// Whether a file with this fingerprint can hold the same; a copy is known by its size alone, and of
    /// what is written nothing is known before.
    pub(super) fn may_be(&self, listed: Fingerprint) -> bool {
        match self {
            Contents::Bytes(_, own) | Contents::Standing(own) => *own == listed,
            Contents::Copy(source) => source.size() == listed.size,
            Contents::Made(_) => true,
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
            Contents::Made(write) => is_written(write, file),
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
            Contents::Made(write) => Ok(write_hashed(write, file)?),
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

/// What the file holds, if it is what is written.
fn is_written(write: &Writer, file: &mut File) -> Result<Option<Fingerprint>, Failed> {
    let mut compared = BufWriter::with_capacity(PIECE, Compared::with(file));
    let written = write(&mut compared).and_then(|()| compared.flush());
    let (compared, _) = compared.into_parts();
    if compared.differs {
        return Ok(None);
    }
    written?;
    let is_at_end = fill(compared.file, &mut [0])? == 0;
    Ok(is_at_end.then(|| fingerprint(&compared.hasher)))
}

fn write_hashed(write: &Writer, file: &mut File) -> io::Result<Fingerprint> {
    let mut hashed = BufWriter::with_capacity(
        PIECE,
        Hashed {
            file,
            hasher: blake3::Hasher::new(),
        },
    );
    write(&mut hashed)?;
    hashed.flush()?;
    Ok(fingerprint(&hashed.get_ref().hasher))
}

/// A file, and the hash of what is written into it.
struct Hashed<'file> {
    file: &'file mut File,
    hasher: blake3::Hasher,
}

impl Write for Hashed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// A file that what is written is held against; it ends the writing at the first difference.
struct Compared<'file> {
    file: &'file mut File,
    piece: Vec<u8>,
    hasher: blake3::Hasher,
    differs: bool,
}

impl Compared<'_> {
    fn with(file: &mut File) -> Compared<'_> {
        Compared {
            file,
            piece: vec![0; PIECE],
            hasher: blake3::Hasher::new(),
            differs: false,
        }
    }
}

impl Write for Compared<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let bytes = &bytes[..bytes.len().min(PIECE)];
        let theirs = &mut self.piece[..bytes.len()];
        if fill(self.file, theirs)? != bytes.len() || theirs != bytes {
            self.differs = true;
            return Err(io::Error::other("the file holds something else"));
        }
        self.hasher.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
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

#[cfg(test)]
mod tests {
    use super::super::Stage;
    use super::super::manifest::{self, Fingerprint};
    use std::io::{self, Write};

    /// Writes the bytes in pieces that fit into no buffer evenly.
    fn in_pieces(bytes: &[u8]) -> impl Fn(&mut dyn Write) -> io::Result<()> {
        |out| {
            bytes
                .chunks(7_001)
                .try_for_each(|piece| out.write_all(piece))
        }
    }

    #[test]
    fn what_is_written_in_pieces_is_written_only_where_it_differs() {
        let root = tempfile::tempdir().unwrap();
        let output = root.path().join("public");
        let build = |table: &[u8]| {
            let stage = Stage::open(&output).unwrap();
            stage.make("table", &in_pieces(table)).unwrap();
            let written = stage.finish().unwrap();
            assert_eq!(written.bytes, table.len() as u64);
            assert!(std::fs::read(output.join("table")).unwrap() == table);
            let text = std::fs::read(output.join(manifest::MANIFEST)).unwrap();
            let listed = manifest::parse(&text).unwrap()["table"];
            assert_eq!(listed, Some(Fingerprint::of(table)));
            written.changed
        };
        // A piece of the comparison has 65,536 bytes: around one, two, and none.
        for length in [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000] {
            let mut table = vec![b'a'; length];
            build(&table);
            assert_eq!(build(&table), 0, "{length}: the same again");
            table.push(b'b');
            assert_eq!(build(&table), 1, "{length}: one more");
            assert_eq!(build(&table), 0);
            table[length / 2] = b'c';
            assert_eq!(build(&table), 1, "{length}: another in the middle");
            table.pop();
            assert_eq!(build(&table), 1, "{length}: one less");
        }
    }

    #[test]
    fn a_table_that_cannot_be_written_leaves_the_site_as_it_was() {
        let root = tempfile::tempdir().unwrap();
        let output = root.path().join("public");
        let stage = Stage::open(&output).unwrap();
        stage.make("table", &in_pieces(b"1")).unwrap();
        stage.finish().unwrap();
        let stage = Stage::open(&output).unwrap();
        let full = |out: &mut dyn Write| {
            out.write_all(b"1")?;
            Err(io::ErrorKind::StorageFull.into())
        };
        let told = stage.make("table", &full).unwrap_err();
        assert_eq!(told.code.id, crate::diagnostic::codes::output::DISK_FULL.id);
        drop(stage);
        assert_eq!(std::fs::read(output.join("table")).unwrap(), b"1");
    }
}
