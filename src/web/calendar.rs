//! A page that tells of something on a day → a file for readers' calendars (iCalendar, RFC 5545).
//!
//! Cambodia has one time all year round, so hours are written in that of Greenwich, which every calendar
//! knows without rules of a zone.

use crate::content::kinds::Calendar;
use crate::schema::{Minute, Moment};
use crate::site::resolve::{facts_where, in_a_line};
use crate::site::{PageId, Site};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use std::fmt::Write;

/// How many hours Cambodia is before Greenwich.
const BEFORE_GREENWICH: i64 = 7;

/// How many bytes a line may have before it goes on in the next (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// The file of a page whose kind has a calendar, and which says when it begins.
///
/// The same page gives the same bytes on any day: it is stamped with the day of its last change.
pub fn calendar(site: &Site, id: PageId) -> String {
    let page = site.page(id);
    let facts = &page.facts;
    let particulars = facts.particulars.as_deref();
    let particulars = particulars.expect("the plan names pages of a kind");
    let calendar = particulars.kind.calendar.as_ref();
    let start = particulars
        .start()
        .expect("the plan names pages with a day");
    let stamp = facts.updated.or(facts.date).unwrap_or(start.day);
    let address = site.permalink(page);
    let language = page.language.tag();
    let mut lines = Lines(String::new());
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add(concat!(
        "PRODID:-//sala//sala ",
        env!("CARGO_PKG_VERSION"),
        "//EN"
    ));
    lines.add("BEGIN:VEVENT");
    lines.add(&format!("UID:{}", escaped(&address)));
    lines.add(&format!("DTSTAMP:{}T000000Z", basic(stamp)));
    for line in span(start, particulars.end()) {
        lines.add(&line);
    }
    lines.add(&format!(
        "SUMMARY;LANGUAGE={language}:{}",
        escaped(facts.title.as_str())
    ));
    let location = calendar.map_or_else(String::new, |calendar| place(site, id, calendar));
    if !location.is_empty() {
        lines.add(&format!(
            "LOCATION;LANGUAGE={language}:{}",
            escaped(&location)
        ));
    }
    if !facts.description.as_str().is_empty() {
        let description = escaped(facts.description.as_str());
        lines.add(&format!("DESCRIPTION;LANGUAGE={language}:{description}"));
    }
    lines.add(&format!("URL:{address}"));
    lines.add("END:VEVENT");
    lines.add("END:VCALENDAR");
    lines.0
}

/// Where it is, from the near to the far.
fn place(site: &Site, id: PageId, calendar: &Calendar) -> String {
    let page = site.page(id);
    let kind = page.facts.particulars.as_deref().map(|own| &own.kind);
    let facts = facts_where(site, page, |field| {
        let at = kind.and_then(|kind| kind.fields.iter().position(|own| own == field));
        at.is_some_and(|at| calendar.place.contains(&at))
    });
    let words: Vec<String> = facts.iter().map(|fact| in_a_line(&fact.values)).collect();
    words.join(", ")
}

/// Whole days where no hour is known.
fn span(start: Moment, end: Option<Moment>) -> Vec<String> {
    let Some(begin) = start.minute else {
        let mut lines = vec![format!("DTSTART;VALUE=DATE:{}", basic(start.day))];
        let last = end.map(|end| end.day).unwrap_or(start.day);
        // The end is the first day on which it is over.
        if let Ok(over) = last.tomorrow() {
            lines.push(format!("DTEND;VALUE=DATE:{}", basic(over)));
        }
        return lines;
    };
    let mut lines = vec![format!("DTSTART:{}", in_greenwich(start.day, begin))];
    match end {
        Some(Moment {
            day,
            minute: Some(minute),
        }) => lines.push(format!("DTEND:{}", in_greenwich(day, minute))),
        Some(Moment { day, minute: None }) => {
            let midnight = Minute { hour: 0, minute: 0 };
            if let Ok(over) = day.tomorrow() {
                lines.push(format!("DTEND:{}", in_greenwich(over, midnight)));
            }
        }
        None => {}
    }
    lines
}

fn in_greenwich(day: Date, minute: Minute) -> String {
    let here: DateTime = day.at(minute.hour, minute.minute, 0, 0);
    let there = here.checked_sub(BEFORE_GREENWICH.hours()).unwrap_or(here);
    format!(
        "{}T{:02}{:02}00Z",
        basic(there.date()),
        there.hour(),
        there.minute()
    )
}

/// A day without hyphens.
fn basic(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// Text as a value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            other => out.push(other),
        }
    }
    out
}

struct Lines(String);

impl Lines {
    /// Adds a line, in pieces of which none is too long and none ends within a letter.
    fn add(&mut self, line: &str) {
        let mut rest = line;
        let mut room = LONGEST_LINE;
        while rest.len() > room {
            let cut = rest.floor_char_boundary(room);
            let _ = write!(self.0, "{}\r\n ", &rest[..cut]);
            rest = &rest[cut..];
            // The space before it counts.
            room = LONGEST_LINE - 1;
        }
        let _ = write!(self.0, "{rest}\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_too_long_or_ends_within_a_letter() {
        let title = "ប្រជុំ".repeat(40);
        let mut lines = Lines(String::new());
        lines.add(&format!("SUMMARY:{title}"));
        let pieces: Vec<&str> = lines.0.split_terminator("\r\n").collect();
        assert!(pieces.iter().all(|piece| piece.len() <= LONGEST_LINE));
        assert!(pieces[1..].iter().all(|piece| piece.starts_with(' ')));
        let joined: String = pieces
            .iter()
            .map(|piece| piece.strip_prefix(' ').unwrap_or(piece))
            .collect();
        assert_eq!(joined, format!("SUMMARY:{title}"));
    }

    #[test]
    fn an_hour_here_is_an_earlier_one_in_greenwich_and_a_day_is_a_whole_day() {
        let moment = |text: &str| crate::schema::moment(text).expect("a moment");
        let said = |start: &str, end: Option<&str>| span(moment(start), end.map(moment)).join(" ");
        for (start, end, expected) in [
            (
                "2026-12-12 08:00",
                Some("2026-12-12 11:30"),
                "DTSTART:20261212T010000Z DTEND:20261212T043000Z",
            ),
            ("2026-12-12 05:30", None, "DTSTART:20261211T223000Z"),
            (
                "2026-12-12",
                None,
                "DTSTART;VALUE=DATE:20261212 DTEND;VALUE=DATE:20261213",
            ),
            (
                "2026-12-31",
                Some("2027-01-02"),
                "DTSTART;VALUE=DATE:20261231 DTEND;VALUE=DATE:20270103",
            ),
            (
                "2026-12-12 08:00",
                Some("2026-12-13"),
                "DTSTART:20261212T010000Z DTEND:20261213T170000Z",
            ),
        ] {
            assert_eq!(said(start, end), expected);
        }
    }

    #[test]
    fn what_would_part_a_value_is_marked() {
        assert_eq!(escaped("a,b;c\\d\ne"), "a\\,b\\;c\\\\d\\ne");
    }
}
