//! In: text, and words a site adds. Out: where its words begin and end.
//!
//! Khmer writes no spaces between words. Each run of Khmer letters is cut into the words whose costs
//! add up to the least (unigram Viterbi over orthographic clusters); up to six clusters that no
//! dictionary knows are one unknown word. What the author marked wins: a zero-width space is a
//! boundary, a word joiner is none. Text need not be normalised, but is cut better if it is.
//! What is done with the words, once they are known, stands in [`super::set_text`].

use std::cell::Cell;
use std::ops::Range;
use std::sync::LazyLock;

use super::alphabet::WORD_JOINER;
use super::automaton::{Automaton, COST_UNIT, LARGEST_COST, WHOLE, encode};
use super::cluster::clusters;
use super::normalise::normalise;
use super::search::{Scratch, cost_if_cut, cost_of_run, find_words, next_run};
use super::set_text::{self, Breaks, Cut, SetText, begins_with_base, is_khmer_letter};
use super::unit::Units;

/// The built-in dictionary; unpacking its 250 kB takes less than a millisecond.
pub(super) static DICTIONARY: LazyLock<Automaton> = LazyLock::new(|| {
    Automaton::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/khmer-words.bin")))
});

thread_local! {
    static SCRATCH: Cell<Scratch> = Cell::default();
    static CUTS: Cell<Vec<Cut>> = Cell::default();
}

/// Cuts Khmer text into words. Cheap to make without extra words, and free to share.
pub struct Segmenter {
    dictionary: &'static Automaton,
    extra: Vec<Automaton>,
    is_idle: bool,
}

impl Segmenter {
    /// The segmenter of the built-in dictionary and of `extra_words`: names and terms of a site,
    /// which win over nearly any way to cut them. An entry with a space in it is several words.
    pub fn new(extra_words: &[&str]) -> Segmenter {
        Segmenter::with_names(extra_words, &[])
    }

    /// As [`Segmenter::new`], with names that are many and were chosen by nobody here, such as those of
    /// all villages. Each wins over the ways to cut it, and over no other word: `ទទួលប្រាក់` holds the
    /// name of a village, and is no such name.
    ///
    /// ```
    /// let segmenter = sala_khmer::Segmenter::with_names(&[], &["ទួលប្រាក់"]);
    /// let words = |text| segmenter.segment(text).collect::<Vec<_>>();
    /// assert_eq!(words("ទទួលប្រាក់"), ["ទទួល", "ប្រាក់"]);
    /// assert_eq!(words("នៅទួលប្រាក់"), ["នៅ", "ទួលប្រាក់"]);
    /// ```
    pub fn with_names(extra_words: &[&str], names: &[&str]) -> Segmenter {
        let extra = extra_words.iter().flat_map(|entry| words_of_entry(entry));
        let extra = extra.filter_map(|word| Some((encode(&word)?, extra_cost(&word) | WHOLE)));
        let mut scratch = SCRATCH.take();
        let names = names.iter().flat_map(|entry| words_of_entry(entry));
        let names = names
            .filter_map(|word| Some((encode(&word)?, name_cost(&word, &mut scratch)? | WHOLE)));
        let mut words: Vec<(Vec<u8>, u8)> = extra
            .chain(names)
            .filter(|(codes, _)| codes.len() <= LONGEST_EXTRA)
            .collect();
        SCRATCH.set(scratch);
        // Of a word that stands there twice, the cheaper is kept.
        words.sort_unstable();
        words.dedup_by(|later, earlier| later.0 == earlier.0);
        let mut extra = Vec::new();
        build_in_parts(&words, &mut extra);
        Segmenter {
            dictionary: &DICTIONARY,
            extra,
            is_idle: false,
        }
    }

    /// One that finds no Khmer words, for texts whose words nobody will ask for.
    pub fn idle() -> Segmenter {
        Segmenter {
            dictionary: &DICTIONARY,
            extra: Vec::new(),
            is_idle: true,
        }
    }

    /// The words of `text`: Khmer words with their repetition sign, numbers, words of other
    /// scripts; no spaces and no punctuation.
    ///
    /// ```
    /// let segmenter = sala_khmer::Segmenter::new(&[]);
    /// let words: Vec<_> = segmenter.segment("ការអប់រំ និងសុខភាព 2026").collect();
    /// assert_eq!(words, ["ការ", "អប់រំ", "និង", "សុខភាព", "2026"]);
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
        let mut ranges = Vec::with_capacity(text.len() / 12);
        self.with_cuts(text, |cuts| {
            set_text::each_word(text, cuts, |range| ranges.push(range));
        });
        ranges
    }

    /// The first `count` of them or more; the rest of a long text is not looked at.
    pub(super) fn first_word_ranges(&self, text: &str, count: usize) -> Vec<Range<usize>> {
        let mut ranges = Vec::with_capacity(count);
        let mut cuts = CUTS.take();
        cuts.clear();
        // A long word is several cuts, but hardly ever; most words of other scripts are none.
        let seen = self.cut_first(text, &mut cuts, count + 1);
        set_text::each_word(&text[..seen], &cuts, |range| ranges.push(range));
        CUTS.set(cuts);
        match ranges.len() >= count || seen == text.len() {
            true => ranges,
            false => self.word_ranges(text),
        }
    }

    /// The text with its words, found once for all that is done with it.
    pub fn set(&self, text: &str) -> SetText {
        self.with_cuts(text, |cuts| SetText::of(text, cuts))
    }

    /// Appends the cuts of `text` to `cuts`: one or more for each Khmer word, in their order.
    pub(super) fn cut(&self, text: &str, cuts: &mut Vec<Cut>) {
        self.cut_first(text, cuts, usize::MAX);
    }

    /// Stops after the run of letters with which there are so many cuts, and gives its end.
    fn cut_first(&self, text: &str, cuts: &mut Vec<Cut>, enough: usize) -> usize {
        if self.is_idle {
            return text.len();
        }
        let bytes = text.as_bytes();
        let mut scratch = SCRATCH.take();
        let mut at = 0;
        let mut found = 0;
        while let Some(run) = next_run(bytes, at) {
            if found >= enough {
                break;
            }
            at = scratch.read_run(bytes, run);
            find_words(&mut scratch, self.dictionary, &self.extra);
            let mut start = 0;
            for word in &scratch.words {
                Cut::push(cuts, (word.end - start) as usize, word.whole);
                start = word.end;
            }
            Cut::end_run(cuts);
            found += scratch.words.len();
        }
        SCRATCH.set(scratch);
        match found >= enough {
            true => at,
            false => text.len(),
        }
    }

    fn with_cuts<T>(&self, text: &str, then: impl FnOnce(&[Cut]) -> T) -> T {
        let mut cuts = CUTS.take();
        cuts.clear();
        self.cut(text, &mut cuts);
        let result = then(&cuts);
        CUTS.set(cuts);
        result
    }

    /// Appends `text` to `output`, set as `breaks` says: a separator at each word boundary inside
    /// Khmer text. None beside spaces, punctuation, digits or other scripts, where the browser
    /// knows what to do; none inside a cluster, before `ៗ` or beside a word joiner; none where a
    /// zero-width space stands already. A number stays with its unit: `៥០ លានរៀល` gets no
    /// separator, and its space becomes a no-break space. So does a space before `។`, `៕`, `៖` or
    /// `ៗ`: no line begins with one of them. Nor does one end beside a consonant that stands alone.
    pub fn insert_breaks(&self, text: &str, breaks: &Breaks<'_>, output: &mut String) {
        self.with_cuts(text, |cuts| {
            let units = Units::WithTheirNumbers;
            set_text::write(
                text,
                cuts,
                breaks,
                units,
                |gap, out| out.push_str(gap),
                output,
            );
        });
    }

    /// Appends `text` to `output` with `separator` at every word boundary and nothing else changed:
    /// for text that is to be read by programs.
    pub fn separate_words(&self, text: &str, separator: &str, output: &mut String) {
        let breaks = Breaks::only(separator);
        self.with_cuts(text, |cuts| {
            let units = Units::AsWords;
            set_text::write(
                text,
                cuts,
                &breaks,
                units,
                |gap, out| out.push_str(gap),
                output,
            );
        });
    }
}

/// What the words of a text cost in the built-in dictionary, and how many clusters they have.
pub(super) fn cost_of_words(text: &str) -> (u64, u64) {
    let mut scratch = SCRATCH.take();
    let (mut at, mut cost, mut clusters) = (0, 0, 0);
    while let Some(run) = next_run(text.as_bytes(), at) {
        at = scratch.read_run(text.as_bytes(), run);
        let run = cost_of_run(&mut scratch, &DICTIONARY);
        (cost, clusters) = (cost + run.0, clusters + run.1);
    }
    SCRATCH.set(scratch);
    (cost, clusters)
}

// ---- words of a site ---------------------------------------------------------------------------

/// What a site's own word costs: less than nearly any two words, so that it is not cut in two; a short
/// one costs more, lest it be found inside other words.
const EXTRA_COST: u8 = COST_UNIT as u8;
const SHORT_EXTRA_COST: u8 = (4.0 * COST_UNIT) as u8;
/// Longer words than this are no words.
const LONGEST_EXTRA: usize = 100;

fn words_of_entry(entry: &str) -> Vec<String> {
    let entry = entry.replace(WORD_JOINER, "");
    normalise(&entry)
        .split(|character| !is_khmer_letter(character))
        .filter(|word| begins_with_base(word))
        .map(str::to_owned)
        .collect()
}

fn extra_cost(word: &str) -> u8 {
    match clusters(word).take(3).count() {
        0..=2 => SHORT_EXTRA_COST,
        _ => EXTRA_COST,
    }
}

/// What a name costs: a little less than the cheapest way to cut it, and less than two names that make it
/// up, which cost a little less than theirs. Nothing if the dictionary knows it as one word.
fn name_cost(name: &str, scratch: &mut Scratch) -> Option<u8> {
    scratch.read_run(name.as_bytes(), 0);
    let cut = cost_if_cut(scratch, &DICTIONARY)?;
    let less = (2 * clusters(name).count() as u64).saturating_sub(1);
    let cost = cut.saturating_sub(less).max(1);
    Some(u8::try_from(cost).map_or(LARGEST_COST, |cost| cost.min(LARGEST_COST)))
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
    use super::super::alphabet::NO_BREAK_SPACE;
    use super::super::automaton::START;
    use super::super::soup::soup;
    use super::super::unit::UNITS;
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
        check("ថវិកា|សម្រាប់|ការ|អប់រំ និង|សុខភាព");
    }

    #[test]
    fn words_of_public_life_are_cut_where_they_end() {
        check("តារាង|ការ|ចំណាយ|របស់|ឃុំ");
        check("ផែនការ|ចំណាយ");
        check("កិច្ចសន្យា|ការ|ជួល");
        check("ទឹក|ការ|ហូរ|ចូល");
        check("ពន្ធ|លើ|អចលនទ្រព្យ|របស់|និវាសនជន");
        check("បទប្បញ្ញត្តិ|ស្តីពី|វិសហមជ្ឈការ");
        check("គ្រូបង្រៀន|នៅ|ភ្នំ");
        check("សត្រូវ|របស់|សន្តិភាព");
        check("ខេត្ត|បាត់ដំបង");
    }

    #[test]
    fn halves_of_words_are_no_words() {
        let listed = |word: &str| {
            let mut words = WORDS.lines().filter_map(|line| line.split('\t').next());
            words.any(|own| own == word)
        };
        for half in [
            "រចំណាយ",
            "រជួល",
            "រហូរ",
            "រប្រាស្រ័យ",
            "ត្រូ",
            "ក្នុ",
            "អ្ន",
            "ជ្រើ",
            "ដែ",
            "ចំនួ",
            "វបាន",
        ] {
            assert!(!listed(half), "{half}");
        }
        for word in ["គ្រូ", "ភ្នំ", "ដី", "ខ្ចី", "ឈ្នះ"] {
            assert!(listed(word), "{word}");
        }
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
        check("ផ្សេង\u{a0}ៗ។");
        check("ៗ");
    }

    #[test]
    fn no_line_ends_beside_a_lone_consonant() {
        let segmenter = Segmenter::new(&["លុយ"]);
        let breaks = Breaks {
            separator: "|",
            whole: Some(("<", ">")),
        };
        for (text, expected) in [
            ("ទៅលក្នុងផ្ទះ", "<ទៅលក្នុង>|ផ្ទះ"),
            ("មួយយ ៥", "<មួយយ> ៥"),
            ("ពណ៌សៗ", "<ពណ៌សៗ>"),
            // A vowel that stands alone is a word.
            ("ទៅឬមក", "ទៅ|ឬ|មក"),
        ] {
            let mut output = String::new();
            segmenter.insert_breaks(text, &breaks, &mut output);
            assert_eq!(output, expected, "{text}");
        }
        // Many of them are no word that could be kept on one line; and their words are words.
        let letters = "ទៅ\u{200b}ក".repeat(40).replace('\u{200b}', "");
        assert!(broken(&segmenter, &letters).split('|').count() > 3);
        let words: Vec<&str> = segmenter.segment("ទៅលក្នុង").collect();
        assert_eq!(words, ["ទៅ", "ល", "ក្នុង"]);
    }

    #[test]
    fn no_line_begins_with_a_sign_that_ends_a_phrase() {
        let segmenter = Segmenter::new(&[]);
        for (text, expected) in [
            ("ទៅផ្សារ ។ ខ្ញុំ", "ទៅ|ផ្សារ\u{a0}។ ខ្ញុំ"),
            ("ផ្សារ ៖ ផ្សារ ៕", "ផ្សារ\u{a0}៖ ផ្សារ\u{a0}៕"),
            ("ផ្សេង ៗគ្នា", "ផ្សេង\u{a0}ៗ|គ្នា"),
            ("៥០ លាន ៛ ។", "៥០\u{a0}លាន ៛\u{a0}។"),
            ("៥ ៛ ។ (ABC ។)", "៥\u{a0}៛\u{a0}។ (ABC\u{a0}។)"),
            // Nothing to tie, or what opens a phrase.
            ("ផ្សារ។ ផ្សារ", "ផ្សារ។ ផ្សារ"),
            ("ផ្សារ «ផ្សារ»", "ផ្សារ «ផ្សារ»"),
            (" ។", "\u{a0}។"),
        ] {
            assert_eq!(broken(&segmenter, text), expected, "{text}");
        }
    }

    #[test]
    fn words_that_a_browser_would_cut_are_kept_whole() {
        let segmenter = Segmenter::new(&["ភ្នំពេញថ្មី", "មិនកាន់ជើងខាងណា", "មិនកាន់ជើងខាងណាទេ"]);
        let breaks = Breaks {
            separator: "|",
            whole: Some(("<", ">")),
        };
        for (text, expected) in [
            // Of the dictionary: one that browsers cut, and one that they do not.
            ("ប្រជាពលរដ្ឋមនុស្ស", "<ប្រជាពលរដ្ឋ>|មនុស្ស"),
            ("មនុស្សទាំងអស់", "មនុស្ស|<ទាំងអស់>"),
            ("ខ្ញុំទៅ", "ខ្ញុំ|ទៅ"),
            // Of the site, of nobody, and with the sign of repetition.
            ("ទៅភ្នំពេញថ្មី", "ទៅ|<ភ្នំពេញថ្មី>"),
            ("ឋ្ឋៅឋ្ឋៅ", "<ឋ្ឋៅឋ្ឋៅ>"),
            ("ធំៗណាស់", "<ធំៗ>|ណាស់"),
            // As long as a line of a phone with large letters, and longer.
            ("ទៅមិនកាន់ជើងខាងណា", "ទៅ|<មិនកាន់ជើងខាងណា>"),
            ("ទៅមិនកាន់ជើងខាងណាទេ", "ទៅ|មិនកាន់ជើងខាងណាទេ"),
            // With the signs that close them, and without others.
            ("ខ្ញុំ៖ ទាំងអស់៖ ធំៗ។", "ខ្ញុំ៖ <ទាំងអស់៖> <ធំៗ។>"),
            (
                "(«ទាំងអស់»)។ ទាំងអស់ ។ ទាំងអស់ <",
                "(«<ទាំងអស់»)។> <ទាំងអស់>\u{a0}។ <ទាំងអស់> <",
            ),
            ("ទៅមិនកាន់ជើងខាងណាទេ?", "ទៅ|មិនកាន់ជើងខាងណាទេ?"),
            // A line to write on is no part of a word.
            ("ទាំងអស់... ទាំងអស់....", "<ទាំងអស់...> <ទាំងអស់>...."),
        ] {
            let mut output = String::new();
            segmenter.insert_breaks(text, &breaks, &mut output);
            assert_eq!(output, expected, "{text}");
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
    fn a_name_of_a_place_is_whole_and_cuts_no_word() {
        // Villages are called so.
        let names = [
            "ទួលប្រាក់",
            "រការ",
            "រមូល",
            "ការ",
            "បឹងធំ",
            "បឹង",
            "ធំ",
            "ត្រពាំងចំការ",
        ];
        let segmenter = Segmenter::with_names(&[], &names);
        let plain = Segmenter::new(&[]);
        for text in [
            "ទទួលប្រាក់",
            "ការការពារ",
            "ការមូលដ្ឋាន",
            "តុលាការពារ",
            "អង្គការ",
            "រៀបចំការបោះពុម្ព",
        ] {
            assert_eq!(broken(&segmenter, text), broken(&plain, text));
        }
        for name in names {
            let text = format!("នៅ{name}មាន");
            let words: Vec<&str> = segmenter.segment(&text).collect();
            assert_eq!(words, ["នៅ", name, "មាន"]);
        }
        // What the site itself names goes before what is on a list.
        let named = Segmenter::with_names(&["ប្រាក់ថ្មី"], &names);
        assert_eq!(broken(&segmenter, "ទួលប្រាក់ថ្មី"), "ទួលប្រាក់|ថ្មី");
        assert_eq!(broken(&named, "ទួលប្រាក់ថ្មី"), "ទួល|ប្រាក់ថ្មី");
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
        // A no-break space is longer than a space.
        let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();
        let mut characters = 0;
        parts[..parts.len() - 1]
            .iter()
            .map(|part| {
                characters += part.chars().count();
                starts[characters]
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
