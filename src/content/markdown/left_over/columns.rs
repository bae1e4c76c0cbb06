//! Lines of words with tabs between them, as spreadsheets copy their cells → tables that nobody sees.

use super::bars::{is_line_end, line_around};
use crate::content::typed::marks;
use std::ops::Range;

/// Lines that follow one another with as many tabs each.
struct Group {
    range: Range<usize>,
    lines: usize,
    tabs: usize,
}

/// Where such lines stand in the pieces `visible` of the text; each line is looked at once.
pub(super) fn find(text: &str, visible: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut passed = 0;
    for piece in visible {
        let mut from = piece.start.max(passed);
        while from < piece.end {
            let rest = &text.as_bytes()[from..piece.end];
            let Some(at) = memchr::memchr(b'\t', rest) else {
                break;
            };
            let line = line_around(text, from + at);
            passed = line.end;
            from = line.end;
            let words = marks::without(&text[line.clone()]).trim();
            let tabs = words.matches('\t').count();
            if tabs == 0 {
                continue;
            }
            match groups.last_mut() {
                Some(last)
                    if last.tabs == tabs && is_line_end(&text[last.range.end..line.start]) =>
                {
                    last.range.end = line.end;
                    last.lines += 1;
                }
                _ => groups.push(Group {
                    range: line,
                    lines: 1,
                    tabs,
                }),
            }
        }
    }
    let tables = groups.into_iter().filter(|group| group.lines > 1);
    tables.map(|group| group.range).collect()
}
