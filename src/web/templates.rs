//! The theme's templates → a Tera engine with our functions and filters, and its errors with a place.

use super::{resize, text_filters};
use crate::config;
use crate::content::block::ComponentCall;
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use crate::files::Files;
use crate::site::Site;
use crate::theme;
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{ErrorKind, Kwargs, ReportError, State, Tera, TeraResult, Value};

/// Compiles every template of the theme.
pub(super) fn compile(site: &Site, report: &mut Report) -> Option<Tera> {
    let mut tera = Tera::new();
    register(&mut tera, site);
    let templates = &site.theme.templates;
    if let Err(error) = tera.add_raw_templates(templates.iter()) {
        let mut found = Report::new();
        problems(site, &error)
            .into_iter()
            .for_each(|problem| found.push(problem));
        report.extend(found.of_configuration());
        return None;
    }
    Some(tera)
}

/// What keeps templates from being compiled. What one asks for that no other has, Tera writes into
/// one text, with places; so that text is read.
fn problems(site: &Site, error: &tera::Error) -> Vec<Diagnostic> {
    let text = match error.kind() {
        ErrorKind::Msg(text) => text.as_str(),
        _ => "",
    };
    let lines: Vec<&str> = text.lines().collect();
    let told = lines.windows(5).filter_map(|lines| {
        let reason = lines[0].strip_prefix("error: ")?;
        let (_, at) = lines[1].split_once("--> ")?;
        let mut numbers = at.rsplitn(3, ':');
        let column: usize = numbers.next()?.parse().ok()?;
        let line: usize = numbers.next()?.parse().ok()?;
        let name = numbers.next()?;
        let text = site.theme.templates.get(name)?;
        let before = text.split_inclusive('\n').take(line.checked_sub(1)?);
        let start: usize = before.map(str::len).sum();
        let at = |column| {
            let mut characters = text[start..].char_indices();
            characters
                .nth(column)
                .map_or(text.len(), |(at, _)| start + at)
        };
        let column = column.checked_sub(1)?;
        let range = at(column)..at(column + lines[4].matches('^').count());
        let place = Place::in_text(path_of(site, name), text, range);
        Some(at_place(place, reason))
    });
    let told: Vec<Diagnostic> = told.collect();
    match told.is_empty() {
        true => vec![problem(site, error)],
        false => told,
    }
}

/// A template's error as a diagnostic at the template's line.
pub(super) fn problem(site: &Site, error: &tera::Error) -> Diagnostic {
    let (place, reason) = match error.kind() {
        ErrorKind::SyntaxError(found) | ErrorKind::RenderingError(found) => {
            (place_in(site, found), found.message().to_owned())
        }
        kind => {
            let name = match kind {
                ErrorKind::MissingParent { current: name, .. }
                | ErrorKind::CircularExtend { tpl: name, .. }
                | ErrorKind::CircularInclude { tpl: name, .. } => name,
                _ => "",
            };
            (Place::file(path_of(site, name)), kind.to_string())
        }
    };
    at_place(place, reason.lines().next().unwrap_or_default())
}

fn at_place(place: Place, reason: &str) -> Diagnostic {
    let is_built_in = place
        .path()
        .is_some_and(|path| path.starts_with(theme::BUILT_IN_FOLDER));
    match is_built_in {
        true => diagnostic!(codes::theme::BUILT_IN_TEMPLATE, place, reason = reason),
        false => diagnostic!(codes::theme::TEMPLATE, place, reason = reason),
    }
}

/// What a template put into an address, where it was written: in the page's file, in the configuration,
/// or else in the template.
pub(super) fn refused(
    site: &Site,
    files: &Files,
    source: Option<&str>,
    template: &str,
    address: &str,
) -> Report {
    let written_in = |path: &str| {
        let text = files.text(path).ok()?;
        let at = text.find(address)?;
        let place = Place::in_text(path, &text, at..at + address.len());
        Some(diagnostic!(
            codes::theme::ADDRESS,
            place,
            target = address,
            template = template
        ))
    };
    if let Some(problem) = source.and_then(written_in) {
        return Report::of(problem);
    }
    let problem = written_in(config::FILE).unwrap_or_else(|| {
        diagnostic!(
            codes::theme::ADDRESS,
            Place::file(source.map_or_else(|| path_of(site, template), str::to_owned)),
            target = address,
            template = template
        )
    });
    match source.is_some() && problem.place.path() == source {
        true => Report::of(problem),
        false => Report::of(problem).of_configuration(),
    }
}

/// An error of a component at the place it was called from: the theme's authors cannot know what
/// a page hands over.
pub(super) fn component_problem(
    site: &Site,
    error: &tera::Error,
    call: &ComponentCall,
    place: Place,
) -> Diagnostic {
    let in_template = problem(site, error);
    diagnostic!(
        codes::theme::COMPONENT,
        place,
        name = &call.name,
        reason = in_template.argument("reason")
    )
}

fn place_in(site: &Site, found: &ReportError) -> Place {
    let name = found.filename();
    let path = path_of(site, name);
    match site.theme.templates.get(name) {
        Some(text) => Place::in_text(path, text, found.span().range.clone()),
        None => Place::file(path),
    }
}

/// Where the template of this name stands.
fn path_of(site: &Site, name: &str) -> String {
    site.theme.stands_at(name)
}

fn register(tera: &mut Tera, site: &Site) {
    resize::register(tera, site);
    let languages = site.config.languages.iter();
    let languages = languages.map(|one| (one.clone(), site.theme.strings(one).clone()));
    text_filters::register(tera, languages.collect(), &site.segmenter);
    // `trans(key="…")` in the language of the page, as `t.…` gives it too.
    let strings: BTreeMap<String, crate::theme::Strings> = site
        .config
        .languages
        .iter()
        .map(|language| {
            let words = site.theme.strings(language).clone();
            (language.tag().to_owned(), words)
        })
        .collect();
    tera.register_function(
        "trans",
        move |arguments: Kwargs, state: &State| -> TeraResult<String> {
            let key = arguments.must_get::<&str>("key")?;
            let lang = match arguments.get::<&str>("lang")? {
                Some(lang) => lang.to_owned(),
                None => state.get::<String>("lang")?.unwrap_or_default(),
            };
            strings
                .get(&lang)
                .and_then(|words| words.get(key))
                .cloned()
                .ok_or_else(|| tera::Error::message(format!("no words `{key}` in `{lang}`")))
        },
    );
    // `pictogram(name="office")`: a drawing of the theme, for beside words; the style sheet gives it its
    // lines and its size.
    let drawings = pictograms(&site.theme.files);
    tera.register_function(
        "pictogram",
        move |arguments: Kwargs, _: &State| -> TeraResult<Value> {
            let name = arguments.must_get::<&str>("name")?;
            match drawings.get(name) {
                Some(Some(drawing)) => Ok(Value::safe_string(drawing)),
                Some(None) => Err(tera::Error::message(format!(
                    "`pictograms/{name}.svg` is no text with a drawing between `<svg …>` and `</svg>`"
                ))),
                None => {
                    let known: Vec<&str> = drawings.keys().map(String::as_str).collect();
                    let known = known.join(", ");
                    let message = format!("no pictogram `{name}`; there are {known}");
                    Err(tera::Error::message(message))
                }
            }
        },
    );
    // `get_url(path="@/learn/_index.md")`: absolute, as templates may stand at any depth; the page in
    // the language of the one that is written, unless the path names another.
    let addresses = Arc::clone(&site.addresses);
    let languages = site.config.languages.clone();
    let base = site.config.base_url.clone();
    tera.register_function(
        "get_url",
        move |arguments: Kwargs, state: &State| -> TeraResult<String> {
            let path = arguments.must_get::<&str>("path")?;
            let Some(page) = path.strip_prefix("@/") else {
                return Ok(format!("{base}{}", path.trim_start_matches('/')));
            };
            let tag = state.get::<String>("lang")?.unwrap_or_default();
            let own = languages.iter().find(|language| language.tag() == tag);
            own.or(languages.first())
                .and_then(|language| addresses.page_at(page, language))
                .map(|id| addresses.permalink(id))
                .ok_or_else(|| tera::Error::message(format!("`{path}` is no page")))
        },
    );
}

/// The drawings of `pictograms/….svg` by their names, as they stand in a page; nothing for a file that
/// holds none.
fn pictograms(files: &Files) -> BTreeMap<String, Option<String>> {
    let drawings = files.under("pictograms/").filter_map(|path| {
        let name = path.strip_prefix("pictograms/")?.strip_suffix(".svg")?;
        let text = files.text(path).ok();
        Some((name.to_owned(), text.and_then(|text| pictogram(&text))))
    });
    drawings.collect()
}

/// A drawing as it stands in a page, of a file whose first element it is.
fn pictogram(text: &str) -> Option<String> {
    let (_, drawing) = text.split_once("<svg")?;
    let (_, within) = drawing.split_once('>')?;
    let (within, _) = within.rsplit_once("</svg>")?;
    Some(format!(
        "<svg class=\"p\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{}</svg>",
        within.trim()
    ))
}

#[cfg(test)]
mod tests {
    use super::{Files, pictograms};

    #[test]
    fn a_pictogram_is_what_stands_within_its_file_or_is_told_to_be_none() {
        let files = Files::from_fixture(
            "//- pictograms/one.svg\n<?xml version=\"1.0\"?>\n<svg viewBox='0 0 24 24'><path d='M1 2'/></svg>\n\
             //- pictograms/two.svg\n<b>none</b>\n//- pictograms/two.txt\n<svg></svg>\n",
        );
        let drawing =
            "<svg class=\"p\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d='M1 2'/></svg>";
        let found: Vec<(String, Option<String>)> = pictograms(&files).into_iter().collect();
        let expected = [("one", Some(drawing)), ("two", None)];
        assert_eq!(
            found,
            expected.map(|(name, drawing)| (name.to_owned(), drawing.map(str::to_owned)))
        );
    }
}
