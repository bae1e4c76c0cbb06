//! A campaign, loaded: all its files read, every mistake in them told, every output known and none made.
//!
//! In: a folder. Out: [`Campaign::outputs`], and [`Campaign::produce`], which makes the bytes of one
//! of them: a pure function of the campaign and the output. What is made of it (a site on the disk, an
//! answer to a browser, nothing at all) is its caller's business.

mod again;
#[cfg(test)]
mod facts_everywhere;
mod last;
#[cfg(test)]
mod letters_everywhere;
mod produce;
#[cfg(test)]
mod same_words;
mod siblings;
mod spelt;
mod tables;
mod tongues;
mod weight;

pub(crate) use last::LastBuild;
pub use produce::{Produced, Production};
pub(crate) use tables::Tried;
pub use tables::{Tables, tables};

use crate::active;
use crate::config::{self, Config};
use crate::content::kinds::{self, Kinds};
use crate::content::{self, Drafts, Inputs, LeftOut, Sources};
use crate::data;
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use crate::files::{Files, Opened};
use crate::font::{self, Letters};
use crate::image;
use crate::khmer::Segmenter;
use crate::leaflet::{self, Press};
use crate::privacy;
use crate::site::plan::{self, Output, What};
use crate::site::resolve::Resolver;
use crate::site::{self, Ground, PageId, Site};
use crate::sound;
use crate::starter;
use crate::store::{Key, KeyBuilder, Store};
use crate::theme;
use crate::web::{self, Web};
use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

/// Which campaign to load, and as of which day.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// The folder in a campaign's that becomes its site, where no other is asked for.
pub const OUTPUT: &str = "public";

/// How many bytes are kept for later runs: some thousand leaflets.
const KEPT: u64 = 512 << 20;

/// A campaign in which nothing is wrong, ready to be produced from.
pub struct Campaign {
    request: Request,
    files: Arc<Files>,
    sources: Sources,
    site: Site,
    web: Web,
    press: Arc<Press>,
    /// What takes long to make, from earlier runs.
    kept: Arc<Store>,
    /// The components that the theme alone knows.
    theme_components: Arc<[String]>,
    outputs: Arc<[Output]>,
    leaflets: Leaflets,
}

/// The leaflets of the pages whose texts were checked, as far as there is nothing to tell of them.
type Leaflets = FxHashMap<PageId, leaflet::Checked>;

impl Campaign {
    /// Reads a campaign; without a result, the report holds an error.
    ///
    /// The cost grows with the size of what is read.
    pub fn load(request: &Request) -> (Option<Campaign>, Report) {
        let mut report = Report::new();
        let files = request.walk(&mut report);
        let campaign = load(request, files, None, &mut report);
        (campaign, report)
    }

    /// Reads a campaign whose files were walked, but for what the last build left of it.
    pub(crate) fn load_upon(
        request: &Request,
        files: Files,
        last: Option<&LastBuild>,
        report: &mut Report,
    ) -> Option<Campaign> {
        load(request, files, last, report)
    }

    /// Everything that can be made, sorted by path.
    pub fn outputs(&self) -> &[Output] {
        &self.outputs
    }

    /// How many HTML pages there are, lists included.
    pub fn pages(&self) -> usize {
        let paths = self.outputs.iter().flat_map(Output::files);
        paths.filter(|path| path.ends_with(".html")).count()
    }

    /// The address at which the site will stand; it ends with `/`.
    pub fn base_url(&self) -> &str {
        &self.site.config.base_url
    }

    /// What it was loaded by.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Whether a file of this path, relative to its folder, is part of it.
    pub fn has_file(&self, path: &str) -> bool {
        self.files.contains(path)
    }

    /// Whether a file of it lies in this folder, or lay there when it was loaded.
    pub fn has_folder(&self, path: &str) -> bool {
        self.files.under(&format!("{path}/")).next().is_some()
    }

    /// How many files and folders of other programs were left out of it.
    pub fn left_behind(&self) -> usize {
        self.files.left_behind()
    }

    /// What is not published today, and why.
    pub fn left_out(&self) -> &LeftOut {
        &self.sources.left_out
    }

    /// The file that the output is a copy of, to be read in pieces; nothing if it has to be made.
    pub fn copied(&self, output: &Output) -> Option<Result<Opened<'_>, Diagnostic>> {
        match &output.what {
            What::Copy { source } => Some(self.files.open(source)),
            What::ThemeFile { source } => Some(self.site.theme.files.open(source)),
            _ => None,
        }
    }

    /// Writes the file of an output that may be larger than there is memory, in pieces, and each time the
    /// same; nothing if the output has to be made as a whole.
    pub fn written(&self, output: &Output) -> Option<impl Fn(&mut dyn Write) -> io::Result<()>> {
        let What::Dataset { name, format } = &output.what else {
            return None;
        };
        Some(move |out: &mut dyn Write| produce::write_dataset(self, name, *format, out))
    }

    /// Makes the files of one output. Only a template or the press can fail: what authors get wrong was
    /// told before.
    pub fn produce(&self, output: &Output) -> Result<Production, Report> {
        produce::produce(self, output)
    }

    /// What a leaflet cannot show of its page; nothing for another of the page's formats than the first.
    pub fn leaflet_doubts(&self, output: &Output) -> Option<Report> {
        let What::Leaflet { page, format } = &output.what else {
            return None;
        };
        let first = self.site.page(*page).facts.leaflets.first()?;
        (first.value == *format).then(|| leaflet::doubts(&self.resolver(), *page))
    }

    /// Stands for all that the campaign is made from; nothing if a file changed while it was read.
    pub(crate) fn inputs(&self) -> Option<Key> {
        self.request.inputs_of(&self.files)
    }

    /// Where what takes long to make is kept.
    pub(crate) fn kept(&self) -> &Store {
        &self.kept
    }

    fn resolver(&self) -> Resolver<'_> {
        Resolver {
            site: &self.site,
            sources: &self.sources,
            files: &self.files,
            theme_components: &self.theme_components,
        }
    }
}

fn load(
    request: &Request,
    files: Files,
    last: Option<&LastBuild>,
    report: &mut Report,
) -> Option<Campaign> {
    report.stop_if_errors().ok()?;
    let mut config = config::load(&files, report)?;
    if let Some(base_url) = &request.base_url {
        config = config::standing_at(config, base_url, report)?;
    }
    starter::tell_left_over(&config, &files, request.base_url.is_some(), report);
    let theme = theme::load(&files, &config, report)?;
    let kinds = kinds::load(&theme.files, &config, report)?;
    let kinds = kinds.spoken(&config, |language| theme.strings(language));
    let datasets = data::load(&files, &config, report);
    let segmenter = Arc::new(site::segmenter(&config, &datasets));
    let inputs = request.inputs(&files, &config, &kinds, &segmenter);
    let sources = content::load(&inputs, last.map(LastBuild::pages), report);
    let templates = theme.templates.values().map(String::as_str);
    let named = web::pictures_named(templates);
    let pages = image::Pages {
        attachments: &sources.attachments,
        templates: &named,
        limit: config.picture_limit,
    };
    let pictures = image::look(&files, &pages, report);
    active::check(&files, report);
    spelt::check(&files, report);
    let kept = request.kept();
    privacy::check(&files, &config, (&sources, &datasets), &kept, report);
    let all = || Letters::of(&files, &config, &theme, &segmenter);
    let fonts = font::load(&config, &theme, all, &kept, report);
    report.stop_if_errors().ok()?;
    let sounds = sound::look(&files, &sources.attachments, report);
    let ground = Ground {
        config: Arc::new(config),
        theme: Arc::new(theme),
        kinds: Arc::new(kinds),
        today: request.today,
        datasets: Arc::new(datasets),
        segmenter,
        pictures: Arc::new(pictures),
        sounds: Arc::new(sounds),
        fonts: fonts.map(Arc::new),
    };
    let site = site::assemble(ground, &sources, report)?;
    tongues::check(&site, &files, report);
    let press = Press::new(&site.theme.files, report)?;
    let web = Web::new(&site, press.card_size(), report)?;
    let outputs = plan::plan(&site, &press.formats(), report);
    let mut campaign = Campaign {
        request: request.clone(),
        theme_components: web.components().into(),
        files: Arc::new(files),
        sources,
        site,
        web,
        press: Arc::new(press),
        kept: Arc::new(request.kept()),
        outputs: outputs.into(),
        leaflets: Leaflets::default(),
    };
    campaign.leaflets = match &campaign.sources.edited {
        // What others see is as it was, and so is what came of each text.
        Some(edited) => campaign.check_files(edited, report),
        None => campaign.check_texts(report),
    };
    report.stop_if_errors().ok()?;
    Some(campaign)
}

/// Whether a path is among these, which are sorted.
fn is_in(paths: &[String], path: &str) -> bool {
    let own = paths.binary_search_by(|own| own.as_str().cmp(path));
    own.is_ok()
}

impl Request {
    /// The files of the campaign as they stand now.
    pub(crate) fn walk(&self, report: &mut Report) -> Files {
        Files::walk(&self.root, std::slice::from_ref(&self.output), report)
    }

    /// Stands for all that a campaign of these files is made from; nothing if a file changed while it
    /// was read.
    pub(crate) fn inputs_of(&self, files: &Files) -> Option<Key> {
        self.key("site", files, |_| false)
    }

    pub(crate) fn kept(&self) -> Store {
        Store::open(&self.root, KEPT)
    }

    /// Of the files that `by_name` picks, their names alone go into the key.
    fn key(&self, kind: &str, files: &Files, by_name: impl Fn(&str) -> bool + Sync) -> Option<Key> {
        let key = KeyBuilder::new(kind)
            .part(files.fingerprint(by_name)?.as_bytes())
            .part(self.base_url.as_deref().unwrap_or_default().as_bytes())
            .part(&[u8::from(self.drafts), u8::from(self.base_url.is_some())])
            .part(self.today.to_string().as_bytes());
        Some(key.key())
    }

    fn inputs<'load>(
        &self,
        files: &'load Files,
        config: &'load Config,
        kinds: &'load Kinds,
        segmenter: &'load Segmenter,
    ) -> Inputs<'load> {
        Inputs {
            files,
            config,
            kinds,
            segmenter,
            today: self.today,
            drafts: match self.drafts {
                true => Drafts::Included,
                false => Drafts::LeftOut,
            },
        }
    }
}

impl Campaign {
    /// Looks through every text for what its author got wrong.
    fn check_texts(&self, report: &mut Report) -> Leaflets {
        self.check_pages(self.site.pages().map(|(id, _)| id).collect(), report)
    }

    /// Looks through the texts of these files, which are sorted.
    fn check_files(&self, paths: &[String], report: &mut Report) -> Leaflets {
        let pages = self.site.pages();
        let of_them = pages.filter(|(_, page)| is_in(paths, page.source()));
        self.check_pages(of_them.map(|(id, _)| id).collect(), report)
    }

    fn check_pages(&self, ids: Vec<PageId>, report: &mut Report) -> Leaflets {
        let found: Vec<_> = ids
            .par_iter()
            .filter_map(|id| match self.check_text(*id) {
                Ok(leaflet) => Some(Ok((*id, leaflet?))),
                Err(found) => Some(Err(found)),
            })
            .collect();
        let found = found
            .into_iter()
            .filter_map(|found| found.map_err(|found| report.extend(found)).ok());
        found.collect()
    }

    /// The leaflet of its page, if it has one.
    fn check_text(&self, id: PageId) -> Result<Option<leaflet::Checked>, Report> {
        let page = self.site.page(id);
        let mut found = Report::new();
        if let Some(asked) = &page.template {
            let templates = &self.site.theme.templates;
            if !templates.contains_key(&*asked.name) {
                found.push(
                    diagnostic!(
                        codes::theme::NO_TEMPLATE,
                        Place::clone(&asked.place),
                        name = &asked.name,
                        known = self.site.template_names().list()
                    )
                    .did_you_mean(&asked.name, self.site.template_names()),
                );
            }
        }
        let resolver = self.resolver();
        let mut leaflet = None;
        let checked = resolver.check(id, |resolved| {
            // Only a page in its own language is printed.
            if !page.facts.leaflets.is_empty() && !page.is_fallback() {
                leaflet = leaflet::check(&resolver, resolved)?;
            }
            Ok(())
        });
        if let Err(problems) = checked {
            found.extend(problems);
        }
        match found.has_errors() {
            true => Err(found),
            false => Ok(leaflet),
        }
    }
}
