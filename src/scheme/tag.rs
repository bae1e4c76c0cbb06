//! A tag of HTML as it was written → its name, its attributes and their values, parted as browsers part
//! them (HTML, 13.2.5), so that an address in it can be judged.
//!
//! It knows no elements and keeps nothing.

use std::borrow::Cow;

/// Blanks around an address and line ends in it are none of it.
pub fn as_browsers_read(value: &str) -> String {
    let blank = |c: char| c <= ' ';
    let inner = value.trim_matches(blank);
    inner
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect()
}

/// The name at the beginning of a tag, as written, and what follows it.
pub fn name_of(tag: &str) -> (&str, &str) {
    let end = tag.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
    tag.split_at(end.unwrap_or(tag.len()))
}

/// The first attribute with its value as written, and what follows it; as browsers part them.
pub fn attribute(tag: &str) -> Option<(&str, &str, &str)> {
    let tag = tag.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
    if tag.is_empty() || tag.starts_with('>') {
        return None;
    }
    let first = tag.chars().next().map_or(1, char::len_utf8);
    let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=');
    let end = tag[first..].find(ends).map_or(tag.len(), |at| first + at);
    let (name, rest) = tag.split_at(end);
    let after = rest.trim_start_matches(|c: char| c.is_ascii_whitespace());
    let Some(value) = after.strip_prefix('=') else {
        return Some((name, "", rest));
    };
    let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace());
    for quote in ['"', '\''] {
        if let Some(value) = value.strip_prefix(quote) {
            let (value, rest) = value.split_once(quote).unwrap_or((value, ""));
            return Some((name, value, rest));
        }
    }
    let end = value.find(|c: char| c.is_ascii_whitespace() || c == '>');
    let (value, rest) = value.split_at(end.unwrap_or(value.len()));
    Some((name, value, rest))
}

/// The value with its references resolved: numbers, and the names of what can stand in a scheme or
/// before it.
pub fn decoded(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        match reference(rest) {
            Some((character, length)) => {
                out.push(character);
                rest = &rest[length..];
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character that a reference behind its `&` stands for, and the length of the reference.
fn reference(text: &str) -> Option<(char, usize)> {
    const NAMED: &[(&str, char)] = &[
        ("Tab;", '\t'),
        ("NewLine;", '\n'),
        ("colon;", ':'),
        ("sol;", '/'),
        ("bsol;", '\\'),
        ("num;", '#'),
        ("quest;", '?'),
        ("period;", '.'),
        ("comma;", ','),
        ("semi;", ';'),
        ("lpar;", '('),
        ("rpar;", ')'),
        ("nbsp", '\u{a0}'),
        ("shy", '\u{ad}'),
        ("ZeroWidthSpace;", '\u{200b}'),
        ("NoBreak;", '\u{2060}'),
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos;", '\''),
    ];
    if let Some(number) = text.strip_prefix('#') {
        let (digits, radix, before) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16, 2),
            None => (number, 10, 1),
        };
        let end = digits
            .find(|c: char| !c.is_digit(radix))
            .unwrap_or(digits.len());
        let code = u32::from_str_radix(&digits[..end], radix).ok()?;
        let closed = usize::from(digits[end..].starts_with(';'));
        return Some((char::from_u32(code)?, before + end + closed));
    }
    let (name, character) = NAMED.iter().find(|(name, _)| text.starts_with(name))?;
    if name.ends_with(';') {
        return Some((*character, name.len()));
    }
    // `?a=1&lt=2` holds no reference (HTML, 13.2.5.73).
    match text[name.len()..].chars().next() {
        Some(';') => Some((*character, name.len() + 1)),
        Some(next) if next == '=' || next.is_ascii_alphanumeric() => None,
        _ => Some((*character, name.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_in_a_value_is_read_as_browsers_read_it() {
        for (written, read) in [
            ("?a=1&lt=2&gtx&amplitude=3", "?a=1&lt=2&gtx&amplitude=3"),
            ("?a&amp;b&amp&lt;c&quot", "?a&b&<c\""),
            ("?a&nbsp;b&shy-c", "?a\u{a0}b\u{ad}-c"),
            ("java&Tab;script&colon;&#120;&#x79", "java\tscript:xy"),
            ("&lt&gt", "<>"),
        ] {
            assert_eq!(decoded(written), read, "{written}");
        }
    }
}
