//! In: text. Out: whether it is Khmer that only one font, or one PDF, could show as Khmer.
//!
//! Before Unicode, fonts such as Limon and its kin drew Khmer letters in the places of Latin ones, so
//! that `តារាង` is stored as `tarag` and `ប្រតិបត្តិការ` as `Rbtibtþikar`. And a PDF's text layer may
//! hold Khmer whose marks are lost, in the order they are drawn in, or set apart by spaces. Both look
//! right where they come from and are unreadable after a paste. Here they are recognised, not
//! converted: each line is searched for things that no language's proper text has, each of them is
//! worth a few points, and a line with enough of them for its length is suspicious.

use std::collections::BTreeSet;
use std::ops::Range;

use super::alphabet::{COENG, DOTTED_CIRCLE, Role, role};
use super::cluster::truncate_clusters;
use super::glance::Glance;
use super::irregular::{irregularities, is_private};
use super::pairs::likelier;
use super::torn::{FEWEST_CLUSTERS, is_torn};

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
            .or_else(|| Some((Family::TornTextLayer, torn_layer(line, &glance)?)));
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
        match glance.is_plain && !glance.may_be_a_font {
            true => !(has_enough_letters(&glance) && is_torn(line)),
            false => detect(line).is_none() && irregularities(line).is_empty(),
        }
    })
}

/// Whether its words may tell that it is torn, too.
fn has_enough_letters(glance: &Glance) -> bool {
    glance.letters >= FEWEST_CLUSTERS
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

/// So much likelier must the letters be in text for such a font than in a row of random letters, as a
/// natural logarithm: one code of a hundred million is so unlucky.
const LIKELIER: i32 = 10;
/// With fewer pairs of Latin letters than this, signs and letters have to be so many.
const FEW_PAIRS: usize = 6;
const MANY_POINTS: u32 = 12;
const MANY_LETTERS: usize = 16;

fn legacy_font(line: &str) -> Option<Range<usize>> {
    let mut evidence = Evidence::default();
    let mut letters = 0;
    let mut likely = Likely::default();
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
        let signs = evidence.signs;
        for index in 0..characters.len() {
            evidence.add(sign_of_a_font(&characters, index), &range);
        }
        if COMMON_WORDS.contains(&word.trim_end_matches(['.', '³'])) {
            evidence.add(STRONG, &range);
        }
        if evidence.signs > signs {
            likely.add(word);
        }
    }
    let dense = letters <= evidence.points as usize * LETTERS_PER_POINT;
    let is_likely = match likely.pairs < FEW_PAIRS {
        true => evidence.points >= MANY_POINTS && letters >= MANY_LETTERS,
        false => likely.sum >= LIKELIER,
    };
    (evidence.points >= ENOUGH
        && evidence.strongest >= STRONG
        && evidence.signs >= 2
        && dense
        && is_likely)
        .then_some(evidence.range)
        .flatten()
}

/// How likely the pairs of Latin letters are in text for such a font: a code is none, whatever
/// capitals stand in it.
#[derive(Default)]
struct Likely {
    pairs: usize,
    sum: i32,
}

impl Likely {
    fn add(&mut self, word: &str) {
        for pair in word.as_bytes().windows(2) {
            if let Some(likelier) = likelier(pair[0], pair[1]) {
                self.pairs += 1;
                self.sum += likelier;
            }
        }
    }
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

/// Where a line is torn: by its signs if there are any, by its words otherwise.
fn torn_layer(line: &str, glance: &Glance) -> Option<Range<usize>> {
    let by_signs = (!glance.is_plain).then(|| torn_by_signs(line)).flatten();
    let by_words = || (has_enough_letters(glance) && is_torn(line)).then(|| khmer_words(line));
    by_signs.or_else(|| by_words().flatten())
}

/// From the first word with Khmer letters to the last one.
fn khmer_words(line: &str) -> Option<Range<usize>> {
    let mut khmer = words(line).filter(|(_, word)| word.contains(is_khmer));
    let (first, _) = khmer.next()?;
    let end = khmer.last().map_or(first.end, |(last, _)| last.end);
    Some(first.start..end)
}

fn torn_by_signs(line: &str) -> Option<Range<usize>> {
    let mut evidence = Evidence::default();
    let mut bases = 0;
    for (range, word) in words(line) {
        let characters: Vec<char> = word.chars().collect();
        let own = characters.iter().filter(|&&one| role(one) == Role::Base);
        let own = own.count();
        bases += own;
        // A mark that stands alone is shown on purpose: in a school book.
        if own > 0 {
            for index in 0..characters.len() {
                evidence.add(sign_of_tearing(&characters, index), &range);
            }
        }
    }
    let dense = bases <= evidence.points as usize * BASES_PER_POINT;
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
        // Typed for a colon, it stands behind anything.
        YUUKALEAPINTU => 0,
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

const YUUKALEAPINTU: char = '\u{17C8}';

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
            (
                "កសួងេសដកិច និង ហិរ វត បានេចញបកាស",
                "កសួងេសដកិច និង ហិរ វត បានេចញបកាស",
            ),
            ("ចំែណក", "ចំែណក"),
            ("ថវ ិក ា ជ ាត ិ", "ិក ា ជ ាត"),
            ("ប\u{F0A1}ជា និង ស\u{FFFD}ី", "ប\u{F0A1}ជា និង ស\u{FFFD}ី"),
            ("ក\u{25CC}ា ខ\u{25CC}ិ", "ក\u{25CC}ា ខ\u{25CC}ិ"),
            ("ែដល ្រកសួង", "ែដល ្រកសួង"),
        ] {
            check(text, Some((Family::TornTextLayer, torn)));
        }
    }

    /// One sentence, damaged in each way that tools for PDFs have.
    #[test]
    fn every_kind_of_damage_is_recognised() {
        let whole = "ក្រុមប្រឹក្សាឃុំអនុម័តថវិកា និងជួយគ្រួសារក្រីក្រដែលត្រូវការទឹកស្អាត";
        check(whole, None);
        for torn in [
            // Coengs lost, with their letters and without.
            "កុមបឹកាឃុំអនុម័តថវិកា និងជួយគួសារកីកដែលតូវការទឹកសាត",
            "ករុមបរឹកសាឃុំអនុម័តថវិកា និងជួយគរួសារករីករដែលតរូវការទឹកសអាត",
            // The order in which a font draws.
            "្រកុម្របឹក្សាឃុំអនុម័តថវិកា និងជួយ្រគួសារ្រកី្រកែដល្រតូវការទឹកស្អាត",
            // Vowels and signs lost.
            "ក្រមប្រក្សឃំអនមតថវក នងជយគ្រសរក្រក្រដលត្រវករទកស្អត",
            // Spaces between all letters, and behind some.
            "ក្រុ ម ប្រឹ ក្សា ឃុំ អ នុ ម័ ត ថ វិ កា  និ ង ជួ យ គ្រួ សា រ ក្រី ក្រ ដែ ល ត្រូ វ កា រ ទឹ ក",
            "ក្រុ មប្រឹ ក្សា ឃុំ អនុ ម័តថវិ កា និ ងជួ យគ្រួ សា រក្រី ក្រដែ លត្រូ វកា រទឹ កស្អា ត",
            // Coengs behind the next letter, and letters said twice.
            "កុម្របឹកា្រឃុំ្សអនុម័តថវិកា និងជួយគួសា្ររកីក្រដែ្រលតូវកា្ររទឹកសាត្អ",
            "ក្រុម មប្រឹក្សា ក្សាឃុំអនុ នុម័តថវិ វិកា និងជួយ យគ្រួសារក្រី ក្រីក្រដែលត្រូវ វការទឹកស្អាត",
            // A vowel for another one, as in a wrong table of signs.
            "ក្រូមប្រឺក្សេឃូំអនូម័តថវឺកេ និងជូយគ្រូសេរក្រិក្រដៃលត្រួវកេរទឺកស្អេត",
            // A letter for the one before or behind it, as in another wrong table.
            "គ្លុភព្លឹគ្សេឃុំឡនុភ័ណធឝិគា និចឈួរខ្លួសាលគ្លីគ្លឌែវណ្លូឝគាលនឹគស្ឡាណ",
            // Marks twice, and what a program could not read.
            "ក្រុុមប្រឹឹក្សាាឃុុំំអនុុម័័តថវិិកាា និិងជួួយគ្រួួសាារក្រីីក្រដែែលត្រូូវកាារទឹឹកស្អាាត",
            "ក�ុមប�ឹក�ាឃុំអនុម័តថវិកា និងជួយគ�ួសារក�ីក�ដែលត�ូវការទឹកស�ាត",
        ] {
            let found = detect(torn).map(|found| found.family);
            assert_eq!(found, Some(Family::TornTextLayer), "{torn}");
        }
    }

    #[test]
    fn no_code_is_text_for_a_font() {
        for code in [
            "XqZpLwVtJm",
            "bRtKmQzA",
            "RbMqTyHk",
            "HgTRwqMnBvCx",
            "aRbMcDwEkLpQzXsWvTyUhJnGf",
            "kRqTwZpB mXcVbNqL RtYhGfDs",
            "ñRbqÆøtKmß",
            "RksXvPqYt RbnWq",
            "ABcdEFghIJklMNop",
        ] {
            check(code, None);
        }
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
            "វេនព្រឹក ម៉ោង៧ៈ៣០ ដល់១០ៈ៣០ វេនរសៀល ម៉ោង២ៈ០០",
            "ជម្លោះ ស្រៈ ា ិ ី សញ្ញា ់ ័",
            "គ.ជ.ប. គ.ស. អ.ស.ប. ក.ជ.ប. គ.ស. ៥៥០",
            "គោ ក្របី ជ្រូក មាន់ ទា ឆ្កែ ឆ្មា",
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
        let mut suspected = 0;
        for _ in 0..60_000 {
            let line: String = (0..=random(14))
                .map(|_| letters[random(letters.len())])
                .collect();
            let glance = Glance::at(&line);
            if legacy_font(&line).is_some() {
                suspected += 1;
                assert!(glance.may_be_a_font, "{line}");
            }
            let slow = detect(&line).is_none() && irregularities(&line).is_empty();
            assert_eq!(is_clean(&line), slow, "{line}");
        }
        assert!(suspected > 1_000, "{suspected}");
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
