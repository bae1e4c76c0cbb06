//! Lines of words with bars in them → tables that the parser did not find.

use crate::content::typed::{dashes, is_space, marks};
use std::ops::Range;

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The head has another number of cells than the line of dashes below it.
    Mismatch { head: usize, ruler: usize },
    /// Rows without a line of dashes below the first.
    NoRuler { columns: usize },
    /// A line of dashes without a head above it.
    NoHead,
    /// A table that begins within a paragraph or an item.
    Glued,
    /// A table of which some program made words.
    Escaped,
    /// What may be a table.
    Asked,
}

pub(super) struct Found {
    pub(super) fault: Fault,
    pub(super) range: Range<usize>,
}

/// A line in which a bar is seen.
struct Line<'text> {
    range: Range<usize>,
    /// Without the marks of lists and quotes.
    bare: &'text str,
    is_item: bool,
    /// Its author says that its bars are letters.
    is_escaped: bool,
}

impl Line<'_> {
    fn begins(&self) -> bool {
        self.bare.starts_with(['|', '｜'])
    }

    fn ends(&self) -> bool {
        self.bare.ends_with(['|', '｜'])
    }

    /// Whether a bar stands between words and not in one, as in `a|b`.
    fn divides(&self) -> bool {
        !self.is_item && self.bare.contains(" |") && self.bare.contains("| ")
    }

    fn cells(&self) -> usize {
        let inner = self.bare.strip_prefix(['|', '｜']).unwrap_or(self.bare);
        let inner = inner.strip_suffix(['|', '｜']).unwrap_or(inner);
        inner.matches(['|', '｜']).count() + 1
    }
}

/// Looks at lines that follow one another; `tables` are read as such.
pub(super) fn find(text: &str, visible: &[Range<usize>], tables: &[Range<usize>]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut group: Vec<Line<'_>> = Vec::new();
    let mut table = tables.iter().peekable();
    let mut passed = 0;
    for piece in visible {
        while table.next_if(|table| table.end <= piece.start).is_some() {}
        if table.peek().is_some_and(|table| table.start <= piece.start) {
            continue;
        }
        let mut from = piece.start.max(passed);
        while from < piece.end {
            // The second is the first byte of `｜`.
            let rest = &text.as_bytes()[from..piece.end];
            let Some(at) = memchr::memchr2(b'|', 0xEF, rest) else {
                break;
            };
            if !text[from + at..].starts_with(['|', '｜']) {
                from += at + 1;
                continue;
            }
            let line = line_around(text, from + at);
            passed = line.end;
            from = line.end;
            let is_next = group
                .last()
                .is_some_and(|last| is_line_end(&text[last.range.end..line.start]));
            if !is_next {
                found.extend(judge(&group));
                group.clear();
            }
            let whole = text[line.clone()].trim_end_matches(is_space);
            let bare = marks::without(whole);
            let is_item = !whole[..whole.len() - bare.len()]
                .trim_matches(|c| is_space(c) || c == '>')
                .is_empty();
            group.push(Line {
                range: line.end - (text[line.clone()].len() - whole.len()) - bare.len()..line.end,
                bare,
                is_item,
                is_escaped: bare.contains("\\|"),
            });
        }
    }
    found.extend(judge(&group));
    found
}

pub(super) fn line_around(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let start = memchr::memrchr2(b'\n', b'\r', &bytes[..at]).map_or(0, |end| end + 1);
    let end = memchr::memchr2(b'\n', b'\r', &bytes[at..]);
    start..end.map_or(bytes.len(), |end| at + end)
}

pub(super) fn is_line_end(between: &str) -> bool {
    matches!(between, "\n" | "\r" | "\r\n")
}

fn judge(lines: &[Line<'_>]) -> Option<Found> {
    let first = lines.first()?;
    let whole = first.range.start..lines.last()?.range.end;
    let told = |fault| {
        Some(Found {
            fault,
            range: whole.clone(),
        })
    };
    if first.is_escaped {
        let is_ruler = |line: &Line<'_>| dashes::ruler(&line.bare.replace('\\', "")).is_some();
        return match lines.iter().skip(1).any(is_ruler) {
            true => told(Fault::Escaped),
            false => None,
        };
    }
    let columns = first.cells();
    let ruler = lines.iter().position(|line| {
        let is_bare = line
            .bare
            .trim_matches(|c| is_space(c) || matches!(c, '|' | '｜'))
            .is_empty();
        !is_bare && dashes::ruler(line.bare).is_some()
    });
    match ruler {
        // `:-|`
        Some(0) if lines.len() == 1 && !(first.begins() && columns > 1) => return None,
        Some(0) => return told(Fault::NoHead),
        Some(at) => {
            let (head, ruler) = (lines[at - 1].cells(), lines[at].cells());
            return Some(Found {
                fault: match head == ruler {
                    true => Fault::Glued,
                    false => Fault::Mismatch { head, ruler },
                },
                range: lines[at - 1].range.start..whole.end,
            });
        }
        None => {}
    }
    let all_begin = lines.iter().all(Line::begins);
    let alike = lines.iter().all(|line| line.cells() == columns);
    match lines.len() {
        1 if all_begin && first.ends() && columns > 1 => told(Fault::Asked),
        1 => None,
        _ if all_begin && columns > 1 => told(Fault::NoRuler { columns }),
        2 => None,
        _ if alike && columns > 1 && lines.iter().all(Line::divides) => told(Fault::Asked),
        _ => None,
    }
}
