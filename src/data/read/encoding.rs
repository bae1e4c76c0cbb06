//! The bytes of a text file → its text, in each encoding that a spreadsheet program writes.
//!
//! What is no text at all, but a workbook by another name, is told as that.

use super::workbook::is_workbook;
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use crate::files::Files;
use std::borrow::Cow;

/// The text, each line of it ended, the last one too.
pub(super) fn text(path: &str, files: &Files) -> Result<String, Diagnostic> {
    let bytes = files.read(path)?;
    let place = || Place::file(path);
    if is_workbook(&bytes) {
        return Err(diagnostic!(codes::cells::WORKBOOK_AS_TEXT, place()));
    }
    let mut text = match bytes.as_slice() {
        // Excel calls it `Unicode Text`.
        [0xFF, 0xFE, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        bytes => Some(Cow::Borrowed(bytes)),
    }
    .ok_or_else(|| diagnostic!(codes::cells::BROKEN_UTF_16, place()))
    .and_then(|bytes| files.decoded(path, &bytes))?;
    if memchr::memchr(b'\n', text.as_bytes()).is_none() && text.contains('\r') {
        text = text.replace('\r', "\n");
    }
    // The number of a last row that is not ended cannot be told.
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}

/// The same in UTF-8, if nothing of it is cut off.
fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<Cow<'static, [u8]>> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    let text = text.ok().filter(|_| rest.is_empty())?;
    Some(Cow::Owned(text.into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<String, String> {
        let files = Files::in_memory([("data/a.csv", bytes)]);
        text("data/a.csv", &files).map_err(|problem| problem.code.id.to_owned())
    }

    fn units(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let marked = format!("\u{feff}{text}");
        marked.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn each_encoding_of_excel_gives_the_same_text() {
        let text = "code;ឈ្មោះ\n1;𝟙";
        let expected = Ok(format!("{text}\n"));
        assert_eq!(read(text.as_bytes()), expected);
        assert_eq!(read(format!("\u{feff}{text}").as_bytes()), expected);
        assert_eq!(read(&units(text, u16::to_le_bytes)), expected);
        assert_eq!(read(&units(text, u16::to_be_bytes)), expected);
        assert_eq!(read(text.replace('\n', "\r").as_bytes()), expected);
    }

    #[test]
    fn a_text_that_is_cut_off_is_no_text() {
        let whole = units("ក𝟙", u16::to_le_bytes);
        assert!(read(&whole).is_ok());
        for length in [3, 5, 6, 7] {
            assert_eq!(read(&whole[..length]), Err("E641".to_owned()), "{length}");
        }
        let with_nul = units("a\0", u16::to_le_bytes);
        assert_eq!(read(&with_nul), Err("E01".to_owned()));
        assert_eq!(read(b""), Ok(String::new()));
    }
}
