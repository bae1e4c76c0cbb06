//! A language of the site: its tag, and how numbers look in it.

use super::languages;
use crate::khmer;
use crate::khmer::number::{Digits, NumberStyle};
use crate::schema::choice;
use std::fmt;
use std::sync::Arc;

/// A language of the site: its BCP 47 tag, as it stands in file names and addresses (`km`, `en`),
/// and the way its numbers look.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language {
    tag: Arc<str>,
    style: NumberStyle,
}

impl Language {
    /// A language with the numbers that its readers write: Khmer digits for Khmer.
    pub fn new(tag: &str) -> Language {
        let style = match is_khmer(tag) {
            true => NumberStyle::khmer(),
            false => languages::number_style(tag).unwrap_or(NumberStyle::latin()),
        };
        Language {
            tag: tag.into(),
            style,
        }
    }

    /// The same language in other digits, and the separators that go with them.
    pub fn with_digits(tag: &str, digits: Digits) -> Language {
        let own = Language::new(tag);
        let style = match digits {
            digits if digits == own.style.digits => own.style,
            Digits::Khmer => NumberStyle::khmer(),
            Digits::Latin => NumberStyle::latin(),
            Digits::From(languages::ARABIC_ZERO | languages::PERSIAN_ZERO) => NumberStyle {
                digits,
                group: '\u{66C}',
                decimal: '\u{66B}',
            },
            // Latin digits give way to others; where a group ends is the language's own.
            Digits::From(_) if own.style.digits == Digits::Latin => NumberStyle {
                digits,
                ..own.style
            },
            Digits::From(_) => NumberStyle {
                digits,
                ..NumberStyle::latin()
            },
        };
        Language { style, ..own }
    }

    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// What its speakers call it; its tag where that is not known.
    pub fn native_name(&self) -> &str {
        languages::native_name(&self.tag).unwrap_or(&self.tag)
    }

    /// In which direction it is written, as HTML says it: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        languages::direction(&self.tag)
    }

    /// A number of groups, such as one of a telephone, which in text from the right would stand with its last
    /// group first.
    pub fn in_its_order(&self, number: &str) -> String {
        match self.direction() {
            "rtl" if !number.is_empty() => format!("\u{2066}{number}\u{2069}"),
            _ => number.to_owned(),
        }
    }

    pub fn is_khmer(&self) -> bool {
        is_khmer(&self.tag)
    }

    /// The language of the words in numbers and dates, if the program has them by heart; those of all
    /// others stand in the theme (`theme::dates`).
    pub fn words(&self) -> Option<khmer::Language> {
        match self.tag.split('-').next() {
            Some("km") => Some(khmer::Language::Khmer),
            Some("en") => Some(khmer::Language::English),
            _ => None,
        }
    }

    /// How numbers look: digits and separators together, the one setting of it.
    pub fn number_style(&self) -> NumberStyle {
        self.style
    }
}

fn is_khmer(tag: &str) -> bool {
    tag == "km" || tag.starts_with("km-")
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.tag)
    }
}

choice! {
    /// The digits of a language by their CLDR names.
    pub(in crate::config) enum DigitsName {
        Arab = "arab",
        Arabext = "arabext",
        Beng = "beng",
        Cham = "cham",
        Deva = "deva",
        Khmr = "khmr",
        Laoo = "laoo",
        Latn = "latn",
        Mymr = "mymr",
        Thai = "thai",
    }
}

impl DigitsName {
    pub(super) fn digits(self) -> Digits {
        match self {
            DigitsName::Khmr => Digits::Khmer,
            DigitsName::Latn => Digits::Latin,
            DigitsName::Arab => Digits::From(languages::ARABIC_ZERO),
            DigitsName::Arabext => Digits::From(languages::PERSIAN_ZERO),
            DigitsName::Beng => Digits::From('\u{9E6}'),
            DigitsName::Cham => Digits::From('\u{AA50}'),
            DigitsName::Deva => Digits::From('\u{966}'),
            DigitsName::Laoo => Digits::From('\u{ED0}'),
            DigitsName::Mymr => Digits::From('\u{1040}'),
            DigitsName::Thai => Digits::From('\u{E50}'),
        }
    }
}
