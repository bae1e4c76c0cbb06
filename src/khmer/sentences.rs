//! In: a line of text. Out: where its sentences stand. When in doubt two stay one: whoever leaves a
//! sentence out, leaves too much out rather than a piece behind.

use std::ops::Range;

/// The sentences of a line, the space around them aside. An end is `។`, `៕`, `?` or `!`, and a full stop
/// after a word that is no abbreviation; not what stands within a number, and no `។ល។`.
///
/// ```
/// use sala_khmer::sentences;
/// let line = "ឃុំជីកអណ្តូង។ ស្ពាន ផ្លូវ ។ល។ ត្រូវជួសជុល។";
/// let shown: Vec<&str> = sentences(line).map(|range| &line[range]).collect();
/// assert_eq!(shown, ["ឃុំជីកអណ្តូង។", "ស្ពាន ផ្លូវ ។ល។ ត្រូវជួសជុល។"]);
/// ```
pub fn sentences(line: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        if from == line.len() {
            return None;
        }
        let end = end_of_first(&line[from..]).map_or(line.len(), |end| from + end);
        let sentence = from..end;
        from = end;
        Some(sentence)
    })
    .map(|range| trimmed(line, range))
    .filter(|range| !range.is_empty())
}

/// Where the first sentence ends, what closes around it included; nothing if it is the last.
fn end_of_first(text: &str) -> Option<usize> {
    ends(text).find_map(|(at, sign)| {
        let (before, rest) = (&text[..at], &text[at + sign.len_utf8()..]);
        let closed = rest.trim_start_matches(|sign| is_closing(sign) || is_end(sign));
        let ends = match sign {
            '។' => !rest.starts_with('ល') && !before.ends_with("។ល"),
            '៕' => true,
            '?' | '!' => closed.is_empty() || closed.starts_with(char::is_whitespace),
            '.' => ends_with_a_word(before) && goes_on_anew(closed),
            _ => false,
        };
        ends.then(|| text.len() - closed.len())
    })
}

/// The signs that may end a sentence. Looked for by their last byte, which is far quicker than letter by
/// letter.
fn ends(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.bytes()
        .enumerate()
        .filter_map(|(at, byte)| match byte {
            b'?' | b'!' | b'.' => Some((at, char::from(byte))),
            0x94 | 0x95 => {
                let at = at.checked_sub(2)?;
                let sign = text.get(at..)?.chars().next()?;
                is_end(sign).then_some((at, sign))
            }
            _ => None,
        })
}

fn is_end(sign: char) -> bool {
    matches!(sign, '។' | '៕' | '?' | '!' | '.')
}

fn is_closing(sign: char) -> bool {
    matches!(sign, '"' | '\'' | '”' | '’' | '»' | ')' | ']')
}

/// Whether a word, a number or a bracket stands before a full stop: `No.` and `Mr.` are too short.
fn ends_with_a_word(before: &str) -> bool {
    const SHORTEST: usize = 3;
    let letters = before.chars().rev().take_while(|c| c.is_alphabetic());
    letters.count() >= SHORTEST
        || before.ends_with(|last: char| last.is_numeric() || is_closing(last))
}

/// Whether what follows a full stop can begin a sentence.
fn goes_on_anew(rest: &str) -> bool {
    let next = rest.trim_start();
    next.is_empty() || (next.len() < rest.len() && !next.starts_with(char::is_lowercase))
}

fn trimmed(line: &str, range: Range<usize>) -> Range<usize> {
    let text = &line[range.clone()];
    let start = range.start + (text.len() - text.trim_start().len());
    start..start + text.trim().len()
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn sentences_end_at_their_signs_and_nowhere_else() {
        for (line, shown) in [
            ("", &[][..]),
            ("  ", &[]),
            ("ទឹកស្អាត", &["ទឹកស្អាត"]),
            ("មួយ។ ពីរ៕បី", &["មួយ។", "ពីរ៕", "បី"]),
            ("ស្ពាន ។ល។ និងផ្លូវ។ ទឹក។", &["ស្ពាន ។ល។ និងផ្លូវ។", "ទឹក។"]),
            ("«មួយ។» ពីរ?» បី", &["«មួយ។»", "ពីរ?»", "បី"]),
            ("One. Two! Three? Four", &["One.", "Two!", "Three?", "Four"]),
            (
                "It costs 1.5 in No. 5. Next.",
                &["It costs 1.5 in No. 5.", "Next."],
            ),
            (
                "Ask Mr. Sok. (Or her.) Now",
                &["Ask Mr. Sok.", "(Or her.)", "Now"],
            ),
            (
                "Wait... and see. www.a.org",
                &["Wait... and see. www.a.org"],
            ),
            ("ចំណាយ ១.២៥០ រៀល។", &["ចំណាយ ១.២៥០ រៀល។"]),
        ] {
            let found: Vec<&str> = sentences(line).map(|range| &line[range]).collect();
            assert_eq!(found, shown, "{line}");
        }
    }
}
