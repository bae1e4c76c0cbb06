//! Files of the site that stands there, which are to be files of the new one too.
//!
//! In: their paths. Out: whether they stand as the site's list says, byte for byte, and are in the new
//! tree. Whoever asks makes those anew that do not.

use super::contents::Contents;
use super::path;
use super::stage::Stage;

impl Stage {
    /// The hash of the list of the site that stands there.
    pub fn live_list(&self) -> Option<blake3::Hash> {
        self.live.as_ref()?.list.hash
    }

    /// The files in a folder, named with `/`, of the site that stands there.
    pub fn live_files<'own>(&'own self, folder: &'own str) -> impl Iterator<Item = &'own str> {
        let list = self
            .live
            .iter()
            .flat_map(|live| live.list.files.range(folder.to_owned()..));
        let paths = list.map(|(path, _)| path.as_str());
        paths.take_while(move |path| path.starts_with(folder))
    }

    /// Makes these files of the site that stands there files of the new one, if they are as its list
    /// says; else nothing of it is done. Any thread may call it.
    pub fn keep<'path>(&self, paths: impl Iterator<Item = &'path str>) -> bool {
        let mut kept = Vec::new();
        let mut is_whole = true;
        for path in paths {
            is_whole = self.keep_one(path, &mut kept);
            if !is_whole {
                break;
            }
        }
        if !is_whole {
            let mut written = self.written();
            for path in kept {
                written.remove(path);
            }
        }
        is_whole
    }

    fn keep_one<'path>(&self, path: &'path str, kept: &mut Vec<&'path str>) -> bool {
        let listed = self
            .live
            .as_ref()
            .and_then(|live| live.list.files.get(path));
        let Some(holds) = listed.copied().flatten() else {
            return false;
        };
        if path::check(path).is_err() || !self.claim(path) {
            return false;
        }
        kept.push(path);
        let is_there = self.put(path, &mut Contents::Standing(holds));
        if let Some(known) = self.written().get_mut(path) {
            *known = Some(holds);
        }
        is_there.is_ok()
    }
}
