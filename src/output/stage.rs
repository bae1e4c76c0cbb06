//! The tree that will be the site: files go in from many threads, and one call puts it in place.
//!
//! In: paths and bytes. Out: the new site, or the old one untouched. It does not know what it writes.
//!
//! A kill at any moment leaves the old site or the new one: nothing is ever changed in the live tree,
//! and the swap is one step (or two with a journal, see `place.rs`). After a loss of power the same
//! holds on Linux, where the staged tree is settled on the disk before the swap.
//!
//! The tree before the live one stays beside it, closed to others, and is the next stage. Removing ten
//! thousand pages takes longer than writing them, and ext4 then steps over every inode just freed:
//! deleting and rewriting was measured at four times the cost of a first build. So a file that is the
//! same as in the spare tree is kept, one that belongs to the spare tree alone is written over, one that
//! is the same as in the live tree is linked, and the rest is written. Same means the same bytes, read
//! and compared: no list of hashes or times can be wrong
//! about it. A file that may be shared with the live tree is replaced, never written into.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File, Metadata, Permissions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};
use std::thread::JoinHandle;

use super::place::{self, PlaceError, Surroundings, Swap};
use super::{manifest, path, platform};
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::files;

/// A tree that grows beside the output folder. Dropped before it is finished, it leaves the old site.
#[derive(Debug)]
pub struct Stage {
    /// The output folder as the user named it.
    shown: String,
    around: Surroundings,
    /// The rights of the folder once it is the site.
    rights: Permissions,
    has_live: bool,
    /// What stood in the staging folder at the start, if it is used again.
    leftovers: Option<BTreeSet<String>>,
    /// Whether two names that differ in case or composition are two files here.
    keeps_names_apart: bool,
    links_work: AtomicBool,
    written: Mutex<BTreeSet<String>>,
    folders: RwLock<HashSet<String>>,
    bytes: AtomicU64,
    changed: AtomicUsize,
    /// Looks through the live tree for files of somebody else while the new one grows.
    looking: Option<JoinHandle<io::Result<Vec<String>>>>,
    is_finished: bool,
    /// Held until the end; the system ends it when the process dies.
    lock: File,
}

/// What stands in the output folder now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    pub files: usize,
    pub bytes: u64,
    /// How many of the files had to be written: the others stood in one of the two trees before.
    pub changed: usize,
}

impl Stage {
    /// Locks the output folder, completes what an interrupted run left, and begins a new tree.
    ///
    /// The folder may be missing or empty; one that holds files `sala` did not write is refused, here
    /// or at [`Stage::finish`].
    pub fn open(output: &Path) -> Result<Stage, Diagnostic> {
        let shown = output.to_string_lossy().replace('\\', "/");
        let around = Surroundings::of(output).map_err(|error| match error {
            PlaceError::Unfit(reason) => {
                Diagnostic::new(&codes::output::NO_FOLDER, Place::file(&shown))
                    .with("path", &shown)
                    .with("reason", reason)
            }
            PlaceError::Machine(error) => refused(&shown, &error),
        })?;
        let lock = lock(&around.lock).map_err(|error| match error {
            TryLockError::WouldBlock => {
                Diagnostic::new(&codes::output::LOCKED, Place::file(&shown)).with("path", &shown)
            }
            TryLockError::Error(error) => refused(&around.lock.to_string_lossy(), &error),
        })?;
        around.recover().map_err(|error| refused(&shown, &error))?;

        let live = look_at_live(&around.live).map_err(|error| refused(&shown, &error))?;
        let has_live = !matches!(live, Live::Absent);
        let looking = match live {
            Live::Absent | Live::Empty => None,
            Live::Foreign(found) => return Err(foreign(&shown, found)),
            Live::Ours(ours) => {
                let folder = around.live.clone();
                Some(std::thread::spawn(move || {
                    manifest::foreign(&folder, &ours)
                }))
            }
        };
        let ground = prepare(&around, has_live)
            .map_err(|error| refused(&around.stage.to_string_lossy(), &error))?;
        Ok(Stage {
            shown,
            around,
            rights: ground.rights,
            has_live,
            leftovers: ground.leftovers,
            keeps_names_apart: ground.keeps_names_apart,
            links_work: AtomicBool::new(true),
            written: Mutex::default(),
            folders: RwLock::default(),
            bytes: AtomicU64::new(0),
            changed: AtomicUsize::new(0),
            looking,
            is_finished: false,
            lock,
        })
    }

    /// Puts one file into the tree; `path` is relative, with `/`. Any thread may call it.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        path::check(path)?;
        if !self.claim(path) {
            let twice = Diagnostic::new(&codes::output::TWICE, Place::file(path));
            return Err(twice.with("path", path));
        }
        let is_changed = self
            .put(path, bytes)
            .map_err(|error| refused(&format!("{}/{path}", self.shown), &error))?;
        self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        self.changed
            .fetch_add(usize::from(is_changed), Ordering::Relaxed);
        Ok(())
    }

    /// Puts the tree in the place of the old one.
    pub fn finish(mut self) -> Result<Written, Diagnostic> {
        if let Some(looking) = self.looking.take() {
            let found = looking
                .join()
                .expect("looking through a folder does not panic");
            let found = found.map_err(|error| refused(&self.shown, &error))?;
            if !found.is_empty() {
                return Err(foreign(&self.shown, found));
            }
        }
        self.put_in_place()
            .map_err(|error| refused(&self.shown, &error))?;
        self.is_finished = true;
        // The site stands. What is left to do makes the spare tree private or removes it, and the next
        // run does both if this one cannot.
        if self.keeps_names_apart {
            let _ = platform::hide(&self.around.stage);
        } else {
            let _ = place::remove(&self.around.stage);
        }
        Ok(Written {
            files: self.written().len(),
            bytes: self.bytes.load(Ordering::Relaxed),
            changed: self.changed.load(Ordering::Relaxed),
        })
    }

    fn written(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether this path is still free, as a file and as a folder.
    fn claim(&self, path: &str) -> bool {
        let mut written = self.written();
        let inside = format!("{path}/");
        let is_folder = written
            .range(inside.clone()..)
            .next()
            .is_some_and(|next| next.starts_with(&inside));
        let is_in_a_file = path
            .match_indices('/')
            .any(|(at, _)| written.contains(&path[..at]));
        !is_folder && !is_in_a_file && written.insert(path.to_owned())
    }

    /// Makes the file stand in the staged tree; tells whether it had to be written.
    fn put(&self, path: &str, bytes: &[u8]) -> io::Result<bool> {
        let staged = below(&self.around.stage, path);
        let mut present = match &self.leftovers {
            Some(_) => entry(&staged)?,
            None => None,
        };
        match &present {
            Some(file) if holds(&staged, file, bytes)? => return Ok(false),
            Some(folder) if folder.is_dir() => {
                platform::remove_folder(&staged)?;
                present = None;
            }
            Some(_) => {}
            None => self.make_folder_of(path)?,
        }
        let mut file = match &present {
            Some(file) if file.is_file() && platform::has_one_name(file) => {
                // Nobody else sees this file. Writing over it costs a tenth of removing it, and less
                // than cutting it to nothing first, which makes ext4 wait for the disk.
                File::options().write(true).open(&staged)?
            }
            present => {
                if present.is_some() {
                    platform::remove_file(&staged)?;
                }
                if self.link_live(path, &staged, bytes) {
                    return Ok(false);
                }
                File::create_new(&staged)?
            }
        };
        file.write_all(bytes)?;
        if present.is_some_and(|before| before.len() > bytes.len() as u64) {
            file.set_len(bytes.len() as u64)?;
        }
        Ok(true)
    }

    /// Gives the live tree's file a second name in the staged one, if it holds these bytes.
    fn link_live(&self, path: &str, staged: &Path, bytes: &[u8]) -> bool {
        if !self.has_live || !self.links_work.load(Ordering::Relaxed) {
            return false;
        }
        let live = below(&self.around.live, path);
        let is_same = match entry(&live) {
            Ok(Some(file)) => holds(&live, &file, bytes).unwrap_or(false),
            Ok(None) | Err(_) => false,
        };
        // No links on this file system (FAT), too many to this file, or a file of another user.
        let is_linked = is_same && fs::hard_link(&live, staged).is_ok();
        if is_same && !is_linked {
            self.links_work.store(false, Ordering::Relaxed);
        }
        is_linked
    }

    fn make_folder_of(&self, path: &str) -> io::Result<()> {
        let Some((folder, _)) = path.rsplit_once('/') else {
            return Ok(());
        };
        let is_known = |folders: &RwLock<HashSet<String>>| {
            folders
                .read()
                .unwrap_or_else(PoisonError::into_inner)
                .contains(folder)
        };
        if is_known(&self.folders) {
            return Ok(());
        }
        self.make_folder_of(folder)?;
        let staged = below(&self.around.stage, folder);
        match fs::create_dir(&staged) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                if !fs::symlink_metadata(&staged)?.is_dir() {
                    platform::remove_file(&staged)?;
                    fs::create_dir(&staged)?;
                }
            }
            done => done?,
        }
        self.folders
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(folder.to_owned());
        Ok(())
    }

    fn put_in_place(&self) -> io::Result<()> {
        let written = self.written();
        for path in self
            .leftovers
            .iter()
            .flatten()
            .filter(|path| !written.contains(*path))
        {
            remove_with_empty_folders(&self.around.stage, path)?;
        }
        let list = manifest::text(written.iter().map(String::as_str));
        fs::write(self.around.stage.join(manifest::MANIFEST), list)?;
        fs::set_permissions(&self.around.stage, self.rights.clone())?;
        platform::settle(&self.around.stage)?;
        self.around.swap(Swap::Best)
    }
}

impl Drop for Stage {
    /// A staging folder that this run made goes; one that was used again stays for the next run, which
    /// compares every byte of it.
    fn drop(&mut self) {
        if let Some(looking) = self.looking.take() {
            let _ = looking.join();
        }
        if !self.is_finished && self.leftovers.is_none() {
            let _ = place::remove(&self.around.stage);
        }
        // Closing the file is not enough: a process that another thread is just starting holds a copy.
        let _ = self.lock.unlock();
    }
}

/// The empty or half-filled staging folder.
struct Ground {
    leftovers: Option<BTreeSet<String>>,
    rights: Permissions,
    keeps_names_apart: bool,
}

/// Makes the staging folder, or takes the spare tree that stands there.
///
/// The list in a spare tree goes first: from then on the tree is nobody's account of anything, and if
/// this run is killed the next one looks for itself.
fn prepare(around: &Surroundings, has_live: bool) -> io::Result<Ground> {
    let mut leftovers = None;
    if entry(&around.stage)?.is_some_and(|stage| stage.is_dir()) {
        leftovers = Some(match manifest::read(&around.stage)? {
            Some(listed) => listed,
            None => manifest::all(&around.stage)?,
        });
        place::remove(&around.stage.join(manifest::MANIFEST))?;
    } else {
        place::remove(&around.stage)?;
        fs::create_dir(&around.stage)?;
    }
    let (ordinary_rights, keeps_names_apart) = probe(&around.stage)?;
    if !keeps_names_apart && leftovers.take().is_some() {
        // A page renamed from `Water` to `water` would keep its old folder, and not be found on a host.
        platform::remove_folder(&around.stage)?;
        fs::create_dir(&around.stage)?;
    }
    platform::hide(&around.stage)?;
    let rights = match has_live {
        true => fs::metadata(&around.live)?.permissions(),
        false => ordinary_rights,
    };
    Ok(Ground {
        leftovers,
        rights,
        keeps_names_apart,
    })
}

/// The rights of a new folder here, and whether names that differ in case or composition are two.
fn probe(folder: &Path) -> io::Result<(Permissions, bool)> {
    let name = folder.join(".sala-Prob\u{e9}");
    match fs::create_dir(&name) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    let rights = fs::metadata(&name)?.permissions();
    let is_shared = place::exists(&folder.join(".sala-prob\u{e9}"))?
        || place::exists(&folder.join(".sala-Probe\u{301}"))?;
    fs::remove_dir(&name)?;
    Ok((rights, !is_shared))
}

enum Live {
    Absent,
    Empty,
    Ours(BTreeSet<String>),
    Foreign(Vec<String>),
}

fn look_at_live(live: &Path) -> io::Result<Live> {
    if !place::exists(live)? {
        return Ok(Live::Absent);
    }
    if let Some(ours) = manifest::read(live)? {
        return Ok(Live::Ours(ours));
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(live)?.take(3) {
        found.push(entry?.file_name().to_string_lossy().into_owned());
    }
    found.sort();
    Ok(match found.is_empty() {
        true => Live::Empty,
        false => Live::Foreign(found),
    })
}

fn lock(path: &Path) -> Result<File, TryLockError> {
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .map_err(TryLockError::Error)?;
    file.try_lock()?;
    Ok(file)
}

/// The file at `path`, with the separators of this system between its names: on Windows a long path
/// knows no other.
fn below(folder: &Path, path: &str) -> PathBuf {
    let mut below = folder.to_owned();
    below.extend(path.split('/'));
    below
}

/// What stands at this path itself, not behind a link.
fn entry(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(entry) => Ok(Some(entry)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Whether this is a plain file with exactly these bytes.
fn holds(path: &Path, file: &Metadata, bytes: &[u8]) -> io::Result<bool> {
    if !file.is_file() || file.len() != bytes.len() as u64 {
        return Ok(false);
    }
    let mut file = File::open(path)?;
    let mut buffer = [0; 32 * 1024];
    let mut rest = bytes;
    loop {
        let read = match file.read(&mut buffer) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            read => read?,
        };
        match rest.split_at_checked(read) {
            _ if read == 0 => return Ok(rest.is_empty()),
            Some((expected, after)) if expected == &buffer[..read] => rest = after,
            _ => return Ok(false),
        }
    }
}

fn remove_with_empty_folders(root: &Path, path: &str) -> io::Result<()> {
    match platform::remove_file(&below(root, path)) {
        Err(error) if entry(&below(root, path))?.is_some_and(|entry| !entry.is_dir()) => {
            return Err(error);
        }
        _ => {}
    }
    let mut folder = path;
    while let Some((parent, _)) = folder.rsplit_once('/') {
        if fs::remove_dir(below(root, parent)).is_err() {
            break;
        }
        folder = parent;
    }
    Ok(())
}

pub(super) fn refused(path: &str, error: &io::Error) -> Diagnostic {
    let place = Place::file(path);
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            Diagnostic::new(&codes::output::DISK_FULL, place).with("path", path)
        }
        _ => Diagnostic::new(&codes::output::UNWRITABLE, place)
            .with("path", path)
            .with("reason", files::reason(Some(error))),
    }
}

fn foreign(output: &str, found: Vec<String>) -> Diagnostic {
    Diagnostic::new(&codes::output::FOREIGN, Place::file(output))
        .with("path", output)
        .with_list("found", found)
}
