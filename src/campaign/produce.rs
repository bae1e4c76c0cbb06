//! An output → its files: a pure function of the campaign and the output.

use super::Campaign;
use crate::active;
use crate::data::{Dataset, export};
use crate::diagnostic::{Diagnostic, Report};
use crate::image;
use crate::leaflet;
use crate::site::place_file;
use crate::site::plan::{self, DATA_PACKAGE, DataFormat, Output, What, dataset_path, print_path};
use crate::store::KeyBuilder;
use crate::web;
use std::io::{self, Write};

/// A file of the site with its bytes.
pub struct Produced {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// What came of making an output.
pub struct Production {
    pub files: Vec<Produced>,
    /// What is doubtful about them.
    pub warnings: Report,
}

impl From<Vec<Produced>> for Production {
    fn from(files: Vec<Produced>) -> Production {
        Production {
            files,
            warnings: Report::new(),
        }
    }
}

/// Writes the figures of a dataset, row by row.
pub(super) fn write_dataset(
    campaign: &Campaign,
    name: &str,
    format: DataFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    let dataset = campaign.site.datasets.get(name);
    let dataset = dataset.expect("the plan names datasets there are");
    match format {
        DataFormat::Csv => export::csv(dataset, out),
        DataFormat::Json => export::json(dataset, out),
    }
}

/// Texts as files, each with its path.
fn texts(files: Vec<(String, String)>) -> Production {
    let produced = files.into_iter().map(|(path, text)| Produced {
        bytes: text.into_bytes(),
        path,
    });
    produced.collect::<Vec<_>>().into()
}

/// What pages show in place of the picture that would stand at `path`: from an earlier run, if the same
/// picture was seen in it.
fn smaller(campaign: &Campaign, path: &str) -> Result<Production, Diagnostic> {
    let Campaign {
        site, files, kept, ..
    } = campaign;
    let picture = site.pictures.get(path);
    let picture = picture.expect("the plan names pictures there are");
    let smaller = picture.smaller.as_ref();
    let smaller = smaller.expect("the plan names pictures that are made smaller");
    let bytes = files.read(&picture.source)?;
    let key = KeyBuilder::new("smaller pictures").part(&bytes).key();
    let known = kept.get(&key);
    let known: Option<Vec<Vec<u8>>> = known.and_then(|bytes| postcard::from_bytes(&bytes).ok());
    let made = match known.filter(|made| made.len() == 1 + smaller.sizes.len()) {
        Some(made) => made,
        None => {
            let made = smaller.make(&bytes);
            let made = made.ok_or_else(|| image::damaged(files, &picture.source))?;
            if let Ok(bytes) = postcard::to_stdvec(&made) {
                kept.put(&key, &bytes);
            }
            made
        }
    };
    let webp = smaller.webp_paths(path).map(|(path, _)| path);
    let paths = std::iter::once(smaller.jpeg_path(path)).chain(webp);
    let files = paths.zip(made);
    let files: Vec<Produced> = files
        .map(|(path, bytes)| Produced { path, bytes })
        .collect();
    Ok(files.into())
}

/// Makes the files of one output.
pub(super) fn produce(campaign: &Campaign, output: &Output) -> Result<Production, Report> {
    let Campaign {
        site,
        web,
        press,
        files,
        kept,
        ..
    } = campaign;
    let resolver = &campaign.resolver();
    let bytes = match &output.what {
        What::Page { page, pager } => return Ok(texts(web::page(web, resolver, *page, *pager)?)),
        What::Taxonomy { name, language } => {
            web::taxonomy(web, resolver, name, language)?.into_bytes()
        }
        What::Term {
            taxonomy,
            language,
            term,
            pager,
        } => web::term(web, resolver, taxonomy, language, *term, *pager)?.into_bytes(),
        What::Search { language } => {
            return Ok(texts(web::search(web, resolver, language)?));
        }
        What::SearchScript => {
            let source = site
                .theme
                .files
                .text("search/search.js")
                .map_err(Report::of)?;
            web::squeeze::minify_script(&source).into_bytes()
        }
        What::NotFound => web::not_found(web, site, files)?.into_bytes(),
        What::Alias { page } => web::redirect(site, site.page(*page), &output.path).into_bytes(),
        What::Feed { language } => web::feed_of_language(site, language).into_bytes(),
        What::TermFeed {
            taxonomy,
            language,
            term,
        } => {
            let term = &site.taxonomies[taxonomy][language].terms[*term];
            web::feed_of_term(site, taxonomy, language, term).into_bytes()
        }
        What::Sitemap => web::sitemap(site).into_bytes(),
        What::Robots => web::robots(site).into_bytes(),
        What::Worker => web::worker(site)?.into_bytes(),
        What::HostFile => web::htaccess(site).into_bytes(),
        What::Manifest { language } => web::manifest(site, language).into_bytes(),
        What::Copy { source } => files.read(source).map_err(Report::of)?,
        What::Photo { source } => {
            let holds = match source.starts_with("content/") {
                true => files,
                false => &site.theme.files,
            };
            image::without_notes(holds, source).map_err(Report::of)?
        }
        What::Drawing { source } => {
            let bytes = files.read(source).map_err(Report::of)?;
            let text = files.decoded(source, &bytes).map_err(Report::of)?;
            active::cleaned(&text).map_or(bytes, String::into_bytes)
        }
        What::Smaller { path } => return smaller(campaign, path).map_err(Report::of),
        What::ThemeFile { source } => site.theme.files.read(source).map_err(Report::of)?,
        What::Font { at } => {
            let fonts = site.fonts.as_deref();
            fonts.map_or_else(Vec::new, |fonts| fonts.fonts[*at].woff2.clone())
        }
        What::Dataset { name, format } => {
            let mut bytes = Vec::new();
            let written = write_dataset(campaign, name, *format, &mut bytes);
            written.expect("there is always room for more bytes");
            bytes
        }
        What::DataPackage => {
            let paths: Vec<(&Dataset, String)> = plan::offered(site)
                .map(|dataset| (dataset, dataset_path(dataset, DataFormat::Csv)))
                .collect();
            let folder = DATA_PACKAGE.trim_end_matches("datapackage.json");
            let datasets: Vec<(&Dataset, &str)> = paths
                .iter()
                .map(|(dataset, path)| (*dataset, path.trim_start_matches(folder)))
                .collect();
            let about = export::About {
                title: &site.config.title,
                homepage: &site.config.base_url,
            };
            export::datapackage(&about, &datasets)
        }
        What::Catalogue { language } => web::catalogue(web, resolver, language)?.into_bytes(),
        What::Calendar { page } => web::calendar(site, *page).into_bytes(),
        What::Code { page } => web::code(site, *page).into_bytes(),
        What::PlaceFile { place } => place_file::json(site, *place),
        What::Card { page } => {
            let (picture, warnings) = leaflet::card::of_page(resolver, press, kept, *page)?;
            let path = output.path.clone();
            let files = vec![Produced {
                path,
                bytes: picture,
            }];
            return Ok(Production { files, warnings });
        }
        What::Leaflet { page, format } => {
            let (printed, warnings) = leaflet::of_page(
                resolver,
                press,
                kept,
                *page,
                format,
                campaign.leaflets.get(page),
            )?;
            let files = vec![
                Produced {
                    path: output.path.clone(),
                    bytes: printed.reading,
                },
                Produced {
                    path: print_path(&output.path),
                    bytes: printed.print,
                },
            ];
            return Ok(Production { files, warnings });
        }
    };
    let path = output.path.clone();
    Ok(vec![Produced { path, bytes }].into())
}
