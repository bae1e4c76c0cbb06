//! In: a year. Out: when the Khmer new year begins (មហាសង្ក្រាន្ត) and on which day its number turns (ឡើងស័ក).
//!
//! Moha Songkran is the moment at which the true sun enters the Ram. The almanacs find it by the sun's
//! mean place on the days around it, corrected by a table of sines in steps of 15 degrees; all in
//! whole minutes of arc, of which one is 24 minutes of a day. Lerng Sak is the first day of the mean
//! sun's year, two or three days later. The printed almanacs of 2011 to 2015 gave moments up to 24
//! minutes earlier, on the same days.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};

use super::day_after;
use super::lunar::KNOWN_YEARS;

/// Minutes of arc.
const DEGREE: i64 = 60;
const SIGN: i64 = 30 * DEGREE;
const CIRCLE: i64 = 12 * SIGN;

/// The new year in one April.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KhmerNewYear {
    /// The first day of the feast, on which the animal of the year turns.
    pub first_day: Date,
    /// When the new angel descends, in the time of Cambodia: on the first day, or at the midnight that
    /// ends it.
    pub moha_songkran: DateTime,
    /// The last day of the feast, on which the sak turns.
    pub lerng_sak: Date,
}

/// The Khmer new year of a Gregorian year; none outside 1900 to 2100.
pub(super) fn new_year(year: i16) -> Option<KhmerNewYear> {
    if !KNOWN_YEARS.contains(&year) {
        return None;
    }
    let number = lesser_era(year);
    let lerng_sak = day_after(Date::constant(1970, 1, 1), harkun(number) - HARKUN_OF_1970)?;
    let before = number - 1;
    let length = year_length(before);
    // The feast has four days if the sun enters the Ram on the first of them, else three.
    let (day, into_ram) = (length - 3..=length)
        .map(|day| (day, true_sun(before, day)))
        .find(|&(_, place)| place < DEGREE)?;
    let first_day = day_after(lerng_sak, day - length)?;
    // That is the place at the end of the day, and a minute of arc takes the sun 24 minutes.
    let since_midnight = SignedDuration::from_mins(24 * (DEGREE - into_ram));
    let midnight = first_day.to_datetime(Time::midnight());
    Some(KhmerNewYear {
        first_day,
        moha_songkran: midnight.checked_add(since_midnight).ok()?,
        lerng_sak,
    })
}

/// The year of the lesser era (ចុល្លសករាជ) that begins in a Gregorian year, by whose last digit the sak
/// is named.
pub(super) fn lesser_era(year: i16) -> i64 {
    i64::from(year) - 638
}

/// The days of the lesser era before 1970.
const HARKUN_OF_1970: i64 = 486_421;

fn parts(number: i64) -> i64 {
    292_207 * number + 373
}

/// The days from the beginning of the lesser era to the Lerng Sak of one of its years (ហារគុណ).
fn harkun(number: i64) -> i64 {
    parts(number).div_euclid(800) + 1
}

/// The 800th parts of Lerng Sak that the mean sun has left behind (ក្រមធុពល).
fn kromathupul(number: i64) -> i64 {
    800 - parts(number).rem_euclid(800)
}

/// The days from one Lerng Sak to the next.
fn year_length(number: i64) -> i64 {
    harkun(number + 1) - harkun(number)
}

/// The place of the true sun so many days after a year's Lerng Sak.
fn true_sun(number: i64, day: i64) -> i64 {
    let mean = mean_sun(number, day);
    // The sun is slowest in the 20th degree of the Twins.
    let anomaly = (mean - (2 * SIGN + 20 * DEGREE)).rem_euclid(CIRCLE);
    let half = anomaly % (6 * SIGN);
    let correction = equation_of_centre(half.min(6 * SIGN - half));
    let place = match anomaly < 6 * SIGN {
        true => mean - correction,
        false => mean + correction,
    };
    place.rem_euclid(CIRCLE)
}

fn mean_sun(number: i64, day: i64) -> i64 {
    // A sign is a twelfth of the year's 292,207 parts, a degree the thirtieth of that, a minute
    // 14 parts; the almanacs round each of them, and take off three minutes in the end.
    let parts = 800 * day + kromathupul(number);
    let (signs, rest) = (parts / 24_350, parts % 24_350);
    let (degrees, rest) = (rest / 811, rest % 811);
    SIGN * signs + DEGREE * degrees + rest / 14 - 3
}

/// How far the true sun is from the mean one, at an anomaly of 90 degrees at most.
fn equation_of_centre(anomaly: i64) -> i64 {
    const STEP: i64 = 15 * DEGREE;
    const SINES: [i64; 7] = [0, 35, 67, 94, 116, 129, 134];
    let step = (anomaly / STEP).clamp(0, 5) as usize;
    let (from, to) = (SINES[step], SINES[step + 1]);
    from + (anomaly - STEP * step as i64) * (to - from) / STEP
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn feasts_are_on_the_days_they_were_held_on() {
        for (songkran, lerng_sak) in [
            (date(2011, 4, 14).at(13, 36, 0, 0), date(2011, 4, 16)),
            (date(2012, 4, 13).at(19, 12, 0, 0), date(2012, 4, 15)),
            (date(2013, 4, 14).at(2, 24, 0, 0), date(2013, 4, 16)),
            (date(2016, 4, 13).at(20, 0, 0, 0), date(2016, 4, 16)),
            (date(2020, 4, 13).at(20, 48, 0, 0), date(2020, 4, 16)),
            (date(2024, 4, 13).at(22, 24, 0, 0), date(2024, 4, 16)),
            (date(2025, 4, 14).at(4, 48, 0, 0), date(2025, 4, 16)),
            (date(2026, 4, 14).at(10, 48, 0, 0), date(2026, 4, 16)),
        ] {
            let feast = KhmerNewYear {
                first_day: songkran.date(),
                moha_songkran: songkran,
                lerng_sak,
            };
            assert_eq!(new_year(songkran.year()), Some(feast));
        }
    }

    #[test]
    fn every_year_has_a_feast_of_three_or_four_days() {
        let mut last: Option<KhmerNewYear> = None;
        for year in 1900..=2100 {
            let feast = new_year(year).expect("a year with a feast");
            let days = super::super::days_between(feast.first_day, feast.lerng_sak);
            assert!((2..=3).contains(&days), "{year}");
            if let Some(last) = last {
                // The sun takes 365 days and about 6 hours, told in steps of 24 minutes.
                let minutes = last
                    .moha_songkran
                    .duration_until(feast.moha_songkran)
                    .as_mins();
                let over = minutes - 365 * 24 * 60;
                assert!((5 * 60..8 * 60).contains(&over), "{year}: {over}");
            }
            last = Some(feast);
        }
        assert_eq!(new_year(1899), None);
        assert_eq!(new_year(2101), None);
    }

    #[test]
    fn midnight_ends_the_first_day() {
        let feast = new_year(2032).expect("a year with a feast");
        assert_eq!(feast.first_day, date(2032, 4, 13));
        assert_eq!(feast.moha_songkran, date(2032, 4, 14).at(0, 0, 0, 0));
        assert_eq!(feast.lerng_sak, date(2032, 4, 16));
    }
}
