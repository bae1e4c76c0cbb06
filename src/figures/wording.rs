//! The words of a theme in one language → figures told with them.
//!
//! What is said stands in the theme's `strings/….toml`, so that another language is one more file; what
//! numbers and days look like is the language's own (`khmer`).

use crate::config::Language;
use crate::data::{Direction, Phase};
use crate::theme::words::{self, Word};
use crate::theme::{Strings, Theme};

/// A language, and what a theme says in it.
#[derive(Clone, Copy)]
pub struct Wording<'theme> {
    pub language: &'theme Language,
    pub(super) strings: &'theme Strings,
}

impl<'theme> Wording<'theme> {
    /// The theme speaks the language.
    pub fn of(theme: &'theme Theme, language: &'theme Language) -> Wording<'theme> {
        let strings = theme.strings(language);
        Wording { language, strings }
    }

    pub(super) fn word(&self, word: &Word) -> &'theme str {
        self.strings.get(word.key).map_or("", String::as_str)
    }

    /// The word with its blanks filled.
    pub(super) fn say(&self, word: &Word, values: &[&str]) -> String {
        word.fill(self.word(word), values)
    }

    pub(super) fn phase(&self, phase: Phase) -> &'theme str {
        self.word(match phase {
            Phase::Planned => &words::PHASE_PLANNED,
            Phase::Approved => &words::PHASE_APPROVED,
            Phase::Revised => &words::PHASE_REVISED,
            Phase::Actual => &words::PHASE_ACTUAL,
            Phase::Audited => &words::PHASE_AUDITED,
        })
    }

    /// `២០២៥ អនុម័ត`
    pub(super) fn year_phase(&self, year: i16, phase: Phase) -> String {
        let year = self.language.number_style().digits(year);
        self.say(&words::YEAR_PHASE, &[&year, self.phase(phase)])
    }

    pub(super) fn direction(&self, direction: Direction) -> &'theme str {
        self.word(match direction {
            Direction::Revenue => &words::DIRECTION_REVENUE,
            Direction::Expenditure => &words::DIRECTION_EXPENDITURE,
            Direction::Financing => &words::DIRECTION_FINANCING,
        })
    }

    /// The name of a currency; its code, if the theme has none.
    pub(super) fn currency<'name>(&self, code: &'name str) -> &'name str
    where
        'theme: 'name,
    {
        self.of_currency(words::CURRENCY, code).unwrap_or(code)
    }

    /// An amount without a larger unit, in a currency that has a way of its own to write it.
    pub(super) fn bare_amount(&self, number: &str, currency: &str) -> Option<String> {
        let text = self.of_currency(words::AMOUNT_OF, currency)?;
        Some(words::fill(text, words::AMOUNT_OF_BLANKS, &[number]))
    }

    fn of_currency(&self, before: &str, code: &str) -> Option<&'theme str> {
        let key = format!("{before}{}", code.to_ascii_lowercase());
        self.strings.get(&key).map(String::as_str)
    }
}
