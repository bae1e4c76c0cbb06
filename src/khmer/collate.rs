//! In: text. Out: a key whose bytes stand in the order of a Khmer index.
//!
//! Dictionary order: consonants, then the vowels a consonant carries, then what is written below
//! it; signs count only between words that are otherwise alike. Spaces and punctuation come first,
//! then digits, Khmer letters and last all other scripts. Text is normalised; zero-width spaces do
//! not count. Not the full collation of Unicode: other scripts are compared by code point, in lower
//! case.

use super::alphabet::{COENG, Role, role};
use super::cluster::clusters;
use super::normalise::normalise;
use super::number::digit_value;

const END_OF_LETTERS: u8 = 0;
const END_OF_SIGNS: u8 = 0;
const SIGN: u8 = 1;
const SPACE: u8 = 0x02;
const PUNCTUATION: u8 = 0x03;
const DIGIT: u8 = 0x10;
const CONSONANT: u8 = 0x20;
const VOWEL: u8 = 0x60;
const BELOW: u8 = 0x80;
const OTHER: u8 = 0xC0;

/// The key of `text`: sort by it.
///
/// ```
/// use sala::khmer::sort_key;
/// let mut words = ["ខ", "ក្រ", "Kampot", "កា", "កក"];
/// words.sort_by_cached_key(|word| sort_key(word));
/// assert_eq!(words, ["កក", "កា", "ក្រ", "ខ", "Kampot"]);
/// ```
pub fn sort_key(text: &str) -> Vec<u8> {
    let normalised = normalise(text);
    let visible: String = normalised
        .chars()
        .filter(|character| !matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'))
        .collect();
    let mut letters = Vec::with_capacity(visible.len());
    let mut signs = Vec::new();
    for cluster in clusters(visible.trim()) {
        if cluster
            .chars()
            .any(|character| role(character) != Role::Other)
        {
            push_khmer(cluster, &mut letters, &mut signs);
        } else {
            push_other(cluster, &mut letters);
        }
    }
    letters.push(END_OF_LETTERS);
    letters.append(&mut signs);
    letters.push(END_OF_SIGNS);
    letters.extend_from_slice(visible.as_bytes());
    letters
}

fn push_khmer(cluster: &str, letters: &mut Vec<u8>, signs: &mut Vec<u8>) {
    let mut vowel = String::new();
    let mut below = false;
    for character in cluster.chars() {
        match role(character) {
            Role::Base if below => letters.extend([BELOW, consonant(character)]),
            Role::Base => letters.push(consonant(character)),
            Role::VowelBefore
            | Role::VowelBelow
            | Role::VowelAbove
            | Role::VowelAfter
            | Role::Final => vowel.push(character),
            Role::Modifier if character == '\u{17C6}' => vowel.push(character),
            Role::Robat | Role::Shifter | Role::Modifier => {
                let place = u16::try_from(letters.len()).unwrap_or(u16::MAX);
                signs.push(SIGN);
                signs.extend(place.to_be_bytes());
                signs.push(low_byte(character));
            }
            _ => {}
        }
        below = character == COENG;
    }
    push_vowel(&vowel, letters);
}

/// The vowels in the order in which a Khmer child learns them; each may be several signs.
const VOWELS: [&str; 24] = [
    "\u{17B6}",
    "\u{17B7}",
    "\u{17B8}",
    "\u{17B9}",
    "\u{17BA}",
    "\u{17BB}",
    "\u{17BC}",
    "\u{17BD}",
    "\u{17BE}",
    "\u{17BF}",
    "\u{17C0}",
    "\u{17C1}",
    "\u{17C2}",
    "\u{17C3}",
    "\u{17C4}",
    "\u{17C5}",
    "\u{17BB}\u{17C6}",
    "\u{17C6}",
    "\u{17B6}\u{17C6}",
    "\u{17C7}",
    "\u{17BB}\u{17C7}",
    "\u{17C1}\u{17C7}",
    "\u{17C4}\u{17C7}",
    "\u{17C8}",
];

fn push_vowel(vowel: &str, letters: &mut Vec<u8>) {
    let rank = |written: &str| VOWELS.iter().position(|known| *known == written);
    if let Some(rank) = rank(vowel) {
        letters.push(VOWEL + rank as u8);
        return;
    }
    let mut buffer = [0; 4];
    for sign in vowel.chars() {
        let rank = rank(sign.encode_utf8(&mut buffer)).unwrap_or(VOWELS.len());
        letters.push(VOWEL + rank as u8);
    }
}

/// The place of a base in the Khmer block, 0 to 51, after [`CONSONANT`].
fn consonant(base: char) -> u8 {
    CONSONANT + low_byte(base) - 0x80
}

/// The code point's last byte; that of a Khmer letter is 0x80 and more.
fn low_byte(character: char) -> u8 {
    (character as u32 & 0xFF) as u8
}

fn push_other(cluster: &str, letters: &mut Vec<u8>) {
    for character in cluster.chars() {
        if let Some(value) = digit_value(character) {
            letters.push(DIGIT + value as u8);
        } else if character.is_whitespace() {
            letters.push(SPACE);
        } else if character.is_alphanumeric() {
            for lower in character.to_lowercase() {
                letters.push(OTHER);
                let mut buffer = [0; 4];
                letters.extend_from_slice(lower.encode_utf8(&mut buffer).as_bytes());
            }
        } else {
            letters.push(PUNCTUATION);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        check_order(&["ហ", "ឡ", "អ", "ឥដ្ឋ", "ឧសភា", "ឪពុក"]);
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
        check_order(&["១", "១០", "2", "៣", "ក", "អ", "Budget", "kampot", "Zone"]);
        check_order(&["ភ្នំ", "ភ្នំ ក", "ភ្នំក"]);
    }

    #[test]
    fn spelling_variants_share_the_letters_of_their_key() {
        assert_eq!(sort_key("ស្រ្តី"), sort_key("ស្ត្រី"));
        assert_eq!(sort_key("ភ្នំ\u{200B}ពេញ"), sort_key("ភ្នំពេញ"));
        check_order(&["កត", "កត់", "កតា"]);
    }
}
