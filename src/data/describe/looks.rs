//! What a cell looks like, before anybody knows its column: a figure in whichever writing, a share, a
//! year, a sign for nothing, a text.

use super::{Decided, What};
use crate::data::read::Value;
use crate::khmer::number::{DigitScript, Separators, to_latin_digits};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Blank,
    Text,
    /// A number that may be a year.
    Year(i16),
    Figure,
    Percent,
    /// A sign that stands where a figure is not known, such as `-`.
    Nothing,
    Date,
    /// A spreadsheet error, or a formula without a result.
    Broken,
}

/// What people write where there is no figure.
const NOTHING: [&str; 11] = [
    "-",
    "–",
    "—",
    "--",
    "...",
    "…",
    "n/a",
    "na",
    "n.a.",
    "គ្មាន",
    "មិនមាន",
];

pub(super) fn look(value: &Value) -> Look {
    match value {
        Value::Empty => Look::Blank,
        Value::Number(number) => match year_of_number(*number) {
            Some(year) => Look::Year(year),
            None => Look::Figure,
        },
        Value::Text(text) => look_of_text(text.as_str()),
        Value::Date(_) => Look::Date,
        Value::Truth(_) => Look::Text,
        Value::Error(_) | Value::Unsaved(_) => Look::Broken,
    }
}

fn look_of_text(text: &str) -> Look {
    if NOTHING.contains(&&*text.to_lowercase()) {
        return Look::Nothing;
    }
    let plain = to_latin_digits(text);
    let plain = plain.trim();
    let (plain, is_share) = match plain.strip_suffix('%') {
        Some(share) => (share.trim_end(), true),
        None => (plain, false),
    };
    let inside = plain.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let plain = inside.unwrap_or(plain);
    let plain = plain.trim_start_matches(['-', '+', '\u{2212}']);
    let is_mark = |c: char| is_separator(c) || c.is_ascii_digit();
    let is_number = plain.starts_with(|c: char| c.is_ascii_digit())
        && plain.ends_with(|c: char| c.is_ascii_digit())
        && plain.chars().all(is_mark);
    match (is_number, is_share) {
        (false, _) => Look::Text,
        (true, true) => Look::Percent,
        (true, false) => match year_of_text(plain) {
            Some(year) => Look::Year(year),
            None => Look::Figure,
        },
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'')
}

fn year_of_text(text: &str) -> Option<i16> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_year
        .then(|| text.parse().ok())?
        .filter(|year| is_a_year(*year))
}

fn year_of_number(number: Decimal) -> Option<i16> {
    let year = i16::try_from(number).ok()?;
    (number.is_integer() && is_a_year(year)).then_some(year)
}

/// Of the common era, or of the Buddhist one.
fn is_a_year(year: i16) -> bool {
    (2000..=2060).contains(&year) || (2543..=2603).contains(&year)
}

/// What stands between the digits of written figures, as far as it can mean one thing.
#[derive(Debug, Default)]
pub(super) struct Marks {
    group: BTreeSet<char>,
    decimal: BTreeSet<char>,
    /// A sign that could be either, with a figure that has it.
    either: Option<(char, String)>,
}

/// How written figures are read.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reading {
    /// As they are: no figure has a sign in it.
    Plain,
    Of {
        group: Option<char>,
        decimal: Option<char>,
    },
    /// This figure has two readings, and no other says which is meant.
    Ambiguous(String),
}

impl Marks {
    /// Looks at a written figure.
    pub fn note(&mut self, text: &str) {
        let plain = to_latin_digits(text).replace(['\u{a0}', '\u{202f}'], " ");
        let plain = plain.trim_matches(|c: char| !c.is_ascii_digit());
        let signs: Vec<char> = plain.chars().filter(|c| !c.is_ascii_digit()).collect();
        let Some(last) = signs.last().copied() else {
            return;
        };
        let is_alike = signs.iter().all(|sign| *sign == last);
        if !is_alike {
            self.decimal.insert(last);
            self.group.extend(signs[..signs.len() - 1].iter().copied());
            return;
        }
        let (before, after) = plain.rsplit_once(last).unwrap_or((plain, ""));
        if signs.len() > 1 || !matches!(last, '.' | ',') {
            self.group.insert(last);
        } else if after.len() != 3 || before.len() > 3 || before == "0" {
            self.decimal.insert(last);
        } else if self.either.is_none() {
            self.either = Some((last, text.to_owned()));
        }
    }

    pub fn reading(&self) -> Reading {
        let only = |marks: &BTreeSet<char>| match marks.len() {
            1 => marks.first().copied(),
            _ => None,
        };
        let clash = self.group.intersection(&self.decimal).next().is_some();
        if clash || self.group.len() > 1 || self.decimal.len() > 1 {
            let shown = self.either.as_ref().map(|(_, text)| text.clone());
            let marks = self.group.union(&self.decimal).collect::<String>();
            return Reading::Ambiguous(shown.unwrap_or(marks));
        }
        let (group, decimal) = (only(&self.group), only(&self.decimal));
        match (&self.either, group, decimal) {
            (None, None, None) => Reading::Plain,
            (None, group, decimal) => Reading::Of { group, decimal },
            // Where one sign is known to be the one, the other is the other.
            (Some((mark, _)), Some(group), None) => Reading::Of {
                group: Some(group),
                decimal: (*mark != group).then_some(*mark),
            },
            (Some((mark, _)), None, Some(decimal)) => Reading::Of {
                group: (*mark != decimal).then_some(*mark),
                decimal: Some(decimal),
            },
            (Some((mark, _)), Some(group), Some(decimal)) if [group, decimal].contains(mark) => {
                Reading::Of {
                    group: Some(group),
                    decimal: Some(decimal),
                }
            }
            (Some((_, text)), ..) => Reading::Ambiguous(text.clone()),
        }
    }
}

impl Reading {
    /// What is told of it, if there is anything to tell.
    pub fn told(&self, is_sure: bool) -> Option<Decided> {
        let Reading::Of { group, decimal } = *self else {
            return None;
        };
        Some(Decided {
            what: What::Separators { group, decimal },
            is_sure,
        })
    }

    pub fn separators(&self) -> Separators {
        let (group, decimal) = match self {
            Reading::Of { group, decimal } => (*group, *decimal),
            Reading::Plain | Reading::Ambiguous(_) => (None, None),
        };
        Separators {
            group,
            decimal,
            digits: DigitScript::Any,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(figures: &[&str]) -> Reading {
        let mut marks = Marks::default();
        figures.iter().for_each(|figure| marks.note(figure));
        marks.reading()
    }

    #[test]
    fn a_sign_between_digits_means_what_all_figures_together_leave_open() {
        let of = |group, decimal| Reading::Of { group, decimal };
        assert_eq!(reading(&["12", "340"]), Reading::Plain);
        assert_eq!(reading(&["1,250,000", "340"]), of(Some(','), None));
        assert_eq!(reading(&["12.5", "1,250"]), of(Some(','), Some('.')));
        assert_eq!(reading(&["១.៣៤៤,៥៨", "១.២១០"]), of(Some('.'), Some(',')));
        assert_eq!(reading(&["1 250", "3,5"]), of(Some(' '), Some(',')));
        assert_eq!(reading(&["1,250.5"]), of(Some(','), Some('.')));
        assert_eq!(reading(&["0.250"]), of(None, Some('.')));
        assert_eq!(reading(&["(1,250,000)"]), of(Some(','), None));
        assert_eq!(
            reading(&["1.250", "990"]),
            Reading::Ambiguous("1.250".into())
        );
        assert!(matches!(
            reading(&["1,250.5", "1.250,5"]),
            Reading::Ambiguous(_)
        ));
    }

    #[test]
    fn a_cell_looks_like_what_it_holds() {
        let looks = |text: &str| look(&Value::written(text));
        for figure in ["12", "១.២៥០", "(3)", "-3.5", "1 000"] {
            assert_eq!(looks(figure), Look::Figure, "{figure}");
        }
        assert_eq!(looks("២០២៥"), Look::Year(2025));
        assert_eq!(looks("12 %"), Look::Percent);
        for nothing in ["-", "…", "N/A", "គ្មាន"] {
            assert_eq!(looks(nothing), Look::Nothing, "{nothing}");
        }
        for text in ["12 riel", "1.", "A1", "ក", "2024/25"] {
            assert_eq!(looks(text), Look::Text, "{text}");
        }
        assert_eq!(looks("#REF!"), Look::Broken);
        assert_eq!(looks(""), Look::Blank);
    }
}
