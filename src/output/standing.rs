//! Whether the site that stands in a folder is whole: every file of its list holds what the list says,
//! and no other is there.
//!
//! In: the output folder. Out: what stands for the list, or nothing. It changes nothing.

use super::contents::Contents;
use super::ground::{self, Live};
use super::manifest::Fingerprint;
use super::path::below;
use super::place::{self, Surroundings};
use super::platform::{self, Found};
use super::seal::{self, Seals};
use super::stage::{is_as_left, paths};
use super::walk;
use rayon::prelude::*;
use std::path::Path;

/// The hash of the list of the site that stands there whole; nothing if there is none, if it is not
/// whole, if somebody else is at work on it, or if a run that did not end left something beside it.
///
/// The cost is that of reading the site.
pub fn standing(output: &Path) -> Option<blake3::Hash> {
    let around = Surroundings::of(output).ok()?;
    if !place::exists(&around.live).ok()? || place::exists(&around.old).ok()? {
        return None;
    }
    let mut lock = ground::lock(&around.lock).ok()?;
    let seals = Seals::read(&mut lock);
    // A run that did not end may have left something there that is no longer in the site.
    let is_clean = seals.is_some() || !place::exists(&around.stage).ok()?;
    let whole = match is_clean {
        true => hash_of_whole(&around.live, seals.unwrap_or_default()),
        false => None,
    };
    let _ = lock.unlock();
    whole
}

fn hash_of_whole(live: &Path, seals: Seals) -> Option<blake3::Hash> {
    let Live::Ours(list) = ground::look_at_live(live).ok()? else {
        return None;
    };
    let folders = seal::of_folders(live, seal::folders_of(paths(&list)));
    let is_alone = is_as_left(&list, folders, seal::of_root(live), seals.live)
        || walk::not_ours(live, &list.files).ok()?.foreign.is_empty();
    let files: Vec<(String, Option<Fingerprint>)> = list.files.into_iter().collect();
    let is_whole = is_alone
        && files
            .par_iter()
            .all(|(path, holds)| holds.is_some_and(|holds| stands(&below(live, path), holds)));
    list.hash.filter(|_| is_whole)
}

fn stands(file: &Path, holds: Fingerprint) -> bool {
    let Ok(Found::File(mut file, found)) = platform::open(file) else {
        return false;
    };
    // In pieces, for it may be a film.
    let held = Contents::Standing(holds).held_by(&mut file, found.len());
    matches!(held, Ok(Some(_)))
}

#[cfg(test)]
mod tests {
    use super::super::Stage;
    use super::*;
    use std::fs;

    #[test]
    fn a_site_stands_until_a_byte_of_it_changes() {
        let root = tempfile::tempdir().unwrap();
        let output = root.path().join("public");
        assert_eq!(standing(&output), None);
        let build = || {
            let stage = Stage::open(&output).unwrap();
            stage.write("index.html", b"page").unwrap();
            stage.write("a/index.html", b"page").unwrap();
            stage.finish().unwrap().list
        };
        let list = build();
        assert_eq!(standing(&output), Some(list));
        fs::write(output.join("a/index.html"), b"pagf").unwrap();
        assert_eq!(standing(&output), None, "a byte differs");
        assert_eq!(build(), list);
        assert_eq!(standing(&output), Some(list));
        fs::write(output.join("a/more"), b"").unwrap();
        assert_eq!(standing(&output), None, "there is one more");
        fs::remove_file(output.join("a/more")).unwrap();
        assert_eq!(standing(&output), Some(list));
        fs::remove_file(output.join("index.html")).unwrap();
        assert_eq!(standing(&output), None, "one is missing");
    }
}
