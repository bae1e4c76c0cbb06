//! In: a line of text. Out: its letters as codes, and where clusters begin among them.

use super::super::alphabet::DOTTED_CIRCLE;
use super::super::automaton::{COENG_CODE, code_at};
use super::super::irregular::{is_no_text, is_private};

/// Stands for whatever is no Khmer letter.
pub(super) const GAP: u8 = 0;
/// Stands for white space.
pub(super) const SPACE: u8 = 124;
/// Stands for what could not be read: a replacement character, private use, a dotted circle.
pub(super) const ODD: u8 = 125;
pub(super) const LAST_BASE: u8 = 0x34;
pub(super) const FIRST_MARK: u8 = 0x37;
pub(super) const LAST_MARK: u8 = 0x52;

/// A line as codes of letters; ends with [`GAP`].
pub(super) struct Letters {
    pub(super) codes: Vec<u8>,
    pub(super) clusters: u32,
}

impl Letters {
    pub(super) fn of(line: &str) -> Letters {
        let mut codes: Vec<u8> = Vec::with_capacity(line.len() / 3 + 1);
        let mut clusters = 0;
        for character in line.chars() {
            let code = match code_at((character as usize).wrapping_sub(0x1780)) {
                Some(code) => code,
                None if is_invisible(character) => continue,
                None if is_odd(character) => ODD,
                None if character.is_whitespace() => SPACE,
                None => GAP,
            };
            if code == SPACE && codes.last() == Some(&SPACE) {
                continue;
            }
            clusters += u32::from(is_base(code) && codes.last() != Some(&COENG_CODE));
            codes.push(code);
        }
        codes.push(GAP);
        Letters { codes, clusters }
    }

    /// Whether a word may end before `at`.
    pub(super) fn is_border(&self, at: usize) -> bool {
        is_gap(self.codes[at]) || self.is_start(at)
    }

    /// Whether a cluster begins at `at`.
    pub(super) fn is_start(&self, at: usize) -> bool {
        is_base(self.codes[at]) && (at == 0 || self.codes[at - 1] != COENG_CODE)
    }

    /// The length of the cluster that begins at `at`, if one of those just before it is the same.
    pub(super) fn said_before(&self, at: usize) -> Option<usize> {
        const NEAR: usize = 3;
        if !is_base(self.codes[at]) || !self.is_border(at) {
            return None;
        }
        let own = self.cluster(at);
        let farthest = at.saturating_sub(NEAR * LONGEST_CLUSTER);
        let before = (farthest..at).rev();
        let before = before.filter(|at| is_base(self.codes[*at]) && self.is_border(*at));
        let is_same = before.take(NEAR).any(|at| self.cluster(at) == own);
        (is_same && own.len() > 1).then_some(own.len())
    }

    /// The cluster that begins at `at`.
    fn cluster(&self, at: usize) -> &[u8] {
        let end = (at + 1..self.codes.len()).find(|end| self.is_border(*end));
        &self.codes[at..end.unwrap_or(at)]
    }

    pub(super) fn count(&self, of: fn(u8) -> bool) -> u32 {
        let found = self.codes.iter().filter(|code| of(**code)).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    }
}

/// In codes; longer ones are not looked at twice.
const LONGEST_CLUSTER: usize = 6;

pub(super) fn is_gap(code: u8) -> bool {
    matches!(code, GAP | SPACE | ODD)
}

pub(super) fn is_base(code: u8) -> bool {
    (1..=LAST_BASE).contains(&code)
}

/// A vowel or a sign.
pub(super) fn is_mark(code: u8) -> bool {
    (FIRST_MARK..=LAST_MARK).contains(&code)
}

/// A vowel or a sign that stands above or below its letter alone.
pub(super) fn is_high_or_low(code: u8) -> bool {
    matches!(code, 0x38..=0x3E | 0x47 | 0x4A..=LAST_MARK)
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

fn is_odd(character: char) -> bool {
    matches!(character, '\u{FFFD}' | DOTTED_CIRCLE)
        || is_private(character)
        || is_no_text(character)
}
