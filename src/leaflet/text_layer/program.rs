//! A font of which a file draws some glyphs, and some that are made of others → the stub that the exporter
//! is given in its place, and the font that the file carries.
//!
//! The exporter looks at each outline of a font several times, and all it has to know of a glyph is how wide
//! it is and where its edges are. So its fonts have nothing but that: every outline is empty, and the bearing
//! of a glyph is its own number, by which it is known again however the exporter has put them in order. What
//! is drawn is written once, by [`Program::drawn`].

use super::lean::without_glyph_names;
use super::truetype::{Bounds, TrueType, i16_at, pad, put, u16_at};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::collections::hash_map::Entry;
use typst::text::Font;

/// A glyph made of others, in font units.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Composite {
    pub(super) components: Vec<Component>,
    pub(super) advance: u16,
}

/// A glyph whose origin is moved to `x`, `y`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Component {
    pub(super) glyph: u16,
    pub(super) x: i16,
    pub(super) y: i16,
}

/// A font and the glyphs made of its own, which are numbered after them.
#[derive(Debug)]
pub(in crate::leaflet) struct Program {
    pub(super) font: Font,
    pub(super) composites: Vec<Composite>,
}

/// What tells a stub from a font: it stands in its head where fonts have their version, and the number of
/// the program behind it.
const STUB: [u8; 2] = *b"sl";
const VERSION: std::ops::Range<usize> = 4..6;
const NUMBER: usize = 6;
/// Where a font's head has the edges of all its glyphs.
const EDGES: usize = 36;

const ARGUMENTS_ARE_WORDS: u16 = 0x0001;
const ARGUMENTS_ARE_OFFSETS: u16 = 0x0002;
const HAS_SCALE: u16 = 0x0008;
const MORE_COMPONENTS: u16 = 0x0020;
const HAS_TWO_SCALES: u16 = 0x0040;
const HAS_FOUR_SCALES: u16 = 0x0080;

/// The programs of a document, by their numbers.
#[derive(Debug)]
pub(in crate::leaflet) struct Programs(pub(super) Vec<Program>);

impl Programs {
    /// What the exporter made of a stub; `Some(None)` if it made that of a font.
    pub(in crate::leaflet) fn stub(&self, exported: &[u8]) -> Option<Option<Stub<'_>>> {
        let font = TrueType::read(exported)?;
        let head = font.table(b"head")?;
        if head.get(VERSION)? != STUB {
            return Some(None);
        }
        let glyphs = (0..font.glyphs()).map(|glyph| Some(font.metrics(glyph)?.1.cast_unsigned()));
        Some(Some(Stub {
            program: self.0.get(usize::from(u16_at(head, NUMBER)?))?,
            glyphs: glyphs.collect::<Option<_>>()?,
        }))
    }
}

/// The glyphs that a file draws, in its order, by the numbers that they have in a program.
pub(in crate::leaflet) struct Stub<'programs> {
    program: &'programs Program,
    glyphs: Vec<u16>,
}

impl Stub<'_> {
    /// The font that the file carries in its place; nothing if it cannot be drawn.
    pub(in crate::leaflet) fn drawn(self) -> Option<Vec<u8>> {
        self.program.drawn(self.glyphs)
    }
}

impl Program {
    /// The font without outlines, but for the edges of its composites and of `used`, which are glyphs of
    /// its own.
    pub(super) fn stub(&self, number: u16, used: &BTreeSet<u16>) -> Option<Vec<u8>> {
        let font = TrueType::read(self.font.data())?;
        let own = font.glyphs();
        let all = own.checked_add(u16::try_from(self.composites.len()).ok()?)?;
        let mut outlines = Vec::new();
        let mut locations = Vec::with_capacity(4 * usize::from(all) + 4);
        let mut metrics = Vec::with_capacity(4 * usize::from(all));
        let mut whole: Option<Bounds> = None;
        for glyph in 0..all {
            locations.extend(u32::try_from(outlines.len()).ok()?.to_be_bytes());
            let composite = glyph.checked_sub(own).map(usize::from);
            let (advance, bounds) = match composite.map(|at| &self.composites[at]) {
                Some(composite) => {
                    let laid_out = laid_out(&font, composite)?;
                    (composite.advance, laid_out.map(|(bounds, _)| bounds))
                }
                None if used.contains(&glyph) => (font.metrics(glyph)?.0, font.bounds(glyph)?),
                // What has no glyph is as wide as before; of others nothing is asked.
                None if glyph == 0 => (font.metrics(glyph)?.0, None),
                None => (0, None),
            };
            metrics.extend(advance.to_be_bytes());
            metrics.extend(glyph.to_be_bytes());
            if let Some(bounds) = bounds {
                // No contours within these edges, and no instructions.
                outlines.extend([0, 0]);
                write_edges(bounds, &mut outlines)?;
                outlines.extend([0, 0]);
                whole = Some(whole.map_or(bounds, |whole| whole.and(bounds)));
            }
        }
        locations.extend(u32::try_from(outlines.len()).ok()?.to_be_bytes());
        // A table of nothing is none.
        outlines.extend([0; 4]);

        let mut head = font.table(b"head")?.to_vec();
        put(&mut head, 50, 1)?;
        head.get_mut(VERSION)?.copy_from_slice(&STUB);
        put(&mut head, NUMBER, number)?;
        if let Some(bounds) = whole {
            let mut edges = Vec::with_capacity(8);
            write_edges(bounds, &mut edges)?;
            head.get_mut(EDGES..EDGES + 8)?.copy_from_slice(&edges);
        }
        let mut hhea = font.table(b"hhea")?.to_vec();
        put(&mut hhea, 34, all)?;
        let mut maxp = font.table(b"maxp")?.to_vec();
        put(&mut maxp, 4, all)?;
        font.write_file(|tag, table| {
            let kept = match tag {
                b"glyf" => outlines.as_slice().into(),
                b"loca" => locations.as_slice().into(),
                b"hmtx" => metrics.as_slice().into(),
                b"head" => head.as_slice().into(),
                b"hhea" => hhea.as_slice().into(),
                b"maxp" => maxp.as_slice().into(),
                b"post" => without_glyph_names(table)?.into(),
                // What makes glyphs of text has done so, and nobody draws this one.
                b"cmap" | b"GDEF" | b"GPOS" | b"GSUB" | b"cvt " | b"fpgm" | b"prep" => {
                    return Some(None);
                }
                _ => table.into(),
            };
            Some(Some(kept))
        })
    }

    /// The font with these glyphs in this order, and behind them those that they are made of.
    fn drawn(&self, glyphs: Vec<u16>) -> Option<Vec<u8>> {
        let font = TrueType::read(self.font.data())?;
        let mut order = Order::of(glyphs)?;
        let mut outlines: Vec<u8> = Vec::new();
        let mut ends = Vec::new();
        let mut metrics = Vec::new();
        let mut at = 0;
        while let Some(glyph) = order.glyphs.get(at).copied() {
            at += 1;
            let composite = glyph.checked_sub(font.glyphs()).map(usize::from);
            metrics.push(match composite {
                Some(composite) => {
                    let composite = self.composites.get(composite)?;
                    let bearing = write_composite(&font, composite, &mut order, &mut outlines)?;
                    (composite.advance, bearing)
                }
                None => {
                    write_own(font.outline(glyph)?, &mut order, &mut outlines)?;
                    font.metrics(glyph)?
                }
            });
            outlines.resize(outlines.len().next_multiple_of(2), 0);
            ends.push(u32::try_from(outlines.len()).ok()?);
        }
        let is_long = ends
            .last()
            .is_some_and(|end| *end > 2 * u32::from(u16::MAX));
        let mut locations = Vec::with_capacity(4 * ends.len() + 4);
        for end in [0].iter().chain(&ends) {
            match is_long {
                true => locations.extend(end.to_be_bytes()),
                false => locations.extend(u16::try_from(end / 2).ok()?.to_be_bytes()),
            }
        }
        // The last of the same advances stands for all of them.
        let last = metrics.last()?.0;
        let same = metrics.iter().rev().take_while(|own| own.0 == last).count();
        let advances = metrics.len() + 1 - same;
        let mut written = Vec::with_capacity(4 * metrics.len());
        for (index, (advance, bearing)) in metrics.iter().enumerate() {
            if index < advances {
                written.extend(advance.to_be_bytes());
            }
            written.extend(bearing.to_be_bytes());
        }

        let mut head = font.table(b"head")?.to_vec();
        head.get_mut(8..12)?.fill(0);
        put(&mut head, 50, u16::from(is_long))?;
        let mut hhea = font.table(b"hhea")?.to_vec();
        put(&mut hhea, 34, u16::try_from(advances).ok()?)?;
        let count = u16::try_from(metrics.len()).ok()?;
        let maxp = maximum_profile(font.table(b"maxp")?, count, &self.composites)?;
        let post = without_glyph_names(font.table(b"post")?)?;
        let mut tables: Vec<(&[u8; 4], &[u8])> = vec![
            (b"glyf", &outlines),
            (b"head", &head),
            (b"hhea", &hhea),
            (b"hmtx", &written),
            (b"loca", &locations),
            (b"maxp", &maxp),
            (b"post", &post),
        ];
        for name in [b"cvt ", b"fpgm", b"name", b"prep"] {
            tables.extend(font.table(name).map(|table| (name, table)));
        }
        tables.sort_unstable();
        file(&tables)
    }
}

/// Glyphs of a font in the order of another, which grows by those that they are made of.
struct Order {
    glyphs: Vec<u16>,
    numbers: FxHashMap<u16, u16>,
}

impl Order {
    fn of(glyphs: Vec<u16>) -> Option<Order> {
        let numbers = glyphs
            .iter()
            .zip(0..)
            .map(|(glyph, number)| (*glyph, number));
        let numbers: FxHashMap<u16, u16> = numbers.collect();
        (numbers.len() == glyphs.len()).then_some(Order { glyphs, numbers })
    }

    /// The number of a glyph, which is drawn as well from now on.
    fn number(&mut self, glyph: u16) -> Option<u16> {
        let next = u16::try_from(self.glyphs.len()).ok()?;
        Some(match self.numbers.entry(glyph) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(vacant) => {
                self.glyphs.push(glyph);
                *vacant.insert(next)
            }
        })
    }
}

/// The edges of a composite, and its parts as a file has them: moved by how far their left edges are from
/// their bearings, and without blanks. Nothing of a blank.
fn laid_out(
    font: &TrueType<'_>,
    composite: &Composite,
) -> Option<Option<(Bounds, Vec<Component>)>> {
    let mut whole: Option<Bounds> = None;
    let mut parts = Vec::with_capacity(composite.components.len());
    for component in &composite.components {
        let Some(bounds) = font.bounds(component.glyph)? else {
            continue;
        };
        // A glyph is drawn so that its left edge lies at its bearing.
        let bearing = i32::from(font.metrics(component.glyph)?.1);
        let x = i32::from(component.x) + bearing - bounds.left;
        let moved = bounds.moved(x, i32::from(component.y));
        whole = Some(whole.map_or(moved, |whole| whole.and(moved)));
        parts.push(Component {
            x: i16::try_from(x).ok()?,
            ..*component
        });
    }
    Some(whole.map(|whole| (whole, parts)))
}

/// Writes the outline of a composite, nothing if it is blank; gives its left side bearing.
fn write_composite(
    font: &TrueType<'_>,
    composite: &Composite,
    order: &mut Order,
    outlines: &mut Vec<u8>,
) -> Option<i16> {
    let Some((whole, parts)) = laid_out(font, composite)? else {
        return Some(0);
    };
    outlines.extend((-1_i16).to_be_bytes());
    write_edges(whole, outlines)?;
    let last = parts.len() - 1;
    for (index, Component { glyph, x, y }) in parts.into_iter().enumerate() {
        let more = if index < last { MORE_COMPONENTS } else { 0 };
        outlines.extend((ARGUMENTS_ARE_WORDS | ARGUMENTS_ARE_OFFSETS | more).to_be_bytes());
        outlines.extend(order.number(glyph)?.to_be_bytes());
        outlines.extend(x.to_be_bytes());
        outlines.extend(y.to_be_bytes());
    }
    i16::try_from(whole.left).ok()
}

/// Writes the outline of a glyph of the font; what it is made of has other numbers now.
fn write_own(outline: &[u8], order: &mut Order, outlines: &mut Vec<u8>) -> Option<()> {
    let begin = outlines.len();
    outlines.extend_from_slice(outline);
    if outline.is_empty() || i16_at(outline, 0)? >= 0 {
        return Some(());
    }
    let own = &mut outlines[begin..];
    let mut at = 10;
    loop {
        let flags = u16_at(own, at)?;
        let number = order.number(u16_at(own, at + 2)?)?;
        put(own, at + 2, number)?;
        if flags & MORE_COMPONENTS == 0 {
            return Some(());
        }
        at += 4;
        at += if flags & ARGUMENTS_ARE_WORDS != 0 {
            4
        } else {
            2
        };
        at += match flags {
            _ if flags & HAS_SCALE != 0 => 2,
            _ if flags & HAS_TWO_SCALES != 0 => 4,
            _ if flags & HAS_FOUR_SCALES != 0 => 8,
            _ => 0,
        };
    }
}

fn write_edges(bounds: Bounds, out: &mut Vec<u8>) -> Option<()> {
    for edge in [bounds.left, bounds.bottom, bounds.right, bounds.top] {
        out.extend(i16::try_from(edge).ok()?.to_be_bytes());
    }
    Some(())
}

/// The `maxp` table for a font with so many glyphs, of these composites and what they are made of.
fn maximum_profile(table: &[u8], glyphs: u16, composites: &[Composite]) -> Option<Vec<u8>> {
    let mut table = table.to_vec();
    put(&mut table, 4, glyphs)?;
    let parts = composites
        .iter()
        .map(|composite| composite.components.len());
    let most = u16::try_from(parts.max().unwrap_or(0)).ok()?;
    // Points and contours: those of the largest glyph, as often as there are components.
    for (simple, composite) in [(6, 10), (8, 12)] {
        let largest = u16_at(&table, simple)?.max(u16_at(&table, composite)?);
        put(&mut table, composite, largest.saturating_mul(most.max(1)))?;
    }
    let components = u16_at(&table, 28)?.max(most);
    put(&mut table, 28, components)?;
    let depth = u16_at(&table, 30)?.saturating_add(1);
    put(&mut table, 30, depth)?;
    Some(table)
}

/// A font file of these tables, which stand in the order of their names.
fn file(tables: &[(&[u8; 4], &[u8])]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let power = count.checked_ilog2()?;
    let range = 16_u16 << power;
    let mut out = 0x0001_0000_u32.to_be_bytes().to_vec();
    for number in [count, range, u16::try_from(power).ok()?, 16 * count - range] {
        out.extend(number.to_be_bytes());
    }
    let mut at = 12 + 16 * tables.len();
    let mut adjusted = None;
    for (name, table) in tables {
        if *name == b"head" {
            adjusted = Some(at + 8);
        }
        out.extend(*name);
        for number in [
            sum(table),
            u32::try_from(at).ok()?,
            u32::try_from(table.len()).ok()?,
        ] {
            out.extend(number.to_be_bytes());
        }
        at += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        out.extend_from_slice(table);
        pad(&mut out);
    }
    let adjustment = 0xB1B0_AFBA_u32.wrapping_sub(sum(&out));
    let adjusted = adjusted?;
    out.get_mut(adjusted..adjusted + 4)?
        .copy_from_slice(&adjustment.to_be_bytes());
    Some(out)
}

/// What fonts tell whether they are whole by: the sum of their bytes, by four.
fn sum(bytes: &[u8]) -> u32 {
    bytes.chunks(4).fold(0, |sum, chunk| {
        let mut four = [0; 4];
        four[..chunk.len()].copy_from_slice(chunk);
        sum.wrapping_add(u32::from_be_bytes(four))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ttf_parser::{Face, GlyphId, OutlineBuilder};
    use typst::foundations::Bytes;

    const FONT: &[u8] =
        include_bytes!("../../../themes/default/fonts/NotoSansKhmer_400Regular.ttf");

    /// Two letters side by side, the second one higher; and the second one alone.
    fn program() -> Program {
        let component = |glyph, x, y| Component { glyph, x, y };
        let composite = |components, advance| Composite {
            components,
            advance,
        };
        Program {
            font: Font::new(Bytes::new(FONT), 0).unwrap(),
            composites: vec![
                composite(vec![component(36, 0, 0), component(37, 600, 100)], 1200),
                composite(vec![component(37, 0, 0)], 700),
            ],
        }
    }

    /// What is drawn of a glyph, each point moved.
    #[derive(Default, Debug, PartialEq)]
    struct Drawn {
        points: Vec<(char, f32, f32)>,
        moved: (f32, f32),
    }

    impl Drawn {
        fn add(&mut self, kind: char, x: f32, y: f32) {
            self.points.push((kind, x + self.moved.0, y + self.moved.1));
        }
    }

    impl OutlineBuilder for Drawn {
        fn move_to(&mut self, x: f32, y: f32) {
            self.add('m', x, y);
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.add('l', x, y);
        }
        fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
            self.add('q', x1, y1);
            self.add('q', x, y);
        }
        fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
            panic!("there are none in such a font");
        }
        fn close(&mut self) {}
    }

    /// What is drawn of glyphs that are moved, one after the other.
    fn drawn(file: &[u8], glyphs: &[(u16, f32, f32)]) -> Vec<(char, f32, f32)> {
        let face = Face::parse(file, 0).unwrap();
        let mut drawn = Drawn::default();
        for (glyph, x, y) in glyphs {
            drawn.moved = (*x, *y);
            face.outline_glyph(GlyphId(*glyph), &mut drawn);
        }
        drawn.points
    }

    #[test]
    fn what_a_file_carries_is_drawn_as_the_font_draws_it() {
        let program = program();
        let own = TrueType::read(FONT).unwrap().glyphs();
        let last = own - 1;
        let file = program.drawn(vec![0, own + 1, last, own, 40]).unwrap();
        let font = TrueType::read(&file).unwrap();
        // Behind those asked for stands what the composites are made of; the last one is one itself.
        assert!(font.glyphs() > 6);
        let whole = |glyph| drawn(FONT, &[(glyph, 0.0, 0.0)]);
        let now = |glyph| drawn(&file, &[(glyph, 0.0, 0.0)]);
        assert_eq!(now(0), whole(0));
        assert_eq!(now(1), whole(37));
        assert_eq!(now(2), whole(last));
        assert_eq!(now(3), drawn(FONT, &[(36, 0.0, 0.0), (37, 600.0, 100.0)]));
        assert_eq!(now(4), whole(40));
        let advances: Vec<u16> = (0..5).map(|glyph| font.metrics(glyph).unwrap().0).collect();
        let before = TrueType::read(FONT).unwrap();
        let before = |glyph| before.metrics(glyph).unwrap().0;
        assert_eq!(advances, [before(0), 700, before(last), 1200, before(40)]);
        // Its tables add up as fonts' tables must.
        assert_eq!(sum(&file), 0xB1B0_AFBA);
    }

    #[test]
    fn a_stub_has_edges_and_widths_and_is_known_again_in_any_order() {
        let program = program();
        let font = TrueType::read(FONT).unwrap();
        let own = font.glyphs();
        let written = program.stub(1, &BTreeSet::from([40])).unwrap();
        let stub = TrueType::read(&written).unwrap();
        assert_eq!(stub.glyphs(), own + 2);
        let (first, second) = (font.bounds(36).unwrap(), font.bounds(37).unwrap());
        let pair = first.unwrap().and(second.unwrap().moved(600, 100));
        let edges = [36, 40, own, own + 1].map(|glyph| stub.bounds(glyph).unwrap());
        assert_eq!(edges, [None, font.bounds(40).unwrap(), Some(pair), second]);
        for glyph in 0..own + 2 {
            let (advance, bearing) = stub.metrics(glyph).unwrap();
            let expected = match glyph.checked_sub(own) {
                Some(composite) => program.composites[usize::from(composite)].advance,
                None if glyph == 0 || glyph == 40 => font.metrics(glyph).unwrap().0,
                None => 0,
            };
            assert_eq!((advance, bearing.cast_unsigned()), (expected, glyph));
        }
        assert!(Face::parse(&written, 0).unwrap().tables().cmap.is_none());

        let all = program.drawn((0..own + 2).collect());
        let programs = Programs(vec![self::program(), program]);
        let stub = programs.stub(&written).unwrap().unwrap();
        assert_eq!(stub.drawn(), all);
        assert!(programs.stub(FONT).unwrap().is_none());
        let other = Programs(vec![self::program()]);
        assert!(other.stub(&written).is_none());
    }

    #[test]
    fn a_font_that_is_cut_short_is_refused() {
        let programs = Programs(vec![program()]);
        let written = program().stub(0, &BTreeSet::new()).unwrap();
        for length in (0..written.len()).step_by(97) {
            programs.stub(&written[..length]);
        }
        assert!(programs.stub(b"OTTO").is_none());
        assert!(programs.stub(&written[..4000]).is_none());
    }
}
