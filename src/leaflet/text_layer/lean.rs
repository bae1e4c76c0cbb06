//! A font → the same without what no leaflet needs, since each carries its own copy of a part of it:
//! instructions for the screens of old, names of glyphs, and what the font's makers say of themselves
//! beyond its name and whose it is.
//!
//! Letters look the same on paper, and on screens as fine as those of phones.

use super::truetype::{TrueType, pad, put, u16_at};

/// The tables that only instructions and whoever installs a font have a use for.
const OF_NO_USE: [&[u8; 4]; 9] = [
    b"fpgm", b"prep", b"cvt ", b"gasp", b"hdmx", b"LTSH", b"VDMX", b"DSIG", b"STAT",
];
/// Whose a font is, and what it is called.
const NAMES: [u16; 7] = [0, 1, 2, 4, 6, 16, 17];
/// Names in Unicode on Windows, which every font has.
const PLATFORM: u16 = 3;

/// The font without what no leaflet needs; as it was, if it is no static TrueType font.
pub(in crate::leaflet) fn lean(file: Vec<u8>) -> Vec<u8> {
    let without = |file| {
        let font = TrueType::read(file)?;
        (!font.has(b"fvar")).then(|| font.lean())?
    };
    without(&file).unwrap_or(file)
}

impl TrueType<'_> {
    fn lean(&self) -> Option<Vec<u8>> {
        let mut outlines = Vec::new();
        let mut locations = Vec::new();
        for glyph in 0..self.glyphs() {
            locations.extend(u32::try_from(outlines.len()).ok()?.to_be_bytes());
            without_instructions(self.outline(glyph)?, &mut outlines)?;
            pad(&mut outlines);
        }
        locations.extend(u32::try_from(outlines.len()).ok()?.to_be_bytes());
        let mut head = self.table(b"head")?.to_vec();
        put(&mut head, 50, 1)?;
        self.write_file(|tag, table| {
            let kept = match tag {
                b"glyf" => outlines.as_slice().into(),
                b"loca" => locations.as_slice().into(),
                b"head" => head.as_slice().into(),
                b"name" => names(table)?.into(),
                b"post" => without_glyph_names(table)?.into(),
                _ if OF_NO_USE.contains(&tag) => return Some(None),
                _ => table.into(),
            };
            Some(Some(kept))
        })
    }
}

/// Appends the outline of a glyph, without what moves its points where pixels are coarse.
fn without_instructions(outline: &[u8], out: &mut Vec<u8>) -> Option<()> {
    const HAS_INSTRUCTIONS: u16 = 0x0100;
    const MORE_COMPONENTS: u16 = 0x0020;
    if outline.is_empty() {
        return Some(());
    }
    if let Ok(contours) = usize::try_from(i16::from_be_bytes(*outline.first_chunk()?)) {
        let before = 10 + 2 * contours;
        let length = usize::from(u16_at(outline, before)?);
        out.extend_from_slice(&outline[..before]);
        out.extend_from_slice(&[0, 0]);
        out.extend_from_slice(outline.get(before + 2 + length..)?);
        return Some(());
    }
    let begin = out.len();
    let mut at = 10;
    loop {
        let flags = u16_at(outline, at)?;
        // Words or bytes, then one, two or four numbers that make it larger or turn it.
        let arguments = if flags & 0x0001 != 0 { 4 } else { 2 };
        let scale = match flags {
            _ if flags & 0x0008 != 0 => 2,
            _ if flags & 0x0040 != 0 => 4,
            _ if flags & 0x0080 != 0 => 8,
            _ => 0,
        };
        let next = at + 4 + arguments + scale;
        if flags & MORE_COMPONENTS == 0 {
            out.extend_from_slice(outline.get(..next)?);
            return put(&mut out[begin..], at, flags & !HAS_INSTRUCTIONS);
        }
        at = next;
    }
}

/// The `name` table with only the [`NAMES`].
fn names(table: &[u8]) -> Option<Vec<u8>> {
    let count = usize::from(u16_at(table, 2)?);
    let texts = table.get(usize::from(u16_at(table, 4)?)..)?;
    let mut records = Vec::new();
    let mut storage: Vec<u8> = Vec::new();
    for record in table.get(6..6 + 12 * count)?.chunks_exact(12) {
        if u16_at(record, 0)? != PLATFORM || !NAMES.contains(&u16_at(record, 6)?) {
            continue;
        }
        let (length, at) = (u16_at(record, 8)?, usize::from(u16_at(record, 10)?));
        let text = texts.get(at..at + usize::from(length))?;
        records.extend_from_slice(&record[..10]);
        records.extend(u16::try_from(storage.len()).ok()?.to_be_bytes());
        storage.extend_from_slice(text);
    }
    let kept = u16::try_from(records.len() / 12).ok()?;
    let mut out = Vec::with_capacity(6 + records.len() + storage.len());
    for number in [0, kept, 6 + 12 * kept] {
        out.extend(number.to_be_bytes());
    }
    out.extend(records);
    out.extend(storage);
    Some(out)
}

/// The `post` table in version 3, which names no glyphs.
pub(super) fn without_glyph_names(table: &[u8]) -> Option<Vec<u8>> {
    let mut table = table.get(..32)?.to_vec();
    table[..4].copy_from_slice(&0x0003_0000_u32.to_be_bytes());
    Some(table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;
    use std::path::Path;
    use ttf_parser::{GlyphId, OutlineBuilder};
    use typst::foundations::Bytes;
    use typst::layout::Abs;
    use typst::text::Font;

    const FONTS: [&str; 5] = [
        "Inconsolata_400Regular",
        "KantumruyPro_700Bold",
        "Moul_400Regular",
        "NotoSansKhmer_400Regular",
        "NotoSansKhmer_700Bold",
    ];

    fn font(name: &str) -> Vec<u8> {
        let path = format!("themes/default/fonts/{name}.ttf");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        files::bytes_of(&path).unwrap()
    }

    /// What is drawn of a glyph, as words.
    #[derive(Default)]
    struct Drawn(String);

    impl Drawn {
        fn add(&mut self, word: &str, points: &[f32]) {
            self.0.push_str(&format!("{word}{points:?}"));
        }
    }

    impl OutlineBuilder for Drawn {
        fn move_to(&mut self, x: f32, y: f32) {
            self.add("move", &[x, y]);
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.add("line", &[x, y]);
        }
        fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
            self.add("quad", &[x1, y1, x, y]);
        }
        fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
            self.add("curve", &[x1, y1, x2, y2, x, y]);
        }
        fn close(&mut self) {
            self.add("close", &[]);
        }
    }

    #[test]
    fn every_letter_is_drawn_as_before() {
        for name in FONTS {
            let before = font(name);
            let after = lean(before.clone());
            let sizes = (before.len(), after.len());
            assert!(after.len() < before.len(), "{name}: {sizes:?}");
            let fonts = [before, after].map(|file| Font::new(Bytes::new(file), 0).unwrap());
            let [before, after] = fonts.map(|font| {
                let variant = font.info().variant;
                let instance = font.instantiate(variant, Abs::pt(10.0), &Default::default());
                let glyphs = instance.ttf().number_of_glyphs();
                let drawn = (0..glyphs).map(|glyph| {
                    let mut drawn = Drawn::default();
                    let bounds = instance.ttf().outline_glyph(GlyphId(glyph), &mut drawn);
                    (drawn.0, bounds, instance.x_advance(glyph))
                });
                let names = (instance.post_script_name(), instance.info().clone());
                (names, drawn.collect::<Vec<_>>())
            });
            assert_eq!(before.0, after.0, "{name}");
            assert!(before.1 == after.1, "{name}");
        }
    }

    #[test]
    fn what_is_no_font_or_cut_short_stays_as_it_is() {
        let whole = font(FONTS[2]);
        assert_eq!(lean(b"wOF2 or any other".to_vec()), b"wOF2 or any other");
        for length in (0..whole.len()).step_by(997) {
            let cut = whole[..length].to_vec();
            assert_eq!(lean(cut.clone()), cut, "{length}");
        }
    }
}
