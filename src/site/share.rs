//! Which picture a page is shared with: one that its author names, a card of its own, that of the site, or
//! the card of the front page.

use super::resolve::Target;
use super::{Kind, Page, PageId, Site, Text, plan};
use crate::config::{FILE, Language, MakeCards};
use crate::diagnostic::{Report, codes, diagnostic};
use crate::files::kinds;
use std::borrow::Cow;

/// The kinds of pictures that those who show links can show.
const KINDS: [&str; 6] = ["gif", "jfif", "jpeg", "jpg", "png", "webp"];

/// The picture that a page is shared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Share<'site> {
    /// The one at this path of the site, with its width and height if they are known.
    Picture {
        path: Cow<'site, str>,
        size: Option<(u32, u32)>,
    },
    /// The card of this page.
    Card(PageId),
}

impl Site {
    /// Whether a page gets a card of its own: it is listed, and names no other picture.
    pub fn has_card(&self, page: &Page) -> bool {
        let is_asked_for = match (self.config.cards.make, &page.text) {
            (MakeCards::None, _) | (MakeCards::Pages, Text::Rows { .. }) => false,
            (MakeCards::Pages, Text::Written(_)) | (MakeCards::All, _) => true,
        };
        is_asked_for && page.is_listed() && page.facts.card.is_none()
    }

    /// What a page is shared with; `named` is the picture that its author names.
    pub fn share_of<'site>(
        &'site self,
        id: PageId,
        named: Option<&Target<'site>>,
    ) -> Option<Share<'site>> {
        let page = self.page(id);
        if page.kind == Kind::NotFound {
            return None;
        }
        if let Some(Target::Inside { path, .. }) = named {
            return Some(self.picture(path.clone()));
        }
        // A text is one text, wherever it is shown.
        let mut own = page.translations.iter().copied();
        let own = own.find(|other| self.page(*other).language == *page.content_language());
        let own = own.filter(|own| self.has_card(self.page(*own)));
        own.map(Share::Card)
            .or_else(|| self.share_of_lists(&page.language))
    }

    /// What pages without a card of their own are shared with, and lists that nobody wrote.
    pub fn share_of_lists(&self, language: &Language) -> Option<Share<'_>> {
        if let Some(picture) = &self.config.cards.picture {
            return Some(self.picture(Cow::Borrowed(&picture.value)));
        }
        let home = self.find("", language)?;
        let home = self.page(home).translations.iter().copied();
        let mut of_home = home.filter(|home| self.has_card(self.page(*home)));
        let own = of_home
            .clone()
            .find(|home| self.page(*home).language == *language);
        own.or_else(|| of_home.next()).map(Share::Card)
    }

    fn picture<'site>(&'site self, path: Cow<'site, str>) -> Share<'site> {
        let known = self.pictures.get(&*path);
        Share::Picture {
            size: known.map(|picture| (picture.width, picture.height)),
            path,
        }
    }
}

/// Whether those who show links can show the picture in a file of this name.
pub(super) fn is_shown_by_others(path: &str) -> bool {
    KINDS.contains(&kinds::ending(path).as_str())
}

/// Tells that the picture of the site is none.
pub(super) fn check(site: &Site, report: &mut Report) {
    let Some(picture) = &site.config.cards.picture else {
        return;
    };
    let stands_at = format!("static/{picture}");
    let place = picture.place(FILE);
    if !site.theme.files.contains(&stands_at) {
        report.push(diagnostic!(
            codes::config::NO_PICTURE_OF_SITE,
            place,
            read = picture
        ));
    } else if !is_shown_by_others(picture) {
        report.push(diagnostic!(codes::site::SHARED_KIND, place, read = picture));
    }
}

/// Where the card of a page stands: `learn/read/card.png`.
pub fn card_path(page: &Page) -> String {
    let folder = page.path.strip_suffix("index.html").unwrap_or("");
    format!("{folder}{}", plan::CARD)
}
