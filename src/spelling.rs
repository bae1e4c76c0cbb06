//! Text that authors write → what is wrong with its Khmer: letters for an old font, text torn from a
//! PDF, code points that make no cluster.
//!
//! The text is normalised already: what normalising mends is nobody's problem. The caller knows
//! where the text stands, and which parts of it are no prose.

use crate::diagnostic::{Diagnostic, Place, Words, codes, diagnostic};
use crate::khmer::legacy::{self, Family};
use crate::khmer::{Irregularity, Language, irregularities, word_around};
use std::ops::Range;

/// How many words of one line are told: a line with more of them is broken as a whole.
const TOLD_OF_ONE_LINE: usize = 5;
/// How near to the one before it, in bytes, a place in a word is the same mistake.
const NEAR: usize = 60;
/// How much of a word is shown, in characters.
const LONGEST_WORD: usize = 100;

/// The problems of `text`, in order; `place` knows where a range of its bytes stands.
pub fn problems(text: &str, place: impl FnMut(Range<usize>) -> Place) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    tell(text, place, |problem| found.push(problem));
    found
}

/// The same, each told as soon as it is found: a long text may hold very many.
pub fn tell(
    text: &str,
    mut place: impl FnMut(Range<usize>) -> Place,
    mut tell: impl FnMut(Diagnostic),
) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        // A line that is no Khmer has nothing else worth telling.
        match legacy::detect(line) {
            Some(suspicion) => {
                let place = place(start + suspicion.range.start..start + suspicion.range.end);
                let sample = suspicion.sample;
                tell(match suspicion.family {
                    Family::LegacyFont => {
                        diagnostic!(codes::files::LEGACY_FONT, place, sample = sample)
                    }
                    Family::TornTextLayer => {
                        diagnostic!(codes::files::TORN_TEXT, place, sample = sample)
                    }
                });
            }
            None => {
                for one in runs(line).take(TOLD_OF_ONE_LINE) {
                    let place = place(start + one.range.start..start + one.range.end);
                    let fault = Words {
                        en: one.kind.words(Language::English),
                        km: one.kind.words(Language::Khmer),
                    };
                    let read = shown(word_around(line, one.range));
                    tell(diagnostic!(
                        codes::files::IRREGULAR,
                        place,
                        read = read,
                        fault = fault
                    ));
                }
            }
        }
        start += line.len();
    }
}

/// What is irregular in `line`; of several such places near each other in one word, the first. A
/// key that was stuck is one mistake, however long it was held.
fn runs(line: &str) -> impl Iterator<Item = Irregularity<'_>> {
    let mut last: Option<Range<usize>> = None;
    irregularities(line).into_iter().filter(move |one| {
        let is_of_the_last = last.as_ref().is_some_and(|last| {
            let between = line.get(last.end..one.range.start).unwrap_or_default();
            between.len() < NEAR && !between.contains(char::is_whitespace)
        });
        last = Some(one.range.clone());
        !is_of_the_last
    })
}

/// A word of a few clusters, one of which may be without end.
fn shown(word: &str) -> String {
    match word.char_indices().nth(LONGEST_WORD) {
        None => word.to_owned(),
        Some((end, _)) => format!("{}…", &word[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::MessageLanguage;

    /// The messages of `text`, each behind the byte it begins at.
    fn messages(text: &str) -> Vec<String> {
        let mut starts = Vec::new();
        let found = problems(text, |range| {
            starts.push(range.start);
            Place::in_text("a.md", text, range)
        });
        let words = found
            .iter()
            .map(|problem| problem.message(MessageLanguage::English));
        starts
            .iter()
            .zip(words)
            .map(|(start, words)| format!("{start}: {words}"))
            .collect()
    }

    #[test]
    fn a_key_that_was_stuck_is_one_short_message() {
        let twice = |start, read: &str| {
            format!("{start}: `ក{read}…` is no proper Khmer: this stands here twice")
        };
        for (stuck, expected) in [
            ("ា", twice(6, &"ា".repeat(99))),
            ("់", twice(6, &"់".repeat(99))),
            ("ាិ", twice(0, &"ាិ".repeat(50)[..297])),
        ] {
            let found = messages(&format!("ក{}\n", stuck.repeat(24_000)));
            assert_eq!(found, [expected]);
        }
    }

    #[test]
    fn a_line_of_broken_words_names_the_first_of_them() {
        let sentence = "ភាសាខ្មែរពិរោះណាស់ ប្រទេសកម្ពុជាា ស្អាតណាស់";
        let line = format!("{sentence} ").repeat(900);
        assert_eq!(messages(&line).len(), TOLD_OF_ONE_LINE);
        let lines = format!("{sentence}\n").repeat(900);
        assert_eq!(messages(&lines).len(), 900);
    }
}
