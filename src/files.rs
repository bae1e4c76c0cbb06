//! The one walker and reader: the site's folder → [`Files`].
//!
//! Out: a sorted list of paths with their sizes, and their bytes or text when asked, whole or in pieces. It follows no
//! symbolic link, leaves out what programs left behind, what is hidden, and the given output folders,
//! and knows nothing of what the files mean.

#![allow(clippy::disallowed_methods, reason = "this is the one reader")]

mod beside;
mod by_path;
pub mod copies;
pub mod kinds;
mod left_behind;
pub mod name;
mod passed_over;

pub use by_path::{bytes_of, text_of};
pub use passed_over::may_be_ours;

use crate::diagnostic::{Argument, Diagnostic, Place, Report, Words, codes, diagnostic};
use crate::khmer::normalise;
use kinds::Kind;
use passed_over::PassedOver;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Cursor, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;

/// What a campaign's folder holds for us; anything else in it is left alone.
pub const PARTS: [&str; 9] = [
    "sala.toml",
    "content",
    "data",
    "fonts",
    "kinds",
    "static",
    "strings",
    "templates",
    "themes",
];

/// The one of them that is a file.
const FILE: &str = PARTS[0];

/// How many bytes a file may hold that is read as a whole: one that somebody writes, and another, such as
/// a table.
const LARGEST_WRITTEN: u64 = 16 << 20;
const LARGEST: u64 = 64 << 20;
/// How the names of those end that somebody writes.
const WRITTEN: [&str; 5] = ["css", "html", "js", "toml", "typ"];

/// The files of a site by path: relative to its root, with `/`, in sorted order.
#[derive(Debug, Clone)]
pub struct Files {
    files: BTreeMap<String, Source>,
    /// Where those stand whose path here is another: [`Files::subtree`].
    stand_at: BTreeMap<String, String>,
    /// How many files and folders other programs left among them, which are none of them.
    left_behind: usize,
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
    /// All files of the site's parts below `root`, except what programs left there, what is hidden, and
    /// what lies below `left_out`.
    ///
    /// Whatever is no file and no folder is reported, and so are an unreadable folder, a name that not
    /// every computer can hold, and two that are one name on some; what is hidden, and what beside the
    /// parts looks as if it belonged to one of them.
    pub fn walk(root: &Path, left_out: &[PathBuf], report: &mut Report) -> Files {
        let mut found = Walked::default();
        let mut passed_over = PassedOver::default();
        let walker = WalkDir::new(root).sort_by_file_name().into_iter();
        let visible = walker.filter_entry(|entry| {
            let is_left_out = || left_out.iter().any(|folder| entry.path() == folder);
            entry.depth() == 0 || !is_left_out() && passed_over.is_ours(root, entry)
        });
        // The folders on the way to what is looked at.
        let mut within = vec![root.to_owned()];
        for entry in visible {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let is_below = error.path().filter(|_| error.depth() > 0);
                    if is_below.is_some_and(|path| !may_be_ours(root, path)) {
                        continue;
                    }
                    // An error while a folder is read does not name it.
                    let folder = error.depth().checked_sub(1).and_then(|at| within.get(at));
                    let path = error.path().or(folder.map(PathBuf::as_path));
                    report.push(diagnostic!(
                        codes::files::UNREADABLE,
                        Place::file(path.map_or_else(String::new, |path| shown(root, path))),
                        reason = reason(error.io_error())
                    ));
                    continue;
                }
            };
            if entry.depth() == 0 {
                continue;
            }
            if entry.file_type().is_dir() {
                within.truncate(entry.depth());
                within.push(entry.path().to_owned());
            }
            if let Err(problem) = found.add(root, entry) {
                report.push(problem);
            }
        }
        passed_over.tell(root, report);
        copies::leave_out(&mut found.files, report);
        tell_empty(&found.files, report);
        Files {
            left_behind: passed_over.left_behind,
            ..Files::of(found.files)
        }
    }

    fn of(files: BTreeMap<String, Source>) -> Files {
        Files {
            files,
            stand_at: BTreeMap::new(),
            left_behind: 0,
        }
    }

    /// How many files and folders were left out because other programs had left them there.
    pub fn left_behind(&self) -> usize {
        self.left_behind
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

    /// The file's bytes, if they are not so many that nobody can have written them.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Diagnostic> {
        match self.files.get(path) {
            None => Err(unreadable(self.stands_at(path), NO_FILE.into())),
            Some(Source::Memory(bytes)) => Ok(bytes.clone()),
            Some(Source::Disk {
                path: on_disk,
                read,
                ..
            }) => {
                let stands_at = self.stands_at(path);
                let most = largest(path);
                let too_large = |bytes: u64| {
                    let size = bytes.div_ceil(1 << 20);
                    let most = most >> 20;
                    let place = Place::file(stands_at);
                    diagnostic!(codes::files::TOO_LARGE, place, size = size, most = most)
                };
                let unreadable = |error| unreadable(stands_at, reason(Some(&error)));
                let (file, size) = open_plain(on_disk).map_err(unreadable)?;
                if size > most {
                    return Err(too_large(size));
                }
                let mut bytes = Vec::with_capacity(size as usize + 1);
                // It may be growing.
                let all = file.take(most + 1).read_to_end(&mut bytes);
                match all.map_err(unreadable)? as u64 {
                    length if length > most => return Err(too_large(length)),
                    _ => read.note(&bytes),
                }
                Ok(bytes)
            }
        }
    }

    /// The file, to be read in pieces: a film does not fit in memory.
    pub fn open(&self, path: &str) -> Result<Opened<'_>, Diagnostic> {
        let stands_at = self.stands_at(path);
        let from = match self.files.get(path) {
            None => return Err(unreadable(stands_at, NO_FILE.into())),
            Some(Source::Memory(bytes)) => Bytes::Memory(Cursor::new(bytes)),
            Some(Source::Disk { path: on_disk, .. }) => {
                let (file, bytes) = open_plain(on_disk)
                    .map_err(|error| unreadable(stands_at, reason(Some(&error))))?;
                let at = 0;
                Bytes::Disk { file, bytes, at }
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
        self.decoded(path, &self.read(path)?)
    }

    /// The same of bytes that were read of the file.
    pub fn decoded(&self, path: &str, bytes: &[u8]) -> Result<String, Diagnostic> {
        decoded(bytes, || Place::file(self.stands_at(path)))
    }

    /// The text of a file that somebody writes, each line ended by one sign, as we count lines: some
    /// programs end lines by a carriage return alone.
    pub fn written(&self, path: &str) -> Result<String, Diagnostic> {
        Ok(with_line_ends(self.text(path)?))
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
            left_behind: 0,
        }
    }
}

/// What was found of a campaign so far.
#[derive(Default)]
struct Walked {
    files: BTreeMap<String, Source>,
    folders: Vec<String>,
    /// A hash of what is the same in names that some computer takes for one.
    names: FxHashSet<u64>,
}

impl Walked {
    fn add(&mut self, root: &Path, entry: walkdir::DirEntry) -> Result<(), Diagnostic> {
        let as_it_is = || shown(root, entry.path());
        let Some(path) = site_path(root, entry.path()) else {
            let path = as_it_is();
            return Err(diagnostic!(
                codes::files::BAD_NAME,
                Place::file(&path),
                path = path
            ));
        };
        let place = || Place::file(&path);
        if path.rsplit('/').next().and_then(name::unfit).is_some() {
            return Err(diagnostic!(
                codes::files::BAD_NAME_ON_WINDOWS,
                place(),
                path = &path
            ));
        }
        if entry.path_is_symlink() {
            return Err(diagnostic!(codes::files::SYMLINK, place(), path = &path));
        }
        let is_folder = entry.file_type().is_dir();
        if !is_folder && !entry.file_type().is_file() {
            return Err(diagnostic!(codes::files::NO_FILE, place(), path = &path));
        }
        if entry.depth() == 1 && is_folder == (path == FILE) {
            return Err(match is_folder {
                true => diagnostic!(codes::files::FOLDER_FOR_FILE, place(), path = &path),
                false => diagnostic!(codes::files::FILE_FOR_FOLDER, place(), path = &path),
            });
        }
        self.tell_apart(&path)?;
        if is_folder {
            self.folders.push(path);
            return Ok(());
        }
        let bytes = match entry.metadata() {
            Ok(metadata) => metadata.len(),
            Err(error) => {
                let error = error.io_error();
                // It was removed just now.
                return match error.is_some_and(|error| error.kind() == ErrorKind::NotFound) {
                    true => Ok(()),
                    false => Err(unreadable(&path, reason(error))),
                };
            }
        };
        let source = Source::Disk {
            path: entry.into_path(),
            bytes,
            read: Arc::default(),
        };
        self.files.insert(path, source);
        Ok(())
    }

    /// That no other file or folder has this name, on any computer.
    fn tell_apart(&mut self, path: &str) -> Result<(), Diagnostic> {
        if self.names.insert(hash_of_alike(path)) {
            return Ok(());
        }
        let own = name::alike(path);
        let mut others = self.files.keys().chain(&self.folders);
        match others.find(|other| name::alike(other) == own) {
            Some(other) if other == path => Err(diagnostic!(
                codes::files::SAME_NAME,
                Place::file(path),
                path = path
            )),
            Some(other) => Err(diagnostic!(
                codes::files::ALIKE,
                Place::file(path),
                path = path,
                other = other
            )),
            None => Ok(()),
        }
    }
}

fn hash_of_alike(path: &str) -> u64 {
    use std::hash::Hasher as _;
    let mut hasher = rustc_hash::FxHasher::default();
    let mut add = |byte: u8| hasher.write_u8(byte);
    match path.is_ascii() {
        true => path.bytes().for_each(|byte| add(byte.to_ascii_lowercase())),
        false => name::alike(path).bytes().for_each(add),
    }
    hasher.finish()
}

/// A file that is open for reading, at its beginning.
#[derive(Debug)]
pub struct Opened<'files> {
    path: String,
    from: Bytes<'files>,
}

#[derive(Debug)]
enum Bytes<'files> {
    /// It is read as long as it was when it was opened; `at` is how far.
    Disk {
        file: File,
        bytes: u64,
        at: u64,
    },
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

    /// The file itself and its size, if it is one on the disk.
    pub fn on_disk(self) -> Option<(File, u64)> {
        match self.from {
            Bytes::Disk { file, bytes, .. } => Some((file, bytes)),
            Bytes::Memory(_) => None,
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
            Bytes::Disk { file, bytes, at } => {
                let left = usize::try_from(bytes.saturating_sub(*at)).unwrap_or(usize::MAX);
                let wanted = buffer.len().min(left);
                let read = file.read(&mut buffer[..wanted])?;
                if read == 0 && wanted > 0 {
                    let shorter = "it became shorter while it was read";
                    return Err(io::Error::new(ErrorKind::InvalidData, shorter));
                }
                *at += read as u64;
                Ok(read)
            }
            Bytes::Memory(bytes) => bytes.read(buffer),
        }
    }
}

impl Seek for Opened<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match &mut self.from {
            Bytes::Disk { file, at, .. } => {
                *at = file.seek(to)?;
                Ok(*at)
            }
            Bytes::Memory(bytes) => bytes.seek(to),
        }
    }
}

/// Opens a plain file and nothing else, and tells its size.
///
/// The walker saw a file here. Should a link or a pipe stand in its place by now, nothing is followed and
/// nobody waits.
fn open_plain(path: &Path) -> io::Result<(File, u64)> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY).bits();
        options.custom_flags(flags.cast_signed());
    }
    let file = options.open(path)?;
    let metadata = file.metadata()?;
    match metadata.is_file() {
        true => Ok((file, metadata.len())),
        false => Err(io::Error::other("it is no file any more")),
    }
}

/// How many bytes a file of this name may hold that is read as a whole.
fn largest(path: &str) -> u64 {
    let ending = kinds::ending(path);
    match WRITTEN.contains(&ending.as_str()) || kinds::is_page(path) {
        true => LARGEST_WRITTEN,
        false => LARGEST,
    }
}

/// Tells of files that readers are to take away, and that hold nothing. Of pages, pictures and tables
/// those tell who read them.
fn tell_empty(files: &BTreeMap<String, Source>, report: &mut Report) {
    for (path, source) in files {
        if matches!(source, Source::Disk { bytes: 0, .. }) && is_taken_away(path) {
            report.push(diagnostic!(codes::files::EMPTY, Place::file(path)));
        }
    }
}

fn is_taken_away(path: &str) -> bool {
    match kinds::kind(path) {
        Kind::Attachment => path.starts_with("content/") || path.starts_with("static/"),
        // Some hosts look for a text that says nothing.
        Kind::Text => path.starts_with("static/") && kinds::ending(path) != "txt",
        Kind::Table => path.starts_with("static/"),
        Kind::Picture => kinds::ending(path) == "svg",
        Kind::Page | Kind::OtherPicture(_) | Kind::Active | Kind::Other => false,
    }
}

fn unreadable(path: &str, reason: Argument) -> Diagnostic {
    diagnostic!(codes::files::UNREADABLE, Place::file(path), reason = reason)
}

fn with_line_ends(text: String) -> String {
    let bytes = text.as_bytes();
    let is_alone = |at: usize| bytes.get(at + 1) != Some(&b'\n');
    match memchr::memchr_iter(b'\r', bytes).any(is_alone) {
        false => text,
        true => {
            let text = text.replace("\r\r\n", "\n").replace("\r\n", "\n");
            text.replace('\r', "\n")
        }
    }
}

/// No page may hold a NUL. Latin letters in UTF-16 are UTF-8 too, each with one beside it.
fn nul(text: &str, at: usize, place: Place) -> Diagnostic {
    let many = memchr::memchr_iter(0, text.as_bytes()).count() > text.len() / 8;
    match place.path().filter(|_| !many) {
        Some(path) => diagnostic!(codes::files::NUL, Place::in_text(path, text, at..at + 1)),
        None => diagnostic!(codes::files::NOT_UTF8, place),
    }
}

fn decoded(bytes: &[u8], place: impl FnOnce() -> Place) -> Result<String, Diagnostic> {
    // Letters of three bytes are checked several times as fast as by the standard library, and the
    // copy costs next to nothing beside that.
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) if let Some(at) = memchr::memchr(0, bytes) => Err(nul(text, at, place())),
        Ok(text) => Ok(text.trim_start_matches('\u{feff}').to_owned()),
        Err(_) => Err(diagnostic!(codes::files::NOT_UTF8, place())),
    }
}

const NO_FILE: Words = Words {
    en: "no such file",
    km: "គ្មានឯកសារនេះទេ",
};

/// Why the machine refused: words of our own where the kind is known, which are the same on every machine.
pub fn reason(error: Option<&io::Error>) -> Argument {
    use std::io::ErrorKind;
    let words = |en, km| Argument::from(Words { en, km });
    let Some(error) = error else {
        return words("the folders form a loop", "ថតទាំងនេះវិលជុំ");
    };
    match error.kind() {
        ErrorKind::NotFound => words("no such file or folder", "គ្មានឯកសារ ឬថតនេះទេ"),
        ErrorKind::PermissionDenied => words("permission denied", "គ្មានសិទ្ធិ"),
        ErrorKind::StorageFull => words("the disk is full", "ថាសពេញ"),
        ErrorKind::ReadOnlyFilesystem => words("the disk is read-only", "ថាសអានបានតែមិនអាចសរសេរបាន"),
        ErrorKind::IsADirectory => words("it is a folder", "វាជាថត"),
        _ => Argument::from(error),
    }
}

/// The path below the campaign's folder; of that folder itself, the name that it was given.
fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root)
        .ok()
        .filter(|below| *below != Path::new(""))
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

/// The path with `/` between its parts, and every letter in its one spelling, if every part is UTF-8 without control characters, `\`, `?`, `#`, `%` or `:`.
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
        match part.is_ascii() {
            true => out.push_str(part),
            // macOS hands out a letter and its accent apart.
            false => out.extend(normalise(part).nfc()),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests;
