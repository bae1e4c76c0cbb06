//! The settings of a declaration, and what is told of those whose values cannot be.

use crate::data::model::too_long;
use crate::diagnostic::{Place, Report, codes, diagnostic, list};
use crate::schema::{Item, Record, Value};
use rust_decimal::Decimal;

/// Settings whose values can be wrong in ways of their own.
pub(super) struct Settings<'own, 'text> {
    pub written: &'own Record<'text>,
    pub report: &'own mut Report,
}

impl Settings<'_, '_> {
    pub fn refuse(&mut self, key: &'static str, read: &str, allowed: &[&str]) {
        self.refuse_at(self.written.place_of(key), key, read, allowed);
    }

    pub fn refuse_at(&mut self, place: Place, key: &'static str, read: &str, allowed: &[&str]) {
        self.report.push(diagnostic!(
            codes::data::BAD_SETTING,
            place,
            key = key,
            read = read,
            allowed = list(allowed)
        ));
    }

    /// A separator: one character, or `""` for none.
    pub fn mark(&mut self, key: &'static str) -> Option<char> {
        let text = self.written.text(key)?;
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (None, _) => None,
            (Some(only), None) if !only.is_alphanumeric() && only != '-' => Some(only),
            _ => {
                self.refuse(key, text, &[".", ",", " "]);
                None
            }
        }
    }

    pub fn number(&mut self, key: &'static str, least: Decimal) -> Option<Decimal> {
        let text = self.written.text(key)?;
        let read = text.parse().or_else(|_| Decimal::from_scientific(text));
        // With more digits, exact figures would not stay so when they are multiplied.
        let (largest, decimals) = (Decimal::from(1_000_000_000_000_000_u64), 6);
        let read = read
            .map(|number| number.normalize())
            .ok()
            .filter(|number| (least..=largest).contains(number) && number.scale() <= decimals);
        match read {
            Some(number) => Some(number),
            None => {
                self.refuse(key, text, &["1", "1_000_000", "1_000_000_000"]);
                None
            }
        }
    }
}

/// What stands beside every figure of the table is short.
pub(super) fn check_lengths(written: &Record<'_>, keys: &[&str], report: &mut Report) {
    for key in keys {
        let Some(entry) = written.entry(key) else {
            continue;
        };
        let mut check = |key: &str, item: &Item<'_>| {
            let text = item.value.text().unwrap_or_default();
            let problem = too_long(key, text, || written.place(item.at));
            problem.into_iter().for_each(|problem| report.push(problem));
        };
        match &entry.item.value {
            Value::Map(entries) => {
                for entry in entries {
                    check(&format!("{key}.{}", entry.key), &entry.item);
                }
            }
            _ => check(key, &entry.item),
        }
    }
}
