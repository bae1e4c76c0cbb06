//! The list of what `sala` wrote into an output folder, kept inside it: it tells its own files from
//! those of somebody else, and what each of them holds.
//!
//! In: the text of a list, or what stands in a tree. Out: the other of the two. It does not know the
//! disk, and whoever reads a list believes it in two things only: that the files it names may be
//! replaced, and that a file may be worth comparing. Nothing is removed because a list names it.
//!
//! ```text
//! # sala 2: the files that sala wrote here. It replaces them, and refuses to build over any other.
//! <blake3 hash in hexadecimal> <size in bytes> <path>
//! ```
//!
//! Lines are in the order of their paths. A list that is not exactly so is no list: campaigns travel
//! in zip files and shared folders, and a line that somebody else wrote must not cost anybody a file.

use std::collections::BTreeMap;

use super::path;

/// The list's name, at the top of the output folder. It is no part of the site and is not published.
pub const MANIFEST: &str = ".sala";

const HEADING: &str = "# sala 2: the files that sala wrote here. It replaces them, and refuses to build over any other.";

/// The heading of lists that held paths only.
const HEADING_OF_PATHS: &str =
    "# The files that sala wrote here. It replaces them, and refuses to build over any other.";

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint {
    pub hash: blake3::Hash,
    pub size: u64,
}

impl Fingerprint {
    pub(super) fn of(bytes: &[u8]) -> Fingerprint {
        Fingerprint {
            hash: blake3::hash(bytes),
            size: bytes.len() as u64,
        }
    }
}

/// The files in a list; those of an old list without what they hold.
pub(super) type Listed = BTreeMap<String, Option<Fingerprint>>;

/// A list as it stands in a tree.
#[derive(Debug, Default)]
pub(super) struct List {
    pub files: Listed,
    /// The hash of its text; nothing where there is no list.
    pub hash: Option<blake3::Hash>,
}

/// Reads a line: its path, and what the file holds, if the list says.
type ReadLine = fn(&str) -> Option<(&str, Option<Fingerprint>)>;

/// Reads a list; the error is the number of the first line that is none of ours.
pub(super) fn parse(text: &[u8]) -> Result<Listed, usize> {
    let text = std::str::from_utf8(text).map_err(|_| 1_usize)?;
    let (heading, rest) = text.split_once('\n').ok_or(1_usize)?;
    let line_of: ReadLine = match heading {
        HEADING => parse_line,
        HEADING_OF_PATHS => |line| Some((line, None)),
        _ => return Err(1),
    };
    let mut files = Vec::new();
    let mut before = "";
    for (number, line) in (2_usize..).zip(rest.split_inclusive('\n')) {
        let (path, holds) = line
            .strip_suffix('\n')
            .and_then(line_of)
            .filter(|(path, _)| *path > before && path::is_fit(path))
            .ok_or(number)?;
        files.push((path.to_owned(), holds));
        before = path;
    }
    Ok(files.into_iter().collect())
}

fn parse_line(line: &str) -> Option<(&str, Option<Fingerprint>)> {
    let (hash, rest) = line.split_once(' ')?;
    let (size, path) = rest.split_once(' ')?;
    let is_plain = |c: u8| matches!(c, b'0'..=b'9' | b'a'..=b'f');
    let is_number =
        size.bytes().all(|c| c.is_ascii_digit()) && (size == "0" || !size.starts_with('0'));
    if !hash.bytes().all(is_plain) || !is_number {
        return None;
    }
    let hash = blake3::Hash::from_hex(hash).ok()?;
    let size = size.parse().ok()?;
    Some((path, Some(Fingerprint { hash, size })))
}

/// The text of a list; the paths come in order.
pub(super) fn text<'path>(files: impl IntoIterator<Item = (&'path str, Fingerprint)>) -> String {
    use std::fmt::Write;
    let mut text = HEADING.to_owned();
    text.push('\n');
    for (path, Fingerprint { hash, size }) in files {
        writeln!(text, "{} {size} {path}", hash.to_hex()).expect("a string takes all text");
    }
    text
}

/// A list from anywhere is none of ours, or exactly one that we would write, of paths that lead nowhere
/// else.
#[cfg(any(test, fuzzing))]
pub(crate) fn fuzz(bytes: &[u8]) {
    let Ok(listed) = parse(bytes) else {
        return;
    };
    assert!(listed.keys().all(|path| path::is_fit(path)));
    let files = listed.iter();
    let files: Option<Vec<_>> = files
        .map(|(path, holds)| Some((path.as_str(), (*holds)?)))
        .collect();
    if let Some(files) = files.filter(|_| bytes.starts_with(HEADING.as_bytes())) {
        assert_eq!(text(files).as_bytes(), bytes, "written again");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let files = [("a b/index.html", "មួយ"), ("b", ""), ("ខ/index.html", "x")]
            .map(|(path, text)| (path, Fingerprint::of(text.as_bytes())));
        let written = text(files);
        assert_eq!(written.lines().next(), Some(HEADING));
        assert_eq!(written.lines().count(), 4);
        let read = parse(written.as_bytes()).expect("it is a list");
        let expected = files.map(|(path, holds)| (path.to_owned(), Some(holds)));
        assert_eq!(read, Listed::from(expected));
        assert_eq!(parse(text([]).as_bytes()), Ok(Listed::new()));
    }

    #[test]
    fn one_byte_more_or_less_anywhere_is_seen_or_is_another_list() {
        let files = [("a", Fingerprint::of(b"1")), ("b/c", Fingerprint::of(b"2"))];
        let written = text(files).into_bytes();
        let whole = parse(&written).expect("it is a list");
        for at in 0..written.len() {
            for byte in [b' ', b'\n', b'/', b'.', b'0', b'f', 0xff, 0] {
                let mut changed = written.clone();
                changed[at] = byte;
                if changed != written {
                    assert_ne!(parse(&changed).as_ref(), Ok(&whole), "{at} {byte}");
                }
                let mut longer = written.clone();
                longer.insert(at, byte);
                assert_ne!(parse(&longer).as_ref(), Ok(&whole), "{at} {byte}");
            }
            let shorter = &written[..at];
            assert_ne!(parse(shorter).as_ref(), Ok(&whole), "{at}");
        }
    }
}
