//! The text of a page, still as written → [`Resolved`]: where each link leads, which file each picture
//! is, what each call shows.
//!
//! Links, pictures and calls stand beside the tree of a document, so this walks three lists and no
//! tree. Every mistake that an author can make in a text is found here, before anything is produced;
//! the web and the leaflet take what is found and report nothing.

mod anchors;
mod key_figure;
mod links;
mod meant;
mod particulars;

use anchors::Anchors;
pub use links::{Target, file, page_of};
pub use particulars::{Fact, Shown, behind, facts_where, in_a_line, one_line, phone_uri};

use super::component::{self, Exhibit};
use super::{Page, PageId, Site, Text, each, share};
use crate::content::block::{CallId, Document, LinkId, PictureId, WrittenPicture};
use crate::content::kinds::Given;
use crate::content::{BadAddress, Sources, Spans};
use crate::diagnostic::{Report, codes, diagnostic};
use crate::figures::Wording;
use crate::files::Files;
use crate::image;
use crate::schema::Written;
use std::borrow::Cow;

/// How many figures the components of a page may show: all that its readers would have to load.
const MOST_SHOWN: usize = 100_000;

/// What texts are resolved against.
#[derive(Clone, Copy)]
pub struct Resolver<'site> {
    pub site: &'site Site,
    pub sources: &'site Sources,
    /// Read only for a text that nobody asked for before, and where there is something to tell, for
    /// the place of it.
    pub files: &'site Files,
    /// The components that the theme alone knows.
    pub theme_components: &'site [String],
}

/// A text with all that it leads to and shows.
pub struct Resolved<'text> {
    pub id: PageId,
    pub page: &'text Page,
    pub document: &'text Document,
    /// What it says in the table of its kind.
    pub facts: Vec<Fact<'text>>,
    /// The picture that its author wants it to be shared with.
    pub card: Option<Target<'text>>,
    links: Vec<Target<'text>>,
    pictures: Vec<Picture<'text>>,
    exhibits: Vec<Exhibit<'text>>,
}

/// A picture of the site.
pub struct Picture<'text> {
    pub written: &'text WrittenPicture,
    pub target: Target<'text>,
    /// What is known of it.
    pub file: Option<&'text image::Picture>,
}

impl<'text> Resolved<'text> {
    pub fn link(&self, id: LinkId) -> &Target<'text> {
        &self.links[id.index()]
    }

    pub fn picture(&self, id: PictureId) -> &Picture<'text> {
        &self.pictures[id.index()]
    }

    pub fn exhibit(&self, id: CallId) -> &Exhibit<'text> {
        &self.exhibits[id.index()]
    }

    /// Whether the text offers the page's leaflets itself.
    pub fn offers_leaflets(&self) -> bool {
        let mut exhibits = self.exhibits.iter();
        exhibits.any(|exhibit| matches!(exhibit, Exhibit::Leaflets(_)))
    }
}

impl<'site> Resolver<'site> {
    /// The places of a page's file.
    pub fn spans(&self, page: &'site Page) -> Spans<'site> {
        Spans::new(self.files, &self.site.config, page.source())
    }

    /// The text of a page, with what its row spoils of its addresses.
    pub fn document(
        &self,
        page: &'site Page,
    ) -> Result<(Cow<'site, Document>, Vec<BadAddress>), Report> {
        let site = self.site;
        match &page.text {
            Text::Written(body) => {
                let read = || {
                    let (config, kinds) = (&site.config, &site.kinds);
                    let segmenter = &site.segmenter;
                    self.sources
                        .text(self.files, config, kinds, segmenter, page.source())
                };
                Ok((Cow::Borrowed(body.document(read)?), Vec::new()))
            }
            Text::Rows {
                template,
                dataset,
                rows,
            } => {
                let words = Wording::of(&site.theme, &page.facts.language);
                let names = template.columns.iter();
                let names = names.map(|column| column.name.as_str()).collect();
                let dataset = site.datasets.get(dataset);
                let dataset = dataset.expect("a page of rows has a dataset");
                let values = each::values(dataset, rows, &names, words);
                let (document, bad) = template.fill(&values.shown, &values.plain, &site.segmenter);
                Ok((Cow::Owned(document), bad))
            }
        }
    }

    /// Resolves the text of a page; all that is wrong with it is reported.
    pub fn resolve<'text>(
        &self,
        id: PageId,
        document: &'text Document,
    ) -> Result<Resolved<'text>, Report>
    where
        'site: 'text,
    {
        let mut found = Report::new();
        let resolved = self.resolve_all(id, document, &mut found);
        match found.has_errors() {
            true => Err(found),
            false => Ok(resolved),
        }
    }

    /// Resolves the text of a page; what cannot be resolved leads nowhere and shows nothing, and is
    /// reported.
    fn resolve_all<'text>(
        &self,
        id: PageId,
        document: &'text Document,
        found: &mut Report,
    ) -> Resolved<'text>
    where
        'site: 'text,
    {
        let site: &'text Site = self.site;
        let page = site.page(id);
        let spans = self.spans(self.site.page(id));
        let anchors = Anchors::default();
        let links = document.links.iter().map(|link| {
            links::resolve(site, page, &link.to, &anchors, || spans.place(link.span))
                .unwrap_or_else(|problem| {
                    found.push(problem);
                    Target::NOWHERE
                })
        });
        let links = links.collect();
        let pictures = document.pictures.iter().map(|written| {
            let place = || spans.place(written.span);
            let target = links::file(site, page, &written.source, place);
            let target = target.unwrap_or_else(|problem| {
                found.push(problem);
                Target::NOWHERE
            });
            let file = match &target {
                Target::Inside { path, .. } => site.pictures.get(&**path),
                Target::Outside(_) => None,
            };
            Picture {
                written,
                target,
                file,
            }
        });
        let pictures = pictures.collect();
        let place = |given: &Written<Given>| given.place(page.source());
        let facts = particulars::facts(site, page, &place, found);
        let card = page.facts.card.as_ref().map(|card| {
            let place = || card.place(page.source());
            let file = links::file(site, page, card, place);
            let shown = file.and_then(|file| match share::is_shown_by_others(card) {
                true => Ok(file),
                false => Err(diagnostic!(codes::site::SHARED_KIND, place(), read = card)),
            });
            shown.unwrap_or_else(|problem| {
                found.push(problem);
                Target::NOWHERE
            })
        });
        let mut size = 0;
        let exhibits = document.calls.iter().map(|call| {
            if size > MOST_SHOWN {
                return Exhibit::Nothing;
            }
            let shown = component::resolve(site, page, call, self.theme_components, &spans);
            let shown = shown.unwrap_or_else(|problems| {
                found.extend(problems);
                Exhibit::Nothing
            });
            size += shown.size();
            if size > MOST_SHOWN {
                found.push(diagnostic!(
                    codes::content::CALLS_GROW,
                    spans.place(call.span),
                    limit = MOST_SHOWN
                ));
            }
            shown
        });
        Resolved {
            id,
            page,
            document,
            facts,
            card,
            links,
            pictures,
            exhibits: exhibits.collect(),
        }
    }

    /// Resolves the text of a page to look for mistakes, in it and, with `more`, in what comes out.
    pub fn check(
        &self,
        id: PageId,
        more: impl FnOnce(&Resolved<'_>) -> Result<(), Report>,
    ) -> Result<(), Report> {
        let page = self.site.page(id);
        let (document, bad) = self.document(page)?;
        let mut found = Report::new();
        let spans = self.spans(page);
        for address in &bad {
            found.push(address.told(spans.place(address.span)));
        }
        if bad.is_empty() {
            let resolved = self.resolve_all(id, &document, &mut found);
            if let Err(problems) = more(&resolved) {
                found.extend(problems);
            }
        }
        match found.has_errors() {
            true => Err(found),
            false => Ok(()),
        }
    }
}
