//! The codes of number formats → how a spreadsheet shows a number, where that is not as it is kept.
//!
//! `#,##0,,` shows five million as 5, `0%` an eighth as 13 %, `0000` the number 102 as `0102`, and `;;;`
//! shows nothing. Codes as Excel writes them (ECMA-376, 18.8.31); it knows no file.

use crate::data::model::{StatedUnit, unit_of_format};
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// How numbers of a cell are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NumberFormat {
    /// As the file has it.
    pub code: String,
    sections: Vec<Section>,
}

/// How some of them are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Section {
    condition: Option<Condition>,
    /// How often a number is divided by a thousand before it is shown.
    pub thousands: u32,
    pub is_percent: bool,
    /// What the words and signs beside the digits say.
    pub unit: StatedUnit,
    /// How many digits are shown at least, all of a whole number; zero if it is none.
    pub digits: usize,
    /// Whether nothing is shown.
    pub is_empty: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Condition {
    sign: String,
    limit: Decimal,
}

impl NumberFormat {
    /// The format of this code; none if it shows numbers as they are kept.
    pub fn of(code: &str) -> Option<NumberFormat> {
        let sections: Vec<Section> = sections(code).iter().map(|it| section(it)).collect();
        let differs = sections.iter().any(|section| section.differs());
        differs.then(|| NumberFormat {
            code: code.to_owned(),
            sections,
        })
    }

    /// How the number is shown.
    pub fn section_of(&self, number: Decimal) -> &Section {
        let conditions = self.sections.iter().any(|it| it.condition.is_some());
        let numbers = &self.sections[..self.sections.len().min(3)];
        if conditions {
            let holds = |section: &&Section| {
                let condition = section.condition.as_ref();
                condition.is_none_or(|condition| condition.holds(number))
            };
            let last = numbers.last();
            return numbers.iter().find(holds).or(last).expect("there is one");
        }
        let at = match numbers.len() {
            _ if number.is_zero() => 2,
            _ if number.is_sign_negative() => 1,
            _ => 0,
        };
        numbers.get(at).unwrap_or(&numbers[0])
    }

    /// Whether texts are not shown.
    pub fn hides_texts(&self) -> bool {
        self.sections.get(3).is_some_and(|section| section.is_empty)
    }

    /// The number with the zeros before it that only the format shows, if it shows any.
    pub fn with_zeros(&self, number: Decimal) -> Option<String> {
        let digits = self.section_of(number).digits;
        let plain = number.normalize().to_string();
        let is_whole = plain.bytes().all(|byte| byte.is_ascii_digit());
        (is_whole && plain.len() < digits).then(|| format!("{plain:0>digits$}"))
    }
}

impl Section {
    fn differs(&self) -> bool {
        self.thousands > 0
            || self.is_percent
            || self.unit != StatedUnit::default()
            || self.digits > 1
            || self.is_empty
    }

    /// What a 1 that is kept stands for, if what is shown says so.
    pub fn scale(&self) -> Option<Decimal> {
        let divided = Decimal::from(1000_u64.saturating_pow(self.thousands.min(6)));
        match self.unit.scale {
            Some(stated) => stated.checked_div(divided),
            None => (self.thousands > 0).then_some(Decimal::ONE),
        }
    }
}

impl Condition {
    /// `>=1000000`
    fn of(text: &str) -> Option<Condition> {
        let at = text.find(|letter| !matches!(letter, '<' | '>' | '='))?;
        let (sign, limit) = text.split_at(at);
        (at > 0).then_some(())?;
        Some(Condition {
            sign: sign.to_owned(),
            limit: limit.parse().ok()?,
        })
    }

    fn holds(&self, number: Decimal) -> bool {
        match self.sign.as_str() {
            ">" => number > self.limit,
            ">=" => number >= self.limit,
            "<" => number < self.limit,
            "<=" => number <= self.limit,
            "<>" => number != self.limit,
            _ => number == self.limit,
        }
    }
}

/// One piece of a code.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    /// It is shown as it stands.
    Words(String),
    /// What stands in brackets.
    Brackets(String),
    /// A sign that means something.
    Sign(char),
}

/// The pieces of each section.
fn sections(code: &str) -> Vec<Vec<Piece>> {
    let mut sections = vec![Vec::new()];
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        let piece = match letter {
            ';' => {
                sections.push(Vec::new());
                continue;
            }
            '"' => Piece::Words(
                letters
                    .by_ref()
                    .take_while(|letter| *letter != '"')
                    .collect(),
            ),
            '\\' => Piece::Words(letters.next().into_iter().collect()),
            // A blank as wide as the letter, and the letter over and over.
            '_' | '*' => {
                letters.next();
                continue;
            }
            '[' => Piece::Brackets(
                letters
                    .by_ref()
                    .take_while(|letter| *letter != ']')
                    .collect(),
            ),
            other => Piece::Sign(other),
        };
        sections.last_mut().expect("there is one").push(piece);
    }
    sections
}

fn section(pieces: &[Piece]) -> Section {
    let mut section = Section {
        // Neither a condition nor a colour shows anything.
        is_empty: pieces
            .iter()
            .all(|piece| matches!(piece, Piece::Brackets(text) if !text.starts_with('$'))),
        ..Section::default()
    };
    let mut words = String::new();
    let (mut commas, mut zeros) = (0, 0);
    let mut is_whole = true;
    for piece in pieces {
        match piece {
            Piece::Words(text) => words.push_str(text),
            Piece::Brackets(text) => match text.strip_prefix('$') {
                // The sign, and the number of a language behind it.
                Some(sign) => {
                    let sign = sign.rsplit_once('-').map_or(sign, |(sign, _)| sign);
                    words.push_str(&format!(" {sign} "));
                }
                None => section.condition = section.condition.or(Condition::of(text)),
            },
            Piece::Sign('0') => {
                zeros += 1;
                commas = 0;
            }
            Piece::Sign('#' | '?') => {
                is_whole = false;
                commas = 0;
            }
            Piece::Sign(',') => commas += 1,
            Piece::Sign('.') => {
                is_whole = false;
                // Commas before the point divide as well.
                section.thousands = section.thousands.max(commas);
                commas = 0;
            }
            Piece::Sign('%') => {
                section.is_percent = true;
                is_whole = false;
            }
            // Dates, fractions, texts, exponents.
            Piece::Sign(letter) if letter.is_ascii_alphabetic() || matches!(letter, '/' | '@') => {
                is_whole = false;
                words.push(*letter);
            }
            Piece::Sign(letter) => words.push(*letter),
        }
    }
    section.thousands = section.thousands.max(commas);
    section.digits = match is_whole && section.thousands == 0 {
        true => zeros,
        false => 0,
    };
    section.unit = unit_of_format(&words);
    section
}

/// Which cells of a sheet show a number otherwise than it is kept, and which are moved to the right.
#[derive(Debug, Default)]
pub(crate) struct Formats {
    known: Vec<NumberFormat>,
    /// Row from 1, column from 0, which of them.
    cells: Vec<(u32, u32, u16)>,
    /// Row from 1, column from 0, by how many steps.
    indents: Vec<(u32, u32, u8)>,
}

impl Formats {
    pub fn of(known: Vec<NumberFormat>) -> Formats {
        Formats {
            known,
            cells: Vec::new(),
            indents: Vec::new(),
        }
    }

    /// Notes that a cell is moved to the right by so many steps.
    pub fn indent(&mut self, row: u32, column: u32, steps: u8) {
        self.indents.push((row, column, steps));
    }

    /// By how many steps a cell is moved to the right.
    pub fn indent_at(&self, row: u32, column: u32) -> u8 {
        let found = self
            .indents
            .binary_search_by_key(&(row, column), |it| (it.0, it.1));
        found.map_or(0, |at| self.indents[at].2)
    }

    /// Notes that a cell has the format of this number.
    pub fn note(&mut self, row: u32, column: u32, format: u16) {
        self.cells.push((row, column, format));
    }

    /// Notes the formats of a row, the last that was noted, in other rows too.
    pub fn note_again(&mut self, row: u32, others: RangeInclusive<u32>) {
        let before = self.cells.iter().rposition(|cell| cell.0 != row);
        let own = self.cells[before.map_or(0, |at| at + 1)..].to_vec();
        for other in others.take_while(|_| !own.is_empty()) {
            let again = own
                .iter()
                .map(|(_, column, format)| (other, *column, *format));
            self.cells.extend(again);
        }
    }

    /// Puts the cells in their order, which not all files do.
    pub fn in_order(mut self) -> Formats {
        self.cells.sort_unstable();
        self.indents.sort_unstable();
        self
    }

    /// Whether no cell shows a number otherwise.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// How many cells were noted.
    pub fn len(&self) -> usize {
        self.cells.len().saturating_add(self.indents.len())
    }

    /// The format of a cell, if it shows a number otherwise.
    pub fn at(&self, row: u32, column: u32) -> Option<&NumberFormat> {
        let found = self
            .cells
            .binary_search_by_key(&(row, column), |it| (it.0, it.1));
        let (_, _, format) = self.cells[found.ok()?];
        self.known.get(format as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a number in a test")
    }

    #[test]
    fn formats_that_show_numbers_as_they_are_kept_are_none() {
        for code in [
            "General",
            "0",
            "0.00",
            "#,##0",
            "#,##0.00",
            "@",
            "#,##0;(#,##0)",
            "#,##0_);[Red](#,##0)",
            "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)",
            "0.00E+00",
            "yyyy-mm-dd",
            "mm:ss",
            "[$-409]d-mmm",
        ] {
            assert_eq!(NumberFormat::of(code), None, "{code}");
        }
    }

    #[test]
    fn a_format_says_what_a_one_stands_for() {
        let said = |code: &str, number: &str| {
            let format = NumberFormat::of(code).expect("it differs");
            let section = format.section_of(decimal(number));
            let scale = section.scale().map(|scale| scale.normalize().to_string());
            (scale, section.unit.currency)
        };
        let scale = |scale: &str| Some(scale.to_owned());
        assert_eq!(said("#,##0,,", "5"), (scale("1"), None));
        assert_eq!(said("#,##0.0,", "5"), (scale("1"), None));
        assert_eq!(said("0,.0", "5"), (scale("1"), None));
        assert_eq!(said("#,##0,, \"លានរៀល\"", "5"), (scale("1"), Some("KHR")));
        assert_eq!(
            said("#,##0 \"លានរៀល\"", "5"),
            (scale("1000000"), Some("KHR"))
        );
        assert_eq!(said("#,##0, \"million\"", "5"), (scale("1000"), None));
        assert_eq!(said("[$$-409]#,##0.00", "5"), (None, Some("USD")));
        assert_eq!(said("\"$\"#,##0", "5"), (None, Some("USD")));
        assert_eq!(said("$#,##0", "5"), (None, Some("USD")));
        assert_eq!(said("#,##0[$៛-453]", "5"), (None, Some("KHR")));
        assert_eq!(said("[$USD] #,##0", "5"), (None, Some("USD")));
        let conditional = "[>=1000000]0.0,,\\M;[>=1000]0.0,\\K;0";
        assert_eq!(said(conditional, "5"), (None, None));
        assert_eq!(said(conditional, "5000"), (scale("1"), None));
    }

    #[test]
    fn a_format_shows_zeros_shares_and_nothing() {
        let zeros = |code: &str, number: &str| {
            let format = NumberFormat::of(code)?;
            format.with_zeros(decimal(number))
        };
        assert_eq!(zeros("0000", "102").as_deref(), Some("0102"));
        assert_eq!(zeros("0000", "10203"), None);
        assert_eq!(zeros("000000", "0").as_deref(), Some("000000"));
        assert_eq!(zeros("0000", "1.5"), None);
        assert_eq!(zeros("00.0", "1"), None);
        let section = |code: &str, number: &str| {
            let format = NumberFormat::of(code).expect("it differs");
            format.section_of(decimal(number)).clone()
        };
        assert!(section("0.0%", "1").is_percent);
        for number in ["1", "0", "-1"] {
            assert!(section(";;;", number).is_empty);
        }
        assert!(section("[>0];[<0];[=0];", "1").is_empty);
        // Only zeros are hidden.
        assert!(!section("#,##0;-#,##0;", "1").is_empty);
        assert!(section("#,##0;-#,##0;", "0").is_empty);
    }
}
