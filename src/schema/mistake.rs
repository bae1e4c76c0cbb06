//! What is no TOML → what is wrong with it, told by the text that stands there.
//!
//! The reader says where it stumbled; its reason is English, and for programmers, so nobody is told it.
//! What authors often do is recognised here from their text alone.

use super::typed::is_like_a_number;
use crate::diagnostic::codes::files as words;
use crate::diagnostic::{Diagnostic, Place, diagnostic};
use crate::khmer::truncate_clusters;
use std::ops::Range;

/// How much of a wrong value a message shows, in clusters of letters.
const SHOWN: usize = 30;

/// Quotation marks that TOML does not know, of three bytes each.
const CURLY: [char; 6] = ['“', '”', '„', '‘', '’', '‚'];

/// What is wrong with what stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    BadEscape,
    BadHeading,
    BadKey,
    BracketUnclosed,
    CommaMissing,
    MoreOnTheLine,
    NotQuoted,
    NoSign,
    NoValue,
    QuoteUnclosed,
    RepeatedKey,
    RepeatedTable,
    TwoSettings,
    UnreadableValue,
    /// Nothing that is known here.
    Unknown,
}

impl Mistake {
    /// What is wrong with a line of which nothing more is known.
    pub(super) fn of_a_whole_line(line: &str) -> Mistake {
        Mistake {
            fault: Fault::Unknown,
            at: 0..line.len(),
            read: None,
        }
    }

    pub(super) fn is_known(&self) -> bool {
        self.fault != Fault::Unknown
    }

    /// The mistake as it is told where something else was written, which means the same.
    pub(super) fn told_of(self, place: Place, written: &str) -> Diagnostic {
        match (self.fault, &self.read) {
            (Fault::RepeatedKey, Some(read)) if !written.is_empty() && read != written => {
                diagnostic!(words::SAME_MEANING, place, written = written, key = read)
            }
            _ => self.told(place),
        }
    }

    /// The mistake as it is told.
    pub(super) fn told(self, place: Place) -> Diagnostic {
        let read = self.read.unwrap_or_default();
        match self.fault {
            Fault::BadEscape => diagnostic!(words::BAD_ESCAPE, place),
            Fault::BadHeading => diagnostic!(words::BAD_HEADING, place, read = read),
            Fault::BadKey => diagnostic!(words::BAD_KEY, place, read = read),
            Fault::BracketUnclosed => diagnostic!(words::BRACKET_UNCLOSED, place),
            Fault::CommaMissing => diagnostic!(words::COMMA_MISSING, place),
            Fault::MoreOnTheLine => diagnostic!(words::MORE_ON_THE_LINE, place),
            Fault::NotQuoted => diagnostic!(words::NOT_QUOTED, place),
            Fault::NoSign => diagnostic!(words::NO_SIGN, place),
            Fault::NoValue => diagnostic!(words::NO_VALUE, place),
            Fault::QuoteUnclosed => diagnostic!(words::QUOTE_UNCLOSED, place),
            Fault::RepeatedKey => diagnostic!(words::REPEATED_KEY, place, key = read),
            Fault::RepeatedTable => diagnostic!(words::REPEATED_TABLE, place, key = read),
            Fault::TwoSettings => diagnostic!(words::TWO_SETTINGS, place, key = read),
            Fault::UnreadableValue => diagnostic!(words::UNREADABLE_VALUE, place, read = read),
            Fault::Unknown => diagnostic!(words::BAD_TOML, place),
        }
    }
}

/// A mistake of writing.
#[derive(Debug)]
pub(super) struct Mistake {
    pub(super) fault: Fault,
    pub(super) at: Range<usize>,
    /// What was read, if the message shows it.
    pub(super) read: Option<String>,
}

/// The mistake that made the reader stumble over `at`; `scan` has read no further.
pub(super) fn find(toml: &str, at: Range<usize>, scan: &mut Scan) -> Mistake {
    let around = Around::of(toml, at, scan);
    match around.state {
        State::Quoted { closes_on_its_line } => around.in_quotes(closes_on_its_line),
        State::Key => around.in_key(),
        State::Value { depth: 0, begin } => around.in_value(begin),
        State::Value { .. } => around.in_brackets(),
    }
}

/// The character border at or before `at`: the reader counts bytes.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The line that `at` stands on, without its end.
pub(super) fn line_at(text: &str, at: usize) -> Range<usize> {
    let at = floor(text, at);
    let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
    let end = text[at..].find('\n').map_or(text.len(), |after| at + after);
    start..end
}

/// The first line of what stands at `span`, shortened.
pub(super) fn shown(text: &str, span: &Range<usize>) -> String {
    let line = text
        .get(span.clone())
        .and_then(|text| text.lines().next())
        .unwrap_or_default()
        .trim_end();
    match truncate_clusters(line, SHOWN) {
        whole if whole == line => whole.to_owned(),
        beginning => format!("{beginning}…"),
    }
}

/// Where in an entry a place stands.
#[derive(Debug, Clone, Copy)]
enum State {
    /// Before the `=`, or in a line that begins with `[`.
    Key,
    /// Behind the `=`, which ends at `begin`, within so many brackets.
    Value { begin: usize, depth: usize },
    /// Within quotation marks.
    Quoted { closes_on_its_line: bool },
}

/// What was read of a text so far: places are asked for in its order, so that each byte is read once,
/// however many mistakes there are.
#[derive(Debug)]
pub(super) struct Scan {
    at: usize,
    state: State,
}

impl Default for Scan {
    fn default() -> Scan {
        Scan {
            at: 0,
            state: State::Key,
        }
    }
}

impl Scan {
    /// The state at `end`.
    fn state_at(&mut self, toml: &str, end: usize) -> State {
        while self.at < end {
            let rest = &toml[self.at..];
            let Some(first) = rest.chars().next() else {
                break;
            };
            let mut at = self.at + first.len_utf8();
            match (first, &mut self.state) {
                ('#', _) => at += rest.find('\n').map_or(rest.len(), |line_end| line_end) - 1,
                ('\n', State::Key | State::Value { depth: 0, .. }) => self.state = State::Key,
                ('"' | '\'', _) => {
                    let text = Quoted::at_the_beginning_of(rest);
                    let close = self.at + text.length;
                    if close > end || close == end && !text.is_closed {
                        return State::Quoted {
                            closes_on_its_line: !text.has_lines,
                        };
                    }
                    at = close;
                }
                ('=', State::Key) => {
                    self.state = State::Value {
                        begin: at,
                        depth: 0,
                    }
                }
                ('[' | '{', State::Value { depth, .. }) => *depth += 1,
                (']' | '}', State::Value { depth, .. }) => *depth = depth.saturating_sub(1),
                _ => {}
            }
            self.at = at;
        }
        self.state
    }
}

/// Text in quotation marks.
struct Quoted {
    /// With its marks.
    length: usize,
    is_closed: bool,
    /// Whether it may have several lines.
    has_lines: bool,
}

impl Quoted {
    /// What begins with the quotation mark that `text` begins with.
    fn at_the_beginning_of(text: &str) -> Quoted {
        let mark = &text[..1];
        let threefold = mark.repeat(3);
        let has_lines = text.starts_with(&threefold);
        let (mark, whole) = match has_lines {
            true => (threefold.as_str(), text),
            false => (mark, text.lines().next().unwrap_or_default()),
        };
        let end = unescaped(&whole[mark.len()..], mark);
        Quoted {
            length: end.map_or(whole.len(), |end| end + 2 * mark.len()),
            is_closed: end.is_some(),
            has_lines,
        }
    }
}

/// Where `mark` first stands; between `"`, a `\` before it takes its meaning away.
fn unescaped(text: &str, mark: &str) -> Option<usize> {
    let escapes = mark.starts_with('"');
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with(mark) {
            return Some(at);
        }
        let mut letters = rest.chars();
        let first = letters.next()?;
        at += first.len_utf8();
        if escapes && first == '\\' {
            at += letters.next().map_or(0, char::len_utf8);
        }
    }
    None
}

/// A place with what stands around it.
struct Around<'text> {
    toml: &'text str,
    at: Range<usize>,
    line: Range<usize>,
    state: State,
}

impl<'text> Around<'text> {
    fn of(toml: &'text str, at: Range<usize>, scan: &mut Scan) -> Around<'text> {
        let start = floor(toml, at.start);
        let at = start..floor(toml, at.end).max(start);
        Around {
            toml,
            line: line_at(toml, start),
            state: scan.state_at(toml, start),
            at,
        }
    }

    fn read(&self) -> &'text str {
        &self.toml[self.at.clone()]
    }

    fn before(&self) -> &'text str {
        self.toml[self.line.start..self.at.start].trim()
    }

    fn after(&self) -> &'text str {
        let end = self.line.end.max(self.at.end);
        self.toml[self.at.end..end].trim()
    }

    fn mistake(&self, fault: Fault) -> Mistake {
        Mistake {
            fault,
            at: self.at.clone(),
            read: None,
        }
    }

    /// A mistake that shows what stands at `at`.
    fn showing(&self, fault: Fault, at: Range<usize>) -> Mistake {
        Mistake {
            read: Some(shown(self.toml, &at)),
            at,
            ..self.mistake(fault)
        }
    }

    fn unknown(&self) -> Mistake {
        self.mistake(Fault::Unknown)
    }

    fn in_quotes(&self, closes_on_its_line: bool) -> Mistake {
        match closes_on_its_line {
            false => self.mistake(Fault::QuoteUnclosed),
            true if self.after().is_empty() && self.read().trim().is_empty() => {
                self.mistake(Fault::QuoteUnclosed)
            }
            true if self.before().contains('\\') => self.mistake(Fault::BadEscape),
            true => self.unknown(),
        }
    }

    fn in_key(&self) -> Mistake {
        let (read, before, after) = (self.read().trim(), self.before(), self.after());
        let of_a_table = before.starts_with('[');
        let names = of_a_table || after.starts_with(['=', '.']);
        if names && is_key(read) {
            let fault = match of_a_table {
                true => Fault::RepeatedTable,
                false => Fault::RepeatedKey,
            };
            return self.showing(fault, self.at.clone());
        }
        if of_a_table && read.is_empty() {
            let count = |bracket: char| before.matches(bracket).count();
            let line = &self.toml[self.line.clone()];
            let bracket = self.at.start - self.line.start;
            if let Some(open) = line[..bracket].rfind('[')
                && let Some(close) = line[bracket..].find(']')
            {
                let name = self.line.start + open + 1..self.at.start + close;
                return self.showing(Fault::BadHeading, name);
            }
            return match count('[') > count(']') {
                true if before.ends_with('[') => self.unknown(),
                true => self.mistake(Fault::BracketUnclosed),
                false => self.mistake(Fault::MoreOnTheLine),
            };
        }
        if names && !read.is_empty() {
            let fault = match of_a_table {
                true => Fault::BadHeading,
                false => Fault::BadKey,
            };
            return self.showing(fault, self.at.clone());
        }
        // `my title = "x"` stumbles behind the first word.
        let line = &self.toml[self.line.clone()];
        let name = line.split_once('=').map(|(name, _)| name.trim());
        match name {
            Some("") => self.unknown(),
            Some(name) => {
                let start = self.line.start + (line.len() - line.trim_start().len());
                self.showing(Fault::BadKey, start..start + name.len())
            }
            None => match second_setting(line) {
                Some(second) => {
                    let start = self.line.start;
                    self.showing(Fault::TwoSettings, start + second.start..start + second.end)
                }
                None if !line.contains(char::is_alphanumeric) => self.unknown(),
                None if line.trim().contains(' ') => self.mistake(Fault::NoSign),
                None => self.mistake(Fault::NoValue),
            },
        }
    }

    /// A value that stands in no brackets and begins behind `begin`.
    fn in_value(&self, begin: usize) -> Mistake {
        let line_end = self.line.end.max(begin);
        let written = &self.toml[begin..line_end];
        let start = begin + (written.len() - written.trim_start().len());
        let whole = self.toml[start..line_end].trim_end();
        if whole.is_empty() || whole.starts_with('#') {
            return self.mistake(Fault::NoValue);
        }
        let word = whole.split([' ', '\t', '#']).next().unwrap_or_default();
        if whole.starts_with(['"', '\'', '[', '{']) {
            return self.mistake(Fault::MoreOnTheLine);
        }
        let within = self.at.start <= start + word.len();
        if within && is_like_a_number(word) {
            return self.showing(Fault::UnreadableValue, start..start + word.len());
        }
        if whole.starts_with(CURLY) && !whole[3..].contains(CURLY) {
            return Mistake {
                at: start..start + whole.len(),
                ..self.mistake(Fault::QuoteUnclosed)
            };
        }
        if let Some(second) = second_key(whole, '=') {
            return self.showing(Fault::TwoSettings, start + second.start..start + second.end);
        }
        match self.at.start == start {
            true if self.read().is_empty() => Mistake {
                at: start..start + whole.len(),
                ..self.mistake(Fault::NotQuoted)
            },
            true => self.mistake(Fault::NotQuoted),
            false => self.mistake(Fault::MoreOnTheLine),
        }
    }

    fn in_brackets(&self) -> Mistake {
        let (read, after) = (self.read().trim(), self.after());
        let rest_is_another_entry = after.is_empty() || after.contains('=');
        let before = self.before();
        // In a list, nothing has a name.
        let in_table = before.rfind('{') > before.rfind('[');
        if is_key(read) && after.starts_with('=') && in_table && before.ends_with([',', '{']) {
            return self.showing(Fault::RepeatedKey, self.at.clone());
        }
        match read {
            "" if rest_is_another_entry => self.mistake(Fault::BracketUnclosed),
            "" if in_table => self.unknown(),
            "" => self.mistake(Fault::CommaMissing),
            read if is_like_a_number(read) => self.showing(Fault::UnreadableValue, self.at.clone()),
            read if read.starts_with(char::is_alphabetic)
                && !(in_table && after.starts_with('=')) =>
            {
                self.mistake(Fault::NotQuoted)
            }
            read if read.starts_with(CURLY) => self.mistake(Fault::NotQuoted),
            _ => self.unknown(),
        }
    }
}

/// The key of a second setting on a line with `:` behind each.
fn second_setting(line: &str) -> Option<Range<usize>> {
    let (_, value) = line.split_once(':')?;
    let begin = line.len() - value.len();
    let key = second_key(value, ':')?;
    Some(begin + key.start..begin + key.end)
}

/// The key in a value that a second sign stands behind.
fn second_key(value: &str, sign: char) -> Option<Range<usize>> {
    let (before, _) = value.split_once(sign)?;
    let before = before.trim_end();
    let start = before.rfind([' ', '\t', ','])? + 1;
    is_key(&before[start..]).then_some(start..before.len())
}

/// Whether this could be the name of a setting.
fn is_key(text: &str) -> bool {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let in_quotes = text.starts_with(['"', '\'']) && text.ends_with(&text[..1]);
    in_quotes || !text.is_empty() && text.bytes().all(bare)
}
