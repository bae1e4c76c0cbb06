//! Joins the text items of a line that layout made of one run of text.
//!
//! Layout begins a new item wherever a glyph's height changes, which in Khmer is in the middle of
//! nearly every cluster that has a mark; each piece then carries the text of the whole cluster, so
//! that readers would find it several times.

use super::language::Spoken;
use super::{emptied, inside};
use std::borrow::Cow;
use std::ops::Range;
use typst::layout::{Abs, Em, Frame, FrameItem, Point};
use typst::syntax::Span;
use typst::text::{Glyph, Lang, TextItem};

/// Where a line may break; layout has used it by now.
const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// The frame with each run of text in one item, in the language that it is spoken in.
pub(super) fn frame(frame: &Frame, spoken: Option<Spoken>) -> Frame {
    let mut items: Vec<(Point, FrameItem)> = Vec::new();
    let mut open: Option<Run> = None;
    for (position, item) in frame.items() {
        match item {
            FrameItem::Text(text) => {
                let run = match open.take() {
                    Some(mut run) if run.continues(*position, text) => {
                        run.append(*position, text);
                        run
                    }
                    closed => {
                        close(closed, &mut items);
                        items.push((*position, FrameItem::Text(text.clone())));
                        Run::begin(items.len() - 1, *position, text, spoken)
                    }
                };
                open = Some(run);
            }
            // An underline lies between the pieces of the run that it belongs to.
            FrameItem::Shape(..) => items.push((*position, item.clone())),
            _ => {
                close(open.take(), &mut items);
                items.push((
                    *position,
                    match (item, spoken) {
                        (FrameItem::Tag(tag), Some(spoken)) => FrameItem::Tag(spoken.tag(tag)),
                        _ => inside(item, |inner| self::frame(inner, spoken)),
                    },
                ));
            }
        }
    }
    close(open, &mut items);
    items.retain(|(_, item)| !matches!(item, FrameItem::Text(text) if text.glyphs.is_empty()));
    let mut out = emptied(frame);
    out.push_multiple(items);
    out
}

/// Whether it is a letter of a script that is written from the right.
fn is_from_the_right(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

fn close(run: Option<Run>, items: &mut [(Point, FrameItem)]) {
    if let Some(run) = run {
        let index = run.index;
        items[index].1 = FrameItem::Text(run.finish());
    }
}

/// A run of text that may still grow.
struct Run {
    /// Its place among the frame's items.
    index: usize,
    position: Point,
    end: Abs,
    item: TextItem,
    text: String,
    /// The language as it was set.
    set: Lang,
    /// Whether its glyphs stand in the order of the page, the last of the text first.
    is_from_the_right: bool,
    /// The last cluster: where it stands in the source, and in `text`.
    last: Option<((Span, u16), Range<u16>)>,
}

impl Run {
    fn begin(index: usize, position: Point, first: &TextItem, spoken: Option<Spoken>) -> Run {
        let mut run = Run {
            index,
            position,
            end: position.x,
            item: TextItem {
                text: Default::default(),
                glyphs: Vec::with_capacity(first.glyphs.len()),
                lang: spoken.map_or(first.lang, |spoken| spoken.language(first.lang)),
                ..first.clone()
            },
            set: first.lang,
            text: String::with_capacity(first.text.len()),
            is_from_the_right: first.text.contains(is_from_the_right),
            last: None,
        };
        run.append(position, first);
        run
    }

    fn continues(&self, position: Point, next: &TextItem) -> bool {
        let item = &self.item;
        (self.end - position.x).abs() < Abs::pt(0.01)
            && self.is_from_the_right == next.text.contains(is_from_the_right)
            && item.font == next.font
            && item.size == next.size
            && item.fill == next.fill
            && item.stroke == next.stroke
            && self.set == next.lang
            && item.region == next.region
            // Ranges of text are counted in sixteen bits.
            && self.text.len() + next.text.len() < usize::from(u16::MAX)
    }

    /// The item with its text in the order in which it is read.
    fn finish(mut self) -> TextItem {
        if self.is_from_the_right {
            let mut clusters: Vec<Range<u16>> = Vec::new();
            for glyph in &self.item.glyphs {
                if clusters.last() != Some(&glyph.range) {
                    clusters.push(glyph.range.clone());
                }
            }
            let mut read = String::with_capacity(self.text.len());
            let mut starts = vec![0; self.text.len() + 1];
            for cluster in clusters.iter().rev() {
                let written = usize::from(cluster.start)..usize::from(cluster.end);
                starts[written.start] = read.len();
                read.push_str(&self.text[written]);
            }
            for glyph in &mut self.item.glyphs {
                let start = starts[usize::from(glyph.range.start)];
                let length = usize::from(glyph.range.end - glyph.range.start);
                glyph.range = narrow(start)..narrow(start + length);
            }
            self.text = read;
        }
        self.item.text = self.text.as_str().into();
        self.item
    }

    fn append(&mut self, position: Point, piece: &TextItem) {
        // A frame's axis points down, a glyph's up.
        let raise = Em::from_abs(self.position.y - position.y, piece.size);
        for glyph in &piece.glyphs {
            let cluster = without_breaks(&piece.text[glyph.range()]);
            if cluster.is_empty() && glyph.x_advance == Em::zero() {
                continue;
            }
            let range = match &self.last {
                Some((source, range))
                    if *source == glyph.span
                        && self.text[usize::from(range.start)..usize::from(range.end)]
                            == cluster =>
                {
                    range.clone()
                }
                _ => {
                    let start = self.text.len();
                    self.text.push_str(&cluster);
                    narrow(start)..narrow(self.text.len())
                }
            };
            self.last = Some((glyph.span, range.clone()));
            self.item.glyphs.push(Glyph {
                range,
                y_offset: glyph.y_offset + raise,
                ..glyph.clone()
            });
        }
        self.end = position.x + piece.width();
    }
}

/// The text without the places where a line may break.
fn without_breaks(text: &str) -> Cow<'_, str> {
    match text.contains(ZERO_WIDTH_SPACE) {
        true => text.replace(ZERO_WIDTH_SPACE, "").into(),
        false => text.into(),
    }
}

fn narrow(position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX)
}
