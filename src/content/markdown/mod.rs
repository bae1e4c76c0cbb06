//! Markdown with component calls → a [`Document`].
//!
//! CommonMark with tables, footnotes, strikethrough, definition lists and `{#id}` on headings; no
//! smart punctuation. Which components exist and where links lead is not known here.
//!
//! A heading without an `{#id}` gets the Latin words and digits of its text as its id
//! (`## Budget 2026` → `budget-2026`). One with letters of another script, or with no Latin letter,
//! gets `section-3`, where 3 is its number among the headings of the document: short, stable while
//! only text changes, and readable in any address bar, unlike percent-encoded Khmer. A second
//! heading with the same id gets `-2`, the next `-3`.

mod bare;
mod components;
mod controls;
mod fragments;
mod glance;
mod judge;
mod left_over;
mod lists;
pub(super) mod open_html;
mod pieces;
mod prose;
mod references;
mod tables;
mod targets;
#[cfg(test)]
mod tests;

use super::block::{
    Alignment, Block, Blocks, CallId, Code, ComponentCall, Definition, Document, Footnote,
    HeadingId, Inline, Inlines, LinkId, PictureId, Table, WrittenLink, WrittenPicture,
};
use super::link::Link;
use super::mask::{self, Found};
use super::page_text::AsTyped;
use super::places::Places;
use super::{headings, text};
use crate::diagnostic::{Report, codes, diagnostic};
use crate::khmer::{Segmenter, SetTexts};
use components::{only_calls, trim};
use lists::OpenList;
use pieces::Pieces;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag};
use references::References;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// How deep lists, quotes, components and marked-up words may stand in each other.
///
/// Everything after this walks the tree by recursion; the bound keeps it off the end of the stack.
pub const DEEPEST: usize = 64;

/// The Markdown we read.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_TASKLISTS
}

/// Reads the Markdown in `body`, a range of `text`, which is the whole content of the file at `path`.
pub fn parse<'text>(
    path: &'text str,
    text: impl Into<AsTyped<'text>>,
    body: Range<usize>,
    segmenter: &Segmenter,
    report: &mut Report,
) -> Document {
    let AsTyped { text, written } = text.into();
    let places = Places::new(path, text);
    let (typed, calls) = mask::mask(text, body.clone(), &places, report);
    let source = &text[body.clone()];
    let has_controls = controls::stand_in(typed.as_str());
    let (typed, is_hidden) = match has_controls {
        true => (typed, false),
        false => typed.written_over(targets::readable),
    };
    let mut broken_references = Vec::new();
    let mut note_broken_reference = |link: pulldown_cmark::BrokenLink<'_>| {
        if link.link_type == LinkType::Reference {
            broken_references.push((link.span, link.reference.to_string()));
        }
        None
    };
    let parser = Parser::new_with_broken_link_callback(
        typed.as_str(),
        options(),
        Some(&mut note_broken_reference),
    );
    let mut builder = Builder {
        text,
        places,
        segmenter,
        report,
        pending: String::new(),
        pending_at: 0,
        pending_marks: false,
        seen: vec![false; calls.len()],
        calls,
        stack: Vec::new(),
        blocks: Vec::new(),
        inlines: Vec::new(),
        cells: Vec::new(),
        document: Document {
            texts: SetTexts::with_room(body.len()),
            ..Document::default()
        },
        footnotes: BTreeMap::new(),
        footnote_order: Vec::new(),
        footnote_numbers: HashMap::new(),
        explicit_ids: HashSet::new(),
        headings: Vec::new(),
        not_prose: Vec::new(),
        visible: Vec::new(),
        has_wide_signs: memchr::memchr(0xEF, source.as_bytes()).is_some(),
        tables: Vec::new(),
        references: References::new(body.clone()),
        open_html: Vec::new(),
        ends_after_paragraph: 0,
        ends_to_come: fragments::EndsToCome::default(),
    };
    builder.open(Kind::Root);
    builder.note_set_in_code(typed.like_code());
    for (event, range) in parser.into_offset_iter() {
        let (event, range) = match typed.is_as_typed() {
            true => (event, range),
            false => (typed.as_typed(event, &range, source), typed.typed_at(range)),
        };
        let event = match (has_controls, is_hidden) {
            (true, _) => controls::replaced(event),
            (false, true) => targets::as_typed(event),
            (false, false) => event,
        };
        if !builder.event(event, range.start + body.start..range.end + body.start) {
            break;
        }
    }
    let not_prose = std::mem::take(&mut builder.not_prose);
    let (document, places) = builder.finish();
    prose::check_spelling(path, (text, written), &not_prose, report);
    for (span, reference) in broken_references {
        let span = typed.typed_at(span);
        let place = places.of(span.start + body.start..span.end + body.start);
        report.push(diagnostic!(
            codes::content::UNKNOWN_REFERENCE,
            place,
            reference = reference
        ));
    }
    document
}

/// An element that is still open.
struct Frame {
    kind: Kind,
    /// Where its own begin among the builder's blocks and inlines.
    blocks: usize,
    inlines: usize,
}

enum Kind {
    Root,
    Paragraph,
    Heading(u8, HeadingId, Range<usize>),
    Quote,
    List(OpenList),
    Item,
    Footnote(String, Range<usize>),
    Definitions(Vec<(Inlines, Vec<Blocks>)>),
    Term,
    Definition,
    Table {
        alignments: Box<[Alignment]>,
        head: Box<[Inlines]>,
        rows: Vec<Box<[Inlines]>>,
    },
    Row(tables::OpenRow),
    Cell,
    Code {
        language: Option<String>,
        text: String,
    },
    Html(Pieces, Range<usize>),
    Strong,
    Emphasis,
    Strikethrough,
    Link {
        target: Link,
        title: Box<str>,
        range: Range<usize>,
    },
    Image {
        source: Box<str>,
        title: Box<str>,
        range: Range<usize>,
    },
    Component(ComponentCall),
}

impl Kind {
    /// Whether blocks stand in it; words directly in it are those of a tight item.
    fn holds_blocks(&self) -> bool {
        matches!(
            self,
            Kind::Root
                | Kind::Quote
                | Kind::Item
                | Kind::Footnote(..)
                | Kind::Definition
                | Kind::Component(_)
        )
    }
}

struct Builder<'text, 'run> {
    /// The whole file, whose bytes the parser's offsets count.
    text: &'text str,
    places: Places<'text>,
    segmenter: &'run Segmenter,
    report: &'run mut Report,
    /// Words that were read and are not yet a text of the top frame: its words are found when it is whole.
    pending: String,
    /// Where the last of them stand.
    pending_at: usize,
    /// Whether marks or addresses may stand in them.
    pending_marks: bool,
    calls: Vec<Found>,
    /// Which of the calls have become part of the tree, or stand where none is active.
    seen: Vec<bool>,
    stack: Vec<Frame>,
    /// What stands in the elements that are open, the innermost last: when one ends, its own leave for
    /// a piece of memory of their size.
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    /// The cells of the row that is open.
    cells: Vec<Inlines>,
    document: Document,
    footnotes: BTreeMap<String, (Blocks, Range<usize>)>,
    /// Labels in the order of their first reference, with the number of references.
    footnote_order: Vec<(String, usize)>,
    /// The place of each of these labels there.
    footnote_numbers: HashMap<String, usize>,
    explicit_ids: HashSet<String>,
    /// Of every heading in order: its explicit id, and its words.
    headings: Vec<headings::Written>,
    /// Where code and markup stand, whose letters are no words.
    not_prose: Vec<Range<usize>>,
    /// Words in which marks stand that readers see, in order.
    visible: Vec<Range<usize>>,
    /// Whether signs of full width may stand in the text.
    has_wide_signs: bool,
    /// Where tables stand.
    tables: Vec<Range<usize>>,
    references: References,
    /// An author's own elements that are open.
    open_html: Vec<fragments::Open>,
    /// How many of them end when the paragraph does that is open.
    ends_after_paragraph: usize,
    ends_to_come: fragments::EndsToCome,
}

impl<'text> Builder<'text, '_> {
    /// Takes one event; false if nothing more can be read.
    fn event(&mut self, event: Event<'_>, range: Range<usize>) -> bool {
        self.pass(&event, &range);
        match event {
            Event::Start(tag) => {
                if self.stack.len() > DEEPEST {
                    let place = self.places.of(range.start..range.start + 1);
                    self.report.push(diagnostic!(
                        codes::content::TOO_DEEP,
                        place,
                        deepest = DEEPEST
                    ));
                    return false;
                }
                self.start(tag, range);
            }
            Event::End(_) => self.end(),
            Event::Text(words) => self.words(&words, range),
            Event::Code(code) => {
                self.not_prose.push(range);
                self.inline(Inline::Code(Box::new((&*code).into())));
            }
            Event::Html(html) => {
                self.not_prose.push(range.clone());
                self.html_line(&html, range);
            }
            Event::InlineHtml(html) => {
                self.not_prose.push(range.clone());
                self.inline_html(&html, range);
            }
            Event::FootnoteReference(label) => {
                let reference = self.footnote_reference(label.to_lowercase());
                self.inline(Inline::FootnoteReference(Box::new(reference)));
            }
            Event::SoftBreak => self.inline(Inline::SoftBreak),
            Event::HardBreak => self.inline(Inline::HardBreak),
            Event::Rule => match self.call_in(&range) {
                Some(index) => self.tag(index),
                None => self.block(Block::Rule),
            },
            Event::InlineMath(words) | Event::DisplayMath(words) => self.words(&words, range),
            Event::TaskListMarker(done) => self.inline(Inline::Task(done)),
        }
        true
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        if let Tag::CodeBlock(kind) = &tag {
            self.not_prose.push(range.clone());
            if let CodeBlockKind::Fenced(information) = kind {
                self.judge_fence(information, &range);
            }
        }
        let kind = match tag {
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => {
                let explicit = self.heading_id(id, &classes, &attrs, &range);
                let id = HeadingId::from(self.headings.len());
                self.headings.push(headings::Written {
                    explicit,
                    words: String::new(),
                    span: self.first_line(range.clone()).into(),
                });
                let level = level_number(level);
                self.note_accidental_heading(level, &range);
                Kind::Heading(level, id, range)
            }
            Tag::BlockQuote(_) => Kind::Quote,
            Tag::CodeBlock(kind) => Kind::Code {
                language: match kind {
                    CodeBlockKind::Fenced(info) => {
                        info.split_whitespace().next().map(str::to_owned)
                    }
                    CodeBlockKind::Indented => None,
                },
                text: String::new(),
            },
            Tag::HtmlBlock => Kind::Html(Pieces::default(), range),
            Tag::List(start) => Kind::List(OpenList::new(start)),
            Tag::Item => {
                self.next_item(&range);
                Kind::Item
            }
            Tag::FootnoteDefinition(label) => Kind::Footnote(label.to_lowercase(), range),
            Tag::DefinitionList => Kind::Definitions(Vec::new()),
            Tag::DefinitionListTitle => Kind::Term,
            Tag::DefinitionListDefinition => Kind::Definition,
            Tag::Table(alignments) => {
                self.tables.push(range.clone());
                Kind::Table {
                    alignments: alignments.iter().copied().map(tables::alignment).collect(),
                    head: Box::default(),
                    rows: Vec::new(),
                }
            }
            Tag::TableHead | Tag::TableRow => Kind::Row(tables::OpenRow::new(range)),
            Tag::TableCell => {
                if let Kind::Row(row) = &mut self.top().kind {
                    row.cell(range);
                }
                Kind::Cell
            }
            Tag::Emphasis => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strikethrough,
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => {
                self.references.lead(link_type, &id);
                self.link(link_type, &dest_url, title, range)
            }
            Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            } => {
                self.references.lead(link_type, &id);
                self.image(dest_url, title, range)
            }
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => Kind::Paragraph,
        };
        let is_inline = matches!(
            kind,
            Kind::Strong
                | Kind::Emphasis
                | Kind::Strikethrough
                | Kind::Link { .. }
                | Kind::Image { .. }
        );
        match is_inline {
            true => self.flush_text(),
            false => self.flush(),
        }
        self.open(kind);
    }

    fn end(&mut self) {
        while matches!(self.top().kind, Kind::Component(_)) {
            self.close_component_without_end();
        }
        if let Kind::Heading(_, _, range) = &self.top().kind {
            let range = range.clone();
            if let Some(column) = self.column_after_heading(&range) {
                self.push_text(column);
            }
        }
        self.close_html();
        self.flush_text();
        if self.top().kind.holds_blocks() {
            self.flush();
        }
        let frame = self.stack.pop().expect("every end has its start");
        let blocks: Blocks = self.blocks.drain(frame.blocks..).collect();
        if matches!(frame.kind, Kind::Paragraph) {
            self.paragraph(frame.inlines);
            return self.close_around_paragraph();
        }
        let inlines: Inlines = self.inlines.drain(frame.inlines..).collect();
        match frame.kind {
            Kind::Root => unreachable!("the parser never ends what it did not start"),
            Kind::Paragraph | Kind::Component(_) => unreachable!("they were closed above"),
            Kind::Heading(level, heading, _) => {
                self.headings[heading.index()].words =
                    text::plain_inlines(&self.document, &inlines);
                self.note_empty_heading(heading, &inlines);
                self.block(Block::Heading {
                    level,
                    heading,
                    content: inlines,
                });
            }
            Kind::Quote => self.block(Block::Quote(blocks)),
            Kind::List(list) => self.block(list.finished()),
            Kind::Item => {
                if let Kind::List(list) = &mut self.top().kind {
                    list.push(blocks);
                }
            }
            Kind::Footnote(label, range) => self.footnote(label, blocks, range),
            Kind::Definitions(definitions) => {
                let definitions = definitions.into_iter().map(|(term, bodies)| Definition {
                    term,
                    definitions: exact(bodies),
                });
                let definitions = definitions.collect();
                self.block(Block::Definitions(definitions));
            }
            Kind::Term => {
                if let Kind::Definitions(definitions) = &mut self.top().kind {
                    definitions.push((inlines, Vec::new()));
                }
            }
            Kind::Definition => {
                if let Kind::Definitions(definitions) = &mut self.top().kind
                    && let Some((_, bodies)) = definitions.last_mut()
                {
                    bodies.push(blocks);
                }
            }
            Kind::Table {
                alignments,
                head,
                rows,
            } => {
                let rows = exact(rows);
                self.block(Block::Table(Box::new(Table {
                    alignments,
                    head,
                    rows,
                })));
            }
            Kind::Row(row) => {
                let cells = self.cells.drain(..).collect();
                self.judge_row(&row);
                if let Kind::Table { head, rows, .. } = &mut self.top().kind {
                    match head.is_empty() {
                        true => *head = cells,
                        false => rows.push(cells),
                    }
                }
            }
            Kind::Cell => {
                let cell = tables::trimmed(inlines, &self.document.texts);
                self.cells.push(cell);
            }
            Kind::Code { language, text } => {
                self.block(Block::Code(Box::new(Code { language, text })));
            }
            Kind::Html(html, range) => self.html_block(html, &range),
            Kind::Strong => self.inline(Inline::Strong(Box::new(inlines))),
            Kind::Emphasis => self.inline(Inline::Emphasis(Box::new(inlines))),
            Kind::Strikethrough => self.inline(Inline::Strikethrough(Box::new(inlines))),
            Kind::Link {
                target,
                title,
                range,
            } => {
                self.note_wordless_link(&inlines, &range);
                let id = LinkId::from(self.document.links.len());
                self.document.links.push(WrittenLink {
                    to: target,
                    title,
                    span: range.into(),
                });
                self.inline(Inline::Link(id, Box::new(inlines)));
            }
            Kind::Image {
                source,
                title,
                range,
            } => {
                let alternative = text::plain_inlines(&self.document, &inlines);
                if alternative.trim().is_empty() {
                    let place = self.places.of(range.clone());
                    self.report.push(diagnostic!(
                        codes::content::NO_ALTERNATIVE,
                        place,
                        source = &source
                    ));
                }
                let id = PictureId::from(self.document.pictures.len());
                self.document.pictures.push(WrittenPicture {
                    source,
                    title: self.segmenter.set(&title),
                    alternative: alternative.into(),
                    span: range.into(),
                });
                self.inline(Inline::Image(id));
            }
        }
    }

    /// As much of these bytes as stands on their first line.
    fn first_line(&self, range: Range<usize>) -> Range<usize> {
        let line = self.text[range.clone()].lines().next().unwrap_or_default();
        range.start..range.start + line.trim_end().len()
    }

    fn top(&mut self) -> &mut Frame {
        self.stack.last_mut().expect("the root is never popped")
    }

    fn open(&mut self, kind: Kind) {
        self.stack.push(Frame {
            kind,
            blocks: self.blocks.len(),
            inlines: self.inlines.len(),
        });
    }

    fn block(&mut self, block: Block) {
        self.flush();
        self.blocks.push(block);
    }

    /// The inlines from `start` become a paragraph; of nothing but calls, these calls as blocks; of
    /// nothing, nothing.
    fn paragraph(&mut self, start: usize) {
        trim(&mut self.inlines, start, &self.document.texts);
        self.line(start, Block::Paragraph);
    }

    /// The inlines from `start` become a block, if there are any; of nothing but calls, these calls.
    fn line(&mut self, start: usize, block: fn(Inlines) -> Block) {
        if self.inlines.len() == start {
            return;
        }
        match only_calls(&self.inlines[start..], &self.document.texts) {
            Some(calls) => {
                self.inlines.truncate(start);
                self.blocks.extend(calls.into_iter().map(Block::Component));
            }
            None => {
                let content = self.inlines.drain(start..).collect();
                self.blocks.push(block(content));
            }
        }
    }

    fn inline(&mut self, inline: Inline) {
        self.flush_text();
        self.inlines.push(inline);
    }

    fn push_text(&mut self, words: &str) {
        self.push_seen(words, true);
    }

    /// The same of words that were looked at.
    fn push_seen(&mut self, words: &str, may_hold_marks: bool) {
        self.pending_marks |= may_hold_marks;
        match &mut self.top().kind {
            Kind::Code { text, .. } => text.push_str(words),
            _ => self.pending.push_str(words),
        }
    }

    /// The words read so far become a text.
    fn flush_text(&mut self) {
        if !self.pending.is_empty() {
            let words = std::mem::take(&mut self.pending);
            match std::mem::take(&mut self.pending_marks) && bare::may_stand_in(&words) {
                true => self.words_with_addresses(&words),
                false => self.plain_words(&words),
            }
            self.pending = words;
            self.pending.clear();
        }
    }

    /// Words directly in a container become a block before anything else follows.
    fn flush(&mut self) {
        self.flush_text();
        let top = self.top();
        let start = top.inlines;
        match top.kind {
            Kind::Component(_) | Kind::Root => self.paragraph(start),
            _ => self.line(start, Block::Plain),
        }
    }

    /// Gives a call its number.
    fn call(&mut self, call: ComponentCall) -> CallId {
        let id = CallId::from(self.document.calls.len());
        self.document.calls.push(call);
        id
    }

    fn finish(mut self) -> (Document, Places<'text>) {
        while self.stack.len() > 1 {
            if matches!(self.top().kind, Kind::Component(_)) {
                self.close_component_without_end();
            } else {
                self.end();
            }
        }
        self.close_html();
        self.flush();
        self.note_visible_marks();
        self.note_references();
        for index in 0..self.calls.len() {
            if !self.seen[index] {
                let range = self.calls[index].range.clone();
                self.misplaced(range);
            }
        }
        let mut document = std::mem::take(&mut self.document);
        document.blocks = self.blocks.drain(..).collect();
        for (label, references) in std::mem::take(&mut self.footnote_order) {
            // The parser makes a reference only of a label that is defined.
            let (blocks, _) = self.footnotes.remove(&label).unwrap_or_default();
            document.footnotes.push(Footnote {
                label,
                references,
                blocks,
            });
        }
        self.note_unused_footnotes();
        components::mark_those_in_lines(&mut document);
        document.headings = headings::ids(&self.headings);
        document.heading_spans = self.headings.iter().map(|one| one.span).collect();
        document.texts.shrink();
        document.links = exact(document.links).into();
        document.pictures = exact(document.pictures).into();
        document.calls = exact(document.calls).into();
        (document, self.places)
    }
}

/// The same in a piece of memory of their size: a vector's own stays as large as it is while half of
/// it is used, however it is shrunk.
fn exact<T>(mut parts: Vec<T>) -> Box<[T]> {
    parts.drain(..).collect()
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
