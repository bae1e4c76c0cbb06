//! A few new files in a folder that is there: all of them, or none.

use super::path;
use super::stage::refused;
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Whether files may take the place of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    Nothing,
    Anything,
}

/// Writes the files into the folder. Each is written beside its place first and takes it when all are
/// complete, so that a full disk leaves what was there.
pub fn new_files(folder: &Path, files: &[(String, Vec<u8>)], over: Over) -> Result<(), Report> {
    let mut report = Report::new();
    for (name, _) in files {
        let target = folder.join(name);
        let stands = fs::symlink_metadata(&target).ok();
        if let Err(problem) = path::check(name) {
            report.push(problem);
        } else if over == Over::Nothing && stands.is_some() {
            report.push(there_already(&target));
        } else if stands.is_some_and(|it| it.is_dir()) {
            report.push(refused(&shown(&target), &ErrorKind::IsADirectory.into()));
        }
    }
    if report.has_errors() {
        return Err(report);
    }
    let mut written: Vec<(PathBuf, PathBuf)> = Vec::new();
    for (name, bytes) in files {
        let (target, beside) = (folder.join(name), folder.join(format!(".{name}.sala-new")));
        let done = write(&beside, bytes);
        written.push((beside, target));
        if let Err(error) = done {
            return Err(taken_back(&written, &error));
        }
    }
    for (done, (beside, target)) in written.iter().enumerate() {
        if let Err(error) = take_place(beside, target, over) {
            // None of these was there before.
            for (_, target) in written[..done].iter().filter(|_| over == Over::Nothing) {
                let _ = fs::remove_file(target);
            }
            return Err(taken_back(&written, &error));
        }
    }
    Ok(())
}

fn write(beside: &Path, bytes: &[u8]) -> io::Result<()> {
    // Left there by a run that was killed.
    match fs::remove_file(beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = File::create_new(beside)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn take_place(beside: &Path, target: &Path, over: Over) -> io::Result<()> {
    if over == Over::Nothing && fs::symlink_metadata(target).is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    fs::rename(beside, target)
}

/// What could not be written, once nothing is left of what was.
fn taken_back(written: &[(PathBuf, PathBuf)], error: &io::Error) -> Report {
    for (beside, _) in written {
        let _ = fs::remove_file(beside);
    }
    let target = written.last().map(|(_, target)| target.as_path());
    let shown = shown(target.unwrap_or(Path::new("")));
    Report::of(refused(&shown, error))
}

fn there_already(path: &Path) -> Diagnostic {
    let shown = shown(path);
    diagnostic!(
        codes::tables::ALREADY_THERE,
        Place::file(&shown),
        path = &shown
    )
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(path: &Path) -> Option<String> {
        fs::read_to_string(path).ok()
    }

    #[test]
    fn files_are_written_all_or_none_and_over_others_only_when_asked() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = |text: &str| {
            vec![
                ("a.toml".to_owned(), text.into()),
                ("b.csv".to_owned(), text.into()),
            ]
        };
        assert!(new_files(folder.path(), &files("1"), Over::Nothing).is_ok());
        fs::remove_file(folder.path().join("a.toml")).expect("it goes");
        assert!(new_files(folder.path(), &files("2"), Over::Nothing).is_err());
        assert_eq!(text(&folder.path().join("a.toml")), None);
        assert_eq!(text(&folder.path().join("b.csv")).as_deref(), Some("1"));
        assert!(new_files(folder.path(), &files("3"), Over::Anything).is_ok());
        assert_eq!(text(&folder.path().join("b.csv")).as_deref(), Some("3"));
        // Where one cannot be written, none is left.
        fs::create_dir(folder.path().join("c.csv")).expect("a folder in its place");
        let more = vec![
            ("d.csv".to_owned(), b"4".to_vec()),
            ("c.csv".to_owned(), b"4".to_vec()),
        ];
        assert!(new_files(folder.path(), &more, Over::Anything).is_err());
        let mut left: Vec<String> = fs::read_dir(folder.path())
            .expect("it is read")
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        left.sort();
        assert_eq!(left, ["a.toml", "b.csv", "c.csv"]);
    }
}
