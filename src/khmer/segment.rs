//! In: text, and words a site adds. Out: where its words begin and end, and where a line may break.
//!
//! Khmer writes no spaces between words. Each run of Khmer letters is cut into the words whose costs
//! add up to the least (unigram Viterbi over orthographic clusters); up to six clusters that no
//! dictionary knows are one unknown word. What the author marked wins: a zero-width space is a
//! boundary, a word joiner is none. Text need not be normalised, but is cut better if it is.
//! Knows nothing of HTML or typesetting.

use std::cell::Cell;
use std::ops::Range;
use std::sync::LazyLock;

use super::alphabet::{NO_BREAK_SPACE, REPETITION, RIEL_SIGN, Role, WORD_JOINER, role};
use super::automaton::{Automaton, COST_UNIT, WHOLE, encode};
use super::cluster::clusters;
use super::normalise::normalise;
use super::search::{Scratch, find_words, letter_at, next_run};

/// The built-in dictionary; unpacking its 250 kB takes less than a millisecond.
pub(super) static DICTIONARY: LazyLock<Automaton> = LazyLock::new(|| {
    Automaton::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/khmer-words.bin")))
});

thread_local! {
    static SCRATCH: Cell<Scratch> = Cell::default();
}

/// Cuts Khmer text into words. Cheap to make without extra words, and free to share.
pub struct Segmenter {
    dictionary: &'static Automaton,
    extra: Vec<Automaton>,
}

impl Segmenter {
    /// The segmenter of the built-in dictionary and of `extra_words`: names and terms of a site,
    /// which win over nearly any way to cut them. An entry with a space in it is several words.
    pub fn new(extra_words: &[&str]) -> Segmenter {
        let mut words: Vec<(Vec<u8>, u8)> = extra_words
            .iter()
            .flat_map(|entry| words_of_entry(entry))
            .collect();
        words.sort_unstable();
        words.dedup_by(|later, earlier| later.0 == earlier.0);
        let mut extra = Vec::new();
        build_in_parts(&words, &mut extra);
        Segmenter {
            dictionary: &DICTIONARY,
            extra,
        }
    }

    /// The words of `text`: Khmer words with their repetition sign, numbers, words of other
    /// scripts; no spaces and no punctuation.
    ///
    /// ```
    /// let segmenter = sala_khmer::Segmenter::new(&[]);
    /// let words: Vec<_> = segmenter.segment("ការអប់រំ និងសុខភាព 2026").collect();
    /// assert_eq!(words, ["ការអប់រំ", "និង", "សុខភាព", "2026"]);
    /// ```
    pub fn segment<'text>(
        &self,
        text: &'text str,
    ) -> impl Iterator<Item = &'text str> + use<'text> {
        self.word_ranges(text)
            .into_iter()
            .map(move |range| &text[range])
    }

    /// As [`Segmenter::segment`], but where in `text` the words stand.
    pub fn word_ranges(&self, text: &str) -> Vec<Range<usize>> {
        let bytes = text.as_bytes();
        let mut words = Words {
            text,
            ranges: Vec::with_capacity(text.len() / 12),
        };
        let mut scratch = SCRATCH.take();
        let mut at = 0;
        while at < text.len() {
            if letter_at(bytes, at).is_some() {
                let end = scratch.read_run(bytes, at);
                find_words(&mut scratch, self.dictionary, &self.extra);
                let mut start = at;
                for word in &scratch.words {
                    let word_end = at + 3 * word.end as usize;
                    words.push(start..word_end);
                    start = word_end;
                }
                at = end;
                continue;
            }
            let length = other_word_length(&text[at..]);
            if length > 0 {
                words.push(at..at + length);
                at += length;
                continue;
            }
            let character = text[at..].chars().next().unwrap_or(REPETITION);
            if character == REPETITION {
                words.repeat(at);
            }
            at += character.len_utf8();
        }
        SCRATCH.set(scratch);
        words.ranges
    }

    /// Appends `text` to `output`, set as `breaks` says: a separator at each word boundary inside
    /// Khmer text. None beside spaces, punctuation, digits or other scripts, where the browser
    /// knows what to do; none inside a cluster, before `ៗ` or beside a word joiner; none where a
    /// zero-width space stands already. A number stays with its unit: `៥០ លានរៀល` gets no
    /// separator, and its space becomes a no-break space.
    pub fn insert_breaks(&self, text: &str, breaks: &Breaks<'_>, output: &mut String) {
        self.set(text, breaks, Units::WithTheirNumbers, output);
    }

    /// Appends `text` to `output` with `separator` at every word boundary and nothing else changed:
    /// for text that is to be read by programs.
    pub fn separate_words(&self, text: &str, separator: &str, output: &mut String) {
        self.set(text, &Breaks::only(separator), Units::AsWords, output);
    }

    fn set(&self, text: &str, breaks: &Breaks<'_>, units: Units, output: &mut String) {
        let (tied, push_gap): (bool, fn(&str, bool, &mut String)) = match units {
            Units::WithTheirNumbers => (true, push_gap),
            Units::AsWords => (false, |gap, _, output| output.push_str(gap)),
        };
        let bytes = text.as_bytes();
        output.reserve(text.len() + text.len() / 4);
        let mut scratch = SCRATCH.take();
        let mut at = 0;
        while let Some(run) = next_run(bytes, at) {
            let run_end = scratch.read_run(bytes, run);
            find_words(&mut scratch, self.dictionary, &self.extra);
            let gap = &text[at..run];
            at = run_end;
            let place = |index: usize| match scratch.words.get(index) {
                Some(word) => run + 3 * word.end as usize,
                None => run_end,
            };
            let mut after_number = tied && ends_in_number(gap) && is_unit(&text[run..place(0)]);
            push_gap(gap, after_number, output);
            if text[..run].ends_with(REPETITION) && begins_with_base(&text[run..]) {
                output.push_str(breaks.separator);
            }
            let mut start = run;
            for (index, word) in scratch.words.iter().enumerate() {
                let mut end = place(index);
                let next = end;
                if end < run_end {
                    after_number &= is_unit(&text[next..place(index + 1)]);
                } else if text[end..].starts_with(REPETITION) {
                    end += REPETITION.len_utf8();
                    at = end;
                }
                breaks.push_word(&text[start..end], word.whole || end > next, output);
                if end < run_end && !after_number {
                    output.push_str(breaks.separator);
                }
                start = end;
            }
        }
        push_gap(&text[at..], false, output);
        SCRATCH.set(scratch);
    }
}

/// What is put between words, and around those that a browser would cut in two.
///
/// A browser has a dictionary of its own and breaks words at its ends of lines even where all
/// boundaries are marked. Between two separators it sees one word alone, so which words it cuts does
/// not depend on the sentence and was measured for the whole dictionary.
#[derive(Clone, Copy, Debug)]
pub struct Breaks<'text> {
    /// U+200B or `<wbr>`.
    pub separator: &'text str,
    /// Stands before and after a word that must be kept whole; nothing if nothing can be done.
    pub whole: Option<(&'text str, &'text str)>,
}

impl<'text> Breaks<'text> {
    /// Separators, and nothing around words.
    pub const fn only(separator: &'text str) -> Breaks<'text> {
        Breaks {
            separator,
            whole: None,
        }
    }

    fn push_word(&self, word: &str, whole: bool, output: &mut String) {
        match self.whole {
            Some((before, after)) if whole && clusters(word).nth(1).is_some() => {
                output.push_str(before);
                output.push_str(word);
                output.push_str(after);
            }
            _ => output.push_str(word),
        }
    }
}

// ---- numbers and their units ---------------------------------------------------------------

/// What becomes of a word that belongs to a number before it.
#[derive(Clone, Copy)]
enum Units {
    WithTheirNumbers,
    AsWords,
}

/// Words that belong to the number before them: its size, money, measures, people and time.
const UNITS: [&str; 34] = [
    "រយ",
    "ពាន់",
    "ម៉ឺន",
    "សែន",
    "លាន",
    "កោដិ",
    "រៀល",
    "ដុល្លារ",
    "បាត",
    "ភាគរយ",
    "ដុល្លារអាមេរិក",
    "មីលីម៉ែត្រ",
    "សង់ទីម៉ែត្រ",
    "ម៉ែត្រ",
    "គីឡូម៉ែត្រ",
    "គីឡូ",
    "ការ៉េ",
    "ហិកតា",
    "អារ",
    "ក្រាម",
    "គីឡូក្រាម",
    "តោន",
    "លីត្រ",
    "នាក់",
    "គ្រួសារ",
    "ខ្នង",
    "វិនាទី",
    "នាទី",
    "ម៉ោង",
    "ថ្ងៃ",
    "សប្តាហ៍",
    "ខែ",
    "ឆ្នាំ",
    "ដង",
];

fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

/// Whether what stands between two runs of letters ends in a digit, or in one and a space.
fn ends_in_number(gap: &str) -> bool {
    let number = gap.strip_suffix([' ', NO_BREAK_SPACE]).unwrap_or(gap);
    number.chars().next_back().is_some_and(is_digit)
}

/// Appends what stands between two runs of letters; its last space is tied if a number and its unit
/// stand around it, and so is one between a number and the sign of the riel.
fn push_gap(gap: &str, before_unit: bool, output: &mut String) {
    let (gap, space) = match gap.strip_suffix(' ') {
        Some(rest) if before_unit => (rest, Some(NO_BREAK_SPACE)),
        _ => (gap, None),
    };
    let mut rest = gap;
    while let Some(sign) = rest.find(RIEL_SIGN) {
        let (before, after) = rest.split_at(sign);
        match before.strip_suffix(' ') {
            Some(number) if number.ends_with(is_digit) => {
                output.push_str(number);
                output.push(NO_BREAK_SPACE);
            }
            _ => output.push_str(before),
        }
        output.push(RIEL_SIGN);
        rest = &after[RIEL_SIGN.len_utf8()..];
    }
    output.push_str(rest);
    output.extend(space);
}

// ---- words -----------------------------------------------------------------------

struct Words<'text> {
    text: &'text str,
    ranges: Vec<Range<usize>>,
}

impl Words<'_> {
    /// Adds a word, or makes the last word longer if a word joiner ties the two.
    fn push(&mut self, word: Range<usize>) {
        match self.ranges.last_mut() {
            Some(last) if is_word_joiner(&self.text[last.end..word.start]) => last.end = word.end,
            _ => self.ranges.push(word),
        }
    }

    /// Takes the repetition sign at `at` into the word before it.
    fn repeat(&mut self, at: usize) {
        if let Some(last) = self.ranges.last_mut()
            && (last.end == at || is_word_joiner(&self.text[last.end..at]))
        {
            last.end = at + REPETITION.len_utf8();
        }
    }
}

fn is_word_joiner(between: &str) -> bool {
    between.chars().eq([WORD_JOINER])
}

/// How long the word is that `text` begins with, if it begins with one that is not in Khmer
/// letters: letters, digits, their marks, and separators between digits or apostrophes inside.
fn other_word_length(text: &str) -> usize {
    let mut length = 0;
    let mut characters = text.char_indices().peekable();
    let mut previous = ' ';
    while let Some((at, character)) = characters.next() {
        let is_letter = character.is_alphanumeric() && !is_khmer_letter(character);
        let is_mark = length > 0 && matches!(character, '\u{0300}'..='\u{036F}');
        let next = characters.peek().map_or(' ', |&(_, next)| next);
        let is_inside = match character {
            '.' | ',' => is_digit(previous) && is_digit(next),
            '\'' | '\u{2019}' => previous.is_alphabetic() && next.is_alphabetic() && length > 0,
            _ => false,
        };
        if !(is_letter || is_mark || is_inside) {
            break;
        }
        length = at + character.len_utf8();
        previous = character;
    }
    length
}

fn begins_with_base(text: &str) -> bool {
    text.chars()
        .next()
        .is_some_and(|first| role(first) == Role::Base)
}

fn is_khmer_letter(character: char) -> bool {
    matches!(
        character,
        '\u{1780}'..='\u{17D3}' | '\u{17D7}' | '\u{17DC}' | '\u{17DD}'
    )
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '០'..='៩')
}

// ---- words of a site ---------------------------------------------------------------------------

/// What a site's own word costs: less than nearly any two words, so that it is not cut in two; a short
/// one costs more, lest it be found inside other words.
const EXTRA_COST: u8 = COST_UNIT as u8;
const SHORT_EXTRA_COST: u8 = (4.0 * COST_UNIT) as u8;
/// Longer words than this are no words.
const LONGEST_EXTRA: usize = 100;

fn words_of_entry(entry: &str) -> Vec<(Vec<u8>, u8)> {
    let entry = entry.replace(WORD_JOINER, "");
    normalise(&entry)
        .split(|character| !is_khmer_letter(character))
        .filter(|word| begins_with_base(word))
        .filter_map(|word| {
            let cost = match clusters(word).take(3).count() {
                0..=2 => SHORT_EXTRA_COST,
                _ => EXTRA_COST,
            };
            Some((encode(word)?, cost | WHOLE))
        })
        .filter(|(codes, _)| codes.len() <= LONGEST_EXTRA)
        .collect()
}

/// One automaton if the words fit into it, otherwise one for each half.
fn build_in_parts(words: &[(Vec<u8>, u8)], parts: &mut Vec<Automaton>) {
    if words.is_empty() {
        return;
    }
    match Automaton::build(words) {
        Some(automaton) => parts.push(automaton),
        None if words.len() > 1 => {
            let (first, second) = words.split_at(words.len() / 2);
            build_in_parts(first, parts);
            build_in_parts(second, parts);
        }
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::automaton::START;
    use super::super::soup::soup;
    use super::*;

    const DECLARATION: &str = include_str!("fixtures/udhr-khm.txt");
    const WORDS: &str = include_str!("words.tsv");

    fn broken(segmenter: &Segmenter, text: &str) -> String {
        let mut output = String::new();
        segmenter.insert_breaks(text, &Breaks::only("|"), &mut output);
        output
    }

    /// Checks the breaks that a text without them gets.
    #[track_caller]
    fn check(expected: &str) {
        let segmenter = Segmenter::new(&[]);
        assert_eq!(broken(&segmenter, &expected.replace('|', "")), expected);
    }

    #[test]
    fn sentences_break_between_words() {
        check("មនុស្ស|ទាំងអស់|មាន|សេរីភាព");
        check("ខ្ញុំ|ចង់|ទៅ|ផ្សារ");
        check("រដ្ឋាភិបាល|ត្រូវ|ផ្តល់|សេវា|សុខភាព|ដល់|ប្រជាជន");
        check("ថវិកា|សម្រាប់|ការអប់រំ និង|សុខភាព");
    }

    #[test]
    fn typed_and_normal_coengs_break_alike() {
        check("បន្ត|ការងារ");
        check("បន្ដ|ការងារ");
    }

    #[test]
    fn spaces_punctuation_and_other_scripts_get_no_break() {
        check("ផ្សារ។ ផ្សារ៖ ផ្សារ៕");
        check("«ផ្សារ» (ផ្សារ) ផ្សារ/ផ្សារ");
        check("Budget ថវិកាbudget");
        check("The people's budget");
        check("");
    }

    #[test]
    fn amounts_stay_whole() {
        check("១.២៣៤៛");
        check("១០០០៛ ៥០%");
        check("១២គ្រឿង");
        check("ទី១");
        check("២០២៦គីឡូម៉ែត្រ");
    }

    #[test]
    fn a_number_stays_with_its_unit() {
        let segmenter = Segmenter::new(&[]);
        for (text, expected) in [
            ("ថវិកា៥០លានរៀល", "ថវិកា៥០លានរៀល"),
            ("៥០ លានរៀលសម្រាប់ផ្លូវ", "៥០\u{a0}លានរៀល|សម្រាប់|ផ្លូវ"),
            ("7,193 ពាន់លានរៀល", "7,193\u{a0}ពាន់លានរៀល"),
            ("១២ នាក់មក", "១២\u{a0}នាក់|មក"),
            ("១.២៣៤ ៛ និង ៥ ៛", "១.២៣៤\u{a0}៛ និង ៥\u{a0}៛"),
            ("៥០\u{a0}លានរៀល", "៥០\u{a0}លានរៀល"),
            // No number, or no unit: as ever.
            ("លានរៀល", "លាន|រៀល"),
            ("៥ មនុស្សទាំងអស់", "៥ មនុស្ស|ទាំងអស់"),
            ("ក៛ ៛", "ក៛ ៛"),
        ] {
            assert_eq!(broken(&segmenter, text), expected, "{text}");
        }
        for unit in UNITS {
            assert_eq!(normalise(unit), unit);
        }
    }

    #[test]
    fn the_repetition_sign_stays_with_its_word() {
        check("ផ្សេងៗ|គ្នា");
        check("ផ្សេង ៗ។");
        check("ៗ");
    }

    #[test]
    fn words_that_a_browser_would_cut_are_kept_whole() {
        let segmenter = Segmenter::new(&["ភ្នំពេញថ្មី"]);
        let breaks = Breaks {
            separator: "|",
            whole: Some(("<", ">")),
        };
        for (text, expected) in [
            // Of the dictionary: one that browsers cut, and one that they do not.
            ("សិទ្ធិមនុស្ស", "<សិទ្ធិមនុស្ស>"),
            ("មនុស្សទាំងអស់", "មនុស្ស|<ទាំងអស់>"),
            ("ខ្ញុំទៅ", "ខ្ញុំ|ទៅ"),
            // Of the site, of nobody, and with the sign of repetition.
            ("ទៅភ្នំពេញថ្មី", "ទៅ|<ភ្នំពេញថ្មី>"),
            ("ឋ្ឋៅឋ្ឋៅ", "<ឋ្ឋៅឋ្ឋៅ>"),
            ("ធំៗណាស់", "<ធំៗ>|ណាស់"),
        ] {
            let mut output = String::new();
            segmenter.insert_breaks(text, &breaks, &mut output);
            assert_eq!(output, expected);
        }
    }

    #[test]
    fn the_author_wins() {
        let segmenter = Segmenter::new(&[]);
        // A word of the dictionary, cut by the author; and two words that the author ties.
        assert_eq!(broken(&segmenter, "សេរី\u{200B}ភាព|"), "សេរី\u{200B}ភាព|");
        assert_eq!(broken(&segmenter, "ទៅ\u{200B}ផ្សារ"), "ទៅ\u{200B}ផ្សារ");
        assert_eq!(broken(&segmenter, "ទៅ\u{2060}ផ្សារ"), "ទៅ\u{2060}ផ្សារ");
        assert_eq!(broken(&segmenter, "ផ្សេងៗ\u{2060}គ្នា"), "ផ្សេងៗ\u{2060}គ្នា");
        assert_eq!(broken(&segmenter, "ផ្សេងៗ\u{200B}គ្នា"), "ផ្សេងៗ\u{200B}គ្នា");
        let tied: Vec<&str> = segmenter.segment("ទៅ\u{2060}ផ្សារ\u{200B}ថ្មី").collect();
        assert_eq!(tied, ["ទៅ\u{2060}ផ្សារ", "ថ្មី"]);
    }

    #[test]
    fn words_of_all_scripts_are_found() {
        let segmenter = Segmenter::new(&[]);
        let words: Vec<&str> = segmenter
            .segment("ឆ្នាំ២០២៦ មាន ១.២៣៤,៥៛ (the people's café) ផ្សេងៗ។")
            .collect();
        assert_eq!(
            words,
            [
                "ឆ្នាំ",
                "២០២៦",
                "មាន",
                "១.២៣៤,៥",
                "the",
                "people's",
                "café",
                "ផ្សេងៗ"
            ]
        );
    }

    #[test]
    fn a_name_that_a_site_adds_is_never_cut() {
        let name = "ឃុំបឹងទន្លេថ្មដា";
        let text = format!("នៅ{name}មាន");
        let plain = Segmenter::new(&[]);
        assert!(plain.segment(&text).all(|word| word != name));
        let named = Segmenter::new(&[name, "abc", "", "្ក", name]);
        let words: Vec<&str> = named.segment(&text).collect();
        assert_eq!(words, ["នៅ", name, "មាន"]);
    }

    #[test]
    fn many_names_fit() {
        let names: Vec<&str> = WORDS
            .lines()
            .filter_map(|line| line.split('\t').next())
            .collect();
        let doubled: Vec<String> = names
            .iter()
            .zip(names.iter().skip(777).step_by(1))
            .map(|(first, second)| format!("{first}{second}"))
            .collect();
        let doubled: Vec<&str> = doubled.iter().map(String::as_str).collect();
        let segmenter = Segmenter::new(&doubled);
        assert!(segmenter.extra.len() > 1, "this many need two automata");
        let found = doubled
            .iter()
            .step_by(500)
            .filter(|name| begins_with_base(name))
            .filter(|name| segmenter.segment(&normalise(name)).count() == 1)
            .count();
        assert!(found > 85, "{found}");
    }

    #[test]
    fn every_word_of_the_dictionary_is_in_the_automaton() {
        for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
            let word = normalise(line.split('\t').next().unwrap_or_default()).into_owned();
            if !begins_with_base(&word) {
                continue;
            }
            let codes = encode(&word).expect("a word in Khmer letters");
            let mut state = START;
            let mut cost = 0;
            for code in codes {
                let step = DICTIONARY.step(state, code).expect("a step along the word");
                (state, cost) = (step.state, step.cost);
            }
            assert!(cost > 0, "{word}");
        }
    }

    /// Where breaks are inserted, in bytes of `text`.
    fn places(segmenter: &Segmenter, text: &str) -> Vec<usize> {
        let mut output = String::new();
        segmenter.insert_breaks(text, &Breaks::only("\u{1}"), &mut output);
        let parts: Vec<&str> = output.split('\u{1}').collect();
        let with_plain_spaces = |text: &str| text.replace(NO_BREAK_SPACE, " ");
        assert_eq!(
            with_plain_spaces(&parts.concat()),
            with_plain_spaces(text),
            "nothing but spaces may change"
        );
        let mut place = 0;
        parts[..parts.len() - 1]
            .iter()
            .map(|part| {
                place += part.len();
                place
            })
            .collect()
    }

    fn check_places(segmenter: &Segmenter, text: &str) -> usize {
        let mut boundaries = vec![0];
        for cluster in clusters(text) {
            boundaries.push(boundaries[boundaries.len() - 1] + cluster.len());
        }
        let places = places(segmenter, text);
        for place in &places {
            let shown = text.escape_unicode();
            assert!(
                boundaries.binary_search(place).is_ok(),
                "{shown} at {place}"
            );
            let before = text[..*place].chars().next_back().unwrap_or(' ');
            assert!(
                is_khmer_letter(before) || matches!(before, '\u{200C}' | '\u{200D}'),
                "{shown}"
            );
            assert!(begins_with_base(&text[*place..]), "{shown}");
        }
        places.len()
    }

    #[test]
    fn every_break_lies_between_clusters() {
        let segmenter = Segmenter::new(&["ភ្នំពេញថ្មី"]);
        let mut breaks = 0;
        for line in DECLARATION.lines() {
            breaks += check_places(&segmenter, line);
        }
        assert!(breaks > 1_200, "{breaks}");
        for text in soup(5).take(20_000) {
            check_places(&segmenter, &text);
            let ranges = segmenter.word_ranges(&text);
            assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start));
            assert!(ranges.iter().all(|range| !text[range.clone()].is_empty()));
        }
    }

    #[test]
    fn an_endless_run_is_cut_all_the_same() {
        let segmenter = Segmenter::new(&[]);
        let text = "ឋ្ឋៅ".repeat(200_000);
        assert!(check_places(&segmenter, &text) > 30_000);
    }
}
