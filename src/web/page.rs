//! Pages, sections, term lists and the page for what is not there, as HTML.

use super::Web;
use super::addresses::{self, Marks};
use super::chart_picture;
use super::component;
use super::loads::Loads;
use super::particulars;
use super::place;
use super::squeeze;
use super::templates;
use super::value::{array, html as safe, map, map_of, optional, text};
use super::view::{Alternate, View, colocated_path, plain, set, set_text};
use crate::config::Language;
use crate::content::{self, kinds};
use crate::diagnostic::Report;
use crate::files::Files;
use crate::site::plan;
use crate::site::resolve::{Resolved, Resolver};
use crate::site::{Kind, Listing, Page, PageId, Site};
use std::cell::Cell;
use tera::{Context, Value};

/// A page or section, then with its first page the pictures of its charts, each as path and text; `pager`
/// counts the pages of its listing from 1.
///
/// A template's mistake is reported; those of the text were told before.
pub fn page(
    web: &Web,
    resolver: &Resolver<'_>,
    id: PageId,
    pager: usize,
) -> Result<Vec<(String, String)>, Report> {
    let site = resolver.site;
    let page = site.page(id);
    let (document, _) = resolver.document(page)?;
    let resolved = resolver.resolve(id, &document)?;
    let path = plan::pager_path(&page.path, pager);
    let view = View {
        site,
        web,
        language: &page.language,
        path: &path,
        files: resolver.files,
    };
    let alternates: Vec<Alternate<'_>> = page
        .translations
        .iter()
        .map(|id| {
            let translation = site.page(*id);
            Alternate {
                language: &translation.language,
                path: translation.path.to_string(),
            }
        })
        .collect();
    let (kind, name) = match page.kind {
        Kind::Home => ("home", "section"),
        Kind::Section => ("section", "section"),
        Kind::Page | Kind::NotFound => ("page", "page"),
    };
    let mut context = view.globals(kind, &alternates);
    if page.is_fallback()
        && let Some(original) = original(site, page)
    {
        // A text is one text, wherever it is shown.
        let path = plan::pager_path(&original.path, pager);
        context.insert_value("canonical_url", text(&plan::permalink(site, &path)));
    }
    context.insert_value("share", view.share_of_page(&resolved));
    let content = component::Renderer::new(&view, &resolved).document()?;
    let value = page_view(&view, &resolved, &content, pager);
    context.insert_value(name, value);
    if page.kind == Kind::Home {
        context.insert_value("latest", latest(&view));
    }
    let template = template_of(site, page);
    let html = render(
        web,
        site,
        resolver.files,
        Some(page.source()),
        &template,
        &context,
    )?;
    let mut files = vec![(path.clone(), html)];
    if pager == 1 {
        files.extend(chart_picture::of(site, &resolved));
    }
    Ok(files)
}

/// The template that a page is written with: the one that is asked for, its kind's own, or all pages'.
pub(super) fn template_of(site: &Site, page: &Page) -> String {
    if let Some(asked) = &page.template {
        return asked.name.to_string();
    }
    of_kind(site, page).unwrap_or_else(|| {
        let name = match page.kind {
            Kind::Home => "index.html",
            Kind::Section => "section.html",
            Kind::Page | Kind::NotFound => "page.html",
        };
        name.to_owned()
    })
}

/// The template that a page's kind has for it, or the kind of all pages of a section for their list.
fn of_kind(site: &Site, page: &Page) -> Option<String> {
    let name = match page.kind {
        Kind::Page => {
            let own = page.facts.particulars.as_deref()?;
            own.kind.template(kinds::PAGE_TEMPLATE)
        }
        Kind::Section => {
            let kind = page.listing.as_ref()?.kind.as_ref()?;
            kind.template(kinds::LIST_TEMPLATE)
        }
        Kind::Home | Kind::NotFound => return None,
    };
    site.theme.templates.contains_key(&name).then_some(name)
}

/// The page in the language that the text of this one is written in.
fn original<'site>(site: &'site Site, page: &Page) -> Option<&'site Page> {
    let translations = page.translations.iter().map(|id| site.page(*id));
    let mut own = translations.filter(|other| other.language == *page.content_language());
    own.next()
}

/// The list of a taxonomy's terms.
pub fn taxonomy(
    web: &Web,
    resolver: &Resolver<'_>,
    name: &str,
    language: &Language,
) -> Result<String, Report> {
    let (site, files) = (resolver.site, resolver.files);
    let path = plan::taxonomy_path(site, name, language);
    let view = View {
        site,
        web,
        language,
        path: &path,
        files,
    };
    let alternates = list_alternates(site, |language| {
        let empty = site.taxonomies[name][language].terms.is_empty();
        (!empty).then(|| plan::taxonomy_path(site, name, language))
    });
    let mut context = view.globals("taxonomy", &alternates);
    let terms = site.taxonomies[name][language].terms.iter().map(|term| {
        let count = view.number(term.pages.len());
        map([
            ("name", set_text(site, &term.name)),
            (
                "url",
                view.url(&plan::term_path(site, name, language, &term.slug)),
            ),
            ("count", text(&count)),
        ])
    });
    let title = taxonomy_title(site, name, language);
    let value = map([
        ("name", text(name)),
        ("title", set(site, &title)),
        ("plain_title", plain(&title)),
        ("terms", array(terms)),
        ("breadcrumbs", array([view.link(site.home(language))])),
    ]);
    context.insert_value("taxonomy", value);
    render(web, site, files, None, "taxonomy_list.html", &context)
}

/// The pages of a term; `pager` counts the pages of the list from 1.
pub fn term(
    web: &Web,
    resolver: &Resolver<'_>,
    taxonomy: &str,
    language: &Language,
    term: usize,
    pager: usize,
) -> Result<String, Report> {
    let (site, files) = (resolver.site, resolver.files);
    let term = &site.taxonomies[taxonomy][language].terms[term];
    let first = plan::term_path(site, taxonomy, language, &term.slug);
    let path = plan::pager_path(&first, pager);
    let view = View {
        site,
        web,
        language,
        path: &path,
        files,
    };
    let alternates = list_alternates(site, |language| {
        let found = site.taxonomies[taxonomy][language].by_slug(&term.slug);
        found
            .is_some()
            .then(|| plan::term_path(site, taxonomy, language, &term.slug))
    });
    let mut context = view.globals("term", &alternates);
    let by = site
        .config
        .taxonomies
        .iter()
        .find(|configured| configured.name == taxonomy)
        .and_then(|configured| configured.paginate_by);
    let total = plan::pagers(term.pages.len(), by);
    let shown = on_pager(&term.pages, by, pager);
    let title = taxonomy_title(site, taxonomy, language);
    let list = plan::taxonomy_path(site, taxonomy, language);
    let taxonomy_value = map([
        ("name", text(taxonomy)),
        ("title", set(site, &title)),
        ("plain_title", plain(&title)),
        ("url", view.url(&list)),
    ]);
    let term_value = map([
        ("name", set_text(site, &term.name)),
        ("plain_name", plain(term.name.as_str())),
        ("url", view.url(&first)),
    ]);
    let crumb = view.link_to(&list, set(site, &title), language);
    context.insert_value(
        "breadcrumbs",
        array([view.link(site.home(language)), crumb]),
    );
    context.insert_value("taxonomy", taxonomy_value);
    context.insert_value("term", term_value);
    context.insert_value("pages", array(shown.iter().map(|id| view.card(*id))));
    context.insert_value("paginator", view.paginator(&first, pager, total));
    render(web, site, files, None, "taxonomy_single.html", &context)
}

/// The page a host shows for an address that leads nowhere, in all languages of the site: nobody knows
/// which the reader looked for. Its links work at any depth.
pub fn not_found(web: &Web, site: &Site, files: &Files) -> Result<String, Report> {
    let view = View {
        site,
        web,
        language: site.config.default_language(),
        path: "404.html",
        files,
    };
    let languages = &site.config.languages;
    let homes: Vec<Alternate<'_>> = languages
        .iter()
        .map(|language| Alternate {
            language,
            path: site.home(language).path.to_string(),
        })
        .collect();
    let mut context = view.globals("404", &homes);
    let search = |language| {
        let has_search = site.config.build_search_index;
        optional(has_search.then(|| view.url(&plan::search_path(site, language))))
    };
    let tongues = languages.iter().map(|language| {
        map([
            ("lang", text(language.tag())),
            ("dir", text(language.direction())),
            ("t", web.shared[language].strings.clone()),
            ("home_url", view.url(&site.home(language).path)),
            ("search_url", search(language)),
        ])
    });
    context.insert_value("tongues", array(tongues));
    render(web, site, files, None, "404.html", &context)
}

/// What templates write as `css`; the style of a page is known when its tags are.
pub(super) const STYLE: &str = "/*style*/";

/// What templates write as `loads` into the policy: what a page may load is known when its tags are.
pub(super) const LOADS: &str = "/*loads*/";

/// Where templates find what the style adds for fonts that readers load; nothing if there are none.
pub(super) const FONTS: &str = "fonts";

/// The page that a template writes, in as few bytes as it can be. An address in it that no page may
/// carry is told, in the file of `source` if it stands there.
pub(super) fn render(
    web: &Web,
    site: &Site,
    files: &Files,
    source: Option<&str>,
    template: &str,
    context: &Context,
) -> Result<String, Report> {
    thread_local! {
        /// Room for a page as its template writes it.
        static WRITTEN: Cell<Vec<u8>> = Cell::default();
    }
    let mut written = WRITTEN.take();
    written.clear();
    let rendered = web.tera.render_to(template, context, &mut written);
    let mut refused: Option<String> = None;
    let direction = context.get("dir").and_then(Value::as_str);
    let style = web.styles.of(direction.unwrap_or_default());
    let mut seen = style.nothing_seen();
    let mut has_script = false;
    let mut loads = Loads::default();
    let mut squeeze = |page: &str| {
        let mut marks = Marks::of(page);
        squeeze::minify_and_look(page, |opening| {
            style.see(opening.tag, &mut seen);
            loads.see(opening.tag);
            if opening.tag.starts_with("<script") {
                match made_by_script(opening.tag) {
                    Some(made) => made.for_each(|tag| style.see(&tag, &mut seen)),
                    None => has_script = true,
                }
            }
            // Browsers drop tabs and line ends, so they may part the strokes before a host.
            if refused.is_none() && (!opening.is_tidy || marks.stand_in(opening.tag)) {
                refused = addresses::refused(opening.tag, &site.theme.templates);
            }
        })
    };
    // Templates and values are text, so what comes of them is.
    let page = match simdutf8::basic::from_utf8(&written) {
        Ok(page) => squeeze(page),
        Err(_) => squeeze(&String::from_utf8_lossy(&written)),
    };
    WRITTEN.set(written);
    match (rendered, refused) {
        // A script may make what no tag of the page shows.
        (Ok(()), None) => {
            let mut style = match has_script {
                true => style.whole(),
                false => style.for_page(&seen),
            };
            let fonts = context.get(FONTS).and_then(Value::as_str);
            style.push_str(fonts.unwrap_or_default());
            match has_script {
                true => loads = Loads::ALL,
                false => [&page, &style]
                    .iter()
                    .for_each(|text| loads.see_style(text)),
            }
            Ok(page.replace(LOADS, &loads.policy()).replace(STYLE, &style))
        }
        (Ok(()), Some(address)) => Err(templates::refused(site, files, source, template, &address)),
        (Err(error), _) => Err(Report::of(templates::problem(site, &error)).of_configuration()),
    }
}

/// The tags of what a script makes, if that is known of it: `data-makes="ul.cards li"` says so.
fn made_by_script(tag: &str) -> Option<impl Iterator<Item = String>> {
    let asks_for_the_worker = tag.starts_with("<script data-worker=");
    let made = match asks_for_the_worker {
        true => "",
        false => tag.split_once(" data-makes=\"")?.1.split_once('"')?.0,
    };
    Some(made.split_whitespace().map(|element| {
        let (name, classes) = element.split_once('.').unwrap_or((element, ""));
        format!("<{name} class=\"{}\">", classes.replace('.', " "))
    }))
}

fn page_view(view: &View<'_>, resolved: &Resolved<'_>, content: &str, pager: usize) -> Value {
    let site = view.site;
    let page = resolved.page;
    let facts = &page.facts;
    let kind = facts.particulars.as_deref().map(|own| &*own.kind);
    let none = Listing::default();
    let listing = page.listing.as_ref().unwrap_or(&none);
    let total = plan::pagers(listing.pages.len(), listing.paginate_by);
    let shown = on_pager(&listing.pages, listing.paginate_by, pager);
    let fallback = page
        .is_fallback()
        .then(|| map([("language_name", text(facts.language.native_name()))]));
    let neighbour = |id: Option<PageId>| optional(id.map(|id| view.link(site.page(id))));
    let synthetic = page
        .dataset()
        .and_then(|name| site.datasets.get(name))
        .is_some_and(|dataset| dataset.synthetic);
    let common = [
        ("title", view.set_text(&facts.title.text)),
        ("plain_title", text(facts.title.as_str())),
        (
            "description",
            optional(
                facts
                    .is_described
                    .then(|| view.set_text(&facts.description)),
            ),
        ),
        ("plain_description", text(facts.description.as_str())),
        ("date", optional(facts.date.map(|date| view.date(date)))),
        (
            "updated",
            optional(facts.updated.map(|date| view.date(date))),
        ),
        ("content", safe(content)),
        ("toc", toc(view, resolved)),
        ("terms", view.terms(page)),
        ("breadcrumbs", view.breadcrumbs(page)),
        (
            "section",
            optional(page.parent.map(|id| view.link(site.page(id)))),
        ),
        ("leaflets", leaflets(view, resolved)),
        ("code_url", code_url(view, page)),
        ("reading_time", view.reading_time(page)),
        ("fallback", optional(fallback)),
        ("earlier", neighbour(page.previous)),
        ("later", neighbour(page.next)),
        ("content_lang", text(facts.language.tag())),
        ("content_dir", text(facts.language.direction())),
        ("synthetic", synthetic.into()),
        ("colocated_path", text(&colocated_path(page))),
        ("extra", Value::from_serializable(&facts.extra)),
        ("place", optional(place::of_page(view, page))),
        (
            "kind",
            optional(kind.map(|kind| particulars::kind(view, kind))),
        ),
        ("list", particulars::list(view, listing, shown)),
        (
            "subsections",
            array(listing.subsections.iter().map(|id| view.card(*id))),
        ),
        ("pages", array(shown.iter().map(|id| view.card(*id)))),
        ("paginator", view.paginator(&page.path, pager, total)),
    ];
    match kind {
        None => map(common),
        Some(_) => map_of(
            common
                .into_iter()
                .chain(particulars::of_page(view, resolved)),
        ),
    }
}

/// The entries of a list that its `pager`-th page shows.
fn on_pager(ids: &[PageId], paginate_by: Option<usize>, pager: usize) -> &[PageId] {
    match paginate_by {
        Some(by) if by > 0 => {
            let start = ((pager - 1) * by).min(ids.len());
            &ids[start..(start + by).min(ids.len())]
        }
        _ => ids,
    }
}

fn toc(view: &View<'_>, resolved: &Resolved<'_>) -> Value {
    fn entries(view: &View<'_>, entries_: &[content::TocEntry]) -> Value {
        array(entries_.iter().map(|entry| {
            map([
                ("id", text(&entry.id)),
                ("title", view.set_text(&entry.title)),
                ("level", u32::from(entry.level).into()),
                ("children", entries(view, &entry.children)),
            ])
        }))
    }
    let shown = |call| resolved.exhibit(call).in_a_sentence();
    let contents = content::table_of_contents(resolved.document, &view.site.segmenter, &shown);
    entries(view, &contents)
}

/// The leaflets to offer under the text; none if the text offers them itself.
fn leaflets(view: &View<'_>, resolved: &Resolved<'_>) -> Value {
    if resolved.offers_leaflets() {
        return array([]);
    }
    let strings = view.site.theme.strings(view.language);
    array(resolved.page.facts.leaflets.iter().map(|format| {
        let path = leaflet_of(view.site, resolved.id, format);
        let title = strings.get(&format!("leaflet_{format}"));
        map([
            ("format", text(format)),
            ("title", set(view.site, title.unwrap_or(format))),
            ("url", view.url(&path)),
            ("print_url", view.url(&plan::print_path(&path))),
        ])
    }))
}

/// Where the code stands of the page, or of the page whose text it shows; empty if it has none.
fn code_url(view: &View<'_>, page: &Page) -> Value {
    let shown = original(view.site, page).unwrap_or(page);
    plan::code_path(shown).map_or_else(|| text(""), |path| view.url(&path))
}

/// The leaflet of a page, or of the page whose text it shows.
pub(super) fn leaflet_of(site: &Site, id: PageId, format: &str) -> String {
    let page = site.page(id);
    let own = page
        .translations
        .iter()
        .copied()
        .find(|other| site.page(*other).language == *page.content_language())
        .unwrap_or(id);
    plan::leaflet_path(site, own, format)
}

/// How many pages the front page shows as new.
const LATEST: usize = 3;

/// The newest dated pages of the language.
fn latest(view: &View<'_>) -> Value {
    let dated = view.site.dated.get(view.language).into_iter().flatten();
    array(dated.take(LATEST).map(|id| view.card(*id)))
}

fn taxonomy_title(site: &Site, name: &str, language: &Language) -> String {
    let configured = site
        .config
        .taxonomies
        .iter()
        .find(|taxonomy| taxonomy.name == name);
    let title = configured.map_or("", |taxonomy| {
        taxonomy.title.get(language, site.config.default_language())
    });
    if title.is_empty() {
        name.to_owned()
    } else {
        title.to_owned()
    }
}

/// The same list in every language; where it is missing, that language's front page.
pub(super) fn list_alternates<'site>(
    site: &'site Site,
    path: impl Fn(&Language) -> Option<String>,
) -> Vec<Alternate<'site>> {
    site.config
        .languages
        .iter()
        .map(|language| Alternate {
            language,
            path: path(language).unwrap_or_else(|| site.home(language).path.to_string()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::made_by_script;

    #[test]
    fn a_script_tells_what_it_makes_or_it_may_make_anything() {
        let made = |tag: &str| made_by_script(tag).map(Iterator::collect::<Vec<String>>);
        let tells = made("<script data-search=\"a.js\" data-makes=\"ul.cards.wide li\">");
        let expected = ["<ul class=\"cards wide\">", "<li class=\"\">"];
        assert_eq!(tells.unwrap_or_default(), expected);
        assert_eq!(made("<script data-makes=\"\">"), Some(Vec::new()));
        assert_eq!(made("<script data-worker=\"w.js\">"), Some(Vec::new()));
        assert_eq!(made("<script src=\"a.js\">"), None);
        assert_eq!(made("<script data-makes=\"ul"), None);
    }
}
