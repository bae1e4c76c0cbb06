//! The one walker and reader: the site's folder → [`Files`].
//!
//! Out: a sorted list of paths with their sizes, and their bytes or text when asked, whole or in pieces. It follows no
//! symbolic link, leaves hidden files and the given output folders out, and knows nothing of what
//! the files mean.

#![allow(clippy::disallowed_methods, reason = "this is the one reader")]

use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use crate::khmer::normalise;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use walkdir::WalkDir;

/// What a campaign's folder holds for us; anything else in it is left alone.
pub const PARTS: [&str; 6] = [
    "sala.toml",
    "content",
    "data",
    "static",
    "templates",
    "themes",
];

/// The files of a site by path: relative to its root, with `/`, in sorted order.
#[derive(Debug, Clone)]
pub struct Files {
    files: BTreeMap<String, Source>,
    /// Where those stand whose path here is another: [`Files::subtree`].
    stand_at: BTreeMap<String, String>,
}

#[derive(Debug, Clone)]
enum Source {
    Disk {
        path: PathBuf,
        bytes: u64,
        read: Arc<Seen>,
    },
    Memory(Vec<u8>),
}

/// What was read of a file as a whole.
#[derive(Debug, Default)]
struct Seen {
    hash: OnceLock<blake3::Hash>,
    /// It held something else when it was read another time.
    differs: AtomicBool,
}

impl Seen {
    fn note(&self, bytes: &[u8]) {
        let hash = blake3::hash(bytes);
        if *self.hash.get_or_init(|| hash) != hash {
            self.differs.store(true, Ordering::Relaxed);
        }
    }
}

impl Files {
    /// All files of the site's parts below `root`, except hidden ones and those below `left_out`.
    ///
    /// A symbolic link, an unreadable folder and a name that no address can carry are reported.
    pub fn walk(root: &Path, left_out: &[PathBuf], report: &mut Report) -> Files {
        let mut files = BTreeMap::new();
        let walker = WalkDir::new(root).min_depth(1).into_iter();
        let visible = walker.filter_entry(|entry| {
            let ours = entry.depth() > 1 || PARTS.iter().any(|part| entry.file_name() == *part);
            ours && !is_hidden(entry.file_name())
                && !left_out.iter().any(|folder| entry.path() == folder)
        });
        for entry in visible {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error
                        .path()
                        .map_or_else(String::new, |path| shown(root, path));
                    report.push(diagnostic!(
                        codes::files::UNREADABLE,
                        Place::file(path),
                        reason = reason(error.io_error())
                    ));
                    continue;
                }
            };
            if entry.file_type().is_dir() {
                continue;
            }
            let Some(path) = site_path(root, entry.path()) else {
                let path = shown(root, entry.path());
                report.push(diagnostic!(
                    codes::files::BAD_NAME,
                    Place::file(&path),
                    path = path
                ));
                continue;
            };
            if entry.path_is_symlink() {
                report.push(diagnostic!(
                    codes::files::SYMLINK,
                    Place::file(&path),
                    path = path
                ));
                continue;
            }
            let bytes = entry.metadata().map_or(0, |metadata| metadata.len());
            let source = Source::Disk {
                path: entry.into_path(),
                bytes,
                read: Arc::default(),
            };
            if files.insert(path.clone(), source).is_some() {
                report.push(diagnostic!(
                    codes::files::SAME_NAME,
                    Place::file(&path),
                    path = path
                ));
            }
        }
        Files::of(files)
    }

    fn of(files: BTreeMap<String, Source>) -> Files {
        Files {
            files,
            stand_at: BTreeMap::new(),
        }
    }

    /// Files that exist in memory only: those built into the program, and fixtures.
    pub fn in_memory<P: Into<String>, B: Into<Vec<u8>>>(
        files: impl IntoIterator<Item = (P, B)>,
    ) -> Files {
        let files = files
            .into_iter()
            .map(|(path, bytes)| (path.into(), Source::Memory(bytes.into())))
            .collect();
        Files::of(files)
    }

    /// A small site in one string: a line `//- content/water.md` starts each file.
    pub fn from_fixture(fixture: &str) -> Files {
        let mut files: Vec<(String, String)> = Vec::new();
        for line in fixture.split_inclusive('\n') {
            match (line.strip_prefix("//- "), files.last_mut()) {
                (Some(path), _) => files.push((path.trim().to_owned(), String::new())),
                (None, Some((_, text))) => text.push_str(line),
                (None, None) => assert!(line.trim().is_empty(), "text before the first file"),
            }
        }
        Files::in_memory(files)
    }

    /// The paths that begin with `prefix`, sorted.
    pub fn under<'files>(&'files self, prefix: &'files str) -> impl Iterator<Item = &'files str> {
        self.files
            .range(prefix.to_owned()..)
            .map(|(path, _)| path.as_str())
            .take_while(move |path| path.starts_with(prefix))
    }

    /// Where the file stands, for whoever looks for it: relative to the campaign's folder.
    pub fn stands_at<'own>(&'own self, path: &'own str) -> &'own str {
        self.stand_at.get(path).map_or(path, String::as_str)
    }

    pub fn contains(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The file's size in bytes when the folder was walked.
    pub fn size(&self, path: &str) -> Option<u64> {
        self.files.get(path).map(|source| match source {
            Source::Disk { bytes, .. } => *bytes,
            Source::Memory(bytes) => bytes.len() as u64,
        })
    }

    /// The file's bytes.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Diagnostic> {
        match self.files.get(path) {
            None => Err(unreadable(self.stands_at(path), "no such file".to_owned())),
            Some(Source::Memory(bytes)) => Ok(bytes.clone()),
            Some(Source::Disk {
                path: on_disk,
                read,
                ..
            }) => {
                let bytes = std::fs::read(on_disk)
                    .map_err(|error| unreadable(self.stands_at(path), reason(Some(&error))))?;
                read.note(&bytes);
                Ok(bytes)
            }
        }
    }

    /// The file, to be read in pieces: a film does not fit in memory.
    pub fn open(&self, path: &str) -> Result<Opened<'_>, Diagnostic> {
        let stands_at = self.stands_at(path);
        let from = match self.files.get(path) {
            None => return Err(unreadable(stands_at, "no such file".to_owned())),
            Some(Source::Memory(bytes)) => Bytes::Memory(Cursor::new(bytes)),
            Some(Source::Disk { path: on_disk, .. }) => {
                let opened = File::open(on_disk).and_then(|file| {
                    let bytes = file.metadata()?.len();
                    Ok(Bytes::Disk { file, bytes })
                });
                opened.map_err(|error| unreadable(stands_at, reason(Some(&error))))?
            }
        };
        Ok(Opened {
            path: stands_at.to_owned(),
            from,
        })
    }

    /// Stands for what a file holds: as it was read, if it was read as a whole, and else as it is now.
    /// Nothing if it cannot be read, or was changed meanwhile.
    pub fn hash(&self, path: &str) -> Option<blake3::Hash> {
        match self.files.get(path)? {
            Source::Memory(bytes) => Some(blake3::hash(bytes)),
            Source::Disk { read, .. } if read.differs.load(Ordering::Relaxed) => None,
            Source::Disk { read, .. } => match read.hash.get() {
                Some(hash) => Some(*hash),
                None => {
                    let mut hasher = blake3::Hasher::new();
                    hasher.update_reader(self.open(path).ok()?).ok()?;
                    let hash = hasher.finalize();
                    Some(*read.hash.get_or_init(|| hash))
                }
            },
        }
    }

    /// Stands for all files, their names and what they hold, see [`Files::hash`]; of those that
    /// `by_name` picks, for the names alone.
    pub fn fingerprint(&self, by_name: impl Fn(&str) -> bool + Sync) -> Option<blake3::Hash> {
        let paths: Vec<&String> = self.files.keys().collect();
        let hashes: Vec<Option<blake3::Hash>> = paths
            .par_iter()
            .map(|path| match by_name(path) {
                true => Some(blake3::Hash::from_bytes([0; 32])),
                false => self.hash(path),
            })
            .collect();
        let mut all = blake3::Hasher::new();
        for (path, hash) in paths.iter().zip(hashes) {
            all.update(&(path.len() as u64).to_le_bytes());
            all.update(path.as_bytes());
            all.update(hash?.as_bytes());
        }
        Some(all.finalize())
    }

    /// The file as text: UTF-8, without a byte-order mark.
    pub fn text(&self, path: &str) -> Result<String, Diagnostic> {
        decoded(&self.read(path)?, || Place::file(self.stands_at(path)))
    }

    /// These files, with those of `upper` over them where a path stands in both.
    #[must_use]
    pub fn overlaid(mut self, upper: Files) -> Files {
        for path in upper.files.keys() {
            self.stand_at.remove(path);
        }
        self.files.extend(upper.files);
        self.stand_at.extend(upper.stand_at);
        self
    }

    /// The files below `prefix`, with their whole paths.
    #[must_use]
    pub fn subtree_kept(&self, prefix: &str) -> Files {
        let files = self
            .under(prefix)
            .map(|path| (path.to_owned(), self.files[path].clone()))
            .collect();
        Files::of(files)
    }

    /// The files below `prefix`, named without it; where they stand is told with it.
    #[must_use]
    pub fn subtree(&self, prefix: &str) -> Files {
        let named = |path: &str| path[prefix.len()..].to_owned();
        let paths = || self.under(prefix);
        Files {
            files: paths()
                .map(|path| (named(path), self.files[path].clone()))
                .collect(),
            stand_at: paths().map(|path| (named(path), path.to_owned())).collect(),
        }
    }
}

/// A file that is open for reading, at its beginning.
#[derive(Debug)]
pub struct Opened<'files> {
    path: String,
    from: Bytes<'files>,
}

#[derive(Debug)]
enum Bytes<'files> {
    Disk { file: File, bytes: u64 },
    Memory(Cursor<&'files Vec<u8>>),
}

impl Opened<'_> {
    /// The file's size in bytes when it was opened.
    pub fn size(&self) -> u64 {
        match &self.from {
            Bytes::Disk { bytes, .. } => *bytes,
            Bytes::Memory(bytes) => bytes.get_ref().len() as u64,
        }
    }

    /// That reading failed, told with the file's path.
    pub fn unreadable(&self, error: &io::Error) -> Diagnostic {
        unreadable(&self.path, reason(Some(error)))
    }
}

impl Read for Opened<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.from {
            Bytes::Disk { file, .. } => file.read(buffer),
            Bytes::Memory(bytes) => bytes.read(buffer),
        }
    }
}

impl Seek for Opened<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match &mut self.from {
            Bytes::Disk { file, .. } => file.seek(to),
            Bytes::Memory(bytes) => bytes.seek(to),
        }
    }
}

fn unreadable(path: &str, reason: String) -> Diagnostic {
    diagnostic!(codes::files::UNREADABLE, Place::file(path), reason = reason)
}

/// The text of a file that a command line names, wherever it lies; as [`Files::text`].
pub fn text_of(path: &Path) -> Result<String, Diagnostic> {
    let place = || Place::file(path.to_string_lossy());
    let bytes = std::fs::read(path).map_err(|error| {
        diagnostic!(
            codes::files::UNREADABLE,
            place(),
            reason = reason(Some(&error))
        )
    })?;
    decoded(&bytes, place)
}

fn decoded(bytes: &[u8], place: impl FnOnce() -> Place) -> Result<String, Diagnostic> {
    // Letters of three bytes are checked several times as fast as by the standard library, and the
    // copy costs next to nothing beside that.
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
        Err(_) => Err(diagnostic!(codes::files::NOT_UTF8, place())),
    }
}

/// Why the machine refused, in a few words that are the same on every machine where the kind is known.
pub fn reason(error: Option<&io::Error>) -> String {
    use std::io::ErrorKind;
    let Some(error) = error else {
        return "the folders form a loop".to_owned();
    };
    match error.kind() {
        ErrorKind::NotFound => "no such file or folder".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}

/// Whether a file is hidden, or is what Word and Excel lay beside a file that they have open.
pub fn is_hidden(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.starts_with(b".") || name.starts_with(b"~$")
}

fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

/// The path with `/` between its parts and Khmer in its one spelling, if every part is UTF-8 without control characters, `\`, `?`, `#`, `%` or `:`.
fn site_path(root: &Path, path: &Path) -> Option<String> {
    let relative = path.strip_prefix(root).ok()?;
    let mut out = String::new();
    for part in relative.components() {
        let part = part.as_os_str().to_str()?;
        if part
            .chars()
            .any(|c| c.is_control() || matches!(c, '\\' | '?' | '#' | '%' | ':' | '"' | '<' | '>'))
        {
            return None;
        }
        if !out.is_empty() {
            out.push('/');
        }
        out.push_str(&normalise(part));
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixture_is_a_site() {
        let files = Files::from_fixture("//- content/a.md\nមួយ\n//- data/b.csv\nx\n");
        assert_eq!(
            files.under("content/").collect::<Vec<_>>(),
            ["content/a.md"]
        );
        assert_eq!(files.text("content/a.md").unwrap(), "មួយ\n");
    }

    #[test]
    fn a_byte_order_mark_is_not_text() {
        let files = Files::in_memory([("a", "\u{feff}ក".as_bytes().to_vec())]);
        assert_eq!(files.text("a").unwrap(), "ក");
    }

    #[test]
    fn what_is_hidden_or_lies_beside_an_open_file_is_no_part_of_a_campaign() {
        let root = tempfile::tempdir().unwrap();
        let content = root.path().join("content");
        std::fs::create_dir_all(content.join(".git")).unwrap();
        for name in ["a.docx", "~$a.docx", ".a.swp", ".git/a", "a~$"] {
            std::fs::write(content.join(name), "x").unwrap();
        }
        let files = Files::walk(root.path(), &[], &mut Report::new());
        assert_eq!(
            files.under("").collect::<Vec<_>>(),
            ["content/a.docx", "content/a~$"]
        );
    }

    #[test]
    fn names_are_spelt_in_one_way_and_never_hide_each_other() {
        let root = tempfile::tempdir().unwrap();
        let content = root.path().join("content");
        std::fs::create_dir(&content).unwrap();
        std::fs::write(content.join("ស្រី្ត.jpg"), "one").unwrap();
        let mut report = Report::new();
        let files = Files::walk(root.path(), &[], &mut report);
        assert!(report.is_empty());
        assert_eq!(files.read("content/ស្ត្រី.jpg").unwrap(), b"one");
        std::fs::write(content.join("ស្ត្រី.jpg"), "two").unwrap();
        Files::walk(root.path(), &[], &mut report);
        let found: Vec<&str> = report.sorted().iter().map(|found| found.code.id).collect();
        assert_eq!(found, ["E107"]);
    }

    #[test]
    fn what_programs_keep_in_hidden_folders_is_no_part_of_a_site() {
        let root = tempfile::tempdir().unwrap();
        for path in [
            ".sala/store/entry",
            ".sala/.gitignore",
            ".public.sala-stage/index.html",
            "content/.sala/store/entry.md",
            "static/.git/config",
            "content/a.md",
        ] {
            let path = root.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "text").unwrap();
        }
        let mut report = Report::new();
        let files = Files::walk(root.path(), &[], &mut report);
        assert!(report.is_empty());
        assert_eq!(files.under("").collect::<Vec<_>>(), ["content/a.md"]);
    }

    #[test]
    fn a_file_is_read_in_pieces_from_the_disk_as_from_memory() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("static")).unwrap();
        std::fs::write(root.path().join("static/film"), "abcdef").unwrap();
        let on_disk = Files::walk(root.path(), &[], &mut Report::new());
        let in_memory = Files::in_memory([("static/film", "abcdef")]);
        for files in [on_disk, in_memory] {
            let mut opened = files.open("static/film").unwrap();
            assert_eq!(opened.size(), 6);
            let mut piece = [0; 4];
            opened.read_exact(&mut piece).unwrap();
            assert_eq!(&piece, b"abcd");
            opened.seek(SeekFrom::Start(1)).unwrap();
            opened.read_exact(&mut piece).unwrap();
            assert_eq!(&piece, b"bcde");
            assert_eq!(files.open("static/none").unwrap_err().code.id, "E901");
        }
    }

    #[test]
    fn latin_1_is_refused() {
        let files = Files::in_memory([("a", vec![0xe9])]);
        assert_eq!(files.text("a").unwrap_err().code.id, "E01");
    }
}
