//! The beginning of a line → the number or letter that counts it, of kinds that make no list.
//!
//! `១.១`, `a.`, `(b)`, `១។` and `1-` count points of a text. Markdown would set such lines in a row; who
//! counts them wants each on a line of its own.

use super::is_space;

/// How a line is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// `១.១`, `1.2.3)`
    Steps,
    /// `a.`, `b)`, `(c)`
    Letter(u8),
    /// `១។`, `1-`
    Number,
}

impl Counted {
    pub(super) fn of(line: &str) -> Option<Counted> {
        let first = *line.as_bytes().first()?;
        match first {
            b'(' | b'a'..=b'z' | b'A'..=b'Z' => letter(line),
            b'0'..=b'9' | 0xE1 => number(line),
            _ => None,
        }
    }

    /// Whether a line goes on where the one above it, counted so, was.
    pub(super) fn goes_on(self, above: Counted) -> bool {
        match (above, self) {
            (Counted::Letter(above), Counted::Letter(own)) => above.checked_add(1) == Some(own),
            (above, own) => above == own,
        }
    }
}

fn letter(line: &str) -> Option<Counted> {
    let (letter, rest) = match line.as_bytes() {
        [b'(', letter, b')', ..] => (*letter, &line[3..]),
        [letter, b'.' | b')', ..] => (*letter, &line[2..]),
        _ => return None,
    };
    (letter.is_ascii_alphabetic() && rest.starts_with(is_space)).then_some(Counted::Letter(letter))
}

fn number(line: &str) -> Option<Counted> {
    let rest = behind_digits(line)?;
    if let Some(rest) = rest.strip_prefix(['។', '-', '–']) {
        return rest.starts_with(is_space).then_some(Counted::Number);
    }
    let mut rest = behind_digits(rest.strip_prefix('.')?)?;
    for _ in 0..DEEPEST {
        match rest.strip_prefix('.').and_then(behind_digits) {
            Some(behind) => rest = behind,
            None => break,
        }
    }
    let rest = rest.strip_prefix(['.', ')', '៖']).unwrap_or(rest);
    rest.starts_with(is_space).then_some(Counted::Steps)
}

/// `១.១.១.១`
const DEEPEST: usize = 2;

/// What stands behind one or two digits, Khmer or Latin.
fn behind_digits(line: &str) -> Option<&str> {
    let is_digit = |c: char| matches!(c, '0'..='9' | '០'..='៩');
    let rest = line.trim_start_matches(is_digit);
    let count = line[..line.len() - rest.len()].chars().count();
    (1..=2).contains(&count).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_points_are_told_from_amounts_dates_and_words() {
        for (line, expected) in [
            ("១.១ ទឹក", Some(Counted::Steps)),
            ("1.2.3) ទឹក", Some(Counted::Steps)),
            ("១.១៖ ទឹក", Some(Counted::Steps)),
            ("១.១\u{200B}ទឹក", Some(Counted::Steps)),
            ("១។ ទឹក", Some(Counted::Number)),
            ("12- ទឹក", Some(Counted::Number)),
            ("a. ទឹក", Some(Counted::Letter(b'a'))),
            ("(B) ទឹក", Some(Counted::Letter(b'B'))),
            ("១.១", None),
            ("១.១ទឹក", None),
            ("1.250 រៀល", None),
            ("2026-11-29 ទឹក", None),
            ("១-២ ធ្នូ", None),
            ("ទឹក។ ដី", None),
            ("(ក) ទឹក", None),
            ("a ទឹក", None),
            ("e.g. ទឹក", None),
        ] {
            assert_eq!(Counted::of(line), expected, "{line}");
        }
    }
}
