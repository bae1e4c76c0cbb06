//! Pictures that authors put beside their pages: their sizes, so that a page does not jump when one
//! arrives.

use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::files::Files;
use imagesize::ImageError;
use std::collections::BTreeMap;
use std::io::{BufReader, ErrorKind};

const ENDINGS: [&str; 6] = [".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"];

/// Width and height in pixels of every picture in `content/` and `static/`, by the path it is
/// published at. A file that is no picture although its name says so is reported.
pub fn sizes(files: &Files, report: &mut Report) -> BTreeMap<String, (u32, u32)> {
    let mut sizes = BTreeMap::new();
    for folder in ["content/", "static/"] {
        for path in files.under(folder) {
            let lower = path.to_lowercase();
            if !ENDINGS.iter().any(|ending| lower.ends_with(ending)) {
                continue;
            }
            let mut opened = match files.open(path) {
                Ok(opened) => opened,
                Err(problem) => {
                    report.push(problem);
                    continue;
                }
            };
            // The size stands near the beginning; a photo has megabytes after it.
            let size = imagesize::reader_size(BufReader::new(&mut opened));
            if let Err(ImageError::IoError(error)) = &size
                && error.kind() != ErrorKind::UnexpectedEof
            {
                report.push(opened.unreadable(error));
                continue;
            }
            let size = size.ok().and_then(|size| {
                let width = u32::try_from(size.width).ok()?;
                Some((width, u32::try_from(size.height).ok()?))
            });
            match size {
                Some(size) => {
                    sizes.insert(path[folder.len()..].to_owned(), size);
                }
                None => report.push(diagnostic!(codes::files::BAD_IMAGE, Place::file(path))),
            }
        }
    }
    sizes
}
