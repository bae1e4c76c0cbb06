//! The fonts that a site asks for, each by its family or its file → what templates are told of them.

use crate::leaflet::document::SiteFonts;
use serde::Serialize;
use std::collections::BTreeMap;
use typst::foundations::Bytes;
use typst::text::{Font, FontWeight};

/// The families of the theme's fonts, by their names in small letters and by their files.
#[derive(Default)]
pub(super) struct Families {
    known: BTreeMap<String, Family>,
    files: BTreeMap<String, String>,
}

/// What a template is told of a family.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Family {
    family: String,
    /// Whether it has Khmer letters, which are then taken of it, and no others: they would not match.
    khmer: bool,
    /// Whether it has bold letters.
    bold: bool,
}

/// For each use, the family that a site asks for.
#[derive(Serialize)]
struct Asked<'own> {
    text: Option<&'own Family>,
    headings: Option<&'own Family>,
}

impl Families {
    /// Adds the fonts of a file.
    pub(super) fn add(&mut self, path: &str, fonts: &[Font]) {
        for font in fonts {
            let info = font.info();
            let name = info.family.to_lowercase();
            self.files.insert(path.to_owned(), name.clone());
            let known = self.known.entry(name).or_insert_with(|| Family {
                family: info.family.clone(),
                khmer: false,
                bold: false,
            });
            known.khmer |= info.coverage.contains(u32::from('ក'));
            known.bold |= info.variant.weight >= FontWeight::SEMIBOLD;
        }
    }

    /// What templates read of the fonts of a site; of one that is none of the theme's, nothing.
    pub(super) fn told(&self, fonts: &SiteFonts) -> Bytes {
        let asked = |name: &str| {
            let family = self.files.get(name).cloned();
            self.known
                .get(&family.unwrap_or_else(|| name.to_lowercase()))
        };
        let asked = Asked {
            text: asked(&fonts.text),
            headings: asked(&fonts.headings),
        };
        Bytes::new(serde_json::to_vec(&asked).expect("names and truths are JSON"))
    }
}
