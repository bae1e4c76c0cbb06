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
    let mut ends = Ends::of(line);
    let mut from = 0;
    std::iter::from_fn(move || {
        if from == line.len() {
            return None;
        }
        let end = ends.find_map(|(at, sign)| end_of_sentence(line, from, at, sign));
        let sentence = from..end.unwrap_or(line.len());
        from = sentence.end;
        Some(sentence)
    })
    .map(|range| trimmed(line, range))
    .filter(|range| !range.is_empty())
}

/// Where the sentence that begins at `from` ends if the sign at `at` ends it, what closes around it
/// included.
fn end_of_sentence(line: &str, from: usize, at: usize, sign: char) -> Option<usize> {
    // The sign closed the sentence before.
    let before = line.get(from..at)?;
    let rest = &line[at + sign.len_utf8()..];
    let closed = rest.trim_start_matches(|sign| is_closing(sign) || is_end(sign));
    let ends = match sign {
        '។' => !rest.starts_with('ល') && !before.ends_with("។ល"),
        '៕' => true,
        '?' | '!' => closed.is_empty() || closed.starts_with(char::is_whitespace),
        '.' => ends_with_a_word(before) && goes_on_anew(closed),
        _ => false,
    };
    ends.then(|| line.len() - closed.len())
}

/// The signs that may end a sentence, with their places. Both kinds are looked for by one byte, which is
/// far quicker than letter by letter: those of ASCII, and the last one of the Khmer signs.
struct Ends<'line> {
    bytes: &'line [u8],
    /// The next sign of each kind.
    ascii: Option<usize>,
    khmer: Option<(usize, char)>,
}

impl<'line> Ends<'line> {
    fn of(line: &'line str) -> Ends<'line> {
        let mut ends = Ends {
            bytes: line.as_bytes(),
            ascii: None,
            khmer: None,
        };
        ends.ascii = ends.next_ascii(0);
        ends.khmer = ends.next_khmer(0);
        ends
    }

    fn next_ascii(&self, from: usize) -> Option<usize> {
        memchr::memchr3(b'?', b'!', b'.', &self.bytes[from..]).map(|at| from + at)
    }

    fn next_khmer(&self, from: usize) -> Option<(usize, char)> {
        memchr::memchr2_iter(0x94, 0x95, &self.bytes[from..]).find_map(|at| {
            let last = from + at;
            let start = last.checked_sub(2)?;
            match self.bytes[start..=last] {
                [0xE1, 0x9F, 0x94] => Some((start, '។')),
                [0xE1, 0x9F, 0x95] => Some((start, '៕')),
                _ => None,
            }
        })
    }
}

impl Iterator for Ends<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        match (self.ascii, self.khmer) {
            (Some(ascii), khmer) if khmer.is_none_or(|(khmer, _)| ascii < khmer) => {
                self.ascii = self.next_ascii(ascii + 1);
                Some((ascii, char::from(self.bytes[ascii])))
            }
            (_, Some((at, sign))) => {
                self.khmer = self.next_khmer(at + sign.len_utf8());
                Some((at, sign))
            }
            _ => None,
        }
    }
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
