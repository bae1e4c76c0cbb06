//! The files that were made of a campaign so far, in bounded room: an output whose files are asked for one
//! after the other, as those of a search index are, is made once.

use crate::campaign::Produced;
use crate::diagnostic::Report;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// How many bytes are kept beside the files of the output that was made last.
const ROOM: usize = 64 << 20;

#[derive(Default)]
pub(super) struct Made {
    state: Mutex<State>,
    finished: Condvar,
}

#[derive(Default)]
struct State {
    files: BTreeMap<String, Kept>,
    bytes: usize,
    /// Counts the uses.
    clock: u64,
    /// The outputs that somebody is making.
    at_work: BTreeSet<String>,
}

struct Kept {
    bytes: Arc<[u8]>,
    used: u64,
}

impl Made {
    /// The file at `path`, which is one of the output `name`; made by `make` if it is not kept. Nothing
    /// if the output, once made, holds no such file.
    pub(super) fn file(
        &self,
        path: &str,
        name: &str,
        make: impl FnOnce() -> Result<Vec<Produced>, Report>,
    ) -> Result<Option<Arc<[u8]>>, Report> {
        let mut state = self.lock();
        loop {
            if let Some(bytes) = state.take(path) {
                return Ok(Some(bytes));
            }
            if !state.at_work.contains(name) {
                break;
            }
            let waited = self.finished.wait(state);
            state = waited.unwrap_or_else(PoisonError::into_inner);
        }
        state.at_work.insert(name.to_owned());
        drop(state);
        let work = Work { made: self, name };
        let files = make()?;
        let found = files.iter().find(|file| file.path == path);
        let found = found.map(|file| Arc::from(file.bytes.as_slice()));
        self.lock().keep(files, ROOM);
        drop(work);
        Ok(found)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing that runs under the lock panics half-way.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Somebody makes an output; over when dropped, however it ended.
struct Work<'made> {
    made: &'made Made,
    name: &'made str,
}

impl Drop for Work<'_> {
    fn drop(&mut self) {
        self.made.lock().at_work.remove(self.name);
        self.made.finished.notify_all();
    }
}

impl State {
    fn take(&mut self, path: &str) -> Option<Arc<[u8]>> {
        self.clock += 1;
        let kept = self.files.get_mut(path)?;
        kept.used = self.clock;
        Some(Arc::clone(&kept.bytes))
    }

    /// Keeps the files of one output; what was not used for longest goes, if that is more than `room`.
    fn keep(&mut self, files: Vec<Produced>, room: usize) {
        self.clock += 1;
        for file in files {
            self.bytes += file.bytes.len();
            let kept = Kept {
                bytes: file.bytes.into(),
                used: self.clock,
            };
            if let Some(before) = self.files.insert(file.path, kept) {
                self.bytes -= before.bytes.len();
            }
        }
        if self.bytes <= room {
            return;
        }
        let mut by_use: Vec<(u64, String)> = self
            .files
            .iter()
            .filter(|(_, kept)| kept.used < self.clock)
            .map(|(path, kept)| (kept.used, path.clone()))
            .collect();
        by_use.sort();
        for (_, path) in by_use {
            if self.bytes <= room {
                return;
            }
            if let Some(gone) = self.files.remove(&path) {
                self.bytes -= gone.bytes.len();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[(&str, usize)]) -> Vec<Produced> {
        let made = paths.iter().map(|(path, size)| Produced {
            path: (*path).to_owned(),
            bytes: vec![0; *size],
        });
        made.collect()
    }

    #[test]
    fn what_was_not_used_for_longest_goes_first_and_the_last_output_stays() {
        let mut state = State::default();
        state.keep(files(&[("a", 4)]), 10);
        state.keep(files(&[("b", 4)]), 10);
        assert!(state.take("a").is_some());
        state.keep(files(&[("c", 4)]), 10);
        assert_eq!(state.files.keys().collect::<Vec<_>>(), ["a", "c"]);
        state.keep(files(&[("d", 8), ("e", 8)]), 10);
        assert_eq!(state.files.keys().collect::<Vec<_>>(), ["d", "e"]);
        state.keep(files(&[("e", 1)]), 10);
        assert_eq!(state.files.keys().collect::<Vec<_>>(), ["d", "e"]);
        assert_eq!(state.bytes, 9);
    }

    #[test]
    fn an_output_is_made_once_and_again_if_it_failed() {
        let made = Made::default();
        let fails = || Err(Report::new());
        assert!(made.file("a", "a", fails).is_err());
        let panics = std::panic::AssertUnwindSafe(|| made.file("a", "a", || unreachable!("a bug")));
        assert!(std::panic::catch_unwind(panics).is_err());
        let first = made.file("a", "a", || Ok(files(&[("a", 1), ("b", 2)])));
        assert_eq!(first.unwrap().unwrap().len(), 1);
        let beside = made.file("b", "a", || unreachable!("it is kept"));
        assert_eq!(beside.unwrap().unwrap().len(), 2);
        let none = made.file("c", "a", || Ok(files(&[("a", 1)])));
        assert!(none.unwrap().is_none());
    }
}
