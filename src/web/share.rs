//! The picture that a page is shared with, as templates see it: its address, its size, and what it shows.

use super::value::{map, optional, text};
use super::view::View;
use crate::content::without_hints;
use crate::figures::Wording;
use crate::site::resolve::Resolved;
use crate::site::share::{Share, card_path};
use crate::site::{Page, plan};
use tera::Value;

impl View<'_> {
    /// Of a page or section.
    pub(super) fn share_of_page(&self, resolved: &Resolved<'_>) -> Value {
        let site = self.site;
        let share = site.share_of(resolved.id, resolved.card.as_ref());
        let figure = match &share {
            Some(Share::Card(own)) if *own == resolved.id => {
                let words = Wording::of(&site.theme, self.language);
                resolved.key_figure(words).map(|figure| {
                    let what = [figure.label.as_str(), &figure.when].into_iter();
                    let what = what.filter(|part| !part.is_empty());
                    let what = what.collect::<Vec<_>>().join(", ");
                    let mut told = format!("{what}: {}", figure.text);
                    if figure.synthetic {
                        let strings = site.theme.strings(self.language);
                        let said = strings.get("synthetic").map_or("", String::as_str);
                        told = format!("{told} ({said})");
                    }
                    told
                })
            }
            _ => None,
        };
        self.share(share, Some(resolved.page), figure)
    }

    /// Of a list that nobody wrote.
    pub(super) fn share_of_list(&self) -> Value {
        self.share(self.site.share_of_lists(self.language), None, None)
    }

    fn share(
        &self,
        share: Option<Share<'_>>,
        page: Option<&Page>,
        figure: Option<String>,
    ) -> Value {
        let site = self.site;
        let fallback = site.config.default_language();
        let of_site = |language| site.config.title.get(language, fallback).to_owned();
        let title = |page: &Page| page.facts.title.as_str().to_owned();
        let (path, size, shows) = match share {
            None => return Value::none(),
            Some(Share::Picture { path, size }) => {
                let shows = page.filter(|page| page.facts.card.is_some());
                let shows = shows.map_or_else(|| of_site(self.language), title);
                (path.into_owned(), size, shows)
            }
            Some(Share::Card(own)) => {
                let own = site.page(own);
                // The site's name, which it shows too, is told beside it (`og:site_name`).
                let parts = [Some(title(own)), figure].into_iter().flatten();
                let shows = parts.collect::<Vec<_>>().join(" – ");
                (card_path(own), self.web.card_size, shows)
            }
        };
        let size =
            size.map(|(width, height)| map([("width", width.into()), ("height", height.into())]));
        map([
            ("url", text(&plan::permalink(site, &path))),
            ("size", optional(size)),
            ("shows", text(&without_hints(&shows))),
        ])
    }
}
