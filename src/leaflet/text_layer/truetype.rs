//! A TrueType font file (ISO/IEC 14496-22): its glyph tables read, and a copy written that has
//! composite glyphs after its own, or other tables.
//!
//! It knows nothing of text. A file that is cut short or inconsistent gives `None`.

use super::lean::without_glyph_names;
use std::borrow::Cow;
use std::ops::Range;

/// A font file with outlines in a `glyf` table.
pub(super) struct TrueType<'font> {
    file: &'font [u8],
    tables: Vec<([u8; 4], Range<usize>)>,
    glyphs: u16,
    /// How many glyphs have an advance of their own.
    advances: u16,
    long_locations: bool,
}

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

#[derive(Clone, Copy)]
struct Bounds {
    left: i32,
    bottom: i32,
    right: i32,
    top: i32,
}

const ARGUMENTS_ARE_WORDS: u16 = 0x0001;
const ARGUMENTS_ARE_OFFSETS: u16 = 0x0002;
const MORE_COMPONENTS: u16 = 0x0020;

/// Where the `head` table has the checksum of the whole file.
const CHECKSUM_OF_FILE: usize = 8;

impl<'font> TrueType<'font> {
    pub(super) fn read(file: &'font [u8]) -> Option<TrueType<'font>> {
        if u32_at(file, 0)? != 0x0001_0000 {
            return None;
        }
        let mut tables = Vec::new();
        for index in 0..usize::from(u16_at(file, 4)?) {
            let record = file.get(12 + 16 * index..28 + 16 * index)?;
            let start = usize::try_from(u32_at(record, 8)?).ok()?;
            let end = start.checked_add(usize::try_from(u32_at(record, 12)?).ok()?)?;
            file.get(start..end)?;
            tables.push((record.first_chunk::<4>().copied()?, start..end));
        }
        let mut font = TrueType {
            file,
            tables,
            glyphs: 0,
            advances: 0,
            long_locations: false,
        };
        font.glyphs = u16_at(font.table(b"maxp")?, 4)?;
        font.advances = u16_at(font.table(b"hhea")?, 34)?.min(font.glyphs);
        font.long_locations = u16_at(font.table(b"head")?, 50)? == 1;
        font.table(b"glyf")?;
        font.location(font.glyphs)?;
        font.metrics(font.glyphs.checked_sub(1)?)?;
        Some(font)
    }

    pub(super) fn glyphs(&self) -> u16 {
        self.glyphs
    }

    /// The font with `composites` after its own glyphs.
    pub(super) fn with_composites(&self, composites: &[Composite]) -> Option<Vec<u8>> {
        let glyphs = self
            .glyphs
            .checked_add(u16::try_from(composites.len()).ok()?)?;
        let mut outlines = self.table(b"glyf")?.to_vec();
        let mut locations = Vec::with_capacity(4 * usize::from(glyphs) + 4);
        for glyph in 0..self.glyphs {
            locations.extend(u32::try_from(self.location(glyph)?).ok()?.to_be_bytes());
        }
        let mut metrics = Vec::with_capacity(4 * usize::from(glyphs));
        for glyph in 0..self.glyphs {
            let (advance, bearing) = self.metrics(glyph)?;
            metrics.extend(advance.to_be_bytes());
            metrics.extend(bearing.to_be_bytes());
        }
        pad(&mut outlines);
        for composite in composites {
            locations.extend(u32::try_from(outlines.len()).ok()?.to_be_bytes());
            let bearing = self.write_outline(composite, &mut outlines)?;
            metrics.extend(composite.advance.to_be_bytes());
            metrics.extend(bearing.to_be_bytes());
        }
        locations.extend(u32::try_from(outlines.len()).ok()?.to_be_bytes());

        let mut head = self.table(b"head")?.to_vec();
        put(&mut head, 50, 1)?;
        let mut hhea = self.table(b"hhea")?.to_vec();
        put(&mut hhea, 34, glyphs)?;
        self.write_file(|tag, table| {
            let kept = match tag {
                b"glyf" => outlines.as_slice().into(),
                b"loca" => locations.as_slice().into(),
                b"hmtx" => metrics.as_slice().into(),
                b"head" => head.as_slice().into(),
                b"hhea" => hhea.as_slice().into(),
                b"maxp" => maximum_profile(table, glyphs, composites)?.into(),
                b"post" => without_glyph_names(table)?.into(),
                // What makes glyphs of text has done so.
                b"cmap" | b"GDEF" | b"GPOS" | b"GSUB" => return Some(None),
                _ => table.into(),
            };
            Some(Some(kept))
        })
    }

    /// Writes the outline of a composite, nothing if it is blank; gives its left side bearing.
    fn write_outline(&self, composite: &Composite, outlines: &mut Vec<u8>) -> Option<i16> {
        let mut whole: Option<Bounds> = None;
        let mut parts = Vec::with_capacity(composite.components.len());
        for component in &composite.components {
            let Some(bounds) = self.bounds(component.glyph)? else {
                continue;
            };
            // A glyph is drawn so that its left edge lies at its bearing.
            let bearing = i32::from(self.metrics(component.glyph)?.1);
            let x = i32::from(component.x) + bearing - bounds.left;
            let moved = bounds.moved(x, i32::from(component.y));
            whole = Some(whole.map_or(moved, |whole| whole.and(moved)));
            parts.push((component.glyph, i16::try_from(x).ok()?, component.y));
        }
        let Some(whole) = whole else {
            return Some(0);
        };
        outlines.extend((-1_i16).to_be_bytes());
        for edge in [whole.left, whole.bottom, whole.right, whole.top] {
            outlines.extend(i16::try_from(edge).ok()?.to_be_bytes());
        }
        let last = parts.len() - 1;
        for (index, (glyph, x, y)) in parts.into_iter().enumerate() {
            let more = if index < last { MORE_COMPONENTS } else { 0 };
            outlines.extend((ARGUMENTS_ARE_WORDS | ARGUMENTS_ARE_OFFSETS | more).to_be_bytes());
            outlines.extend(glyph.to_be_bytes());
            outlines.extend(x.to_be_bytes());
            outlines.extend(y.to_be_bytes());
        }
        pad(outlines);
        i16::try_from(whole.left).ok()
    }

    /// Writes a font file with the same tables, each as `change` gives it, without those it gives none of.
    ///
    /// Checksums of tables are left at zero: nobody reads this file but the embedder, which subsets it. That
    /// one keeps the parts it took, and knows a font by its sizes, its name and the checksum of the whole
    /// file, wherever they come from: so that one has to be the file's own, or a leaflet is drawn with the
    /// letters of another. It is a hash, since the sum that the standard has is the same for glyphs in
    /// another order.
    pub(super) fn write_file<'table>(
        &'table self,
        change: impl Fn(&[u8; 4], &'table [u8]) -> Option<Option<Cow<'table, [u8]>>>,
    ) -> Option<Vec<u8>> {
        let mut tables = Vec::with_capacity(self.tables.len());
        for (tag, range) in &self.tables {
            if let Some(table) = change(tag, self.file.get(range.clone())?)? {
                tables.push((tag, table));
            }
        }
        let mut file = self.file.get(..12)?.to_vec();
        put(&mut file, 4, u16::try_from(tables.len()).ok()?)?;
        let mut body: Vec<u8> = Vec::with_capacity(self.file.len() * 2);
        let body_start = 12 + 16 * tables.len();
        let mut whole_file = None;
        for (tag, table) in tables {
            if tag == b"head" {
                whole_file = Some(body_start + body.len() + CHECKSUM_OF_FILE);
            }
            file.extend(tag);
            file.extend(0_u32.to_be_bytes());
            file.extend(u32::try_from(body_start + body.len()).ok()?.to_be_bytes());
            file.extend(u32::try_from(table.len()).ok()?.to_be_bytes());
            body.extend_from_slice(&table);
            pad(&mut body);
        }
        file.extend(body);
        let sum: [u8; 4] = *blake3::hash(&file).as_bytes().first_chunk()?;
        let at = whole_file?;
        file.get_mut(at..at + sum.len())?.copy_from_slice(&sum);
        Some(file)
    }

    pub(super) fn has(&self, name: &[u8; 4]) -> bool {
        self.table(name).is_some()
    }

    /// The outline of a glyph, nothing of a blank one.
    pub(super) fn outline(&self, glyph: u16) -> Option<&'font [u8]> {
        let (start, end) = (self.location(glyph)?, self.location(glyph.checked_add(1)?)?);
        self.table(b"glyf")?.get(start..end)
    }

    pub(super) fn table(&self, name: &[u8; 4]) -> Option<&'font [u8]> {
        let (_, range) = self.tables.iter().find(|(tag, _)| tag == name)?;
        self.file.get(range.clone())
    }

    /// Where a glyph's outline begins; that of the glyph after the last is where all end.
    fn location(&self, glyph: u16) -> Option<usize> {
        let locations = self.table(b"loca")?;
        let index = usize::from(glyph);
        match self.long_locations {
            true => usize::try_from(u32_at(locations, 4 * index)?).ok(),
            false => Some(2 * usize::from(u16_at(locations, 2 * index)?)),
        }
    }

    /// The edges of a glyph's outline; `Some(None)` for a blank.
    fn bounds(&self, glyph: u16) -> Option<Option<Bounds>> {
        let start = self.location(glyph)?;
        let end = self.location(glyph.checked_add(1)?)?;
        if end <= start {
            return Some(None);
        }
        let outline = self.table(b"glyf")?.get(start..end)?;
        Some(Some(Bounds {
            left: i32::from(i16_at(outline, 2)?),
            bottom: i32::from(i16_at(outline, 4)?),
            right: i32::from(i16_at(outline, 6)?),
            top: i32::from(i16_at(outline, 8)?),
        }))
    }

    /// A glyph's advance and left side bearing.
    fn metrics(&self, glyph: u16) -> Option<(u16, i16)> {
        let metrics = self.table(b"hmtx")?;
        let last = self.advances.checked_sub(1)?;
        if glyph <= last {
            let at = 4 * usize::from(glyph);
            return Some((u16_at(metrics, at)?, i16_at(metrics, at + 2)?));
        }
        let advance = u16_at(metrics, 4 * usize::from(last))?;
        let bearings = 4 * usize::from(self.advances);
        let at = bearings + 2 * usize::from(glyph - self.advances);
        Some((advance, i16_at(metrics, at)?))
    }
}

impl Bounds {
    fn moved(self, x: i32, y: i32) -> Bounds {
        Bounds {
            left: self.left + x,
            bottom: self.bottom + y,
            right: self.right + x,
            top: self.top + y,
        }
    }

    fn and(self, other: Bounds) -> Bounds {
        Bounds {
            left: self.left.min(other.left),
            bottom: self.bottom.min(other.bottom),
            right: self.right.max(other.right),
            top: self.top.max(other.top),
        }
    }
}

/// The `maxp` table for a font with these composites.
fn maximum_profile(table: &[u8], glyphs: u16, composites: &[Composite]) -> Option<Vec<u8>> {
    let mut table = table.to_vec();
    put(&mut table, 4, glyphs)?;
    let most = composites
        .iter()
        .map(|composite| composite.components.len())
        .max()
        .unwrap_or(0);
    let most = u16::try_from(most).ok()?;
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

pub(super) fn pad(bytes: &mut Vec<u8>) {
    bytes.resize(bytes.len().next_multiple_of(4), 0);
}

pub(super) fn put(table: &mut [u8], at: usize, value: u16) -> Option<()> {
    table
        .get_mut(at..at + 2)?
        .copy_from_slice(&value.to_be_bytes());
    Some(())
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes
        .get(at..)?
        .first_chunk()
        .map(|value| u16::from_be_bytes(*value))
}

fn i16_at(bytes: &[u8], at: usize) -> Option<i16> {
    bytes
        .get(at..)?
        .first_chunk()
        .map(|value| i16::from_be_bytes(*value))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes
        .get(at..)?
        .first_chunk()
        .map(|value| u32::from_be_bytes(*value))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: &[u8] =
        include_bytes!("../../../themes/default/fonts/NotoSansKhmer_400Regular.ttf");

    /// Two letters side by side, the second one higher.
    fn pair() -> Composite {
        let component = |glyph, x, y| Component { glyph, x, y };
        Composite {
            components: vec![component(36, 0, 0), component(37, 600, 100)],
            advance: 1200,
        }
    }

    #[test]
    fn a_composite_has_the_edges_and_the_advance_of_its_parts() {
        let font = TrueType::read(FONT).unwrap();
        let file = font.with_composites(&[pair()]).unwrap();
        let composed = TrueType::read(&file).unwrap();
        let new = font.glyphs();
        assert_eq!(composed.glyphs(), new + 1);
        let bounds = |glyph| composed.bounds(glyph).unwrap().unwrap();
        let (first, second, whole) = (bounds(36), bounds(37), bounds(new));
        assert_eq!(whole.left, first.left);
        assert_eq!(whole.right, second.right + 600);
        assert_eq!(whole.bottom, first.bottom.min(second.bottom + 100));
        assert_eq!(whole.top, first.top.max(second.top + 100));
        let bearing = i16::try_from(whole.left).unwrap();
        assert_eq!(composed.metrics(new), Some((1200, bearing)));
    }

    #[test]
    fn the_glyphs_there_were_stay_as_they_were() {
        let font = TrueType::read(FONT).unwrap();
        let file = font.with_composites(&[pair(), pair()]).unwrap();
        let composed = TrueType::read(&file).unwrap();
        for glyph in 0..font.glyphs() {
            assert_eq!(font.metrics(glyph), composed.metrics(glyph));
            let edges = |font: &TrueType<'_>| {
                let bounds = font.bounds(glyph).unwrap();
                bounds.map(|bounds| (bounds.left, bounds.bottom, bounds.right, bounds.top))
            };
            assert_eq!(edges(&font), edges(&composed), "glyph {glyph}");
        }
    }

    #[test]
    fn a_font_that_is_cut_short_is_refused() {
        for length in (0..FONT.len()).step_by(997) {
            if let Some(font) = TrueType::read(&FONT[..length]) {
                font.with_composites(&[pair()]);
            }
        }
        assert!(TrueType::read(b"OTTO").is_none());
        assert!(TrueType::read(&FONT[..4000]).is_none());
    }
}
