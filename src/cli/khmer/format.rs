//! In: a line with one figure, or one day or several on end. Out: how its readers write it.

use super::Refusal;
use crate::cli::args::{Form, Format, Readers};
use crate::diagnostic::{MessageLanguage, codes, diagnostic};
use crate::khmer::date::{self, DateDeclaration, DateError, DateLength};
use crate::khmer::number::{
    self, Amount, Currency, Digits, NumberError, NumberStyle, Separators, parse_amount,
};
use crate::khmer::{Language, date::iso};
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::ops::RangeInclusive;

/// The line in the form that the options name. A line of spaces stays as it is.
pub(super) fn format(
    line: &str,
    options: &Format,
    messages: MessageLanguage,
) -> Result<String, Refusal> {
    if line.trim().is_empty() {
        return Ok(line.to_owned());
    }
    let language = match options.readers {
        Readers::Km => Language::Khmer,
        Readers::En => Language::English,
    };
    let style = style(options);
    let amount = || amount(line, options, messages);
    let number = || amount().map(|amount| amount.number);
    // A currency that is named is never another one.
    let currency = |amount: Amount| {
        amount
            .currency
            .or(options.currency.map(Into::into))
            .unwrap_or(Currency::Riel)
    };
    let unwritable = || not_a_figure(line, &NumberError::TooLong, messages);
    let in_length = |length| {
        let days = days(line, messages)?;
        Ok(date::format_range(&days, length, language, style.digits))
    };
    match options.form {
        Form::Number => Ok(match options.places {
            Some(places) => style.rounded(number()?, places),
            None => style.decimal(number()?),
        }),
        Form::Money => {
            let amount = amount()?;
            Ok(style.money(amount.number, currency(amount), language))
        }
        Form::CompactMoney => {
            let amount = amount()?;
            Ok(style.compact_money(amount.number, currency(amount), language))
        }
        Form::Compact => Ok(style.compact(number()?, language)),
        Form::Percent => style
            .percent(number()?, options.places.unwrap_or(0))
            .ok_or_else(unwritable),
        Form::Ordinal => {
            let place = number()?;
            let whole = Some(place)
                .filter(Decimal::is_integer)
                .and_then(|place| place.to_u32());
            let place =
                whole.ok_or_else(|| not_a_figure(line, &NumberError::NotANumber, messages))?;
            Ok(style.ordinal(place, language))
        }
        Form::Plain => Ok(number()?.normalize().to_string()),
        Form::Words => number::in_words(number()?, language).ok_or_else(unwritable),
        Form::MoneyWords => {
            let amount = amount()?;
            number::money_in_words(amount.number, currency(amount), language).ok_or_else(unwritable)
        }
        Form::Date => in_length(DateLength::Medium),
        Form::LongDate => in_length(DateLength::Long),
        Form::FullDate => in_length(DateLength::Full),
        Form::LunarDate => {
            let lunar = date::format_lunar(day(line, messages)?, language, style.digits);
            lunar.ok_or_else(|| not_a_day(line, &DateError::OutOfRange, messages))
        }
        Form::BuddhistYear => date::buddhist_year(day(line, messages)?)
            .map(|year| date::format_buddhist_year(year, language, style.digits))
            .ok_or_else(|| not_a_day(line, &DateError::OutOfRange, messages)),
        Form::IsoDate => Ok(iso(day(line, messages)?)),
    }
}

/// Digits and separators turn together.
fn style(options: &Format) -> NumberStyle {
    let digits = match (options.digits, options.readers) {
        (Some(digits), _) => digits.into(),
        (None, Readers::Km) => Digits::Khmer,
        (None, Readers::En) => Digits::Latin,
    };
    match digits {
        Digits::Khmer => NumberStyle::khmer(),
        Digits::Latin | Digits::From(_) => NumberStyle {
            digits,
            ..NumberStyle::latin()
        },
    }
}

fn amount(line: &str, options: &Format, messages: MessageLanguage) -> Result<Amount, Refusal> {
    let separators = match options.decimal {
        Some('.') => Separators {
            group: Some(','),
            decimal: Some('.'),
            ..Separators::default()
        },
        Some(',') => Separators {
            group: Some('.'),
            decimal: Some(','),
            ..Separators::default()
        },
        other => Separators {
            decimal: other,
            ..Separators::default()
        },
    };
    parse_amount(line, &separators).map_err(|error| not_a_figure(line, &error, messages))
}

fn not_a_figure(line: &str, error: &NumberError, messages: MessageLanguage) -> Refusal {
    let read = line.trim().to_owned();
    let reason = reason(error, messages);
    Box::new(|place| {
        diagnostic!(
            codes::khmer::NOT_A_FIGURE,
            place,
            read = read,
            reason = reason
        )
    })
}

fn reason(error: &NumberError, messages: MessageLanguage) -> String {
    if messages == MessageLanguage::English {
        return error.to_string();
    }
    match error {
        NumberError::Empty => "គ្មានចំនួនទេ".to_owned(),
        NumberError::NotANumber => "វាមិនមែនជាចំនួន".to_owned(),
        NumberError::WrongGroups => "សញ្ញាខណ្ឌមិននៅកន្លែងត្រឹមត្រូវទេ".to_owned(),
        NumberError::WrongScript => "លេខនេះមិនមែនជាប្រភេទលេខដែលបានកំណត់ទេ".to_owned(),
        NumberError::MixedScripts => "លេខខ្មែរ និងលេខឡាតាំងលាយគ្នា".to_owned(),
        NumberError::TooLong => "ចំនួនមានលើសពី ២៨ ខ្ទង់".to_owned(),
        NumberError::Ambiguous { readings } => {
            let readings: Vec<String> = readings.iter().map(Decimal::to_string).collect();
            format!("វាអាចជា {}", readings.join(" ឬ "))
        }
    }
}

/// The days from the first to the last that the line writes: one day, two with a dash or a word between
/// them, or a month.
fn days(line: &str, messages: MessageLanguage) -> Result<RangeInclusive<Date>, Refusal> {
    match date::parse_date_range(without_mark(line), &DateDeclaration::UNKNOWN) {
        Ok(days) => Ok(days),
        Err(DateError::NotADate) => day(line, messages).map(|day| day..=day),
        Err(error) => Err(not_a_day(line, &error, messages)),
    }
}

/// A file from Windows may begin with a byte-order mark.
fn without_mark(line: &str) -> &str {
    line.trim_start_matches('\u{FEFF}').trim()
}

/// The day that the line writes, in any of the forms that people use; what can be two days is none.
fn day(line: &str, messages: MessageLanguage) -> Result<Date, Refusal> {
    let read = without_mark(line);
    let found = match date::parse_date(read, &DateDeclaration::UNKNOWN) {
        Err(DateError::NotADate) => date::parse_lunar(read),
        other => other,
    };
    found.map_err(|error| not_a_day(read, &error, messages))
}

fn not_a_day(line: &str, error: &DateError, messages: MessageLanguage) -> Refusal {
    let read = line.trim().to_owned();
    let reason = date_reason(error, messages);
    Box::new(|place| diagnostic!(codes::khmer::NOT_A_DAY, place, read = read, reason = reason))
}

fn date_reason(error: &DateError, messages: MessageLanguage) -> String {
    if messages == MessageLanguage::English {
        return error.to_string();
    }
    let words = match error {
        DateError::Ambiguous { readings } => {
            let readings: Vec<String> = readings.iter().map(Date::to_string).collect();
            return format!("វាអាចជា {}", readings.join(" ឬ "));
        }
        DateError::Empty => "គ្មានកាលបរិច្ឆេទទេ",
        DateError::WrongScript => "លេខនេះមិនមែនជាប្រភេទលេខដែលបានកំណត់ទេ",
        DateError::MixedScripts => "លេខខ្មែរ និងលេខឡាតាំងលាយគ្នា",
        DateError::NoSuchMonth { .. } => "គ្មានខែនេះទេ",
        DateError::NoSuchDay { .. } | DateError::NoSuchLunarDay => "ខែនោះគ្មានថ្ងៃនេះទេ",
        DateError::ShortYear { .. } | DateError::NoYear => "ឆ្នាំត្រូវសរសេរឱ្យពេញ",
        DateError::UndeclaredEra { .. } => "មិនដឹងថាជាគ្រិស្តសករាជ ឬពុទ្ធសករាជ",
        DateError::OutOfRange => "ប្រតិទិននេះស្គាល់តែឆ្នាំ ១៩០០ ដល់ ២១០០",
        DateError::WrongWeekday { .. } => "ឈ្មោះថ្ងៃមិនត្រូវនឹងកាលបរិច្ឆេទទេ",
        DateError::WrongLunarYear { .. } => "ឆ្នាំ ឬស័កមិនត្រូវនឹងកាលបរិច្ឆេទទេ",
        DateError::NotADate | DateError::Backwards { .. } => "វាមិនមែនជាកាលបរិច្ឆេទ",
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::{CurrencyName, DigitScript};
    use crate::diagnostic::Place;

    fn options(form: Form, readers: Readers) -> Format {
        Format {
            form,
            readers,
            digits: None,
            currency: None,
            places: None,
            decimal: None,
        }
    }

    #[track_caller]
    fn check(line: &str, options: &Format, expected: &str) {
        let written = format(line, options, MessageLanguage::English)
            .unwrap_or_else(|problem| problem(Place::Site).code.id.to_owned());
        assert_eq!(written.replace('\u{A0}', " "), expected, "{line}");
    }

    #[test]
    fn every_form_in_both_languages() {
        for (form, line, khmer, english) in [
            (Form::Number, "1234567.5", "១ ២៣៤ ៥៦៧,៥", "1,234,567.5"),
            (Form::Money, "១២៣៤ រៀល", "១ ២៣៤៛", "1,234 riel"),
            (Form::Money, "$50", "៥០ ដុល្លារ", "$50"),
            (
                Form::CompactMoney,
                "1234567890",
                "១,២ ពាន់លានរៀល",
                "1.2 billion riel",
            ),
            (Form::Compact, "17183000", "១៧,២ លាន", "17.2 million"),
            (Form::Percent, "0.5", "៥០%", "50%"),
            (Form::Ordinal, "២", "ទី២", "2nd"),
            (Form::Ordinal, "2.5", "E702", "E702"),
            (Form::Plain, "១២៣៤,៥", "1234.5", "1234.5"),
            (Form::Date, "2026-11-24", "២៤ វិច្ឆិកា ២០២៦", "24 November 2026"),
            (
                Form::LongDate,
                "២០២៦-១១-២៤",
                "ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
                "24 November 2026",
            ),
            (
                Form::IsoDate,
                "\u{FEFF} ២០២៦-១១-២៤",
                "2026-11-24",
                "2026-11-24",
            ),
            (Form::Date, "24/11/2026", "២៤ វិច្ឆិកា ២០២៦", "24 November 2026"),
            (Form::Date, "03/04/2026", "E703", "E703"),
            (Form::Date, "30 កុម្ភៈ 2026", "E703", "E703"),
            (
                Form::Date,
                "24–26 November 2026",
                "២៤–២៦ វិច្ឆិកា ២០២៦",
                "24–26 November 2026",
            ),
            (
                Form::LongDate,
                "ថ្ងៃទី២៨ ខែវិច្ឆិកា ដល់ ថ្ងៃទី២ ខែធ្នូ ឆ្នាំ២០២៦",
                "ថ្ងៃទី២៨ ខែវិច្ឆិកា – ថ្ងៃទី២ ខែធ្នូ ឆ្នាំ២០២៦",
                "28 November – 2 December 2026",
            ),
            (Form::Date, "26–24 November 2026", "E703", "E703"),
            (Form::IsoDate, "24–26 November 2026", "E703", "E703"),
            (Form::Words, "21000", "ពីរម៉ឺនមួយពាន់", "twenty-one thousand"),
            (
                Form::MoneyWords,
                "21000",
                "ពីរម៉ឺនមួយពាន់រៀល",
                "twenty-one thousand riel",
            ),
            (Form::BuddhistYear, "2027-05-21", "ព.ស. ២៥៧១", "BE 2571"),
            (Form::LunarDate, "1800-01-01", "E703", "E703"),
            (
                Form::FullDate,
                "2026-11-24",
                "ថ្ងៃអង្គារ ទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦",
                "Tuesday 24 November 2026",
            ),
            (Form::Number, "1.234", "E702", "E702"),
            (Form::Number, " ", " ", " "),
        ] {
            check(line, &options(form, Readers::Km), khmer);
            check(line, &options(form, Readers::En), english);
        }
    }

    #[test]
    fn the_options_change_digits_places_currency_and_reading() {
        let plain = options(Form::Number, Readers::Km);
        let latin = Format {
            digits: Some(DigitScript::Latin),
            ..plain
        };
        check("1234.5", &latin, "1,234.5");
        let rounded = Format {
            places: Some(2),
            ..plain
        };
        check("1234.5", &rounded, "១ ២៣៤,៥០");
        let dollars = Format {
            currency: Some(CurrencyName::Usd),
            ..options(Form::Money, Readers::En)
        };
        check("1234", &dollars, "$1,234");
        check("1234៛", &dollars, "1,234 riel");
        for (decimal, expected) in [('.', "1.234"), (',', "1234")] {
            let plain = Format {
                decimal: Some(decimal),
                ..options(Form::Plain, Readers::Km)
            };
            check("1.234", &plain, expected);
        }
    }
}
