//! A file that a command line names, wherever it lies → its bytes or its text.

use super::{LARGEST, decoded, reason};
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The text of a file that a command line names, wherever it lies; as [`Files::text`].
pub fn text_of(path: &Path) -> Result<String, Diagnostic> {
    let bytes = bytes_of(path)?;
    decoded(&bytes, || Place::file(path.to_string_lossy()))
}

/// Its bytes; as [`Files::read`].
pub fn bytes_of(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let place = || Place::file(path.to_string_lossy());
    let mut bytes = Vec::new();
    // It may be a pipe, and a pipe may never end.
    let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    match read {
        Ok(length) if length as u64 > LARGEST => {
            let (size, most) = (length.div_ceil(1 << 20), LARGEST >> 20);
            let place = place();
            Err(diagnostic!(
                codes::files::TOO_LARGE,
                place,
                size = size,
                most = most
            ))
        }
        Ok(_) => Ok(bytes),
        Err(error) => {
            let reason = reason(Some(&error));
            Err(diagnostic!(
                codes::files::UNREADABLE,
                place(),
                reason = reason
            ))
        }
    }
}
