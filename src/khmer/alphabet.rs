//! In: one code point. Out: what it is to Khmer spelling: a base, a joiner, a vowel, a sign.
//!
//! Knows the Khmer block of Unicode and the two joiners, nothing of words, numbers or text.

/// The sign that writes the next base below the line.
pub(crate) const COENG: char = '\u{17D2}';
/// The consonant DA, written below the line exactly as TA is.
pub(crate) const DA: char = '\u{178A}';
/// The consonant TA.
pub(crate) const TA: char = '\u{178F}';
/// The consonant RO, the last of a stack.
pub(crate) const RO: char = '\u{179A}';
/// The vowel U, which looks like a shifter under what is drawn above.
pub(crate) const VOWEL_U: char = '\u{17BB}';
/// The sign of a short A.
pub(crate) const SAMYOK_SANNYA: char = '\u{17D0}';
/// The repetition sign, which no line may begin with.
pub(crate) const REPETITION: char = '\u{17D7}';
/// The currency sign of the riel.
pub(crate) const RIEL_SIGN: char = '\u{17DB}';
pub(crate) const ZERO_WIDTH_SPACE: char = '\u{200B}';
pub(crate) const ZERO_WIDTH_NON_JOINER: char = '\u{200C}';
pub(crate) const ZERO_WIDTH_JOINER: char = '\u{200D}';
/// Between a number and the word for its unit, which stay on one line.
pub(crate) const NO_BREAK_SPACE: char = '\u{A0}';
pub(crate) const WORD_JOINER: char = '\u{2060}';
/// Stands for a letter that is not there.
pub(crate) const DOTTED_CIRCLE: char = '\u{25CC}';

/// The part a code point plays in a cluster.
///
/// The order is the order in which Unicode Technical Note 61 writes the marks of a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Not part of any cluster: digits, punctuation, every other script.
    Other,
    /// A consonant or an independent vowel.
    Base,
    /// `៌`, the sign of an R before the letter.
    Robat,
    /// `្`, which writes the next letter below the line.
    Coeng,
    /// `៉` or `៊`, which moves a consonant to the other series.
    Shifter,
    ZeroWidthNonJoiner,
    /// Written left of the letter, alone or with other parts: `េ`, `ោ`, `ើ`.
    VowelBefore,
    VowelBelow,
    VowelAbove,
    VowelAfter,
    /// A sign after the vowel: `ំ`, `់`, `៍`.
    Modifier,
    /// `ះ` or `ៈ`.
    Final,
    /// Before a coeng it makes that coeng the last letter of the cluster, as in Middle Khmer.
    ZeroWidthJoiner,
}

impl Role {
    pub(crate) const fn is_vowel(self) -> bool {
        matches!(
            self,
            Role::VowelBefore | Role::VowelBelow | Role::VowelAbove | Role::VowelAfter
        )
    }
}

/// The part `character` plays in a cluster.
pub(crate) const fn role(character: char) -> Role {
    match character {
        '\u{1780}'..='\u{17A2}' | '\u{17A5}'..='\u{17B3}' => Role::Base,
        '\u{17B6}' => Role::VowelAfter,
        '\u{17B7}'..='\u{17BA}' => Role::VowelAbove,
        '\u{17BB}'..='\u{17BD}' => Role::VowelBelow,
        '\u{17BE}'..='\u{17C5}' => Role::VowelBefore,
        '\u{17C7}' | '\u{17C8}' => Role::Final,
        '\u{17C9}' | '\u{17CA}' => Role::Shifter,
        '\u{17CC}' => Role::Robat,
        '\u{17C6}' | '\u{17CB}' | '\u{17CD}'..='\u{17D1}' | '\u{17D3}' | '\u{17DD}' => {
            Role::Modifier
        }
        COENG => Role::Coeng,
        ZERO_WIDTH_NON_JOINER => Role::ZeroWidthNonJoiner,
        ZERO_WIDTH_JOINER => Role::ZeroWidthJoiner,
        _ => Role::Other,
    }
}

/// Whether a base that follows `character` belongs to the cluster before it.
pub(crate) const fn joins_next_base(character: char) -> bool {
    matches!(character, COENG | ZERO_WIDTH_JOINER)
}

/// The place in the Khmer block (0 to 127) of the code point that begins at `bytes[at]`.
#[inline(always)]
pub(crate) fn khmer_index(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..at + 3) {
        Some(&[0xE1, second, third]) if second & 0xFE == 0x9E => {
            Some(usize::from(second & 1) << 6 | usize::from(third & 0x3F))
        }
        _ => None,
    }
}
