//! What a file may be called: on Linux, on macOS, on Windows and in archives, since a campaign and its
//! site go from one to the other.
//!
//! In: a name or a path. Out: what is wrong with it, and what is the same name elsewhere. It does not
//! know the disk.

use unicode_normalization::UnicodeNormalization;

/// What ext4, APFS and NTFS allow in one name; a Khmer letter takes three bytes.
const LONGEST_NAME: usize = 255;

/// Why no file can have this name on every computer, if so.
pub fn unfit(name: &str) -> Option<&'static str> {
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

/// What is the same of all names that macOS or Windows takes for one: capital letters and small ones,
/// and both ways to write a letter with its accent.
pub fn alike(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    // There and back, so that `ß` is the same as `SS`.
    let large: String = path.nfd().flat_map(char::to_uppercase).collect();
    large.chars().flat_map(char::to_lowercase).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_computer_takes_for_one_are_alike() {
        for (left, right) in [
            ("a/Water.html", "A/water.HTML"),
            ("caf\u{e9}", "cafe\u{301}"),
            ("CAF\u{c9}", "cafe\u{301}"),
            ("stra\u{df}e", "STRASSE"),
            ("\u{c5}", "\u{212b}"),
            ("\u{3c3}", "\u{3c2}"),
            ("\u{1e9b}\u{323}", "\u{1e69}"),
            ("ទឹក-A", "ទឹក-a"),
        ] {
            assert_eq!(alike(left), alike(right), "{left} {right}");
        }
        for (left, right) in [("a", "b"), ("e", "\u{e9}"), ("ទឹក", "ទិក"), ("\u{fb01}", "f")]
        {
            assert_ne!(alike(left), alike(right), "{left} {right}");
        }
    }
}
