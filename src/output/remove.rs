//! Removes files and folders of a tree, many at a time.
//!
//! In: a tree, and what is to go from it. Out: nothing, or why something could not be removed. It does
//! not know why it goes.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::path::below;
use super::platform;

/// How many files are removed at a time, and how many are worth a thread.
///
/// A disk that is told of every block that becomes free (ext4 with `discard` and without a journal)
/// takes milliseconds over one and does many at once: ten thousand pages took 27 s one after the other,
/// 10 s two at a time, 0.7 s thirty-two at a time.
const AT_ONCE: usize = 32;
const WORTH_A_THREAD: usize = 16;

/// Removes these files of the tree; one that has gone already is no error.
pub(super) fn files<P: AsRef<str> + Sync>(tree: &Path, paths: &[P]) -> io::Result<()> {
    all(paths, |path| {
        has_gone(platform::remove_file(&below(tree, path.as_ref())))
    })
}

/// Removes these folders of the tree, those in others first. One that holds something stays: another
/// program put it there just now.
pub(super) fn folders(tree: &Path, mut paths: Vec<&str>) -> io::Result<()> {
    let depth = |path: &&str| path.matches('/').count();
    paths.sort_by_key(|path| std::cmp::Reverse(depth(path)));
    paths
        .chunk_by(|one, other| depth(one) == depth(other))
        .try_for_each(|level| {
            all(level, |path| match std::fs::remove_dir(below(tree, path)) {
                Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => Ok(()),
                done => has_gone(done),
            })
        })
}

fn has_gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(())
        }
        done => done,
    }
}

/// Does it to all, many at a time; tells the error of the first in order.
fn all<Item: Sync>(items: &[Item], act: impl Fn(&Item) -> io::Result<()> + Sync) -> io::Result<()> {
    let next = AtomicUsize::new(0);
    let first: Mutex<Option<(usize, io::Error)>> = Mutex::default();
    let work = || {
        while let Some((at, item)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            items.get(at).map(|item| (at, item))
        } {
            if let Err(error) = act(item) {
                let mut first = first.lock().expect("nothing panics that holds it");
                if first.as_ref().is_none_or(|(before, _)| at < *before) {
                    *first = Some((at, error));
                }
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..AT_ONCE.min(items.len() / WORTH_A_THREAD) {
            // Without a thread the others have more to do.
            let _ = std::thread::Builder::new().spawn_scoped(scope, work);
        }
        work();
    });
    match first.into_inner().expect("nothing panics that holds it") {
        Some((_, error)) => Err(error),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_is_to_go_goes_and_nothing_else() {
        let root = tempfile::tempdir().unwrap();
        let folder = |number: usize| format!("a/{}/{number}", number % 7);
        for number in 0..200 {
            fs::create_dir_all(root.path().join(folder(number))).unwrap();
            fs::write(root.path().join(folder(number)).join("x"), "x").unwrap();
        }
        fs::write(root.path().join("a/3/stays"), "").unwrap();
        let paths: Vec<String> = (0..210)
            .map(|number| format!("{}/x", folder(number)))
            .collect();
        files(root.path(), &paths).unwrap();
        let mut names: Vec<String> = (0..200).map(folder).collect();
        names.extend((0..7).map(|number| format!("a/{number}")));
        names.push("a".to_owned());
        folders(root.path(), names.iter().map(String::as_str).collect()).unwrap();
        let left = |folder: &str| -> Vec<String> {
            let entries = fs::read_dir(root.path().join(folder)).unwrap();
            let names = entries.map(|entry| entry.unwrap().file_name());
            names
                .map(|name| name.to_string_lossy().into_owned())
                .collect()
        };
        assert_eq!(
            (left("a"), left("a/3")),
            (vec!["3".into()], vec!["stays".into()])
        );
    }

    #[test]
    fn the_first_that_cannot_go_is_told_and_the_others_go() {
        let root = tempfile::tempdir().unwrap();
        let names: Vec<String> = (0..100).map(|number| number.to_string()).collect();
        for name in &names {
            fs::write(root.path().join(name), "").unwrap();
        }
        for name in ["40", "70"] {
            fs::remove_file(root.path().join(name)).unwrap();
            fs::create_dir(root.path().join(name)).unwrap();
        }
        files(root.path(), &names).unwrap_err();
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 2);
    }
}
