//! Text as it stands in HTML and XML.

use std::borrow::Cow;

/// Escapes `&`, `<`, `>`, `"` and `'`.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    let special = |byte: u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    if !text.bytes().any(special) {
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
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Appends `text`, escaped in the same way.
pub(super) fn push_escaped(text: &str, out: &mut String) {
    out.push_str(&escape(text));
}
