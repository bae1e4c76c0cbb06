//! Marks within lines: emphasis beside Khmer words, and links.
//!
//! CommonMark asks of `**` that it stand at the edge of a word, and takes a letter behind `។**` for the
//! inside of one. Khmer is written without spaces between words, so there a mark between a sign of
//! punctuation and a letter is at the edge of both, as CommonMark's own discussion of such scripts
//! proposes. The parser is told by a sign that it takes for punctuation.

use super::spaces::{self, is_typed};
use super::{Change, EDGE};

pub(super) fn changes(source: &str, changes: &mut Vec<Change>) {
    let bytes = source.as_bytes();
    let mut edge = [0; 4];
    let has_edges = memchr::memmem::find(bytes, EDGE.encode_utf8(&mut edge).as_bytes()).is_some();
    let mut passed = 0;
    let marks = memchr::memchr3_iter(b'*', b'_', b']', bytes);
    for at in marks {
        if at < passed {
            continue;
        }
        passed = match bytes[at] {
            b']' => link(source, at, changes),
            sign => run(source, at, sign, has_edges, changes),
        };
    }
    let mut passed = 0;
    for at in memchr::memchr_iter(b'~', bytes) {
        if at >= passed {
            passed = run(source, at, b'~', has_edges, changes);
        }
    }
}

/// A run of marks that begins here; its end.
fn run(source: &str, start: usize, sign: u8, has_edges: bool, changes: &mut Vec<Change>) -> usize {
    let rest = &source.as_bytes()[start..];
    let length = rest.iter().take_while(|byte| **byte == sign).count();
    let end = start + length;
    let before = source[..start]
        .chars()
        .next_back()
        .map_or(Side::Space, Side::of);
    let after = source[end..].chars().next().map_or(Side::Space, Side::of);
    if source[..start].ends_with('\\') {
        return end;
    }
    if sign == b'*' && before.is_digit() && after.is_digit() {
        // `5*3*2` multiplies.
        for at in start..end {
            changes.push(Change::new(at..at, "\\"));
        }
        return end;
    }
    let is_khmer = before.is_khmer() || after.is_khmer();
    if has_edges || !is_khmer || length > 3 || sign != b'*' && length != 2 {
        return end;
    }
    let (begins, ends) = match sign {
        // Within a word `_` is no mark, but no Khmer word holds two of them.
        b'_' => (before.is_word(), after.is_word()),
        _ => (
            before.is_word() && after.is_sign(),
            before.is_sign() && after.is_word(),
        ),
    };
    let edge = || EDGE.to_string();
    if begins {
        changes.push(Change::new(start..start, edge()));
    }
    if ends {
        changes.push(Change::new(end..end, edge()));
    }
    end
}

/// What stands beside a mark.
#[derive(Clone, Copy)]
enum Side {
    Space,
    Letter(char),
    Sign(char),
}

impl Side {
    fn of(c: char) -> Side {
        let is_khmer_mark = matches!(c, '\u{17B4}'..='\u{17D3}' | '\u{17DD}');
        match c {
            _ if c.is_whitespace() => Side::Space,
            _ if c.is_alphanumeric() || is_khmer_mark || is_typed(c) => Side::Letter(c),
            _ => Side::Sign(c),
        }
    }

    fn is_word(self) -> bool {
        matches!(self, Side::Letter(_))
    }

    fn is_sign(self) -> bool {
        matches!(self, Side::Sign(_))
    }

    fn is_digit(self) -> bool {
        matches!(self, Side::Letter('0'..='9' | '០'..='៩'))
    }

    /// U+200B stands between Khmer words.
    fn is_khmer(self) -> bool {
        let (Side::Letter(c) | Side::Sign(c)) = self else {
            return false;
        };
        matches!(c, '\u{1780}'..='\u{17FF}' | '\u{19E0}'..='\u{19FF}' | '\u{200B}')
    }
}

/// What follows the words of a link: spaces that belong to nothing, and the marks around its title. How
/// far it was read.
fn link(source: &str, at: usize, changes: &mut Vec<Change>) -> usize {
    let begin = at + 1;
    let rest = &source[begin..];
    let white = rest.len() - rest.trim_start_matches(is_typed).len();
    let open = begin + white;
    match source.as_bytes().get(open) {
        Some(b'(') => {}
        Some(b'[') if white > 0 => {
            changes.push(Change::new(begin..open, ""));
            return open;
        }
        _ => return begin,
    }
    if white > 0 {
        changes.push(Change::new(begin..open, ""));
    }
    let line = &source[open + 1..];
    let line = line
        .get(..line.len().min(LONGEST_ADDRESS))
        .unwrap_or_else(|| {
            let mut end = LONGEST_ADDRESS;
            while !line.is_char_boundary(end) {
                end -= 1;
            }
            &line[..end]
        });
    let Some(length) = memchr::memchr3(b')', b'\n', b'\r', line.as_bytes()) else {
        return open + 1;
    };
    if !line[length..].starts_with(')') {
        return open + 1;
    }
    inside(source, open + 1, &line[..length], changes);
    open + 1 + length
}

/// How far the end of an address is looked for.
const LONGEST_ADDRESS: usize = 2048;

/// Between the parentheses: spaces at the ends and before the title, and the quotation marks around it.
fn inside(source: &str, start: usize, inner: &str, changes: &mut Vec<Change>) {
    let first = spaces::leading(inner);
    let last = spaces::trailing(inner).min(inner.len() - first);
    let mut space = |at: usize, end: usize| {
        if source[at..end].contains(is_typed) {
            changes.push(Change::new(at..end, " "));
        }
    };
    space(start, start + first);
    space(start + inner.len() - last, start + inner.len());
    let bare = &inner[first..inner.len() - last];
    const OPENING: [char; 7] = ['“', '”', '„', '«', '"', '\'', '‘'];
    let Some(opens) = bare.find(OPENING) else {
        return;
    };
    let begin = start + first + opens;
    let gap = spaces::trailing(&bare[..opens]);
    space(begin - gap, begin);
    let title = &bare[opens..];
    let mut ends = title.chars();
    let (open, close) = (ends.next(), ends.next_back());
    let are_curly = matches!(
        (open, close),
        (Some('“' | '”' | '„'), Some('“' | '”')) | (Some('«'), Some('»')) | (Some('‘'), Some('’'))
    );
    if gap > 0 && are_curly && !title.contains('"') {
        for sign in [open, close].into_iter().flatten().enumerate() {
            let (index, sign) = sign;
            let at = match index {
                0 => begin,
                _ => begin + title.len() - sign.len_utf8(),
            };
            changes.push(Change::new(at..at + sign.len_utf8(), "\""));
        }
    }
}
