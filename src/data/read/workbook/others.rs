//! What is no workbook that is read, by how it begins or by its parts → what it is.

use super::refusal::Refusal;

/// What looks like a beginning is looked for so far down: declarations and comments may stand before it.
const LOOKED_AT: usize = 2048;

/// Files whose first bytes say what they are.
pub(super) fn by_beginning(bytes: &[u8]) -> Option<Refusal> {
    if bytes.starts_with(b"%PDF") {
        return Some(Refusal::Document(".pdf"));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let is_wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    // Letters of a page in UTF-16 stand apart, with nothing between them.
    let head: Vec<u8> = head.iter().copied().filter(|byte| *byte != 0).collect();
    let is_text = is_wide || !bytes[..bytes.len().min(LOOKED_AT)].contains(&0);
    if !is_text {
        return None;
    }
    let head = String::from_utf8_lossy(&head).to_ascii_lowercase();
    if head.contains("urn:schemas-microsoft-com:office:spreadsheet")
        || head.contains("progid=\"excel.sheet\"")
    {
        return Some(Refusal::Xml);
    }
    if ["<html", "<!doctype html", "<table", "<meta"]
        .iter()
        .any(|mark| head.contains(mark))
    {
        return Some(Refusal::Html);
    }
    // An archive whose beginning is damaged is no text.
    let is_zip = bytes.starts_with(b"PK");
    let is_written = is_wide || simdutf8::basic::from_utf8(bytes).is_ok();
    (!is_zip && is_written && !bytes.contains(&0) || is_wide).then_some(Refusal::Text)
}

/// Archives of other programs.
pub(super) fn by_parts(has: impl Fn(&str) -> bool) -> Option<Refusal> {
    let kinds = [
        ("Index/Document.iwa", Refusal::Numbers),
        ("Index.zip", Refusal::Numbers),
        ("word/document.xml", Refusal::Document(".docx")),
        ("ppt/presentation.xml", Refusal::Document(".pptx")),
    ];
    let found = kinds.into_iter().find(|(part, _)| has(part));
    found.map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_workbook_is_known_by_how_it_begins() {
        let wide = |text: &str| -> Vec<u8> {
            let text = format!("\u{feff}{text}");
            text.encode_utf16().flat_map(u16::to_le_bytes).collect()
        };
        for (bytes, expected) in [
            (b"%PDF-1.7\n%\xE2".to_vec(), Some(Refusal::Document(".pdf"))),
            (b"\xEF\xBB\xBF<html><body>".to_vec(), Some(Refusal::Html)),
            (b"\r\n<TABLE border=1>".to_vec(), Some(Refusal::Html)),
            (wide("<html xmlns:x=\"a\">"), Some(Refusal::Html)),
            (
                b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>".to_vec(),
                Some(Refusal::Xml),
            ),
            ("លេខកូដ,amount\n1,2\n".into(), Some(Refusal::Text)),
            (wide("code\tamount\n"), Some(Refusal::Text)),
            (b"PK\x03\x04".to_vec(), None),
            (b"\x00\x01\xFF".to_vec(), None),
            (b"caf\xE9,1\n".to_vec(), None),
        ] {
            assert_eq!(by_beginning(&bytes), expected, "{bytes:?}");
        }
    }
}
