//! The tree that will be the site: files go in from many threads, and one call puts it in place.
//!
//! In: paths, and bytes or open files. Out: the new site, or the old one untouched. It does not know
//! what it writes.
//!
//! A kill at any moment leaves the old site or the new one: nothing is ever changed in the live tree,
//! and the swap is one step (or two with a journal, see `place.rs`). After a loss of power the same
//! holds on Linux, where the staged tree is settled on the disk before the swap.
//!
//! The tree before the live one stays beside it, closed to others, and is the next stage. Removing ten
//! thousand pages takes longer than writing them, and ext4 then steps over every inode just freed:
//! deleting and rewriting was measured at four times the cost of a first build. So a file that is the
//! same as in the spare tree is kept, one that is the same as in the live tree is linked, and the rest
//! is written. Same means the same bytes, read and compared: the lists of hashes only say where it is
//! worth looking.
//!
//! The spare tree was served until the last build, and somebody on a slow line may still be reading
//! from it. So a file is written over only where the system says that nobody has it open and no other
//! name leads to it; else it is unlinked first and lives on for those who read it. Writing over ten
//! thousand pages took 0.16 s, unlinking and making them anew 0.66 s, making them under another name
//! and renaming them 0.95 s on ext4 as Linux makes it; without its journal and with `discard`, 0.15 s
//! against 5 to 34 s.
//!
//! A spare tree may come from a zip file or a shared folder with anything in it. Nothing in it is
//! believed: each folder on the way to a file is looked at itself before it is used, and whatever this
//! run did not write is gone before the tree is put in place.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File, Permissions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::thread::JoinHandle;

use super::contents::{Contents, Failed};
use super::ground::{self, Live};
use super::manifest::{self, Fingerprint, Listed};
use super::path;
use super::place::{self, PlaceError, Surroundings, Swap};
use super::platform::{self, Found};
use super::walk::{self, Leftovers};
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic, list};
use crate::files;

/// A tree that grows beside the output folder. Dropped before it is finished, it leaves the old site.
#[derive(Debug)]
pub struct Stage {
    /// The output folder as the user named it.
    shown: String,
    around: Surroundings,
    /// The rights of the folder once it is the site.
    rights: Permissions,
    /// What the live tree's list says, if there is such a tree.
    live: Option<Arc<Listed>>,
    /// The staging folder as it was at the start, if it is used again.
    spare: Option<Spare>,
    /// Whether two names that differ in case or composition are two files here.
    keeps_names_apart: bool,
    links_work: AtomicBool,
    /// Every path that was asked for, with what it holds once it stands.
    written: Mutex<BTreeMap<String, Option<Fingerprint>>>,
    /// The folders that this run made, or looked at itself.
    folders: RwLock<HashSet<String>>,
    /// Held while what is no folder makes room for one.
    making_room: Mutex<()>,
    changed: AtomicUsize,
    /// Looks through the live tree for files of somebody else while the new one grows.
    looking: Option<JoinHandle<io::Result<Vec<String>>>>,
    is_finished: bool,
    /// Held until the end; the system ends it when the process dies.
    lock: File,
}

/// A spare tree that is used again.
#[derive(Debug)]
struct Spare {
    listed: Listed,
    /// Looks through it while the new tree grows in it.
    looking: Option<JoinHandle<io::Result<Leftovers>>>,
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
                diagnostic!(
                    codes::output::NO_FOLDER,
                    Place::file(&shown),
                    path = &shown,
                    reason = reason
                )
            }
            PlaceError::Machine(error) => refused(&shown, &error),
        })?;
        let lock = ground::lock(&around.lock).map_err(|error| match error {
            TryLockError::WouldBlock => {
                diagnostic!(codes::output::LOCKED, Place::file(&shown), path = &shown)
            }
            TryLockError::Error(error) => refused(&around.lock.to_string_lossy(), &error),
        })?;
        around.recover().map_err(|error| refused(&shown, &error))?;

        let live = ground::look_at_live(&around.live).map_err(|error| refused(&shown, &error))?;
        let has_live = !matches!(live, Live::Absent);
        let live = match live {
            Live::Absent | Live::Empty => None,
            Live::Foreign(found) => return Err(foreign(&shown, found)),
            Live::Strange(line) => {
                return Err(diagnostic!(
                    codes::output::BAD_LIST,
                    Place::file(&shown),
                    path = &shown,
                    line = line
                ));
            }
            Live::Ours(ours) => Some(Arc::new(ours)),
        };
        let ground = ground::prepare(&around, has_live)
            .map_err(|error| refused(&around.stage.to_string_lossy(), &error))?;
        let looking = live.clone().map(|ours| {
            let folder = around.live.clone();
            std::thread::spawn(move || walk::foreign(&folder, &ours))
        });
        let spare = ground.spare.map(|listed| {
            let folder = around.stage.clone();
            Spare {
                listed,
                looking: Some(std::thread::spawn(move || walk::leftovers(&folder))),
            }
        });
        Ok(Stage {
            shown,
            around,
            rights: ground.rights,
            live,
            spare,
            keeps_names_apart: ground.keeps_names_apart,
            links_work: AtomicBool::new(true),
            written: Mutex::default(),
            folders: RwLock::default(),
            making_room: Mutex::default(),
            changed: AtomicUsize::new(0),
            looking,
            is_finished: false,
            lock,
        })
    }

    /// Puts one file into the tree; `path` is relative, with `/`. Any thread may call it.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        self.add(path, Contents::Bytes(bytes, Fingerprint::of(bytes)))
    }

    /// Puts a copy of a file into the tree, in pieces; one that has not changed is linked. Any thread
    /// may call it.
    pub fn copy(&self, path: &str, mut source: files::Opened) -> Result<(), Diagnostic> {
        self.add(path, Contents::Copy(&mut source))
    }

    fn add(&self, path: &str, mut contents: Contents) -> Result<(), Diagnostic> {
        path::check(path)?;
        if !self.claim(path) {
            return Err(diagnostic!(
                codes::output::TWICE,
                Place::file(path),
                path = path
            ));
        }
        let (holds, is_changed) =
            self.put(path, &mut contents)
                .map_err(|failed| match (failed, &contents) {
                    (Failed::Source(error), Contents::Copy(source)) => source.unreadable(&error),
                    (Failed::Source(error) | Failed::Target(error), _) => {
                        refused(&format!("{}/{path}", self.shown), &error)
                    }
                })?;
        if let Some(known) = self.written().get_mut(path) {
            *known = Some(holds);
        }
        self.changed
            .fetch_add(usize::from(is_changed), Ordering::Relaxed);
        Ok(())
    }

    /// Puts the tree in the place of the old one.
    pub fn finish(mut self) -> Result<Written, Diagnostic> {
        if let Some(looking) = self.looking.take() {
            let found = joined(looking).map_err(|error| refused(&self.shown, &error))?;
            if !found.is_empty() {
                return Err(foreign(&self.shown, found));
            }
        }
        let written = std::mem::take(&mut *self.written());
        let bytes = self
            .put_in_place(&written)
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
            files: written.len(),
            bytes,
            changed: self.changed.load(Ordering::Relaxed),
        })
    }

    fn written(&self) -> MutexGuard<'_, BTreeMap<String, Option<Fingerprint>>> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether this path is still free, as a file and as a folder.
    fn claim(&self, path: &str) -> bool {
        let mut written = self.written();
        let inside = format!("{path}/");
        let is_folder = written
            .range(inside.clone()..)
            .next()
            .is_some_and(|(next, _)| next.starts_with(&inside));
        let is_taken = path
            .match_indices('/')
            .map(|(at, _)| &path[..at])
            .chain([path])
            .any(|file| written.contains_key(file));
        let is_free = !is_folder && !is_taken;
        if is_free {
            written.insert(path.to_owned(), None);
        }
        is_free
    }

    /// Makes the file stand in the staged tree; tells what it holds, and whether it had to be written.
    fn put(&self, path: &str, contents: &mut Contents) -> Result<(Fingerprint, bool), Failed> {
        self.make_folder_of(path)?;
        let staged = below(&self.around.stage, path);
        let mut present = None;
        if let Some(spare) = &self.spare {
            match platform::open(&staged)? {
                Found::Nothing => {}
                Found::Other => place::remove(&staged)?,
                Found::File(mut file, metadata) => {
                    let size = metadata.len();
                    if let Some(holds) = same(contents, &spare.listed, path, &mut file, size)? {
                        return Ok((holds, false));
                    }
                    present = Some(size);
                }
            }
        }
        let unseen = match (present, &contents) {
            (Some(size), Contents::Bytes(..)) => {
                platform::open_unseen(&staged).map(|file| (file, size))
            }
            // A film is linked rather than written over another film.
            _ => None,
        };
        if let Some((mut file, size)) = unseen {
            // Cutting the file to nothing first would make ext4 wait for the disk.
            let holds = contents.write_into(&mut file)?;
            if size > holds.size {
                file.set_len(holds.size)?;
            }
            return Ok((holds, true));
        }
        if present.is_some() {
            platform::remove_file(&staged)?;
        }
        if let Some(holds) = self.link_live(path, &staged, contents)? {
            return Ok((holds, false));
        }
        let holds = contents.write_into(&mut File::create_new(&staged)?)?;
        Ok((holds, true))
    }

    /// Gives the live tree's file a second name in the staged one, if it holds the same.
    fn link_live(
        &self,
        path: &str,
        staged: &Path,
        contents: &mut Contents,
    ) -> Result<Option<Fingerprint>, Failed> {
        let Some(listed) = &self.live else {
            return Ok(None);
        };
        if !self.links_work.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let live = below(&self.around.live, path);
        let Ok(Found::File(mut file, metadata)) = platform::open(&live) else {
            return Ok(None);
        };
        let holds = same(contents, listed, path, &mut file, metadata.len())?;
        if holds.is_some() && fs::hard_link(&live, staged).is_err() {
            // No links on this file system (FAT), too many to this file, or a file of another user.
            self.links_work.store(false, Ordering::Relaxed);
            return Ok(None);
        }
        Ok(holds)
    }

    /// Makes the folders on the way to a file. One that stands there already is used only if it is a
    /// folder itself: a link would lead out of the tree.
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
        let is_there = self.spare.is_some() && place::is_folder(&staged)?;
        if !is_there {
            match fs::create_dir(&staged) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    self.make_room_for_folder(&staged)?;
                }
                done => done?,
            }
        }
        self.folders
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(folder.to_owned());
        Ok(())
    }

    /// Another thread may want the same folder, and may have made it meanwhile.
    fn make_room_for_folder(&self, staged: &Path) -> io::Result<()> {
        let _one_at_a_time = self
            .making_room
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if place::is_folder(staged)? {
            return Ok(());
        }
        platform::remove_file(staged)?;
        fs::create_dir(staged)
    }

    /// Tells the size of the whole.
    fn put_in_place(&mut self, written: &BTreeMap<String, Option<Fingerprint>>) -> io::Result<u64> {
        if let Some(looking) = self.spare.as_mut().and_then(|spare| spare.looking.take()) {
            self.clear_away(&joined(looking)?, written)?;
        }
        let mut bytes = 0;
        let mut files = Vec::with_capacity(written.len());
        for (path, holds) in written {
            // Whoever was told that a file cannot be written does not come here.
            let holds =
                holds.ok_or_else(|| io::Error::other(format!("`{path}` is not complete")))?;
            bytes += holds.size;
            files.push((path.as_str(), holds));
        }
        let mut list = File::create_new(self.around.stage.join(manifest::MANIFEST))?;
        list.write_all(manifest::text(files).as_bytes())?;
        drop(list);
        fs::set_permissions(&self.around.stage, self.rights.clone())?;
        platform::settle(&self.around.stage)?;
        self.around.swap(Swap::Best)?;
        Ok(bytes)
    }

    /// Removes what this run did not write.
    fn clear_away(
        &self,
        leftovers: &Leftovers,
        written: &BTreeMap<String, Option<Fingerprint>>,
    ) -> io::Result<()> {
        let folders = self.folders.read().unwrap_or_else(PoisonError::into_inner);
        let is_ours = |path: &String| written.contains_key(path) || folders.contains(path);
        for path in leftovers.files.iter().filter(|path| !is_ours(path)) {
            let file = below(&self.around.stage, path);
            match platform::remove_file(&file) {
                Err(error) if place::exists(&file).unwrap_or(false) => return Err(error),
                _ => {}
            }
        }
        // What is in a folder stands after it.
        for path in leftovers.folders.iter().rev().filter(|path| !is_ours(path)) {
            // It may have made room for a file, or hold what a machine put there just now.
            let _ = fs::remove_dir(below(&self.around.stage, path));
        }
        Ok(())
    }
}

impl Drop for Stage {
    /// A staging folder that this run made goes; one that was used again stays for the next run, which
    /// compares every byte of it.
    fn drop(&mut self) {
        if let Some(looking) = self.looking.take() {
            let _ = looking.join();
        }
        if let Some(looking) = self.spare.as_mut().and_then(|spare| spare.looking.take()) {
            let _ = looking.join();
        }
        if !self.is_finished && self.spare.is_none() {
            let _ = place::remove(&self.around.stage);
        }
        // Closing the file is not enough: a process that another thread is just starting holds a copy.
        let _ = self.lock.unlock();
    }
}

/// What the file holds, if that is the same. It is not read if its tree's list says that it cannot be.
fn same(
    contents: &mut Contents,
    listed: &Listed,
    path: &str,
    file: &mut File,
    size: u64,
) -> Result<Option<Fingerprint>, Failed> {
    let listed = listed.get(path).copied().flatten();
    if listed.is_some_and(|listed| !contents.may_be(listed)) {
        return Ok(None);
    }
    match contents.held_by(file, size) {
        // What cannot be read is made anew.
        Err(Failed::Target(_)) => Ok(None),
        compared => compared,
    }
}

fn joined<Found>(looking: JoinHandle<io::Result<Found>>) -> io::Result<Found> {
    looking
        .join()
        .expect("looking through a folder does not panic")
}

/// The file at `path`, with the separators of this system between its names: on Windows a long path
/// knows no other.
fn below(folder: &Path, path: &str) -> PathBuf {
    let mut below = folder.to_owned();
    below.extend(path.split('/'));
    below
}

pub(super) fn refused(path: &str, error: &io::Error) -> Diagnostic {
    let place = Place::file(path);
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            diagnostic!(codes::output::DISK_FULL, place, path = path)
        }
        _ => diagnostic!(
            codes::output::UNWRITABLE,
            place,
            path = path,
            reason = files::reason(Some(error))
        ),
    }
}

fn foreign(output: &str, found: Vec<String>) -> Diagnostic {
    diagnostic!(
        codes::output::FOREIGN,
        Place::file(output),
        path = output,
        found = list(found)
    )
}
