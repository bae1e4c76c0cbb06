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
//! run did not write is gone before the tree is put in place. Where a seal shows that nothing was added
//! to a tree since the last run (see `seal.rs`), it need not be walked for that: for ten thousand pages
//! that is a third of the time of a build that changes nothing.

use std::collections::HashSet;
use std::fs::{self, File, Permissions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::thread::JoinHandle;

use super::contents::{Contents, Failed};
use super::ground;
use super::manifest::{self, Fingerprint, List, Listed};
use super::path;
use super::place::{self, PlaceError, Surroundings, Swap};
use super::platform::{self, Found};
use super::seal::{self, Seals};
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
    pub(super) live: Option<Live>,
    /// The staging folder as it was at the start, if it is used again.
    spare: Option<Spare>,
    /// Whether two names that differ in case or composition are two files here.
    keeps_names_apart: bool,
    links_work: AtomicBool,
    /// Every path that was asked for, with what it holds once it stands.
    written: Mutex<Listed>,
    /// Whether a name in a folder of the spare tree was made, removed or given another file.
    has_moved: AtomicBool,
    /// The folders that this run made, or looked at itself.
    folders: RwLock<HashSet<String>>,
    /// Held while what is no folder makes room for one.
    making_room: Mutex<()>,
    changed: AtomicUsize,
    is_finished: bool,
    /// Held until the end; the system ends it when the process dies.
    lock: File,
}

/// The site that stands there.
#[derive(Debug)]
pub(super) struct Live {
    pub(super) list: Arc<List>,
    /// Looks for files of somebody else while the new tree grows.
    looking: Option<JoinHandle<io::Result<Looked>>>,
}

/// What was seen in a live tree.
#[derive(Debug)]
struct Looked {
    foreign: Vec<String>,
    folders: Option<blake3::Hash>,
}

/// A spare tree that is used again.
#[derive(Debug)]
struct Spare {
    list: List,
    /// Its folders, if they are as they were left.
    sealed: Option<blake3::Hash>,
    /// Looks through it, if they are not, while the new tree grows in it.
    looking: Option<JoinHandle<io::Result<Leftovers>>>,
}

/// What stands in the output folder now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    pub files: usize,
    pub bytes: u64,
    /// How many of the files had to be written: the others stood in one of the two trees before.
    pub changed: usize,
    /// The hash of the list of the files, which stands for all of them.
    pub list: blake3::Hash,
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
        let mut lock = ground::lock(&around.lock).map_err(|error| match error {
            TryLockError::WouldBlock => {
                diagnostic!(codes::output::LOCKED, Place::file(&shown), path = &shown)
            }
            TryLockError::Error(error) => refused(&around.lock.to_string_lossy(), &error),
        })?;
        around.recover().map_err(|error| refused(&shown, &error))?;

        let seals = Seals::read(&mut lock);
        let found = ground::look_at_live(&around.live).map_err(|error| refused(&shown, &error))?;
        let has_live = !matches!(found, ground::Live::Absent);
        let live = match found {
            ground::Live::Absent | ground::Live::Empty => None,
            ground::Live::Foreign(found) => return Err(foreign(&shown, found)),
            ground::Live::Strange(line) => {
                return Err(diagnostic!(
                    codes::output::BAD_LIST,
                    Place::file(&shown),
                    path = &shown,
                    line = line
                ));
            }
            ground::Live::Ours(list) => Some(Live::begin(&around.live, list, seals.live)),
        };
        let ground = ground::prepare(&around, has_live)
            .map_err(|error| refused(&around.stage.to_string_lossy(), &error))?;
        let spare = ground
            .spare
            .map(|list| Spare::begin(&around.stage, list, ground.spare_root, seals.spare));
        let folders = spare.iter().filter(|spare| spare.sealed.is_some());
        let folders = folders.flat_map(|spare| seal::folders_of(paths(&spare.list)));
        let folders: HashSet<String> = folders.map(str::to_owned).collect();
        Ok(Stage {
            shown,
            around,
            rights: ground.rights,
            live,
            spare,
            keeps_names_apart: ground.keeps_names_apart,
            links_work: AtomicBool::new(true),
            written: Mutex::default(),
            has_moved: AtomicBool::new(false),
            folders: RwLock::new(folders),
            making_room: Mutex::default(),
            changed: AtomicUsize::new(0),
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
        let mut old = None;
        if let Some(live) = &mut self.live
            && let Some(looking) = live.looking.take()
        {
            let looked = joined(looking).map_err(|error| refused(&self.shown, &error))?;
            if !looked.foreign.is_empty() {
                return Err(foreign(&self.shown, looked.foreign));
            }
            old = live.list.hash.zip(looked.folders);
        }
        let written = std::mem::take(&mut *self.written());
        let (bytes, list, folders) = self
            .put_in_place(&written)
            .map_err(|error| refused(&self.shown, &error))?;
        let new = folders.map(|folders| (list, folders));
        self.is_finished = true;
        // The site stands. What is left to do makes the spare tree private or removes it, and the next
        // run does both if this one cannot.
        if self.keeps_names_apart {
            let _ = platform::hide(&self.around.stage);
            let sealed = |tree: Option<(blake3::Hash, blake3::Hash)>, root: &Path| {
                let (list, folders) = tree?;
                Some(seal::of(list, folders, seal::of_root(root)?))
            };
            let seals = Seals {
                live: sealed(new, &self.around.live),
                spare: sealed(old, &self.around.stage),
            };
            let _ = seals.write(&mut self.lock);
        } else {
            let _ = place::remove(&self.around.stage);
        }
        Ok(Written {
            files: written.len(),
            bytes,
            changed: self.changed.load(Ordering::Relaxed),
            list,
        })
    }

    pub(super) fn written(&self) -> MutexGuard<'_, Listed> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether this path is still free, as a file and as a folder.
    pub(super) fn claim(&self, path: &str) -> bool {
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
    pub(super) fn put(
        &self,
        path: &str,
        contents: &mut Contents,
    ) -> Result<(Fingerprint, bool), Failed> {
        self.make_folder_of(path)?;
        let staged = below(&self.around.stage, path);
        let mut present = None;
        if let Some(spare) = &self.spare {
            match platform::open(&staged)? {
                Found::Nothing => {}
                Found::Other => {
                    self.has_moved.store(true, Ordering::Relaxed);
                    place::remove(&staged)?;
                }
                Found::File(mut file, metadata) => {
                    let size = metadata.len();
                    if let Some(holds) = same(contents, &spare.list, path, &mut file, size)? {
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
        self.has_moved.store(true, Ordering::Relaxed);
        if present.is_some() {
            platform::remove_file(&staged)?;
        }
        if let Some(holds) = self.link_live(path, &staged, contents)? {
            return Ok((holds, false));
        }
        if let Contents::Standing(_) = contents {
            return Err(Failed::Target(ErrorKind::NotFound.into()));
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
        let Some(Live { list, .. }) = &self.live else {
            return Ok(None);
        };
        if !self.links_work.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let live = below(&self.around.live, path);
        let Ok(Found::File(mut file, metadata)) = platform::open(&live) else {
            return Ok(None);
        };
        let holds = same(contents, list, path, &mut file, metadata.len())?;
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
            self.has_moved.store(true, Ordering::Relaxed);
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

    /// Tells the size of the whole, and the hashes of the list and of the folders.
    fn put_in_place(
        &mut self,
        written: &Listed,
    ) -> io::Result<(u64, blake3::Hash, Option<blake3::Hash>)> {
        let mut sealed = None;
        if let Some(spare) = &mut self.spare {
            let leftovers = match spare.looking.take() {
                Some(looking) => joined(looking)?,
                None => Leftovers::of(&spare.list.files),
            };
            sealed = spare.sealed;
            self.clear_away(&leftovers, written)?;
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
        let text = manifest::text(files);
        list.write_all(text.as_bytes())?;
        drop(list);
        fs::set_permissions(&self.around.stage, self.rights.clone())?;
        platform::settle(&self.around.stage)?;
        let folders = match sealed {
            Some(folders) if !self.has_moved.load(Ordering::Relaxed) => Some(folders),
            _ => {
                let paths = written.keys().map(String::as_str);
                seal::of_folders(&self.around.stage, seal::folders_of(paths))
            }
        };
        self.around.swap(Swap::Best)?;
        let list = blake3::hash(text.as_bytes());
        Ok((bytes, list, folders))
    }

    /// Removes what this run did not write.
    fn clear_away(&self, leftovers: &Leftovers, written: &Listed) -> io::Result<()> {
        let folders = self.folders.read().unwrap_or_else(PoisonError::into_inner);
        let is_ours = |path: &String| written.contains_key(path) || folders.contains(path);
        for path in leftovers.files.iter().filter(|path| !is_ours(path)) {
            let file = below(&self.around.stage, path);
            self.has_moved.store(true, Ordering::Relaxed);
            match platform::remove_file(&file) {
                Err(error) if place::exists(&file).unwrap_or(false) => return Err(error),
                _ => {}
            }
        }
        // What is in a folder stands after it.
        for path in leftovers.folders.iter().rev().filter(|path| !is_ours(path)) {
            self.has_moved.store(true, Ordering::Relaxed);
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
        if let Some(looking) = self.live.as_mut().and_then(|live| live.looking.take()) {
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
    list: &List,
    path: &str,
    file: &mut File,
    size: u64,
) -> Result<Option<Fingerprint>, Failed> {
    let listed = list.files.get(path).copied().flatten();
    if listed.is_some_and(|listed| !contents.may_be(listed)) {
        return Ok(None);
    }
    match contents.held_by(file, size) {
        // What cannot be read is made anew.
        Err(Failed::Target(_)) => Ok(None),
        compared => compared,
    }
}

impl Live {
    fn begin(tree: &Path, list: List, seal: Option<blake3::Hash>) -> Live {
        let list = Arc::new(list);
        let root = seal::of_root(tree);
        let (tree, ours) = (tree.to_owned(), Arc::clone(&list));
        let looking = std::thread::spawn(move || {
            let folders = seal::of_folders(&tree, seal::folders_of(paths(&ours)));
            let foreign = match is_as_left(&ours, folders, root, seal) {
                true => Vec::new(),
                false => walk::foreign(&tree, &ours.files)?,
            };
            Ok(Looked { foreign, folders })
        });
        Live {
            list,
            looking: Some(looking),
        }
    }
}

impl Spare {
    fn begin(
        tree: &Path,
        list: List,
        root: Option<blake3::Hash>,
        seal: Option<blake3::Hash>,
    ) -> Spare {
        let folders = match seal {
            Some(_) => seal::of_folders(tree, seal::folders_of(paths(&list))),
            None => None,
        };
        let is_as_left = is_as_left(&list, folders, root, seal);
        let looking = (!is_as_left).then(|| {
            let tree = tree.to_owned();
            std::thread::spawn(move || walk::leftovers(&tree))
        });
        Spare {
            list,
            sealed: folders.filter(|_| is_as_left),
            looking,
        }
    }
}

pub(super) fn is_as_left(
    list: &List,
    folders: Option<blake3::Hash>,
    root: Option<blake3::Hash>,
    seal: Option<blake3::Hash>,
) -> bool {
    let (Some(list), Some(folders), Some(root)) = (list.hash, folders, root) else {
        return false;
    };
    seal == Some(seal::of(list, folders, root))
}

pub(super) fn paths(list: &List) -> impl Iterator<Item = &str> {
    list.files.keys().map(String::as_str)
}

fn joined<Found>(looking: JoinHandle<io::Result<Found>>) -> io::Result<Found> {
    looking
        .join()
        .expect("looking through a folder does not panic")
}

/// The file at `path`, with the separators of this system between its names: on Windows a long path
/// knows no other.
pub(super) fn below(folder: &Path, path: &str) -> PathBuf {
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_tree_that_nobody_touched_is_not_walked_again() {
        let root = tempfile::tempdir().unwrap();
        let output = root.path().join("public");
        let pages = ["index.html", "a/index.html", "a/b/index.html"];
        let build = |words: [&str; 3]| {
            let stage = Stage::open(&output).unwrap();
            let is_sealed = stage.spare.as_ref().map(|spare| spare.looking.is_none());
            for (page, word) in pages.iter().zip(words) {
                stage.write(page, word.as_bytes()).unwrap();
            }
            stage.finish().unwrap();
            is_sealed
        };
        assert_eq!(build(["1", "1", "1"]), None);
        assert_eq!(build(["2", "1", "1"]), None, "there was no spare tree");
        for words in [["2", "1", "1"], ["2", "2", "1"], ["3", "3", "3"]] {
            assert_eq!(build(words), Some(true), "{words:?}");
        }
        let spare = root.path().join(".public.sala-stage");
        fs::write(spare.join("a/b/planted"), "").unwrap();
        assert_eq!(build(["3", "3", "3"]), Some(false));
        assert!(!output.join("a/b/planted").exists());
        fs::write(root.path().join(".public.sala-lock"), "").unwrap();
        assert_eq!(build(["3", "3", "3"]), Some(false));
        assert_eq!(build(["3", "3", "3"]), Some(true));
    }

    #[test]
    fn a_copy_is_written_once_and_linked_for_as_long_as_it_is_the_same() {
        use std::os::unix::fs::MetadataExt;
        let root = tempfile::tempdir().unwrap();
        let output = root.path().join("public");
        let build = |film: &[u8]| {
            let files = files::Files::in_memory([("static/film", film)]);
            let stage = Stage::open(&output).unwrap();
            stage.write("index.html", b"page").unwrap();
            stage
                .copy("film", files.open("static/film").unwrap())
                .unwrap();
            let written = stage.finish().unwrap();
            assert_eq!(written.bytes, film.len() as u64 + 4);
            let copied = output.join("film");
            assert!(fs::read(&copied).unwrap() == film);
            let text = fs::read(output.join(manifest::MANIFEST)).unwrap();
            let listed = manifest::parse(&text).unwrap()["film"];
            assert_eq!(listed, Some(Fingerprint::of(film)));
            (written.changed, fs::metadata(&copied).unwrap().nlink())
        };
        // A piece has 65,536 bytes: around one, two, and none.
        for length in [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000] {
            let mut film = vec![b'a'; length];
            build(&film);
            build(&film);
            assert_eq!(build(&film), (0, 2), "{length}: one file in both trees");
            if let Some(last) = film.last_mut() {
                *last = b'b';
                assert_eq!(build(&film), (1, 1), "{length}: written");
                assert_eq!(build(&film), (0, 2), "{length}: linked");
            }
        }
    }
}
