//! A font and the letters of a site → a font with those letters alone, as WOFF2; and the proof that it
//! draws every word as the whole one does.
//!
//! What shapes Khmer, above all its letters below the line, are rules over glyphs that no letter has by
//! itself. skera follows those rules (GSUB closure), and keeps GPOS and GDEF for what is left. Glyphs get new
//! numbers, so words are compared by the numbers that they had, their places and their widths.

use read_fonts::FontRef;
use read_fonts::collections::IntSet;
use read_fonts::types::{GlyphId, NameId, Tag};
use rustybuzz::{Face, UnicodeBuffer, shape};
use skera::{DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use std::collections::{BTreeSet, HashMap};
use std::panic::{AssertUnwindSafe, catch_unwind};
use ttf2woff2::{BrotliQuality, EncodeOptions, encode_with_options};

/// A font with fewer letters.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) woff2: Vec<u8>,
    ttf: Vec<u8>,
    /// The new number of each glyph.
    numbers: HashMap<u32, u32>,
}

/// Why there is none.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It is damaged, or of a kind that cannot be made smaller.
    Unreadable,
    /// It would draw this word otherwise.
    Otherwise(String),
}

/// What draws nothing on a page, or repeats what stands elsewhere.
const DROPPED: [&[u8; 4]; 27] = [
    b"BASE", b"DSIG", b"EBDT", b"EBLC", b"EBSC", b"FFTM", b"Feat", b"Glat", b"Gloc", b"JSTF",
    b"LTSH", b"MVAR", b"PCLT", b"STAT", b"SVG ", b"Silf", b"Sill", b"TTFA", b"VDMX", b"feat",
    b"gasp", b"hdmx", b"kern", b"kerx", b"meta", b"mort", b"morx",
];

pub(super) fn made(font: &[u8], letters: &BTreeSet<char>) -> Result<Made, Refused> {
    // What reads fonts is not made for every damaged one.
    let made = catch_unwind(AssertUnwindSafe(|| smaller(font, letters)));
    made.unwrap_or(Err(Refused::Unreadable))
}

fn smaller(font: &[u8], letters: &BTreeSet<char>) -> Result<Made, Refused> {
    let whole = FontRef::new(font).map_err(|_| Refused::Unreadable)?;
    let mut wanted: IntSet<u32> = letters.iter().map(|letter| u32::from(*letter)).collect();
    // What stands where a mark has no letter to stand on.
    wanted.insert(0x25CC);
    let dropped: IntSet<Tag> = DROPPED.iter().map(|tag| Tag::new(tag)).collect();
    let features: IntSet<Tag> = DEFAULT_LAYOUT_FEATURES.iter().copied().collect();
    let mut all_scripts = IntSet::<Tag>::empty();
    all_scripts.invert();
    let plan = Plan::new(
        &IntSet::<GlyphId>::empty(),
        &wanted,
        &whole,
        SubsetFlags::SUBSET_FLAGS_NO_HINTING,
        &dropped,
        &all_scripts,
        &features,
        // Its licence stands beside it.
        &IntSet::<NameId>::empty(),
        &IntSet::<u16>::empty(),
    );
    let ttf = subset_font(&whole, &plan).map_err(|_| Refused::Unreadable)?;
    let options = EncodeOptions {
        quality: BrotliQuality::from(11),
        transform_glyf_loca: true,
        // More threads make other bytes.
        threads: None,
    };
    let woff2 = encode_with_options(&ttf, options).map_err(|_| Refused::Unreadable)?;
    let numbers = plan.old_to_new_glyph_mapping();
    let numbers = numbers.map(|(old, new)| (old.to_u32(), new.to_u32()));
    Ok(Made {
        woff2,
        ttf,
        numbers: numbers.collect(),
    })
}

/// Whether every word, as far as it is made of these letters, is drawn as by the whole font.
pub(super) fn prove(
    font: &[u8],
    made: &Made,
    words: &BTreeSet<String>,
    letters: &BTreeSet<char>,
) -> Result<(), Refused> {
    let whole = Face::from_slice(font, 0).ok_or(Refused::Unreadable)?;
    let smaller = Face::from_slice(&made.ttf, 0).ok_or(Refused::Unreadable)?;
    for word in words {
        // Browsers draw a run of letters that a font has by that font, and others by another.
        let runs = word.split(|letter: char| !letters.contains(&letter) || !has(&whole, letter));
        for run in runs.filter(|run| !run.is_empty()) {
            let mut before = drawn(&whole, run);
            for (glyph, _) in &mut before {
                let number = made.numbers.get(glyph);
                *glyph = *number.ok_or_else(|| Refused::Otherwise(run.to_owned()))?;
            }
            if before != drawn(&smaller, run) {
                return Err(Refused::Otherwise(run.to_owned()));
            }
        }
    }
    Ok(())
}

fn has(face: &Face<'_>, letter: char) -> bool {
    face.glyph_index(letter).is_some()
}

/// Where in the text a glyph comes from, how far it moves the pen, and where it stands.
type Place = (u32, i32, i32, i32, i32);

fn drawn(face: &Face<'_>, run: &str) -> Vec<(u32, Place)> {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(run);
    buffer.guess_segment_properties();
    let shaped = shape(face, &[], buffer);
    let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
    let glyphs = glyphs.map(|(glyph, at)| {
        let place = (
            glyph.cluster,
            at.x_advance,
            at.y_advance,
            at.x_offset,
            at.y_offset,
        );
        (glyph.glyph_id, place)
    });
    glyphs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUL: &[u8] = include_bytes!("../../themes/default/fonts/Moul_400Regular.ttf");

    fn words(text: &str) -> (BTreeSet<String>, BTreeSet<char>) {
        let words: BTreeSet<String> = text.split(' ').map(str::to_owned).collect();
        let letters = words.iter().flat_map(|word| word.chars()).collect();
        (words, letters)
    }

    #[test]
    fn a_font_with_fewer_letters_draws_each_word_as_the_whole_one() {
        let (words, letters) = words("ស្ត្រី ខ្ញុំ ក្រុមប្រឹក្សា ភ្នំពេញ កញ្ញា ឆ្នាំ២០២៦");
        let one = made(MOUL, &letters).expect("a font");
        assert_eq!(prove(MOUL, &one, &words, &letters), Ok(()));
        let other = made(MOUL, &letters).expect("a font");
        assert!(one.woff2 == other.woff2, "the same bytes each time");
        assert!(one.woff2.starts_with(b"wOF2") && one.woff2.len() < 9_000);
    }

    #[test]
    fn a_word_that_would_be_drawn_otherwise_is_told() {
        let (words, letters) = words("ស្ត្រី ខ្ញុំ");
        // Of glyphs that no letter has by itself, none is left.
        let mut fewer = letters.clone();
        fewer.remove(&'\u{17D2}');
        let made = made(MOUL, &fewer).expect("a font");
        // An author would read it as E413.
        assert_eq!(
            prove(MOUL, &made, &words, &letters),
            Err(Refused::Otherwise("ខ្ញុំ".to_owned()))
        );
    }

    #[test]
    fn what_is_no_font_is_refused() {
        let (words, letters) = words("ក");
        let proved = |bytes: &[u8]| {
            made(bytes, &letters).and_then(|made| prove(bytes, &made, &words, &letters))
        };
        assert_eq!(proved(b"no font"), Err(Refused::Unreadable));
        assert_eq!(proved(&[]), Err(Refused::Unreadable));
        // One that was cut may have the letters all the same; it must not bring the program down.
        for length in (0..MOUL.len()).step_by(5_000) {
            assert!(!matches!(
                proved(&MOUL[..length]),
                Err(Refused::Otherwise(_))
            ));
        }
    }
}
