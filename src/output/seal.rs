//! Whether a tree is still as this program left it, without looking at every name in it.
//!
//! In: a tree and the list of its files. Out: one hash of what the system says about each of its
//! folders, and the two of them that a run leaves in its lock file. It does not know what is done with
//! a tree that is not the same.
//!
//! When a file, a link or a folder is added to a folder, removed from it or renamed, the system writes
//! down the time, and no program can set that time to another one (the time of change, not the time of
//! modification, which archives restore). So a folder with the number and the time that it had holds
//! the names it held. What stands in the files is not sealed: it is compared byte by byte.
//!
//! Nobody can plant a seal: it holds the numbers of folders that an archive or a shared folder makes
//! only when it is unpacked. A seal that does not fit costs a walk through the tree and nothing else.
//! On Windows there is no such time, and every tree is walked.

use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use super::path::below;

/// A file that does not begin so is that of a run which has not ended, or of a `sala` that left other
/// things in the spare tree.
const HEADING: &str = "# sala 2: how the two trees beside this file were left.";

/// The seals of the two trees, as the last run left them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Seals {
    pub live: Option<blake3::Hash>,
    pub spare: Option<blake3::Hash>,
}

impl Seals {
    /// The seals in the lock file; nothing where anything in it is not as it was written, so that
    /// whoever wrote it last may have left anything beside it.
    pub(super) fn read(lock: &mut File) -> Option<Seals> {
        let mut text = String::new();
        lock.take(1000).read_to_string(&mut text).ok()?;
        Seals::parse(&text)
    }

    fn parse(text: &str) -> Option<Seals> {
        let text = text.strip_prefix(HEADING)?.strip_prefix('\n')?;
        let (live, spare) = text.strip_suffix('\n')?.split_once('\n')?;
        Some(Seals {
            live: blake3::Hash::from_hex(live).ok(),
            spare: blake3::Hash::from_hex(spare).ok(),
        })
    }

    pub(super) fn write(self, lock: &mut File) -> io::Result<()> {
        let line = |seal: Option<blake3::Hash>| {
            seal.map_or_else(|| "-".to_owned(), |seal| seal.to_hex().to_string())
        };
        let (live, spare) = (line(self.live), line(self.spare));
        lock.set_len(0)?;
        lock.rewind()?;
        lock.write_all(format!("{HEADING}\n{live}\n{spare}\n").as_bytes())
    }
}

/// The folders on the way to these paths, each once, a folder before those in it. The paths come in
/// order.
pub(super) fn folders_of<'path>(paths: impl IntoIterator<Item = &'path str>) -> Vec<&'path str> {
    let mut folders = Vec::new();
    let mut before = "";
    for path in paths {
        let new = path.match_indices('/').map(|(at, _)| at);
        folders.extend(
            new.filter(|at| !before.starts_with(&path[..=*at]))
                .map(|at| &path[..at]),
        );
        before = path;
    }
    folders
}

/// The seal of a tree, from the text of its list, its folders, and the tree's own folder, whose time changes when
/// the tree changes place.
pub(super) fn of(list: blake3::Hash, folders: blake3::Hash, root: blake3::Hash) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    for part in [list, folders, root] {
        hasher.update(part.as_bytes());
    }
    hasher.finalize()
}

/// What the system says of these folders of a tree; nothing if one of them is none, or if it does not
/// tell the time of change.
pub(super) fn of_folders<'path>(
    tree: &Path,
    folders: impl IntoIterator<Item = &'path str>,
) -> Option<blake3::Hash> {
    let mut hasher = blake3::Hasher::new();
    for folder in folders {
        hasher.update(&identity(&below(tree, folder))?);
    }
    Some(hasher.finalize())
}

/// What the system says of the tree's own folder.
pub(super) fn of_root(tree: &Path) -> Option<blake3::Hash> {
    Some(blake3::hash(&identity(tree)?))
}

#[cfg(unix)]
fn identity(folder: &Path) -> Option<[u8; 32]> {
    use std::os::unix::fs::MetadataExt;
    let metadata = std::fs::symlink_metadata(folder).ok()?;
    if !metadata.is_dir() {
        return None;
    }
    let mut identity = [0; 32];
    let parts = [
        metadata.dev(),
        metadata.ino(),
        metadata.ctime().cast_unsigned(),
        metadata.ctime_nsec().cast_unsigned(),
    ];
    for (place, part) in identity.chunks_exact_mut(8).zip(parts) {
        place.copy_from_slice(&part.to_le_bytes());
    }
    Some(identity)
}

#[cfg(not(unix))]
fn identity(_folder: &Path) -> Option<[u8; 32]> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_come_once_and_before_those_in_them() {
        let paths = ["a-b/x", "a/b/c/x", "a/b/c/y", "a/bb/x", "a/x", "ab", "b/x"];
        let expected = ["a-b", "a", "a/b", "a/b/c", "a/bb", "b"];
        assert_eq!(folders_of(paths), expected);
    }

    #[test]
    fn seals_are_read_as_they_were_written_and_nothing_else_is_one() {
        let mut file = tempfile::tempfile().unwrap();
        let seals = Seals {
            live: Some(blake3::hash(b"a")),
            spare: None,
        };
        for seals in [seals, Seals::default(), seals] {
            seals.write(&mut file).unwrap();
            file.rewind().unwrap();
            assert_eq!(Seals::read(&mut file), Some(seals));
        }
        for text in ["", "\n\n\n", "# sala 3\n-\n-\n", HEADING] {
            assert_eq!(Seals::parse(text), None);
        }
    }

    #[cfg(unix)]
    #[test]
    fn whatever_is_done_to_a_folder_breaks_the_seal() {
        use std::fs;
        let root = tempfile::tempdir().unwrap();
        let tree = root.path();
        fs::create_dir_all(tree.join("a/b")).unwrap();
        fs::write(tree.join("a/b/x"), "x").unwrap();
        let seal = || of_folders(tree, ["a", "a/b"]);
        let mut before = seal();
        assert_eq!(seal(), before);
        let ways: [&dyn Fn(); 6] = [
            &|| fs::write(tree.join("a/b/y"), "").unwrap(),
            &|| fs::rename(tree.join("a/b/y"), tree.join("a/b/z")).unwrap(),
            &|| fs::hard_link(tree.join("a/b/x"), tree.join("a/y")).unwrap(),
            &|| fs::remove_file(tree.join("a/y")).unwrap(),
            &|| fs::create_dir(tree.join("a/b/c")).unwrap(),
            &|| std::os::unix::fs::symlink("x", tree.join("a/b/link")).unwrap(),
        ];
        for (number, way) in ways.iter().enumerate() {
            // Older kernels count the time in steps of some milliseconds.
            std::thread::sleep(std::time::Duration::from_millis(20));
            way();
            assert_ne!(seal(), before, "way {number}");
            before = seal();
        }
        fs::rename(tree.join("a/b"), tree.join("c")).unwrap();
        assert_eq!(seal(), None);
        std::os::unix::fs::symlink("../c", tree.join("a/b")).unwrap();
        assert_eq!(seal(), None);
    }
}
