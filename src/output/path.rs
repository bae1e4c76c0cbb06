//! Which paths may stand in a site: those that every host, every computer and every USB stick can
//! hold, and that cannot lead out of the output folder.
//!
//! In: a path with `/`. Out: nothing, or why not. It does not know the disk.

use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};

/// What ext4, APFS and NTFS allow in one name; a Khmer letter takes three bytes.
const LONGEST_NAME: usize = 255;
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
        path.split('/').find_map(what_is_wrong)
    }
}

fn what_is_wrong(name: &str) -> Option<&'static str> {
    let forbidden = |c: char| matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    if name.is_empty() {
        Some("a name in it is empty")
    } else if name == "." || name == ".." {
        Some("it leads out of the folder")
    } else if name.len() > LONGEST_NAME {
        Some("a name in it is too long")
    } else if name.chars().any(char::is_control) {
        Some("it holds a control character")
    } else if name.contains(forbidden) {
        Some("it holds one of `\\ : * ? \" < > |`")
    } else if name.ends_with(['.', ' ']) {
        Some("a name in it ends with a dot or a space")
    } else if is_device(name) {
        Some("Windows keeps the name for a device")
    } else {
        None
    }
}

/// `CON`, `nul.txt`, `COM1.tar.gz`: Windows opens a device whatever stands after the dot.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    let stem = stem.to_ascii_lowercase();
    match stem.as_str() {
        "con" | "prn" | "aux" | "nul" | "conin$" | "conout$" => true,
        _ => ["com", "lpt"].iter().any(|port| {
            stem.strip_prefix(port).is_some_and(|digit| {
                matches!(
                    digit,
                    "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
                )
            })
        }),
    }
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
