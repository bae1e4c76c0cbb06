//! Headers of columns of figures → their period, phase and direction: `2025 approved`,
//! `Approved (2025)`, `អនុម័ត ឆ្នាំ២០២៥`, `Jan-May 2023 actual`.

use super::period::Period;
use super::period_words::{Said, first, period, words};
use super::unit_words::is_unit_word;
use super::{Direction, Phase};
use crate::diagnostic::is_one_slip;

/// What people write beside the words of ours.
pub(crate) const PHASE_WORDS: [(&str, Phase); 10] = [
    ("គ្រោង", Phase::Planned),
    ("គម្រោង", Phase::Planned),
    ("ផែនការ", Phase::Planned),
    ("អនុម័ត", Phase::Approved),
    ("កែសម្រួល", Phase::Revised),
    ("កែតម្រូវ", Phase::Revised),
    ("អនុវត្ត", Phase::Actual),
    // As texts of cells come here, and as people type it elsewhere.
    ("ជាក់ស្តែង", Phase::Actual),
    ("ជាក់ស្ដែង", Phase::Actual),
    ("សវនកម្ម", Phase::Audited),
];
const DIRECTIONS: [(&str, Direction); 3] = [
    ("ចំណូល", Direction::Revenue),
    ("ចំណាយ", Direction::Expenditure),
    ("ហិរញ្ញប្បទាន", Direction::Financing),
];
type Figure = (Period, Phase, Option<Direction>);

/// A column in the words of ours alone.
pub(crate) fn figure_column(name: &str) -> Option<Figure> {
    figure_header(name, |_| None, |_| None)
}

/// A column in words of ours, of the Khmer language or of the file, in any order.
pub(crate) fn figure_header(
    header: &str,
    phase_of: impl Fn(&str) -> Option<Phase>,
    direction_of: impl Fn(&str) -> Option<Direction>,
) -> Option<Figure> {
    let (mut said, mut phase, mut direction) = (Said::default(), None, None);
    let words = words(header);
    let mut rest = words.as_slice();
    while let Some(word) = rest.first() {
        let mut count = 1;
        let is_new = if let Some((known, words)) = longest(rest, &phase_of) {
            count = words;
            phase.replace(known).is_none_or(|before| before == known)
        } else if let Some((known, words)) = longest(rest, &direction_of) {
            count = words;
            direction.replace(known).is_none()
        } else if let Some(known) = a_phase(word) {
            phase.replace(known).is_none_or(|before| before == known)
        } else if let Some(known) = a_direction(word) {
            direction.replace(known).is_none()
        } else if is_unit_word(word) {
            true
        } else if let Some((when, words)) = first(rest, false) {
            count = words;
            said.take(when).is_some()
        } else {
            false
        };
        if !is_new {
            return None;
        }
        rest = &rest[count..];
    }
    Some((said.period(None)?, phase?, direction))
}

/// How many pieces a word of the file may have been parted into, such as `mid-year`.
const PIECES: usize = 5;

/// What the file calls the first pieces, the longest word first, and how many they are.
fn longest<T>(words: &[String], known: impl Fn(&str) -> Option<T>) -> Option<(T, usize)> {
    let mut counts = (1..=words.len().min(PIECES)).rev();
    counts.find_map(|count| Some((known(&words[..count].concat())?, count)))
}

/// Whether nothing but a period stands there: `2025`, `ឆ្នាំ២០២៥`, `2025-Q1`.
pub(crate) fn is_period(text: &str) -> bool {
    period(text, None, false).is_some()
}

/// The period that a header names among words that nobody knows, if it names one; `of_year` may say the
/// year alone.
pub(crate) fn period_within(header: &str, of_year: Option<Period>) -> Option<Period> {
    let words = words(header);
    let mut said = Said::default();
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let count = match first(rest, false) {
            Some((when, count)) => {
                said.take(when)?;
                count
            }
            None => 1,
        };
        rest = &rest[count..];
    }
    said.period(of_year)
}

/// The header that is meant where one word is a slip of one of ours.
pub(crate) fn mended_figure_header(header: &str) -> Option<String> {
    let mut words = words(header);
    let mut at = 0;
    let slip = loop {
        let word = words.get(at)?;
        let is_known = a_phase(word).is_some() || a_direction(word).is_some();
        at += match first(&words[at..], false) {
            _ if is_known || is_unit_word(word) => 1,
            Some((_, count)) => count,
            None => break at,
        };
    };
    let known = Phase::WORDS.iter().chain(Direction::WORDS).copied();
    let khmer = PHASE_WORDS.iter().map(|(word, _)| *word);
    let khmer = khmer.chain(DIRECTIONS.iter().map(|(word, _)| *word));
    let meant = known
        .chain(khmer)
        .find(|known| is_one_slip(&words[slip], known))?;
    meant.clone_into(&mut words[slip]);
    let meant = words.join(" ");
    figure_column(&meant).map(|_| meant)
}

fn a_phase(word: &str) -> Option<Phase> {
    let khmer = PHASE_WORDS.iter().find(|(khmer, _)| *khmer == word);
    Phase::named(word).or(khmer.map(|(_, phase)| *phase))
}

fn a_direction(word: &str) -> Option<Direction> {
    let khmer = DIRECTIONS.iter().find(|(khmer, _)| *khmer == word);
    Direction::named(word).or(khmer.map(|(_, direction)| *direction))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_stands_among_other_words() {
        let year = Some(Period::of_year(2025));
        assert_eq!(period_within("ប្រាក់ ឆ្នាំ២០២៥ ទាំងអស់", None), year);
        assert_eq!(
            period_within("Spent in January", year),
            Period::of_months(2025, 1, 1)
        );
        assert_eq!(period_within("Spent", year), None);
        assert_eq!(period_within("Spent", None), None);
        assert_eq!(period_within("2024 to 2025", None), None);
    }

    #[test]
    fn a_figure_column_names_its_year_and_phase() {
        let approved = Some((Period::of_year(2025), Phase::Approved, None));
        for header in [
            "2025 approved",
            "Approved 2025",
            "APPROVED (2025)",
            "2025_approved",
            "FY2025 approved",
            "អនុម័ត ២០២៥",
            "ឆ្នាំ២០២៥ អនុម័ត",
        ] {
            assert_eq!(figure_column(header), approved, "{header}");
        }
        let revenue = Some((
            Period::of_year(2024),
            Phase::Actual,
            Some(Direction::Revenue),
        ));
        for header in [
            "២០២៤ actual revenue",
            "Revenue 2024 Actual",
            "ចំណូល អនុវត្ត ជាក់ស្ដែង ២០២៤",
        ] {
            assert_eq!(figure_column(header), revenue, "{header}");
        }
        for header in [
            "Jan-May 2023 actual",
            "2023-01/05 actual",
            "Actual (January to May 2023)",
            "អនុវត្ត ខែមករា-ឧសភា ២០២៣",
            "អនុវត្តគិតត្រឹមខែឧសភា ២០២៣",
        ] {
            let months = Period::of_months(2023, 1, 5).expect("months");
            let expected = Some((months, Phase::Actual, None));
            assert_eq!(figure_column(header), expected, "{header}");
        }
        for other in [
            "2025",
            "approved",
            "2025 draft",
            "2025 actual of all",
            "2024 2025 actual",
            "2024-2025 actual",
            "2025 planned approved",
            "10 approved",
        ] {
            assert_eq!(figure_column(other), None, "{other}");
        }
    }

    #[test]
    fn a_period_alone_is_no_title() {
        for text in ["2025", "ឆ្នាំ២០២៥", "FY 2025", "Year 2025", "ត្រីមាសទី១ ២០២៥"]
        {
            assert!(is_period(text), "{text}");
        }
        for text in ["ថវិកា ២០២៥", "2024 2025", "year", "12"] {
            assert!(!is_period(text), "{text}");
        }
    }

    #[test]
    fn a_slip_in_a_header_is_mended() {
        let mended = |header| mended_figure_header(header);
        assert_eq!(mended("2025 aproved").as_deref(), Some("2025 approved"));
        assert_eq!(mended("Actaul 2024").as_deref(), Some("actual 2024"));
        assert_eq!(mended("2025 other"), None);
        assert_eq!(mended("aproved"), None);
    }
}
