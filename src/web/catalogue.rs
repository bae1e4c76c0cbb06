//! The page that lists all tables that readers can take away, each with its files and sources.

use super::Web;
use super::page::{list_alternates, render};
use super::value::{array, map, optional, text};
use super::view::View;
use crate::config::Language;
use crate::diagnostic::Report;
use crate::figures::{self, CatalogueEntry, SourceView, Wording};
use crate::site::plan::{self, DataFormat};
use crate::site::resolve::Resolver;
use tera::Value;

/// The list in a language.
pub fn catalogue(
    web: &Web,
    resolver: &Resolver<'_>,
    language: &Language,
) -> Result<String, Report> {
    let (site, files) = (resolver.site, resolver.files);
    let path = plan::catalogue_path(site, language);
    let view = View {
        site,
        web,
        language,
        path: &path,
        files,
    };
    let alternates = list_alternates(site, |other| Some(plan::catalogue_path(site, other)));
    let mut context = view.globals("catalogue", &alternates);
    let words = Wording::of(&site.theme, language);
    let entries = figures::catalogue(&site.datasets, words);
    let value = map([
        ("breadcrumbs", array([view.link(site.home(language))])),
        (
            "datasets",
            array(entries.iter().map(|entry| dataset(&view, entry))),
        ),
        ("package", view.url(plan::DATA_PACKAGE)),
        ("places", optional(places(&view))),
    ]);
    context.insert_value("catalogue", value);
    render(web, site, files, None, "catalogue.html", &context)
}

/// How many files of places there are, and one of them.
fn places(view: &View<'_>) -> Option<Value> {
    let mut places = plan::places_with_files(view.site);
    let first = places.next()?;
    let path = plan::place_path(view.site, first);
    Some(map([
        ("count", text(&view.number(1 + places.count()))),
        ("path", text(&path)),
        ("url", view.url(&path)),
    ]))
}

fn dataset(view: &View<'_>, entry: &CatalogueEntry) -> Value {
    let strings = view.site.theme.strings(view.language);
    let kind = strings.get(&format!("kind_{}", entry.kind));
    let kind = kind.map_or(entry.kind, String::as_str);
    let own = view.site.datasets.get(&entry.name).into_iter();
    let files = own.flat_map(|dataset| {
        DataFormat::ALL.map(|format| {
            map([
                ("label", text(format.label())),
                ("url", view.url(&plan::dataset_path(dataset, format))),
            ])
        })
    });
    let places = entry.places.map(|places| text(&view.number(places)));
    map([
        ("name", text(&entry.name)),
        ("title", view.set(&entry.title)),
        ("description", view.set(&entry.description)),
        ("kind", view.set(kind)),
        ("years", text(&entry.years)),
        ("places", optional(places)),
        ("rows", text(&view.number(entry.rows))),
        (
            "sources",
            array(entry.sources.iter().map(|one| source(view, one))),
        ),
        ("synthetic", entry.synthetic.into()),
        ("files", array(files)),
    ])
}

fn source(view: &View<'_>, source: &SourceView) -> Value {
    let some = |value: Option<&str>| {
        let value = value.filter(|value| !value.is_empty());
        optional(value.map(|value| view.set(value)))
    };
    let licence = source.licence.as_deref();
    map([
        ("title", view.set(&source.title)),
        ("publisher", some(Some(&source.publisher))),
        ("url", optional(source.url.as_deref().map(text))),
        ("page", some(source.page.as_deref())),
        ("retrieved", some(source.retrieved.as_deref())),
        (
            "licence",
            some(licence.filter(|licence| *licence != "unknown")),
        ),
    ])
}
