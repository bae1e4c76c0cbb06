//! The quotation marks of a CSV text → the first one that is not closed, or that is closed too early.
//!
//! Whoever reads such a text reads on, over the ends of lines, and takes many rows for one cell. Only
//! the marks are looked at, each once.

use std::ops::Range;

/// What is wrong with the quotation marks of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Misquoted {
    /// This mark is never closed.
    Open(Range<usize>),
    /// Something follows behind the mark that closes a cell.
    Closed(Range<usize>),
}

/// The first of them that is wrong. A mark within a cell that does not begin with one is a letter.
pub(super) fn first_misquoted(text: &str, delimiter: u8) -> Option<Misquoted> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'"', &bytes[at..]) {
        let opens = at + found;
        at = opens + 1;
        let before = opens.checked_sub(1).map(|at| bytes[at]);
        if !before.is_none_or(|before| ends_a_cell(before, delimiter)) {
            continue;
        }
        loop {
            let Some(closes) = memchr::memchr(b'"', &bytes[at..]) else {
                return Some(Misquoted::Open(opens..opens + 1));
            };
            let closes = at + closes;
            at = closes + 1;
            match bytes.get(at) {
                // Two of them stand for one within the cell.
                Some(b'"') => at += 1,
                Some(next) if !ends_a_cell(*next, delimiter) => {
                    return Some(Misquoted::Closed(closes..closes + 1));
                }
                _ => break,
            }
        }
    }
    None
}

fn ends_a_cell(byte: u8, delimiter: u8) -> bool {
    byte == delimiter || matches!(byte, b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_that_is_not_closed_or_closed_too_early_is_found() {
        let first = |text: &str| first_misquoted(text, b',');
        for right in [
            "",
            "a,b\n",
            "\"a\",\"b,c\"\n",
            "\"a \"\"b\"\"\",c\r\n",
            "5\" pipe,a \"b\" c\n",
            "\"a\nb\",c\n",
            "a,\"\"",
        ] {
            assert_eq!(first(right), None, "{right}");
        }
        assert_eq!(first("a,\"b\nc,d\n"), Some(Misquoted::Open(2..3)));
        assert_eq!(first("\"\"\""), Some(Misquoted::Open(0..1)));
        assert_eq!(first("\"a\"b,c\n"), Some(Misquoted::Closed(2..3)));
        // The mark that was forgotten is closed by the next one that opens.
        assert_eq!(
            first("1,\"ab,5\n2,\"cd\",6\n"),
            Some(Misquoted::Closed(10..11))
        );
    }
}
