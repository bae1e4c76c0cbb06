//! What a run finds before it writes: the lock, the live tree, and the spare tree or an empty folder.
//!
//! In: the places around an output folder. Out: what may be kept and what must be refused. It does not
//! know what will be written.

use std::fs::{self, File, Permissions, TryLockError};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use super::manifest::{self, List, MANIFEST};
use super::place::{self, Surroundings};
use super::platform::{self, Found};
use super::seal;

/// How many bytes a list may hold: more than a million files.
const LARGEST_LIST: u64 = 256 << 20;

/// The empty or half-filled staging folder.
pub(super) struct Ground {
    /// The list of the spare tree, if one stands there; an empty one if it has none.
    pub spare: Option<List>,
    /// How the folder of the spare tree was found.
    pub spare_root: Option<blake3::Hash>,
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
    let spare_root = seal::of_root(&around.stage);
    if place::is_folder(&around.stage)? {
        platform::hide(&around.stage)?;
        spare = Some(match read_list(&around.stage)? {
            Read::Ours(list) => list,
            Read::Nothing | Read::Strange(_) => List::default(),
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
        spare_root,
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

/// What stands where the list of a tree does.
enum Read {
    Nothing,
    Ours(List),
    /// With the line that is none of ours.
    Strange(usize),
}

fn read_list(tree: &Path) -> io::Result<Read> {
    match platform::open(&tree.join(MANIFEST))? {
        Found::Nothing => Ok(Read::Nothing),
        Found::Other => Ok(Read::Strange(1)),
        Found::File(_, metadata) if metadata.len() > LARGEST_LIST => Ok(Read::Strange(1)),
        Found::File(file, _) => {
            let mut text = Vec::new();
            file.take(LARGEST_LIST).read_to_end(&mut text)?;
            let hash = Some(blake3::hash(&text));
            let files = manifest::parse(&text);
            Ok(files.map_or_else(Read::Strange, |files| Read::Ours(List { files, hash })))
        }
    }
}

/// What stands in the output folder before the run.
pub(super) enum Live {
    Absent,
    Empty,
    Ours(List),
    Strange(usize),
    Foreign(Vec<String>),
}

pub(super) fn look_at_live(live: &Path) -> io::Result<Live> {
    if !place::exists(live)? {
        return Ok(Live::Absent);
    }
    match read_list(live)? {
        Read::Ours(ours) => return Ok(Live::Ours(ours)),
        Read::Strange(line) => return Ok(Live::Strange(line)),
        Read::Nothing => {}
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
