//! Which campaign a command is about → the request that loads it.

use super::args::Campaign;
use crate::Request;
use crate::campaign::OUTPUT;
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use std::path::Path;

impl Campaign {
    /// The campaign as it is to be loaded now, and written to `output` if anything is: without one, to
    /// `public` in its folder.
    pub(super) fn request(&self, output: Option<&Path>) -> Request {
        Request {
            root: self.root.clone(),
            output: output.map_or_else(|| self.root.join(OUTPUT), Path::to_owned),
            base_url: None,
            drafts: self.drafts,
            today: self.today.unwrap_or_else(today_in_cambodia),
        }
    }
}

/// Cambodia is seven hours ahead of UTC all year round.
fn today_in_cambodia() -> Date {
    Offset::constant(7).to_datetime(Timestamp::now()).date()
}

/// A day before this version was made: to be moved on with each version that is handed out.
const MADE: Date = Date::constant(2026, 11, 1);

/// How many years after that a version may still be in use.
const YEARS: i16 = 15;

impl Campaign {
    /// What is to be told of a day that cannot be today's, unless the day was asked for.
    pub(super) fn wrong_clock(&self) -> Option<Diagnostic> {
        match self.today {
            Some(_) => None,
            None => wrong_day(today_in_cambodia()),
        }
    }
}

fn wrong_day(today: Date) -> Option<Diagnostic> {
    if today < MADE {
        let made = MADE.to_string();
        let place = Place::Site;
        Some(diagnostic!(
            codes::files::CLOCK_BEHIND,
            place,
            today = today,
            made = made
        ))
    } else if today.year() > MADE.year() + YEARS {
        let place = Place::Site;
        Some(diagnostic!(
            codes::files::CLOCK_AHEAD,
            place,
            today = today,
            years = YEARS
        ))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_clock_far_from_when_the_program_was_made_is_wrong() {
        let told = |day| {
            wrong_day(day).map(|told| told.message(crate::diagnostic::MessageLanguage::English))
        };
        let behind = "the clock of this computer shows 2005-01-01, a day before this version of `sala` was made (2026-11-01)";
        let ahead = "the clock of this computer shows 2042-01-01, more than 15 years after this version of `sala` was made";
        assert_eq!(told(date(2005, 1, 1)).as_deref(), Some(behind));
        assert_eq!(told(date(2042, 1, 1)).as_deref(), Some(ahead));
        for right in [MADE, date(2027, 2, 28), date(2041, 12, 31)] {
            assert_eq!(told(right), None);
        }
    }
}
