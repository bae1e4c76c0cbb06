//! What the site no longer holds goes from the tree that it stood in until now: nothing that was taken
//! back lives on beside it.
//!
//! In: the tree, its list, and what the new site holds. Out: what is left of it, or what could not be
//! removed. It runs when the new site stands, and does not touch it.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::manifest::{self, Fingerprint, List, Listed, MANIFEST};
use super::path::below;
use super::stage::{Looked, Stage, paths};
use super::{place, platform, remove, seal};
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use crate::files;

/// What is left of a tree: the hash of its list, and its folders.
pub(super) type Left = (blake3::Hash, Option<blake3::Hash>);

impl Stage {
    /// Takes from the old tree what the site does not hold; tells what is left, if it is of use.
    ///
    /// First of all the disk must know that the trees have changed place, or a loss of power would bring
    /// back a tree with holes.
    pub(super) fn retire(
        &self,
        old: Option<(Arc<List>, Looked)>,
        written: &Listed,
    ) -> io::Result<Option<Left>> {
        platform::settle_names(&self.around.parent)?;
        // A swap in two steps of which the last failed.
        place::remove(&self.around.old)?;
        let spare = &self.around.stage;
        if !place::exists(spare)? {
            return Ok(None);
        }
        let Some((old, looked)) = old.filter(|_| self.keeps_names_apart) else {
            place::remove(spare)?;
            return Ok(None);
        };
        platform::hide(spare)?;
        let stays = |path: &str, holds: &Option<Fingerprint>| {
            let is_in_site = holds.is_some() && written.get(path) == Some(holds);
            is_in_site && self.is_one_file_in_both(path, &looked)
        };
        let entries = || old.files.iter().map(|(path, holds)| (path.as_str(), holds));
        let go = entries().filter(|(path, holds)| !stays(path, holds));
        let litter = looked.found.litter.iter().map(String::as_str);
        let go: Vec<&str> = go.map(|(path, _)| path).chain(litter).collect();
        remove::files(spare, &go)?;
        // A file whose place in the site is kept stays in the list: its folder stands there.
        let listed = entries().filter_map(|(path, holds)| Some((path, (*holds)?)));
        let listed: Vec<(&str, Fingerprint)> = listed
            .filter(|(path, _)| written.contains_key(*path))
            .collect();
        let here = seal::folders_of(listed.iter().map(|(path, _)| *path));
        let stay: HashSet<&str> = here.iter().copied().collect();
        let mut gone = seal::folders_of(paths(&old));
        gone.retain(|folder| !stay.contains(folder));
        let is_whole = go.is_empty() && gone.is_empty();
        remove::folders(spare, gone)?;
        if let (true, Some(list)) = (is_whole, old.hash) {
            return Ok(Some((list, looked.sealed)));
        }
        place::remove(&spare.join(MANIFEST))?;
        let list = manifest::text(listed);
        // A tree without a list is looked through by the next run.
        if write(&spare.join(MANIFEST), list.as_bytes()).is_err() {
            place::remove(&spare.join(MANIFEST))?;
            return Ok(None);
        }
        // Where somebody else was at work, folders may stand that nobody knows of.
        let folders = looked.sealed.and_then(|_| seal::of_folders(spare, here));
        Ok(Some((blake3::hash(list.as_bytes()), folders)))
    }

    /// Takes what this run wrote from the staging folder, since it will not be the site.
    pub(super) fn take_back(&self) -> io::Result<()> {
        let stage = &self.around.stage;
        let sealed = self.spare.as_ref().filter(|spare| spare.sealed.is_some());
        // What stands in any other was never looked at as a whole.
        let Some(spare) = sealed else {
            return place::remove(stage);
        };
        platform::hide(stage)?;
        place::remove(&stage.join(MANIFEST))?;
        let made: Vec<String> = self.made().iter().cloned().collect();
        remove::files(stage, &made)?;
        let before: HashSet<&str> = seal::folders_of(paths(&spare.list)).into_iter().collect();
        let mut folders = seal::folders_of(made.iter().map(String::as_str));
        folders.retain(|folder| !before.contains(folder));
        remove::folders(stage, folders)
    }

    /// Whether the file of the site has its second name in the old tree, so that the same bytes cannot be
    /// others there. Where the disk knows no second names, each tree has a file of its own.
    fn is_one_file_in_both(&self, path: &str, looked: &Looked) -> bool {
        if !self.links_work.load(Ordering::Relaxed) {
            return true;
        }
        if looked.sealed.is_some() {
            return !self.made().contains(path);
        }
        let of = |tree: &Path| fs::symlink_metadata(below(tree, path));
        match (of(&self.around.live), of(&self.around.stage)) {
            (Ok(live), Ok(spare)) => platform::are_one(&live, &spare),
            _ => false,
        }
    }

    /// That something could not be removed.
    pub(super) fn left_behind(&self, error: &io::Error) -> Diagnostic {
        let is_old = place::exists(&self.around.old).unwrap_or(false);
        let tree = match is_old {
            true => &self.around.old,
            false => &self.around.stage,
        };
        let path = tree.to_string_lossy().replace('\\', "/");
        diagnostic!(
            codes::output::LEFT_BEHIND,
            Place::file(&path),
            path = &path,
            reason = files::reason(Some(error))
        )
    }
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    File::create_new(path)?.write_all(bytes)
}
