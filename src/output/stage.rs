//! The tree that will be the site: files go in from many threads, and one call puts it in place.
//!
//! In: paths, and bytes or open files. Out: the new site, or the old one untouched. It does not know
//! what it writes.
//!
//! A kill at any moment leaves the old site or the new one: nothing is ever changed in the live tree,
//! and the swap is one step (or two with a journal, see `place.rs`). After a loss of power the same
//! holds on Linux, where the staged tree is settled on the disk before the swap.
//!
//! The tree before the live one stays beside it, closed to others, and is the next stage. A file that is
//! the same as in the spare tree is kept, one that is the same as in the live tree is linked, and the
//! rest is written. Same means the same bytes, read and compared: the lists of hashes only say where it
//! is worth looking. To make ten thousand folders and links anew for each build would take longer than
//! to write the pages.
//!
//! No file that may ever have been served is written over: somebody on a slow line may still be reading
//! it, and a server that hands out pages of memory (`sendfile`) may still be sending it after it has
//! closed it. A name is taken from it, and it lives on for those who read it. Writing over ten thousand
//! pages would be quicker (0.16 s against 0.66 s on ext4 as Linux makes it), and is done nowhere.
//!
//! The spare tree holds nothing that the site does not hold: once the trees have changed place, what is
//! no longer in the site goes from it, before anybody is told that the site stands. Whatever was taken
//! back is then neither beside the site nor below a folder that somebody serves. A run that is killed
//! before that has emptied the lock file, and so the next one does it.
//!
//! A spare tree may come from a zip file or a shared folder with anything in it. Nothing in it is
//! believed: each folder on the way to a file is looked at itself before it is used, and whatever this
//! run did not write is gone before the tree is put in place. Where a seal shows that nothing was added
//! to a tree since the last run (see `seal.rs`), it need not be walked for that: for ten thousand pages
//! that is a third of the time of a build that changes nothing.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File, Permissions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::thread::JoinHandle;

use super::contents::{Contents, Failed};
use super::ground;
use super::manifest::{self, Fingerprint, List, Listed};
use super::path::{self, below};
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
    pub(super) around: Surroundings,
    /// The rights of the folder once it is the site.
    rights: Permissions,
    pub(super) live: Option<Live>,
    /// The staging folder as it was at the start, if it is used again.
    pub(super) spare: Option<Spare>,
    /// Whether two names that differ in case or composition are two files here.
    pub(super) keeps_names_apart: bool,
    pub(super) links_work: AtomicBool,
    /// Every path that was asked for, with what it holds once it stands.
    written: Mutex<Listed>,
    /// Whether a name in a folder of the spare tree was made, removed or given another file.
    has_moved: AtomicBool,
    /// The folders that this run made, or looked at itself.
    folders: RwLock<HashSet<String>>,
    /// Held while what is no folder makes room for one.
    making_room: Mutex<()>,
    /// The files that this run wrote, rather than took from one of the two trees.
    made: Mutex<BTreeSet<String>>,
    /// How the trees were left before this run.
    seals: Seals,
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
pub(super) struct Looked {
    pub(super) found: walk::NotOurs,
    /// Its folders, if it is as the last run left it.
    pub(super) sealed: Option<blake3::Hash>,
}

/// A spare tree that is used again.
#[derive(Debug)]
pub(super) struct Spare {
    pub(super) list: List,
    /// Its folders, if they are as they were left.
    pub(super) sealed: Option<blake3::Hash>,
    /// Looks through it, if they are not, while the new tree grows in it.
    looking: Option<JoinHandle<io::Result<Leftovers>>>,
}

/// What stands in the output folder now.
#[derive(Debug)]
pub struct Written {
    pub files: usize,
    pub bytes: u64,
    /// How many of the files had to be written: the others stood in one of the two trees before.
    pub changed: usize,
    /// The hash of the list of the files, which stands for all of them.
    pub list: blake3::Hash,
    /// That something which is no longer in the site could not be removed.
    pub left_behind: Option<Diagnostic>,
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
        let seals = Seals::read(&mut lock);
        around
            .recover(seals.is_some())
            .map_err(|error| refused(&shown, &error))?;
        let seals = seals.unwrap_or_default();
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
        // From here on the trees are not as they were left, whatever becomes of this run.
        lock.set_len(0)
            .map_err(|error| refused(&around.lock.to_string_lossy(), &error))?;
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
            made: Mutex::default(),
            seals,
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

    /// Puts what `write` writes into the tree, in pieces; it is called once for each file that may hold
    /// the same, and once more if none does. Any thread may call it.
    pub fn make(
        &self,
        path: &str,
        write: &dyn Fn(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Diagnostic> {
        self.add(path, Contents::Made(write))
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
        let holds = self
            .put(path, &mut contents)
            .map_err(|failed| match (failed, &contents) {
                (Failed::Source(error), Contents::Copy(source)) => source.unreadable(&error),
                (Failed::Source(error) | Failed::Target(error), _) => {
                    refused(&format!("{}/{path}", self.shown), &error)
                }
            })?;
        if let Some(known) = self.written().get_mut(path) {
            *known = Some(holds);
        }
        Ok(())
    }

    /// Puts the tree in the place of the old one, of which nothing is left that is not in the new one.
    pub fn finish(mut self) -> Result<Written, Diagnostic> {
        let mut old = None;
        if let Some(live) = &mut self.live
            && let Some(looking) = live.looking.take()
        {
            let looked = joined(looking).map_err(|error| refused(&self.shown, &error))?;
            if !looked.found.foreign.is_empty() {
                return Err(foreign(&self.shown, looked.found.foreign));
            }
            old = Some((Arc::clone(&live.list), looked));
        }
        let written = std::mem::take(&mut *self.written());
        let (bytes, list, folders) = self
            .put_in_place(&written)
            .map_err(|error| refused(&self.shown, &error))?;
        self.is_finished = true;
        let left_behind = match self.retire(old, &written) {
            Ok(spare) => {
                let seal_of = |root: &Path, (list, folders): (_, Option<blake3::Hash>)| {
                    Some(seal::of(list, folders?, seal::of_root(root)?))
                };
                let seals = Seals {
                    live: seal_of(&self.around.live, (list, folders)),
                    spare: spare.and_then(|spare| seal_of(&self.around.stage, spare)),
                };
                // Without them, the next run looks through the trees.
                let _ = seals.write(&mut self.lock);
                None
            }
            Err(error) => Some(self.left_behind(&error)),
        };
        let changed = self.made().len();
        Ok(Written {
            files: written.len(),
            bytes,
            changed,
            list,
            left_behind,
        })
    }

    pub(super) fn made(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
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

    /// Makes the file stand in the staged tree; tells what it holds.
    pub(super) fn put(&self, path: &str, contents: &mut Contents) -> Result<Fingerprint, Failed> {
        self.make_folder_of(path)?;
        let staged = below(&self.around.stage, path);
        if let Some(spare) = &self.spare {
            match platform::open(&staged)? {
                Found::Nothing => {}
                Found::Other => {
                    self.has_moved.store(true, Ordering::Relaxed);
                    place::remove(&staged)?;
                }
                Found::File(mut file, metadata) => {
                    // Nobody but this program gave a name in a tree that is as it was left.
                    let is_ours = spare.sealed.is_some()
                        || !platform::is_linked(&metadata)
                        || self.is_in_live(path, &metadata);
                    if is_ours
                        && let Some(holds) =
                            same(contents, &spare.list, path, &mut file, metadata.len())?
                    {
                        return Ok(holds);
                    }
                    self.has_moved.store(true, Ordering::Relaxed);
                    platform::remove_file(&staged)?;
                }
            }
        }
        self.has_moved.store(true, Ordering::Relaxed);
        if let Some(holds) = self.link_live(path, &staged, contents)? {
            return Ok(holds);
        }
        if let Contents::Standing(_) = contents {
            return Err(Failed::Target(ErrorKind::NotFound.into()));
        }
        self.made().insert(path.to_owned());
        contents.write_into(&mut File::create_new(&staged)?)
    }

    /// Whether this file of the spare tree is the one that stands in the site.
    fn is_in_live(&self, path: &str, spare: &fs::Metadata) -> bool {
        fs::symlink_metadata(below(&self.around.live, path))
            .is_ok_and(|live| platform::are_one(&live, spare))
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
        // Those that the run found in a spare tree as it was left may hold nothing any more.
        let folders = seal::folders_of(written.keys().map(String::as_str));
        let folders: HashSet<&str> = folders.into_iter().collect();
        let is_ours = |path: &str| written.contains_key(path) || folders.contains(path);
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
    /// Nothing that this run wrote is left: a staging folder that it made goes, one that was used again
    /// keeps what is in the site.
    fn drop(&mut self) {
        if let Some(looking) = self.live.as_mut().and_then(|live| live.looking.take()) {
            let _ = looking.join();
        }
        if let Some(looking) = self.spare.as_mut().and_then(|spare| spare.looking.take()) {
            let _ = looking.join();
        }
        if !self.is_finished && self.take_back().is_ok() {
            let seals = Seals {
                live: self.seals.live,
                spare: None,
            };
            let _ = seals.write(&mut self.lock);
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
            let folders = match seal {
                Some(_) => seal::of_folders(&tree, seal::folders_of(paths(&ours))),
                None => None,
            };
            let is_as_left = is_as_left(&ours, folders, root, seal);
            let found = match is_as_left {
                true => walk::NotOurs::default(),
                false => walk::not_ours(&tree, &ours.files)?,
            };
            Ok(Looked {
                found,
                sealed: folders.filter(|_| is_as_left),
            })
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
        // Both trees have to be looked through once.
        assert_eq!(build(["3", "3", "3"]), Some(false));
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
