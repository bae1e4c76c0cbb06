//! In: a year of the Buddhist era. Out: whether the Khmer lunar calendar (ចន្ទគតិ) makes it longer than
//! 354 days.
//!
//! The arithmetic is that of the almanacs, as Roath Kim Soeun published it for 1900 to 2099. A solar
//! year is 292,207 parts of which a day has 800. From the days gone by follow the lag of the moon's
//! days behind the sun's (`avoman`, in 692nd parts of a day) and the age of the moon (`bodithey`, in
//! days of the moon), both at the new year. Twelve lunar months fall short of the sun's year by
//! eleven days, so a second Asath is put in when the moon has grown too old, and a thirtieth day of
//! Ches when the lag has run out.

/// What a lunar year has more than its 354 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LunarYear {
    Common,
    /// A 30th day in Ches (ចន្ទ្រាធិមាស): 355 days.
    LeapDay,
    /// A second Asath of 30 days (អធិកមាស): 384 days.
    LeapMonth,
}

impl LunarYear {
    pub(super) const fn days(self) -> i64 {
        match self {
            LunarYear::Common => 354,
            LunarYear::LeapDay => 355,
            LunarYear::LeapMonth => 384,
        }
    }
}

/// The kind of the year in whose Ches and Asath the difference lies; before them in the same year of
/// months all years are alike.
pub(super) fn lunar_year(buddhist_year: i64) -> LunarYear {
    if has_old_moon(buddhist_year) {
        return LunarYear::LeapMonth;
    }
    // A year has no room for both, so the day waits for the year after the month.
    let day_waits = has_old_moon(buddhist_year - 1) && has_small_lag(buddhist_year - 1);
    match has_small_lag(buddhist_year) || day_waits {
        true => LunarYear::LeapDay,
        false => LunarYear::Common,
    }
}

/// Whether the moon's age at the new year asks for a second Asath.
fn has_old_moon(buddhist_year: i64) -> bool {
    match (bodithey(buddhist_year), bodithey(buddhist_year + 1)) {
        // Of two years in a row that ask for the month, the second gets it.
        (25, 5) => false,
        // And of two that miss it by one day, the first.
        (24, 6) => true,
        (age, _) => age >= 25 || age <= 5,
    }
}

/// Whether the moon's lag asks for a 30th day of Ches.
fn has_small_lag(buddhist_year: i64) -> bool {
    let lag = avoman(buddhist_year);
    if kromathupul(buddhist_year) <= SOLAR_LEAP {
        return lag <= 126;
    }
    // Where 137 comes right before 0, the next year has the day.
    lag <= 137 && avoman(buddhist_year + 1) != 0
}

/// The largest kromathupul of a solar year of 366 days.
const SOLAR_LEAP: i64 = 207;
const PARTS_OF_DAY: i64 = 800;
const PARTS_OF_YEAR: i64 = 292_207;

fn parts(buddhist_year: i64) -> i64 {
    buddhist_year * PARTS_OF_YEAR + 499
}

/// The days gone by until the new year (អាហារគុណ).
fn aharkun(buddhist_year: i64) -> i64 {
    parts(buddhist_year).div_euclid(PARTS_OF_DAY) + 4
}

/// The parts of the new year's day that are left when the year begins (ក្រមធុពល).
fn kromathupul(buddhist_year: i64) -> i64 {
    PARTS_OF_DAY - parts(buddhist_year).rem_euclid(PARTS_OF_DAY)
}

/// How often the moon's day ran ahead, in 692nd parts: it does so by 11 of them each day.
fn lunar_parts(buddhist_year: i64) -> i64 {
    11 * aharkun(buddhist_year) + 25
}

/// The lag of the moon's days at the new year, in 692nd parts of a day (អវមាន).
fn avoman(buddhist_year: i64) -> i64 {
    lunar_parts(buddhist_year).rem_euclid(692)
}

/// The age of the moon at the new year, in its own days (បូតិថី).
fn bodithey(buddhist_year: i64) -> i64 {
    let lunar_days = aharkun(buddhist_year) + lunar_parts(buddhist_year).div_euclid(692);
    (lunar_days + 29).rem_euclid(30)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years_of(kind: LunarYear, years: std::ops::RangeInclusive<i64>) -> Vec<i64> {
        years
            .filter(|year| lunar_year(year + 544) == kind)
            .collect()
    }

    #[test]
    fn leap_years_are_those_of_the_almanacs() {
        assert_eq!(
            years_of(LunarYear::LeapMonth, 1999..=2030),
            [
                1999, 2002, 2004, 2007, 2010, 2012, 2015, 2018, 2021, 2023, 2026, 2029
            ]
        );
        assert_eq!(
            years_of(LunarYear::LeapDay, 1999..=2030),
            [2000, 2005, 2009, 2016, 2020, 2025, 2030]
        );
    }

    #[test]
    fn no_leap_day_is_lost_and_no_two_leap_months_meet() {
        for year in 2443..2646 {
            let both = has_old_moon(year) && has_small_lag(year);
            if both {
                assert!(!has_small_lag(year + 1), "{year}");
            }
            if lunar_year(year) == LunarYear::LeapMonth {
                assert_ne!(lunar_year(year + 1), LunarYear::LeapMonth, "{year}");
            }
        }
    }
}
