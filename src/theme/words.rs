//! The words of the interface that the program says itself, each with its key and its blanks.
//!
//! A theme's templates take whatever keys they like from `strings/….toml`; what stands here is composed
//! before a template sees it, so it has to be there in every language, with these blanks and no others.

use super::{Strings, dates};
use crate::config::Language;
use std::collections::BTreeSet;

/// A word or a sentence; a blank is written `{name}`.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    pub key: &'static str,
    pub blanks: &'static [&'static str],
}

macro_rules! words {
    ($($(#[$about:meta])* $name:ident = $key:literal [$($blank:literal)*];)*) => {
        $($(#[$about])* pub static $name: Word = Word { key: $key, blanks: &[$($blank),*] };)*

        /// All of them.
        pub static ALL: &[&Word] = &[$(&$name),*];
    };
}

words! {
    MINUTES = "minutes" ["count"];
    /// A day and the hour on it.
    MOMENT = "moment" ["day" "time"];
    /// What costs no riel.
    FREE = "free" [];
    /// Before the row that the day of the build lies in.
    NOW = "now" [];
    TRUE = "value_true" [];
    FALSE = "value_false" [];
    PHASE_PLANNED = "phase_planned" [];
    PHASE_APPROVED = "phase_approved" [];
    PHASE_REVISED = "phase_revised" [];
    PHASE_ACTUAL = "phase_actual" [];
    PHASE_AUDITED = "phase_audited" [];
    /// The head of a column.
    YEAR_PHASE = "year_phase" ["year" "phase"];
    /// A fiscal year that ends in the next calendar year.
    FISCAL_YEAR = "fiscal_year" ["year" "next"];
    HALF_OF_YEAR = "half_of_year" ["half" "year"];
    QUARTER_OF_YEAR = "quarter_of_year" ["quarter" "year"];
    MONTH_OF_YEAR = "month_of_year" ["month" "year"];
    /// From one month to another.
    MONTHS_OF_YEAR = "months_of_year" ["first" "last" "year"];
    DIRECTION_REVENUE = "direction_revenue" [];
    DIRECTION_EXPENDITURE = "direction_expenditure" [];
    DIRECTION_FINANCING = "direction_financing" [];
    /// What the parts of a total leave of it.
    NOT_ITEMISED = "not_itemised" [];
    /// What they exceed it by.
    OVER_TOTAL = "over_total" [];
    /// A figure that its source leaves blank.
    UNKNOWN_FIGURE = "unknown_figure" [];
    /// A note on a single row of a table.
    NOTE_ON_ROW = "note_on_row" ["label" "note"];
    /// Powers of ten; empty where the language has no word in use, and the next smaller one stands.
    TRILLION = "trillion" [];
    BILLION = "billion" [];
    MILLION = "million" [];
    /// A unit such as `billion riel`.
    UNIT_OF_CURRENCY = "unit_of_currency" ["size" "currency"];
    /// A figure with its unit.
    AMOUNT = "amount" ["number" "unit"];
    /// What a figure is, and of when.
    LABEL_IN_YEAR = "label_in_year" ["label" "when"];
    /// A measure of what is unknown.
    NOT_KNOWN = "not_known" [];
    CHANGE_MORE = "change_more" ["difference"];
    CHANGE_LESS = "change_less" ["difference"];
    CHANGE_NONE = "change_none" [];
    CHANGE_WITH_SHARE = "change_with_share" ["change" "share"];
    CHANGE_FORMULA = "change_formula" ["later" "earlier"];
    /// `base` is the word of its phase.
    EXECUTION_TOLD = "execution_told" ["share" "base"];
    /// Of what was decided for a longer time than the one in which it was spent.
    EXECUTION_OF_PART_TOLD = "execution_of_part_told" ["share" "base" "whole" "part"];
    EXECUTION_FORMULA = "execution_formula" ["actual" "base"];
    PER_PERSON_TOLD = "per_person_told" ["amount"];
    PER_PERSON_FORMULA = "per_person_formula" ["amount"];
    NATION = "nation" [];
    PEOPLE = "people" ["place"];
    PEOPLE_IN_YEAR = "people_in_year" ["place" "year"];
    OF_100 = "of_100" ["hundred" "currency"];
    OF_100_TO = "of_100_to" ["hundred" "currency" "whole" "part"];
    LESS_THAN = "less_than" ["amount"];
    SHARE_FORMULA = "share_formula" ["whole"];
    /// By what places like one were found; `place` is what they all lie in.
    ALIKE_BY_PEOPLE = "alike_by_people" ["place"];
    ALIKE_BY_VILLAGES = "alike_by_villages" ["place"];
    /// The head of the labels of a budget.
    BUDGET_LINE = "budget_line" [];
    NOT_ITEMISED_OF = "not_itemised_of" ["label" "rest"];
    OVER_TOTAL_OF = "over_total_of" ["label" "rest"];
    /// `by` is the title of the categories of a dimension, in both.
    TITLE_BY = "title_by" ["title" "by"];
    NOT_DIVIDED_OF = "not_divided_of" ["when" "amount" "by"];
    MORE_CELLS = "more_cells" ["cells" "count"];
    CHART_UNKNOWN = "chart_unknown" ["labels"];
    CHART_OTHERS = "chart_others" [];
    CHART_EACH = "chart_each" ["amount"];
    /// So many places of each type.
    SO_MANY_NATION = "so_many_nation" ["count"];
    SO_MANY_CAPITAL = "so_many_capital" ["count"];
    SO_MANY_PROVINCE = "so_many_province" ["count"];
    SO_MANY_CITY = "so_many_city" ["count"];
    SO_MANY_DISTRICT = "so_many_district" ["count"];
    SO_MANY_KHAN = "so_many_khan" ["count"];
    SO_MANY_COMMUNE = "so_many_commune" ["count"];
    SO_MANY_SANGKAT = "so_many_sangkat" ["count"];
    SO_MANY_VILLAGE = "so_many_village" ["count"];
    /// `peers` are so many places.
    RANK_TOLD = "rank_told" ["rank" "peers"];
    RANK_FORMULA = "rank_formula" ["amount"];
    MEDIAN_TOLD = "median_told" ["amount" "peers"];
    MEDIAN_OF = "median_of" ["peers"];
    MEDIAN_FORMULA = "median_formula" ["amount"];
    PEERS_NOT_KNOWN = "peers_not_known" [];
    ROLL_UP_TOLD = "roll_up_told" ["amount" "places"];
    ROLL_UP_FORMULA = "roll_up_formula" ["amount"];
    /// So many parts of a time.
    SO_MANY_YEARS = "so_many_years" ["count"];
    SO_MANY_HALVES = "so_many_halves" ["count"];
    SO_MANY_QUARTERS = "so_many_quarters" ["count"];
    SO_MANY_MONTHS = "so_many_months" ["count"];
    YEARS_FROM_TO = "years_from_to" ["first" "last"];
    /// `periods` are so many parts of a time.
    ROLL_UP_PERIODS_TOLD = "roll_up_periods_told" ["amount" "periods"];
    ROLL_UP_PERIODS_FORMULA = "roll_up_periods_formula" ["amount" "periods"];
    /// No row has these.
    ROLL_UP_MISSING = "roll_up_missing" ["periods"];
    /// Rows have them, and their figures are blank.
    ROLL_UP_BLANK = "roll_up_blank" ["periods"];
    /// Nobody can tell which figures of other years belong to it.
    ROLL_UP_CODES = "roll_up_codes" [];
    NO_FIGURE = "no_figure" [];
    PARTS_WITH_FIGURE = "parts_with_figure" [];
    PARTS_NOT_KNOWN = "parts_not_known" [];
    PLACES_WITH_FIGURE = "places_with_figure" [];
    COMPARATOR_TOLD = "comparator_told" ["count" "what"];
    COMPARATOR_FORMULA = "comparator_formula" ["amount" "cost"];
    COST_OF = "cost_of" ["what"];
    COST_IN_YEAR = "cost_in_year" ["what" "year"];
    CONSTANT_PRICES_TOLD = "constant_prices_told" ["amount" "year"];
    CONSTANT_PRICES_FORMULA = "constant_prices_formula" ["amount" "own" "wanted"];
    PRICE_INDEX = "price_index" ["year"];
    WHAT_CHANGED = "what_changed" ["title"];
    CHANGE = "change" [];
    CHANGES_LEFT_OUT = "changes_left_out" ["count"];
    CHANGES_NOT_KNOWN = "changes_not_known" ["labels"];
    ONLY_IN = "only_in" ["when" "labels"];
    /// A category with its code.
    CODE_NAMED = "code_named" ["label" "code"];
    /// What codes are now, and what they were until a year.
    CODE_UNTIL = "code_until" ["later" "year" "earlier"];
    /// Several categories as one.
    CODES_TOGETHER = "codes_together" ["names"];
    CODES_CHANGED = "codes_changed" ["changes"];
    /// Two figures that are not of one thing.
    NOT_COMPARABLE = "not_comparable" [];
    NOT_COMPARABLE_FORMULA = "not_comparable_formula" ["later" "earlier"];
    CODES_NOT_COMPARABLE = "codes_not_comparable" ["labels"];
    REASON_NOT_STATED = "reason_not_stated" [];
    ADJUSTMENTS_MORE = "adjustments_more" ["count"];
    /// The same where readers may take the table away.
    ADJUSTMENTS_MORE_TO_TAKE = "adjustments_more_to_take" ["count"];
    CRITERION = "criterion" [];
    SCORE_USER = "score_user" [];
    SCORE_PROVIDER = "score_provider" [];
    SCORE_AGREED = "score_agreed" [];
    PEOPLE_COUNTED = "people_counted" [];
    ANSWER = "answer" [];
    SHARE = "share" [];
    TOO_FEW = "too_few" [];
    TOO_FEW_NOTE = "too_few_note" ["fewest"];
}

/// What stands before the code of a currency in the key of its name: `currency_khr`. A theme may name any.
pub const CURRENCY: &str = "currency_";

/// What stands before the name of a column in the key of what readers call it: `column_fee`. A theme may name
/// any.
pub const COLUMN: &str = "column_";

/// What stands before a column and a word of it in the key of what readers call it: `value_status_done`. A
/// theme may name any.
pub const VALUE: &str = "value_";

/// What stands before the code of a currency in the key of an amount of it that has no larger unit, where
/// such an amount is written in a way of its own: `amount_khr`.
pub const AMOUNT_OF: &str = "amount_";

/// The blank of such an amount.
pub const AMOUNT_OF_BLANKS: &[&str] = &["number"];

/// A number of a currency without a larger unit, by the lower case of its code.
pub fn amount(strings: &Strings, number: &str, currency: &str) -> String {
    let word = |key: &str| strings.get(key).map(String::as_str);
    if let Some(own) = word(&format!("{AMOUNT_OF}{currency}")) {
        return fill(own, AMOUNT_OF_BLANKS, &[number]);
    }
    let name = word(&format!("{CURRENCY}{currency}")).unwrap_or(currency);
    AMOUNT.fill(word(AMOUNT.key).unwrap_or_default(), &[number, name])
}

impl Word {
    /// The text with its blanks filled, in the order in which they are declared.
    pub fn fill(&self, text: &str, values: &[&str]) -> String {
        fill(text, self.blanks, values)
    }
}

/// The text with each `{blank}` filled; what a value holds is not looked at again.
pub fn fill(text: &str, blanks: &[&str], values: &[&str]) -> String {
    let mut out =
        String::with_capacity(text.len() + values.iter().map(|value| value.len()).sum::<usize>());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let filled = after.split_once('}').and_then(|(name, after)| {
            let at = blanks.iter().position(|blank| *blank == name)?;
            Some((values.get(at)?, after))
        });
        match filled {
            Some((value, after)) => {
                out.push_str(value);
                rest = after;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out + rest
}

/// The blanks that the text of a key has to hold; none for a key of the theme's own.
pub(super) fn blanks_of(key: &str) -> &'static [&'static str] {
    let mut known = ALL.iter().copied().chain(&dates::PATTERNS);
    match known.find(|word| word.key == key) {
        Some(word) => word.blanks,
        None if key.starts_with(AMOUNT_OF) => AMOUNT_OF_BLANKS,
        None => &[],
    }
}

/// The keys that are not among the strings of a language: of those in the built-in English file, those that
/// the program says itself, and those of dates where it does not know them by heart.
pub(super) fn missing(strings: &Strings, language: &Language) -> Vec<String> {
    let of_dates = dates::keys().filter(|_| language.words().is_none());
    let own = ALL.iter().map(|word| word.key).chain(of_dates);
    let own = own.map(str::to_owned);
    let of_templates = super::built_in_words(super::ENGLISH).into_keys();
    let mut seen = BTreeSet::new();
    let lacks = |key: &String| !strings.contains_key(key) && seen.insert(key.clone());
    own.chain(of_templates).filter(lacks).collect()
}

/// Whether a text holds these blanks and no others.
pub(super) fn holds(text: &str, blanks: &[&str]) -> bool {
    let mut found = BTreeSet::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            return false;
        };
        found.insert(name);
        rest = after;
    }
    found == BTreeSet::from_iter(blanks.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_filled_once_and_in_any_order() {
        let word = Word {
            key: "k",
            blanks: &["a", "b"],
        };
        assert_eq!(word.fill("{b}, {a}{a}", &["{b}", "2"]), "2, {b}{b}");
        assert_eq!(word.fill("{c} {a", &["1", "2"]), "{c} {a");
    }

    #[test]
    fn a_text_holds_its_blanks_and_no_others() {
        for (text, right) in [
            ("{a} and {b}", true),
            ("{b}{a}{a}", true),
            ("{a}", false),
            ("{a} {b} {c}", false),
            ("{a} {b} {", false),
            ("", false),
        ] {
            assert_eq!(holds(text, &["a", "b"]), right, "{text}");
        }
        assert!(holds("", &[]) && holds("x", &[]) && !holds("{x}", &[]));
    }

    #[test]
    fn each_key_stands_once() {
        let keys: BTreeSet<&str> = ALL.iter().map(|word| word.key).collect();
        assert_eq!(keys.len(), ALL.len());
    }
}
