//! What stays on one line: which words, and what of the signs around them.

use super::cluster::clusters;

/// How many bytes of signs a text begins with that close the word before it, and are no mark of HTML; none of
/// many signs, which are a line to write on and may be wider than a page.
pub(super) fn closing(text: &str) -> usize {
    let is_closing = |sign: &char| {
        matches!(
            sign,
            '។'..='៖' | '»' | '”' | '’' | ')' | ']' | ',' | '.' | '?' | '!' | ':' | '…'
        )
    };
    let signs = || text.chars().take_while(is_closing).take(MOST_CLOSING + 1);
    match signs().count() {
        0..=MOST_CLOSING => signs().map(char::len_utf8).sum(),
        _ => 0,
    }
}

/// How many signs close a word at most.
const MOST_CLOSING: usize = 3;

/// Whether there is something to keep together that fits a line of a phone of 320 px whose reader has
/// the letters twice as large; what is longer would be wider than the page.
pub(super) fn fits_a_line(word: &str) -> bool {
    (2..=LONGEST_WHOLE).contains(&clusters(word).take(LONGEST_WHOLE + 1).count())
}

/// The longest word that is kept whole, in clusters.
const LONGEST_WHOLE: usize = 9;

/// Words that are kept together with a lone consonant are no longer than this in all, in bytes.
pub(super) const LONGEST_TIED: usize = 3 * 24;

/// Whether a word is a consonant without a vowel. Hardly any is a word: most are a letter typed too
/// much or a piece of an unknown word, and every third break beside one is wrong. So no line ends there.
pub(super) fn is_lone(word: &[u8]) -> bool {
    // From U+1780 to U+17A2.
    matches!(word, [0xE1, 0x9E, 0x80..=0xA2])
}
