//! Lines that are set in by a tab or four spaces → lines of text. Markdown takes them for code, which
//! nobody means who begins a paragraph as in a book; code stands between fences.

use super::marks::Mark;
use super::{Change, Typed, dashes};
use crate::content::markdown::options;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// How often lines within lines that were set in are looked for, until all spaces before them are taken.
const ROUNDS: usize = 4;

pub(super) fn take_away(typed: &mut Typed<'_>) {
    for round in 0..=ROUNDS {
        if !may_be_set_in(typed.as_str()) {
            return;
        }
        let mut found = changes(typed.as_str(), round == ROUNDS);
        if found.changes.is_empty() {
            return;
        }
        if round == 0 {
            let like_code = found.like_code.drain(..);
            typed.like_code = like_code.map(|range| typed.typed_at(range)).collect();
        }
        typed.change(found.changes);
    }
}

/// Whether any line could be set in as far as code is: behind a line without words, or behind a mark.
fn may_be_set_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    if memchr::memchr(b'\t', bytes).is_none() && memchr::memmem::find(bytes, b"    ").is_none() {
        return false;
    }
    let mut begins_block = true;
    text.split(['\n', '\r']).any(|line| {
        let bare = line.trim_start_matches([' ', '\t', '>']);
        let white = &line[..line.len() - bare.len()];
        let is_deep = |white: &str| white.contains('\t') || white.contains("    ");
        let gap = Mark::of(bare).map(|mark| &bare[mark.text.len()..]);
        let gap = gap.map(|gap| &gap[..gap.len() - gap.trim_start_matches([' ', '\t']).len()]);
        let is_quoted = white.contains('>');
        let found = !bare.is_empty()
            && ((begins_block || is_quoted) && is_deep(white) || gap.is_some_and(is_deep));
        let is_mark = Mark::of(bare.trim_end()).is_some_and(|mark| mark.text == bare.trim_end());
        begins_block = bare.is_empty()
            || is_mark
            || dashes::is_rule(bare)
            || bare.starts_with(['#', '|', '`', '~', '=', '<', ':']);
        found
    })
}

#[derive(Default)]
struct Found {
    changes: Vec<Change>,
    /// The first lines of blocks that look like code.
    like_code: Vec<Range<usize>>,
}

fn changes(text: &str, all: bool) -> Found {
    let mut found = Found::default();
    let mut lines: Option<Vec<Range<usize>>> = None;
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        match (event, &mut lines) {
            (Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)), _) => lines = Some(Vec::new()),
            (Event::Text(_), Some(lines)) => lines.push(range),
            (Event::End(TagEnd::CodeBlock), _) => {
                if let Some(lines) = lines.take() {
                    set_out(text, &lines, all, &mut found.changes);
                    found.like_code.extend(like_code(text, &lines));
                }
            }
            _ => {}
        }
    }
    found
}

/// The first of these lines, if they look like code: in Latin letters, with the signs of a program.
fn like_code(text: &str, lines: &[Range<usize>]) -> Option<Range<usize>> {
    const SIGNS: [&str; 9] = ["()", "=>", "->", " = ", "==", "</", "/>", "&&", "::"];
    let mut first = None;
    let mut has_signs = false;
    for line in lines {
        let words = text[line.clone()].trim();
        if !words.is_ascii() {
            return None;
        }
        if words.is_empty() {
            continue;
        }
        let start = line.start + text[line.clone()].find(words).unwrap_or(0);
        first.get_or_insert(start..start + words.len());
        has_signs |= words.ends_with(['{', '}', ';'])
            || words.starts_with(['$', '<', '@'])
            || SIGNS.iter().any(|sign| words.contains(sign));
    }
    first.filter(|_| has_signs)
}

/// Moves the lines of a block to the left, as far as its first one was set in.
fn set_out(text: &str, lines: &[Range<usize>], all: bool, changes: &mut Vec<Change>) {
    let mut depth = None;
    for line in lines {
        let begin = text[..line.start]
            .rfind(['\n', '\r'])
            .map_or(0, |end| end + 1);
        let rest = &text[line.start..line.end];
        let bare = rest.trim_start_matches([' ', '\t']);
        if bare.trim_matches(['\r', '\n']).is_empty() {
            continue;
        }
        let first = line.end - bare.len();
        let marks = text[begin..first].trim_end_matches([' ', '\t']).len();
        let from = column(&text[begin..begin + marks], 0);
        let outer = column(&text[begin + marks..line.start], from)
            .saturating_sub(4)
            .max(from);
        let own = column(&text[begin + marks..first], from);
        let depth = *depth.get_or_insert(own);
        let left = match all {
            true => outer,
            false => outer + own.saturating_sub(depth),
        };
        // One space stays behind a mark.
        let width = (left - from).max(usize::from(marks > 0));
        changes.push(Change::new(begin + marks..first, " ".repeat(width)));
    }
}

/// The column behind these bytes, of which the first stands in `column`.
fn column(bytes: &str, mut column: usize) -> usize {
    for c in bytes.chars() {
        column = match c {
            '\t' => column / 4 * 4 + 4,
            _ => column + 1,
        };
    }
    column
}
