//! In: text. Out: a key whose bytes stand in the order of a Khmer index, and the letter under which
//! a reader looks for it.
//!
//! The order is Unicode's for Khmer (CLDR): digits, Khmer, then other scripts; a consonant, then with
//! its vowels, then with what is written below it. An independent vowel stands beside its consonant
//! with the same sound, ឥ beside អិ; ឫ and ឬ follow រ, ឭ and ឮ follow ល. Text is normalised first,
//! which the collation leaves to its caller, and joiners and zero-width spaces do not count. Numbers
//! stand by what they are worth: ទី២ before ទី១០.
//!
//! The crate icu_collator is in the program anyway, since the leaflets' typesetter uses it. It takes
//! as long as a key of our own did (0.9 µs a word), and that put the independent vowels after អ, ៈ after all
//! vowels and ័ ៍ ៏ in the order of their code points: 974 of 58,792 words stood elsewhere.

use super::normalise::normalise;
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::{Locale, locale};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use unicode_normalization::UnicodeNormalization;

static COLLATOR: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    Collator::try_new(locale!("km-u-kn").into(), options())
        .expect("the rules for Khmer are compiled in")
});

fn options() -> CollatorOptions {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    options
}

/// The key of `text`: sort by it.
///
/// ```
/// use sala_khmer::sort_key;
/// let mut words = ["ខ", "ក្រ", "Kampot", "កា", "កក"];
/// words.sort_by_cached_key(|word| sort_key(word));
/// assert_eq!(words, ["កក", "កា", "ក្រ", "ខ", "Kampot"]);
/// let mut numbers = ["ទី១០", "ទី២", "១០", "៩ក", "ទី 3", "២"];
/// numbers.sort_by_cached_key(|number| sort_key(number));
/// assert_eq!(numbers, ["២", "៩ក", "១០", "ទី 3", "ទី២", "ទី១០"]);
/// ```
pub fn sort_key(text: &str) -> Vec<u8> {
    key_by(&COLLATOR, text)
}

/// The same in the order of another language, by its BCP 47 tag: Vietnamese đ after all words with d. Khmer
/// and English have the one order of [`sort_key`], so that lists in both are in one; a language whose order
/// CLDR does not know has that of all.
pub fn sort_key_in(language: &str, text: &str) -> Vec<u8> {
    match collator_of(language) {
        Some(collator) => key_by(&collator, text),
        None => sort_key(text),
    }
}

fn collator_of(language: &str) -> Option<Arc<CollatorBorrowed<'static>>> {
    static OTHERS: LazyLock<Mutex<BTreeMap<String, Arc<CollatorBorrowed<'static>>>>> =
        LazyLock::new(Mutex::default);
    if matches!(language.split('-').next(), Some("km" | "en")) {
        return None;
    }
    let mut others = OTHERS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = others.get(language) {
        return Some(Arc::clone(known));
    }
    let locale: Locale = format!("{language}-u-kn").parse().ok()?;
    let made = Arc::new(Collator::try_new(locale.into(), options()).ok()?);
    others.insert(language.to_owned(), Arc::clone(&made));
    Some(made)
}

fn key_by(collator: &CollatorBorrowed<'_>, text: &str) -> Vec<u8> {
    let normalised = normalise(text);
    let visible: String = normalised
        .chars()
        .filter(|character| !matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'))
        .collect();
    let visible = visible.trim();
    let mut key = Vec::with_capacity(visible.len() * 2);
    // Writing into memory cannot fail.
    let _ = collator.write_sort_key_to(visible, &mut key);
    // Texts that differ in nothing that counts have an order all the same.
    key.push(0);
    key.extend_from_slice(visible.as_bytes());
    key
}

/// Under what a reader looks for a text in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// A consonant, or one of ឫ ឬ ឭ ឮ.
    Khmer(char),
    /// A capital without accents.
    Latin(char),
    Digit,
    /// A letter of another script, without marks.
    Letter(char),
    /// No letter at all.
    Other,
}

/// The heading of `text`, whose [`sort_key_in`] the language is `key`, and what sorts a list with headings: Khmer
/// first, then Latin letters, digits, letters of other scripts, all else. What stands before the first letter or digit, such as a quotation mark,
/// does not count.
///
/// An independent vowel that stands among the words of អ has no heading of its own, ឥ no more than
/// ឧ, so that the headings follow one another as the words do. ឫ ឬ ឭ ឮ, which stand between
/// consonants, have theirs, as in a dictionary on paper.
///
/// ```
/// use sala_khmer::{Heading, index_entry, sort_key};
/// let heading = |text| index_entry("km", text, &sort_key(text)).0;
/// assert_eq!(heading("«ភ្នំពេញ»"), Heading::Khmer('ភ'));
/// assert_eq!(heading("ឧត្តម"), Heading::Khmer('អ'));
/// assert_eq!(heading("élection"), Heading::Latin('E'));
/// assert_eq!(heading("أموال"), Heading::Letter('ا'));
/// ```
pub fn index_entry(language: &str, text: &str, key: &[u8]) -> (Heading, Vec<u8>) {
    let shown = text.trim_start_matches(|first: char| !first.is_alphanumeric());
    let heading = heading(shown);
    let group = match heading {
        Heading::Khmer(_) => 0,
        Heading::Latin(_) => 1,
        Heading::Digit => 2,
        Heading::Letter(_) => 3,
        Heading::Other => 4,
    };
    let mut entry = vec![group];
    if let Heading::Letter(letter) = heading {
        // Its words stand together, whatever the order makes of marks on the letter.
        let letter = letter.encode_utf8(&mut [0; 4]).to_owned();
        entry.append(&mut sort_key_in(language, &letter));
    }
    match shown.len() == text.len() {
        true => entry.extend_from_slice(key),
        false => entry.append(&mut sort_key_in(language, shown)),
    }
    (heading, entry)
}

fn heading(text: &str) -> Heading {
    let Some(first) = text.chars().next() else {
        return Heading::Other;
    };
    match first {
        'ក'..='អ' | 'ឫ'..='ឮ' => Heading::Khmer(first),
        '\u{17A3}'..='\u{17B3}' => Heading::Khmer('អ'),
        _ if first.is_numeric() => Heading::Digit,
        _ => match latin_capital(first) {
            Some(capital) => Heading::Latin(capital),
            None => letter_alone(first).map_or(Heading::Other, Heading::Letter),
        },
    }
}

/// A letter of a script that is neither Khmer nor Latin, as it stands in an alphabet; Chinese has none.
fn letter_alone(letter: char) -> Option<char> {
    let is_ideograph = matches!(letter, '\u{2E80}'..='\u{2FDF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..);
    let alone = letter.nfkd().next();
    let alone = alone.filter(|letter| letter.is_alphabetic() && !is_ideograph)?;
    let mut capital = alone.to_uppercase();
    Some(match (capital.next(), capital.next()) {
        (Some(capital), None) => capital,
        _ => alone,
    })
}

/// The letter from A to Z beside which the collation puts a Latin letter.
fn latin_capital(letter: char) -> Option<char> {
    let plain = letter.nfd().next()?;
    match plain {
        'Đ' | 'đ' => Some('D'),
        'Ø' | 'ø' | 'Œ' | 'œ' => Some('O'),
        'Æ' | 'æ' => Some('A'),
        'Ł' | 'ł' => Some('L'),
        'ß' => Some('S'),
        _ => plain
            .is_ascii_alphabetic()
            .then(|| plain.to_ascii_uppercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[track_caller]
    fn check_order(expected: &[&str]) {
        let mut sorted: Vec<&str> = expected.iter().rev().copied().collect();
        sorted.sort_by_cached_key(|text| sort_key(text));
        assert_eq!(sorted, expected);
    }

    #[test]
    fn a_consonant_alone_comes_before_its_vowels_and_its_stacks() {
        check_order(&[
            "ក",
            "កក",
            "កា",
            "កាក",
            "កិ",
            "កុំ",
            "កំ",
            "កាំ",
            "កះ",
            "ក្ក",
            "ក្រ",
            "ខ",
        ]);
    }

    #[test]
    fn an_independent_vowel_stands_beside_its_sound() {
        check_order(&["ហ", "ឡ", "អ", "ឥដ្ឋ", "ឪពុក", "ឯកសារ"]);
        check_order(&["អិ", "ឥដ្ឋ", "អីវ៉ាន់"]);
        check_order(&["រុក្ខា", "ឫស្សី", "ឬ", "ល", "ឭ", "វ"]);
    }

    #[test]
    fn provinces_stand_as_in_an_index() {
        check_order(&[
            "កណ្តាល",
            "កោះកុង",
            "ក្រចេះ",
            "តាកែវ",
            "បាត់ដំបង",
            "ពោធិ៍សាត់",
            "ព្រៃវែង",
            "ភ្នំពេញ",
            "មណ្ឌលគិរី",
            "សៀមរាប",
            "ស្វាយរៀង",
        ]);
    }

    #[test]
    fn other_scripts_follow_and_digits_come_first() {
        check_order(&["១", "2", "៣", "១០", "ក", "អ", "Budget", "kampot", "Zone"]);
        check_order(&["ទី២", "ទី១០", "ភូមិ ៩ ក", "ភូមិ ១០", "ភូមិ ១០០"]);
        check_order(&["ភ្នំ", "ភ្នំ ក", "ភ្នំក"]);
    }

    #[test]
    fn other_languages_have_their_own_order() {
        let sorted = |language: &str| {
            let mut words = ["đá", "da", "dừa", "ă", "az", "ب", "أ", "ا"];
            words.sort_by_cached_key(|word| sort_key_in(language, word));
            words.join(" ")
        };
        assert_eq!(sorted("vi"), "az ă da dừa đá أ ا ب");
        assert_eq!(sorted("ar"), "أ ا ب ă az da đá dừa");
        assert_eq!(sorted("en-GB"), sorted("km"));
        assert_eq!(sorted("cja-Arab"), sorted("xx"), "the order of all");
        let entry = |word: &str| index_entry("ar", word, &sort_key_in("ar", word));
        assert_eq!(entry("أموال").0, entry("اجتماع").0);
    }

    #[test]
    fn spelling_variants_share_their_key() {
        assert_eq!(sort_key("ស្រ្តី"), sort_key("ស្ត្រី"));
        assert_eq!(sort_key("ភ្នំ\u{200B}ពេញ"), sort_key("ភ្នំពេញ"));
        check_order(&["កត", "កត់", "កតា"]);
    }

    #[test]
    fn headings_follow_one_another_as_the_words_do() {
        let words = include_str!("words.tsv");
        let mut entries: Vec<(Vec<u8>, Heading)> = words
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split('\t').next())
            .map(|word| {
                let (heading, key) = index_entry("km", word, &sort_key(word));
                (key, heading)
            })
            .collect();
        entries.sort_by(|one, other| one.0.cmp(&other.0));
        let mut headings: Vec<Heading> = entries.iter().map(|(_, heading)| *heading).collect();
        headings.dedup();
        let distinct: BTreeSet<String> =
            headings.iter().map(|found| format!("{found:?}")).collect();
        assert_eq!(distinct.len(), headings.len(), "{headings:?}");
        assert!(headings.len() > 30);
    }

    #[test]
    fn every_text_has_a_heading() {
        for (text, heading) in [
            ("«ស្គាល់ថវិកា»", Heading::Khmer('ស')),
            ("ឧត្តម", Heading::Khmer('អ')),
            ("ឫស្សី", Heading::Khmer('ឫ')),
            ("១០ ជំហាន", Heading::Digit),
            ("2026", Heading::Digit),
            ("“Budget”", Heading::Latin('B')),
            ("Đà Nẵng", Heading::Latin('D')),
            ("中文", Heading::Other),
            ("أموال", Heading::Letter('ا')),
            ("ﻣﺎﻝ", Heading::Letter('م')),
            ("вода", Heading::Letter('В')),
            ("…", Heading::Other),
            ("", Heading::Other),
        ] {
            assert_eq!(
                index_entry("km", text, &sort_key(text)).0,
                heading,
                "{text}"
            );
        }
    }
}
