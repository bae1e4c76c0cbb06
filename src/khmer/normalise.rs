//! In: text as people type it. Out: the same text with every Khmer cluster in its one spelling.
//!
//! Follows Unicode Technical Note 61: many key sequences draw the same cluster, and only one of
//! them is found by a search. Unicode's own NFC repairs none of them. Knows nothing of words: a
//! misspelt word that is well formed stays as it is, and so does a cluster in which a
//! coeng carries no letter: only its author knows which. Two coengs that look alike, DA
//! and TA, are written as TA unless the caller wants them as typed.

use std::borrow::Cow;
use std::ops::Range;

use super::changes::Changes;

use super::alphabet::{
    COENG, DA, RO, Role, SAMYOK_SANNYA, TA, VOWEL_U, ZERO_WIDTH_JOINER, ZERO_WIDTH_NON_JOINER,
    joins_next_base, khmer_index, role,
};

/// What becomes of a DA below the line, which looks exactly like a TA below the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoengDa {
    /// Written as TA, so that the two spellings of a word are one word.
    AsTa,
    /// Left as the author typed it.
    AsTyped,
}

/// `text` with each Khmer cluster spelt as Unicode Technical Note 61 says; borrowed if nothing
/// changes. Normalising twice is the same as normalising once.
///
/// ```
/// use sala_khmer::normalise;
/// assert_eq!(normalise("ស្រី្ត"), "ស្ត្រី");
/// assert_eq!(normalise("លេាក"), "លោក");
/// ```
pub fn normalise(text: &str) -> Cow<'_, str> {
    normalise_with(text, CoengDa::AsTa)
}

/// As [`normalise`], with a choice for the coeng DA.
pub fn normalise_with(text: &str, coeng_da: CoengDa) -> Cow<'_, str> {
    normalise_and(text, coeng_da, |_, _| {})
}

/// As [`normalise_with`], noting what was changed, so that a message can show what was typed.
pub fn normalise_noting<'text>(
    text: &'text str,
    coeng_da: CoengDa,
    changes: &mut Changes,
) -> Cow<'text, str> {
    normalise_and(text, coeng_da, |typed, length| changes.push(typed, length))
}

fn normalise_and(
    text: &str,
    coeng_da: CoengDa,
    mut note: impl FnMut(Range<usize>, usize),
) -> Cow<'_, str> {
    let table = match coeng_da {
        CoengDa::AsTa => &STEPS_AS_TA,
        CoengDa::AsTyped => &STEPS_AS_TYPED,
    };
    let mut output = String::new();
    let mut copied = 0;
    let mut from = 0;
    while let Some(start) = next_suspicious_cluster(text, from, table) {
        let end = cluster_end(text, start);
        let follower = text[end..].chars().next();
        if let Respelling::Better(better) = respell(&text[start..end], follower, coeng_da) {
            if output.is_empty() {
                output.reserve(text.len());
            }
            output.push_str(&text[copied..start]);
            note(start..end, better.iter().map(|one| one.len_utf8()).sum());
            output.extend(better);
            copied = end;
        }
        from = end;
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    output.push_str(&text[copied..]);
    Cow::Owned(output)
}

/// The end of the cluster that begins with the base at `start`.
pub(super) fn cluster_end(text: &str, start: usize) -> usize {
    let mut previous = None;
    for (offset, character) in text[start..].char_indices() {
        let belongs = match role(character) {
            Role::Other => false,
            Role::Base => previous.is_none_or(joins_next_base),
            _ => true,
        };
        if !belongs {
            return start + offset;
        }
        previous = Some(character);
    }
    text.len()
}

// ---- the quick scan ----------------------------------------------------------------------------
//
// A small automaton walks over text once and stops only at a cluster that might be out of order.
// It may stop too often (the slow path then changes nothing), never too seldom; the tests compare
// it with the slow path on random text.

const OUTSIDE: u8 = 0;
const OUTSIDE_JOINED: u8 = 1;
const AFTER_BASE: u8 = 2;
const AFTER_ROBAT: u8 = 3;
const AFTER_COENG: u8 = 4;
const AFTER_SUBSCRIPT: u8 = 5;
const AFTER_SUBSCRIPT_RO: u8 = 6;
const AFTER_SHIFTER: u8 = 7;
const AFTER_VOWEL: u8 = 8;
const AFTER_VOWEL_U: u8 = 9;
const AFTER_MODIFIER: u8 = 10;
const AFTER_FINAL: u8 = 11;
const SUSPICIOUS: u8 = 12;

/// For each state, the state after each of the 128 code points of the Khmer block.
type Steps = [[u8; 128]; 12];

static STEPS_AS_TA: Steps = steps(CoengDa::AsTa);
static STEPS_AS_TYPED: Steps = steps(CoengDa::AsTyped);

const fn steps(coeng_da: CoengDa) -> Steps {
    let mut table = [[OUTSIDE; 128]; 12];
    let mut state = 0;
    while state < 12 {
        let mut index = 0;
        while index < 128 {
            if let Some(character) = char::from_u32(0x1780 + index as u32) {
                table[state][index] = step(state as u8, character, coeng_da);
            }
            index += 1;
        }
        state += 1;
    }
    table
}

const fn step(state: u8, character: char, coeng_da: CoengDa) -> u8 {
    let role = role(character);
    if matches!(role, Role::Other) {
        return OUTSIDE;
    }
    if state == OUTSIDE || state == OUTSIDE_JOINED {
        return match role {
            Role::Base if state == OUTSIDE => AFTER_BASE,
            Role::Coeng => OUTSIDE_JOINED,
            _ => OUTSIDE,
        };
    }
    if state == AFTER_COENG {
        return match (role, character) {
            (Role::Base, DA) if matches!(coeng_da, CoengDa::AsTa) => SUSPICIOUS,
            (Role::Base, RO) => AFTER_SUBSCRIPT_RO,
            (Role::Base, _) => AFTER_SUBSCRIPT,
            _ => SUSPICIOUS,
        };
    }
    match role {
        Role::Base => AFTER_BASE,
        Role::Robat if state == AFTER_BASE => AFTER_ROBAT,
        Role::Coeng if state <= AFTER_SUBSCRIPT => AFTER_COENG,
        Role::Shifter if state < AFTER_SHIFTER => AFTER_SHIFTER,
        Role::VowelBefore | Role::VowelBelow | Role::VowelAbove | Role::VowelAfter
            if state < AFTER_VOWEL =>
        {
            if character == VOWEL_U {
                AFTER_VOWEL_U
            } else {
                AFTER_VOWEL
            }
        }
        // The rare ATTHACAN stands with the vowels above when it follows a vowel below, and a
        // SAMYOK SANNYA makes a shifter of a U.
        Role::Modifier if character == '\u{17DD}' => SUSPICIOUS,
        Role::Modifier if character == SAMYOK_SANNYA && state == AFTER_VOWEL_U => SUSPICIOUS,
        Role::Modifier if state < AFTER_FINAL => AFTER_MODIFIER,
        Role::Final => AFTER_FINAL,
        _ => SUSPICIOUS,
    }
}

/// Where the next cluster begins that may need another spelling.
fn next_suspicious_cluster(text: &str, from: usize, table: &Steps) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut state = OUTSIDE;
    let mut cluster = from;
    let mut at = from;
    while at < bytes.len() {
        if let Some(index) = khmer_index(bytes, at) {
            state = table[usize::from(state)][index];
            if state == AFTER_BASE {
                cluster = at;
            } else if state == SUSPICIOUS {
                return Some(cluster);
            }
            at += 3;
            continue;
        }
        match bytes[at..] {
            [0xE2, 0x80, 0x8C, ..] | [0xE2, 0x80, 0x8D, ..] if state >= AFTER_BASE => {
                return Some(cluster);
            }
            [0xE2, 0x80, 0x8D, ..] => {
                state = OUTSIDE_JOINED;
                at += 3;
            }
            _ => {
                state = OUTSIDE;
                at += 1;
                while at < bytes.len() && !matches!(bytes[at], 0xE1 | 0xE2) {
                    at += 1;
                }
            }
        }
    }
    None
}

// ---- one cluster -------------------------------------------------------------------------------

/// More rounds than any cluster of a real word needs; one that has not settled by then stays as
/// typed.
const ROUNDS: usize = 8;

/// What becomes of a cluster.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Respelling {
    /// It is spelt as it should be.
    AsTyped,
    Better(Vec<char>),
    /// It is not, but every spelling of it would be wrong too, or would take its neighbour's base.
    Unsettled,
}

/// The right spelling of `cluster`, which `follower` stands after.
pub(super) fn respell(cluster: &str, follower: Option<char>, coeng_da: CoengDa) -> Respelling {
    let typed: Vec<char> = cluster.chars().collect();
    let mut spelling = typed.clone();
    for _ in 0..ROUNDS {
        let next = rewrite(ordered(&spelling), coeng_da);
        if next == spelling {
            if spelling == typed {
                return Respelling::AsTyped;
            }
            if is_whole(&spelling) && !swallows(&spelling, follower) {
                return Respelling::Better(spelling);
            }
            return Respelling::Unsettled;
        }
        spelling = next;
    }
    Respelling::Unsettled
}

/// Whether every coeng carries a base. If one does not, a letter is missing, and no order of the
/// marks brings it back.
fn is_whole(spelling: &[char]) -> bool {
    spelling.iter().enumerate().all(|(index, &mark)| {
        mark != COENG
            || spelling
                .get(index + 1)
                .is_some_and(|&next| role(next) == Role::Base)
    })
}

/// Whether the base that follows would become part of this cluster.
fn swallows(spelling: &[char], follower: Option<char>) -> bool {
    spelling.last().copied().is_some_and(joins_next_base)
        && follower.is_some_and(|next| role(next) == Role::Base)
}

/// The characters of a cluster in the order of their roles; equals keep their order.
fn ordered(cluster: &[char]) -> Vec<char> {
    let mut ranked: Vec<(Role, char)> = Vec::with_capacity(cluster.len());
    for (index, &character) in cluster.iter().enumerate() {
        let own = role(character);
        // What a joiner carries travels with it.
        let rank = match own {
            Role::Base | Role::Coeng if index > 0 && joins_next_base(cluster[index - 1]) => {
                ranked[index - 1].0
            }
            _ => own,
        };
        ranked.push((rank, character));
    }
    ranked.sort_by_key(|&(rank, _)| rank);
    ranked.into_iter().map(|(_, character)| character).collect()
}

/// One round of the replacements, on a cluster in order.
fn rewrite(cluster: Vec<char>, coeng_da: CoengDa) -> Vec<char> {
    let cluster = without_repeated_invisibles(&cluster);
    let cluster = with_whole_vowels(cluster);
    let cluster = with_shifter_for_u(cluster);
    let mut cluster = with_coeng_ro_last(&cluster);
    if coeng_da == CoengDa::AsTa {
        for index in 1..cluster.len() {
            if cluster[index] == DA && cluster[index - 1] == COENG {
                cluster[index] = TA;
            }
        }
    }
    cluster
}

fn without_repeated_invisibles(cluster: &[char]) -> Vec<char> {
    let mut result: Vec<char> = Vec::with_capacity(cluster.len());
    for &character in cluster {
        let invisible = matches!(character, COENG | ZERO_WIDTH_JOINER | ZERO_WIDTH_NON_JOINER);
        if invisible && result.last() == Some(&COENG) {
            continue;
        }
        result.push(character);
    }
    result
}

/// Joins a vowel that was typed as its visible parts.
fn with_whole_vowels(mut cluster: Vec<char>) -> Vec<char> {
    for index in 1..cluster.len() {
        if cluster[index - 1..=index] == ['\u{17BE}', '\u{17B6}'] {
            cluster[index - 1] = '\u{17C4}';
            cluster[index] = '\u{17B8}';
        }
    }
    for (end, whole) in [('\u{17B8}', '\u{17BE}'), ('\u{17B6}', '\u{17C4}')] {
        let mut result: Vec<char> = Vec::with_capacity(cluster.len());
        for character in cluster {
            // A vowel below may stand between the two parts.
            let below = matches!(result.last(), Some('\u{17BB}'..='\u{17BD}'));
            let head = result.len().checked_sub(1 + usize::from(below));
            match head {
                Some(head) if character == end && result[head] == '\u{17C1}' => {
                    result[head] = whole;
                }
                _ => result.push(character),
            }
        }
        cluster = result;
    }
    // What looks like a U after this vowel is a shifter before it.
    let mut index = 1;
    while index < cluster.len() {
        if cluster[index - 1..=index] == ['\u{17BE}', VOWEL_U] {
            cluster.swap(index - 1, index);
            index += 1;
        }
        index += 1;
    }
    cluster
}

/// A shifter turns into the shape of the vowel U under what is drawn above; typed as that vowel it is
/// a shifter all the same.
fn with_shifter_for_u(mut cluster: Vec<char>) -> Vec<char> {
    let stack = consonants_length(&cluster);
    let before = match cluster.get(stack) {
        Some(&vowel @ '\u{17C1}'..='\u{17C5}') => Some(vowel),
        _ => None,
    };
    let index = stack + usize::from(before.is_some());
    if cluster.get(index) != Some(&VOWEL_U) {
        return cluster;
    }
    let first_series = cluster[..stack].iter().any(|&base| is_first_series(base));
    let is_strong = first_series && !cluster[..stack].contains(&'\u{1794}');
    let shifts = match cluster[index + 1..] {
        ['\u{17B7}'..='\u{17BA}' | '\u{17BE}' | '\u{17DD}', ..] | ['\u{17B6}', '\u{17C6}', ..] => {
            true
        }
        [SAMYOK_SANNYA, ..] => !is_strong && matches!(before, None | Some('\u{17C1}'..='\u{17C3}')),
        _ => false,
    };
    if shifts {
        cluster.remove(index);
        cluster.insert(stack, if is_strong { '\u{17CA}' } else { '\u{17C9}' });
    }
    cluster
}

/// How many characters the base, its robat and its whole coengs take.
fn consonants_length(cluster: &[char]) -> usize {
    let mut length = 1 + usize::from(cluster.get(1).copied().map(role) == Some(Role::Robat));
    while let Some([COENG, base]) = cluster.get(length..length + 2)
        && role(*base) == Role::Base
    {
        length += 2;
    }
    length
}

/// The consonants that the technical note lets take the shifter TRIISAP.
fn is_first_series(base: char) -> bool {
    matches!(base,
        '\u{1780}'..='\u{1783}' | '\u{1785}'..='\u{1788}' | '\u{178A}'..='\u{178D}'
        | '\u{178F}'..='\u{1792}' | '\u{1795}'..='\u{1797}' | '\u{179E}'..='\u{17A0}' | '\u{17A2}')
}

/// Within each stack of coengs, those of RO go to its end.
fn with_coeng_ro_last(cluster: &[char]) -> Vec<char> {
    let mut result: Vec<char> = Vec::with_capacity(cluster.len());
    let mut waiting = 0;
    let mut index = 0;
    while index < cluster.len() {
        let subscript = match cluster[index..] {
            [COENG, base, ..] if role(base) == Role::Base => Some(base),
            _ => None,
        };
        match subscript {
            Some(RO) => waiting += 1,
            Some(base) => result.extend([COENG, base]),
            None => {
                for _ in 0..std::mem::take(&mut waiting) {
                    result.extend([COENG, RO]);
                }
                result.push(cluster[index]);
                index += 1;
                continue;
            }
        }
        index += 2;
    }
    for _ in 0..waiting {
        result.extend([COENG, RO]);
    }
    result
}

#[cfg(test)]
mod tests {
    use super::super::cluster::clusters;
    use super::super::soup::soup;
    use super::*;

    const VECTORS: &str = include_str!("fixtures/normalise-vectors.tsv");
    const DECLARATION: &str = include_str!("fixtures/udhr-khm.txt");
    const WORDS: &str = include_str!("words.tsv");

    fn lines(fixture: &'static str) -> impl Iterator<Item = &'static str> {
        fixture.lines().filter(|line| !line.starts_with('#'))
    }

    /// What normalising gives when every cluster takes the slow path.
    fn without_quick_scan(text: &str, coeng_da: CoengDa) -> String {
        let mut output = String::new();
        let mut rest = text;
        let mut joined = false;
        while let Some(first) = rest.chars().next() {
            let length = if role(first) == Role::Base && !joined {
                let end = cluster_end(rest, 0);
                let follower = rest[end..].chars().next();
                match respell(&rest[..end], follower, coeng_da) {
                    Respelling::Better(better) => output.extend(better),
                    _ => output.push_str(&rest[..end]),
                }
                end
            } else {
                output.push(first);
                first.len_utf8()
            };
            joined = joins_next_base(first);
            rest = &rest[length..];
        }
        output
    }

    #[test]
    fn the_vectors_of_the_technical_note_come_out_right() {
        let pairs: Vec<(&str, &str)> = lines(VECTORS)
            .filter_map(|line| line.split_once('\t'))
            .collect();
        assert_eq!(pairs.len(), 85);
        for (typed, expected) in pairs {
            assert_eq!(normalise(typed), expected, "{}", typed.escape_unicode());
        }
    }

    #[test]
    fn clusters_in_a_sentence_are_respelt_and_the_rest_is_kept() {
        assert_eq!(
            normalise("<p>ខែ្មរ 2026, បន្ដ\u{200B}កុំ</p> ស្រ្តី"),
            "<p>ខ្មែរ 2026, បន្ត\u{200B}កុំ</p> ស្ត្រី"
        );
    }

    #[test]
    fn normal_text_is_borrowed() {
        for text in ["", "Budget 2026", "ស្ត្រីខ្មែរ ១២៣៛ ផ្សេងៗ។", "ក្ ្ក ា"]
        {
            assert!(matches!(normalise(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn the_coeng_da_can_stay_as_typed() {
        assert_eq!(normalise_with("កណ្ដាល ខែ្មរ", CoengDa::AsTyped), "កណ្ដាល ខ្មែរ");
        assert_eq!(normalise_with("ស្រ្ដី", CoengDa::AsTyped), "ស្ដ្រី");
    }

    #[test]
    fn no_base_is_swallowed_and_none_falls_out() {
        for text in ["ក្\u{200C}ខ", "ក\u{200D}ខ", "ក្", "ក្ ខ", "្ខា", "\u{200D}ខែ្ម"]
        {
            assert_eq!(normalise(text), text, "{}", text.escape_unicode());
        }
    }

    #[test]
    fn a_coeng_without_its_letter_stays_where_it_was_typed() {
        for text in ["ខែ្", "កា្ ក", "ស្រី្។", "ក្\u{200C}ា"] {
            assert_eq!(normalise(text), text, "{}", text.escape_unicode());
        }
        assert_eq!(normalise("ខែ្ ស្រី្ត"), "ខែ្ ស្ត្រី");
    }

    #[test]
    fn a_shifter_typed_as_u_is_a_shifter_under_a_short_a_too() {
        assert_eq!(normalise("បុ័ង"), "ប៉័ង");
        assert_eq!(normalise("បុ័្រង"), "ប្រ៉័ង");
        // The consonants of the first series take another shifter, which the sign leaves alone.
        assert_eq!(normalise("សុ័ង"), "សុ័ង");
    }

    #[test]
    fn a_final_coeng_of_middle_khmer_stays_last() {
        assert_eq!(normalise("កា\u{200D}្ង"), "កា\u{200D}្ង");
        assert_eq!(normalise("ក\u{200D}្ងា"), "កា\u{200D}្ង");
    }

    #[test]
    fn normalising_twice_is_normalising_once() {
        let words = lines(WORDS).filter_map(|line| line.split('\t').next());
        let known = words.chain(lines(DECLARATION)).map(str::to_owned);
        for text in known.chain(soup(1).take(20_000)) {
            for coeng_da in [CoengDa::AsTa, CoengDa::AsTyped] {
                let once = normalise_with(&text, coeng_da);
                let twice = normalise_with(&once, coeng_da);
                assert_eq!(once, twice, "{}", text.escape_unicode());
            }
        }
    }

    #[test]
    fn the_quick_scan_misses_nothing() {
        let mut changed = 0;
        for text in lines(DECLARATION)
            .map(str::to_owned)
            .chain(soup(2).take(20_000))
        {
            for coeng_da in [CoengDa::AsTa, CoengDa::AsTyped] {
                let quick = normalise_with(&text, coeng_da);
                let slow = without_quick_scan(&text, coeng_da);
                assert_eq!(quick, slow, "{}", text.escape_unicode());
                changed += usize::from(quick != text);
            }
        }
        assert!(changed > 5_000, "{changed}");
    }

    #[test]
    fn clusters_keep_their_number() {
        for text in soup(3).take(20_000) {
            let normal = normalise(&text);
            assert_eq!(
                clusters(&normal).count(),
                clusters(&text).count(),
                "{}",
                text.escape_unicode()
            );
        }
    }
}
