//! The file to read, and where its pages lie on paper → the file to print.
//!
//! The pages' own streams are taken as they are, each as a form (ISO 32000-1, 8.10) that its sides draw:
//! letters, pictures and patterns need not be written a second time. What structures a document, and its
//! links, are left out: nothing of it has a meaning where pages stand out of order.

use super::file::{ByNumber, File, Object};
use crate::leaflet::impose::Placed;
use std::collections::BTreeSet;
use std::fmt::Write;
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::visualize::{Geometry, Shape};

/// The sides of the sheets, with what the pages on them need; nothing of a file that is not the exporter's.
pub(super) fn sheets(file: &File<'_>, sides: &[Frame], identifier: &str) -> Option<File<'static>> {
    let known = file.by_number();
    let root = known.get(reference(&file.trailer, "/Root")?)?;
    let tree = known.get(reference(&root.body, "/Pages")?)?;
    let mut own = Numbers { next: file.size };
    let mut objects = Vec::new();
    let mut needed = BTreeSet::new();
    let mut forms = Vec::new();
    for page in references(array(&tree.body, "/Kids")?) {
        let page = known.get(page)?;
        let resources = reference(&page.body, "/Resources")?;
        need(&known, resources, &mut needed);
        let drawn = known.get(reference(&page.body, "/Contents")?)?;
        let edges = std::str::from_utf8(array(&page.body, "/MediaBox")?).ok()?;
        let head = format!("<</Type/XObject/Subtype/Form/BBox[{edges}]/Resources {resources} 0 R");
        let stream = drawn.body.strip_prefix(b"<<")?;
        let number = own.next();
        forms.push(number);
        objects.push(object(number, [head.as_bytes(), stream].concat()));
    }
    let pages = own.next();
    let mut kids = String::new();
    for side in sides {
        let mut drawing = Drawing::of(side);
        drawing.frame(side, Transform::identity());
        let drawn = own.next();
        let length = drawing.commands.len();
        let stream = format!(
            "<</Length {length}>>\nstream\n{}\nendstream",
            drawing.commands
        );
        objects.push(object(drawn, stream.into_bytes()));
        let mut named = String::new();
        for number in drawing.pages {
            let form = forms.get(number.checked_sub(1)?)?;
            let _ = write!(named, "/P{number} {form} 0 R");
        }
        let (width, height) = (
            decimal(side.width().to_pt()),
            decimal(side.height().to_pt()),
        );
        let page = own.next();
        let _ = write!(kids, "{page} 0 R ");
        let page_body = format!(
            "<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 {width} {height}]\
             /Resources<</XObject<<{named}>>>>/Contents {drawn} 0 R>>"
        );
        objects.push(object(page, page_body.into_bytes()));
    }
    let tree = format!(
        "<</Type/Pages/Count {}/Kids[{}]>>",
        sides.len(),
        kids.trim_end()
    );
    objects.push(object(pages, tree.into_bytes()));
    let catalog = own.next();
    let mut catalog_body = format!("<</Type/Catalog/Pages {pages} 0 R").into_bytes();
    if let Some(language) = string(&root.body, "/Lang") {
        catalog_body.extend_from_slice(b"/Lang");
        catalog_body.extend_from_slice(language);
    }
    catalog_body.extend_from_slice(b"/ViewerPreferences<</DisplayDocTitle true>>>>");
    objects.push(object(catalog, catalog_body));
    let mut trailer = format!("/Root {catalog} 0 R");
    if let Some(about) = reference(&file.trailer, "/Info") {
        needed.insert(about);
        let _ = write!(trailer, "/Info {about} 0 R");
    }
    let hash = blake3::hash(identifier.as_bytes()).to_hex();
    let identifier = &hash.as_str()[..32];
    let _ = write!(trailer, "/ID[<{identifier}><{identifier}>]");
    let mut black = None;
    for kept in &file.objects {
        if !needed.contains(&kept.number) {
            continue;
        }
        if !is_of_colours(&known, kept) {
            objects.push(object(kept.number, kept.body.to_vec()));
            continue;
        }
        let function = *black.get_or_insert_with(|| own.next());
        let space = format!("[/DeviceN[/Red/Green/Blue]/DeviceGray {function} 0 R]");
        objects.push(object(kept.number, space.into_bytes()));
    }
    if let Some(number) = black {
        let length = TO_BLACK.len();
        let head = "<</FunctionType 4/Domain[0 1 0 1 0 1]/Range[0 1]";
        let function = format!("{head}/Length {length}>>\nstream\n{TO_BLACK}\nendstream");
        objects.push(object(number, function.into_bytes()));
    }
    Some(File {
        head: file.head.to_vec().into(),
        objects,
        trailer: trailer.into_bytes().into(),
        size: own.next,
    })
}

/// From a colour to what a printer without colours has (ISO 32000-1, 7.10.5): letters and lines in the colour
/// of the site are black, of which no copier makes a raster, and all that is light is grey.
const TO_BLACK: &str = "{0.11 mul exch 0.59 mul add exch 0.3 mul add dup 0.45 lt{pop 0}if}";

/// Whether an object says that numbers stand for colours of red, green and blue (ISO 32000-1, 8.6.5.5).
fn is_of_colours(known: &ByNumber<'_, '_>, object: &Object<'_>) -> bool {
    let profile = object.body.strip_prefix(b"[/ICCBased ");
    let profile = profile.and_then(|rest| references(rest).first().copied());
    let profile = profile.and_then(|number| known.get(number));
    profile.is_some_and(|profile| value(profile.text(), "/N").is_some_and(|n| n.starts_with(b"3")))
}

/// Numbers of new objects.
struct Numbers {
    next: u32,
}

impl Numbers {
    fn next(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }
}

fn object(number: u32, body: Vec<u8>) -> Object<'static> {
    Object {
        number,
        body: body.into(),
    }
}

/// Adds an object and all that it refers to.
fn need(known: &ByNumber<'_, '_>, number: u32, needed: &mut BTreeSet<u32>) {
    if !needed.insert(number) {
        return;
    }
    if let Some(object) = known.get(number)
        && !is_of_colours(known, object)
    {
        for number in references(object.text()) {
            need(known, number, needed);
        }
    }
}

/// The objects that a text refers to.
fn references(text: &[u8]) -> Vec<u32> {
    let found = memchr::memmem::find_iter(text, b" 0 R").filter_map(|end| {
        let begin = text[..end].iter().rposition(|byte| !byte.is_ascii_digit());
        let digits = &text[begin.map_or(0, |before| before + 1)..end];
        std::str::from_utf8(digits).ok()?.parse().ok()
    });
    found.collect()
}

/// What stands after a key.
fn value<'text>(text: &'text [u8], key: &str) -> Option<&'text [u8]> {
    let at = memchr::memmem::find(text, key.as_bytes())?;
    Some(text[at + key.len()..].trim_ascii_start())
}

/// The object that a key refers to.
pub(super) fn reference(text: &[u8], key: &str) -> Option<u32> {
    let value = value(text, key)?;
    let end = value.iter().position(|byte| !byte.is_ascii_digit())?;
    value[end..].starts_with(b" 0 R").then_some(())?;
    std::str::from_utf8(&value[..end]).ok()?.parse().ok()
}

/// What stands between the brackets of a key's list.
fn array<'text>(text: &'text [u8], key: &str) -> Option<&'text [u8]> {
    let value = value(text, key)?.strip_prefix(b"[")?;
    Some(&value[..memchr::memchr(b']', value)?])
}

/// A key's short text, with its brackets.
fn string<'text>(text: &'text [u8], key: &str) -> Option<&'text [u8]> {
    let value = value(text, key)?;
    value.starts_with(b"(").then_some(())?;
    Some(&value[..=memchr::memchr(b')', value)?])
}

/// What is drawn on a side, as commands of a page (ISO 32000-1, 8 and 9), and the pages in it.
struct Drawing {
    commands: String,
    pages: BTreeSet<usize>,
    height: Abs,
}

impl Drawing {
    fn of(side: &Frame) -> Drawing {
        Drawing {
            commands: String::new(),
            pages: BTreeSet::new(),
            height: side.height(),
        }
    }

    fn frame(&mut self, frame: &Frame, outer: Transform) {
        for (position, item) in frame.items() {
            let here = outer.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => {
                    let here = here.pre_concat(group.transform);
                    if let Some(Placed(number)) = Placed::of(group) {
                        self.pages.insert(number);
                        self.page(number, group.frame.height(), here);
                        continue;
                    }
                    if group.clip.is_none() {
                        self.frame(&group.frame, here);
                        continue;
                    }
                    self.commands.push_str("q\n");
                    self.corners(Point::zero(), group.frame.size().to_point(), here);
                    self.commands.push_str("W n\n");
                    self.frame(&group.frame, here);
                    self.commands.push_str("Q\n");
                }
                FrameItem::Shape(shape, _) => self.shape(shape, here),
                _ => {}
            }
        }
    }

    /// Draws a page: its own axis points up, as that of the side does.
    fn page(&mut self, number: usize, height: Abs, here: Transform) {
        let (sx, kx) = (here.sx.get(), here.kx.get());
        let (ky, sy) = (here.ky.get(), here.sy.get());
        let right = kx * height.to_pt() + here.tx.to_pt();
        let up = self.height.to_pt() - sy * height.to_pt() - here.ty.to_pt();
        let numbers = [sx, -ky, -kx, sy, right, up].map(decimal).join(" ");
        let _ = writeln!(self.commands, "q {numbers} cm /P{number} Do Q");
    }

    /// A line or a rectangle, of which marks are made.
    fn shape(&mut self, shape: &Shape, here: Transform) {
        let paint = match (&shape.fill, &shape.stroke) {
            (Some(_), _) => "f",
            (None, Some(stroke)) => {
                let width = decimal(stroke.thickness.to_pt());
                let _ = writeln!(self.commands, "{width} w");
                "S"
            }
            (None, None) => return,
        };
        match &shape.geometry {
            Geometry::Line(to) => {
                self.at(Point::zero(), here, "m");
                self.at(*to, here, "l");
            }
            Geometry::Rect(size) => self.corners(Point::zero(), size.to_point(), here),
            Geometry::Curve(_) => return,
        }
        let _ = writeln!(self.commands, "{paint}");
    }

    /// The path around a rectangle.
    fn corners(&mut self, from: Point, to: Point, here: Transform) {
        self.at(from, here, "m");
        self.at(Point::new(to.x, from.y), here, "l");
        self.at(to, here, "l");
        self.at(Point::new(from.x, to.y), here, "l");
        self.commands.push_str("h ");
    }

    fn at(&mut self, point: Point, here: Transform, command: &str) {
        let point = point.transform(here);
        let (x, y) = (point.x.to_pt(), (self.height - point.y).to_pt());
        let _ = write!(self.commands, "{} {} {command} ", decimal(x), decimal(y));
    }
}

/// A number as files of the standard hold it, exact to a ten-thousandth of a point.
fn decimal(number: f64) -> String {
    let written = format!("{number:.4}");
    let written = written.trim_end_matches('0').trim_end_matches('.');
    match written {
        "-0" => "0".to_owned(),
        written => written.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::leaflet::format::{Fold, Rules, Size};
    use crate::leaflet::impose;
    use crate::leaflet::typeset::Tones;
    use typst::foundations::{Content, Smart};
    use typst::layout::Size as Area;
    use typst::model::DocumentInfo;
    use typst_layout::{Page, PagedDocument};

    /// A file of one page with a font and a picture, which stands in a tree with what structures it.
    fn file() -> File<'static> {
        let bodies = [
            "<</Type/Pages/Count 1/Kids[2 0 R]>>",
            "<</Type/Page/Resources 3 0 R/MediaBox[0 0 30 40]/StructParents 0/Parent 1 0 R/Contents 4 0 R>>",
            "<</Font<</F0 5 0 R>>>>",
            "<</Length 4>>\nstream\nBT 9\nendstream",
            "<</Type/Font/ToUnicode 6 0 R>>",
            "<</Length 6>>\nstream\n 7 0 R\nendstream",
            "<</Type/StructTreeRoot>>",
            "<</Title(a)>>",
            "<</Type/Catalog/Pages 1 0 R/StructTreeRoot 7 0 R/Lang(km)>>",
        ];
        let objects = (1..).zip(bodies);
        let objects = objects.map(|(number, body)| object(number, body.as_bytes().to_vec()));
        File {
            head: b"%PDF-1.7\n"[..].into(),
            objects: objects.collect(),
            trailer: b"/Root 9 0 R/Info 8 0 R/ID[(a)(b)]"[..].into(),
            size: 10,
        }
    }

    /// A page on two places of a sheet of 60 by 40 points.
    fn sides() -> Vec<Frame> {
        let page = Page {
            frame: Frame::hard(Area::new(Abs::pt(30.0), Abs::pt(40.0))),
            bleed: Default::default(),
            fill: Smart::Auto,
            numbering: None,
            supplement: Content::empty(),
            number: 1,
        };
        let document = PagedDocument::new([page].into(), DocumentInfo::default());
        let points = |points: f64| Abs::pt(points).to_mm();
        let size = |width, height| Size {
            width: points(width),
            height: points(height),
        };
        let rules = Rules {
            template: String::new(),
            page: size(30.0, 40.0),
            pages: 1,
            closing_pages: 0,
            margin: 0.0,
            text: 10.0,
            smallest_scale: 1.0,
            largest_text: 10.0,
            smallest_text: 8.0,
            columns: 1,
            excerpt: false,
            tones: Tones::Grey,
            most_ink: 10.0,
            sheet: size(60.0, 40.0),
            fold: Fold::SeveralUp { across: 2, down: 1 },
        };
        impose::lay_out(&document, &rules, impose::Opens::FromTheLeft)
    }

    #[test]
    fn a_page_is_drawn_wherever_it_lies_and_nothing_that_structures_it_is_kept() {
        let printed = sheets(&file(), &sides(), "a").unwrap();
        let shown = |object: &Object<'_>| {
            format!(
                "{} {}",
                object.number,
                String::from_utf8_lossy(&object.body)
            )
        };
        let objects: Vec<String> = printed.objects.iter().map(shown).collect();
        let commands = "q 1 0 0 1 0 0 cm /P1 Do Q\nq 1 0 0 1 30 0 cm /P1 Do Q\n";
        // The cut between the two, at the top and at the bottom.
        let marks = "0.5 w\n30 28.6614 m 30 15.9055 l S\n0.5 w\n30 24.0945 m 30 11.3386 l S\n";
        let length = commands.len() + marks.len();
        let expected = [
            "10 <</Type/XObject/Subtype/Form/BBox[0 0 30 40]/Resources 3 0 R/Length 4>>\nstream\nBT 9\nendstream".to_owned(),
            format!("12 <</Length {length}>>\nstream\n{commands}{marks}\nendstream"),
            "13 <</Type/Page/Parent 11 0 R/MediaBox[0 0 60 40]/Resources<</XObject<</P1 10 0 R>>>>/Contents 12 0 R>>".to_owned(),
            "11 <</Type/Pages/Count 1/Kids[13 0 R]>>".to_owned(),
            "14 <</Type/Catalog/Pages 11 0 R/Lang(km)/ViewerPreferences<</DisplayDocTitle true>>>>".to_owned(),
            "3 <</Font<</F0 5 0 R>>>>".to_owned(),
            "5 <</Type/Font/ToUnicode 6 0 R>>".to_owned(),
            "6 <</Length 6>>\nstream\n 7 0 R\nendstream".to_owned(),
            "8 <</Title(a)>>".to_owned(),
        ];
        assert_eq!(objects, expected);
        let hash = &blake3::hash(b"a").to_hex()[..32];
        let trailer = format!("/Root 14 0 R/Info 8 0 R/ID[<{hash}><{hash}>]");
        assert_eq!(String::from_utf8_lossy(&printed.trailer), trailer);
        assert_eq!(printed.size, 15);
    }

    #[test]
    fn a_file_without_pages_is_none() {
        let mut none = file();
        none.objects.retain(|object| object.number != 2);
        assert!(sheets(&none, &sides(), "a").is_none());
    }
}
