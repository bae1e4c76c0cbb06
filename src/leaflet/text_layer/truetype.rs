//! A TrueType font file (ISO/IEC 14496-22): its glyph tables read, and a copy written with other tables.
//!
//! It knows nothing of text. A file that is cut short or inconsistent gives `None`.

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

/// The edges of an outline, in font units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bounds {
    pub(super) left: i32,
    pub(super) bottom: i32,
    pub(super) right: i32,
    pub(super) top: i32,
}

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
    pub(super) fn bounds(&self, glyph: u16) -> Option<Option<Bounds>> {
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
    pub(super) fn metrics(&self, glyph: u16) -> Option<(u16, i16)> {
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
    pub(super) fn moved(self, x: i32, y: i32) -> Bounds {
        Bounds {
            left: self.left + x,
            bottom: self.bottom + y,
            right: self.right + x,
            top: self.top + y,
        }
    }

    pub(super) fn and(self, other: Bounds) -> Bounds {
        Bounds {
            left: self.left.min(other.left),
            bottom: self.bottom.min(other.bottom),
            right: self.right.max(other.right),
            top: self.top.max(other.top),
        }
    }
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

pub(super) fn i16_at(bytes: &[u8], at: usize) -> Option<i16> {
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
    use super::TrueType;

    #[test]
    fn a_font_that_is_cut_short_is_refused() {
        let font = include_bytes!("../../../themes/default/fonts/NotoSansKhmer_400Regular.ttf");
        for length in (0..font.len()).step_by(997) {
            if let Some(font) = TrueType::read(&font[..length]) {
                font.bounds(font.glyphs() - 1);
            }
        }
        assert!(TrueType::read(b"OTTO").is_none());
        assert!(TrueType::read(&font[..4000]).is_none());
    }
}
