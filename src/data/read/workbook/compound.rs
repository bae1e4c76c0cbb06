//! The compound file that an old workbook is kept in (MS-CFB) → its streams; a stream → such a file.
//!
//! A compound file is a small file system: chains of sectors that may run in circles, cross and lead
//! out of the file. Each sector is followed once.

use super::refusal::Refusal;

pub(super) const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const END: u32 = 0xFFFF_FFFE;
/// From here on, numbers are marks and no sectors.
const MARKS: u32 = 0xFFFF_FFFA;
/// Streams shorter than this stand in a stream of their own, in sectors of `MINI` bytes.
const SHORT: usize = 4096;
const MINI: usize = 64;
const ENTRY: usize = 128;

pub(super) struct Compound<'own> {
    bytes: &'own [u8],
    sector: usize,
    table: Vec<u32>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    length: usize,
}

impl<'own> Compound<'own> {
    pub fn open(bytes: &'own [u8]) -> Option<Compound<'own>> {
        if !bytes.starts_with(SIGNATURE) {
            return None;
        }
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut file = Compound {
            bytes,
            sector,
            table: Vec::new(),
            entries: Vec::new(),
        };
        let mut lists: Vec<u32> = (0..109)
            .map_while(|at| u32_at(bytes, 76 + 4 * at))
            .collect();
        // Where the table is long, more sectors say where it stands, each with the next at its end.
        let mut next = u32_at(bytes, 68)?;
        let mut left = file.sectors();
        while next < MARKS {
            left = left.checked_sub(1)?;
            let mut list = numbers(file.sector_at(next)?);
            next = list.pop()?;
            lists.extend(list);
        }
        lists.retain(|number| *number < MARKS);
        if lists.len() > file.sectors() {
            return None;
        }
        for list in lists {
            let list = numbers(file.sector_at(list)?);
            file.table.extend(list);
        }
        let folder = file.chain(u32_at(bytes, 48)?, usize::MAX)?;
        file.entries = folder.chunks_exact(ENTRY).filter_map(entry).collect();
        Some(file)
    }

    /// The stream of this name, whatever the case of its letters.
    pub fn stream(&self, name: &str) -> Option<Result<Vec<u8>, Refusal>> {
        let same = |entry: &&Entry| entry.name.eq_ignore_ascii_case(name);
        let entry = self.entries.iter().find(same)?;
        let stream = if entry.length < SHORT {
            self.short(entry)
        } else {
            self.chain(entry.start, entry.length)
        };
        Some(stream.ok_or_else(|| Refusal::damaged(name)))
    }

    pub fn has(&self, name: &str) -> bool {
        let mut entries = self.entries.iter();
        entries.any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    fn short(&self, entry: &Entry) -> Option<Vec<u8>> {
        let root = self.entries.first()?;
        let stream = self.chain(root.start, root.length)?;
        let table = numbers(&self.chain(u32_at(self.bytes, 60)?, usize::MAX)?);
        let mut bytes = Vec::new();
        let mut next = entry.start;
        while next != END && bytes.len() < entry.length {
            let begin = (next as usize).checked_mul(MINI)?;
            let sector = stream.get(begin..stream.len().min(begin + MINI))?;
            if sector.is_empty() {
                return None;
            }
            bytes.extend_from_slice(sector);
            next = *table.get(next as usize)?;
        }
        bytes.truncate(entry.length);
        Some(bytes)
    }

    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector
    }

    /// The last sector of a file may be cut short.
    fn sector_at(&self, number: u32) -> Option<&'own [u8]> {
        let begin = (number as usize + 1).checked_mul(self.sector)?;
        let end = (begin + self.sector).min(self.bytes.len());
        self.bytes.get(begin..end).filter(|it| !it.is_empty())
    }

    /// The sectors from this one on, up to so many bytes.
    fn chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut next = start;
        let mut left = self.sectors() + 1;
        while next != END && bytes.len() < length {
            left = left.checked_sub(1)?;
            bytes.extend_from_slice(self.sector_at(next)?);
            next = match self.table.get(next as usize) {
                Some(next) => *next,
                None if bytes.len() >= length => END,
                None => return None,
            };
        }
        bytes.truncate(length);
        Some(bytes)
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let letters = bytes[..64].chunks_exact(2);
    let letters = letters.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let letters: Vec<u16> = letters.take_while(|letter| *letter != 0).collect();
    Some(Entry {
        name: String::from_utf16_lossy(&letters),
        start: u32_at(bytes, 116)?,
        // The upper half may hold anything in small files, and no large one is opened.
        length: u32_at(bytes, 120)? as usize,
    })
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let (numbers, _) = bytes.as_chunks::<4>();
    numbers.iter().map(|it| u32::from_le_bytes(*it)).collect()
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// A compound file with nothing in it but a stream of this name. Blanks follow a short one.
pub(super) fn wrap(name: &str, mut stream: Vec<u8>) -> Vec<u8> {
    const SECTOR: usize = 4096;
    const FREE: u32 = 0xFFFF_FFFF;
    const TABLE: u32 = 0xFFFF_FFFD;
    let number = |number: usize| u32::try_from(number).expect("at most 64 MB have few sectors");
    let length = stream.len().max(SHORT);
    stream.resize(length.next_multiple_of(SECTOR), 0);
    let sectors = stream.len() / SECTOR;
    // The folder stands first, then the stream, then the table of all of them.
    let tables = (1 + sectors).div_ceil(SECTOR / 4 - 1);
    assert!(tables <= 109, "64 MB need 17 sectors for their table");
    let mut header = vec![0; SECTOR];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, SIGNATURE);
    put(24, &[0x3E, 0, 4, 0, 0xFE, 0xFF, 12, 0, 6, 0]);
    put(44, &number(tables).to_le_bytes());
    put(48, &0_u32.to_le_bytes());
    put(56, &number(SHORT).to_le_bytes());
    put(60, &END.to_le_bytes());
    put(68, &END.to_le_bytes());
    for at in 0..109 {
        let list = if at < tables {
            number(1 + sectors + at)
        } else {
            FREE
        };
        put(76 + 4 * at, &list.to_le_bytes());
    }
    let mut folder = vec![0; SECTOR];
    for (at, (name, kind, start, length)) in [("Root Entry", 5, 0, 0), (name, 2, 1, length)]
        .into_iter()
        .enumerate()
    {
        let entry = &mut folder[at * ENTRY..(at + 1) * ENTRY];
        for (at, letter) in name.encode_utf16().enumerate() {
            entry[2 * at..2 * at + 2].copy_from_slice(&letter.to_le_bytes());
        }
        entry[66] = kind;
        entry[116..120].copy_from_slice(&number(start).to_le_bytes());
        entry[120..124].copy_from_slice(&number(length).to_le_bytes());
    }
    let mut table = vec![END];
    table.extend((2..=sectors).map(number));
    table.push(END);
    table.extend(vec![TABLE; tables]);
    table.resize(tables * SECTOR / 4, FREE);
    let mut file = header;
    file.extend(folder);
    file.append(&mut stream);
    file.extend(table.iter().flat_map(|it| it.to_le_bytes()));
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_that_is_wrapped_comes_out_again() {
        for length in [4096, 4097, 10_000, 5_000_000] {
            let stream: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            let file = wrap("Workbook", stream.clone());
            let file = Compound::open(&file).expect("a compound file");
            assert!(file.stream("workbook") == Some(Ok(stream)));
            assert!(file.stream("Book").is_none());
        }
    }
}
