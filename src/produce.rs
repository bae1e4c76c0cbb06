//! An output → its bytes: a pure function of the site and the output.

use crate::config::Language;
use crate::data::export;
use crate::diagnostic::Report;
use crate::files::Files;
use crate::leaflet::{self, Press};
use crate::output;
use crate::search::Index;
use crate::site::Site;
use crate::site::plan::{DataFormat, Output, What, print_path};
use crate::web::{self, Web};
use std::collections::BTreeMap;

/// All that outputs are made from.
pub struct Workshop {
    pub site: Site,
    pub web: Web,
    /// The search index of each language.
    pub searches: BTreeMap<Language, Index>,
    pub press: Press,
    pub files: Files,
}

/// A file of the site with its bytes; most outputs are one file, a leaflet is two.
pub struct Produced {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Makes the bytes of one output.
pub fn produce(workshop: &Workshop, output: &Output) -> Result<Vec<Produced>, Report> {
    let Workshop {
        site,
        web,
        searches,
        press,
        files,
    } = workshop;
    let bytes = match &output.what {
        What::Page { page, pager } => html(web::page(web, site, *page, *pager)?),
        What::Taxonomy { name, language } => html(web::taxonomy(web, site, name, language)?),
        What::Term {
            taxonomy,
            language,
            term,
            pager,
        } => html(web::term(web, site, taxonomy, language, *term, *pager)?),
        What::Search { language, letter } => html(web::search_page(
            web,
            site,
            &searches[language],
            language,
            *letter,
        )?),
        What::SearchFile { language, file } => {
            searches[language].files[*file].text.clone().into_bytes()
        }
        What::SearchScript => {
            let source = site
                .theme
                .files
                .text("search/search.js")
                .map_err(Report::of)?;
            output::minify_script(&source).into_bytes()
        }
        What::NotFound => html(web::not_found(web, site)?),
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
        What::Copy { source } => files.read(source).map_err(Report::of)?,
        What::ThemeFile { source } => site.theme.files.read(source).map_err(Report::of)?,
        What::Dataset { name, format } => {
            let dataset = site
                .datasets
                .get(name)
                .expect("the plan names datasets there are");
            match format {
                DataFormat::Csv => export::csv(dataset),
                DataFormat::Json => export::json(dataset),
                DataFormat::Package => export::datapackage(dataset),
            }
        }
        What::Leaflet { page, format } => {
            let printed = leaflet::of_page(site, press, *page, format)?;
            return Ok(vec![
                Produced {
                    path: output.path.clone(),
                    bytes: printed.reading,
                },
                Produced {
                    path: print_path(&output.path),
                    bytes: printed.print,
                },
            ]);
        }
    };
    Ok(vec![Produced {
        path: output.path.clone(),
        bytes,
    }])
}

fn html(page: String) -> Vec<u8> {
    output::minify_html(&page).into_bytes()
}
