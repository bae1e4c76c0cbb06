//! TOML as people type it → its statements: a heading, a setting with its value over as many lines as it
//! takes, a comment, or something that is none of them.
//!
//! A mark that is not closed ends its statement before the next one, so that it hides nothing else.
//! Whether a statement can be read is not asked here.

use super::typed::is_blank;
use std::ops::Range;

/// A piece of a text, up to the end of its last line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) kind: Kind,
    /// With its last line's end.
    pub(super) range: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// An empty line, or a comment.
    Nothing,
    /// `[name]`
    Heading,
    /// `key = value`, or the same with another sign between them.
    Setting {
        separator: Range<usize>,
    },
    Other,
}

/// A value that opens more brackets than that is not closed.
const DEEPEST: usize = 16;

/// The statement that begins at `start`, where a line begins.
pub(super) fn at(text: &str, start: usize) -> Statement {
    let line = line_from(text, start);
    let shown = text[line.clone()].trim_matches(is_blank);
    let end = after_line(text, line.end);
    let kind = match shown {
        "" => Kind::Nothing,
        _ if shown.starts_with(['#', '[', '［']) || is_foreign_comment(shown) => {
            match shown.starts_with(['[', '［']) {
                true => Kind::Heading,
                false => Kind::Nothing,
            }
        }
        _ => match separator(text, &line) {
            Some(separator) => {
                let end = end_of_value(text, start, separator.end);
                return Statement {
                    kind: Kind::Setting { separator },
                    range: start..end,
                };
            }
            None => Kind::Other,
        },
    };
    Statement {
        kind,
        range: start..end,
    }
}

/// A comment as other languages have it, which is whole on its line.
fn is_foreign_comment(line: &str) -> bool {
    line.starts_with("//") || line.starts_with("<!--") && line.ends_with("-->")
}

/// The line that begins at `start`, without its end.
pub(super) fn line_from(text: &str, start: usize) -> Range<usize> {
    let length = memchr::memchr(b'\n', &text.as_bytes()[start..]);
    start..length.map_or(text.len(), |length| start + length)
}

pub(super) fn after_line(text: &str, line_end: usize) -> usize {
    (line_end + 1).min(text.len())
}

/// What stands between a key and its value.
fn separator(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let is_sign = |c: char| matches!(c, '=' | ':' | '＝' | '：' | '៖');
    let mut quote = None;
    for (at, c) in text[line.clone()].char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '#') => return None,
            (None, c) if is_sign(c) => {
                let start = line.start + at;
                let rest = &text[start..line.end];
                let length = rest.find(|c| !is_sign(c)).unwrap_or(rest.len());
                let arrow = usize::from(rest[length..].starts_with('>'));
                return Some(start..start + length + arrow);
            }
            _ => {}
        }
    }
    None
}

/// Where the statement ends whose value begins behind `begin`.
fn end_of_value(text: &str, start: usize, begin: usize) -> usize {
    let line = line_from(text, start);
    let end_of_line = after_line(text, line.end);
    let value = text[begin..line.end].trim_start_matches(is_blank);
    let begin = line.end - value.len();
    if value.is_empty() {
        return end_of_value_below(text, end_of_line);
    }
    for mark in ["\"\"\"", "'''"] {
        if value.starts_with(mark) {
            let escapes = mark.starts_with('"');
            return match closing(&text[begin + 3..], mark, escapes) {
                Some(at) => after_line(text, line_from(text, begin + 3 + at).end),
                None => next_statement(text, end_of_line),
            };
        }
    }
    match value.starts_with(['[', '{']) {
        true => end_of_brackets(text, begin).unwrap_or(end_of_line),
        false => end_of_line,
    }
}

/// Where a value ends that stands below its key: the items of a list, one a line, or one value.
fn end_of_value_below(text: &str, from: usize) -> usize {
    let mut end = from;
    while end < text.len() {
        let line = line_from(text, end);
        let shown = text[line.clone()].trim_matches(is_blank);
        match is_item(shown) {
            true => end = after_line(text, line.end),
            false if end == from && shown.starts_with(['"', '\'', '“', '[']) => {
                return match separator(text, &line).is_none() && !begins_statement(text, end) {
                    true => end_of_value(text, end, end),
                    false => end,
                };
            }
            false => break,
        }
    }
    end
}

/// Whether a line is an item of a list.
pub(super) fn is_item(line: &str) -> bool {
    line.strip_prefix(['-', '•'])
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(is_blank))
}

/// Where `mark` first stands in `text`, but behind a `\` that takes its meaning away.
pub(super) fn closing(text: &str, mark: &str, escapes: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at + mark.len() <= bytes.len() {
        match bytes[at] {
            b'\\' if escapes => at += 2,
            _ if bytes[at..].starts_with(mark.as_bytes()) => return Some(at),
            _ => at += 1,
        }
    }
    None
}

/// Where the next line begins, from `from` on, that a statement begins with; or the end.
fn next_statement(text: &str, from: usize) -> usize {
    let mut at = from;
    while at < text.len() && !begins_statement(text, at) {
        at = after_line(text, line_from(text, at).end);
    }
    at
}

/// Whether this line can hardly be anything else than the beginning of a statement.
fn begins_statement(text: &str, start: usize) -> bool {
    let line = text[line_from(text, start)].trim_matches(is_blank);
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if let Some(name) = line.strip_prefix('[') {
        let name = name.trim_start_matches('[');
        let length = name.find(|c| !is_name(c) && c != '.').unwrap_or(name.len());
        let begins_with_letter = name.starts_with(|c: char| c.is_ascii_alphabetic());
        return begins_with_letter && matches!(&name[length..], "]" | "]]");
    }
    let length = line.find(|c| !is_name(c)).unwrap_or(line.len());
    length > 0 && line[length..].trim_start_matches(is_blank).starts_with('=')
}

/// Where the line ends on which the bracket is closed that stands at `begin`; without that, where the
/// next statement begins.
fn end_of_brackets(text: &str, begin: usize) -> Option<usize> {
    let mut open: Vec<char> = Vec::new();
    // The first line behind which a statement begins, if the brackets are not closed.
    let mut fallback = None;
    let mut before = ' ';
    let mut line_end = line_from(text, begin).end;
    let mut at = begin;
    while let Some(c) = text[at..].chars().next() {
        let mut next = at + c.len_utf8();
        match c {
            '"' | '\'' => {
                let mark = &text[at..=at];
                let inner = &text[next..line_end];
                if let Some(length) = closing(inner, mark, c == '"') {
                    next += length + 1;
                }
            }
            '#' => next = line_end,
            '[' | '{' => {
                open.push(c);
                if open.len() > DEEPEST {
                    break;
                }
            }
            ']' | '}' => {
                open.pop();
                if open.is_empty() {
                    return Some(after_line(text, line_end));
                }
            }
            '\n' if next < text.len() && begins_statement(text, next) => {
                fallback.get_or_insert(next);
                let is_entry = open.contains(&'{') && matches!(before, ',' | '{');
                if !is_entry {
                    break;
                }
            }
            _ => {}
        }
        if !is_blank(c) && !matches!(c, '\n' | '#') {
            before = c;
        }
        if c == '\n' {
            line_end = line_from(text, next).end;
        }
        at = next;
    }
    fallback.or_else(|| (at >= text.len()).then_some(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The statements of a text, each as its kind and its lines.
    fn divided(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut start = 0;
        while start < text.len() {
            let statement = at(text, start);
            let kind = match statement.kind {
                Kind::Nothing => "nothing",
                Kind::Heading => "heading",
                Kind::Setting { .. } => "setting",
                Kind::Other => "other",
            };
            found.push(format!("{kind} {:?}", &text[statement.range.clone()]));
            assert!(statement.range.end > start);
            start = statement.range.end;
        }
        found
    }

    #[test]
    fn a_statement_takes_the_lines_of_its_value() {
        assert_eq!(
            divided(
                "# x\n\u{200b}\na = [\n  'b', # ]\n  ']'\n]\n[extra]\nc = \"\"\"\nd = 1\n\"\"\"\n// x\nprose\n"
            ),
            [
                "nothing \"# x\\n\"",
                "nothing \"\\u{200b}\\n\"",
                "setting \"a = [\\n  'b', # ]\\n  ']'\\n]\\n\"",
                "heading \"[extra]\\n\"",
                "setting \"c = \\\"\\\"\\\"\\nd = 1\\n\\\"\\\"\\\"\\n\"",
                "nothing \"// x\\n\"",
                "other \"prose\\n\"",
            ]
        );
        assert_eq!(
            divided("a = {\n b = 1,\n c = [2]\n}\nd = 1"),
            [
                "setting \"a = {\\n b = 1,\\n c = [2]\\n}\\n\"",
                "setting \"d = 1\"",
            ]
        );
    }

    #[test]
    fn a_mark_that_is_not_closed_hides_no_other_statement() {
        for (text, expected) in [
            ("a = ['b'\nc = 1\n", ["a = ['b'\n", "c = 1\n"]),
            ("a = { b = 1\nc = 1\n", ["a = { b = 1\n", "c = 1\n"]),
            ("a = ['b',\n'c'\n[d]\n", ["a = ['b',\n'c'\n", "[d]\n"]),
            ("a = \"\"\"\nb\nc = 1\n", ["a = \"\"\"\nb\n", "c = 1\n"]),
            ("a = 'b\nc = 1\n", ["a = 'b\n", "c = 1\n"]),
        ] {
            let first = at(text, 0);
            let second = at(text, first.range.end);
            let read = [&text[first.range], &text[second.range]];
            assert_eq!(read, expected);
        }
    }

    #[test]
    fn the_sign_behind_a_key_is_found() {
        for (text, sign) in [
            ("a = 1", "="),
            ("a : b = c", ":"),
            ("a := 1", ":="),
            ("a => 1", "=>"),
            ("\"a=b\" = 1", "="),
            ("ក\u{200b}＝ 1", "＝"),
        ] {
            let Kind::Setting { separator } = at(text, 0).kind else {
                panic!("{text}");
            };
            assert_eq!(&text[separator], sign);
        }
    }
}
