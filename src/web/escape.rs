//! Text as it stands in HTML and XML.

use std::borrow::Cow;

/// The bytes that what changes begins with. U+FFFE and U+FFFF begin with EF, U+0080 to U+009F with C2, as
/// few characters do.
const MAY_CHANGE: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        bytes[at] = matches!(
            at as u8,
            b'&' | b'<' | b'>' | b'"' | b'\'' | 0..=8 | 11 | 12 | 14..=31 | 0x7F | 0xC2 | 0xEF
        );
        at += 1;
    }
    bytes
};

/// Escapes `&`, `<`, `>`, `"` and `'`. What no XML document may
/// hold (XML 1.0, 2.2), and every other control character, is `�`.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|byte| MAY_CHANGE[usize::from(byte)]) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0'..='\u{8}'
            | '\u{B}'
            | '\u{C}'
            | '\u{E}'..='\u{1F}'
            | '\u{7F}'..='\u{9F}'
            | '\u{FFFE}'
            | '\u{FFFF}' => {
                out.push('\u{FFFD}');
            }
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Appends `text`, escaped in the same way.
pub(super) fn push_escaped(text: &str, out: &mut String) {
    out.push_str(&escape(text));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_reads_as_markup_or_not_at_all_does_not_pass() {
        assert_eq!(
            escape("a&<>\"'\u{1}\u{1b}\u{ffff}\u{feff}\tក"),
            "a&amp;&lt;&gt;&quot;&#39;\u{fffd}\u{fffd}\u{fffd}\u{feff}\tក"
        );
        assert!(matches!(escape("ទឹក\n១០០៛"), Cow::Borrowed(_)));
    }
}
