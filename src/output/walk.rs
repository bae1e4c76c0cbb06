//! What stands in an output folder or in a spare tree, links not followed.
//!
//! In: a folder. Out: its paths. It does not know what they hold.

use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::manifest::{Listed, MANIFEST};
use super::{path, place, seal};

/// Files that an operating system drops into folders unasked; losing them harms nobody.
const LITTER: [&str; 4] = [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"];

/// What stands among the files of a site and is none of them.
#[derive(Debug, Default)]
pub(super) struct NotOurs {
    /// Up to three files of somebody else.
    pub foreign: Vec<String>,
    /// All that may be lost.
    pub litter: Vec<String>,
}

/// The files in this folder that do not stand in `ours`.
pub(super) fn not_ours(folder: &Path, ours: &Listed) -> io::Result<NotOurs> {
    let mut found = NotOurs::default();
    walk(folder, String::new(), &mut |entry| {
        let is_ours = entry.path == MANIFEST || ours.contains_key(entry.path);
        if entry.kind != Kind::Folder && !is_ours {
            match LITTER.iter().any(|litter| entry.name == *litter) {
                true => found.litter.push(entry.path.to_owned()),
                false => found.foreign.push(entry.path.to_owned()),
            }
        }
        Ok(match found.foreign.len() < 3 {
            true => Then::GoOn,
            false => Then::Stop,
        })
    })?;
    Ok(found)
}

/// What stood in a spare tree that this program may keep: files, and what only takes a file's name.
#[derive(Debug, Default)]
pub(super) struct Leftovers {
    pub files: Vec<String>,
    pub folders: Vec<String>,
}

impl Leftovers {
    /// Those of a tree that holds what its list says.
    pub(super) fn of(list: &Listed) -> Leftovers {
        let folders = seal::folders_of(list.keys().map(String::as_str)).into_iter();
        Leftovers {
            files: list.keys().cloned().collect(),
            folders: folders.map(str::to_owned).collect(),
        }
    }
}

/// Every path of a spare tree. What bears a name that no site can hold is removed at once.
///
/// Other threads may write into the tree meanwhile, and what they write may be among the paths.
pub(super) fn leftovers(spare: &Path) -> io::Result<Leftovers> {
    let mut found = Leftovers::default();
    walk(spare, String::new(), &mut |entry| {
        if entry.name.to_str().is_none() || !path::is_fit(entry.path) {
            match place::remove(&entry.folder.join(entry.name)) {
                Err(error) if !has_gone(&error) => return Err(error),
                _ => return Ok(Then::PassOver),
            }
        }
        match entry.kind {
            Kind::Folder => found.folders.push(entry.path.to_owned()),
            Kind::Other => found.files.push(entry.path.to_owned()),
        }
        Ok(Then::GoOn)
    })?;
    Ok(found)
}

struct Entry<'walk> {
    /// The folder it stands in.
    folder: &'walk Path,
    name: &'walk OsStr,
    /// Its path below the beginning, with `/`; to be shown if the name is no text.
    path: &'walk str,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Folder,
    /// A file, a link, a pipe.
    Other,
}

enum Then {
    GoOn,
    /// Does not look into this folder.
    PassOver,
    Stop,
}

/// Shows `visit` each entry, a folder before what is in it.
fn walk(
    root: &Path,
    prefix: String,
    visit: &mut impl FnMut(Entry) -> io::Result<Then>,
) -> io::Result<()> {
    let mut folders: Vec<(PathBuf, String)> = vec![(root.to_owned(), prefix)];
    while let Some((folder, prefix)) = folders.pop() {
        let entries = match std::fs::read_dir(&folder) {
            Err(error) if has_gone(&error) && !prefix.is_empty() => continue,
            entries => entries?,
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry?;
            let kind = match entry.file_type() {
                Ok(kind) if kind.is_dir() => Kind::Folder,
                Err(error) if !has_gone(&error) => return Err(error),
                _ => Kind::Other,
            };
            names.push((entry.file_name(), kind));
        }
        names.sort_unstable();
        let begun = folders.len();
        for (name, kind) in names {
            let path = format!("{prefix}{}", name.to_string_lossy());
            let entry = Entry {
                folder: &folder,
                name: &name,
                path: &path,
                kind,
            };
            match visit(entry)? {
                Then::GoOn if kind == Kind::Folder => {
                    folders.push((folder.join(&name), path + "/"));
                }
                Then::GoOn | Then::PassOver => {}
                Then::Stop => return Ok(()),
            }
        }
        folders[begun..].reverse();
    }
    Ok(())
}

/// Whether it was removed, or became something else, since it was seen.
fn has_gone(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}
