//! The chain: files → declarations → sheets → categories → places → budgets and tables → checks.

use super::checks;
use super::declaration::{Declaration, Findings, Known, OfKind};
use super::kinds;
use super::kinds::gazetteer::{self, Listed};
use super::model::{
    Accepted, Account, Categories, Contents, Dataset, Datasets, FigureCounts, Gazetteer, Kind,
    Place, TotalCounts,
};
use super::pairs::{self, Declared, Pair};
use super::read::{self, Grid, Sheet, Texts, room};
use crate::config::Config;
use crate::diagnostic::{Place as At, Report, codes, diagnostic};
use crate::files::Files;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Reads and checks every dataset of the site. All problems of all files are reported; a dataset
/// with errors may be incomplete, so nothing is built while the report has any.
pub fn load(files: &Files, config: &Config, report: &mut Report) -> Datasets {
    load_within(room::FigureRoom::default(), files, config, report)
}

/// The same with so much room for figures.
pub(super) fn load_within(
    mut room: room::FigureRoom,
    files: &Files,
    config: &Config,
    report: &mut Report,
) -> Datasets {
    let texts = Texts::of(config);
    let mut together = room::Together::default();
    let known = Known {
        schema: kinds::schema,
        languages: &texts.tags,
    };
    let mut opened: Vec<Opened> = pairs::of(files, config, &known, report)
        .into_iter()
        .filter_map(|pair| open(pair, files, &texts, &mut together, &known, report))
        .collect();
    let found_categories = categories(&mut opened, &texts);
    let mut found_places = places(&mut opened, &texts);
    checks::references(
        opened
            .iter_mut()
            .map(|one| (&one.declaration, &mut one.findings))
            .collect(),
    );
    let gazetteer = gazetteer(&mut opened, &mut found_places);
    let mut read = Vec::with_capacity(opened.len());
    for (mut one, places) in opened.into_iter().zip(found_places) {
        let contents = match places {
            Some(places) => Some(Contents::Places(places)),
            None => contents(&mut one, &gazetteer, &found_categories, &mut room, &texts),
        };
        read.push((one, contents));
    }
    let referring = read.iter_mut().map(|(one, contents)| checks::Referring {
        declaration: &one.declaration,
        contents: contents.as_ref(),
        grids: one.grids.as_deref().unwrap_or_default(),
        findings: &mut one.findings,
    });
    let mut referring: Vec<checks::Referring<'_>> = referring.collect();
    checks::adjustments(&mut referring);
    checks::concordance(&mut referring);
    checks::refers(referring);
    let mut datasets = Vec::with_capacity(read.len());
    let mut sightings = Vec::new();
    for (mut one, contents) in read {
        sightings.append(&mut one.findings.sightings);
        if let Some((contents, grids)) = contents.zip(one.grids.as_ref()) {
            let account = account(
                grids,
                &one.declaration,
                &contents,
                one.findings.totals,
                &texts,
            );
            datasets.push(dataset(
                one.declaration,
                one.path,
                contents,
                account,
                &texts,
            ));
        }
        one.findings.finish(report);
    }
    let default_language = config.default_language().clone();
    Datasets::new(datasets.into_iter(), gazetteer, default_language).with_sightings(sightings)
}

/// A dataset whose sheet is read, but not yet what stands in it.
struct Opened {
    declaration: Declaration,
    path: String,
    findings: Findings,
    /// Its sheets, mostly one; `None` after an error.
    grids: Option<Vec<Grid>>,
}

fn open(
    pair: Pair,
    files: &Files,
    texts: &Texts,
    together: &mut room::Together,
    known: &Known<'_>,
    report: &mut Report,
) -> Option<Opened> {
    let declaration = match &pair.declared {
        Declared::Nowhere => Declaration::of_kind(&pair.name, Kind::of_file(&pair.name)?),
        Declared::InPackage { path, text } => {
            let mut found = Report::new();
            let read = Declaration::read(&pair.name, path, text, known, &mut found);
            // The lines are ours and not those of the package.
            for problem in found.sorted() {
                let mut problem = problem.clone();
                problem.place = At::file(path);
                report.push(problem);
            }
            read?.of_package()
        }
        Declared::InFile(toml) => match files.written(toml) {
            Ok(text) => Declaration::read(&pair.name, toml, &text, known, report)?,
            Err(problem) => {
                report.push(problem);
                return None;
            }
        },
    };
    let mut findings = declaration.findings();
    let schema = declaration.schema(kinds::schema(declaration.kind()));
    let sheets = read::sheets(&pair.path, files, &declaration, &schema, &mut findings);
    let mut grid = |sheet: Sheet| {
        if sheet.name.is_none() && declaration.names_sheets() {
            let place = sheet.cell_place(sheet.header_row, 0).place(None);
            findings.push(diagnostic!(
                codes::datasets::SHEET_WITHOUT_NAME,
                place,
                toml = &findings.toml
            ));
            return None;
        }
        if let Err(problem) = together.take(&sheet) {
            findings.push(problem);
            return None;
        }
        let columns = read::columns::find(&sheet, &declaration, &schema, texts, &mut findings);
        let Some(columns) = columns else {
            sheet.check_texts(&declaration, &mut findings, |_, _, _| {});
            return None;
        };
        let mut grid = Grid { sheet, columns };
        read::check_cells(&mut grid, &declaration, &schema, &mut findings).then_some(grid)
    };
    let grids = sheets.and_then(|sheets| {
        let grids: Vec<Option<Grid>> = sheets.into_iter().map(&mut grid).collect();
        grids.into_iter().collect()
    });
    Some(Opened {
        declaration,
        path: pair.path,
        findings,
        grids,
    })
}

/// All tables of categories by their names.
fn categories(opened: &mut [Opened], texts: &Texts) -> BTreeMap<String, Arc<Categories>> {
    let mut found = BTreeMap::new();
    for one in opened {
        let (declaration, findings) = (&one.declaration, &mut one.findings);
        if let (OfKind::Categories, Some(grids)) = (&declaration.rules.of, &one.grids) {
            let read = kinds::categories::read(grids, declaration, texts, findings);
            checks::categories(&read, declaration, findings);
            found.insert(declaration.name.clone(), Arc::new(read));
        }
    }
    found
}

/// The places of each dataset, if it is a table of places.
fn places(opened: &mut [Opened], texts: &Texts) -> Vec<Option<Vec<Place>>> {
    let read = |one: &mut Opened| {
        let (declaration, findings) = (&one.declaration, &mut one.findings);
        let OfKind::Places(of) = &declaration.rules.of else {
            return None;
        };
        let grids = one.grids.as_ref()?;
        let read = kinds::places::read(grids, declaration, of, texts, findings);
        checks::places(&read, declaration, findings);
        Some(read)
    };
    opened.iter_mut().map(read).collect()
}

fn gazetteer(opened: &mut [Opened], found: &mut [Option<Vec<Place>>]) -> Gazetteer {
    let mut lists: Vec<Listed<'_>> = opened
        .iter_mut()
        .zip(found)
        .filter_map(|(one, places)| {
            let OfKind::Places(of) = &one.declaration.rules.of else {
                return None;
            };
            Some(Listed {
                declaration: &one.declaration,
                of,
                places: places.as_mut()?,
                findings: &mut one.findings,
            })
        })
        .collect();
    let gazetteer = gazetteer::of(&lists);
    for list in &mut lists {
        checks::clashes(list.places, &gazetteer, list.declaration, list.findings);
        checks::orphans(
            list.places,
            &gazetteer,
            list.declaration,
            list.of,
            list.findings,
        );
    }
    gazetteer::complete(&mut lists, &gazetteer);
    gazetteer
}

fn contents(
    one: &mut Opened,
    gazetteer: &Gazetteer,
    found_categories: &BTreeMap<String, Arc<Categories>>,
    room: &mut room::FigureRoom,
    texts: &Texts,
) -> Option<Contents> {
    let grids = one.grids.as_mut()?;
    let (declaration, findings) = (&one.declaration, &mut one.findings);
    Some(match &declaration.rules.of {
        OfKind::Categories => {
            Contents::Categories(found_categories.get(&declaration.name)?.clone())
        }
        OfKind::Budget(of) => {
            let named = of.categories.iter();
            let mut named = named.filter_map(|name| found_categories.get(name));
            // One list is shared by all budgets that name it alone.
            let first = named.next().cloned().unwrap_or_default();
            let named = named.fold(first, |all, more| {
                Arc::new(Arc::unwrap_or_clone(all).joined(more))
            });
            if of.codes_are_labels {
                for grid in grids.iter_mut() {
                    kinds::labels::replace(grid, of, &named, texts, findings);
                }
            }
            let own = kinds::budget::own_categories(grids, of, texts, findings);
            checks::categories(&own, declaration, findings);
            let dimensions = of.dimensions.iter();
            let dimensions = dimensions.map(|it| found_categories.get(&it.categories).cloned());
            let known = kinds::budget::Known {
                dimensions: dimensions.map(Option::unwrap_or_default).collect(),
                room,
                gazetteer,
                categories: match own.is_empty() {
                    true => named,
                    false => Arc::new(Categories::clone(&named).joined(&own)),
                },
            };
            let read = kinds::budget::read(grids, declaration, of, known, texts, findings);
            checks::budget(&read, declaration, of, findings);
            checks::over_places(&read, gazetteer, declaration, of, findings);
            let beside = checks::Beside {
                budget: &read,
                grids,
                gazetteer,
                declaration,
                of,
            };
            checks::plausible(&beside, findings);
            Contents::Budget(read)
        }
        // Read before all others, and here only after an error.
        OfKind::Places(_) => return None,
        OfKind::Table(of) => {
            let read = kinds::table::read(grids, declaration, of, findings);
            checks::table(&read, declaration, findings);
            let schema = kinds::schema(of.kind);
            checks::unknown_places(&read, &schema, gazetteer, findings);
            Contents::Table(read)
        }
    })
}

/// What became of each cell, once nothing more happens to any.
fn account(
    grids: &[Grid],
    declaration: &Declaration,
    contents: &Contents,
    totals: TotalCounts,
    texts: &Texts,
) -> Account {
    let of_grid = |grid: &Grid| grid.account(&kinds::used(grid, declaration, texts));
    let of_grids = grids.iter().map(of_grid);
    Account {
        figures: FigureCounts::of(contents),
        totals,
        ..of_grids.fold(Account::default(), Account::and)
    }
}

fn dataset(
    declaration: Declaration,
    path: String,
    contents: Contents,
    account: Account,
    texts: &Texts,
) -> Dataset {
    let Declaration {
        name,
        reading,
        provenance,
        rules,
        ..
    } = declaration;
    let kind = rules.of.kind();
    let (mut concordance, mut adjustments) = (Vec::new(), Vec::new());
    let mut accepted = Accepted {
        tolerate: rules.tolerate,
        ..Accepted::default()
    };
    let (classification, categories, rounding, base) = match rules.of {
        OfKind::Budget(of) => {
            accepted.allow_negative = of.allow_negative;
            accepted.over_places = of.over_places;
            accepted.unusual_totals = of.unusual_totals;
            (concordance, adjustments) = (of.concordance, of.adjustments);
            (of.classification, of.categories, of.rounding, of.base)
        }
        OfKind::Categories | OfKind::Places(_) | OfKind::Table(_) => {
            (None, Vec::new(), Decimal::ZERO, Vec::new())
        }
    };
    Dataset {
        name,
        path,
        kind,
        title: provenance.title,
        description: provenance.description,
        classification,
        categories,
        concordance,
        adjustments,
        currency: reading.currency,
        scale: reading.scale,
        rounding,
        accepted,
        retrieved: provenance.retrieved,
        sources: provenance.sources,
        base,
        synthetic: provenance.synthetic,
        is_offered: provenance.is_offered,
        schema: kinds::schema_of(kind, &contents, provenance.synthetic),
        languages: texts.tags.clone(),
        contents,
        account,
    }
}
