//! What people call columns, phases and the two ways of money, in Khmer and in English: any text that
//! holds one of these words, as Khmer parts no words.

use crate::data::model::{Direction, PHASE_WORDS, Phase};
use crate::khmer::number::to_latin_digits;

/// What a column is for, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Code,
    /// The number of the row.
    Ordinal,
    Label,
    Place,
    Year,
    Phase,
    Direction,
    Parent,
    Amount,
    Share,
    /// What can be computed from other columns.
    Difference,
    Note,
}

/// The words of each, the first that a name holds deciding.
const ROLES: &[(Role, &[&str])] = &[
    (
        Role::Share,
        &[
            "%",
            "ភាគរយ",
            "percent",
            "pct",
            "share",
            "អត្រា",
            "rate",
            "សមាមាត្រ",
        ],
    ),
    (
        Role::Difference,
        &[
            "difference",
            "variance",
            "deviation",
            "change",
            "growth",
            "គម្លាត",
            "ប្រៀបធៀប",
            "កើនឡើង",
            "ថយចុះ",
            "លើស",
            "ខ្វះ",
        ],
    ),
    (
        Role::Note,
        &["note", "remark", "comment", "កំណត់សម្គាល់", "សម្គាល់"],
    ),
    (Role::Parent, &["parent"]),
    (
        Role::Ordinal,
        &["ល.រ", "លរ", "ល. រ", "លេខរៀង", "s/n", "no.", "n°", "№", "#"],
    ),
    (Role::Phase, &["phase", "stage", "ដំណាក់កាល"]),
    (Role::Direction, &["direction", "ប្រភេទចំណូល", "ចំណូលឬចំណាយ"]),
    (
        Role::Code,
        &[
            "code",
            "លេខកូដ",
            "កូដ",
            "account",
            "គណនី",
            "ជំពូក",
            "chapter",
            "លេខសម្គាល់",
        ],
    ),
    (
        Role::Place,
        &[
            "place",
            "commune",
            "district",
            "province",
            "village",
            "ឃុំ",
            "សង្កាត់",
            "ស្រុក",
            "ខណ្ឌ",
            "ខេត្ត",
            "ភូមិ",
            "ទីកន្លែង",
            "ទីតាំង",
        ],
    ),
    (
        Role::Label,
        &[
            "item",
            "label",
            "name",
            "description",
            "category",
            "programme",
            "program",
            "sector",
            "line",
            "activity",
            "particular",
            "ឈ្មោះ",
            "បរិយាយ",
            "ខ្លឹមសារ",
            "ចំណាត់ថ្នាក់",
            "ប្រភេទ",
            "កម្មវិធី",
            "សកម្មភាព",
            "មុខចំណាយ",
            "មុខចំណូល",
            "វិស័យ",
        ],
    ),
    (
        Role::Amount,
        &[
            "amount",
            "budget",
            "value",
            "total",
            "sum",
            "riel",
            "usd",
            "ទឹកប្រាក់",
            "ថវិកា",
            "ចំនួន",
            "សរុប",
            "រៀល",
            "ដុល្លារ",
        ],
    ),
    (Role::Year, &["year", "ឆ្នាំ"]),
];

/// What the name of a column says it is for.
pub(super) fn role(name: &str) -> Option<Role> {
    let small = name.to_lowercase();
    if matches!(small.as_str(), "no" | "nr") {
        return Some(Role::Ordinal);
    }
    let holds = |words: &&[&str]| words.iter().any(|word| holds(&small, word));
    let found = ROLES.iter().find(|(_, words)| holds(words));
    found.map(|(role, _)| *role)
}

/// Whether the name of a column names a kind of place.
pub(super) fn is_place(name: &str) -> bool {
    let small = name.to_lowercase();
    let mut roles = ROLES.iter().filter(|(role, _)| *role == Role::Place);
    roles.any(|(_, words)| words.iter().any(|word| holds(&small, word)))
}

/// Whether the name of a column says that units stand in it.
pub(super) fn is_unit(name: &str) -> bool {
    let small = name.to_lowercase();
    ["unit", "ឯកតា"].iter().any(|word| holds(&small, word))
}

/// Words of phases beside those that headers may have.
const PHASES: &[(&str, Phase)] = &[
    ("ច្បាប់", Phase::Approved),
    ("law", Phase::Approved),
    ("adopted", Phase::Approved),
    ("enacted", Phase::Approved),
    ("សេចក្ដីព្រាង", Phase::Planned),
    ("ព្រាង", Phase::Planned),
    ("draft", Phase::Planned),
    ("proposed", Phase::Planned),
    ("proposal", Phase::Planned),
    ("plan", Phase::Planned),
    ("ប៉ាន់ស្មាន", Phase::Revised),
    ("estimate", Phase::Revised),
    ("amended", Phase::Revised),
    ("executed", Phase::Actual),
    ("execution", Phase::Actual),
    ("outturn", Phase::Actual),
    ("spent", Phase::Actual),
    ("collected", Phase::Actual),
];

const DIRECTIONS: &[(&str, Direction)] = &[
    ("ចំណូល", Direction::Revenue),
    ("ចំណាយ", Direction::Expenditure),
    ("ហិរញ្ញប្បទាន", Direction::Financing),
    ("income", Direction::Revenue),
    ("receipt", Direction::Revenue),
    ("expense", Direction::Expenditure),
    ("spending", Direction::Expenditure),
];

/// The phase that a text names, if it names one.
pub(crate) fn phase(text: &str) -> Option<Phase> {
    let ours = Phase::WORDS.iter();
    let ours = ours.filter_map(|word| Some((*word, Phase::named(word)?)));
    let all = ours
        .chain(PHASE_WORDS.iter().copied())
        .chain(PHASES.iter().copied());
    only(text, all)
}

/// The way of money that a text names, if it names one.
pub(crate) fn direction(text: &str) -> Option<Direction> {
    let ours = Direction::WORDS.iter();
    let ours = ours.filter_map(|word| Some((*word, Direction::named(word)?)));
    only(text, ours.chain(DIRECTIONS.iter().copied()))
}

/// What the words of a text name, if they name one thing.
fn only<T: PartialEq>(text: &str, words: impl Iterator<Item = (&'static str, T)>) -> Option<T> {
    let small = text.to_lowercase();
    let mut named = words
        .filter(|(word, _)| holds(&small, word))
        .map(|(_, named)| named);
    let first = named.next()?;
    named.all(|other| other == first).then_some(first)
}

/// Whether a text holds a word: a Latin one as a word of its own or in the plural, a Khmer one anywhere.
fn holds(text: &str, word: &str) -> bool {
    let is_latin = word.starts_with(|c: char| c.is_ascii_alphanumeric());
    let mut found = text.match_indices(word);
    let is_letter = |c: char| c.is_alphabetic();
    let stands_alone = |(at, word): (usize, &str)| {
        let behind = &text[at + word.len()..];
        let behind = behind.strip_prefix('s').unwrap_or(behind);
        !text[..at].ends_with(is_letter) && !behind.starts_with(is_letter)
    };
    match is_latin {
        false => found.next().is_some(),
        true => found.any(stands_alone),
    }
}

/// The year that stands in a text, if one does: of the common era, or of the Buddhist one.
pub(crate) fn year(text: &str) -> Option<i16> {
    let plain = to_latin_digits(text);
    let digits = plain.split(|c: char| !c.is_ascii_digit());
    let years = digits.filter(|piece| piece.len() == 4);
    let mut years = years
        .filter_map(|piece| piece.parse::<i16>().ok())
        .map(|year| match year {
            2543..=2603 => year - 543,
            year => year,
        });
    let mut years = years.by_ref().filter(|year| (2000..=2060).contains(year));
    let first = years.next()?;
    years.all(|other| other == first).then_some(first)
}

/// Whether a title is about the budget of the state.
pub(super) fn is_national(title: &str) -> bool {
    let small = title.to_lowercase();
    let words = [
        "ថវិការដ្ឋ",
        "ថ្នាក់ជាតិ",
        "national budget",
        "state budget",
        "national-level",
    ];
    words.iter().any(|word| holds(&small, word))
}

/// Whether a row's name says that it adds others up.
pub(super) fn is_total(label: &str) -> bool {
    let small = label.to_lowercase();
    ["សរុប", "total", "ផលបូក", "sum"]
        .iter()
        .any(|word| holds(&small, word))
}

/// Whether a text is Khmer.
pub(super) fn is_khmer(text: &str) -> bool {
    text.chars().any(|c| ('\u{1780}'..='\u{17ff}').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_a_column_is_for() {
        for (name, expected) in [
            ("ល.រ", Some(Role::Ordinal)),
            ("លេខកូដ", Some(Role::Code)),
            ("បរិយាយ", Some(Role::Label)),
            ("amount_billion_riel", Some(Role::Amount)),
            ("pct_of_2023_budget_law", Some(Role::Share)),
            ("fiscal_year", Some(Role::Year)),
            ("Item", Some(Role::Label)),
            ("No", Some(Role::Ordinal)),
            ("ឃុំ", Some(Role::Place)),
            ("កំណត់សម្គាល់", Some(Role::Note)),
            ("xyz", None),
        ] {
            assert_eq!(role(name), expected, "{name}");
        }
    }

    #[test]
    fn a_text_names_a_year_a_phase_and_a_way_or_nothing() {
        assert_eq!(phase("ច្បាប់ហិរញ្ញវត្ថុ ឆ្នាំ២០២៥"), Some(Phase::Approved));
        assert_eq!(phase("Budget Law 2025"), Some(Phase::Approved));
        assert_eq!(phase("planned and actual"), None);
        assert_eq!(phase("flaws of lawns"), None);
        assert_eq!(direction("ចំណាយតាមជំពូក"), Some(Direction::Expenditure));
        assert_eq!(direction("ចំណូល និងចំណាយ"), None);
        assert_eq!(year("ថវិកាឆ្នាំ២០២៥"), Some(2025));
        assert_eq!(year("2024-2025"), None);
        assert_eq!(year("ព.ស. ២៥៦៨"), Some(2025));
        assert_eq!(year("12345"), None);
    }
}
