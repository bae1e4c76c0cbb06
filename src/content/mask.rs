//! Component calls in Markdown: the text → its calls, and the text for the Markdown parser in which
//! each call is overwritten, byte for byte, by something Markdown reads as a word or as a rule.
//!
//! Because every call keeps its bytes, the parser's offsets are those of the file, and a call is
//! known again by its offset alone; no text that an author writes can be taken for one.
//!
//! A `{% … %}` alone on its line becomes a thematic break, which closes paragraphs, lists and quotes
//! as a block must; every other call becomes a word inside its paragraph. As in Markdown itself,
//! what makes blocks is found first, and then, from left to right, whichever of code spans, comments
//! and calls begins first. Calls in code blocks, code spans and comments are never active.

use super::call::{self, Outcome, Tag};
use super::markdown::options;
use super::places::Places;
use super::typed::{self, Typed};
use crate::diagnostic::Report;
use memchr::memmem;
use pulldown_cmark::{Event, Parser, Tag as MarkdownTag, TagEnd};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// A call where it stands in the file.
#[derive(Debug)]
pub(super) struct Found {
    pub range: Range<usize>,
    pub tag: Tag,
}

/// Finds the calls in `body`, a range of `text`; what its parser reads begins where `body` begins.
pub(super) fn mask<'text>(
    text: &'text str,
    body: Range<usize>,
    places: &Places<'text>,
    report: &mut Report,
) -> (Typed<'text>, Vec<Found>) {
    let source = &text[body.clone()];
    if memmem::find(source.as_bytes(), b"{{").is_none()
        && memmem::find(source.as_bytes(), b"{%").is_none()
    {
        return (Typed::of(Cow::Borrowed(source)), Vec::new());
    }
    let (without_blocks, mut calls) = without_blocks(text, &body, places);
    let mut typed = Typed::of(without_blocks);
    let regions = inline_regions(typed.as_str());
    let mut masks = Vec::new();
    for region in regions {
        let region = typed.typed_at(region);
        let region = region.start + body.start..region.end + body.start;
        for found in in_region(text, region, places, report) {
            masks.push(found.range.start - body.start..found.range.end - body.start);
            calls.push(found);
        }
    }
    typed.fill(&masks, b'x');
    calls.sort_by_key(|found| found.range.start);
    (typed, calls)
}

/// The text in which each call that makes blocks is overwritten, as its parser reads it.
pub(super) fn typed_without_blocks<'text>(
    text: &'text str,
    body: &Range<usize>,
    places: &Places<'text>,
) -> Typed<'text> {
    Typed::of(without_blocks(text, body, places).0)
}

fn without_blocks<'text>(
    text: &'text str,
    body: &Range<usize>,
    places: &Places<'text>,
) -> (Cow<'text, str>, Vec<Found>) {
    let source = &text[body.clone()];
    let calls = on_their_own_lines(text, body, places);
    if calls.is_empty() {
        return (Cow::Borrowed(source), calls);
    }
    let mut masked = source.as_bytes().to_vec();
    for found in &calls {
        masked[found.range.start - body.start..found.range.end - body.start].fill(b'_');
    }
    let masked = String::from_utf8(masked).expect("a call begins and ends with an ASCII brace");
    (Cow::Owned(masked), calls)
}

/// The `{% … %}` with nothing else on their lines but the marks of lists and quotes before them.
fn on_their_own_lines<'text>(
    text: &'text str,
    body: &Range<usize>,
    places: &Places<'text>,
) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let source = &text[body.clone()];
    let mut passed = body.start;
    let mut line_start = body.start;
    // Up to where the line holds marks only.
    let mut marks_end = None;
    for at in memmem::find_iter(source.as_bytes(), b"{%") {
        let at = body.start + at;
        if let Some(end) = memchr::memrchr(b'\n', &text.as_bytes()[passed..at]) {
            line_start = passed + end + 1;
            marks_end = None;
        }
        passed = at;
        if found.last().is_some_and(|last| at < last.range.end) {
            continue;
        }
        let marks_end = *marks_end.get_or_insert_with(|| {
            let line = &text[line_start..at];
            line_start + line.len() - typed::marks::without(line).len()
        });
        if marks_end < at {
            continue;
        }
        let Outcome::Tag { tag, end } = call::read(text, at..body.end, places) else {
            continue;
        };
        let rest = &text[end..body.end];
        let rest = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest, |end| &rest[..end]);
        if rest.trim_end().trim_matches(typed::is_space).is_empty() {
            let range = at..end;
            found.push(Found { range, tag });
        }
    }
    found
}

/// Where the text of paragraphs, headings, cells and tight items stands.
fn inline_regions(source: &str) -> Vec<Range<usize>> {
    let mut regions = Vec::new();
    let mut current: Option<Range<usize>> = None;
    let mut opaque = false;
    for (event, range) in Parser::new_ext(source, options()).into_offset_iter() {
        let inline = match &event {
            Event::Start(tag) => {
                opaque |= matches!(tag, MarkdownTag::CodeBlock(_) | MarkdownTag::HtmlBlock);
                matches!(
                    tag,
                    MarkdownTag::Emphasis
                        | MarkdownTag::Strong
                        | MarkdownTag::Strikethrough
                        | MarkdownTag::Link { .. }
                        | MarkdownTag::Image { .. }
                )
            }
            Event::End(tag) => {
                opaque &= !matches!(tag, TagEnd::CodeBlock | TagEnd::HtmlBlock);
                matches!(
                    tag,
                    TagEnd::Emphasis
                        | TagEnd::Strong
                        | TagEnd::Strikethrough
                        | TagEnd::Link
                        | TagEnd::Image
                )
            }
            Event::Html(_) | Event::Rule => false,
            _ => !opaque,
        };
        if !inline {
            regions.extend(current.take());
            continue;
        }
        // The backslash of an escape belongs to no event, but decides what follows it.
        let escaped = range.start > 0 && source.as_bytes()[range.start - 1] == b'\\';
        let start = range.start - usize::from(escaped);
        current = Some(match current {
            None => start..range.end,
            Some(before) => before.start.min(start)..before.end.max(range.end),
        });
    }
    regions.extend(current);
    regions
}

fn in_region<'text>(
    text: &'text str,
    region: Range<usize>,
    places: &Places<'text>,
    report: &mut Report,
) -> Vec<Found> {
    let mut found = Vec::new();
    let bytes = &text.as_bytes()[..region.end];
    let mut at = region.start;
    let mut last_comment_passed = false;
    let mut backticks = None;
    while at < region.end {
        match bytes[at..] {
            [b'\\', ..] => at += 2,
            [b'`', ..] => {
                let backticks = backticks.get_or_insert_with(|| Backticks::of(bytes, at));
                at = backticks.after_code_span(bytes, at);
            }
            [b'<', b'!', b'-', b'-', ..] if !last_comment_passed => {
                let end = memmem::find(&bytes[at..], b"-->");
                last_comment_passed = end.is_none();
                at += end.map_or(4, |end| end + 3);
            }
            [b'{', b'{' | b'%', ..] => match call::read(text, at..region.end, places) {
                Outcome::Text => at += 2,
                Outcome::Tag { tag, end } => {
                    let range = at..end;
                    found.push(Found { range, tag });
                    at = end;
                }
                Outcome::Broken(diagnostic) => {
                    report.push(*diagnostic);
                    at += 2;
                }
            },
            _ => {
                let from = at + 1;
                at = bytes[from..]
                    .iter()
                    .position(|byte| matches!(byte, b'\\' | b'`' | b'<' | b'{'))
                    .map_or(region.end, |next| from + next);
            }
        }
    }
    found
}

/// Where backticks stand, by how many stand together: however many there are, each is looked at once.
struct Backticks {
    /// Where the runs of each length begin.
    runs: HashMap<usize, Vec<usize>>,
}

impl Backticks {
    /// Those of `bytes` from `start` on.
    fn of(bytes: &[u8], start: usize) -> Backticks {
        let mut runs: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut at = start;
        while let Some(found) = memchr::memchr(b'`', &bytes[at..]) {
            at += found;
            let length = run(bytes, at);
            runs.entry(length).or_default().push(at);
            at += length;
        }
        Backticks { runs }
    }

    /// Behind the code span that the backticks at `at` open, or behind these backticks if none closes
    /// it.
    fn after_code_span(&self, bytes: &[u8], at: usize) -> usize {
        let opening = run(bytes, at);
        let behind = at + opening;
        let runs = self.runs.get(&opening).map_or(&[][..], Vec::as_slice);
        let next = runs.partition_point(|start| *start < behind);
        runs.get(next).map_or(behind, |start| start + opening)
    }
}

/// How many backticks stand together from `at` on.
fn run(bytes: &[u8], at: usize) -> usize {
    let rest = bytes[at..].iter();
    rest.take_while(|byte| **byte == b'`').count()
}
