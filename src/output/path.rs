//! Which paths may stand in a site: those that every host, every computer and every USB stick can
//! hold, and that cannot lead out of the output folder.
//!
//! In: a path with `/`. Out: nothing, or why not. It does not know the disk.

use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use crate::files::name;
use std::path::{Path, PathBuf};

/// Leaves room for the folder that somebody unpacks the site into.
const LONGEST_PATH: usize = 1024;

/// Accepts a relative path with `/` between its names.
pub fn check(path: &str) -> Result<(), Diagnostic> {
    match wrong_with(path) {
        None => Ok(()),
        Some(reason) => Err(diagnostic!(
            codes::output::PATH,
            Place::file(path.escape_debug().to_string()),
            path = path.escape_debug(),
            reason = reason
        )),
    }
}

/// Whether [`check`] accepts the path.
pub(super) fn is_fit(path: &str) -> bool {
    wrong_with(path).is_none()
}

fn wrong_with(path: &str) -> Option<&'static str> {
    let first = path.split('/').next().unwrap_or(path);
    if path.len() > LONGEST_PATH {
        Some("the path is too long")
    } else if first.eq_ignore_ascii_case(super::MANIFEST) {
        Some("the name is kept for `sala` itself")
    } else {
        path.split('/').find_map(name::unfit)
    }
}

/// The file at `path`, with the separators of this system between its names: on Windows a long path
/// knows no other.
pub(super) fn below(folder: &Path, path: &str) -> PathBuf {
    let mut below = folder.to_owned();
    below.extend(path.split('/'));
    below
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_paths_are_accepted() {
        for path in [
            "index.html",
            "ទឹកស្អាត/index.html",
            ".htaccess",
            "com/index.html",
            "console.html",
            "a/b.c/d",
            "com10",
        ] {
            assert!(check(path).is_ok(), "{path}");
        }
    }

    #[test]
    fn paths_that_a_computer_refuses_or_that_lead_out_are_refused() {
        let long_name = "ក".repeat(86);
        let long_path = "abcdefghi/".repeat(110) + "x";
        for path in [
            "",
            "/etc/passwd",
            "a//b",
            "a/",
            "../x",
            "a/../../x",
            "./x",
            "a\\b",
            "a\nb",
            "a\u{7f}",
            "c:/x",
            "a?b",
            "CON",
            "nul.txt",
            "a/Aux",
            "lpt¹.html",
            "COM1.tar.gz",
            "con .txt",
            "dot.",
            "space ",
            ".sala",
            ".Sala",
            ".sala/x",
            &long_name,
            &long_path,
        ] {
            let refused = check(path).expect_err(path);
            assert_eq!(refused.code.id, "E321");
        }
    }
}
