//! The list of what `sala` wrote into an output folder, kept inside it: it tells its own files from
//! those of somebody else.
//!
//! In: a folder. Out: the paths in it. It never changes a file but the list itself.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::Path;

/// The list's name, at the top of the output folder. It is no part of the site and is not published.
pub const MANIFEST: &str = ".sala";

const HEADING: &str =
    "# The files that sala wrote here. It replaces them, and refuses to build over any other.";

/// Files that an operating system drops into folders unasked; losing them harms nobody.
const LITTER: [&str; 4] = [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"];

/// The paths in the list of this folder, or nothing if it has none.
pub(super) fn read(folder: &Path) -> io::Result<Option<BTreeSet<String>>> {
    let text = match std::fs::read_to_string(folder.join(MANIFEST)) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut lines = text.lines();
    Ok((lines.next() == Some(HEADING)).then(|| lines.map(str::to_owned).collect()))
}

/// The text of a list.
pub(super) fn text<'path>(paths: impl IntoIterator<Item = &'path str>) -> String {
    let mut text = HEADING.to_owned();
    for path in paths {
        text.push('\n');
        text.push_str(path);
    }
    text.push('\n');
    text
}

/// Up to three paths in this folder that do not stand in `ours`.
pub(super) fn foreign(folder: &Path, ours: &BTreeSet<String>) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    walk(folder, "", &mut |path, name| {
        if path != MANIFEST && !ours.contains(path) && !LITTER.contains(&name) {
            found.push(path.to_owned());
        }
        found.len() < 3
    })?;
    Ok(found)
}

/// Every path in this folder.
pub(super) fn all(folder: &Path) -> io::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    walk(folder, "", &mut |path, _| found.insert(path.to_owned()))?;
    Ok(found)
}

/// Tells `visit` each path and its last name until it has seen enough. An empty folder is nothing.
fn walk(
    folder: &Path,
    prefix: &str,
    visit: &mut impl FnMut(&str, &str) -> bool,
) -> io::Result<bool> {
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let is_folder = entry.file_type()?.is_dir();
        entries.push((entry.file_name(), is_folder));
    }
    entries.sort();
    for (name, is_folder) in entries {
        let shown = name.to_string_lossy();
        let path = format!("{prefix}{shown}");
        let wants_more = if is_folder {
            walk(&folder.join(&name), &format!("{path}/"), visit)?
        } else {
            visit(&path, &shown)
        };
        if !wants_more {
            return Ok(false);
        }
    }
    Ok(true)
}
