//! Finished pages → what no reader could use: text on text, ink off the page, empty boxes.
//!
//! The typesetter warns of none of these. Lengths are points here, millimetres in messages.

use super::format::Format;
use super::world::Shared;
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic, list};
use crate::khmer;
use crate::leaflet::document::{Leaflet, for_each_text};
use std::collections::{BTreeSet, HashMap};
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst_layout::PagedDocument;

/// Ink on a page: a run of text, a picture or a shape, as a box from its top left corner.
pub(super) struct Ink {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
    pub(super) letters: Option<Letters>,
}

/// A run of text of one size on one line.
pub(super) struct Letters {
    pub(super) text: String,
    pub(super) baseline: f64,
    pub(super) size: f64,
}

/// All ink of a page, in the order it is drawn.
pub(super) fn ink(page: &Frame) -> Vec<Ink> {
    let mut found = Vec::new();
    collect(page, Transform::identity(), &mut found);
    found
}

/// Letters reach about this far above and below their line, in parts of their size.
const ASCENT: f64 = 0.8;
const DESCENT: f64 = 0.25;

fn collect(frame: &Frame, outer: Transform, found: &mut Vec<Ink>) {
    for (position, item) in frame.items() {
        let here = outer.pre_concat(Transform::translate(position.x, position.y));
        let mut push = |from: Point, to: Point, letters: Option<Letters>| {
            let (from, to) = (from.transform(here), to.transform(here));
            found.push(Ink {
                left: from.x.to_pt().min(to.x.to_pt()),
                top: from.y.to_pt().min(to.y.to_pt()),
                right: from.x.to_pt().max(to.x.to_pt()),
                bottom: from.y.to_pt().max(to.y.to_pt()),
                letters,
            });
        };
        match item {
            FrameItem::Group(group) => {
                collect(&group.frame, here.pre_concat(group.transform), found);
            }
            FrameItem::Text(text) if !text.text.trim().is_empty() => {
                let letters = Letters {
                    text: text.text.to_string(),
                    baseline: Point::zero().transform(here).y.to_pt(),
                    size: text.size.to_pt(),
                };
                let top = Point::with_y(-text.size * ASCENT);
                push(
                    top,
                    Point::new(text.width(), text.size * DESCENT),
                    Some(letters),
                );
            }
            FrameItem::Shape(shape, _) => {
                let bounds = shape.geometry.bbox(shape.stroke.as_ref());
                push(bounds.min, bounds.max, None);
            }
            FrameItem::Image(_, size, _) => push(Point::zero(), size.to_point(), None),
            _ => {}
        }
    }
}

/// Everything on these pages that no reader could use.
pub(super) fn audit(
    document: &PagedDocument,
    format: &Format,
    shared: &Shared,
    place: &Place,
) -> Report {
    let mut report = Report::new();
    let mut missing = BTreeSet::new();
    for (index, page) in document.pages().iter().enumerate() {
        let ink = ink(&page.frame);
        missing_glyphs(&page.frame, shared, &mut missing);
        let problems = off_the_page(&ink, &page.frame, format)
            .into_iter()
            .chain(overlaps(&ink))
            .map(|problem| problem.at(place, index + 1, format));
        problems.for_each(|problem| report.push(problem));
        too_small(&ink, format, place, &mut report);
    }
    if !missing.is_empty() {
        let named = missing.into_iter().map(|character| {
            let code = u32::from(character);
            format!("{character} U+{code:04X}")
        });
        report.push(diagnostic!(
            codes::leaflet::MISSING_GLYPH,
            place.clone(),
            characters = list(named)
        ));
    }
    report
}

/// A problem of a place on a page.
enum Problem {
    OffThePage { text: String, points: f64 },
    Overlap { left: String, right: String },
}

impl Problem {
    fn at(self, place: &Place, page: usize, format: &Format) -> Diagnostic {
        match self {
            Problem::OffThePage { text, points } => {
                let millimetres = Abs::pt(points).to_mm();
                diagnostic!(
                    codes::leaflet::OFF_THE_PAGE,
                    place.clone(),
                    text = text,
                    millimetres = format_args!("{:.0}", millimetres.ceil()),
                    page = page,
                    format = &format.name
                )
            }
            Problem::Overlap { left, right } => {
                diagnostic!(
                    codes::leaflet::OVERLAP,
                    place.clone(),
                    left = left,
                    right = right,
                    page = page,
                    format = &format.name
                )
            }
        }
    }
}

/// The ink that reaches farthest into each edge's white margin; one problem a page is enough.
fn off_the_page(ink: &[Ink], page: &Frame, format: &Format) -> Option<Problem> {
    /// Rounding, and strokes that lie half outside of their box.
    const TOLERANCE: f64 = 1.0;
    let margin = Abs::mm(format.rules.margin).to_pt();
    let (width, height) = (page.width().to_pt(), page.height().to_pt());
    let beyond = |ink: &Ink| {
        let edges = [
            margin - ink.left,
            margin - ink.top,
            ink.right - (width - margin),
            ink.bottom - (height - margin),
        ];
        edges.into_iter().fold(0.0, f64::max)
    };
    let worst = ink
        .iter()
        .max_by(|left, right| beyond(left).total_cmp(&beyond(right)))?;
    let points = beyond(worst);
    (points > TOLERANCE).then(|| Problem::OffThePage {
        text: worst
            .letters
            .as_ref()
            .map_or_else(|| "…".to_owned(), |letters| excerpt(&letters.text)),
        points,
    })
}

/// The first two texts that lie on each other.
fn overlaps(ink: &[Ink]) -> Option<Problem> {
    /// Side bearings and kerning may touch.
    const TOUCH: f64 = 1.0;
    /// How high the body of a letter is, in parts of its size.
    const BODY: f64 = 0.45;
    let mut lines: Vec<(&Ink, &Letters)> = ink
        .iter()
        .filter_map(|ink| Some((ink, ink.letters.as_ref()?)))
        .collect();
    lines.sort_by(|left, right| left.1.baseline.total_cmp(&right.1.baseline));
    let largest = lines.iter().map(|(_, letters)| letters.size);
    let largest = largest.fold(0.0, f64::max);
    for (index, (upper, above)) in lines.iter().enumerate() {
        for (lower, below) in &lines[index + 1..] {
            // Not even the largest text so far down reaches up here.
            if below.baseline - largest * BODY >= above.baseline {
                break;
            }
            if below.baseline - below.size * BODY >= above.baseline {
                continue;
            }
            if upper.left.max(lower.left) + TOUCH < upper.right.min(lower.right) {
                return Some(Problem::Overlap {
                    left: excerpt(&above.text),
                    right: excerpt(&below.text),
                });
            }
        }
    }
    None
}

fn too_small(ink: &[Ink], format: &Format, place: &Place, report: &mut Report) {
    let smallest = format.rules.smallest_text;
    let letters = ink.iter().filter_map(|ink| ink.letters.as_ref());
    if let Some(letters) = letters
        .into_iter()
        .find(|letters| letters.size < smallest - 0.01)
    {
        report.push(diagnostic!(
            codes::leaflet::TOO_SMALL,
            place.clone(),
            text = excerpt(&letters.text),
            points = format_args!("{:.1}", letters.size),
            smallest = smallest,
            format = &format.name
        ));
    }
}

/// The characters that were drawn as an empty box.
fn missing_glyphs(frame: &Frame, shared: &Shared, missing: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => missing_glyphs(&group.frame, shared, missing),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let cluster = &text.text[glyph.range()];
                    let unknown = |character: &char| !shared.has_glyph(*character);
                    let mut unknown = cluster.chars().filter(unknown).peekable();
                    if unknown.peek().is_none() {
                        missing.extend(cluster.chars().next());
                    }
                    missing.extend(unknown);
                }
            }
            _ => {}
        }
    }
}

/// The first text of the leaflet that its pages hold fewer letters of than it has.
///
/// A template may show more than a page says, and in any order; what it has no place for is missing.
pub(super) fn unprinted(document: &PagedDocument, leaflet: &Leaflet) -> Option<String> {
    let mut printed: HashMap<char, usize> = HashMap::new();
    for page in document.pages() {
        count_letters(&page.frame, &mut printed);
    }
    let mut missing = None;
    for_each_text(&leaflet.blocks, &mut |text: &str| {
        for letter in text.chars().filter(|letter| letter.is_alphanumeric()) {
            match printed.get_mut(&letter) {
                Some(left) if *left > 0 => *left -= 1,
                _ => {
                    missing.get_or_insert(text);
                }
            }
        }
    });
    missing.map(|text| excerpt(&text.replace('\u{200b}', "")))
}

fn count_letters(frame: &Frame, printed: &mut HashMap<char, usize>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => count_letters(&group.frame, printed),
            FrameItem::Text(text) => {
                for letter in text.text.chars().filter(|letter| letter.is_alphanumeric()) {
                    *printed.entry(letter).or_default() += 1;
                }
            }
            _ => {}
        }
    }
}

/// The beginning of a text, for a message.
fn excerpt(text: &str) -> String {
    khmer::truncate_clusters(text.trim(), 40).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(left: f64, right: f64, baseline: f64) -> Ink {
        let letters = Letters {
            text: "ក".to_owned(),
            baseline,
            size: 10.0,
        };
        Ink {
            left,
            top: baseline - 8.0,
            right,
            bottom: baseline + 2.5,
            letters: Some(letters),
        }
    }

    #[test]
    fn texts_overlap_where_their_letters_do() {
        assert!(overlaps(&[line(0.0, 50.0, 10.0), line(40.0, 90.0, 10.0)]).is_some());
        assert!(overlaps(&[line(0.0, 50.0, 10.0), line(50.5, 90.0, 10.0)]).is_none());
        assert!(overlaps(&[line(0.0, 50.0, 10.0), line(0.0, 50.0, 13.0)]).is_some());
        assert!(overlaps(&[line(0.0, 50.0, 10.0), line(0.0, 50.0, 24.0)]).is_none());
    }
}
