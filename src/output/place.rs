//! The output folder's true place and the names beside it, and how a new tree takes the old one's
//! place.
//!
//! In: the path of the output folder. Out: [`Surroundings`], free of what an interrupted swap left.
//! It does not know what stands in the trees.

use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::platform;

/// The output folder and its neighbours, all in one folder and so on one file system.
#[derive(Debug, Clone)]
pub(super) struct Surroundings {
    /// The folder that holds the others.
    pub parent: PathBuf,
    pub live: PathBuf,
    pub lock: PathBuf,
    /// The tree that is being made; between two runs, the tree before the live one.
    pub stage: PathBuf,
    /// The live tree while two folders change place in two steps. Where it stands, a swap was
    /// interrupted, and the staged tree is complete: it is the journal of the swap.
    pub old: PathBuf,
}

/// How two folders change place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Swap {
    /// In one step where the file system can, else in two.
    Best,
    /// In two steps always.
    #[cfg(test)]
    TwoSteps,
}

impl Surroundings {
    /// Follows links to the folder itself, so that the link stays a link; makes the parent folder.
    ///
    /// The error says why this cannot be an output folder.
    pub(super) fn of(output: &Path) -> Result<Surroundings, PlaceError> {
        let live = match std::fs::canonicalize(output) {
            Ok(live) => live,
            Err(error) if error.kind() == ErrorKind::NotFound => absent(output)?,
            Err(error) => return Err(PlaceError::Machine(error)),
        };
        let (Some(parent), Some(name)) = (live.parent(), live.file_name()) else {
            return Err(PlaceError::Unfit("it is a whole disk"));
        };
        match std::fs::metadata(&live) {
            Ok(folder) if !folder.is_dir() => {
                return Err(PlaceError::Unfit("it is a file, not a folder"));
            }
            Ok(folder) if platform::is_mount_point(&folder, &std::fs::metadata(parent)?) => {
                return Err(PlaceError::Unfit(
                    "it is a disk or a mounted folder of its own",
                ));
            }
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(PlaceError::Machine(error)),
        }
        let beside = |suffix: &str| {
            let mut hidden = OsString::from(".");
            hidden.push(name);
            hidden.push(suffix);
            parent.join(hidden)
        };
        Ok(Surroundings {
            lock: beside(".sala-lock"),
            stage: beside(".sala-stage"),
            old: beside(".sala-old"),
            parent: parent.to_owned(),
            live: live.clone(),
        })
    }

    /// Completes a swap in two steps that was interrupted. Call it with the lock held.
    ///
    /// Where the last run came to its end there was none, whatever stands here, and the tree beside the
    /// site is not complete.
    pub(super) fn recover(&self, has_ended: bool) -> io::Result<()> {
        if !exists(&self.old)? {
            return Ok(());
        }
        if has_ended {
            return remove(&self.old);
        }
        if !is_folder(&self.old)? {
            // No swap makes a link or a file here.
            return platform::remove_file(&self.old);
        }
        if !exists(&self.live)? {
            let complete = if is_folder(&self.stage)? {
                &self.stage
            } else {
                &self.old
            };
            platform::rename(complete, &self.live)?;
        }
        if exists(&self.old)? {
            remove(&self.stage)?;
            platform::rename(&self.old, &self.stage)?;
        }
        platform::settle_names(&self.parent)
    }

    /// Puts the staged tree in the place of the live one, which then stands where the staged one was. An
    /// error means that the live one stands where it stood.
    pub(super) fn swap(&self, how: Swap) -> io::Result<()> {
        if !exists(&self.live)? {
            return platform::rename(&self.stage, &self.live);
        }
        if how == Swap::Best {
            match platform::exchange(&self.stage, &self.live) {
                Err(error) if error.kind() == ErrorKind::Unsupported => {}
                done => return done,
            }
        }
        self.swap_in_two_steps()
    }

    fn swap_in_two_steps(&self) -> io::Result<()> {
        platform::rename(&self.live, &self.old)?;
        if let Err(error) = platform::rename(&self.stage, &self.live) {
            platform::rename(&self.old, &self.live)?;
            return Err(error);
        }
        // The new tree is in its place, whatever becomes of the old one.
        let _ = platform::rename(&self.old, &self.stage);
        Ok(())
    }
}

/// Why a path cannot be an output folder.
#[derive(Debug)]
pub(super) enum PlaceError {
    Unfit(&'static str),
    Machine(io::Error),
}

impl From<io::Error> for PlaceError {
    fn from(error: io::Error) -> PlaceError {
        PlaceError::Machine(error)
    }
}

fn absent(output: &Path) -> Result<PathBuf, PlaceError> {
    if std::fs::symlink_metadata(output).is_ok() {
        return Err(PlaceError::Unfit("it is a link that leads nowhere"));
    }
    let name = output.file_name().ok_or(PlaceError::Unfit(
        "it leads out of a folder that is not there",
    ))?;
    let parent = match output.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(parent)?;
    Ok(std::fs::canonicalize(parent)?.join(name))
}

pub(super) fn exists(path: &Path) -> io::Result<bool> {
    match std::fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether a folder stands here itself, not behind a link.
pub(super) fn is_folder(path: &Path) -> io::Result<bool> {
    match std::fs::symlink_metadata(path) {
        Ok(entry) => Ok(entry.is_dir()),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

/// Removes a file, a link or a pipe, but no folder.
pub(super) fn remove_but_no_folder(path: &Path) -> io::Result<()> {
    match std::fs::symlink_metadata(path)?.is_dir() {
        true => Err(ErrorKind::IsADirectory.into()),
        false => platform::remove_file(path),
    }
}

/// Removes a file or a folder with all in it, if it is there; a link, never what it leads to.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match std::fs::symlink_metadata(path) {
        Ok(entry) if entry.is_dir() => platform::remove_folder(path),
        Ok(_) => platform::remove_file(path),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn with_trees(root: &Path) -> Surroundings {
        let around = Surroundings::of(&root.join("public")).expect("a folder can be made here");
        for (tree, word) in [(&around.live, "old"), (&around.stage, "new")] {
            fs::create_dir(tree).unwrap();
            fs::write(tree.join("page"), word).unwrap();
        }
        around
    }

    fn page(tree: &Path) -> String {
        fs::read_to_string(tree.join("page")).unwrap()
    }

    #[test]
    fn both_ways_exchange_the_trees() {
        for how in [Swap::Best, Swap::TwoSteps] {
            let root = tempfile::tempdir().unwrap();
            let around = with_trees(root.path());
            around.swap(how).unwrap();
            assert_eq!(
                (page(&around.live), page(&around.stage)),
                ("new".into(), "old".into())
            );
            assert!(!around.old.exists());
        }
    }

    #[test]
    fn a_crash_after_the_first_step_is_completed() {
        let root = tempfile::tempdir().unwrap();
        let around = with_trees(root.path());
        platform::rename(&around.live, &around.old).unwrap();
        around.recover(false).unwrap();
        assert_eq!(
            (page(&around.live), page(&around.stage)),
            ("new".into(), "old".into())
        );
        assert!(!around.old.exists());
    }

    #[test]
    fn a_crash_after_the_second_step_is_completed() {
        let root = tempfile::tempdir().unwrap();
        let around = with_trees(root.path());
        platform::rename(&around.live, &around.old).unwrap();
        platform::rename(&around.stage, &around.live).unwrap();
        around.recover(false).unwrap();
        assert_eq!(
            (page(&around.live), page(&around.stage)),
            ("new".into(), "old".into())
        );
        assert!(!around.old.exists());
    }

    #[test]
    fn a_second_step_that_fails_leaves_the_old_tree() {
        let root = tempfile::tempdir().unwrap();
        let around = with_trees(root.path());
        fs::remove_dir_all(&around.stage).unwrap();
        assert!(around.swap(Swap::TwoSteps).is_err());
        assert_eq!(page(&around.live), "old");
    }
}
