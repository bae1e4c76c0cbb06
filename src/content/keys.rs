//! A line → the key of a setting that it begins with, and whether anything knows that key.

use super::fields::{PAGE, SECTION};
use crate::schema::{Means, is_blank};

/// Signs that a slip of the finger leaves beside a key.
pub(super) const SLIPS: [char; 10] = ['"', '\'', '“', '”', '‘', '’', '=', ':', ',', ';'];

/// The key that a line begins with, and the sign behind it, `=` or `:`.
pub(super) fn key_and_sign(line: &str) -> Option<(&str, char)> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let is_sign = |c: char| matches!(c, '=' | '＝' | ':' | '：');
    let line = line.trim_start_matches(SLIPS);
    // The signs of full width begin with one byte.
    let mut begins = memchr::memchr3_iter(b'=', b':', 0xEF, line.as_bytes());
    let sign = begins.find(|at| line[*at..].starts_with(is_sign));
    let khmer = memchr::memmem::find(line.as_bytes(), "៖".as_bytes());
    let at = sign.into_iter().chain(khmer).min()?;
    let (head, rest) = line.split_at(at);
    // A letter too many is a slip of the finger, a word too many is text.
    let head = head.trim_matches(is_blank);
    let head = head.trim_start_matches(|c: char| !c.is_ascii() && c.is_alphanumeric());
    let length = head.find(|c| !is_name(c)).unwrap_or(head.len());
    let (key, slip) = head.split_at(length);
    let begins = key.starts_with(|c: char| c.is_ascii_alphabetic());
    let has_word = match slip.contains(' ') {
        true => slip.contains(char::is_alphanumeric),
        false => slip.contains(|c: char| c.is_ascii_alphanumeric()),
    };
    if !begins || has_word {
        return None;
    }
    let key = key.trim_end_matches('-');
    let sign = rest.chars().next()?;
    let after = &rest[sign.len_utf8()..];
    match sign {
        '=' | '＝' => Some((key, '=')),
        // `https://` is no setting.
        _ if after.starts_with("//") => None,
        _ => Some((key, ':')),
    }
}

/// The name of a setting that a line begins with.
pub(super) fn key_of(line: &str) -> Option<&str> {
    key_and_sign(line).map(|(key, _)| key)
}

/// Whether a page or a section has this setting, or pages of other programs have it.
pub(super) fn is_known(key: &str) -> bool {
    PAGE.is_setting(key) || SECTION.is_setting(key)
}

/// Whether it is a setting of ours, or means one.
pub(super) fn has_effect(key: &str) -> bool {
    [&PAGE, &SECTION]
        .into_iter()
        .any(|schema| match schema.means(key) {
            None => schema.is_setting(key),
            Some(means) => matches!(means, Means::Field(_) | Means::Not(_) | Means::Below(_)),
        })
}
