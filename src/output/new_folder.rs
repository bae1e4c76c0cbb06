//! A new folder with files in it, for a campaign that begins.

use super::path;
use super::stage::refused;
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use std::fs::{self, File};
use std::io::{self, Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Makes `folder`, which must be missing or empty, and writes the files into it: all of them, or none.
pub fn new_folder<B: AsRef<[u8]>>(
    folder: &Path,
    content: &[(String, B)],
) -> Result<(), Diagnostic> {
    let shown = folder.to_string_lossy().replace('\\', "/");
    let refused = |error: &Error| refused(&shown, error);
    match fs::read_dir(folder) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                return Err(diagnostic!(
                    codes::output::NOT_EMPTY,
                    Place::file(&shown),
                    path = &shown
                ));
            }
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(refused(&error)),
    }
    let mut made = Made::default();
    for (name, bytes) in content {
        path::check(name)?;
        if let Err(error) = made.write(folder, &folder.join(name), bytes.as_ref()) {
            made.take_back();
            return Err(refused(&error));
        }
    }
    Ok(())
}

/// What stands there since the run began.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    fn write(&mut self, folder: &Path, target: &Path, bytes: &[u8]) -> io::Result<()> {
        self.make_folder(target.parent().unwrap_or(folder))?;
        // Whatever stands there by now is somebody else's.
        let mut file = File::create_new(target)?;
        self.files.push(target.to_owned());
        file.write_all(bytes)
    }

    fn make_folder(&mut self, folder: &Path) -> io::Result<()> {
        if folder == Path::new("") || folder.is_dir() {
            return Ok(());
        }
        if let Some(parent) = folder.parent() {
            self.make_folder(parent)?;
        }
        fs::create_dir(folder)?;
        self.folders.push(folder.to_owned());
        Ok(())
    }

    /// Half a campaign would be in the way of the next attempt.
    fn take_back(self) {
        for file in self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}
