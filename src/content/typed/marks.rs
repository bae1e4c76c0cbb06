//! The marks of lists, as Khmer writers and word processors type them: the beginning of a line → its mark,
//! its number, and how Markdown writes it.

use super::spaces;

/// What an item begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::content) struct Mark<'text> {
    /// As it was typed, without the spaces around it.
    pub text: &'text str,
    pub kind: Kind,
    /// Of a mark that counts.
    pub number: Option<u64>,
}

/// Marks of one kind make one list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::content) enum Kind {
    /// One of Markdown's own, or a point: the theme says how it looks.
    Point,
    /// `✓`, `–`: it is shown as it was typed.
    Sign(char),
    /// `1.`, `1)`: the page's language says which digits are shown.
    Number,
    /// `១.`
    Khmer,
    /// `ក.`, `(១)`, `១-`: shown as it was typed.
    Written(Numerals, Around),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::content) enum Numerals {
    Latin,
    Khmer,
    /// Consonants in the order of the alphabet.
    Letters,
}

/// What stands around a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::content) enum Around {
    Parentheses,
    Before(char),
}

/// A line without the marks of lists, quotes and definitions that it begins with.
pub(in crate::content) fn without(line: &str) -> &str {
    let mut rest = line;
    for _ in 0..MOST {
        rest = rest.trim_start_matches(|c| spaces::is_space(c) || c == '>');
        match Mark::of(rest) {
            Some(mark) => rest = &rest[mark.text.len()..],
            None => break,
        }
    }
    rest
}

/// How many marks a line begins with at most; what stands deeper is refused.
pub(super) const MOST: usize = 100;

/// Points of any form, those among them that Word keeps in its own fonts.
const POINTS: &str = "•·∙●○◦▪▫■□◆◇‣⁃\u{F0B7}\u{F0A7}\u{F0A8}\u{F076}\u{F06E}\u{F0D8}";

/// Signs that say something by themselves.
const SIGNS: &str = "–—―−－➢➤►▶✓✔☑☐✗✘★☆❖→⇒";

/// What Word's points become where a list is copied as plain text; always before a tab.
const POINTS_BEFORE_TAB: &str = "o§Øüvqq";

/// How many digits a number may have that has no full stop or parenthesis behind it: longer ones are years.
const FEW: usize = 2;

impl<'text> Mark<'text> {
    /// The mark at the beginning of a line, before a space or the line's end.
    pub(in crate::content) fn of(line: &'text str) -> Option<Mark<'text>> {
        let mark = Mark::glued(line)?;
        let rest = &line[mark.text.len()..];
        let ends = rest
            .chars()
            .next()
            .is_none_or(|c| spaces::is_space(c) || matches!(c, '\r' | '\n'));
        ends.then_some(mark)
    }

    /// The mark at the beginning of a line, whatever follows.
    pub(in crate::content) fn glued(line: &'text str) -> Option<Mark<'text>> {
        let first = line.chars().next()?;
        let of_one = |kind| {
            Some(Mark {
                text: &line[..first.len_utf8()],
                kind,
                number: None,
            })
        };
        match first {
            '-' | '*' | '+' => of_one(Kind::Point),
            '0'..='9' | '០'..='៩' | 'ក'..='អ' | '(' => counted(line),
            _ if first.is_ascii() || POINTS_BEFORE_TAB.contains(first) => {
                let has_tab = line[first.len_utf8()..].starts_with('\t');
                match has_tab && POINTS_BEFORE_TAB.contains(first) {
                    true => of_one(Kind::Point),
                    false => None,
                }
            }
            _ if POINTS.contains(first) => of_one(Kind::Point),
            _ if SIGNS.contains(first) => of_one(Kind::Sign(first)),
            _ => None,
        }
    }

    /// Whether the parser knows it as it is.
    pub(super) fn is_plain(&self) -> bool {
        match self.kind {
            Kind::Number => true,
            Kind::Point => matches!(self.text, "-" | "*" | "+"),
            _ => false,
        }
    }

    /// How Markdown writes it: marks of different kinds rarely alike, so that the parser takes lists apart.
    pub(super) fn in_markdown(&self) -> String {
        match (self.kind, self.number) {
            (_, None) if self.is_plain() => self.text.to_owned(),
            (_, None) => "+".to_owned(),
            (Kind::Number, Some(_)) => self.text.to_owned(),
            (
                Kind::Written(Numerals::Letters, _) | Kind::Written(_, Around::Before(')')),
                Some(number),
            ) => {
                format!("{number})")
            }
            (_, Some(number)) => format!("{number}."),
        }
    }
}

fn counted(line: &str) -> Option<Mark<'_>> {
    let open = usize::from(line.starts_with('('));
    let inner = &line[open..];
    let (length, digits, numerals, number) = numeral(inner)?;
    let sign = inner[length..].chars().next()?;
    let around = match (open, sign) {
        (1, ')') => Around::Parentheses,
        (0, '.' | ')' | '៖' | '-' | '/') => Around::Before(sign),
        _ => return None,
    };
    let is_short = matches!(around, Around::Before('.' | ')')) || digits <= FEW;
    let kind = match (numerals, around) {
        (Numerals::Latin, Around::Before('.' | ')')) => Kind::Number,
        (Numerals::Latin, Around::Before(_)) => return None,
        (Numerals::Khmer, Around::Before('.')) => Kind::Khmer,
        _ => Kind::Written(numerals, around),
    };
    is_short.then(|| Mark {
        text: &line[..open + length + sign.len_utf8()],
        kind,
        number: Some(number),
    })
}

/// Its bytes, how many digits it has, and its number.
fn numeral(text: &str) -> Option<(usize, usize, Numerals, u64)> {
    let first = text.chars().next()?;
    if let Some(number) = place_in_the_alphabet(first) {
        return Some((first.len_utf8(), 1, Numerals::Letters, number));
    }
    let (zero, numerals) = match first {
        '0'..='9' => ('0', Numerals::Latin),
        '០'..='៩' => ('០', Numerals::Khmer),
        _ => return None,
    };
    let mut number = 0;
    let mut digits = 0;
    for digit in text.chars() {
        let Some(value) = u64::from(digit)
            .checked_sub(u64::from(zero))
            .filter(|value| *value < 10)
        else {
            break;
        };
        number = number * 10 + value;
        digits += 1;
        // The parser counts no further.
        if digits > 9 {
            return None;
        }
    }
    Some((digits * first.len_utf8(), digits, numerals, number))
}

/// From 1, of the 33 consonants that are written today.
fn place_in_the_alphabet(letter: char) -> Option<u64> {
    if !matches!(letter, 'ក'..='អ') || matches!(letter, 'ឝ' | 'ឞ') {
        return None;
    }
    let place = u64::from(letter) - u64::from('ក') + 1;
    // Two letters before `ស` are written in Sanskrit only.
    Some(if letter >= 'ស' { place - 2 } else { place })
}
