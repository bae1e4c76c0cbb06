//! A campaign and the names of files that changed → the campaign as it is now.
//!
//! A page that says something else and stands where it stood is put in the place of what it was, and
//! nothing else is made anew: what other pages see of it are its facts, and those are compared. One
//! that has another title, day or term moves in lists, and so the pages are put in order again. After
//! any other change the whole campaign is loaded. What comes out is the same in all three ways; a test
//! holds that.

use super::{Campaign, Leaflets, load};
use crate::content::{Again, Body, Facts};
use crate::diagnostic::Report;
use crate::leaflet::Press;
use crate::site::{self, Ground, Site, plan};
use std::sync::Arc;

impl Campaign {
    /// The campaign after the files at these paths, relative to its folder, were written, made or
    /// removed. Without a result, the report holds an error. The report tells of what was read again.
    ///
    /// One page that says something else costs the reading of that page and a pass over the list of
    /// pages; another title costs the order of all pages as well; anything else what loading costs.
    pub fn again(&self, changed: &[String]) -> (Option<Campaign>, Report) {
        let mut report = Report::new();
        if let [path] = changed
            && let Some(campaign) = self.with_page(path, &mut report)
        {
            return (Some(campaign), report);
        }
        let mut report = Report::new();
        let files = self.request.walk(&mut report);
        let campaign = load(&self.request, files, None, &mut report);
        (campaign, report)
    }

    /// The campaign with one page or section read again; nothing if that is not enough.
    fn with_page(&self, path: &str, report: &mut Report) -> Option<Campaign> {
        let site = &self.site;
        if site.fonts.is_some() {
            // Any word may be the first with a letter.
            return None;
        }
        let before = site.pages_of(path);
        let old = site.page(*before.first()?);
        let inputs = self
            .request
            .inputs(&self.files, &site.config, &site.kinds, &site.segmenter);
        let mut sources = self.sources.clone();
        let again = sources.read_again(&inputs, path, report)?;
        let (facts, text): (&Arc<Facts>, &Arc<Body>) = match &again {
            Again::Page(page) => (&page.facts, &page.text),
            Again::Section(section) => (&section.facts, &section.text),
        };
        let is_target = |id: &&str| !id.is_empty();
        let ids = text.headings().iter().map(|id| &**id).filter(is_target);
        let other_anchors = !old.anchors().eq(ids);
        let is_where_it_was = self.stands_where_it_stood(&again, &old.facts);
        let site = match is_where_it_was {
            true => site.with_text(facts, text),
            false => self.in_order_again(&sources, report)?,
        };
        let (web, outputs) = match is_where_it_was {
            true => (self.web.clone(), Arc::clone(&self.outputs)),
            false => {
                let formats = Press::formats(&self.press);
                let outputs = plan::plan(&site, &formats, report).into();
                (self.web.again(&site, report)?, outputs)
            }
        };
        let mut campaign = Campaign {
            request: self.request.clone(),
            files: Arc::clone(&self.files),
            sources,
            site,
            web,
            press: Arc::clone(&self.press),
            kept: Arc::clone(&self.kept),
            theme_components: Arc::clone(&self.theme_components),
            outputs,
            leaflets: Leaflets::default(),
        };
        // Links of other pages lead to this one's headings.
        campaign.leaflets = match other_anchors {
            true => campaign.check_texts(report),
            false => campaign.check_pages(before, report),
        };
        (!report.has_errors()).then_some(campaign)
    }

    /// Whether a page that was read again has the address it had, and its place among others.
    fn stands_where_it_stood(&self, again: &Again, old: &Facts) -> bool {
        match again {
            Again::Page(page) => {
                let mut before = self.sources.pages.iter();
                let before = before.find(|own| own.facts.path == page.facts.path);
                page.facts.stand_alike(old)
                    && before.is_some_and(|own| (&own.slug, &own.path) == (&page.slug, &page.path))
            }
            Again::Section(section) => {
                let mut before = self.sources.sections.iter();
                let before = before.find(|own| own.facts.path == section.facts.path);
                section.facts.stand_alike(old)
                    && before.is_some_and(|own| {
                        (own.sort_by, own.paginate_by, &own.page_template)
                            == (section.sort_by, section.paginate_by, &section.page_template)
                    })
            }
        }
    }

    /// The site with its pages in order again; nothing if a page stands at another address.
    fn in_order_again(
        &self,
        sources: &crate::content::Sources,
        report: &mut Report,
    ) -> Option<Site> {
        let old = &self.site;
        let ground = Ground {
            config: Arc::clone(&old.config),
            theme: Arc::clone(&old.theme),
            kinds: Arc::clone(&old.kinds),
            today: old.today,
            datasets: Arc::clone(&old.datasets),
            segmenter: Arc::clone(&old.segmenter),
            pictures: Arc::clone(&old.pictures),
            sounds: Arc::clone(&old.sounds),
            fonts: old.fonts.clone(),
        };
        let site = site::assemble(ground, sources, report)?;
        (site.addresses == old.addresses).then_some(site)
    }
}
