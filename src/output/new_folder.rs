//! A new folder with files in it, for a campaign that begins.

use super::path;
use super::stage::refused;
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use std::fs;
use std::io::{Error, ErrorKind};
use std::path::Path;

/// Makes `folder`, which must be missing or empty, and writes the files into it.
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
    for (name, bytes) in content {
        path::check(name)?;
        let target = folder.join(name);
        let parent = target.parent().unwrap_or(folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&target, bytes))
            .map_err(|error| refused(&error))?;
    }
    Ok(())
}
