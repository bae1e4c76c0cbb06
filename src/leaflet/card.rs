//! A page → the card that it is shared with: its title, the campaign's name and one figure, as a picture.

use super::Press;
use super::compose::{broken, key_figure, site_fonts};
use super::document::{Colours, ShareCard};
use super::placed;
use crate::diagnostic::{Place, Report};
use crate::site::resolve::{Resolved, Resolver};
use crate::site::{PageId, Site};
use crate::store::Store;

/// The picture of the organisation's mark, where it has one.
const MARK: &str = "static/icon.png";

/// Draws the card of a page, as PNG, or takes it from `kept`, if the same card was drawn before: what of the
/// page does not stand on it changes nothing. The report holds warnings; a card that has any is not kept, so
/// that the next build has them to tell.
pub fn of_page(
    resolver: &Resolver<'_>,
    press: &Press,
    kept: &Store,
    id: PageId,
) -> Result<(Vec<u8>, Report), Report> {
    let site = resolver.site;
    let page = site.page(id);
    let (document, _) = resolver.document(page)?;
    let resolved = resolver.resolve(id, &document)?;
    let mut card = compose(site, &resolved);
    if site.theme.files.contains(MARK) {
        card.mark = Some(site.theme.files.read(MARK).map_err(Report::of)?);
    }
    let key = press.card_key(&card);
    if let Some(picture) = key.as_ref().and_then(|key| kept.get(key)) {
        return Ok((picture, Report::new()));
    }
    let place = Place::file(page.source());
    let drawn = press.card(&card, &place);
    let (picture, warnings) = drawn.map_err(|found| placed(found, resolver, page.source()))?;
    if let Some(key) = key.filter(|_| warnings.is_empty()) {
        kept.put(&key, &picture);
    }
    Ok((picture, warnings))
}

fn compose(site: &Site, text: &Resolved<'_>) -> ShareCard {
    let page = text.page;
    let fallback = site.config.default_language();
    let organisation = &site.config.organisation;
    let brand = &site.theme.brand;
    ShareCard {
        title: broken(site, page.facts.title.as_str()),
        language: page.language.tag().to_owned(),
        direction: page.language.direction().to_owned(),
        site_title: broken(site, site.config.title.get(&page.language, fallback)),
        organisation: broken(site, organisation.name.get(&page.language, fallback)),
        figure: key_figure(site, text),
        colours: Colours {
            brand: brand.colour.to_string(),
            on_brand: brand.on.to_string(),
        },
        fonts: site_fonts(site),
        mark: None,
    }
}
