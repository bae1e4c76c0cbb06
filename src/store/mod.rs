//! Bytes kept from one run to the next, by the content of what made them.
//!
//! In: a key, made of everything that goes into some bytes. Out: those bytes, if an earlier run kept
//! them. It knows neither what the bytes are nor how they are made, and whoever asks must be able to
//! make them anew: an entry may be gone at any moment, and a disk that is full, read-only or strange
//! only means that nothing is kept.
//!
//! Each entry is a file of its own in `.sala/store/` in the campaign's folder, which the walker passes
//! over as it does every hidden name. That is worth it for what takes long to make, such as a leaflet
//! (15 to 60 ms against some 0.1 ms for a file). It is not for pages: ten thousand small files cost
//! more to write, to read and to keep in bounds than the pages they would save.
//!
//! Nothing in the folder is believed. An entry carries a hash of its bytes under its key, so one that
//! was cut, changed or given another's name is a miss and goes; links are never followed. The number
//! that the disk gave the folder goes into the hash, and the moment when the folder was made: an entry
//! that came in a zip file or through a shared folder, and may hold a leaflet of somebody else's making,
//! is a miss too, since nobody knew them before. An entry is written under another name and renamed, so
//! that no other process sees half of it.
//!
//! When the files hold more than the limit, those go that were not used for the longest time, until an
//! eighth of the limit is free again. The time of use is the file's time of change; no output depends
//! on it. Each process counts what it adds and looks through the folder after every eighth of the
//! limit, so several at once may exceed the limit by an eighth each for a while.

#![allow(
    clippy::disallowed_methods,
    reason = "it reads and writes its own folder, and nothing else"
)]

mod key;
#[cfg(test)]
mod tests;

pub use key::{Key, KeyBuilder};

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

/// What every entry begins with; another layout gets another number.
const HEADING: &[u8] = b"sala store 2\n";
/// The heading and the hash before the bytes.
const HEAD: u64 = HEADING.len() as u64 + blake3::OUT_LEN as u64;

/// How the name of a file begins that is not complete yet.
const UNFINISHED: &str = "new-";
/// After this, whoever began such a file is dead.
const ABANDONED: Duration = Duration::from_secs(60 * 60);

/// Kept bytes of a campaign. Any thread may use it, and any number of processes at once.
#[derive(Debug)]
pub struct Store {
    /// `.sala` in the campaign's folder.
    hidden: PathBuf,
    entries: PathBuf,
    /// How many bytes the files may hold together.
    limit: u64,
    usage: Mutex<Usage>,
}

#[derive(Debug)]
struct Usage {
    /// What all files hold, as far as this process knows; nothing before it has looked.
    held: Option<u64>,
    added_since_looking: u64,
    /// The latest time that was given to a file.
    latest: SystemTime,
}

impl Store {
    /// The store of the campaign in `folder`; nothing is made on the disk before something is kept.
    pub fn open(folder: &Path, limit: u64) -> Store {
        let hidden = folder.join(".sala");
        Store {
            entries: hidden.join("store"),
            hidden,
            limit,
            usage: Mutex::new(Usage {
                held: None,
                added_since_looking: 0,
                latest: SystemTime::UNIX_EPOCH,
            }),
        }
    }

    /// Whether nothing can have been kept yet.
    pub fn is_empty(&self) -> bool {
        self.folder().is_none()
    }

    /// The bytes that were kept under this key.
    pub fn get(&self, key: &Key) -> Option<Vec<u8>> {
        let folder = self.folder()?;
        let path = self.path(key);
        let mut file = match open_itself(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return None,
            Err(_) => {
                remove(&path);
                return None;
            }
        };
        match self.read(&mut file, &folder, key) {
            Ok(Some(bytes)) => {
                let _ = file.set_modified(self.usage().next_time());
                Some(bytes)
            }
            Ok(None) => {
                drop(file);
                remove(&path);
                None
            }
            // The disk could not read it this time.
            Err(_) => None,
        }
    }

    /// Keeps the bytes for later runs, if there is room and nothing stands against it.
    pub fn put(&self, key: &Key, bytes: &[u8]) {
        let size = HEAD + bytes.len() as u64;
        if size > self.limit || self.write(key, bytes).is_err() {
            return;
        }
        let mut usage = self.usage();
        usage.added_since_looking += size;
        usage.held = usage.held.map(|held| held + size);
        let is_within = usage.held.is_some_and(|held| held <= self.limit);
        if !is_within || usage.added_since_looking > self.limit / 8 {
            // What cannot be looked through is looked through again next time.
            usage.held = self.tidy(key).ok();
            usage.added_since_looking = 0;
        }
    }

    fn path(&self, key: &Key) -> PathBuf {
        self.entries.join(key.name())
    }

    fn usage(&self) -> MutexGuard<'_, Usage> {
        self.usage.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What tells the folder of the entries from every other, if it and the one around it are there and
    /// are folders themselves.
    fn folder(&self) -> Option<[u8; 24]> {
        let entries = fs::symlink_metadata(&self.entries).ok()?;
        if !is_folder(&self.hidden) || !entries.is_dir() {
            return None;
        }
        let mut folder = [0; 24];
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            folder[..8].copy_from_slice(&entries.ino().to_le_bytes());
        }
        // Not every disk tells when.
        let made = entries.created().ok();
        let made = made.and_then(|made| made.duration_since(SystemTime::UNIX_EPOCH).ok());
        let made = made.unwrap_or_default().as_nanos();
        folder[8..].copy_from_slice(&made.to_le_bytes());
        Some(folder)
    }

    /// The bytes of an entry; nothing if it is none, or not of this key.
    fn read(&self, file: &mut File, folder: &[u8], key: &Key) -> io::Result<Option<Vec<u8>>> {
        let metadata = file.metadata()?;
        if !metadata.is_file() || metadata.len() < HEAD || metadata.len() > self.limit {
            return Ok(None);
        }
        let mut head = [0; HEAD as usize];
        file.read_exact(&mut head)?;
        let length = metadata.len() - HEAD;
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        file.take(length).read_to_end(&mut bytes)?;
        let is_whole =
            head[..HEADING.len()] == *HEADING && key.seal(folder, &bytes) == head[HEADING.len()..];
        Ok(is_whole.then_some(bytes))
    }

    fn write(&self, key: &Key, bytes: &[u8]) -> io::Result<()> {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let folder = match self.folder() {
            Some(folder) => folder,
            None => {
                self.make_folders()?;
                self.folder().ok_or(ErrorKind::NotFound)?
            }
        };
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let unfinished = format!("{UNFINISHED}{}-{number}", std::process::id());
        let unfinished = self.entries.join(unfinished);
        let written = self
            .fill(&unfinished, &folder, key, bytes)
            .and_then(|()| fs::rename(&unfinished, self.path(key)));
        if written.is_err() {
            remove(&unfinished);
        }
        written
    }

    fn fill(&self, unfinished: &Path, folder: &[u8], key: &Key, bytes: &[u8]) -> io::Result<()> {
        let mut file = File::create_new(unfinished)?;
        file.write_all(HEADING)?;
        file.write_all(&key.seal(folder, bytes))?;
        file.write_all(bytes)?;
        file.set_modified(self.usage().next_time())
    }

    fn make_folders(&self) -> io::Result<()> {
        for folder in [&self.hidden, &self.entries] {
            match fs::create_dir(folder) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                made => made?,
            }
            // Nothing is made behind a link.
            if !is_folder(folder) {
                return Err(ErrorKind::NotADirectory.into());
            }
        }
        // Whoever keeps the campaign in git need not know of this folder.
        if let Ok(mut ignored) = File::create_new(self.hidden.join(".gitignore")) {
            let _ = ignored.write_all(b"*\n");
        }
        Ok(())
    }

    /// Brings the folder within the limit; tells what the files hold then. The entry of `newest` stays.
    fn tidy(&self, newest: &Key) -> io::Result<u64> {
        let now = SystemTime::now();
        let mut entries = Vec::new();
        for entry in fs::read_dir(&self.entries)? {
            let entry = entry?;
            let (path, name) = (entry.path(), entry.file_name());
            let Ok(metadata) = fs::symlink_metadata(&path) else {
                continue; // another process was quicker
            };
            let name = name.to_string_lossy().into_owned();
            let used = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            if name.starts_with(UNFINISHED) {
                if now.duration_since(used).is_ok_and(|age| age > ABANDONED) {
                    remove(&path);
                }
            } else if !metadata.is_file() {
                remove(&path);
            } else {
                // A time to come is that of a wrong clock, and says nothing.
                let is_to_come = used > now + ABANDONED;
                let used = if is_to_come {
                    SystemTime::UNIX_EPOCH
                } else {
                    used
                };
                entries.push((used, name, metadata.len(), path));
            }
        }
        let mut held: u64 = entries.iter().map(|(.., size, _)| size).sum();
        if held <= self.limit {
            return Ok(held);
        }
        entries.sort_unstable();
        let newest = newest.name();
        for (_, name, size, path) in entries {
            if held <= self.limit - self.limit / 8 {
                break;
            }
            if name != newest {
                remove(&path);
                held -= size;
            }
        }
        Ok(held)
    }
}

impl Usage {
    /// Now, or a moment after the last answer: two uses never look like one.
    fn next_time(&mut self) -> SystemTime {
        let next = self.latest + Duration::from_micros(1);
        self.latest = SystemTime::now().max(next);
        self.latest
    }
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|entry| entry.is_dir())
}

/// Removes a file or a link; a folder is nobody's entry and stays.
fn remove(path: &Path) {
    let _ = fs::remove_file(path);
}

/// Opens what stands at the path itself: a link is an error, and a pipe does not make anybody wait.
#[cfg(unix)]
fn open_itself(path: &Path) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY).bits();
    OpenOptions::new()
        .read(true)
        .custom_flags(flags.cast_signed())
        .open(path)
}

/// For writing too: without it, Windows does not let the time be set.
#[cfg(not(unix))]
fn open_itself(path: &Path) -> io::Result<File> {
    match fs::symlink_metadata(path)?.is_file() {
        true => OpenOptions::new().read(true).write(true).open(path),
        false => Err(ErrorKind::InvalidInput.into()),
    }
}
