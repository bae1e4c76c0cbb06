//! Finished pages → the same pages, whose text copies out of the PDF as it went in.
//!
//! Khmer is drawn from several glyphs a cluster, in an order that is not that of the text, and PDF
//! readers rebuild text glyph by glyph. So after layout every cluster becomes one item
//! ([`join`]) and then one glyph ([`compose`]), whose text is the cluster's. What is seen on the
//! page stays where it was.

mod compose;
mod join;
mod language;
mod lean;
mod program;
mod truetype;

pub(super) use language::{Spoken, stand_in};
pub(super) use lean::lean;
pub(super) use program::Programs;

use typst::layout::{Frame, FrameItem};
use typst::model::Document;
use typst_layout::{Page, PagedDocument};

/// Joins what layout split, takes U+200B out of the text, and says in which language it is.
pub(super) fn joined(document: &PagedDocument, spoken: Option<Spoken>) -> PagedDocument {
    let mut joined = with_frames(document, |frame| join::frame(frame, spoken));
    if let Some(spoken) = spoken {
        let info = joined.info_mut();
        info.locale = info.locale.map(|locale| spoken.locale(locale));
    }
    joined
}

/// Pages for the exporter alone.
pub(super) struct Composed {
    pub(super) document: PagedDocument,
    /// What the fonts of the document stand for.
    pub(super) programs: Programs,
}

/// Draws every cluster as one glyph; takes what [`joined`] gave.
pub(super) fn composed(document: &PagedDocument) -> Composed {
    let mut fonts = compose::Fonts::default();
    for page in document.pages() {
        fonts.collect(&page.frame);
    }
    let fonts = fonts.finish();
    Composed {
        document: with_frames(document, |frame| fonts.frame(frame)),
        programs: fonts.programs,
    }
}

fn with_frames(document: &PagedDocument, change: impl Fn(&Frame) -> Frame) -> PagedDocument {
    let pages = document.pages().iter().map(|page| Page {
        frame: change(&page.frame),
        ..page.clone()
    });
    PagedDocument::new(pages.collect(), document.info().clone())
}

/// An empty frame like `frame`.
fn emptied(frame: &Frame) -> Frame {
    let mut out = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        out.set_baseline(frame.baseline());
    }
    out
}

/// The item with `change` done to the frame inside it, if it is a group.
fn inside(item: &FrameItem, change: impl Fn(&Frame) -> Frame) -> FrameItem {
    match item {
        FrameItem::Group(group) => {
            let mut group = group.clone();
            group.frame = change(&group.frame);
            FrameItem::Group(group)
        }
        other => other.clone(),
    }
}
