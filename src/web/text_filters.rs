//! The template filters for Khmer text, numbers and dates: thin doors to [`crate::khmer`].
//!
//! Each works in the language of the page that is written (`lang` in the context), with the theme's words
//! where the program has none by heart; what it then cannot say is an error. Money is exact: a whole number or
//! its digits as text, never a float.

use crate::config::Language;
use crate::khmer::date::{self, DateLength};
use crate::khmer::number::{self, Currency};
use crate::khmer::{self, Segmenter};
use crate::theme::{Strings, dates, words};
use jiff::civil::Date;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rust_decimal::Decimal;
use std::sync::Arc;
use tera::{Kwargs, State, Tera, TeraResult, Value};

/// How many words an excerpt has unless the template says.
const EXCERPT_WORDS: usize = 30;

/// The languages of a site with the theme's words in each, the default one first.
#[derive(Clone)]
struct Languages(Arc<[(Language, Strings)]>);

impl Languages {
    /// The language of the page that is written.
    fn current(&self, state: &State) -> TeraResult<(&Language, &Strings)> {
        let tag = state.get::<String>("lang")?.unwrap_or_default();
        let known = self.0.iter().find(|(language, _)| language.tag() == tag);
        let known = known.or(self.0.first());
        known
            .map(|(language, strings)| (language, strings))
            .ok_or_else(|| tera::Error::message("the site has no language"))
    }
}

/// The language of words that are the program's own.
fn by_heart(language: &Language, what: &str) -> TeraResult<khmer::Language> {
    language.words().ok_or_else(|| {
        tera::Error::message(format!(
            "`{what}` is known in Khmer and English, and not in `{language}`"
        ))
    })
}

/// Adds the filters to `tera`; `languages` are those of the site, the default one first.
pub(super) fn register(
    tera: &mut Tera,
    languages: Vec<(Language, Strings)>,
    segmenter: &Arc<Segmenter>,
) {
    let languages = Languages(languages.into());
    text(tera, segmenter);
    numbers(tera, &languages);
    dates(tera, &languages);
    addresses(tera);
    tera.register_filter(
        "sort_khmer",
        |values: Vec<Value>, arguments: Kwargs, _: &State| -> TeraResult<Vec<Value>> {
            let attribute = arguments.get::<&str>("attribute")?;
            let mut keyed = Vec::with_capacity(values.len());
            for value in values {
                let by = match attribute {
                    Some(path) => value.get_from_path(path),
                    None => Some(&value),
                };
                let text = by.and_then(Value::as_str).ok_or_else(|| {
                    tera::Error::message("`sort_khmer` sorts text: an entry has none there")
                })?;
                keyed.push((khmer::sort_key(text), value));
            }
            keyed.sort_by(|left, right| left.0.cmp(&right.0));
            Ok(keyed.into_iter().map(|(_, value)| value).collect())
        },
    );
}

fn text(tera: &mut Tera, segmenter: &Arc<Segmenter>) {
    let own = Arc::clone(segmenter);
    tera.register_filter(
        "excerpt",
        move |text: &str, arguments: Kwargs, _: &State| -> TeraResult<String> {
            let words = arguments.get::<usize>("words")?.unwrap_or(EXCERPT_WORDS);
            Ok(khmer::excerpt(&own, text, words))
        },
    );
    let own = Arc::clone(segmenter);
    tera.register_filter("word_count", move |text: &str, _: Kwargs, _: &State| {
        khmer::word_count(&own, text) as u64
    });
    tera.register_filter("reading_time", |text: &str, _: Kwargs, _: &State| {
        khmer::reading_minutes(khmer::reading_length(text)) as u64
    });
    tera.register_filter("khmer_digits", |text: &str, _: Kwargs, _: &State| {
        number::to_khmer_digits(text)
    });
    tera.register_filter("latin_digits", |text: &str, _: Kwargs, _: &State| {
        number::to_latin_digits(text)
    });
}

fn numbers(tera: &mut Tera, languages: &Languages) {
    let own = languages.clone();
    tera.register_filter(
        "number",
        move |value: &Value, _: Kwargs, state: &State| -> TeraResult<String> {
            let style = own.current(state)?.0.number_style();
            Ok(style.decimal(decimal_of(value)?))
        },
    );
    let own = languages.clone();
    tera.register_filter(
        "in_words",
        move |value: &Value, arguments: Kwargs, state: &State| -> TeraResult<String> {
            let amount = decimal_of(value)?;
            let words = by_heart(own.current(state)?.0, "in_words")?;
            let spelt = match arguments.get::<&str>("currency")? {
                Some(code) => number::money_in_words(amount, currency(code)?, words),
                None => number::in_words(amount, words),
            };
            spelt.ok_or_else(|| tera::Error::message("the number is too large for words"))
        },
    );
    let own = languages.clone();
    tera.register_filter(
        "percent",
        move |value: &Value, arguments: Kwargs, state: &State| -> TeraResult<String> {
            let places = arguments.get::<u32>("decimals")?.unwrap_or(1);
            let style = own.current(state)?.0.number_style();
            style
                .percent(decimal_of(value)?, places)
                .ok_or_else(|| tera::Error::message("the share is too large for a percentage"))
        },
    );
    let own = languages.clone();
    tera.register_filter(
        "money",
        move |value: &Value, arguments: Kwargs, state: &State| -> TeraResult<String> {
            let amount = decimal_of(value)?;
            let code = arguments.get::<&str>("currency")?.unwrap_or("KHR");
            let currency = currency(code)?;
            let (language, strings) = own.current(state)?;
            let style = language.number_style();
            if arguments.get::<bool>("compact")?.unwrap_or(false) {
                let words = by_heart(language, "compact")?;
                return Ok(style.compact_money(amount, currency, words));
            }
            Ok(match language.words() {
                Some(words) => style.money(amount, currency, words),
                None => {
                    let number = style.decimal(amount);
                    words::amount(strings, &number, &code.to_ascii_lowercase())
                }
            })
        },
    );
}

/// All but letters, digits and `-_.~` (RFC 3986), as in a query.
const NOT_IN_A_QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// The same, with the strokes between the parts of a path kept.
const NOT_IN_A_PATH: &AsciiSet = &NOT_IN_A_QUERY.remove(b'/');

fn addresses(tera: &mut Tera) {
    tera.register_filter("urlencode", |text: &str, _: Kwargs, _: &State| {
        utf8_percent_encode(text, NOT_IN_A_PATH).to_string()
    });
    tera.register_filter("urlencode_strict", |text: &str, _: Kwargs, _: &State| {
        utf8_percent_encode(text, NOT_IN_A_QUERY).to_string()
    });
}

fn dates(tera: &mut Tera, languages: &Languages) {
    let own = languages.clone();
    tera.register_filter(
        "date",
        move |value: &Value, arguments: Kwargs, state: &State| -> TeraResult<String> {
            let day = date_of(value)?;
            let (language, strings) = own.current(state)?;
            let digits = language.number_style().digits;
            let until = arguments.get::<&Value>("until")?.map(date_of).transpose()?;
            let length = arguments.get::<&str>("length")?.unwrap_or("long");
            if until.is_some() && !matches!(length, "full" | "long" | "medium") {
                return Err(unknown(
                    "length",
                    length,
                    "with `until`, `full`, `long` and `medium`",
                ));
            }
            let days = day..=until.unwrap_or(day);
            let range = |length| dates::format_range(strings, language, &days, length);
            let written = match length {
                "full" => range(DateLength::Full),
                "long" => range(DateLength::Long),
                "medium" => range(DateLength::Medium),
                "month" => dates::format_month(strings, language, day),
                "lunar" => {
                    let words = by_heart(language, length)?;
                    return date::format_lunar(day, words, digits).ok_or_else(no_moon);
                }
                "buddhist_year" => {
                    let words = by_heart(language, length)?;
                    let year = date::buddhist_year(day).ok_or_else(no_moon)?;
                    date::format_buddhist_year(year, words, digits)
                }
                other => {
                    let known = "`full`, `long`, `medium`, `month`, `lunar` and `buddhist_year`";
                    return Err(unknown("length", other, known));
                }
            };
            Ok(written)
        },
    );
    let own = languages.clone();
    tera.register_filter(
        "relative",
        move |value: &Value, arguments: Kwargs, state: &State| -> TeraResult<String> {
            let today = date_of(arguments.must_get::<&Value>("today")?)?;
            let (language, _) = own.current(state)?;
            let digits = language.number_style().digits;
            let words = by_heart(language, "relative")?;
            Ok(date::relative(date_of(value)?, today, words, digits))
        },
    );
}

fn no_moon() -> tera::Error {
    tera::Error::message("the Khmer lunar calendar is known from 1900 to 2100")
}

fn unknown(argument: &str, read: &str, known: &str) -> tera::Error {
    tera::Error::message(format!("`{argument}` is `{read}`; known are {known}"))
}

/// A currency by its ISO 4217 code.
fn currency(code: &str) -> TeraResult<Currency> {
    match code {
        "KHR" => Ok(Currency::Riel),
        "USD" => Ok(Currency::UsDollar),
        other => Err(unknown("currency", other, "`KHR` and `USD`")),
    }
}

/// A whole number, or a number in ASCII digits as text.
fn decimal_of(value: &Value) -> TeraResult<Decimal> {
    let whole = value
        .as_i128()
        .and_then(|n| Decimal::try_from_i128_with_scale(n, 0).ok());
    let written = || value.as_str().and_then(|text| text.trim().parse().ok());
    whole.or_else(written).ok_or_else(|| {
        tera::Error::message(format!(
            "`{value}` is not an exact number: give a whole number, or the digits as text"
        ))
    })
}

/// A day as `2026-11-24`, or a map that holds it as `iso`, as `page.date` does.
fn date_of(value: &Value) -> TeraResult<Date> {
    let written = value
        .as_str()
        .or_else(|| value.get_from_path("iso").and_then(Value::as_str));
    written
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| tera::Error::message(format!("`{value}` is not a day such as `2026-11-24`")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a template makes in a language of a site in Khmer, English and French without words of its own,
    /// or its error.
    fn render(lang: &str, template: &str) -> String {
        let mut tera = Tera::new();
        let languages = ["km", "en", "fr"].map(|tag| {
            let words = crate::theme::built_in_words(if tag == "km" { "km" } else { "en" });
            (Language::new(tag), words)
        });
        let segmenter = Arc::new(Segmenter::new(&[]));
        register(&mut tera, languages.into(), &segmenter);
        let mut context = tera::Context::new();
        context.insert("lang", lang);
        match tera.render_str(template, &context, false) {
            Ok(text) => text,
            Err(error) => format!("{error} {:?}", error.kind()),
        }
    }

    /// What is told of a template that cannot be filled.
    fn first_line(lang: &str, template: &str) -> String {
        let told = render(lang, template);
        told.lines().next().unwrap_or_default().to_owned()
    }

    #[track_caller]
    fn check(lang: &str, template: &str, expected: &str) {
        assert_eq!(render(lang, template), expected, "{template} in {lang}");
    }

    #[test]
    fn text_is_counted_and_cut_in_words() {
        check("km", "{{ 'ការប្រជុំ និងសុខភាព។' | word_count }}", "4");
        check(
            "km",
            "{{ 'ការប្រជុំ និងសុខភាព។' | excerpt(words=3) }}",
            "ការប្រជុំ និង…",
        );
        check("km", "{{ 'ទៅផ្សារ' | reading_time }}", "1");
        check("km", "{{ 'ឆ្នាំ 2026' | khmer_digits }}", "ឆ្នាំ ២០២៦");
    }

    #[test]
    fn numbers_follow_the_language_of_the_page() {
        check("km", "{{ 1234567 | money }}", "១\u{A0}២៣៤\u{A0}៥៦៧៛");
        check("en", "{{ 1234567 | money }}", "1,234,567\u{a0}riel");
        check(
            "km",
            "{{ '1200000000' | money(compact=true) }}",
            "១,២\u{a0}ពាន់លានរៀល",
        );
        check("en", "{{ '12.50' | money(currency='USD') }}", "$12.50");
        check("km", "{{ '0.125' | percent }}", "១២,៥%");
        check("en", "{{ '1234.5' | number }}", "1,234.5");
        check(
            "km",
            "{{ 21000 | in_words(currency='KHR') }}",
            "ពីរម៉ឺនមួយពាន់រៀល",
        );
        check("en", "{{ 21 | in_words }}", "twenty-one");
    }

    #[test]
    fn what_is_not_exact_is_refused() {
        let not_exact =
            "error: `1.5` is not an exact number: give a whole number, or the digits as text";
        assert_eq!(first_line("km", "{{ 1.5 | money }}"), not_exact);
        let no_currency = "error: `currency` is `EUR`; known are `KHR` and `USD`";
        assert_eq!(
            first_line("km", "{{ 1 | money(currency='EUR') }}"),
            no_currency
        );
    }

    #[test]
    fn dates_follow_the_language_of_the_page() {
        check("km", "{{ '2026-11-24' | date }}", "ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦");
        check("en", "{{ '2026-11-24' | date }}", "24 November 2026");
        let template = "{{ '2026-11-24' | date(until='2026-11-26') }}";
        check("km", template, "ថ្ងៃទី២៤–២៦ ខែវិច្ឆិកា ឆ្នាំ២០២៦");
        check("en", template, "24–26 November 2026");
        let template = "{{ '2027-05-21' | date(length='buddhist_year') }}";
        check("km", template, "ព.ស.\u{a0}២៥៧១");
        let template = "{{ '2027-05-21' | date(length='lunar') }}";
        let lunar = "ថ្ងៃសុក្រ ១រោច ខែពិសាខ ឆ្នាំមមែ នព្វស័ក ព.ស.\u{a0}២៥៧១";
        check("km", template, lunar);
        let template = "{{ '2026-11-25' | relative(today='2026-11-24') }}";
        check("km", template, "ស្អែក");
        let template = "{{ '1800-01-01' | date(length='lunar') }}";
        assert_eq!(
            first_line("en", template),
            "error: the Khmer lunar calendar is known from 1900 to 2100"
        );
        assert_eq!(
            first_line("en", "{{ '24.11.2026' | date }}"),
            "error: `24.11.2026` is not a day such as `2026-11-24`"
        );
    }

    #[test]
    fn lists_sort_as_a_khmer_index() {
        let template = "{% set list = ['ខ', 'ក្រ', 'កា'] %}{{ list | sort_khmer | join(sep=' ') }}";
        check("km", template, "កា ក្រ ខ");
        let template = "{% set list = [{'t': 'ខ'}, {'t': 'ក'}] %}{% for e in list | sort_khmer(attribute='t') %}{{ e.t }}{% endfor %}";
        check("km", template, "កខ");
    }
}
