//! Marks that readers see: what looks like Markdown, or like what other programs write, and was read as
//! words; and lines that became another thing than they look like.

mod bars;
mod columns;
mod signs;

use super::{Builder, Kind};
use crate::content::typed::{dashes, is_space};
use crate::diagnostic::{codes, diagnostic};
use std::ops::Range;

/// A heading of more letters than this is a paragraph that was underlined by accident.
const LONGEST_HEADING: usize = 120;

impl Builder<'_, '_> {
    /// Remembers words that may hold such marks; almost none do.
    pub(super) fn see(&mut self, words: &str, range: &Range<usize>, may_hold_marks: bool) {
        let bytes = words.as_bytes();
        let may_hold = may_hold_marks
            && (memchr::memchr3(b'*', b'_', b'~', bytes).is_some()
            || memchr::memchr3(b'[', b']', b'<', bytes).is_some()
            || memchr::memchr3(b'{', b'|', b'&', bytes).is_some()
            || memchr::memchr(b'\t', bytes).is_some()
            // One alone says nothing.
            || memchr::memchr2_iter(b':', b'=', bytes).nth(1).is_some()
            || words.starts_with('#')
            || self.has_wide_signs && memchr::memchr(0xEF, bytes).is_some())
            || dashes::begins_as_foreign(words);
        // What was an entity is no mark.
        if !may_hold || words.len() != range.len() || self.is_in_address(range) {
            return;
        }
        match self.visible.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => self.visible.push(range.clone()),
        }
    }

    /// Whether they are the words of an address, `<https://…>`.
    fn is_in_address(&self, range: &Range<usize>) -> bool {
        let is_link = matches!(
            self.stack.last().map(|frame| &frame.kind),
            Some(Kind::Link { .. })
        );
        is_link && range.start > 0 && self.text.as_bytes()[range.start - 1] == b'<'
    }

    /// Tells of all of them, in one walk over the text.
    pub(super) fn note_visible_marks(&mut self) {
        let visible = std::mem::take(&mut self.visible);
        if visible.is_empty() {
            return;
        }
        for found in signs::find(self.text, &visible, &|at| self.call_around(at)) {
            let place = self.places.of(found.range.clone());
            let mark = &self.text[found.range];
            self.report.push(match found.kind {
                signs::Kind::Emphasis => {
                    diagnostic!(codes::content::EMPHASIS_LEFT_OVER, place, mark = mark)
                }
                signs::Kind::Link => {
                    diagnostic!(codes::content::LINK_LEFT_OVER, place, mark = mark)
                }
                signs::Kind::Heading => {
                    diagnostic!(codes::content::HEADING_WITHOUT_SPACE, place, word = mark)
                }
                signs::Kind::Underline => diagnostic!(codes::content::OTHER_DASHES, place),
                signs::Kind::Tag => {
                    diagnostic!(codes::content::HTML_TAG_UNCLOSED, place, name = mark)
                }
                signs::Kind::Foreign => {
                    diagnostic!(codes::content::FOREIGN_MARK, place, mark = mark)
                }
            });
        }
        self.note_columns(&visible);
        for found in bars::find(self.text, &visible, &self.tables) {
            let place = self.places.of(found.range.clone());
            self.report.push(match found.fault {
                bars::Fault::Mismatch { head, ruler } => diagnostic!(
                    codes::content::RULER_MISMATCH,
                    place,
                    head = head,
                    ruler = ruler
                ),
                bars::Fault::NoRuler { columns } => diagnostic!(
                    codes::content::RULER_MISSING,
                    place,
                    ruler = format!("|{}", "---|".repeat(columns.min(12)))
                ),
                bars::Fault::NoHead => diagnostic!(codes::content::TABLE_WITHOUT_HEAD, place),
                bars::Fault::Escaped => diagnostic!(codes::content::TABLE_ESCAPED, place),
                bars::Fault::Glued => diagnostic!(codes::content::TABLE_IN_A_PARAGRAPH, place),
                bars::Fault::Asked => diagnostic!(codes::content::BARS_IN_TEXT, place),
            });
        }
    }

    /// Cells with tabs between them are read as words in one line.
    fn note_columns(&mut self, visible: &[Range<usize>]) {
        for range in columns::find(self.text, visible) {
            let place = self.places.of(range);
            self.report
                .push(diagnostic!(codes::content::TABS_IN_TEXT, place));
        }
    }

    /// The end of the call that stands around this place.
    fn call_around(&self, at: usize) -> Option<usize> {
        let next = self.calls.partition_point(|found| found.range.start <= at);
        let call = &self.calls[next.checked_sub(1)?].range;
        (at < call.end).then_some(call.end)
    }

    /// A paragraph with a line of `-` right below it is a heading; who writes one means a rule.
    pub(super) fn note_accidental_heading(&mut self, level: u8, range: &Range<usize>) {
        let heading = self.text.get(range.clone()).unwrap_or_default().trim_end();
        if level != 2 || heading.starts_with(['#', '＃']) {
            return;
        }
        let Some(end) = heading.rfind(['\n', '\r']) else {
            return;
        };
        let words = heading[..end].trim_end();
        let is_sentence = words.ends_with(['។', '៕', '.', '!', '?', ';', ',']);
        let is_long = words.len() > LONGEST_HEADING && words.chars().count() > LONGEST_HEADING;
        if !is_sentence && !is_long && !words.contains(['\n', '\r']) {
            return;
        }
        let line = heading[end + 1..].trim_start_matches(|c| is_space(c) || c == '>');
        let start = range.start + heading.len() - line.len();
        let place = self.places.of(start..start + line.len());
        self.report
            .push(diagnostic!(codes::content::ACCIDENTAL_HEADING, place));
    }

    /// Code that nobody ends is the rest of its page; words behind its fence are not shown.
    pub(super) fn judge_fence(&mut self, information: &str, range: &Range<usize>) {
        let block = self.text.get(range.clone()).unwrap_or_default();
        let sign = if block.starts_with('~') { '~' } else { '`' };
        let length = block.len() - block.trim_start_matches(sign).len();
        let first = block.lines().next().unwrap_or_default();
        let last = block.trim_end().lines().next_back().unwrap_or_default();
        let last = last.trim_start_matches(|c| is_space(c) || c == '>');
        let closing = last.len() - last.trim_start_matches(sign).len();
        let is_whole = last[closing..].trim_matches(is_space).is_empty();
        if block.trim_end().len() == first.trim_end().len() || closing < length || !is_whole {
            let place = self.places.of(range.start..range.start + length);
            self.report
                .push(diagnostic!(codes::content::FENCE_OPEN, place));
        }
        if information.contains(|c: char| c.is_alphanumeric() && !c.is_ascii()) {
            let words = first[length..].trim_matches(is_space);
            let start = range.start + first.trim_end_matches(is_space).len() - words.len();
            let place = self.places.of(start..start + words.len());
            self.report.push(diagnostic!(
                codes::content::FENCE_WORDS,
                place,
                words = words
            ));
        }
    }

    /// Lines that were set in and look like code are shown as text.
    pub(super) fn note_set_in_code(&mut self, found: &[Range<usize>]) {
        let start = self.references.start();
        for range in found {
            let place = self.places.of(start + range.start..start + range.end);
            self.report
                .push(diagnostic!(codes::content::SET_IN_CODE, place));
        }
    }
}
