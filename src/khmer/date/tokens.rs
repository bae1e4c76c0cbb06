//! In: the text of a date. Out: its numbers and the words a date is made of, in order.

use std::sync::LazyLock;

use jiff::civil::Weekday;

use super::DateError;
use super::lunar::{Animal, LunarMonth, Phase, Sak};
use super::parse::Era;
use super::{ENGLISH_MONTHS, ENGLISH_WEEKDAYS, KHMER_MONTHS, KHMER_WEEKDAYS};
use crate::number::{DigitScript, digit_value, is_invisible, ordinal_ending, to_latin_digits};
use crate::{Language, normalise};

/// A part of a date's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Number(Number),
    /// 1 to 12.
    Month(i8),
    Weekday(Weekday),
    /// What the next number is.
    Mark(Mark),
    Era(Era),
    /// A sign between two numbers.
    Separator(char),
    Phase(Phase),
    LunarMonth(LunarMonth),
    Animal(Animal),
    Sak(Sak),
    /// Says nothing that is not known.
    Filler,
}

/// A number and how many digits it was written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub value: i16,
    pub digits: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Day,
    Month,
    Year,
}

/// Spellings that are met besides our own.
const OTHER_MONTHS: [(&str, i8); 13] = [
    ("កុម្ភះ", 2),
    ("កុម្ភ", 2),
    ("មិនា", 3),
    ("ឧស្សភា", 5),
    ("មិថុណា", 6),
    ("មិធុនា", 6),
    ("កក្តដា", 7),
    ("សិហា", 8),
    ("កញ្ជា", 9),
    ("វិច្ចិកា", 11),
    ("វិច្ឆិការ", 11),
    ("ធ្នូរ", 12),
    ("sept", 9),
];
const OTHER_WEEKDAYS: [(&str, Weekday); 6] = [
    ("ច័ន្ទ", Weekday::Monday),
    ("ចន្ទ័", Weekday::Monday),
    ("ច័ន្ត", Weekday::Monday),
    ("ព្រហស្បត្តិ៍", Weekday::Thursday),
    ("ព្រហស្បតិ", Weekday::Thursday),
    ("សៅរ", Weekday::Saturday),
];
const OTHER_LUNAR_MONTHS: [(&str, LunarMonth); 9] = [
    ("មិគ្គសិរ", LunarMonth::Miksir),
    ("វិសាខ", LunarMonth::Pisak),
    ("ជេឋ", LunarMonth::Ches),
    ("អាសាធ", LunarMonth::Asath),
    ("បឋមាសាធ", LunarMonth::FirstAsath),
    ("ទុតិយាសាធ", LunarMonth::SecondAsath),
    ("ស្រាពណ", LunarMonth::Srap),
    ("ភទ្របត", LunarMonth::Photrobot),
    ("កក្តិក", LunarMonth::Kadek),
];
const OTHER_WORDS: [(&str, Token); 23] = [
    ("ថ្ងៃទី", Token::Mark(Mark::Day)),
    ("ទី", Token::Mark(Mark::Day)),
    ("ថ្ងៃ", Token::Filler),
    ("ខែ", Token::Mark(Mark::Month)),
    ("ឆ្នាំ", Token::Mark(Mark::Year)),
    ("year", Token::Mark(Mark::Year)),
    ("ព.ស.", Token::Era(Era::Buddhist)),
    ("ព.ស", Token::Era(Era::Buddhist)),
    ("ពុទ្ធសករាជ", Token::Era(Era::Buddhist)),
    ("b.e.", Token::Era(Era::Buddhist)),
    ("be", Token::Era(Era::Buddhist)),
    ("គ.ស.", Token::Era(Era::Gregorian)),
    ("គ.ស", Token::Era(Era::Gregorian)),
    ("គ្រិស្តសករាជ", Token::Era(Era::Gregorian)),
    ("ce", Token::Era(Era::Gregorian)),
    ("ad", Token::Era(Era::Gregorian)),
    ("the", Token::Filler),
    ("of", Token::Filler),
    ("នៃ", Token::Filler),
    ("/", Token::Separator('/')),
    ("-", Token::Separator('-')),
    (".", Token::Separator('.')),
    (",", Token::Filler),
];

/// Every word, the longer before its beginning.
static VOCABULARY: LazyLock<Vec<(String, Token)>> = LazyLock::new(|| {
    let languages = [Language::Khmer, Language::English];
    let mut words: Vec<(String, Token)> = Vec::new();
    let mut add = |word: &str, token| words.push((normalise(word).to_lowercase(), token));
    for (names, number) in KHMER_MONTHS.iter().zip(ENGLISH_MONTHS).zip(1..) {
        add(names.0, Token::Month(number));
        add(names.1, Token::Month(number));
        add(&names.1[..3], Token::Month(number));
    }
    for (names, offset) in KHMER_WEEKDAYS.iter().zip(ENGLISH_WEEKDAYS).zip(0..) {
        if let Ok(weekday) = Weekday::from_monday_zero_offset(offset) {
            add(names.0, Token::Weekday(weekday));
            add(names.1, Token::Weekday(weekday));
            add(&names.1[..3], Token::Weekday(weekday));
        }
    }
    for language in languages {
        for phase in [Phase::Keut, Phase::Roch] {
            add(phase.name(language), Token::Phase(phase));
        }
        for month in LunarMonth::ALL {
            add(month.name(language), Token::LunarMonth(month));
        }
        for sak in Sak::ALL {
            add(sak.name(language), Token::Sak(sak));
        }
        for animal in Animal::ALL {
            add(animal.name(language), Token::Animal(animal));
        }
    }
    for (word, month) in OTHER_MONTHS {
        add(word, Token::Month(month));
    }
    for (word, weekday) in OTHER_WEEKDAYS {
        add(word, Token::Weekday(weekday));
    }
    for (word, month) in OTHER_LUNAR_MONTHS {
        add(word, Token::LunarMonth(month));
    }
    for (word, token) in OTHER_WORDS {
        add(word, token);
    }
    words.sort_by(|one, other| (other.0.len(), &one.0).cmp(&(one.0.len(), &other.0)));
    words
});

/// Which month has this name, in either language and in the spellings that are met: 1 to 12.
///
/// ```
/// # use sala_khmer::date::month_named;
/// assert_eq!(month_named("ឧសភា"), Some(5));
/// assert_eq!(month_named("Sept"), Some(9));
/// assert_eq!(month_named("ឆ្នាំ"), None);
/// ```
pub fn month_named(word: &str) -> Option<i8> {
    let word = normalise(word.trim()).to_lowercase();
    let mut words = VOCABULARY.iter();
    words.find_map(|(known, token)| match token {
        Token::Month(month) if *known == word => Some(*month),
        _ => None,
    })
}

/// The text in one spelling, one case and Latin digits, with one kind of space.
pub(super) fn plain(text: &str, script: DigitScript) -> Result<String, DateError> {
    let visible: String = text.chars().filter(|&mark| !is_invisible(mark)).collect();
    let words: Vec<&str> = visible.split_whitespace().collect();
    let text = normalise(&words.join(" ")).to_lowercase();
    if text.is_empty() {
        return Err(DateError::Empty);
    }
    let latin = text.bytes().any(|byte| byte.is_ascii_digit());
    let khmer = text
        .chars()
        .any(|mark| digit_value(mark).is_some() && !mark.is_ascii());
    match (khmer, latin, script) {
        (true, true, _) => Err(DateError::MixedScripts),
        (true, _, DigitScript::Latin) | (_, true, DigitScript::Khmer) => {
            Err(DateError::WrongScript)
        }
        _ => Ok(to_latin_digits(&text)),
    }
}

/// The parts of plain text; a word that dates do not have makes it no date.
pub(super) fn tokens(mut text: &str) -> Result<Vec<Token>, DateError> {
    let mut found = Vec::new();
    loop {
        text = text.trim_start();
        let end = text
            .find(|mark: char| !mark.is_ascii_digit())
            .unwrap_or(text.len());
        if text.is_empty() {
            return Ok(found);
        }
        if end > 0 {
            let value = text[..end].parse().map_err(|_| DateError::NotADate)?;
            found.push(Token::Number(Number { value, digits: end }));
            text = without_ordinal_ending(&text[end..], value)?;
            continue;
        }
        let (word, token) = VOCABULARY
            .iter()
            .find(|(word, _)| {
                text.strip_prefix(word.as_str())
                    .is_some_and(|rest| ends(word, rest))
            })
            .ok_or(DateError::NotADate)?;
        found.push(*token);
        text = &text[word.len()..];
    }
}

/// Latin words have an end, which Khmer words do not show.
fn ends(word: &str, rest: &str) -> bool {
    let is_letter = |mark: char| mark.is_alphabetic() && !('\u{1780}'..='\u{17FF}').contains(&mark);
    !(word.ends_with(is_letter) && rest.starts_with(is_letter))
}

/// `24th`; the ending of another number makes it no date.
fn without_ordinal_ending(text: &str, value: i16) -> Result<&str, DateError> {
    let endings = ["st", "nd", "rd", "th"];
    let Some(ending) = endings.into_iter().find(|ending| text.starts_with(ending)) else {
        return Ok(text);
    };
    match ordinal_ending(u32::from(value.unsigned_abs())) == ending {
        true => Ok(&text[ending.len()..]),
        false => Err(DateError::NotADate),
    }
}
