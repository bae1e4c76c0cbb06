//! The pages of a site → one page that holds them all and asks for nothing.
//!
//! Each page is a part with an identifier, and links between pages are links to those. Where a browser
//! knows `:has`, its style sheet shows the one that was asked for, without a script; elsewhere all stand
//! one below the other. What stands around the text of each page (menu, foot) stands once for each
//! language. Pictures stand in the page, and leaflets behind their links; what else a page leads to stays
//! on the web.

use super::scope::scoped;
use super::{Files, Packed, Refused};
use crate::scheme::tag::decoded;
use crate::scheme::tags::{Address, Change, Tag, after, changed, escaped};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::{BTreeMap, BTreeSet};

/// Shows one page; the first where none is asked for. What is asked for stands at the top of the window,
/// with the menu above it.
const STYLE: &str = "@supports selector(:has(a)){\
    .packed-language,.packed-page{display:none}\
    .packed-language:has(:target),.packed-page:target,.packed-page:has(:target){display:block}\
    body:not(:has(:target))>.packed-language:first-of-type,\
    body:not(:has(:target))>.packed-language:first-of-type>.packed-page.first{display:block}\
    .packed-page{scroll-margin-top:100vh}}";

/// How what a page says of its fonts begins.
const FONTS: &str = "@font-face{font-family:sala-";
/// What stands before the address of a font.
const FONT: &str = "url(\"";

/// Elements that do nothing without a script or a host, or are for browsers without scripts only.
const LIFELESS: [&str; 3] = ["form", "noscript", "script"];

/// Attributes that name other elements of their page.
const NAMES: [&str; 9] = [
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-labelledby",
    "aria-owns",
    "for",
    "headers",
    "id",
    "list",
];

/// The pages at these paths as one; of the language only, if one is named.
pub(super) fn of(
    files: &Files,
    pages: &BTreeSet<&str>,
    base_url: &str,
    language: Option<&str>,
) -> Result<Packed, Refused> {
    let named = files
        .iter()
        .filter(|(path, _)| pages.contains(path.as_str()) && path.ends_with(".html"));
    let read = named.filter_map(|(path, bytes)| {
        let page = std::str::from_utf8(bytes).ok()?;
        Some(Page::of(path, page))
    });
    let pages: Vec<Page<'_>> = read
        .filter(|page| language.is_none_or(|own| page.language == own))
        .collect();
    let Some(home) = pages.iter().min_by_key(|page| depth_and_path(page)) else {
        return Err(Refused::NoSuchLanguage);
    };
    let site = Site {
        files,
        pages: pages.iter().map(|page| page.path).collect(),
        base_url,
    };
    // The language of the site's front page first, and in each language its own.
    let mut languages: BTreeMap<(bool, &str), Vec<&Page<'_>>> = BTreeMap::new();
    for page in &pages {
        let key = (page.language != home.language, &*page.language);
        languages.entry(key).or_default().push(page);
    }
    let is_mixed = pages
        .iter()
        .any(|page| page.is_right_to_left != home.is_right_to_left);
    let sheets = |page: &Page<'_>| -> Vec<String> {
        let prefix = format!(".packed-language[{}]", page.direction().trim_start());
        let sheets = page.sheets();
        let sheets = sheets.map(|sheet| match is_mixed {
            true => scoped(sheet, &prefix),
            false => sheet.to_owned(),
        });
        sheets.collect()
    };
    let styles: BTreeSet<String> = pages.iter().flat_map(&sheets).collect();
    // The same in each page, once they stand in the page itself.
    let fonts: BTreeSet<String> = pages
        .iter()
        .flat_map(|page| page.fonts().map(|fonts| site.style(fonts, page.path)))
        .collect();
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{language}\"{direction}>\n<head>\n<meta charset=\"utf-8\">\n\
         <title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'; img-src data:;{fonts} base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n",
        language = home.language,
        // Each language says its own; what a sheet turns round asks for the nearest.
        direction = if is_mixed && !home.is_right_to_left {
            ""
        } else {
            home.direction()
        },
        title = home.title,
        fonts = if fonts.is_empty() {
            ""
        } else {
            " font-src data:;"
        },
    );
    // The sheet of all pages stands first in each.
    let first = sheets(home).into_iter().next();
    let others = styles.iter().filter(|style| Some(*style) != first.as_ref());
    let own = STYLE.to_owned();
    for style in first.iter().chain(others).chain(&fonts).chain([&own]) {
        out.push_str(&format!("<style>{style}</style>\n"));
    }
    out.push_str("</head>\n<body>\n");
    for pages in languages.values_mut() {
        pages.sort_by_key(|page| depth_and_path(page));
        let Some(first) = pages.first() else { continue };
        out.push_str(&format!(
            "<div class=\"packed-language\" lang=\"{}\"{}>\n{}\n",
            first.language,
            first.direction(),
            site.around(first, first.before)
        ));
        for (at, page) in pages.iter().enumerate() {
            let class = if at == 0 { " first" } else { "" };
            out.push_str(&format!(
                "<div class=\"packed-page{class}\" id=\"{}\">{}</div>\n",
                escaped(&name_of(page.path)),
                site.within(page, page.main)
            ));
        }
        out.push_str(&site.around(first, first.behind));
        out.push_str("\n</div>\n");
    }
    out.push_str("</body>\n</html>\n");
    Ok(Packed {
        holds: pages.len(),
        bytes: out.into_bytes(),
    })
}

/// Front pages stand before the pages below them.
fn depth_and_path<'page>(page: &Page<'page>) -> (usize, &'page str) {
    (page.path.matches('/').count(), page.path)
}

/// What a page is called within the one that holds it: its path, without what every path ends with.
fn name_of(path: &str) -> String {
    match path.strip_suffix("index.html") {
        Some("") => "/".to_owned(),
        Some(folder) => folder.to_owned(),
        None => path.to_owned(),
    }
}

/// The parts of a page.
struct Page<'page> {
    path: &'page str,
    language: String,
    is_right_to_left: bool,
    title: &'page str,
    styles: Vec<&'page str>,
    /// What stands before and behind the main part.
    before: &'page str,
    main: &'page str,
    behind: &'page str,
}

impl<'page> Page<'page> {
    fn of(path: &'page str, page: &'page str) -> Page<'page> {
        let (head, body) = page.split_once("<body").unwrap_or(("", page));
        let body = body.split_once('>').map_or(body, |(_, body)| body);
        let body = body.rsplit_once("</body>").map_or(body, |(body, _)| body);
        let (before, main, behind) = match (body.find("<main"), body.rfind("</main>")) {
            (Some(start), Some(end)) if start < end => {
                let end = end + "</main>".len();
                (&body[..start], &body[start..end], &body[end..])
            }
            _ => ("", body, ""),
        };
        let mut language = String::new();
        let mut is_right_to_left = false;
        changed(head, |tag| {
            if tag.name == "html" {
                language = tag.value("lang").unwrap_or_default();
                is_right_to_left = tag.value("dir").as_deref() == Some("rtl");
            }
            Change::Nothing
        });
        let inside = |open: &str, close: &str| {
            let pieces = head.split(open).skip(1);
            pieces
                .filter_map(|piece| piece.split_once(close).map(|(inside, _)| inside))
                .collect()
        };
        let titles: Vec<&str> = inside("<title>", "</title>");
        Page {
            path,
            language,
            is_right_to_left,
            title: titles.first().copied().unwrap_or_default(),
            styles: inside("<style>", "</style>"),
            before,
            main,
            behind,
        }
    }

    /// Its style sheets without the fonts that stand at their end.
    fn sheets(&self) -> impl Iterator<Item = &'page str> {
        let styles = self.styles.iter();
        styles.map(|style| style.find(FONTS).map_or(*style, |at| &style[..at]))
    }

    /// What its style sheets say of fonts.
    fn fonts(&self) -> impl Iterator<Item = &'page str> {
        let styles = self.styles.iter();
        styles.filter_map(|style| style.find(FONTS).map(|at| &style[at..]))
    }

    fn direction(&self) -> &'static str {
        match self.is_right_to_left {
            true => " dir=\"rtl\"",
            false => " dir=\"ltr\"",
        }
    }
}

struct Site<'site> {
    files: &'site Files,
    pages: BTreeSet<&'site str>,
    base_url: &'site str,
}

impl Site<'_> {
    /// A style sheet with its fonts in it.
    fn style(&self, style: &str, path: &str) -> String {
        let mut pieces = style.split(FONT);
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let Some((address, rest)) = piece.split_once('"') else {
                out.push_str(FONT);
                out.push_str(piece);
                continue;
            };
            let found = Address::of(path, address);
            let bytes = found.and_then(|found| self.files.get(&found.path));
            let address = bytes.map_or_else(
                || address.to_owned(),
                |bytes| format!("data:font/woff2;base64,{}", STANDARD.encode(bytes)),
            );
            out.push_str(&format!("{FONT}{address}\"{rest}"));
        }
        out
    }

    /// What stands within a page.
    fn within(&self, page: &Page<'_>, html: &str) -> String {
        let name = name_of(page.path);
        changed(html, |tag| self.tag(tag, page.path, &name))
    }

    /// What stands around all pages of a language, as around its front page. It does not know which page is
    /// shown, so that it marks none, and leads over to none.
    fn around(&self, page: &Page<'_>, html: &str) -> String {
        let name = format!("{}:", page.language);
        changed(html, |tag| {
            let leads_over = |address: String| address.starts_with('#');
            if tag.name == "a" && tag.value("href").is_some_and(leads_over) {
                return Change::Gone;
            }
            match self.tag(tag, page.path, &name) {
                Change::Attributes(mut attributes) => {
                    attributes.retain(|(name, _)| name != "aria-current");
                    Change::Attributes(attributes)
                }
                change => change,
            }
        })
    }

    fn tag(&self, tag: &Tag<'_>, path: &str, page: &str) -> Change {
        if LIFELESS.contains(&tag.name.as_str()) {
            return Change::Gone;
        }
        // It holds no sounds: what stands for them in browsers that play none leads to them.
        if tag.name == "audio" {
            return Change::TagGone;
        }
        // Of a picture in several sizes, the one for browsers that choose none.
        if tag.name == "source" && tag.value("srcset").is_some() {
            return Change::TagGone;
        }
        let mut attributes = Vec::with_capacity(tag.attributes.len());
        for (name, value) in &tag.attributes {
            let name = name.to_ascii_lowercase();
            let decoded = decoded(value);
            let value = match name.as_str() {
                "srcset" | "sizes" => continue,
                name if NAMES.contains(&name) => {
                    let named = value.split_ascii_whitespace();
                    let named = named.map(|own| format!("{}:{own}", escaped(page)));
                    named.collect::<Vec<_>>().join(" ")
                }
                "href" if tag.name == "a" => {
                    let (address, download) = self.link(path, page, &decoded);
                    if let Some(file) = download {
                        attributes.push(("download".to_owned(), escaped(&file)));
                    }
                    escaped(&address)
                }
                "href" | "xlink:href" | "src" | "poster" => {
                    escaped(&self.shown(path, page, &decoded))
                }
                _ => value.replace("url(#", &format!("url(#{}:", escaped(page))),
            };
            attributes.push((name, value));
        }
        match attributes.is_empty() {
            true => Change::Nothing,
            false => Change::Attributes(attributes),
        }
    }

    /// Where a link leads, and the name of the file that it hands out.
    fn link(&self, path: &str, page: &str, address: &str) -> (String, Option<String>) {
        if let Some(fragment) = address.strip_prefix('#') {
            return match fragment {
                "" => (format!("#{page}"), None),
                fragment => (format!("#{page}:{fragment}"), None),
            };
        }
        let Some(found) = Address::of(path, address) else {
            return (address.to_owned(), None);
        };
        if self.pages.contains(found.path.as_str()) {
            let name = name_of(&found.path);
            let part = found.fragment.strip_prefix('#');
            let part = part.filter(|part| !part.is_empty());
            return match part {
                Some(part) => (format!("#{name}:{part}"), None),
                None => (format!("#{name}"), None),
            };
        }
        match self.files.get(&found.path) {
            Some(bytes) if found.path.ends_with(".pdf") => {
                let file = found.path.rsplit('/').next().unwrap_or_default();
                (data(&found.path, bytes), Some(file.to_owned()))
            }
            _ => (found.on_the_web(self.base_url), None),
        }
    }

    /// What a picture shows.
    fn shown(&self, path: &str, page: &str, address: &str) -> String {
        if let Some(fragment) = address.strip_prefix('#') {
            return format!("#{page}:{fragment}");
        }
        let Some(found) = Address::of(path, address) else {
            return address.to_owned();
        };
        match self.files.get(&found.path) {
            Some(bytes) if kind(&found.path).is_some() => data(&found.path, bytes),
            _ => found.on_the_web(self.base_url),
        }
    }
}

/// A file as an address that holds it.
fn data(path: &str, bytes: &[u8]) -> String {
    let kind = kind(path).unwrap_or("application/octet-stream");
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}

fn kind(path: &str) -> Option<&'static str> {
    let ending = after(path.rsplit('/').next().unwrap_or(path), ".");
    let ending = ending.rsplit('.').next().unwrap_or(ending);
    Some(match ending.to_ascii_lowercase().as_str() {
        "avif" => "image/avif",
        "gif" => "image/gif",
        "jpeg" | "jpg" | "jfif" => "image/jpeg",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "webp" => "image/webp",
        _ => return None,
    })
}
