//! One look at a text: most of it holds nothing but letters, digits and common punctuation, and needs no
//! other.

/// Whether a sign stands in these words that may be a mark of Markdown, or part of an address.
pub(super) fn may_hold_marks(words: &str) -> bool {
    any(words.as_bytes(), is_mark)
}

/// Whether any of the bytes is such a one. No answer depends on another and none ends the look, so that the
/// processor takes sixteen at once.
#[inline(always)]
pub(super) fn any(bytes: &[u8], is_one: impl Fn(u8) -> bool) -> bool {
    let look = |piece: &[u8; PIECE]| u128::from_ne_bytes(piece.map(|byte| u8::from(is_one(byte))));
    let (pieces, rest) = bytes.as_chunks::<PIECE>();
    let found = pieces.iter().fold(0, |found, piece| found | look(piece));
    match bytes.last_chunk::<PIECE>() {
        Some(last) => found | look(last) != 0,
        None => rest.iter().any(|byte| is_one(*byte)),
    }
}

const PIECE: usize = 16;

/// `# & * :` and `@ < = [ ] _ { | ~` with what stands between them, the tab between columns, the `w` of
/// `www.`, and what signs of full width begin with.
fn is_mark(byte: u8) -> bool {
    let is_within = |first: u8, last: u8| byte.wrapping_sub(first) <= last - first;
    is_within(b'#', b'&')
        | (byte == b'*')
        | is_within(b':', b'@')
        | is_within(b'[', b'_')
        | is_within(b'{', b'~')
        | (byte == b'\t')
        | (byte == b'w')
        | (byte == 0xEF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_seen_wherever_it_stands() {
        let marks = "#&*:@<=[]_{|~\tw＝";
        for length in [0, 1, 15, 16, 17, 31, 32, 40, 100] {
            let words = "a".repeat(length);
            assert!(!may_hold_marks(&words));
            assert!(!may_hold_marks(&"ក, 1. (ខ) - «គ» ។ ".repeat(length)));
            for mark in marks.chars() {
                for at in 0..=length {
                    let mut words = words.clone();
                    words.insert(at, mark);
                    assert!(may_hold_marks(&words), "{words}");
                }
            }
        }
    }
}
