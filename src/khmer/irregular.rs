//! In: text as people type it. Out: every place where its code points make no proper Khmer cluster.
//!
//! What [`normalise`](super::normalise) mends is no irregularity; what it has to leave as typed is
//! one, and so is what no keyboard for Khmer should give: code points that Unicode has taken back,
//! dotted circles, code points of private use. Properly written text has none. Knows nothing of
//! spelling mistakes: a well-formed word that no dictionary has is regular.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Language;
use super::alphabet::{COENG, DOTTED_CIRCLE, Role, role};
use super::cluster::{clusters, truncate_clusters};
use super::glance::Glance;
use super::normalise::{CoengDa, Respelling, cluster_end, respell};

/// A place in a text that is no proper Khmer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Irregularity<'text> {
    /// Where it stands, in bytes of the text, on borders of code points.
    pub range: Range<usize>,
    pub kind: IrregularityKind,
    /// What stands there.
    pub text: &'text str,
}

/// What is wrong at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IrregularityKind {
    /// A coeng that no letter follows.
    DanglingCoeng,
    /// Vowels or signs that stand on no letter: after a space, a digit, another script.
    OrphanMark,
    /// The same vowel or sign twice on one letter.
    RepeatedMark,
    /// Two vowels on one letter that no word has together.
    SeveralVowels,
    /// Both consonant shifters on one letter.
    SeveralShifters,
    /// A code point whose use Unicode discourages: U+17A3, 17A4, 17A8, 17B4, 17B5, 17D3, 17D8.
    Discouraged,
    /// A zero-width joiner or non-joiner where it changes nothing that a reader sees.
    StrayJoiner,
    /// The circle that stands for a missing letter.
    DottedCircle,
    /// U+FFFD: here stood something that a program could not read.
    ReplacementCharacter,
    /// A code point that means something in one font only.
    PrivateUse,
    /// A code point that is no text: a control, a non-character, a byte-order mark inside the text.
    Control,
    /// A cluster whose marks are out of order and which normalising has to leave as it is.
    Unsettled,
}

impl IrregularityKind {
    /// What is wrong, in a few words.
    pub fn words(self, language: Language) -> &'static str {
        let (english, khmer) = match self {
            IrregularityKind::DanglingCoeng => {
                ("no letter follows this coeng", "ជើងគ្មានព្យញ្ជនៈតាមក្រោយ")
            }
            IrregularityKind::OrphanMark => ("this stands on no letter", "សញ្ញានេះគ្មានព្យញ្ជនៈ"),
            IrregularityKind::RepeatedMark => ("this stands here twice", "សញ្ញានេះវាយពីរដង"),
            IrregularityKind::SeveralVowels => ("one letter has two vowels", "ព្យញ្ជនៈមួយមានស្រៈពីរ"),
            IrregularityKind::SeveralShifters => {
                ("one letter has two shifters", "ព្យញ្ជនៈមួយមានសញ្ញាប្ដូរសំឡេងពីរ")
            }
            IrregularityKind::Discouraged => ("Unicode advises against this", "យូនីកូដមិនឱ្យប្រើសញ្ញានេះ"),
            IrregularityKind::StrayJoiner => (
                "this invisible joiner does nothing here",
                "សញ្ញាមើលមិនឃើញនេះគ្មានប្រយោជន៍",
            ),
            IrregularityKind::DottedCircle => {
                ("a dotted circle in place of a letter", "រង្វង់ចុចៗជំនួសព្យញ្ជនៈ")
            }
            IrregularityKind::ReplacementCharacter => {
                ("something here could not be read", "អ្វីមួយនៅទីនេះអានមិនបាន")
            }
            IrregularityKind::PrivateUse => (
                "this means something in one font only",
                "សញ្ញានេះមានន័យតែក្នុងពុម្ពអក្សរមួយ",
            ),
            IrregularityKind::Control => ("this is no text", "នេះមិនមែនជាអត្ថបទ"),
            IrregularityKind::Unsettled => ("these marks are out of order", "លំដាប់សញ្ញាមិនត្រឹមត្រូវ"),
        };
        match language {
            Language::English => english,
            Language::Khmer => khmer,
        }
    }
}

/// The irregular places of `text`, in order.
///
/// ```
/// use sala_khmer::{IrregularityKind, irregularities};
/// let found = irregularities("ភាសាខ្មែ្ ល្អ");
/// assert_eq!(found[0].kind, IrregularityKind::DanglingCoeng);
/// assert_eq!(found[0].text, "្");
/// assert!(irregularities("ភាសាខែ្មរ").is_empty(), "normalising mends this");
/// ```
pub fn irregularities(text: &str) -> Vec<Irregularity<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    // No cluster goes across the end of a line, and nearly every line is regular at a glance.
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        if !Glance::at(line).is_plain {
            in_range(text, start..end, &mut found);
        }
        start = end;
    }
    found
        .into_iter()
        .map(|(range, kind)| Irregularity {
            text: &text[range.clone()],
            range,
            kind,
        })
        .collect()
}

/// The irregular places of whole lines of `text`.
fn in_range(text: &str, range: Range<usize>, found: &mut Found) {
    let mut at = range.start;
    while at < range.end {
        let Some(character) = text[at..].chars().next() else {
            return;
        };
        let end = match role(character) {
            Role::Base => {
                let end = cluster_end(text, at);
                in_cluster(text, at..end, found);
                end
            }
            Role::Other => outside_clusters(text, at, character, found),
            Role::ZeroWidthJoiner | Role::ZeroWidthNonJoiner => {
                let end = at + character.len_utf8();
                if touches_khmer(text, at..end) {
                    found.push((at..end, IrregularityKind::StrayJoiner));
                }
                end
            }
            _ => {
                let end = marks_end(text, at);
                found.push((at..end, IrregularityKind::OrphanMark));
                end
            }
        };
        at = end;
    }
}

/// What stands around a place without white space, to show it: whole clusters, at most 12 on either
/// side.
///
/// ```
/// assert_eq!(sala_khmer::word_around("ភាសា ខ្មែរ្ ល្អ", 25..28), "ខ្មែរ្");
/// ```
pub fn word_around(text: &str, range: Range<usize>) -> &str {
    const SHOWN: usize = 12;
    let before = text[..range.start].rsplit(char::is_whitespace).next();
    let before = before.unwrap_or_default();
    let after = text[range.end..].split(char::is_whitespace).next();
    let all = clusters(before).count();
    let skipped: usize = clusters(before)
        .take(all.saturating_sub(SHOWN))
        .map(str::len)
        .sum();
    let kept = truncate_clusters(after.unwrap_or_default(), SHOWN).len();
    &text[range.start - (before.len() - skipped)..range.end + kept]
}

type Found = Vec<(Range<usize>, IrregularityKind)>;

// ---- the slow path -------------------------------------------------------------------------------

/// Judges a code point that belongs to no cluster; returns where to go on.
fn outside_clusters(text: &str, at: usize, character: char, found: &mut Found) -> usize {
    let end = at + character.len_utf8();
    let kind = match character {
        DOTTED_CIRCLE => {
            // Its marks are shown on purpose or by accident, but they do stand on something.
            let end = marks_end(text, end);
            found.push((at..end, IrregularityKind::DottedCircle));
            return end;
        }
        '\u{17A3}' | '\u{17A4}' | '\u{17B4}' | '\u{17B5}' => {
            // Held down, it is one.
            match found.last_mut() {
                Some((last, IrregularityKind::Discouraged))
                    if last.end == at && text[last.clone()].ends_with(character) =>
                {
                    last.end = end;
                }
                _ => found.push((at..end, IrregularityKind::Discouraged)),
            }
            return marks_end(text, end);
        }
        '\u{17D8}' => IrregularityKind::Discouraged,
        '\u{FFFD}' => IrregularityKind::ReplacementCharacter,
        _ if is_private(character) => IrregularityKind::PrivateUse,
        _ if is_no_text(character) && (character != '\u{FEFF}' || at > 0) => {
            IrregularityKind::Control
        }
        _ => return end,
    };
    found.push((at..end, kind));
    end
}

/// The end of the marks, and of the letters that coengs carry, which `text` has from `at` on.
fn marks_end(text: &str, at: usize) -> usize {
    let mut previous = None;
    for (offset, character) in text[at..].char_indices() {
        let belongs = match role(character) {
            Role::Other | Role::ZeroWidthJoiner | Role::ZeroWidthNonJoiner => false,
            Role::Base => previous == Some(COENG),
            _ => true,
        };
        if !belongs {
            return at + offset;
        }
        previous = Some(character);
    }
    text.len()
}

fn in_cluster(text: &str, range: Range<usize>, found: &mut Found) {
    let follower = text[range.end..].chars().next();
    let typed: Vec<char> = text[range.clone()].chars().collect();
    let respelling = respell(&text[range.clone()], follower, CoengDa::AsTa);
    let (spelling, is_typed) = match &respelling {
        Respelling::Better(better) => (better, false),
        Respelling::AsTyped | Respelling::Unsettled => (&typed, true),
    };
    let before = found.len();
    let mut start = range.start;
    let mut earlier = Earlier::of(spelling);
    for (index, &character) in spelling.iter().enumerate() {
        let end = start + character.len_utf8();
        let is_repeated = earlier.has(index);
        if let Some(kind) = kind_in_cluster(spelling, index, is_repeated, follower) {
            // In a cluster that is to be respelt, the place of one mark means little.
            let place = if is_typed { start..end } else { range.clone() };
            add_in_cluster(place, kind, before, found);
        }
        start = end;
    }
    if respelling == Respelling::Unsettled && found.len() == before {
        found.push((range, IrregularityKind::Unsettled));
    }
}

/// A cluster tells no more than this: a key that was held makes one without end.
const TOLD_OF_A_CLUSTER: usize = 8;

/// Adds what is wrong in the cluster whose first irregularity is at `first`. What is wrong in the same way
/// side by side, or all over the cluster, is one.
fn add_in_cluster(place: Range<usize>, kind: IrregularityKind, first: usize, found: &mut Found) {
    let own = &mut found[first..];
    if let Some((last, last_kind)) = own.last_mut()
        && *last_kind == kind
        && last.end == place.start
    {
        last.end = place.end;
        return;
    }
    let is_told = own
        .iter()
        .any(|(told, told_kind)| (told, told_kind) == (&place, &kind));
    if !is_told && own.len() < TOLD_OF_A_CLUSTER {
        found.push((place, kind));
    }
}

/// Which code points a cluster had already. A key that was held makes one without end, in which nobody
/// looks back from each mark.
struct Earlier<'cluster> {
    spelling: &'cluster [char],
    /// Of a long one.
    seen: Option<BTreeSet<char>>,
}

impl Earlier<'_> {
    fn of(spelling: &[char]) -> Earlier<'_> {
        const LONG: usize = 64;
        Earlier {
            spelling,
            seen: (spelling.len() > LONG).then(BTreeSet::new),
        }
    }

    /// Whether the code point at `index` stands before it too; asked for each in turn.
    fn has(&mut self, index: usize) -> bool {
        let character = self.spelling[index];
        match &mut self.seen {
            Some(seen) => !seen.insert(character),
            None => self.spelling[..index].contains(&character),
        }
    }
}

/// What is wrong with one code point of a cluster, seen with those before it.
fn kind_in_cluster(
    spelling: &[char],
    index: usize,
    is_repeated: bool,
    follower: Option<char>,
) -> Option<IrregularityKind> {
    let character = spelling[index];
    let next = spelling.get(index + 1).copied().or(follower);
    let own = role(character);
    let earlier = |wanted: fn(Role) -> bool| {
        spelling[..index]
            .iter()
            .rev()
            .copied()
            .find(|&mark| wanted(role(mark)))
    };
    match own {
        Role::Base => (character == '\u{17A8}').then_some(IrregularityKind::Discouraged),
        Role::Coeng => {
            let carries = next.is_some_and(|next| role(next) == Role::Base);
            let shown_alone = next == Some(DOTTED_CIRCLE);
            (!carries && !shown_alone).then_some(IrregularityKind::DanglingCoeng)
        }
        Role::ZeroWidthNonJoiner => {
            let keeps_a_shifter = index > 0
                && role(spelling[index - 1]) == Role::Shifter
                && index + 1 < spelling.len();
            (!keeps_a_shifter).then_some(IrregularityKind::StrayJoiner)
        }
        Role::ZeroWidthJoiner => {
            let marks_a_final = spelling.get(index + 1) == Some(&COENG);
            (!marks_a_final).then_some(IrregularityKind::StrayJoiner)
        }
        _ if is_repeated => Some(IrregularityKind::RepeatedMark),
        _ if character == '\u{17D3}' => Some(IrregularityKind::Discouraged),
        _ if own.is_vowel() => match earlier(Role::is_vowel) {
            Some(first) if !can_share_a_letter(first, character) => {
                Some(IrregularityKind::SeveralVowels)
            }
            _ => None,
        },
        Role::Shifter => {
            earlier(|role| role == Role::Shifter).map(|_| IrregularityKind::SeveralShifters)
        }
        _ => None,
    }
}

/// Whether there is a word, of today or of Middle Khmer, with these two vowels on one letter: the
/// technical note knows a vowel before the letter with one above it.
fn can_share_a_letter(first: char, second: char) -> bool {
    matches!(first, '\u{17C1}'..='\u{17C5}') && matches!(second, '\u{17B7}'..='\u{17BA}')
}

fn touches_khmer(text: &str, range: Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    [before, after]
        .into_iter()
        .flatten()
        .any(|character| matches!(character, '\u{1780}'..='\u{17DD}'))
}

/// Whether the code point means only what one font makes of it.
pub(super) fn is_private(character: char) -> bool {
    matches!(character,
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// Controls other than tab and line ends, byte-order marks, and code points that are no characters.
pub(super) fn is_no_text(character: char) -> bool {
    let is_control = character.is_control() && !matches!(character, '\t' | '\n' | '\r');
    let is_non_character = matches!(character, '\u{FDD0}'..='\u{FDEF}')
        || matches!(u32::from(character) & 0xFFFF, 0xFFFE | 0xFFFF);
    is_control || is_non_character || character == '\u{FEFF}'
}

#[cfg(test)]
mod tests {
    use super::super::alphabet::joins_next_base;
    use super::super::normalise::normalise;
    use super::super::soup::soup;
    use super::IrregularityKind::*;
    use super::*;

    #[test]
    fn a_plain_line_is_regular_on_the_slow_path_too() {
        let mut plain = 0;
        for text in crate::soup::soup(11).take(60_000) {
            if Glance::at(&text).is_plain {
                let mut found = Vec::new();
                in_range(&text, 0..text.len(), &mut found);
                assert!(found.is_empty(), "{} {found:?}", text.escape_unicode());
                plain += 1;
            }
        }
        assert!(plain > 2_000, "{plain}");
        let plain = "ភាសាខ្មែរ ស្ត្រី ធម៌ ប៉ុន្តែ ការណ៍ៗ កុំ កាំ ដោះ budget ២០២៦៛។\u{200b}ក";
        assert!(Glance::at(plain).is_plain);
    }

    #[track_caller]
    fn check(text: &str, expected: &[(IrregularityKind, &str)]) {
        let found = irregularities(text);
        let shown: Vec<(IrregularityKind, &str)> =
            found.iter().map(|one| (one.kind, one.text)).collect();
        assert_eq!(shown, expected, "{}", text.escape_unicode());
        for one in found {
            assert_eq!(&text[one.range], one.text);
        }
    }

    #[test]
    fn proper_text_has_none() {
        for text in [
            "",
            "ស្ត្រីខ្មែរ ១២៣៛ ផ្សេងៗ។ ក៏ ធម៌ ឧទាហរណ៍ ប៉័ង ស៊ី ហ្ស៊ី",
            "ខែ្មរ ស្រី្ត លេាក សុី ចំា",
            "ម៉\u{200C}ឺ ភាសា\u{200B}ខ្មែរ ទៅ\u{2060}ផ្សារ",
            "\u{FEFF}ភាសា\tខ្មែរ\r\n",
            "The people's budget, क\u{200D}ष 👩\u{200D}🌾 نمی\u{200C}خواهم",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn a_coeng_needs_a_letter_on_both_sides() {
        check("ក្", &[(DanglingCoeng, "្")]);
        check("ខែ្ ល្អ", &[(DanglingCoeng, "្")]);
        check("ក្\u{200B}ខ", &[(DanglingCoeng, "្")]);
        check("្ខា", &[(OrphanMark, "្ខា")]);
        check("១្ខ ក", &[(OrphanMark, "្ខ")]);
    }

    #[test]
    fn a_mark_needs_a_letter() {
        check("ក ា", &[(OrphanMark, "ា")]);
        check("េស ែដល", &[(OrphanMark, "េ"), (OrphanMark, "ែ")]);
        check("a\u{17C6}\u{17C7}", &[(OrphanMark, "\u{17C6}\u{17C7}")]);
        check("ភា\u{200B}ា", &[(OrphanMark, "ា")]);
    }

    #[test]
    fn a_letter_bears_each_mark_once_and_one_vowel() {
        check("ភាា", &[(RepeatedMark, "ា")]);
        check("ម៉៉ា", &[(RepeatedMark, "៉")]);
        check("កិូ", &[(SeveralVowels, "កិូ")]);
        check("កូិ", &[(SeveralVowels, "ិ")]);
        check("ក៉៊", &[(SeveralShifters, "៊")]);
        check("ស្រី្តី", &[(RepeatedMark, "ស្រី្តី")]);
    }

    #[test]
    fn code_points_that_no_keyboard_should_give() {
        check(
            "ឣ ឤ ឨ",
            &[(Discouraged, "ឣ"), (Discouraged, "ឤ"), (Discouraged, "ឨ")],
        );
        check("ក\u{17B4}ា", &[(Discouraged, "\u{17B4}")]);
        check("១៘ ៗ", &[(Discouraged, "៘")]);
        check("ក\u{17D3}", &[(Discouraged, "\u{17D3}")]);
        check("ក\u{25CC}\u{17B6}", &[(DottedCircle, "\u{25CC}\u{17B6}")]);
        check("ក\u{FFFD}", &[(ReplacementCharacter, "\u{FFFD}")]);
        check("ក\u{F0A7}", &[(PrivateUse, "\u{F0A7}")]);
        check(
            "ក\0\u{85}\u{FEFF}",
            &[(Control, "\0"), (Control, "\u{85}"), (Control, "\u{FEFF}")],
        );
    }

    #[test]
    fn joiners_that_do_nothing() {
        check("ក\u{200C}ខ", &[(StrayJoiner, "\u{200C}")]);
        check("ក\u{200D}ខ", &[(StrayJoiner, "\u{200D}")]);
        check("កា\u{200D}្ង", &[]);
        check(" \u{200C}ក", &[(StrayJoiner, "\u{200C}")]);
    }

    #[test]
    fn whatever_normalising_leaves_out_of_order_is_reported() {
        let mut unsettled = 0;
        for text in soup(5).take(20_000) {
            let found = irregularities(&text);
            let mut previous = 0;
            for one in &found {
                assert_eq!(&text[one.range.clone()], one.text);
                assert!(!one.text.is_empty());
                assert!(one.range.start >= previous, "in order");
                previous = one.range.start;
            }
            let normal = normalise(&text);
            let known = irregularities(&normal);
            let mut at = 0;
            let mut previous = ' ';
            while let Some(character) = normal[at..].chars().next() {
                let mut end = at + character.len_utf8();
                if role(character) == Role::Base && !joins_next_base(previous) {
                    end = cluster_end(&normal, at);
                    let follower = normal[end..].chars().next();
                    let respelling = respell(&normal[at..end], follower, CoengDa::AsTa);
                    let is_known = known
                        .iter()
                        .any(|one| one.range.start < end && one.range.end > at);
                    assert!(
                        is_known || respelling != Respelling::Unsettled,
                        "{}",
                        normal.escape_unicode()
                    );
                    unsettled += usize::from(respelling == Respelling::Unsettled);
                }
                previous = normal[..end].chars().next_back().unwrap_or(' ');
                at = end;
            }
        }
        assert!(unsettled > 100, "{unsettled}");
    }
}
