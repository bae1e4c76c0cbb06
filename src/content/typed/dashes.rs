//! Lines of dashes: rules, and the rulers below the heads of tables.

use super::spaces::{is_space, is_typed};

/// Dashes of other kinds, which word processors make of two or three `-`.
const DASHES: &str = "–—―−‐‑‒－─━═";

/// Whether a line begins as one of dashes does.
pub(super) fn begins_dashes(line: &str) -> bool {
    match line.as_bytes() {
        [b'-' | b'=' | b'_' | b'*' | b'|' | b':', ..] => true,
        [0xEF, ..] => line.starts_with(['｜', '：', '－']),
        _ => begins_as_foreign(line),
    }
}

/// Whether it begins with one of the other dashes.
pub(in crate::content) fn begins_as_foreign(words: &str) -> bool {
    matches!(words.as_bytes(), [0xE2 | 0xEF, ..]) && words.starts_with(|c: char| DASHES.contains(c))
}

/// The ruler of a table as Markdown writes it, of any dashes and bars.
pub(in crate::content) fn ruler(line: &str) -> Option<String> {
    let mut out = String::with_capacity(line.len());
    let mut dashes = 0;
    let mut bars = 0;
    for c in line.chars() {
        out.push(match c {
            '|' | '｜' => {
                bars += 1;
                '|'
            }
            ':' | '：' => ':',
            '-' | '=' => {
                dashes += 1;
                '-'
            }
            ' ' | '\t' => c,
            _ if DASHES.contains(c) => {
                dashes += 1;
                '-'
            }
            _ if is_typed(c) => ' ',
            _ => return None,
        });
    }
    (dashes > 0 && bars > 0).then_some(out)
}

/// Three or more dashes of other kinds than Markdown's, and nothing else.
pub(in crate::content) fn is_foreign_rule(line: &str) -> bool {
    let mut count = 0;
    line.chars().all(|c| {
        let is_dash = DASHES.contains(c);
        count += usize::from(is_dash);
        is_dash || is_space(c)
    }) && count >= 3
}

/// Whether it is a rule of Markdown's, however its signs are set apart.
pub(super) fn is_rule(line: &str) -> bool {
    let Some(sign) = line.chars().next().filter(|c| matches!(c, '-' | '*' | '_')) else {
        return false;
    };
    let mut count = 0;
    line.chars().all(|c| {
        count += usize::from(c == sign);
        c == sign || is_space(c)
    }) && count >= 3
}
