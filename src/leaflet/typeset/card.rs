//! A card → one page, set once and drawn in pixels. Its template makes its texts fit.

use super::{Press, prepare, world};
use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::leaflet::audit::audit_card;
use crate::leaflet::document::ShareCard;
use crate::leaflet::{export, text_layer};
use crate::store::{Key, KeyBuilder};
use serde::Serialize;
use typst::foundations::Bytes;

/// The format that cards are drawn in.
const FORMAT: &str = "share";
/// Where the organisation's mark stands for the template.
const MARK: &str = "/mark";

/// What the template is given.
#[derive(Serialize)]
struct Data<'card> {
    #[serde(flatten)]
    card: &'card ShareCard,
    set_in: &'card str,
    /// Where its picture stands; empty if there is none.
    mark: &'card str,
    format: &'card str,
    /// In millimetres.
    page: (f64, f64),
    /// In points.
    smallest_text: f64,
}

impl Press {
    /// How wide and high cards are, in pixels.
    pub fn card_size(&self) -> Option<(u32, u32)> {
        let format = self.screens.get(FORMAT)?;
        Some((format.width, format.height))
    }

    /// Stands for a card: the same for the same card, theme, and source of this program.
    pub fn card_key(&self, card: &ShareCard) -> Option<Key> {
        let json = serde_json::to_vec(card).expect("strings are JSON");
        let key = KeyBuilder::new("card")
            .part(self.fingerprint.as_bytes())
            .part(&json)
            .part(card.mark.as_deref().unwrap_or_default());
        Some(key.key())
    }

    /// Draws a card, as PNG, with warnings; what has no place of its own in the theme is reported at `place`.
    pub fn card(&self, card: &ShareCard, place: &Place) -> Result<(Vec<u8>, Report), Report> {
        let format = self.screens.get(FORMAT);
        let format = format.expect("the built-in theme has one, and every theme lies over it");
        let page = format.page();
        let data = Data {
            card,
            set_in: text_layer::stand_in(&card.language),
            mark: card.mark.as_ref().map_or("", |_| MARK),
            format: &format.name,
            page: (page.width, page.height),
            smallest_text: format.smallest_text,
        };
        let data = serde_json::to_vec(&data).expect("strings and numbers are JSON");
        let mut files = vec![
            (world::DATA, Bytes::new(prepare::printable(&data))),
            (world::WORDS, self.words(&card.language)),
            (world::FONTS, self.families.told(&card.fonts)),
            // Nothing is tried in several sizes.
            (world::ATTEMPT, Bytes::from_string("{}")),
        ];
        if let Some(mark) = &card.mark {
            files.push((MARK, Bytes::new(mark.clone())));
        }
        let (document, warnings) = self.set(&format.template_path, files, place)?;
        let mut found = audit_card(&document, &self.shared, place);
        found.extend(warnings);
        let pages = document.pages();
        if pages.len() != 1 {
            found.push(diagnostic!(
                codes::leaflet::CARD_PAGES,
                Place::file(&format.template_at),
                pages = pages.len()
            ));
        }
        if found.has_errors() {
            return Err(found);
        }
        let picture = export::picture(&pages[0]);
        if (picture.width, picture.height) != (format.width, format.height) {
            found.push(diagnostic!(
                codes::leaflet::CARD_SIZE,
                Place::file(&format.template_at),
                width = picture.width,
                height = picture.height,
                format = format!("{} × {}", format.width, format.height)
            ));
            return Err(found);
        }
        Ok((picture.png(), found))
    }
}
