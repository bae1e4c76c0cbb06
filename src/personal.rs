//! A text → the numbers and addresses in it by which somebody can be found: mobile numbers, numbers of
//! identity cards, passports and bank accounts, addresses for mail.
//!
//! It knows how such numbers look in Cambodia and what stands before them, and nothing of files. An
//! amount, a date, a code, the number of a book or of a law is none of them: a number of nobody's that is
//! told costs more trust than it saves, so what is doubtful is not told. Whether somebody wants it to be
//! known is not known here.

mod phone;

use crate::diagnostic::Place;
use crate::khmer::number::to_latin_digits;
use phone::{Country, Phone};
use std::ops::Range;

/// What is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    Phone,
    IdentityCard,
    Passport,
    BankAccount,
    Email,
    /// A person or an organisation that a document names without showing it.
    Author,
    LastEditor,
    Company,
    /// The name of somebody's folder or computer.
    Path,
    /// What a sound says that nobody hears.
    Notes,
    Comments,
    Changes,
    Hidden,
    /// Where a picture was taken.
    Position,
    /// A document that nobody can look into.
    Closed,
    /// One whose words nobody can read.
    Unread,
    /// Text in the colour of the paper, or so small that nobody sees it.
    Unseen,
}

/// Something that somebody may not want to be known, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    pub what: What,
    /// As it stands there.
    pub read: String,
    /// The same for all ways to write it.
    pub key: String,
    pub place: Place,
}

impl Sighting {
    pub fn new(what: What, read: &str, place: Place) -> Sighting {
        Sighting {
            what,
            read: read.to_owned(),
            key: key(read),
            place,
        }
    }
}

/// What is seen in a text; `place` knows where a range of its bytes stands.
pub fn sightings(text: &str, place: impl Fn(Range<usize>) -> Place) -> Vec<Sighting> {
    let mut found = Vec::new();
    look(text, |what, range| {
        found.push(Sighting::new(what, &text[range.clone()], place(range)));
    });
    found
}

/// What is the same in all ways to write a number or an address: a number's digits behind the zero or the
/// code of the country, and else small letters.
pub fn key(read: &str) -> String {
    let read = read.trim();
    if read.contains('@') {
        return read.to_lowercase();
    }
    let latin = to_latin_digits(read);
    let digits: String = latin.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < 6 {
        return read.to_owned();
    }
    match Phone::of(&digits) {
        Some(phone) => phone.national,
        None => digits,
    }
}

/// The longest that a number stands behind the word that says what it is, in characters.
const NEAR: usize = 24;

/// What is said before a number, or above a column of them, in small letters.
const WORDS: &[(&str, What)] = &[
    ("ទូរស័ព្ទ", What::Phone),
    ("ទូរសព្ទ", What::Phone),
    ("ទូរស័ព្ធ", What::Phone),
    ("telephone", What::Phone),
    ("phone", What::Phone),
    ("mobile", What::Phone),
    ("whatsapp", What::Phone),
    ("អត្តសញ្ញាណ", What::IdentityCard),
    ("identity card", What::IdentityCard),
    ("identity no", What::IdentityCard),
    ("id card", What::IdentityCard),
    ("national id", What::IdentityCard),
    ("លិខិតឆ្លងដែន", What::Passport),
    ("passport", What::Passport),
    ("លេខគណនី", What::BankAccount),
    ("គណនីធនាគារ", What::BankAccount),
    ("bank account", What::BankAccount),
    ("account number", What::BankAccount),
    ("account no", What::BankAccount),
    ("a/c no", What::BankAccount),
    // As people write it, the bank's name in place of the word for a number.
    ("គណនី aba", What::BankAccount),
    ("គណនីaba", What::BankAccount),
    ("aba account", What::BankAccount),
    ("គណនី acleda", What::BankAccount),
    ("គណនីអេស៊ីលីដា", What::BankAccount),
    ("acleda account", What::BankAccount),
    ("គណនី wing", What::BankAccount),
    ("គណនីវីង", What::BankAccount),
    ("wing account", What::BankAccount),
];

/// What a column of a table announces by its name.
pub fn announced(header: &str) -> Option<What> {
    let header = plain(header);
    last_word(&header).map(|(_, what)| what)
}

/// The number in a cell of a column that announces such numbers.
pub fn is_announced(what: What, cell: &str) -> bool {
    let digits: String = to_latin_digits(cell);
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    match what {
        // Spreadsheets take the zero before a number away.
        What::Phone => {
            Phone::of(&digits).is_some()
                || matches!(digits.len(), 8 | 9) && Phone::of(&format!("0{digits}")).is_some()
        }
        What::IdentityCard => digits.len() == 9,
        What::Passport => matches!(digits.len(), 7 | 8),
        What::BankAccount => (8..=18).contains(&digits.len()),
        _ => false,
    }
}

/// In small letters, without what only helps lines to break.
fn plain(text: &str) -> String {
    let shown = text
        .chars()
        .filter(|c| !matches!(c, '\u{200b}' | '\u{200c}' | '\u{2060}'));
    shown.flat_map(char::to_lowercase).collect()
}

/// The last of the words in a text, and where it ends.
fn last_word(plain: &str) -> Option<(usize, What)> {
    let ends = WORDS.iter().filter_map(|(word, what)| {
        let at = plain.rfind(word)?;
        Some((at + word.len(), *what))
    });
    ends.max_by_key(|(end, _)| *end)
}

/// Looks at each number and address of a text, in their order.
pub fn look(text: &str, mut found: impl FnMut(What, Range<usize>)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    // Where the last number of somebody's ended.
    let mut last = None;
    while let Some(sign) = next_sign(bytes, at) {
        if bytes[sign] == b'@' {
            let range = address_around(text, sign);
            at = range.as_ref().map_or(sign + 1, |range| range.end);
            if let Some(range) = range {
                found(What::Email, range);
            }
            continue;
        }
        // The first byte of the digit, if it is one.
        let start = match bytes[sign] {
            b'0'..=b'9' => sign,
            _ => sign.saturating_sub(2).max(at),
        };
        if digit(&bytes[start..]).is_none() {
            at = sign + 1;
            continue;
        }
        let chain = Chain::at(text, start);
        at = chain.end();
        for (what, range) in chain.numbers(text, &mut last) {
            found(what, range);
        }
    }
}

/// Where the next byte stands by which a number or an address is found: `@`, a Latin digit, or the last one of a
/// Khmer digit. Most bytes of a text are none, so they are gone through many at a time.
fn next_sign(bytes: &[u8], from: usize) -> Option<usize> {
    const AT_A_TIME: usize = 32;
    let before = |at: usize| at.checked_sub(1).map_or(0, |before| bytes[before]);
    let mut at = from;
    if at == 0 {
        if tells(0, *bytes.first()?) {
            return Some(0);
        }
        at = 1;
    }
    while let Some(these) = bytes.get(at..at + AT_A_TIME) {
        let those_before = &bytes[at - 1..at - 1 + AT_A_TIME];
        let pairs = those_before.iter().zip(these);
        // Without a branch, so that all are compared at once.
        if pairs.fold(false, |any, (before, byte)| any | tells(*before, *byte)) {
            break;
        }
        at += AT_A_TIME;
    }
    (at..bytes.len()).find(|at| tells(before(*at), bytes[*at]))
}

/// Whether a byte behind another tells of a digit or an address.
fn tells(before: u8, byte: u8) -> bool {
    let is_latin = byte.wrapping_sub(b'0') < 10;
    let is_khmer = (before == 0x9f) & (byte.wrapping_sub(0xa0) < 10);
    is_latin | is_khmer | (byte == b'@')
}

/// The digit, Latin or Khmer, with which bytes begin, and how many of them it is.
fn digit(bytes: &[u8]) -> Option<(u8, usize)> {
    match bytes {
        [digit @ b'0'..=b'9', ..] => Some((*digit, 1)),
        [0xe1, 0x9f, last @ 0xa0..=0xa9, ..] => Some((*last - 0xa0 + b'0', 3)),
        _ => None,
    }
}

/// Groups of digits with little between them.
struct Chain {
    groups: Vec<Group>,
}

struct Group {
    range: Range<usize>,
    digits: String,
}

/// A chain of more digits is a table, and the numbers of nobody.
const MOST_GROUPS: usize = 24;
/// None of our numbers has fewer digits.
const FEWEST: usize = 7;
/// A longer group is none of our numbers.
const LONGEST: usize = 24;

impl Chain {
    fn at(text: &str, start: usize) -> Chain {
        let bytes = text.as_bytes();
        let mut groups = Vec::new();
        let mut at = start;
        loop {
            let begin = at;
            let mut digits = String::new();
            while let Some((own, length)) = digit(&bytes[at..]) {
                if digits.len() < LONGEST {
                    digits.push(char::from(own));
                }
                at += length;
            }
            groups.push(Group {
                range: begin..at,
                digits,
            });
            let between = between(&text[at..]);
            match between {
                Some(length) if groups.len() < MOST_GROUPS => at += length,
                _ => return Chain { groups },
            }
        }
    }

    fn end(&self) -> usize {
        self.groups.last().map_or(0, |group| group.range.end)
    }

    /// The numbers of somebody in it.
    fn numbers(&self, text: &str, last: &mut Option<usize>) -> Vec<(What, Range<usize>)> {
        let mut found = Vec::new();
        let mut at = 0;
        // Most numbers are days, years and amounts: what stands before them is not looked at.
        while self.digits_from(at) >= FEWEST {
            match self.number_at(text, at, *last) {
                Some((what, groups, begin)) => {
                    let end = self.groups[at + groups - 1].range.end;
                    found.push((what, begin..end));
                    *last = Some(end);
                    at += groups;
                }
                None => at += 1,
            }
        }
        found
    }

    fn digits_from(&self, at: usize) -> usize {
        let groups = self.groups.iter().skip(at);
        groups.map(|group| group.digits.len()).sum()
    }

    /// The number that begins with a group: what it is, how many groups it has, where it begins.
    fn number_at(
        &self,
        text: &str,
        at: usize,
        last: Option<usize>,
    ) -> Option<(What, usize, usize)> {
        let start = self.groups[at].range.start;
        let before = Before::of(text, start);
        if before.is_book() {
            return None;
        }
        self.named_at(text, at, &before)
            .or_else(|| self.phone_at(text, at, &before, last))
    }

    /// A number behind a word that says what it is.
    fn named_at(&self, text: &str, at: usize, before: &Before<'_>) -> Option<(What, usize, usize)> {
        let what = before.named()?;
        let start = self.groups[at].range.start;
        let digits = self.groups[at..].iter().map(|group| group.digits.len());
        let all: usize = digits.sum();
        let groups = self.groups.len() - at;
        let is_ours = match what {
            What::IdentityCard => all == 9 && before.stands_alone(),
            What::BankAccount => (8..=18).contains(&all) && before.stands_alone(),
            // `N` and seven or eight digits.
            What::Passport => matches!(all, 7 | 8) && before.letter() == Some('n'),
            _ => false,
        };
        let is_whole = !is_amount(&text[self.end()..]);
        let begin = match what {
            What::Passport => start - (before.text.len() - before.without_letter().len()),
            _ => start,
        };
        (is_ours && is_whole).then_some((what, groups, begin))
    }

    /// A mobile number.
    fn phone_at(
        &self,
        text: &str,
        at: usize,
        before: &Before<'_>,
        last: Option<usize>,
    ) -> Option<(What, usize, usize)> {
        let start = self.groups[at].range.start;
        let is_international = before.text.ends_with('+');
        let is_link = before.is_link();
        let is_called = before.named() == Some(What::Phone);
        let follows = last.is_some_and(|end| text[end..start].trim_matches(' ') == "/");
        // Within the chain, what stands before is a sign between groups.
        let is_behind = last.is_some_and(|end| at > 0 && end == self.groups[at - 1].range.end);
        let is_free = match at {
            0 => is_international || is_link || follows || before.stands_alone(),
            _ => is_behind || before.text.ends_with([' ', '\u{a0}', '(', '+']),
        };
        if !is_free {
            return None;
        }
        let mut digits = String::new();
        let mut found = None;
        for (count, group) in self.groups[at..].iter().enumerate() {
            digits.push_str(&group.digits);
            if digits.len() > 15 {
                break;
            }
            let own = &self.groups[at..=at + count];
            let Some(phone) = Phone::of(&digits) else {
                continue;
            };
            let may_be = match phone.country {
                Country::Unsaid => grouped_from_zero(own, before.text.ends_with('(')),
                Country::Plain if is_international || is_link || is_called => true,
                // 855 million and something is no number of somebody's.
                Country::Plain => own.get(1).is_some_and(|second| {
                    second.digits.len() == 2 || second.digits.starts_with('0')
                }),
                Country::Dialled => true,
            };
            if may_be && self.may_end_at(text, at + count, is_called) {
                found = Some(count + 1);
            }
        }
        let begin = start - usize::from(is_international);
        found.map(|groups| (What::Phone, groups, begin))
    }

    /// Whether a number may end with a group: what follows is no part of it.
    fn may_end_at(&self, text: &str, at: usize, is_called: bool) -> bool {
        match self.groups.get(at + 1) {
            // More digits behind it are another number, or it is a row of figures.
            Some(next) => {
                is_called || next.digits.starts_with('0') || next.digits.starts_with("855")
            }
            None => {
                let rest = &text[self.groups[at].range.end..];
                !is_amount(rest) && !goes_on(rest)
            }
        }
    }
}

/// Whether groups are those of a number that begins with its zero: three digits or all that stand before
/// the next sign, and none alone.
fn grouped_from_zero(groups: &[Group], is_in_brackets: bool) -> bool {
    let lengths: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
    match *lengths.as_slice() {
        [_] => true,
        // `(0)12 345 678`
        [1, 2, ..] => is_in_brackets && lengths[2..].iter().all(|length| (2..=7).contains(length)),
        [first, ..] if first > 2 => {
            let is_list = groups.len() > 2
                && groups.iter().all(|group| group.digits.starts_with('0'))
                && lengths.iter().all(|length| *length == 3);
            !is_list && lengths[1..].iter().all(|length| (2..=7).contains(length))
        }
        _ => false,
    }
}

/// How long the sign between two groups of one number is: a space, a hyphen, a dot, or a bracket.
fn between(rest: &str) -> Option<usize> {
    let mut length = 0;
    let mut signs = 0;
    for letter in rest.chars() {
        let is_sign = matches!(
            letter,
            ' ' | '\u{a0}'
                | '\u{202f}'
                | '\u{2009}'
                | '-'
                | '\u{2010}'
                | '\u{2011}'
                | '–'
                | '.'
                | '('
                | ')'
        );
        match letter {
            '\u{200b}' | '\u{2060}' => {}
            _ if is_sign => signs += 1,
            _ => break,
        }
        if signs > 2 {
            return None;
        }
        length += letter.len_utf8();
    }
    (length > 0 && digit(&rest.as_bytes()[length..]).is_some()).then_some(length)
}

/// Whether a number goes on in another way than ours do: letters, decimals, the number of a year.
fn goes_on(rest: &str) -> bool {
    let mut letters = rest.chars();
    match letters.next() {
        Some('_' | '%' | '=') => true,
        Some(letter) if letter.is_ascii_alphanumeric() => true,
        Some(',' | ':') => letters.next().is_some_and(char::is_numeric),
        Some('/') => letters.next().is_some_and(|next| {
            next.is_ascii_alphabetic() || next.is_numeric() && !matches!(next, '0' | '០')
        }),
        _ => false,
    }
}

/// Whether money or a share is counted.
fn is_amount(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\u{a0}', '\u{200b}']);
    [
        "៛",
        "រៀល",
        "លានរៀល",
        "%",
        "ភាគរយ",
        "riel",
        "KHR",
        "USD",
        "ដុល្លារ",
    ]
    .iter()
    .any(|unit| rest.starts_with(unit))
}

/// What stands on the line before a number.
struct Before<'text> {
    text: &'text str,
}

impl<'text> Before<'text> {
    fn of(text: &'text str, start: usize) -> Before<'text> {
        // As much as anybody asks for.
        let mut from = start.saturating_sub(NEAR * 8);
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        let text = &text[from..start];
        let line = text.rfind('\n').map_or(0, |at| at + 1);
        Before {
            text: &text[line..],
        }
    }

    /// What the number is called, if that is said shortly before it, and no other number between.
    fn named(&self) -> Option<What> {
        let plain = plain(self.text);
        let (end, what) = last_word(&plain)?;
        let rest = &plain[end..];
        let is_near = rest.chars().count() <= NEAR && !rest.chars().any(char::is_numeric);
        is_near.then_some(what)
    }

    /// Whether it is the number of a book or a journal.
    fn is_book(&self) -> bool {
        let plain = plain(self.text);
        let near = plain.chars().rev().take(12).collect::<String>();
        ["nbsi", "nssi", "iod"]
            .iter()
            .any(|name| near.contains(name))
    }

    /// Whether a link that calls or writes to somebody ends here.
    fn is_link(&self) -> bool {
        let plain = plain(self.text);
        let plain = plain.trim_end_matches('+').trim_end_matches("%2b");
        [
            "tel:",
            "sms:",
            "wa.me/",
            "t.me/",
            "send?phone=",
            "chat?number=",
            "callto:",
        ]
        .iter()
        .any(|link| plain.ends_with(link))
    }

    /// Whether no letter and no sign stands before it of which it would be a part.
    fn stands_alone(&self) -> bool {
        let mut letters = self.text.chars().rev();
        match letters.next() {
            None => true,
            Some('-') => !letters.next().is_some_and(char::is_alphanumeric),
            Some('_' | '/' | '\\' | '#' | '=' | '&' | '$' | '.' | ',' | '%' | '៛') => false,
            Some('+') => false,
            // Khmer is written without spaces.
            Some(letter) => !letter.is_ascii_alphanumeric(),
        }
    }

    /// The letter that stands alone right before it.
    fn letter(&self) -> Option<char> {
        let mut letters = self.text.trim_end().chars().rev();
        let letter = letters.next().filter(char::is_ascii_alphabetic)?;
        let is_alone = letters
            .next()
            .is_none_or(|other| !other.is_ascii_alphanumeric());
        is_alone.then_some(letter.to_ascii_lowercase())
    }

    fn without_letter(&self) -> &str {
        let text = self.text.trim_end();
        let letter = text.chars().next_back().map_or(0, char::len_utf8);
        &text[..text.len() - letter]
    }
}

/// The companies whose addresses people have for themselves.
const OF_PEOPLE: &[&str] = &[
    "aol.com",
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "mail.com",
    "me.com",
    "msn.com",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "yahoo.com",
    "ymail.com",
];

/// The address of a person around an `@`.
fn address_around(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let is_of_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
    let before = bytes[..at]
        .iter()
        .rev()
        .take(64)
        .take_while(|byte| is_of_name(byte));
    let start = at - before.count();
    let domain = bytes[at + 1..].iter().take(64);
    let is_of_domain = |byte: &&u8| byte.is_ascii_alphanumeric() || b".-".contains(byte);
    let end = at + 1 + domain.take_while(is_of_domain).count();
    let domain = text[at + 1..end]
        .trim_end_matches(['.', '-'])
        .to_ascii_lowercase();
    let name = text[start..at].trim_start_matches(['.', '-', '%', '+']);
    let start = at - name.len();
    let is_ours = !name.is_empty() && OF_PEOPLE.binary_search(&domain.as_str()).is_ok();
    is_ours.then_some(start..at + 1 + domain.len())
}

#[cfg(test)]
mod tests;
