//! Of which time a figure is: a fiscal year, or a part of it.
//!
//! Written as ISO 8601 writes years, months and spans of months (`2023`, `2023-05`, `2023-01/05`), with
//! the quarters and halves of SDMX beside them (`2023-Q2`, `2023-H1`) and fiscal years that end in the
//! next calendar year as budgets print them (`2024/25`). One span has one spelling, so that two rows of
//! one time have one key: January to March is `2023-Q1`, however it was typed.

use crate::schema::choice;
use std::fmt;

/// A fiscal year or some months of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    year: i16,
    /// The first and the last month, in four bits each; or one of the constants below.
    months: u8,
}

const WHOLE_YEAR: u8 = 0;
/// A whole fiscal year that ends in the next calendar year.
const INTO_THE_NEXT: u8 = u8::MAX;

choice! {
    /// The parts of time whose figures are added up.
    pub enum PartsOfTime {
        Years = "years",
        Halves = "halves",
        Quarters = "quarters",
        Months = "months",
    }
}

impl PartsOfTime {
    fn months(self) -> u8 {
        match self {
            PartsOfTime::Years => 12,
            PartsOfTime::Halves => 6,
            PartsOfTime::Quarters => 3,
            PartsOfTime::Months => 1,
        }
    }
}

/// What a period is, for those who name it to readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    Year,
    /// It ends in the calendar year after the one it begins in.
    FiscalYear,
    Half(u8),
    Quarter(u8),
    Month(u8),
    /// From one month to another.
    Months(u8, u8),
}

impl Period {
    pub(crate) fn of_year(year: i16) -> Period {
        let months = WHOLE_YEAR;
        Period { year, months }
    }

    /// The fiscal year that begins in this calendar year and ends in the next.
    pub(crate) fn of_fiscal_year(year: i16) -> Period {
        let months = INTO_THE_NEXT;
        Period { year, months }
    }

    /// From a month to another, 1 to 12; `None` if there are no such months. All twelve are the year.
    pub(crate) fn of_months(year: i16, first: u8, last: u8) -> Option<Period> {
        let is_span = 1 <= first && first <= last && last <= 12;
        let months = match (first, last) {
            (1, 12) => WHOLE_YEAR,
            _ => first << 4 | last,
        };
        is_span.then_some(Period { year, months })
    }

    /// The fiscal year; the one in which it begins, if it ends in the next.
    pub fn year(self) -> i16 {
        self.year
    }

    pub(crate) fn span(self) -> Span {
        match self.months {
            WHOLE_YEAR => Span::Year,
            INTO_THE_NEXT => Span::FiscalYear,
            months => match (months >> 4, months & 15) {
                (first, last) if first == last => Span::Month(first),
                (first, last) if last - first == 2 && last % 3 == 0 => Span::Quarter(last / 3),
                (first, last) if last - first == 5 && last % 6 == 0 => Span::Half(last / 6),
                (first, last) => Span::Months(first, last),
            },
        }
    }

    /// Whether it is a whole fiscal year.
    pub(crate) fn is_whole(self) -> bool {
        matches!(self.months, WHOLE_YEAR | INTO_THE_NEXT)
    }

    /// The whole year that it is a part of, or itself.
    pub(crate) fn whole(self) -> Period {
        match self.is_whole() {
            true => self,
            false => Period::of_year(self.year),
        }
    }

    /// The same part of another year.
    pub(crate) fn in_year(self, year: i16) -> Period {
        Period { year, ..self }
    }

    /// Whether it is as long as another and begins in the same month, so that what happened in both can
    /// be compared.
    pub(crate) fn is_alike(self, other: Period) -> bool {
        self.months == other.months
    }

    /// Its first and last month, counted from the beginning of its year.
    pub(crate) fn months(self) -> (u8, u8) {
        match self.is_whole() {
            true => (1, 12),
            false => (self.months >> 4, self.months & 15),
        }
    }

    /// Whether a part of the same year lies within this one. Nobody says which months a fiscal year has
    /// that ends in the next.
    pub(crate) fn holds(self, part: Period) -> bool {
        let ((first, last), (from, to)) = (self.months(), part.months());
        let is_of_it = self.year == part.year && self.months != INTO_THE_NEXT && !part.is_whole();
        is_of_it && first <= from && to <= last && self != part
    }

    /// The parts of this kind that it is made of, which follow each other; `None` if they do not fill it.
    /// Nobody says which months a fiscal year has that ends in the next.
    pub(crate) fn parts(self, parts: PartsOfTime) -> Option<Vec<Period>> {
        let length = parts.months();
        let (first, last) = self.months();
        let fills = (first - 1).is_multiple_of(length) && last.is_multiple_of(length);
        if !fills || self.months == INTO_THE_NEXT {
            return None;
        }
        let firsts = (first..=last).step_by(usize::from(length));
        firsts
            .map(|first| Period::of_months(self.year, first, first + length - 1))
            .collect()
    }

    /// Periods as numbers in their order: by year, then by their end, the longer behind the shorter.
    pub(crate) fn rank(self) -> u32 {
        let (first, last) = self.months();
        let fiscal = u32::from(self.months == INTO_THE_NEXT);
        let year = u32::from(self.year.cast_unsigned());
        year << 9 | fiscal << 8 | u32::from(last) << 4 | u32::from(15 - first)
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Period) -> std::cmp::Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Period) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year;
        match self.span() {
            Span::Year => write!(formatter, "{year}"),
            Span::FiscalYear => write!(formatter, "{year}/{:02}", (year + 1) % 100),
            Span::Half(half) => write!(formatter, "{year}-H{half}"),
            Span::Quarter(quarter) => write!(formatter, "{year}-Q{quarter}"),
            Span::Month(month) => write!(formatter, "{year}-{month:02}"),
            Span::Months(first, last) => write!(formatter, "{year}-{first:02}/{last:02}"),
        }
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_written_in_one_way_and_stands_behind_its_parts() {
        let months = |first, last| Period::of_months(2023, first, last).expect("they are months");
        let mut all = [
            Period::of_fiscal_year(2023),
            Period::of_year(2024),
            months(1, 12),
            months(7, 12),
            months(1, 6),
            months(4, 6),
            months(1, 5),
            months(5, 5),
            months(1, 3),
            months(2, 5),
        ];
        all.sort();
        let written = all.map(|period| period.to_string());
        assert_eq!(
            written,
            [
                "2023-Q1",
                "2023-05",
                "2023-02/05",
                "2023-01/05",
                "2023-Q2",
                "2023-H1",
                "2023-H2",
                "2023",
                "2023/24",
                "2024"
            ]
        );
        for (first, last) in [(0, 3), (4, 3), (1, 13)] {
            assert_eq!(Period::of_months(2023, first, last), None);
        }
    }

    #[test]
    fn parts_fill_a_time_or_there_are_none() {
        let months = |first, last| Period::of_months(2023, first, last).expect("months");
        let told = |period: Period, parts| {
            let parts = period.parts(parts)?.into_iter();
            Some(
                parts
                    .map(|part| part.to_string())
                    .collect::<Vec<_>>()
                    .join(" "),
            )
        };
        for (period, parts, filled) in [
            (months(1, 12), PartsOfTime::Years, Some("2023")),
            (months(1, 12), PartsOfTime::Halves, Some("2023-H1 2023-H2")),
            (
                months(7, 12),
                PartsOfTime::Quarters,
                Some("2023-Q3 2023-Q4"),
            ),
            (months(4, 5), PartsOfTime::Months, Some("2023-04 2023-05")),
            (months(4, 6), PartsOfTime::Quarters, Some("2023-Q2")),
            (months(1, 5), PartsOfTime::Quarters, None),
            (months(2, 4), PartsOfTime::Quarters, None),
            (months(4, 9), PartsOfTime::Halves, None),
            (Period::of_fiscal_year(2023), PartsOfTime::Quarters, None),
        ] {
            assert_eq!(told(period, parts).as_deref(), filled, "{period} {parts:?}");
        }
    }

    #[test]
    fn a_year_holds_its_parts_and_no_other() {
        let year = Period::of_year(2023);
        let quarter = Period::of_months(2023, 1, 3).expect("months");
        assert!(year.holds(quarter) && !quarter.holds(year) && !year.holds(year));
        assert!(!year.holds(quarter.in_year(2022)));
        assert!(quarter.is_alike(quarter.in_year(2022)) && !quarter.is_alike(year));
        assert_eq!(size_of::<Period>(), 4);
    }
}
