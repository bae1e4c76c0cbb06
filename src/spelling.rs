//! Text that authors write → what is wrong with its Khmer: letters for an old font, text torn from a
//! PDF, code points that make no cluster.
//!
//! The text is normalised already: what normalising mends is nobody's problem. The caller knows
//! where the text stands, and which parts of it are no prose.

use crate::diagnostic::{Diagnostic, Place, Words, codes};
use crate::khmer::legacy::{self, Family};
use crate::khmer::{Language, irregularities, word_around};
use std::ops::Range;

/// The problems of `text`, in order; `place` knows where a range of its bytes stands.
pub fn problems(text: &str, mut place: impl FnMut(Range<usize>) -> Place) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        // A line that is no Khmer has nothing else worth telling.
        match legacy::detect(line) {
            Some(suspicion) => {
                let code = match suspicion.family {
                    Family::LegacyFont => &codes::files::LEGACY_FONT,
                    Family::TornTextLayer => &codes::files::TORN_TEXT,
                };
                let range = start + suspicion.range.start..start + suspicion.range.end;
                found.push(Diagnostic::new(code, place(range)).with("sample", suspicion.sample));
            }
            None => {
                for one in irregularities(line) {
                    let range = start + one.range.start..start + one.range.end;
                    let fault = Words {
                        en: one.kind.words(Language::English),
                        km: one.kind.words(Language::Khmer),
                    };
                    found.push(
                        Diagnostic::new(&codes::files::IRREGULAR, place(range))
                            .with("read", word_around(line, one.range))
                            .with_words("fault", fault),
                    );
                }
            }
        }
        start += line.len();
    }
    found
}

/// Whether there is nothing to tell, at the price of a quick look.
pub fn is_clean(text: &str) -> bool {
    legacy::detect(text).is_none() && irregularities(text).is_empty()
}
