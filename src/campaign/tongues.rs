//! A further language, which has its words in `strings/`, and none for what its readers see: told once it is shown
//! in pages of kinds, whose words Khmer and English have beside them; and of the texts of the configuration, of
//! declarations of tables and of their cells in each file once.

use crate::config::{self, Config, Language, Localised};
use crate::data::Dataset;
use crate::diagnostic::{Place, Report, codes, diagnostic, list};
use crate::files::Files;
use crate::site::Site;
use std::collections::BTreeSet;

pub(super) fn check(site: &Site, files: &Files, report: &mut Report) {
    kinds(site, report);
    let config = &site.config;
    let languages = config.languages.iter();
    let further: Vec<&Language> = languages.filter(|own| own.words().is_none()).collect();
    if further.is_empty() {
        return;
    }
    tell(config::FILE, of_configuration(config, &further), report);
    for dataset in site.datasets.iter() {
        let declaration = format!("data/{}.toml", dataset.name);
        // One that others published says all in the file beside its tables.
        let declaration = match files.contains(&declaration) {
            true => &declaration,
            false => &dataset.path,
        };
        tell(declaration, of_declaration(dataset, &further), report);
        cells(dataset, &further, report);
    }
}

fn kinds(site: &Site, report: &mut Report) {
    let mut shown = BTreeSet::new();
    for (_, page) in site.pages() {
        let Some(particulars) = page.facts.particulars.as_deref() else {
            continue;
        };
        let (kind, tag) = (&particulars.kind, page.content_language().tag());
        if let Some(lacks) = kind.lacks.get(tag)
            && shown.insert((tag.to_owned(), kind.name.clone()))
        {
            report.push(diagnostic!(
                codes::theme::KIND_LACKS_STRINGS,
                Place::file(format!("strings/{tag}.toml")),
                kind = &kind.name,
                language = tag,
                keys = list(lacks)
            ));
        }
    }
}

fn tell(file: &str, lacks: Lacks<'_>, report: &mut Report) {
    if !lacks.keys.is_empty() {
        report.push(diagnostic!(
            codes::config::TEXTS_LACK_A_LANGUAGE,
            Place::file(file),
            count = lacks.keys.len(),
            keys = list(lacks.keys)
        ));
    }
}

fn of_configuration<'site>(
    config: &'site Config,
    further: &'site [&'site Language],
) -> Lacks<'site> {
    let mut lacks = Lacks::of(further);
    for (key, text) in [
        ("title", &config.title),
        ("short_title", &config.short_title),
        ("description", &config.description),
    ] {
        lacks.text(text, |tag| format!("languages.{tag}.{key}"));
    }
    let organisation = &config.organisation;
    for (key, text) in [
        ("name", &organisation.name),
        ("description", &organisation.description),
        ("notice", &organisation.notice),
    ] {
        lacks.text(text, |tag| format!("organisation.{key}.{tag}"));
    }
    for taxonomy in &config.taxonomies {
        let name = &taxonomy.name;
        lacks.text(&taxonomy.title, |tag| format!("{name}: title.{tag}"));
        for (term, text) in &taxonomy.terms {
            lacks.text(text, |tag| format!("{name}: terms.{term}.{tag}"));
        }
    }
    lacks
}

fn of_declaration<'site>(
    dataset: &'site Dataset,
    further: &'site [&'site Language],
) -> Lacks<'site> {
    let mut lacks = Lacks::of(further);
    lacks.text(&dataset.title, |tag| format!("title.{tag}"));
    lacks.text(&dataset.description, |tag| format!("description.{tag}"));
    for source in &dataset.sources {
        let id = &source.id;
        lacks.text(&source.title, |tag| format!("{id}: title.{tag}"));
        lacks.text(&source.publisher, |tag| format!("{id}: publisher.{tag}"));
    }
    for field in dataset.schema.fields.iter() {
        for (value, text) in &field.constraints.names {
            let name = &field.name;
            lacks.text(text, |tag| format!("{name}: names.{value}.{tag}"));
        }
    }
    lacks
}

fn cells(dataset: &Dataset, further: &[&Language], report: &mut Report) {
    let lacks = dataset.lacks(further.iter().map(|language| language.tag()));
    if !lacks.is_empty() {
        let first_rows = lacks.iter().filter_map(|lack| lack.first_row);
        let problem = diagnostic!(
            codes::config::CELLS_LACK_A_LANGUAGE,
            Place::file(&dataset.path),
            count = lacks.iter().map(|lack| lack.cells).sum::<usize>(),
            row = first_rows.min().unwrap_or_default(),
            columns = list(lacks.iter().map(|lack| &lack.column))
        );
        let is_tolerated = dataset.accepted.tolerate.contains(problem.code.id);
        report.push(match is_tolerated {
            true => problem.as_accepted(),
            false => problem,
        });
    }
}

/// The keys of what languages of the site have no words for.
struct Lacks<'site> {
    languages: &'site [&'site Language],
    keys: Vec<String>,
}

impl<'site> Lacks<'site> {
    fn of(languages: &'site [&'site Language]) -> Lacks<'site> {
        Lacks {
            languages,
            keys: Vec::new(),
        }
    }

    /// What stands in no language at all is nothing that one lacks.
    fn text(&mut self, text: &Localised, key: impl Fn(&str) -> String) {
        let Localised::Each(texts) = text else { return };
        if text.is_empty() {
            return;
        }
        for tag in self.languages.iter().map(|language| language.tag()) {
            if texts.get(tag).is_none_or(String::is_empty) {
                self.keys.push(key(tag));
            }
        }
    }
}
