//! In: a line of text. Out: what one pass over its bytes tells of it, enough to let nearly every proper
//! line pass.
//!
//! An automaton over bytes that knows the plainest clusters: a letter, what stands below it, at most
//! one shifter, vowel, sign and final, in order. Whatever else there is, right or wrong, is for the
//! slow paths of [`irregular`](super::irregular) and [`legacy`](super::legacy); their tests compare
//! the two on random text.

use super::alphabet::{Role, role};

/// What a line holds, by its bytes alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glance {
    /// Khmer consonants and independent vowels.
    pub letters: usize,
    /// Whether its Khmer is regular; a line that is not plain may be regular all the same.
    pub is_plain: bool,
    /// Whether anything in it may be a sign of a font that draws Khmer letters in the places of
    /// others: a capital inside a word, a letter that English does not have.
    pub may_be_a_font: bool,
}

impl Glance {
    #[inline]
    pub(super) fn at(line: &str) -> Glance {
        let bytes = line.as_bytes();
        let mut letters = 0_usize;
        let (mut is_plain, mut may_be_a_font) = (true, false);
        let mut state = OUTSIDE;
        let mut rest = bytes;
        loop {
            // Nearly all of a line is Khmer; so this is as short as it can be.
            while let [0xE1, second @ (0x9E | 0x9F), third, behind @ ..] = rest {
                let index = usize::from(second & 1) << 6 | usize::from(third & 0x3F);
                letters += usize::from(index <= LAST_LETTER);
                state = STEPS[usize::from(state)][index];
                is_plain &= state != NOT_PLAIN;
                rest = behind;
            }
            let [_, behind @ ..] = rest else {
                break;
            };
            let at = bytes.len() - rest.len();
            is_plain &= state != AFTER_COENG && !is_strange(bytes, at);
            may_be_a_font |= may_be_a_sign(bytes, at);
            state = OUTSIDE;
            rest = behind;
        }
        Glance {
            letters,
            is_plain: is_plain && state != AFTER_COENG,
            may_be_a_font,
        }
    }
}

const LAST_LETTER: usize = 0x33;

/// Whether something begins here that proper text does not have: invisibles, the dotted circle,
/// private use, controls, and what begins like them.
#[inline]
fn is_strange(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'\t' | b'\n' | b'\r' => false,
        0..=0x1F | 0x7F | 0xEE.. => true,
        0xC2 => bytes[at + 1] < 0xA0,
        0xE2 => matches!(bytes[at + 1..], [0x80, 0x8C | 0x8D, ..] | [0x97, 0x8C, ..]),
        _ => false,
    }
}

/// Whether a character that is no Khmer letter, or what follows it, may speak for a legacy font.
/// Dashes, quotation marks and blanks do not, nor do words in small letters or in capitals.
#[inline]
fn may_be_a_sign(bytes: &[u8], at: usize) -> bool {
    let after = || bytes.get(at + 1).copied().unwrap_or(b' ');
    let is_after = |kind: fn(&u8) -> bool| at > 0 && kind(&bytes[at - 1]);
    match bytes[at] {
        b'R' => {
            is_after(|before| before.is_ascii_lowercase() || !before.is_ascii())
                || (after().is_ascii_lowercase() && !b"aeiouyhzw".contains(&after()))
        }
        b'A'..=b'Z' => is_after(|before| before.is_ascii_lowercase() || !before.is_ascii()),
        b';' => is_after(u8::is_ascii_lowercase) && after().is_ascii_lowercase(),
        0xC2 => SIGNS_OF_LATIN_1.contains(&after()),
        0xE2 => match bytes[at + 1..] {
            [0x80, last, ..] => matches!(last, 0xA0 | 0xA1 | 0xB0 | 0xB9 | 0xBA),
            [second, ..] => !matches!(second, 0x81..=0x83 | 0x86..=0x91 | 0x93..=0xAF),
            [] => true,
        },
        0xC3.. => true,
        _ => false,
    }
}

/// The second bytes of `¢ £ ¤ ¥ ¦ § © µ ¶ ¼ ½ ¾ ¿`.
const SIGNS_OF_LATIN_1: [u8; 13] = [
    0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA9, 0xB5, 0xB6, 0xBC, 0xBD, 0xBE, 0xBF,
];

// ---- plain clusters ------------------------------------------------------------------------------

const OUTSIDE: u8 = 0;
const LETTER: u8 = 1;
const ROBAT: u8 = 2;
const BELOW: u8 = 3;
const SHIFTED: u8 = 4;
const VOWEL: u8 = 5;
const SIGN: u8 = 6;
const FINAL: u8 = 7;
const AFTER_COENG: u8 = 8;
const NOT_PLAIN: u8 = 9;

/// For each state, the state after each of the 128 code points of the Khmer block.
static STEPS: [[u8; 128]; 10] = {
    let mut table = [[NOT_PLAIN; 128]; 10];
    let mut state = 0;
    while state < 9 {
        let mut index = 0;
        while index < 128 {
            if let Some(character) = char::from_u32(0x1780 + index as u32) {
                table[state][index] = step(state as u8, character);
            }
            index += 1;
        }
        state += 1;
    }
    table
};

const fn step(state: u8, character: char) -> u8 {
    let discouraged = matches!(
        character,
        '\u{17A3}'
            | '\u{17A4}'
            | '\u{17A8}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{17D3}'
            | '\u{17D8}'
            | '\u{17DD}'
    );
    if discouraged {
        return NOT_PLAIN;
    }
    match role(character) {
        Role::Base if state == AFTER_COENG => BELOW,
        Role::Base => LETTER,
        Role::Other if state != AFTER_COENG => OUTSIDE,
        Role::Robat if state == LETTER => ROBAT,
        Role::Coeng if matches!(state, LETTER | ROBAT | BELOW) => AFTER_COENG,
        Role::Shifter if matches!(state, LETTER..=BELOW) => SHIFTED,
        Role::VowelBefore | Role::VowelBelow | Role::VowelAbove | Role::VowelAfter
            if matches!(state, LETTER..=SHIFTED) =>
        {
            VOWEL
        }
        Role::Modifier if matches!(state, LETTER..=VOWEL) => SIGN,
        Role::Final if matches!(state, LETTER..=SIGN) => FINAL,
        _ => NOT_PLAIN,
    }
}
