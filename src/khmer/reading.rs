//! In: text. Out: how long it takes to read.
//!
//! Measured by what a reader's eyes pass over and not by words, which in Khmer would have to be found
//! first: a cluster of Khmer letters, and a word or number of another script, each count as much as
//! they do on average. Knows nothing of the words themselves.

use super::set_text::other_word_length;

/// A Khmer word has 2.4 clusters on average: 2.6 in the Declaration of Human Rights, 2.2 in our own
/// handbook.
const CLUSTER: usize = 5;
const OTHER_WORD: usize = 12;
/// A practised reader takes 160 words in a minute.
const A_MINUTE: usize = 160 * OTHER_WORD;

/// How long a text is to read, for [`reading_minutes`]; the lengths of texts may be added.
pub fn reading_length(text: &str) -> usize {
    let (mut clusters, mut others) = (0_usize, 0_usize);
    let mut is_after_coeng = false;
    let mut rest = text.as_bytes();
    loop {
        while let [0xE1, second @ (0x9E | 0x9F), third, behind @ ..] = rest {
            let index = usize::from(second & 1) << 6 | usize::from(third & 0x3F);
            if DIGITS.contains(&index) {
                break;
            }
            clusters += usize::from(index <= LAST_LETTER && !is_after_coeng);
            is_after_coeng = index == COENG_INDEX;
            rest = behind;
        }
        is_after_coeng = false;
        let length = match rest {
            [] => break,
            [0..=b'/' | b':'..=b'@' | b'['..=b'`' | b'{'..=0x7F, ..] => 1,
            _ => {
                let text = &text[text.len() - rest.len()..];
                let word = other_word_length(text);
                others += usize::from(word > 0);
                let letter = || text.chars().next().map_or(1, char::len_utf8);
                if word > 0 { word } else { letter() }
            }
        };
        rest = &rest[length..];
    }
    clusters * CLUSTER + others * OTHER_WORD
}

/// How many minutes it takes to read a text of this [`reading_length`]: whole ones, and never none.
pub fn reading_minutes(length: usize) -> usize {
    length.div_ceil(A_MINUTE).max(1)
}

const LAST_LETTER: usize = 0x33;
const COENG_INDEX: usize = 0x52;
const DIGITS: std::ops::RangeInclusive<usize> = 0x60..=0x69;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_takes_at_least_a_minute() {
        let word = reading_length("word");
        for (words, minutes) in [(0, 1), (160, 1), (161, 2), (1600, 10)] {
            assert_eq!(reading_minutes(words * word), minutes);
        }
    }

    #[test]
    fn clusters_and_the_words_of_other_scripts_are_counted() {
        for (text, clusters, others) in [
            ("", 0, 0),
            ("។ ៕ — … (៛)", 0, 0),
            ("ស្ត្រី", 1, 0),
            ("ខ្ញុំទៅផ្សារ", 4, 0),
            ("ផ្សេងៗ ក្ក", 3, 0),
            ("the people's budget", 0, 3),
            ("ឆ្នាំ២០២៦ មាន 1,234.5 រៀល", 5, 2),
            ("ទី១ café naïve ២.៣", 1, 4),
        ] {
            let expected = clusters * CLUSTER + others * OTHER_WORD;
            assert_eq!(reading_length(text), expected, "{text}");
        }
    }

    /// On text that the weights were not made on alone, the two ways to count come near each other.
    #[test]
    fn the_length_of_a_text_is_that_of_its_words() {
        let declaration = include_str!("fixtures/udhr-khm.txt");
        let words = super::super::word_count(&super::super::Segmenter::new(&[]), declaration);
        let (length, expected) = (reading_length(declaration), words * OTHER_WORD);
        assert!(
            length * 9 < expected * 10 && expected * 9 < length * 10,
            "{length} {expected}"
        );
    }
}
