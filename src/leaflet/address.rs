//! An address as it stands on paper → where its lines may end.

/// An address with a place to break after each of its marks; before a hyphen, which some readers of the
/// file take for one of theirs where a line ends with it.
pub(super) fn breakable(address: &str) -> String {
    let mut out = String::with_capacity(address.len() + 32);
    let mut characters = address.chars().peekable();
    while let Some(character) = characters.next() {
        if character == '-' {
            out.push('\u{200b}');
        }
        out.push(character);
        let breaks = matches!(character, '/' | '.' | '_' | '?' | '&' | '=' | '#' | '%');
        if breaks && !matches!(characters.peek(), None | Some('/' | '-')) {
            out.push('\u{200b}');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_an_address_end_after_its_marks_and_at_no_hyphen() {
        for (address, expected) in [
            ("sala.example", "sala.|example"),
            ("sala.example/", "sala.|example/"),
            ("https://a.example/b", "https://|a.|example/|b"),
            ("a-b/-c_d", "a|-b/|-c_|d"),
            ("a/?q=1&r=%20#e", "a/|?|q=|1&|r=|%|20#|e"),
            ("", ""),
        ] {
            let found = breakable(address).replace('\u{200b}', "|");
            assert_eq!(found, expected, "{address}");
        }
    }
}
