//! One glyph for each cluster: composite glyphs stand behind those of the font.
//!
//! Then a PDF's table from glyphs to text is exact, and no reader has to understand anything more.

use super::program::{Component, Composite, Program, Programs};
use super::truetype::TrueType;
use super::{emptied, inside};
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;
use typst::foundations::Bytes;
use typst::layout::{Abs, Em, Frame, FrameItem};
use typst::text::{Font, FontInstance, Glyph, TextItem};

/// The fonts of a document and the clusters that each has to draw.
#[derive(Default)]
pub(super) struct Fonts {
    fonts: Vec<(Font, Additions)>,
}

/// What a font lacks to draw each cluster as one glyph.
struct Additions {
    first_new_glyph: u16,
    glyph_of: FxHashMap<Cluster, u16>,
    composites: Vec<Composite>,
    /// The text of glyphs that serve as they are; with another text a glyph needs a twin.
    text_of: FxHashMap<u16, String>,
}

/// A cluster as drawn and as read.
#[derive(PartialEq, Eq, Hash)]
struct Cluster {
    composite: Composite,
    text: String,
}

impl Fonts {
    /// Notes every cluster of the frame.
    pub(super) fn collect(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.collect(&group.frame),
                FrameItem::Text(text) => self.collect_text(text),
                _ => {}
            }
        }
    }

    fn collect_text(&mut self, text: &TextItem) {
        let font = text.font.font();
        let at = match self.fonts.iter().position(|(known, _)| known == font) {
            Some(at) => at,
            None => {
                let Some(glyphs) = composable(&text.font) else {
                    return;
                };
                self.fonts.push((font.clone(), Additions::after(glyphs)));
                self.fonts.len() - 1
            }
        };
        let additions = &mut self.fonts[at].1;
        for range in clusters(text) {
            additions.note(text, range);
        }
    }

    /// Makes the fonts that have a glyph for each cluster.
    pub(super) fn finish(self) -> ComposedFonts {
        let mut fonts = Vec::new();
        let mut programs = Vec::new();
        for (font, mut additions) in self.fonts {
            let program = Program {
                composites: std::mem::take(&mut additions.composites),
                font: font.clone(),
            };
            let used = additions.text_of.keys().copied().collect();
            let stub = u16::try_from(programs.len()).ok();
            let stub = stub.and_then(|number| program.stub(number, &used));
            let Some(stub) = stub.and_then(|stub| Font::new(Bytes::new(stub), 0)) else {
                continue;
            };
            let variant = stub.info().variant;
            // The size matters to variable fonts alone, and these are not composable.
            let instance = stub.instantiate(variant, Abs::pt(10.0), &Default::default());
            programs.push(program);
            fonts.push((font, additions, instance));
        }
        ComposedFonts {
            fonts,
            programs: Programs(programs),
        }
    }
}

impl Additions {
    fn after(glyphs: u16) -> Additions {
        Additions {
            first_new_glyph: glyphs,
            glyph_of: FxHashMap::default(),
            composites: Vec::new(),
            text_of: FxHashMap::default(),
        }
    }

    /// Whether these glyphs are one that stands for this text wherever it is.
    fn serves_as_it_is(&self, text: &TextItem, glyphs: &[Glyph]) -> bool {
        let [glyph] = glyphs else { return false };
        let known = self.text_of.get(&glyph.id);
        glyph.y_offset == Em::zero()
            && known.is_some_and(|known| known == &text.text[glyph.range()])
    }

    fn note(&mut self, text: &TextItem, range: Range<usize>) {
        let first = &text.glyphs[range.start];
        if range.len() == 1 && first.y_offset == Em::zero() {
            let read = &text.text[first.range()];
            let known = self
                .text_of
                .entry(first.id)
                .or_insert_with(|| read.to_owned());
            if known == read {
                return;
            }
        }
        let cluster = Cluster::of(text, range);
        let Ok(added) = u16::try_from(self.composites.len()) else {
            return;
        };
        // A font full of glyphs draws the rest of its clusters as before.
        let Some(glyph) = self
            .first_new_glyph
            .checked_add(added)
            .filter(|id| *id < u16::MAX)
        else {
            return;
        };
        if let Entry::Vacant(vacant) = self.glyph_of.entry(cluster) {
            self.composites.push(vacant.key().composite.clone());
            vacant.insert(glyph);
        }
    }
}

impl Cluster {
    fn of(text: &TextItem, range: Range<usize>) -> Cluster {
        let units = text.font.units_per_em();
        #[allow(
            clippy::cast_possible_truncation,
            reason = "a float is clamped to the type's range"
        )]
        let in_units = |length: Em| (length.get() * units).round() as i16;
        let glyphs = &text.glyphs[range];
        let mut pen = Em::zero();
        let mut components = Vec::with_capacity(glyphs.len());
        for glyph in glyphs {
            components.push(Component {
                glyph: glyph.id,
                x: in_units(pen + glyph.x_offset),
                y: in_units(glyph.y_offset),
            });
            pen += glyph.x_advance;
        }
        Cluster {
            composite: Composite {
                components,
                advance: u16::try_from(in_units(pen)).unwrap_or(0),
            },
            text: text.text[glyphs[0].range()].to_owned(),
        }
    }
}

/// Fonts with a glyph for each cluster of a document.
pub(super) struct ComposedFonts {
    fonts: Vec<(Font, Additions, FontInstance)>,
    /// What the file draws with them.
    pub(super) programs: Programs,
}

impl ComposedFonts {
    /// The frame with one glyph for each cluster.
    pub(super) fn frame(&self, frame: &Frame) -> Frame {
        let mut out = emptied(frame);
        for (position, item) in frame.items() {
            let item = match item {
                FrameItem::Text(text) => FrameItem::Text(self.text(text)),
                other => inside(other, |frame| self.frame(frame)),
            };
            out.push(*position, item);
        }
        out
    }

    fn text(&self, text: &TextItem) -> TextItem {
        let font = text.font.font();
        let Some((_, additions, composed)) = self.fonts.iter().find(|(known, ..)| known == font)
        else {
            return text.clone();
        };
        let mut glyphs = Vec::with_capacity(text.glyphs.len());
        for range in clusters(text) {
            let parts = &text.glyphs[range.clone()];
            let composite = match additions.serves_as_it_is(text, parts) {
                true => None,
                false => additions.glyph_of.get(&Cluster::of(text, range)),
            };
            match composite {
                Some(id) => glyphs.push(Glyph {
                    id: *id,
                    x_advance: parts.iter().map(|glyph| glyph.x_advance).sum(),
                    x_offset: Em::zero(),
                    y_offset: Em::zero(),
                    ..parts[0].clone()
                }),
                None => glyphs.extend_from_slice(parts),
            }
        }
        TextItem {
            font: composed.clone(),
            glyphs,
            ..text.clone()
        }
    }
}

/// The number of glyphs of a font that composites can be added to: a static TrueType font.
fn composable(font: &FontInstance) -> Option<u16> {
    let is_static = font.variations().0.is_empty() && font.font().index() == 0;
    is_static
        .then(|| TrueType::read(font.font().data()))?
        .map(|font| font.glyphs())
}

/// The ranges of glyphs that stand for one piece of text each.
fn clusters(text: &TextItem) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.glyphs
        .chunk_by(|left, right| left.range == right.range)
        .map(move |glyphs| {
            let range = start..start + glyphs.len();
            start = range.end;
            range
        })
}
