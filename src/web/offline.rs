//! What phones keep of a site: the worker that keeps pages that were read, the script that asks for it,
//! and the manifest by which a phone puts the site among its programs.
//!
//! In: a site. Out: text. The script stands in each page, since a file of its own costs a request more
//! with each of them; the page's policy names it by its hash, and lets nothing else run.

use super::squeeze::minify_script;
use super::value::{html, map};
use super::view::View;
use crate::config::{Language, Localised};
use crate::content::without_hints;
use crate::diagnostic::Report;
use crate::site::{Site, address, plan};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use tera::Value;

/// The script that stands in each page.
#[derive(Clone)]
pub(super) struct Asks {
    everywhere: Script,
    /// On front pages, where it brings the manifest too: as a link of the page's own that one would be
    /// fetched before the page is drawn, and on a slow line its reader would wait for both.
    on_front_pages: Script,
}

/// A script, and what a page's policy calls it.
#[derive(Clone)]
pub(super) struct Script {
    pub(super) text: Value,
    pub(super) source: Value,
}

impl Asks {
    /// Nothing if the site keeps no pages on phones.
    pub(super) fn of(site: &Site, report: &mut Report) -> Option<Asks> {
        if !site.config.offline {
            return None;
        }
        let mut text = |path: &str| {
            let text = site.theme.files.text(path);
            text.map_err(|problem| report.push(problem)).ok()
        };
        let (worker, manifest) = (text("offline/register.js"), text("offline/manifest.js"));
        let (worker, manifest) = (worker?, manifest?);
        Some(Asks {
            on_front_pages: Script::of(&format!("{worker}{manifest}")),
            everywhere: Script::of(&worker),
        })
    }

    /// As the templates of an output of this kind see it.
    pub(super) fn seen(&self, view: &View<'_>, kind: &str) -> Value {
        let script = match kind {
            "home" => &self.on_front_pages,
            _ => &self.everywhere,
        };
        map([
            ("script", script.text.clone()),
            ("source", script.source.clone()),
            ("worker", view.url(plan::WORKER)),
        ])
    }
}

impl Script {
    pub(super) fn of(script: &str) -> Script {
        let script = minify_script(script);
        let hash = STANDARD.encode(Sha256::digest(script.as_bytes()));
        Script {
            source: html(&format!("'sha256-{hash}'")),
            text: html(&script),
        }
    }
}

/// The worker; where a site keeps none, what takes the place of one that it had.
pub fn worker(site: &Site) -> Result<String, Report> {
    let source = match site.config.offline {
        true => "offline/worker.js",
        false => "offline/gone.js",
    };
    let mut script = site.theme.files.text(source).map_err(Report::of)?;
    if site.fonts.is_some() {
        // Fonts are small, and pages look otherwise without them.
        script = script.replace("|webp)", "|webp|woff2)");
    }
    Ok(minify_script(&script))
}

/// The manifest of a language (W3C Web Application Manifest). All addresses are relative, as everywhere.
pub fn manifest(site: &Site, language: &Language) -> String {
    let config = &site.config;
    let localised = |localised: &Localised| {
        let words = localised.get(language, config.default_language());
        without_hints(words).into_owned()
    };
    let own = plan::manifest_path(site, language);
    let theme = &site.theme;
    let mut manifest = json!({ "name": localised(&config.title) });
    let mut add = |key: &str, value: Json| {
        let is_said = !matches!(&value, Json::Null) && value.as_str() != Some("");
        if is_said {
            manifest[key] = value;
        }
    };
    add("short_name", localised(&config.short_title).into());
    add("description", localised(&config.description).into());
    add("lang", language.tag().into());
    add("dir", language.direction().into());
    add("start_url", "./".into());
    // Links to the other languages stay in the same window.
    let scope = match own.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    };
    add("scope", scope.into());
    add("display", "minimal-ui".into());
    add("theme_color", theme.brand.colour.to_string().into());
    add("background_color", theme.background.clone().into());
    let icons: Vec<Json> = icons(site)
        .map(|(path, kind, sizes)| {
            json!({ "src": address::relative(&own, path), "sizes": sizes, "type": kind })
        })
        .collect();
    if !icons.is_empty() {
        add("icons", icons.into());
    }
    let mut text = manifest.to_string();
    text.push('\n');
    text
}

/// The marks of the site that a phone may show, with their kinds and sizes: those of these names that
/// stand in `static/` of the campaign or of its theme.
fn icons(site: &Site) -> impl Iterator<Item = (&'static str, &'static str, String)> {
    let files = &site.theme.files;
    let names = [("icon.svg", "image/svg+xml"), ("icon.png", "image/png")];
    names.into_iter().filter_map(move |(path, kind)| {
        let stands_at = format!("static/{path}");
        if !files.contains(&stands_at) {
            return None;
        }
        let sizes = match kind {
            "image/svg+xml" => "any".to_owned(),
            _ => {
                // What is no picture was told when it was read.
                let size = imagesize::blob_size(&files.read(&stands_at).ok()?).ok()?;
                format!("{}x{}", size.width, size.height)
            }
        };
        Some((path, kind, sizes))
    })
}
