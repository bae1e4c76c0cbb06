//! The words of a theme in one language → figures told with them.
//!
//! What is said stands in the theme's `strings/….toml`, so that another language is one more file; what
//! numbers look like is the language's own.

use crate::config::Language;
use crate::data::{
    Constraints, Datasets, Direction, Holds, NATION, Period, Phase, PlaceType, Span,
};
use crate::khmer::date::DateLength;
use crate::theme::words::{self, Word};
use crate::theme::{Strings, Theme, dates};
use jiff::civil::Date;

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

    pub fn word(&self, word: &Word) -> &'theme str {
        self.strings.get(word.key).map_or("", String::as_str)
    }

    /// The word with its blanks filled.
    pub fn say(&self, word: &Word, values: &[&str]) -> String {
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

    /// `២០២៥ អនុម័ត`, `មករា–ឧសភា ២០២៣ អនុវត្ត`
    pub(super) fn period_phase(&self, period: Period, phase: Phase) -> String {
        let period = self.period(period);
        self.say(&words::YEAR_PHASE, &[&period, self.phase(phase)])
    }

    /// `២០២៥`, `ត្រីមាសទី១ ឆ្នាំ២០២៥`
    pub(super) fn period(&self, period: Period) -> String {
        let style = self.language.number_style();
        let digits = |number: u8| style.digits(i16::from(number));
        let month = |month: u8| {
            let month = i8::try_from(month).unwrap_or(1);
            dates::month_name(self.strings, self.language, Date::constant(2000, month, 1))
        };
        let year = style.digits(period.year());
        match period.span() {
            Span::Year => year,
            Span::FiscalYear => {
                // As budgets print it: `2024/25`.
                let next = (period.year() + 1) % 100;
                let next = [next / 10, next % 10].map(|digit| style.digits(digit));
                self.say(&words::FISCAL_YEAR, &[&year, &next.concat()])
            }
            Span::Half(half) => self.say(&words::HALF_OF_YEAR, &[&digits(half), &year]),
            Span::Quarter(quarter) => self.say(&words::QUARTER_OF_YEAR, &[&digits(quarter), &year]),
            Span::Month(one) => self.say(&words::MONTH_OF_YEAR, &[month(one), &year]),
            Span::Months(first, last) => {
                self.say(&words::MONTHS_OF_YEAR, &[month(first), month(last), &year])
            }
        }
    }

    /// A day as readers write it.
    pub(super) fn day(&self, day: Date) -> String {
        dates::format(self.strings, self.language, day, DateLength::Medium)
    }

    pub(super) fn direction(&self, direction: Direction) -> &'theme str {
        self.word(match direction {
            Direction::Revenue => &words::DIRECTION_REVENUE,
            Direction::Expenditure => &words::DIRECTION_EXPENDITURE,
            Direction::Financing => &words::DIRECTION_FINANCING,
        })
    }

    /// So many places of a type.
    pub(super) fn places_of(&self, place_type: PlaceType) -> &'static Word {
        match place_type {
            PlaceType::Nation => &words::SO_MANY_NATION,
            PlaceType::Capital => &words::SO_MANY_CAPITAL,
            PlaceType::Province => &words::SO_MANY_PROVINCE,
            PlaceType::City => &words::SO_MANY_CITY,
            PlaceType::District => &words::SO_MANY_DISTRICT,
            PlaceType::Khan => &words::SO_MANY_KHAN,
            PlaceType::Commune => &words::SO_MANY_COMMUNE,
            PlaceType::Sangkat => &words::SO_MANY_SANGKAT,
            PlaceType::Village => &words::SO_MANY_VILLAGE,
        }
    }

    /// What a place is called; its code, if no table says so.
    pub(super) fn place(&self, datasets: &Datasets, code: &str) -> String {
        let name = datasets.gazetteer().name(code);
        let name = name.map_or("", |name| name.get(self.language, &datasets.fallback()));
        match name {
            "" if code == NATION => self.word(&words::NATION).to_owned(),
            "" => code.to_owned(),
            name => name.to_owned(),
        }
    }

    /// What the theme calls a column of tables; nothing if it does not know it.
    pub(super) fn column(&self, name: &str) -> Option<&'theme str> {
        let known = self.strings.get(&format!("{}{name}", words::COLUMN))?;
        Some(known.as_str())
    }

    /// What the theme calls a word of a column, such as `done`; the word itself if it does not know it.
    pub(super) fn value<'word>(&self, column: &str, word: &'word str) -> &'word str
    where
        'theme: 'word,
    {
        let key = format!("{column}_{word}");
        let known = self.strings.get(&format!("{}{key}", words::VALUE));
        // Phases and directions of budgets have names of their own.
        let known = known.or_else(|| match column {
            "phase" | "direction" => self.strings.get(&key),
            _ => None,
        });
        known.map_or(word, String::as_str)
    }

    /// What readers are told for a value of a column: what its author calls it, else what the theme does;
    /// the value itself if nobody knows more.
    pub(super) fn value_in<'word>(
        &self,
        column: &str,
        holds: Holds,
        constraints: &'word Constraints,
        value: &'word str,
    ) -> &'word str
    where
        'theme: 'word,
    {
        if let Some(names) = constraints.names.get(value) {
            let name = names.get(self.language, self.language);
            return if name.is_empty() { value } else { name };
        }
        match holds {
            Holds::Word(_) => self.value(column, value),
            Holds::Truth => {
                let own = self.value(column, value);
                let any = self.strings.get(&format!("{}{value}", words::VALUE));
                any.filter(|_| own == value).map_or(own, String::as_str)
            }
            _ => value,
        }
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
