//! Headers of columns of figures → their year, phase and direction: `2025 approved`,
//! `Approved (2025)`, `អនុម័ត ឆ្នាំ២០២៥`.

use super::unit_words::is_unit_word;
use super::{Direction, Phase, year};
use crate::diagnostic::is_one_slip;

/// What people write beside the words of ours.
const PHASES: [(&str, Phase); 9] = [
    ("គ្រោង", Phase::Planned),
    ("គម្រោង", Phase::Planned),
    ("ផែនការ", Phase::Planned),
    ("អនុម័ត", Phase::Approved),
    ("កែសម្រួល", Phase::Revised),
    ("កែតម្រូវ", Phase::Revised),
    ("អនុវត្ត", Phase::Actual),
    ("ជាក់ស្ដែង", Phase::Actual),
    ("សវនកម្ម", Phase::Audited),
];
const DIRECTIONS: [(&str, Direction); 3] = [
    ("ចំណូល", Direction::Revenue),
    ("ចំណាយ", Direction::Expenditure),
    ("ហិរញ្ញប្បទាន", Direction::Financing),
];
/// What may stand before a year.
const YEARS: [&str; 3] = ["ឆ្នាំ", "year", "fy"];

type Figure = (i16, Phase, Option<Direction>);

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
    let (mut found_year, mut phase, mut direction) = (None, None, None);
    let mut set_apart = words(header);
    set_apart.retain(|word| !YEARS.contains(&&**word) && !is_unit_word(word));
    for word in &set_apart {
        let is_new = if let Some(year) = year(word, false) {
            found_year.replace(year).is_none()
        } else if let Some(known) = phase_of(word).or_else(|| a_phase(word)) {
            phase.replace(known).is_none_or(|before| before == known)
        } else if let Some(known) = direction_of(word).or_else(|| a_direction(word)) {
            direction.replace(known).is_none()
        } else {
            false
        };
        if !is_new {
            return None;
        }
    }
    Some((found_year?, phase?, direction))
}

/// Whether nothing but a year stands there: `2025`, `ឆ្នាំ២០២៥`.
pub(crate) fn is_year(text: &str) -> bool {
    let mut words = words(text);
    words.retain(|word| !YEARS.contains(&&**word));
    matches!(words.as_slice(), [only] if year(only, false).is_some())
}

/// The header that is meant where one word is a slip of one of ours.
pub(crate) fn mended_figure_header(header: &str) -> Option<String> {
    let mut words = words(header);
    let slip = words.iter().position(|word| {
        let is_known = YEARS.contains(&&**word) || year(word, false).is_some();
        !is_known && a_phase(word).is_none() && a_direction(word).is_none()
    })?;
    let known = Phase::WORDS.iter().chain(Direction::WORDS).copied();
    let khmer = PHASES.iter().map(|(word, _)| *word);
    let khmer = khmer.chain(DIRECTIONS.iter().map(|(word, _)| *word));
    let meant = known
        .chain(khmer)
        .find(|known| is_one_slip(&words[slip], known))?;
    meant.clone_into(&mut words[slip]);
    let meant = words.join(" ");
    figure_column(&meant).map(|_| meant)
}

fn a_phase(word: &str) -> Option<Phase> {
    let khmer = PHASES.iter().find(|(khmer, _)| *khmer == word);
    Phase::named(word).or(khmer.map(|(_, phase)| *phase))
}

fn a_direction(word: &str) -> Option<Direction> {
    let khmer = DIRECTIONS.iter().find(|(khmer, _)| *khmer == word);
    Direction::named(word).or(khmer.map(|(_, direction)| *direction))
}

/// The words in small letters. Khmer needs no space between a word and the figure behind it.
fn words(header: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut in_digits = None;
    for letter in header.chars() {
        if letter.is_whitespace() || matches!(letter, '(' | ')' | '[' | ']' | ',' | ':' | '_') {
            words.push(String::new());
            in_digits = None;
            continue;
        }
        let is_digit = letter.is_ascii_digit() || matches!(letter, '០'..='៩');
        if in_digits.is_some_and(|before| before != is_digit) {
            words.push(String::new());
        }
        in_digits = Some(is_digit);
        words
            .last_mut()
            .expect("there is one")
            .extend(letter.to_lowercase());
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_column_names_its_year_and_phase() {
        let approved = Some((2025, Phase::Approved, None));
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
        let revenue = Some((2024, Phase::Actual, Some(Direction::Revenue)));
        for header in [
            "២០២៤ actual revenue",
            "Revenue 2024 Actual",
            "ចំណូល អនុវត្ត ជាក់ស្ដែង ២០២៤",
        ] {
            assert_eq!(figure_column(header), revenue, "{header}");
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
    fn a_year_alone_is_no_title() {
        for text in ["2025", "ឆ្នាំ២០២៥", "FY 2025", "Year 2025"] {
            assert!(is_year(text), "{text}");
        }
        for text in ["ថវិកា ២០២៥", "2024 2025", "year", "12"] {
            assert!(!is_year(text), "{text}");
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
