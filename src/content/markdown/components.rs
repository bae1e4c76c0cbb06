//! Component calls among the parser's events: each becomes a node, or opens or ends a container.

use super::{Builder, DEEPEST, Kind, glance};
use crate::content::block::{Block, CallId, Descend, Document, Inline, Stands, Visit};
use crate::content::call::Tag as CallTag;
use crate::diagnostic::{codes, diagnostic};
use crate::khmer::{Edge, SetTexts};
use std::ops::Range;

impl Builder<'_, '_> {
    /// Text, with the calls that stand in it.
    pub(super) fn words(&mut self, words: &str, range: Range<usize>) {
        if matches!(self.top().kind, Kind::Code { .. }) {
            match self.call_in(&range) {
                // What was masked is no call after all: it stands in a code block.
                Some(_) => {
                    self.pass_calls_in(&range);
                    let as_written = self.text[range].replace("\r\n", "\n");
                    self.push_text(&as_written);
                }
                None => self.push_text(words),
            }
            return;
        }
        if matches!(self.top().kind, Kind::Html(..)) {
            self.html_line(words, range);
            return;
        }
        let may_hold_marks = glance::may_hold_marks(words);
        if may_hold_marks {
            self.note_unknown_footnotes(words, &range);
        }
        self.see(words, &range, may_hold_marks);
        self.pending_at = range.start;
        let mut passed = 0;
        while let Some(index) = self.call_in(&(range.start + passed..range.end)) {
            let call = &self.calls[index].range;
            if words.len() != range.len() || call.end > range.end {
                break;
            }
            let (start, end) = (call.start - range.start, call.end - range.start);
            self.push_seen(&words[passed..start], may_hold_marks);
            self.tag(index);
            passed = end;
        }
        self.push_seen(&words[passed..], may_hold_marks);
    }

    /// The first call that begins in `range`.
    pub(super) fn call_in(&self, range: &Range<usize>) -> Option<usize> {
        let index = self
            .calls
            .partition_point(|found| found.range.start < range.start);
        (self.calls.get(index)?.range.start < range.end).then_some(index)
    }

    pub(super) fn pass_calls_in(&mut self, range: &Range<usize>) {
        let mut from = range.start;
        while let Some(index) = self.call_in(&(from..range.end)) {
            self.seen[index] = true;
            from = self.calls[index].range.end;
        }
    }

    pub(super) fn tag(&mut self, index: usize) {
        self.seen[index] = true;
        let range = self.calls[index].range.clone();
        let in_picture = self
            .stack
            .iter()
            .any(|frame| matches!(frame.kind, Kind::Image { .. }));
        let splits_here =
            matches!(self.top().kind, Kind::Paragraph) || self.top().kind.holds_blocks();
        match std::mem::replace(&mut self.calls[index].tag, CallTag::End) {
            CallTag::Call(call) if !in_picture => {
                let id = self.call(call);
                self.inline(Inline::Component(id));
            }
            CallTag::Open(call) if splits_here && self.stack.len() <= DEEPEST => {
                self.split(|builder| builder.open(Kind::Component(call)));
            }
            CallTag::End if splits_here => self.split(|builder| builder.end_component(range)),
            CallTag::Call(_) | CallTag::Open(_) | CallTag::End => self.misplaced(range),
        }
    }

    /// Does `change` between two blocks: a paragraph that is open ends before it and goes on after it.
    fn split(&mut self, change: impl FnOnce(&mut Self)) {
        if !matches!(self.top().kind, Kind::Paragraph) {
            self.flush();
            return change(self);
        }
        self.close_html();
        self.flush_text();
        let paragraph = self.stack.pop().expect("a paragraph is open");
        self.paragraph(paragraph.inlines);
        self.close_around_paragraph();
        change(self);
        self.open(Kind::Paragraph);
    }

    fn end_component(&mut self, range: Range<usize>) {
        if !matches!(self.top().kind, Kind::Component(_)) {
            let place = self.places.of(range);
            self.report
                .push(diagnostic!(codes::content::STRAY_END, place));
            return;
        }
        self.close_component();
    }

    fn close_component(&mut self) {
        self.close_html();
        self.flush();
        let frame = self.stack.pop().expect("a component is open");
        if let Kind::Component(mut call) = frame.kind {
            call.body = Some(self.blocks.drain(frame.blocks..).collect());
            let id = self.call(call);
            self.block(Block::Component(id));
        }
    }

    pub(super) fn close_component_without_end(&mut self) {
        if let Kind::Component(call) = &self.top().kind {
            let (name, span) = (call.name.clone(), call.span);
            let place = self.places.of(span.range());
            let missing = diagnostic!(codes::content::MISSING_END, place, name = name);
            self.report.push(missing);
        }
        self.close_component();
    }

    pub(super) fn misplaced(&mut self, range: Range<usize>) {
        let place = self.places.of(range);
        self.report
            .push(diagnostic!(codes::content::CALL_MISPLACED, place));
    }
}

/// Whether a call stands in a line is known when the paragraph is whole.
pub(super) fn mark_those_in_lines(document: &mut Document) {
    struct InLines {
        found: Vec<(CallId, Stands)>,
        around: Stands,
    }

    impl<'text> Visit<'text> for InLines {
        fn inline(&mut self, inline: &'text Inline) -> Descend {
            match inline {
                Inline::Component(id) => self.found.push((*id, self.around)),
                Inline::Link(_, content) => {
                    self.around = Stands::InLink;
                    self.inlines(content);
                    self.around = Stands::InLine;
                    return Descend::No;
                }
                _ => {}
            }
            Descend::Yes
        }
    }

    if document.calls.is_empty() {
        return;
    }
    let mut lines = InLines {
        found: Vec::new(),
        around: Stands::InLine,
    };
    document.bodies().for_each(|body| lines.blocks(body));
    let bodies = document
        .calls
        .iter()
        .filter_map(|call| call.body.as_deref());
    bodies.for_each(|body| lines.blocks(body));
    for (id, stands) in lines.found {
        document.calls[id.index()].stands = stands;
    }
}

/// Takes white space away where a paragraph was split at a call: around the inlines from `start`.
pub(super) fn trim(inlines: &mut Vec<Inline>, start: usize, texts: &SetTexts) {
    let is_space = |inline: &Inline| is_space(inline, texts);
    while inlines.len() > start && inlines.last().is_some_and(is_space) {
        inlines.pop();
    }
    let leading = inlines[start..]
        .iter()
        .take_while(|inline| is_space(inline));
    let leading = leading.count();
    inlines.drain(start..start + leading);
    if let Some(Inline::Text(text)) = inlines[start..].last_mut() {
        *text = texts.trimmed(*text, &BLANKS, Edge::End);
    }
    if let Some(Inline::Text(text)) = inlines[start..].first_mut() {
        *text = texts.trimmed(*text, &BLANKS, Edge::Start);
    }
}

const BLANKS: [char; 2] = [' ', '\t'];

fn is_space(inline: &Inline, texts: &SetTexts) -> bool {
    match inline {
        Inline::SoftBreak | Inline::HardBreak => true,
        Inline::Text(text) => texts.get(*text).as_str().trim().is_empty(),
        _ => false,
    }
}

/// The calls, if there is nothing else.
pub(super) fn only_calls(inlines: &[Inline], texts: &SetTexts) -> Option<Vec<CallId>> {
    let is_call =
        |inline: &Inline| matches!(inline, Inline::Component(_)) || is_space(inline, texts);
    if !inlines.iter().all(is_call) {
        return None;
    }
    let calls = inlines.iter().filter_map(|inline| match inline {
        Inline::Component(call) => Some(*call),
        _ => None,
    });
    Some(calls.collect())
}
