//! A campaign, loaded: all its files read, every mistake in them told, every output known and none made.
//!
//! In: a folder. Out: [`Campaign::outputs`], and [`Campaign::produce`], which makes the bytes of one
//! of them: a pure function of the campaign and the output. What is made of it (a site on the disk, an
//! answer to a browser, nothing at all) is its caller's business.

mod produce;

pub use produce::Produced;

use crate::config;
use crate::content::{self, Drafts, LeftOut};
use crate::data;
use crate::diagnostic::{Diagnostic, Place, Report, codes};
use crate::files::Files;
use crate::image;
use crate::leaflet::{self, Press};
use crate::site::plan::{self, Output};
use crate::site::resolve::Resolver;
use crate::site::{self, PageId, Site};
use crate::output;
use crate::theme;
use crate::web::Web;
use jiff::civil::Date;
use rayon::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;

/// Which campaign to load, and as of which day.
#[derive(Debug, Clone)]
pub struct Request {
    /// The campaign's folder.
    pub root: PathBuf,
    /// The folder that becomes the site; what stands in it is no part of the campaign.
    pub output: PathBuf,
    /// Instead of the configuration's `base_url`.
    pub base_url: Option<String>,
    /// Whether drafts are included.
    pub drafts: bool,
    /// The day that decides what is published already and what no longer.
    pub today: Date,
}

/// A campaign in which nothing is wrong, ready to be produced from.
pub struct Campaign {
    files: Files,
    site: Site,
    web: Web,
    press: Press,
    /// The components that the theme alone knows.
    theme_components: Vec<String>,
    outputs: Vec<Output>,
    left_out: LeftOut,
}

impl Campaign {
    /// Reads a campaign; without a result, the report holds an error.
    ///
    /// The cost grows with the size of what is read.
    pub fn load(request: &Request) -> (Option<Campaign>, Report) {
        let mut report = Report::new();
        let campaign = load(request, &mut report);
        (campaign, report)
    }

    /// Everything that can be made, sorted by path.
    pub fn outputs(&self) -> &[Output] {
        &self.outputs
    }

    /// What is not published today, and why.
    pub fn left_out(&self) -> &LeftOut {
        &self.left_out
    }

    /// Makes the files of one output. Only a template or the press can fail: what authors get wrong was
    /// told before.
    pub fn produce(&self, output: &Output) -> Result<Vec<Produced>, Report> {
        produce::produce(self, output)
    }

    fn resolver(&self) -> Resolver<'_> {
        Resolver {
            site: &self.site,
            files: &self.files,
            theme_components: &self.theme_components,
        }
    }
}

fn load(request: &Request, report: &mut Report) -> Option<Campaign> {
    let files = Files::walk(&request.root, std::slice::from_ref(&request.output), report);
    report.stop_if_errors().ok()?;
    let mut config = config::load(&files, report)?;
    if let Some(base_url) = &request.base_url {
        config = config::standing_at(config, base_url, report)?;
    }
    let theme = theme::load(&files, &config, report)?;
    let datasets = data::load(&files, &config, report);
    let segmenter = Arc::new(site::segmenter(&config, &datasets));
    let drafts = match request.drafts {
        true => Drafts::Included,
        false => Drafts::LeftOut,
    };
    let sources = content::load(&files, &config, &segmenter, request.today, drafts, report);
    let image_sizes = image::sizes(&files, report);
    report.stop_if_errors().ok()?;
    let site = site::assemble(
        config,
        theme,
        &sources,
        datasets,
        segmenter,
        image_sizes,
        report,
    )?;
    let css = output::minify_css(&site.theme.css);
    let web = Web::new(&site, &css, report)?;
    let press = Press::new(&site.theme.files, report)?;
    let outputs = plan::plan(&site, &press.formats(), report);
    let campaign = Campaign {
        theme_components: web.components(),
        left_out: sources.left_out,
        files,
        site,
        web,
        press,
        outputs,
    };
    campaign.check_texts(report);
    report.stop_if_errors().ok()?;
    Some(campaign)
}

impl Campaign {
    /// Looks through every text for what its author got wrong.
    fn check_texts(&self, report: &mut Report) {
        let ids: Vec<PageId> = self.site.pages().map(|(id, _)| id).collect();
        let found: Vec<Report> = ids
            .par_iter()
            .filter_map(|id| self.check_text(*id).err())
            .collect();
        found.into_iter().for_each(|found| report.extend(found));
    }

    fn check_text(&self, id: PageId) -> Result<(), Report> {
        let page = self.site.page(id);
        let mut found = Report::new();
        if let Some(name) = &page.facts.template {
            let templates = &self.site.theme.templates;
            if !templates.contains_key(name) {
                found.push(
                    Diagnostic::new(&codes::theme::NO_TEMPLATE, Place::file(page.source()))
                        .with("name", name)
                        .with_list("known", templates.keys())
                        .did_you_mean(name, templates.keys()),
                );
            }
        }
        let resolver = self.resolver();
        let checked = resolver.check(id, |resolved| {
            // Every output of a page shows its text, and only its own language prints it.
            match page.facts.leaflets.is_empty() || page.is_fallback() {
                true => Ok(()),
                false => leaflet::check(&resolver, resolved),
            }
        });
        if let Err(problems) = checked {
            found.extend(problems);
        }
        match found.has_errors() {
            true => Err(found),
            false => Ok(()),
        }
    }
}
