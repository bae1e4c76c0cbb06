//! Text that authors write → what is wrong with its Khmer: letters for an old font, text torn from a
//! PDF, code points that make no cluster, a `ៈ` for a colon.
//!
//! The text is as it was typed: what normalising mends is nobody's problem, but it would hide what tells
//! of a torn text. Each mistake of a file is told once, at its first place, with the number of the
//! others. The caller knows where the text stands, and which parts of it are no prose.

use crate::diagnostic::{Diagnostic, Place, Words, codes, diagnostic, list, list_of};
use crate::khmer::legacy::{self, Family};
use crate::khmer::{
    Irregularity, IrregularityKind, Language, clusters, colons, irregularities, word_around,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// How many words of one line are told: a line with more of them is broken as a whole.
const TOLD_OF_ONE_LINE: usize = 5;
/// How near to the one before it, in bytes, a place in a word is the same mistake.
const NEAR: usize = 60;
/// How much of a word is shown, in characters.
const LONGEST_WORD: usize = 100;
/// How many further places of a mistake are named.
const NAMED_PLACES: usize = 10;

/// Whether the text has nothing to tell, at the price of one look at most texts.
pub fn is_clean(text: &str) -> bool {
    legacy::is_clean(text) && colons(text).next().is_none()
}

/// The mistakes of one file.
#[derive(Default)]
pub struct Mistakes {
    found: BTreeMap<Mistake, Found>,
}

/// What is one mistake, wherever it stands.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Mistake {
    LegacyFont,
    TornText,
    Irregular(IrregularityKind, String),
    Colon,
}

/// A mistake with its places.
struct Found {
    first: Place,
    /// What stands at the first.
    read: String,
    /// How many there are.
    count: usize,
    /// The first ones of the others, shortly.
    others: Vec<String>,
}

impl Mistakes {
    /// Looks at a text of the file; `place` knows where a range of its bytes stands, and is asked for
    /// the first places of each mistake only.
    pub fn look_at(&mut self, text: &str, place: impl Fn(Range<usize>) -> Place) {
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let place = |range: Range<usize>| place(start + range.start..start + range.end);
            // A line that is no Khmer has nothing else worth telling.
            match legacy::detect(line) {
                Some(suspicion) => {
                    let mistake = match suspicion.family {
                        Family::LegacyFont => Mistake::LegacyFont,
                        Family::TornTextLayer => Mistake::TornText,
                    };
                    let read = || suspicion.sample.to_owned();
                    self.add(mistake, read, || place(suspicion.range.clone()));
                }
                None => self.look_at_words(line, place),
            }
            start += line.len();
        }
    }

    fn look_at_words(&mut self, line: &str, place: impl Fn(Range<usize>) -> Place) {
        let colons: Vec<usize> = colons(line).collect();
        let is_colon = |one: &Irregularity<'_>| colons.binary_search(&one.range.start).is_ok();
        let irregular = runs(line).filter(|one| !is_colon(one));
        for one in irregular.take(TOLD_OF_ONE_LINE) {
            let read = shown(word_around(line, one.range.clone()));
            let mistake = Mistake::Irregular(one.kind, read.clone());
            self.add(mistake, || read, || place(one.range.clone()));
        }
        for at in colons {
            let range = at..at + 'ៈ'.len_utf8();
            let read = || shown(word_around(line, range.clone()));
            self.add(Mistake::Colon, read, || place(range.clone()));
        }
    }

    fn add(&mut self, mistake: Mistake, read: impl FnOnce() -> String, place: impl Fn() -> Place) {
        let Some(found) = self.found.get_mut(&mistake) else {
            let found = Found {
                first: place(),
                read: read(),
                count: 1,
                others: Vec::new(),
            };
            self.found.insert(mistake, found);
            return;
        };
        found.count += 1;
        if found.others.len() < NAMED_PLACES {
            let own = place().within();
            // A cell has one name, however much of it is wrong.
            if found.others.last().unwrap_or(&found.first.within()) != &own {
                found.others.push(own);
            }
        }
    }

    /// What is told of them.
    pub fn tell(self, mut tell: impl FnMut(Diagnostic)) {
        for (mistake, found) in self.found {
            tell(told(mistake, found));
        }
    }
}

fn told(mistake: Mistake, found: Found) -> Diagnostic {
    let Found {
        first,
        read,
        count,
        others,
    } = found;
    let places = match others.len() < NAMED_PLACES {
        true => list(others),
        false => list_of(others, count - 1),
    };
    match (mistake, count - 1) {
        (Mistake::LegacyFont, 0) => diagnostic!(codes::files::LEGACY_FONT, first, sample = read),
        (Mistake::LegacyFont, _) => diagnostic!(
            codes::files::LEGACY_FONT_AGAIN,
            first,
            sample = read,
            count = count,
            places = places
        ),
        (Mistake::TornText, 0) => diagnostic!(codes::files::TORN_TEXT, first, sample = read),
        (Mistake::TornText, _) => diagnostic!(
            codes::files::TORN_TEXT_AGAIN,
            first,
            sample = read,
            count = count,
            places = places
        ),
        (Mistake::Irregular(kind, _), 0) => diagnostic!(
            codes::files::IRREGULAR,
            first,
            read = read,
            fault = words(kind)
        ),
        (Mistake::Irregular(kind, _), _) => diagnostic!(
            codes::files::IRREGULAR_AGAIN,
            first,
            read = read,
            fault = words(kind),
            count = count,
            places = places
        ),
        (Mistake::Colon, 0) => diagnostic!(codes::files::NO_COLON, first, read = read),
        (Mistake::Colon, _) => diagnostic!(
            codes::files::NO_COLON_AGAIN,
            first,
            read = read,
            count = count,
            places = places
        ),
    }
}

fn words(kind: IrregularityKind) -> Words {
    Words {
        en: kind.words(Language::English),
        km: kind.words(Language::Khmer),
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

/// A word of a few clusters, cut after one of them if it is long; a cluster may be without end.
fn shown(word: &str) -> String {
    let mut end = 0;
    let mut characters = 0;
    for cluster in clusters(word) {
        characters += cluster.chars().take(LONGEST_WORD + 1).count();
        if characters > LONGEST_WORD {
            let cut = word.char_indices().nth(LONGEST_WORD);
            let cut = cut.map_or(word.len(), |(at, _)| at);
            let kept = if end == 0 { cut } else { end };
            return format!("{}…", &word[..kept]);
        }
        end += cluster.len();
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::MessageLanguage;

    /// The messages of `text`, each behind its place.
    fn messages(text: &str) -> Vec<String> {
        let mut mistakes = Mistakes::default();
        mistakes.look_at(text, |range| Place::in_text("a.md", text, range));
        let mut found = Vec::new();
        mistakes.tell(|problem| {
            let words = problem.message(MessageLanguage::English);
            found.push(format!("{}: {words}", problem.place));
        });
        found
    }

    #[test]
    fn a_key_that_was_stuck_is_one_short_message() {
        let twice = |column, read: &str| {
            format!("a.md:1:{column}: `ក{read}…` is no proper Khmer: this stands here twice")
        };
        for (stuck, expected) in [
            ("ា", twice(3, &"ា".repeat(99))),
            ("់", twice(3, &"់".repeat(99))),
            ("ាិ", twice(1, &"ាិ".repeat(50)[..297])),
        ] {
            let found = messages(&format!("ក{}\n", stuck.repeat(24_000)));
            assert_eq!(found, [expected]);
        }
    }

    #[test]
    fn the_same_mistake_is_told_once_with_its_places() {
        let sentence = "ភាសាខ្មែរពិរោះណាស់ ប្រទេសកម្ពុជាា ស្អាតណាស់";
        let told = "`ប្រទេសកម្ពុជាា` is no proper Khmer: this stands here twice";
        let line = format!("{sentence} ").repeat(900);
        assert_eq!(
            messages(&line),
            [format!(
                "a.md:1:33: {told}; 5 such places in all, also `1:77`, `1:121`, `1:165` and `1:209`"
            )]
        );
        let lines = format!("{sentence}\n").repeat(900);
        let places: Vec<String> = (2..12).map(|line| format!("`{line}:33`")).collect();
        let places = places.join(", ");
        assert_eq!(
            messages(&lines),
            [format!(
                "a.md:1:33: {told}; 900 such places in all, also {places} and 889 more"
            )]
        );
    }

    #[test]
    fn what_was_typed_is_told_and_no_cluster_is_cut() {
        assert_eq!(
            messages("ចំែណក និងលេាក ខែ្ ក\n"),
            [
                "a.md:1:1: `ចំែណក និងលេាក ខែ្` seems to be copied from a PDF that lost letters or their \
                 order"
            ]
        );
        let long = format!("{}ក្ ខ\n", "ស្ត្រី".repeat(40));
        assert_eq!(
            messages(&long),
            [format!(
                "a.md:1:242: `{}ក្` is no proper Khmer: no letter follows this coeng",
                "ស្ត្រី".repeat(11)
            )]
        );
    }
}
