//! What a run finds before it writes: the lock, the live tree, and the spare tree or an empty folder.
//!
//! In: the places around an output folder. Out: what may be kept and what must be refused. It does not
//! know what will be written.

use std::fs::{self, File, Permissions, TryLockError};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::manifest::{self, Listed, MANIFEST};
use super::place::{self, Surroundings};
use super::platform::{self, Found};

/// The empty or half-filled staging folder.
pub(super) struct Ground {
    /// What the list of the spare tree says, if one stands there; nothing if it has none.
    pub spare: Option<Listed>,
    pub rights: Permissions,
    /// Whether two names that differ in case or composition are two files here.
    pub keeps_names_apart: bool,
}

/// Makes the staging folder, or takes the spare tree that stands there.
///
/// The list in a spare tree goes first: from then on the tree is nobody's account of anything. From
/// then on, too, no other user can enter it, so that what this run has looked at stays as it is.
pub(super) fn prepare(around: &Surroundings, has_live: bool) -> io::Result<Ground> {
    let mut spare = None;
    if place::is_folder(&around.stage)? {
        platform::hide(&around.stage)?;
        spare = Some(match read_list(&around.stage)? {
            List::Ours(listed) => listed,
            List::None | List::Strange(_) => Listed::new(),
        });
        place::remove(&around.stage.join(MANIFEST))?;
    } else {
        place::remove(&around.stage)?;
        fs::create_dir(&around.stage)?;
    }
    let (ordinary_rights, keeps_names_apart) = probe(&around.stage)?;
    if !keeps_names_apart && spare.take().is_some() {
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
        spare,
        rights,
        keeps_names_apart,
    })
}

/// The rights of a new folder here, and whether names that differ in case or composition are two.
fn probe(folder: &Path) -> io::Result<(Permissions, bool)> {
    let name = folder.join(".sala-Prob\u{e9}");
    place::remove(&name)?;
    fs::create_dir(&name)?;
    let rights = fs::metadata(&name)?.permissions();
    let is_shared = place::exists(&folder.join(".sala-prob\u{e9}"))?
        || place::exists(&folder.join(".sala-Probe\u{301}"))?;
    fs::remove_dir(&name)?;
    Ok((rights, !is_shared))
}

/// The list in a tree.
pub(super) enum List {
    None,
    Ours(Listed),
    /// With the line that is none of ours.
    Strange(usize),
}

fn read_list(tree: &Path) -> io::Result<List> {
    match platform::open(&tree.join(MANIFEST))? {
        Found::Nothing => Ok(List::None),
        Found::Other => Ok(List::Strange(1)),
        Found::File(mut file, _) => {
            let mut text = Vec::new();
            file.read_to_end(&mut text)?;
            Ok(manifest::parse(&text).map_or_else(List::Strange, List::Ours))
        }
    }
}

/// What stands in the output folder before the run.
pub(super) enum Live {
    Absent,
    Empty,
    Ours(Listed),
    Strange(usize),
    Foreign(Vec<String>),
}

pub(super) fn look_at_live(live: &Path) -> io::Result<Live> {
    if !place::exists(live)? {
        return Ok(Live::Absent);
    }
    match read_list(live)? {
        List::Ours(ours) => return Ok(Live::Ours(ours)),
        List::Strange(line) => return Ok(Live::Strange(line)),
        List::None => {}
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

/// Takes the lock, which lasts until the file is closed or unlocked.
pub(super) fn lock(path: &Path) -> Result<File, TryLockError> {
    for _ in 0..2 {
        match platform::open_to_lock(path) {
            Ok(file) => {
                file.try_lock()?;
                return Ok(file);
            }
            // Something else stands there, such as a link into another folder.
            Err(error) if error.kind() == ErrorKind::InvalidInput => {
                place::remove_but_no_folder(path).map_err(TryLockError::Error)?;
            }
            Err(error) => return Err(TryLockError::Error(error)),
        }
    }
    Err(TryLockError::Error(ErrorKind::AlreadyExists.into()))
}
