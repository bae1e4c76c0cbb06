//! A PDF → the words that its pages show, as far as its fonts say which letters they draw.
//!
//! Letters that stand away from those before them begin a new word, and on another height a new line: programs
//! write few spaces. What is scanned holds no letters.

use crate::guarded::guarded;
use crate::theme;
use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, InterpreterWarning, Paint, PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Who reads: what was read by another is no answer.
pub(super) const READER: &str = "words of a PDF";

/// What stands on the pages of a PDF.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Words {
    /// Of each page.
    pub pages: Vec<String>,
    /// Whether something is shown of which nobody knows the letters: pages that are pictures alone, fonts that do
    /// not say what they draw.
    pub are_unknown: bool,
}

/// The words of a PDF; nothing of one that cannot be read.
///
/// The cost grows with its size.
pub(super) fn words(bytes: &[u8]) -> Option<Words> {
    guarded(|| read(bytes))?
}

fn read(bytes: &[u8]) -> Option<Words> {
    let pdf = Pdf::new(bytes.to_vec()).ok()?;
    let cache = InterpreterCache::new();
    let is_unsupported = Arc::new(AtomicBool::new(false));
    let mut words = Words::default();
    for page in pdf.pages().iter() {
        // Where pages begin and end changes no word.
        let bounds = Rect::new(0.0, 0.0, 1.0, 1.0);
        let settings = settings(&is_unsupported);
        let mut context = Context::new(Affine::IDENTITY, bounds, &cache, pdf.xref(), settings);
        let mut seen = Seen::default();
        interpret_page(page, &mut context, &mut seen);
        words.are_unknown |= seen.tells_nothing();
        words.pages.push(seen.text);
    }
    words.are_unknown |= is_unsupported.load(Ordering::Relaxed);
    Some(words)
}

/// Fonts that a PDF only names have the shapes of another one here, which change no word; of one that cannot be
/// read, `is_unsupported` is told.
fn settings(is_unsupported: &Arc<AtomicBool>) -> InterpreterSettings {
    let is_unsupported = is_unsupported.clone();
    InterpreterSettings {
        font_resolver: Arc::new(|_| Some((Arc::new(theme::some_font()), 0))),
        warning_sink: Arc::new(move |warning| {
            if let InterpreterWarning::UnsupportedFont = warning {
                is_unsupported.store(true, Ordering::Relaxed);
            }
        }),
        ..InterpreterSettings::default()
    }
}

/// What was seen of a page.
#[derive(Default)]
struct Seen {
    text: String,
    known: usize,
    unknown: usize,
    pictures: usize,
    last: Option<Last>,
}

/// The letter before.
struct Last {
    at: Point,
    /// How far its letters are from each other, at most.
    wide: f64,
}

impl Seen {
    /// Whether most of it is pictures, or letters that nobody knows.
    fn tells_nothing(&self) -> bool {
        self.unknown > self.known || self.known == 0 && self.pictures > 0
    }

    fn letter(&mut self, glyph: &Glyph<'_>, transform: Affine) {
        let Some(letters) = glyph.as_unicode() else {
            self.unknown += 1;
            return;
        };
        let at = transform * Point::ORIGIN;
        // Letters that are filled and outlined are drawn twice.
        if self.last.as_ref().is_some_and(|last| last.at == at) {
            return;
        }
        self.known += 1;
        // A thousandth of the letter's size, along its line.
        let ahead = transform * Point::new(1.0, 0.0) - at;
        let unit = ahead.hypot();
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().map(f64::from),
            Glyph::Type3(_) => None,
        };
        // Of no letter of a number, where a font does not say how wide it is.
        let advance = advance.unwrap_or(1000.0);
        if let Some(last) = &self.last {
            // Lines may run in any direction.
            let from_last = at - last.at;
            let (along, across) = match unit > 0.0 {
                true => (
                    from_last.dot(ahead) / unit,
                    from_last.cross(ahead).abs() / unit,
                ),
                false => (0.0, 0.0),
            };
            if across > 300.0 * unit {
                self.text.push('\n');
            } else if along > last.wide || along < 0.0 {
                self.text.push(' ');
            }
        }
        self.last = Some(Last {
            at,
            wide: (advance + 200.0) * unit,
        });
        match letters {
            BfString::Char(letter) => self.text.push(letter),
            BfString::String(letters) => self.text.push_str(&letters),
        }
    }
}

impl Device<'_> for Seen {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        self.letter(glyph, transform * glyph_transform);
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {
        self.pictures += 1;
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
