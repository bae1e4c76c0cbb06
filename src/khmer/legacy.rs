//! In: text. Out: whether it is Khmer that only one font, or one PDF, could show as Khmer.
//!
//! Before Unicode, fonts such as Limon and its kin drew Khmer letters in the places of Latin ones, so
//! that `តារាង` is stored as `tarag` and `ប្រតិបត្តិការ` as `Rbtibtþikar`. And a PDF's text layer may
//! hold Khmer whose marks are lost, in the order they are drawn in, or set apart by spaces. Both look
//! right where they come from and are unreadable after a paste. Here they are recognised, not
//! converted: each line is searched for things that no language's proper text has, each of them is
//! worth a few points, and a line with enough of them for its length is suspicious.

use aho_corasick::AhoCorasick;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::alphabet::{COENG, DOTTED_CIRCLE, Role, khmer_index, role};
use super::cluster::truncate_clusters;
use super::glance::Glance;
use super::irregular::{irregularities, is_private};

/// What the text seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Written in a font that draws Khmer letters in the places of others.
    LegacyFont,
    /// Khmer copied from a PDF that keeps no whole text.
    TornTextLayer,
}

/// A piece of text that a reader will not be able to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspicion<'text> {
    pub family: Family,
    /// From the first to the last sign of it on its line, in bytes of the text, whole words.
    pub range: Range<usize>,
    /// The beginning of what stands there.
    pub sample: &'text str,
}

/// The first line of `text` that is no readable Khmer, if there is one.
///
/// ```
/// use sala_khmer::legacy::{Family, detect};
/// let found = detect("taragRbtibtþikarhirBaØvtßú").expect("text of a Limon font");
/// assert_eq!(found.family, Family::LegacyFont);
/// assert_eq!(detect("តារាងប្រតិបត្តិការហិរញ្ញវត្ថុ"), None);
/// ```
pub fn detect(text: &str) -> Option<Suspicion<'_>> {
    let mut start = 0;
    text.split_inclusive('\n').find_map(|line| {
        let glance = Glance::at(line);
        let evidence = (glance.may_be_a_font)
            .then(|| legacy_font(line))
            .flatten()
            .map(|range| (Family::LegacyFont, range))
            .or_else(|| {
                let torn = may_be_torn(&glance, line).then(|| torn_layer(line));
                torn.flatten().map(|range| (Family::TornTextLayer, range))
            });
        let line_start = start;
        start += line.len();
        let (family, range) = evidence?;
        let range = line_start + range.start..line_start + range.end;
        Some(Suspicion {
            family,
            sample: truncate_clusters(&text[range.clone()], SAMPLE_CLUSTERS),
            range,
        })
    })
}

const SAMPLE_CLUSTERS: usize = 40;

/// Whether there is neither a suspicion nor an irregular place, at the price of one look at most lines.
pub fn is_clean(text: &str) -> bool {
    text.split_inclusive('\n').all(|line| {
        let glance = Glance::at(line);
        let is_clean = glance.is_plain && !glance.may_be_a_font && !may_be_torn(&glance, line);
        is_clean || (detect(line).is_none() && irregularities(line).is_empty())
    })
}

/// Whether the coengs of a line may be lost. One that is plain and has them (one in five clusters has
/// one) is whole; in one with few, something else must speak for it too.
fn may_be_torn(glance: &Glance, line: &str) -> bool {
    let clusters = glance.letters - glance.coengs.min(glance.letters);
    let has_few = glance.coengs * 8 < clusters;
    glance.letters > 1
        && (!glance.is_plain
            || has_few
                && (missing_coengs(clusters, glance.coengs) > 0
                    || has_letters_alone(line)
                    || TORN_WORD_FINDER.is_match(line)))
}

fn has_letters_alone(line: &str) -> bool {
    line.split(char::is_whitespace)
        .any(|word| word.len() == 3 && khmer_index(word.as_bytes(), 0).is_some())
}

/// So many points make a line suspicious: two certain signs, or a certain and a strong one.
const ENOUGH: u32 = 5;
/// Never seen in proper text of any language in the corpora, except as a slip.
const CERTAIN: u32 = 3;
/// Seen now and then: in names of products, in units, in programs.
const STRONG: u32 = 2;
const WEAK: u32 = 1;

/// The signs found on a line.
#[derive(Default)]
struct Evidence {
    points: u32,
    signs: u32,
    /// The points of the strongest sign.
    strongest: u32,
    range: Option<Range<usize>>,
}

impl Evidence {
    fn add(&mut self, points: u32, word: &Range<usize>) {
        if points == 0 {
            return;
        }
        self.points += points;
        self.signs += 1;
        self.strongest = self.strongest.max(points);
        self.range = match self.range.take() {
            Some(range) => Some(range.start.min(word.start)..range.end.max(word.end)),
            None => Some(word.clone()),
        };
    }
}

/// The words of a line, which white space parts, with their places.
fn words(line: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let begin = line.as_ptr() as usize;
    line.split(char::is_whitespace)
        .filter(|word| !word.is_empty())
        .map(move |word| {
            let start = word.as_ptr() as usize - begin;
            (start..start + word.len(), word)
        })
}

// ---- fonts that draw Khmer letters in the places of others ---------------------------------------

/// At least one point in so many letters.
const LETTERS_PER_POINT: usize = 14;

fn legacy_font(line: &str) -> Option<Range<usize>> {
    let mut evidence = Evidence::default();
    let mut letters = 0;
    let mut seen = BTreeSet::new();
    for (range, word) in words(line) {
        // A name with odd capitals is no more odd for being said twice.
        if is_code(word) || !seen.insert(word.trim_matches(|one: char| !one.is_alphabetic())) {
            continue;
        }
        let characters: Vec<char> = word.chars().collect();
        letters += characters
            .iter()
            .filter(|one| one.is_alphabetic() && !is_khmer(**one))
            .count();
        for index in 0..characters.len() {
            evidence.add(sign_of_a_font(&characters, index), &range);
        }
        if COMMON_WORDS.contains(&word.trim_end_matches(['.', '³'])) {
            evidence.add(STRONG, &range);
        }
    }
    let dense = letters <= evidence.points as usize * LETTERS_PER_POINT;
    (evidence.points >= ENOUGH && evidence.strongest >= STRONG && evidence.signs >= 2 && dense)
        .then_some(evidence.range)
        .flatten()
}

/// Some of the commonest Khmer words as Limon fonts write them: that, this, at, to, one, then, those
/// of, use, year, but one, with.
const COMMON_WORDS: [&str; 11] = [
    "Edl", "enH", "enA", "eTA", "mYy", "ehIy", "rbs;", "eRbI", "qñaM", "EtmYy", "CamYy",
];

/// Addresses, programs, formulas, codes: their capitals and signs follow other rules.
fn is_code(word: &str) -> bool {
    let has_code_sign = word.contains([
        '@', '=', '{', '}', '$', '%', '&', '#', '"', '`', '~', '+', '^', '|', '/', '\\',
    ]) || word.contains("::")
        || word.contains("()");
    let inner: Vec<char> = word.chars().collect();
    let joined = inner.windows(3).any(|three| {
        let beside_letters = three[0].is_ascii_alphanumeric() && three[2].is_ascii_alphanumeric();
        let is_link = matches!(three[1], '_' | '-' | '.') || three[1].is_ascii_digit();
        beside_letters && is_link
    });
    has_code_sign || joined
}

/// How much the character at `index` of a word speaks for a legacy font.
fn sign_of_a_font(word: &[char], index: usize) -> u32 {
    let at = |place: Option<usize>| {
        place
            .and_then(|place| word.get(place))
            .copied()
            .unwrap_or(' ')
    };
    let before = at(index.checked_sub(1));
    let after = at(Some(index + 1));
    let character = word[index];
    match character {
        // No word has a consonant between a vowel's capital R and the next consonant; a coeng RO is
        // stored before the letter it hangs on.
        'R' if index == 0
            && word.len() >= 4
            && is_consonant(after)
            && !matches!(after, 'h' | 'z' | 'w' | 'y') =>
        {
            CERTAIN
        }
        'A'..='Z' if before.is_ascii_lowercase() || is_small_high_letter(before) => {
            inner_capital(character, after)
        }
        // Signs that stand for coengs, between two letters.
        '¢' | '£' | '¤' | '¥' | '¦' | '§' | '©' | '¶' | '¼' | '½' | '¾' | '¿' | 'µ' | '†' | '‡'
        | '‰' | '‹' | '›'
            if before.is_ascii_alphabetic() && after.is_ascii_alphabetic() =>
        {
            CERTAIN
        }
        // Letters that natural spelling hardly ever puts after a consonant.
        'ñ' if is_consonant(before) && !matches!(before, 'j' | 'n') => CERTAIN,
        'ß' if is_consonant(before) => CERTAIN,
        'þ' if is_consonant(before) => STRONG,
        // Capitals with an accent inside small letters.
        'Ø' | 'Æ' | 'Ð' | 'Þ' | 'Ñ' | 'Ç' if before.is_lowercase() && !after.is_uppercase() => {
            CERTAIN
        }
        _ if is_foreign_capital(character) && before.is_lowercase() && !after.is_uppercase() => {
            STRONG
        }
        // Latin and Cyrillic in one word.
        _ if is_cyrillic(character) != is_cyrillic(before)
            && is_latin_or_cyrillic(character)
            && is_latin_or_cyrillic(before) =>
        {
            STRONG
        }
        ';' if before.is_ascii_lowercase() && after.is_ascii_lowercase() => WEAK,
        _ => 0,
    }
}

/// A capital after a small letter: common in the names of programs (`getElement`, `iPhone`), where
/// something follows that can be spoken.
fn inner_capital(capital: char, after: char) -> u32 {
    match after {
        _ if is_consonant(after) && !can_begin(capital, after) => CERTAIN,
        'a'..='z' => 0,
        // Stored before the letter that a coeng RO hangs on.
        'A'..='Z' if capital == 'R' => STRONG,
        'A'..='Z' => WEAK,
        'ñ' | 'ß' | 'þ' | 'ø' | 'æ' | 'ð' | 'ç' => CERTAIN,
        _ if after.is_alphabetic() => 0,
        // Vowels and signs that Limon fonts put there: ំ ះ ី ូ ឺ ួ.
        _ if matches!(capital, 'M' | 'H' | 'I' | 'U' | 'W' | 'Y') => STRONG,
        _ => WEAK,
    }
}

/// Whether a word of some language written in Latin letters begins like this.
fn can_begin(capital: char, second: char) -> bool {
    let seconds = match capital {
        'B' => "hlrw",
        'C' => "hlrsvzn",
        'D' => "rwjzhnlmv",
        'F' => "lrjt",
        'G' => "hlnrwyjm",
        'H' => "lrnmwz",
        'J' => "s",
        'K' => "hlnrwvtsj",
        'L' => "lhj",
        'M' => "cnlrbj",
        'N' => "ghjvky",
        'P' => "hflrnstkw",
        'Q' => "",
        'R' => "hzwj",
        'S' => "cfhjklmnpqrtvwzg",
        'T' => "chjlrswvkm",
        'V' => "lrsz",
        'W' => "hlrsd",
        'Z' => "hlmnrwvbd",
        // A vowel goes before any consonant, and so does what stands for a cross.
        _ => return true,
    };
    seconds.contains(second)
}

fn is_consonant(character: char) -> bool {
    character.is_ascii_lowercase() && !matches!(character, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// The small letters of Latin-1 above ASCII.
fn is_small_high_letter(character: char) -> bool {
    matches!(character, '\u{DF}'..='\u{FF}') && character.is_alphabetic()
}

fn is_foreign_capital(character: char) -> bool {
    !character.is_ascii() && !is_khmer(character) && character.is_uppercase()
}

fn is_cyrillic(character: char) -> bool {
    matches!(character, '\u{0400}'..='\u{052F}')
}

fn is_latin_or_cyrillic(character: char) -> bool {
    character.is_ascii_alphabetic()
        || matches!(character, '\u{C0}'..='\u{024F}')
        || is_cyrillic(character)
}

fn is_khmer(character: char) -> bool {
    matches!(character, '\u{1780}'..='\u{17FF}')
}

// ---- text layers that keep no whole text ---------------------------------------------------------

/// At least one point in so many letters.
const BASES_PER_POINT: usize = 20;

/// Everyday words that have lost their coengs: ministry, economy, self, road, Cambodia, for, show,
/// use, data, system, practice, law, development, project, now, choose, name, add, make, program,
/// ground, many, place, correct, allow, high, safety, so, ordinary. Without them they are no Khmer,
/// alone or inside another word.
const TORN_WORDS: [&str; 30] = [
    "កសួង",
    "សដកិច",
    "ខួន",
    "ផូវ",
    "កមពុជា",
    "សមាប់",
    "បងាញ",
    "បយោជន៍",
    "ទិនន័យ",
    "បពន",
    "បព័ន",
    "បតិបតិ",
    "ចបាប់",
    "អភិវឌន៍",
    "គមោង",
    "បចុបន",
    "ជើស",
    "ឈោះ",
    "បនែម",
    "បងើត",
    "កមវិធី",
    "មូលដាន",
    "ចើន",
    "កនែង",
    "តឹមតូវ",
    "អនុញាត",
    "ខស់",
    "សុវតិភាព",
    "ដូចេះ",
    "ធមតា",
];

/// They are looked for in nearly every line with few coengs, so they are made ready once.
static TORN_WORD_FINDER: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::new(TORN_WORDS).expect("thirty words make an automaton"));

/// What it tells that few letters bear a coeng. In Khmer every fifth cluster has one (19.6 % of
/// 868,000); how far a line falls short of that is measured in standard deviations, squared. No line
/// of 74,600 falls short by 4 of them, 50 by 2.5.
fn missing_coengs(clusters: usize, coengs: usize) -> u32 {
    let (clusters, coengs) = (clusters as u64, coengs as u64);
    let Some(missing) = (196 * clusters).checked_sub(1000 * coengs) else {
        return 0;
    };
    match (missing * missing).checked_div(196 * (1000 - 196) * clusters) {
        Some(16..) => ENOUGH,
        Some(6..) => CERTAIN,
        Some(4..) => STRONG,
        _ => 0,
    }
}

fn torn_layer(line: &str) -> Option<Range<usize>> {
    let mut evidence = Evidence::default();
    let mut bases = 0;
    let mut coengs = 0;
    let mut letters_alone = Vec::new();
    let mut khmer_words = 0;
    let has_torn_words = TORN_WORD_FINDER.is_match(line);
    let everything = words(line)
        .map(|(range, _)| range)
        .reduce(|all, one| all.start..one.end)?;
    for (range, word) in words(line) {
        let characters: Vec<char> = word.chars().collect();
        let own = characters
            .iter()
            .filter(|&&one| role(one) == Role::Base)
            .count();
        let own_coengs = characters.iter().filter(|&&one| one == COENG).count();
        bases += own;
        coengs += own_coengs;
        khmer_words += usize::from(own > 0);
        if let [letter] = characters[..]
            && matches!(letter, '\u{1780}'..='\u{17A2}')
        {
            letters_alone.push(letter);
        }
        for index in 0..characters.len() {
            evidence.add(sign_of_tearing(&characters, index), &range);
        }
        if has_torn_words {
            for torn in TORN_WORDS {
                let times = word.matches(torn).count();
                evidence.add(CERTAIN * times as u32, &range);
            }
        }
    }
    // A list is marked with letters too, and a school book lists them, but in their order.
    let is_list = letters_alone.is_sorted() || letters_alone.is_sorted_by(|one, next| one >= next);
    if !is_list && letters_alone.len() * 3 >= khmer_words {
        for _ in &letters_alone {
            evidence.add(STRONG, &everything);
        }
    }
    let missing = missing_coengs(bases - coengs.min(bases), coengs);
    evidence.add(missing, &everything);
    // What is measured over the whole line is dense by itself.
    let dense = missing >= ENOUGH || bases <= evidence.points as usize * BASES_PER_POINT;
    (evidence.points >= ENOUGH && bases >= 2 && dense)
        .then_some(evidence.range)
        .flatten()
}

/// How much the character at `index` of a word speaks for a torn text layer.
fn sign_of_tearing(word: &[char], index: usize) -> u32 {
    let at = |place: Option<usize>| {
        place
            .and_then(|place| word.get(place))
            .copied()
            .unwrap_or(' ')
    };
    let before = at(index.checked_sub(1));
    let after = at(Some(index + 1));
    let character = word[index];
    let own = role(character);
    let is_mark = !matches!(
        own,
        Role::Other | Role::Base | Role::ZeroWidthJoiner | Role::ZeroWidthNonJoiner
    );
    match character {
        '\u{FFFD}' | '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}'
            if is_khmer(before) || is_khmer(after) =>
        {
            CERTAIN
        }
        _ if is_private(character) && (is_khmer(before) || is_khmer(after)) => CERTAIN,
        // Shown on purpose, a circle begins a word.
        DOTTED_CIRCLE if is_khmer(before) => CERTAIN,
        COENG if role(after) != Role::Base && after != DOTTED_CIRCLE => STRONG,
        // Drawn before its letter, and stored where it is drawn: none of 870,000 real clusters has
        // such a vowel after another sign.
        '\u{17C1}'..='\u{17C3}'
            if matches!(
                role(before),
                Role::Modifier
                    | Role::Final
                    | Role::VowelAbove
                    | Role::VowelAfter
                    | Role::VowelBelow
            ) =>
        {
            ENOUGH
        }
        _ if is_mark
            && role(before) == Role::Other
            && before != DOTTED_CIRCLE
            && !is_old_vowel(before) =>
        {
            CERTAIN
        }
        _ => 0,
    }
}

/// Letters that Unicode has taken back, but which bear marks.
fn is_old_vowel(character: char) -> bool {
    matches!(character, '\u{17A3}' | '\u{17A4}' | '\u{17B4}' | '\u{17B5}')
}

#[cfg(test)]
mod tests {
    use super::super::soup::soup;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(Family, &str)>) {
        let found = detect(text);
        let shown = found
            .as_ref()
            .map(|one| (one.family, &text[one.range.clone()]));
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn fonts_of_the_limon_kind_are_recognised() {
        // Real, from a text layer; then synthetic, written after the keyboards of such fonts.
        check(
            "kargarRbcaMqñaM",
            Some((Family::LegacyFont, "kargarRbcaMqñaM")),
        );
        check(
            "taragRbtibtþikarhirBaØvtßú",
            Some((Family::LegacyFont, "taragRbtibtþikarhirBaØvtßú")),
        );
        check(
            "RksYgesdækic©nighirBaØvtßú 2014",
            Some((Family::LegacyFont, "RksYgesdækic©nighirBaØvtßú")),
        );
        check(
            "តារាង៖ enH Edl mYy kñúgqñaM 2014 និង",
            Some((Family::LegacyFont, "enH Edl mYy kñúgqñaM")),
        );
        check(
            "ŪĠijʼnЊĠijʼnЊŁũℓŷЋŁũřť",
            Some((Family::LegacyFont, "ŪĠijʼnЊĠijʼnЊŁũℓŷЋŁũřť")),
        );
    }

    #[test]
    fn torn_text_layers_are_recognised() {
        for (text, torn) in [
            ("តិ ស ពះម ក ត", "តិ ស ពះម ក ត"),
            ("កសួងេសដកិច និង ហិរ វត", "កសួងេសដកិច"),
            ("ចំែណក", "ចំែណក"),
            ("ថវ ិក ា ជ ាត ិ", "ិក ា ជ ាត ិ"),
            ("ប\u{F0A1}ជា និង ស\u{FFFD}ី", "ប\u{F0A1}ជា និង ស\u{FFFD}ី"),
            ("ក\u{25CC}ា ខ\u{25CC}ិ", "ក\u{25CC}ា ខ\u{25CC}ិ"),
            ("ែដល ្រកសួង", "ែដល ្រកសួង"),
        ] {
            check(text, Some((Family::TornTextLayer, torn)));
        }
        // Nothing is wrong here but that no letter bears a coeng.
        let long = "បានទទួលថវិកាសម រាប់ការអប់រំ".replace(' ', "").repeat(5);
        check(&long, Some((Family::TornTextLayer, &long)));
    }

    #[test]
    fn the_place_is_in_the_whole_text() {
        let text = "ល្អ\n\nសូមអាន kargarRbcaMqñaM ២០២៦\n";
        let found = detect(text).expect("a suspicion");
        assert_eq!(found.sample, "kargarRbcaMqñaM");
        assert_eq!(&text[found.range], "kargarRbcaMqñaM");
    }

    #[test]
    fn proper_text_of_any_language_is_not_suspected() {
        for text in [
            "ABC-2026 CIP ក.ជ.ប. info@example.org https://example.org/BaKong?x=RbMq",
            "getElementById(xmlHttpRequest).innerHTML = fooBar; b_aM",
            "aGVsbG8gd29ybGQgYmFzZTY0IHRleHQ= RbMqIyAt+MqRk/RtYw==",
            "iPhone, eBay, macOS, LibreOffice, PhD, kHz, MHz, YouTube, McDonald, OpenGL, NaN",
            "L'Île-de-France, Cañón, señor, größte Straße, Þingvellir, Ærø, İstanbul",
            "Nguyễn Phú Trọng, Đà Nẵng, Kraków, Žďár, rtuť, Wrzesień, Szczecin",
            "Сметана и Latin, Київ",
            "Prak Sokhonn, Chhim, Rlung, Kratie, Ratanakiri, Mondulkiri, Tbong Khmum",
            "ក. ថវិកា ខ. ចំណូល គ. ចំណាយ",
            "ក ខ គ ឃ ង ច ឆ ជ",
            "តម្រៀបចុះ៖ ៩ ៨ ៧ អ ឡ ហ",
            "\u{25CC}\u{17B6} \u{25CC}\u{17B7} ស្រៈ",
            "ខែ្មរ ស្រី្ត ចំាបាច់ លេាក",
            "៛ ១.២៣៤ ក្រសួងសេដ្ឋកិច្ច និងហិរញ្ញវត្ថុ",
        ] {
            check(text, None);
        }
        let declaration = include_str!("fixtures/udhr-khm.txt");
        let words = include_str!("words.tsv");
        let dictionary = words.lines().filter_map(|line| line.split('\t').next());
        for line in declaration.lines().chain(dictionary) {
            check(line, None);
        }
    }

    /// What the quick looks let pass, the slow ones would have let pass.
    #[test]
    fn nothing_is_let_pass_at_a_glance_that_a_closer_look_suspects() {
        let letters = [
            "R",
            "b",
            "c",
            "a",
            "M",
            "q",
            "ñ",
            "ß",
            "þ",
            "Ø",
            "©",
            "¼",
            "‹",
            "‡",
            "я",
            "Я",
            ";",
            "E",
            "d",
            "l",
            " ",
            "Edl",
            "enH ",
            "rbs;",
            "–",
            "“",
            "Ⓐ",
            "Ⅳ",
            "ក",
            "ខ ",
            "្ក",
            "កសួង",
            "ផូវ",
        ];
        let mut state = 88172645463325252_u64;
        let mut random = move |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state % below as u64) as usize
        };
        let mut suspected = [0; 2];
        for _ in 0..60_000 {
            let line: String = (0..=random(14))
                .map(|_| letters[random(letters.len())])
                .collect();
            let glance = Glance::at(&line);
            if legacy_font(&line).is_some() {
                suspected[0] += 1;
                assert!(glance.may_be_a_font, "{line}");
            }
            if glance.is_plain && glance.letters > 1 && torn_layer(&line).is_some() {
                suspected[1] += 1;
                let clusters = glance.letters - glance.coengs.min(glance.letters);
                let has_few = glance.coengs * 8 < clusters;
                assert!(!has_few || may_be_torn(&glance, &line), "{line}");
            }
            let slow = detect(&line).is_none() && irregularities(&line).is_empty();
            assert_eq!(is_clean(&line), slow, "{line}");
        }
        assert!(
            suspected.iter().all(|count| *count > 1_000),
            "{suspected:?}"
        );
    }

    #[test]
    fn places_lie_on_borders_of_characters() {
        for text in soup(7).take(20_000) {
            if let Some(found) = detect(&text) {
                assert!(text[found.range].starts_with(found.sample));
            }
        }
    }
}
